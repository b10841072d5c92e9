/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_serve: the centre in a browser (src/web). It serves one record until it is stopped by Ctrl-C or SIGTERM, and
 * prints the address. A record without accounts gets its first one, and as long as nobody has a password the address
 * comes with a word that signs in once. It listens to this machine alone unless it is told otherwise.
 */
#include "access.h"
#include "command.h"
#include "people.h"
#include "record.h"
#include "record_cells.h"
#include "server.h"

#include <signal.h>
#include <stdlib.h>
#include <time.h>

enum { CONNECTIONS = 128 };

/* SOURCE_DATE_EPOCH stands for the clock, as in every command. */
static int64_t now(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    uint64_t seconds;
    if (fixed && str_to_u64(&seconds, str_of(fixed), INT64_MAX)) return (int64_t)seconds;
    return (int64_t)time(NULL);
}

/* The threads of the server inherit the mask, so the signals wait for this one. */
static void block_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, set, NULL);
}

static void put_address(struct buf *b, const struct server_options *o, uint16_t port)
{
    bool six = str_find_char(o->address, ':') >= 0;
    buf_put(b, six ? STR("http://[") : STR("http://"));
    buf_put(b, o->address);
    buf_put(b, six ? STR("]:") : STR(":"));
    buf_u64(b, port);
}

static bool offer(struct str *word, struct people_call *people, const struct access_call *call, struct cli *c,
                  struct err *err)
{
    struct persons by;
    int64_t passwords;
    bool made;
    *word = STR("");
    if (!db_get_int(&passwords, c->db, SQL_ACCESS_PASSWORDS, DB_NO_VALUES, err) ||
        !people_first(&made, people, c->by, err))
        return false;
    if (!person_rows(&by, c->db, c->arena, c->by, err)) return false;
    if (made) cli_note(c, tr("Kho chưa có tài khoản nào: đã tạo «{1}», quản trị và văn phòng"), c->by);
    if (!passwords && !by.len)
        cli_note(c, tr("chưa ai có mật khẩu: «dieuhanh person link NGƯỜI» in đường dẫn đăng nhập"));
    return passwords || !by.len || access_offer(word, call, c->by, true, err);
}

/* As long as nobody has a password, whoever starts the server gets a link that signs him in: he has the record in his
 * hands. A record without accounts gets its administrator with this. */
static bool first_link(struct str *word, struct cli *c, struct err *err)
{
    struct author author;
    if (!cli_author(&author, c, err) || !record_open(&c->db, c->arena, c->record, DB_WRITE, err)) return false;
    struct people_call people = {.db = c->db, .arena = c->arena, .author = &author};
    struct access_call call = {.db = c->db, .arena = c->arena, .author = &author};
    return offer(word, &people, &call, c, err);
}

static bool tell(struct cli *c, struct str word, const struct server_options *o, uint16_t port, struct err *err)
{
    struct buf b = buf_make(400);
    put_address(&b, o, port);
    cli_put(c, tr("Trung tâm điều hành mở tại {1}/\n"), buf_str(&b));
    buf_put(&b, STR("/dang-nhap?ma="));
    buf_put(&b, word);
    if (word.len) cli_put(c, tr("Đăng nhập một lần, trong 15 phút: {1}\n"), buf_str(&b));
    buf_free(&b);
    return cli_flush(c, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct site *site;
    struct server *server;
    struct server_options o = {.address = cli_text(c, "address"), .connections = CONNECTIONS};
    uint64_t port = cli_count(c, "port");
    struct str word;
    sigset_t set;
    int which;
    if (port > UINT16_MAX) return fail(err, ERR_OPTION_PORT, cli_number(c, port));
    o.port = (uint16_t)port;
    struct site_options s = {
        .record = c->record, .key = c->key, .now = now, .lang = c->lang, .plain = !cli_flag(c, "behind-tls")};
    if (!site_open(&site, &s, err)) return false;
    if (!first_link(&word, c, err)) {
        site_close(site);
        return false;
    }
    block_signals(&set);
    if (!server_start(&server, site, &o, err)) {
        site_close(site);
        return false;
    }
    bool good = tell(c, word, &o, server_port(server), err);
    if (good) cli_note(c, tr("Ctrl-C để dừng"));
    if (good) sigwait(&set, &which);
    server_stop(server);
    site_close(site);
    return good;
}

static const struct option_spec OPTIONS[] = {
    {"address", 0, OPTION_TEXT, tr("ĐỊA CHỈ"), .fallback = "127.0.0.1",
     .help = tr("nghe ở địa chỉ mạng nào của máy này: 127.0.0.1, ::1, 0.0.0.0")},
    {"port", 0, OPTION_COUNT, tr("CỔNG"), .fallback = "8080", .help = tr("cổng TCP; 0 thì chọn một cổng còn trống")},
    {"behind-tls", 0, OPTION_FLAG, NULL, .help = tr("đứng sau một máy chủ có TLS (nginx): cookie chỉ đi trên HTTPS")},
    {0},
};

const struct command cmd_serve = {
    .name = "serve",
    .summary = tr("mở trung tâm điều hành trên trình duyệt"),
    .usage = {tr("[TÙY CHỌN]")},
    .about = tr(
        "Mở trang chủ, chỉ tiêu, căn cứ của từng con số, việc và văn bản của một kho trên trình duyệt; mỗi người chỉ "
        "xem được phần mình được giao. Kho chưa có tài khoản nào thì lệnh tạo người quản trị đầu tiên mang tên --by. "
        "Khi chưa ai đặt mật khẩu, lệnh in ra một đường dẫn đăng nhập dùng được một lần; sau đó người quản trị thêm "
        "người bằng «dieuhanh person» hoặc trên trang Người dùng. Trang không cần JavaScript và không gọi ra máy nào "
        "khác.\n"
        "Không nêu --address thì chỉ máy này vào được. Mở cho máy khác thì nên đặt sau một máy chủ có TLS."),
    .options = OPTIONS,
    .examples = {{"dieuhanh serve --record quan.db", tr("mở kho quan.db tại http://127.0.0.1:8080/")},
                 {"dieuhanh serve --port 0", tr("chọn một cổng còn trống")}},
    .needs = NEEDS_RECORD_NEW,
    .run = run,
};
