/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_rows: what was announced of days off and of swapped days and entered into a record: of a year the last word
 * counts, of a day off too.
 */
#ifndef CALENDAR_ROWS_H
#define CALENDAR_ROWS_H
#include "db.h"
#include "workdays.h"

struct kept_notices {
    VEC_FIELDS(struct announcement);
};
struct kept_swaps {
    VEC_FIELDS(struct swap);
};
/* By year, by day off; strings in the arena. `note` is empty. */
[[nodiscard]] bool calendar_notices(struct kept_notices *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool calendar_swaps(struct kept_swaps *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool calendar_notice_save(struct db *db, struct arena *a, const struct announcement *n, int64_t entry,
                                        struct err *err);
[[nodiscard]] bool calendar_swap_save(struct db *db, struct arena *a, const struct swap *s, int64_t entry,
                                      struct err *err);
#endif
