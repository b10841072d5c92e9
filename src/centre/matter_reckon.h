/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_reckon: due days after a change of the calendar. Every clock by rule that has not ended is put to the calendar
 * of the record as it is now; where the answer is another day, or the same day and no longer provisional, that is an
 * event of the matter with both days and the reason. What answers as before is left alone.
 */
#ifndef MATTER_RECKON_H
#define MATTER_RECKON_H
#include "change.h"

struct moved_due {
    struct matter_id id;
    struct str old, new; /* as kept: days, or moments */
};
struct reckoning {
    uint64_t looked;              /* clocks that were reckoned */
    uint64_t moved;               /* that are due on another day now */
    uint64_t settled;             /* that are due on the same day, which is no longer provisional */
    VEC_FIELDS(struct moved_due); /* those that moved */
};
struct reckon_wish {
    struct str reason; /* of the change; must be said */
    struct date day;   /* of the events */
    bool dry;          /* look only */
};
/* All of it or nothing. Errors: ERR_MATTER_LACKS, those of change_matters. */
[[nodiscard]] bool matter_reckon(struct reckoning *out, struct db *db, struct arena *a, const struct author *author,
                                 const struct reckon_wish *w, struct err *err);
#endif
