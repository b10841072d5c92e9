/* SPDX-License-Identifier: Apache-2.0
 *
 * comparing: see comparing.h.
 */
#include "comparing.h"

#include "answer_show.h"
#include "reckon.h"

#include <stdlib.h>

static const struct {
    struct str word;
    const char *name;
} BY_SHOWN[COMPARE_BYS] = {
    {STR_INIT("so"), tr("số tuyệt đối")},
    {STR_INIT("ke-hoach"), tr("% kế hoạch")},
    {STR_INIT("cung-ky"), tr("so cùng kỳ")},
};

static const struct {
    struct str word;
    const char *name;
    enum unit_kind kind;
} LEVELS[] = {
    {STR_INIT("commune"), tr("Phường, xã"), UNIT_COMMUNE},
    {STR_INIT("district"), tr("Quận, huyện"), UNIT_DISTRICT},
    {STR_INIT("province"), tr("Tỉnh, thành phố"), UNIT_PROVINCE},
    {STR_INIT("office"), tr("Phòng, ban, đơn vị khác"), UNIT_OFFICE},
};
enum { LEVEL_COUNT = sizeof LEVELS / sizeof *LEVELS };

struct str compare_by_name(struct visit *v, enum compare_by by)
{
    return tr_text(v->lang, BY_SHOWN[by].name);
}

/* --- what there is to choose */

static bool choose_indicator(struct comparing *c, struct choices_view *view, struct visit *v, struct err *err)
{
    struct str asked = visit_field(v, "chi-tieu");
    struct indicators all = indicator_catalogue();
    if (asked.len) c->indicator = formula_indicator(&c->formulas.book, asked);
    if (asked.len && !c->indicator) return fail(err, ERR_INDICATOR_UNKNOWN, asked);
    for (size_t i = 0; i < all.len; i++) {
        bool there = grid_indicator_find(c->grid, all.at[i].code) != GRID_NONE;
        if (!c->indicator && there) c->indicator = &all.at[i];
        if (there || c->indicator == &all.at[i])
            *vec_push(v->arena,
                      view) = (struct choice_view){said_text(v, tr("{1} {2}"), all.at[i].code, all.at[i].name),
                                                   all.at[i].code, c->indicator == &all.at[i]};
    }
    return true;
}

static int by_time(const void *a, const void *b)
{
    return period_cmp(*(const struct period *)b, *(const struct period *)a);
}

static void choose_period(struct comparing *c, struct choices_view *view, struct visit *v)
{
    size_t count = grid_size(c->grid).periods, kept = 0;
    struct period *all = arena_array(v->arena, struct period, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct period p = grid_period(c->grid, (uint32_t)i);
        if (p.kind != PERIOD_NONE) all[kept++] = p;
    }
    if (kept) qsort(all, kept, sizeof *all, by_time);
    if (c->period.kind == PERIOD_NONE && kept) c->period = all[0];
    for (size_t i = 0; i < kept && i < UNITS_SHOWN; i++) {
        struct buf literal = buf_make(60);
        period_write(&literal, all[i]);
        *vec_push(v->arena, view) = (struct choice_view){shown_period(v, all[i]), kept_text(v, &literal),
                                                         period_same_time(all[i], c->period)};
    }
}

static bool scope_of(struct grid_scope *out, const struct comparing *c, struct visit *v, enum unit_kind level,
                     struct err *err)
{
    return scope_typed(out, v->db, v->arena, c->grid, c->under, level, c->period.to, err);
}

static size_t known_in(const struct comparing *c, struct visit *v, const struct grid_scope *s)
{
    size_t known = 0;
    struct grid_cell *cells = arena_array(v->arena, struct grid_cell, s->units + 1);
    reckon_cells(cells, v->arena, c->grid, &c->formulas.book, c->indicator, c->period, s);
    for (uint32_t i = 0; i < s->units; i++) known += cells[i].known;
    return known;
}

/* The level of which most units have a number. */
static bool fullest_level(struct comparing *c, struct visit *v, struct err *err)
{
    size_t most = 0;
    c->level = LEVELS[0].kind;
    for (size_t i = 0; i < LEVEL_COUNT; i++) {
        struct grid_scope s;
        if (!scope_of(&s, c, v, LEVELS[i].kind, err)) return false;
        size_t known = known_in(c, v, &s);
        if (known <= most) continue;
        most = known;
        c->level = LEVELS[i].kind;
    }
    return true;
}

static bool choose_level(struct comparing *c, struct choices_view *view, struct visit *v, struct err *err)
{
    bool given = unit_kind_read(&c->level, visit_field(v, "cap"));
    if (!given && !fullest_level(c, v, err)) return false;
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        *vec_push(v->arena, view) = (struct choice_view){tr_text(v->lang, LEVELS[i].name), LEVELS[i].word,
                                                         LEVELS[i].kind == c->level};
    return true;
}

static void choose_by(struct comparing *c, struct choices_view *view, struct visit *v)
{
    for (int i = 0; i < COMPARE_BYS; i++)
        if (str_eq(visit_field(v, "xep"), BY_SHOWN[i].word)) c->by = (enum compare_by)i;
    for (int i = 0; i < COMPARE_BYS; i++)
        *vec_push(v->arena, view) = (struct choice_view){tr_text(v->lang, BY_SHOWN[i].name), BY_SHOWN[i].word,
                                                         (int)c->by == i};
}

/* --- the units */

static void read_cells(struct comparing *c, struct visit *v)
{
    uint32_t n = c->scope.units;
    c->cells = arena_array(v->arena, struct grid_cell, n + 1);
    c->rows = arena_array(v->arena, struct grid_row, n + 1);
    reckon_cells(c->cells, v->arena, c->grid, &c->formulas.book, c->indicator, c->period, &c->scope);
    for (uint32_t i = 0; i < n; i++)
        grid_board(&c->rows[i], c->grid, grid_scope_unit(&c->scope, i), c->period, &c->indicator, 1);
}

static bool choose_seen(struct comparing *c, struct visit *v, struct err *err)
{
    bool all = visit_may_all(v, MAY_READ);
    c->units = arena_array(v->arena, uint32_t, c->scope.units + 1);
    for (uint32_t i = 0; i < c->scope.units; i++) {
        bool may = all;
        if (!all && !visit_may(&may, v, MAY_READ, grid_scope_unit(&c->scope, i), c->indicator->code, STR(""), err))
            return false;
        if (may) c->units[c->count++] = i;
    }
    return true;
}

bool comparing_read(struct comparing *c, struct comparing_view *view, struct visit *v, struct err *err)
{
    struct str period = visit_field(v, "ky");
    *c = (struct comparing){.under = visit_field(v, "don-vi")};
    view->under = c->under;
    if (period.len && !period_read(&c->period, period)) return fail(err, ERR_PERIOD_UNKNOWN, period);
    if (!formulas_load(&c->formulas, v->db, v->arena, err) || !site_grid(&c->grid, v->site, v->db, v->arena, err))
        return false;
    if (!choose_indicator(c, &view->indicators, v, err)) return false;
    choose_period(c, &view->periods, v);
    choose_by(c, &view->orders, v);
    if (!c->indicator || c->period.kind == PERIOD_NONE) return true;
    if (!choose_level(c, &view->levels, v, err) || !scope_of(&c->scope, c, v, c->level, err)) return false;
    read_cells(c, v);
    return choose_seen(c, v, err);
}

static struct answer compared(enum answer_rule rule, const struct grid_cell *a, const struct grid_cell *b, bool growth)
{
    struct answer out = {0};
    struct measured x = grid_measured(a), y = grid_measured(b);
    out.comparison = growth ? comparison_growth(x, y) : comparison_plan(x, y);
    if (out.comparison.why == COMPARABLE) out.rule = rule;
    return out;
}

static struct answer cell_answer(const struct grid_cell *c)
{
    struct answer out = {.rule = c->known ? c->computed ? ANSWER_FORMULA : ANSWER_FIGURE : ANSWER_NONE};
    if (c->known) out.value = grid_measured(c);
    return out;
}

struct stand_row comparing_row(const struct comparing *c, uint32_t unit)
{
    const struct grid_row *g = &c->rows[unit];
    struct stand_row r = {.question = {grid_scope_unit(&c->scope, unit), c->indicator, c->period}};
    r.value = cell_answer(&c->cells[unit]);
    r.plan = cell_answer(&g->plan);
    r.ratio = compared(ANSWER_RATIO, &c->cells[unit], &g->plan, false);
    r.growth = compared(ANSWER_GROWTH, &c->cells[unit], &g->last_year, true);
    bool over = g->plan.known && date_cmp(grid_period(c->grid, g->plan.period).to, c->period.to) <= 0;
    r.plan_verdict = plan_verdict_of(&r.ratio.comparison, c->indicator, over);
    r.year_verdict = year_verdict_of(&r.growth.comparison, c->indicator);
    return r;
}

struct grid_cell comparing_cell(const struct comparing *c, uint32_t unit)
{
    const struct grid_cell *value = &c->cells[unit];
    if (c->by == BY_NUMBER) return *value;
    bool growth = c->by == BY_PERIOD;
    struct answer r = compared(ANSWER_RATIO, value, growth ? &c->rows[unit].last_year : &c->rows[unit].plan, growth);
    if (r.rule == ANSWER_NONE) return (struct grid_cell){0};
    return (struct grid_cell){
        .known = true, .value = r.comparison.value, .bound = r.comparison.bound, .measure = r.comparison.measure};
}

struct link comparing_evidence(struct visit *v, const struct comparing *c, uint32_t unit)
{
    const struct grid_cell *cell = &c->cells[unit];
    struct question q = {grid_scope_unit(&c->scope, unit), c->indicator, c->period};
    struct buf id = buf_make(1000);
    if (cell->known && !cell->computed)
        figure_id_write(&id, (struct figure_id){cell->id});
    else if (cell->known)
        answer_id_write(&id, &(struct answer){.rule = ANSWER_FORMULA}, &q, ASKED_VALUE);
    return evidence_link(v, kept_text(v, &id));
}

struct link comparing_page(struct visit *v, const struct comparing *c, uint32_t unit)
{
    struct buf literal = buf_make(60);
    period_write(&literal, c->period);
    struct link page = link_path(v->arena, (struct str[]){STR("chi-tieu"), c->indicator->code}, 2);
    page = link_with(v->arena, page, STR("don-vi"), grid_scope_unit(&c->scope, unit));
    return link_with(v->arena, page, STR("ky"), kept_text(v, &literal));
}
