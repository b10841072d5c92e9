/* SPDX-License-Identifier: Apache-2.0
 *
 * number: a number as digits, as words, or as both: "8.343,5", "hai mươi tư", "một triệu rưỡi", "15.547 tỷ 719 triệu",
 * "1tr5".
 */
#ifndef NUMBER_H
#define NUMBER_H
#include "decimal.h"
#include "token.h"

enum number_mode {
    NUMBER_WRITTEN, /* in a text: "hai ba dự án" is not 23 projects, "3 rưỡi" no number */
    /* a line that is known to be a number: "bốn ba", "3 rưỡi", "2 chấm 5", "hai không hai ba", "2t3", "3M" */
    NUMBER_SPOKEN
};

struct number {
    struct decimal value; /* the scale is the printed precision */
    size_t last;          /* token after it */
    int magnitude;        /* power of ten of the magnitude words after the only part; 0: none, or several parts */
    bool has_magnitude;   /* nghìn, triệu, tỷ, ... stand in it */
    bool words;           /* at least one number word besides magnitudes */
};

/* The digits of one NUMBER token: '.' groups and ',' divides, or the other way where only that makes sense ("54.9",
 * "1,234.5"); "234,559" has a decimal comma. False when the separators make no number ("22.4.2023") or it needs more
 * than 18 digits. */
bool number_of_digits(struct decimal *out, struct str digits);

/* The longest number that starts at token i; false when none does. Looks at most NUMBER_WORDS_MOST tokens ahead. */
enum { NUMBER_WORDS_MOST = 60 };
bool number_read(struct number *out, const struct tokens *ts, size_t i, enum number_mode mode);
#endif
