/* SPDX-License-Identifier: Apache-2.0
 *
 * jump: a figure held against those of earlier years for the same time of the year (data/jumps.tsv). What is found is
 * always a doubt: things do jump.
 *
 *   slip     about 1.000, 1.000.000 or 1.000.000.000 times the usual: nghìn, triệu, tỷ taken for each other
 *   spread   growth far from the median of earlier growths, measured by their median absolute deviation
 *   ratio    too few earlier years: many times, or a small part of, the year before
 *
 * Exact: growths are whole hundredths of a per cent.
 */
#ifndef JUMP_H
#define JUMP_H
#include "decimal.h"
#include "indicator.h"

struct jump_rule {
    int64_t ratio, least; /* in the canonical unit */
    int64_t points, spread, floor;
};
/* False: figures of this indicator are not held against earlier ones. */
bool jump_rule_of(struct jump_rule *out, const struct indicator *i);

struct jump_past {
    int year;
    struct decimal value;
};

enum jump_kind { JUMP_NONE, JUMP_SLIP, JUMP_SPREAD, JUMP_RATIO };
struct jump {
    enum jump_kind kind;
    struct decimal base; /* it was held against: the year before; of a slip the median of earlier ones */
    int power;           /* SLIP: 3, 6, 9: too large by that power of ten; below 0: too small */
    struct decimal growth, median, away; /* SPREAD: in per cent with two digits; away: the deviation that is usual */
    size_t points;                       /* SPREAD: earlier growths */
};

/* past: earlier years, from the oldest on; at most JUMP_YEARS of the last count. */
enum { JUMP_YEARS = 40 };
struct jump jump_judge(const struct jump_rule *rule, const struct jump_past *past, size_t count, int year,
                       struct decimal now);
/* The power of ten by which a figure seems to be off against a reference; 0: it does not. */
int jump_slip(const struct jump_rule *rule, struct decimal now, struct decimal reference);
#endif
