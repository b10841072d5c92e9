/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_filing: periodic reports: which are owed, by whom, until when, and how each goes from draft to lock.
 */
#include "filing_cells.h"

static bool run(struct cli *c, struct err *err)
{
    static const struct {
        const char *word;
        bool (*run)(struct cli *c, struct err *err);
    } WORDS[] = {
        {"list", filing_run_list}, {"count", filing_run_count},     {"definitions", filing_run_definitions},
        {"show", filing_run_show}, {"history", filing_run_history}, {"corrections", filing_run_corrections},
        {"open", filing_run_open}, {"require", filing_run_require}, {"define", filing_run_define},
    };
    static const struct {
        const char *word;
        enum filing_state to;
    } STEPS[] = {
        {"submit", FILING_SUBMITTED},
        {"return", FILING_RETURNED},
        {"accept", FILING_ACCEPTED},
        {"lock", FILING_LOCKED},
    };
    struct str word = c->args[0];
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq(word, str_of(WORDS[i].word))) return WORDS[i].run(c, err);
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
        if (str_eq(word, str_of(STEPS[i].word))) return filing_run_step(c, STEPS[i].to, err);
    return fail(err, ERR_ARGUMENTS_FEW, STR("filing"));
}

static const char *const SENDERS[] = {"commune", "province", "district", "office", NULL};
static const char *const WEEKENDS[] = {"as_is", "next_working_day", NULL};
static const char *const LATES[] = {"first", "last", NULL};
static const char *const STATES[] = {"none", "draft", "submitted", "returned", "accepted", "locked", NULL};

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("một đơn vị, theo tên hoặc mã")},
    {"under", 0, OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("mọi đơn vị thuộc cấp phải gửi nằm dưới đơn vị này")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("kỳ báo cáo: 2025-06, 2025-Q2, 2025-H1, 2025-9M, 2025")},
    {"on", 0, OPTION_DATE, tr("NGÀY"),
     .help = tr("list, count: tình hình vào ngày đó; submit, return, accept, lock: ngày việc đã xảy ra, ví dụ ngày "
                "nhận báo cáo giấy")},
    {"ahead", 0, OPTION_COUNT, tr("SỐ NGÀY"), NULL, "0", tr("list, count: cả những kỳ chốt số liệu trong số ngày tới")},
    {"late", 0, OPTION_FLAG, .help = tr("list: chỉ báo cáo gửi trễ hoặc quá hạn chưa gửi")},
    {"state", 0, OPTION_CHOICE, tr("BƯỚC"), STATES, .help = tr("list: chỉ báo cáo đang ở bước này; none: chưa lập")},
    {"note", 'n', OPTION_TEXT, tr("LỜI"), .help = tr("ghi chú vào nhật ký; return: lý do trả lại")},
    {"name", 0, OPTION_TEXT, tr("TÊN"), .help = tr("define: tên báo cáo")},
    {"every", 0, OPTION_TEXT, tr("KỲ"),
     .help = tr("define: month, quarter, three_months, first_half, second_half, nine_months, year; nhiều thì cách nhau "
                "bằng dấu phẩy")},
    {"window", 0, OPTION_TEXT, tr("CÁCH CHỐT"), NULL, "cut:14",
     tr("define: số liệu theo lịch (calendar), theo niên độ ngân sách (budget) hay chốt ngày N (cut:N)")},
    {"due", 0, OPTION_TEXT, tr("HẠN"),
     .help = tr("define, require: last_month:17 (ngày 17 tháng cuối kỳ), next_month:10, next_year:02-20, after:10 (sau "
                "ngày chốt), agency (chưa định)")},
    {"sender", 0, OPTION_CHOICE, tr("CẤP"), SENDERS, "commune", tr("define: cấp phải gửi")},
    {"receiver", 0, OPTION_TEXT, tr("NƠI NHẬN"), .help = tr("define: cơ quan nhận")},
    {"weekend", 0, OPTION_CHOICE, tr("CÁCH"), WEEKENDS, "as_is",
     tr("define: hạn trùng ngày nghỉ thì giữ nguyên hay lùi sang ngày làm việc tiếp theo (theo lịch nghỉ)")},
    {"late-by", 0, OPTION_CHOICE, tr("LẦN"), LATES, "first",
     tr("define: tính trễ theo lần gửi đầu hay lần gửi lại cuối cùng")},
    {"indicators", 0, OPTION_TEXT, tr("MÃ,MÃ"), .help = tr("define: các chỉ tiêu của báo cáo")},
    {"required", 0, OPTION_TEXT, tr("MÃ,MÃ"), .help = tr("define: chỉ tiêu bắt buộc, thiếu thì không gửi được")},
    {"from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("define, require: áp dụng cho các kỳ chốt số liệu từ ngày này")},
    {"to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("define, require: đến ngày này")},
    {"source", 0, OPTION_TEXT, tr("CĂN CỨ"), .help = tr("define, require: văn bản làm căn cứ")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("báo cáo nào phải gửi, ai gửi, hạn nào, trễ bao nhiêu ngày")},
    {"count", tr("đếm đúng hạn, trễ, chưa gửi theo mẫu và kỳ")},
    {"show", tr("một báo cáo: từng chỉ tiêu, còn thiếu gì, các bước, đính chính")},
    {"history", tr("các bước của một báo cáo: ai, ngày nào, ghi chú gì")},
    {"corrections", tr("các đính chính sau khi khóa: số cũ, số mới, lý do")},
    {"definitions", tr("các mẫu báo cáo: kỳ, cách chốt số liệu, hạn gửi, căn cứ")},
    {"define", tr("define MÃ: đặt mẫu báo cáo của riêng cơ quan")},
    {"require", tr("require MẪU: ghi đơn vị nào phải gửi báo cáo nào")},
    {"open", tr("open MẪU: lập báo cáo của một đơn vị cho một kỳ")},
    {"submit", tr("gửi báo cáo")},
    {"return", tr("trả lại báo cáo, nêu lý do")},
    {"accept", tr("nhận báo cáo")},
    {"lock", tr("khóa báo cáo đã nhận; không có bước mở khóa")},
    {0},
};

const struct command cmd_filing = {
    .name = "filing",
    .summary = tr("báo cáo định kỳ: ai phải gửi, hạn nào, trễ bao lâu; lập, gửi, trả lại, nhận, khóa"),
    .usage = {tr("list|count [MẪU] [ĐƠN VỊ|--under ĐƠN VỊ] [KỲ] [--on NGÀY]"),
              tr("show|history|corrections|submit|return|accept|lock B1... [--on NGÀY] [--note LỜI]"),
              tr("open MẪU ĐƠN VỊ|--under ĐƠN VỊ KỲ"), tr("define|require|definitions MẪU [TÙY CHỌN]")},
    .about = tr(
        "Mẫu báo cáo nói số liệu của kỳ lấy từ ngày nào đến ngày nào, hạn gửi và cấp nào gửi. NĐ 09/2019/NĐ-CP "
        "chốt 6 tháng đầu năm từ 15/12 đến 14/6; báo cáo ngân sách theo lịch; vốn đầu tư công đến 31/01 năm sau.\n"
        "Hạn mà văn bản giao cho từng cơ quan thì nêu bằng «filing require MẪU --under NƠI --due HẠN --source CĂN "
        "CỨ».\n"
        "Các bước: dự thảo, đã gửi, bị trả lại, gửi lại, đã nhận, đã khóa. Báo cáo đã khóa thì số liệu của đơn vị, "
        "các chỉ tiêu và kỳ đó không đổi được nữa; accept, reject, import, table, load chỉ đổi được bằng --correction "
        "\"lý do\", số cũ vẫn được giữ.\n"
        "Mã báo cáo là B1, B2, ...; hoặc nêu mẫu cùng đơn vị và kỳ, theo thứ tự nào cũng được."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh filing definitions", tr("các mẫu báo cáo theo văn bản và của cơ quan")},
                 {"dieuhanh filing require KTXH --under \"TP Hồ Chí Minh\" --due last_month:17 --source "
                  "\"12/2026/QĐ-UBND\"",
                  tr("mọi phường, xã của thành phố phải gửi, hạn ngày 17 tháng cuối kỳ")},
                 {"dieuhanh filing list --on 2026-06-20 --late", tr("ai trễ vào ngày đó, trễ bao nhiêu ngày")},
                 {"dieuhanh filing open KTXH \"phường Sài Gòn\" 2026-H1", tr("lập báo cáo")},
                 {"dieuhanh filing submit B1 --on 2026-06-16 --note \"nhận bản giấy\"", tr("gửi, ghi ngày nhận")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
