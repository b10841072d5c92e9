/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_sheet: see filing_sheet.h. Of several figures that would do, the one under the first of the report's times is
 * taken (the window before the name of the period), and of one time what was done before what was estimated.
 */
#include "filing_sheet.h"

#include "said.h"

enum { NO_PLACE = 1000 };

/* The place of a literal in a list with blanks; NO_PLACE when it is not there. */
static int place_in(struct str list, struct str word)
{
    for (int i = 0; list.len; i++) {
        struct str_cut c = str_cut(list, STR(" "));
        if (str_eq(c.head, word)) return i;
        list = c.tail;
    }
    return NO_PLACE;
}

/* The lower the better; NO_PLACE or more: it does not do. */
static int worth(const struct kept_filing *f, const struct filing_cell *cell, const struct figure *figure,
                 struct arena *a)
{
    const struct figure_key *k = &figure->key;
    if (!str_eq(k->indicator, cell->indicator) || k->kind != KIND_LEVEL || k->aspect == ASPECT_PLAN) return NO_PLACE;
    int place = place_in(cell->stock ? f->stock_times : f->times, period_text(a, k->period));
    return place == NO_PLACE ? NO_PLACE : 2 * place + (k->aspect == ASPECT_ESTIMATE);
}

static void fill_cell(struct filing_sheet *s, struct arena *a, const struct filing_cell *cell,
                      const struct figure_list *figures)
{
    struct sheet_figure c = {.cell = *cell};
    int best = NO_PLACE;
    for (size_t i = 0; i < figures->len; i++) {
        int w = worth(&s->filing, cell, &figures->at[i].figure, a);
        if (w >= best) continue;
        best = w;
        c.has = true;
        c.figure = figures->at[i];
    }
    for (size_t i = 0; i < s->corrections.len; i++)
        if (str_eq(s->corrections.at[i].key.indicator, cell->indicator)) c.correction = &s->corrections.at[i];
    if (!c.has) s->missing++;
    *vec_push(a, &s->cells) = c;
}

bool filing_sheet_make(struct filing_sheet *out, struct db *db, struct arena *a, struct filing_id id, struct err *err)
{
    struct cell_list cells;
    struct figure_list figures;
    *out = (struct filing_sheet){0};
    if (!filing_load(&out->filing, db, a, id, err) || !filing_cells(&cells, db, a, id, err) ||
        !unit_look_id(&out->unit, db, a, out->filing.unit, err) || !filing_events(&out->events, db, a, id, err) ||
        !correction_list(&out->corrections, db, a, id, STR(""), STR(""), err) ||
        !figure_list_current(&figures, db, a, &out->filing.unit, 1, STR(""), err))
        return false;
    for (size_t i = 0; i < cells.len; i++) fill_cell(out, a, &cells.at[i], &figures);
    return true;
}
