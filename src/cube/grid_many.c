/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_many: the questions over many units (grid_ask.h): cells, pivot, roll-up, rank.
 *
 * A roll-up has two ways. When one column holds all that can be chosen and nothing in it stands aside, a scope is a few
 * runs of that column and its sum is that of the runs. Else each unit is asked by itself. Both give the same, which the
 * tests compare.
 */
#include "grid_ask.h"
#include "grid_choice.h"

#include <stdlib.h>

static const struct str REASONS[] = {
    STR_INIT(""),
    STR_INIT("không đơn vị nào có số"),
    STR_INIT("chỉ tiêu không cộng được giữa các đơn vị"),
    STR_INIT("chỉ tiêu tỷ lệ, cần mẫu số để tính"),
    STR_INIT("tổng mẫu số không lớn hơn 0"),
    STR_INIT("khác đơn vị tính"),
    STR_INIT("có số liệu là một khoảng"),
    STR_INIT("số quá lớn"),
};
_Static_assert(sizeof REASONS / sizeof *REASONS == GRID_WHYS, "a reason for each");

struct str grid_why_reason(enum grid_why why)
{
    return REASONS[why];
}

static void chosen_for(struct grid_chosen *out, const struct grid *g, const struct indicator *i, struct period period)
{
    struct grid_choice choice;
    choice_of_value(&choice, g, i->time, period);
    chosen_columns(out, g, grid_indicator_find(g, i->code), &choice);
}

void grid_cells(struct grid_cell *out, const struct grid *g, const struct indicator *indicator, struct period period,
                const struct grid_scope *scope)
{
    struct grid_chosen chosen;
    chosen_for(&chosen, g, indicator, period);
    for (uint32_t i = 0; i < scope->units; i++) out[i] = chosen_cell(g, &chosen, scope->slots[i]);
}

void grid_pivot(struct grid_cell *out, const struct grid *g, const uint32_t *slots, size_t slot_count,
                const struct grid_axis *columns, size_t column_count)
{
    for (size_t k = 0; k < column_count; k++) {
        struct grid_chosen chosen;
        chosen_for(&chosen, g, columns[k].indicator, columns[k].period);
        for (size_t i = 0; i < slot_count; i++) out[i * column_count + k] = chosen_cell(g, &chosen, slots[i]);
    }
}

/* --- roll-up */

/* Sums on their way to an answer. */
struct adding {
    struct grid_rollup *out;
    struct wide sum, of, weight;
    bool all_of, weighted, inexact; /* inexact: a formula gave digits without end */
};

/* A cell as it is added up: not as it was rounded for tables. */
static struct decimal full_value(const struct grid_cell *c)
{
    return c->rounded ? c->fine : c->value;
}

/* The last decimal that a mean or a sum of rounded cells shows. */
static int8_t shown_scale(const struct grid_cell *c)
{
    return c->inexact ? c->value.scale : full_value(c).scale;
}

static void join_bound(enum figure_bound *sum, enum figure_bound b, bool first)
{
    if (first || *sum == b)
        *sum = b;
    else
        *sum = *sum == BOUND_EXACT ? b : b == BOUND_EXACT ? *sum : BOUND_ABOUT;
}

static void add_cell(struct adding *a, const struct grid *g, const struct grid_cell *c, const struct grid_cell *weight)
{
    struct grid_rollup *r = a->out;
    if (!c->known || (a->weighted && !weight->known)) return;
    if (c->has_max || (a->weighted && weight->has_max)) {
        r->why = GRID_HAS_RANGE;
        return;
    }
    if (r->have && !measures_compare(r->measure, c->measure)) {
        r->why = GRID_OTHER_MEASURE;
        return;
    }
    join_bound(&r->bound, c->bound, r->have == 0);
    r->measure = c->measure;
    if (a->weighted) {
        struct decimal w = full_value(weight);
        wide_add_product(&a->sum, full_value(c), w);
        wide_add(&a->weight, w.coefficient, w.scale);
        join_bound(&r->bound, weight->bound, false);
    } else {
        struct decimal v = full_value(c);
        wide_add(&a->sum, v.coefficient, v.scale);
        a->all_of &= c->has_of;
        if (c->has_of) wide_add(&a->of, c->of.coefficient, c->of.scale);
    }
    int8_t scale = a->weighted ? c->value.scale : shown_scale(c);
    if (!r->have || scale > r->value.scale) r->value.scale = scale; /* of the result: kept here meanwhile */
    a->inexact |= c->inexact || (a->weighted && weight->inexact);
    r->estimates += c->computed ? c->estimate : grid_lane(g, c->lane)->aspect == ASPECT_ESTIMATE;
    r->computed += c->computed;
    r->have++;
}

static void finish(struct adding *a)
{
    struct grid_rollup *r = a->out;
    int8_t scale = r->value.scale;
    const struct wide one = {.n = 1};
    r->value = (struct decimal){0};
    if (r->why != GRID_ADDED) return;
    if (!r->have) {
        r->why = GRID_NO_FIGURES;
    } else if (a->weighted) {
        if (!a->weight.bad && a->weight.n <= 0)
            r->why = GRID_ZERO_WEIGHT;
        else if (!wide_div(&r->value, &a->sum, &a->weight, scale < 2 ? 2 : scale))
            r->why = GRID_TOO_LARGE;
    } else if (a->inexact ? !wide_div(&r->value, &a->sum, &one, scale) : !wide_decimal(&r->value, &a->sum)) {
        r->why = GRID_TOO_LARGE;
    } else {
        r->has_of = a->all_of && wide_decimal(&r->of, &a->of);
    }
    if (a->inexact && r->why == GRID_ADDED) join_bound(&r->bound, BOUND_ABOUT, false);
}

static void add_runs(struct adding *a, const struct grid *g, const struct grid_chosen *c, const struct grid_scope *s)
{
    const struct grid_column *column = c->at[0].column;
    for (size_t i = 0; i < s->run_count; i++) {
        uint32_t first = grid_column_rank(column, s->runs[i].first), end = grid_column_rank(column, s->runs[i].end);
        grid_column_sum(&a->sum, column, first, end);
        a->out->have += end - first;
    }
    if (!a->out->have) return;
    a->out->measure = g->names->measures[column->measure];
    if (grid_lane(g, (uint32_t)(c->at[0].key >> 32))->aspect == ASPECT_ESTIMATE) a->out->estimates = a->out->have;
    a->all_of = false;
}

/* Whether an indicator can be added up at all; `weighted`: by a weight. */
static enum grid_why can_add(const struct indicator *i, bool weighted)
{
    switch (i->aggregation) {
    case AGGREGATE_SUM: return GRID_ADDED;
    case AGGREGATE_WEIGHTED: return weighted ? GRID_ADDED : GRID_NEEDS_WEIGHT;
    case AGGREGATE_NONE: return GRID_NOT_ADDITIVE;
    }
    return GRID_NOT_ADDITIVE;
}

static void count_units(struct grid_rollup *out, const struct grid_chosen *c, const struct grid_scope *s)
{
    uint32_t at;
    for (uint32_t i = 0; i < s->units; i++)
        for (uint32_t k = 0; k < c->len; k++) {
            if (s->slots[i] == GRID_NONE || !grid_column_has(&at, c->at[k].column, s->slots[i])) continue;
            out->have++;
            break;
        }
}

static struct grid_rollup roll_up(const struct grid *g, const struct indicator *indicator,
                                  const struct grid_chosen *chosen, const struct grid_scope *scope,
                                  const struct grid_chosen *weight)
{
    struct grid_rollup out = {.units = scope->units, .why = can_add(indicator, weight != NULL)};
    bool weighted = weight && indicator->aggregation == AGGREGATE_WEIGHTED;
    struct adding a = {&out, wide_zero(), wide_zero(), wide_zero(), .all_of = true, .weighted = weighted};
    if (out.why != GRID_ADDED) {
        count_units(&out, chosen, scope);
        return out;
    }
    if (!weighted && chosen->len == 1 && !chosen->at[0].column->aside_count) {
        add_runs(&a, g, chosen, scope);
    } else {
        for (uint32_t i = 0; i < scope->units && out.why == GRID_ADDED; i++) {
            struct grid_cell c = chosen_cell(g, chosen, scope->slots[i]), w = {0};
            if (weighted) w = chosen_cell(g, weight, scope->slots[i]);
            add_cell(&a, g, &c, &w);
        }
    }
    finish(&a);
    return out;
}

struct grid_rollup grid_rollup(const struct grid *g, const struct indicator *indicator, struct period period,
                               const struct grid_scope *scope, const struct indicator *weight)
{
    struct grid_chosen chosen, weights;
    chosen_for(&chosen, g, indicator, period);
    if (weight) chosen_for(&weights, g, weight, period);
    return roll_up(g, indicator, &chosen, scope, weight ? &weights : NULL);
}

struct grid_rollup grid_rollup_cells(const struct grid *g, const struct indicator *indicator,
                                     const struct grid_cell *cells, const struct grid_cell *weights, uint32_t count)
{
    struct grid_rollup out = {.units = count, .why = can_add(indicator, weights != NULL)};
    bool weighted = weights && indicator->aggregation == AGGREGATE_WEIGHTED, added = out.why == GRID_ADDED;
    struct adding a = {&out, wide_zero(), wide_zero(), wide_zero(), .all_of = true, .weighted = weighted};
    for (uint32_t i = 0; i < count && (!added || out.why == GRID_ADDED); i++) {
        if (added) {
            add_cell(&a, g, &cells[i], weighted ? &weights[i] : &(struct grid_cell){0});
            continue;
        }
        out.have += cells[i].known;
        out.computed += cells[i].computed;
    }
    if (added) finish(&a);
    return out;
}

void grid_pivot_rollup(struct grid_rollup *out, const struct grid *g, const struct grid_scope *scopes,
                       size_t scope_count, const struct grid_axis *columns, size_t column_count)
{
    for (size_t k = 0; k < column_count; k++) {
        struct grid_chosen chosen;
        chosen_for(&chosen, g, columns[k].indicator, columns[k].period);
        for (size_t i = 0; i < scope_count; i++)
            out[i * column_count + k] = roll_up(g, columns[k].indicator, &chosen, &scopes[i], NULL);
    }
}

/* --- rank */

static bool has_rank(const struct grid_ranked *r)
{
    return r->cell.known && !r->cell.has_max;
}

static int by_place(const struct grid_ranked *x, const struct grid_ranked *y)
{
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static int highest_first(const void *a, const void *b)
{
    const struct grid_ranked *x = a, *y = b;
    if (has_rank(x) != has_rank(y)) return has_rank(x) ? -1 : 1;
    int c = has_rank(x) ? decimal_cmp(y->cell.value, x->cell.value) : 0;
    return c ? c : by_place(x, y);
}

static int lowest_first(const void *a, const void *b)
{
    const struct grid_ranked *x = a, *y = b;
    if (has_rank(x) != has_rank(y)) return has_rank(x) ? -1 : 1;
    int c = has_rank(x) ? decimal_cmp(x->cell.value, y->cell.value) : 0;
    return c ? c : by_place(x, y);
}

struct grid_ranking grid_rank_cells(struct arena *a, const struct grid_cell *cells, uint32_t count,
                                    const struct indicator *indicator)
{
    struct grid_ranked *all = arena_array(a, struct grid_ranked, count);
    struct grid_ranking out = {.at = all, .len = count, .lowest_first = indicator->direction == DIRECTION_DOWN};
    for (uint32_t i = 0; i < count; i++) all[i] = (struct grid_ranked){.unit = i, .cell = cells[i]};
    if (out.len) qsort(all, out.len, sizeof *all, out.lowest_first ? lowest_first : highest_first);
    for (; out.ranked < out.len && has_rank(&all[out.ranked]); out.ranked++) {
        struct grid_ranked *r = &all[out.ranked];
        struct grid_ranked *before = out.ranked ? r - 1 : NULL;
        bool tied = before && decimal_eq(before->cell.value, r->cell.value);
        r->rank = tied ? before->rank : out.ranked + 1;
        r->tied = tied;
        if (tied) before->tied = true;
    }
    return out;
}

struct grid_ranking grid_rank(struct arena *a, const struct grid *g, const struct indicator *indicator,
                              struct period period, const struct grid_scope *scope)
{
    struct grid_cell *cells = arena_array(a, struct grid_cell, scope->units);
    grid_cells(cells, g, indicator, period, scope);
    return grid_rank_cells(a, cells, scope->units, indicator);
}
