/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_command: what the commands over matters are made of: `matter`, and those that are the same for one kind or one
 * family of kinds (`task`, `dossier`, `petition`, `denunciation`, `meeting`) and may have words of their own beside.
 */
#ifndef MATTER_COMMAND_H
#define MATTER_COMMAND_H
#include "matter_cells.h"

/* Runs the word that stands first, as the table of the command says; what lacks is told in the words of people. */
[[nodiscard]] bool matter_run_word(struct cli *c, struct err *err);

extern const char *const matter_group_choices[],
    *const matter_verdict_choices[], *const matter_priority_choices[], *const matter_secrecy_choices[],
                                                                           *const matter_topic_choices[],
                                                                               *const matter_window_choices[];

/* clang-format off */
/* Of every command over matters; --year and --period mean something else in each. */
#define MATTER_OPTIONS \
    {"unit", 'u', OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("đơn vị chủ trì, theo tên hoặc mã")}, \
        {"under", 0, OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("đơn vị này và mọi đơn vị nằm dưới")}, \
        {"with", 0, OPTION_TEXT, tr("ĐƠN VỊ;ĐƠN VỊ"), .help = tr("đơn vị phối hợp")}, \
        {"without", 0, OPTION_TEXT, tr("ĐƠN VỊ;ĐƠN VỊ"), .help = tr("đơn vị thôi phối hợp")}, \
        {"person", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("người thực hiện; mine: việc của ai")}, \
        {"giver", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("người giao; khi giao mà không nêu thì lấy --by")}, \
        {"follower", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("người theo dõi, đôn đốc")}, \
        {"due", 0, OPTION_DATE, tr("NGÀY"), .help = tr("new: hạn; extend: hạn mới")}, \
        {"rule", 0, OPTION_TEXT, tr("QUY TẮC"), \
         .help = tr("hạn theo quy tắc hay thời hạn này, như «7 ngày làm việc»")}, \
        {"from", 0, OPTION_TEXT, tr("LÚC"), \
         .help = tr("new: lúc bắt đầu tính hạn, nếu khác lúc giao; import: bảng mã cũ của tệp (tcvn3, vni, " \
             "cp1258)")}, \
        {"more", 0, OPTION_TEXT, tr("THỜI HẠN"), .help = tr("thêm chừng ấy, thay cho --due")}, \
        {"appointment", 0, OPTION_TEXT, tr("LÚC"), .help = tr("lịch hẹn đã in trên phiếu; không đổi nữa")}, \
        {"at", 0, OPTION_TEXT, tr("GIỜ"), .help = tr("khi ghi: giờ việc đã xảy ra, như 16:30")}, \
        {"ended-from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("việc đã xong từ ngày này")}, \
        {"ended-to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("việc đã xong đến ngày này")}, \
        {"convention", 0, OPTION_TEXT, tr("CÁCH"), .help = tr("chỉ cách tính này (A đến D), theo từng đơn vị")}, \
        {"dry-run", 0, OPTION_FLAG, .help = tr("chỉ xem, không ghi")}, \
        {"figure", 0, OPTION_TEXT, tr("CHỈ TIÊU"), .help = tr("liệt kê những việc mà chỉ tiêu ấy đếm")}, \
        {"late", 0, OPTION_FLAG, .help = tr("chỉ việc đang ở bước quá hạn")}, \
        {"revise", 0, OPTION_FLAG, .help = tr("số đếm thay số đã có trong kho; số cũ vẫn được giữ")}, \
        {"html", 0, OPTION_FLAG, .help = tr("HTML để in, thay cho Markdown")}, \
        {"template", 0, OPTION_FILE, tr("TỆP"), .help = tr("mẫu của cơ quan, thay cho mẫu của loại việc")}, \
        {"target", 0, OPTION_TEXT, tr("MÃ"), .help = tr("thuộc chương trình hay chỉ tiêu có mã này")}, \
        {"step", 0, OPTION_TEXT, tr("BƯỚC"), .help = tr("đến bước này; không nêu thì bước sau")}, \
        {"sum", 0, OPTION_FLAG, .help = tr("mọi việc dưới --under cộng vào một số liệu của đơn vị ấy")}, \
        {"common", 0, OPTION_TEXT, tr("ĐIỂM"), .help = tr("điểm tiêu chí chung, để cộng và xếp loại")}, \
        {"leader", 0, OPTION_TEXT, tr("D; Đ; E"), \
         .help = tr("của lãnh đạo, ba tỷ lệ kết quả của đơn vị (0 đến 100), như «95; 90; 100»")}, \
        {"to", 0, OPTION_TEXT, tr("AI"), \
         .help = tr("đôn đốc đơn vị hay người nào; không nêu thì người đang giữ việc")}, \
        {"topic", \
         0, \
         OPTION_CHOICE, \
         tr("NỘI DUNG"), \
         matter_topic_choices, \
         .help = tr("về kết quả, hạn chế, nguyên nhân hay đề xuất; vào báo cáo")}, \
        {"window", \
         0, \
         OPTION_CHOICE, \
         tr("CÁCH"), \
         matter_window_choices, \
         .help = tr("theo ngày lịch, hay chốt số liệu theo NĐ 09/2019 (từ ngày 15 đến ngày 14)")}, \
        {"basis", 0, OPTION_TEXT, tr("VĂN BẢN"), .help = tr("chain add: văn bản mà nó triển khai")}, \
        {"issuer", 0, OPTION_TEXT, tr("CƠ QUAN"), .help = tr("chain add: cơ quan ban hành")}, \
        {"filter", 0, OPTION_TEXT, tr("BỘ LỌC"), .help = tr("theo bộ lọc đã lưu")}, \
        {"replace", 0, OPTION_FLAG, .help = tr("filter save: thay bộ lọc cùng tên đã có")}, \
        {"shared", 0, OPTION_FLAG, .help = tr("filter save, filter drop: bộ lọc dùng chung")}, \
        {"on", 0, OPTION_DATE, tr("NGÀY"), \
         .help = tr("khi hỏi: tính hạn vào ngày đó; khi ghi: ngày việc đã xảy ra")}, \
        {"note", 'n', OPTION_TEXT, tr("LỜI"), .help = tr("nội dung, lý do; ghi vào nhật ký")}, \
        {"file", 0, OPTION_FILE, tr("TỆP"), .help = tr("tệp đính kèm")}, \
        {"title", 0, OPTION_TEXT, tr("LỜI"), .help = tr("nội dung mới")}, \
        {"number", 0, OPTION_TEXT, tr("SỐ"), .help = tr("số đã có; không nêu thì lấy số tiếp theo")}, \
        {"document", 0, OPTION_TEXT, tr("VĂN BẢN"), \
         .help = tr("new, edit, accept: số, ký hiệu văn bản giao việc; proposals: một tài liệu, ví dụ D7")}, \
        {"clause", 0, OPTION_TEXT, tr("ĐIỂM"), .help = tr("điểm, khoản của văn bản")}, \
        {"parent", 0, OPTION_TEXT, tr("VIỆC"), .help = tr("mã của việc mà nó là một phần")}, \
        {"priority", 0, OPTION_CHOICE, tr("MỨC"), matter_priority_choices, .help = tr("mức ưu tiên")}, \
        {"secrecy", \
         0, \
         OPTION_CHOICE, \
         tr("PHẠM VI"), \
         matter_secrecy_choices, \
         .help = tr("nội bộ hay không; việc thuộc bí mật nhà nước không nhập vào đây")}, \
        {"state", 0, OPTION_TEXT, tr("TRẠNG THÁI"), .help = tr("chỉ việc đang ở trạng thái này")}, \
        {"group", \
         0, \
         OPTION_CHOICE, \
         tr("NHÓM"), \
         matter_group_choices, \
         .help = tr("chỉ việc thuộc nhóm trạng thái này")}, \
        {"clock", \
         0, \
         OPTION_CHOICE, \
         tr("KẾT QUẢ"), \
         matter_verdict_choices, \
         .help = tr("chỉ việc so với hạn như thế này")}, \
        {"no-due", 0, OPTION_FLAG, .help = tr("không đặt hạn dù lời văn có nêu")}, \
        {"again", 0, OPTION_FLAG, .help = tr("thêm một nhiệm vụ dù đã lập từ chỉ đạo ấy")}, \
        {"map", 0, OPTION_FILE, tr("TỆP-ÁNH-XẠ"), .help = tr("cột và từ ngữ của danh sách nghĩa là gì")}, \
        {"columns", 0, OPTION_TEXT, tr("CỘT"), \
         .help = tr("cột nào là gì, như number=Mã biên nhận; không nêu thì theo đầu cột")}, \
        {"propose", 0, OPTION_FLAG, .help = tr("in một tệp ánh xạ để điền tiếp, không đổi gì")}, \
        {"persons", 0, OPTION_FLAG, .help = tr("cả họ tên công dân; không nêu thì bỏ qua")}, \
        {"all", 'a', OPTION_FLAG, .help = tr("cả việc đã kết thúc")}, \
        {"text", 't', OPTION_TEXT, tr("TỪ"), .help = tr("có những từ này, gõ dấu hay không")}, \
        {"due-from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("hạn từ ngày này")}, \
        {"due-to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("hạn đến ngày này")}, \
        {"soon", 0, OPTION_COUNT, tr("SỐ NGÀY"), \
         .help = tr("còn chừng ấy ngày là sắp đến hạn; không nêu thì theo loại việc")}, \
        {"limit",          'l', \
         OPTION_COUNT,     tr("SỐ"), \
         .fallback = "50", .help = tr("nhiều nhất chừng ấy việc")}, \
    { \
        "after", 0, OPTION_TEXT, tr("VIỆC"), .help = tr("trang sau, từ sau việc này") \
    }
/* clang-format on */

/* clang-format off */
/* Options of words: of what is done, of what lists are asked for, of what a filter keeps. */
#define MATTER_DONE "kind on at note file"
#define MATTER_KEPT "kind unit under person giver follower state group clock text due-from due-to soon all"
#define MATTER_ASKED MATTER_KEPT " on filter"

/* What every kind has; `new`, `show` and `attach` are those of the command. */
#define MATTER_WORDS(new_run, show_run, attach_run) \
    {"new", tr("new NỘI DUNG: giao một việc, nêu đơn vị chủ trì, hạn, trường=giá trị"), \
     MATTER_DONE " unit with person giver follower due rule from appointment number document clause parent " \
          "priority secrecy target identity readers sealed", new_run}, \
    {"list", tr("các việc, việc gần hạn trước; lọc theo đơn vị, người, trạng thái, hạn, từ"), \
     MATTER_ASKED " target limit after", matter_run_list}, \
    {"mine", tr("việc của một người hoặc một đơn vị: quá hạn, bị trả lại, sắp đến hạn, chờ xử lý"), \
     MATTER_ASKED " limit", matter_run_mine}, \
    {"show", tr("một việc: nội dung, mọi hạn đã có, mọi bước, tệp, bước tiếp theo"), \
     "kind on", show_run}, \
    {"move", tr("move BƯỚC VIỆC...: chuyển việc sang bước tiếp theo"), \
     MATTER_DONE " person appointment", matter_run_move}, \
    {"assign", tr("đổi đơn vị chủ trì, người thực hiện, đơn vị phối hợp"), \
     MATTER_DONE " unit person follower with without", matter_run_assign}, \
    {"extend", tr("gia hạn, đổi hạn (--due hoặc --more), nêu lý do; mọi hạn cũ vẫn được giữ"), \
     MATTER_DONE " due more", matter_run_extend}, \
    {"edit", tr("sửa nội dung và các trường; nội dung cũ vẫn được giữ"), \
     MATTER_DONE " title giver document clause priority secrecy", matter_run_edit}, \
    {"note", tr("ghi chú; --topic nói về kết quả, hạn chế, nguyên nhân hay đề xuất"), \
     MATTER_DONE " topic", matter_run_note}, \
    {"chase", tr("chase VIỆC...: ghi một lần đôn đốc, bằng lời hay bằng văn bản, đôn đốc ai"), \
     MATTER_DONE " to document", matter_run_chase}, \
    {"chased", tr("ai đã được đôn đốc, nhắc mà chưa trả lời; --all: tất cả"), \
     "kind unit under all on filter", matter_run_chased}, \
    {"attach", tr("đính kèm tệp"), \
     MATTER_DONE " sealed", attach_run}, \
    {"late", tr("tỷ lệ đúng hạn, quá hạn theo các cách tính A đến D: theo thực tế và theo số liệu đồng bộ"), \
     "kind unit under ended-from ended-to convention on filter", matter_run_late}, \
    {"report", tr("báo cáo kết quả nhiệm vụ trong kỳ: số lượng, tỷ lệ, đạt được, hạn chế, nguyên nhân, đề xuất"), \
     "kind unit under period window on", matter_run_report}, \
    {"filter", tr("filter save TÊN, list, drop TÊN: điều kiện lọc đã lưu, của riêng mình hay dùng chung"), \
     MATTER_KEPT " shared replace", matter_run_filter}, \
    {"recompute", tr("tính lại hạn theo quy tắc sau khi lịch nghỉ thay đổi; mỗi hạn đổi là một mục nhật ký"), \
     "note dry-run", matter_run_recompute}, \
    {"import", tr("nhập một danh sách (XLSX, XLS, CSV): việc mới vào sổ, việc đã có đi tiếp; cả danh sách hoặc " \
         "không gì"), \
     "kind unit map columns from dry-run propose", matter_run_import}, \
    {"export", tr("in mọi việc của một loại thành danh sách mà import đọc lại được"), \
     "kind unit persons", matter_run_export}, \
    {"form", tr("form MẪU VIỆC: điền mẫu giấy tờ của loại việc, ví dụ form mau01 M7"), \
     "kind on html template", matter_run_form}, \
    {"hand", tr("hand VIỆC --person NGƯỜI: chuyển sang bước nội bộ sau, tính hạn của bước"), \
     MATTER_DONE " person step", matter_run_hand}, \
    {"held", tr("việc đang ở bước nội bộ nào, ai giữ, hạn của bước; --late: chỉ bước quá hạn"), \
     MATTER_ASKED " late limit", matter_run_held}, \
    {"feed", tr("feed KỲ: đếm việc thành số liệu của các chỉ tiêu mà loại việc nuôi, ví dụ 2026-06"), \
     "kind unit under sum figure dry-run revise on limit", matter_run_feed}, \
    {"stats", tr("đếm theo đơn vị: trong hạn, quá hạn, hoàn thành, tỷ lệ với tử số và mẫu số"), \
     "kind unit under due-from due-to soon on filter", matter_run_stats}
/* Of tasks alone: where they come from, what their results are worth. */
#define TASK_WORDS \
    {"proposals", tr("các chỉ đạo đã đọc được trong tài liệu mà chưa thành nhiệm vụ: việc gì, của ai, hạn nào"), \
     "document limit after", matter_run_proposals}, \
    {"accept", tr("accept S12...: lập nhiệm vụ từ chỉ đạo; đơn vị, hạn, nội dung nào khác thì nêu"), \
     MATTER_DONE " unit with due no-due again title person giver follower document clause parent priority " \
          "secrecy", matter_run_accept}, \
    {"grade", tr("điểm kết quả theo số lượng, chất lượng, tiến độ của nhiệm vụ trong kỳ, nêu từng phép cộng"), \
     "kind unit person period due-from due-to common leader on", matter_run_grade}, \
    {"chain", tr("chain VĂN BẢN: từ nghị quyết, quyết định, kế hoạch xuống nhiệm vụ; chain list, proposals, " \
         "add, drop"), \
     "title issuer basis document note on limit after", matter_run_chain}
/* Rows of other commands that are the same everywhere. */
#define MATTER_WORD_MINE \
    {"mine", tr("việc của một người hoặc một đơn vị: quá hạn, bị trả lại, sắp đến hạn, chờ xử lý"), \
     MATTER_ASKED " limit", matter_run_mine}
#define MATTER_WORD_MOVE \
    {"move", tr("move BƯỚC VIỆC...: chuyển việc sang bước tiếp theo"), \
     MATTER_DONE " person appointment", matter_run_move}
#define MATTER_WORD_ASSIGN \
    {"assign", tr("đổi đơn vị chủ trì, người thực hiện, đơn vị phối hợp"), \
     MATTER_DONE " unit person follower with without", matter_run_assign}
#define MATTER_WORD_EXTEND \
    {"extend", tr("gia hạn, đổi hạn (--due hoặc --more), nêu lý do; mọi hạn cũ vẫn được giữ"), \
     MATTER_DONE " due more", matter_run_extend}
#define MATTER_WORD_EDIT \
    {"edit", tr("sửa nội dung và các trường; nội dung cũ vẫn được giữ"), \
     MATTER_DONE " title giver document clause priority secrecy", matter_run_edit}
#define MATTER_WORD_NOTE \
    {"note", tr("ghi chú; --topic nói về kết quả, hạn chế, nguyên nhân hay đề xuất"), \
     MATTER_DONE " topic", matter_run_note}
#define MATTER_WORD_CHASE \
    {"chase", tr("chase VIỆC...: ghi một lần đôn đốc, bằng lời hay bằng văn bản, đôn đốc ai"), \
     MATTER_DONE " to document", matter_run_chase}
#define MATTER_WORD_CHASED \
    {"chased", tr("ai đã được đôn đốc, nhắc mà chưa trả lời; --all: tất cả"), \
     "kind unit under all on filter", matter_run_chased}
#define MATTER_WORD_ATTACH \
    {"attach", tr("đính kèm tệp"), \
     MATTER_DONE, matter_run_attach}
#define MATTER_WORD_LATE \
    {"late", tr("tỷ lệ đúng hạn, quá hạn theo các cách tính A đến D: theo thực tế và theo số liệu đồng bộ"), \
     "kind unit under ended-from ended-to convention on filter", matter_run_late}
#define MATTER_WORD_FILTER \
    {"filter", tr("filter save TÊN, list, drop TÊN: điều kiện lọc đã lưu, của riêng mình hay dùng chung"), \
     MATTER_KEPT " shared replace", matter_run_filter}
#define MATTER_WORD_FORM \
    {"form", tr("form MẪU VIỆC: điền mẫu giấy tờ của loại việc, ví dụ form mau01 M7"), \
     "kind on html template", matter_run_form}
#define MATTER_WORD_HAND \
    {"hand", tr("hand VIỆC --person NGƯỜI: chuyển sang bước nội bộ sau, tính hạn của bước"), \
     MATTER_DONE " person step", matter_run_hand}
#define MATTER_WORD_HELD \
    {"held", tr("việc đang ở bước nội bộ nào, ai giữ, hạn của bước; --late: chỉ bước quá hạn"), \
     MATTER_ASKED " late limit", matter_run_held}
#define MATTER_WORD_SERIES \
    {"series", tr("sổ số văn bản: số nào thiếu, số nào trùng, số tiếp theo, theo năm và loại văn bản"), \
     "kind unit year", matter_run_series}
/* clang-format on */

/* clang-format off */
/* Lines of usage; `lists` are the words that list something. A test holds every word of them against the table. */
#define MATTER_USAGE(lists) \
    tr("new NỘI DUNG --unit ĐƠN VỊ [--due NGÀY] [TÙY CHỌN] [TRƯỜNG=GIÁ TRỊ...]"), \
    tr("move BƯỚC VIỆC... [TÙY CHỌN] | hand VIỆC... --person NGƯỜI | form MẪU VIỆC... [--html]"), \
    tr("show|assign|extend|edit|note|attach|chase VIỆC... [TÙY CHỌN] [TRƯỜNG=GIÁ TRỊ...]"), \
    lists, \
    tr("mine [--person NGƯỜI|--unit ĐƠN VỊ] [--on NGÀY] | recompute --note LỜI [--dry-run]"), \
    tr("report [words] --period KỲ [--window nd09] [--unit ĐƠN VỊ|--under ĐƠN VỊ]"), \
    tr("filter save TÊN TÙY CHỌN [--replace] | filter list | filter drop TÊN"), \
    tr("feed KỲ [--unit ĐƠN VỊ|--under ĐƠN VỊ] [--figure CHỈ TIÊU]"), \
    tr("import [LOẠI] TỆP [--dry-run|--propose] [--map TỆP] [TRƯỜNG=GIÁ TRỊ...] | export [LOẠI]")
#define MATTER_LISTS tr("list|stats|late|held|chased [--filter BỘ LỌC] [--unit ĐƠN VỊ|--under ĐƠN VỊ] [TÙY CHỌN]")
#define TASK_USAGE \
    tr("grade [sums] --person NGƯỜI|--unit ĐƠN VỊ --period KỲ|--due-from NGÀY --due-to NGÀY"), \
    tr("chain [VĂN BẢN|list|proposals] | chain add|drop VĂN BẢN [--basis VĂN BẢN]"), \
    tr("proposals [--document TÀI LIỆU] | accept CHỈ ĐẠO... [--unit ĐƠN VỊ] [--due NGÀY|--no-due] [TÙY CHỌN]")
/* clang-format on */

/* The layout by machine counts bytes here. */
/* clang-format off */
#define MATTER_ABOUT \
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
#endif
