/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook_plan: how a year stands to each layer of its plan (outlook.h).
 *
 *   pace by season    % of plan against the share that past years had done by now: what counts
 *   pace by calendar  the same against the days that are over: only a first look, revenue does not run evenly
 *   needed per month  (plan - done) / months left
 *   outlook           low and high of the forecast against the plan
 */
#include "outlook_private.h"

static const struct str VERDICT_WORDS[] = {STR_INIT(""), STR_INIT("reaches"), STR_INIT("open"), STR_INIT("misses")};
_Static_assert(sizeof VERDICT_WORDS / sizeof *VERDICT_WORDS == OUTLOOK_VERDICTS, "a word for each");
static const struct str NEED_WORDS[] = {STR_INIT(""), STR_INIT("more"), STR_INIT("nothing"), STR_INIT("at_most"),
                                        STR_INIT("passed")};
_Static_assert(sizeof NEED_WORDS / sizeof *NEED_WORDS == OUTLOOK_NEEDS, "a word for each");

struct str outlook_verdict_word(enum outlook_verdict v)
{
    return VERDICT_WORDS[v];
}

struct str outlook_need_word(enum outlook_need n)
{
    return NEED_WORDS[n];
}

/* The newest plan of the year of one layer. */
static const struct cube_figure *plan_of_layer(const struct outlook_place *p, struct str indicator,
                                               enum plan_layer layer)
{
    struct cube_cell cell = cube_cell_find(p->cube, p->unit, indicator);
    struct period year = period_year(p->period.to.year);
    const struct cube_figure *best = NULL;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(p->cube, row);
        const struct figure_key *k = &f->figure.key;
        if (k->kind != KIND_LEVEL || k->aspect != ASPECT_PLAN || !period_same_time(k->period, year)) continue;
        if (!str_eq(k->layer, plan_layer_literal(layer)) || f->figure.has_max) continue;
        if (!best || f->id > best->id) best = f;
    }
    return best;
}

static struct measured measured_of(const struct figure *f)
{
    return (struct measured){.known = true, .value = f->value, .bound = f->bound, .measure = f->measure};
}

static enum pace_verdict season_pace(const struct outlook *o, const struct outlook_plan *plan)
{
    if (o->why != OUTLOOK_MADE) return PACE_NO_VERDICT;
    return pace_verdict_of(&plan->ratio, o->question.indicator, o->forecast.share);
}

static void add_need(struct outlook_plan *plan, const struct outlook *o)
{
    struct decimal rest;
    bool limit = o->question.indicator->direction == DIRECTION_DOWN;
    if (!o->done.known || !plan->plan.known || o->question.indicator->time == TIME_RATE) return;
    if (plan->ratio.why != COMPARABLE || !decimal_sub(&rest, plan->plan.value, o->done.value)) return;
    int sign = decimal_sign(rest);
    if (sign < 0 || (sign == 0 && !limit)) {
        plan->need = limit ? NEED_PASSED : NEED_NOTHING;
        return;
    }
    if (per_month(&plan->needed, rest, o->months.left, o->months.parts, !limit))
        plan->need = limit ? NEED_AT_MOST : NEED_MORE;
}

static void add_outlook(struct outlook_plan *plan, const struct outlook *o)
{
    struct measured said = {.known = o->why == OUTLOOK_MADE, .value = o->forecast.value, .measure = o->done.measure};
    plan->expected = comparison_plan(said, plan->plan);
    enum direction d = o->question.indicator->direction;
    if (plan->expected.why != COMPARABLE || !o->forecast.has_interval || d == DIRECTION_NONE) return;
    bool low_reaches = decimal_cmp(o->forecast.low, plan->plan.value) >= 0;
    bool high_reaches = decimal_cmp(o->forecast.high, plan->plan.value) >= 0;
    bool above = decimal_cmp(o->forecast.low, plan->plan.value) > 0;
    bool below = decimal_cmp(o->forecast.high, plan->plan.value) <= 0;
    bool good = d == DIRECTION_UP ? low_reaches : below, bad = d == DIRECTION_UP ? !high_reaches : above;
    plan->outlook = good ? OUTLOOK_REACHES : bad ? OUTLOOK_MISSES : OUTLOOK_OPEN;
}

static void judge(struct outlook_plan *plan, const struct outlook *o)
{
    plan->verdict = plan_verdict_of(&plan->ratio, o->question.indicator, false);
    plan->by_calendar = pace_verdict_of(&plan->ratio, o->question.indicator, o->calendar);
    plan->by_season = season_pace(o, plan);
}

static void add_plan(struct outlook *o, struct arena *a, enum plan_layer layer, const struct cube_figure *f)
{
    struct outlook_plan plan = {.layer = layer, .figure = f, .plan = measured_of(&f->figure)};
    struct measured done = {.known = o->done.known,
                            .value = o->done.value,
                            .bound = o->done.about ? BOUND_ABOUT : BOUND_EXACT,
                            .measure = o->done.measure};
    plan.ratio = comparison_plan(done, plan.plan);
    judge(&plan, o);
    add_need(&plan, o);
    add_outlook(&plan, o);
    *vec_push(a, &o->plans) = plan;
}

/* Only the ratio is known: "đạt 52,3 % dự toán". */
static void add_stated(struct outlook *o, const struct outlook_place *p, struct arena *a)
{
    struct answer ratio = answer_plan_ratio(p->cube, &o->question);
    if (ratio.rule != ANSWER_STATED) return;
    struct outlook_plan plan = {.layer = PLAN_UNNAMED, .stated = ratio.made[0], .ratio = ratio.comparison};
    if (!plan_layer_find(&plan.layer, ratio.made[0]->figure.key.layer)) plan.layer = PLAN_UNNAMED;
    plan.expected.why = NOT_WITHOUT_PLAN;
    judge(&plan, o);
    *vec_push(a, &o->plans) = plan;
}

void outlook_add_plans(struct outlook *o, const struct outlook_place *p, struct arena *a)
{
    static const enum plan_layer ORDER[] = {PLAN_ADJUSTED, PLAN_COUNCIL, PLAN_GIVEN_AND_COUNCIL, PLAN_GIVEN,
                                            PLAN_LEGAL,    PLAN_UNNAMED, PLAN_STRIVING};
    /* a supplement is a part of a plan: nothing is set against it */
    _Static_assert(sizeof ORDER / sizeof *ORDER == PLAN_LAYERS - 1, "a place for each but the supplement");
    for (size_t k = 0; k < sizeof ORDER / sizeof *ORDER; k++) {
        const struct cube_figure *f = plan_of_layer(p, o->question.indicator->code, ORDER[k]);
        if (f) add_plan(o, a, ORDER[k], f);
    }
    if (o->plans.len) return;
    struct answer plan = answer_plan(p->cube, &o->question); /* an indicator that is the plan of this one */
    const struct figure *f = plan.rule == ANSWER_FIGURE && plan.value.known ? &plan.made[0]->figure : NULL;
    if (f && !str_eq(f->key.indicator, o->question.indicator->code))
        add_plan(o, a, PLAN_UNNAMED, plan.made[0]);
    else
        add_stated(o, p, a);
}
