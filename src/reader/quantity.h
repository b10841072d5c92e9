/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity: a number with its unit, as an expression: digits or words, mixed numerals, ranges, fractions. It says what
 * is written and where it ends; whether it is a figure, and of what, is for statement.c.
 *
 *   "28.335,15 tỷ đồng"               2833515e7          VND   money
 *   "15.547 tỷ 719 triệu đồng"        15547719e6         VND
 *   "một triệu rưỡi"                  1500000
 *   "từ 5 đến 7%", "10 - 12 tỷ đồng"  value, max         range
 *   "35/38 chỉ tiêu"                  35 of 38           noun follows
 *   "1,5 lần", "2,3 điểm phần trăm", "1.200 ha", "67,5 triệu đồng/người/năm", "2,5 triệu USD"
 */
#ifndef QUANTITY_H
#define QUANTITY_H
#include "decimal.h"
#include "token.h"

enum unit_class {
    UNIT_CLASS_NONE,    /* no unit of measure: a bare number, or a number before the noun that is counted */
    UNIT_CLASS_MONEY,   /* VND, USD, ..., also per something */
    UNIT_CLASS_PERCENT, /* % and %/năm, ‰ */
    UNIT_CLASS_POINTS,  /* điểm %, điểm phần trăm */
    UNIT_CLASS_MEASURE, /* m, km, m2, ha, tấn, kg, kWh, ... */
    UNIT_CLASS_TIMES    /* lần */
};

struct quantity {
    struct decimal value; /* canonical: money in đồng; printed precision kept by the scale */
    struct decimal max;   /* has_max: upper end of a range */
    struct decimal of;    /* has_of: n of m/n */
    bool has_max, has_of;
    bool words;      /* written in number words, at least in part */
    bool magnitude;  /* has nghìn, triệu, tỷ, ... but no currency: "8.300 tỷ", "1,2 triệu [người]" */
    bool both_units; /* "A tỷ đồng/B tỷ đồng": m/n with the unit written twice */
    enum unit_class unit_class;
    /* canonical unit text, static or in the arena: "VND", "%", "điểm %", "ha", "VND/người/năm"; "" for NONE */
    struct str unit;
    size_t first, last; /* tokens [first, last) of the number with its unit (not the counted noun) */
    size_t number_last; /* end of the number part: tokens [first, number_last) */
};

/* Read the longest quantity that starts exactly at token i. False when none starts there. Dates, times, document
 * symbols, ordinals and names are NOT excluded here. Bare number words ("hai", "năm") are read too: the caller decides.
 * Bounded look-ahead, no recursion; allocates only compound unit texts. */
bool quantity_read(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i);

/* Range with words before: "từ 5 đến 7%", "từ 1000 đến 2000 đồng", "khoảng 5 - 7 tỷ": i at "từ" or at the number. */
bool quantity_read_range(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i);

/* `dieuhanh debug quantity`: a line that is one expression as a whole, also spoken ("mười tám phẩy năm phần trăm", "âm
 * hai mươi ba", "2 chấm 23 đô la", "một phần hai", "1tr5", "hai phần ba", ordinals "thứ ba"). False: none. */
bool quantity_of_line(struct quantity *out, struct arena *a, struct str line);
#endif
