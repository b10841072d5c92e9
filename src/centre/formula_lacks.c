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
#include "tr.h"

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

static void fill(struct buf *b, enum lang lang, const char *pattern, struct str one, struct str two)
{
    struct str args[] = {one, two};
    tr_fill(b, lang, pattern, args, 2);
}

static void put_period(struct buf *b, struct period p, enum lang lang)
{
    if (lang == LANG_VI)
        period_write_vi(b, p);
    else
        period_write(b, p);
}

static struct str number(struct arena *a, size_t n)
{
    struct buf b = buf_make(32);
    buf_format(&b, "%zu", n);
    return keep(a, &b);
}

static struct str role_name(struct arena *a, const struct reckoned_operand *o, struct str name, enum lang lang)
{
    struct buf b = buf_make(4000);
    if (o->node->role == ROLE_PLAN)
        fill(&b, lang, tr("kế hoạch {1}"), name, STR(""));
    else if (o->node->role == ROLE_PREVIOUS)
        fill(&b, lang, tr("cùng kỳ {1}"), name, STR(""));
    else
        buf_put(&b, name);
    return keep(a, &b);
}

static struct str name_of(struct arena *a, const struct reckoned_operand *o, enum lang lang)
{
    struct buf b = buf_make(4000);
    buf_put(&b, o->indicator->code);
    buf_put(&b, STR(" ("));
    buf_put(&b, o->indicator->name);
    buf_char(&b, ')');
    return role_name(a, o, keep(a, &b), lang);
}

static void put_more(struct buf *b, struct arena *a, size_t count, enum lang lang)
{
    if (count > MOST) fill(b, lang, tr(" và {1} số nữa"), number(a, count - MOST), STR(""));
}

struct str formula_missing_words(struct arena *a, const struct formula_lacks *l, enum lang lang)
{
    struct buf b = buf_make(4000);
    for (size_t i = 0; i < l->missing.len && i < MOST; i++) {
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, name_of(a, l->missing.at[i].operand, lang));
    }
    put_more(&b, a, l->missing.len, lang);
    return keep(a, &b);
}

struct str formula_zero_words(struct arena *a, const struct formula_lacks *l, enum lang lang)
{
    struct buf b = buf_make(4000);
    for (size_t i = 0; i < l->zero.len && i < MOST; i++) {
        const struct reckoned_operand *o = l->zero.at[i].operand;
        struct str unit = o->indicator->canonical_unit; /* what is no measure is a noun that is counted: hồ sơ */
        if (b.len) buf_put(&b, STR("; "));
        if (!measure_unit_known(unit)) {
            struct buf period = buf_make(100);
            bool flow = o->indicator->time == TIME_FLOW;
            put_period(&period, o->period, lang);
            fill(&b, lang, flow ? tr("chưa có {1} nào trong {2}: ") : tr("không có {1} nào trong {2}: "), unit,
                 keep(a, &period));
        }
        fill(&b, lang, is_zero(o) ? tr("{1} bằng 0") : tr("{1} cộng trừ bằng 0"), name_of(a, o, lang), STR(""));
    }
    put_more(&b, a, l->zero.len, lang);
    return keep(a, &b);
}

struct str formula_lacked_note(struct arena *a, const struct lacked *l, enum lang lang)
{
    if (l->operand->state != OPERAND_KNOWN) return formula_operand_note(a, l->operand, lang);
    struct buf b = buf_make(4000);
    struct str unit = l->operand->indicator->canonical_unit;
    if (measure_unit_known(unit))
        buf_put(&b, tr_text(lang, tr("mẫu số, đang bằng 0")));
    else
        fill(&b, lang, tr("mẫu số, đang bằng 0: chưa có {1} nào"), unit, STR(""));
    return keep(a, &b);
}

struct str formula_lacks_words(struct arena *a, const struct reckoned *r, enum lang lang)
{
    struct formula_lacks l;
    struct buf b = buf_make(10000);
    formula_lacks_find(&l, a, r);
    if (l.missing.len) fill(&b, lang, tr("thiếu {1}"), formula_missing_words(a, &l, lang), STR(""));
    if (l.missing.len && l.zero.len) buf_put(&b, STR("; "));
    buf_put(&b, formula_zero_words(a, &l, lang));
    return keep(a, &b);
}

struct str formula_lacks_brief(struct arena *a, const struct reckoned *r, enum lang lang)
{
    enum { FEW = 3 };
    struct formula_lacks l;
    formula_lacks_find(&l, a, r);
    if (l.missing.len <= FEW) return formula_lacks_words(a, r, lang);
    struct buf b = buf_make(10000), codes = buf_make(10000);
    for (size_t i = 0; i < l.missing.len; i++) {
        const struct reckoned_operand *o = l.missing.at[i].operand;
        if (i) buf_put(&codes, STR(", "));
        buf_put(&codes, role_name(a, o, o->indicator->code, lang));
    }
    fill(&b, lang, tr("thiếu {1} số liệu: {2}"), number(a, l.missing.len), keep(a, &codes));
    if (l.zero.len) buf_put(&b, STR("; "));
    buf_put(&b, formula_zero_words(a, &l, lang));
    return keep(a, &b);
}

/* formula_why_reason in a language. */
static struct str reason_of(enum formula_why why, enum lang lang)
{
    static const char *const REASONS[FORMULA_WHYS] = {
        "",
        tr("thiếu số liệu"),
        tr("mẫu số bằng 0"),
        tr("các số chỉ nêu «hơn», «gần» không đủ để tính"),
        tr("số quá lớn"),
        tr("chỉ tiêu này không tính cho kỳ như vậy"),
    };
    return why == FORMULA_KNOWN ? STR("") : tr_text(lang, REASONS[why]);
}

/* The one number that is missing, with when and why. */
static struct str one_missing(struct arena *a, const struct reckoned_operand *o, enum lang lang)
{
    struct buf b = buf_make(10000);
    buf_put(&b, reason_of(FORMULA_MISSING, lang));
    buf_char(&b, ' ');
    buf_put(&b, name_of(a, o, lang));
    buf_put(&b, STR(", "));
    put_period(&b, o->period, lang);
    if (o->state != OPERAND_MISSING || o->computed) {
        buf_put(&b, STR(": "));
        buf_put(&b, formula_operand_note(a, o, lang));
    }
    return keep(a, &b);
}

struct str formula_why(struct arena *a, const struct reckoned *r, enum lang lang)
{
    struct buf b = buf_make(10000);
    struct formula_lacks l;
    if (r->result.why == FORMULA_KNOWN) return STR("");
    formula_lacks_find(&l, a, r);
    buf_put(&b, tr_text(lang, tr("không tính được: ")));
    if (l.missing.len > 1)
        fill(&b, lang, tr("chưa đủ, thiếu {1} số liệu: {2}"), number(a, l.missing.len),
             formula_missing_words(a, &l, lang));
    else if (l.missing.len)
        buf_put(&b, one_missing(a, l.missing.at[0].operand, lang));
    else if (!l.zero.len || r->result.why == FORMULA_ZERO)
        buf_put(&b, reason_of(r->result.why, lang));
    if (l.zero.len) {
        if (l.missing.len || r->result.why == FORMULA_ZERO) buf_put(&b, l.missing.len ? STR("; ") : STR(", "));
        buf_put(&b, formula_zero_words(a, &l, lang));
    }
    return keep(a, &b);
}
