/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_cells: see statement_cells.h. For programs every field stands in a column of its own, by the names of
 * FORMATS.md; for eyes kind, aspect and base of comparison become one word or two.
 */
#include "statement_cells.h"

#include "statement_write.h"

void period_cell(struct cli *c, struct rows *r, struct period p)
{
    struct buf b = buf_make(100), shown = buf_make(200);
    period_write(&b, p);
    if (c->lang == LANG_VI)
        period_write_vi(&shown, p);
    else
        buf_put(&shown, buf_str(&b));
    rows_text_shown(r, buf_str(&b), buf_str(&shown));
    buf_free(&b);
    buf_free(&shown);
}

/* What people call the kinds of FORMATS.md, with what is needed to tell two figures of a clause apart. */
static const char *kind_shown(const struct figure_statement *f)
{
    bool same = f->against == AGAINST_SAME_PERIOD, down = decimal_sign(f->value) < 0;
    switch (f->kind) {
    case KIND_LEVEL:
        return f->aspect == ASPECT_PLAN ? tr("kế hoạch") : f->aspect == ASPECT_ESTIMATE ? tr("ước") : tr("mức");
    case KIND_GROWTH:
        if (down) return same ? tr("% giảm so cùng kỳ") : tr("% giảm");
        return same ? tr("% tăng so cùng kỳ") : tr("% tăng");
    case KIND_CHANGE:
        if (down) return same ? tr("giảm so cùng kỳ") : tr("giảm");
        return same ? tr("tăng so cùng kỳ") : tr("tăng");
    case KIND_PLAN_RATIO: return tr("% kế hoạch");
    case KIND_SHARE: return tr("tỷ trọng");
    case KIND_FRACTION: return tr("đạt trên tổng");
    case KIND_COUNT: break;
    }
    return "";
}

static void put_against(struct rows *r, const struct figure_statement *f)
{
    struct buf b = buf_make(100);
    statement_write_against(&b, f);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_decimal_if(struct rows *r, bool has, struct decimal d)
{
    if (has)
        rows_decimal(r, d);
    else
        rows_none(r);
}

static void put_figure(struct cli *c, struct rows *r, const struct figure_statement *f)
{
    rows_decimal(r, f->value);
    put_decimal_if(r, f->has_max, f->value_max);
    put_decimal_if(r, f->has_of, f->of);
    rows_text(r, f->unit);
    rows_text(r, bound_name(f->bound));
    rows_text(r, kind_name(f->kind));
    put_against(r, f);
    rows_text(r, aspect_name(f->aspect));
    rows_text(r, tr_text(c->lang, kind_shown(f)));
    period_cell(c, r, f->period);
    rows_text(r, f->subject);
    rows_text(r, f->indicator);
    rows_text(r, f->place);
}

/* The columns of a figure for a statement that is none: what it is about stands under "subject". */
static void put_other(struct cli *c, struct rows *r, const struct statement *s)
{
    bool reference = s->kind == STATEMENT_REFERENCE;
    for (int i = 0; i < 3; i++) rows_none(r);          /* value, value_max, of */
    for (int i = 0; i < 5; i++) rows_text(r, STR("")); /* unit, bound, kind, against, aspect */
    rows_text(r, tr_text(c->lang, reference ? tr("văn bản") : tr("chỉ đạo")));
    if (reference)
        rows_text(r, STR(""));
    else
        period_cell(c, r, s->directive.due);
    rows_text(r, reference ? s->reference.about : s->directive.what);
    rows_text(r, STR(""));
    rows_text(r, reference ? s->reference.issuer : s->directive.whom);
}

static struct str statement_name(enum statement_kind k)
{
    switch (k) {
    case STATEMENT_FIGURE: return STR("figure");
    case STATEMENT_REFERENCE: return STR("document_reference");
    case STATEMENT_DIRECTIVE: return STR("directive");
    }
    return STR("");
}

void statement_cells(struct cli *c, struct rows *r, const struct statement *s)
{
    rows_text(r, statement_name(s->kind));
    rows_text(r, s->quote);
    if (s->kind == STATEMENT_FIGURE)
        put_figure(c, r, &s->figure);
    else
        put_other(c, r, s);
    rows_text(r, s->rule);
}
