/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_show: see formula_show.h. Numbers always have their unit of measure, since a formula mixes them.
 */
#include "formula_show.h"

#include "buf.h"
#include "formula_lacks.h"
#include "tr.h"

static struct str keep(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

struct str formula_operand_number(struct arena *a, const struct reckoned_operand *o)
{
    struct buf b = buf_make(1000);
    bool computed = o->computed && o->computed->value.known;
    if (computed || o->figure.known) show_with_unit(&b, computed ? o->computed->value : o->figure.value, o->indicator);
    if (computed ? o->computed->estimate : o->figure.known && o->figure.aspect == ASPECT_ESTIMATE)
        buf_put(&b, STR(" (ước)"));
    return keep(a, &b);
}

struct str formula_numbers(struct arena *a, const struct reckoned *r)
{
    struct buf b = buf_make(10000);
    struct str *with = arena_array(a, struct str, r->operands.len);
    for (size_t i = 0; i < r->operands.len; i++) {
        const struct reckoned_operand *o = &r->operands.at[i];
        if (!o->node) continue;
        if (o->state == OPERAND_KNOWN) with[i] = formula_operand_number(a, o);
        if (!with[i].len) with[i] = STR("?");
    }
    formula_write(&b, &r->rule->formula, with);
    return keep(a, &b);
}

struct str formula_whole(struct arena *a, const struct reckoned *r)
{
    struct buf b = buf_make(10000);
    buf_put(&b, r->rule->formula.text);
    buf_put(&b, STR(" = "));
    buf_put(&b, formula_numbers(a, r));
    return keep(a, &b);
}

static void put_old(struct buf *b, struct period p, enum lang lang)
{
    struct buf period = buf_make(100);
    if (lang == LANG_VI)
        period_write_vi(&period, p);
    else
        period_write(&period, p);
    struct str text = buf_str(&period);
    tr_fill(b, lang, tr("số gần nhất là của {1}, đã quá 12 tháng"), &text, 1);
    buf_free(&period);
}

struct str formula_operand_note(struct arena *a, const struct reckoned_operand *o, enum lang lang)
{
    struct buf b = buf_make(4000);
    enum plan_layer layer;
    if (o->state == OPERAND_MISSING) {
        if (o->computed)
            buf_put(&b, formula_why(a, o->computed, lang));
        else
            buf_put(&b, tr_text(lang, o->node->role == ROLE_PLAN ? tr("không có kế hoạch") : tr("không có số liệu")));
    } else if (o->state == OPERAND_OLD) {
        put_old(&b, o->figure.period, lang);
    } else if (o->state == OPERAND_RANGE) {
        buf_put(&b, tr_text(lang, tr("số liệu là một khoảng")));
    } else if (o->state == OPERAND_MEASURE) {
        buf_put(&b, tr_text(lang, tr("số liệu dùng đơn vị tính khác, không đổi được")));
    } else if (o->computed) {
        struct str whole = formula_whole(a, o->computed);
        tr_fill(&b, lang, tr("tính từ {1}"), &whole, 1);
    } else if (o->carried) {
        buf_put(&b, tr_text(lang, tr("số gần nhất trong 12 tháng")));
    } else if (o->node->role == ROLE_PLAN && plan_layer_find(&layer, o->figure.layer) && layer != PLAN_UNNAMED) {
        buf_put(&b, plan_layer_name(layer));
        if (o->figure.changed) buf_put(&b, tr_text(lang, tr(", đã cộng bổ sung trong năm")));
    } else if (o->figure.changed) {
        buf_put(&b, tr_text(lang, tr("đã cộng bổ sung trong năm")));
    } else if (o->figure.aspect == ASPECT_ESTIMATE) {
        buf_put(&b, tr_text(lang, tr("ước thực hiện")));
    }
    return keep(a, &b);
}

/* The rule of an operand that gives a number without any figure: a share that a kind of units is given. */
static const struct formula_rule *given_rule(const struct reckoned_operand *o)
{
    if (!o->node || !o->computed || o->state != OPERAND_KNOWN) return NULL;
    const struct formula *f = &o->computed->rule->formula;
    for (size_t i = 0; i < f->len; i++)
        if (f->at[i].op == FORMULA_OPERAND) return NULL;
    return o->computed->rule;
}

/* Down through the formulas of formulas. */
static void put_given(struct buf *b, struct arena *a, const struct reckoned *root, struct str *source)
{
    struct {
        VEC_FIELDS(const struct reckoned *);
    } open = {0};
    *vec_push(a, &open) = root;
    for (size_t k = 0; k < open.len && k < RECKON_MOST; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            const struct formula_rule *rule = given_rule(o);
            if (rule) {
                if (b->len) buf_put(b, STR(", "));
                buf_put(b, o->indicator->code);
                buf_put(b, STR(" = "));
                show_with_unit(b, o->computed->value, o->indicator);
                *source = rule->row.citation;
            } else if (o->node && o->computed) {
                *vec_push(a, &open) = o->computed;
            }
        }
}

struct str formula_given(struct arena *a, const struct reckoned *r)
{
    struct buf b = buf_make(4000), all = buf_make(8000);
    struct str source = STR("");
    put_given(&b, a, r, &source);
    if (b.len) {
        buf_put(&all, STR("trong đó có số ấn định, không từ số liệu: "));
        buf_put(&all, buf_str(&b));
        buf_put(&all, STR(" ("));
        buf_put(&all, source);
        buf_char(&all, ')');
    }
    buf_free(&b);
    return keep(a, &all);
}

struct str formula_rule_note(struct arena *a, const struct formula_rule *r)
{
    struct buf b = buf_make(4000);
    if (r->parts) return STR("kỳ này không có số riêng, cộng số của các kỳ bên trong");
    if (r->row.decimals)
        buf_format(&b, "làm tròn đến %d chữ số thập phân", r->row.decimals);
    else
        buf_put(&b, STR("làm tròn đến hàng đơn vị"));
    buf_put(&b, r->own ? STR("; công thức riêng của cơ quan, căn cứ: ") : STR("; công thức của danh mục, căn cứ: "));
    buf_put(&b, r->row.citation);
    return keep(a, &b);
}

struct str formula_doubt(struct arena *a, const struct reckoned *r, const struct measured *reported)
{
    struct buf b = buf_make(4000);
    if (!reckoned_differs(r, reported)) return STR("");
    buf_put(&b, STR("báo cáo nêu "));
    show_with_unit(&b, *reported, r->rule->indicator);
    buf_put(&b, STR(", tính từ "));
    buf_put(&b, r->rule->formula.text);
    buf_put(&b, STR(" được "));
    show_with_unit(&b, r->value, r->rule->indicator);
    return keep(a, &b);
}
