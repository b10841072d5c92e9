/* SPDX-License-Identifier: Apache-2.0
 *
 * answer: questions to a cube, each answer with the figures that made it. Which figure is taken where several could
 * be is said here once, for the tables, the reports and the explanations alike.
 */
#ifndef ANSWER_H
#define ANSWER_H
#include "comparison.h"
#include "cube.h"
#include "plan.h"

/* What is asked about. */
struct question {
    struct str unit; /* code */
    const struct indicator *indicator;
    struct period period;
};

enum answer_rule {
    ANSWER_NONE,       /* nothing is known */
    ANSWER_FIGURE,     /* a figure as it was reported */
    ANSWER_WHOLE,      /* the n of a fraction m/n */
    ANSWER_RATIO,      /* value / plan x 100 */
    ANSWER_GROWTH,     /* value / base x 100 - 100 */
    ANSWER_DIFFERENCE, /* value - plan, value - base, in điểm % */
    ANSWER_STATED,     /* as a report states it, because it could not be reckoned */
    ANSWER_CHANGED,    /* a plan with the supplements of its year: made[0] is what they were added to */
    ANSWER_FORMULA,    /* by the formula of the indicator (reckon.h): nobody reported it */
    ANSWER_RULES
};

enum { ANSWER_FIGURES = 2 };

struct answer {
    enum answer_rule rule;
    struct measured value;                          /* of a value or a plan */
    struct comparison comparison;                   /* of a ratio or growth; `why` is set when there is none */
    const struct cube_figure *made[ANSWER_FIGURES]; /* value first, then plan or base; NULL: not used */
    size_t made_count;
    const struct cube_figure *stated; /* what a report states of the same, when it was reckoned; else NULL */
    bool differs;                     /* ... and no rounding of the stated number makes them one */
    struct period missing;            /* NOT_WITHOUT_BASE: the period for which there is no figure */
};

/* The figure of a period: actual before estimate; said for just that period before said for the same days in other
 * words ("..2023-06-30" for 2023-H1; of a stock also the last day); then the newest. Of a fraction the m. */
struct answer answer_value(const struct cube *c, const struct question *q);
/* The plan: for the period, else for its year; of several layers the first of enum plan_layer; then the newest; else an
 * indicator that is the plan of the one asked for (D01 of D02). One of the year that supplements change is
 * ANSWER_CHANGED (plan.h). The n of a fraction when there is no plan. made[0] says which it is. */
struct answer answer_plan(const struct cube *c, const struct question *q);
/* The plan of the year with its supplements, whatever other plans there are: ANSWER_CHANGED, or NONE when the year has
 * an adjusted plan or no supplement, or nothing that one could be added to. */
struct answer answer_plan_changed(const struct cube *c, const struct question *q);
/* The supplements of the plan of the year: how many there are; at most `most` of them in out. */
size_t answer_supplements(const struct cube_figure **out, size_t most, const struct cube *c, const struct question *q);
/* % of that plan, reckoned; without a value or plan as a report states it. */
struct answer answer_plan_ratio(const struct cube *c, const struct question *q);
/* Growth over the same window a year before, reckoned; without a base as a report states it. */
struct answer answer_growth(const struct cube *c, const struct question *q);
/* The same over a base that was found in another way (not known: nothing to compare with); no figure stands for it. */
struct answer answer_growth_over(const struct cube *c, const struct question *q, const struct measured *base);
/* For what time a plan is (made_count > 0). Where an indicator that is a stock is the plan of another one (D01 of D02),
 * that is the plan of the whole year as it was on the last day of its period. */
struct period answer_plan_period(const struct answer *plan, const struct question *q);
/* Whether the time of the plan has gone by with the period that was asked for: a plan of the year, asked for the
 * year. */
bool answer_plan_is_over(const struct answer *plan, const struct question *q);
#endif
