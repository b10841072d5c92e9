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
    if (!c || !grid_column_has(&at, c, slot)) return (struct grid_cell){0};
    return column_cell(g, c, key, at);
}

bool grid_has_inside(const struct grid *g, struct str indicator, struct period period)
{
    const struct grid_family *f = family_of(g, grid_indicator_find(g, indicator));
    for (uint32_t i = 0; f && i < f->count; i++) {
        const struct grid_lane *l = grid_lane(g, (uint32_t)(f->keys[i] >> 32));
        struct period p = grid_period(g, (uint32_t)f->keys[i]);
        bool value = (l->kind == KIND_LEVEL || l->kind == KIND_FRACTION) && l->aspect != ASPECT_PLAN;
        if (!value || !date_known(p.from) || date_cmp(p.from, period.from) < 0 || date_cmp(p.to, period.to) > 0)
            continue;
        if (!period_same_time(p, period)) return true;
    }
    return false;
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
        if (!grid_column_has(&at, f->columns[i], slot)) continue;
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

enum { PLANS_MOST = 16, SUPPLEMENTS_MOST = 64 };

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
    uint64_t supplements[SUPPLEMENTS_MOST]; /* columns of supplements of the year; nearly always none */
    uint32_t supplement_count;
};

static struct figure_key key_of(const struct grid *g, uint32_t lane, uint32_t period)
{
    const struct grid_lane *l = grid_lane(g, lane);
    return (struct figure_key){
        .kind = l->kind, .aspect = l->aspect, .layer = l->layer, .period = grid_period(g, period)};
}

static void find_supplements(struct board *b)
{
    const struct grid_names *n = b->g->names;
    b->supplement_count = 0;
    for (uint32_t l = 0; l < n->lane_count; l++) {
        if (choice_layer_rank(n->lanes[l].layer) != PLAN_SUPPLEMENT) continue;
        for (uint32_t p = 0; p < n->period_count && b->supplement_count < SUPPLEMENTS_MOST; p++) {
            struct figure_key k = key_of(b->g, l, p);
            if (choice_supplements(b->period.to.year, &k)) b->supplements[b->supplement_count++] = column_key(l, p);
        }
    }
}

/* What supplements of the year are added to. */
static struct grid_cell base_of(const struct board *b, const struct grid_family *f)
{
    const struct grid_column *best = NULL;
    uint64_t best_key = 0;
    uint32_t best_rank = RANK_NONE, best_at = 0, at;
    for (uint32_t i = 0; i < f->count; i++) {
        struct figure_key k = key_of(b->g, (uint32_t)(f->keys[i] >> 32), (uint32_t)f->keys[i]);
        uint32_t rank = choice_base_rank(b->period.to.year, &k);
        if (rank == RANK_NONE || rank > best_rank || !grid_column_has(&at, f->columns[i], b->slot)) continue;
        if (rank == best_rank && grid_column_id(best, best_at) > grid_column_id(f->columns[i], at)) continue;
        best = f->columns[i];
        best_key = f->keys[i];
        best_rank = rank;
        best_at = at;
    }
    return best ? column_cell(b->g, best, best_key, best_at) : (struct grid_cell){0};
}

/* A plan with the supplements of its year, as answer_plan has it. */
static struct grid_cell changed_plan(const struct board *b, const struct indicator *i, struct grid_cell plan)
{
    const struct grid_family *f = b->supplement_count ? family_of(b->g, grid_indicator_find(b->g, i->code)) : NULL;
    struct measured sum = {0};
    struct grid_cell base = {0};
    if (!f || !plan.known || b->slot == GRID_NONE) return plan;
    struct figure_key k = key_of(b->g, plan.lane, plan.period);
    if (!choice_takes_supplements(b->period.to.year, &k)) return plan;
    for (uint32_t s = 0; s < b->supplement_count; s++) {
        const struct grid_column *column = family_find(f, b->supplements[s]);
        uint32_t at;
        if (!column || !grid_column_has(&at, column, b->slot)) continue;
        struct grid_cell more = column_cell(b->g, column, b->supplements[s], at);
        struct measured m = grid_measured(&more);
        if (!base.known) base = base_of(b, f);
        if (!sum.known) sum = grid_measured(&base);
        if (!measured_add(&sum, &m)) return plan;
    }
    if (!sum.known) return plan;
    base.value = sum.value;
    base.bound = sum.bound;
    base.changed = true;
    return base;
}

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
    find_supplements(&b);
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

/* As answer_plan where there is no plan: what stands for an indicator that is the plan of this one, else the n of
 * m/n. */
static struct grid_cell other_plan(struct board *b, const struct indicator *i, const struct grid_cell *value)
{
    struct grid_cell plan = {0};
    for (size_t k = 0; !plan.known && k < b->plans.len; k++) {
        const struct indicator *p = b->plans.at[k];
        struct grid_choice own;
        if (!str_eq(p->base, i->code)) continue;
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
    struct grid_cell plan = cell_of(g, q->indicator->code, b.slot, &b.plan[q->indicator->time]);
    if (plan.known) return changed_plan(&b, q->indicator, plan);
    struct grid_cell value = cell_of(g, q->indicator->code, b.slot, &b.value[q->indicator->time]);
    return other_plan(&b, q->indicator, &value);
}

static struct grid_compared compared_of(const struct comparison *c)
{
    return (struct grid_compared){c->why, c->value, c->bound, .in_points = !str_eq(c->measure, STR("%"))};
}

/* What comparison_plan (growth: comparison_growth) says, without the interval. Exact numbers of one unit of measure,
 * which nearly all are, are settled here by one division. */
static struct grid_compared compare(const struct grid_cell *v, const struct grid_cell *base, bool growth)
{
    struct grid_compared out = {0};
    struct decimal hundredfold;
    bool plain = v->known && base->known && !v->has_max && !base->has_max && v->bound == BOUND_EXACT &&
                 base->bound == BOUND_EXACT && v->measure.ptr == base->measure.ptr;
    bool in_points = plain && str_eq(v->measure, STR("%"));
    int sign = decimal_sign(base->value);
    if (!plain || (!in_points && (sign <= 0 || v->value.coefficient < 0))) {
        struct measured a = grid_measured(v), b = grid_measured(base);
        struct comparison c = growth ? comparison_growth(a, b) : comparison_plan(a, b);
        return compared_of(&c);
    }
    out.side = (int8_t)decimal_cmp(v->value, base->value);
    out.in_points = in_points;
    bool fits = in_points ? decimal_sub(&out.value, v->value, base->value)
                          : decimal_shift(&hundredfold, v->value, 2) &&
                                decimal_div(&out.value, hundredfold, base->value, 2, ROUND_HALF_UP);
    if (fits && growth && !in_points) fits = decimal_sub(&out.value, out.value, DECIMAL_INT(100));
    if (!fits) out.why = NOT_IN_DIGITS;
    return out;
}

/* The columns that a row reads; plans by other ways than a plan are looked for when there is none (plan_of). */
struct row_columns {
    struct grid_chosen value, plan, year, prior;
};

static void find_columns(struct row_columns *out, struct board *b, const struct indicator *i)
{
    uint32_t place = grid_indicator_find(b->g, i->code);
    board_ready(b, i->time);
    chosen_columns(&out->value, b->g, place, &b->value[i->time]);
    chosen_columns(&out->plan, b->g, place, &b->plan[i->time]);
    chosen_columns(&out->year, b->g, place, &b->year[i->time]);
    chosen_columns(&out->prior, b->g, place, &b->prior[i->time]);
}

static void expect(const struct grid_chosen *c, uint32_t slot)
{
    for (uint32_t i = 0; i < c->len; i++) grid_column_expect(c->at[i].column, slot);
}

static void fill_row(struct grid_row *r, struct board *b, const struct row_columns *c, const struct indicator *i)
{
    r->indicator = i;
    r->value = chosen_cell(b->g, &c->value, b->slot);
    r->plan = chosen_cell(b->g, &c->plan, b->slot);
    r->plan = r->plan.known ? changed_plan(b, i, r->plan) : other_plan(b, i, &r->value);
    r->last_year = chosen_cell(b->g, &c->year, b->slot);
    r->before = chosen_cell(b->g, &c->prior, b->slot);
    r->of_plan = compare(&r->value, &r->plan, false);
    r->on_last_year = compare(&r->value, &r->last_year, true);
    r->on_before = compare(&r->value, &r->before, true);
}

/* Some rows at a time: first all their columns are found and fetched, then they are read, so that the memory is waited
 * for once and not row by row. */
void grid_board(struct grid_row *out, const struct grid *g, struct str unit, struct period period,
                const struct indicator *const *indicators, size_t count)
{
    enum { TOGETHER = 8 };
    struct board b = board_of(g, unit, period);
    struct row_columns columns[TOGETHER];
    for (size_t first = 0; first < count; first += TOGETHER) {
        size_t rows = count - first < TOGETHER ? count - first : TOGETHER;
        for (size_t k = 0; k < rows; k++) find_columns(&columns[k], &b, indicators[first + k]);
        for (size_t k = 0; k < rows; k++) {
            expect(&columns[k].value, b.slot);
            expect(&columns[k].plan, b.slot);
            expect(&columns[k].year, b.slot);
            expect(&columns[k].prior, b.slot);
        }
        for (size_t k = 0; k < rows; k++) fill_row(&out[first + k], &b, &columns[k], indicators[first + k]);
    }
}
