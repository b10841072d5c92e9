/* SPDX-License-Identifier: Apache-2.0
 *
 * series: one indicator of one unit through time, on the ground that the unit has at the end of it. Where the unit was
 * not there yet its earlier values are those of the units it was made of, by the rules of like.h: recomputed, or
 * estimated by a named share. Where it was there and had other ground, the value is what it reported then, and is
 * marked; a value is never put in the place of a reported one.
 *
 * Growth over the same time of last year is like for like, as in stand.h.
 */
#ifndef SERIES_H
#define SERIES_H
#include "grid_ask.h"
#include "like.h"
#include "locked_cells.h"
#include "reckon.h"

enum series_ground {
    GROUND_OWN,        /* reported by the unit, on the ground of today */
    GROUND_FORMER,     /* reported by the unit, on the ground that it had then */
    GROUND_RECOMPUTED, /* of the units that it was made of: like.h */
    GROUND_ESTIMATED
};

struct series_row {
    struct period period;
    enum series_ground ground;
    struct grid_cell cell;     /* what was reported; not known when it is recomputed or estimated */
    struct like made;          /* what was found, when it is */
    struct answer growth;      /* value or base of no single figure have none in made[] */
    struct like like;          /* how the base of the growth was found */
    struct locked_cell locked; /* what a lock keeps of it */
};

struct series {
    VEC_FIELDS(struct series_row); /* by period */
};

/* The grid is of that record, and lives as long as the result. Times without a report are reckoned by the formula that
 * the book has for them: cell.computed; what a lock keeps is that of the lock. locks: NULL, or of the same grid. */
[[nodiscard]] bool series_make(struct series *out, const struct grid *g, const struct formula_book *book, struct db *db,
                               struct arena *a, struct locked_marks *locks, struct str unit,
                               const struct indicator *indicator, struct err *err);
#endif
