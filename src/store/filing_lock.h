/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_lock: what a change would touch in locked reports. A locked report (unit, definition, period) covers every
 * figure of its unit, its indicators and its times, of whatever aspect. Every change that makes a figure count, or no
 * longer count, shows each of them to a watch before it is done, when it is made and when the journal is replayed; a
 * change that touched something and is no correction is refused as a whole.
 *
 * What makes no difference to the figure that counts is no change: confirming it, proposing another, judging a
 * statement on which no figure rests alone, or only one before which a newer one stands.
 */
#ifndef FILING_LOCK_H
#define FILING_LOCK_H
#include "correction_rows.h"
#include "figure_part.h"
#include "figure_rows.h"
#include "statement_rows.h"

struct touched {
    struct filing_id filing;
    struct figure_key key;
    struct str measure;
    struct corrected_value value;
    bool taken; /* the figure no longer stands; else it is made */
    bool idle;  /* a newer one stands before it, so nothing changes by it */
};

struct touched_list {
    VEC_FIELDS(struct touched);
};

struct lock_watch {
    struct db *db; /* the tables */
    struct arena *arena;
    bool any; /* something is locked at all */
    struct touched_list touched;
};

[[nodiscard]] bool lock_watch_start(struct lock_watch *w, struct db *tables, struct arena *a, struct err *err);
/* A figure is accepted. One with an id below `next` is confirmed: that is a change only when it did not count. */
[[nodiscard]] bool lock_watch_accept(struct lock_watch *w, const struct kept_figure *f, struct figure_id next,
                                     struct err *err);
/* Statements are rejected. */
[[nodiscard]] bool lock_watch_reject(struct lock_watch *w, const struct statement_id *ids, size_t count,
                                     struct err *err);
/* The figures of a part, of which the first has the id `first`, are loaded or (taken) taken back. */
[[nodiscard]] bool lock_watch_part(struct lock_watch *w, const struct figure_part *p, uint32_t first, bool taken,
                                   struct err *err);
/* True when nothing was touched that stands; else ERR_FILING_LOCKED, which names the report and the first figure. */
[[nodiscard]] bool lock_refuse(const struct lock_watch *w, struct err *err);
#endif
