/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon_source: the figures of one unit out of a cube, or out of a grid, by the same rules of choice (choice.h).
 */
#include "choice.h"
#include "reckon.h"

static struct sourced of_figure(const struct cube_figure *f)
{
    if (!f) return (struct sourced){0};
    const struct figure *g = &f->figure;
    return (struct sourced){
        .known = true,
        .has_max = g->has_max,
        .value = {.known = !g->has_max, .value = g->value, .bound = g->bound, .measure = g->measure},
        .id = f->id,
        .period = g->key.period,
        .aspect = g->key.aspect,
        .layer = g->key.layer,
    };
}

static struct sourced of_cell(const struct grid *g, const struct grid_cell *c)
{
    if (!c->known) return (struct sourced){0};
    const struct grid_lane *lane = grid_lane(g, c->lane);
    return (struct sourced){true,         c->has_max, grid_measured(c), c->id, grid_period(g, c->period),
                            lane->aspect, lane->layer};
}

struct sourced source_value(const struct figure_source *s, const struct indicator *i, struct period p)
{
    struct question q = {s->unit, i, p};
    if (s->cube) {
        struct answer a = answer_value(s->cube, &q);
        return of_figure(a.made_count ? a.made[0] : NULL);
    }
    struct grid_cell c = grid_value(s->grid, &q);
    return of_cell(s->grid, &c);
}

/* The plan of one layer: of the period, else of its year; of a cube. */
static struct sourced layer_in_cube(const struct figure_source *s, const struct question *q, struct str layer)
{
    struct cube_cell cell = cube_cell_find(s->cube, s->unit, q->indicator->code);
    const struct cube_figure *best = NULL;
    uint32_t best_rank = RANK_NONE;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(s->cube, row);
        const struct figure_key *k = &f->figure.key;
        if (k->aspect != ASPECT_PLAN || !str_eq(k->layer, layer)) continue;
        uint32_t rank = choice_plan_rank(q->indicator->time, q->period, k);
        if (rank == RANK_NONE || rank > best_rank || (rank == best_rank && best && best->id > f->id)) continue;
        best = f;
        best_rank = rank;
    }
    return of_figure(best);
}

static struct sourced layer_in_grid(const struct figure_source *s, const struct question *q, struct str layer)
{
    struct figure_key key = {.indicator = q->indicator->code,
                             .unit = s->unit,
                             .period = q->period,
                             .kind = KIND_LEVEL,
                             .aspect = ASPECT_PLAN,
                             .layer = layer};
    struct grid_cell c = grid_point(s->grid, &key);
    if (!c.known) {
        key.period = period_year(q->period.to.year);
        c = grid_point(s->grid, &key);
    }
    return of_cell(s->grid, &c);
}

/* What stands for the plan of an authority, in order: its own, the legal minimum of the level above, then a number that
 * both authorities gave. The columns of the budget (centre/budget_cells.c) go by the same. */
struct plan_choice {
    enum plan_layer at[3];
    size_t len;
};

static struct plan_choice standing_for(enum plan_layer layer)
{
    if (layer == PLAN_GIVEN) return (struct plan_choice){{PLAN_GIVEN, PLAN_LEGAL, PLAN_GIVEN_AND_COUNCIL}, 3};
    if (layer == PLAN_COUNCIL) return (struct plan_choice){{PLAN_COUNCIL, PLAN_GIVEN_AND_COUNCIL}, 2};
    return (struct plan_choice){{layer}, 1};
}

struct sourced source_plan(const struct figure_source *s, const struct indicator *i, struct period p,
                           const struct formula_node *node)
{
    struct question q = {s->unit, i, p};
    if (!node->any_layer) {
        struct sourced plan = {0};
        struct plan_choice c = standing_for(node->layer);
        for (size_t k = 0; k < c.len && !plan.known; k++) {
            struct str layer = plan_layer_literal(c.at[k]);
            plan = s->cube ? layer_in_cube(s, &q, layer) : layer_in_grid(s, &q, layer);
        }
        return plan;
    }
    if (!s->cube) {
        struct grid_cell c = grid_plan(s->grid, &q);
        struct sourced plan = of_cell(s->grid, &c);
        plan.changed = c.changed;
        return plan;
    }
    struct answer a = answer_plan(s->cube, &q);
    struct sourced out = of_figure(a.made_count ? a.made[0] : NULL);
    out.value = a.value; /* the n of m/n is no figure of its own */
    out.changed = a.rule == ANSWER_CHANGED;
    return out;
}

static void add_time(struct source_times *out, struct arena *a, struct period p, struct period inside)
{
    bool in = date_known(p.from) && date_cmp(p.from, inside.from) >= 0 && date_cmp(p.to, inside.to) <= 0;
    if (in && !period_same_time(p, inside)) *vec_push(a, out) = p;
}

void source_times(struct source_times *out, struct arena *a, const struct figure_source *s, const struct indicator *i,
                  struct period inside)
{
    *out = (struct source_times){0};
    if (inside.kind == PERIOD_NONE || !date_known(inside.from)) return;
    if (!s->cube) {
        struct grid_series series = {0};
        grid_series(&series, a, s->grid, s->unit, i, false);
        for (size_t k = 0; k < series.len; k++)
            if (!series.at[k].has_max) add_time(out, a, grid_period(s->grid, series.at[k].period), inside);
        return;
    }
    struct cube_cell cell = cube_cell_find(s->cube, s->unit, i->code);
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct figure *f = &cube_row(s->cube, row)->figure;
        bool value = (f->key.kind == KIND_LEVEL || f->key.kind == KIND_FRACTION) && f->key.aspect != ASPECT_PLAN;
        if (value && !f->has_max) add_time(out, a, f->key.period, inside);
    }
}

/* Whether a value of that time and aspect is the better one of a stock. */
static bool is_later(const struct sourced *best, struct period p, enum figure_aspect aspect, uint32_t id)
{
    if (!best->known) return true;
    int c = date_cmp(p.to, best->period.to);
    if (c) return c > 0;
    if (aspect != best->aspect) return aspect == ASPECT_ACTUAL;
    return id > best->id;
}

static bool may_stand(struct period p, struct date day)
{
    return p.kind != PERIOD_NONE && date_cmp(p.to, day) <= 0;
}

struct sourced source_latest(const struct figure_source *s, struct arena *a, const struct indicator *i, struct date day)
{
    struct sourced best = {0};
    if (!s->cube) {
        struct grid_series series = {0};
        grid_series(&series, a, s->grid, s->unit, i, false);
        for (size_t k = 0; k < series.len; k++) {
            struct sourced one = of_cell(s->grid, &series.at[k]);
            if (!one.has_max && may_stand(one.period, day) && is_later(&best, one.period, one.aspect, one.id))
                best = one;
        }
        return best;
    }
    struct cube_cell cell = cube_cell_find(s->cube, s->unit, i->code);
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(s->cube, row);
        const struct figure_key *k = &f->figure.key;
        bool level = k->kind == KIND_LEVEL && k->aspect != ASPECT_PLAN && !f->figure.has_max;
        if (level && may_stand(k->period, day) && is_later(&best, k->period, k->aspect, f->id)) best = of_figure(f);
    }
    return best;
}
