/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_check: whether a formula makes sense before any number is put in: its steps are done on units of measure
 * instead of values.
 *
 *   + - min max   the same unit on both sides, which is that of the result
 *   * /           powers of the units are added or taken away
 *   tỷ lệ         as /, and the third argument must have the unit of the quotient
 *
 * Two mistakes that units alone do not show, since % is a number, are found by how a number is written: a bare number
 * beside a share ("100 - F10b", where 100% is meant), and a share that is multiplied by 100 although its indicator
 * is in % and gets that by itself. What is divided by a written 0 has no value at any time.
 */
#include "buf.h"
#include "formula_private.h"

struct item {
    struct dimension dimension;
    enum time_behaviour time;
    bool constant; /* numbers alone */
    bool bare;     /* a number without unit and %, other than 0 and 1 */
    bool zero;     /* a written 0 */
    int hundred;   /* a factor 100 or 1000 stands in the product; else 0 */
};

struct checker {
    struct item stack[FORMULA_NODES];
    size_t depth;
    const struct formula *formula;
    const struct formula_scope *scope;
    struct err *err;
};

static const struct indicator *own_find(struct indicators own, struct str code)
{
    for (size_t i = 0; i < own.len; i++)
        if (str_eq(own.at[i].code, code)) return &own.at[i];
    return NULL;
}

const struct indicator *formula_scope_find(const struct formula_scope *s, struct str code)
{
    size_t low = 0, high = s->known.len;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int c = str_cmp(s->known.at[mid].code, code);
        if (c == 0) return &s->known.at[mid];
        if (c < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return own_find(s->own, code);
}

static bool names_unit(struct indicators all, struct str base)
{
    struct measure_unit m;
    for (size_t i = 0; i < all.len; i++)
        if (measure_unit_read(&m, all.at[i].canonical_unit) && dimension_of(&m.dimension, base)) return true;
    return false;
}

/* A word that is no unit of the table must be one that some indicator is counted in: else it is a slip of the pen. */
static bool check_number(struct checker *c, const struct formula_node *n)
{
    for (size_t i = 0; i < n->dimension.len; i++) {
        struct str base = n->dimension.at[i].base;
        if (measure_unit_known(base) || names_unit(c->scope->known, base) || names_unit(c->scope->own, base)) continue;
        return formula_fail(c->err, ERR_FORMULA_MEASURE, c->formula->text, n->at, base, STR(""), STR(""));
    }
    bool is_bare = !n->dimension.len && !n->percent;
    bool whole = n->number.den == 1;
    c->stack[c->depth++] = (struct item){
        .dimension = n->dimension,
        .time = TIME_COUNT,
        .constant = true,
        .zero = n->number.num == 0,
        .bare = is_bare && !(whole && (n->number.num == 0 || n->number.num == 1)),
        .hundred = is_bare && whole && (n->number.num == 100 || n->number.num == 1000) ? (int)n->number.num : 0,
    };
    return true;
}

static bool check_operand(struct checker *c, const struct formula_node *n)
{
    const struct indicator *i = formula_scope_find(c->scope, n->code);
    struct measure_unit m;
    if (!i) return formula_fail(c->err, ERR_FORMULA_CODE, c->formula->text, n->at, n->code, STR(""), STR(""));
    if (!measure_unit_read(&m, i->canonical_unit))
        return formula_fail(c->err, ERR_FORMULA_MEASURE, c->formula->text, n->at, i->canonical_unit, STR(""), STR(""));
    c->stack[c->depth++] = (struct item){.dimension = m.dimension, .time = i->time};
    return true;
}

/* Time behaviour of a sum; TIME_COUNT: numbers alone have none. */
static enum time_behaviour time_of_sum(enum time_behaviour a, enum time_behaviour b)
{
    if (a == TIME_COUNT) return b;
    return b == TIME_COUNT || a == b ? a : TIME_RATE;
}

static bool fail_units(struct checker *c, const struct formula_node *n, const struct item *a, const struct item *b)
{
    struct buf left = buf_make(400), right = buf_make(400);
    dimension_write_vi(&left, &a->dimension);
    dimension_write_vi(&right, &b->dimension);
    formula_fail(c->err, ERR_FORMULA_UNITS, c->formula->text, n->at, str_part(c->formula->text, n->at.start, n->at.end),
                 buf_str(&left), buf_str(&right));
    buf_free(&left);
    buf_free(&right);
    return false;
}

/* Of things of one unit: sums, the least, the greatest. */
static bool check_alike(struct checker *c, const struct formula_node *n, struct item *a, const struct item *b)
{
    if (!dimension_eq(&a->dimension, &b->dimension)) return fail_units(c, n, a, b);
    if (!a->dimension.len && ((a->bare && !b->constant) || (b->bare && !a->constant)))
        return formula_fail(c->err, ERR_FORMULA_BARE, c->formula->text, n->at,
                            str_part(c->formula->text, n->at.start, n->at.end), STR(""), STR(""));
    *a = (struct item){.dimension = a->dimension,
                       .time = time_of_sum(a->time, b->time),
                       .constant = a->constant && b->constant,
                       .bare = a->bare && b->bare};
    return true;
}

static bool check_product(struct checker *c, const struct formula_node *n, struct item *a, const struct item *b)
{
    bool divide = n->op != FORMULA_MUL;
    struct item out = {.constant = a->constant && b->constant, .bare = a->bare || b->bare};
    if (divide && b->zero)
        return formula_fail(c->err, ERR_FORMULA_ZERO, c->formula->text, n->at, STR(""), STR(""), STR(""));
    if (!(divide ? dimension_div(&out.dimension, &a->dimension, &b->dimension)
                 : dimension_mul(&out.dimension, &a->dimension, &b->dimension)))
        return formula_fail(c->err, ERR_FORMULA_LONG, c->formula->text, n->at, STR(""), STR(""), STR(""));
    out.time = b->constant ? a->time : a->constant && !divide ? b->time : TIME_RATE;
    out.hundred = a->hundred ? a->hundred : divide ? 0 : b->hundred;
    if (!out.constant) out.bare = false;
    *a = out;
    return true;
}

static bool check_step(struct checker *c, const struct formula_node *n)
{
    struct item *a = c->depth >= n->count ? &c->stack[c->depth - n->count] : NULL;
    switch (n->op) {
    case FORMULA_NUMBER: return check_number(c, n);
    case FORMULA_OPERAND: return check_operand(c, n);
    case FORMULA_NEGATE: a->hundred = 0; return true;
    case FORMULA_ADD:
    case FORMULA_SUB:
    case FORMULA_MIN:
    case FORMULA_MAX:
        for (size_t i = 1; i < n->count; i++)
            if (!check_alike(c, n, a, &a[i])) return false;
        break;
    case FORMULA_MUL:
    case FORMULA_DIV:
        if (!check_product(c, n, a, &a[1])) return false;
        break;
    case FORMULA_RATIO:
        /* 0 is 0 of any unit. */
        if (!check_product(c, n, a, &a[1])) return false;
        if (!(a[2].constant && !a[2].bare && !a[2].dimension.len) && !dimension_eq(&a->dimension, &a[2].dimension))
            return fail_units(c, n, a, &a[2]);
        break;
    }
    c->depth -= n->count - 1u;
    return true;
}

static bool check(struct item *out, const struct formula *f, const struct formula_scope *s, struct err *err)
{
    struct checker c;
    c.depth = 0;
    c.formula = f;
    c.scope = s;
    c.err = err;
    for (size_t i = 0; i < f->len; i++)
        if (!check_step(&c, &f->at[i])) return false;
    *out = c.stack[0];
    return true;
}

static struct formula_type type_of(const struct item *i)
{
    return (struct formula_type){i->dimension, i->time == TIME_COUNT ? TIME_RATE : i->time};
}

bool formula_check(struct formula_type *out, const struct formula *f, const struct formula_scope *s, struct err *err)
{
    struct item item;
    if (!check(&item, f, s, err)) return false;
    *out = type_of(&item);
    return true;
}

bool formula_check_result(struct formula_type *out, const struct formula *f, const struct formula_scope *s,
                          struct str unit, struct err *err)
{
    struct item item;
    struct measure_unit wanted;
    if (!measure_unit_read(&wanted, unit)) return fail(err, ERR_FORMULA_MEASURE_FORM, unit);
    if (!check(&item, f, s, err)) return false;
    if (!dimension_eq(&item.dimension, &wanted.dimension)) {
        struct buf made = buf_make(400), asked = buf_make(400), named = buf_make(400);
        dimension_write_vi(&made, &item.dimension);
        dimension_write_vi(&asked, &wanted.dimension);
        measure_write_vi(&named, unit);
        bool other = !str_eq(buf_str(&asked), buf_str(&named)); /* "tỷ đồng (đồng)", but "hồ sơ" alone */
        if (other) buf_format(&named, " (%.*s)", (int)asked.len, buf_str(&asked).ptr);
        fail(err, ERR_FORMULA_RESULT, buf_str(&made), buf_str(&named));
        buf_free(&made);
        buf_free(&asked);
        buf_free(&named);
        return false;
    }
    if (!item.dimension.len && item.hundred && rational_cmp(wanted.factor, RATIONAL_OF(1)) < 0)
        return fail(err, ERR_FORMULA_HUNDRED, unit);
    *out = type_of(&item);
    return true;
}
