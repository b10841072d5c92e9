/* SPDX-License-Identifier: Apache-2.0
 *
 * petition_stats: citizens' voice counted for a time, as offices report it: what was carried over and what came in,
 * what was not handled, what was of others' competence, what of one's own was settled in time or late, what is left.
 * As of the last day of the time: what ended later counts as left.
 *
 *     total = carried + received = dropped + passed + under
 *     under = settled in time + late + without a day + left in time + late
 */
#ifndef PETITION_STATS_H
#define PETITION_STATS_H
#include "petition.h"

struct petition_sum {
    struct str kind, name; /* "" of all */
    uint64_t carried, received, dropped, passed;
    uint64_t settled_in_time, settled_late, settled_no_clock;
    uint64_t left_in_time, left_late;
    uint64_t onward; /* of what was settled: it goes on as another matter */
};
/* By the values of the field `outcome` of the kind, of what was settled in the time. */
struct petition_outcome {
    struct str kind, name, outcome; /* outcome "": nobody has said */
    uint64_t count, of;
};
struct petition_stats {
    struct {
        VEC_FIELDS(struct petition_sum); /* by kind; the last one is of all */
    } sums;
    struct {
        VEC_FIELDS(struct petition_outcome); /* by kind, in the order of its choices */
    } outcomes;
};
[[nodiscard]] bool petition_stats(struct petition_stats *out, struct db *db, struct arena *a,
                                  const struct petition_wish *w, struct date from, struct date to, struct err *err);
uint64_t petition_total(const struct petition_sum *s);
uint64_t petition_under(const struct petition_sum *s);
uint64_t petition_settled(const struct petition_sum *s);
#endif
