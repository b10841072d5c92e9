/* SPDX-License-Identifier: Apache-2.0
 *
 * range: what values a figure of an indicator can have (data/ranges.tsv): a share lies between 0 and 100 %, a count is
 * not negative, a score lies on its scale. Outside of a hard limit is impossible, by what the indicator is; outside of
 * a soft one is implausible and worth a question.
 */
#ifndef RANGE_H
#define RANGE_H
#include "date.h"
#include "indicator.h"
#include "interval.h"

enum range_strength { STRENGTH_HARD, STRENGTH_SOFT };

/* One limit; both ends are allowed values. */
struct range_limit {
    enum range_strength strength;
    bool has_low, has_high;
    bool whole;                /* only whole numbers: what is counted has no fraction */
    struct decimal low, high;  /* in the canonical unit of the indicator */
    struct str reason, source; /* for people; where it comes from */
};

enum { RANGE_LIMITS = 8 };

/* Whether a limit is kept by a number as it stands. */
bool range_kept(const struct range_limit *l, struct decimal value);
/* The limits of one indicator and kind of figure: hard ones first. */
struct range {
    struct range_limit at[RANGE_LIMITS];
    size_t len;
};

/* `day`: the last of the period; unknown: limits without validity only. */
void range_for(struct range *out, const struct indicator *i, enum figure_kind kind, struct date day);
/* The first limit that no number of the interval keeps; NULL: all can be kept. */
const struct range_limit *range_broken(const struct range *r, struct interval value);
/* The same for a number as it stands. */
const struct range_limit *range_broken_by(const struct range *r, struct decimal value);

/* Whether a selector of a table of rules means an indicator: its code, "unit=VND" (canonical unit), "counts", "any". */
bool indicator_selected(const struct indicator *i, struct str who);
#endif
