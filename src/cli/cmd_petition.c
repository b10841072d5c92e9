/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_petition: citizens' voice: letters, complaints, denunciations, receptions, feedback, petitions of voters,
 * difficulties of firms, as one list over several kinds; with counts as offices report them, and those that are the
 * same twice.
 */
#include "matter_command.h"
#include "petition_cells.h"

static const struct option_spec OPTIONS[] = {
    {"kind", 'k', OPTION_TEXT, tr("LOẠI"), .help = tr("chỉ loại này; new, import, export, late: phải nêu")},
    {"received-from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("kỳ từ ngày này; không nêu thì từ đầu năm")},
    {"received-to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("kỳ đến hết ngày này; không nêu thì đến --on")},
    {"within", 0, OPTION_COUNT, tr("SỐ NGÀY"), .fallback = "365", .help = tr("chỉ đơn nhận trong chừng ấy ngày")},
    MATTER_OPTIONS,
    {0}};

/* Of what is made, brought in and written out one kind is meant. */
static bool with_kind(struct cli *c, bool (*run)(struct cli *c, struct err *err), struct err *err)
{
    return cli_given(c, "kind") ? run(c, err) : fail(err, ERR_PETITION_NEED_KIND);
}

static bool run_new(struct cli *c, struct err *err)
{
    return with_kind(c, matter_run_new, err);
}

static bool run_import(struct cli *c, struct err *err)
{
    return with_kind(c, matter_run_import, err);
}

static bool run_export(struct cli *c, struct err *err)
{
    return with_kind(c, matter_run_export, err);
}

static bool run_late(struct cli *c, struct err *err)
{
    return with_kind(c, matter_run_late, err);
}

static bool run_feed(struct cli *c, struct err *err)
{
    return with_kind(c, matter_run_feed, err);
}

/* clang-format off */
static const struct command_word WORDS[] = {
    {"kinds", tr("các loại đơn thư, phản ánh, kiến nghị"),
     "kind", petition_run_kinds},
    {"twins", tr("các đơn có thể là một: cùng từ, cùng người gửi, cùng nơi; nêu vì sao"),
     "kind unit under within all on", petition_run_twins},
    {"join", tr("join VIỆC VIỆC --note LÝ DO: đơn trước là trùng với đơn sau; đơn trùng vẫn được giữ"),
     MATTER_DONE, petition_run_join},
    {"outcomes", tr("kết quả giải quyết: đúng, đúng một phần, sai; tỷ lệ với tử số và mẫu số"),
     "kind unit under received-from received-to on filter", petition_run_outcomes},
    {"stats", tr("đếm trong kỳ theo loại: tồn trước, tiếp nhận, thẩm quyền, đã giải quyết đúng hạn, quá hạn, còn lại"),
     "kind unit under received-from received-to on filter", petition_run_stats},
    {"new", tr("new NỘI DUNG --kind LOẠI --unit ĐƠN VỊ: vào sổ một đơn"),
     MATTER_DONE " unit with person giver follower due rule from appointment number document clause parent "
          "priority secrecy", run_new},
    {"list", tr("các đơn chưa xong, đơn gần hạn trước; lọc theo loại, đơn vị, trạng thái, hạn, từ"),
     MATTER_ASKED " limit after", matter_run_list},
    MATTER_WORD_MINE,
    {"show", tr("một đơn: nội dung, mọi hạn đã có, mọi bước, tệp, bước tiếp theo"),
     "kind on", matter_run_show},
    MATTER_WORD_MOVE,
    MATTER_WORD_ASSIGN,
    MATTER_WORD_EXTEND,
    MATTER_WORD_EDIT,
    MATTER_WORD_NOTE,
    MATTER_WORD_CHASE,
    MATTER_WORD_CHASED,
    MATTER_WORD_ATTACH,
    {"late", tr("tỷ lệ đúng hạn, quá hạn theo các cách tính A đến D: theo thực tế và theo số liệu đồng bộ"),
     "kind unit under ended-from ended-to convention on filter", run_late},
    MATTER_WORD_FILTER,
    MATTER_WORD_FORM,
    MATTER_WORD_HAND,
    MATTER_WORD_HELD,
    {"feed", tr("feed KỲ --kind LOẠI: đếm đơn thành số liệu của các chỉ tiêu mà loại ấy nuôi"),
     "kind unit under sum figure dry-run revise on limit", run_feed},
    {"import", tr("nhập một danh sách (XLSX, XLS, CSV): đơn mới vào sổ, đơn đã có đi tiếp; cả danh sách hoặc không gì"),
     "kind unit map columns from dry-run propose", run_import},
    {"export", tr("in mọi đơn của một loại thành danh sách mà import đọc lại được"),
     "kind unit persons", run_export},
    {0},
};
/* clang-format on */

static bool run(struct cli *c, struct err *err)
{
    return petition_kind_fits(c, err) && matter_run_word(c, err);
}

const struct command cmd_petition = {
    .name = "petition",
    .summary = tr("đơn thư, khiếu nại, tố cáo, tiếp công dân, phản ánh: như matter, nhiều loại một lúc"),
    .usage = {tr("list [--kind LOẠI] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [--clock KẾT QUẢ] [--on NGÀY]"),
              tr("new NỘI DUNG --kind LOẠI --unit ĐƠN VỊ [TRƯỜNG=GIÁ TRỊ...]"),
              tr("stats|outcomes [--under ĐƠN VỊ] [--received-from NGÀY] [--received-to NGÀY]"),
              tr("twins [--within SỐ NGÀY] [--all] | join VIỆC VIỆC --note LÝ DO"),
              tr("import --kind LOẠI TỆP [--dry-run] | export --kind LOẠI | late --kind LOẠI"),
              tr("show|move|assign|extend|edit|note|attach|chase|hand VIỆC... (như matter)"),
              tr("mine|chased|held|filter|form|feed ... (như matter)")},
    .about = tr(
        "Loại nào thuộc tiếng nói công dân là do dữ liệu của loại việc nêu («petition»); loại của cơ quan cũng "
        "được.\n"
        "stats: tổng = tồn trước + tiếp nhận = không xử lý + chuyển, hướng dẫn + thuộc thẩm quyền. Đơn kết thúc "
        "sau kỳ là còn lại của kỳ. Khiếu nại, tố cáo được thụ lý từ một lá đơn là một việc khác, đếm ở loại ấy.\n"
        "twins chỉ nêu, không tự gộp; join là một mục nhật ký, đơn trùng vẫn còn. Người tố cáo không có trong kho "
        "nên không so được."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh petition list --clock late", tr("đơn thư, phản ánh quá hạn, mọi loại")},
                 {"dieuhanh petition stats --received-from 2026-01-01 --received-to 2026-06-30", tr("6 tháng đầu năm")},
                 {"dieuhanh petition outcomes --kind complaint", tr("khiếu nại đúng, sai")},
                 {"dieuhanh petition twins --under \"TP Hồ Chí Minh\"", tr("đơn có thể trùng")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
