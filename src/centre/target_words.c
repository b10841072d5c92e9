/* SPDX-License-Identifier: Apache-2.0
 *
 * target_words: what target_status.c found, in words and ids: "đạt 35/38 chỉ tiêu (92,11 %); 2 không đạt".
 */
#include "buf.h"
#include "target_status.h"

bool target_sum_ratio(struct decimal *out, const struct target_sum *s)
{
    return s->of &&
           decimal_div(out, DECIMAL_INT((int64_t)s->reached * 100), DECIMAL_INT((int64_t)s->of), 2, ROUND_HALF_UP);
}

bool target_is_missed(const struct target_state *t)
{
    return t->on[AXIS_YEAR].verdict == TARGET_MISSED || t->on[AXIS_TERM].verdict == TARGET_MISSED;
}

struct str target_note_lacks(struct arena *a, const struct kept_note *n)
{
    struct buf b = buf_make(200);
    const struct {
        bool there;
        struct str name;
    } parts[] = {{n && n->cause.len, STR("nguyên nhân")},
                 {n && n->remedy.len, STR("biện pháp")},
                 {n && n->owner.len, STR("người chịu trách nhiệm")},
                 {n && date_known(n->due), STR("thời hạn")}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].there) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, parts[i].name);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str target_axis_name(const struct programme_status *s, struct arena *a, enum target_axis axis)
{
    struct buf b = buf_make(200);
    if (axis == AXIS_TERM) return STR("mức cả giai đoạn");
    buf_put(&b, STR("mức "));
    period_write_vi(&b, s->period.kind == PERIOD_YEARS ? s->period : period_year(s->period.to.year));
    struct str name = str_copy(a, buf_str(&b));
    buf_free(&b);
    return name;
}

void target_sum_write(struct buf *b, const struct target_sum *s)
{
    struct decimal ratio;
    const struct {
        size_t n;
        struct str name;
    } rest[] = {{s->by_estimate, STR("đạt theo ước")},          {s->missed, STR("không đạt")},
                {s->under_way, STR("chưa đạt, còn thời gian")}, {s->unclear, STR("không rõ vì làm tròn")},
                {s->no_figure, STR("chưa có số liệu")},         {s->not_judged, STR("chưa đánh giá")}};
    buf_format(b, "đạt %zu/%zu chỉ tiêu", s->reached, s->of);
    if (target_sum_ratio(&ratio, s)) {
        buf_put(b, STR(" ("));
        decimal_write_vi(b, ratio);
        buf_put(b, STR(" %)"));
    }
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (!rest[i].n) continue;
        buf_format(b, "; %zu ", rest[i].n);
        buf_put(b, rest[i].name);
    }
}

void target_result_write(struct buf *b, const struct target_result *r)
{
    buf_put(b, target_verdict_name(r->verdict));
    bool of_number = r->verdict == TARGET_REACHED || r->verdict == TARGET_MISSED;
    if (of_number && r->number.estimate) buf_put(b, STR(" (ước)"));
}

void target_id_write(struct buf *b, struct str code, struct period p)
{
    buf_put(b, STR("target/"));
    buf_put(b, code);
    buf_char(b, '/');
    period_write(b, p);
}

void target_sum_id_write(struct buf *b, bool ratio, const struct programme_status *s, enum target_axis axis,
                         struct str programme)
{
    buf_put(b, ratio ? STR("I02b/") : STR("I02a/"));
    buf_put(b, s->unit);
    buf_char(b, '/');
    period_write(b, s->period);
    buf_put(b, axis == AXIS_YEAR ? STR("/reached") : STR("/term"));
    if (programme.len) buf_char(b, '/');
    buf_put(b, programme);
}
