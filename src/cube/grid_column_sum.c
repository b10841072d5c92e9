/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_column_sum: adding up a run of a column, and counting what lies between two ends: the loops that read most of
 * the memory. They are plain loops over arrays of one width, which the compiler turns into vector code; a column of
 * one scale is added as whole numbers and scaled once.
 *
 * A column knows its largest number. Where that many of it fit in 64 bits the sum is a plain one; else it is kept in
 * two halves, so that no step can overflow: with u = v + 2^63 as an unsigned number, the low and the high 32 bits are
 * added apart, and 2^63 for each is taken off at the end.
 */
#include "grid_column.h"

static wide_int sum_narrow(const int32_t *v, uint32_t count)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) sum += v[i];
    return sum;
}

static wide_int halves(uint64_t low, uint64_t high, uint64_t count)
{
    return ((wide_int)high << 32) + (wide_int)low - ((wide_int)count << 63);
}

static bool sums_fit(const struct grid_column *c, uint32_t count)
{
    return c->largest <= (uint64_t)INT64_MAX / count;
}

static wide_int sum_plain(const int64_t *v, uint32_t count)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) sum += v[i];
    return sum;
}

static wide_int sum_halves(const int64_t *v, uint32_t count)
{
    uint64_t low = 0, high = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t u = (uint64_t)v[i] ^ UINT64_C(1) << 63;
        low += u & UINT32_MAX;
        high += u >> 32;
    }
    return halves(low, high, count);
}

void grid_column_sum(struct wide *sum, const struct grid_column *c, uint32_t first, uint32_t end)
{
    if (first >= end) return;
    if (c->scales) {
        for (uint32_t i = first; i < end; i++) {
            struct decimal d = grid_column_decimal(c, i);
            wide_add(sum, d.coefficient, d.scale);
        }
        return;
    }
    uint32_t count = end - first;
    const int64_t *v = (const int64_t *)c->values + first;
    wide_add(sum,
             !c->is_wide          ? sum_narrow((const int32_t *)c->values + first, count)
             : sums_fit(c, count) ? sum_plain(v, count)
                                  : sum_halves(v, count),
             c->scale);
}

static uint32_t scan_narrow(wide_int *sum, const int32_t *v, uint32_t count, int32_t low, int32_t high)
{
    int64_t total = 0;
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool in = v[i] >= low && v[i] <= high;
        found += in;
        total += in ? v[i] : 0;
    }
    *sum = total;
    return found;
}

static uint32_t scan_plain(wide_int *sum, const int64_t *v, uint32_t count, int64_t low, int64_t high)
{
    int64_t total = 0;
    uint64_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool in = v[i] >= low && v[i] <= high;
        found += in;
        total += in ? v[i] : 0;
    }
    *sum = total;
    return (uint32_t)found;
}

static uint32_t scan_halves(wide_int *sum, const int64_t *v, uint32_t count, int64_t low, int64_t high)
{
    uint64_t lows = 0, highs = 0;
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool in = v[i] >= low && v[i] <= high;
        uint64_t u = in ? (uint64_t)v[i] ^ UINT64_C(1) << 63 : 0;
        found += in;
        lows += u & UINT32_MAX;
        highs += u >> 32;
    }
    *sum = halves(lows, highs, found);
    return found;
}

bool range_holds(const struct column_range *r, struct decimal value)
{
    if (r->has_low) {
        int c = decimal_cmp(value, r->low);
        if (c < 0 || (c == 0 && r->low_open)) return false;
    }
    if (r->has_high) {
        int c = decimal_cmp(value, r->high);
        if (c > 0 || (c == 0 && r->high_open)) return false;
    }
    return true;
}

/* The least coefficient at `scale` that is not below an end (above it, when open): of 12,5 at scale 0 it is 13. False:
 * there is none. */
static bool least(int64_t *out, struct decimal end, bool open, int8_t scale)
{
    struct decimal d = end; /* of the same scale even INT64_MIN, which rescaling refuses */
    *out = INT64_MIN;
    if (scale != end.scale && !decimal_rescale(&d, end, scale, ROUND_UP)) return end.coefficient < 0;
    *out = d.coefficient;
    return !open || !decimal_eq(d, end) || !__builtin_add_overflow(*out, 1, out);
}

static bool greatest(int64_t *out, struct decimal end, bool open, int8_t scale)
{
    struct decimal d = end;
    *out = INT64_MAX;
    if (scale != end.scale && !decimal_rescale(&d, end, scale, ROUND_DOWN)) return end.coefficient > 0;
    *out = d.coefficient;
    return !open || !decimal_eq(d, end) || !__builtin_sub_overflow(*out, 1, out);
}

/* Both ends as coefficients; false when nothing can lie between them. */
static bool ends_at(int64_t *low, int64_t *high, const struct column_range *r, int8_t scale)
{
    *low = INT64_MIN;
    *high = INT64_MAX;
    if (r->has_low && !least(low, r->low, r->low_open, scale)) return false;
    if (r->has_high && !greatest(high, r->high, r->high_open, scale)) return false;
    return *low <= *high;
}

static uint32_t scan_slowly(struct wide *sum, const struct grid_column *c, uint32_t first, uint32_t end,
                            const struct column_range *r)
{
    uint32_t found = 0;
    for (uint32_t i = first; i < end; i++) {
        struct decimal d = grid_column_decimal(c, i);
        if (!range_holds(r, d)) continue;
        wide_add(sum, d.coefficient, d.scale);
        found++;
    }
    return found;
}

uint32_t grid_column_scan(struct wide *sum, const struct grid_column *c, uint32_t first, uint32_t end,
                          const struct column_range *r)
{
    int64_t low, high;
    wide_int total = 0;
    uint32_t found;
    if (first >= end) return 0;
    if (c->scales) return scan_slowly(sum, c, first, end, r);
    if (!ends_at(&low, &high, r, c->scale)) return 0;
    if (c->is_wide) {
        found = (sums_fit(c, end - first) ? scan_plain : scan_halves)(&total, (const int64_t *)c->values + first,
                                                                      end - first, low, high);
    } else {
        if (low > INT32_MAX || high < INT32_MIN) return 0;
        found = scan_narrow(&total, (const int32_t *)c->values + first, end - first,
                            (int32_t)(low < INT32_MIN ? INT32_MIN : low),
                            (int32_t)(high > INT32_MAX ? INT32_MAX : high));
    }
    if (found) wide_add(sum, total, c->scale);
    return found;
}
