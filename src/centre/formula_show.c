/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_show: see formula_show.h. Numbers always have their unit of measure, since a formula mixes them.
 */
#include "formula_show.h"

#include "buf.h"

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

static void put_period(struct buf *b, struct period p)
{
    period_write_vi(b, p);
}

struct str formula_operand_note(struct arena *a, const struct reckoned_operand *o)
{
    struct buf b = buf_make(4000);
    enum plan_layer layer;
    if (o->state == OPERAND_MISSING) {
        if (o->computed)
            buf_put(&b, formula_why(a, o->computed));
        else
            buf_put(&b, o->node->role == ROLE_PLAN ? STR("không có kế hoạch") : STR("không có số liệu"));
    } else if (o->state == OPERAND_OLD) {
        buf_put(&b, STR("số gần nhất là của "));
        put_period(&b, o->figure.period);
        buf_put(&b, STR(", đã quá 12 tháng"));
    } else if (o->state == OPERAND_RANGE) {
        buf_put(&b, STR("số liệu là một khoảng"));
    } else if (o->state == OPERAND_MEASURE) {
        buf_put(&b, STR("số liệu dùng đơn vị tính khác, không đổi được"));
    } else if (o->computed) {
        buf_put(&b, STR("tính từ "));
        buf_put(&b, formula_whole(a, o->computed));
    } else if (o->carried) {
        buf_put(&b, STR("số gần nhất trong 12 tháng"));
    } else if (o->node->role == ROLE_PLAN && plan_layer_find(&layer, o->figure.layer) && layer != PLAN_UNNAMED) {
        buf_put(&b, plan_layer_name(layer));
    } else if (o->figure.aspect == ASPECT_ESTIMATE) {
        buf_put(&b, STR("ước thực hiện"));
    }
    return keep(a, &b);
}

static void put_operand(struct buf *b, struct arena *a, const struct reckoned_operand *o)
{
    if (o->node->role == ROLE_PLAN) buf_put(b, STR("kế hoạch "));
    buf_put(b, o->indicator->code);
    buf_put(b, STR(" ("));
    buf_put(b, o->indicator->name);
    buf_put(b, STR("), "));
    put_period(b, o->period);
    if (o->state == OPERAND_MISSING) return;
    buf_put(b, STR(": "));
    buf_put(b, formula_operand_note(a, o));
}

/* --- what is missing */

struct missing {
    VEC_FIELDS(const struct reckoned_operand *);
};

static bool is_same(const struct reckoned_operand *x, const struct reckoned_operand *y)
{
    return x->indicator == y->indicator && x->node->role == y->node->role && period_eq(x->period, y->period);
}

static void add_missing(struct missing *out, struct arena *a, const struct reckoned_operand *o)
{
    for (size_t i = 0; i < out->len; i++)
        if (is_same(out->at[i], o)) return;
    *vec_push(a, out) = o;
}

/* The operands that are not known and have no formula, or one that fails by something else than what it lacks; those of
 * formulas in the place of the operand that they are for. */
static void find_missing(struct missing *out, struct arena *a, const struct reckoned *root)
{
    struct {
        VEC_FIELDS(const struct reckoned *);
    } open = {0};
    *vec_push(a, &open) = root;
    for (size_t k = 0; k < open.len && k < RECKON_MOST; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            if (!o->node || o->state == OPERAND_KNOWN) continue;
            if (o->computed && o->computed->result.why == FORMULA_MISSING)
                *vec_push(a, &open) = o->computed;
            else
                add_missing(out, a, o);
        }
}

struct str formula_missing(struct arena *a, const struct reckoned *r)
{
    enum { MOST = 8 };
    struct buf b = buf_make(4000);
    struct missing all = {0};
    find_missing(&all, a, r);
    for (size_t i = 0; i < all.len && i < MOST; i++) {
        const struct reckoned_operand *o = all.at[i];
        if (b.len) buf_put(&b, STR(", "));
        if (o->node->role == ROLE_PLAN) buf_put(&b, STR("kế hoạch "));
        if (o->node->role == ROLE_PREVIOUS) buf_put(&b, STR("cùng kỳ "));
        buf_put(&b, o->indicator->code);
        buf_put(&b, STR(" ("));
        buf_put(&b, o->indicator->name);
        buf_char(&b, ')');
    }
    if (all.len > MOST) buf_format(&b, " và %zu số nữa", all.len - MOST);
    return keep(a, &b);
}

struct str formula_why(struct arena *a, const struct reckoned *r)
{
    struct buf b = buf_make(8000);
    struct missing all = {0};
    const struct reckoned_operand *o = reckoned_missing(r);
    if (r->result.why == FORMULA_KNOWN) return STR("");
    buf_put(&b, STR("không tính được: "));
    if (r->result.why == FORMULA_MISSING) find_missing(&all, a, r);
    if (all.len > 1) {
        buf_format(&b, "chưa đủ, thiếu %zu số liệu: ", all.len);
        buf_put(&b, formula_missing(a, r));
        return keep(a, &b);
    }
    buf_put(&b, formula_why_reason(r->result.why));
    if (r->result.why == FORMULA_MISSING && o) {
        buf_put(&b, STR(" "));
        put_operand(&b, a, o);
    }
    return keep(a, &b);
}

struct str formula_rule_note(struct arena *a, const struct formula_rule *r)
{
    struct buf b = buf_make(4000);
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
