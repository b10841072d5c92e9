/* SPDX-License-Identifier: Apache-2.0
 *
 * page_compare: units side by side by one indicator, ranked by what is asked for: the number, what it is of the plan, or
 * what it is against last year. The rule of the rank stands above the table; who cannot be compared has no rank and
 * stands at the end, with the reason in the row. The two verdicts stay two columns whatever the rank goes by.
 */
#include "grid_record.h"
#include "pages.h"
#include "reckon.h"
#include "unit_look.h"
#include "verdicts.h"

enum { ROWS_MOST = 500, BAR = 120 };

enum order { BY_NUMBER, BY_PLAN, BY_PERIOD, ORDERS };

static const struct {
    struct str word;
    const char *name, *rule;
} ORDER_SHOWN[ORDERS] = {
    {STR_INIT("so"), tr("số tuyệt đối"), tr("Xếp theo số của kỳ")},
    {STR_INIT("ke-hoach"), tr("% kế hoạch"), tr("Xếp theo % kế hoạch")},
    {STR_INIT("cung-ky"), tr("so cùng kỳ"), tr("Xếp theo tăng, giảm so cùng kỳ")},
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

struct comparing {
    struct grid *grid;
    struct office_formulas formulas;
    const struct indicator *indicator;
    struct period period;
    struct str under; /* as it was typed; "": everywhere */
    size_t level;     /* in LEVELS */
    enum order order;
    struct grid_scope scope;
    struct grid_cell *cells; /* beside the units of the scope, */
    struct grid_row *rows;   /* ... and these too */
};

/* --- what is compared */

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
            *vec_push(v->arena, view) = (struct choice_view){said_text(v, tr("{1} {2}"), all.at[i].code, all.at[i].name),
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

static bool scope_of(struct grid_scope *out, struct comparing *c, struct visit *v, size_t level, struct err *err)
{
    return scope_typed(out, v->db, v->arena, c->grid, c->under, LEVELS[level].kind, c->period.to, err);
}

static size_t known_in(struct comparing *c, struct visit *v, const struct grid_scope *s)
{
    size_t known = 0;
    struct grid_cell *cells = arena_array(v->arena, struct grid_cell, s->units + 1);
    reckon_cells(cells, v->arena, c->grid, &c->formulas.book, c->indicator, c->period, s);
    for (uint32_t i = 0; i < s->units; i++) known += cells[i].known;
    return known;
}

/* The level that is asked for; else the one with the most numbers. */
static bool choose_level(struct comparing *c, struct choices_view *view, struct visit *v, struct err *err)
{
    struct str asked = visit_field(v, "cap");
    size_t most = 0;
    bool given = false;
    for (size_t i = 0; i < LEVEL_COUNT; i++) {
        struct grid_scope s;
        if (str_eq(asked, LEVELS[i].word)) {
            c->level = i;
            given = true;
        }
        if (given || asked.len) continue;
        if (!scope_of(&s, c, v, i, err)) return false;
        size_t known = known_in(c, v, &s);
        if (known > most) {
            most = known;
            c->level = i;
        }
    }
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        *vec_push(v->arena, view) =
            (struct choice_view){tr_text(v->lang, LEVELS[i].name), LEVELS[i].word, i == c->level};
    return true;
}

/* --- rows */

static struct answer compared_answer(enum answer_rule rule, const struct grid_cell *a, const struct grid_cell *b,
                                     bool growth)
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

/* As stand.h has a row, for the verdicts. */
static struct stand_row standing(const struct comparing *c, uint32_t unit)
{
    const struct grid_row *g = &c->rows[unit];
    struct stand_row r = {.question = {grid_scope_unit(&c->scope, unit), c->indicator, c->period}};
    r.value = cell_answer(&c->cells[unit]);
    r.plan = cell_answer(&g->plan);
    r.ratio = compared_answer(ANSWER_RATIO, &c->cells[unit], &g->plan, false);
    r.growth = compared_answer(ANSWER_GROWTH, &c->cells[unit], &g->last_year, true);
    bool over = g->plan.known && date_cmp(grid_period(c->grid, g->plan.period).to, c->period.to) <= 0;
    r.plan_verdict = plan_verdict_of(&r.ratio.comparison, c->indicator, over);
    r.year_verdict = year_verdict_of(&r.growth.comparison, c->indicator);
    return r;
}

static struct grid_cell compared_cell(const struct grid_cell *a, const struct grid_cell *b, bool growth)
{
    struct answer r = compared_answer(ANSWER_RATIO, a, b, growth);
    if (r.rule == ANSWER_NONE) return (struct grid_cell){0};
    return (struct grid_cell){
        .known = true, .value = r.comparison.value, .bound = r.comparison.bound, .measure = STR("%")};
}

static struct grid_ranking ranking(struct comparing *c, struct visit *v)
{
    struct grid_cell *by = arena_array(v->arena, struct grid_cell, c->scope.units + 1);
    for (uint32_t i = 0; i < c->scope.units; i++) {
        const struct grid_row *g = &c->rows[i];
        by[i] = c->order == BY_NUMBER ? c->cells[i]
                : c->order == BY_PLAN ? compared_cell(&c->cells[i], &g->plan, false)
                                      : compared_cell(&c->cells[i], &g->last_year, true);
    }
    return grid_rank_cells(v->arena, by, c->scope.units, c->indicator);
}

static void read_cells(struct comparing *c, struct visit *v)
{
    uint32_t n = c->scope.units;
    c->cells = arena_array(v->arena, struct grid_cell, n + 1);
    c->rows = arena_array(v->arena, struct grid_row, n + 1);
    reckon_cells(c->cells, v->arena, c->grid, &c->formulas.book, c->indicator, c->period, &c->scope);
    for (uint32_t i = 0; i < n; i++)
        grid_board(&c->rows[i], c->grid, grid_scope_unit(&c->scope, i), c->period, &c->indicator, 1);
}

/* How far a number is of the largest, which is more than 0; of BAR. */
static uint32_t bar_of(struct decimal value, struct decimal most)
{
    struct decimal share, wide;
    if (decimal_sign(value) <= 0 || !decimal_mul(&wide, value, DECIMAL_INT(BAR)) ||
        !decimal_div(&share, wide, most, 0, ROUND_HALF_UP))
        return 0;
    return share.coefficient > BAR ? BAR : (uint32_t)share.coefficient;
}

static struct decimal largest(const struct comparing *c)
{
    struct decimal most = {0};
    for (uint32_t i = 0; i < c->scope.units; i++)
        if (c->cells[i].known && decimal_cmp(c->cells[i].value, most) > 0) most = c->cells[i].value;
    return most;
}

static bool add_row(struct compare_view *view, struct visit *v, const struct comparing *c, const struct grid_ranked *r,
                    struct decimal most, struct err *err)
{
    struct stand_row s = standing(c, r->unit);
    struct compare_row_view row = {.rank = r->rank ? shown_count(v, r->rank) : STR("–"), .tied = r->tied};
    if (!grid_unit_name(&row.name, v->db, v->arena, s.question.unit, err)) return false;
    row.value = value_shown(v, &s.value, c->indicator);
    row.plan_verdict = verdict_of_plan(v, &s);
    row.period_verdict = verdict_of_period(v, &s);
    row.bar = s.value.rule == ANSWER_NONE ? 0 : bar_of(c->cells[r->unit].value, most);
    struct buf id = buf_make(1000), literal = buf_make(60);
    period_write(&literal, c->period);
    if (c->cells[r->unit].known && !c->cells[r->unit].computed)
        figure_id_write(&id, (struct figure_id){c->cells[r->unit].id});
    else if (c->cells[r->unit].known)
        answer_id_write(&id, &s.value, &s.question, ASKED_VALUE);
    row.evidence = evidence_link(v, kept_text(v, &id));
    struct link page = link_path(v->arena, (struct str[]){STR("chi-tieu"), c->indicator->code}, 2);
    row.at = link_with(v->arena, link_with(v->arena, page, STR("don-vi"), s.question.unit), STR("ky"),
                       kept_text(v, &literal));
    *vec_push(v->arena, &view->rows) = row;
    return true;
}

static bool add_rows(struct compare_view *view, struct visit *v, struct comparing *c, struct err *err)
{
    struct grid_ranking r = ranking(c, v);
    struct decimal most = largest(c);
    for (uint32_t i = 0; i < r.len && i < ROWS_MOST; i++)
        if (!add_row(view, v, c, &r.at[i], most, err)) return false;
    struct buf b = buf_make(2000);
    tr_fill(&b, v->lang, tr("{1}: {2}; bằng nhau thì cùng hạng, hạng sau bỏ trống. {3} trên {4} đơn vị có hạng."),
            (const struct str[]){tr_text(v->lang, ORDER_SHOWN[c->order].rule),
                                 tr_text(v->lang, r.lowest_first ? tr("nhỏ là tốt nên đứng trước") : tr("lớn đứng trước")),
                                 shown_count(v, r.ranked), shown_count(v, r.len)},
            4);
    view->rule = kept_text(v, &b);
    if (r.ranked < r.len)
        view->missing = said_text(v, tr("{1} đơn vị không có số để xếp, đứng cuối và không có hạng."),
                                  shown_count(v, r.len - r.ranked), STR(""));
    if (r.len > ROWS_MOST)
        view->more = said_text(v, tr("Còn {1} đơn vị không hiện ở đây. Nêu nơi để thu hẹp, hoặc dùng «dieuhanh rank»."),
                               shown_count(v, r.len - ROWS_MOST), STR(""));
    return true;
}

/* --- the page */

static bool read_wish(struct comparing *c, struct compare_view *view, struct visit *v, struct err *err)
{
    struct str period = visit_field(v, "ky"), order = visit_field(v, "xep");
    if (period.len && !period_read(&c->period, period)) return fail(err, ERR_PERIOD_UNKNOWN, period);
    c->under = visit_field(v, "don-vi");
    for (int i = 0; i < ORDERS; i++)
        if (str_eq(order, ORDER_SHOWN[i].word)) c->order = (enum order)i;
    if (!formulas_load(&c->formulas, v->db, v->arena, err) || !site_grid(&c->grid, v->site, v->db, v->arena, err))
        return false;
    if (!choose_indicator(c, &view->indicators, v, err)) return false;
    choose_period(c, &view->periods, v);
    for (int i = 0; i < ORDERS; i++)
        *vec_push(v->arena, &view->orders) = (struct choice_view){tr_text(v->lang, ORDER_SHOWN[i].name),
                                                                  ORDER_SHOWN[i].word, (int)c->order == i};
    return true;
}

static bool fill(struct compare_view *view, struct visit *v, struct comparing *c, struct err *err)
{
    if (!c->indicator || c->period.kind == PERIOD_NONE) return true;
    if (!choose_level(c, &view->levels, v, err) || !scope_of(&c->scope, c, v, c->level, err)) return false;
    view->name = c->indicator->name;
    view->unit = c->indicator->unit;
    view->period = shown_period(v, c->period);
    read_cells(c, v);
    return add_rows(view, v, c, err);
}

static bool run(struct visit *v, struct err *err)
{
    struct compare_view view = {.bar = BAR};
    struct comparing c = {0};
    if (!read_wish(&c, &view, v, err) || !fill(&view, v, &c, err)) return false;
    view.under = c.under;
    view.nothing = view.rows.len ? STR("") : tr_text(v->lang, tr("Không có đơn vị nào của cấp này ở đó."));
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("So sánh")), MENU_COMPARE);
    template_compare(&v->answer.body, v->lang, &view);
    return true;
}

const struct page page_compare = {HTTP_GET,
                                  "/so-sanh",
                                  NEEDS_SIGNED_IN,
                                  {{"chi-tieu", PAGE_TEXT, 100},
                                   {"don-vi", PAGE_TEXT, 200},
                                   {"ky", PAGE_WORD, 40},
                                   {"cap", PAGE_WORD, 20},
                                   {"xep", PAGE_WORD, 20}},
                                  run};
