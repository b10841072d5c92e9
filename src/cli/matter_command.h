/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_command: what the commands over matters are made of: `matter`, and those that are the same for one kind or one
 * family of kinds (`task`, `dossier`, `petition`, `denunciation`, `meeting`) and may have words of their own beside.
 */
#ifndef MATTER_COMMAND_H
#define MATTER_COMMAND_H
#include "matter_cells.h"

/* Runs the word that stands first among those of `own` (ends with a row without a word), then among those that every
 * command has. */
struct matter_word {
    const char *word;
    bool (*run)(struct cli *c, struct err *err);
};
[[nodiscard]] bool matter_run_word(struct cli *c, const struct matter_word *own, struct err *err);

extern const char *const matter_group_choices[],
    *const matter_verdict_choices[], *const matter_priority_choices[], *const matter_secrecy_choices[],
                                                                           *const matter_topic_choices[],
                                                                               *const matter_window_choices[];

/* Of every command over matters; --year and --period mean something else in each. */
#define MATTER_OPTIONS                                                                                                 \
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
        {"target", 0, OPTION_TEXT, tr("MÃ"), .help = tr("new, list: thuộc chương trình hay chỉ tiêu có mã này")},      \
        {"step", 0, OPTION_TEXT, tr("BƯỚC"), .help = tr("hand: đến bước này; không nêu thì bước sau")},                \
        {"sum", 0, OPTION_FLAG, .help = tr("feed: mọi việc dưới --under cộng vào một số liệu của đơn vị ấy")},         \
        {"common", 0, OPTION_TEXT, tr("ĐIỂM"), .help = tr("grade: điểm tiêu chí chung, để cộng và xếp loại")},         \
        {"leader", 0, OPTION_TEXT, tr("D; Đ; E"),                                                                      \
         .help = tr("grade: của lãnh đạo, ba tỷ lệ kết quả của đơn vị (0 đến 100), như «95; 90; 100»")},               \
        {"to", 0, OPTION_TEXT, tr("AI"),                                                                               \
         .help = tr("chase: đôn đốc đơn vị hay người nào; không nêu thì người đang giữ việc")},                        \
        {"topic",                                                                                                      \
         0,                                                                                                            \
         OPTION_CHOICE,                                                                                                \
         tr("NỘI DUNG"),                                                                                               \
         matter_topic_choices,                                                                                         \
         .help = tr("note: về kết quả, hạn chế, nguyên nhân hay đề xuất; vào báo cáo")},                               \
        {"window",                                                                                                     \
         0,                                                                                                            \
         OPTION_CHOICE,                                                                                                \
         tr("CÁCH"),                                                                                                   \
         matter_window_choices,                                                                                        \
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
        {"priority", 0, OPTION_CHOICE, tr("MỨC"), matter_priority_choices, .help = tr("new, edit: mức ưu tiên")},      \
        {"secrecy",                                                                                                    \
         0,                                                                                                            \
         OPTION_CHOICE,                                                                                                \
         tr("PHẠM VI"),                                                                                                \
         matter_secrecy_choices,                                                                                       \
         .help = tr("new, edit: nội bộ hay không; việc thuộc bí mật nhà nước không nhập vào đây")},                    \
        {"state", 0, OPTION_TEXT, tr("TRẠNG THÁI"), .help = tr("list: chỉ việc đang ở trạng thái này")},               \
        {"group",                                                                                                      \
         0,                                                                                                            \
         OPTION_CHOICE,                                                                                                \
         tr("NHÓM"),                                                                                                   \
         matter_group_choices,                                                                                         \
         .help = tr("list: chỉ việc thuộc nhóm trạng thái này")},                                                      \
        {"clock",                                                                                                      \
         0,                                                                                                            \
         OPTION_CHOICE,                                                                                                \
         tr("KẾT QUẢ"),                                                                                                \
         matter_verdict_choices,                                                                                       \
         .help = tr("list: chỉ việc so với hạn như thế này")},                                                         \
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

/* clang-format off */
#define MATTER_WORDS \
    {"new", tr("new NỘI DUNG: giao một việc, nêu đơn vị chủ trì, hạn, trường=giá trị")}, \
    {"list", tr("các việc, việc gần hạn trước; lọc theo đơn vị, người, trạng thái, hạn, từ")}, \
    {"mine", tr("việc của một người hoặc một đơn vị: quá hạn, bị trả lại, sắp đến hạn, chờ xử lý")}, \
    {"show", tr("một việc: nội dung, mọi hạn đã có, mọi bước, tệp, bước tiếp theo")}, \
    {"move", tr("move BƯỚC VIỆC...: chuyển việc sang bước tiếp theo")}, \
    {"assign", tr("đổi đơn vị chủ trì, người thực hiện, đơn vị phối hợp")}, \
    {"extend", tr("gia hạn, đổi hạn (--due hoặc --more), nêu lý do; mọi hạn cũ vẫn được giữ")}, \
    {"edit", tr("sửa nội dung và các trường; nội dung cũ vẫn được giữ")}, \
    {"note", tr("ghi chú; --topic nói về kết quả, hạn chế, nguyên nhân hay đề xuất")}, \
    {"chase", tr("chase VIỆC...: ghi một lần đôn đốc, bằng lời hay bằng văn bản, đôn đốc ai")}, \
    {"chased", tr("ai đã được đôn đốc, nhắc mà chưa trả lời; --all: tất cả")}, \
    {"attach", tr("đính kèm tệp")}, \
    {"proposals", tr("các chỉ đạo đã đọc được trong tài liệu mà chưa thành nhiệm vụ: việc gì, của ai, hạn nào")}, \
    {"accept", tr("accept S12...: lập nhiệm vụ từ chỉ đạo; đơn vị, hạn, nội dung nào khác thì nêu")}, \
    {"late", tr("tỷ lệ đúng hạn, quá hạn theo các cách tính A đến D: theo thực tế và theo số liệu đồng bộ")}, \
    {"grade", tr("điểm kết quả theo số lượng, chất lượng, tiến độ của nhiệm vụ trong kỳ, nêu từng phép cộng")}, \
    {"report", tr("báo cáo kết quả nhiệm vụ trong kỳ: số lượng, tỷ lệ, đạt được, hạn chế, nguyên nhân, đề xuất")}, \
    {"chain", \
     tr("chain VĂN BẢN: từ nghị quyết, quyết định, kế hoạch xuống nhiệm vụ; chain list, proposals, add, drop")}, \
    {"filter", tr("filter save TÊN, list, drop TÊN: điều kiện lọc đã lưu, của riêng mình hay dùng chung")}, \
    {"recompute", tr("tính lại hạn theo quy tắc sau khi lịch nghỉ thay đổi; mỗi hạn đổi là một mục nhật ký")}, \
    {"import", \
     tr("nhập một danh sách (XLSX, XLS, CSV): việc mới vào sổ, việc đã có đi tiếp; cả danh sách hoặc không gì")}, \
    {"export", tr("in mọi việc của một loại thành danh sách mà import đọc lại được")}, \
    {"form", tr("form MẪU VIỆC: điền mẫu giấy tờ của loại việc, ví dụ form mau01 M7")}, \
    {"hand", tr("hand VIỆC --person NGƯỜI: chuyển sang bước nội bộ sau, tính hạn của bước")}, \
    {"held", tr("việc đang ở bước nội bộ nào, ai giữ, hạn của bước; --late: chỉ bước quá hạn")}, \
    {"series", tr("sổ số văn bản: số nào thiếu, số nào trùng, số tiếp theo, theo năm và loại văn bản")}, \
    {"feed", tr("feed KỲ: đếm việc thành số liệu của các chỉ tiêu mà loại việc nuôi, ví dụ 2026-06")}, \
    {"stats", tr("đếm theo đơn vị: trong hạn, quá hạn, hoàn thành, tỷ lệ với tử số và mẫu số")}
/* clang-format on */

#define MATTER_USAGE                                                                                                   \
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
