/* SPDX-License-Identifier: Apache-2.0
 *
 * forecast_page: one indicator of one place for eyes (forecast_cells.h): what was done, where the year will end and by
 * what rule, the past years with what the rule would have said in each, and the plan, layer by layer.
 */
#include "forecast_cells.h"

#include "answer_show.h"
#include "outlook_text.h"

enum { TEXT_MOST = 2000 };

static const struct column YEARS[] = {
    {"year", tr("Năm"), COLUMN_FIXED},
    {"window", tr("Cùng kỳ"), COLUMN_NUMBER},
    {"whole", tr("Cả năm"), COLUMN_NUMBER},
    {"share", tr("Cùng kỳ/năm %"), COLUMN_NUMBER},
    {"forecast", tr("Lẽ ra dự báo"), COLUMN_NUMBER},
    {"interval", tr("Khoảng"), 0},
    {"error", tr("Sai số %"), COLUMN_NUMBER},
    {"held", tr("Trong khoảng"), 0},
    {"figures", tr("Số liệu"), 0},
};

static const struct column PLANS[] = {
    {"layer", tr("Kế hoạch"), COLUMN_FIXED},
    {"plan", tr("Mức"), COLUMN_NUMBER},
    {"ratio", tr("% KH"), COLUMN_NUMBER},
    {"share", tr("Mùa vụ %"), COLUMN_NUMBER},
    {"calendar", tr("Lịch %"), COLUMN_NUMBER},
    {"pace", tr("Tiến độ"), 0},
    {"needed", tr("Còn lại"), 0},
    {"expected", tr("Dự báo % KH"), COLUMN_NUMBER},
    {"outlook", tr("Triển vọng"), 0},
    {"figure", tr("Số liệu"), COLUMN_FIXED},
};

static struct str in_language(struct cli *c, struct buf *b)
{
    if (c->lang == LANG_EN) number_to_english(b, 0);
    struct str s = str_copy(c->arena, buf_str(b));
    buf_free(b);
    return s;
}

static struct str decimal_text(struct cli *c, struct decimal d)
{
    struct buf b = buf_make(TEXT_MOST);
    number_write(&b, d, c->lang);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str comparison_text(struct cli *c, const struct comparison *x, bool is_signed)
{
    struct buf b = buf_make(TEXT_MOST);
    show_comparison(&b, x, is_signed);
    return in_language(c, &b);
}

static struct str interval_text(struct cli *c, const struct outlook *o, const struct forecast *f)
{
    struct buf b = buf_make(TEXT_MOST);
    if (f->has_interval) {
        buf_put(&b, forecast_number(c, o, f->low));
        buf_put(&b, STR(" – "));
        buf_put(&b, forecast_number(c, o, f->high));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str window_words(struct cli *c, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    if (c->lang == LANG_VI)
        period_write_vi(&b, p);
    else
        period_write(&b, p);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_line(struct cli *c, struct str s)
{
    cli_put_words(c, s);
    buf_char(c->out, '\n');
}

static void put_done(struct cli *c, const struct outlook *o)
{
    if (!o->done.known) return;
    cli_put(c, o->done.rule ? tr("Thực hiện, tính theo công thức: {1}") : tr("Thực hiện: {1}"),
            forecast_number(c, o, o->done.value));
    if (o->done.estimate) buf_put(c->out, tr_text(c->lang, tr(" (ước)")));
    if (o->has_average) cli_put(c, tr(", bình quân {1} mỗi tháng"), forecast_number(c, o, o->average));
    if (o->has_last)
        cli_put(c, tr("; những tháng còn lại của năm trước {1} mỗi tháng"), forecast_number(c, o, o->last));
    buf_char(c->out, '\n');
}

static void put_forecast(struct cli *c, const struct outlook *o)
{
    const struct forecast *f = &o->forecast;
    if (o->why != OUTLOOK_MADE) return;
    cli_put(c, tr("Dự báo cả năm: {1}"), forecast_number(c, o, f->value));
    if (f->has_interval)
        cli_put(c, tr(", từ {1} đến {2}"), forecast_number(c, o, f->low), forecast_number(c, o, f->high));
    if (o->growth.why == COMPARABLE) cli_put(c, tr("; so với năm trước {1}"), comparison_text(c, &o->growth, true));
    buf_char(c->out, '\n');
    cli_put(c, tr("Cách tính: gộp {1} năm trước, số cùng kỳ bằng {2} % số cả năm\n"), cli_number(c, f->years),
            decimal_text(c, f->share));
    if (o->tests.told)
        cli_put(c, tr("Thử lại với các năm đã qua: sai bình quân {1} %"), decimal_text(c, o->tests.error));
    if (o->tests.with_interval)
        cli_put(c, tr("; {1}/{2} năm nằm trong khoảng"), cli_number(c, o->tests.held),
                cli_number(c, o->tests.with_interval));
    if (o->tests.told) buf_char(c->out, '\n');
}

static struct str figures_text(struct cli *c, const struct outlook_year *y)
{
    const struct outlook_number *numbers[] = {&y->window, &y->whole};
    struct buf b = buf_make(TEXT_MOST * 10);
    for (size_t n = 0; n < 2; n++)
        for (size_t k = 0; k < numbers[n]->made.len; k++)
            buf_format(&b, b.len ? " F%u" : "F%u", numbers[n]->made.at[k]->id);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_year(struct cli *c, struct rows *r, const struct outlook *o, const struct outlook_year *y)
{
    const struct forecast_test *t = y->test && y->test->said.years ? y->test : NULL;
    struct decimal share, hundred;
    char year[16];
    bool has_share = y->window.known && y->whole.known && decimal_mul(&hundred, y->window.value, DECIMAL_INT(100)) &&
                     decimal_div(&share, hundred, y->whole.value, 2, ROUND_HALF_UP);
    snprintf(year, sizeof year, "%d", y->year);
    rows_text(r, str_of(year));
    rows_text(r, y->window.known ? forecast_number(c, o, y->window.value) : STR(""));
    rows_text(r, y->whole.known ? forecast_number(c, o, y->whole.value) : STR(""));
    rows_text(r, has_share ? decimal_text(c, share) : STR(""));
    rows_text(r, t ? forecast_number(c, o, t->said.value) : STR(""));
    rows_text(r, t ? interval_text(c, o, &t->said) : STR(""));
    rows_text(r, t ? decimal_text(c, t->error) : STR(""));
    if (t && t->said.has_interval)
        rows_bool(r, t->held);
    else
        rows_none(r);
    rows_text(r, figures_text(c, y));
    rows_end(r);
}

static void put_plan(struct cli *c, struct rows *r, const struct outlook *o, const struct outlook_plan *p)
{
    struct buf id = buf_make(32);
    const struct cube_figure *f = p->figure ? p->figure : p->stated;
    rows_text(r, plan_text(c, p));
    rows_text(r, p->plan.known ? forecast_number(c, o, p->plan.value) : STR(""));
    rows_text(r, p->ratio.why == COMPARABLE ? comparison_text(c, &p->ratio, false) : incomparable_reason(p->ratio.why));
    rows_text(r, o->why == OUTLOOK_MADE ? decimal_text(c, o->forecast.share) : STR(""));
    rows_text(r, o->question.indicator->time == TIME_FLOW ? decimal_text(c, o->calendar) : STR(""));
    rows_text(r, pace_text(c, o, p));
    rows_text(r, forecast_need(c, o, p, true));
    rows_text(r, comparison_text(c, &p->expected, false));
    rows_text(r, tr_text(c->lang, outlook_words(p->outlook)));
    buf_format(&id, p->changed ? "F%u +" : "F%u", f->id);
    rows_text(r, buf_str(&id));
    rows_end(r);
    buf_free(&id);
}

void forecast_page_put(struct cli *c, const struct kept_unit *unit, const struct outlook *o)
{
    const struct indicator *i = o->question.indicator;
    struct buf id = buf_make(TEXT_MOST);
    cli_put_words(c, unit->name);
    cli_put(c, tr(", {1}\n"), window_words(c, o->question.period));
    cli_put(c, tr("{1} {2}, {3}\n\n"), i->code, i->name, i->unit);
    put_done(c, o);
    put_forecast(c, o);
    struct str remark = outlook_remark(c->arena, o);
    if (remark.len) {
        buf_put(c->out, tr_text(c->lang, tr("Lưu ý")));
        buf_put(c->out, STR(": "));
        put_line(c, remark);
    }
    if (o->years.len) {
        buf_char(c->out, '\n');
        struct rows *r = cli_rows(c, YEARS, sizeof YEARS / sizeof *YEARS);
        for (size_t k = 0; k < o->years.len; k++) put_year(c, r, o, &o->years.at[k]);
        rows_close(r);
    }
    if (o->plans.len) {
        buf_char(c->out, '\n');
        struct rows *r = cli_rows(c, PLANS, sizeof PLANS / sizeof *PLANS);
        for (size_t k = 0; k < o->plans.len; k++) put_plan(c, r, o, &o->plans.at[k]);
        rows_close(r);
    }
    if (o->why == OUTLOOK_MADE) {
        forecast_id_put(&id, o);
        cli_put(c, tr("\nGiải trình: dieuhanh explain {1}\n"), buf_str(&id));
    }
    buf_free(&id);
}
