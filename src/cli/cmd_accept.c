/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_accept: statements become figures of the record, by a person's word or, with --resolved, by the rule of accept.h.
 */
#include "accept.h"
#include "document_rows.h"
#include "record_cells.h"

static bool choose(struct accept_choice *out, struct cli *c, struct err *err)
{
    *out = (struct accept_choice){
        .indicator = cli_text(c, "indicator"),
        .unit = cli_text(c, "unit"),
        .layer = cli_text(c, "layer"),
        .has_layer = cli_given(c, "layer"),
    };
    struct str period = cli_text(c, "period");
    if (!period.len || period_read(&out->period, period)) return true;
    return fail(err, ERR_PERIOD_UNKNOWN, period);
}

static bool accept_named(struct cli *c, const struct author *author, struct err *err)
{
    struct statement_id *ids;
    struct accept_choice choice;
    struct accept_result result;
    if (!cli_statement_ids(&ids, c, err) || !choose(&choice, c, err)) return false;
    if (!accept_statements(&result, c->db, c->arena, author, ids, c->arg_count, &choice, err)) return false;
    cli_note(c, tr("{1} số liệu mới, {2} sửa lại, {3} xác nhận số đã có"), cli_number(c, result.made),
             cli_number(c, result.revised), cli_number(c, result.confirmed));
    if (result.others) cli_note(c, tr("{1} viện dẫn và chỉ đạo được chấp nhận"), cli_number(c, result.others));
    if (result.already) cli_note(c, tr("{1} đã chấp nhận từ trước, không đổi gì"), cli_number(c, result.already));
    return true;
}

static bool accept_by_rule(struct cli *c, const struct author *author, struct err *err)
{
    struct document_id only;
    struct document_list documents;
    size_t total = 0;
    if (!cli_document_id(&only, c, "document", err) || !document_list(&documents, c->db, c->arena, only, err))
        return false;
    for (size_t i = 0; i < documents.len; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        size_t accepted = 0;
        struct left_list left; /* none: what is locked is passed over */
        bool ok = accept_document(&accepted, &left, c->db, a, author, documents.at[i].document.id, ACCEPT_LOCKED_NOT,
                                  err);
        arena_close(a);
        if (!ok) return false;
        total += accepted;
        cli_progress(c, tr("Đang xét tài liệu"), i + 1, documents.len);
    }
    cli_progress_end(c);
    cli_note(c, tr("{1} phát biểu được chấp nhận theo quy tắc"), cli_number(c, total));
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct author author;
    if (cli_flag(c, "resolved") == (c->arg_count > 0)) return fail(err, ERR_ACCEPT_WHAT);
    if (!cli_author(&author, c, err)) return false;
    return c->arg_count ? accept_named(c, &author, err) : accept_by_rule(c, &author, err);
}

static const struct option_spec OPTIONS[] = {
    {"indicator", 'i', OPTION_TEXT, tr("MÃ"), .help = tr("mã chỉ tiêu, khi máy chưa rõ hoặc hiểu sai")},
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("tên hoặc mã nơi, khi máy chưa rõ hoặc hiểu sai")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("kỳ, ví dụ 2023-H1, khi máy chưa rõ hoặc hiểu sai")},
    {"layer", 'l', OPTION_TEXT, tr("LỚP"), .help = tr("lớp của kế hoạch: giao, hdnd, ...")},
    {"resolved", 'r', OPTION_FLAG, .help = tr("mọi số liệu rõ chỉ tiêu, nơi, kỳ và không mâu thuẫn với số nào")},
    CORRECTION_OPTION,
    {"document", 'd', OPTION_TEXT, tr("TÀI LIỆU"), .help = tr("với --resolved: chỉ của một tài liệu, ví dụ D7")},
    {0},
};

const struct command cmd_accept = {
    .name = "accept",
    .summary = tr("chấp nhận những gì đã đọc được thành số liệu của kho"),
    .usage = {tr("[TÙY CHỌN] S1 S2 ..."), tr("--resolved [--document D7]")},
    .about = tr("Số liệu trùng với số đang có thì xác nhận số đó; khác thì thành số sửa lại, số cũ vẫn được giữ.\n"
                "Tất cả được chấp nhận, hoặc không có gì thay đổi."),
    .options = OPTIONS,
    .examples = {{"dieuhanh accept S12 S13", tr("chấp nhận hai phát biểu")},
                 {"dieuhanh accept S14 --indicator C01 --period 2023-H1", tr("bổ sung điều máy chưa rõ")},
                 {"dieuhanh accept --resolved", tr("mọi điều rõ ràng trong kho")},
                 {"dieuhanh accept S12 --correction \"nhập sai đơn vị tính\"", tr("đính chính số đã khóa")}},
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_WRITE,
    .run = run,
};
