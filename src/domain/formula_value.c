/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_value: a formula with its numbers put in. Each step is done three times over: on the exact fraction, on the
 * interval of what the printed numbers can have been (interval.h), and on the bound that words set ("hơn", "gần").
 *
 * What goes wrong in a step goes through to the end with the place where it happened; only "tỷ lệ" takes a
 * denominator 0 for an answer.
 *
 * Bounds are kept as directions on the line of numbers here: "giảm hơn 11 %" is -11 or less. Two that work against each
 * other leave nothing to say ("hơn" minus "hơn").
 */
#include "formula_private.h"

struct str formula_why_reason(enum formula_why why)
{
    static const struct str REASONS[] = {
        STR_INIT(""),
        STR_INIT("thiếu số liệu"),
        STR_INIT("mẫu số bằng 0"),
        STR_INIT("các số chỉ nêu «hơn», «gần» không đủ để tính"),
        STR_INIT("số quá lớn"),
        STR_INIT("chỉ tiêu này không tính cho kỳ như vậy"),
    };
    _Static_assert(sizeof REASONS / sizeof *REASONS == FORMULA_WHYS, "a reason for each");
    return REASONS[why];
}

static bool point_of(struct interval *out, rational_int n)
{
    struct decimal d;
    bool fits = rational_exact(&d, (struct rational){n, 1});
    *out = fits ? interval_point(d) : interval_all();
    return fits;
}

/* An interval times a positive fraction. */
static struct interval scaled(struct interval i, struct rational factor)
{
    struct decimal d;
    struct interval num, den;
    if (rational_exact(&d, factor)) {
        d = decimal_trim(d);
        while (d.coefficient % 10 == 0) d = (struct decimal){d.coefficient / 10, (int8_t)(d.scale - 1)};
        if (d.coefficient == 1) return interval_shift(i, -d.scale);
    }
    if (!point_of(&num, factor.num) || !point_of(&den, factor.den)) return interval_all();
    return interval_div(interval_mul(i, num), den);
}

static struct interval range_of(struct rational r)
{
    struct interval num, den;
    struct decimal d;
    if (rational_exact(&d, r)) return interval_point(d);
    if (!point_of(&num, r.num) || !point_of(&den, r.den)) return interval_all();
    return interval_div(num, den);
}

static enum figure_bound turned(enum figure_bound b)
{
    return b == BOUND_OVER ? BOUND_UNDER : b == BOUND_UNDER ? BOUND_OVER : b;
}

bool formula_input_of(struct formula_input *out, const struct measured *m, const struct indicator *i)
{
    struct measure_unit own, printed;
    if (!measure_unit_read(&own, i->canonical_unit)) return false;
    bool same = measure_unit_read(&printed, m->measure) && dimension_eq(&own.dimension, &printed.dimension);
    /* "hộ nghèo" counts "hộ"; "74 triệu đồng" of an indicator per head leaves out "/người/năm". */
    if (!same && m->measure.len && !indicator_takes_unit(i, m->measure)) return false;
    if (!same) printed = own;
    struct interval range = interval_bound(
        interval_printed(m->value, indicator_counts_by(m->measure), PRINTED_LAST_PLACE), m->value, m->bound);
    *out = (struct formula_input){.known = true, .range = scaled(range, printed.factor), .bound = m->bound};
    if (decimal_sign(m->value) < 0) out->bound = turned(m->bound);
    return rational_of_decimal(&out->value, m->value) && rational_mul(&out->value, out->value, printed.factor);
}

/* The bound of a sum; false when the two work against each other. */
static bool join_bounds(enum figure_bound *out, enum figure_bound a, enum figure_bound b)
{
    if (a == BOUND_EXACT || a == b)
        *out = b;
    else if (b == BOUND_EXACT)
        *out = a;
    else if (a == BOUND_ABOUT || b == BOUND_ABOUT)
        *out = BOUND_ABOUT;
    else
        return false;
    return true;
}

static void spoil(struct formula_value *v, enum formula_why why, size_t node)
{
    if (v->why == FORMULA_KNOWN) *v = (struct formula_value){.why = why, .node = node};
}

static void sum(struct formula_value *a, const struct formula_value *b, bool minus, size_t node)
{
    bool fits = minus ? rational_sub(&a->value, a->value, b->value) : rational_add(&a->value, a->value, b->value);
    a->range = minus ? interval_sub(a->range, b->range) : interval_add(a->range, b->range);
    if (!join_bounds(&a->bound, a->bound, minus ? turned(b->bound) : b->bound)) spoil(a, FORMULA_BOUNDS, node);
    if (!fits) spoil(a, FORMULA_TOO_LARGE, node);
}

static void product(struct formula_value *a, const struct formula_value *b, bool divide, size_t node)
{
    bool negative = rational_sign(a->value) < 0 || rational_sign(b->value) < 0;
    bool loose = a->bound != BOUND_EXACT || b->bound != BOUND_EXACT;
    if (divide && rational_sign(b->value) == 0) {
        spoil(a, FORMULA_ZERO, node);
        return;
    }
    bool fits = divide ? rational_div(&a->value, a->value, b->value) : rational_mul(&a->value, a->value, b->value);
    a->range = divide ? interval_div(a->range, b->range) : interval_mul(a->range, b->range);
    if ((loose && negative) || !join_bounds(&a->bound, a->bound, divide ? turned(b->bound) : b->bound))
        spoil(a, FORMULA_BOUNDS, node);
    if (!fits) spoil(a, FORMULA_TOO_LARGE, node);
}

static bool less(struct decimal a, bool a_free, struct decimal b, bool b_free, bool free_is_least)
{
    if (a_free || b_free) return a_free != b_free && a_free == free_is_least;
    return decimal_cmp(a, b) < 0;
}

/* The least (or greatest) of two numbers, of which each is somewhere in its interval. */
static struct interval extreme_range(struct interval a, struct interval b, bool least)
{
    struct interval out = a;
    if (less(b.lo, b.lo_free, a.lo, a.lo_free, true) == least) {
        out.lo = b.lo;
        out.lo_free = b.lo_free;
        out.lo_open = b.lo_open;
    }
    if (less(b.hi, b.hi_free, a.hi, a.hi_free, false) == least) {
        out.hi = b.hi;
        out.hi_free = b.hi_free;
        out.hi_open = b.hi_open;
    }
    return out;
}

static void extreme(struct formula_value *a, const struct formula_value *b, bool least, size_t node)
{
    bool takes = rational_cmp(b->value, a->value) < 0;
    a->range = extreme_range(a->range, b->range, least);
    if (takes == least) a->value = b->value;
    if (!join_bounds(&a->bound, a->bound, b->bound)) spoil(a, FORMULA_BOUNDS, node);
}

static void negate(struct formula_value *v)
{
    v->value = rational_neg(v->value);
    v->range = interval_sub(interval_point(DECIMAL_INT(0)), v->range);
    v->bound = turned(v->bound);
}

/* a / b, or c when b is 0. */
static void ratio(struct formula_value *a, size_t node)
{
    const struct formula_value *b = &a[1], *c = &a[2];
    if (b->why == FORMULA_KNOWN && rational_sign(b->value) == 0) {
        *a = *c;
        return;
    }
    if (b->why != FORMULA_KNOWN) spoil(a, b->why, b->node);
    if (a->why == FORMULA_KNOWN) product(a, b, true, node);
}

/* An operation on known values; a[0] becomes the result. */
static void operate(struct formula_value *a, const struct formula_node *n, size_t node)
{
    for (size_t i = 1; i < n->count && a->why == FORMULA_KNOWN; i++) {
        const struct formula_value *b = &a[i];
        if (b->why != FORMULA_KNOWN)
            spoil(a, b->why, b->node);
        else if (n->op == FORMULA_ADD || n->op == FORMULA_SUB)
            sum(a, b, n->op == FORMULA_SUB, node);
        else if (n->op == FORMULA_MUL || n->op == FORMULA_DIV)
            product(a, b, n->op == FORMULA_DIV, node);
        else
            extreme(a, b, n->op == FORMULA_MIN, node);
    }
    if (n->op == FORMULA_NEGATE && a->why == FORMULA_KNOWN) negate(a);
}

void formula_reckon(struct formula_value *out, const struct formula *f, const struct formula_input *inputs)
{
    struct formula_value stack[FORMULA_NODES];
    size_t depth = 0;
    for (size_t i = 0; i < f->len; i++) {
        const struct formula_node *n = &f->at[i];
        const struct formula_input *in = &inputs[i];
        if (n->op == FORMULA_NUMBER) {
            stack[depth++] = (struct formula_value){.value = n->number, .range = range_of(n->number)};
        } else if (n->op == FORMULA_OPERAND) {
            stack[depth++] = in->known ? (struct formula_value){FORMULA_KNOWN, in->value, in->range, in->bound, 0}
                                       : (struct formula_value){.why = FORMULA_MISSING, .node = i};
        } else {
            depth -= n->count - 1u;
            struct formula_value *a = &stack[depth - 1];
            if (n->op == FORMULA_RATIO)
                ratio(a, i);
            else
                operate(a, n, i);
        }
    }
    *out = stack[0];
}

bool formula_round(struct decimal *out, struct rational value, struct str unit, struct str shown, int decimals)
{
    struct measure_unit u;
    if (!measure_unit_read(&u, unit) || !rational_div(&value, value, u.factor)) return false;
    return rational_round(out, value, decimals - measure_power_over(shown, unit));
}
