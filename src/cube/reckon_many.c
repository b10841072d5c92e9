/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon_many: a formula for many units, or through time, over a grid (reckon.h). What was needed for one unit or
 * time is given back before the next, so memory does not grow with their number.
 */
#include "reckon.h"

#include <stdlib.h>

static struct grid_cell cell_of(const struct reckoned *r, uint32_t period)
{
    if (!r || !r->value.known) return (struct grid_cell){0};
    return (struct grid_cell){
        .known = true,
        .computed = true,
        .estimate = r->estimate,
        .period = period,
        .value = r->value.value,
        .bound = r->value.bound,
        .measure = r->rule->indicator->canonical_unit,
        .rounded = r->rounded,
        .fine = r->fine,
        .inexact = r->inexact,
    };
}

/* Whether a unit that reported nothing may have a value: by a formula, or by the parts of the period. */
static bool may_reckon(const struct grid *g, const struct formula_book *book, const struct indicator *i,
                       struct period period)
{
    return i && (formula_rule_for(book, i->code, period, UNIT_KINDS) ||
                 (i->time == TIME_FLOW && grid_has_inside(g, i->code, period)));
}

void reckon_one(struct grid_cell *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                const struct question *q, enum unit_kind kind)
{
    struct figure_source from = {.grid = g, .unit = q->unit, .kind = kind};
    struct arena_mark mark = arena_mark(a);
    *out = (struct grid_cell){0};
    if (!may_reckon(g, book, q->indicator, q->period)) return;
    *out = cell_of(reckon(a, book, &from, q->indicator->code, q->period), 0);
    arena_reset(a, mark);
}

void reckon_cells(struct grid_cell *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                  const struct indicator *indicator, struct period period, const struct grid_scope *scope)
{
    grid_cells(out, g, indicator, period, scope);
    if (!may_reckon(g, book, indicator, period)) return;
    for (uint32_t i = 0; i < scope->units; i++) {
        const struct tree_unit *unit = &scope->tree->units[scope->places[i]];
        struct figure_source from = {.grid = g, .unit = unit->id, .kind = unit->kind};
        struct arena_mark mark = arena_mark(a);
        if (out[i].known) continue;
        out[i] = cell_of(reckon(a, book, &from, indicator->code, period), 0);
        arena_reset(a, mark);
    }
}

void reckon_pivot(struct grid_cell *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                  const struct grid_scope *scope, const struct grid_axis *columns, size_t column_count)
{
    struct grid_cell *one = arena_array(a, struct grid_cell, scope->units);
    grid_pivot(out, g, scope->slots, scope->units, columns, column_count);
    for (size_t k = 0; k < column_count; k++) {
        if (!may_reckon(g, book, columns[k].indicator, columns[k].period)) continue;
        reckon_cells(one, a, g, book, columns[k].indicator, columns[k].period, scope);
        for (uint32_t i = 0; i < scope->units; i++) out[i * column_count + k] = one[i];
    }
}

struct grid_rollup reckon_rollup(struct arena *a, const struct grid *g, const struct formula_book *book,
                                 const struct indicator *indicator, struct period period,
                                 const struct grid_scope *scope, const struct indicator *weight)
{
    if (!may_reckon(g, book, indicator, period) && !may_reckon(g, book, weight, period))
        return grid_rollup(g, indicator, period, scope, weight); /* sums of runs */
    struct arena_mark mark = arena_mark(a);
    struct grid_cell *cells = arena_array(a, struct grid_cell, scope->units), *weights = NULL;
    reckon_cells(cells, a, g, book, indicator, period, scope);
    if (weight) {
        weights = arena_array(a, struct grid_cell, scope->units);
        reckon_cells(weights, a, g, book, weight, period, scope);
    }
    struct grid_rollup out = grid_rollup_cells(g, indicator, cells, weights, scope->units);
    arena_reset(a, mark);
    return out;
}

/* --- a series */

struct timed {
    struct period period;
    struct grid_cell cell;
};

/* Whether one of the reported times is of that kind: a quarter. */
static bool is_kind_told(const struct grid *g, const struct grid_series *told, enum period_kind kind)
{
    for (size_t i = 0; i < told->len; i++)
        if (grid_period(g, told->at[i].period).kind == kind) return true;
    return false;
}

static int by_period(const void *a, const void *b)
{
    const struct timed *x = a, *y = b;
    return period_cmp(x->period, y->period);
}

void reckon_series(struct grid_series *out, struct arena *a, const struct grid *g, const struct formula_book *book,
                   struct str unit, enum unit_kind kind, const struct indicator *indicator)
{
    struct figure_source from = {.grid = g, .unit = unit, .kind = kind};
    uint32_t periods = (uint32_t)grid_size(g).periods;
    grid_series(out, a, g, unit, indicator, false);
    struct timed *all = arena_array(a, struct timed, out->len + periods);
    size_t len = 0;
    for (size_t i = 0; i < out->len; i++) all[len++] = (struct timed){grid_period(g, out->at[i].period), out->at[i]};
    for (uint32_t p = 0; p < periods; p++) {
        struct arena_mark mark = arena_mark(a);
        bool told = false;
        for (size_t i = 0; i < out->len && !told; i++)
            told = out->at[i].period == p || period_same_time(grid_period(g, out->at[i].period), grid_period(g, p));
        const struct reckoned *r = told ? NULL : reckon(a, book, &from, indicator->code, grid_period(g, p));
        if (r && r->rule->parts && !is_kind_told(g, out, r->period.kind)) r = NULL;
        if (r && r->fresh && r->value.known) all[len++] = (struct timed){grid_period(g, p), cell_of(r, p)};
        arena_reset(a, mark);
    }
    if (len) qsort(all, len, sizeof *all, by_period);
    *out = (struct grid_series){0};
    for (size_t i = 0; i < len; i++) *vec_push(a, out) = all[i].cell;
}
