/* SPDX-License-Identifier: Apache-2.0
 *
 * page_compare: units side by side by one indicator, ranked by what is asked for: the number, what it is of the plan,
 * or what it is against last year. The rule of the rank stands above the table; who cannot be compared has no rank and
 * stands at the end, with the reason in the row. The two verdicts stay two columns whatever the rank goes by.
 */
#include "comparing.h"
#include "pages.h"
#include "verdicts.h"

enum { ROWS_MOST = 500, BAR = 120 };

static struct grid_ranking ranking(const struct comparing *c, struct visit *v)
{
    struct grid_cell *by = arena_array(v->arena, struct grid_cell, c->count + 1);
    for (uint32_t i = 0; i < c->count; i++) by[i] = comparing_cell(c, c->units[i]);
    return grid_rank_cells(v->arena, by, c->count, c->indicator);
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
    for (uint32_t i = 0; i < c->count; i++) {
        const struct grid_cell *cell = &c->cells[c->units[i]];
        if (cell->known && decimal_cmp(cell->value, most) > 0) most = cell->value;
    }
    return most;
}

static bool add_row(struct compare_view *view, struct visit *v, const struct comparing *c, const struct grid_ranked *r,
                    struct decimal most, struct err *err)
{
    uint32_t unit = c->units[r->unit];
    struct stand_row s = comparing_row(c, unit);
    struct compare_row_view row = {.rank = r->rank ? shown_count(v, r->rank) : STR("–"), .tied = r->tied};
    if (!grid_unit_name(&row.name, v->db, v->arena, s.question.unit, err)) return false;
    row.value = value_shown(v, &s.value, c->indicator);
    row.plan_verdict = verdict_of_plan(v, &s);
    row.period_verdict = verdict_of_period(v, &s);
    row.bar = s.value.rule == ANSWER_NONE ? 0 : bar_of(c->cells[unit].value, most);
    row.evidence = comparing_evidence(v, c, unit);
    row.at = comparing_page(v, c, unit);
    *vec_push(v->arena, &view->rows) = row;
    return true;
}

static void add_rule(struct compare_view *view, struct visit *v, const struct comparing *c,
                     const struct grid_ranking *r)
{
    struct buf b = buf_make(2000);
    tr_fill(
        &b, v->lang, tr("Xếp theo {1}: {2}; bằng nhau thì cùng hạng, hạng sau bỏ trống. {3} trên {4} đơn vị có hạng."),
        (const struct str[]){compare_by_name(v, c->by),
                             tr_text(v->lang, r->lowest_first ? tr("nhỏ là tốt nên đứng trước") : tr("lớn đứng trước")),
                             shown_count(v, r->ranked), shown_count(v, r->len)},
        4);
    view->rule = kept_text(v, &b);
    if (r->ranked < r->len)
        view->missing = said_text(v,
                                  c->under.len ? tr("{1} đơn vị không có số để xếp, đứng cuối và không có hạng.")
                                               : tr("{1} đơn vị không có số để xếp, không liệt kê. Nêu nơi thì thấy."),
                                  shown_count(v, r->len - r->ranked), STR(""));
    if ((c->under.len ? r->len : r->ranked) > ROWS_MOST)
        view->more = said_text(v, tr("Còn {1} đơn vị không hiện ở đây. Nêu nơi để thu hẹp, hoặc dùng «dieuhanh rank»."),
                               shown_count(v, (c->under.len ? r->len : r->ranked) - ROWS_MOST), STR(""));
}

static bool fill(struct compare_view *view, struct visit *v, const struct comparing *c, struct err *err)
{
    if (!c->indicator || c->period.kind == PERIOD_NONE) return true;
    struct grid_ranking r = ranking(c, v);
    struct decimal most = largest(c);
    view->name = c->indicator->name;
    view->unit = c->indicator->unit;
    view->period = shown_period(v, c->period);
    add_rule(view, v, c, &r);
    uint32_t listed = c->under.len ? r.len : r.ranked; /* of everywhere those without a number are counted */
    for (uint32_t i = 0; i < listed && i < ROWS_MOST; i++)
        if (!add_row(view, v, c, &r.at[i], most, err)) return false;
    return true;
}

static bool run(struct visit *v, struct err *err)
{
    struct compare_view view = {.bar = BAR, .choose = {.page = LINK("so-sanh")}};
    struct comparing c;
    if (!comparing_read(&c, &view.choose, v, err) || !fill(&view, v, &c, err)) return false;
    view.nothing = view.rows.len ? STR("") : tr_text(v->lang, tr("Không có đơn vị nào của cấp này ở đó."));
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("So sánh")), MENU_COMPARE);
    template_compare(&v->answer.body, v->lang, &view);
    return true;
}

const struct page page_compare = {HTTP_GET, "/so-sanh", NEEDS_SIGNED_IN, {COMPARING_FIELDS}, run};
