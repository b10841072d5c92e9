/* SPDX-License-Identifier: Apache-2.0
 *
 * watch: see watch.h. What a step makes stands in an arena of its own, which takes the place of the one before when all
 * went well. Units and lines are asked for again only when an entry may have touched them.
 */
#include "watch.h"

#include "grid_ask.h"

struct watch watch_open(struct kept_unit unit, struct period period)
{
    return (struct watch){.unit = unit, .asked = period, .follow = grid_follow_open()};
}

void watch_close(struct watch *w)
{
    grid_follow_close(&w->follow);
    grid_drop(w->grid);
    arena_close(w->shown);
    arena_close(w->lines);
    *w = (struct watch){0};
}

static bool same_measured(const struct answer *a, const struct answer *b)
{
    const struct measured *x = &a->value, *y = &b->value;
    if (a->rule != b->rule || x->known != y->known) return false;
    return !x->known || (decimal_eq(x->value, y->value) && x->bound == y->bound && str_eq(x->measure, y->measure));
}

static bool same_comparison(const struct answer *a, const struct answer *b)
{
    const struct comparison *x = &a->comparison, *y = &b->comparison;
    if (a->rule != b->rule || x->why != y->why || a->differs != b->differs) return false;
    return x->why != COMPARABLE || (decimal_eq(x->value, y->value) && x->bound == y->bound);
}

static bool same_row(const struct stand_row *a, const struct stand_row *b)
{
    return same_measured(&a->value, &b->value) && same_measured(&a->plan, &b->plan) &&
           same_comparison(&a->ratio, &b->ratio) && same_comparison(&a->growth, &b->growth) &&
           a->like.rule == b->like.rule && a->contradicts == b->contradicts && a->plan_verdict == b->plan_verdict &&
           a->year_verdict == b->year_verdict && a->pace == b->pace && a->share.by == b->share.by;
}

static const struct stand_row *row_of(const struct stand *s, const struct indicator *i)
{
    for (size_t k = 0; k < s->len; k++)
        if (str_eq(s->at[k].question.indicator->code, i->code)) return &s->at[k];
    return NULL;
}

/* What is new in `next`, and what is gone from it. */
static void tell_news(struct watch *next, const struct watch *old, struct arena *a)
{
    bool other = !old->shown || !period_eq(old->stand.period, next->stand.period);
    next->news.at = NULL;
    next->news.len = next->news.cap = 0;
    for (size_t i = 0; i < next->stand.len; i++) {
        const struct stand_row *row = &next->stand.at[i];
        const struct stand_row *before = other ? NULL : row_of(&old->stand, row->question.indicator);
        if (!before || !same_row(before, row)) *vec_push(a, &next->news) = row->question.indicator->code;
    }
    for (size_t i = 0; !other && i < old->stand.len; i++)
        if (!row_of(&next->stand, old->stand.at[i].question.indicator))
            *vec_push(a, &next->news) = old->stand.at[i].question.indicator->code;
}

/* Whose figures are asked for, and the lines of the unit for a period. */
static bool take_units(struct watch *w, struct db *db, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct like_ids ids;
    if (!like_ids(&ids, db, a, w->unit.code, err)) {
        arena_close(a);
        return false;
    }
    arena_close(w->lines);
    w->lines = a;
    w->ids = ids;
    w->family = NULL;
    w->past = NULL;
    return true;
}

static bool take_lines(struct watch *w, struct db *db, struct period p, struct err *err)
{
    if (w->family && period_eq(w->family_of, p)) return true;
    w->family = NULL;
    w->past = NULL;
    if (!like_family_make(&w->family, db, w->lines, w->unit.code, period_years_back(p, 1), p, err)) {
        w->family = NULL;
        return false;
    }
    w->family_of = p;
    return true;
}

/* The years before are looked up once, and again when figures of an earlier year came. */
static bool add_paces(struct watch *w, struct stand *stand, const struct snapshot *s, struct db *db, struct arena *a,
                      struct err *err)
{
    int from = cube_first_year(s->cube);
    if (!stand_wants_paces(stand)) return true;
    if (!w->past || from < w->past_from) {
        w->past = NULL;
        if (!outlook_place_make(&w->past, s, db, w->lines, &w->unit, stand->period, FORECAST_YEARS, FORECAST_YEARS,
                                err)) {
            w->past = NULL;
            return false;
        }
        w->past_from = from;
    }
    stand_add_paces(stand, outlook_place_again(w->past, s, a), a);
    return true;
}

static bool make(struct watch *w, struct db *db, struct arena *a, const struct followed *came, struct err *err)
{
    struct grid_figures figures;
    struct watch next = *w;
    if ((came->units || !w->lines) && !take_units(w, db, err)) return false;
    grid_figures(&figures, a, w->follow.grid, w->ids.at, w->ids.len, NULL);
    struct office_formulas *formulas = arena_new(a, struct office_formulas);
    if (!formulas_load(formulas, db, a, err)) return false;
    struct snapshot s = {.cube = cube_make(a, figures.at, figures.len), .formulas = formulas};
    if (!snapshot_locks(&s, db, a, w->unit.code, err)) return false;
    struct period p = w->asked.kind != PERIOD_NONE ? w->asked : stand_latest(s.cube, a, w->unit.code);
    if (!take_lines(w, db, p, err)) return false;
    stand_fill(&next.stand, &s, w->family, a, w->unit, p);
    if (!add_paces(w, &next.stand, &s, db, a, err)) return false;
    if (!stand_corrections(&next.stand, db, a, err)) return false;
    next.last = came->entries.at[came->entries.len - 1];
    tell_news(&next, w, a);
    w->stand = next.stand;
    w->last = next.last;
    w->news.at = next.news.at;
    w->news.len = next.news.len;
    return true;
}

bool watch_step(bool *changed, struct watch *w, struct db *db, struct err *err)
{
    struct followed came;
    struct arena *a = arena_make(SIZE_MAX);
    *changed = false;
    bool ok = grid_follow_step(&came, &w->follow, db, a, err);
    if (!ok || !came.entries.len) {
        arena_close(a);
        return ok;
    }
    ok = make(w, db, a, &came, err);
    if (ok) {
        grid_drop(w->grid);
        w->grid = grid_hold(w->follow.grid);
        arena_close(w->shown);
        w->shown = a;
        *changed = true;
        return true;
    }
    w->follow.entry = 0; /* what was taken in was not shown: all of it once more */
    arena_close(a);
    return false;
}
