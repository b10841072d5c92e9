/* SPDX-License-Identifier: Apache-2.0
 *
 * decimal: see decimal.h. All work is done in 128 bits and brought back; a result that does not fit 64 bits is refused,
 * never cut. Two numbers are compared by lining up scales in 128 bits; where even that does not fit (scales far apart)
 * the sign and the length decide.
 */
#include "decimal.h"

#include "buf.h"

__extension__ typedef __int128 wide;

static const int64_t POWER[19] = {1,
                                  10,
                                  100,
                                  1000,
                                  10000,
                                  100000,
                                  1000000,
                                  10000000,
                                  100000000,
                                  1000000000,
                                  10000000000,
                                  100000000000,
                                  1000000000000,
                                  10000000000000,
                                  100000000000000,
                                  1000000000000000,
                                  10000000000000000,
                                  100000000000000000,
                                  1000000000000000000};

static bool fit(struct decimal *out, wide n, int scale)
{
    if (scale < DECIMAL_SCALE_MIN || scale > DECIMAL_SCALE_MAX) return false;
    if (n > INT64_MAX || n < -INT64_MAX) return false;
    *out = (struct decimal){(int64_t)n, (int8_t)scale};
    return true;
}

/* As fit, and what does not fit is tried with other zeros at its end: the value stays, the printed precision goes. */
static bool fit_value(struct decimal *out, wide n, int scale)
{
    while ((scale > DECIMAL_SCALE_MAX || n > INT64_MAX || n < -INT64_MAX) && scale > DECIMAL_SCALE_MIN && n % 10 == 0) {
        n /= 10;
        scale--;
    }
    for (; scale < DECIMAL_SCALE_MIN; scale++)
        if (__builtin_mul_overflow(n, (wide)10, &n)) return false;
    return fit(out, n, scale);
}

/* n x 10^power in 128 bits; false when it does not fit. power may be up to 36. */
static bool scale_up(wide *n, int power)
{
    while (power > 0) {
        int step = power > 18 ? 18 : power;
        if (__builtin_mul_overflow(*n, (wide)POWER[step], n)) return false;
        power -= step;
    }
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool decimal_read(struct decimal *out, struct str s)
{
    struct str digits = str_starts(s, STR("-")) ? str_from(s, 1) : s;
    if (!digits.len || !is_digit(digits.ptr[0]) || !is_digit(digits.ptr[digits.len - 1])) return false;
    return decimal_read_grouped(out, s, 0, '.');
}

bool decimal_read_grouped(struct decimal *out, struct str s, char group, char point)
{
    wide n = 0;
    int scale = 0, digits = 0;
    bool negative = false, after = false;
    size_t i = 0;
    if (s.len && (s.ptr[0] == '-' || s.ptr[0] == '+')) {
        negative = s.ptr[0] == '-';
        i = 1;
    }
    for (; i < s.len; i++) {
        char c = s.ptr[i];
        if (is_digit(c)) {
            n = n * 10 + (c - '0');
            if (n > INT64_MAX) return false;
            digits++;
            if (after) scale++;
        } else if (c == point && !after) {
            after = true;
        } else if (!(group && c == group && !after && digits)) {
            return false;
        }
    }
    return digits && fit(out, negative ? -n : n, scale);
}

static void write_digits(struct buf *b, struct decimal d, bool vi)
{
    char digits[48];
    int n = 0;
    uint64_t c = d.coefficient < 0 ? 0 - (uint64_t)d.coefficient : (uint64_t)d.coefficient;
    if (c != 0)
        for (int z = d.scale; z < 0; z++) digits[n++] = '0';
    do digits[n++] = (char)('0' + c % 10);
    while (c /= 10);
    int scale = d.scale > 0 ? d.scale : 0;
    while (n <= scale) digits[n++] = '0';
    if (d.coefficient < 0) buf_char(b, '-');
    for (int i = n - 1; i >= 0; i--) {
        buf_char(b, digits[i]);
        if (i == scale && i > 0) buf_char(b, vi ? ',' : '.');
        if (vi && i > scale && (i - scale) % 3 == 0) buf_char(b, '.');
    }
}

void decimal_write(struct buf *b, struct decimal d)
{
    write_digits(b, d, false);
}

void decimal_write_short(struct buf *b, struct decimal d)
{
    write_digits(b, decimal_trim(d), false);
}

void decimal_write_vi(struct buf *b, struct decimal d)
{
    write_digits(b, d, true);
}

int decimal_sign(struct decimal d)
{
    return (d.coefficient > 0) - (d.coefficient < 0);
}

int decimal_cmp(struct decimal a, struct decimal b)
{
    wide x = a.coefficient, y = b.coefficient;
    int sa = decimal_sign(a), sb = decimal_sign(b);
    if (sa != sb || sa == 0) return (sa > sb) - (sa < sb);
    if (a.scale < b.scale) {
        if (!scale_up(&x, b.scale - a.scale)) return sa;
    } else if (!scale_up(&y, a.scale - b.scale)) {
        return -sa;
    }
    return (x > y) - (x < y);
}

bool decimal_eq(struct decimal a, struct decimal b)
{
    return decimal_cmp(a, b) == 0;
}

struct decimal decimal_neg(struct decimal d)
{
    d.coefficient = -d.coefficient;
    return d;
}

bool decimal_add(struct decimal *out, struct decimal a, struct decimal b)
{
    wide x = a.coefficient, y = b.coefficient, sum;
    int scale = a.scale > b.scale ? a.scale : b.scale;
    if (!scale_up(&x, scale - a.scale) || !scale_up(&y, scale - b.scale)) return false;
    if (__builtin_add_overflow(x, y, &sum)) return false;
    return fit_value(out, sum, scale);
}

bool decimal_sub(struct decimal *out, struct decimal a, struct decimal b)
{
    return decimal_add(out, a, decimal_neg(b));
}

bool decimal_mul(struct decimal *out, struct decimal a, struct decimal b)
{
    wide n = (wide)a.coefficient * b.coefficient;
    return fit_value(out, n, a.scale + b.scale);
}

bool decimal_shift(struct decimal *out, struct decimal d, int n)
{
    return fit(out, d.coefficient, d.scale - n);
}

/* n / by, rounded; by > 0. */
static wide divide(wide n, wide by, enum rounding how)
{
    bool narrow = n == (int64_t)n && by == (int64_t)by; /* several times faster, and most numbers are */
    wide q = narrow ? (int64_t)n / (int64_t)by : n / by, r = n - q * by;
    switch (how) {
    case ROUND_DOWN: return r < 0 ? q - 1 : q;
    case ROUND_UP: return r > 0 ? q + 1 : q;
    case ROUND_HALF_UP:
        if (r < 0) r = -r;
        return r >= by - r ? (n < 0 ? q - 1 : q + 1) : q;
    }
    return q;
}

bool decimal_div(struct decimal *out, struct decimal a, struct decimal b, int scale, enum rounding how)
{
    if (b.coefficient == 0) return false;
    wide n = a.coefficient, by = b.coefficient;
    int power = scale + b.scale - a.scale;
    if (by < 0) {
        by = -by;
        n = -n;
    }
    if (power >= 0 && !scale_up(&n, power)) return false;
    if (power < 0 && !scale_up(&by, -power)) { /* over 2^127: |a / b| is far below half a unit */
        by = 3;
        n = decimal_sign((struct decimal){a.coefficient, 0}) * decimal_sign((struct decimal){b.coefficient, 0});
    }
    return fit(out, divide(n, by, how), scale);
}

bool decimal_rescale(struct decimal *out, struct decimal d, int scale, enum rounding how)
{
    wide n = d.coefficient;
    if (scale >= d.scale) {
        if (!scale_up(&n, scale - d.scale)) return false;
        return fit(out, n, scale);
    }
    wide by = 1;
    if (!scale_up(&by, d.scale - scale)) return false;
    return fit(out, divide(n, by, how), scale);
}

struct decimal decimal_trim(struct decimal d)
{
    while (d.scale > 0 && d.coefficient % 10 == 0) {
        d.coefficient /= 10;
        d.scale--;
    }
    return d;
}

struct decimal decimal_half_unit(struct decimal d)
{
    int scale = d.scale + 1;
    if (scale > DECIMAL_SCALE_MAX) return (struct decimal){1, DECIMAL_SCALE_MAX};
    return (struct decimal){5, (int8_t)scale};
}
