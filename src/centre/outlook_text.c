/* SPDX-License-Identifier: Apache-2.0
 *
 * outlook_text: see outlook_text.h.
 */
#include "outlook_text.h"

#include "answer_show.h"
#include "buf.h"

static struct str keep(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

void outlook_put(struct buf *b, const struct outlook *o, struct decimal value)
{
    const struct indicator *i = o->question.indicator;
    show_measured(b, (struct measured){true, value, BOUND_EXACT, o->done.measure}, i);
}

struct str outlook_result(struct arena *a, const struct outlook *o)
{
    struct buf b = buf_make(2000);
    if (o->why != OUTLOOK_MADE) return STR("");
    outlook_put(&b, o, o->forecast.value);
    buf_char(&b, ' ');
    buf_put(&b, o->question.indicator->unit);
    if (o->forecast.has_interval) {
        buf_put(&b, STR(", từ "));
        outlook_put(&b, o, o->forecast.low);
        buf_put(&b, STR(" đến "));
        outlook_put(&b, o, o->forecast.high);
    }
    return keep(a, &b);
}

static void put_sum(struct buf *b, const struct outlook *o, bool whole)
{
    bool several = o->forecast.years > 1, first = true;
    if (several) buf_char(b, '(');
    for (size_t k = 0; k < o->years.len; k++) {
        const struct outlook_year *y = &o->years.at[k];
        if (!y->used) continue;
        if (!first) buf_put(b, STR(" + "));
        outlook_put(b, o, whole ? y->whole.value : y->window.value);
        first = false;
    }
    if (several) buf_char(b, ')');
}

struct str outlook_formula(struct arena *a, const struct outlook *o)
{
    struct buf b = buf_make(4000);
    if (o->why != OUTLOOK_MADE) return STR("");
    outlook_put(&b, o, o->done.value);
    buf_put(&b, STR(" × "));
    put_sum(&b, o, true);
    buf_put(&b, STR(" / "));
    put_sum(&b, o, false);
    return keep(a, &b);
}

static void join(struct buf *b, struct str s)
{
    if (b->len) buf_put(b, STR("; "));
    buf_put(b, s);
}

static bool left_out(const struct outlook_year *y, struct str why)
{
    return !y->used && y->why.len && str_eq(y->why, why);
}

/* "không dùng các năm 2025, 2024: ...": years of one reason together, at the first of them. */
static void put_left_out(struct buf *b, const struct outlook *o, size_t at)
{
    struct buf years = buf_make(200);
    struct str why = o->years.at[at].why;
    size_t count = 0;
    for (size_t k = 0; k < at; k++)
        if (left_out(&o->years.at[k], why)) return;
    for (size_t k = at; k < o->years.len; k++) {
        if (!left_out(&o->years.at[k], why)) continue;
        buf_put(&years, count++ ? STR(", ") : STR(""));
        buf_i64(&years, o->years.at[k].year);
    }
    join(b, count > 1 ? STR("không dùng các năm ") : STR("không dùng năm "));
    buf_put(b, buf_str(&years));
    buf_put(b, STR(": "));
    buf_put(b, why);
    buf_free(&years);
}

struct str outlook_why_not(struct arena *a, const struct outlook *o)
{
    struct buf b = buf_make(4000);
    const struct indicator *i = o->question.indicator;
    buf_put(&b, outlook_reason(o->why));
    if (o->why == OUTLOOK_RATE && i->base.len && i->base_kind == KIND_PLAN_RATIO) {
        buf_put(&b, STR("; % kế hoạch cả năm: xem dự báo của "));
        buf_put(&b, i->base);
    } else if (o->why == OUTLOOK_RATE && o->rule) {
        buf_put(&b, STR("; có thể dự báo từng số trong công thức "));
        buf_put(&b, o->rule->formula.text);
    }
    return keep(a, &b);
}

struct str outlook_remark(struct arena *a, const struct outlook *o)
{
    struct buf b = buf_make(8000);
    bool estimate = o->done.estimate, about = o->done.about, shared = false;
    if (o->why != OUTLOOK_MADE) {
        buf_put(&b, STR("không dự báo: "));
        buf_put(&b, outlook_why_not(a, o));
    } else if (!o->forecast.has_interval) {
        join(&b, STR("chỉ theo một năm trước, không có khoảng: số để tham khảo"));
    }
    if (o->reckoned && o->why != OUTLOOK_RATE) {
        bool made = o->why == OUTLOOK_MADE;
        join(&b, made ? STR("số từng kỳ, từng năm tính theo công thức ")
                      : STR("muốn dự báo thì nhập các số trong công thức "));
        buf_put(&b, o->rule->row.code);
        buf_put(&b, STR(" = "));
        buf_put(&b, o->rule->formula.text);
        buf_put(&b, made ? STR(", rồi dự báo từ các số đã tính")
                         : STR(": của kỳ này, và cùng kỳ, cả năm của ít nhất một năm trước"));
    }
    for (size_t k = 0; k < o->years.len; k++) {
        const struct outlook_year *y = &o->years.at[k];
        if (y->used) {
            estimate |= y->window.estimate || y->whole.estimate;
            about |= y->window.about || y->whole.about;
            shared |= y->window.shared || y->whole.shared;
        } else if (y->why.len) {
            put_left_out(&b, o, k);
        }
    }
    if (o->why == OUTLOOK_MADE && estimate) join(&b, STR("có số ước thực hiện"));
    if (o->why == OUTLOOK_MADE && about) join(&b, STR("có số chỉ nêu gần đúng"));
    if (o->why == OUTLOOK_MADE && shared) join(&b, STR("có năm chỉ ước theo tỷ lệ của đơn vị cũ"));
    return keep(a, &b);
}
