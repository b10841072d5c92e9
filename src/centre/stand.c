/* SPDX-License-Identifier: Apache-2.0
 *
 * stand: see stand.h. All that is decided here is which rows a table has and whether the time of a plan is over;
 * what a number is, the cube says (answer.h), and what is good, the indicator (comparison.h).
 */
#include "stand.h"

#include "period_parts.h"
#include <stdlib.h>

static void add_verdicts(struct stand_row *r)
{
    const struct indicator *i = r->question.indicator;
    bool over = answer_plan_is_over(&r->plan, &r->question);
    /* Without the plan itself a stated ratio is taken to be of the plan of the year. */
    if (r->plan.made_count == 0) over = r->question.period.to.month == 12 && r->question.period.to.day == 31;
    r->plan_verdict = plan_verdict_of(&r->ratio.comparison, i, over);
    r->year_verdict = year_verdict_of(&r->growth.comparison, i);
    struct period plan = r->plan.made_count ? answer_plan_period(&r->plan, &r->question)
                                            : period_year(r->question.period.to.year);
    if (r->ratio.rule == ANSWER_NONE || i->time != TIME_FLOW) return;
    if (!pace_expected(&r->share.expected, r->question.period, plan)) return;
    r->share.by = PACE_BY_CALENDAR;
    r->pace = pace_verdict_of(&r->ratio.comparison, i, r->share.expected);
}

/* Past years say what part of a year is done by a time, not what part of a quarter. */
static bool wants_pace(const struct stand_row *r)
{
    struct period year = period_year(r->question.period.to.year);
    bool of_year = !r->plan.made_count || period_same_time(answer_plan_period(&r->plan, &r->question), year);
    return r->share.by != PACE_BY_NOTHING && of_year;
}

bool stand_wants_paces(const struct stand *s)
{
    bool any = false;
    for (size_t i = 0; i < s->len && !any; i++) any = wants_pace(&s->at[i]);
    return any && outlook_takes(s->period);
}

void stand_add_paces(struct stand *s, const struct outlook_place *past, struct arena *a)
{
    for (size_t i = 0; i < s->len; i++) {
        struct stand_row *r = &s->at[i];
        if (!wants_pace(r)) continue;
        r->share = outlook_pace(past, a, r->question.indicator);
        r->pace = pace_verdict_of(&r->ratio.comparison, r->question.indicator, r->share.expected);
    }
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
    struct office_formulas *f = arena_new(a, struct office_formulas);
    bool ok = unit.len ? like_ids(&ids, db, a, unit, err) && snapshot_load_units(out, db, a, ids.at, ids.len, err)
                       : snapshot_load(out, db, a, unit, err);
    if (!ok || !formulas_load(f, db, a, err)) return false;
    out->formulas = f;
    return snapshot_locks(out, db, a, unit, err);
}

/* --- what formulas add */

struct making {
    const struct snapshot *s;
    struct arena *arena;
    struct figure_source source;
    const struct like_family *family; /* NULL: not looked at */
};

static const struct reckoned *reckoned_of(const struct making *m, const struct question *q, struct period period)
{
    if (!m->s->formulas) return NULL;
    const struct reckoned *r = reckon(m->arena, &m->s->formulas->book, &m->source, q->indicator->code, period);
    return r && r->value.known && r->fresh ? r : NULL;
}

/* Whether a computed ratio to plan, or growth, stands in the row of its base anyway. */
static bool stands_elsewhere(const struct making *m, const struct question *q, const struct reckoned *r)
{
    if (!q->indicator->base.len || q->indicator->base_kind == KIND_LEVEL) return false;
    if (q->indicator->base_kind != KIND_PLAN_RATIO) return true;
    struct question base = {q->unit, indicator_find(q->indicator->base), q->period};
    struct answer plan = answer_plan(m->s->cube, &base);
    for (size_t i = 0; i < r->operands.len; i++) {
        const struct reckoned_operand *o = &r->operands.at[i];
        if (o->node && o->node->role == ROLE_PLAN) return plan.made_count && plan.made[0]->id == o->figure.id;
    }
    return false;
}

struct answer computed_comparison(const struct reckoned **then, const struct snapshot *s, struct arena *a,
                                  const struct question *q, const struct measured *value, bool growth)
{
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    const struct kept_unit *unit = snapshot_unit(s, q->unit);
    struct figure_source source = {s->cube, NULL, q->unit, unit ? kept_unit_kind(unit) : UNIT_KINDS};
    struct making m = {.s = s, .arena = a, .source = source};
    struct answer base = growth ? answer_value(s->cube, &before) : answer_plan(s->cube, q), out = {.rule = ANSWER_NONE};
    *then = growth && !base.value.known ? reckoned_of(&m, &before, before.period) : NULL;
    struct measured other = *then ? reckoned_full(*then) : base.value;
    out.comparison = growth ? comparison_growth(*value, other) : comparison_plan(*value, other);
    if (!other.known) out.missing = growth ? before.period : q->period;
    if (base.made_count && !*then) out.made[out.made_count++] = base.made[0];
    if (out.comparison.why != COMPARABLE) return out;
    bool ratio = str_eq(out.comparison.measure, STR("%"));
    out.rule = !ratio ? ANSWER_DIFFERENCE : growth ? ANSWER_GROWTH : ANSWER_RATIO;
    return out;
}

/* What a locked report keeps of the value. */
static void look_locked(struct stand_row *r, const struct making *m)
{
    const struct question *q = &r->question;
    if (!m->s->locked || !m->s->locked->len) return;
    r->locked = locked_find(m->s->locked, q->unit, q->indicator->code, q->period);
    if (!r->locked) return;
    if (r->value.rule == ANSWER_NONE)
        r->look = locked_look(m->arena, r->locked, r->computed, m->s->corrections);
    else
        r->look = (struct locked_look){LOCKED_CORRECTED, locked_reported(m->arena, r->locked, &r->value.value)};
}

/* Last year by the formula, or the parts of the time, where only this year's number was reported. */
static void grow_over_parts(struct stand_row *r, const struct making *m)
{
    const struct reckoned *then;
    if (r->value.rule == ANSWER_FORMULA || r->growth.rule != ANSWER_NONE || !r->value.value.known) return;
    struct answer a = computed_comparison(&then, m->s, m->arena, &r->question, &r->value.value, true);
    if (then && a.rule != ANSWER_NONE) r->growth = a;
}

/* Last year by the formula, where the unit was another then and nothing else gives its value. */
static void grow_by_formula(struct stand_row *r, const struct making *m)
{
    struct question before = {r->question.unit, r->question.indicator, period_years_back(r->question.period, 1)};
    bool known = r->growth.rule != ANSWER_NONE && r->growth.comparison.why == COMPARABLE;
    if (known && r->value.rule == ANSWER_FORMULA) r->like = (struct like){.rule = LIKE_SAME}; /* its own */
    if (known || r->value.rule == ANSWER_NONE || !m->family || !m->s->formulas) return;
    if (r->like.rule == LIKE_SAME) {
        grow_over_parts(r, m);
        return;
    }
    if (!like_by_formula(&r->like, m->family, m->s->cube, &m->s->formulas->book, m->arena, &before)) return;
    bool computed = r->value.rule == ANSWER_FORMULA && r->look.state != LOCKED_HELD;
    struct measured value = computed ? reckoned_full(r->computed) : r->value.value;
    struct comparison c = comparison_growth(value, like_full(&r->like));
    if (r->like.rule == LIKE_NOT || c.why != COMPARABLE) return;
    bool points = !str_eq(c.measure, STR("%"));
    r->growth = (struct answer){.rule = points ? ANSWER_DIFFERENCE : ANSWER_GROWTH, .comparison = c};
}

static void add_computed(struct stand_row *r, const struct making *m)
{
    r->computed = reckoned_of(m, &r->question, r->question.period);
    look_locked(r, m);
    bool held = r->look.state == LOCKED_HELD;
    if (!r->computed && !held) return;
    if (r->value.rule != ANSWER_NONE) {
        r->contradicts = r->value.rule == ANSWER_FIGURE && reckoned_differs(r->computed, &r->value.value);
        return;
    }
    if (!held && stands_elsewhere(m, &r->question, r->computed)) {
        r->computed = NULL;
        return;
    }
    r->value = (struct answer){.rule = ANSWER_FORMULA, .value = held ? r->locked->value : r->computed->value};
    r->estimate = held ? r->locked->estimate : r->computed->estimate;
    r->formula = held ? r->locked->formula : r->computed->rule->formula.text;
    const struct reckoned *then;
    struct measured value = held ? r->locked->value : reckoned_full(r->computed);
    r->growth = computed_comparison(&then, m->s, m->arena, &r->question, &value, true);
    r->ratio = computed_comparison(&then, m->s, m->arena, &r->question, &value, false);
}

static int compare_codes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The codes that can have a row: of figures, of formulas, and of what locks keep. In their order, each once. */
static struct codes codes_of(const struct making *m)
{
    struct codes known = cube_indicators(m->s->cube);
    size_t more = m->s->formulas ? m->s->formulas->book.len : 0, locked = m->s->locked ? m->s->locked->len : 0, len = 0;
    size_t count = known.len + more + locked;
    struct str *all = arena_array(m->arena, struct str, count);
    for (size_t i = 0; i < known.len; i++) all[i] = known.at[i];
    for (size_t i = 0; i < more; i++) all[known.len + i] = m->s->formulas->book.at[i].row.code;
    for (size_t i = 0; i < locked; i++) all[known.len + more + i] = m->s->locked->at[i].indicator;
    if (count) qsort(all, count, sizeof *all, compare_codes);
    for (size_t i = 0; i < count; i++)
        if (len == 0 || !str_eq(all[len - 1], all[i])) all[len++] = all[i];
    return (struct codes){all, len};
}

static const struct indicator *find_indicator(const struct snapshot *s, struct str code)
{
    return s->formulas ? formula_indicator(&s->formulas->book, code) : indicator_find(code);
}

/* A score adds up components: with some of them missing the sum would look like a bad score. */
static void add_partial(struct stand *out, const struct making *m, const struct indicator *i)
{
    size_t known = 0;
    if (!m->s->formulas || !str_eq(i->canonical_unit, STR("điểm"))) return;
    const struct reckoned *r = reckon(m->arena, &m->s->formulas->book, &m->source, i->code, out->period);
    if (!r || r->result.why != FORMULA_MISSING) return;
    for (size_t k = 0; k < r->operands.len; k++) {
        const struct reckoned_operand *o = &r->operands.at[k];
        bool told = o->figure.known || (o->computed && o->computed->fresh); /* not a share that the rule gives to all */
        known += o->node && o->state == OPERAND_KNOWN && !o->carried && told;
    }
    if (known) *vec_push(m->arena, &out->partial) = r;
}

void stand_fill(struct stand *out, const struct snapshot *s, const struct like_family *family, struct arena *a,
                struct kept_unit unit, struct period period)
{
    struct making m = {.s = s,
                       .arena = a,
                       .source = {.cube = s->cube, .unit = unit.code, .kind = kept_unit_kind(&unit)},
                       .family = family};
    struct codes codes = codes_of(&m);
    *out = (struct stand){.unit = unit, .period = period, .parts = parts_words(a, s->cube, unit.code, period)};
    for (size_t i = 0; i < codes.len; i++) {
        struct stand_row r = {.question = {unit.code, find_indicator(s, codes.at[i]), period}};
        if (!r.question.indicator) continue;
        r.value = answer_value(s->cube, &r.question);
        r.plan = answer_plan(s->cube, &r.question);
        r.ratio = answer_plan_ratio(s->cube, &r.question);
        r.growth = like_growth(&r.like, family, s->cube, a, &r.question);
        add_computed(&r, &m);
        grow_by_formula(&r, &m);
        if (r.value.rule == ANSWER_NONE) add_partial(out, &m, r.question.indicator);
        if (!says_something(&r)) continue;
        add_verdicts(&r);
        count(out, &r);
        *vec_push(a, out) = r;
    }
}

/* Whether a figure of an answer was corrected; the corrections are kept. */
static bool note_corrections(bool *found, struct stand *s, const struct correction_list *all, const struct answer *of,
                             struct db *db, struct arena *a, struct err *err)
{
    *found = false;
    for (size_t i = 0; i < of->made_count; i++) {
        const struct figure_key *key = of->made[i] ? &of->made[i]->figure.key : NULL;
        if (!key || !corrected_has(all, key)) continue;
        *found = true;
        if (!corrected_add(&s->corrections, db, a, key, err)) return false;
    }
    return true;
}

struct locked_words stand_locked(struct arena *a, const struct stand *s, enum locked_state state)
{
    struct locked_words out = {0};
    for (size_t i = 0; i < s->len; i++)
        if (s->at[i].look.state == state) *vec_push(a, &out) = s->at[i].look.words;
    return out;
}

bool stand_corrections(struct stand *s, struct db *db, struct arena *a, struct err *err)
{
    struct correction_list all;
    if (!correction_list(&all, db, a, (struct filing_id){0}, STR(""), s->unit.code, err)) return false;
    for (size_t i = 0; i < s->len && all.len; i++) {
        struct stand_row *r = &s->at[i];
        if (!note_corrections(&r->value_corrected, s, &all, &r->value, db, a, err)) return false;
        r->value_corrected |= r->look.state == LOCKED_CORRECTED;
        if (!note_corrections(&r->plan_corrected, s, &all, &r->plan, db, a, err)) return false;
        if (!note_corrections(&r->ratio_corrected, s, &all, &r->ratio, db, a, err)) return false;
        if (!note_corrections(&r->growth_corrected, s, &all, &r->growth, db, a, err)) return false;
    }
    return true;
}

bool stand_make(struct stand *out, const struct snapshot *s, struct db *db, struct arena *a, struct kept_unit unit,
                struct period period, struct err *err)
{
    struct like_family *family;
    if (!like_family_make(&family, db, a, unit.code, period_years_back(period, 1), period, err)) return false;
    stand_fill(out, s, family, a, unit, period);
    if (stand_wants_paces(out)) {
        struct outlook_place *past;
        if (!outlook_place_make(&past, s, db, a, &unit, period, FORECAST_YEARS, FORECAST_YEARS, err)) return false;
        stand_add_paces(out, past, a);
    }
    return stand_corrections(out, db, a, err);
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
