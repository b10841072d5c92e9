/* SPDX-License-Identifier: Apache-2.0
 *
 * answer: see answer.h. Each question walks the rows of one cell and keeps the best by a rank (choice.h); what a
 * report states is chosen by aspect, layer and id.
 *
 * A stated ratio or growth is used only when nothing can be reckoned; when it can, the stated one is still looked
 * for, and if no rounding of it agrees the answer says so. An indicator that is by itself a growth or ratio of the
 * one asked for (D03 of D02) counts as stating.
 */
#include "answer.h"

#include "choice.h"

static bool better(const struct cube_figure **best, uint32_t *best_rank, const struct cube_figure *f, uint32_t rank)
{
    if (rank == RANK_NONE || rank > *best_rank) return false;
    if (rank == *best_rank && *best && (*best)->id > f->id) return false;
    *best = f;
    *best_rank = rank;
    return true;
}

static uint32_t period_rank(const struct question *q, struct period p)
{
    return choice_period_rank(q->indicator->time, q->period, p);
}

static struct measured measured_of(const struct figure *f)
{
    return (struct measured){.known = !f->has_max, .value = f->value, .bound = f->bound, .measure = f->measure};
}

static void add_made(struct answer *a, const struct cube_figure *f)
{
    if (f && a->made_count < ANSWER_FIGURES) a->made[a->made_count++] = f;
}

static struct answer answer_of(const struct cube_figure *f)
{
    struct answer a = {.rule = ANSWER_NONE};
    if (!f) return a;
    a.rule = ANSWER_FIGURE;
    a.value = measured_of(&f->figure);
    add_made(&a, f);
    return a;
}

struct answer answer_value(const struct cube *c, const struct question *q)
{
    struct cube_cell cell = cube_cell_find(c, q->unit, q->indicator->code);
    const struct cube_figure *best = NULL;
    uint32_t best_rank = RANK_NONE;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(c, row);
        better(&best, &best_rank, f, choice_value_rank(q->indicator->time, q->period, &f->figure.key));
    }
    return answer_of(best);
}

/* The best plan in the cell of an indicator; a cell that is a plan by itself (D01 of D02) has it as its level too. */
static const struct cube_figure *plan_in(const struct cube *c, const struct question *q, struct str indicator,
                                         bool any_aspect)
{
    struct cube_cell cell = cube_cell_find(c, q->unit, indicator);
    const struct cube_figure *best = NULL;
    uint32_t best_rank = RANK_NONE;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(c, row);
        const struct figure_key *k = &f->figure.key;
        if (k->aspect != ASPECT_PLAN && !any_aspect) continue;
        better(&best, &best_rank, f, choice_plan_rank(q->indicator->time, q->period, k));
    }
    return best;
}

size_t answer_supplements(const struct cube_figure **out, size_t most, const struct cube *c, const struct question *q)
{
    struct cube_cell cell = cube_cell_find(c, q->unit, q->indicator->code);
    size_t count = 0;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(c, row);
        if (!choice_supplements(q->period.to.year, &f->figure.key)) continue;
        if (count < most) out[count] = f;
        count++;
    }
    return count;
}

struct answer answer_plan_changed(const struct cube *c, const struct question *q)
{
    struct answer none = {.rule = ANSWER_NONE}, out;
    struct cube_cell cell = cube_cell_find(c, q->unit, q->indicator->code);
    const struct cube_figure *base = NULL;
    uint32_t base_rank = RANK_NONE;
    int year = q->period.to.year;
    bool any = false;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(c, row);
        const struct figure_key *k = &f->figure.key;
        bool adjusted = choice_plan_rank(q->indicator->time, period_year(year), k) == PLAN_ADJUSTED;
        if (adjusted && k->aspect == ASPECT_PLAN) return none;
        better(&base, &base_rank, f, choice_base_rank(year, k));
        any |= choice_supplements(year, k);
    }
    if (!any || !base) return none;
    out = answer_of(base);
    out.rule = ANSWER_CHANGED;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        struct measured more = measured_of(&cube_row(c, row)->figure);
        if (!choice_supplements(year, &cube_row(c, row)->figure.key)) continue;
        if (!measured_add(&out.value, &more)) return none;
    }
    return out;
}

struct answer answer_plan(const struct cube *c, const struct question *q)
{
    const struct cube_figure *best = plan_in(c, q, q->indicator->code, false);
    struct indicators all = indicator_catalogue();
    for (size_t i = 0; !best && i < all.len; i++)
        if (all.at[i].base_kind == KIND_LEVEL && str_eq(all.at[i].base, q->indicator->code))
            best = plan_in(c, q, all.at[i].code, true);
    if (best && choice_takes_supplements(q->period.to.year, &best->figure.key)) {
        struct answer changed = answer_plan_changed(c, q);
        if (changed.rule != ANSWER_NONE) return changed;
    }
    if (best) return answer_of(best);
    struct answer value = answer_value(c, q);
    if (!value.made_count || !value.made[0]->figure.has_of) return (struct answer){.rule = ANSWER_NONE};
    value.rule = ANSWER_WHOLE;
    value.value = (struct measured){.known = true, .value = value.made[0]->figure.of, .measure = value.value.measure};
    return value;
}

/* Whether a stated figure speaks of growth over the same time of last year. */
static bool over_last_year(const struct figure_key *k, bool by_points)
{
    if (k->kind != (by_points ? KIND_CHANGE : KIND_GROWTH)) return false;
    switch (k->against) {
    case AGAINST_SAME_PERIOD: return true;
    case AGAINST_PREVIOUS_YEAR: return k->period.kind == PERIOD_YEAR;
    case AGAINST_PERIOD: return period_same_time(k->against_period, period_years_back(k->period, 1));
    case AGAINST_NONE:
    case AGAINST_PREVIOUS_PERIOD:
    case AGAINST_PLAN:
    case AGAINST_COUNT: return false;
    }
    return false;
}

/* The best stated ratio (kind PLAN_RATIO) or growth of the cell of `indicator`. */
static const struct cube_figure *stated_in(const struct cube *c, const struct question *q, struct str indicator,
                                           enum figure_kind kind)
{
    struct cube_cell cell = cube_cell_find(c, q->unit, indicator);
    bool by_points = kind == KIND_GROWTH && str_eq(q->indicator->canonical_unit, STR("%"));
    const struct cube_figure *best = NULL;
    uint32_t best_rank = RANK_NONE;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(c, row);
        const struct figure_key *k = &f->figure.key;
        bool fits = kind == KIND_PLAN_RATIO ? k->kind == KIND_PLAN_RATIO : over_last_year(k, by_points);
        uint32_t rank = period_rank(q, k->period);
        if (!fits || rank == RANK_NONE || f->figure.has_max) continue;
        rank += (k->aspect == ASPECT_ESTIMATE ? 4 : 0) + choice_layer_rank(k->layer) * 8;
        better(&best, &best_rank, f, rank);
    }
    return best;
}

/* The same, or the level of an indicator that is that ratio or growth by itself. */
static const struct cube_figure *stated(const struct cube *c, const struct question *q, enum figure_kind kind)
{
    const struct cube_figure *best = stated_in(c, q, q->indicator->code, kind);
    struct indicators all = indicator_catalogue();
    for (size_t i = 0; !best && i < all.len; i++) {
        if (all.at[i].base_kind != kind || !str_eq(all.at[i].base, q->indicator->code)) continue;
        struct question derived = {q->unit, &all.at[i], q->period};
        struct answer a = answer_value(c, &derived);
        if (a.made_count) best = a.made[0];
    }
    return best;
}

/* A number with all that its printer may have done to it. */
static struct interval printed(struct measured m)
{
    return interval_bound(interval_printed(m.value, indicator_counts_by(m.measure), PRINTED_LAST_PLACE), m.value,
                          m.bound);
}

/* Whether what a report states cannot be the reckoned result, however its digits and those of the two sides were
 * rounded. */
static bool is_other(const struct cube_figure *f, const struct comparison *reckoned, struct measured value,
                     struct measured base, enum figure_kind kind)
{
    struct interval result;
    if (!str_eq(f->figure.measure, reckoned->measure)) return false;
    if (str_eq(reckoned->measure, STR("%"))) {
        result = interval_shift(interval_div(printed(value), printed(base)), 2);
        if (kind == KIND_GROWTH) result = interval_sub(result, interval_point(DECIMAL_INT(100)));
    } else {
        result = interval_sub(printed(value), printed(base));
    }
    return !interval_meets(printed(measured_of(&f->figure)), result);
}

/* The comparison of two sides as it was reckoned; where it could not be, as a report states it. */
static struct answer compare(const struct cube *c, const struct question *q, enum figure_kind kind,
                             const struct answer *value, const struct answer *base)
{
    struct answer a = {.rule = ANSWER_NONE};
    const struct cube_figure *said = stated(c, q, kind);
    a.comparison = kind == KIND_GROWTH ? comparison_growth(value->value, base->value)
                                       : comparison_plan(value->value, base->value);
    if (a.comparison.why != COMPARABLE && said) {
        a.rule = ANSWER_STATED;
        a.comparison = comparison_stated(measured_of(&said->figure));
        add_made(&a, said);
        return a;
    }
    add_made(&a, value->made_count ? value->made[0] : NULL);
    if (base->rule == ANSWER_FIGURE || base->rule == ANSWER_CHANGED) add_made(&a, base->made[0]);
    if (a.comparison.why != COMPARABLE) return a;
    a.rule = !str_eq(a.comparison.measure, STR("%")) ? ANSWER_DIFFERENCE
             : kind == KIND_GROWTH                   ? ANSWER_GROWTH
                                                     : ANSWER_RATIO;
    a.stated = said;
    a.differs = said && is_other(said, &a.comparison, value->value, base->value, kind);
    return a;
}

struct answer answer_plan_ratio(const struct cube *c, const struct question *q)
{
    struct answer value = answer_value(c, q), plan = answer_plan(c, q);
    return compare(c, q, KIND_PLAN_RATIO, &value, &plan);
}

struct answer answer_growth(const struct cube *c, const struct question *q)
{
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    struct answer value = answer_value(c, q), base = answer_value(c, &before);
    struct answer a = compare(c, q, KIND_GROWTH, &value, &base);
    if (!base.value.known) a.missing = before.period;
    return a;
}

struct answer answer_growth_over(const struct cube *c, const struct question *q, const struct measured *base)
{
    struct answer value = answer_value(c, q), other = {.rule = ANSWER_NONE, .value = *base};
    struct answer a = compare(c, q, KIND_GROWTH, &value, &other);
    if (!base->known) a.missing = period_years_back(q->period, 1);
    return a;
}

struct period answer_plan_period(const struct answer *plan, const struct question *q)
{
    const struct figure_key *k = &plan->made[0]->figure.key;
    const struct indicator *i = str_eq(k->indicator, q->indicator->code) ? NULL : indicator_find(k->indicator);
    return i && i->time == TIME_STOCK ? period_year(k->period.to.year) : k->period;
}

bool answer_plan_is_over(const struct answer *plan, const struct question *q)
{
    if (plan->made_count == 0) return false;
    return date_cmp(answer_plan_period(plan, q).to, q->period.to) <= 0;
}
