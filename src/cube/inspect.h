/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect: what cannot be, or is hard to believe, among the figures of a grid, by the rules of domain/ (range.h,
 * parts.h, jump.h) and by comparing series:
 *
 *   impossible, implausible   outside a hard, a soft limit of the indicator
 *   parts                     a total and its parts of the same unit, period and kind of number
 *   units                     a unit and the units below it
 *   measure                   about 1.000 or 1.000.000 times the usual: another unit of measure
 *   jump                      too far from earlier years
 *   same_units                two units with one and the same series
 *   same_indicators           two indicators of a unit with one and the same series
 *
 * It finds and does not speak: what is found has the cells and numbers that a message needs. Sums are judged on
 * intervals. Where a number of the sum may be wrong by one of its last place and that saves it, nothing is found; where
 * only the zeros of a round number (5.000) save it, it is a doubt; what nothing saves is as strong as the rule.
 */
#ifndef INSPECT_H
#define INSPECT_H
#include "grid_ask.h"
#include "jump.h"
#include "parts.h"
#include "problem.h"
#include "range.h"

enum inspect_rule {
    INSPECT_IMPOSSIBLE,
    INSPECT_IMPLAUSIBLE,
    INSPECT_PARTS,
    INSPECT_UNITS,
    INSPECT_MEASURE,
    INSPECT_JUMP,
    INSPECT_SAME_UNITS,
    INSPECT_SAME_INDICATORS,
    INSPECT_RULES
};
#define INSPECT_ALL ((1u << INSPECT_RULES) - 1)

struct inspect_cell {
    const struct indicator *indicator;
    uint32_t slot;
    struct grid_cell cell;
    bool minus; /* in a sum */
};

enum { INSPECT_OTHERS = 10, INSPECT_MOST = 10000 };

/* What was found at a cell. Which of the rest has meaning is said by the rule. */
struct inspected {
    enum inspect_rule rule;
    enum severity severity;
    struct inspect_cell at;
    struct inspect_cell others[INSPECT_OTHERS]; /* what it was held against: parts, the year before, the twin */
    size_t other_count, other_total;            /* listed; all of them */
    const uint32_t *ids;                        /* PARTS, UNITS: the figures of all of them */
    uint32_t oldest, newest;                    /* likewise: the least and the greatest of these */
    struct range_limit limit;                   /* IMPOSSIBLE, IMPLAUSIBLE */
    const struct sum_rule *sum;                 /* PARTS; UNITS where the table has a row */
    enum sum_verdict verdict;
    bool has_total; /* the total is a figure; else a number of the rule */
    struct decimal total, made;
    size_t missing;     /* parts without a figure */
    struct jump jump;   /* JUMP, MEASURE */
    bool against_plan;  /* MEASURE: against the plan, since there is no earlier year */
    size_t points;      /* SAME_x: figures of the series */
    struct period last; /* of the series */
};

struct inspection {
    VEC_FIELDS(struct inspected);
    size_t dropped; /* beyond INSPECT_MOST they are only counted */
};

/* The units of a day: sums over units are made by the tree of the last day of a period. */
struct inspect_day {
    struct date day;
    const struct unit_tree *tree;
};

struct inspect_ask {
    unsigned rules; /* 1u << INSPECT_x */
    const struct sum_rules *sums;
    const struct inspect_day *days;
    size_t day_count;
    const bool *slots;                 /* of each unit of the grid: whether findings at it are wanted; NULL: all */
    const struct indicator *indicator; /* only at its cells; NULL: all */
    struct period period;              /* only at this one; NONE: all */
    uint32_t first_id;                 /* only what figures from this id on take part in */
};

/* In the order of the rules. Linear in the figures, but for series: these are sorted. */
void inspect_grid(struct inspection *out, struct arena *a, const struct grid *g, const struct inspect_ask *ask);

/* What a figure can have been before it was printed. */
struct interval inspect_interval(enum figure_kind kind, const struct grid_cell *c, enum printing how);
/* "impossible", "parts", ...: stable, for programs. */
struct str inspect_rule_name(enum inspect_rule r);
#endif
