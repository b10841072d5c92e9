/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_reckoned: numbers that no report states, explained: a value by a formula, what it is over its plan or over
 * last year, and a forecast; each with all the figures that went into it.
 */
#include "answer_show.h"
#include "buf.h"
#include "explain_private.h"
#include "formula_lacks.h"
#include "formula_show.h"
#include "outlook_text.h"
#include "stand.h"

static bool add_made(struct explain_maker *m, const struct outlook_number *n)
{
    for (size_t i = 0; i < n->made.len; i++)
        if (!explain_add_figure(m, n->made.at[i]->id)) return false;
    return true;
}

/* The figures of this year, then of the years that the forecast goes by. */
bool explain_forecast(struct explain_maker *m, const struct question *q, struct str name)
{
    struct outlook_place *place;
    struct outlook o;
    if (!explain_snapshot(m, q->unit)) return false;
    struct kept_unit only = {.code = q->unit, .name = name};
    const struct kept_unit *unit = snapshot_unit(m->snapshot, q->unit);
    if (!outlook_place_make(&place, m->snapshot, m->db, m->arena, unit ? unit : &only, q->period, FORECAST_YEARS,
                            FORECAST_YEARS_MOST, m->err))
        return false;
    (void)outlook_make(&o, place, m->arena, q->indicator);
    m->out->title = explain_title(m, q->indicator->name, name, period_year(q->period.to.year));
    m->out->asked = STR("dự báo cả năm");
    m->out->result = outlook_result(m->arena, &o);
    m->out->formula = outlook_formula(m->arena, &o);
    m->out->remark = outlook_remark(m->arena, &o);
    if (o.why != OUTLOOK_MADE) return true;
    if (!add_made(m, &o.done)) return false;
    for (size_t i = 0; i < o.years.len; i++) {
        const struct outlook_year *y = &o.years.at[i];
        if (y->used && !(add_made(m, &y->window) && add_made(m, &y->whole))) return false;
    }
    return true;
}

const struct locked_value *explain_locked(struct locked_look *look, struct explain_maker *m, const struct question *q,
                                          const struct reckoned *r)
{
    *look = (struct locked_look){LOCKED_NONE, STR("")};
    if (!m->snapshot->locked || answer_value(m->snapshot->cube, q).rule != ANSWER_NONE) return NULL;
    const struct locked_value *v = locked_find(m->snapshot->locked, q->unit, q->indicator->code, q->period);
    if (v) *look = locked_look(m->arena, v, r, m->snapshot->corrections);
    return v;
}

bool explain_held(struct explain_maker *m, const struct locked_value *v, const struct locked_look *look,
                  const struct indicator *i)
{
    struct buf b = buf_make(20000);
    show_with_unit(&b, v->value, i);
    if (v->estimate) buf_put(&b, STR(" (ước)"));
    m->out->result = explain_keep(m, &b);
    m->out->asked = STR("số của báo cáo đã khóa");
    m->out->formula = v->formula;
    m->out->why = STR("");
    m->out->remark = look->words;
    for (size_t k = 0; k < v->parts.len; k++)
        if (v->parts.at[k].figure.n && !explain_add_figure(m, v->parts.at[k].figure.n)) return false;
    return true;
}

/* A value that nobody reported, by its formula: the figures that went into it, or what is missing. */
bool explain_computed(struct explain_maker *m, const struct reckoned *r, const struct locked_look *look)
{
    struct buf b = buf_make(40000);
    bool lacks = r->result.why == FORMULA_MISSING; /* `why` names all that is missing */
    show_with_unit(&b, r->value, r->rule->indicator);
    if (r->value.known && r->estimate) buf_put(&b, STR(" (ước)"));
    m->out->result = explain_keep(m, &b);
    m->out->asked = STR("tính theo công thức");
    m->out->formula = formula_whole(m->arena, r);
    m->out->why = formula_why(m->arena, r, LANG_VI);
    buf_put(&b, look->words);
    for (size_t i = 0; i < r->operands.len; i++) {
        const struct reckoned_operand *o = &r->operands.at[i];
        if (!o->node || (!o->carried && !o->computed) || (lacks && o->state == OPERAND_MISSING)) continue;
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, o->indicator->code);
        buf_put(&b, STR(": "));
        buf_put(&b, formula_operand_note(m->arena, o, LANG_VI));
        if (!o->carried) continue;
        buf_put(&b, STR(" ("));
        period_write_vi(&b, o->figure.period);
        buf_char(&b, ')');
    }
    struct str given = formula_given(m->arena, r);
    if (b.len && given.len) buf_put(&b, STR("; "));
    buf_put(&b, given);
    if (b.len) buf_put(&b, STR("; "));
    buf_put(&b, formula_rule_note(m->arena, r->rule));
    m->out->remark = explain_keep(m, &b);
    return true;
}

bool explain_add_once(struct explain_maker *m, uint32_t id)
{
    for (size_t n = 0; n < m->out->figures.len; n++)
        if (m->out->figures.at[n].kept.id.n == id) return true;
    return explain_add_figure(m, id);
}

/* The figures of a computed value, those of the formulas in it too, each once. */
bool explain_operands(struct explain_maker *m, const struct reckoned *root)
{
    struct {
        VEC_FIELDS(const struct reckoned *);
    } open = {0};
    *vec_push(m->arena, &open) = root;
    for (size_t k = 0; k < open.len && k < RECKON_MOST; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            if (o->node && o->computed) *vec_push(m->arena, &open) = o->computed;
            if (o->node && o->figure.known && o->figure.id && !explain_add_once(m, o->figure.id)) return false;
        }
    return true;
}

/* One side of a comparison: what was rounded for tables as the numbers that it is of, so that the arithmetic holds. */
static void put_side(struct buf *b, struct arena *a, const struct reckoned *r, struct measured value,
                     const struct indicator *i)
{
    if (!r || !r->rounded || str_eq(value.measure, STR("%"))) {
        show_with_unit(b, value, i);
        return;
    }
    buf_char(b, '(');
    buf_put(b, formula_numbers(a, r));
    buf_char(b, ')');
}

struct answer explain_grown(struct like *like, struct explain_maker *m, const struct like_family *family,
                            const struct question *q, const struct measured *value)
{
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    struct answer a = {.rule = ANSWER_NONE, .comparison = {.why = NOT_WITHOUT_BASE}, .missing = before.period};
    if (!m->snapshot->formulas) return a;
    if (!like_by_formula(like, family, m->snapshot->cube, &m->snapshot->formulas->book, m->arena, &before)) return a;
    a.comparison = comparison_growth(*value, like_full(like));
    if (like->rule == LIKE_NOT || a.comparison.why != COMPARABLE) return a;
    a.rule = str_eq(a.comparison.measure, STR("%")) ? ANSWER_GROWTH : ANSWER_DIFFERENCE;
    return a;
}

/* What was reckoned of this year and of last year: how, and from which figures. */
static bool put_grounds(struct explain_maker *m, const struct reckoned *now, const struct reckoned *then,
                        const struct like *like, struct str held)
{
    struct buf b = buf_make(40000);
    if (held.len)
        buf_put(&b, held);
    else if (now)
        buf_put(&b, formula_whole(m->arena, now));
    if (b.len && (like->reckoned || then)) buf_put(&b, STR("; "));
    if (like->reckoned) buf_put(&b, STR("số cùng kỳ năm trước "));
    if (like->reckoned) buf_put(&b, like->note);
    if (like->reckoned && then) buf_put(&b, STR("; "));
    if (then) buf_put(&b, STR("năm trước "));
    if (then) buf_put(&b, formula_whole(m->arena, then));
    m->out->remark = explain_keep(m, &b);
    if ((now && !explain_operands(m, now)) || (then && !explain_operands(m, then))) return false;
    for (size_t i = 0; i < like->parts.len; i++)
        if (!explain_add_once(m, like->parts.at[i].figure->id)) return false;
    return true;
}

bool explain_over_parts(bool *done, struct explain_maker *m, const struct answer *value, const struct question *q)
{
    const struct reckoned *then;
    struct like like = {.rule = LIKE_SAME};
    struct answer a = computed_comparison(&then, m->snapshot, m->arena, q, &value->value, true);
    *done = then && a.rule != ANSWER_NONE;
    if (!*done) return true;
    struct buf b = buf_make(20000);
    show_comparison(&b, &a.comparison, true);
    m->out->result = str_copy(m->arena, buf_str(&b));
    buf_clear(&b);
    show_with_unit(&b, value->value, q->indicator);
    buf_put(&b, a.rule == ANSWER_DIFFERENCE ? STR(" − (") : STR(" / ("));
    buf_put(&b, formula_numbers(m->arena, then));
    buf_put(&b, a.rule == ANSWER_DIFFERENCE ? STR(")") : STR(") × 100 − 100"));
    m->out->formula = explain_keep(m, &b);
    m->out->why = STR("");
    return explain_add_figure(m, value->made[0]->id) && put_grounds(m, NULL, then, &like, STR(""));
}

/* A comparison of a value that nobody reported. */
bool explain_compared(struct explain_maker *m, const struct reckoned *r, const struct question *q, bool growth)
{
    const struct reckoned *then;
    struct locked_look look;
    const struct locked_value *v = explain_locked(&look, m, q, r);
    bool held = look.state == LOCKED_HELD;
    struct measured full = held ? v->value : reckoned_full(r);
    const struct measured *value = &full;
    struct answer a = computed_comparison(&then, m->snapshot, m->arena, q, value, growth);
    struct buf b = buf_make(2000);
    struct like like = {.rule = LIKE_SAME};
    if (growth && a.rule == ANSWER_NONE) {
        struct like_family *family;
        struct period before = period_years_back(q->period, 1);
        if (!like_family_make(&family, m->db, m->arena, q->unit, before, q->period, m->err)) return false;
        a = explain_grown(&like, m, family, q, value);
    }
    m->out->why = STR("");
    if (a.rule == ANSWER_NONE) {
        m->out->why = explain_why(m, &a, q, growth ? ASKED_GROWTH : ASKED_PLAN_RATIO, &like);
    } else {
        struct measured base = then ? then->value : (struct measured){0};
        if (!then && a.made_count) {
            const struct figure *f = &a.made[0]->figure;
            base = (struct measured){true, f->value, f->bound, f->measure};
        }
        show_comparison(&b, &a.comparison, growth);
        m->out->result = str_copy(m->arena, buf_str(&b));
        buf_clear(&b);
        put_side(&b, m->arena, held ? NULL : r, *value, q->indicator);
        buf_put(&b, a.rule == ANSWER_DIFFERENCE ? STR(" − ") : STR(" / "));
        if (like.reckoned)
            explain_put_like(&b, m->arena, &like, q->indicator);
        else
            put_side(&b, m->arena, then, base, q->indicator);
        if (a.rule != ANSWER_DIFFERENCE) buf_put(&b, growth ? STR(" × 100 − 100") : STR(" × 100"));
        m->out->formula = str_copy(m->arena, buf_str(&b));
    }
    buf_free(&b);
    if (!put_grounds(m, r, then, &like, held ? look.words : STR(""))) return false;
    return !a.made_count || explain_add_figure(m, a.made[0]->id);
}
