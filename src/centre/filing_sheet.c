/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_sheet: see filing_sheet.h. Of several figures that would do, the one under the first of the report's times is
 * taken (the window before the name of the period), and of one time what was done before what was estimated.
 */
#include "filing_sheet.h"

#include "said.h"
#include "snapshot.h"

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

/* What all cells are filled from. */
struct filling {
    struct filing_sheet *sheet;
    struct arena *arena;
    const struct snapshot *snapshot;
    const struct locked_list *locked;
};

/* What the formula of a cell gives for the first of its times for which it gives something. */
static void reckon_cell(struct sheet_figure *c, const struct filling *f)
{
    const struct filing_sheet *sheet = f->sheet;
    struct figure_source from = {.cube = f->snapshot->cube, .unit = sheet->filing.unit, .kind = sheet->unit.kind};
    struct str times = c->cell.stock ? f->sheet->filing.stock_times : f->sheet->filing.times;
    while (times.len && !c->computed) {
        struct str_cut cut = str_cut(times, STR(" "));
        struct period p;
        times = cut.tail;
        if (!period_read(&p, cut.head)) continue;
        const struct reckoned *r = reckon(f->arena, &f->snapshot->formulas->book, &from, c->cell.indicator, p);
        if (r && r->value.known && r->fresh) c->computed = r;
    }
}

/* A figure, else what the lock keeps unless corrections led to another value, else what the formula gives. */
static void choose_value(struct sheet_figure *c, const struct filling *f)
{
    const struct figure *figure = &c->figure.figure;
    for (size_t i = 0; i < f->locked->len; i++)
        if (str_eq(f->locked->at[i].indicator, c->cell.indicator)) c->locked = &f->locked->at[i];
    if (c->has) {
        c->value = (struct measured){true, figure->value, figure->bound, figure->measure};
        c->estimate = figure->key.aspect == ASPECT_ESTIMATE;
        if (c->locked)
            c->look = (struct locked_look){LOCKED_CORRECTED, locked_reported(f->arena, c->locked, &c->value)};
        return;
    }
    reckon_cell(c, f);
    if (c->locked) c->look = locked_look(f->arena, c->locked, c->computed, &f->sheet->corrections);
    if (c->locked && c->look.state != LOCKED_CORRECTED) {
        c->value = c->locked->value;
        c->estimate = c->locked->estimate;
    } else if (c->computed) {
        c->value = c->computed->value;
        c->estimate = c->computed->estimate;
    }
}

static void fill_cell(const struct filling *f, const struct filing_cell *cell)
{
    struct filing_sheet *s = f->sheet;
    struct arena *a = f->arena;
    const struct figure_list *figures = &f->snapshot->figures;
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
    choose_value(&c, f);
    if (!c.value.known) s->missing++;
    *vec_push(a, &s->cells) = c;
}

bool filing_sheet_make(struct filing_sheet *out, struct db *db, struct arena *a, struct filing_id id, struct err *err)
{
    struct cell_list cells;
    struct snapshot s;
    struct office_formulas formulas;
    struct locked_list *locked = arena_new(a, struct locked_list);
    struct filling f = {.sheet = out, .arena = a, .snapshot = &s, .locked = locked};
    *out = (struct filing_sheet){0};
    if (!filing_load(&out->filing, db, a, id, err) || !filing_cells(&cells, db, a, id, err) ||
        !unit_look_id(&out->unit, db, a, out->filing.unit, err) || !filing_events(&out->events, db, a, id, err) ||
        !correction_list(&out->corrections, db, a, id, STR(""), STR(""), err) ||
        !locked_list(locked, db, a, id, STR(""), err) || !snapshot_load(&s, db, a, out->filing.unit, err) ||
        !formulas_load(&formulas, db, a, err))
        return false;
    s.formulas = &formulas;
    for (size_t i = 0; i < cells.len; i++) fill_cell(&f, &cells.at[i]);
    return true;
}
