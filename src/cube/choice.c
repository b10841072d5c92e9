/* SPDX-License-Identifier: Apache-2.0
 *
 * choice: see choice.h. The ranks are the rules of choice written as numbers, so that there is no hidden order.
 */
#include "choice.h"

#include "plan.h"

uint32_t choice_period_rank(enum time_behaviour time, struct period asked, struct period p)
{
    if (period_eq(asked, p)) return 0;
    if (period_same_time(asked, p)) return 1;
    if (time != TIME_FLOW && p.kind == PERIOD_DAY && date_cmp(p.to, asked.to) == 0) return 1;
    return RANK_NONE;
}

uint32_t choice_layer_rank(struct str layer)
{
    enum plan_layer l;
    return plan_layer_find(&l, layer) ? (uint32_t)l : PLAN_LAYERS;
}

uint32_t choice_value_rank(enum time_behaviour time, struct period asked, const struct figure_key *k)
{
    if ((k->kind != KIND_LEVEL && k->kind != KIND_FRACTION) || k->aspect == ASPECT_PLAN) return RANK_NONE;
    uint32_t rank = choice_period_rank(time, asked, k->period);
    return rank == RANK_NONE ? rank : rank + (k->aspect == ASPECT_ESTIMATE ? 2 : 0);
}

uint32_t choice_plan_rank(enum time_behaviour time, struct period asked, const struct figure_key *k)
{
    uint32_t late = 0, layer = choice_layer_rank(k->layer);
    if (k->kind != KIND_LEVEL || layer == PLAN_SUPPLEMENT) return RANK_NONE;
    if (choice_period_rank(time, asked, k->period) == RANK_NONE) {
        if (asked.kind == PERIOD_NONE || !period_same_time(k->period, period_year(asked.to.year))) return RANK_NONE;
        late = 1;
    }
    return late * (PLAN_LAYERS + 1) + layer;
}

static bool is_plan(const struct figure_key *k)
{
    return k->kind == KIND_LEVEL && k->aspect == ASPECT_PLAN;
}

uint32_t choice_base_rank(int year, const struct figure_key *k)
{
    enum plan_layer l;
    struct period whole = period_year(year);
    if (!is_plan(k) || !plan_layer_find(&l, k->layer) || !period_same_time(k->period, whole)) return RANK_NONE;
    unsigned rank = plan_base_rank(l);
    return rank == PLAN_LAYERS ? RANK_NONE : rank * 2 + !period_eq(k->period, whole);
}

bool choice_supplements(int year, const struct figure_key *k)
{
    return is_plan(k) && choice_layer_rank(k->layer) == PLAN_SUPPLEMENT && k->period.from.year == year &&
           k->period.to.year == year;
}

bool choice_takes_supplements(int year, const struct figure_key *k)
{
    return is_plan(k) && choice_layer_rank(k->layer) != PLAN_ADJUSTED && period_same_time(k->period, period_year(year));
}
