/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_cells: see clock_cells.h.
 */
#include "clock_cells.h"

#include "json_write.h"

enum { TEXT_MOST = 4000 };

struct str clock_left_shown(struct cli *c, const struct clock_rule *rule, int32_t left)
{
    struct buf b = buf_make(100);
    struct str n = cli_number(c, (uint64_t)left);
    bool hours = term_is_hours(rule->term), working = rule->term.unit == TERM_WORKING_DAY;
    tr_fill(&b, c->lang, hours ? tr("{1} phút") : working ? tr("{1} ngày làm việc") : tr("{1} ngày"), &n, 1);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static const char *step_words(enum clock_step_kind kind)
{
    switch (kind) {
    case STEP_MOVED: return tr("nhận {1}: tính như nhận {2}");
    case STEP_NO_HOUR: return tr("không nêu giờ: tính từ đầu giờ làm việc");
    case STEP_SKIPPED: return tr("{1}: {3}");
    case STEP_ENDS: return tr("đếm từ {1}: đến {2}");
    case STEP_ROLLED: return tr("{1} là {3}: chuyển sang {2}");
    case STEP_WAITED: return tr("tạm dừng {1} đến {2}, khi dừng còn {4}");
    case STEP_WAITING: return tr("đang tạm dừng từ {1}, còn {4}");
    case STEP_WAITED_AFTER: return tr("tạm dừng từ {1} là sau khi hết hạn: không kéo dài");
    case STEP_WENT_ON: return tr("chờ từ {1}: thời hạn này vẫn chạy");
    case STEP_RESTARTED: return tr("chờ từ {1} đến {2}: tính lại từ đầu");
    case STEP_EXTENDED: return tr("gia hạn lần {4} đến {2}");
    case STEP_EXTENDED_LATE: return tr("gia hạn ngày {1}, khi đã quá hạn {2}");
    case STEP_EXTENDED_OFTEN: return tr("quá số lần gia hạn mà quy tắc cho: {4}");
    case STEP_EXTENDED_LONG: return tr("gia hạn dài hơn quy tắc cho: đến {1}");
    case STEP_PRINTED: return tr("phiếu hẹn {2}: giữ nguyên");
    case STEP_PROVISIONAL: return tr("tạm tính, chưa có thông báo của năm {4}");
    }
    return "";
}

static struct str step_shown(struct cli *c, const struct clock_rule *rule, const struct clock_step *s)
{
    struct buf b = buf_make(TEXT_MOST), year = buf_make(16);
    bool amount = s->kind == STEP_WAITED || s->kind == STEP_WAITING;
    struct str none = STR(""), args[4] = {none, none, none, none};
    buf_i64(&year, s->n);
    if (date_known(s->from.day)) args[0] = moment_shown(c, s->from);
    if (date_known(s->to.day)) args[1] = moment_shown(c, s->to);
    if (s->kind == STEP_SKIPPED || s->kind == STEP_ROLLED) args[2] = day_reason(c, s->why);
    args[3] = amount ? clock_left_shown(c, rule, s->n) : buf_str(&year);
    bool ends = s->kind == STEP_ENDS, back = ends && rule->row.way == CLOCK_BEFORE;
    tr_fill(&b, c->lang, back ? tr("đếm ngược từ {1}: đến {2}") : step_words(s->kind), args, 4);
    if (ends && s->n) tr_fill(&b, c->lang, tr(", không tính {4} ngày thứ bảy, chủ nhật"), args, 4);
    struct str shown = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    buf_free(&year);
    return shown;
}

void clock_put_rule(struct cli *c, const struct clock_rule *rule)
{
    const struct clock_rule_row *r = &rule->row;
    struct buf from = buf_make(32);
    date_write(&from, r->from);
    if (r->code.len) {
        cli_put_words(c, r->code);
        buf_put(c->out, STR("  "));
        cli_put_words(c, r->name);
        buf_put(c->out, STR(": "));
    }
    cli_put_words(c, term_shown(c, rule->term));
    buf_char(c->out, '\n');
    cli_put(c, tr("  căn cứ: {1}\n"), r->citation);
    if (from.len) cli_put(c, tr("  quy tắc có hiệu lực từ {1}\n"), buf_str(&from));
    if (r->note.len) cli_put(c, tr("  ghi chú: {1}\n"), r->note);
    buf_free(&from);
}

void clock_put_steps(struct cli *c, const struct shown_clock *s)
{
    const struct clock_rule *r = s->rule;
    bool back = r->row.way == CLOCK_BEFORE;
    if (back)
        cli_put(c, tr("  tính ngược từ {1}\n"), moment_shown(c, s->question->start));
    else
        cli_put(c,
                term_is_hours(r->term) ? tr("  nhận {1}; tính từ thời điểm nhận\n")
                                       : tr("  nhận {1}; ngày đầu không tính\n"),
                moment_shown(c, s->question->start));
    for (size_t i = 0; i < s->answer->step_count; i++) {
        buf_put(c->out, STR("  - "));
        cli_put_words(c, step_shown(c, r, &s->answer->steps[i]));
        buf_char(c->out, '\n');
    }
}

static const struct str STEP_NAMES[] = {
    [STEP_MOVED] = STR_INIT("moved"),
    [STEP_NO_HOUR] = STR_INIT("no_hour"),
    [STEP_SKIPPED] = STR_INIT("skipped"),
    [STEP_ENDS] = STR_INIT("ends"),
    [STEP_ROLLED] = STR_INIT("rolled"),
    [STEP_WAITED] = STR_INIT("waited"),
    [STEP_WAITING] = STR_INIT("waiting"),
    [STEP_WAITED_AFTER] = STR_INIT("waited_after"),
    [STEP_WENT_ON] = STR_INIT("went_on"),
    [STEP_RESTARTED] = STR_INIT("restarted"),
    [STEP_EXTENDED] = STR_INIT("extended"),
    [STEP_EXTENDED_LATE] = STR_INIT("extended_late"),
    [STEP_EXTENDED_OFTEN] = STR_INIT("extended_often"),
    [STEP_EXTENDED_LONG] = STR_INIT("extended_long"),
    [STEP_PRINTED] = STR_INIT("printed"),
    [STEP_PROVISIONAL] = STR_INIT("provisional"),
};

static void json_moment(struct json_writer *j, struct str key, struct moment m)
{
    struct buf b = buf_make(32);
    moment_write(&b, m);
    json_write_key(j, key);
    if (b.len)
        json_write_text(j, buf_str(&b));
    else
        json_write_null(j);
    buf_free(&b);
}

void clock_steps_cell(struct rows *r, struct cli *c, const struct shown_clock *shown)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < shown->answer->step_count; i++) {
        const struct clock_step *s = &shown->answer->steps[i];
        json_write_open(&j, '{');
        json_write_key(&j, STR("step"));
        json_write_text(&j, STEP_NAMES[s->kind]);
        json_moment(&j, STR("from"), s->from);
        json_moment(&j, STR("to"), s->to);
        json_write_key(&j, STR("n"));
        json_write_int(&j, s->n);
        json_write_key(&j, STR("text"));
        json_write_text(&j, step_shown(c, shown->rule, s));
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    rows_json(r, buf_str(&b), STR(""));
    buf_free(&b);
}
