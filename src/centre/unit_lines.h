/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_lines: the lineage of a unit, from what the program knows (unit_lineage.h) and from what people gave to the
 * record. A line that people gave takes the place of the known one between the same two units; shares that they gave
 * join it.
 */
#ifndef UNIT_LINES_H
#define UNIT_LINES_H
#include "change.h"
#include "unit_lineage.h"

struct line_share {
    struct str measure; /* "area", "population", or the code of an indicator */
    struct decimal share;
    struct str source;
};

struct unit_line {
    struct str old, new; /* ids */
    enum unit_part part;
    struct date day; /* from when */
    struct str source;
    bool by_hand; /* people gave it */
    struct {
        VEC_FIELDS(struct line_share);
    } shares;
};

struct unit_lines {
    VEC_FIELDS(struct unit_line);
};

/* What became of a unit, and what it was made of; by the id of the other unit. db may be NULL. */
[[nodiscard]] bool unit_lines_after(struct unit_lines *out, struct db *db, struct arena *a, struct str id,
                                    struct err *err);
[[nodiscard]] bool unit_lines_before(struct unit_lines *out, struct db *db, struct arena *a, struct str id,
                                     struct err *err);
/* The same over several changes. With a day: as far as to the units that are valid then; without one: one step, but a
 * step in which one unit as a whole became just one other of its code (another name or kind) is passed over. What went
 * whole all the way is whole; shares are multiplied along the way. Day and source are those of the first step. */
[[nodiscard]] bool unit_lines_through(struct unit_lines *out, struct db *db, struct arena *a, struct str id, bool after,
                                      struct date day, struct err *err);
/* The share by a measure; NULL when it is not known. */
const struct line_share *unit_line_share(const struct unit_line *l, struct str measure);

/* How a share measures, for people: "diện tích", "dân số", the name of an indicator, else the word itself. */
struct str share_measure_name(struct str measure);

/* Lineage that somebody gives: checked, then written as one change. Inside its own transaction. Errors:
 * ERR_LINEAGE_SELF, ERR_SHARE_RANGE, ERR_SHARE_SUM, ERR_SHARE_OVER, those of change.h. The shares of one unit and
 * measure, with those known before, may not exceed 1; they must be 1 where all parts are there: every known successor
 * has one, or several new units are given at once. */
[[nodiscard]] bool unit_lines_add(struct db *db, struct arena *a, const struct author *author,
                                  const struct lineage_change *c, struct err *err);
#endif
