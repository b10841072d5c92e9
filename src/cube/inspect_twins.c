/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect_twins: series that are the same to the digit: of two units (a row that was copied down) and of two indicators
 * of one unit (a column that was copied). Chance makes short, small or constant series equal, so a series counts only
 * with TWIN_POINTS figures, TWIN_KINDS different ones, and one of at least TWIN_DIGITS digits. Indicators that are
 * total and part, or one the plan or growth of the other, may well be equal and are no twins.
 *
 * A series is found by a number made of its periods and values; those with one number are compared value by value.
 */
#include "inspect_private.h"

#include <stdlib.h>

enum { TWIN_POINTS = 4, TWIN_KINDS = 3, TWIN_DIGITS_LEAST = 1000 };

/* The figures of a unit and indicator that are actual levels, as one number. */
struct line {
    uint64_t hash;
    uint32_t slot, family, points;
    bool large;
};

struct lines {
    VEC_FIELDS(struct line);
};

static uint64_t mix(uint64_t h, uint64_t v)
{
    h = (h ^ v) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

static bool is_series(const struct inspecting *in, uint64_t key)
{
    const struct grid_lane *lane = inspect_lane(in, key);
    return lane->kind == KIND_LEVEL && lane->aspect == ASPECT_ACTUAL;
}

/* The lines of an indicator that are long enough. Periods come in one order in all families. */
static void lines_of(struct lines *out, struct line *by_slot, const struct inspecting *in, uint32_t family)
{
    const struct grid_family *f = family_of(in->grid, family);
    uint32_t slots = in->grid->names->unit_count;
    for (uint32_t s = 0; s < slots; s++) by_slot[s] = (struct line){.hash = 1, .slot = s, .family = family};
    for (uint32_t k = 0; k < f->count; k++) {
        if (!is_series(in, f->keys[k])) continue;
        const struct grid_column *c = f->columns[k];
        for (struct column_walk w = grid_column_walk(c, 0); w.at < c->count; grid_column_step(&w)) {
            struct decimal d = decimal_trim(grid_column_decimal(c, w.at));
            struct line *l = &by_slot[w.slot];
            l->hash = mix(mix(mix(l->hash, (uint32_t)f->keys[k]), (uint64_t)d.coefficient), (uint64_t)d.scale);
            l->large = l->large || d.coefficient >= TWIN_DIGITS_LEAST || d.coefficient <= -TWIN_DIGITS_LEAST;
            l->points++;
        }
    }
    for (uint32_t s = 0; s < slots; s++)
        if (by_slot[s].points >= TWIN_POINTS && by_slot[s].large) *vec_push(in->arena, out) = by_slot[s];
}

static int by_hash(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    if (x->slot != y->slot) return x->slot < y->slot ? -1 : 1;
    return (x->family > y->family) - (x->family < y->family);
}

static int by_slot_hash(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    if (x->slot != y->slot) return x->slot < y->slot ? -1 : 1;
    return by_hash(a, b);
}

/* Whether two lines are the same, with enough different values; *last: the key of the last period. */
static bool are_twins(uint64_t *last, const struct inspecting *in, const struct line *x, const struct line *y)
{
    const struct grid_family *f = family_of(in->grid, x->family), *g = family_of(in->grid, y->family);
    struct decimal seen[TWIN_KINDS];
    size_t kinds = 0;
    for (uint32_t k = 0; k < f->count; k++) {
        uint32_t p, q;
        if (!is_series(in, f->keys[k]) || !grid_column_has(&p, f->columns[k], x->slot)) continue;
        const struct grid_column *other = family_find(g, f->keys[k]);
        if (!other || !grid_column_has(&q, other, y->slot)) return false;
        struct decimal v = grid_column_decimal(f->columns[k], p);
        if (!decimal_eq(v, grid_column_decimal(other, q))) return false;
        size_t i = 0;
        while (i < kinds && !decimal_eq(seen[i], v)) i++;
        if (i == kinds && kinds < TWIN_KINDS) seen[kinds++] = v;
        *last = f->keys[k];
    }
    return kinds == TWIN_KINDS;
}

static struct inspect_cell cell_at(const struct inspecting *in, const struct line *l, uint64_t key)
{
    uint32_t at;
    const struct grid_column *c = family_find(family_of(in->grid, l->family), key);
    struct inspect_cell out = {.indicator = inspect_indicator(in->grid, l->family), .slot = l->slot};
    if (c && grid_column_has(&at, c, l->slot)) out.cell = column_cell(in->grid, c, key, at);
    return out;
}

/* The second of two lines, as a finding at its last figure. */
static void put_twin(struct inspecting *in, enum inspect_rule rule, const struct line *x, const struct line *y,
                     uint64_t last)
{
    struct inspected f = {.rule = rule,
                          .severity = SEVERITY_DOUBT,
                          .at = cell_at(in, y, last),
                          .others = {cell_at(in, x, last)},
                          .other_count = 1,
                          .other_total = 1,
                          .points = y->points,
                          .last = grid_period(in->grid, (uint32_t)last)};
    if (inspect_wants_period(in, last)) inspect_put(in, &f, 0);
}

static bool are_related(const struct inspecting *in, const struct indicator *a, const struct indicator *b)
{
    return str_eq(a->base, b->code) || str_eq(b->base, a->code) || sum_rules_relate(in->ask->sums, a, b) ||
           !str_eq(a->canonical_unit, b->canonical_unit);
}

/* Neighbours in the order given that have one hash; each is held against the first of its run. */
static void twins_in(struct inspecting *in, const struct lines *lines, enum inspect_rule rule)
{
    bool units = rule == INSPECT_SAME_UNITS;
    for (size_t first = 0, i = 1; i < lines->len; i++) {
        const struct line *x = &lines->at[first], *y = &lines->at[i];
        uint64_t last;
        if (x->hash != y->hash || (!units && x->slot != y->slot)) {
            first = i;
            continue;
        }
        const struct indicator *a = inspect_indicator(in->grid, x->family), *b = inspect_indicator(in->grid, y->family);
        if (!units && (!a || !b || are_related(in, a, b))) continue;
        if (!inspect_wants_slot(in, x->slot) && !inspect_wants_slot(in, y->slot)) continue;
        if (are_twins(&last, in, x, y)) put_twin(in, rule, x, y, last);
    }
}

void inspect_twins(struct inspecting *in)
{
    struct line *by_slot = arena_array(in->arena, struct line, in->grid->names->unit_count);
    struct lines all = {0};
    for (uint32_t n = 0; n < in->grid->names->indicator_count; n++) {
        const struct indicator *i = inspect_indicator(in->grid, n);
        struct lines own = {0};
        if (!family_of(in->grid, n) || !inspect_wants_indicator(in, i)) continue;
        lines_of(&own, by_slot, in, n);
        if (own.len == 0) continue;
        for (size_t k = 0; k < own.len && inspect_wants(in, INSPECT_SAME_INDICATORS); k++)
            *vec_push(in->arena, &all) = own.at[k];
        qsort(own.at, own.len, sizeof *own.at, by_hash);
        if (inspect_wants(in, INSPECT_SAME_UNITS)) twins_in(in, &own, INSPECT_SAME_UNITS);
    }
    if (all.len == 0) return;
    qsort(all.at, all.len, sizeof *all.at, by_slot_hash);
    twins_in(in, &all, INSPECT_SAME_INDICATORS);
}
