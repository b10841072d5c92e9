/* SPDX-License-Identifier: Apache-2.0
 *
 * stand: see stand.h. All that is decided here is which rows a table has and whether the time of a plan is over;
 * what a number is, the cube says (answer.h), and what is good, the indicator (comparison.h).
 */
#include "stand.h"

static void add_verdicts(struct stand_row *r)
{
    const struct indicator *i = r->question.indicator;
    bool over = answer_plan_is_over(&r->plan, &r->question);
    /* Without the plan itself a stated ratio is taken to be of the plan of the year. */
    if (r->plan.made_count == 0) over = r->question.period.to.month == 12 && r->question.period.to.day == 31;
    r->plan_verdict = plan_verdict_of(&r->ratio.comparison, i, over);
    r->year_verdict = year_verdict_of(&r->growth.comparison, i);
    struct period plan = r->plan.made_count ? r->plan.made[0]->figure.key.period
                                            : period_year(r->question.period.to.year);
    r->has_expected = r->ratio.rule != ANSWER_NONE && i->time == TIME_FLOW &&
                      pace_expected(&r->expected, r->question.period, plan);
    if (r->has_expected) r->pace = pace_verdict_of(&r->ratio.comparison, i, r->expected);
}

static bool says_something(const struct stand_row *r)
{
    return r->value.rule != ANSWER_NONE || r->plan.rule != ANSWER_NONE || r->ratio.rule != ANSWER_NONE ||
           r->growth.rule != ANSWER_NONE;
}

static void count(struct stand *s, const struct stand_row *r)
{
    switch (r->plan_verdict) {
    case PLAN_EXCEEDED: s->exceeded++; break;
    case PLAN_REACHED: s->reached++; break;
    case PLAN_NOT_REACHED: s->not_reached++; break;
    case PLAN_UNDER_WAY: s->under_way++; break;
    case PLAN_NO_VERDICT:
    case PLAN_VERDICTS: break;
    }
    s->better += r->year_verdict == YEAR_BETTER;
    s->worse += r->year_verdict == YEAR_WORSE;
}

bool stand_load(struct snapshot *out, struct db *db, struct arena *a, struct str unit, struct err *err)
{
    struct like_ids ids;
    if (!unit.len) return snapshot_load(out, db, a, unit, err);
    return like_ids(&ids, db, a, unit, err) && snapshot_load_units(out, db, a, ids.at, ids.len, err);
}

void stand_fill(struct stand *out, const struct cube *cube, const struct like_family *family, struct arena *a,
                struct kept_unit unit, struct period period)
{
    struct codes codes = cube_indicators(cube);
    *out = (struct stand){.unit = unit, .period = period};
    for (size_t i = 0; i < codes.len; i++) {
        struct stand_row r = {.question = {unit.code, indicator_find(codes.at[i]), period}};
        if (!r.question.indicator) continue;
        r.value = answer_value(cube, &r.question);
        r.plan = answer_plan(cube, &r.question);
        r.ratio = answer_plan_ratio(cube, &r.question);
        r.growth = like_growth(&r.like, family, cube, a, &r.question);
        if (!says_something(&r)) continue;
        add_verdicts(&r);
        count(out, &r);
        *vec_push(a, out) = r;
    }
}

bool stand_make(struct stand *out, const struct snapshot *s, struct db *db, struct arena *a, struct kept_unit unit,
                struct period period, struct err *err)
{
    struct like_family *family;
    if (!like_family_make(&family, db, a, unit.code, period_years_back(period, 1), period, err)) return false;
    stand_fill(out, s->cube, family, a, unit, period);
    return true;
}

/* How many indicators of a unit have a value for a period. */
static size_t values_in(const struct cube *cube, struct str unit, struct period period)
{
    struct codes codes = cube_indicators(cube);
    size_t n = 0;
    for (size_t i = 0; i < codes.len; i++) {
        struct question q = {unit, indicator_find(codes.at[i]), period};
        n += q.indicator && answer_value(cube, &q).rule != ANSWER_NONE;
    }
    return n;
}

struct period stand_latest(const struct cube *cube, struct arena *a, struct str unit)
{
    struct cube_periods p = cube_periods(cube, a, unit);
    size_t *counts = arena_array(a, size_t, p.len), most = 0;
    for (size_t i = 0; i < p.len; i++) {
        counts[i] = values_in(cube, unit, p.at[i]);
        if (counts[i] > most) most = counts[i];
    }
    for (size_t i = 0; i < p.len; i++)
        if (counts[i] * 2 >= most) return p.at[i];
    return (struct period){0};
}
