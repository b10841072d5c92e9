/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_late: how many are in time and how many late, by the conventions that offices have (lateness.h), each under
 * its name. In truth goes by the day on which something ended; as told goes by the day that the portal was told, where
 * the kind has a field for that: what is late there and nowhere else is late by synchronisation.
 *
 * Counted are what ended with a due day in the days that are asked for, and what is under way on the day; what stands,
 * what was dropped and what has no due day is in none of them. By days: a clock of hours that ends today is running
 * until the day is over; how such a one ended is judged by its minute.
 */
#ifndef MATTER_LATE_H
#define MATTER_LATE_H
#include "lateness.h"
#include "matter_board.h"

struct late_sum {
    struct str unit, unit_name;
    struct lateness_counts truth, told;
    uint64_t by_synchronisation; /* ended in time, late or not there as told */
};
struct late_sums {
    VEC_FIELDS(struct late_sum); /* by unit; the last one is of all */
};
struct late_wish {
    struct board_wish board;          /* kind, unit or under, on */
    struct date ended_from, ended_to; /* unknown: any */
};
[[nodiscard]] bool matter_late(struct late_sums *out, struct db *db, struct arena *a, const struct late_wish *w,
                               struct err *err);
#endif
