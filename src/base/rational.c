/* SPDX-License-Identifier: Apache-2.0
 *
 * rational: see rational.h. Factors are taken out before products are made, not after, so that an intermediate
 * number is no larger than the result.
 *
 * Invariants:
 *   1. den > 0 and gcd(|num|, den) = 1, so equal values have equal parts.
 *   2. Neither part is the least 128-bit number, so each can be negated.
 */
#include "rational.h"

__extension__ typedef unsigned __int128 rational_bits;
#define WIDE_MAX ((rational_int)(~(rational_bits)0 >> 1))

static rational_int size_of(rational_int n)
{
    return n < 0 ? -n : n;
}

static rational_int common(rational_int a, rational_int b)
{
    while (b) {
        rational_int r = a % b;
        a = b;
        b = r;
    }
    return a;
}

static bool product(rational_int *out, rational_int a, rational_int b)
{
    return !__builtin_mul_overflow(a, b, out) && *out != -WIDE_MAX - 1;
}

bool rational_make(struct rational *out, rational_int num, rational_int den)
{
    if (den == 0 || num == -WIDE_MAX - 1 || den == -WIDE_MAX - 1) return false;
    rational_int g = common(size_of(num), size_of(den));
    *out = (struct rational){num / g, den / g};
    if (out->den < 0) *out = (struct rational){-out->num, -out->den};
    return true;
}

/* 10^n; false when it does not fit. */
static bool power_of_ten(rational_int *out, int n)
{
    *out = 1;
    while (n-- > 0)
        if (!product(out, *out, 10)) return false;
    return true;
}

bool rational_of_decimal(struct rational *out, struct decimal d)
{
    rational_int p, n = d.coefficient;
    if (!power_of_ten(&p, d.scale < 0 ? -d.scale : d.scale)) return false;
    if (d.scale >= 0) return rational_make(out, n, p);
    return product(&n, n, p) && rational_make(out, n, 1);
}

bool rational_mul(struct rational *out, struct rational a, struct rational b)
{
    rational_int g = common(size_of(a.num), b.den), h = common(size_of(b.num), a.den), num, den;
    if (!product(&num, a.num / g, b.num / h) || !product(&den, a.den / h, b.den / g)) return false;
    *out = (struct rational){num, den};
    return true;
}

bool rational_div(struct rational *out, struct rational a, struct rational b)
{
    struct rational turned = {b.den, b.num};
    if (b.num == 0) return false;
    if (turned.den < 0) turned = (struct rational){-turned.num, -turned.den};
    return rational_mul(out, a, turned);
}

bool rational_add(struct rational *out, struct rational a, struct rational b)
{
    rational_int g = common(a.den, b.den), x, y, sum, den;
    if (!product(&x, a.num, b.den / g) || !product(&y, b.num, a.den / g) || !product(&den, a.den, b.den / g))
        return false;
    return !__builtin_add_overflow(x, y, &sum) && rational_make(out, sum, den);
}

struct rational rational_neg(struct rational r)
{
    return (struct rational){-r.num, r.den};
}

bool rational_sub(struct rational *out, struct rational a, struct rational b)
{
    return rational_add(out, a, rational_neg(b));
}

int rational_sign(struct rational r)
{
    return (r.num > 0) - (r.num < 0);
}

/* Whole parts are compared; where they are equal, the rests turned over, the other way round: as Euclid does. */
int rational_cmp(struct rational a, struct rational b)
{
    int sign = rational_sign(a), way = 1;
    if (sign != rational_sign(b) || sign == 0) return (sign > rational_sign(b)) - (sign < rational_sign(b));
    if (sign < 0) {
        struct rational t = rational_neg(a);
        a = rational_neg(b);
        b = t;
    }
    for (;;) {
        rational_int p = a.num / a.den, q = b.num / b.den;
        if (p != q) return p > q ? way : -way;
        rational_int r = a.num % a.den, s = b.num % b.den;
        if (r == 0 || s == 0) return r == s ? 0 : (r > s ? way : -way);
        a = (struct rational){a.den, r};
        b = (struct rational){b.den, s};
        way = -way;
    }
}

static bool fit(struct decimal *out, rational_int n, int scale)
{
    if (scale < DECIMAL_SCALE_MIN || scale > DECIMAL_SCALE_MAX || n > INT64_MAX || n < -INT64_MAX) return false;
    *out = (struct decimal){(int64_t)n, (int8_t)scale};
    return true;
}

bool rational_round(struct decimal *out, struct rational r, int scale)
{
    rational_int whole = size_of(r.num) / r.den, rest = size_of(r.num) % r.den, p;
    for (int i = 0; i < scale; i++) { /* one digit more at a time */
        rational_int digit = 0;
        if (!product(&rest, rest, 10)) return false;
        digit = rest / r.den;
        rest %= r.den;
        if (!product(&whole, whole, 10) || whole > WIDE_MAX - digit) return false;
        whole += digit;
    }
    if (scale < 0) {
        if (!power_of_ten(&p, -scale)) return false;
        rational_int left = whole % p; /* the rest behind it cannot lift it over a half that it does not reach */
        whole = whole / p + (left >= p - left);
    } else {
        whole += rest >= r.den - rest;
    }
    return fit(out, r.num < 0 ? -whole : whole, scale);
}

bool rational_exact(struct decimal *out, struct rational r)
{
    rational_int den = r.den;
    int twos = 0, fives = 0;
    for (; den % 2 == 0; den /= 2) twos++;
    for (; den % 5 == 0; den /= 5) fives++;
    return den == 1 && rational_round(out, r, twos > fives ? twos : fives);
}
