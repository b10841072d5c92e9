/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect_sums: totals against their parts (parts.h), within a unit and over the units below it. Numbers are added
 * exactly first; intervals are asked only where the plain sum does not fit.
 *
 *   complete, all parts there     the sum is the total
 *   some parts missing            what is there is not more than the total (all of it is added, nothing is negative)
 *   over units                    likewise, by units of one kind just below; who is missing is counted
 */
#include "inspect_private.h"

#include <limits.h>

/* The readings that are tried, and the sum by each. */
enum { LAST_PLACE, ROUND_NUMBER, READINGS };
static const enum printing HOW[READINGS] = {PRINTED_LAST_PLACE, PRINTED_ROUND_NUMBER};

/* A sum as it grows. */
struct sum {
    struct wide plain;
    struct interval range[READINGS];
    bool odd; /* a bound or a range is in it: the plain sum says nothing */
    bool negative;
    uint32_t newest;
    size_t have, missing;
};

static struct sum sum_open(void)
{
    struct interval zero = interval_point(DECIMAL_INT(0));
    return (struct sum){.plain = wide_zero(), .range = {zero, zero}};
}

static void sum_add(struct sum *s, const struct grid_cell *c, bool minus)
{
    struct decimal v = minus ? decimal_neg(c->value) : c->value;
    wide_add(&s->plain, v.coefficient, v.scale);
    s->odd = s->odd || c->has_max || c->bound != BOUND_EXACT;
    s->negative = s->negative || decimal_sign(c->value) < 0;
    if (c->id > s->newest) s->newest = c->id;
    s->have++;
}

static void sum_widen(struct sum *s, const struct grid_cell *c, bool minus)
{
    for (int how = 0; how < READINGS; how++) {
        struct interval i = inspect_interval(KIND_LEVEL, c, HOW[how]);
        s->range[how] = minus ? interval_sub(s->range[how], i) : interval_add(s->range[how], i);
    }
}

/* The verdict on a sum that does not fit plainly, and how strong it is; total NULL: the number of the rule. A part that
 * is missing could be negative, so then a break is a doubt. */
static void judge(struct inspected *f, const struct sum *s, const struct grid_cell *total, bool whole, bool sure)
{
    enum sum_verdict v[READINGS];
    for (int how = 0; how < READINGS; how++) {
        struct interval t = total ? inspect_interval(KIND_LEVEL, total, HOW[how]) : interval_point(f->total);
        v[how] = sum_judge(t, s->range[how], whole);
    }
    f->verdict = v[LAST_PLACE];
    f->missing = s->missing;
    f->severity = sure && v[ROUND_NUMBER] != SUM_HOLDS ? SEVERITY_CONTRADICTION : SEVERITY_DOUBT;
}

/* Whether the plain sum already fits; else intervals must say. */
static bool fits_plainly(struct decimal *made, const struct sum *s, struct decimal total, bool whole)
{
    if (!wide_decimal(made, &s->plain)) return true; /* too large to be said: nothing is */
    if (s->odd) return false;
    int c = decimal_cmp(*made, total);
    return whole ? c == 0 : c <= 0;
}

/* --- parts of one unit */

enum { PARTS_MOST = 64 };

struct part_columns {
    const struct sum_rule *rule;
    const struct grid_column *total, *of[PARTS_MOST];
    uint64_t key;
    size_t there; /* parts that have a column */
};

static bool columns_find(struct part_columns *out, const struct inspecting *in, const struct sum_rule *rule,
                         const struct grid_column *base, uint64_t key)
{
    *out = (struct part_columns){.rule = rule, .total = rule->total ? base : NULL, .key = key};
    for (size_t i = 0; i < rule->len; i++) {
        const struct grid_family *f = inspect_family(in->grid, rule->parts[i].indicator);
        out->of[i] = f ? family_find(f, key) : NULL;
        out->there += out->of[i] != NULL;
    }
    return out->there == rule->len || (out->there && !rule->has_minus);
}

static void list_part(struct inspecting *in, struct inspected *f, const struct sum_part *p, uint32_t slot,
                      const struct grid_cell *c)
{
    if (!f->other_total) in->ids.len = 0;
    *vec_push(in->arena, &in->ids) = c->id;
    if (!f->other_total++ || c->id < f->oldest) f->oldest = c->id;
    if (c->id > f->newest) f->newest = c->id;
    if (f->other_count == INSPECT_OTHERS) return;
    f->others[f->other_count++] = (struct inspect_cell){p->indicator, slot, *c, p->minus};
}

/* The cells of the parts of a slot; false when one is not in the unit of its indicator. */
static bool parts_of_slot(struct sum *s, struct inspected *f, struct inspecting *in, const struct part_columns *p,
                          uint32_t slot)
{
    for (size_t i = 0; i < p->rule->len; i++) {
        uint32_t at;
        if (!p->of[i] || !grid_column_has(&at, p->of[i], slot)) {
            s->missing++;
            continue;
        }
        struct grid_cell c = column_cell(in->grid, p->of[i], p->key, at);
        if (!inspect_fits(p->rule->parts[i].indicator, &c)) return false;
        sum_add(s, &c, p->rule->parts[i].minus);
        list_part(in, f, &p->rule->parts[i], slot, &c);
    }
    return s->have && !(p->rule->has_minus && s->missing);
}

static void parts_slot(struct inspecting *in, const struct part_columns *p, uint32_t slot, uint32_t at)
{
    const struct sum_rule *r = p->rule;
    struct inspected f = {.rule = INSPECT_PARTS, .sum = r, .total = r->constant, .has_total = r->total != NULL};
    struct sum s = sum_open();
    if (!parts_of_slot(&s, &f, in, p, slot)) return;
    bool whole = r->complete && s.missing == 0;
    if (s.missing && s.negative) return;
    if (r->total) {
        f.at = (struct inspect_cell){r->total, slot, column_cell(in->grid, p->total, p->key, at), false};
        f.total = f.at.cell.value;
        if (!inspect_fits(r->total, &f.at.cell)) return;
        s.odd = s.odd || f.at.cell.bound != BOUND_EXACT || f.at.cell.has_max;
    } else {
        f.at = f.others[0];
    }
    if (fits_plainly(&f.made, &s, f.total, whole)) return;
    for (size_t i = 0; i < r->len; i++) {
        uint32_t place;
        if (!p->of[i] || !grid_column_has(&place, p->of[i], slot)) continue;
        struct grid_cell c = column_cell(in->grid, p->of[i], p->key, place);
        sum_widen(&s, &c, r->parts[i].minus);
    }
    judge(&f, &s, r->total ? &f.at.cell : NULL, whole, r->sure && (whole || !r->complete));
    if (f.verdict != SUM_HOLDS) inspect_put(in, &f, s.newest);
}

/* Findings stand at the total, or at a part where the total is a number: all indicators of the rule are looked at. */
static bool rule_is_wanted(const struct inspecting *in, const struct sum_rule *r)
{
    if (r->len > PARTS_MOST || r->over_units) return false;
    if (!in->ask->indicator || r->total == in->ask->indicator) return true;
    for (size_t i = 0; i < r->len; i++)
        if (r->parts[i].indicator == in->ask->indicator) return true;
    return false;
}

void inspect_parts(struct inspecting *in)
{
    for (size_t n = 0; n < in->ask->sums->len; n++) {
        const struct sum_rule *r = &in->ask->sums->at[n];
        if (!rule_is_wanted(in, r)) continue;
        const struct grid_family *f = inspect_family(in->grid, r->total ? r->total : r->parts[0].indicator);
        for (uint32_t k = 0; f && k < f->count; k++) {
            struct part_columns p;
            uint64_t key = f->keys[k];
            if (inspect_lane(in, key)->kind != KIND_LEVEL || !inspect_wants_period(in, key)) continue;
            if (!sum_rule_holds_on(r, grid_period(in->grid, (uint32_t)key).to)) continue;
            if (!columns_find(&p, in, r, f->columns[k], key)) continue;
            for (struct column_walk w = grid_column_walk(f->columns[k], 0); w.at < f->columns[k]->count;
                 grid_column_step(&w))
                if (inspect_wants_slot(in, w.slot)) parts_slot(in, &p, w.slot, w.at);
        }
    }
}

/* --- units below a unit */

/* The units of a day that have units below them, and the slots of all. */
struct parents {
    const struct unit_tree *tree;
    const uint32_t *slots;
    const uint32_t *at; /* places */
    size_t len;
};

static struct parents parents_make(const struct inspecting *in, const struct unit_tree *t)
{
    uint32_t *slots = arena_array(in->arena, uint32_t, t->count), *at = arena_array(in->arena, uint32_t, t->count);
    struct parents p = {t, slots, at, 0};
    for (uint32_t i = 0; i < t->count; i++) {
        slots[i] = grid_unit_find(in->grid, t->units[i].id);
        if (t->end[i] > i + 1 && t->units[i].kind < UNIT_COMMUNE) at[p.len++] = i;
    }
    return p;
}

static const struct parents *parents_of_day(const struct inspecting *in, const struct parents *all, struct date day)
{
    for (size_t i = 0; i < in->ask->day_count; i++)
        if (date_cmp(in->ask->days[i].day, day) == 0) return &all[i];
    return NULL;
}

/* Whether a unit below counts in the sum: offices of a user stand beside the units of government. */
static bool is_below(const struct parents *p, uint32_t child)
{
    return p->tree->units[child].kind < UNIT_OFFICE;
}

struct unit_columns {
    const struct indicator *indicator;
    const struct sum_rule *rule; /* NULL: none in the table */
    const struct grid_column *column;
    uint64_t key;
};

static bool units_sum(struct sum *s, struct inspected *f, struct inspecting *in, const struct unit_columns *u,
                      const struct parents *p, uint32_t parent, bool widen)
{
    for (uint32_t child = parent + 1; child < p->tree->end[parent]; child = p->tree->end[child]) {
        uint32_t at, slot = p->slots[child];
        if (!is_below(p, child)) continue;
        if (slot == GRID_NONE || !grid_column_has(&at, u->column, slot)) {
            s->missing += !widen;
            continue;
        }
        struct grid_cell c = column_cell(in->grid, u->column, u->key, at);
        if (!inspect_fits(u->indicator, &c)) return false;
        if (widen) {
            sum_widen(s, &c, false);
            continue;
        }
        sum_add(s, &c, false);
        list_part(in, f, &(struct sum_part){u->indicator, false}, slot, &c);
    }
    return s->have > 0;
}

static void units_parent(struct inspecting *in, const struct unit_columns *u, const struct parents *p, uint32_t parent)
{
    uint32_t at, slot = p->slots[parent];
    struct inspected f = {.rule = INSPECT_UNITS, .sum = u->rule, .has_total = true};
    struct sum s = sum_open();
    if (slot == GRID_NONE || !inspect_wants_slot(in, slot) || !grid_column_has(&at, u->column, slot)) return;
    f.at = (struct inspect_cell){u->indicator, slot, column_cell(in->grid, u->column, u->key, at), false};
    f.total = f.at.cell.value;
    if (!inspect_fits(u->indicator, &f.at.cell) || !units_sum(&s, &f, in, u, p, parent, false)) return;
    bool whole = s.missing == 0 && (!u->rule || u->rule->complete);
    if (s.negative && s.missing) return;
    s.odd = s.odd || f.at.cell.bound != BOUND_EXACT || f.at.cell.has_max;
    if (fits_plainly(&f.made, &s, f.total, whole)) return;
    (void)units_sum(&s, &f, in, u, p, parent, true);
    judge(&f, &s, &f.at.cell, whole, u->rule && u->rule->sure && whole);
    if (f.verdict != SUM_HOLDS) inspect_put(in, &f, s.newest);
}

void inspect_units(struct inspecting *in)
{
    struct parents *all = arena_array(in->arena, struct parents, in->ask->day_count);
    for (size_t i = 0; i < in->ask->day_count; i++) all[i] = parents_make(in, in->ask->days[i].tree);
    for (uint32_t n = 0; n < in->grid->names->indicator_count; n++) {
        const struct indicator *i = inspect_indicator(in->grid, n);
        const struct grid_family *f = family_of(in->grid, n);
        if (!f || !inspect_wants_indicator(in, i) || i->aggregation != AGGREGATE_SUM) continue;
        for (uint32_t k = 0; k < f->count; k++) {
            struct unit_columns u = {i, sum_rule_over_units(in->ask->sums, i), f->columns[k], f->keys[k]};
            if (inspect_lane(in, u.key)->kind != KIND_LEVEL || !inspect_wants_period(in, u.key)) continue;
            const struct parents *p = parents_of_day(in, all, grid_period(in->grid, (uint32_t)u.key).to);
            for (size_t m = 0; p && m < p->len; m++) units_parent(in, &u, p, p->at[m]);
        }
    }
}
