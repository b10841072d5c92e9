/* SPDX-License-Identifier: Apache-2.0
 *
 * locked_cells: what locks keep (locked.h), for tables of many units or times: the cell of a unit, an indicator and a
 * period that a formula gives is that of the lock, unless corrections led to another value. So a number is the same in
 * every table and in its explanation. What was found is kept for the lines below the table.
 */
#ifndef LOCKED_CELLS_H
#define LOCKED_CELLS_H
#include "locked.h"
#include "map.h"

struct locked_marks {
    struct arena *arena;
    const struct formula_book *book;
    const struct grid *grid;
    struct locked_list all;
    struct correction_list corrections;
    struct map first; /* "unit/indicator" -> the first of all; */
    uint32_t *next;   /* ... and behind each the next of the same, or UINT32_MAX */
    bool *told;
    struct {
        VEC_FIELDS(struct str);
    } held, corrected; /* what is to be said of the cells so far */
};

struct locked_cell {
    enum locked_state state;
    const struct locked_value *value; /* NULL: no lock keeps one */
};

/* Of one unit, or of all (""). The book and the grid live as long as the result. */
[[nodiscard]] bool locked_open(struct locked_marks *out, struct db *db, struct arena *a, struct str unit,
                               const struct grid *g, const struct formula_book *book, struct err *err);
/* How a cell stands to its lock; one that is held becomes the value of the lock (period: GRID_NONE where no cell was).
 * m may be NULL: no locks. */
struct locked_cell locked_cell(struct locked_marks *m, struct grid_cell *cell, const struct question *q,
                               enum unit_kind kind);
/* The same over the units of a scope; out: beside cells, or NULL. How many are held. */
size_t locked_cells(struct locked_marks *m, struct locked_cell *out, struct grid_cell *cells, size_t step,
                    const struct grid_scope *scope, const struct indicator *indicator, struct period period);
/* As reckon_rollup, with the values of the locks; *held: of how many units one went in that today's would not be. */
struct grid_rollup locked_rollup(size_t *held, struct locked_marks *m, const struct indicator *indicator,
                                 struct period period, const struct grid_scope *scope, const struct indicator *weight);
#endif
