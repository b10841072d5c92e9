/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect: see inspect.h. Here are what all rules share, and the limits. A column whose values all keep a limit is
 * passed by one scan; only in the others each value is looked at.
 */
#include "inspect.h"

#include "inspect_private.h"

#include <string.h>

struct str inspect_rule_name(enum inspect_rule r)
{
    switch (r) {
    case INSPECT_IMPOSSIBLE: return STR("impossible");
    case INSPECT_IMPLAUSIBLE: return STR("implausible");
    case INSPECT_PARTS: return STR("parts");
    case INSPECT_UNITS: return STR("units");
    case INSPECT_MEASURE: return STR("measure");
    case INSPECT_JUMP: return STR("jump");
    case INSPECT_SAME_UNITS: return STR("same_units");
    case INSPECT_SAME_INDICATORS: return STR("same_indicators");
    case INSPECT_RULES: break;
    }
    return STR("");
}

bool inspect_wants(const struct inspecting *in, enum inspect_rule rule)
{
    return in->ask->rules >> rule & 1;
}

bool inspect_wants_indicator(const struct inspecting *in, const struct indicator *i)
{
    return i && (!in->ask->indicator || in->ask->indicator == i);
}

bool inspect_wants_period(const struct inspecting *in, uint64_t key)
{
    return in->ask->period.kind == PERIOD_NONE ||
           period_same_time(in->ask->period, grid_period(in->grid, (uint32_t)key));
}

bool inspect_wants_slot(const struct inspecting *in, uint32_t slot)
{
    return !in->ask->slots || in->ask->slots[slot];
}

void inspect_put(struct inspecting *in, const struct inspected *f, uint32_t newest)
{
    uint32_t id = f->at.cell.id > newest ? f->at.cell.id : newest;
    for (size_t i = 0; i < f->other_count; i++)
        if (f->others[i].cell.id > id) id = f->others[i].cell.id;
    if (id < in->ask->first_id) return;
    if (in->out->len == INSPECT_MOST) {
        in->out->dropped++;
        return;
    }
    struct inspected *kept = vec_push(in->arena, in->out);
    *kept = *f;
    if (f->rule != INSPECT_PARTS && f->rule != INSPECT_UNITS) return;
    uint32_t *ids = arena_array(in->arena, uint32_t, in->ids.len);
    memcpy(ids, in->ids.at, in->ids.len * sizeof *ids);
    kept->ids = ids;
}

const struct indicator *inspect_indicator(const struct grid *g, uint32_t family)
{
    return indicator_find(grid_indicator(g, family));
}

const struct grid_family *inspect_family(const struct grid *g, const struct indicator *i)
{
    uint32_t at = grid_indicator_find(g, i->code);
    return at == GRID_NONE ? NULL : family_of(g, at);
}

bool inspect_fits(const struct indicator *i, const struct grid_cell *c)
{
    return str_eq(c->measure, i->canonical_unit) ||
           (indicator_counts_by(c->measure) && indicator_counts_by(i->canonical_unit));
}

/* A count of whole things, or money to the đồng, was not rounded. */
static bool is_exact(enum figure_kind kind, const struct grid_cell *c)
{
    return kind != KIND_GROWTH && kind != KIND_PLAN_RATIO && kind != KIND_SHARE && c->value.scale == 0 &&
           !str_starts(c->measure, STR("%"));
}

struct interval inspect_interval(enum figure_kind kind, const struct grid_cell *c, enum printing how)
{
    bool exact = is_exact(kind, c);
    struct interval i = interval_printed(c->value, exact, how);
    if (c->has_max) i = interval_hull(i, interval_printed(c->max, exact, how));
    return interval_bound(i, c->value, c->bound);
}

/* --- limits */

static bool all_keep(const struct range *r, const struct grid_column *c)
{
    for (size_t i = 0; i < r->len; i++) {
        const struct range_limit *l = &r->at[i];
        if (l->whole && (c->scales || c->scale > 0)) return false; /* one may have a fraction */
        if (!l->has_low && !l->has_high) continue;
        struct column_range range = {.has_low = l->has_low, .has_high = l->has_high, .low = l->low, .high = l->high};
        struct wide sum = wide_zero();
        if (grid_column_scan(&sum, c, 0, c->count, &range) < c->count) return false;
    }
    return true;
}

static void range_cell(struct inspecting *in, const struct indicator *i, enum figure_kind kind, const struct range *r,
                       uint32_t slot, const struct grid_cell *cell)
{
    const struct range_limit *l = range_broken_by(r, cell->value);
    if (!l || (kind == KIND_LEVEL && !inspect_fits(i, cell))) return;
    l = range_broken(r, inspect_interval(kind, cell, PRINTED_ROUND_NUMBER));
    if (!l) return;
    bool hard = l->strength == STRENGTH_HARD;
    struct inspected f = {.rule = hard ? INSPECT_IMPOSSIBLE : INSPECT_IMPLAUSIBLE,
                          .severity = hard ? SEVERITY_CONTRADICTION : SEVERITY_DOUBT,
                          .at = {.indicator = i, .slot = slot, .cell = *cell},
                          .limit = *l};
    if (inspect_wants(in, f.rule)) inspect_put(in, &f, 0);
}

static void range_column(struct inspecting *in, const struct indicator *i, const struct grid_column *c, uint64_t key)
{
    enum figure_kind kind = inspect_lane(in, key)->kind;
    struct range r;
    range_for(&r, i, kind, grid_period(in->grid, (uint32_t)key).to);
    if (r.len == 0 || all_keep(&r, c)) return;
    for (struct column_walk w = grid_column_walk(c, 0); w.at < c->count; grid_column_step(&w)) {
        if (!inspect_wants_slot(in, w.slot)) continue;
        struct grid_cell cell = column_cell(in->grid, c, key, w.at);
        range_cell(in, i, kind, &r, w.slot, &cell);
    }
}

void inspect_ranges(struct inspecting *in)
{
    for (uint32_t n = 0; n < in->grid->names->indicator_count; n++) {
        const struct indicator *i = inspect_indicator(in->grid, n);
        const struct grid_family *f = family_of(in->grid, n);
        if (!f || !inspect_wants_indicator(in, i)) continue;
        for (uint32_t k = 0; k < f->count; k++)
            if (inspect_wants_period(in, f->keys[k])) range_column(in, i, f->columns[k], f->keys[k]);
    }
}

void inspect_grid(struct inspection *out, struct arena *a, const struct grid *g, const struct inspect_ask *ask)
{
    struct inspecting in = {.out = out, .arena = a, .grid = g, .ask = ask};
    *out = (struct inspection){0};
    if (inspect_wants(&in, INSPECT_IMPOSSIBLE) || inspect_wants(&in, INSPECT_IMPLAUSIBLE)) inspect_ranges(&in);
    if (inspect_wants(&in, INSPECT_PARTS)) inspect_parts(&in);
    if (inspect_wants(&in, INSPECT_UNITS)) inspect_units(&in);
    if (inspect_wants(&in, INSPECT_MEASURE) || inspect_wants(&in, INSPECT_JUMP)) inspect_jumps(&in);
    if (inspect_wants(&in, INSPECT_SAME_UNITS) || inspect_wants(&in, INSPECT_SAME_INDICATORS)) inspect_twins(&in);
}
