/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_figures: the figures of some units taken out of a grid (grid_ask.h), for questions that want a cube: a column a
 * time, one look-up a unit.
 */
#include "grid_ask.h"
#include "grid_private.h"

static struct cube_figure figure_of(const struct grid *g, struct str indicator, struct str unit,
                                    const struct grid_cell *cell)
{
    const struct grid_lane *l = grid_lane(g, cell->lane);
    return (struct cube_figure){
        .id = cell->id,
        .figure = {.key = {.indicator = indicator,
                           .unit = unit,
                           .period = grid_period(g, cell->period),
                           .kind = l->kind,
                           .aspect = l->aspect,
                           .against = l->against,
                           .against_period = l->against_period,
                           .layer = l->layer},
                   .value = cell->value,
                   .value_max = cell->max,
                   .of = cell->of,
                   .has_max = cell->has_max,
                   .has_of = cell->has_of,
                   .bound = cell->bound,
                   .measure = cell->measure},
    };
}

void grid_figures(struct grid_figures *out, struct arena *a, const struct grid *g, const struct str *units,
                  size_t unit_count, const struct indicator *only)
{
    uint32_t *slots = arena_array(a, uint32_t, unit_count);
    *out = (struct grid_figures){0};
    for (size_t u = 0; u < unit_count; u++) slots[u] = grid_unit_find(g, units[u]);
    uint32_t first = only ? grid_indicator_find(g, only->code) : 0;
    uint32_t end = only && first != GRID_NONE ? first + 1 : g->names->indicator_count;
    for (uint32_t i = first; i < end; i++) {
        const struct grid_family *f = family_of(g, i);
        for (uint32_t k = 0; f && k < f->count; k++) {
            for (size_t u = 0; u < unit_count; u++) {
                uint32_t at;
                if (slots[u] == GRID_NONE || !grid_column_has(&at, f->columns[k], slots[u])) continue;
                struct grid_cell cell = column_cell(g, f->columns[k], f->keys[k], at);
                *vec_push(a, out) = figure_of(g, grid_indicator(g, i), grid_unit(g, slots[u]), &cell);
            }
        }
    }
}
