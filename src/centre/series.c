/* SPDX-License-Identifier: Apache-2.0
 *
 * series: see series.h. A unit that was never changed is asked of the grid alone. For others the figures of all units
 * that it came from are laid out as a cube, and each time for which one of them has a value is tried.
 */
#include "series.h"

#include "unit_look.h"

#include <stdlib.h>

struct maker {
    struct series *out;
    const struct grid *grid;
    const struct formula_book *book;
    struct locked_marks *locks;
    struct db *db;
    struct arena *arena;
    struct question q; /* unit and indicator */
    struct looked_unit unit;
    struct unit_lines lines;     /* what it was made of */
    const struct cube *cube;     /* of all that belong to it */
    struct grid_figures figures; /* in the cube */
    struct period now;           /* the time whose ground counts */
};

/* For a comparison: of a formula with the digits that tables do not show (reckoned_full). */
static struct measured full_cell(const struct grid_cell *c)
{
    struct measured m = grid_measured(c);
    if (c->rounded && !str_eq(m.measure, STR("%"))) m.value = c->fine;
    return m;
}

static struct measured value_of(const struct series_row *r)
{
    return r->cell.known ? full_cell(&r->cell) : like_full(&r->made);
}

/* Whether the ground changed after one time and not later than another. */
static bool changed_between(const struct maker *m, struct period before, struct period now)
{
    for (size_t i = 0; i < m->lines.len; i++)
        if (date_cmp(m->lines.at[i].day, before.from) > 0 && date_cmp(m->lines.at[i].day, now.to) <= 0) return true;
    return false;
}

/* Reported for a time that was over when the unit got other ground. */
static bool is_former(const struct maker *m, struct period p)
{
    if (!looked_valid_on(&m->unit, p.from)) return false; /* it was not there: it speaks of its own ground */
    for (size_t i = 0; i < m->lines.len; i++)
        if (date_cmp(m->lines.at[i].day, p.to) > 0 && date_cmp(m->lines.at[i].day, m->now.to) <= 0) return true;
    return false;
}

/* What was reported, and what formulas give for other times. */
static void add_own(struct maker *m, const struct formula_book *book)
{
    struct grid_series own;
    reckon_series(&own, m->arena, m->grid, book, m->q.unit, m->unit.kind, m->q.indicator);
    for (size_t i = 0; i < own.len; i++) {
        struct series_row r = {.period = grid_period(m->grid, own.at[i].period), .cell = own.at[i]};
        struct question q = {m->q.unit, m->q.indicator, r.period};
        r.locked = locked_cell(m->locks, &r.cell, &q, m->unit.kind);
        *vec_push(m->arena, m->out) = r;
    }
}

static bool has_period(const struct series *s, struct period p)
{
    for (size_t i = 0; i < s->len; i++)
        if (period_eq(s->at[i].period, p)) return true;
    return false;
}

static int by_period(const void *a, const void *b)
{
    return period_cmp(*(const struct period *)a, *(const struct period *)b);
}

/* The times for which another unit has a value and this one has none, each once. */
static size_t open_periods(struct period **out, struct maker *m)
{
    struct period *all = arena_array(m->arena, struct period, m->figures.len);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < m->figures.len; i++) {
        const struct figure_key *k = &m->figures.at[i].figure.key;
        bool says = k->aspect != ASPECT_PLAN && (k->kind == KIND_LEVEL || k->kind == KIND_FRACTION);
        if (says && !str_eq(k->unit, m->q.unit)) all[count++] = k->period;
    }
    if (count) qsort(all, count, sizeof *all, by_period);
    for (size_t i = 0; i < count; i++)
        if ((!kept || !period_eq(all[kept - 1], all[i])) && !has_period(m->out, all[i])) all[kept++] = all[i];
    *out = all;
    return kept;
}

static bool has_formula(const struct maker *m)
{
    for (size_t i = 0; i < m->book->len; i++)
        if (!m->book->at[i].broken && str_eq(m->book->at[i].row.code, m->q.indicator->code)) return true;
    return false;
}

static bool add_made(struct maker *m, struct err *err)
{
    struct period *open;
    size_t count = open_periods(&open, m);
    for (size_t i = 0; i < count; i++) {
        struct like_family *family;
        struct question q = {m->q.unit, m->q.indicator, open[i]};
        if (!changed_between(m, open[i], m->now)) continue;
        if (!like_family_make(&family, m->db, m->arena, q.unit, open[i], m->now, err)) return false;
        struct like made = like_base(family, m->cube, m->arena, &q);
        if (made.rule == LIKE_NOT) (void)like_by_formula(&made, family, m->cube, m->book, m->arena, &q);
        if (made.rule != LIKE_RECOMPUTED && made.rule != LIKE_ESTIMATED) continue;
        *vec_push(m->arena, m->out) = (struct series_row){
            .period = open[i],
            .ground = made.rule == LIKE_RECOMPUTED ? GROUND_RECOMPUTED : GROUND_ESTIMATED,
            .made = made,
        };
    }
    return true;
}

/* The value for just that time, by formula or parts where none was reported. */
static struct grid_cell cell_of(const struct maker *m, const struct question *q)
{
    struct grid_cell found = grid_value(m->grid, q);
    for (size_t i = 0; i < m->out->len && !found.known; i++)
        if (period_eq(m->out->at[i].period, q->period)) found = m->out->at[i].cell;
    if (!found.known) reckon_one(&found, m->arena, m->grid, m->book, q, m->unit.kind);
    return found;
}

/* Growth of what was reported or reckoned: as in like_growth, but of just this value. */
static bool compare_own(struct maker *m, struct series_row *r, struct err *err)
{
    struct question q = {m->q.unit, m->q.indicator, r->period};
    struct question before = {q.unit, q.indicator, period_years_back(r->period, 1)};
    struct grid_cell base = cell_of(m, &before);
    struct measured found = full_cell(&base);
    if (changed_between(m, before.period, r->period)) {
        struct like_family *family;
        if (!like_family_make(&family, m->db, m->arena, q.unit, before.period, r->period, err)) return false;
        r->growth = like_growth(&r->like, family, m->cube, m->arena, &q);
        if (r->growth.rule == ANSWER_STATED) return true;
        if (r->like.rule == LIKE_NOT && found.known && base.computed) r->like = (struct like){.rule = LIKE_SAME};
        if (r->like.rule == LIKE_NOT) (void)like_by_formula(&r->like, family, m->cube, m->book, m->arena, &before);
        if (r->like.rule != LIKE_SAME) found = like_full(&r->like);
    }
    r->growth = (struct answer){.comparison = comparison_growth(full_cell(&r->cell), found)};
    if (r->growth.comparison.why == COMPARABLE) r->growth.rule = ANSWER_GROWTH;
    return true;
}

/* Growth of what was made: over a value that was made for the year before. */
static void compare_made(const struct maker *m, struct series_row *r)
{
    struct period before = period_years_back(r->period, 1);
    struct measured found = {0};
    for (size_t i = 0; i < m->out->len; i++) {
        const struct series_row *old = &m->out->at[i];
        if (old->cell.known || !period_eq(old->period, before)) continue;
        found = like_full(&old->made);
        r->like = old->made;
    }
    r->growth = (struct answer){.comparison = comparison_growth(value_of(r), found)};
    if (r->growth.comparison.why == COMPARABLE) r->growth.rule = ANSWER_GROWTH;
}

/* The ground of the last time for which the unit said something; of today's lines, when it said nothing yet. */
static struct period ground_of(const struct maker *m)
{
    if (m->out->len) return m->out->at[m->out->len - 1].period;
    struct date last = {0};
    for (size_t i = 0; i < m->lines.len; i++)
        if (date_cmp(m->lines.at[i].day, last) > 0) last = m->lines.at[i].day;
    return period_day(last);
}

static bool look_back(struct maker *m, struct err *err)
{
    struct like_ids ids;
    if (!like_ids(&ids, m->db, m->arena, m->q.unit, err)) return false;
    grid_figures(&m->figures, m->arena, m->grid, ids.at, ids.len, has_formula(m) ? NULL : m->q.indicator);
    m->cube = cube_make(m->arena, m->figures.at, m->figures.len);
    m->now = ground_of(m);
    for (size_t i = 0; i < m->out->len; i++)
        if (is_former(m, m->out->at[i].period)) m->out->at[i].ground = GROUND_FORMER;
    return add_made(m, err);
}

static int by_time(const void *a, const void *b)
{
    const struct series_row *x = a, *y = b;
    return period_cmp(x->period, y->period);
}

bool series_make(struct series *out, const struct grid *g, const struct formula_book *book, struct db *db,
                 struct arena *a, struct locked_marks *locks, struct str unit, const struct indicator *indicator,
                 struct err *err)
{
    struct maker m = {.out = out,
                      .grid = g,
                      .book = book,
                      .locks = locks,
                      .db = db,
                      .arena = a,
                      .q = {.unit = unit, .indicator = indicator}};
    *out = (struct series){0};
    if (!unit_look_id(&m.unit, db, a, unit, err)) return false;
    add_own(&m, book);
    if (!unit_lines_before(&m.lines, db, a, unit, err)) return false;
    if (m.lines.len && !look_back(&m, err)) return false;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_time);
    for (size_t i = 0; i < out->len; i++) {
        if (!out->at[i].cell.known)
            compare_made(&m, &out->at[i]);
        else if (!compare_own(&m, &out->at[i], err))
            return false;
    }
    return true;
}
