/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_like: a value of a time before the unit was there, as `series` shows it: what it is made of, with the
 * figures of the units that it came from.
 */
#include "answer_show.h"
#include "buf.h"
#include "explain_private.h"
#include "formula_show.h"
#include "unit_lines.h"

void explain_put_like(struct buf *b, struct arena *a, const struct like *l, const struct indicator *i)
{
    if (l->reckoned) {
        buf_char(b, '(');
        buf_put(b, formula_numbers(a, l->reckoned));
        buf_char(b, ')');
        return;
    }
    bool bracket = l->parts.len > 1 || l->rule == LIKE_ESTIMATED;
    if (bracket) buf_char(b, '(');
    for (size_t k = 0; k < l->parts.len; k++) {
        const struct figure *f = &l->parts.at[k].figure->figure;
        if (k) buf_put(b, STR(" + "));
        show_measured(b, (struct measured){true, f->value, f->bound, f->measure}, i);
        if (f->key.aspect == ASPECT_ESTIMATE) buf_put(b, STR(" (ước)"));
        if (!l->parts.at[k].measure.len) continue;
        buf_put(b, STR(" × "));
        decimal_write_vi(b, l->parts.at[k].share);
    }
    if (bracket) buf_char(b, ')');
}

/* The last day on which the unit got other ground; unknown: never. */
static bool last_change(struct date *day, struct explain_maker *m, struct str unit)
{
    struct unit_lines lines;
    *day = (struct date){0};
    if (!unit_lines_before(&lines, m->db, m->arena, unit, m->err)) return false;
    for (size_t i = 0; i < lines.len; i++)
        if (date_cmp(lines.at[i].day, *day) > 0) *day = lines.at[i].day;
    return true;
}

bool explain_made(bool *told, struct explain_maker *m, const struct question *q)
{
    struct like_family *family;
    struct date day;
    *told = false;
    if (!last_change(&day, m, q->unit)) return false;
    if (!date_known(day) || date_cmp(q->period.from, day) >= 0) return true;
    if (!like_family_make(&family, m->db, m->arena, q->unit, q->period, period_day(day), m->err)) return false;
    struct like made = like_base(family, m->snapshot->cube, m->arena, q);
    if (made.rule == LIKE_NOT && m->snapshot->formulas)
        (void)like_by_formula(&made, family, m->snapshot->cube, &m->snapshot->formulas->book, m->arena, q);
    if (made.rule != LIKE_RECOMPUTED && made.rule != LIKE_ESTIMATED) return true;
    struct buf b = buf_make(2000);
    *told = true;
    show_with_unit(&b, made.value, q->indicator);
    m->out->result = str_copy(m->arena, buf_str(&b));
    buf_clear(&b);
    explain_put_like(&b, m->arena, &made, q->indicator);
    m->out->formula = str_copy(m->arena, buf_str(&b));
    buf_clear(&b);
    buf_put(&b, STR("số của địa bàn mới, "));
    buf_put(&b, made.note);
    m->out->why = STR("");
    m->out->remark = explain_keep(m, &b);
    for (size_t i = 0; i < made.parts.len; i++)
        if (!explain_add_once(m, made.parts.at[i].figure->id)) return false;
    return true;
}
