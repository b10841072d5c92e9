/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook_plan: how a year stands to each layer of its plan (outlook.h).
 *
 *   pace              % of plan against the share that past years had done by now; where none is known, against the
 *                     days that are over (outlook.h)
 *   pace by calendar  against the days in any case: only a first look, revenue does not run evenly
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
    if (o->share.by != PACE_BY_NOTHING)
        plan->pace = pace_verdict_of(&plan->ratio, o->question.indicator, o->share.expected);
}

static void add_plan(struct outlook *o, struct arena *a, enum plan_layer layer, const struct answer *of)
{
    struct outlook_plan plan = {
        .layer = layer, .changed = of->rule == ANSWER_CHANGED, .figure = of->made[0], .plan = of->value};
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

static struct answer answer_of(const struct cube_figure *f)
{
    return (struct answer){ANSWER_FIGURE, .value = measured_of(&f->figure), .made = {f}, .made_count = 1};
}

/* In the order of precedence; the plan with its supplements stands where an adjusted one would. */
void outlook_add_plans(struct outlook *o, const struct outlook_place *p, struct arena *a)
{
    for (enum plan_layer layer = 0; layer < PLAN_SUPPLEMENT; layer++) {
        const struct cube_figure *f = plan_of_layer(p, o->question.indicator->code, layer);
        struct answer plan = f ? answer_of(f) : (struct answer){0};
        enum plan_layer base = layer;
        if (!f && layer == PLAN_ADJUSTED) plan = answer_plan_changed(p->cube, &o->question);
        if (plan.rule == ANSWER_CHANGED && !plan_layer_find(&base, plan.made[0]->figure.key.layer)) continue;
        if (plan.rule != ANSWER_NONE) add_plan(o, a, base, &plan);
    }
    if (o->plans.len) return;
    struct answer plan = answer_plan(p->cube, &o->question); /* an indicator that is the plan of this one */
    bool other = plan.rule == ANSWER_FIGURE && plan.value.known &&
                 !str_eq(plan.made[0]->figure.key.indicator, o->question.indicator->code);
    if (other)
        add_plan(o, a, PLAN_UNNAMED, &plan);
    else
        add_stated(o, p, a);
}
