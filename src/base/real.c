/* SPDX-License-Identifier: Apache-2.0
 *
 * real: see real.h. Any decimal of at most 15 significant digits is the only such decimal of its double, so it is
 * taken as it stands; only longer texts go through the double and back. Printing 15, 16 and 17 digits and reading
 * them again finds the shortest: 17 are always enough (IEEE 754). But a double holds only 15 for certain, and what was
 * reckoned carries noise behind them: 102.23 - 100 is 2.230000000000004. Where 15 digits end in zeros, these zeros are
 * believed, as Excel does. The program runs in the "C" locale, so the point of printf and scanf is '.'.
 */
#include "real.h"

enum { SAFE_DIGITS = 15, MOST_DIGITS = 17, TEXT_MOST = 40, NOISE_ZEROS = 3 };

/* digits x 10^-scale, brought into the range of decimal. */
static bool place(struct decimal *out, int64_t digits, int scale)
{
    while (digits && digits % 10 == 0 && scale > 0) {
        digits /= 10;
        scale--;
    }
    for (int dropped = 0; scale > DECIMAL_SCALE_MAX; scale--) {
        dropped = (int)(digits % 10);
        digits /= 10;
        if (scale == DECIMAL_SCALE_MAX + 1 && (dropped >= 5 || dropped <= -5)) digits += dropped > 0 ? 1 : -1;
    }
    for (; scale < 0; scale++)
        if (__builtin_mul_overflow(digits, (int64_t)10, &digits)) return false;
    *out = (struct decimal){digits, (int8_t)(digits ? scale : 0)};
    return digits != INT64_MIN;
}

/* What printf's %e writes: "-1.2345e-07". */
static bool from_printed(struct decimal *out, const char *p)
{
    int64_t digits = 0;
    int after = 0, exponent = 0;
    bool negative = *p == '-', point = false, minus;
    if (negative) p++;
    for (; *p && *p != 'e'; p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        digits = digits * 10 + (*p - '0');
        after += point;
    }
    if (*p++ != 'e') return false;
    minus = *p++ == '-';
    for (; *p; p++) exponent = exponent * 10 + (*p - '0');
    return place(out, negative ? -digits : digits, after - (minus ? -exponent : exponent));
}

/* Fifteen digits that end in zeros: what follows them is what reckoning in binary left. */
static bool is_noisy(const char *printed)
{
    const char *e = strchr(printed, 'e');
    return e && e - printed > NOISE_ZEROS && memcmp(e - NOISE_ZEROS, "0000", NOISE_ZEROS) == 0;
}

static bool to_decimal(struct decimal *out, double d)
{
    char printed[TEXT_MOST];
    if (d != d || d > 9e18 || d < -9e18) return false;
    if (d == (double)(int64_t)d && d > -1e15 && d < 1e15) {
        *out = DECIMAL_INT((int64_t)d);
        return true;
    }
    for (int digits = SAFE_DIGITS; digits <= MOST_DIGITS; digits++) {
        double again;
        snprintf(printed, sizeof printed, "%.*e", digits - 1, d);
        if (digits == SAFE_DIGITS && is_noisy(printed)) break;
        if (digits == MOST_DIGITS || (sscanf(printed, "%lf", &again) == 1 && again == d)) break;
    }
    return from_printed(out, printed);
}

bool real_of_bits(struct decimal *out, uint64_t bits)
{
    double d;
    _Static_assert(sizeof d == sizeof bits, "doubles of 64 bits");
    memcpy(&d, &bits, sizeof d);
    return to_decimal(out, d);
}

bool real_read(struct decimal *out, struct str s)
{
    char text[TEXT_MOST + 1];
    size_t digits = 0, n = 0;
    bool zero = true, exponent = false;
    double d;
    if (s.len && s.ptr[0] == '+') s = str_from(s, 1);
    if (s.len == 0 || s.len > TEXT_MOST || s.ptr[s.len - 1] < '0' || s.ptr[s.len - 1] > '9') return false;
    for (; n < s.len; n++) {
        char c = s.ptr[n];
        bool digit = c >= '0' && c <= '9';
        if (!digit && !strchr("+-.eE", c)) return false;
        exponent = exponent || c == 'e' || c == 'E';
        zero = zero && !(digit && c != '0');
        digits += digit && !zero && !exponent;
        text[n] = c;
    }
    text[n] = 0;
    if (!exponent && digits <= SAFE_DIGITS && decimal_read(out, s)) return place(out, out->coefficient, out->scale);
    int used = 0;
    return sscanf(text, "%lf%n", &d, &used) == 1 && (size_t)used == n && to_decimal(out, d);
}

struct decimal real_shown(struct decimal d)
{
    int digits = 0;
    struct decimal shown = d;
    for (int64_t n = d.coefficient; n; n /= 10) digits++;
    int over = digits - SAFE_DIGITS;
    if (over > 0 && d.scale > 0 && decimal_rescale(&shown, d, d.scale > over ? d.scale - over : 0, ROUND_HALF_UP))
        return decimal_trim(shown);
    return decimal_trim(d);
}
