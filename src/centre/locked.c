/* SPDX-License-Identifier: Apache-2.0
 *
 * locked: see locked.h. Values are compared by their parts: the figures that went in, down through formulas of
 * formulas. A part is known again by its indicator, what of it was meant and for which period.
 */
#include "locked.h"

#include "answer_show.h"
#include "buf.h"
#include "formula_lacks.h"
#include "formula_show.h"
#include "indicator.h"

enum { WORDS_MOST = 20000 };

static struct str keep(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

/* --- the parts of a reckoned value */

struct parts {
    VEC_FIELDS(struct locked_part);
};

static bool is_same_part(const struct locked_part *x, const struct locked_part *y)
{
    return str_eq(x->indicator, y->indicator) && x->role == y->role && period_eq(x->period, y->period);
}

static void add_part(struct parts *out, struct arena *a, const struct reckoned_operand *o)
{
    struct locked_part p = {
        .indicator = o->indicator->code,
        .role = o->node->role,
        .period = o->period,
        .of = o->figure.period,
        .aspect = o->figure.aspect,
        .layer = o->figure.layer,
        .figure = {o->figure.id},
        .value = o->figure.value,
    };
    for (size_t i = 0; i < out->len; i++)
        if (is_same_part(&out->at[i], &p) && out->at[i].figure.n == p.figure.n) return;
    *vec_push(a, out) = p;
}

struct open_list {
    VEC_FIELDS(const struct reckoned *);
};

static void open_once(struct open_list *open, struct arena *a, const struct reckoned *r)
{
    for (size_t i = 0; i < open->len; i++)
        if (open->at[i] == r) return;
    *vec_push(a, open) = r;
}

static struct parts parts_of(struct arena *a, const struct reckoned *root)
{
    struct parts out = {0};
    struct open_list open = {0};
    open_once(&open, a, root);
    for (size_t k = 0; k < open.len; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            if (!o->node) continue;
            if (o->figure.known)
                add_part(&out, a, o);
            else if (o->computed)
                open_once(&open, a, o->computed);
        }
    return out;
}

void locked_make(struct locked_value *out, struct arena *a, const struct reckoned *r)
{
    struct parts parts = parts_of(a, r);
    *out = (struct locked_value){
        .unit = STR(""),
        .indicator = r->rule->indicator->code,
        .period = r->period,
        .formula = r->rule->formula.text,
        .since = r->rule->row.from,
        .own = r->rule->own,
        .value = r->value,
        .estimate = r->estimate,
        .who = STR(""),
        .time = STR(""),
    };
    for (size_t i = 0; i < parts.len; i++) *vec_push(a, &out->parts) = parts.at[i];
}

const struct locked_value *locked_find(const struct locked_list *all, struct str unit, struct str indicator,
                                       struct period period)
{
    const struct locked_value *found = NULL;
    for (size_t i = 0; i < all->len; i++) {
        const struct locked_value *v = &all->at[i];
        if (!str_eq(v->unit, unit) || !str_eq(v->indicator, indicator) || !period_same_time(v->period, period))
            continue;
        if (!found || v->entry > found->entry) found = v;
    }
    return found;
}

/* --- words */

static void put_value(struct buf *b, const struct measured *m, struct str code)
{
    const struct indicator *i = indicator_find(code);
    if (i)
        show_with_unit(b, *m, i);
    else
        decimal_write(b, m->value);
}

static void put_figure(struct buf *b, struct figure_id id)
{
    if (id.n) buf_format(b, " [F%u]", (unsigned)id.n);
}

static void put_part(struct buf *b, const struct locked_part *p)
{
    const struct indicator *i = indicator_find(p->indicator);
    if (p->role == ROLE_PLAN) buf_put(b, STR("kế hoạch "));
    buf_put(b, p->indicator);
    if (i) buf_format(b, " (%.*s)", STR_ARG(i->name));
    buf_put(b, STR(", "));
    period_write_vi(b, p->of);
    buf_put(b, STR(": "));
    if (p->role != ROLE_PLAN && p->aspect == ASPECT_ESTIMATE) buf_put(b, STR("ước "));
    put_value(b, &p->value, p->indicator);
    put_figure(b, p->figure);
}

static void put_locked(struct buf *b, const struct locked_value *v)
{
    filing_id_write(b, v->filing);
    buf_put(b, STR(" đã khóa "));
    buf_put(b, v->indicator);
    buf_put(b, STR(", "));
    period_write_vi(b, v->period);
    buf_put(b, STR(": "));
    put_value(b, &v->value, v->indicator);
    if (v->estimate) buf_put(b, STR(" (ước)"));
    buf_put(b, STR(" = "));
    buf_put(b, v->formula);
    buf_put(b, STR(" ("));
    for (size_t i = 0; i < v->parts.len; i++) {
        if (i) buf_put(b, STR("; "));
        put_part(b, &v->parts.at[i]);
    }
    buf_char(b, ')');
}

/* --- what changed */

static bool same_value(const struct measured *x, const struct measured *y)
{
    return decimal_eq(x->value, y->value) && x->bound == y->bound && measures_compare(x->measure, y->measure);
}

/* The part of today that takes the place of one of the lock: of the same layer, else of any. */
static const struct locked_part *part_now(const struct parts *now, const struct locked_part *p)
{
    const struct locked_part *other = NULL;
    for (size_t i = 0; i < now->len; i++) {
        const struct locked_part *n = &now->at[i];
        if (!is_same_part(n, p)) continue;
        if (str_eq(n->layer, p->layer)) return n;
        other = n;
    }
    return other;
}

/* Whether a correction since the lock touched the figure that is a part. */
static bool was_corrected(const struct correction_list *all, const struct locked_value *v, const struct locked_part *p)
{
    for (size_t i = 0; i < all->len; i++) {
        const struct correction *c = &all->at[i];
        if (c->entry <= v->entry || !str_eq(c->key.indicator, p->indicator) || !str_eq(c->key.unit, v->unit)) continue;
        if ((c->key.aspect == ASPECT_PLAN) != (p->role == ROLE_PLAN)) continue;
        if (period_same_time(c->key.period, p->of)) return true;
    }
    return false;
}

static void put_change(struct buf *b, const struct locked_part *p, const struct locked_part *now)
{
    if (b->len) buf_put(b, STR("; "));
    put_part(b, p);
    if (!now) {
        buf_put(b, STR(", nay không còn số này"));
        return;
    }
    buf_put(b, STR(", nay là "));
    put_value(b, &now->value, now->indicator);
    put_figure(b, now->figure);
    if (period_eq(now->of, p->of)) return;
    buf_put(b, STR(" của "));
    period_write_vi(b, now->of);
}

/* Every part that changed; *corrected: all of them by corrections. */
static struct str changes_of(bool *corrected, struct arena *a, const struct locked_value *v,
                             const struct reckoned *today, const struct correction_list *corrections)
{
    struct buf b = buf_make(WORDS_MOST);
    struct parts now = {0};
    if (today) now = parts_of(a, today);
    *corrected = true;
    for (size_t i = 0; i < v->parts.len; i++) {
        const struct locked_part *p = &v->parts.at[i], *n = part_now(&now, p);
        if (n && same_value(&n->value, &p->value)) continue;
        *corrected &= was_corrected(corrections, v, p);
        put_change(&b, p, n);
    }
    *corrected &= b.len > 0;
    if (!today || str_eq(today->rule->formula.text, v->formula)) return keep(a, &b);
    *corrected = false;
    if (b.len) buf_put(&b, STR("; "));
    buf_put(&b, STR("công thức nay là "));
    buf_put(&b, today->rule->formula.text);
    return keep(a, &b);
}

struct locked_look locked_look(struct arena *a, const struct locked_value *v, const struct reckoned *today,
                               const struct correction_list *corrections)
{
    struct locked_look out = {LOCKED_SAME, STR("")};
    struct buf b = buf_make(WORDS_MOST);
    bool known = today && today->value.known, corrected;
    put_locked(&b, v);
    if (known && same_value(&today->value, &v->value)) {
        out.words = keep(a, &b);
        return out;
    }
    struct str why = changes_of(&corrected, a, v, today, corrections);
    out.state = known && corrected ? LOCKED_CORRECTED : LOCKED_HELD;
    if (known) {
        buf_put(&b, STR("; nay tính lại là "));
        put_value(&b, &today->value, v->indicator);
    } else {
        buf_put(&b, STR("; nay "));
        buf_put(&b, today ? formula_why(a, today, LANG_VI) : STR("không còn công thức để tính lại"));
    }
    if (why.len) buf_put(&b, STR(", vì "));
    buf_put(&b, why);
    if (out.state == LOCKED_CORRECTED) buf_put(&b, STR(" (theo đính chính)"));
    out.words = keep(a, &b);
    return out;
}

struct str locked_reported(struct arena *a, const struct locked_value *v, const struct measured *reported)
{
    struct buf b = buf_make(WORDS_MOST);
    put_locked(&b, v);
    buf_put(&b, STR("; nay số báo cáo là "));
    put_value(&b, reported, v->indicator);
    return keep(a, &b);
}
