/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_watch: where one place stands, on a screen on the wall: shown again whenever any program has committed something
 * to the record, until Ctrl-C. For programs a stream: each row that became another one, a line of JSON.
 *
 * A server that goes away is waited for. What was taken in stays, so that afterwards only what is new is read.
 */
#include "asked.h"
#include "buf.h"
#include "record.h"
#include "record_cells.h"
#include "stand_table.h"
#include "unit_rows.h"
#include "watch.h"

#include "unit_look.h"

#include <signal.h>
#include <unistd.h>

enum { WAIT_MS = 200, AGAIN_MS = 500 };

static volatile sig_atomic_t stopped;

static void stop(int signal)
{
    (void)signal;
    stopped = 1;
}

/* Once; a second Ctrl-C ends the program wherever it is. */
static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = stop, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

/* The place of the command in the record, and what it is connected by, which may go and come back. */
struct watching {
    struct cli *cli;
    struct watch watch;
    struct arena *arena; /* of db */
    struct db *db;       /* NULL: to be opened again */
    bool told;           /* that it went away */
    uint64_t shown;      /* how often something changed since the first time */
};

static bool connect_again(struct watching *w, struct err *err)
{
    bool changed;
    w->arena = arena_make(SIZE_MAX);
    if (!record_open(&w->db, w->arena, w->cli->record, DB_READ, err)) {
        w->db = NULL;
        arena_close(w->arena);
        w->arena = NULL;
        return false;
    }
    return db_wait(&changed, w->db, 0, err); /* from here on nothing is missed */
}

static void disconnect(struct watching *w)
{
    if (w->db) db_close(w->db);
    w->db = NULL;
    arena_close(w->arena);
    w->arena = NULL;
}

static bool passes(enum err_code code)
{
    return code == ERR_RECORD_GONE || code == ERR_RECORD_SERVER || code == ERR_RECORD_LOCKED;
}

/* --- showing */

static const struct stand_row *row_of(const struct stand *s, struct str code)
{
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i].question.indicator->code, code)) return &s->at[i];
    return NULL;
}

/* Only the rows that are news; one that is gone without anything in it. */
static struct stand news_of(struct arena *a, const struct watch *w)
{
    struct stand s = w->stand;
    s.len = w->news.len;
    s.at = arena_array(a, struct stand_row, s.len);
    for (size_t i = 0; i < s.len; i++) {
        const struct stand_row *row = row_of(&w->stand, w->news.at[i]);
        struct question gone = {w->unit.code, indicator_find(w->news.at[i]), w->stand.period};
        s.at[i] = row ? *row : (struct stand_row){.question = gone};
    }
    return s;
}

/* When and by whom, and what became other. */
static void put_last(struct watching *w)
{
    enum { NAMED_MOST = 12 };
    struct cli *c = w->cli;
    const struct watch *t = &w->watch;
    cli_put(c, tr("Mục {1} của nhật ký, {2}, lúc {3}"), cli_number(c, (uint64_t)t->last.seq),
            cli_shown(c->arena, t->last.who), time_shown(c->arena, t->last.time));
    for (size_t i = 0; w->shown && i < t->news.len && i < NAMED_MOST; i++) {
        if (i == 0) buf_put(c->out, tr_text(c->lang, tr("; vừa thay đổi: ")));
        if (i) buf_put(c->out, STR(", "));
        buf_put(c->out, t->news.at[i]);
    }
    if (w->shown && t->news.len > NAMED_MOST) buf_put(c->out, STR(", …"));
    buf_char(c->out, '\n');
}

static bool show(struct watching *w, struct err *err)
{
    struct cli *c = w->cli;
    struct arena_mark mark = arena_mark(c->arena);
    bool ok;
    if (c->format == FORMAT_TABLE) {
        if (c->terminal) buf_put(c->out, STR("\033[H\033[2J"));
        ok = stand_put(c, NULL, &w->watch.stand, err);
        put_last(w);
    } else {
        struct stand s = news_of(c->arena, &w->watch);
        struct rows *rows = stand_rows_open(c);
        ok = stand_put(c, rows, &s, err);
        rows_close(rows);
    }
    ok = ok && cli_flush(c, err);
    arena_reset(c->arena, mark);
    return ok;
}

/* --- waiting */

/* The server went away, or did not come back yet. */
static bool lost(struct watching *w, const struct err *why, struct err *err)
{
    disconnect(w);
    if (!passes(why->code)) {
        *err = *why;
        return false;
    }
    if (!w->told) {
        cli_problem(w->cli, why);
        w->cli->status = 0; /* it is told and waited for, and is no failure of the command */
        cli_note(w->cli, tr("đang chờ kho trở lại; bảng trên màn hình là của lúc trước đó"));
    }
    w->told = true;
    usleep(AGAIN_MS * 1000);
    return true;
}

/* Take in what is there, and show it when it is something. */
static bool step(struct watching *w, struct err *err)
{
    struct err why;
    bool changed, first = !w->watch.shown;
    if (!watch_step(&changed, &w->watch, w->db, &why)) return lost(w, &why, err);
    if (!changed) return true;
    w->shown += !first;
    if (!first && !w->watch.news.len && w->cli->format != FORMAT_TABLE) return true;
    return show(w, err);
}

static bool back(struct watching *w, struct err *err)
{
    struct err why;
    if (!connect_again(w, &why)) return lost(w, &why, err);
    if (w->told) cli_note(w->cli, tr("đã nối lại với kho"));
    w->told = false;
    return step(w, err);
}

static bool follow(struct watching *w, struct err *err)
{
    uint64_t most = cli_count(w->cli, "changes");
    while (!stopped && (!most || w->shown < most)) {
        struct err why;
        bool changed, ok;
        if (!w->db)
            ok = back(w, err);
        else if (!db_wait(&changed, w->db, WAIT_MS, &why))
            ok = lost(w, &why, err);
        else
            ok = !changed || step(w, err);
        if (!ok) return false;
    }
    return true;
}

static bool start(struct watching *w, struct kept_unit *unit, struct err *err)
{
    struct cli *c = w->cli;
    struct period period = {0};
    struct wanted asked; /* before there is a connection: a name of the record's own is what is missing */
    if (!asked_read(&asked, c, 0, ASK_UNIT | ASK_PERIOD, err) || !asked_period(&period, &asked, err)) return false;
    if (!asked.unit.len) return fail(err, ERR_WATCH_UNIT);
    if (!connect_again(w, err) || !unit_typed(unit, w->db, c->arena, asked.unit, period.to, err)) return false;
    w->watch = watch_open(*unit, period);
    bool changed;
    if (!watch_step(&changed, &w->watch, w->db, err)) return false;
    if (!w->watch.stand.len) cli_note(c, tr("chưa có số liệu nào của nơi này trong kỳ; đang chờ"));
    return show(w, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct watching w = {.cli = c};
    struct kept_unit unit;
    catch_signals();
    bool ok = start(&w, &unit, err);
    if (ok && c->terminal) cli_note(c, tr("đang theo dõi; Ctrl-C để dừng"));
    ok = ok && follow(&w, err);
    disconnect(&w);
    if (w.watch.follow.grid) watch_close(&w.watch);
    return ok;
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần theo dõi: tên hoặc mã")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("kỳ cần xem; không nêu thì lấy kỳ gần nhất có đủ số liệu")},
    {"changes", 'n', OPTION_COUNT, tr("SỐ"), .help = tr("dừng sau từng ấy lần kho thay đổi")},
    {0},
};

const struct command cmd_watch = {
    .name = "watch",
    .summary = tr("bảng tình hình một nơi, tự cập nhật khi kho số liệu thay đổi"),
    .usage = {tr("NƠI [KỲ] [--changes SỐ]")},
    .about = tr("Như «dieuhanh stand», nhưng tự cập nhật: bất cứ ai ghi vào kho, bằng lệnh nào, từ máy nào, bảng hiện "
                "lại ngay; "
                "dưới bảng ghi ai vừa ghi, lúc nào, chỉ tiêu nào vừa thay đổi. Nhấn Ctrl-C để dừng. Mất kết nối với "
                "máy chủ thì "
                "chờ và tự nối lại; địa chỉ nêu nhiều máy chủ thì nối sang máy còn chạy.\n"
                "Dạng jsonl thì lúc đầu in mọi dòng, sau đó chỉ in dòng vừa thay đổi, cùng các trường như của stand."),
    .options = OPTIONS,
    .examples = {{"dieuhanh watch \"phường Sài Gòn\"", tr("bảng treo tường của một phường")},
                 {"dieuhanh watch 79 --format jsonl", tr("dòng số liệu mới cho chương trình khác")}},
    .formats = 1u << FORMAT_TABLE | 1u << FORMAT_JSONL,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NAME,
    .run = run,
};
