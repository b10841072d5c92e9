/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_aim: tasks under a programme or a target: the field `aim` of a task names one by its code. Found by the index
 * of words and then compared, so it costs what the tasks of the code are, up to a page of a list (10,000).
 */
#ifndef MATTER_AIM_H
#define MATTER_AIM_H
#include "matter_page.h"

struct aim_sum {
    uint64_t all, done, late; /* not dropped; done; not done and its day is over, or done after it */
};
void aim_add(struct aim_sum *to, const struct aim_sum *s);
[[nodiscard]] bool matter_aim(struct aim_sum *out, struct db *db, struct arena *a, struct str code, struct date on,
                              struct err *err);
/* A programme with all that are below it and their targets, or a target alone: all codes under which its tasks can
 * stand. ERR_MATTER_AIM_UNKNOWN. */
[[nodiscard]] bool matter_aim_below(struct str_list *out, struct db *db, struct arena *a, struct str typed,
                                    struct err *err);
/* The code of a programme or target, as the record has it. ERR_MATTER_AIM_UNKNOWN. */
[[nodiscard]] bool matter_aim_known(struct str *out, struct db *db, struct arena *a, struct str typed, struct err *err);
#endif
