/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_reject: statements that were read wrongly, or that are wrong. They stay in the record with who rejected them and
 * why.
 */
#include "accept.h"
#include "record_cells.h"

static bool run(struct cli *c, struct err *err)
{
    struct author author;
    struct statement_id *ids;
    size_t rejected;
    if (!cli_author(&author, c, err) || !cli_statement_ids(&ids, c, err)) return false;
    if (!reject_statements(&rejected, c->db, c->arena, &author, ids, c->arg_count, cli_text(c, "reason"), err))
        return false;
    cli_note(c, tr("đã loại {1}"), cli_number(c, rejected));
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"reason", 'r', OPTION_TEXT, tr("LÝ DO"), .help = tr("lý do, ghi vào nhật ký")},
    CORRECTION_OPTION,
    {0},
};

const struct command cmd_reject = {
    .name = "reject",
    .summary = tr("loại những gì máy đọc nhầm hoặc báo cáo viết sai"),
    .usage = {tr("[TÙY CHỌN] S1 S2 ...")},
    .about = tr("Số liệu chỉ dựa vào phát biểu bị loại thì không còn được tính nữa; nhật ký vẫn giữ."),
    .options = OPTIONS,
    .examples = {{"dieuhanh reject S15 --reason \"nhầm đơn vị\"", tr("loại một phát biểu, ghi lý do")}},
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_WRITE,
    .run = run,
};
