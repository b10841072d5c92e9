/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_lacks: see formula_lacks.h. A score is a sum of scores of ratios; somebody who reads "mẫu số bằng 0" of the
 * sum does not know whose, nor what that means for the office. So the way goes down through every formula that could
 * not be reckoned: an operand without a figure is missing, and where a division failed the operands of its denominator
 * that are 0 are named with what did not happen ("chưa có hồ sơ nào trong kỳ").
 */
#include "formula_lacks.h"

#include "buf.h"
#include "formula_show.h"

#include <stdlib.h>

enum { MOST = 8 };

static struct str keep(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

/* --- looking */

static bool is_same(const struct reckoned_operand *x, const struct reckoned_operand *y)
{
    return x->indicator == y->indicator && x->node->role == y->node->role && period_eq(x->period, y->period);
}

static struct str with_use(struct arena *a, struct str uses, struct str code)
{
    struct buf b = buf_make(4000);
    for (struct str_cut c = {.tail = uses, .found = uses.len > 0}; c.found;) {
        c = str_cut(c.tail, STR(", "));
        if (str_eq(c.head, code)) return uses;
    }
    buf_put(&b, uses);
    if (b.len) buf_put(&b, STR(", "));
    buf_put(&b, code);
    return keep(a, &b);
}

static void add(struct lacked_list *out, struct arena *a, const struct reckoned_operand *o, const struct reckoned *in)
{
    struct lacked *l = NULL;
    for (size_t i = 0; i < out->len && !l; i++)
        if (is_same(out->at[i].operand, o)) l = &out->at[i];
    if (!l) {
        l = vec_push(a, out);
        *l = (struct lacked){.operand = o, .uses = STR("")};
    }
    l->uses = with_use(a, l->uses, in->rule->row.code);
}

static bool is_zero(const struct reckoned_operand *o)
{
    const struct measured *m = o->computed ? &o->computed->value : &o->figure.value;
    return o->state == OPERAND_KNOWN && m->known && decimal_sign(m->value) == 0;
}

/* The first step of what a step at `last` works on: its last argument, in the order of reckoning. */
static size_t argument_first(const struct formula *f, size_t last)
{
    size_t open = 1, i = last + 1;
    while (open && i > 0) {
        i--;
        bool leaf = f->at[i].op == FORMULA_NUMBER || f->at[i].op == FORMULA_OPERAND;
        open += leaf ? (size_t)-1 : f->at[i].count - 1u;
    }
    return i;
}

/* The denominator of the division that failed: what is 0 in it; where it is a difference, all of it. */
static void add_zero(struct lacked_list *out, struct arena *a, const struct reckoned *r)
{
    const struct formula *f = &r->rule->formula;
    size_t last = r->result.node ? r->result.node - 1 : 0, first = argument_first(f, last);
    bool any = false;
    for (size_t i = first; i <= last; i++) any |= f->at[i].op == FORMULA_OPERAND && is_zero(&r->operands.at[i]);
    for (size_t i = first; i <= last; i++)
        if (f->at[i].op == FORMULA_OPERAND && (!any || is_zero(&r->operands.at[i]))) add(out, a, &r->operands.at[i], r);
}

static int by_code(const void *a, const void *b)
{
    const struct reckoned_operand *x = ((const struct lacked *)a)->operand, *y = ((const struct lacked *)b)->operand;
    int c = str_cmp(x->indicator->code, y->indicator->code);
    if (c) return c;
    return x->node->role != y->node->role ? (x->node->role < y->node->role ? -1 : 1) : period_cmp(x->period, y->period);
}

static void sort(struct lacked_list *l)
{
    if (l->len) qsort(l->at, l->len, sizeof *l->at, by_code);
}

void formula_lacks_find(struct formula_lacks *out, struct arena *a, const struct reckoned *root)
{
    *out = (struct formula_lacks){0};
    formula_lacks_add(out, a, root);
}

void formula_lacks_add(struct formula_lacks *out, struct arena *a, const struct reckoned *root)
{
    struct {
        VEC_FIELDS(const struct reckoned *);
    } open = {0};
    if (root->result.why == FORMULA_ZERO) add_zero(&out->zero, a, root);
    if (root->result.why != FORMULA_MISSING) return;
    *vec_push(a, &open) = root;
    for (size_t k = 0; k < open.len && k < RECKON_MOST; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            if (!o->node || o->state == OPERAND_KNOWN) continue;
            if (o->computed && o->computed->result.why == FORMULA_MISSING)
                *vec_push(a, &open) = o->computed;
            else if (o->computed && o->computed->result.why == FORMULA_ZERO)
                add_zero(&out->zero, a, o->computed);
            else
                add(&out->missing, a, o, open.at[k]);
        }
    sort(&out->missing);
    sort(&out->zero);
}

/* --- saying */

static void put_name(struct buf *b, const struct reckoned_operand *o)
{
    if (o->node->role == ROLE_PLAN) buf_put(b, STR("kế hoạch "));
    if (o->node->role == ROLE_PREVIOUS) buf_put(b, STR("cùng kỳ "));
    buf_put(b, o->indicator->code);
    buf_put(b, STR(" ("));
    buf_put(b, o->indicator->name);
    buf_char(b, ')');
}

static void put_more(struct buf *b, size_t count)
{
    if (count > MOST) buf_format(b, " và %zu số nữa", count - MOST);
}

struct str formula_missing_words(struct arena *a, const struct formula_lacks *l)
{
    struct buf b = buf_make(4000);
    for (size_t i = 0; i < l->missing.len && i < MOST; i++) {
        if (b.len) buf_put(&b, STR(", "));
        put_name(&b, l->missing.at[i].operand);
    }
    put_more(&b, l->missing.len);
    return keep(a, &b);
}

struct str formula_zero_words(struct arena *a, const struct formula_lacks *l)
{
    struct buf b = buf_make(4000);
    for (size_t i = 0; i < l->zero.len && i < MOST; i++) {
        const struct reckoned_operand *o = l->zero.at[i].operand;
        struct str unit = o->indicator->canonical_unit; /* what is no measure is a noun that is counted: hồ sơ */
        if (b.len) buf_put(&b, STR("; "));
        if (!measure_unit_known(unit)) {
            buf_put(&b, o->indicator->time == TIME_FLOW ? STR("chưa có ") : STR("không có "));
            buf_put(&b, unit);
            buf_put(&b, STR(" nào trong "));
            period_write_vi(&b, o->period);
            buf_put(&b, STR(": "));
        }
        put_name(&b, o);
        buf_put(&b, is_zero(o) ? STR(" bằng 0") : STR(" cộng trừ bằng 0"));
    }
    put_more(&b, l->zero.len);
    return keep(a, &b);
}

struct str formula_lacked_note(struct arena *a, const struct lacked *l)
{
    if (l->operand->state != OPERAND_KNOWN) return formula_operand_note(a, l->operand);
    struct buf b = buf_make(4000);
    buf_put(&b, STR("mẫu số, đang bằng 0"));
    if (!measure_unit_known(l->operand->indicator->canonical_unit)) {
        buf_put(&b, STR(": chưa có "));
        buf_put(&b, l->operand->indicator->canonical_unit);
        buf_put(&b, STR(" nào"));
    }
    return keep(a, &b);
}

struct str formula_lacks_words(struct arena *a, const struct reckoned *r)
{
    struct formula_lacks l;
    struct buf b = buf_make(10000);
    formula_lacks_find(&l, a, r);
    if (l.missing.len) buf_put(&b, STR("thiếu "));
    buf_put(&b, formula_missing_words(a, &l));
    if (l.missing.len && l.zero.len) buf_put(&b, STR("; "));
    buf_put(&b, formula_zero_words(a, &l));
    return keep(a, &b);
}

struct str formula_lacks_brief(struct arena *a, const struct reckoned *r)
{
    enum { FEW = 3 };
    struct formula_lacks l;
    formula_lacks_find(&l, a, r);
    if (l.missing.len <= FEW) return formula_lacks_words(a, r);
    struct buf b = buf_make(10000);
    buf_format(&b, "thiếu %zu số liệu: ", l.missing.len);
    for (size_t i = 0; i < l.missing.len; i++) {
        if (i) buf_put(&b, STR(", "));
        if (l.missing.at[i].operand->node->role == ROLE_PLAN) buf_put(&b, STR("kế hoạch "));
        if (l.missing.at[i].operand->node->role == ROLE_PREVIOUS) buf_put(&b, STR("cùng kỳ "));
        buf_put(&b, l.missing.at[i].operand->indicator->code);
    }
    if (l.zero.len) buf_put(&b, STR("; "));
    buf_put(&b, formula_zero_words(a, &l));
    return keep(a, &b);
}

/* The one number that is missing, with when and why. */
static void put_operand(struct buf *b, struct arena *a, const struct reckoned_operand *o)
{
    put_name(b, o);
    buf_put(b, STR(", "));
    period_write_vi(b, o->period);
    if (o->state == OPERAND_MISSING && !o->computed) return;
    buf_put(b, STR(": "));
    buf_put(b, formula_operand_note(a, o));
}

struct str formula_why(struct arena *a, const struct reckoned *r)
{
    struct buf b = buf_make(10000);
    struct formula_lacks l;
    if (r->result.why == FORMULA_KNOWN) return STR("");
    formula_lacks_find(&l, a, r);
    buf_put(&b, STR("không tính được: "));
    if (l.missing.len > 1) {
        buf_format(&b, "chưa đủ, thiếu %zu số liệu: ", l.missing.len);
        buf_put(&b, formula_missing_words(a, &l));
    } else if (l.missing.len) {
        buf_put(&b, formula_why_reason(FORMULA_MISSING));
        buf_char(&b, ' ');
        put_operand(&b, a, l.missing.at[0].operand);
    } else if (!l.zero.len || r->result.why == FORMULA_ZERO) {
        buf_put(&b, formula_why_reason(r->result.why));
    }
    if (l.zero.len) {
        if (l.missing.len || r->result.why == FORMULA_ZERO) buf_put(&b, l.missing.len ? STR("; ") : STR(", "));
        buf_put(&b, formula_zero_words(a, &l));
    }
    return keep(a, &b);
}
