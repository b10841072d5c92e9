/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_ask: see grid_ask.h: the questions about one unit.
 */
#include "grid_ask.h"

#include "grid_choice.h"

#include <stdlib.h>

static uint32_t lane_find(const struct grid *g, const struct figure_key *k)
{
    for (uint32_t i = 0; i < g->names->lane_count; i++) {
        const struct grid_lane *l = &g->names->lanes[i];
        if (l->kind == k->kind && l->aspect == k->aspect && l->against == k->against &&
            period_eq(l->against_period, k->against_period) && str_eq(l->layer, k->layer))
            return i;
    }
    return GRID_NONE;
}

struct grid_cell grid_point(const struct grid *g, const struct figure_key *k)
{
    const struct grid_family *f = family_of(g, grid_indicator_find(g, k->indicator));
    uint32_t slot = grid_unit_find(g, k->unit), at;
    uint64_t key = column_key(lane_find(g, k), grid_period_find(g, k->period));
    const struct grid_column *c = slot == GRID_NONE ? NULL : family_find(f, key);
    if (!c || !column_has(&at, c, slot)) return (struct grid_cell){0};
    return column_cell(g, c, key, at);
}

static struct grid_cell cell_of(const struct grid *g, struct str indicator, uint32_t slot, const struct grid_choice *c)
{
    struct grid_chosen chosen;
    chosen_columns(&chosen, g, grid_indicator_find(g, indicator), c);
    return chosen_cell(g, &chosen, slot);
}

struct grid_cell grid_value(const struct grid *g, const struct question *q)
{
    struct grid_choice choice;
    choice_of_value(&choice, g, q->indicator->time, q->period);
    return cell_of(g, q->indicator->code, grid_unit_find(g, q->unit), &choice);
}

struct measured grid_measured(const struct grid_cell *c)
{
    return (struct measured){
        .known = c->known && !c->has_max, .value = c->value, .bound = c->bound, .measure = c->measure};
}

struct comparison grid_compare(const struct grid_cell *a, const struct grid_cell *b)
{
    return comparison_growth(grid_measured(a), grid_measured(b));
}

/* --- series */

static int by_period(const void *a, const void *b)
{
    const struct figure_key *x = *(const struct figure_key *const *)a, *y = *(const struct figure_key *const *)b;
    return period_cmp(x->period, y->period);
}

struct point {
    struct figure_key key; /* first: sorted by it */
    struct grid_cell cell;
};

static bool is_better(const struct point *p, const struct point *q, enum time_behaviour time)
{
    uint32_t a = choice_value_rank(time, p->key.period, &p->key);
    uint32_t b = choice_value_rank(time, q->key.period, &q->key);
    return a != b ? a < b : p->cell.id > q->cell.id;
}

void grid_series(struct grid_series *out, struct arena *a, const struct grid *g, struct str unit,
                 const struct indicator *indicator, bool plans)
{
    const struct grid_family *f = family_of(g, grid_indicator_find(g, indicator->code));
    uint32_t slot = grid_unit_find(g, unit), count = 0, at;
    *out = (struct grid_series){0};
    if (!f || slot == GRID_NONE) return;
    struct point **points = arena_array(a, struct point *, f->count);
    for (uint32_t i = 0; i < f->count; i++) {
        const struct grid_lane *l = grid_lane(g, (uint32_t)(f->keys[i] >> 32));
        if ((l->aspect == ASPECT_PLAN) != plans) continue;
        if (l->kind != KIND_LEVEL && (plans || l->kind != KIND_FRACTION)) continue;
        if (!column_has(&at, f->columns[i], slot)) continue;
        struct point *p = points[count++] = arena_new(a, struct point);
        p->cell = column_cell(g, f->columns[i], f->keys[i], at);
        p->key = (struct figure_key){
            .kind = l->kind, .aspect = l->aspect, .layer = l->layer, .period = grid_period(g, p->cell.period)};
    }
    if (count) qsort(points, count, sizeof(*points), by_period);
    for (uint32_t i = 0, end; i < count; i = end) {
        const struct point *best = points[i];
        for (end = i + 1; end < count && period_eq(points[end]->key.period, points[i]->key.period); end++) {
            if (plans)
                *vec_push(a, out) = points[end]->cell;
            else if (is_better(points[end], best, indicator->time))
                best = points[end];
        }
        *vec_push(a, out) = best->cell;
    }
}

/* --- the plan, and the board */

enum { PLANS_MOST = 16 };

/* Indicators of the catalogue that are plans of others (D01 of D02): few. */
struct plans_of {
    const struct indicator *at[PLANS_MOST];
    size_t len;
};

static void find_plans(struct plans_of *out)
{
    struct indicators all = indicator_catalogue();
    out->len = 0;
    for (size_t i = 0; i < all.len && out->len < PLANS_MOST; i++)
        if (all.at[i].base.len && all.at[i].base_kind == KIND_LEVEL) out->at[out->len++] = &all.at[i];
}

/* What a board asks of a grid, once for each time behaviour. */
struct board {
    const struct grid *g;
    uint32_t slot;
    struct period period, last_year, before;
    struct grid_choice value[TIME_COUNT], plan[TIME_COUNT], year[TIME_COUNT], prior[TIME_COUNT];
    bool made[TIME_COUNT];
    struct plans_of plans;
};

static struct board board_of(const struct grid *g, struct str unit, struct period period)
{
    struct board b;
    b.g = g;
    b.slot = grid_unit_find(g, unit);
    b.period = period;
    b.last_year = period_years_back(period, 1);
    b.before = period_before(period);
    memset(b.made, 0, sizeof b.made);
    find_plans(&b.plans);
    return b;
}

static void board_ready(struct board *b, enum time_behaviour time)
{
    if (b->made[time]) return;
    b->made[time] = true;
    choice_of_value(&b->value[time], b->g, time, b->period);
    choice_of_plan(&b->plan[time], b->g, time, b->period);
    choice_of_value(&b->year[time], b->g, time, b->last_year);
    choice_of_value(&b->prior[time], b->g, time, b->before);
}

/* As answer_plan: a plan, else what stands for an indicator that is the plan of this one, else the n of m/n. */
static struct grid_cell plan_of(struct board *b, const struct indicator *i, const struct grid_cell *value)
{
    struct grid_cell plan = cell_of(b->g, i->code, b->slot, &b->plan[i->time]);
    for (size_t k = 0; !plan.known && k < b->plans.len; k++) {
        const struct indicator *p = b->plans.at[k];
        if (!str_eq(p->base, i->code)) continue;
        struct grid_choice own;
        choice_of_own_plan(&own, b->g, i->time, b->period);
        plan = cell_of(b->g, p->code, b->slot, &own);
    }
    if (plan.known || !value->known || !value->has_of) return plan;
    plan = *value;
    plan.value = value->of;
    plan.has_of = plan.has_max = false;
    plan.bound = BOUND_EXACT;
    return plan;
}

struct grid_cell grid_plan(const struct grid *g, const struct question *q)
{
    struct board b = board_of(g, q->unit, q->period);
    board_ready(&b, q->indicator->time);
    struct grid_cell value = cell_of(g, q->indicator->code, b.slot, &b.value[q->indicator->time]);
    return plan_of(&b, q->indicator, &value);
}

void grid_board(struct grid_row *out, const struct grid *g, struct str unit, struct period period,
                const struct indicator *const *indicators, size_t count)
{
    struct board b = board_of(g, unit, period);
    for (size_t n = 0; n < count; n++) {
        const struct indicator *i = indicators[n];
        struct grid_chosen chosen;
        struct grid_row *r = &out[n];
        uint32_t place = grid_indicator_find(g, i->code);
        board_ready(&b, i->time);
        r->indicator = i;
        chosen_columns(&chosen, g, place, &b.value[i->time]);
        r->value = chosen_cell(g, &chosen, b.slot);
        r->plan = plan_of(&b, i, &r->value);
        chosen_columns(&chosen, g, place, &b.year[i->time]);
        r->last_year = chosen_cell(g, &chosen, b.slot);
        chosen_columns(&chosen, g, place, &b.prior[i->time]);
        r->before = chosen_cell(g, &chosen, b.slot);
        struct measured value = grid_measured(&r->value);
        r->of_plan = comparison_plan(value, grid_measured(&r->plan));
        r->on_last_year = comparison_growth(value, grid_measured(&r->last_year));
        r->on_before = comparison_growth(value, grid_measured(&r->before));
    }
}
