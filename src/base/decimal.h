/* SPDX-License-Identifier: Apache-2.0
 *
 * decimal: an exact number as it was printed: coefficient x 10^-scale. The scale is the printed precision and may be
 * negative: "28.335,15 tỷ" is {2833515, -7}, that is 28.335.150.000.000 known to ten million đồng; "12,50" is {1250,
 * 2}, which equals {125, 1} in value but not in precision. Doubles are never used for what is reported.
 *
 * Every operation says by its result whether the exact answer fits in 64 bits; none rounds unless told a scale.
 */
#ifndef DECIMAL_H
#define DECIMAL_H
#include "str.h"

struct buf;

struct decimal {
    int64_t coefficient;
    int8_t scale; /* DECIMAL_SCALE_MIN .. DECIMAL_SCALE_MAX */
};

enum { DECIMAL_SCALE_MIN = -18, DECIMAL_SCALE_MAX = 18 };

#define DECIMAL_INT(n) ((struct decimal){(n), 0})

/* Canonical text: optional '-', digits, optional '.' and digits ("-1234.50"); an exponent is refused. The scale is the
 * number of digits after the point. False when it is not such a text or needs more than 18 digits. */
[[nodiscard]] bool decimal_read(struct decimal *out, struct str s);
/* Digits as printed by people, separators already known: groups are dropped, `point` divides. "8.343,5" with '.' and
 * ',' gives 8343.5. `group` may be 0. */
[[nodiscard]] bool decimal_read_grouped(struct decimal *out, struct str s, char group, char point);

void decimal_write(struct buf *b, struct decimal d); /* canonical text with all its digits: "12.50", "8343000000" */
void decimal_write_short(struct buf *b, struct decimal d); /* the same without trailing zeros after the point */
void decimal_write_vi(struct buf *b, struct decimal d);    /* as people write it: "8.343,50" */

int decimal_cmp(struct decimal a, struct decimal b); /* by value: 12,50 equals 12,5; total, never overflows */
bool decimal_eq(struct decimal a, struct decimal b);
int decimal_sign(struct decimal d); /* -1, 0, 1 */

[[nodiscard]] bool decimal_add(struct decimal *out, struct decimal a, struct decimal b);
[[nodiscard]] bool decimal_sub(struct decimal *out, struct decimal a, struct decimal b);
[[nodiscard]] bool decimal_mul(struct decimal *out, struct decimal a, struct decimal b);
struct decimal decimal_neg(struct decimal d);
/* x 10^n by moving the scale: exact, no digits are made up. False when the scale leaves its range. */
[[nodiscard]] bool decimal_shift(struct decimal *out, struct decimal d, int n);

enum rounding { ROUND_DOWN, ROUND_UP, ROUND_HALF_UP }; /* DOWN and UP are towards -infinity and +infinity */
/* a / b to `scale` digits; false when b is 0 or the result does not fit. HALF_UP is away from zero at a half. */
[[nodiscard]] bool decimal_div(struct decimal *out, struct decimal a, struct decimal b, int scale, enum rounding how);
/* To a wished scale; more digits are zeros. */
[[nodiscard]] bool decimal_rescale(struct decimal *out, struct decimal d, int scale, enum rounding how);
/* The same value with the fewest digits (scale >= 0 stays >= 0 where it can): {1250,2} -> {125,1}. */
struct decimal decimal_trim(struct decimal d);
/* Half a unit of the last printed place: {1250,2} -> 0.005. */
struct decimal decimal_half_unit(struct decimal d);
#endif
