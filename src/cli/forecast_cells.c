/* SPDX-License-Identifier: Apache-2.0
 *
 * forecast_cells: see forecast_cells.h. The two lists, and the words that they share with the page (forecast_page.c).
 */
#include "forecast_cells.h"

#include "answer_show.h"
#include "outlook_text.h"

enum { TEXT_MOST = 2000 };

static const struct column COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"period", NULL, COLUMN_DATA},
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Chỉ tiêu"), 0},
    {NULL, tr("ĐVT"), COLUMN_EYES},
    {"measure", NULL, COLUMN_DATA},
    {"done", tr("Thực hiện"), COLUMN_NUMBER},
    {"done_aspect", NULL, COLUMN_DATA},
    {"forecast", tr("Dự báo năm"), COLUMN_NUMBER},
    {NULL, tr("Khoảng"), COLUMN_EYES},
    {"low", NULL, COLUMN_DATA},
    {"high", NULL, COLUMN_DATA},
    {"why_not", NULL, COLUMN_DATA},
    {"years_used", NULL, COLUMN_DATA},
    {"share", tr("Mùa vụ %"), COLUMN_NUMBER},
    {"calendar", NULL, COLUMN_DATA},
    {"growth", tr("So năm trước"), COLUMN_NUMBER},
    {"year_verdict", NULL, COLUMN_DATA},
    {"layer", tr("Kế hoạch"), 0},
    {"plan", tr("Mức"), COLUMN_NUMBER},
    {"plan_ratio", tr("% KH"), COLUMN_NUMBER},
    {"pace", tr("Tiến độ"), 0},
    {"pace_by_calendar", NULL, COLUMN_DATA},
    {"need", tr("Cần mỗi tháng"), 0},
    {"needed", NULL, COLUMN_DATA},
    {"average", NULL, COLUMN_DATA},
    {"last_year_rest", NULL, COLUMN_DATA},
    {"expected_ratio", NULL, COLUMN_DATA},
    {"outlook", tr("Triển vọng"), 0},
    {"backtest", tr("Thử lại"), 0},
    {"backtest_error", NULL, COLUMN_DATA},
    {"backtest_years", NULL, COLUMN_DATA},
    {"backtest_intervals", NULL, COLUMN_DATA},
    {"backtest_held", NULL, COLUMN_DATA},
    {"forecast_id", NULL, COLUMN_DATA},
    {"plan_id", NULL, COLUMN_DATA},
    {"pace_by", NULL, COLUMN_DATA},
    {"expected", NULL, COLUMN_DATA},
    {"formula", NULL, COLUMN_DATA},
};
enum { COLUMN_TOTAL = sizeof COLUMNS / sizeof COLUMNS[0], UNIT_NAME_AT = 1 };

static const struct column TEST_COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"measure", NULL, COLUMN_DATA},
    {"year", tr("Năm"), COLUMN_FIXED},
    {"window", tr("Cùng kỳ"), COLUMN_NUMBER},
    {"whole", tr("Cả năm"), COLUMN_NUMBER},
    {"used", tr("Dùng"), 0},
    {"forecast", tr("Lẽ ra dự báo"), COLUMN_NUMBER},
    {"low", tr("Từ"), COLUMN_NUMBER},
    {"high", tr("Đến"), COLUMN_NUMBER},
    {"error", tr("Sai số %"), COLUMN_NUMBER},
    {"held", tr("Trong khoảng"), 0},
    {"why_not", tr("Không dùng vì"), 0},
    {"figures", NULL, COLUMN_DATA},
};

/* --- words */

const char *pace_words(enum pace_verdict v, enum direction d)
{
    bool limit = d == DIRECTION_DOWN;
    switch (v) {
    case PACE_AHEAD: return limit ? tr("thấp hơn mức") : tr("vượt tiến độ");
    case PACE_EVEN: return limit ? tr("ngang mức") : tr("đạt tiến độ");
    case PACE_BEHIND: return limit ? tr("cao hơn mức") : tr("chậm tiến độ");
    case PACE_NO_VERDICT:
    case PACE_VERDICTS: break;
    }
    return "";
}

struct str pace_text(struct cli *c, const struct outlook *o, const struct outlook_plan *p)
{
    struct buf b = buf_make(TEXT_MOST);
    buf_put(&b, tr_text(c->lang, pace_words(p->pace, o->question.indicator->direction)));
    if (b.len && o->share.by == PACE_BY_CALENDAR) buf_put(&b, tr_text(c->lang, tr(" (theo lịch)")));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str plan_text(struct cli *c, const struct outlook_plan *p)
{
    static const char *const LAYERS[] = {tr("điều chỉnh"),
                                         tr("cấp trên giao"),
                                         tr("cấp trên và Hội đồng nhân dân giao"),
                                         tr("Hội đồng nhân dân giao"),
                                         tr("chỉ tiêu pháp lệnh"),
                                         tr("kế hoạch"),
                                         tr("phấn đấu"),
                                         tr("bổ sung trong năm")};
    _Static_assert(sizeof LAYERS / sizeof *LAYERS == PLAN_LAYERS, "a name for each: as plan_layer_name has them");
    struct buf b = buf_make(TEXT_MOST);
    buf_put(&b, tr_text(c->lang, LAYERS[p->layer]));
    if (p->changed) buf_put(&b, tr_text(c->lang, tr(" + bổ sung")));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

const char *outlook_words(enum outlook_verdict v)
{
    switch (v) {
    case OUTLOOK_REACHES: return tr("dự báo đạt");
    case OUTLOOK_OPEN: return tr("chưa chắc");
    case OUTLOOK_MISSES: return tr("dự báo không đạt");
    case OUTLOOK_NO_VERDICT:
    case OUTLOOK_VERDICTS: break;
    }
    return "";
}

static struct str kept(struct cli *c, struct buf *b, bool number)
{
    if (number && c->lang == LANG_EN) number_to_english(b, 0);
    struct str s = str_copy(c->arena, buf_str(b));
    buf_free(b);
    return s;
}

struct str forecast_number(struct cli *c, const struct outlook *o, struct decimal value)
{
    struct buf b = buf_make(TEXT_MOST);
    outlook_put(&b, o, value);
    return kept(c, &b, true);
}

struct str forecast_need(struct cli *c, const struct outlook *o, const struct outlook_plan *p, bool with_unit)
{
    struct buf b = buf_make(TEXT_MOST);
    struct str words[2] = {STR(""), STR("")};
    if (p->need == NEED_MORE || p->need == NEED_AT_MOST) words[0] = forecast_number(c, o, p->needed);
    if (with_unit) words[1] = o->question.indicator->unit;
    const char *text = "";
    switch (p->need) {
    case NEED_MORE: text = with_unit ? tr("cần {1} {2} mỗi tháng") : tr("cần {1}"); break;
    case NEED_AT_MOST: text = with_unit ? tr("không quá {1} {2} mỗi tháng") : tr("không quá {1}"); break;
    case NEED_NOTHING: text = tr("đã đạt kế hoạch"); break;
    case NEED_PASSED: text = tr("đã vượt mức"); break;
    case NEED_UNKNOWN:
    case OUTLOOK_NEEDS: break;
    }
    if (text[0]) tr_fill(&b, c->lang, text, words, 2);
    return kept(c, &b, false);
}

void forecast_id_put(struct buf *b, const struct outlook *o)
{
    struct answer none = {.rule = ANSWER_NONE};
    answer_id_write(b, &none, &o->question, ASKED_FORECAST);
}

struct str backtest_words(struct cli *c, const struct outlook *o)
{
    struct buf b = buf_make(TEXT_MOST);
    if (!o->tests.told) {
        buf_free(&b);
        return STR("");
    }
    number_write(&b, o->tests.error, c->lang);
    buf_put(&b, STR(" %"));
    if (o->tests.with_interval) buf_format(&b, "; %zu/%zu", o->tests.held, o->tests.with_interval);
    return kept(c, &b, false);
}

/* --- cells */

static void number_cell(struct cli *c, struct rows *r, const struct outlook *o, bool known, struct decimal value)
{
    if (known)
        rows_decimal_shown(r, value, forecast_number(c, o, value));
    else
        rows_none(r);
}

static void count_cell(struct rows *r, bool known, size_t n)
{
    if (known)
        rows_int(r, (int64_t)n);
    else
        rows_none(r);
}

static void comparison_cell(struct cli *c, struct rows *r, const struct comparison *x, bool is_signed)
{
    struct buf b = buf_make(TEXT_MOST);
    show_comparison(&b, x, is_signed);
    if (x->why == COMPARABLE)
        rows_decimal_shown(r, x->value, kept(c, &b, true));
    else
        rows_none(r);
    if (x->why != COMPARABLE) buf_free(&b);
}

static void period_cell(struct rows *r, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    period_write(&b, p);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_forecast(struct cli *c, struct rows *r, const struct outlook *o)
{
    bool made = o->why == OUTLOOK_MADE, ranged = o->forecast.has_interval;
    struct buf between = buf_make(TEXT_MOST);
    if (made)
        rows_decimal_shown(r, o->forecast.value, forecast_number(c, o, o->forecast.value));
    else
        rows_none_shown(r, o->why == OUTLOOK_RATE ? STR("") : tr_text(c->lang, tr("không dự báo")));
    if (ranged) {
        buf_put(&between, forecast_number(c, o, o->forecast.low));
        buf_put(&between, STR(" – "));
        buf_put(&between, forecast_number(c, o, o->forecast.high));
    }
    rows_text(r, buf_str(&between));
    buf_free(&between);
    number_cell(c, r, o, ranged, o->forecast.low);
    number_cell(c, r, o, ranged, o->forecast.high);
    rows_text(r, outlook_why_not(c->arena, o));
    rows_int(r, (int64_t)o->forecast.years);
    if (made)
        rows_decimal(r, o->forecast.share);
    else
        rows_none(r);
    rows_decimal(r, o->calendar);
    comparison_cell(c, r, &o->growth, true);
    rows_text(r, year_verdict_word(o->year_verdict));
}

/* "hdnd", "hdnd+bo_sung" of a plan with its supplements; as stand has it. */
static void layer_cell(struct cli *c, struct rows *r, const struct outlook_plan *p)
{
    struct buf b = buf_make(TEXT_MOST);
    if (p) buf_put(&b, plan_layer_literal(p->layer));
    if (p && p->changed) buf_put(&b, b.len ? STR("+bo_sung") : STR("bo_sung"));
    rows_text_shown(r, buf_str(&b), p ? plan_text(c, p) : STR(""));
    buf_free(&b);
}

static enum cell_style style_of(bool good, bool bad)
{
    return good ? STYLE_GOOD : bad ? STYLE_BAD : STYLE_PLAIN;
}

static void put_plan(struct cli *c, struct rows *r, const struct outlook *o, const struct outlook_plan *p)
{
    static const struct outlook_plan NONE = {.ratio = {.why = NOT_WITHOUT_PLAN}, .expected = {.why = NOT_WITHOUT_PLAN}};
    bool has = p != NULL;
    if (!has) p = &NONE;
    layer_cell(c, r, has ? p : NULL);
    number_cell(c, r, o, p->plan.known, p->plan.value);
    comparison_cell(c, r, &p->ratio, false);
    rows_style(r, style_of(p->pace == PACE_AHEAD || p->pace == PACE_EVEN, p->pace == PACE_BEHIND));
    rows_text_shown(r, pace_verdict_word(p->pace), pace_text(c, o, p));
    rows_text(r, pace_verdict_word(p->by_calendar));
    rows_text_shown(r, outlook_need_word(p->need), forecast_need(c, o, p, false));
    number_cell(c, r, o, p->need == NEED_MORE || p->need == NEED_AT_MOST, p->needed);
    number_cell(c, r, o, o->has_average, o->average);
    number_cell(c, r, o, o->has_last, o->last);
    comparison_cell(c, r, &p->expected, false);
    rows_style(r, style_of(p->outlook == OUTLOOK_REACHES, p->outlook == OUTLOOK_MISSES));
    rows_text_shown(r, outlook_verdict_word(p->outlook), tr_text(c->lang, outlook_words(p->outlook)));
}

static void put_test(struct cli *c, struct rows *r, const struct outlook *o)
{
    rows_text(r, backtest_words(c, o));
    if (o->tests.told)
        rows_decimal(r, o->tests.error);
    else
        rows_none(r);
    count_cell(r, true, o->tests.told);
    count_cell(r, true, o->tests.with_interval);
    count_cell(r, true, o->tests.held);
}

static void put_more(struct rows *r, const struct outlook *o, const struct outlook_plan *p)
{
    struct buf b = buf_make(TEXT_MOST);
    const struct cube_figure *plan = !p ? NULL : p->figure ? p->figure : p->stated;
    if (o->why == OUTLOOK_MADE) forecast_id_put(&b, o);
    rows_text(r, buf_str(&b));
    buf_clear(&b);
    if (p && p->changed)
        answer_id_write(&b, &(struct answer){.rule = ANSWER_CHANGED}, &o->question, ASKED_PLAN);
    else if (plan)
        buf_format(&b, "F%u", plan->id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
    rows_text(r, p ? pace_by_word(o->share.by) : STR(""));
    if (p && o->share.by != PACE_BY_NOTHING)
        rows_decimal(r, o->share.expected);
    else
        rows_none(r);
    rows_text(r, o->reckoned ? o->rule->formula.text : STR(""));
}

struct rows *forecast_rows(struct cli *c, bool places)
{
    struct column *columns = arena_array(c->arena, struct column, COLUMN_TOTAL);
    memcpy(columns, COLUMNS, sizeof COLUMNS);
    if (!places) columns[UNIT_NAME_AT].flags = COLUMN_DATA;
    return cli_rows(c, columns, COLUMN_TOTAL);
}

/* "4.200 =": nobody reported it, a formula gives it. */
static void done_cell(struct cli *c, struct rows *r, const struct outlook *o)
{
    struct buf b = buf_make(TEXT_MOST);
    if (o->done.known) buf_put(&b, forecast_number(c, o, o->done.value));
    if (o->done.rule) buf_put(&b, STR(" ="));
    if (o->done.known)
        rows_decimal_shown(r, o->done.value, buf_str(&b));
    else
        rows_none(r);
    buf_free(&b);
}

static void put_row(struct cli *c, struct rows *r, const struct kept_unit *unit, const struct outlook *o,
                    const struct outlook_plan *p)
{
    const struct indicator *i = o->question.indicator;
    rows_text(r, unit->code);
    rows_text(r, unit->name);
    period_cell(r, o->question.period);
    rows_text(r, i->code);
    rows_text(r, i->name);
    rows_text(r, i->unit);
    rows_text(r, i->canonical_unit);
    done_cell(c, r, o);
    rows_text(r, !o->done.known ? STR("") : aspect_name(o->done.estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL));
    put_forecast(c, r, o);
    put_plan(c, r, o, p);
    put_test(c, r, o);
    put_more(r, o, p);
    rows_end(r);
}

void forecast_row_put(struct cli *c, struct rows *r, const struct kept_unit *unit, const struct outlook *o)
{
    if (!o->plans.len) put_row(c, r, unit, o, NULL);
    for (size_t i = 0; i < o->plans.len; i++) put_row(c, r, unit, o, &o->plans.at[i]);
}

struct rows *backtest_rows(struct cli *c)
{
    return cli_rows(c, TEST_COLUMNS, sizeof TEST_COLUMNS / sizeof *TEST_COLUMNS);
}

static void put_figures(struct rows *r, const struct outlook_year *y)
{
    const struct outlook_number *numbers[] = {&y->window, &y->whole};
    struct buf b = buf_make(TEXT_MOST * 10);
    for (size_t n = 0; n < 2; n++)
        for (size_t k = 0; k < numbers[n]->made.len; k++)
            buf_format(&b, b.len ? " F%u" : "F%u", numbers[n]->made.at[k]->id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

void backtest_put(struct cli *c, struct rows *r, const struct kept_unit *unit, const struct outlook *o)
{
    for (size_t k = 0; k < o->years.len; k++) {
        const struct outlook_year *y = &o->years.at[k];
        char year[16];
        bool told = y->test && y->test->said.years, ranged = told && y->test->said.has_interval;
        rows_text(r, unit->code);
        rows_text(r, unit->name);
        rows_text(r, o->question.indicator->code);
        rows_text(r, o->question.indicator->canonical_unit);
        snprintf(year, sizeof year, "%d", y->year);
        rows_decimal_shown(r, DECIMAL_INT(y->year), str_of(year));
        number_cell(c, r, o, y->window.known, y->window.value);
        number_cell(c, r, o, y->whole.known, y->whole.value);
        rows_bool(r, y->used);
        number_cell(c, r, o, told, told ? y->test->said.value : DECIMAL_INT(0));
        number_cell(c, r, o, ranged, ranged ? y->test->said.low : DECIMAL_INT(0));
        number_cell(c, r, o, ranged, ranged ? y->test->said.high : DECIMAL_INT(0));
        if (told)
            rows_decimal(r, y->test->error);
        else
            rows_none(r);
        if (ranged)
            rows_bool(r, y->test->held);
        else
            rows_none(r);
        rows_text(r, y->why);
        put_figures(r, y);
        rows_end(r);
    }
}
