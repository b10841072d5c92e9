/* SPDX-License-Identifier: Apache-2.0
 *
 * forecast: the end of a year from a part of it, by what past years did (the tiến độ chuẩn of an office is the share of
 * the same window in past years; the calendar is only a first look). Arithmetic alone: which figures go in is decided
 * by who asks (centre/outlook.h).
 *
 *   value      window x (sum of whole years) / (sum of their windows): of the years together, so that a big year weighs
 *              more than a small one, and no single one decides
 *   low, high  what the year would end with by the year of the largest and of the smallest share, each end moved out by
 *              1/(n - 1) of the distance of the two: of n years the extremes seen lie inside those to be expected, by
 *              just that where all shares in a range are equally likely. Two years: as wide again on both sides; five:
 *              a quarter. Not below what was reached already, where no past year fell back either.
 *   one year   a value without low and high: weak
 *   no year    no forecast: nothing takes the place of what is not known
 *
 * For a stock the same arithmetic says: it grows from here to the end of the year as it did in past years.
 *
 * Everything is exact up to the shown digits: value to the nearest, low and high rounded outwards, to FORECAST_DIGITS
 * digits in all, and never finer than the window is known.
 */
#ifndef FORECAST_H
#define FORECAST_H
#include "arena.h"
#include "decimal.h"

enum { FORECAST_DIGITS = 5, FORECAST_YEARS = 5, FORECAST_YEARS_MOST = 20 };

/* A past year of which both are known; both must be more than 0. */
struct forecast_year {
    int year;
    struct decimal window, whole;
};

struct forecast {
    size_t years;         /* that went in; 0: there is no forecast */
    struct decimal share; /* per cent of the whole years that their windows were, two digits */
    struct decimal value;
    struct decimal low, high;
    bool has_interval; /* two years or more */
};

/* From `window` (more than 0) and past years in any order. False when a result does not fit in 18 digits. */
[[nodiscard]] bool forecast_make(struct forecast *out, struct decimal window, const struct forecast_year *past,
                                 size_t count);

/* What the rule would have said in a past year at that window, from the years before it alone. */
struct forecast_test {
    struct forecast_year year; /* what came */
    struct forecast said;      /* years 0: there was nothing before it to go by */
    struct decimal error;      /* (value - whole) / whole in per cent, two digits, signed */
    bool held;                 /* low <= whole <= high; only when has_interval */
};

struct forecast_tests {
    VEC_FIELDS(struct forecast_test); /* in the order of `past` */
    size_t told, with_interval, held; /* years that had a forecast, had an interval, lay in it */
    struct decimal error;             /* mean of the sizes of the errors, one digit; only when told */
};

/* past: from the latest back, each year once. A forecast goes by the `span` calendar years before it. */
[[nodiscard]] bool forecast_test(struct forecast_tests *out, struct arena *a, const struct forecast_year *past,
                                 size_t count, int span);

/* What part of the year is over and left, in months: whole months, or with the part of one by its days: to 15/5
 * 4 + 15/31 of them are over. Counted in 1/parts of a month. */
struct year_months {
    int gone, left, parts; /* gone + left == 12 x parts */
};
struct year_months year_months_to(int month, int day, int days_in_month);
/* n / (parts/of) per month: what is left to do over the months that are left, with the digits of a forecast; rounded
 * away from 0 when `up`, so that it is enough, else to the nearest. False when there is no month or it does not fit. */
[[nodiscard]] bool per_month(struct decimal *out, struct decimal n, int parts, int of, bool up);
#endif
