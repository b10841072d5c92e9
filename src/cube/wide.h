/* SPDX-License-Identifier: Apache-2.0
 *
 * wide: a sum of many decimals that does not lose a digit: 128 bits at the finest scale that was added. What does not
 * fit says so (`bad`), for good.
 */
#ifndef WIDE_H
#define WIDE_H
#include "decimal.h"

__extension__ typedef __int128 wide_int;

struct wide {
    wide_int n;
    int scale; /* of an empty sum DECIMAL_SCALE_MIN: it takes that of what is added first */
    bool bad;
};

struct wide wide_zero(void);
void wide_add(struct wide *sum, wide_int n, int scale);
void wide_add_product(struct wide *sum, struct decimal a, struct decimal b);
/* The sum as a decimal with the finest scale that was added, with fewer digits only when they are zeros and 64 bits do
 * not hold them. False when it does not fit. */
[[nodiscard]] bool wide_decimal(struct decimal *out, const struct wide *sum);
/* a / b to `scale` digits, half away from zero; false when b is 0 or the result does not fit. */
[[nodiscard]] bool wide_div(struct decimal *out, const struct wide *a, const struct wide *b, int scale);
#endif
