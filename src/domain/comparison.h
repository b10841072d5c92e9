/* SPDX-License-Identifier: Apache-2.0
 *
 * comparison: a figure against its plan, against the same period of last year, against the calendar; and the
 * verdicts on it.
 *
 *   % of plan   value / plan x 100                    "đạt 111,24% dự toán"; of an indicator in %: value - plan, in
 * điểm %
 *   growth      value / base x 100 - 100              "tăng 8,3% so với cùng kỳ"; of an indicator in %: value -
 * base, in điểm %
 *   pace        % of plan against the part of the year that has gone by
 *
 * The three never become one judgement: a revenue can meet its plan and have fallen. What cannot be compared says
 * why, and a missing number is never taken for zero.
 */
#ifndef COMPARISON_H
#define COMPARISON_H
#include "indicator.h"
#include "interval.h"
#include "period.h"

enum incomparable {
    COMPARABLE,
    NOT_WITHOUT_VALUE,
    NOT_WITHOUT_PLAN,
    NOT_WITHOUT_BASE,  /* no figure of the same period of last year */
    NOT_WITH_ZERO,     /* the plan or base is zero */
    NOT_WITH_NEGATIVE, /* the plan or base is less than zero: a ratio says nothing */
    NOT_SAME_MEASURE,  /* đồng and USD, ha and m2 */
    NOT_EXACT_ENOUGH,  /* two bounds that work against each other ("hơn" of "hơn"), a range */
    NOT_IN_DIGITS,     /* the result does not fit in 18 digits */
    INCOMPARABLE_COUNT
};

/* Why not, as it stands behind "không so sánh được: "; "" for COMPARABLE. */
struct str incomparable_reason(enum incomparable why);

/* One side of a comparison. */
struct measured {
    bool known;
    struct decimal value;
    enum figure_bound bound;
    struct str measure;
};

/* Takes b on top of a. False, and a is as it was, when one is not known, they are measured otherwise or the sum does
 * not fit. */
[[nodiscard]] bool measured_add(struct measured *a, const struct measured *b);

struct comparison {
    enum incomparable why;   /* the rest has meaning when COMPARABLE */
    struct decimal value;    /* per cent to two digits, half away from zero; growth is signed */
    enum figure_bound bound; /* OVER: that much or more, UNDER: that much or less (of the signed number) */
    struct interval exact;   /* the same, not rounded, with what the bounds allow */
    struct str measure;      /* "%" or "điểm %" */
};

/* value in per cent of plan; by difference when the measure is "%": a rate of 99,5 % against 98 % is 1,5 điểm %
 * above. */
struct comparison comparison_plan(struct measured value, struct measured plan);
/* Growth of value over base; by difference when the measure is "%". */
struct comparison comparison_growth(struct measured value, struct measured base);
/* What a report states itself, in %: a ratio to plan, or growth. */
struct comparison comparison_stated(struct measured stated);

/* Whether numbers of two measures can be set against each other: the same, or counts of things by two nouns
 * ("hộ", "trường hợp"). */
bool measures_compare(struct str a, struct str b);

enum plan_verdict {
    PLAN_NO_VERDICT,  /* not comparable, not exact enough, or neither direction is good */
    PLAN_EXCEEDED,    /* vượt: more than the plan where more is good */
    PLAN_REACHED,     /* đạt */
    PLAN_NOT_REACHED, /* không đạt: the time of the plan is over, or a limit is passed */
    PLAN_UNDER_WAY,   /* chưa đạt, còn thời gian */
    PLAN_VERDICTS
};

enum year_verdict {
    YEAR_NO_VERDICT,
    YEAR_BETTER,
    YEAR_EQUAL,
    YEAR_WORSE,
    YEAR_MORE, /* neither direction is good */
    YEAR_LESS,
    YEAR_VERDICTS
};

enum pace_verdict { PACE_NO_VERDICT, PACE_AHEAD, PACE_EVEN, PACE_BEHIND, PACE_VERDICTS };

struct str plan_verdict_name(enum plan_verdict v); /* "vượt", "đạt", "không đạt", "chưa đạt", "" */
struct str year_verdict_name(enum year_verdict v); /* "tốt hơn", "ngang", "kém hơn", "tăng", "giảm", "" */
struct str pace_verdict_name(enum pace_verdict v); /* "nhanh", "đúng tiến độ", "chậm", "" */

/* The same for programs: "exceeded", "reached", "not_reached", "under_way", ""; "better", "equal", "worse", "more",
 * "less", ""; "ahead", "even", "behind", "". */
struct str plan_verdict_word(enum plan_verdict v);
struct str year_verdict_word(enum year_verdict v);
struct str pace_verdict_word(enum pace_verdict v);

/* over: the time of the plan has gone by with this figure (a year's figure of a year's plan). Stocks and rates may
 * reach a plan before. */
enum plan_verdict plan_verdict_of(const struct comparison *ratio, const struct indicator *i, bool over);
enum year_verdict year_verdict_of(const struct comparison *growth, const struct indicator *i);

/* Per cent of the days of the plan's period that the figure's period covers; false when it does not start with it,
 * does not lie in it, or is all of it. 6 tháng of 2023: 49,59. */
[[nodiscard]] bool pace_expected(struct decimal *out, struct period figure, struct period plan);
/* Only for flows, and only a first look: revenue and building do not run evenly through the year. Within PACE_POINTS
 * of the calendar is even. */
enum { PACE_POINTS = 2 };
enum pace_verdict pace_verdict_of(const struct comparison *ratio, const struct indicator *i, struct decimal expected);
#endif
