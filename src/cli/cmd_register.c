/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_register: registers (sổ đăng ký): what is listed and counted.
 */
#include "register_cells.h"

static bool run(struct cli *c, struct err *err)
{
    static const struct {
        const char *word;
        bool (*run)(struct cli *c, struct err *err);
    } WORDS[] = {
        {"list", register_run_list},     {"show", register_run_show},
        {"add", register_run_add},       {"entries", register_run_entries},
        {"new", register_run_new},       {"edit", register_run_edit},
        {"close", register_run_close},   {"void", register_run_void},
        {"count", register_run_count},   {"rank", register_run_rank},
        {"quota", register_run_quota},   {"import", register_run_import},
        {"export", register_run_export}, {"duplicates", register_run_duplicates},
        {"feed", register_run_feed},
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq(c->args[0], str_of(WORDS[i].word))) return WORDS[i].run(c, err);
    return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("đơn vị của mục, theo tên hoặc mã")},
    {"under", 0, OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("entries, count, export: đơn vị này và mọi đơn vị nằm dưới")},
    {"on", 0, OPTION_DATE, tr("NGÀY"),
     .help = tr("entries, count, quota: các mục có hiệu lực vào ngày này; close: ngày cuối; không nêu thì hôm nay")},
    {"from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("new, edit: ngày đầu của hiệu lực; count: từ ngày này")},
    {"to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("new: ngày cuối, nếu đã biết; count: đến ngày này")},
    {"note", 'n', OPTION_TEXT, tr("LỜI"), .help = tr("lý do; close, void và show --reveal phải nêu")},
    {"text", 't', OPTION_TEXT, tr("TỪ"), .help = tr("entries: có những từ này, gõ dấu hay không")},
    {"all", 'a', OPTION_FLAG, .help = tr("entries, export: cả mục đã đóng, chưa đến ngày đầu hay ghi sai")},
    {"per", 0, OPTION_TEXT, tr("TRƯỜNG,TRƯỜNG"),
     .help = tr("count: một dòng cho mỗi giá trị của trường; unit là đơn vị")},
    {"count", 0, OPTION_TEXT, tr("CÁCH ĐẾM"),
     .help = tr("count: cách đếm của sổ; không nêu thì đếm mọi mục có hiệu lực")},
    {"rule", 0, OPTION_TEXT, tr("TỆP"),
     .help = tr("rank: quy tắc xếp hạng của đơn vị, một tệp JSON (docs/FORMATS.md)")},
    {"public", 0, OPTION_FLAG, .help = tr("count: để công bố, số dưới 5 được ẩn")},
    {"period", 0, OPTION_TEXT, tr("KỲ"), .help = tr("feed: kỳ số liệu, ví dụ 2026-Q3")},
    {"dry-run", 0, OPTION_FLAG, .help = tr("import, feed: chỉ xem, không ghi")},
    {"reveal", 0, OPTION_FLAG,
     .help = tr("show R7: cả giá trị bị che; lý do (--note) và người xem được ghi vào nhật ký")},
    {"json", 0, OPTION_FLAG, .help = tr("show: nguyên văn tệp JSON của sổ, để làm mẫu")},
    {"limit", 'l', OPTION_COUNT, tr("SỐ"), .fallback = "50", .help = tr("entries: nhiều nhất chừng ấy mục")},
    {"after", 0, OPTION_TEXT, tr("MỤC"), .help = tr("entries: trang sau, từ sau mục này")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các sổ: của chương trình và của cơ quan")},
    {"show", tr("show SỔ|MỤC: các trường và cách đếm của một sổ; một mục với mọi thay đổi đã có")},
    {"add", tr("add TỆP: thêm sổ của cơ quan, hoặc phiên bản mới của nó")},
    {"entries", tr("entries SỔ [TRƯỜNG=GIÁ TRỊ...]: các mục có hiệu lực, lọc theo đơn vị, ngày, trường, từ")},
    {"new", tr("new SỔ TRƯỜNG=GIÁ TRỊ...: ghi một mục")},
    {"edit", tr("edit MỤC... TRƯỜNG=GIÁ TRỊ...: sửa; nội dung cũ vẫn được giữ")},
    {"close", tr("close MỤC...: đóng mục (thay cho xóa), nêu lý do")},
    {"void", tr("void MỤC...: mục chưa từng đúng; không đếm nữa, nêu lý do")},
    {"count", tr("đếm, cộng theo đơn vị và theo trường, vào một ngày hoặc trong một thời gian")},
    {"rank", tr("xếp hạng theo quy tắc của sổ hoặc của tệp (--rule): điểm nào vì mục nào")},
    {"quota", tr("định mức của sổ theo từng đơn vị: có bao nhiêu, được bao nhiêu, vì số liệu nào")},
    {"import", tr("import SỔ TỆP: nhập một danh sách (XLSX, XLS, CSV), cả danh sách hoặc không gì")},
    {"export", tr("in mọi mục thành danh sách mà import đọc lại được")},
    {"duplicates", tr("các mục đang mở có thể là một: cùng mã băm, hoặc cùng khóa khi bỏ dấu")},
    {"feed", tr("lập số liệu của các chỉ tiêu mà sổ nuôi, kèm số mục và quy tắc đếm")},
    {0},
};

const struct command cmd_register = {
    .name = "register",
    .summary = tr("sổ đăng ký: hộ, doanh nghiệp, quy hoạch, biên chế…: ghi, tìm, đếm, nuôi chỉ tiêu"),
    .usage = {tr("list | show SỔ|MỤC | add TỆP"), tr("new SỔ TRƯỜNG=GIÁ TRỊ... --unit ĐƠN VỊ [--from NGÀY]"),
              tr("edit|close|void MỤC... [TRƯỜNG=GIÁ TRỊ...] [--note LỜI]"),
              tr("entries SỔ [TRƯỜNG=GIÁ TRỊ...] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [--on NGÀY] [--text TỪ]"),
              tr("count SỔ [--count CÁCH ĐẾM] [--per TRƯỜNG] [--under ĐƠN VỊ] [--on NGÀY] [--public]"),
              tr("import SỔ TỆP [--dry-run] | export SỔ | duplicates SỔ | quota SỔ"),
              tr("rank SỔ [--rule TỆP] [--from NGÀY] [--to NGÀY] [--under ĐƠN VỊ]"),
              tr("feed SỔ --period KỲ [--dry-run]")},
    .about = tr(
        "Một sổ là dữ liệu, không phải chương trình: các trường, khóa, cách đếm; cơ quan tự thêm bằng một tệp JSON "
        "(docs/FORMATS.md).\n"
        "Không mục nào bị xóa hay sửa lặng lẽ: mỗi thay đổi là một mục nhật ký. Trường che bớt chỉ hiện hết khi nêu lý "
        "do; trường mật không được giữ, chỉ giữ mã băm để tìm mục trùng."),
    .options = OPTIONS,
    .words = WORDS,
    .examples =
        {{"dieuhanh register new culture_space name=\"Không gian Trường Lê Lợi\" place_kind=\"trường học\" --unit "
          "\"phường Bến Thành\"",
          tr("ghi một mục")},
         {"dieuhanh register count culture_space --per place_kind", tr("đếm theo loại nơi đặt")},
         {"dieuhanh register import poor_household ho-ngheo.xlsx --dry-run", tr("xem danh sách có nhập được không")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
