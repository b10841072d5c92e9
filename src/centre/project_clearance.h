/* SPDX-License-Identifier: Apache-2.0
 *
 * project_clearance: how site clearance of a project stands: the entries of the register `site_clearance` that name its
 * number, counted by their state.
 */
#ifndef PROJECT_CLEARANCE_H
#define PROJECT_CLEARANCE_H
#include "register_count.h"

struct clearance {
    uint64_t all;
    struct {
        VEC_FIELDS(struct clearance_state {
            struct str status;
            uint64_t n;
        });
    } states; /* in the order of the choices of the register; those that nobody is in are not there */
};
[[nodiscard]] bool project_clearance(struct clearance *out, struct db *db, struct arena *a, struct str number,
                                     struct date on, struct err *err);
#endif
