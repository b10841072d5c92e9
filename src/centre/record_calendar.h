/* SPDX-License-Identifier: Apache-2.0
 *
 * record_calendar: the calendar of working days as a record knows it: the tables of the program, and in their place
 * what was announced since and entered into the record.
 */
#ifndef RECORD_CALENDAR_H
#define RECORD_CALENDAR_H
#include "change.h"
#include "workdays.h"

/* db NULL: that of the program. In the arena. */
[[nodiscard]] bool record_workdays(const struct workdays **out, struct db *db, struct arena *a, struct err *err);

/* Enter an announcement; one change each. Errors: ERR_CALENDAR_NOTICE, ERR_CALENDAR_SWAP, ERR_CALENDAR_TEXT;
 * of a swap that is there ERR_CALENDAR_SWAP_SAME, of a day that is worked for another one ERR_CALENDAR_SWAP_TAKEN. */
[[nodiscard]] bool calendar_announce(struct db *db, struct arena *a, const struct author *author,
                                     const struct announcement *n, struct err *err);
[[nodiscard]] bool calendar_swap_days(struct db *db, struct arena *a, const struct author *author, const struct swap *s,
                                      struct err *err);
#endif
