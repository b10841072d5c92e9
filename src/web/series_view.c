/* SPDX-License-Identifier: Apache-2.0
 *
 * series_view: see series_view.h.
 */
#include "series_private.h"

#include "answer_show.h"
#include "rows.h"

/* --- spans */

static const struct {
    struct str word;
    const char *name;
} SPAN_SHOWN[SPANS] = {
    [SPAN_YEAR] = {STR_INIT("nam"), tr("Theo năm")},      [SPAN_HALF] = {STR_INIT("6-thang"), tr("Theo 6 tháng")},
    [SPAN_QUARTER] = {STR_INIT("quy"), tr("Theo quý")},   [SPAN_MONTH] = {STR_INIT("thang"), tr("Theo tháng")},
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
            *vec_push(v->arena, out) = (struct tab_view){tr_text(v->lang, SPAN_SHOWN[k].name),
                                                         link_with(v->arena, page, STR("bang"), SPAN_SHOWN[k].word),
                                                         (int)chosen == k};
}

/* --- values */

struct measured series_value(const struct series_row *r)
{
    return r->cell.known ? grid_measured(&r->cell) : r->made.value;
}

static struct question question_of(const struct series_wish *w, struct period p)
{
    return (struct question){w->unit, w->indicator, p};
}

struct grid_cell series_plan(const struct series_wish *w, struct period p)
{
    struct question q = question_of(w, p);
    struct grid_cell plan = grid_plan(w->grid, &q);
    if (plan.known && !period_same_time(grid_period(w->grid, plan.period), p)) plan.known = false;
    return plan;
}

struct str series_number(struct visit *v, struct measured m, const struct indicator *i)
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
        add_note(notes, v,
                 said_text(v, tr("† số của địa bàn mới: {1}"), like_note(v->arena, &r->made, v->lang), STR("")));
    if (r->ground == GROUND_ESTIMATED)
        add_note(notes, v,
                 said_text(v, tr("~ số của địa bàn mới: {1}"), like_note(v->arena, &r->made, v->lang), STR("")));
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
    struct grid_cell plan = series_plan(w, r->period);
    struct series_row_view out = {.period = shown_period(v, r->period), .rate = STR(""), .plan = STR("")};
    out.value = series_number(v, series_value(r), w->indicator);
    out.mark = mark_of(v, w, r);
    out.source = figure_of(v, &r->cell);
    out.evidence = evidence_link(v, out.source.len ? out.source : id_of(v, ANSWER_FORMULA, &q, ASKED_VALUE));
    if (plan.known) {
        struct comparison c = comparison_plan(series_value(r), grid_measured(&plan));
        struct buf b = buf_make(200);
        show_comparison(&b, &c, false);
        if (v->lang == LANG_EN) number_to_english(&b, 0);
        out.rate = kept_text(v, &b);
        out.plan = series_number(v, grid_measured(&plan), w->indicator);
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
