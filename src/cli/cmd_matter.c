/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_matter: what is owed and by when, of every kind; and `task` and `dossier`, which are the same for the kinds that
 * offices use daily, so that nobody has to type --kind for them. All are one table of words and options.
 */
#include "matter_cells.h"
#include "project_cells.h"

bool matter_run_word(struct cli *c, struct err *err)
{
    static const struct {
        const char *word;
        bool (*run)(struct cli *c, struct err *err);
    } WORDS[] = {
        {"new", matter_run_new},
        {"list", matter_run_list},
        {"show", matter_run_show},
        {"move", matter_run_move},
        {"assign", matter_run_assign},
        {"extend", matter_run_extend},
        {"edit", matter_run_edit},
        {"note", matter_run_note},
        {"attach", matter_run_attach},
        {"stats", matter_run_stats},
        {"mine", matter_run_mine},
        {"late", matter_run_late},
        {"grade", matter_run_grade},
        {"report", matter_run_report},
        {"chase", matter_run_chase},
        {"chased", matter_run_chased},
        {"chain", matter_run_chain},
        {"filter", matter_run_filter},
        {"recompute", matter_run_recompute},
        {"proposals", matter_run_proposals},
        {"accept", matter_run_accept},
        {"import", matter_run_import},
        {"export", matter_run_export},
        {"feed", matter_run_feed},
        {"form", matter_run_form},
        {"hand", matter_run_hand},
        {"held", matter_run_held},
        {"series", matter_run_series},
    };
    bool document = c->format == FORMAT_MARKDOWN || c->format == FORMAT_HTML;
    if (document && !str_eq(c->args[0], STR("report")))
        return fail(err, ERR_OPTION_CHOICE, STR("--format"), str_of(c->command->name), format_name(c->format),
                    STR("table, jsonl, json, csv, csv-excel"));
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq(c->args[0], str_of(WORDS[i].word))) return WORDS[i].run(c, err) || matter_error_shown(c, err);
    return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
}

/* In the order of the enums of matter_kind.h and matter.h: the place of a choice is the value. */
static const char *const GROUPS[] = {"waiting", "open", "paused", "done", "dropped", NULL};
static const char *const VERDICTS[] = {"in_time",       "soon",       "late",  "no_clock",    "stands",
                                       "ended_in_time", "ended_late", "ended", "not_counted", NULL};
static const char *const PRIORITIES[] = {"normal", "high", "urgent", NULL};
static const char *const TOPICS[] = {"result", "limit", "cause", "proposal", NULL};
static const char *const WINDOWS[] = {"calendar", "nd09", NULL};
static const char *const SECRECIES[] = {"normal", "internal", NULL};

#define OPTIONS_OF_BOTH                                                                                                \
    {"unit", 'u', OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("đơn vị chủ trì, theo tên hoặc mã")},                          \
        {"under", 0, OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("list, stats: đơn vị này và mọi đơn vị nằm dưới")},         \
        {"with", 0, OPTION_TEXT, tr("ĐƠN VỊ;ĐƠN VỊ"), .help = tr("new, assign: đơn vị phối hợp")},                     \
        {"without", 0, OPTION_TEXT, tr("ĐƠN VỊ;ĐƠN VỊ"), .help = tr("assign: đơn vị thôi phối hợp")},                  \
        {"person", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("người thực hiện; mine: việc của ai")},                     \
        {"giver", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("người giao; khi giao mà không nêu thì lấy --by")},          \
        {"follower", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("người theo dõi, đôn đốc")},                              \
        {"due", 0, OPTION_DATE, tr("NGÀY"), .help = tr("new: hạn; extend: hạn mới")},                                  \
        {"rule", 0, OPTION_TEXT, tr("QUY TẮC"),                                                                        \
         .help = tr("new: hạn theo quy tắc hay thời hạn này, như «7 ngày làm việc»")},                                 \
        {"from", 0, OPTION_TEXT, tr("LÚC"),                                                                            \
         .help = tr("new: lúc bắt đầu tính hạn, nếu khác lúc giao; import: bảng mã cũ của tệp (tcvn3, vni, cp1258)")}, \
        {"more", 0, OPTION_TEXT, tr("THỜI HẠN"), .help = tr("extend: thêm chừng ấy, thay cho --due")},                 \
        {"appointment", 0, OPTION_TEXT, tr("LÚC"), .help = tr("new, move: lịch hẹn đã in trên phiếu; không đổi nữa")}, \
        {"at", 0, OPTION_TEXT, tr("GIỜ"), .help = tr("khi ghi: giờ việc đã xảy ra, như 16:30")},                       \
        {"ended-from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("late: việc đã xong từ ngày này")},                      \
        {"ended-to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("late: việc đã xong đến ngày này")},                       \
        {"convention", 0, OPTION_TEXT, tr("CÁCH"), .help = tr("late: chỉ cách tính này (A đến D), theo từng đơn vị")}, \
        {"dry-run", 0, OPTION_FLAG, .help = tr("recompute, import, feed: chỉ xem, không ghi")},                        \
        {"figure", 0, OPTION_TEXT, tr("CHỈ TIÊU"), .help = tr("feed: liệt kê những việc mà chỉ tiêu ấy đếm")},         \
        {"late", 0, OPTION_FLAG, .help = tr("held: chỉ việc đang ở bước quá hạn")},                                    \
        {"revise", 0, OPTION_FLAG, .help = tr("feed: số đếm thay số đã có trong kho; số cũ vẫn được giữ")},            \
        {"html", 0, OPTION_FLAG, .help = tr("form: HTML để in, thay cho Markdown")},                                   \
        {"template", 0, OPTION_FILE, tr("TỆP"), .help = tr("form: mẫu của cơ quan, thay cho mẫu của loại việc")},      \
        {"year", 0, OPTION_COUNT, tr("NĂM"), .help = tr("series: chỉ năm này")},                                       \
        {"target", 0, OPTION_TEXT, tr("MÃ"), .help = tr("new, list: thuộc chương trình hay chỉ tiêu có mã này")},      \
        {"step", 0, OPTION_TEXT, tr("BƯỚC"), .help = tr("hand: đến bước này; không nêu thì bước sau")},                \
        {"sum", 0, OPTION_FLAG, .help = tr("feed: mọi việc dưới --under cộng vào một số liệu của đơn vị ấy")},         \
        {"common", 0, OPTION_TEXT, tr("ĐIỂM"), .help = tr("grade: điểm tiêu chí chung, để cộng và xếp loại")},         \
        {"leader", 0, OPTION_TEXT, tr("D; Đ; E"),                                                                      \
         .help = tr("grade: của lãnh đạo, ba tỷ lệ kết quả của đơn vị (0 đến 100), như «95; 90; 100»")},               \
        {"to", 0, OPTION_TEXT, tr("AI"),                                                                               \
         .help = tr("chase: đôn đốc đơn vị hay người nào; không nêu thì người đang giữ việc")},                        \
        {"topic",        0,      OPTION_CHOICE,                                                                        \
         tr("NỘI DUNG"), TOPICS, .help = tr("note: về kết quả, hạn chế, nguyên nhân hay đề xuất; vào báo cáo")},       \
        {"period", 0, OPTION_TEXT, tr("KỲ"), .help = tr("report, grade: kỳ, như 2026-03, 2026-Q1, 2026-H1, 2026")},    \
        {"window",                                                                                                     \
         0,                                                                                                            \
         OPTION_CHOICE,                                                                                                \
         tr("CÁCH"),                                                                                                   \
         WINDOWS,                                                                                                      \
         .help = tr("report: theo ngày lịch, hay chốt số liệu theo NĐ 09/2019 (từ ngày 15 đến ngày 14)")},             \
        {"basis", 0, OPTION_TEXT, tr("VĂN BẢN"), .help = tr("chain add: văn bản mà nó triển khai")},                   \
        {"issuer", 0, OPTION_TEXT, tr("CƠ QUAN"), .help = tr("chain add: cơ quan ban hành")},                          \
        {"filter", 0, OPTION_TEXT, tr("BỘ LỌC"), .help = tr("list, stats, late, chased: theo bộ lọc đã lưu")},         \
        {"shared", 0, OPTION_FLAG, .help = tr("filter save, filter drop: bộ lọc dùng chung")},                         \
        {"on", 0, OPTION_DATE, tr("NGÀY"),                                                                             \
         .help = tr("list, mine, stats, show: tính hạn vào ngày đó; khi ghi: ngày việc đã xảy ra")},                   \
        {"note", 'n', OPTION_TEXT, tr("LỜI"), .help = tr("nội dung, lý do; ghi vào nhật ký")},                         \
        {"file", 0, OPTION_FILE, tr("TỆP"), .help = tr("attach, new, move, note: tệp đính kèm")},                      \
        {"title", 0, OPTION_TEXT, tr("LỜI"), .help = tr("edit, accept: nội dung mới")},                                \
        {"number", 0, OPTION_TEXT, tr("SỐ"), .help = tr("new: số đã có; không nêu thì lấy số tiếp theo")},             \
        {"document", 0, OPTION_TEXT, tr("VĂN BẢN"),                                                                    \
         .help = tr("new, edit, accept: số, ký hiệu văn bản giao việc; proposals: một tài liệu, ví dụ D7")},           \
        {"clause", 0, OPTION_TEXT, tr("ĐIỂM"), .help = tr("new, edit: điểm, khoản của văn bản")},                      \
        {"parent", 0, OPTION_TEXT, tr("VIỆC"), .help = tr("new: mã của việc mà nó là một phần")},                      \
        {"priority", 0, OPTION_CHOICE, tr("MỨC"), PRIORITIES, .help = tr("new, edit: mức ưu tiên")},                   \
        {"secrecy",     0,                                                                                             \
         OPTION_CHOICE, tr("PHẠM VI"),                                                                                 \
         SECRECIES,     .help = tr("new, edit: nội bộ hay không; việc thuộc bí mật nhà nước không nhập vào đây")},     \
        {"state", 0, OPTION_TEXT, tr("TRẠNG THÁI"), .help = tr("list: chỉ việc đang ở trạng thái này")},               \
        {"group", 0, OPTION_CHOICE, tr("NHÓM"), GROUPS, .help = tr("list: chỉ việc thuộc nhóm trạng thái này")},       \
        {"clock", 0, OPTION_CHOICE, tr("KẾT QUẢ"), VERDICTS, .help = tr("list: chỉ việc so với hạn như thế này")},     \
        {"no-due", 0, OPTION_FLAG, .help = tr("accept: không đặt hạn dù lời văn có nêu")},                             \
        {"again", 0, OPTION_FLAG, .help = tr("accept: thêm một nhiệm vụ dù đã lập từ chỉ đạo ấy")},                    \
        {"map", 0, OPTION_FILE, tr("TỆP-ÁNH-XẠ"), .help = tr("import: cột và từ ngữ của danh sách nghĩa là gì")},      \
        {"columns", 0, OPTION_TEXT, tr("CỘT"),                                                                         \
         .help = tr("import: cột nào là gì, như number=Mã biên nhận; không nêu thì theo đầu cột")},                    \
        {"propose", 0, OPTION_FLAG, .help = tr("import: in một tệp ánh xạ để điền tiếp, không đổi gì")},               \
        {"persons", 0, OPTION_FLAG, .help = tr("export: cả họ tên công dân; không nêu thì bỏ qua")},                   \
        {"all", 'a', OPTION_FLAG, .help = tr("list: cả việc đã kết thúc")},                                            \
        {"text", 't', OPTION_TEXT, tr("TỪ"), .help = tr("list: có những từ này, gõ dấu hay không")},                   \
        {"due-from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("list, stats, grade: hạn từ ngày này")},                   \
        {"due-to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("list, stats, grade: hạn đến ngày này")},                    \
        {"soon", 0, OPTION_COUNT, tr("SỐ NGÀY"),                                                                       \
         .help = tr("list, stats: còn chừng ấy ngày là sắp đến hạn; không nêu thì theo loại việc")},                   \
        {"limit",          'l',                                                                                        \
         OPTION_COUNT,     tr("SỐ"),                                                                                   \
         .fallback = "50", .help = tr("list, mine, proposals: nhiều nhất chừng ấy việc")},                             \
    {                                                                                                                  \
        "after", 0, OPTION_TEXT, tr("VIỆC"), .help = tr("list, proposals: trang sau, từ sau việc này")                 \
    }

static const struct option_spec TASK_OPTIONS[] = {OPTIONS_OF_BOTH, {0}};
static const struct option_spec MATTER_OPTIONS[] = {
    {"kind", 'k', OPTION_TEXT, tr("LOẠI"), .help = tr("loại việc; new mà không nêu thì là task")},
    OPTIONS_OF_BOTH,
    {0}};

static const struct command_word WORDS[] = {
    {"new", tr("new NỘI DUNG: giao một việc, nêu đơn vị chủ trì, hạn, trường=giá trị")},
    {"list", tr("các việc, việc gần hạn trước; lọc theo đơn vị, người, trạng thái, hạn, từ")},
    {"mine", tr("việc của một người hoặc một đơn vị: quá hạn, bị trả lại, sắp đến hạn, chờ xử lý")},
    {"show", tr("một việc: nội dung, mọi hạn đã có, mọi bước, tệp, bước tiếp theo")},
    {"move", tr("move BƯỚC VIỆC...: chuyển việc sang bước tiếp theo")},
    {"assign", tr("đổi đơn vị chủ trì, người thực hiện, đơn vị phối hợp")},
    {"extend", tr("gia hạn, đổi hạn (--due hoặc --more), nêu lý do; mọi hạn cũ vẫn được giữ")},
    {"edit", tr("sửa nội dung và các trường; nội dung cũ vẫn được giữ")},
    {"note", tr("ghi chú; --topic nói về kết quả, hạn chế, nguyên nhân hay đề xuất")},
    {"chase", tr("chase VIỆC...: ghi một lần đôn đốc, bằng lời hay bằng văn bản, đôn đốc ai")},
    {"chased", tr("ai đã được đôn đốc, nhắc mà chưa trả lời; --all: tất cả")},
    {"attach", tr("đính kèm tệp")},
    {"proposals", tr("các chỉ đạo đã đọc được trong tài liệu mà chưa thành nhiệm vụ: việc gì, của ai, hạn nào")},
    {"accept", tr("accept S12...: lập nhiệm vụ từ chỉ đạo; đơn vị, hạn, nội dung nào khác thì nêu")},
    {"late", tr("tỷ lệ đúng hạn, quá hạn theo các cách tính A đến D: theo thực tế và theo số liệu đồng bộ")},
    {"grade", tr("điểm kết quả theo số lượng, chất lượng, tiến độ của nhiệm vụ trong kỳ, nêu từng phép cộng")},
    {"report", tr("báo cáo kết quả nhiệm vụ trong kỳ: số lượng, tỷ lệ, đạt được, hạn chế, nguyên nhân, đề xuất")},
    {"chain",
     tr("chain VĂN BẢN: từ nghị quyết, quyết định, kế hoạch xuống nhiệm vụ; chain list, proposals, add, drop")},
    {"filter", tr("filter save TÊN, list, drop TÊN: điều kiện lọc đã lưu, của riêng mình hay dùng chung")},
    {"recompute", tr("tính lại hạn theo quy tắc sau khi lịch nghỉ thay đổi; mỗi hạn đổi là một mục nhật ký")},
    {"import",
     tr("nhập một danh sách (XLSX, XLS, CSV): việc mới vào sổ, việc đã có đi tiếp; cả danh sách hoặc không gì")},
    {"export", tr("in mọi việc của một loại thành danh sách mà import đọc lại được")},
    {"form", tr("form MẪU VIỆC: điền mẫu giấy tờ của loại việc, ví dụ form mau01 M7")},
    {"hand", tr("hand VIỆC --person NGƯỜI: chuyển sang bước nội bộ sau, tính hạn của bước")},
    {"held", tr("việc đang ở bước nội bộ nào, ai giữ, hạn của bước; --late: chỉ bước quá hạn")},
    {"series", tr("sổ số văn bản: số nào thiếu, số nào trùng, số tiếp theo, theo năm và loại văn bản")},
    {"feed", tr("feed KỲ: đếm việc thành số liệu của các chỉ tiêu mà loại việc nuôi, ví dụ 2026-06")},
    {"stats", tr("đếm theo đơn vị: trong hạn, quá hạn, hoàn thành, tỷ lệ với tử số và mẫu số")},
    {0},
};

#define USAGE                                                                                                          \
    {                                                                                                                  \
        tr("new NỘI DUNG --unit ĐƠN VỊ [--due NGÀY] [TÙY CHỌN] [TRƯỜNG=GIÁ TRỊ...]"),                                  \
            tr("move BƯỚC VIỆC... [TÙY CHỌN] | hand VIỆC... --person NGƯỜI | form MẪU VIỆC... [--html]"),              \
            tr("show|assign|extend|edit|note|attach|chase VIỆC... [TÙY CHỌN] [TRƯỜNG=GIÁ TRỊ...]"),                    \
            tr("list|stats|late|held|chased|series [--filter BỘ LỌC] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [TÙY CHỌN]"),      \
            tr("mine [--person NGƯỜI|--unit ĐƠN VỊ] [--on NGÀY] | recompute --note LỜI [--dry-run]"),                  \
            tr("report [words] --period KỲ [--window nd09] [--unit ĐƠN VỊ|--under ĐƠN VỊ]"),                           \
            tr("grade [sums] --person NGƯỜI|--unit ĐƠN VỊ --period KỲ|--due-from NGÀY --due-to NGÀY"),                 \
            tr("chain [VĂN BẢN|list|proposals] | chain add|drop VĂN BẢN [--basis VĂN BẢN]"),                           \
            tr("filter save TÊN TÙY CHỌN | filter list | filter drop TÊN"),                                            \
            tr("proposals [--document TÀI LIỆU] | feed KỲ [--unit ĐƠN VỊ|--under ĐƠN VỊ] [--figure CHỈ TIÊU]"),        \
            tr("accept CHỈ ĐẠO... [--unit ĐƠN VỊ] [--due NGÀY|--no-due] [TÙY CHỌN] [TRƯỜNG=GIÁ TRỊ...]"),              \
            tr("import [LOẠI] TỆP [--dry-run|--propose] [--map TỆP] [TRƯỜNG=GIÁ TRỊ...] | export [LOẠI]")              \
    }

/* The layout by machine counts bytes here. */
/* clang-format off */
#define ABOUT \
    tr("Mỗi việc có đúng một đơn vị chủ trì, một trạng thái và nhiều nhất một hạn. Trạng thái và hạn là hai chuyện " \
       "riêng: việc đang thực hiện có thể trong hạn, sắp đến hạn hay quá hạn; điều đó được tính vào ngày hỏi (--on), " \
       "không ghi vào kho.\n" \
       "Bước nào đi được từ trạng thái nào, cần nêu gì là do loại việc định; «dieuhanh kind show LOẠI» nêu đủ. Bước " \
       "không đúng bị từ chối và không ghi gì.\n" \
       "Không có gì bị xóa: mọi bước, mọi hạn đã có, nội dung trước khi sửa đều được giữ, có người ghi, lúc ghi.\n" \
       "Hạn theo quy tắc: loại việc nêu quy tắc, hoặc nêu bằng --rule; hạn được tính lúc bắt đầu theo phiên bản " \
       "đang có hiệu lực, dừng khi việc tạm dừng, chạy tiếp khi việc tiếp tục; «show» nêu từng bước đếm. Lịch " \
       "hẹn đã in không đổi.\n" \
       "Danh sách (import): mỗi dòng một việc, đầu cột theo thói quen của cơ quan; xem trước bằng --dry-run. Mã chưa " \
       "có thì thành việc mới ở đúng trạng thái trong danh sách; mã đã có thì đi tiếp bằng các bước của loại việc. " \
       "Trễ hay không do chương trình tính, không lấy từ danh sách. Nhập lại cùng danh sách thì không đổi gì.\n" \
       "Đôn đốc (chase) ghi ai đôn đốc ai, bằng lời hay văn bản; nhắc việc đã gửi cho người giữ việc cũng là đôn " \
       "đốc, kể riêng. Trả lời là bước tiếp theo, hoặc ghi chú, tệp của người khác.\n" \
       "Báo cáo (report) nêu đúng tình trạng vào ngày cuối kỳ, dù lập lại lúc nào; phần lời là lời người đã ghi, " \
       "kèm mã việc và mục nhật ký.\n" \
       "Số liệu (feed): loại việc nêu chỉ tiêu nào được đếm từ nó; đếm như ở ngày cuối kỳ, vào kho một lần cho mọi " \
       "đơn vị, mỗi số kèm quy tắc và lệnh liệt kê. Trường chưa ghi thì số là một khoảng hoặc không lập, không phải " \
       "là không.\n" \
       "Việc thuộc bí mật nhà nước không nhập vào đây (Quyết định 42/2014/QĐ-TTg).")
/* clang-format on */

const struct command cmd_matter = {
    .name = "matter",
    .summary = tr("việc mọi loại: ai phải làm, hạn nào, đến đâu; giao, chuyển bước, gia hạn, đếm"),
    .usage = USAGE,
    .about = ABOUT,
    .options = MATTER_OPTIONS,
    .words = WORDS,
    .examples =
        {{"dieuhanh matter list --kind task --clock late", tr("nhiệm vụ quá hạn")},
         {"dieuhanh matter new \"Cấp giấy phép xây dựng\" -k dossier -u 26740 procedure=1.009994 term=\"15 ngày "
          "làm việc\" applicant=\"Nguyễn Văn An\"",
          tr("một hồ sơ mới đăng ký")},
         {"dieuhanh matter late --kind dossier --convention A", tr("tỷ lệ đúng hạn theo cách A")},
         {"dieuhanh matter stats --under \"TP Hồ Chí Minh\" --on 2026-06-30", tr("đếm theo đơn vị vào ngày đó")},
         {"dieuhanh matter show M12 --known-on 2026-05-31", tr("việc ấy như đã biết hôm đó")}},
    .formats = FORMATS_ROWS | 1u << FORMAT_MARKDOWN | 1u << FORMAT_HTML,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = matter_run_word,
};

const struct command cmd_task = {
    .name = "task",
    .summary = tr("nhiệm vụ được giao: như matter, chỉ của loại task"),
    .usage = USAGE,
    .about = ABOUT,
    .options = TASK_OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh task new \"Lập kế hoạch chuyển đổi số\" --unit \"phường Bến Thành\" --due 2026-03-20 "
                  "product=\"Kế hoạch\"",
                  tr("giao một nhiệm vụ")},
                 {"dieuhanh task move take M1", tr("đơn vị nhận việc")},
                 {"dieuhanh task report --period 2026-Q1 --under \"TP Hồ Chí Minh\" --format html > bao-cao.html",
                  tr("báo cáo kết quả nhiệm vụ quý I")},
                 {"dieuhanh task move submit M1 --note \"đã ban hành\" --file ke-hoach.pdf", tr("trình kết quả")},
                 {"dieuhanh task extend M1 --due 2026-04-05 --note \"chờ ý kiến sở\"", tr("gia hạn, nêu lý do")},
                 {"dieuhanh task accept S107 --person \"Phòng Tài chính\"", tr("lập nhiệm vụ từ một chỉ đạo đã đọc")},
                 {"dieuhanh task mine --unit \"phường Bến Thành\"", tr("phường này phải làm gì trước")}},
    .formats = FORMATS_ROWS | 1u << FORMAT_MARKDOWN | 1u << FORMAT_HTML,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = matter_run_word,
};

const struct command cmd_dossier = {
    .name = "dossier",
    .summary = tr("hồ sơ thủ tục hành chính: như matter, chỉ của loại dossier"),
    .usage = USAGE,
    .about = ABOUT,
    .options = TASK_OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh dossier import --dry-run ho-so-2026.xlsx --unit \"phường Bến Thành\"",
                  tr("xem trước một danh sách hồ sơ")},
                 {"dieuhanh dossier import ho-so-2026.xlsx --map mot-cua.map", tr("nhập theo tệp ánh xạ của cơ quan")},
                 {"dieuhanh dossier late --convention A", tr("tỷ lệ đúng hạn theo cách A")},
                 {"dieuhanh dossier form mau01 M7 --html > hen-tra.html", tr("giấy tiếp nhận và hẹn trả, để in")},
                 {"dieuhanh dossier feed 2026-06 --unit \"phường Bến Thành\"", tr("số liệu tháng 6 đếm từ hồ sơ")},
                 {"dieuhanh dossier export --format csv > ho-so.csv", tr("in lại thành danh sách")}},
    .formats = FORMATS_ROWS | 1u << FORMAT_MARKDOWN | 1u << FORMAT_HTML,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = matter_run_word,
};

/* In the order of the enums of project_give.c and project_rates.c. */
static const char *const PAYMENTS[] = {"paid", "advance", "recovered", "returned", NULL};
static const char *const RATE_KEYS[] = {"unit", "source", "sector", "group", "project", NULL};

static const struct option_spec PROJECT_OPTIONS[] = {
    {"year", 'y', OPTION_TEXT, tr("NĂM"), .help = tr("năm kế hoạch vốn; trung hạn: 2026-2030; không nêu thì năm nay")},
    {"source", 's', OPTION_TEXT, tr("NGUỒN"), .help = tr("nguồn vốn, như commune, province, «ngân sách phường»")},
    {"layer", 0, OPTION_TEXT, tr("CẤP"), .help = tr("plan: Thủ tướng giao (pm) hay HĐND, UBND giao (council)")},
    {"as", 0, OPTION_CHOICE, tr("LOẠI"), PAYMENTS,
     .help = tr("disburse: thanh toán, tạm ứng, thu hồi tạm ứng hay nộp trả")},
    {"base", 0, OPTION_TEXT, tr("MẪU SỐ"), .help = tr("rates --split: pm, council, changed, carried")},
    {"split", 0, OPTION_CHOICE, tr("THEO"), RATE_KEYS, .help = tr("rates: theo đơn vị, nguồn, lĩnh vực, nhóm, dự án")},
    {"planned", 0, OPTION_TEXT, tr("TỪ..ĐẾN"), .help = tr("stage: ngày theo kế hoạch")},
    {"actual", 0, OPTION_TEXT, tr("TỪ..ĐẾN"), .help = tr("stage: ngày thực tế")},
    {"class", 0, OPTION_TEXT, tr("LOẠI"), .help = tr("obstacle, obstacles: loại vướng mắc")},
    {"period", 0, OPTION_TEXT, tr("KỲ"), .help = tr("feed: kỳ từ đầu năm, như 2026-H1, 2026-9M, 2026")},
    {"owner", 0, OPTION_TEXT, tr("AI"), .help = tr("obstacle: ai phải tháo gỡ")},
    OPTIONS_OF_BOTH,
    {0}};

static const struct command_word PROJECT_WORDS[] = {
    {"new", tr("new TÊN: một dự án, nêu đơn vị, sector=lĩnh vực, total=tổng mức, investor=chủ đầu tư")},
    {"list", tr("các dự án; lọc theo đơn vị, người, trạng thái, hạn, từ")},
    {"show", tr("một dự án: nhóm, vốn, giải ngân, giai đoạn, vướng mắc, mặt bằng, mọi bước")},
    {"plan", tr("plan DỰ ÁN SỐ-TIỀN: kế hoạch vốn năm, hoặc trung hạn (--year 2026-2030)")},
    {"supplement", tr("supplement DỰ ÁN SỐ-TIỀN: bổ sung kế hoạch trong năm")},
    {"adjust", tr("adjust DỰ ÁN SỐ-TIỀN: điều chỉnh kế hoạch; bớt thì gõ «giảm 300 triệu»")},
    {"carry", tr("carry DỰ ÁN SỐ-TIỀN: vốn của năm --year được kéo dài sang năm sau")},
    {"disburse", tr("disburse DỰ ÁN SỐ-TIỀN: một chứng từ giải ngân, nêu số, ngày, nguồn")},
    {"confirm", tr("confirm DỰ ÁN SỐ-TIỀN: lũy kế năm do Kho bạc xác nhận")},
    {"claim", tr("claim DỰ ÁN SỐ-TIỀN|SỐ%: chủ đầu tư báo cáo lũy kế, khối lượng; minh chứng ở --file")},
    {"strike", tr("strike V1...: gạch dòng ghi sai, nêu lý do; dòng vẫn được giữ")},
    {"load", tr("load TỆP: kế hoạch vốn, chứng từ từ CSV, XLSX; cả tệp hoặc không gì")},
    {"capital", tr("các dòng vốn; --format csv in tệp mà load đọc lại được")},
    {"rates", tr("tỷ lệ giải ngân theo từng mẫu số có tên, nêu các phần; --split để tách")},
    {"stage", tr("stage DỰ ÁN GIAI-ĐOẠN: ngày kế hoạch, ngày thực tế")},
    {"stages", tr("các giai đoạn chưa xong, trễ bao nhiêu ngày")},
    {"obstacle", tr("obstacle DỰ ÁN VƯỚNG-MẮC: ghi vướng mắc; obstacle X1 --due: đổi hạn, người phụ trách")},
    {"settle", tr("settle X1: vướng mắc đã tháo gỡ, nêu cách")},
    {"obstacles", tr("các vướng mắc chưa tháo gỡ")},
    {"pressing", tr("các dự án cần đôn đốc, theo nhóm, vì sao")},
    {"outlook", tr("dự báo giải ngân cả năm, cần giải ngân mỗi tháng bao nhiêu")},
    {"feed", tr("lập số liệu D01, D02, D05a, D06b của mỗi đơn vị từ các dự án, cho kỳ --period")},
    {"mine", tr("việc của một người hoặc một đơn vị: quá hạn, bị trả lại, sắp đến hạn, chờ xử lý")},
    {"move", tr("move BƯỚC VIỆC...: chuyển việc sang bước tiếp theo")},
    {"assign", tr("đổi đơn vị chủ trì, người thực hiện, đơn vị phối hợp")},
    {"extend", tr("gia hạn, đổi hạn (--due hoặc --more), nêu lý do; mọi hạn cũ vẫn được giữ")},
    {"edit", tr("sửa nội dung và các trường; nội dung cũ vẫn được giữ")},
    {"note", tr("ghi chú, đôn đốc")},
    {"attach", tr("đính kèm tệp")},
    {"late", tr("tỷ lệ đúng hạn, quá hạn theo các cách tính A đến D: theo thực tế và theo số liệu đồng bộ")},
    {"import",
     tr("nhập một danh sách (XLSX, XLS, CSV): việc mới vào sổ, việc đã có đi tiếp; cả danh sách hoặc không gì")},
    {"export", tr("in mọi việc của một loại thành danh sách mà import đọc lại được")},
    {"stats", tr("đếm theo đơn vị: trong hạn, quá hạn, hoàn thành, tỷ lệ với tử số và mẫu số")},
    {0},
};

/* clang-format off */
#define PROJECT_ABOUT \
    tr("Một dự án đầu tư công là một việc (như «matter») có thêm vốn, giai đoạn, vướng mắc. Nhóm A, B, C, quan trọng " \
       "quốc gia không ghi tay: tính từ tổng mức, lĩnh vực và luật có hiệu lực ngày quyết định; «show» nêu ngưỡng và " \
       "điều khoản.\n" \
       "Mỗi số vốn là một dòng (V1, V2, ...) có năm kế hoạch, nguồn, số và ngày văn bản hay chứng từ. Không sửa dòng " \
       "cũ: dòng sai thì gạch, nêu lý do. Số tiền gõ như 5.000.000.000, «76,31 tỷ», «850 triệu».\n" \
       "Giải ngân là thanh toán khối lượng hoàn thành cộng tạm ứng, trừ thu hồi tạm ứng và nộp trả. Kế hoạch năm " \
       "được giải ngân đến 31/1 năm sau; vốn được phép kéo dài (carry) đến 31/12 năm sau và kể riêng.\n" \
       "Tỷ lệ luôn nêu mẫu số; chưa có số liệu thì để trống, không coi là 0. Hộ bị thu hồi đất ghi ở sổ " \
       "site_clearance (dieuhanh register).")
/* clang-format on */

const struct command cmd_project = {
    .name = "project",
    .summary = tr("dự án đầu tư công: vốn, giải ngân, giai đoạn, vướng mắc, đôn đốc"),
    .usage =
        {tr("new TÊN --unit ĐƠN VỊ [--due NGÀY] sector=LĨNH VỰC [TRƯỜNG=GIÁ TRỊ...]"),
         tr("plan|adjust|supplement|carry DỰ ÁN SỐ-TIỀN --year NĂM --source NGUỒN [--number SỐ] [--on NGÀY]"),
         tr("disburse DỰ ÁN SỐ-TIỀN --source NGUỒN [--as LOẠI] [--number SỐ] [--on NGÀY] [--file TỆP]"),
         tr("confirm|claim DỰ ÁN SỐ-TIỀN [--on NGÀY] [--file TỆP] | strike DÒNG... --note LÝ DO | load TỆP"),
         tr("stage DỰ ÁN GIAI-ĐOẠN [--planned TỪ..ĐẾN] [--actual TỪ..ĐẾN]"),
         tr("obstacle DỰ ÁN VƯỚNG-MẮC --class LOẠI [--owner AI] [--due NGÀY] | settle MÃ --note CÁCH"),
         tr("rates|pressing|outlook|capital|stages|obstacles [--year NĂM] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [TÙY CHỌN]"),
         tr("show|move|assign|extend|edit|note|attach|list|mine|stats|import|export ...")},
    .about = PROJECT_ABOUT,
    .options = PROJECT_OPTIONS,
    .words = PROJECT_WORDS,
    .examples = {{"dieuhanh project new \"Nâng cấp hẻm 12\" --unit \"phường Bến Thành\" sector=\"giao thông khác\" "
                  "total=14.500.000.000",
                  tr("ghi một dự án")},
                 {"dieuhanh project plan DA-2026-1 \"6 tỷ\" --year 2026 --source commune --number 15/NQ-HĐND",
                  tr("kế hoạch vốn năm")},
                 {"dieuhanh project disburse DA-2026-1 \"850 triệu\" --source commune --number GRT-07 --on 2026-05-12",
                  tr("một chứng từ giải ngân")},
                 {"dieuhanh project load chung-tu-kho-bac.xlsx --dry-run", tr("xem trước danh sách chứng từ")},
                 {"dieuhanh project rates --split source --base council", tr("tỷ lệ giải ngân theo nguồn")},
                 {"dieuhanh project pressing --under \"thành phố Hồ Chí Minh\"", tr("dự án cần đôn đốc")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = project_run,
};
