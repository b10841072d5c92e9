/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_scope: the units of a question over many: those of one kind that lie below a unit on the day of a tree, and
 * where their figures stand in a grid.
 */
#ifndef GRID_SCOPE_H
#define GRID_SCOPE_H
#include "grid.h"
#include "unit_tree.h"

struct slot_run {
    uint32_t first, end;
};

struct grid_scope {
    const struct unit_tree *tree;
    uint32_t units;              /* how many, whether anything was said of them or not */
    const uint32_t *places;      /* in the tree, in pre-order */
    const uint32_t *slots;       /* beside places; GRID_NONE: the grid has nothing of it */
    const struct slot_run *runs; /* of the slots, from the lowest on */
    size_t run_count;
};

/* `place`: of the unit in the tree; a unit of the kind asked for is in its own scope. */
struct grid_scope grid_scope_make(struct arena *a, const struct grid *g, const struct unit_tree *t, uint32_t place,
                                  enum unit_kind kind);
/* The same for all units of the tree, whatever they lie below. */
struct grid_scope grid_scope_all(struct arena *a, const struct grid *g, const struct unit_tree *t, enum unit_kind kind);
enum unit_kind grid_scope_kind(const struct grid_scope *s);         /* of all its units; UNIT_KINDS when it has none */
struct str grid_scope_unit(const struct grid_scope *s, uint32_t i); /* id */
#endif
