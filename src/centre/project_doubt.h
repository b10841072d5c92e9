/* SPDX-License-Identifier: Apache-2.0
 *
 * project_doubt: what is odd about a line of capital beside those that stand there already. It is written all the same,
 * for a plan can come later than a payment, and a claim be put right; but who enters it is told.
 */
#ifndef PROJECT_DOUBT_H
#define PROJECT_DOUBT_H
#include "arena.h"
#include "project_capital.h"

enum project_doubt_kind {
    DOUBT_OVER_PLAN, /* disbursed is more than the plan of the year as it is; source "": of all sources */
    DOUBT_NO_PLAN,   /* disbursed of a year that has no plan */
    DOUBT_FALLS      /* cumulative by its meaning, and less than what was said for an earlier day */
};
struct project_doubt {
    enum project_doubt_kind kind;
    struct str number; /* of the project */
    enum capital_sort sort;
    int year;
    struct str source;
    struct decimal value, other; /* disbursed and plan; said now and said then */
    struct date day;             /* FALLS: of the other */
};
struct project_doubts {
    VEC_FIELDS(struct project_doubt); /* one a project, kind, sort, year and source: the last */
};
/* Of the line at a place among all lines of its project. */
void project_line_doubts(struct project_doubts *out, struct arena *a, struct str number,
                         const struct capital_line *lines, size_t count, size_t place);

/* The plan of the year of a source with all lines: false when it is not known or does not fit. */
[[nodiscard]] bool project_plan_of(struct decimal *out, const struct capital_line *lines, size_t count, int year,
                                   struct str source);
#endif
