/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook: where a year will end, from a part of it. For one indicator of one place: what was done to the end of the
 * window, the same window and the whole of past years like for like (like.h), the forecast by the rule of forecast.h
 * and what the rule would have said in those past years; then, for each layer of the plan, the pace and what is needed
 * per month. Two judgements that are never made one: on the plan, and on last year.
 *
 *   flow    value to date and whole years; where no figure is of just that time it is the sum of shorter ones that
 *           fill it (12 months, 9M + Q4)
 *   stock   as of the last day of window and year; "as it grew in past years from that day to the end"
 *   formula what nobody reported is reckoned for each window and year by the formula of the indicator (reckon.h), and
 *           that series is forecast like a reported one: its parts are not forecast and added, since the sum of
 *           forecasts has no interval of its own and no test. A stock that stands for another time is not taken.
 *   rate    no forecast: a share, an index, a rank of a part of the year says nothing of the rest
 *
 * The layers of the plan stand in the order of plan.h, the one that counts first: as everywhere.
 *
 * The pace is said by one rule, here, for every command: % of plan against the part of the year that past years had
 * done by then (the season); where no past year is known, against the days that are over (the calendar). Which it was
 * is kept.
 */
#ifndef OUTLOOK_H
#define OUTLOOK_H
#include "answer.h"
#include "forecast.h"
#include "like.h"
#include "snapshot.h"

/* One number with the figures that made it. */
struct outlook_number {
    bool known;
    struct decimal value;
    struct str measure;
    bool about;    /* some of it is said with "hơn", "gần", "khoảng" */
    bool shared;   /* some of it is a share of an old unit: an estimate */
    bool estimate; /* some of it is "ước thực hiện" */
    struct {
        VEC_FIELDS(const struct cube_figure *);
    } made;                          /* more than one: their sum */
    const struct formula_rule *rule; /* some of it was reckoned by this formula; NULL: it was reported */
    struct str note;                 /* like.h: how it was made of other units */
};

struct outlook_year {
    int year;
    struct outlook_number window, whole;
    bool moved;                       /* it cannot be had of the ground of today; `why` says what is missing */
    struct str why;                   /* why it is not used; "": it can be */
    bool used;                        /* it went into the forecast */
    const struct forecast_test *test; /* what would have been said then; NULL when it cannot be used */
};

enum outlook_why {
    OUTLOOK_MADE,
    OUTLOOK_RATE,
    OUTLOOK_NO_VALUE,
    OUTLOOK_NOT_POSITIVE,
    OUTLOOK_NO_PAST,
    OUTLOOK_TOO_LARGE,
    OUTLOOK_WHYS
};
struct str outlook_reason(enum outlook_why w); /* "" for MADE */

enum pace_by { PACE_BY_NOTHING, PACE_BY_SEASON, PACE_BY_CALENDAR, PACE_BYS };
struct str pace_by_word(enum pace_by by); /* "", "season", "calendar" */

/* What part of a year's plan should be done by the end of the window. */
struct pace_share {
    enum pace_by by;
    struct decimal expected; /* per cent */
    size_t years;            /* SEASON: that it goes by */
};

enum outlook_verdict {
    OUTLOOK_NO_VERDICT, /* no interval, no plan, or neither direction is good */
    OUTLOOK_REACHES,    /* all of the interval is on the good side of the plan */
    OUTLOOK_OPEN,       /* the plan lies in it */
    OUTLOOK_MISSES,
    OUTLOOK_VERDICTS
};
struct str outlook_verdict_word(enum outlook_verdict v); /* "reaches", "open", "misses", "" */

enum outlook_need {
    NEED_UNKNOWN, /* no plan, no value */
    NEED_MORE,    /* `needed` in every month that is left */
    NEED_NOTHING, /* the plan is reached */
    NEED_AT_MOST, /* a limit: no more than `needed` in every month that is left */
    NEED_PASSED,  /* a limit that is passed */
    OUTLOOK_NEEDS
};
struct str outlook_need_word(enum outlook_need n); /* "more", "nothing", "at_most", "passed", "" */

struct outlook_plan {
    enum plan_layer layer;
    bool changed;                     /* with the supplements of the year; figure: what they are added to */
    const struct cube_figure *figure; /* NULL: only the ratio is known, as a report states it */
    const struct cube_figure *stated; /* that figure */
    struct measured plan;
    struct comparison ratio;       /* done in % of the plan */
    enum plan_verdict verdict;     /* today */
    enum pace_verdict by_calendar; /* against the days of the year that are over */
    enum pace_verdict pace;        /* by the rule above; what counts */
    enum outlook_need need;
    struct decimal needed;      /* per month; MORE and AT_MOST */
    struct comparison expected; /* forecast in % of the plan */
    enum outlook_verdict outlook;
};

struct outlook {
    struct question question;
    enum outlook_why why;
    const struct formula_rule *rule; /* its formula; NULL: none */
    bool reckoned;                   /* some number of this year, or of one that is used, is by it */
    struct outlook_number done;
    struct {
        VEC_FIELDS(struct outlook_year);
    } years; /* from the latest back */
    struct forecast forecast;
    struct forecast_tests tests;
    struct decimal calendar; /* per cent of the days of the year that are over */
    struct pace_share share; /* what the pace goes by */
    struct year_months months;
    bool has_average, has_last;
    struct decimal average;   /* done per month so far; of a flow */
    struct decimal last;      /* per month in the same rest of last year */
    struct comparison growth; /* forecast against last year's whole */
    enum year_verdict year_verdict;
    struct {
        VEC_FIELDS(struct outlook_plan);
    } plans; /* in the order of precedence */
};

/* What the outlooks of one place and time share. */
struct outlook_place;

/* Whether a year can be looked ahead from a period: it begins with a year and ends before it does. */
bool outlook_takes(struct period period);
/* Errors: ERR_FORECAST_PERIOD when outlook_takes does not hold. span: how many years back a forecast goes,
 * 1..FORECAST_YEARS_MOST; most: how many back are looked at at all, for tests. The snapshot is that of stand_load for
 * the unit. */
[[nodiscard]] bool outlook_place_make(struct outlook_place **out, const struct snapshot *s, struct db *db,
                                      struct arena *a, const struct kept_unit *unit, struct period period, int span,
                                      int most, struct err *err);
/* The same place with the figures of a later state of the record. */
struct outlook_place *outlook_place_again(const struct outlook_place *p, const struct snapshot *s, struct arena *a);
/* What the pace of an indicator goes by, as outlook_make has it. */
struct pace_share outlook_pace(const struct outlook_place *place, struct arena *a, const struct indicator *indicator);
/* False when nothing at all is known of the indicator in this year: no value, no plan. */
bool outlook_make(struct outlook *out, const struct outlook_place *place, struct arena *a,
                  const struct indicator *indicator);
#endif
