/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_choice: see grid_choice.h. Few periods can mean the time asked for, so these are looked for first and only
 * they are crossed with the lanes.
 */
#include "grid_choice.h"

enum { NEAR_MOST = 64 };

static void put(struct grid_choice *c, uint64_t key, uint32_t rank)
{
    uint32_t at = c->len;
    if (rank == RANK_NONE) return;
    while (at && c->at[at - 1].rank > rank) at--;
    if (at == CHOICES_MOST) return;
    if (c->len < CHOICES_MOST) c->len++;
    for (uint32_t i = c->len - 1; i > at; i--) c->at[i] = c->at[i - 1];
    c->at[at].key = key;
    c->at[at].rank = rank;
}

enum wanted { VALUES, PLANS, PLANS_OF_ANY_ASPECT };

static void choose(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period,
                   enum wanted wanted)
{
    bool plan = wanted != VALUES;
    const struct grid_names *n = g->names;
    uint32_t near[NEAR_MOST], near_count = 0;
    struct period year = plan ? period_year(period.to.year) : (struct period){0};
    out->len = 0;
    if (period.kind == PERIOD_NONE) return;
    for (uint32_t i = 0; i < n->period_count && near_count < NEAR_MOST; i++)
        if (date_cmp(n->periods[i].to, period.to) == 0 || (plan && date_cmp(n->periods[i].to, year.to) == 0))
            near[near_count++] = i;
    for (uint32_t l = 0; l < n->lane_count; l++) {
        const struct grid_lane *lane = &n->lanes[l];
        struct figure_key k = {.kind = lane->kind, .aspect = lane->aspect, .layer = lane->layer};
        if (wanted != PLANS_OF_ANY_ASPECT && plan != (lane->aspect == ASPECT_PLAN)) continue;
        for (uint32_t i = 0; i < near_count; i++) {
            k.period = n->periods[near[i]];
            put(out, column_key(l, near[i]),
                plan ? choice_plan_rank(time, period, &k) : choice_value_rank(time, period, &k));
        }
    }
}

void choice_of_value(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period)
{
    choose(out, g, time, period, VALUES);
}

void choice_of_plan(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period)
{
    choose(out, g, time, period, PLANS);
}

void choice_of_own_plan(struct grid_choice *out, const struct grid *g, enum time_behaviour time, struct period period)
{
    choose(out, g, time, period, PLANS_OF_ANY_ASPECT);
}

void chosen_columns(struct grid_chosen *out, const struct grid *g, uint32_t indicator, const struct grid_choice *c)
{
    const struct grid_family *f = family_of(g, indicator);
    out->len = 0;
    for (uint32_t i = 0; f && i < c->len; i++) {
        const struct grid_column *column = family_find(f, c->at[i].key);
        if (!column) continue;
        __builtin_prefetch(column);
        out->at[out->len].column = column;
        out->at[out->len].key = c->at[i].key;
        out->at[out->len++].rank = c->at[i].rank;
    }
}

struct grid_cell chosen_cell(const struct grid *g, const struct grid_chosen *c, uint32_t slot)
{
    uint32_t best = GRID_NONE, best_at = 0, at;
    for (uint32_t i = 0; i < c->len; i++) {
        if (best != GRID_NONE && c->at[i].rank > c->at[best].rank) break;
        if (slot == GRID_NONE || !grid_column_has(&at, c->at[i].column, slot)) continue;
        if (best != GRID_NONE && grid_column_id(c->at[best].column, best_at) > grid_column_id(c->at[i].column, at))
            continue;
        best = i;
        best_at = at;
    }
    if (best == GRID_NONE) return (struct grid_cell){0};
    return column_cell(g, c->at[best].column, c->at[best].key, best_at);
}
