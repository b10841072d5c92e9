/* SPDX-License-Identifier: Apache-2.0
 *
 * date: a day of the Gregorian calendar without a clock or a zone. year 0 means "no date".
 */
#ifndef DATE_H
#define DATE_H
#include "str.h"

struct buf;

struct date {
    int16_t year; /* 1..9999; 0: no date */
    uint8_t month, day;
};

bool date_valid(int year, int month, int day);
bool date_known(struct date d);
int date_cmp(struct date a, struct date b);
int date_days_in_month(int year, int month); /* 28..31 */
int32_t date_to_days(struct date d);         /* days since 1970-01-01 */
struct date date_from_days(int32_t days);
struct date date_add_days(struct date d, int32_t n);
int date_weekday(struct date d); /* 1 Monday .. 7 Sunday */

[[nodiscard]] bool date_read(struct date *out, struct str s); /* YYYY-MM-DD, a real day */
void date_write(struct buf *b, struct date d);                /* YYYY-MM-DD; no date writes nothing */

/* A day as people write it: 31/1/2026, 31-01-2026, 31.01.2026, or the year first, 2026-1-31. The day goes before the
 * month, as everywhere in Việt Nam; a year has four digits. False when it is no real day. */
[[nodiscard]] bool date_typed(struct date *out, struct str s);
/* The same; or a month or a year alone (11/2026, 2026-11, 2026), of which the last day is meant: many texts tell no
 * more of when they were written. */
[[nodiscard]] bool date_typed_last(struct date *out, struct str s);
#endif
