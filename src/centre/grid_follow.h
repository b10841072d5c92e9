/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_follow: a grid that goes on with its record. It is read once; what any program commits from then on is brought
 * in by grid_next, so it costs what was committed and not what is there:
 *
 *     import, accept, load, unit, lineage   the new rows and the new parts
 *     all else (reject, unload, ...)        something may stand no more: the record is read again
 *
 * Whoever waits for a change waits with db_wait and then takes a step.
 */
#ifndef GRID_FOLLOW_H
#define GRID_FOLLOW_H
#include "db.h"
#include "grid.h"
#include "journal.h"
#include "record_id.h"

struct grid_follow {
    struct grid *grid;   /* of the follower; whoever keeps one longer than to the next step holds it */
    int64_t entry;       /* the last entry of the journal that is in it */
    struct figure_id id; /* the last figure */
};

/* What a step brought. */
struct followed {
    struct journal_entries entries; /* none: nothing was committed */
    bool units;                     /* there may be other units or lines between them */
    bool again;                     /* the record was read again */
};

/* An empty one, at the beginning of every record: the first step reads it. */
struct grid_follow grid_follow_open(void);
void grid_follow_close(struct grid_follow *f);
/* Outside of transactions, on a db of the same record; it may be another one each time. False: as before. */
[[nodiscard]] bool grid_follow_step(struct followed *out, struct grid_follow *f, struct db *db, struct arena *a,
                                    struct err *err);
#endif
