/* SPDX-License-Identifier: Apache-2.0
 *
 * growth_cells: a ratio or a growth in a table, with the marks that say how it was found, as `stand` and `series` show
 * it:
 *
 *   *   as a report states it           †   the base is recomputed for the ground of today
 *   ≠   a report states another         ~   the base is estimated by a share
 *   §   made of a figure that was corrected after its report was locked
 */
#ifndef GROWTH_CELLS_H
#define GROWTH_CELLS_H
#include "command.h"
#include "like.h"
#include "rows.h"

/* What marks were set in a table, for the lines under it. */
struct growth_marks {
    bool stated, differs, recomputed, estimated, computed, contradicts;
};

/* The number and why there is none: two cells. like: of a growth; NULL: of a ratio. */
void comparison_cells(struct cli *c, struct rows *r, const struct answer *a, const struct like *like, bool corrected,
                      struct growth_marks *marks);
/* How the base was found, and the note: two cells. */
void like_cells(struct rows *r, const struct like *l);
#endif
