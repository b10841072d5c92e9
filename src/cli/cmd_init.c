/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_init: a new record, empty but for the journal entry that says who made it; with --key one that must be signed.
 */
#include "record.h"
#include "record_cells.h"

#include <errno.h>
#include <unistd.h>

/* Load the key, or make it when there is no such file. */
static bool need_key(struct signing_key *key, struct cli *c, struct err *err)
{
    if (signing_key_load(key, c->arena, c->key, err)) return true;
    if (err->code != ERR_FILE_MISSING) return false;
    if (!signing_key_make(key, c->key, err)) return false;
    cli_note(c, tr("đã tạo tệp khóa «{1}»: cất giữ cẩn thận, mất khóa thì không thay đổi kho được nữa"), c->key);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct signing_key key;
    struct author author = {.who = c->by, .now = c->now};
    if (c->key.len) {
        if (!need_key(&key, c, err)) return false;
        author.key = &key;
    }
    if (!record_init(c->arena, c->record, &author, err)) return false;
    cli_note(c, tr("đã tạo kho số liệu «{1}»; bước tiếp theo: dieuhanh import TỆP..."), db_shown(c->arena, c->record));
    return true;
}

const struct command cmd_init = {
    .name = "init",
    .summary = tr("tạo một kho số liệu mới"),
    .usage = {tr("[TÙY CHỌN]")},
    .about = tr(
        "Kho là một tệp, mặc định dieuhanh.db ở thư mục này. Kho đã có thì không bị ghi đè.\n"
        "Kho dùng chung để trên máy chủ PostgreSQL: --record postgresql://NGƯỜI_DÙNG@MÁY/CƠ_SỞ_DỮ_LIỆU, trong một "
        "lược đồ còn trống (chưa có thì được tạo); mật khẩu để trong ~/.pgpass, không viết trong địa chỉ.\n"
        "Với --key, mọi thay đổi về sau phải ký bằng khóa đó; tệp khóa chưa có thì được tạo."),
    .examples = {{"dieuhanh init", tr("tạo dieuhanh.db ở thư mục này")},
                 {"dieuhanh init --record phuong.db --key phuong.khoa", tr("kho có chữ ký")},
                 {"dieuhanh init --record postgresql://an@maychu/dieuhanh", tr("kho trên máy chủ")}},
    .needs = NEEDS_RECORD_NEW,
    .run = run,
};
