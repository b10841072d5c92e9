/* SPDX-License-Identifier: Apache-2.0
 *
 * wide: see wide.h.
 */
#include "wide.h"

struct wide wide_zero(void)
{
    return (struct wide){.scale = DECIMAL_SCALE_MIN};
}

/* n x 10^digits; false when 128 bits do not hold it. */
static bool lift(wide_int *n, int digits)
{
    for (; digits > 0 && *n; digits--)
        if (__builtin_mul_overflow(*n, (wide_int)10, n)) return false;
    return true;
}

void wide_add(struct wide *sum, wide_int n, int scale)
{
    if (scale > sum->scale) {
        sum->bad |= !lift(&sum->n, scale - sum->scale);
        sum->scale = scale;
    }
    sum->bad |= !lift(&n, sum->scale - scale) || __builtin_add_overflow(sum->n, n, &sum->n);
}

void wide_add_product(struct wide *sum, struct decimal a, struct decimal b)
{
    wide_add(sum, (wide_int)a.coefficient * b.coefficient, a.scale + b.scale);
}

bool wide_decimal(struct decimal *out, const struct wide *sum)
{
    wide_int n = sum->n;
    int scale = sum->scale;
    if (sum->bad) return false;
    while ((n > INT64_MAX || n < INT64_MIN || scale > DECIMAL_SCALE_MAX) && n % 10 == 0 && scale > DECIMAL_SCALE_MIN) {
        n /= 10;
        scale--;
    }
    if (n > INT64_MAX || n < INT64_MIN || scale > DECIMAL_SCALE_MAX) return false;
    *out = (struct decimal){(int64_t)n, (int8_t)scale};
    return true;
}

bool wide_div(struct decimal *out, const struct wide *a, const struct wide *b, int scale)
{
    wide_int top = a->n, bottom = b->n;
    int digits = scale + b->scale - a->scale; /* a.n / b.n x 10^digits is the result in units of its last place */
    if (a->bad || b->bad || bottom == 0) return false;
    if (!lift(&top, digits) || !lift(&bottom, -digits)) return false;
    bool negative = (top < 0) != (bottom < 0);
    if (top < 0) top = -top;
    if (bottom < 0) bottom = -bottom;
    wide_int n = top / bottom, rest = top % bottom;
    if (rest >= bottom - rest) n++;
    if (negative) n = -n;
    if (n > INT64_MAX || n < INT64_MIN) return false;
    *out = (struct decimal){(int64_t)n, (int8_t)scale};
    return true;
}
