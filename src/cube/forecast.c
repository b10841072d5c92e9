/* SPDX-License-Identifier: Apache-2.0
 *
 * forecast: see forecast.h. A product of two numbers of the record fits in 128 bits, one of three does not, so sums and
 * products are exact, and the two extreme years are found by products (whole x other window); only their results, with
 * GUARD digits more than are shown, are rounded, outwards, before the ends are moved out.
 */
#include "forecast.h"

#include "wide.h"

enum { GUARD = 3, PER_CENT_DIGITS = 2 };

/* --- digits */

static int digits_of(int64_t n)
{
    int count = 0;
    for (; n; n /= 10) count++;
    return count;
}

/* The scale at which d has no more than FORECAST_DIGITS digits, and at most `finest`. */
static int shown_scale(struct decimal d, int finest)
{
    int over = digits_of(d.coefficient) - FORECAST_DIGITS;
    int scale = d.scale - (over > 0 ? over : 0);
    return scale < finest ? scale : finest;
}

static bool rescale(struct decimal *d, int scale, enum rounding how)
{
    if (scale < DECIMAL_SCALE_MIN) scale = DECIMAL_SCALE_MIN;
    return decimal_rescale(d, *d, scale, how);
}

/* top / bottom (more than 0) to `scale` digits. */
static bool divide(struct decimal *out, const struct wide *top, const struct wide *bottom, int scale, enum rounding how)
{
    struct wide rest = wide_zero(); /* of out x bottom over top */
    wide_int product;
    if (!wide_div(out, top, bottom, scale)) return false;
    if (how == ROUND_HALF_UP) return true;
    if (__builtin_mul_overflow(bottom->n, (wide_int)out->coefficient, &product)) return false;
    wide_add(&rest, product, out->scale + bottom->scale);
    wide_add(&rest, -top->n, top->scale);
    out->coefficient += how == ROUND_UP ? rest.n < 0 : -(rest.n > 0);
    return !rest.bad;
}

/* --- one forecast */

/* window x whole / its window, with GUARD digits more than `scale`. */
static bool by_year(struct decimal *out, struct decimal window, const struct forecast_year *y, int scale,
                    enum rounding how)
{
    struct wide top = wide_zero(), bottom = wide_zero();
    wide_add_product(&top, window, y->whole);
    wide_add(&bottom, y->window.coefficient, y->window.scale);
    return divide(out, &top, &bottom, scale + GUARD, how);
}

/* Whether a grew more from its window to its end than b. */
static bool grew_more(const struct forecast_year *a, const struct forecast_year *b)
{
    struct wide d = wide_zero();
    wide_add_product(&d, a->whole, b->window);
    wide_add_product(&d, decimal_neg(b->whole), a->window);
    return !d.bad && d.n > 0;
}

static bool falls_back(const struct forecast_year *past, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (decimal_cmp(past[i].whole, past[i].window) < 0) return true;
    return false;
}

/* end + (end - other) / (count - 1), rounded to `scale` as told. */
static bool move_out(struct decimal *out, struct decimal end, struct decimal other, size_t count, int scale,
                     enum rounding how)
{
    struct decimal distance, step;
    return decimal_sub(&distance, end, other) &&
           decimal_div(&step, distance, DECIMAL_INT((int64_t)count - 1), distance.scale, how) &&
           decimal_add(out, end, step) && rescale(out, scale, how);
}

static bool make_interval(struct forecast *out, struct decimal window, const struct forecast_year *past, size_t count,
                          int scale)
{
    const struct forecast_year *most = past, *least = past;
    struct decimal low, high;
    for (size_t i = 1; i < count; i++) {
        if (grew_more(&past[i], most)) most = &past[i];
        if (grew_more(least, &past[i])) least = &past[i];
    }
    if (!by_year(&low, window, least, scale, ROUND_DOWN) || !by_year(&high, window, most, scale, ROUND_UP))
        return false;
    if (!move_out(&out->low, low, high, count, scale, ROUND_DOWN) ||
        !move_out(&out->high, high, low, count, scale, ROUND_UP))
        return false;
    struct decimal least_possible = falls_back(past, count) ? DECIMAL_INT(0) : window;
    if (decimal_cmp(out->low, least_possible) < 0) out->low = least_possible;
    out->has_interval = true;
    return true;
}

bool forecast_make(struct forecast *out, struct decimal window, const struct forecast_year *past, size_t count)
{
    struct wide whole = wide_zero(), windows = wide_zero(), hundred = wide_zero(), product = wide_zero();
    *out = (struct forecast){0};
    if (count == 0) return true;
    for (size_t i = 0; i < count; i++) {
        wide_add(&whole, past[i].whole.coefficient, past[i].whole.scale);
        wide_add(&windows, past[i].window.coefficient, past[i].window.scale);
        wide_add_product(&product, past[i].whole, window);
        wide_add_product(&hundred, past[i].window, DECIMAL_INT(100));
    }
    if (!wide_div(&out->share, &hundred, &whole, PER_CENT_DIGITS)) return false;
    if (!wide_div(&out->value, &product, &windows, window.scale)) return false;
    int scale = shown_scale(out->value, window.scale);
    if (scale < DECIMAL_SCALE_MIN) scale = DECIMAL_SCALE_MIN;
    if (!wide_div(&out->value, &product, &windows, scale)) return false;
    out->years = count;
    return count < 2 || make_interval(out, window, past, count, scale);
}

/* --- what it would have said */

static bool test_year(struct forecast_test *t, const struct forecast_year *past, size_t count, int span)
{
    size_t n = 0;
    while (n + 1 < count && past[0].year - past[n + 1].year <= span) n++;
    t->year = past[0];
    if (!forecast_make(&t->said, past[0].window, past + 1, n)) return false;
    if (n == 0) return true;
    struct wide top = wide_zero(), bottom = wide_zero();
    wide_add_product(&top, t->said.value, DECIMAL_INT(100));
    wide_add_product(&top, past[0].whole, DECIMAL_INT(-100));
    wide_add(&bottom, past[0].whole.coefficient, past[0].whole.scale);
    t->held = t->said.has_interval && decimal_cmp(t->said.low, past[0].whole) <= 0 &&
              decimal_cmp(past[0].whole, t->said.high) <= 0;
    return wide_div(&t->error, &top, &bottom, PER_CENT_DIGITS);
}

bool forecast_test(struct forecast_tests *out, struct arena *a, const struct forecast_year *past, size_t count,
                   int span)
{
    struct decimal sum = {0, PER_CENT_DIGITS};
    *out = (struct forecast_tests){0};
    for (size_t i = 0; i < count; i++) {
        struct forecast_test t = {0};
        if (!test_year(&t, past + i, count - i, span)) return false;
        *vec_push(a, out) = t;
        if (!t.said.years) continue;
        out->told++;
        out->with_interval += t.said.has_interval;
        out->held += t.held;
        if (!decimal_add(&sum, sum, decimal_sign(t.error) < 0 ? decimal_neg(t.error) : t.error)) return false;
    }
    return !out->told || decimal_div(&out->error, sum, DECIMAL_INT((int64_t)out->told), 1, ROUND_HALF_UP);
}

/* --- months */

struct year_months year_months_to(int month, int day, int days_in_month)
{
    int parts = day == days_in_month ? 1 : days_in_month;
    int gone = parts == 1 ? month : (month - 1) * parts + day;
    return (struct year_months){.gone = gone, .left = 12 * parts - gone, .parts = parts};
}

bool per_month(struct decimal *out, struct decimal n, int parts, int of, bool up)
{
    struct wide top = wide_zero(), bottom = wide_zero();
    if (parts <= 0) return false;
    wide_add_product(&top, n, DECIMAL_INT(of));
    wide_add(&bottom, parts, 0);
    int finest = n.scale >= 0 ? n.scale + 1 : n.scale + GUARD;
    if (!wide_div(out, &top, &bottom, finest + GUARD)) return false;
    int scale = shown_scale(*out, finest);
    if (scale < DECIMAL_SCALE_MIN) scale = DECIMAL_SCALE_MIN;
    enum rounding away = decimal_sign(n) < 0 ? ROUND_DOWN : ROUND_UP;
    if (!divide(out, &top, &bottom, scale, up ? away : ROUND_HALF_UP)) return false;
    while (out->coefficient && out->coefficient % 10 == 0 && out->scale > DECIMAL_SCALE_MIN) {
        out->coefficient /= 10;
        out->scale--;
    }
    if (!out->coefficient) *out = DECIMAL_INT(0);
    return true;
}
