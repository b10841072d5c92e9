/* SPDX-License-Identifier: Apache-2.0
 *
 * series_view: see series_view.h.
 */
#include "series_view.h"

#include "answer_show.h"
#include "chart_view.h"
#include "rows.h"

enum { YEARS_SHOWN = 30, POSITIONS_MOST = 31 };

/* --- spans */

static const struct {
    struct str word;
    const char *name;
} SPAN_SHOWN[SPANS] = {
    [SPAN_YEAR] = {STR_INIT("nam"), tr("Theo năm")},     [SPAN_HALF] = {STR_INIT("6-thang"), tr("Theo 6 tháng")},
    [SPAN_QUARTER] = {STR_INIT("quy"), tr("Theo quý")},  [SPAN_MONTH] = {STR_INIT("thang"), tr("Theo tháng")},
    [SPAN_OTHER] = {STR_INIT("khac"), tr("Các kỳ khác")},
};

enum time_span span_of(struct period p)
{
    switch (p.kind) {
    case PERIOD_YEAR: return SPAN_YEAR;
    case PERIOD_HALF: return SPAN_HALF;
    case PERIOD_QUARTER: return SPAN_QUARTER;
    case PERIOD_MONTH: return SPAN_MONTH;
    case PERIOD_NONE:
    case PERIOD_DAY:
    case PERIOD_DAYS:
    case PERIOD_NINE_MONTHS:
    case PERIOD_MONTHS:
    case PERIOD_YEARS:
    case PERIOD_TO_DATE:
    case PERIOD_KINDS: break;
    }
    return SPAN_OTHER;
}

struct str span_word(enum time_span s)
{
    return SPAN_SHOWN[s].word;
}

static size_t rows_of(const struct series *s, enum time_span span)
{
    size_t n = 0;
    for (size_t i = 0; i < s->len; i++) n += span_of(s->at[i].period) == span;
    return n;
}

enum time_span span_chosen(const struct series *s, struct str word)
{
    enum time_span most = SPAN_YEAR;
    for (int k = 0; k < SPANS; k++) {
        if (str_eq(word, SPAN_SHOWN[k].word) && rows_of(s, (enum time_span)k)) return (enum time_span)k;
        if (rows_of(s, (enum time_span)k) > rows_of(s, most)) most = (enum time_span)k;
    }
    return most;
}

void span_tabs(struct tabs_view *out, struct visit *v, const struct series *s, enum time_span chosen, struct link page)
{
    for (int k = 0; k < SPANS; k++)
        if (rows_of(s, (enum time_span)k))
            *vec_push(v->arena, out) =
                (struct tab_view){tr_text(v->lang, SPAN_SHOWN[k].name),
                                  link_with(v->arena, page, STR("bang"), SPAN_SHOWN[k].word), (int)chosen == k};
}

/* --- values */

static struct measured value_of(const struct series_row *r)
{
    return r->cell.known ? grid_measured(&r->cell) : r->made.value;
}

static struct question question_of(const struct series_wish *w, struct period p)
{
    return (struct question){w->unit, w->indicator, p};
}

/* The plan of just that time: a year's plan is none of its months. */
static struct grid_cell plan_of(const struct series_wish *w, struct period p)
{
    struct question q = question_of(w, p);
    struct grid_cell plan = grid_plan(w->grid, &q);
    if (plan.known && !period_same_time(grid_period(w->grid, plan.period), p)) plan.known = false;
    return plan;
}

static struct str number_of(struct visit *v, struct measured m, const struct indicator *i)
{
    struct buf b = buf_make(200);
    if (m.known) show_measured(&b, m, i);
    if (v->lang == LANG_EN) number_to_english(&b, 0);
    return kept_text(v, &b);
}

static bool is_estimate(const struct series_wish *w, const struct grid_cell *c)
{
    return c->computed ? c->estimate : c->known && grid_lane(w->grid, c->lane)->aspect == ASPECT_ESTIMATE;
}

/* --- the table */

static struct str mark_of(struct visit *v, const struct series_wish *w, const struct series_row *r)
{
    static const char *const GROUND[] = {
        [GROUND_OWN] = "", [GROUND_FORMER] = " ◊", [GROUND_RECOMPUTED] = " †", [GROUND_ESTIMATED] = " ~"};
    struct buf b = buf_make(100);
    if (is_estimate(w, &r->cell)) buf_put(&b, tr_text(v->lang, tr(" (ước)")));
    if (r->cell.computed || r->made.reckoned) buf_put(&b, STR(" ="));
    buf_put(&b, str_of(GROUND[r->ground]));
    return kept_text(v, &b);
}

static void add_note(struct notes_view *notes, struct visit *v, struct str text)
{
    for (size_t i = 0; i < notes->len; i++)
        if (str_eq(notes->at[i].text, text)) return;
    (*vec_push(v->arena, notes)).text = text;
}

static void add_notes(struct notes_view *notes, struct visit *v, const struct series_row *r)
{
    if (r->ground == GROUND_FORMER)
        add_note(notes, v, tr_text(v->lang, tr("◊ theo địa bàn của chính kỳ đó, trước khi sắp xếp")));
    if (r->ground == GROUND_RECOMPUTED)
        add_note(notes, v, said_text(v, tr("† số của địa bàn mới: {1}"), like_note(v->arena, &r->made, v->lang), STR("")));
    if (r->ground == GROUND_ESTIMATED)
        add_note(notes, v, said_text(v, tr("~ số của địa bàn mới: {1}"), like_note(v->arena, &r->made, v->lang), STR("")));
    if (r->cell.computed) add_note(notes, v, tr_text(v->lang, tr("= tính theo công thức, không đơn vị nào báo cáo")));
}

static struct str id_of(struct visit *v, enum answer_rule rule, const struct question *q, enum asked what)
{
    struct buf b = buf_make(1000);
    answer_id_write(&b, &(struct answer){.rule = rule}, q, what);
    return kept_text(v, &b);
}

static struct str figure_of(struct visit *v, const struct grid_cell *c)
{
    struct buf b = buf_make(20);
    if (c->known && !c->computed) figure_id_write(&b, (struct figure_id){c->id});
    return kept_text(v, &b);
}

static void add_growth(struct series_row_view *out, struct visit *v, const struct series_row *r,
                       const struct question *q)
{
    struct buf b = buf_make(200);
    show_comparison(&b, &r->growth.comparison, true);
    if (v->lang == LANG_EN) number_to_english(&b, 0);
    out->growth = kept_text(v, &b);
    if (out->growth.len && r->cell.known)
        out->growth_evidence = evidence_link(v, id_of(v, ANSWER_GROWTH, q, ASKED_GROWTH));
    if (!out->growth.len)
        out->growth_why = r->like.rule == LIKE_NOT ? like_note(v->arena, &r->like, v->lang)
                                                   : incomparable_reason(r->growth.comparison.why);
}

static struct series_row_view row_of(struct visit *v, const struct series_wish *w, const struct series_row *r)
{
    struct question q = question_of(w, r->period);
    struct grid_cell plan = plan_of(w, r->period);
    struct series_row_view out = {.period = shown_period(v, r->period), .rate = STR(""), .plan = STR("")};
    out.value = number_of(v, value_of(r), w->indicator);
    out.mark = mark_of(v, w, r);
    out.source = figure_of(v, &r->cell);
    out.evidence = evidence_link(v, out.source.len ? out.source : id_of(v, ANSWER_FORMULA, &q, ASKED_VALUE));
    if (plan.known) {
        struct comparison c = comparison_plan(value_of(r), grid_measured(&plan));
        struct buf b = buf_make(200);
        show_comparison(&b, &c, false);
        if (v->lang == LANG_EN) number_to_english(&b, 0);
        out.rate = kept_text(v, &b);
        out.plan = number_of(v, grid_measured(&plan), w->indicator);
        out.plan_evidence = evidence_link(v, figure_of(v, &plan));
    }
    add_growth(&out, v, r, &q);
    return out;
}

void series_rows(struct series_rows_view *out, struct notes_view *notes, struct visit *v, const struct series_wish *w)
{
    for (size_t i = w->series->len; i-- > 0;) {
        const struct series_row *r = &w->series->at[i];
        if (span_of(r->period) != w->span) continue;
        struct series_row_view row = row_of(v, w, r);
        *vec_push(v->arena, out) = row;
        add_notes(notes, v, r);
    }
}

/* --- the picture */

static const struct series_row *row_for(const struct series_wish *w, struct period p)
{
    for (size_t i = 0; i < w->series->len; i++)
        if (period_eq(w->series->at[i].period, p)) return &w->series->at[i];
    return NULL;
}

/* Position i of a year, or of the years from `year` on. */
static struct period position(enum time_span span, int year, int i)
{
    switch (span) {
    case SPAN_YEAR: return period_year(year + i);
    case SPAN_HALF: return period_half(year, i + 1);
    case SPAN_QUARTER: return period_quarter(year, i + 1);
    case SPAN_MONTH: return period_month(year, i + 1);
    case SPAN_OTHER:
    case SPANS: break;
    }
    return (struct period){.kind = PERIOD_NONE};
}

static struct chart_value shown(struct visit *v, const struct series_wish *w, struct period p, struct measured m)
{
    if (!m.known) return (struct chart_value){.said = STR("")};
    struct buf b = buf_make(200);
    buf_put(&b, number_of(v, m, w->indicator));
    buf_char(&b, ' ');
    buf_put(&b, w->indicator->unit);
    return (struct chart_value){true, shown_value(m.value, m.measure, w->indicator),
                                said_text(v, tr("{1}: {2}"), shown_period(v, p), kept_text(v, &b))};
}

static bool fill(struct chart_value *at, struct visit *v, const struct series_wish *w, int year, int count, bool plan)
{
    bool any = false;
    for (int i = 0; i < count; i++) {
        struct period p = position(w->span, year, i);
        const struct series_row *r = row_for(w, p);
        struct measured m = {0};
        if (plan) {
            struct grid_cell cell = plan_of(w, p);
            if (cell.known) m = grid_measured(&cell);
        } else if (r) {
            m = value_of(r);
        }
        at[i] = shown(v, w, p, m);
        any |= at[i].known;
    }
    return any;
}

static struct str position_name(struct visit *v, enum time_span span, int year, int i)
{
    struct buf b = buf_make(40);
    if (span == SPAN_YEAR)
        buf_format(&b, "%d", year + i);
    else if (span == SPAN_QUARTER)
        buf_put(&b, (const struct str[]){STR("I"), STR("II"), STR("III"), STR("IV")}[i]);
    else if (span == SPAN_HALF)
        buf_put(&b, tr_text(v->lang, i ? tr("cuối năm") : tr("đầu năm")));
    else
        buf_format(&b, "%d", i + 1);
    return kept_text(v, &b);
}

static struct str year_name(struct visit *v, int year)
{
    struct buf b = buf_make(40);
    buf_format(&b, "%d", year);
    return kept_text(v, &b);
}

/* First year and number of positions; 0: there is nothing to draw. */
static int positions_of(int *year, const struct series_wish *w)
{
    static const int COUNTS[SPANS] = {[SPAN_HALF] = 2, [SPAN_QUARTER] = 4, [SPAN_MONTH] = 12};
    int first = 0, last = 0;
    for (size_t i = 0; i < w->series->len; i++) {
        if (span_of(w->series->at[i].period) != w->span) continue;
        last = w->series->at[i].period.from.year;
        if (!first) first = last;
        if (w->span != SPAN_YEAR && last == w->year) break;
    }
    *year = last;
    if (!last || w->span != SPAN_YEAR) return last ? COUNTS[w->span] : 0;
    *year = last - first >= YEARS_SHOWN ? last - YEARS_SHOWN + 1 : first;
    return last - *year + 1;
}

/* "Mới nhất, năm 2026: 8.343 tỷ đồng; so cùng kỳ +8,29 %". */
static struct str finding(struct visit *v, const struct series_wish *w, const struct chart_value *at, int year, int count)
{
    for (int i = count; i-- > 0;) {
        if (!at[i].known) continue;
        const struct series_row *r = row_for(w, position(w->span, year, i));
        struct buf b = buf_make(200);
        show_comparison(&b, &r->growth.comparison, true);
        if (v->lang == LANG_EN) number_to_english(&b, 0);
        struct str growth = kept_text(v, &b);
        return growth.len ? said_text(v, tr("Mới nhất, {1}; so cùng kỳ {2}"), at[i].said, growth)
                          : said_text(v, tr("Mới nhất, {1}"), at[i].said, STR(""));
    }
    return STR("");
}

void series_chart(struct chart_view *out, struct visit *v, const struct series_wish *w)
{
    int year, count = positions_of(&year, w);
    struct chart chart;
    struct str names[POSITIONS_MOST];
    struct chart_value now[POSITIONS_MOST], before[POSITIONS_MOST], plan[POSITIONS_MOST];
    struct chart_series lines[3];
    size_t n = 0;
    *out = (struct chart_view){0};
    if (!count) return;
    bool years = w->span == SPAN_YEAR;
    for (int i = 0; i < count; i++) names[i] = position_name(v, w->span, year, i);
    if (fill(now, v, w, year, count, false))
        lines[n++] = (struct chart_series){CHART_NOW, years ? tr_text(v->lang, tr("thực hiện")) : year_name(v, year), now};
    if (!years && fill(before, v, w, year - 1, count, false))
        lines[n++] = (struct chart_series){CHART_BEFORE, year_name(v, year - 1), before};
    if (fill(plan, v, w, year, count, true))
        lines[n++] = (struct chart_series){CHART_PLAN, tr_text(v->lang, tr("kế hoạch")), plan};
    if (!n || !chart_make(&chart, v->arena, names, (size_t)count, lines, n, v->lang)) return;
    chart_view(out, v, &chart);
    out->finding = finding(v, w, now, year, count);
    out->unit = w->indicator->unit;
    out->axis = w->span == SPAN_MONTH     ? tr_text(v->lang, tr("Trục ngang: các tháng."))
                : w->span == SPAN_QUARTER ? tr_text(v->lang, tr("Trục ngang: các quý."))
                                          : STR("");
}
