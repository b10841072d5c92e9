/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon: see reckon.h. Formulas that need each other are worked off from a list and not by recursion: a formula is put
 * on it, its operands are looked up, those that have no figure but a formula are put on it above it, and it is reckoned
 * when they are done. What was reckoned once for a code and a period is used again; what waits further down and is
 * needed now is put on top once more. The book holds no cycles; would one slip in, or would more than RECKON_MOST
 * formulas be needed, the operand counts as missing.
 *
 * Invariant: what was begun and is not done needs, by whatever way, what is on top. So to need such a one is a cycle.
 */
#include "reckon.h"

#include "reckon_private.h"

struct work {
    struct arena *arena;
    const struct formula_book *book;
    const struct figure_source *from;
    struct {
        VEC_FIELDS(struct reckoned *);
    } all, open;
};

static struct reckoned *find(struct work *w, struct str code, struct period period)
{
    for (size_t i = 0; i < w->all.len; i++)
        if (str_eq(w->all.at[i]->rule->row.code, code) && period_eq(w->all.at[i]->period, period)) return w->all.at[i];
    return NULL;
}

/* The formula of a code, or the sum of its parts, on the list; NULL when it has none, or the list is full. */
static struct reckoned *want(struct work *w, struct str code, struct period period)
{
    struct reckoned *r = find(w, code, period);
    if (r && !r->begun) *vec_push(w->arena, &w->open) = r;
    if (r) return r;
    const struct formula_rule *rule = formula_rule_for(w->book, code, period, w->from->kind);
    if (w->all.len == RECKON_MOST) return NULL;
    if (rule) {
        r = arena_new(w->arena, struct reckoned);
        *r = (struct reckoned){.rule = rule, .period = period};
    } else {
        r = reckon_of_parts(w->arena, w->book, w->from, code, period);
        if (!r) return NULL;
    }
    *vec_push(w->arena, &w->all) = r;
    *vec_push(w->arena, &w->open) = r;
    return r;
}

static struct date months_before(struct date d, int months)
{
    int n = d.year * 12 + d.month - 1 - months, year = n / 12, month = n % 12 + 1;
    int last = year > 0 ? date_days_in_month(year, month) : 0;
    if (year < 1) return (struct date){0};
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)(d.day < last ? d.day : last)};
}

static bool is_old(const struct reckoned_operand *o, const struct sourced *last)
{
    return date_cmp(last->period.to, months_before(o->period.to, RECKON_MONTHS)) < 0;
}

/* A stock without a value for just this time: the last one before, unless it is too old. Of one that a formula could
 * not give either, what the formula lacks says more than that there is an old one. */
static void carry(struct work *w, struct reckoned_operand *o)
{
    struct sourced last = source_latest(w->from, w->arena, o->indicator, o->period.to);
    if (!last.known || (o->computed && is_old(o, &last))) return;
    o->computed = NULL;
    o->figure = last;
    o->carried = true;
    o->state = is_old(o, &last) ? OPERAND_OLD : OPERAND_KNOWN;
}

static void look_up(struct work *w, struct reckoned *r, struct reckoned_operand *o, size_t node)
{
    const struct formula_node *n = &r->rule->formula.at[node];
    struct period before = period_years_back(r->period, 1);
    *o = (struct reckoned_operand){.node = n,
                                   .indicator = formula_indicator(w->book, n->code),
                                   .period = r->times                   ? r->times[node]
                                             : n->role == ROLE_PREVIOUS ? before
                                                                        : r->period,
                                   .state = OPERAND_MISSING};
    if (n->role == ROLE_PLAN) {
        o->figure = source_plan(w->from, o->indicator, o->period, n);
        if (o->figure.known) o->state = OPERAND_KNOWN;
        return;
    }
    o->figure = source_value(w->from, o->indicator, o->period);
    if (o->figure.known) {
        o->state = o->figure.has_max ? OPERAND_RANGE : OPERAND_KNOWN;
        return;
    }
    o->computed = want(w, n->code, o->period);
    if (!o->computed && o->indicator->time == TIME_STOCK) carry(w, o);
}

static void begin(struct work *w, struct reckoned *r)
{
    const struct formula *f = &r->rule->formula;
    r->begun = true;
    for (size_t i = 0; i < f->len; i++) {
        struct reckoned_operand *o = vec_push(w->arena, &r->operands);
        *o = (struct reckoned_operand){0};
        if (f->at[i].op == FORMULA_OPERAND) look_up(w, r, o, i);
    }
}

static bool is_per_year(const struct formula_rule *rule)
{
    return dimension_of(&rule->type.dimension, STR("tháng"));
}

/* What is put in for an operand. */
static void put_in(struct formula_input *in, struct work *w, struct reckoned *r, struct reckoned_operand *o)
{
    *in = (struct formula_input){0};
    if (o->computed && o->computed->done && o->computed->result.why == FORMULA_KNOWN) {
        const struct formula_value *v = &o->computed->result;
        *in = (struct formula_input){true, v->value, v->range, v->bound};
        o->state = OPERAND_KNOWN;
        r->estimate |= o->computed->estimate;
        r->carried |= o->computed->carried;
        r->fresh |= o->computed->fresh && o->node->role == ROLE_VALUE;
        return;
    }
    if (o->computed && o->indicator->time == TIME_STOCK) carry(w, o);
    if (o->state != OPERAND_KNOWN) return;
    if (!formula_input_of(in, &o->figure.value, o->indicator)) {
        in->known = false;
        o->state = OPERAND_MEASURE;
    }
    r->estimate |= o->figure.aspect == ASPECT_ESTIMATE;
    r->carried |= o->carried;
    r->fresh |= !o->carried && o->node->role == ROLE_VALUE;
}

enum { FINE_DIGITS = 8 }; /* of a fraction without end, beyond those of tables: sums of many still have room */

/* Figures that were added up are as exact as they were reported. */
static bool exact_sum(struct reckoned *r)
{
    struct rational value;
    struct measure_unit u;
    bool ok = measure_unit_read(&u, r->rule->indicator->canonical_unit) &&
              rational_div(&value, r->result.value, u.factor) && rational_exact(&r->value.value, value);
    r->fine = r->value.value;
    return ok;
}

/* The value for tables, and with more digits. What is not 0 gets as many decimals as show it. */
static bool round_both(struct reckoned *r)
{
    const struct indicator *i = r->rule->indicator;
    int decimals = r->rule->row.decimals, most = decimals + 2 * DECIMAL_SCALE_MAX;
    struct rational value = r->result.value, kept;
    struct decimal d;
    struct measure_unit u;
    if (r->rule->parts) return exact_sum(r);
    while (formula_round(&r->value.value, value, i->canonical_unit, i->unit, decimals))
        if (r->value.value.coefficient || !rational_sign(value) || ++decimals > most) break;
    if (!formula_round(&d, value, i->canonical_unit, i->unit, r->rule->row.decimals)) return false;
    if (!measure_unit_read(&u, i->canonical_unit) || !rational_div(&value, value, u.factor)) return false;
    r->fine = r->value.value;
    r->inexact = !rational_exact(&r->fine, value);
    if (r->inexact) {
        r->fine = r->value.value;
        int from = d.scale > 0 ? d.scale : 0;
        for (int scale = from; scale <= from + FINE_DIGITS && rational_round(&d, value, scale); scale++)
            if (scale > r->fine.scale) r->fine = d;
    }
    r->rounded = !rational_of_decimal(&kept, r->value.value) || rational_cmp(kept, value) != 0;
    return true;
}

static void finish(struct work *w, struct reckoned *r)
{
    struct formula_input inputs[FORMULA_NODES];
    const struct indicator *i = r->rule->indicator;
    for (size_t k = 0; k < r->operands.len; k++)
        if (r->operands.at[k].node) put_in(&inputs[k], w, r, &r->operands.at[k]);
    formula_reckon(&r->result, &r->rule->formula, inputs);
    r->done = true; /* only now: it may have been asked to put in itself */
    if (is_per_year(r->rule) && r->period.kind != PERIOD_YEAR)
        r->result = (struct formula_value){.why = FORMULA_OTHER_TIME};
    if (r->result.why != FORMULA_KNOWN) return;
    r->value = (struct measured){.known = true, .bound = r->result.bound, .measure = i->canonical_unit};
    if (round_both(r)) return;
    r->value.known = false;
    r->result.why = FORMULA_TOO_LARGE;
}

const struct reckoned *reckon(struct arena *a, const struct formula_book *book, const struct figure_source *from,
                              struct str code, struct period period)
{
    struct work w = {.arena = a, .book = book, .from = from};
    struct reckoned *out = period.kind == PERIOD_NONE ? NULL : want(&w, code, period);
    while (w.open.len) {
        struct reckoned *r = w.open.at[w.open.len - 1];
        size_t open = w.open.len;
        if (!r->begun) begin(&w, r);
        if (w.open.len > open) continue; /* what it needs first */
        if (!r->done) finish(&w, r);
        w.open.len--;
    }
    return out;
}

struct measured reckoned_full(const struct reckoned *r)
{
    struct measured m = r->value;
    if (m.known && r->rounded && !str_eq(m.measure, STR("%"))) m.value = r->fine;
    return m;
}

bool reckoned_differs(const struct reckoned *r, const struct measured *reported)
{
    struct formula_input in;
    if (r->result.why != FORMULA_KNOWN || !reported->known || r->carried) return false;
    if (!formula_input_of(&in, reported, r->rule->indicator)) return false;
    return !interval_meets(in.range, r->result.range);
}

const struct reckoned_operand *reckoned_missing(const struct reckoned *r)
{
    for (size_t i = 0; i < r->operands.len; i++) {
        const struct reckoned_operand *o = &r->operands.at[i];
        if (!o->node || o->state == OPERAND_KNOWN) continue;
        if (!o->computed) return o;
        r = o->computed;
        i = (size_t)-1; /* look there from the start */
        if (r->result.why != FORMULA_MISSING) return o;
    }
    return NULL;
}
