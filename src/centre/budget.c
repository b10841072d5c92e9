/* SPDX-License-Identifier: Apache-2.0
 *
 * budget: see budget.h. The lines come from the tree, the numbers of each from the cube (budget_cells.c), what adds up
 * from the lines below (budget_sum.c); here they are put together and compared.
 */
#include "budget_private.h"

#include "buf.h"
#include "unit.h"

#include <assert.h>

enum budget_level budget_level_of(const struct kept_unit *unit)
{
    switch (kept_unit_kind(unit)) {
    case UNIT_COUNTRY: return BUDGET_OF_COUNTRY;
    case UNIT_PROVINCE: return BUDGET_OF_PROVINCE;
    case UNIT_DISTRICT: return BUDGET_OF_DISTRICT;
    case UNIT_COMMUNE:
    case UNIT_OFFICE:
    case UNIT_KINDS: break;
    }
    return BUDGET_OF_COMMUNE;
}

/* From 1 January to the end of a period; NONE for one that is of no single year or has no use here. */
static struct period year_to_date(struct period p)
{
    struct period none = {0};
    switch (p.kind) {
    case PERIOD_MONTH:
    case PERIOD_QUARTER:
    case PERIOD_HALF:
    case PERIOD_NINE_MONTHS:
    case PERIOD_MONTHS:
    case PERIOD_YEAR: return p.from.year == p.to.year ? period_months(p.to.year, 1, p.to.month) : none;
    case PERIOD_TO_DATE: return p;
    case PERIOD_NONE:
    case PERIOD_DAY:
    case PERIOD_DAYS:
    case PERIOD_YEARS:
    case PERIOD_KINDS: break;
    }
    return none;
}

/* What a report states of a plan, where it cannot be reckoned. */
static const struct cube_figure *stated_ratio(const struct budget_work *w, const struct budget_row *r,
                                              enum budget_column plan)
{
    static const struct str LAYERS[BUDGET_PLANS] = {STR_INIT("giao"), STR_INIT("hdnd"), STR_INIT(""),
                                                    STR_INIT("phan_dau"), STR_INIT("dieu_chinh")};
    struct cube_cell cell = cube_cell_find(w->cube, r->question.unit, r->question.indicator->code);
    const struct cube_figure *best = NULL;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(w->cube, row);
        const struct figure_key *k = &f->figure.key;
        bool both = str_eq(k->layer, STR("giao+hdnd")) && plan <= BUDGET_COUNCIL;
        if (k->kind != KIND_PLAN_RATIO || f->figure.has_max) continue;
        if (!both && !str_eq(k->layer, LAYERS[plan])) continue;
        if (period_same_time(k->period, w->table->so_far) && (!best || f->id > best->id)) best = f;
    }
    return best;
}

static void compare_plans(const struct budget_work *w, struct budget_row *r)
{
    for (int i = 0; i < BUDGET_PLANS; i++) {
        struct budget_ratio *ratio = &r->ratios[i];
        ratio->comparison = comparison_plan(r->cells[BUDGET_SO_FAR].value, r->cells[i].value);
        if (ratio->comparison.why == COMPARABLE) continue;
        const struct cube_figure *f = stated_ratio(w, r, (enum budget_column)i);
        if (!f) continue;
        ratio->stated = true;
        ratio->comparison = comparison_stated((struct measured){true, f->figure.value, f->figure.bound, STR("%")});
    }
}

static void compare_year(const struct budget_work *w, struct budget_row *r)
{
    bool reported = r->cells[BUDGET_SO_FAR].how == BUDGET_FIGURE || r->cells[BUDGET_SO_FAR].how == BUDGET_NOTHING;
    if (reported) {
        r->growth = like_growth(&r->like, w->family, w->cube, w->arena, &r->question);
        if (r->growth.comparison.why == COMPARABLE) return;
    }
    struct comparison c = comparison_growth(r->cells[BUDGET_SO_FAR].value, r->cells[BUDGET_BEFORE].value);
    if (c.why != COMPARABLE && reported) return; /* like_growth said why */
    r->growth = (struct answer){.rule = c.why == COMPARABLE ? ANSWER_GROWTH : ANSWER_NONE, .comparison = c};
}

/* What is reckoned of a number that was corrected. What a report states is a figure of its own. */
static void mark_corrected(struct budget_row *r)
{
    bool done = r->cells[BUDGET_SO_FAR].corrected;
    for (int i = 0; i < BUDGET_PLANS; i++)
        r->ratios[i].corrected = !r->ratios[i].stated && r->ratios[i].comparison.why == COMPARABLE &&
                                 (done || r->cells[i].corrected);
    r->growth_corrected = (r->growth.rule == ANSWER_GROWTH || r->growth.rule == ANSWER_DIFFERENCE) &&
                          (done || r->cells[BUDGET_BEFORE].corrected);
}

static bool says_something(const struct budget_row *r)
{
    for (int i = 0; i < BUDGET_COLUMNS; i++)
        if (r->cells[i].how != BUDGET_NOTHING) return true;
    for (int i = 0; i < BUDGET_PLANS; i++)
        if (r->ratios[i].stated) return true;
    return r->growth.rule != ANSWER_NONE || r->alone.how != BUDGET_NOTHING;
}

/* What has a number is shown, with all that it stands under. */
static void choose_rows(struct budget_table *t)
{
    for (size_t i = t->rows.len; i-- > 0;) {
        struct budget_row *r = &t->rows.at[i];
        r->shown = r->shown || says_something(r);
        if (r->shown && r->parent != BUDGET_ROOT) t->rows.at[r->parent].shown = true;
        for (int k = 0; k < BUDGET_COLUMNS; k++) t->used[k] = t->used[k] || r->cells[k].how != BUDGET_NOTHING;
    }
}

static bool fail_tree(struct err *err, struct period period)
{
    struct buf b = buf_make(64);
    buf_i64(&b, period.to.year);
    fail(err, ERR_BUDGET_TREE, buf_str(&b));
    buf_free(&b);
    return false;
}

static bool fail_period(struct err *err, struct period period)
{
    struct buf b = buf_make(64);
    period_write(&b, period);
    fail(err, ERR_BUDGET_PERIOD, buf_str(&b));
    buf_free(&b);
    return false;
}

bool budget_make(struct budget_table *out, const struct snapshot *s, struct db *db, struct arena *a,
                 const struct kept_unit *unit, enum budget_level level, enum budget_part part, struct period period,
                 struct err *err)
{
    struct budget_tree tree;
    struct like_family *family;
    *out = (struct budget_table){.unit = *unit, .part = part, .period = period, .so_far = year_to_date(period)};
    struct budget_work w = {.cube = s->cube, .arena = a, .table = out};
    if (out->so_far.kind == PERIOD_NONE) return fail_period(err, period);
    out->year = period_year(period.to.year);
    /* The table of 2025 of a district has the lines of its last day. */
    budget_tree_make(&tree, a, part, level, budget_last_day(level, period.from, period.to));
    if (tree.len == 0) return fail_tree(err, period);
    if (!like_family_make(&family, db, a, unit->code, period_years_back(out->so_far, 1), out->so_far, err))
        return false;
    w.family = family;
    if (!corrected_open(&out->corrections, db, a, unit->code, err)) return false;
    for (size_t i = 0; i < tree.len; i++) {
        const struct budget_node *n = &tree.at[i];
        struct budget_row *r = vec_push(a, &out->rows);
        *r = (struct budget_row){.line = n->line, .parent = n->parent, .depth = n->depth};
        r->question = (struct question){unit->code, indicator_find(n->line->indicator), out->so_far};
        assert(r->question.indicator); /* a test of the table sees to it */
        budget_plans(&w, r);
        budget_done(&w, r);
    }
    budget_contradict(&w);
    budget_add_up(&w);
    for (size_t i = 0; i < out->rows.len; i++) {
        compare_plans(&w, &out->rows.at[i]);
        compare_year(&w, &out->rows.at[i]);
        mark_corrected(&out->rows.at[i]);
    }
    choose_rows(out);
    return true;
}
