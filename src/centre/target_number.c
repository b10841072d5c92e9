/* SPDX-License-Identifier: Apache-2.0
 *
 * target_number: see target_number.h. A number that was reckoned of two figures can have been all that the rounding of
 * both allows; one that a report states, all that its own digits allow.
 */
#include "target_number.h"

#include "buf.h"
#include "locked.h"

enum { DIGITS_ENOUGH = DECIMAL_SCALE_MAX };

static struct str kept(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

bool target_is_relative(const struct target *t, const struct indicator *i)
{
    return i && t->kind == KIND_LEVEL && target_needs_base(t->comparator) && str_eq(t->measure, STR("%")) &&
           !str_eq(i->canonical_unit, STR("%"));
}

static struct interval printed(const struct measured *m)
{
    bool exact = indicator_counts_by(m->measure) || (m->value.scale >= 0 && str_starts(m->measure, STR("VND")));
    return interval_bound(interval_printed(m->value, exact, PRINTED_ROUNDED), m->value, m->bound);
}

static struct measured measured_of(const struct figure *f)
{
    return (struct measured){.known = !f->has_max, .value = f->value, .bound = f->bound, .measure = f->measure};
}

static void add_made(struct target_number *n, struct arena *a, const struct cube_figure *f)
{
    *vec_push(a, &n->made) = f;
    n->estimate |= f->figure.key.aspect == ASPECT_ESTIMATE;
}

static struct target_number none(struct arena *a, const char *why, struct period p)
{
    struct buf b = buf_make(400);
    buf_put_z(&b, why);
    period_write_vi(&b, p);
    return (struct target_number){.why = kept(a, &b)};
}

/* --- levels */

/* What stand shows where nobody reported: what the formula gives, or what a lock keeps of it. */
static struct measured reckoned_level(bool *estimate, const struct target_asker *q, const struct question *ask)
{
    const struct snapshot *s = q->snapshot;
    if (!s || !s->formulas) return (struct measured){0};
    struct figure_source from = {.cube = q->cube, .unit = q->unit, .kind = q->kind};
    const struct reckoned *r = reckon(q->arena, &s->formulas->book, &from, ask->indicator->code, ask->period);
    if (r && !(r->value.known && r->fresh)) r = NULL;
    const struct locked_value *v = s->locked ? locked_find(s->locked, q->unit, ask->indicator->code, ask->period)
                                             : NULL;
    if (v && locked_look(q->arena, v, r, s->corrections).state != LOCKED_CORRECTED) {
        *estimate = v->estimate;
        return v->value;
    }
    *estimate = r && r->estimate;
    return r ? r->value : (struct measured){0};
}

static struct target_number level_of(const struct target_asker *q, const struct target *t, const struct indicator *i,
                                     struct period period)
{
    struct question ask = {q->unit, i, period};
    struct answer answer = answer_value(q->cube, &ask);
    struct target_number n = {0};
    struct measured m = answer.made_count ? answer.value : reckoned_level(&n.estimate, q, &ask);
    if (!answer.made_count && !m.known) return none(q->arena, "không có số liệu của ", period);
    if (answer.made_count) add_made(&n, q->arena, answer.made[0]);
    bool fits = target_is_relative(t, i) ? indicator_takes_unit(i, m.measure) : measures_compare(m.measure, t->measure);
    if (!m.known || !fits) {
        n.why = m.known ? STR("khác đơn vị tính") : STR("số liệu là một khoảng");
        return n;
    }
    struct buf b = buf_make(400);
    n.known = true;
    n.value = m.value;
    n.actual = (struct target_actual){interval_bound(interval_point(m.value), m.value, m.bound), printed(&m),
                                      m.value.scale};
    show_measured(&b, m, i);
    buf_char(&b, ' ');
    buf_put(&b, i->unit);
    if (!answer.made_count) buf_put(&b, STR(" =")); /* by a formula */
    n.shown = kept(q->arena, &b);
    return n;
}

/* The years of a term so far, added up; each must be there. */
static struct target_number sum_of(const struct target_asker *q, const struct target *t, const struct indicator *i,
                                   struct period term)
{
    struct target_number sum = {.known = true, .actual = {.digits = DIGITS_ENOUGH}};
    struct buf parts = buf_make(2000);
    int last = q->period.to.year < term.to.year ? q->period.to.year : term.to.year;
    sum.actual.said = sum.actual.rounded = interval_point(DECIMAL_INT(0));
    for (int year = term.from.year; sum.known && year <= last; year++) {
        bool now = year == q->period.to.year && q->period.kind != PERIOD_YEARS;
        struct target_number n = level_of(q, t, i, now ? q->period : period_year(year));
        if (!n.known) {
            n.made = sum.made;
            sum = n;
            break;
        }
        if (parts.len) buf_put(&parts, STR(" + "));
        struct measured one = n.made.len ? measured_of(&n.made.at[0]->figure)
                                         : (struct measured){true, n.value, BOUND_EXACT, t->measure};
        show_measured(&parts, one.known ? one : (struct measured){0}, i);
        if (!n.made.len) buf_put(&parts, STR(" =")); /* by a formula */
        sum.estimate |= n.estimate;
        sum.known = decimal_add(&sum.value, sum.value, n.value);
        sum.actual.said = interval_add(sum.actual.said, n.actual.said);
        sum.actual.rounded = interval_add(sum.actual.rounded, n.actual.rounded);
        if (n.actual.digits < sum.actual.digits) sum.actual.digits = n.actual.digits;
        if (n.made.len) add_made(&sum, q->arena, n.made.at[0]);
        if (!sum.known) sum.why = STR("số quá lớn");
    }
    struct buf b = buf_make(400);
    if (sum.known) {
        show_measured(&b, (struct measured){true, sum.value, BOUND_EXACT, t->measure}, i);
        buf_char(&b, ' ');
        buf_put(&b, i->unit);
        sum.shown = kept(q->arena, &b);
        sum.sum = kept(q->arena, &parts);
    }
    buf_free(&parts);
    buf_free(&b);
    return sum;
}

/* --- growth and per cent of the plan */

static struct interval rounded_of(const struct answer *answer)
{
    const struct comparison *c = &answer->comparison;
    if (answer->rule == ANSWER_STATED)
        return interval_bound(interval_printed(c->value, false, PRINTED_ROUNDED), c->value, c->bound);
    if (answer->made_count < ANSWER_FIGURES) return c->exact;
    struct measured value = measured_of(&answer->made[0]->figure), base = measured_of(&answer->made[1]->figure);
    if (answer->rule == ANSWER_DIFFERENCE) return interval_sub(printed(&value), printed(&base));
    struct interval ratio = interval_shift(interval_div(printed(&value), printed(&base)), 2);
    return answer->rule == ANSWER_GROWTH ? interval_sub(ratio, interval_point(DECIMAL_INT(100))) : ratio;
}

static struct target_number comparison_of(const struct target_asker *q, const struct target *t,
                                          const struct indicator *i)
{
    struct question ask = {q->unit, i, q->period};
    struct like like = {.rule = LIKE_SAME};
    struct target_number n = {0};
    struct answer answer = t->kind == KIND_GROWTH ? like_growth(&like, q->family, q->cube, q->arena, &ask)
                                                  : answer_plan_ratio(q->cube, &ask);
    const struct comparison *c = &answer.comparison;
    for (size_t k = 0; k < answer.made_count; k++) add_made(&n, q->arena, answer.made[k]);
    for (size_t k = 0; k < like.parts.len; k++) add_made(&n, q->arena, like.parts.at[k].figure);
    if (answer.rule == ANSWER_NONE || c->why != COMPARABLE) {
        struct buf b = buf_make(800);
        buf_put(&b, STR("không so sánh được: "));
        buf_put(&b, like.rule == LIKE_NOT ? like.note : incomparable_reason(c->why));
        n.why = kept(q->arena, &b);
        return n;
    }
    struct buf b = buf_make(400);
    show_comparison(&b, c, t->kind == KIND_GROWTH);
    n.shown = kept(q->arena, &b);
    n.known = str_eq(c->measure, t->measure);
    if (!n.known) n.why = STR("khác đơn vị tính");
    n.value = c->value;
    n.actual = (struct target_actual){c->exact, rounded_of(&answer),
                                      answer.rule == ANSWER_STATED ? c->value.scale : DIGITS_ENOUGH};
    return n;
}

struct target_number target_number_of(const struct target_asker *q, const struct target *t, const struct indicator *i,
                                      const struct target_level *level)
{
    if (t->kind != KIND_LEVEL) return comparison_of(q, t, i);
    bool term = level->period.kind == PERIOD_YEARS;
    if (term && i->time == TIME_FLOW && !target_needs_base(t->comparator)) {
        struct target_number whole = {0};
        if (period_same_time(level->period, q->period)) whole = level_of(q, t, i, q->period);
        return whole.known ? whole : sum_of(q, t, i, level->period);
    }
    struct target_number n = level_of(q, t, i, q->period);
    bool last = !n.known && q->period.kind == PERIOD_YEARS;
    return last ? level_of(q, t, i, period_year(q->period.to.year)) : n;
}

/* --- for people */

void target_value_write(struct buf *b, const struct target *t, const struct indicator *i, struct decimal d)
{
    bool of_indicator = i && t->kind == KIND_LEVEL && !str_eq(t->measure, STR("%"));
    decimal_write_vi(b, of_indicator ? shown_value(d, t->measure, i) : d);
    struct str measure = of_indicator ? i->unit : t->measure;
    if (measure.len) buf_char(b, ' ');
    buf_put(b, measure);
}

struct str target_wanted(struct arena *a, const struct target *t, const struct indicator *i,
                         const struct target_level *level)
{
    struct buf b = buf_make(1000);
    struct str name = target_comparator_name(t->comparator);
    buf_put(&b, name);
    if (!level->has_value) return kept(a, &b);
    if (name.len) buf_char(&b, ' ');
    if (level->has_max) {
        struct decimal low = level->value;
        bool shift = i && t->kind == KIND_LEVEL && !str_eq(t->measure, STR("%"));
        decimal_write_vi(&b, shift ? shown_value(low, t->measure, i) : low);
        buf_put(&b, STR("–"));
    }
    target_value_write(&b, t, i, level->has_max ? level->max : level->value);
    return kept(a, &b);
}
