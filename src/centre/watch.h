/* SPDX-License-Identifier: Apache-2.0
 *
 * watch: where one place stands (stand.h), kept as the record is: made once, and made again from a grid that follows
 * the record (grid_follow.h) whenever any program has committed something. The database is asked only for what was
 * committed.
 *
 *     while (db_wait(&changed, db, ...))
 *         if (changed && watch_step(&changed, w, db, err) && changed) ... w->stand, w->news, w->last ...
 */
#ifndef WATCH_H
#define WATCH_H
#include "grid_follow.h"
#include "stand.h"

struct watch {
    struct kept_unit unit;
    struct period asked; /* NONE: the latest (stand_latest), whichever that is by then */
    struct stand stand;
    struct journal_entry last; /* of the journal, without its payload */
    struct {
        VEC_FIELDS(struct str);
    } news; /* codes of the rows that are not as they were before the last step; at first all */
    struct grid_follow follow;
    struct grid *grid;   /* that they were made from: their strings are its */
    struct arena *shown; /* of stand, last and news; NULL: nothing was read yet */
    struct arena *lines; /* of those below */
    struct like_ids ids;
    struct like_family *family;
    struct outlook_place *past; /* of the years before, by which the pace goes; NULL: not made */
    int past_from;              /* the first year of the record when it was made */
    struct period family_of;    /* the period that the family and the past are for */
};

/* Nothing is read before the first step. The unit and its strings must live as long. */
struct watch watch_open(struct kept_unit unit, struct period period);
void watch_close(struct watch *w);
/* Take in what was committed since the last step; *changed: something was. On failure all is as before, and the next
 * step may use another db of the same record. */
[[nodiscard]] bool watch_step(bool *changed, struct watch *w, struct db *db, struct err *err);
#endif
