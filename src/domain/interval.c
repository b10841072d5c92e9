/* SPDX-License-Identifier: Apache-2.0
 *
 * interval: see interval.h.
 *
 * An end is reckoned as a 128-bit whole number and a scale, then brought back to 18 digits by `pack`, which rounds
 * towards the side it is told. A quotient is made from a numerator lengthened by 19 digits: 10^18 x 10^19 still fits in
 * 127 bits, and the quotient of two 18-digit numbers then has at least 19 digits, so packing loses nothing that was
 * there.
 *
 * Invariants:
 *  1. lo <= hi unless an end is free; an interval is never empty (interval_meet says so by its result).
 *  2. Every result holds all that the exact result holds. Only the 18th digit may be wider.
 *  3. Openness is kept where it is known; a rounded end is closed, which is wider.
 *
 * What it does not do: signed products. Reports multiply values with percentages, neither of which is negative; growth
 * enters as 100 + g. A product with a negative number in it is the whole line: nothing can be concluded from it.
 */
#include "interval.h"

#include "buf.h"

__extension__ typedef __int128 wide;

enum { SHOWN_DIGITS = 6 };

static const int64_t PACKED_MAX = 1000000000000000000; /* 10^18 */

struct end {
    struct decimal at;
    bool open, free;
};

static struct end low_of(struct interval i)
{
    return (struct end){i.lo, i.lo_open, i.lo_free};
}

static struct end high_of(struct interval i)
{
    return (struct end){i.hi, i.hi_open, i.hi_free};
}

static struct interval of_ends(struct end lo, struct end hi)
{
    return (struct interval){lo.free ? DECIMAL_INT(0) : lo.at,
                             hi.free ? DECIMAL_INT(0) : hi.at,
                             !lo.free && lo.open,
                             !hi.free && hi.open,
                             lo.free,
                             hi.free};
}

/* n x 10^-scale as an end, rounded outwards (up or down); free when it cannot be held. */
static struct end pack(wide n, int scale, bool up, bool open)
{
    while (n > PACKED_MAX || n < -PACKED_MAX || scale > DECIMAL_SCALE_MAX) {
        wide q = n / 10, r = n % 10;
        if (r != 0) {
            if (up && r > 0) q++;
            if (!up && r < 0) q--;
            open = false;
        }
        n = q;
        scale--;
    }
    if (n == 0) scale = 0;
    for (; scale < DECIMAL_SCALE_MIN; scale++)
        if (__builtin_mul_overflow(n, 10, &n) || n > PACKED_MAX || n < -PACKED_MAX) return (struct end){.free = true};
    return (struct end){{(int64_t)n, (int8_t)scale}, open, false};
}

/* n x 10^power; power is at most 19 where it is called. */
static wide lengthen(wide n, int power)
{
    while (power-- > 0) n *= 10;
    return n;
}

static struct end end_add(struct end a, struct end b, bool up)
{
    if (a.free || b.free) return (struct end){.free = true};
    wide x = a.at.coefficient, y = b.at.coefficient;
    int scale = a.at.scale > b.at.scale ? a.at.scale : b.at.scale;
    int far_a = scale - a.at.scale, far_b = scale - b.at.scale;
    if (far_a > 19 || far_b > 19) return (struct end){.free = true};
    return pack(lengthen(x, far_a) + lengthen(y, far_b), scale, up, a.open || b.open);
}

static struct end end_mul(struct end a, struct end b, bool up)
{
    bool zero = (!a.free && a.at.coefficient == 0) || (!b.free && b.at.coefficient == 0);
    if (zero) return (struct end){.at = DECIMAL_INT(0)};
    if (a.free || b.free) return (struct end){.free = true};
    return pack((wide)a.at.coefficient * b.at.coefficient, a.at.scale + b.at.scale, up, a.open || b.open);
}

/* Both at or above 0, b above 0. */
static struct end end_div(struct end a, struct end b, bool up)
{
    wide n = lengthen(a.at.coefficient, 19), by = b.at.coefficient;
    wide q = n / by;
    bool rest = n % by != 0;
    if (rest && up) q++;
    return pack(q, a.at.scale + 19 - b.at.scale, up, (a.open || b.open) && !rest);
}

struct interval interval_all(void)
{
    return (struct interval){.lo_free = true, .hi_free = true};
}

struct interval interval_point(struct decimal d)
{
    return (struct interval){.lo = d, .hi = d};
}

struct interval interval_between(struct decimal lo, struct decimal hi)
{
    return (struct interval){.lo = lo, .hi = hi};
}

/* The number without the zeros at its end, at least two digits left; false when fewer than ROUND_ZEROS would go. */
static bool without_zeros(struct decimal *d)
{
    int dropped = 0;
    struct decimal r = *d;
    while (r.coefficient % 10 == 0 && (r.coefficient >= 1000 || r.coefficient <= -1000) &&
           r.scale > DECIMAL_SCALE_MIN) {
        r.coefficient /= 10;
        r.scale--;
        dropped++;
    }
    if (r.coefficient % 10 == 0 && (r.coefficient >= 100 || r.coefficient <= -100) && r.scale > DECIMAL_SCALE_MIN) {
        r.coefficient /= 10;
        r.scale--;
        dropped++;
    }
    *d = r;
    return dropped >= ROUND_ZEROS;
}

struct interval interval_printed(struct decimal d, bool exact, enum printing how)
{
    if (how == PRINTED_ROUND_NUMBER) {
        struct decimal round = d;
        if (without_zeros(&round)) return interval_printed(round, false, PRINTED_LAST_PLACE);
    }
    if (exact || how == PRINTED_EXACT) return interval_point(d);
    struct end at = {.at = d};
    struct end half = {.at = decimal_half_unit(d)}, unit = {.at = {1, d.scale}};
    struct end minus_half = {.at = decimal_neg(half.at)}, minus_unit = {.at = decimal_neg(unit.at)};
    struct interval out = of_ends(end_add(at, minus_half, false), end_add(at, half, true));
    bool negative = d.coefficient < 0;
    if (how >= PRINTED_CUT) {
        if (negative) {
            out.lo = end_add(at, minus_unit, false).at;
            out.lo_open = true;
        } else {
            out.hi = end_add(at, unit, true).at;
            out.hi_open = true;
        }
    }
    if (how >= PRINTED_LAST_PLACE) {
        if (negative) {
            out.hi = end_add(at, unit, true).at;
            out.hi_open = true;
        } else {
            out.lo = end_add(at, minus_unit, false).at;
            out.lo_open = true;
        }
    }
    return out;
}

struct interval interval_bound(struct interval i, struct decimal printed, enum figure_bound bound)
{
    bool negative = decimal_sign(printed) < 0;
    struct decimal tenth = decimal_sign(printed) < 0 ? decimal_neg(printed) : printed;
    struct end zero = {.at = DECIMAL_INT(0)};
    switch (bound) {
    case BOUND_EXACT:
    case BOUND_COUNT: return i;
    case BOUND_OVER:
        if (negative)
            i.lo_free = true;
        else
            i.hi_free = true;
        return i;
    case BOUND_UNDER: return negative ? of_ends(low_of(i), zero) : of_ends(zero, high_of(i));
    case BOUND_ABOUT:
        if (!decimal_shift(&tenth, tenth, -1)) return interval_all();
        return of_ends(end_add(low_of(i), (struct end){.at = decimal_neg(tenth)}, false),
                       end_add(high_of(i), (struct end){.at = tenth}, true));
    }
    return i;
}

struct interval interval_add(struct interval a, struct interval b)
{
    return of_ends(end_add(low_of(a), low_of(b), false), end_add(high_of(a), high_of(b), true));
}

struct interval interval_sub(struct interval a, struct interval b)
{
    struct end lo = high_of(b), hi = low_of(b);
    lo.at = decimal_neg(lo.at);
    hi.at = decimal_neg(hi.at);
    return of_ends(end_add(low_of(a), lo, false), end_add(high_of(a), hi, true));
}

static bool not_negative(struct interval i)
{
    return !i.lo_free && i.lo.coefficient >= 0;
}

struct interval interval_mul(struct interval a, struct interval b)
{
    if (!not_negative(a) || !not_negative(b)) return interval_all();
    struct end hi = end_mul(high_of(a), high_of(b), true);
    if ((a.hi_free && (b.hi_free || b.hi.coefficient)) || (b.hi_free && a.hi.coefficient)) hi.free = true;
    return of_ends(end_mul(low_of(a), low_of(b), false), hi);
}

struct interval interval_div(struct interval a, struct interval b)
{
    if (!not_negative(a) || !not_negative(b)) return interval_all();
    struct end lo = {.at = DECIMAL_INT(0)}, hi = {.free = true};
    if (!b.hi_free && b.hi.coefficient > 0) lo = end_div(low_of(a), high_of(b), false);
    if (!a.hi_free && b.lo.coefficient > 0) hi = end_div(high_of(a), low_of(b), true);
    if (lo.free) lo = (struct end){.at = DECIMAL_INT(0)};
    return of_ends(lo, hi);
}

struct interval interval_shift(struct interval a, int n)
{
    struct end lo = low_of(a), hi = high_of(a);
    if (!lo.free) lo = pack(lo.at.coefficient, lo.at.scale - n, false, lo.open);
    if (!hi.free) hi = pack(hi.at.coefficient, hi.at.scale - n, true, hi.open);
    return of_ends(lo, hi);
}

struct interval interval_hull(struct interval a, struct interval b)
{
    struct end la = low_of(a), lb = low_of(b), ha = high_of(a), hb = high_of(b);
    int lo = decimal_cmp(la.at, lb.at), hi = decimal_cmp(ha.at, hb.at);
    struct end l = lo < 0 || (lo == 0 && !la.open) ? la : lb, h = hi > 0 || (hi == 0 && !ha.open) ? ha : hb;
    l.free = la.free || lb.free;
    h.free = ha.free || hb.free;
    return of_ends(l, h);
}

/* Something lies between a lower and an upper end. */
static bool in_order(struct end lo, struct end hi)
{
    if (lo.free || hi.free) return true;
    int order = decimal_cmp(lo.at, hi.at);
    return order < 0 || (order == 0 && !lo.open && !hi.open);
}

bool interval_meet(struct interval *out, struct interval a, struct interval b)
{
    struct end la = low_of(a), lb = low_of(b), ha = high_of(a), hb = high_of(b);
    struct end lo = la, hi = ha;
    if (!lb.free && (la.free || decimal_cmp(lb.at, la.at) > 0 || (decimal_eq(lb.at, la.at) && lb.open))) lo = lb;
    if (!hb.free && (ha.free || decimal_cmp(hb.at, ha.at) < 0 || (decimal_eq(hb.at, ha.at) && hb.open))) hi = hb;
    if (!in_order(lo, hi)) return false;
    *out = of_ends(lo, hi);
    return true;
}

bool interval_meets(struct interval a, struct interval b)
{
    struct interval both;
    return interval_meet(&both, a, b);
}

bool interval_holds(struct interval i, struct decimal d)
{
    return interval_meets(i, interval_point(d));
}

bool interval_below(struct interval a, struct interval b)
{
    if (a.hi_free || b.lo_free) return false;
    return !in_order(low_of(b), high_of(a));
}

bool interval_finite(struct interval i)
{
    return !i.lo_free && !i.hi_free;
}

bool interval_first_whole(int64_t *out, struct interval i)
{
    struct decimal whole;
    if (i.lo_free || !decimal_rescale(&whole, i.lo, 0, ROUND_UP)) return false;
    if (i.lo_open && decimal_eq(whole, i.lo)) {
        if (whole.coefficient == INT64_MAX) return false;
        whole.coefficient++;
    }
    if (!interval_holds(i, whole)) return false;
    *out = whole.coefficient;
    return true;
}

/* The place where a width has so many digits: of 21,3 two digits end at place 0, of 1,6 at 1, of 160 at -1. */
static int place_of(struct decimal width, int wanted, int most)
{
    int digits = 0;
    for (int64_t n = width.coefficient; n > 0; n /= 10) digits++;
    int place = width.scale - (digits - wanted);
    return place > most ? most : place;
}

/* For showing only: to the nearest at a place, written out to whole numbers when the place is above them. */
static struct decimal nearest(struct decimal d, int place)
{
    struct decimal out;
    if (d.scale <= place) return d;
    if (!decimal_rescale(&out, d, place, ROUND_HALF_UP)) return d;
    return decimal_trim(out);
}

/* Distance of the ends; false when it is not finite or has none. */
static bool width_of(struct decimal *out, struct interval i)
{
    struct interval width = interval_sub(interval_point(i.hi), interval_point(i.lo));
    *out = width.hi;
    return interval_finite(i) && interval_finite(width) && width.hi.coefficient > 0;
}

bool interval_shown(struct decimal *lo, struct decimal *hi, struct interval i, int most)
{
    struct decimal width;
    *lo = i.lo;
    *hi = i.hi;
    if (!width_of(&width, i)) return interval_finite(i);
    int place = place_of(width, 2, most);
    if (place < 0) place = place_of(width, 3, most); /* 10.810 - 11.005, not 10.810 - 11.000 */
    *lo = nearest(i.lo, place);
    *hi = nearest(i.hi, place);
    return true;
}

/* The place of the sixth digit: 2 for 1234,5678; never above the point. */
static int sixth_digit(struct decimal d, int most)
{
    int digits = 0;
    for (int64_t n = d.coefficient < 0 ? -d.coefficient : d.coefficient; n > 0; n /= 10) digits++;
    int place = d.scale - (digits - SHOWN_DIGITS);
    if (place < 0) place = 0;
    return place > most ? most : place;
}

struct decimal interval_round(struct decimal d, struct interval i, int most)
{
    struct decimal width;
    int place = sixth_digit(d, most);
    if (width_of(&width, i)) {
        int third = place_of(width, 3, most);
        if (third < place) place = third < 0 ? 0 : third;
    }
    return nearest(d, place);
}

void interval_write(struct buf *b, struct interval i, int most)
{
    struct decimal lo = i.lo, hi = i.hi;
    if (interval_shown(&lo, &hi, i, most)) {
        decimal_write_short(b, lo);
        if (decimal_eq(lo, hi)) return;
        buf_put(b, STR(".."));
        decimal_write_short(b, hi);
        return;
    }
    if (!i.lo_free) decimal_write_short(b, nearest(lo, sixth_digit(lo, most)));
    buf_put(b, STR(".."));
    if (!i.hi_free) decimal_write_short(b, nearest(hi, sixth_digit(hi, most)));
}
