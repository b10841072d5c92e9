/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_target: see explain_target.h. A count names every target that it does not hold, with the reason; those that
 * it holds are named too, so that somebody can tick them off.
 */
#include "explain_target.h"

#include "buf.h"
#include "explain_private.h"
#include "target_number.h"

static struct str kept(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static void put_day(struct buf *b, struct date d)
{
    buf_format(b, "%d/%d/%d", d.day, d.month, d.year);
}

/* --- one target */

void target_axis_write(struct buf *b, struct arena *a, const struct programme_status *status,
                       const struct target_state *t, enum target_axis axis)
{
    const struct target_result *r = &t->on[axis];
    if (!r->level) return;
    if (axis == AXIS_TERM) {
        buf_put(b, STR("mức "));
        period_write_vi(b, r->level->period);
    } else {
        buf_put(b, target_axis_name(status, a, axis));
    }
    buf_char(b, ' ');
    buf_put(b, r->wanted);
    if (r->goal.len) {
        buf_put(b, STR(" (tức "));
        buf_put(b, r->goal);
        buf_char(b, ')');
    }
    buf_put(b, STR(": "));
    if (r->number.sum.len) {
        buf_put(b, r->number.sum);
        buf_put(b, STR(" = "));
    }
    buf_put(b, r->number.shown);
    if (r->number.shown.len) buf_put(b, STR(", "));
    target_result_write(b, r);
    if (r->lacking.len) {
        buf_put(b, t->kept->target.comparator == TARGET_EQUAL ? STR(", lệch ") : STR(", còn cách mức "));
        buf_put(b, r->lacking);
    }
}

void target_note_write(struct buf *b, struct arena *a, const struct kept_note *n)
{
    struct str lacks = target_note_lacks(a, n);
    const struct {
        struct str name, text;
    } parts[] = {{STR("nguyên nhân: "), n ? n->cause : STR("")},
                 {STR("biện pháp: "), n ? n->remedy : STR("")},
                 {STR("chịu trách nhiệm: "), n ? n->owner : STR("")}};
    size_t start = b->len;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].text.len) continue;
        if (b->len > start) buf_put(b, STR("; "));
        buf_put(b, parts[i].name);
        buf_put(b, parts[i].text);
    }
    if (n && date_known(n->due)) {
        if (b->len > start) buf_put(b, STR("; "));
        buf_put(b, STR("thời hạn: "));
        put_day(b, n->due);
    }
    if (!lacks.len) return;
    if (b->len > start) buf_put(b, STR("; "));
    buf_put(b, STR("thiếu "));
    buf_put(b, lacks);
}

static struct str formula_of(struct explain_maker *m, const struct programme_status *s, const struct target_state *t)
{
    struct buf b = buf_make(4000);
    for (enum target_axis axis = 0; axis < AXES; axis++) {
        if (!t->on[axis].level) continue;
        if (axis == AXIS_TERM && t->on[axis].level == t->on[AXIS_YEAR].level) continue;
        if (b.len) buf_put(&b, STR("; "));
        target_axis_write(&b, m->arena, s, t, axis);
    }
    return kept(m->arena, &b);
}

static struct str remark_of(struct explain_maker *m, const struct programme_status *s, const struct target_state *t)
{
    struct buf b = buf_make(4000);
    const struct target_result *r = t->on[AXIS_YEAR].level ? &t->on[AXIS_YEAR] : &t->on[AXIS_TERM];
    if (r->judgement) {
        buf_put(&b, STR("do "));
        buf_put(&b, r->judgement->who);
        buf_put(&b, STR(" đánh giá, căn cứ: "));
        buf_put(&b, r->judgement->evidence);
    }
    if (t->before) {
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, STR("điều chỉnh từ ngày "));
        put_day(&b, t->kept->target.since);
        buf_put(&b, STR(" theo "));
        buf_put(&b, t->kept->target.source);
        const struct target *old = &t->before->target;
        const struct target_level *level = r->level ? target_level_of_year(old, r->level->period) : NULL;
        if (!level) level = target_level_of_term(old, (struct period){0}, s->period);
        if (level) {
            buf_put(&b, STR(", trước đó "));
            buf_put(&b,
                    target_wanted(m->arena, old, old->indicator.len ? indicator_find(old->indicator) : NULL, level));
        }
    }
    if (target_is_missed(t)) {
        if (b.len) buf_put(&b, STR("; "));
        target_note_write(&b, m->arena, t->note);
    }
    return kept(m->arena, &b);
}

static bool add_figures(struct explain_maker *m, const struct target_state *t)
{
    for (enum target_axis axis = 0; axis < AXES; axis++)
        for (size_t i = 0; i < t->on[axis].number.made.len; i++) {
            uint32_t id = t->on[axis].number.made.at[i]->id;
            bool there = false;
            for (size_t k = 0; k < m->out->figures.len; k++) there |= m->out->figures.at[k].kept.id.n == id;
            if (!there && !explain_add_figure(m, id)) return false;
        }
    return true;
}

static bool one_target(struct explain_maker *m, const struct programme_status *s, const struct target_state *t)
{
    struct buf title = buf_make(4000), result = buf_make(400);
    const struct target_result *r = t->on[AXIS_YEAR].level ? &t->on[AXIS_YEAR] : &t->on[AXIS_TERM];
    m->out->kind = EXPLAIN_ANSWER;
    buf_put(&title, t->kept->target.name);
    buf_put(&title, STR(", "));
    buf_put(&title, s->unit_name);
    buf_put(&title, STR(", "));
    period_write_vi(&title, s->period);
    target_result_write(&result, r);
    m->out->title = kept(m->arena, &title);
    m->out->asked = STR("đạt chỉ tiêu hay không");
    m->out->result = kept(m->arena, &result);
    m->out->formula = formula_of(m, s, t);
    m->out->why = r->number.why;
    m->out->remark = remark_of(m, s, t);
    return add_figures(m, t);
}

bool explain_target(struct explanation *out, const struct programme_status *status, const struct target_state *t,
                    const struct snapshot *s, struct db *db, struct arena *a, struct err *err)
{
    struct explain_maker m = {out, s, db, a, err};
    struct buf id = buf_make(1000);
    target_id_write(&id, t->kept->target.code, status->period);
    *out = (struct explanation){.id = kept(a, &id)};
    return one_target(&m, status, t);
}

/* --- counts */

static void put_count(struct buf *b, const struct figure *f)
{
    decimal_write_vi(b, f->value);
    buf_char(b, '/');
    decimal_write_vi(b, f->of);
}

void target_claim_write(struct buf *b, struct arena *a, const struct programme_status *s, const struct target_claim *c)
{
    buf_put(b, STR("báo cáo nêu "));
    put_count(b, &c->figure->figure);
    buf_format(b, " chỉ tiêu (F%u); tính được %zu/%zu", c->figure->id, c->sum.reached, c->sum.of);
    buf_put(b, STR(" theo "));
    buf_put(b, target_axis_name(s, a, c->axis));
    if (c->programme) {
        buf_put(b, STR(" của "));
        buf_put(b, c->programme->name);
    }
    if (c->sum.by_estimate) buf_format(b, ", thêm %zu đạt theo ước", c->sum.by_estimate);
    if (!c->comparable) {
        buf_put(b, STR("; chưa đối chiếu được vì không nơi nào ở đây đủ "));
        decimal_write_vi(b, c->figure->figure.of);
        buf_put(b, STR(" chỉ tiêu"));
    }
    if (c->agrees) buf_put(b, c->with_estimates ? STR(": khớp nếu kể cả số ước") : STR(": khớp"));
}

/* "không đạt: CT1.3, CT1.5" for each verdict that has some. */
static void put_members(struct buf *b, const struct programme_status *s, enum target_axis axis)
{
    for (enum target_verdict v = 0; v < TARGET_NOT_SET; v++) {
        size_t n = 0;
        for (size_t i = 0; i < s->targets.len; i++) {
            const struct target_state *t = &s->targets.at[i];
            if (t->on[axis].verdict != v) continue;
            if (n == 0 && b->len) buf_put(b, STR("; "));
            buf_put(b, n++ ? STR(", ") : target_verdict_name(v));
            if (n == 1) buf_put(b, STR(": "));
            buf_put(b, t->kept->target.code);
            if (t->on[axis].number.estimate && v <= TARGET_MISSED) buf_put(b, STR(" (ước)"));
        }
    }
}

static bool one_count(struct explain_maker *m, const struct programme_status *s, bool ratio, enum target_axis axis)
{
    const struct target_sum *sum = &s->sum[axis];
    struct buf title = buf_make(4000), result = buf_make(400), formula = buf_make(400), members = buf_make(100000);
    struct decimal d;
    m->out->kind = EXPLAIN_ANSWER;
    buf_put(&title, ratio ? STR("Tỷ lệ chỉ tiêu hoàn thành") : STR("Số chỉ tiêu hoàn thành"));
    if (s->programmes.len == 1 || (s->programmes.len && s->programmes.at[0].programme->parent.len)) {
        buf_put(&title, STR(", "));
        buf_put(&title, s->programmes.at[0].programme->name);
    }
    buf_put(&title, STR(", "));
    buf_put(&title, s->unit_name);
    buf_put(&title, STR(", "));
    period_write_vi(&title, s->period);
    bool has = target_sum_ratio(&d, sum);
    if (ratio && has) {
        decimal_write_vi(&result, d);
        buf_put(&result, STR(" %"));
        buf_format(&formula, "%zu / %zu × 100", sum->reached, sum->of);
    } else {
        buf_format(&result, "%zu/%zu chỉ tiêu", sum->reached, sum->of);
    }
    put_members(&members, s, axis);
    for (size_t i = 0; i < s->claims.len; i++) {
        buf_put(&members, STR("; "));
        target_claim_write(&members, m->arena, s, &s->claims.at[i]);
    }
    m->out->title = kept(m->arena, &title);
    m->out->asked = target_axis_name(s, m->arena, axis);
    m->out->result = kept(m->arena, &result);
    m->out->formula = kept(m->arena, &formula);
    m->out->remark = kept(m->arena, &members);
    if (!sum->of) m->out->why = STR("không có chỉ tiêu nào đặt mức cho thời gian này");
    for (size_t i = 0; i < s->claims.len; i++)
        if (!explain_add_figure(m, s->claims.at[i].figure->id)) return false;
    return true;
}

/* --- by id */

struct target_id {
    struct str code; /* of a target, or of a programme; "": all of the unit */
    struct str unit; /* of a count */
    struct period period;
    enum target_axis axis;
    bool count, ratio;
};

static bool id_read(struct target_id *out, struct str id)
{
    struct str_cut head = str_cut(id, STR("/")), second = str_cut(head.tail, STR("/")),
                   third = str_cut(second.tail, STR("/")), last = str_cut(third.tail, STR("/"));
    *out = (struct target_id){.code = second.head};
    if (str_eq(head.head, STR("target")))
        return second.found && !third.found && period_read(&out->period, second.tail) &&
               out->period.kind != PERIOD_NONE;
    out->count = true;
    out->ratio = str_eq(head.head, STR("I02b"));
    out->unit = second.head;
    out->code = last.tail;
    out->axis = str_eq(last.head, STR("term")) ? AXIS_TERM : AXIS_YEAR;
    bool known = out->axis == AXIS_TERM || str_eq(last.head, STR("reached"));
    return (out->ratio || str_eq(head.head, STR("I02a"))) && known && third.found &&
           period_read(&out->period, third.head) && out->period.kind != PERIOD_NONE;
}

bool target_explained_by(struct str id)
{
    struct target_id t;
    return id_read(&t, id);
}

static bool find_unit(struct kept_unit *unit, struct explain_maker *m, struct str code)
{
    if (!unit_load(unit, m->db, m->arena, code, m->err)) return false;
    return unit->code.len || fail(m->err, ERR_UNIT_UNKNOWN, code);
}

bool explain_target_id(struct explain_maker *m, struct str id)
{
    struct target_id t = {0};
    struct target_rows *rows = arena_new(m->arena, struct target_rows);
    struct programme_status *s = arena_new(m->arena, struct programme_status);
    struct kept_unit unit;
    struct str programme = STR("");
    if (!id_read(&t, id)) return fail(m->err, ERR_ANSWER_UNKNOWN, id);
    if (!target_rows_load(rows, m->db, m->arena, m->err)) return false;
    const struct kept_target *target = t.count ? NULL : target_on(rows, t.code, t.period.to);
    if (!t.count && !target) return fail(m->err, ERR_TARGET_UNKNOWN, t.code);
    if (target || t.code.len) programme = target ? target->target.programme : t.code;
    const struct programme *p = programme_find(rows, programme);
    if (programme.len && !p) return fail(m->err, ERR_PROGRAMME_UNKNOWN, programme);
    if (p) programme = p->code;
    if (!find_unit(&unit, m, p ? p->unit : t.unit) || !explain_snapshot(m, unit.code)) return false;
    if (!programme_status_make(s, rows, m->snapshot, m->db, m->arena, &unit, programme, t.period, m->err)) return false;
    if (t.count) return one_count(m, s, t.ratio, t.axis);
    for (size_t i = 0; i < s->targets.len; i++)
        if (str_eq(s->targets.at[i].kept->target.code, t.code)) return one_target(m, s, &s->targets.at[i]);
    return fail(m->err, ERR_TARGET_UNKNOWN, t.code);
}
