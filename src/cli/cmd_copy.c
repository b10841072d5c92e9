/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_copy: a record as a whole to another place or engine. Standard output holds the digest of the tables, which is
 * that of both.
 */
#include "copy.h"

#include "record_cells.h"

static void tell_contents(void *self, uint64_t done)
{
    cli_progress(self, tr("Đang chép tài liệu"), done, 0);
}

static void tell_entries(void *self, uint64_t done, uint64_t total)
{
    cli_progress(self, tr("Đang dựng các bảng ở nơi mới"), done, total);
}

static bool run(struct cli *c, struct err *err)
{
    struct copy_result r;
    struct copy_progress progress = {tell_contents, {tell_entries, c}};
    bool ok = copy_record(&r, c->arena, c->args[0], c->args[1], &progress, err);
    cli_progress_end(c);
    if (!ok) return false;
    digest_write(c->out, r.digest);
    buf_char(c->out, '\n');
    cli_note(c, tr("đã chép {1} mục nhật ký, {2} tệp và văn bản sang «{3}»; các bảng hai nơi giống hệt nhau"),
             cli_number(c, r.entries), cli_number(c, r.contents), db_shown(c->arena, c->args[1]));
    if (r.sealed)
        cli_note(c,
                 tr("! {1} hộp niêm phong danh tính người tố cáo không nằm trong kho nên chưa được chép: người được "
                    "phép tự chép thư mục niêm phong rồi chạy «dieuhanh denunciation check»"),
                 cli_number(c, r.sealed));
    return true;
}

const struct command cmd_copy = {
    .name = "copy",
    .summary = tr("chép cả kho sang nơi khác: từ tệp lên máy chủ PostgreSQL và ngược lại"),
    .usage = {tr("[TÙY CHỌN] KHO_CŨ KHO_MỚI")},
    .about = tr(
        "Kho là một tệp hoặc địa chỉ postgresql://NGƯỜI_DÙNG@MÁY/CƠ_SỞ_DỮ_LIỆU; kho mới phải chưa có.\n"
        "Nhật ký, tài liệu và chữ ký giữ nguyên từng byte; các bảng được dựng lại ở nơi mới và phải giống hệt nơi "
        "cũ, nếu không thì không chép gì.\n"
        "Thư mục niêm phong (danh tính người tố cáo) không thuộc kho và không được chép theo.\n"
        "Mật khẩu nên để trong ~/.pgpass hoặc PGPASSFILE, không viết trong địa chỉ."),
    .examples = {{"dieuhanh copy dieuhanh.db postgresql://an@maychu/dieuhanh", tr("đưa kho lên máy chủ")},
                 {"dieuhanh copy postgresql://an@maychu/dieuhanh ban-sao.db", tr("lấy về một tệp")}},
    .arguments_min = 2,
    .arguments_max = 2,
    .needs = NEEDS_NOTHING,
    .run = run,
};
