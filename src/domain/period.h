/* SPDX-License-Identifier: Apache-2.0
 *
 * period: what time a figure is for. A period is a kind and two days, both included, and has one canonical literal:
 *
 *   kind                literal                     days
 *   PERIOD_NONE         (empty)                     unknown, or timeless
 *   PERIOD_DAY          2023-06-12                  one day
 *   PERIOD_DAYS         2021-10-14..2021-10-21      several days
 *   PERIOD_MONTH        2023-06
 *   PERIOD_QUARTER      2023-Q1
 *   PERIOD_HALF         2023-H1, 2023-H2
 *   PERIOD_NINE_MONTHS  2023-9M
 *   PERIOD_MONTHS       2023-01..2023-05            other runs of whole months (also 2022-11..2023-02); 01..03 is
 *                                                   written Q1, 01..06 H1, 01..09 9M
 *   PERIOD_YEAR         2023
 *   PERIOD_YEARS        2020-2025                   term, giai đoạn, nhiệm kỳ
 *   PERIOD_TO_DATE      ..2022-05-15                as of that day, from the start of its year ("tính đến ngày")
 *
 * Statutory windows (15/12 to 14/6, NĐ 09/2019) belong to the report definition and not to the period.
 */
#ifndef PERIOD_H
#define PERIOD_H
#include "date.h"

struct buf;

enum period_kind {
    PERIOD_NONE,
    PERIOD_DAY,
    PERIOD_DAYS,
    PERIOD_MONTH,
    PERIOD_QUARTER,
    PERIOD_HALF,
    PERIOD_NINE_MONTHS,
    PERIOD_MONTHS,
    PERIOD_YEAR,
    PERIOD_YEARS,
    PERIOD_TO_DATE,
    PERIOD_KINDS
};

struct period {
    enum period_kind kind;
    struct date from, to; /* both included; TO_DATE: from is 1 January of the year of `to` */
};

/* Makers. Arguments must name real days and months; the result is PERIOD_NONE when they do not. */
struct period period_day(struct date d);
struct period period_days(struct date from, struct date to);
struct period period_month(int year, int month);
struct period period_quarter(int year, int quarter);
struct period period_half(int year, int half);
struct period period_months(int year, int first, int last); /* normalised: 1..12 is the year, 4..6 is Q2 */
/* A run that may cross years: 11/2022 to 2/2023; whole years become PERIOD_YEARS. */
struct period period_months_between(int first_year, int first, int last_year, int last);
struct period period_year(int year);
struct period period_years(int first, int last); /* first == last is the year */
struct period period_to_date(struct date to);

/* A literal of the table above; "" is PERIOD_NONE. Runs that have another name are normalised ("2023-01..2023-03" ->
 * Q1). False and NONE for anything else. */
[[nodiscard]] bool period_read(struct period *out, struct str literal);
void period_write(struct buf *b, struct period p); /* the canonical literal; reads back as the same period */
void period_write_vi(struct buf *b, struct period p); /* "6 tháng đầu năm 2023", "đến ngày 15/5/2022"; NONE: nothing */

bool period_eq(struct period a, struct period b);
int period_cmp(struct period a, struct period b); /* by first day, then last day, then kind: an order for lists */
/* The same window n years earlier (n < 0: later): 29 February becomes 28, whole months stay whole. NONE outside
 * years 1..9999. */
struct period period_years_back(struct period p, int n);
/* The window just before of the same kind: the month, quarter, half or year before; NONE where there is none. */
struct period period_before(struct period p);
/* Whether two literals say the same time: "..2023-06-30" and "2023-H1", "..2023-12-31" and "2023". NONE is the
 * same time as nothing, not even as NONE. */
bool period_same_time(struct period a, struct period b);
#endif
