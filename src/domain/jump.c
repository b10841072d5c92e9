/* SPDX-License-Identifier: Apache-2.0
 *
 * jump: see jump.h. The median and the median absolute deviation are not moved by one odd year among the earlier ones,
 * which a mean and a standard deviation would be. Growth is taken between years that follow each other only.
 *
 * What it does not do: seasons (a figure is held against the same time of other years, so there are none), trends of
 * more than a year, rates and scores.
 */
#include "jump.h"

#include "jump_private.h"
#include "range.h"

#include <stdlib.h>

enum {
    GROWTH_DIGITS = 4,    /* of now / base: hundredths of a per cent */
    SLIP_YEARS = 5,       /* whose median a slip is held against */
    SLIP_LEAST_TIMES = 20 /* a slip needs a larger figure than a jump: 3 and 3.000 are not yet two units of measure */
};

bool jump_rule_of(struct jump_rule *out, const struct indicator *i)
{
    for (size_t k = 0; k < jump_rows_count; k++) {
        const struct jump_row *row = &jump_rows[k];
        if (!indicator_selected(i, row->who)) continue;
        *out = (struct jump_rule){row->ratio, row->least, row->points, row->spread, row->floor};
        return true;
    }
    return false;
}

static int by_value(const void *a, const void *b)
{
    return decimal_cmp(*(const struct decimal *)a, *(const struct decimal *)b);
}

/* The middle one; of two the lower. */
static struct decimal median_of(struct decimal *values, size_t n)
{
    qsort(values, n, sizeof *values, by_value);
    return values[(n - 1) / 2];
}

static struct decimal larger(struct decimal a, struct decimal b)
{
    return decimal_cmp(a, b) > 0 ? a : b;
}

static struct decimal smaller(struct decimal a, struct decimal b)
{
    return decimal_cmp(a, b) > 0 ? b : a;
}

int jump_slip(const struct jump_rule *rule, struct decimal now, struct decimal reference)
{
    static const struct {
        int64_t low, high;
        int power;
    } SLIPS[] = {{400, 2500, 3}, {400000, 2500000, 6}, {400000000, 2500000000, 9}};
    struct decimal times, high = larger(now, reference), low = smaller(now, reference);
    if (decimal_sign(low) <= 0 || decimal_cmp(high, DECIMAL_INT(rule->least * SLIP_LEAST_TIMES)) < 0) return 0;
    if (!decimal_div(&times, high, low, 0, ROUND_HALF_UP)) return 0;
    for (size_t i = 0; i < sizeof SLIPS / sizeof *SLIPS; i++)
        if (times.coefficient >= SLIPS[i].low && times.coefficient <= SLIPS[i].high)
            return decimal_cmp(now, reference) > 0 ? SLIPS[i].power : -SLIPS[i].power;
    return 0;
}

/* now / base - 1 as whole hundredths of a per cent. */
static bool growth_of(struct decimal *out, struct decimal now, struct decimal base)
{
    struct decimal more;
    return decimal_sign(base) > 0 && decimal_sub(&more, now, base) &&
           decimal_div(out, more, base, GROWTH_DIGITS, ROUND_HALF_UP);
}

static struct decimal percent(struct decimal growth)
{
    return (struct decimal){growth.coefficient, (int8_t)(GROWTH_DIGITS - 2)};
}

static struct decimal size_of(struct decimal d)
{
    return decimal_sign(d) < 0 ? decimal_neg(d) : d;
}

/* Whether growth is too far from the earlier ones; *told: there were enough of them to say. */
static bool is_far(struct jump *out, bool *told, const struct jump_rule *rule, const struct jump_past *past,
                   size_t count, struct decimal growth)
{
    struct decimal growths[JUMP_YEARS], away[JUMP_YEARS], far, limit;
    size_t n = 0;
    for (size_t i = 1; i < count; i++)
        if (past[i].year == past[i - 1].year + 1 && growth_of(&growths[n], past[i].value, past[i - 1].value)) n++;
    *told = n >= (size_t)rule->points;
    if (!*told) return false;
    struct decimal median = median_of(growths, n);
    for (size_t i = 0; i < n; i++) {
        if (!decimal_sub(&away[i], growths[i], median)) return false;
        away[i] = size_of(away[i]);
    }
    struct decimal floor = {rule->floor * 100, GROWTH_DIGITS};
    struct decimal usual = larger(median_of(away, n), floor);
    *out = (struct jump){
        .kind = JUMP_SPREAD, .growth = percent(growth), .median = percent(median), .away = percent(usual), .points = n};
    return decimal_sub(&far, growth, median) && decimal_mul(&limit, usual, DECIMAL_INT(rule->spread)) &&
           decimal_cmp(size_of(far), limit) > 0;
}

static bool is_many_times(const struct jump_rule *rule, struct decimal now, struct decimal base)
{
    struct decimal most;
    if (decimal_sign(base) < 0 || decimal_sign(now) < 0) return false;
    return decimal_mul(&most, smaller(now, base), DECIMAL_INT(rule->ratio)) && decimal_cmp(larger(now, base), most) > 0;
}

struct jump jump_judge(const struct jump_rule *rule, const struct jump_past *past, size_t count, int year,
                       struct decimal now)
{
    struct jump out = {.kind = JUMP_NONE};
    struct decimal last[SLIP_YEARS], growth;
    bool told = false;
    if (count > JUMP_YEARS) {
        past += count - JUMP_YEARS;
        count = JUMP_YEARS;
    }
    if (count == 0) return out;
    size_t n = count < SLIP_YEARS ? count : SLIP_YEARS;
    for (size_t i = 0; i < n; i++) last[i] = past[count - n + i].value;
    struct decimal usual = median_of(last, n), base = past[count - 1].value;
    int power = jump_slip(rule, now, usual);
    if (power) return (struct jump){.kind = JUMP_SLIP, .base = usual, .power = power};
    if (past[count - 1].year != year - 1 || decimal_cmp(larger(now, base), DECIMAL_INT(rule->least)) < 0) return out;
    if (growth_of(&growth, now, base)) {
        struct jump far = {.kind = JUMP_NONE};
        if (is_far(&far, &told, rule, past, count, growth)) {
            far.base = base;
            return far;
        }
    }
    if (!told && is_many_times(rule, now, base)) return (struct jump){.kind = JUMP_RATIO, .base = base};
    return out;
}
