/* SPDX-License-Identifier: Apache-2.0
 *
 * locked_cells: see locked_cells.h. Locks are found by unit and indicator; what would be reckoned today is reckoned
 * anew for those cells alone, with its parts.
 */
#include "locked_cells.h"

#include "buf.h"

static struct str name_of(struct buf *b, struct str unit, struct str indicator)
{
    buf_clear(b);
    buf_put(b, unit);
    buf_char(b, '/');
    buf_put(b, indicator);
    return buf_str(b);
}

bool locked_open(struct locked_marks *out, struct db *db, struct arena *a, struct str unit, const struct grid *g,
                 const struct formula_book *book, struct err *err)
{
    *out = (struct locked_marks){.arena = a, .book = book, .grid = g};
    if (!locked_list(&out->all, db, a, (struct filing_id){0}, unit, err)) return false;
    if (!out->all.len) return true;
    if (!correction_list(&out->corrections, db, a, (struct filing_id){0}, STR(""), unit, err)) return false;
    out->next = arena_array(a, uint32_t, out->all.len);
    out->told = arena_array(a, bool, out->all.len);
    memset(out->told, 0, out->all.len * sizeof *out->told);
    struct buf b = buf_make(1000);
    for (size_t i = out->all.len; i-- > 0;) {
        struct str name = str_copy(a, name_of(&b, out->all.at[i].unit, out->all.at[i].indicator));
        const uint32_t *other = map_find(&out->first, name);
        out->next[i] = other ? *other : UINT32_MAX;
        map_put(&out->first, a, name, (uint32_t)i);
    }
    buf_free(&b);
    return true;
}

/* The last lock of the cell; its place in the list, or UINT32_MAX. */
static uint32_t find(const struct locked_marks *m, const struct question *q)
{
    struct buf b = buf_make(1000);
    const uint32_t *first = map_find(&m->first, name_of(&b, q->unit, q->indicator->code));
    uint32_t found = UINT32_MAX;
    buf_free(&b);
    for (uint32_t i = first ? *first : UINT32_MAX; i != UINT32_MAX; i = m->next[i]) {
        if (!period_same_time(m->all.at[i].period, q->period)) continue;
        if (found == UINT32_MAX || m->all.at[i].entry > m->all.at[found].entry) found = i;
    }
    return found;
}

/* A line below the table, once. */
static void tell(struct locked_marks *m, uint32_t at, const struct locked_look *look)
{
    if (m->told[at]) return;
    m->told[at] = true;
    if (look->state == LOCKED_HELD) *vec_push(m->arena, &m->held) = look->words;
    if (look->state == LOCKED_CORRECTED) *vec_push(m->arena, &m->corrected) = look->words;
}

static void hold(struct grid_cell *cell, const struct locked_value *v)
{
    uint32_t period = cell->known ? cell->period : GRID_NONE;
    *cell = (struct grid_cell){
        .known = true,
        .computed = true,
        .estimate = v->estimate,
        .period = period,
        .value = v->value.value,
        .bound = v->value.bound,
        .measure = v->value.measure,
    };
}

struct locked_cell locked_cell(struct locked_marks *m, struct grid_cell *cell, const struct question *q,
                               enum unit_kind kind)
{
    if (!m || !m->all.len) return (struct locked_cell){0};
    uint32_t at = find(m, q);
    if (at == UINT32_MAX) return (struct locked_cell){0};
    const struct locked_value *v = &m->all.at[at];
    struct locked_look look;
    if (cell->known && !cell->computed) {
        struct measured now = grid_measured(cell);
        look = (struct locked_look){LOCKED_CORRECTED, locked_reported(m->arena, v, &now)};
    } else {
        struct figure_source from = {.grid = m->grid, .unit = q->unit, .kind = kind};
        look = locked_look(m->arena, v, reckon(m->arena, m->book, &from, q->indicator->code, q->period),
                           &m->corrections);
    }
    tell(m, at, &look);
    if (look.state == LOCKED_HELD) hold(cell, v);
    return (struct locked_cell){look.state, v};
}

size_t locked_cells(struct locked_marks *m, struct locked_cell *out, struct grid_cell *cells, size_t step,
                    const struct grid_scope *scope, const struct indicator *indicator, struct period period)
{
    size_t held = 0;
    for (uint32_t i = 0; i < scope->units; i++) {
        const struct tree_unit *unit = &scope->tree->units[scope->places[i]];
        struct question q = {unit->id, indicator, period};
        struct locked_cell found = locked_cell(m, &cells[i * step], &q, unit->kind);
        held += found.state == LOCKED_HELD;
        if (out) out[i * step] = found;
    }
    return held;
}

/* Whether some lock keeps a value of the indicator for that time. */
static bool keeps(const struct locked_marks *m, const struct indicator *i, struct period period)
{
    for (size_t k = 0; i && k < m->all.len; k++)
        if (str_eq(m->all.at[k].indicator, i->code) && period_same_time(m->all.at[k].period, period)) return true;
    return false;
}

struct grid_rollup locked_rollup(size_t *held, struct locked_marks *m, const struct indicator *indicator,
                                 struct period period, const struct grid_scope *scope, const struct indicator *weight)
{
    *held = 0;
    if (!keeps(m, indicator, period) && !keeps(m, weight, period))
        return reckon_rollup(m->arena, m->grid, m->book, indicator, period, scope, weight);
    struct grid_cell *cells = arena_array(m->arena, struct grid_cell, scope->units), *weights = NULL;
    reckon_cells(cells, m->arena, m->grid, m->book, indicator, period, scope);
    *held += locked_cells(m, NULL, cells, 1, scope, indicator, period);
    if (weight) {
        weights = arena_array(m->arena, struct grid_cell, scope->units);
        reckon_cells(weights, m->arena, m->grid, m->book, weight, period, scope);
        *held += locked_cells(m, NULL, weights, 1, scope, weight, period);
    }
    return grid_rollup_cells(m->grid, indicator, cells, weights, scope->units);
}
