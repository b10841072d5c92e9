/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_rebuild: all tables but journal and documents, made again. Standard output holds the digest of the tables.
 */
#include "rebuild.h"

#include "record_cells.h"

static void tell(void *self, uint64_t done, uint64_t total)
{
    cli_progress(self, tr("Đang dựng lại"), done, total);
}

/* Which tables came out otherwise. */
static void tell_differences(struct cli *c, const struct rebuild_result *r)
{
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_eq(r->before.one[i], r->after.one[i])) cli_note(c, tr("bảng «{1}» đã khác"), table_digest_name(i));
}

static bool run(struct cli *c, struct err *err)
{
    struct rebuild_result r;
    bool ok = rebuild_record(&r, c->db, &(struct rebuild_progress){tell, c}, err);
    cli_progress_end(c);
    if (!ok) return false;
    digest_write(c->out, r.after.all);
    buf_char(c->out, '\n');
    struct str entries = cli_number(c, (uint64_t)r.entries);
    if (r.same)
        cli_note(c, tr("đã dựng lại các bảng từ {1} mục nhật ký: giống hệt trước"), entries);
    else if (!r.readable_before)
        cli_note(c,
                 tr("đã dựng lại các bảng từ {1} mục nhật ký: trước đó các bảng bị hỏng hoặc do bản khác của chương "
                    "trình lập"),
                 entries);
    else
        cli_note(c, tr("đã dựng lại các bảng từ {1} mục nhật ký: khác trước"), entries);
    if (!r.same && r.readable_before) tell_differences(c, &r);
    return true;
}

const struct command cmd_rebuild = {
    .name = "rebuild",
    .summary = tr("dựng lại mọi bảng của kho từ nhật ký và tài liệu"),
    .usage = {tr("[TÙY CHỌN]")},
    .about = tr("Nhật ký và tài liệu là gốc; mọi bảng khác được dựng lại từ đó và phải giống hệt như cũ.\n"
                "Kết quả in ra là dấu vân tay (SHA-256) của các bảng."),
    .examples = {{"dieuhanh rebuild", tr("dựng lại kho dieuhanh.db")}},
    .needs = NEEDS_RECORD_TABLES,
    .run = run,
};
