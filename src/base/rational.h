/* SPDX-License-Identifier: Apache-2.0
 *
 * rational: an exact fraction, for reckoning that divides. A decimal becomes one without loss, the four operations are
 * exact, and only who shows a result rounds it, to digits that he names.
 *
 * Numerator and denominator have 127 bits, which is far more than figures of a country need (10^16 đồng times 10^8
 * people); what does not fit is refused by the result and never cut.
 */
#ifndef RATIONAL_H
#define RATIONAL_H
#include "decimal.h"

__extension__ typedef __int128 rational_int;

/* In lowest terms, den > 0; zero is 0/1. */
struct rational {
    rational_int num, den;
};

#define RATIONAL_OF(n) ((struct rational){(n), 1})

[[nodiscard]] bool rational_of_decimal(struct rational *out, struct decimal d); /* false: needs more than 127 bits */
/* num / den in lowest terms; false when den is 0. */
[[nodiscard]] bool rational_make(struct rational *out, rational_int num, rational_int den);

[[nodiscard]] bool rational_add(struct rational *out, struct rational a, struct rational b);
[[nodiscard]] bool rational_sub(struct rational *out, struct rational a, struct rational b);
[[nodiscard]] bool rational_mul(struct rational *out, struct rational a, struct rational b);
[[nodiscard]] bool rational_div(struct rational *out, struct rational a,
                                struct rational b); /* false also when b is 0 */
struct rational rational_neg(struct rational r);

int rational_sign(struct rational r);                   /* -1, 0, 1 */
int rational_cmp(struct rational a, struct rational b); /* by value; exact, never overflows */

/* To `scale` digits (may be negative, as of a decimal), half away from zero: 2,5 is 3 and -2,5 is -3. False when the
 * result does not fit a decimal. */
[[nodiscard]] bool rational_round(struct decimal *out, struct rational r, int scale);
/* The same number as a decimal; false when it has none (1/3) or it does not fit. */
[[nodiscard]] bool rational_exact(struct decimal *out, struct rational r);
#endif
