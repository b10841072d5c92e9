/* SPDX-License-Identifier: Apache-2.0
 *
 * task_report_show: `task report`: sums of the tasks of a period by field, giver and unit, and what people wrote, as a
 * table, for programs, or as a document (Markdown, HTML).
 */
#include "matter_cells.h"

#include "asked.h"
#include "said.h"
#include "task_report.h"

static const struct column COLUMNS[] = {
    {"axis", tr("Theo"), COLUMN_FIXED},
    {"key", NULL, COLUMN_DATA},
    {"name", tr("Nhóm"), COLUMN_KEEP},
    {"total", tr("Tổng số"), COLUMN_NUMBER},
    {"carried", tr("Chuyển sang"), COLUMN_NUMBER},
    {"fresh", tr("Giao mới"), COLUMN_NUMBER},
    {"ended_in_time", tr("Xong đúng hạn"), COLUMN_NUMBER},
    {"saved", NULL, COLUMN_DATA},
    {"ended_late", tr("Xong quá hạn"), COLUMN_NUMBER},
    {"ended_no_due", NULL, COLUMN_DATA},
    {"waiting", NULL, COLUMN_DATA},
    {"running", tr("Chưa xong"), COLUMN_NUMBER},
    {"running_in_time", NULL, COLUMN_DATA},
    {"running_late", tr("Quá hạn"), COLUMN_NUMBER},
    {"running_no_due", NULL, COLUMN_DATA},
    {"redo", NULL, COLUMN_DATA},
    {"paused", NULL, COLUMN_DATA},
    {"dropped", NULL, COLUMN_DATA},
    {"submitted", NULL, COLUMN_DATA},
    {"approved", NULL, COLUMN_DATA},
    {"returned", tr("Trả lại"), COLUMN_NUMBER},
    {"extended", NULL, COLUMN_DATA},
    {"chased", tr("Đôn đốc"), COLUMN_NUMBER},
    {"reminded", NULL, COLUMN_DATA},
    {"rate_done", tr("Tỷ lệ hoàn thành"), COLUMN_NUMBER},
    {"rate_done_part", NULL, COLUMN_DATA},
    {"rate_done_of", NULL, COLUMN_DATA},
    {"rate_in_time", tr("Tỷ lệ đúng hạn"), COLUMN_NUMBER},
    {"rate_in_time_part", NULL, COLUMN_DATA},
    {"rate_in_time_of", NULL, COLUMN_DATA},
    {"rate_late", tr("Tỷ lệ quá hạn"), COLUMN_NUMBER},
    {"rate_late_part", NULL, COLUMN_DATA},
    {"rate_late_of", NULL, COLUMN_DATA},
};

static struct str axis_shown(const struct cli *c, enum task_axis x)
{
    switch (x) {
    case TASK_AXIS_ALL: return tr_text(c->lang, tr("tất cả"));
    case TASK_AXIS_FIELD: return tr_text(c->lang, tr("lĩnh vực"));
    case TASK_AXIS_GIVER: return tr_text(c->lang, tr("người giao"));
    case TASK_AXIS_UNIT: return tr_text(c->lang, tr("đơn vị"));
    case TASK_AXES: break;
    }
    return STR("");
}

static void put_rate(struct cli *c, struct rows *r, struct matter_rate rate)
{
    struct decimal percent;
    if (!rate.whole || !decimal_div(&percent, DECIMAL_INT((int64_t)rate.part * 100), DECIMAL_INT((int64_t)rate.whole),
                                    1, ROUND_HALF_UP))
        rows_none_shown(r, STR("–"));
    else
        rows_decimal_shown(r, percent, matter_rate_shown(c, rate.part, rate.whole, percent));
    rows_int(r, (int64_t)rate.part);
    rows_int(r, (int64_t)rate.whole);
}

static void put_sum(struct cli *c, struct rows *r, const struct task_sum *s)
{
    if (s->axis == TASK_AXIS_ALL) rows_style(r, STYLE_HEAD);
    rows_text_shown(r, task_axis_word(s->axis), axis_shown(c, s->axis));
    rows_text(r, s->key);
    rows_text_shown(r, s->name, s->name.len || s->axis == TASK_AXIS_ALL ? s->name : tr_text(c->lang, tr("(chưa nêu)")));
    for (enum task_count n = 0; n < TASK_COUNTS; n++) {
        if (n == TASK_RUNNING_LATE && s->of[n]) rows_style(r, STYLE_BAD);
        rows_int(r, (int64_t)s->of[n]);
    }
    for (enum task_rate n = 0; n < TASK_RATES; n++) put_rate(c, r, task_rate(s, n));
    rows_end(r);
}

/* --- what people wrote */

static const struct column SAID_COLUMNS[] = {
    {"part", tr("Mục"), COLUMN_FIXED},     {"source", tr("Từ"), 0},           {"matter", tr("Mã"), COLUMN_FIXED},
    {"number", NULL, COLUMN_DATA},         {"title", tr("Việc"), 0},          {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Chủ trì"), 0},       {"day", tr("Ngày"), COLUMN_FIXED}, {"who", tr("Người ghi"), 0},
    {"text", tr("Nội dung"), COLUMN_KEEP}, {"days_late", NULL, COLUMN_DATA},  {"entry", tr("Nhật ký"), COLUMN_NUMBER},
};

static struct str part_shown(const struct cli *c, enum task_part p)
{
    switch (p) {
    case TASK_REACHED: return tr_text(c->lang, tr("Đạt được"));
    case TASK_LIMIT: return tr_text(c->lang, tr("Hạn chế"));
    case TASK_CAUSE: return tr_text(c->lang, tr("Nguyên nhân"));
    case TASK_PROPOSAL: return tr_text(c->lang, tr("Đề xuất"));
    case TASK_PARTS: break;
    }
    return STR("");
}

static struct str source_shown(const struct cli *c, enum task_source s)
{
    switch (s) {
    case TASK_FROM_RESULT: return tr_text(c->lang, tr("kết quả"));
    case TASK_FROM_RETURN: return tr_text(c->lang, tr("lý do trả lại"));
    case TASK_FROM_LATE: return tr_text(c->lang, tr("quá hạn"));
    case TASK_FROM_EXTENSION: return tr_text(c->lang, tr("lý do gia hạn"));
    case TASK_FROM_PAUSE: return tr_text(c->lang, tr("lý do tạm hoãn"));
    case TASK_FROM_REFUSAL: return tr_text(c->lang, tr("lý do từ chối nhận"));
    case TASK_FROM_NOTE: return tr_text(c->lang, tr("ghi chú"));
    case TASK_SOURCES: break;
    }
    return STR("");
}

static void put_said(struct cli *c, struct rows *r, const struct task_said *s)
{
    const struct board_matter *row = &s->task->row;
    bool late = s->source == TASK_FROM_LATE;
    rows_text_shown(r, task_part_word(s->part), part_shown(c, s->part));
    rows_text_shown(r, task_source_word(s->source), source_shown(c, s->source));
    rows_text(r, matter_id_shown(c->arena, row->matter.id));
    rows_text(r, row->matter.number);
    rows_text(r, row->matter.title);
    rows_text(r, row->matter.unit);
    rows_text(r, row->unit_name);
    rows_text_shown(r, date_text(c->arena, s->day), matter_day_shown(c->arena, s->day));
    rows_text(r, s->who);
    rows_text_shown(r, s->text, late ? matter_late_shown(c, row) : s->text);
    if (late)
        rows_int(r, row->late);
    else
        rows_none(r);
    if (s->entry)
        rows_int(r, s->entry);
    else
        rows_none(r);
    rows_end(r);
}

/* --- */

static bool wish_of(struct task_report_wish *w, struct looked_unit *unit, struct looked_unit *under, struct cli *c,
                    struct err *err)
{
    bool has_unit, has_under;
    struct str typed = str_trim(cli_text(c, "period"));
    *w = (struct task_report_wish){.kind = matter_kind_option(c), .today = matter_day(c)};
    if (!w->kind.len) w->kind = STR("task");
    w->law_window = cli_choice(c, "window") == 1;
    bool read = typed.len && period_read(&w->period, typed);
    if (!read || w->period.kind == PERIOD_NONE) return fail(err, ERR_TASK_PERIOD, typed);
    if (!matter_unit_option(unit, &has_unit, c, "unit", err) || !matter_unit_option(under, &has_under, c, "under", err))
        return false;
    if (has_unit && has_under) return fail(err, ERR_FILING_SCOPE);
    if (has_unit) w->unit = unit;
    if (has_under) w->under = under;
    return true;
}

static void put_tables(struct cli *c, const struct task_report *t, bool words)
{
    struct rows *r = cli_rows(c, words ? SAID_COLUMNS : COLUMNS,
                              words ? sizeof SAID_COLUMNS / sizeof *SAID_COLUMNS : sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; words && i < t->said.len; i++) put_said(c, r, &t->said.at[i]);
    for (size_t i = 0; !words && i < t->sums.len; i++) put_sum(c, r, &t->sums.at[i]);
    rows_close(r);
}

bool matter_run_report(struct cli *c, struct err *err)
{
    struct task_report t;
    struct task_report_wish w;
    struct looked_unit unit, under;
    bool words = c->arg_count == 2 && str_eq(c->args[1], STR("words"));
    if (c->arg_count > 1 && !words) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !wish_of(&w, &unit, &under, c, err) ||
        !task_report_make(&t, c->db, c->arena, &w, err))
        return false;
    t.known = known_on_words(c);
    if (c->format == FORMAT_HTML) {
        task_report_html(c->out, c->arena, &t);
    } else if (c->format == FORMAT_MARKDOWN) {
        task_report_markdown(c->out, c->arena, &t);
    } else if (c->format == FORMAT_TABLE) {
        cli_put(c, tr("{1}: từ {2} đến {3}, tính đến {4}\n\n"), t.period, matter_day_shown(c->arena, t.days.first),
                matter_day_shown(c->arena, t.days.last), matter_day_shown(c->arena, t.on));
        put_tables(c, &t, false);
        if (t.said.len) buf_char(c->out, '\n');
        if (t.said.len) put_tables(c, &t, true);
    } else {
        put_tables(c, &t, words);
    }
    return cli_drain(c, err);
}
