/* SPDX-License-Identifier: Apache-2.0
 *
 * lunar: the Vietnamese lunar calendar (âm lịch) of the years 1900 to 2100, reckoned, not looked up:
 *
 *  1. A month begins on the day of the new moon, a day of UTC+7. This is why Tết can be a day, in 1985 a month, from
 *     the new year of China, whose days are those of UTC+8.
 *  2. The month with the winter solstice is the eleventh.
 *  3. Where thirteen months begin between two eleventh ones, the first of them in which the sun enters none of its
 *     twelve parts repeats the number of the month before it: it is leap (nhuận).
 *
 * Before 1968 calendars in Việt Nam were printed by the time of another meridian, so a day of then as it was lived can
 * differ from the one given here (Tết 1903, 1935, 1965 in the tables of China's time). Where a new moon falls less than
 * two minutes from midnight (`close`), another reckoning may have the day beside it; what the State announces counts.
 */
#ifndef LUNAR_H
#define LUNAR_H
#include "date.h"

enum { LUNAR_FIRST = 1900, LUNAR_LAST = 2100, LUNAR_MONTHS_MOST = 13, LUNAR_CLOSE_SECONDS = 120 };

struct lunar_date {
    int16_t year;
    uint8_t month, day; /* 1..12, 1..30 */
    bool leap;
};

struct lunar_month {
    int32_t start; /* days since 1970-01-01 */
    uint8_t month, days;
    bool leap, close;
};

struct lunar_year {
    int year;
    int count; /* 12 or 13 */
    struct lunar_month months[LUNAR_MONTHS_MOST];
};

/* The months from Tết on; false outside 1900..2100. Some ten microseconds. */
[[nodiscard]] bool lunar_year_make(struct lunar_year *out, int year);
/* The day in a year that was made; false when it is none of its. */
[[nodiscard]] bool lunar_find(struct lunar_date *out, const struct lunar_year *y, struct date d);
/* The day of a lunar day of a year that was made; false when there is none. */
[[nodiscard]] bool lunar_day(struct date *out, const struct lunar_year *y, struct lunar_date l);
/* False for a day outside the years 1900..2100 of the lunar calendar. */
[[nodiscard]] bool lunar_from_date(struct lunar_date *out, struct date d);
/* False when there is no such month or day. */
[[nodiscard]] bool lunar_to_date(struct date *out, struct lunar_date l);

void lunar_write(struct buf *b, struct lunar_date l); /* 2025-06-01, in a leap month 2025-06L-01 */
[[nodiscard]] bool lunar_read(struct lunar_date *out,
                              struct str s);   /* likewise; whether the day is there is not asked */
void lunar_year_name(struct buf *b, int year); /* "Ất Tỵ" */
#endif
