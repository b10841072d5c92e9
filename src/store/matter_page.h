/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_page: pages of lists of matters, and counts. A list is in the order of due days, then of ids; what has no due
 * day stands last. A page begins behind the last row that was shown and is found by an index on (who, group, due day,
 * id), so it costs the same however many matters there are.
 *
 * What is asked of several groups or units is merged out of as many streams, each of which is a range of an index.
 * Words are asked of their index first: where they are in few matters, the page is made of these; where they are in
 * many, it is found along the due days soon.
 */
#ifndef MATTER_PAGE_H
#define MATTER_PAGE_H
#include "matter_rows.h"

enum { MATTER_NO_DUE_AT = 9999999, MATTER_STREAMS_MOST = 200, MATTER_PAGE_MOST = 10000, MATTER_FOUND_MOST = 1000 };

struct matter_filter {
    unsigned groups;                                 /* 1u << MATTER_x; 0: all */
    struct str kind, state, person, giver, follower; /* "": any */
    struct str helping;                              /* id of a unit that helps with it; "": any */
    const struct str *units;                         /* ids */
    size_t unit_count;
    bool by_units;           /* else any; with no units there is nothing */
    enum matter_party waits; /* who has to do something; NOBODY: any */
    struct date due_from, due_to;
    bool has_due;                     /* only what has a due day */
    bool no_due;                      /* only what has none */
    bool by_ended, ended_late;        /* of those that ended: late, or not */
    struct date ended_from, ended_to; /* of counts: of what has ended, on these days */
    struct str words;                 /* as typed; "": any */
    struct matter_id after;           /* begin behind it; 0: at the beginning */
    uint32_t most;
};
/* At most f->most rows; *more says whether there are others behind them. */
[[nodiscard]] bool matter_page(struct matter_list *out, bool *more, struct db *db, struct arena *a,
                               const struct matter_filter *f, struct err *err);

void matter_page_sort(struct matter_list *l); /* by due day, id: the order of pages */

struct matter_count {
    struct str unit, kind;
    enum matter_group group;
    enum matter_verdict verdict; /* on the day that was asked for */
    bool clocked, over;          /* it has a due day; of what has not ended, or was not told: it is over */
    enum matter_outcome truth, told;
    uint64_t count;
};
struct matter_counts {
    VEC_FIELDS(struct matter_count); /* by unit, kind, group */
};
/* Of the filter kind, units, due_from, due_to, ended_from and ended_to are looked at; without the days it is answered
 * from counts that are kept, else by counting. soon: so many days before the due day. */
[[nodiscard]] bool matter_counts(struct matter_counts *out, struct db *db, struct arena *a,
                                 const struct matter_filter *f, struct date on, uint32_t soon, struct err *err);

/* Counting all rows, though the answer is kept: for who wants to compare. */
[[nodiscard]] bool matter_counts_made(struct matter_counts *out, struct db *db, struct arena *a,
                                      const struct matter_filter *f, struct date on, uint32_t soon, struct err *err);

/* The words of a text, folded, each with a blank before it. */
void matter_words_put(struct buf *b, struct str text);
#endif
