/* SPDX-License-Identifier: Apache-2.0
 *
 * series_picture: the picture of a series (series_view.h): which times stand beside each other, and what it finds.
 */
#include "series_private.h"

#include "answer_show.h"
#include "chart_view.h"
#include "rows.h"

enum { YEARS_SHOWN = 30, POSITIONS_MOST = 31 };

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
    buf_put(&b, series_number(v, m, w->indicator));
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
            struct grid_cell cell = series_plan(w, p);
            if (cell.known) m = grid_measured(&cell);
        } else if (r) {
            m = series_value(r);
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
static struct str finding(struct visit *v, const struct series_wish *w, const struct chart_value *at, int year,
                          int count)
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
        lines[n++] = (struct chart_series){CHART_NOW, years ? tr_text(v->lang, tr("thực hiện")) : year_name(v, year),
                                           now};
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
