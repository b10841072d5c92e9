/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_count: the counting of clock.h alone: where a term ends, what is left of it at a moment, where the rest ends. A
 * term in days has ends without a minute. What is left is working days, days, or minutes, by the unit of the term.
 */
#ifndef CLOCK_COUNT_H
#define CLOCK_COUNT_H
#include "clock.h"

struct clock_count {
    const struct clock_rule *rule;
    const struct office_hours *office;
    const struct workdays *workdays;
};

/* As of when something counts that comes in at m; m itself when the rule does not move it. */
struct moment clock_received(const struct clock_count *c, struct moment m);
/* The end of a term after m, or before it, not moved yet. No date outside the years of the calendar. */
struct moment clock_end(const struct clock_count *c, struct moment m, struct term t);
struct moment clock_end_before(const struct clock_count *c, struct moment m, struct term t);
int32_t clock_left(const struct clock_count *c, struct moment at, struct moment end); /* never negative */
struct moment clock_resume(const struct clock_count *c, struct moment at, int32_t left);
/* The next working day for an end that is none, where the rule says so. */
struct moment clock_rolled(const struct clock_count *c, struct moment end);
#endif
