/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_cells: the numbers of one line of the table of a budget.
 *
 * Plans are those of the budget year, by layer. What was done is taken as it was reported for a time; where it was
 * not, the time is put together from others, all of which must be known:
 *
 *   since January   up to the period + the period;  else the fewest times inside it that make it: halves, quarters,
 *                   months
 *   the period      the fewest times inside it;  else since January - up to the period
 *
 * Only flows are in these tables, so times add up.
 */
#include "budget_private.h"

#include "buf.h"
#include "choice.h"
#include "period_cover.h"
#include "reckon.h"

struct budget_cell budget_cell_of(const struct budget_work *w, const struct cube_figure *f)
{
    if (!f || f->figure.has_max) return (struct budget_cell){.made = STR("")};
    return (struct budget_cell){
        .how = BUDGET_FIGURE,
        .value = {.known = true, .value = f->figure.value, .bound = f->figure.bound, .measure = f->figure.measure},
        .figure = f,
        .estimate = f->figure.key.aspect == ASPECT_ESTIMATE,
        .corrected = corrected_mark(&w->table->corrections, &f->figure.key),
        .made = STR("")};
}

bool budget_add(struct budget_cell *a, const struct budget_cell *b, int sign)
{
    struct measured *x = &a->value;
    const struct measured *y = &b->value;
    bool ok = sign > 0 ? decimal_add(&x->value, x->value, y->value) : decimal_sub(&x->value, x->value, y->value);
    if (!ok || !str_eq(x->measure, y->measure)) return false;
    enum figure_bound other = y->bound;
    if (sign < 0 && other == BOUND_OVER)
        other = BOUND_UNDER;
    else if (sign < 0 && other == BOUND_UNDER)
        other = BOUND_OVER;
    if (x->bound != other) x->bound = x->bound == BOUND_EXACT ? other : other == BOUND_EXACT ? x->bound : BOUND_ABOUT;
    a->estimate = a->estimate || b->estimate;
    a->corrected = a->corrected || b->corrected;
    return true;
}

/* --- plans */

/* The plan of the year in one layer: for just the year before said in other words, then the newest. */
static const struct cube_figure *plan_of(const struct budget_work *w, const struct budget_row *r, enum plan_layer layer)
{
    struct cube_cell cell = cube_cell_find(w->cube, r->question.unit, r->question.indicator->code);
    const struct cube_figure *best = NULL;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(w->cube, row);
        const struct figure_key *k = &f->figure.key;
        if (k->kind != KIND_LEVEL || k->aspect != ASPECT_PLAN) continue;
        if (!str_eq(k->layer, plan_layer_literal(layer)) || !period_same_time(k->period, w->table->year)) continue;
        bool exact = period_eq(k->period, w->table->year);
        bool best_exact = best && period_eq(best->figure.key.period, w->table->year);
        if (!best || exact > best_exact || (exact == best_exact && f->id > best->id)) best = f;
    }
    return best;
}

static struct budget_cell first_plan(const struct budget_work *w, const struct budget_row *r,
                                     const enum plan_layer *layers, size_t count)
{
    struct budget_cell cell = {.made = STR("")};
    for (size_t i = 0; i < count && cell.how == BUDGET_NOTHING; i++) cell = budget_cell_of(w, plan_of(w, r, layers[i]));
    return cell;
}

static void put_part(struct buf *made, const struct cube_figure *f, int sign)
{
    if (made->len) buf_put(made, sign < 0 ? STR(" - ") : STR(" + "));
    buf_format(made, "F%u", (unsigned)f->id);
}

/* The plan with the supplements of the year: the rule of plan.h. */
static struct budget_cell changed_plan(const struct budget_work *w, const struct budget_row *r)
{
    struct question q = {r->question.unit, r->question.indicator, w->table->year};
    struct answer plan = answer_plan_changed(w->cube, &q);
    if (plan.rule != ANSWER_CHANGED) return (struct budget_cell){.made = STR("")};
    struct buf made = buf_make(ERR_ARG_SIZE);
    size_t count = answer_supplements(NULL, 0, w->cube, &q);
    const struct cube_figure **all = arena_array(w->arena, const struct cube_figure *, count);
    answer_supplements(all, count, w->cube, &q);
    put_part(&made, plan.made[0], 1);
    for (size_t i = 0; i < count; i++) put_part(&made, all[i], 1);
    struct budget_cell cell = {.how = BUDGET_CHANGED, .value = plan.value, .made = str_copy(w->arena, buf_str(&made))};
    cell.corrected = corrected_mark(&w->table->corrections, &plan.made[0]->figure.key);
    for (size_t i = 0; i < count && !cell.corrected; i++)
        cell.corrected = corrected_mark(&w->table->corrections, &all[i]->figure.key);
    buf_free(&made);
    return cell;
}

/* Supplements where there is no plan that they could be added to. */
static struct budget_cell supplements_alone(const struct budget_work *w, const struct budget_row *r)
{
    struct question q = {r->question.unit, r->question.indicator, w->table->year};
    struct budget_cell sum = {.made = STR("")}, none = {.made = STR("")};
    size_t count = answer_supplements(NULL, 0, w->cube, &q);
    const struct cube_figure **all = arena_array(w->arena, const struct cube_figure *, count + 1);
    answer_supplements(all, count, w->cube, &q);
    for (int i = 0; i < BUDGET_PLANS; i++)
        if (r->cells[i].how != BUDGET_NOTHING) return none;
    struct buf made = buf_make(ERR_ARG_SIZE);
    bool ok = count > 0;
    for (size_t i = 0; i < count && ok; i++) {
        struct budget_cell c = budget_cell_of(w, all[i]);
        ok = c.how == BUDGET_FIGURE && (i == 0 || budget_add(&sum, &c, 1));
        if (ok && i == 0) sum = c;
        put_part(&made, all[i], 1);
    }
    sum.made = str_copy(w->arena, buf_str(&made));
    buf_free(&made);
    return ok ? sum : none;
}

void budget_plans(const struct budget_work *w, struct budget_row *r)
{
    static const enum plan_layer GIVEN[] = {PLAN_GIVEN, PLAN_LEGAL, PLAN_GIVEN_AND_COUNCIL};
    static const enum plan_layer COUNCIL[] = {PLAN_COUNCIL, PLAN_GIVEN_AND_COUNCIL};
    static const enum plan_layer UNNAMED[] = {PLAN_UNNAMED}, STRIVING[] = {PLAN_STRIVING}, ADJUSTED[] = {PLAN_ADJUSTED};
    r->cells[BUDGET_GIVEN] = first_plan(w, r, GIVEN, 3);
    r->cells[BUDGET_COUNCIL] = first_plan(w, r, COUNCIL, 2);
    r->cells[BUDGET_UNNAMED] = first_plan(w, r, UNNAMED, 1);
    r->cells[BUDGET_STRIVING] = first_plan(w, r, STRIVING, 1);
    r->cells[BUDGET_ADJUSTED] = first_plan(w, r, ADJUSTED, 1);
    if (r->cells[BUDGET_ADJUSTED].how == BUDGET_NOTHING) r->cells[BUDGET_ADJUSTED] = changed_plan(w, r);
    r->alone = supplements_alone(w, r);
}

/* --- what was done */

static struct budget_cell told(const struct budget_work *w, const struct budget_row *r, struct period p)
{
    struct question q = {r->question.unit, r->question.indicator, p};
    struct answer a = answer_value(w->cube, &q);
    return budget_cell_of(w, a.made_count ? a.made[0] : NULL);
}

/* The sum (or, of two, the difference) of times; nothing when one is not known. */
static struct budget_cell together(const struct budget_work *w, const struct budget_row *r, const struct period *times,
                                   size_t count, int sign)
{
    struct budget_cell sum = {.made = STR("")}, none = {.made = STR("")};
    struct buf made = buf_make(ERR_ARG_SIZE);
    bool ok = count > 0;
    for (size_t i = 0; i < count && ok; i++) {
        struct budget_cell c = told(w, r, times[i]);
        ok = c.how == BUDGET_FIGURE && (i == 0 || budget_add(&sum, &c, sign));
        if (ok && i == 0) sum = c;
        if (ok) put_part(&made, c.figure, sign);
    }
    sum.how = BUDGET_TIME;
    sum.figure = NULL;
    sum.made = str_copy(w->arena, buf_str(&made));
    buf_free(&made);
    return ok ? sum : none;
}

/* Up to the month before a period; NONE when it begins with the year, or not with a month. */
static struct period up_to(struct period p)
{
    if (p.from.month == 1 || p.from.day != 1 || p.kind == PERIOD_TO_DATE) return (struct period){0};
    return period_months(p.from.year, 1, p.from.month - 1);
}

/* A time put together from the times inside it that were reported: halves, quarters, months. */
static struct budget_cell of_parts(const struct budget_work *w, const struct budget_row *r, struct period p)
{
    struct figure_source from = {.cube = w->cube, .unit = r->question.unit};
    struct source_times times;
    struct period *parts;
    source_times(&times, w->arena, &from, r->question.indicator, p);
    size_t count = period_cover(&parts, w->arena, times.at, times.len, p);
    return count ? together(w, r, parts, count, 1) : (struct budget_cell){.made = STR("")};
}

/* From 1 January to the end of `p`, which `now` tells of alone. */
static struct budget_cell so_far(const struct budget_work *w, const struct budget_row *r, struct period whole,
                                 struct period p)
{
    struct budget_cell c = told(w, r, whole);
    struct period times[2] = {up_to(p), p};
    if (c.how == BUDGET_NOTHING && times[0].kind != PERIOD_NONE) c = together(w, r, times, 2, 1);
    return c.how == BUDGET_NOTHING ? of_parts(w, r, whole) : c;
}

void budget_done(const struct budget_work *w, struct budget_row *r)
{
    const struct budget_table *t = w->table;
    struct period before = period_years_back(t->so_far, 1);
    struct period times[2] = {t->so_far, up_to(t->period)};
    r->cells[BUDGET_SO_FAR] = so_far(w, r, t->so_far, t->period);
    if (times[1].kind == PERIOD_NONE) {
        r->cells[BUDGET_NOW] = r->cells[BUDGET_SO_FAR];
    } else {
        r->cells[BUDGET_NOW] = told(w, r, t->period);
        if (r->cells[BUDGET_NOW].how == BUDGET_NOTHING) r->cells[BUDGET_NOW] = of_parts(w, r, t->period);
        if (r->cells[BUDGET_NOW].how == BUDGET_NOTHING) r->cells[BUDGET_NOW] = together(w, r, times, 2, -1);
    }
    struct question q = {r->question.unit, r->question.indicator, before};
    r->like = like_base(w->family, w->cube, w->arena, &q);
    if (r->like.rule == LIKE_SAME)
        r->cells[BUDGET_BEFORE] = so_far(w, r, before, period_years_back(t->period, 1));
    else if (r->like.value.known)
        r->cells[BUDGET_BEFORE] = (struct budget_cell){
            .how = BUDGET_LIKE, .value = r->like.value, .made = r->like.note};
    else
        r->cells[BUDGET_BEFORE] = (struct budget_cell){.made = STR("")};
}
