/* SPDX-License-Identifier: Apache-2.0
 *
 * workdays: which days from 2015 to 2100 are worked by civil servants, and why not, of the tables of data/calendar.
 *
 *  1. Monday to Friday is worked, but for days off of holidays.tsv; Saturday and Sunday are not.
 *  2. A holiday that falls on a Saturday or Sunday is made up for on the next day that would be worked (Bộ luật Lao
 *     động 2019 Điều 111 khoản 3), the earlier holiday first.
 *  3. The announcement of a year says which days of Tết and Quốc khánh are off, and which days are swapped. A year
 *     without one is *provisional*: it is reckoned by custom, and whoever shows a day of it says so.
 *
 * The tables are gone through once. After that every question is answered from two arrays: how many days were worked
 * before each day, and which day is the n-th one worked.
 */
#ifndef WORKDAYS_H
#define WORKDAYS_H
#include "date.h"

struct arena;

enum {
    WORKDAYS_FIRST = 2015,
    WORKDAYS_LAST = 2100,
    WORKDAYS_YEARS = WORKDAYS_LAST - WORKDAYS_FIRST + 1,
    WORKDAYS_DAYS = 31411 /* of those years */
};

enum day_kind {
    DAY_WORK,
    DAY_WEEKEND,
    DAY_HOLIDAY,
    DAY_MAKE_UP,  /* nghỉ bù */
    DAY_SWAP_OFF, /* nghỉ hoán đổi */
    DAY_SWAP_WORK /* làm bù: a Saturday that is worked */
};

/* A day that is not what its weekday makes it. */
struct day_entry {
    struct date day;
    enum day_kind kind;
    struct str name;     /* of the holiday, that is made up for too; "" when swapped */
    struct date with;    /* the holiday made up for, the day swapped with; else no date */
    struct str citation; /* law or announcement; "" when there is none */
    struct str note;     /* what is not certain of it */
    bool adjacent;       /* the second day of Quốc khánh */
    bool provisional;    /* by custom: the year is not announced */
};

struct workday {
    enum day_kind kind;
    const struct day_entry *entry; /* NULL: the weekday says it all */
    bool provisional;              /* its year is not announced */
};

/* What data/calendar says; a test, or an office with a newer announcement, can give its own. */
enum holiday_calendar { HOLIDAY_SOLAR, HOLIDAY_LUNAR };
enum holiday_which { HOLIDAY_FIXED, HOLIDAY_ARRANGED };

struct holiday {
    struct str code;
    struct date from, to;
    enum holiday_calendar calendar;
    uint8_t month, day, days;
    enum holiday_which which;
    struct str name, citation, note;
};

struct announcement {
    uint16_t year;
    struct date tet_from, tet_to, national_from, national_to;
    struct str text, note;
};

struct swap {
    struct date off, work;
    struct str text, note;
};

struct holiday_custom {
    struct str code;
    uint8_t weekday, days_before;
    struct str precedent;
};

struct workday_rules {
    const struct holiday *holidays;
    size_t holiday_count;
    const struct announcement *announcements;
    size_t announcement_count;
    const struct swap *swaps;
    size_t swap_count;
    const struct holiday_custom *customs;
    size_t custom_count;
};
struct workday_rules workday_rules_catalogue(void); /* of data/calendar */

/* Whether an announcement can be one: the five days of Tết with mùng 1 among them and the days of Quốc khánh (two from
 * 2021 on, one before) with 2 September, each one after the other and in its year; a swap: a day from Monday to Friday
 * that is off, and a Saturday or Sunday that is worked. */
bool announcement_fits(const struct announcement *n);
bool swap_fits(const struct swap *s);

struct workdays;
/* Lives in the arena; rules are borrowed. About 1 ms. */
const struct workdays *workdays_make(struct arena *a, const struct workday_rules *rules);

bool workdays_has(struct date d);                          /* 2015-01-01 .. 2100-12-31; the others ask no more of it */
bool workdays_is(const struct workdays *w, struct date d); /* worked, as a day */
struct workday workdays_look(const struct workdays *w, struct date d);

/* The n-th working day after d (n > 0) or before it (n < 0); n = 0: d, or the next working day when it is none. No date
 * where that lies outside the years. */
struct date workdays_add(const struct workdays *w, struct date d, int32_t n);
/* Working days after `from` up to `to`; negative when `to` is before `from`. */
int32_t workdays_count(const struct workdays *w, struct date from, struct date to);
/* The announcement of the year; NULL: provisional. */
const struct announcement *workdays_announced(const struct workdays *w, int year);
/* The first year from that of `from` to that of `to` that is provisional; 0: none. */
int workdays_provisional(const struct workdays *w, struct date from, struct date to);
/* The entries in the order of their days. */
const struct day_entry *workdays_entries(const struct workdays *w, size_t *count);
#endif
