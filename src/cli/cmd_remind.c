/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_remind: people are told of what they owe: by which rules, by which outlets, what was sent and what became of it.
 */
#include "remind_cells.h"

static const struct {
    struct str word;
    size_t least, most; /* arguments, the word included */
} PARTS[] = {
    {STR_INIT("run"), 1, 1},     {STR_INIT("list"), 1, 1},    {STR_INIT("show"), 2, 2},    {STR_INIT("rules"), 1, 1},
    {STR_INIT("rule"), 2, 2},    {STR_INIT("outlets"), 1, 1}, {STR_INIT("outlet"), 2, 2},  {STR_INIT("contacts"), 1, 1},
    {STR_INIT("contact"), 2, 2}, {STR_INIT("again"), 2, 2},   {STR_INIT("arrived"), 2, 2}, {STR_INIT("drop"), 2, 2},
};

static bool run(struct cli *c, struct err *err)
{
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        if (!str_eq(c->args[0], PARTS[i].word)) continue;
        if (c->arg_count < PARTS[i].least) return fail(err, ERR_ARGUMENTS_FEW, STR("remind"));
        if (c->arg_count > PARTS[i].most) return fail(err, ERR_ARGUMENTS_MANY, STR("remind"), c->args[PARTS[i].most]);
        return cli_run_word(c, err);
    }
    return fail(err, ERR_ARGUMENTS_FEW, STR("remind"));
}

/* In the order of enum delivery_state. */
static const char *const STATES[] = {"waiting", "sending", "sent", "failed", "refused", "unknown", "dropped", NULL};

static const struct option_spec OPTIONS[] = {
    {"on", 0, OPTION_DATE, tr("NGÀY"), .help = tr("run: nhắc như vào ngày đó")},
    {"dry-run", 0, OPTION_FLAG, .help = tr("run: chỉ xem sẽ nhắc ai việc gì, không ghi, không gửi")},
    {"no-send", 0, OPTION_FLAG, .help = tr("run: chỉ lập thông báo, để lần sau gửi")},
    {"state", 0, OPTION_CHOICE, tr("TRẠNG THÁI"), STATES, .help = tr("list: chỉ thông báo ở trạng thái này")},
    {"limit", 'l', OPTION_COUNT, tr("SỐ"), .fallback = "50", .help = tr("list: nhiều nhất chừng ấy thông báo")},
    {"after", 0, OPTION_TEXT, tr("MÃ"), .help = tr("list: trang sau, từ sau thông báo này")},
    {"name", 0, OPTION_TEXT, tr("TÊN"), .help = tr("rule: tên quy tắc")},
    {"kind", 'k', OPTION_TEXT, tr("LOẠI"), .help = tr("rule: chỉ loại việc này; «*» là mọi loại")},
    {"at", 0, OPTION_TEXT, tr("MỐC"),
     .help = tr("rule: số ngày làm việc so với hạn, trước hạn là số âm, như -3,-1,0,5")},
    {"every", 0, OPTION_COUNT, tr("SỐ"),
     .help = tr("rule: sau mốc cuối, cứ chừng ấy ngày làm việc nhắc lại; 0 là không")},
    {"to", 0, OPTION_TEXT, tr("AI"),
     .help = tr("rule: person (người làm, không có thì đơn vị), unit, helping (phối hợp), giver (người giao), follower "
                "(người theo dõi), above (cấp trên của đơn vị); cách nhau bằng «|»")},
    {"source", 0, OPTION_TEXT, tr("CĂN CỨ"), .help = tr("rule: căn cứ")},
    {"type", 0, OPTION_TEXT, tr("LOẠI"), .help = tr("outlet: file, mail hoặc webhook")},
    {"place", 0, OPTION_TEXT, tr("NƠI"),
     .help = tr("outlet: thư mục; smtp://MÁY-CHỦ[:CỔNG] hoặc smtps://…; https://…")},
    {"sender", 0, OPTION_TEXT, tr("ĐỊA CHỈ"), .help = tr("outlet: mail: thư đi từ địa chỉ này")},
    {"login", 0, OPTION_TEXT, tr("TÊN"), .help = tr("outlet: mail: tên đăng nhập máy chủ thư")},
    {"secret-env", 0, OPTION_TEXT, tr("BIẾN"),
     .help = tr("outlet: tên biến môi trường giữ mật khẩu (mail) hoặc khóa ký (webhook); kho không giữ bí mật")},
    {"off", 0, OPTION_FLAG, .help = tr("rule, outlet: thôi dùng; contact: thôi gửi tới đây")},
    {"person", 0, OPTION_TEXT, tr("NGƯỜI"), .help = tr("contact: người, viết như trong việc")},
    {"unit", 'u', OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("contact: đơn vị, theo tên hoặc mã")},
    {"outlet", 0, OPTION_TEXT, tr("KÊNH"), .help = tr("contact: qua kênh nào")},
    {"note", 'n', OPTION_TEXT, tr("LỜI"), .help = tr("again, arrived, drop: lý do, ghi vào nhật ký")},
    {0},
};

/* clang-format off */
static const struct command_word WORDS[] = {
    {"run", tr("lập thông báo cho việc sắp đến hạn, đến hạn, quá hạn rồi gửi; chạy mấy lần cũng không ai nhận hai lần"),
     "on dry-run no-send", remind_run_run},
    {"list", tr("các thông báo: gửi ai, qua kênh nào, đến đâu"),
     "state limit after", remind_run_list},
    {"show", tr("show MÃ: một thông báo: lời văn, mọi lần gửi"),
     "", remind_run_show},
    {"rules", tr("nhắc trước, đúng và sau hạn mấy ngày, nhắc ai"),
     "", remind_run_rules},
    {"rule", tr("rule MÃ: đặt quy tắc của cơ quan, hoặc đổi, thôi dùng một quy tắc"),
     "name kind at every to source off", remind_run_rule},
    {"outlets", tr("các kênh gửi"),
     "", remind_run_outlets},
    {"outlet", tr("outlet TÊN: thêm hoặc đổi một kênh gửi"),
     "type place sender login secret-env off", remind_run_outlet},
    {"contacts", tr("ai nhận ở địa chỉ nào"),
     "", remind_run_contacts},
    {"contact", tr("contact ĐỊA-CHỈ: địa chỉ của một người hoặc một đơn vị ở một kênh"),
     "person unit outlet off", remind_run_contact},
    {"again", tr("again MÃ: gửi lại một thông báo không rõ đã đến chưa, hoặc bị từ chối"),
     "note", remind_run_again},
    {"arrived", tr("arrived MÃ: thông báo không rõ ấy đã đến"),
     "note", remind_run_arrived},
    {"drop", tr("drop MÃ: thôi không gửi nữa"),
     "note", remind_run_drop},
    {0},
};
/* clang-format on */

const struct command cmd_remind = {
    .name = "remind",
    .summary = tr("nhắc việc: trước, đúng, sau hạn; báo cấp trên; thư, webhook, tệp; mỗi lần gửi được ghi lại"),
    .usage = {tr("run [--on NGÀY] [--dry-run|--no-send]"), tr("list [--state TRẠNG THÁI] | show MÃ"),
              tr("rules | rule MÃ [--at MỐC] [--every SỐ] [--to AI] [--kind LOẠI] [--off]"),
              tr("outlets | outlet TÊN --type LOẠI --place NƠI [TÙY CHỌN] [--off]"),
              tr("contacts | contact ĐỊA-CHỈ --person NGƯỜI|--unit ĐƠN VỊ --outlet KÊNH [--off]"),
              tr("again|arrived|drop MÃ --note LỜI")},
    .about = tr(
        "Mỗi người, mỗi kênh nhận một bản gộp mọi việc cần nhắc. Mốc tính bằng ngày làm việc so với hạn; ngày nào "
        "không "
        "chạy thì lần chạy sau nhắc mốc gần nhất đã qua. Một mốc của một việc với một hạn chỉ nhắc một người một lần "
        "qua "
        "một kênh; hạn đổi thì nhắc theo hạn mới.\n"
        "Gửi không được thì lần chạy sau gửi lại, thưa dần, nhiều nhất sáu lần. Đã trao hết mà mất liên lạc thì không "
        "rõ "
        "đã đến chưa: không tự gửi lại; xem «list --state unknown» rồi quyết định bằng again hoặc arrived.\n"
        "Việc ghi phạm vi nội bộ chỉ nêu số, không nêu nội dung, khi gửi ra ngoài. Mật khẩu để trong biến môi trường.\n"
        "Chạy hằng ngày bằng cron hoặc systemd: «dieuhanh remind run»."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh remind outlet so --type file --place nhac-viec", tr("kênh đơn giản nhất: ghi ra thư mục")},
                 {"dieuhanh remind outlet thu --type mail --place smtp://mail.example.vn:587 --sender "
                  "nhacviec@example.vn --login nhacviec --secret-env THU_MAT_KHAU",
                  tr("kênh thư điện tử")},
                 {"dieuhanh remind contact lan.tran@example.vn --person lan.tran --outlet thu",
                  tr("địa chỉ của một người")},
                 {"dieuhanh remind run --dry-run", tr("hôm nay sẽ nhắc ai việc gì")},
                 {"dieuhanh remind rule late --at 1,2,3 --every 1 --to \"person|unit|giver\"",
                  tr("nhắc việc quá hạn dày hơn")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 2,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
