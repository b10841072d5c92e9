/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_matter: what is owed and by when, of every kind; and `task`, `dossier` and `project`, which are the same for the
 * kinds that offices use daily, so that nobody has to type --kind for them. All are one table of words and options.
 */
#include "matter_command.h"
#include "project_cells.h"

bool matter_run_word(struct cli *c, struct err *err)
{
    bool document = c->format == FORMAT_MARKDOWN || c->format == FORMAT_HTML;
    if (document && !str_eq(c->args[0], STR("report")))
        return fail(err, ERR_OPTION_CHOICE, STR("--format"), str_of(c->command->name), format_name(c->format),
                    STR("table, jsonl, json, csv, csv-excel"));
    return cli_run_word(c, err) || matter_error_shown(c, err);
}

static bool run(struct cli *c, struct err *err)
{
    return matter_run_word(c, err);
}

/* In the order of the enums of matter_kind.h and matter.h: the place of a choice is the value. */
const char *const matter_group_choices[] = {"waiting", "open", "paused", "done", "dropped", NULL};
const char *const matter_verdict_choices[] = {"in_time",       "soon",       "late",  "no_clock",    "stands",
                                              "ended_in_time", "ended_late", "ended", "not_counted", NULL};
const char *const matter_priority_choices[] = {"normal", "high", "urgent", NULL};
const char *const matter_secrecy_choices[] = {"normal", "internal", NULL};
const char *const matter_topic_choices[] = {"result", "limit", "cause", "proposal", NULL};
const char *const matter_window_choices[] = {"calendar", "nd09", NULL};

#define TIMES                                                                                                          \
    {"year", 0, OPTION_COUNT, tr("NĂM"), .help = tr("chỉ năm này")},                                                   \
    {                                                                                                                  \
        "period", 0, OPTION_TEXT, tr("KỲ"), .help = tr("kỳ, như 2026-03, 2026-Q1, 2026-H1, 2026")                      \
    }

static const struct option_spec TASK_OPTIONS[] = {TIMES, MATTER_OPTIONS, {0}};
static const struct option_spec ALL_OPTIONS[] = {
    {"kind", 'k', OPTION_TEXT, tr("LOẠI"), .help = tr("loại việc; new mà không nêu thì là task")},
    TIMES,
    MATTER_OPTIONS,
    {0}};

/* clang-format off */
#define ALL_WORDS MATTER_WORDS(matter_run_new, matter_run_show, matter_run_attach)
/* clang-format on */
static const struct command_word WORDS[] = {ALL_WORDS, TASK_WORDS, MATTER_WORD_SERIES, {0}};
static const struct command_word TASK_COMMAND_WORDS[] = {ALL_WORDS, TASK_WORDS, {0}};
static const struct command_word DOSSIER_WORDS[] = {ALL_WORDS, {0}};

const struct command cmd_matter = {
    .name = "matter",
    .summary = tr("việc mọi loại: ai phải làm, hạn nào, đến đâu; giao, chuyển bước, gia hạn, đếm"),
    .usage = {MATTER_USAGE(
                  tr("list|stats|late|held|chased|series [--filter BỘ LỌC] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [TÙY CHỌN]")),
              TASK_USAGE},
    .about = MATTER_ABOUT,
    .options = ALL_OPTIONS,
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
    .run = run,
};

const struct command cmd_task = {
    .name = "task",
    .summary = tr("nhiệm vụ được giao: như matter, chỉ của loại task"),
    .usage = {MATTER_USAGE(MATTER_LISTS), TASK_USAGE},
    .about = MATTER_ABOUT,
    .options = TASK_OPTIONS,
    .words = TASK_COMMAND_WORDS,
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
    .run = run,
};

const struct command cmd_dossier = {
    .name = "dossier",
    .summary = tr("hồ sơ thủ tục hành chính: như matter, chỉ của loại dossier"),
    .usage = {MATTER_USAGE(MATTER_LISTS)},
    .about = MATTER_ABOUT,
    .options = TASK_OPTIONS,
    .words = DOSSIER_WORDS,
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
    .run = run,
};

/* In the order of the enums of project_give.c and project_rates.c. */
static const char *const PAYMENTS[] = {"paid", "advance", "recovered", "returned", NULL};
static const char *const RATE_KEYS[] = {"unit", "source", "sector", "group", "project", NULL};

static const struct option_spec PROJECT_OPTIONS[] = {
    {"year", 'y', OPTION_TEXT, tr("NĂM"), .help = tr("năm kế hoạch vốn; trung hạn: 2026-2030; không nêu thì năm nay")},
    {"source", 's', OPTION_TEXT, tr("NGUỒN"), .help = tr("nguồn vốn, như commune, province, «ngân sách phường»")},
    {"layer", 0, OPTION_TEXT, tr("CẤP"), .help = tr("Thủ tướng giao (pm) hay HĐND, UBND giao (council)")},
    {"as", 0, OPTION_CHOICE, tr("LOẠI"), PAYMENTS, .help = tr("thanh toán, tạm ứng, thu hồi tạm ứng hay nộp trả")},
    {"contract", 0, OPTION_TEXT, tr("G1"), .help = tr("chứng từ của hợp đồng nào")},
    {"base", 0, OPTION_TEXT, tr("MẪU SỐ"), .help = tr("pm, council, changed, carried")},
    {"split", 0, OPTION_CHOICE, tr("THEO"), RATE_KEYS, .help = tr("theo đơn vị, nguồn, lĩnh vực, nhóm, dự án")},
    {"planned", 0, OPTION_TEXT, tr("TỪ..ĐẾN"), .help = tr("ngày theo kế hoạch")},
    {"actual", 0, OPTION_TEXT, tr("TỪ..ĐẾN"), .help = tr("ngày thực tế")},
    {"class", 0, OPTION_TEXT, tr("LOẠI"), .help = tr("loại vướng mắc")},
    {"period", 0, OPTION_TEXT, tr("KỲ"), .help = tr("kỳ, lũy kế từ đầu năm: 2026-06, 2026-Q1, 2026-H1, 2026-9M, 2026")},
    {"owner", 0, OPTION_TEXT, tr("AI"), .help = tr("ai phải tháo gỡ")},
    MATTER_OPTIONS,
    {0}};

/* Options of what a line of capital says, and of what is asked of all of them. */
#define PROJECT_LINE "year source number note file on"
#define PROJECT_BOOK "unit under year source on"

/* clang-format off */
static const struct command_word PROJECT_WORDS[] = {
    {"new", tr("new TÊN: một dự án, nêu đơn vị, sector=lĩnh vực, total=tổng mức, investor=chủ đầu tư"),
     MATTER_DONE " unit with person giver follower due document clause parent priority secrecy number", matter_run_new},
    {"list", tr("các dự án; lọc theo đơn vị, người, trạng thái, hạn, từ"),
     MATTER_ASKED " limit after", matter_run_list},
    {"show", tr("một dự án: nhóm, vốn, giải ngân, giai đoạn, vướng mắc, mặt bằng, mọi bước"),
     "year source on", project_run_show},
    {"plan", tr("plan DỰ ÁN SỐ-TIỀN: kế hoạch vốn năm, hoặc trung hạn (--year 2026-2030)"),
     PROJECT_LINE " layer", project_run_plan},
    {"supplement", tr("supplement DỰ ÁN SỐ-TIỀN: bổ sung kế hoạch trong năm"),
     PROJECT_LINE " layer", project_run_supplement},
    {"adjust", tr("adjust DỰ ÁN SỐ-TIỀN: điều chỉnh kế hoạch; bớt thì gõ «giảm 300 triệu»"),
     PROJECT_LINE " layer", project_run_adjust},
    {"carry", tr("carry DỰ ÁN SỐ-TIỀN: vốn của năm --year được kéo dài sang năm sau"),
     PROJECT_LINE " layer", project_run_carry},
    {"disburse", tr("disburse DỰ ÁN SỐ-TIỀN: một chứng từ giải ngân, nêu số, ngày, nguồn"),
     PROJECT_LINE " as contract", project_run_disburse},
    {"confirm", tr("confirm DỰ ÁN SỐ-TIỀN: lũy kế năm do Kho bạc xác nhận"),
     PROJECT_LINE, project_run_confirm},
    {"claim", tr("claim DỰ ÁN SỐ-TIỀN|SỐ%: chủ đầu tư báo cáo lũy kế, khối lượng; minh chứng ở --file"),
     PROJECT_LINE, project_run_claim},
    {"strike", tr("strike V1...: gạch dòng ghi sai, nêu lý do; dòng vẫn được giữ"),
     "note", project_run_strike},
    {"load", tr("load TỆP: kế hoạch vốn, chứng từ từ CSV, XLSX; cả tệp hoặc không gì"),
     "dry-run", project_run_load},
    {"capital", tr("các dòng vốn; --format csv in tệp mà load đọc lại được"),
     PROJECT_BOOK " all limit", project_run_capital},
    {"rates", tr("tỷ lệ giải ngân theo từng mẫu số có tên, nêu các phần; --split để tách"),
     PROJECT_BOOK " base split", project_run_rates},
    {"stage", tr("stage DỰ ÁN GIAI-ĐOẠN: ngày kế hoạch, ngày thực tế"),
     "planned actual note on", project_run_stage},
    {"stages", tr("các giai đoạn chưa xong, trễ bao nhiêu ngày"),
     PROJECT_BOOK " all limit", project_run_stages},
    {"obstacle", tr("obstacle DỰ ÁN VƯỚNG-MẮC: ghi vướng mắc; obstacle X1 --due: đổi hạn, người phụ trách"),
     "class owner due note on", project_run_obstacle},
    {"settle", tr("settle X1: vướng mắc đã tháo gỡ, nêu cách"),
     "note on", project_run_settle},
    {"obstacles", tr("các vướng mắc chưa tháo gỡ"),
     PROJECT_BOOK " class all limit", project_run_obstacles},
    {"terms", tr("mã và tên của nguồn vốn, giai đoạn, loại vướng mắc"), "", project_run_terms},
    {"pressing", tr("các dự án cần đôn đốc, theo nhóm, vì sao"),
     PROJECT_BOOK " all limit", project_run_pressing},
    {"contract", tr("contract DỰ ÁN number=… contractor=… value=… signed=…: một hợp đồng; contract G1 …: phụ lục, "
         "thay đổi"),
     "note on", project_run_contract},
    {"contracts", tr("các hợp đồng: đã thanh toán, tạm ứng còn, quá hạn thu hồi, bảo lãnh, chậm hoàn thành"),
     PROJECT_BOOK " limit", project_run_contracts},
    {"allot", tr("allot SỐ-TIỀN --unit ĐƠN VỊ: vốn năm được giao để phân bổ cho các dự án"),
     "unit year source number note on", project_run_allot},
    {"allotments", tr("vốn được giao cho đơn vị, phần chưa phân bổ"),
     "unit all limit", project_run_allotments},
    {"settlement", tr("các dự án đã bàn giao: hạn quyết toán theo nhóm, ai phải làm, trễ bao nhiêu ngày"),
     PROJECT_BOOK " limit", project_run_settlement},
    {"outlook", tr("dự báo giải ngân cả năm, cần giải ngân mỗi tháng bao nhiêu"),
     PROJECT_BOOK, project_run_outlook},
    {"feed", tr("lập số liệu D01, D02, D04, D05a, D06b, D08, D09 của mỗi đơn vị từ các dự án, cho kỳ --period"),
     "period unit under on dry-run", project_run_feed},
    MATTER_WORD_MINE,
    MATTER_WORD_MOVE,
    MATTER_WORD_ASSIGN,
    MATTER_WORD_EXTEND,
    MATTER_WORD_EDIT,
    MATTER_WORD_NOTE,
    MATTER_WORD_CHASE,
    MATTER_WORD_CHASED,
    MATTER_WORD_ATTACH,
    MATTER_WORD_LATE,
    MATTER_WORD_FILTER,
    MATTER_WORD_FORM,
    {"import", tr("nhập một danh sách (XLSX, XLS, CSV): việc mới vào sổ, việc đã có đi tiếp; cả danh sách hoặc "
         "không gì"),
     "unit map columns from dry-run propose", matter_run_import},
    {"export", tr("in mọi việc của một loại thành danh sách mà import đọc lại được"),
     "unit persons", matter_run_export},
    {"stats", tr("đếm theo đơn vị: trong hạn, quá hạn, hoàn thành, tỷ lệ với tử số và mẫu số"),
     "unit under due-from due-to soon on filter", matter_run_stats},
    {0},
};
/* clang-format on */

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
         tr("contract DỰ ÁN|G1 TRƯỜNG=GIÁ TRỊ... | contracts | allot SỐ-TIỀN --unit ĐƠN VỊ | allotments | settlement"),
         tr("rates|pressing|outlook|capital|stages|obstacles [--year NĂM] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [TÙY CHỌN]"),
         tr("show|move|assign|extend|edit|note|attach|chase DỰ ÁN... (như matter)"),
         tr("list|mine|chased|late|stats|filter|form|import|export ... (như matter)"), tr("terms")},
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
    .run = run,
};
