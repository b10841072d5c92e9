/* SPDX-License-Identifier: Apache-2.0
 *
 * register_page: pages of the entries of a register, in the order of their ids, and all that is to be counted.
 *
 * A page begins behind the last entry that was shown and goes along the narrowest index that the question allows: the
 * few that the index of words has found, a value that is asked by, a unit, the register. Several units are as many
 * ranges that are merged. What the index does not say is asked of each row, so all paths and both engines answer the
 * same; a question that almost no row meets and no index knows (a number, a name) costs a walk through the register.
 */
#ifndef REGISTER_PAGE_H
#define REGISTER_PAGE_H
#include "register_rows.h"

enum { REGISTER_STREAMS_MOST = 200, REGISTER_PAGE_MOST = 10000, REGISTER_FOUND_MOST = 1000 };

struct register_filter {
    const struct register_def *def;
    const struct str *units; /* ids */
    size_t unit_count;
    bool by_units;            /* else any; with no units there is nothing */
    struct date on;           /* valid on that day; unknown: any */
    bool void_too;            /* also what was never true */
    struct name_values equal; /* values in the form in which they are kept */
    struct str words;         /* as typed; "": any. The last one may be unfinished */
    struct register_id after; /* begin behind it; 0: at the beginning */
    uint32_t most;
};
/* At most f->most entries; *more says whether there are others behind them. */
[[nodiscard]] bool register_page(struct register_entries *out, bool *more, struct db *db, struct arena *a,
                                 const struct register_filter *f, struct err *err);

/* Every entry that began on the days from `first` to `last` (unknown: whenever) and was valid on `valid` or later;
 * e is borrowed until the next one. take gives false to stop with *err of its own. */
struct register_taker {
    bool (*take)(void *self, const struct register_entry *e, struct err *err);
    void *self;
};
[[nodiscard]] bool register_scan(struct db *db, struct str def, struct date first, struct date last, struct date valid,
                                 const struct register_taker *taker, struct err *err);
#endif
