/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_then: a matter as it was at the end of a day: what happened later is undone from the end, by its events. So a
 * report or a figure of a past period says the same whenever it is made, whatever happened since: a task that went on
 * last week stood still at the end of last month, and one that was extended since was due by the day that it had then.
 */
#ifndef MATTER_THEN_H
#define MATTER_THEN_H
#include "kind_cache.h"
#include "matter_rows.h"

/* *m is the row as it is now and becomes the one of the end of `last`; `events` are all of its events, `kind` its own
 * version. What came out of a list was in the state of the list from its beginning on, as far as anybody told, and has
 * the day of its end there.
 *
 * told_later: a field that was empty then and was filled since keeps what was said of it: a rating, or the hour of the
 * portal, is told when the next list comes and is of that time all the same. What was another value then is that value
 * either way. */
[[nodiscard]] bool matter_then(struct kept_matter *m, struct db *db, struct arena *a, const struct kept_events *events,
                               const struct matter_kind *kind, struct date last, bool told_later, struct err *err);
#endif
