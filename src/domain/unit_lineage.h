/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_lineage: which unit became which when the map of government was drawn anew. Lineage is many to many: a ward
 * may go in parts to three new ones, and a new one be made of parts of four. A share says how much of the old unit
 * went to the new one, by what measure (area, population, or whatever a user knows it by); where no share is known
 * there is none, and nothing is made up.
 *
 * Between a district and the communes that it became the wards stand, which are the finer truth; the edges of
 * districts are there because figures of districts are.
 */
#ifndef UNIT_LINEAGE_H
#define UNIT_LINEAGE_H
#include "arena.h"
#include "decimal.h"
#include "unit.h"

enum unit_part {
    UNIT_PART_UNKNOWN, /* something of it went there */
    UNIT_WHOLE,        /* all of it */
    UNIT_PART,         /* not all of it */
    UNIT_PARTS
};

struct str unit_part_word(enum unit_part p); /* "", "whole", "part" */
[[nodiscard]] bool unit_part_read(enum unit_part *out, struct str word);

struct unit_edge {
    struct unit_id old, new;
    enum unit_part part;
    struct date day;                 /* from when */
    struct decimal area, population; /* shares of the old unit in 0..1; 0: not known */
    struct str source;               /* "1685/NQ-UBTVQH15 ngày 16/6/2025", or "" */
};

struct unit_edges {
    VEC_FIELDS(struct unit_edge);
};

/* What became of a unit, and what it was made of: one step, in the order of the other unit's id. */
void unit_successors(struct unit_edges *out, struct arena *a, struct unit_id id);
void unit_predecessors(struct unit_edges *out, struct arena *a, struct unit_id id);
#endif
