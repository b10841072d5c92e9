/* SPDX-License-Identifier: Apache-2.0
 *
 * number: a number as digits, as words, or as both: "8.343,5", "hai mươi tư", "một triệu rưỡi", "15.547 tỷ 719 triệu", "1tr5".
 */
#ifndef NUMBER_H
#define NUMBER_H
#include "decimal.h"
#include "token.h"

struct number {
    struct decimal value; /* the scale is the printed precision */
    size_t last;          /* token after it */
    int magnitude;        /* power of ten of the last magnitude word; 0: none */
    bool words;           /* at least one number word besides magnitudes */
};

/* The digits of one NUMBER token: '.' groups and ',' divides, or the other way where only that makes sense ("54.9",
 * "1,234.5"); "234,559" has a decimal comma. False when it does not fit a decimal. */
bool number_of_digits(struct decimal *out, struct str digits);

/* The longest number that starts at token i. Looks at most 40 tokens ahead. */
bool number_read(struct number *out, const struct tokens *ts, size_t i);
#endif
