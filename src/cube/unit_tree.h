/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_tree: the units of one day in pre-order: each before those below it, so that what lies below a unit stands
 * behind it in one piece. Another day has another tree: which units were valid then, and below which unit each stood,
 * is told by the caller.
 *
 *     place   0   1      2        3        4      5
 *     unit    VN  79     26740    26743    01     00004
 *     end     6   4      3        4        6      6
 */
#ifndef UNIT_TREE_H
#define UNIT_TREE_H
#include "arena.h"
#include "map.h"
#include "unit.h"

struct tree_unit {
    struct str id;
    struct str parent; /* id; "" or not among the units: at the top */
    enum unit_kind kind;
};

struct unit_tree {
    struct tree_unit *units; /* in pre-order; those below one, by id */
    uint32_t *end;           /* behind the last that lies below, or is, the unit */
    uint32_t count;
    struct map places;
};

#define TREE_NONE UINT32_MAX

/* A unit that is said twice counts once. Units that lie below themselves stand at the top, with nothing below. */
struct unit_tree *unit_tree_make(struct arena *a, const struct tree_unit *units, size_t count);
uint32_t unit_tree_find(const struct unit_tree *t, struct str id); /* the place; TREE_NONE */
#endif
