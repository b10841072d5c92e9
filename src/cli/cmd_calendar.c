/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_calendar: days off and working days, the lunar calendar, and the time limits of law. No record is needed: all is
 * rows of law and reckoning; where there is one, what was announced since and entered there counts too.
 */
#include "calendar_cells.h"

static const struct {
    struct str word;
    size_t least, most; /* arguments, the word included */
    bool (*run)(struct cli *c, struct err *err);
} PARTS[] = {
    {STR_INIT("show"), 1, 2, calendar_run_show},         {STR_INIT("day"), 1, 2, calendar_run_day},
    {STR_INIT("lunar"), 1, 2, calendar_run_lunar},       {STR_INIT("solar"), 2, 2, calendar_run_solar},
    {STR_INIT("add"), 3, 3, calendar_run_add},           {STR_INIT("count"), 3, 3, calendar_run_count},
    {STR_INIT("rules"), 1, 2, calendar_run_rules},       {STR_INIT("offices"), 1, 1, calendar_run_offices},
    {STR_INIT("deadline"), 2, 2, calendar_run_deadline}, {STR_INIT("rates"), 1, 1, calendar_run_rates},
    {STR_INIT("announce"), 2, 2, calendar_run_announce}, {STR_INIT("swap"), 3, 3, calendar_run_swap},
};

static bool run(struct cli *c, struct err *err)
{
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        if (!str_eq(c->args[0], PARTS[i].word)) continue;
        if (c->arg_count < PARTS[i].least) return fail(err, ERR_ARGUMENTS_FEW, STR("calendar"));
        if (c->arg_count > PARTS[i].most) return fail(err, ERR_ARGUMENTS_MANY, STR("calendar"), c->args[PARTS[i].most]);
        return PARTS[i].run(c, err);
    }
    return fail(err, ERR_ARGUMENTS_FEW, STR("calendar"));
}

static const struct option_spec OPTIONS[] = {
    {"from", 0, OPTION_TEXT, tr("LÚC"),
     .help = tr("deadline: ngày hoặc lúc nhận, như 2026-11-23T16:30; với thời hạn tính ngược là ngày của việc đó")},
    {"office", 0, OPTION_TEXT, tr("MÃ"), .fallback = "hanh-chinh",
     .help = tr("show, day, deadline: giờ làm việc của loại cơ quan nào")},
    {"wait", 0, OPTION_TEXT, tr("TỪ..ĐẾN"),
     .help = tr("deadline: các lần chờ bổ sung, cách nhau bằng dấu phẩy; đang chờ thì để trống ĐẾN")},
    {"extend", 0, OPTION_TEXT, tr("HẠN"),
     .help = tr("deadline: các lần gia hạn: hạn mới hoặc thời hạn thêm, có thể kèm @ngày quyết định")},
    {"printed", 0, OPTION_TEXT, tr("LÚC"), .help = tr("deadline: hạn đã in trên phiếu hẹn")},
    {"done", 0, OPTION_TEXT, tr("LÚC"), .help = tr("deadline: xong lúc nào")},
    {"recorded", 0, OPTION_TEXT, tr("LÚC"), .help = tr("deadline: Cổng ghi xong lúc nào, nếu khác")},
    {"now", 0, OPTION_TEXT, tr("LÚC"), .help = tr("deadline: xét đến lúc nào; không nêu thì là bây giờ")},
    {"on", 0, OPTION_DATE, tr("NGÀY"), .help = tr("rules: quy tắc có hiệu lực ngày đó")},
    {"back", 0, OPTION_FLAG, .help = tr("add: đếm ngược")},
    {"tet", 0, OPTION_TEXT, tr("TỪ..ĐẾN"), .help = tr("announce: năm ngày nghỉ Tết, không kể nghỉ hằng tuần, nghỉ bù")},
    {"national", 0, OPTION_TEXT, tr("TỪ..ĐẾN"),
     .help = tr("announce: hai ngày nghỉ Quốc khánh, không kể nghỉ hằng tuần, nghỉ bù")},
    {"text", 0, OPTION_TEXT, tr("SỐ"), .help = tr("announce, swap: số, ký hiệu văn bản thông báo")},
    {"counts", 0, OPTION_TEXT, tr("SỐ"), .help = tr("rates: early=20,on_time=50,late=10,running=15,overdue=5")},
    {0},
};

static const struct command_word WORDS[] = {
    {"show", tr("ngày nghỉ, nghỉ bù, hoán đổi của một năm (2015–2100)")},
    {"day", tr("một ngày: làm hay nghỉ, vì sao, âm lịch")},
    {"lunar", tr("ngày âm lịch của một ngày (1900–2100)")},
    {"solar", tr("ngày dương lịch của một ngày âm lịch; tháng nhuận viết 2025-06L-01")},
    {"add", tr("add NGÀY SỐ: bao nhiêu ngày làm việc sau ngày đó")},
    {"count", tr("count TỪ ĐẾN: số ngày làm việc sau ngày đầu, đến hết ngày cuối")},
    {"rules", tr("các quy tắc thời hạn: dài bao nhiêu, tính thế nào, căn cứ")},
    {"offices", tr("giờ làm việc theo loại cơ quan")},
    {"deadline", tr("hạn của một việc theo một quy tắc hay một thời hạn, từng bước")},
    {"announce", tr("announce NĂM: ghi vào kho thông báo nghỉ Tết, Quốc khánh của một năm")},
    {"swap", tr("swap NGÀY-NGHỈ NGÀY-LÀM-BÙ: ghi vào kho một ngày hoán đổi")},
    {"rates", tr("các cách tính tỷ lệ đúng hạn, quá hạn (A đến D)")},
    {0},
};

const struct command cmd_calendar = {
    .name = "calendar",
    .summary = tr("lịch ngày làm việc, âm lịch và thời hạn theo luật"),
    .usage = {tr("show [NĂM] | day [NGÀY]"), tr("lunar [NGÀY] | solar NGÀY-ÂM-LỊCH"),
              tr("add NGÀY SỐ [--back] | count TỪ ĐẾN"), tr("rules [MÃ] [--on NGÀY] | offices | rates [--counts SỐ]"),
              tr("deadline MÃ|THỜI-HẠN --from LÚC [TÙY CHỌN] | announce NĂM ... | swap NGÀY NGÀY ...")},
    .about = tr(
        "Ngày nghỉ theo Bộ luật Lao động và thông báo từng năm; Tết, Giỗ Tổ theo âm lịch tính ở múi giờ UTC+7. Năm "
        "chưa "
        "có thông báo thì tính theo lệ các năm trước và ghi rõ là tạm tính.\n"
        "Thời hạn: ngày đầu không tính; ngày cuối là ngày nghỉ thì chuyển sang ngày làm việc tiếp theo; trong lúc chờ "
        "bổ "
        "sung thì dừng hoặc tính lại từ đầu theo quy tắc; gia hạn giữ lại hạn đầu; phiếu hẹn đã in thì không đổi. Quy "
        "tắc "
        "lấy theo ngày bắt đầu.\n"
        "Thời hạn viết như trong thủ tục: «7 ngày làm việc», «30 ngày», «2 giờ làm việc», «24 giờ», «1 tháng», «trong "
        "ngày».\n"
        "Thông báo có sau khi chương trình phát hành thì ghi vào kho (announce, swap): từ đó lịch và hạn của kho tính "
        "theo thông báo đó; hạn tạm tính của việc đang làm được tính lại bằng «dieuhanh matter recompute»."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh calendar show 2027", tr("ngày nghỉ năm 2027")},
                 {"dieuhanh calendar day 2026-11-24", tr("ngày đó làm hay nghỉ, vì sao")},
                 {"dieuhanh calendar deadline \"2 ngày làm việc\" --from 2026-11-23", tr("hạn, từng bước")},
                 {"dieuhanh calendar deadline KN-LAN1 --from 2026-08-03 --wait 2026-08-10..2026-08-31",
                  tr("giải quyết khiếu nại lần đầu, có tạm đình chỉ")},
                 {"dieuhanh calendar announce 2028 --tet 2028-01-24..2028-01-28 --national 2028-09-01..2028-09-02 "
                  "--text 123/TB-BNV",
                  tr("ghi thông báo của năm 2028 vào kho")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 3,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
