/* SPDX-License-Identifier: Apache-2.0
 *
 * page_map: units on a map, coloured by one thing at a time, beside the table that says the same in the same order.
 *
 *   by number       five steps with the same number of units in each; the darker the more, which is no verdict
 *   against plan    by the verdict on the plan;  against last year: by the verdict on that. Never both in one colour.
 *
 * Who has no number is hatched, who cannot be compared is dotted. Boundaries are those of the period that is shown.
 */
#include "boundary.h"
#include "comparing.h"
#include "pages.h"
#include "unit_name.h"
#include "verdicts.h"

#include <stdlib.h>

enum {
    WIDTH = 900,
    HEIGHT_MOST = 1100,
    INSET_WIDTH = 200,
    INSET_HEIGHT = 260,
    STEPS = 5,
    LABELS_MOST = 40,
    UNITS_MOST = 1000
};

/* Until 30/6/2025 districts and 63 provinces; communes of that time have no boundaries here. */
static const struct date REORGANISED = {2025, 7, 1};

struct drawing {
    const struct comparing *c;
    struct boundary *areas;          /* beside c->units */
    struct decimal steps[STEPS - 1]; /* from which number on a step begins */
    size_t step_count;               /* 0: no number is known */
    struct boundary_view view;
};

static struct boundary boundary_of(const struct comparing *c, uint32_t unit)
{
    bool now = date_cmp(c->period.to, REORGANISED) >= 0;
    struct str code = unit_at(unit_of_id(grid_scope_unit(&c->scope, unit))).code;
    if (!unit_of_id(grid_scope_unit(&c->scope, unit)).n) return (struct boundary){0};
    switch (c->level) {
    case UNIT_PROVINCE: return boundary_find(now ? BOUNDARY_PROVINCE : BOUNDARY_OLD_PROVINCE, code);
    case UNIT_DISTRICT: return boundary_find(BOUNDARY_DISTRICT, code);
    case UNIT_COMMUNE: return now ? boundary_find(BOUNDARY_COMMUNE, code) : (struct boundary){0};
    case UNIT_COUNTRY:
    case UNIT_OFFICE:
    case UNIT_KINDS: break;
    }
    return (struct boundary){0};
}

/* --- colours */

static int by_value(const void *a, const void *b)
{
    return decimal_cmp(*(const struct decimal *)a, *(const struct decimal *)b);
}

/* Equal parts by number of units; equal numbers never fall into two steps. */
static void make_steps(struct drawing *d, struct visit *v)
{
    const struct comparing *c = d->c;
    struct decimal *all = arena_array(v->arena, struct decimal, c->count + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        const struct grid_cell *cell = &c->cells[c->units[i]];
        if (cell->known && !cell->has_max && d->areas[i].n) all[n++] = cell->value;
    }
    if (!n) return;
    qsort(all, n, sizeof *all, by_value);
    d->step_count = STEPS;
    for (size_t k = 1; k < STEPS; k++) d->steps[k - 1] = all[k * n / STEPS];
}

static struct str step_shade(const struct drawing *d, struct decimal value)
{
    static const struct str SHADES[STEPS] = {STR_INIT("n1"), STR_INIT("n2"), STR_INIT("n3"), STR_INIT("n4"),
                                             STR_INIT("n5")};
    size_t step = 0;
    while (step < STEPS - 1 && decimal_cmp(value, d->steps[step]) >= 0) step++;
    return SHADES[step];
}

static struct str shade_of(const struct drawing *d, uint32_t unit, const struct verdict_view *plan,
                           const struct verdict_view *period)
{
    const struct grid_cell *cell = &d->c->cells[unit];
    if (!cell->known) return STR("none");
    switch (d->c->by) {
    case BY_PLAN: return plan->state;
    case BY_PERIOD: return period->state;
    case BY_NUMBER:
    case COMPARE_BYS: break;
    }
    return cell->has_max ? STR("hold") : step_shade(d, cell->value);
}

static struct str number_from(struct visit *v, const struct comparing *c, struct decimal value)
{
    struct buf b = buf_make(100);
    show_measured(&b, (struct measured){.known = true, .value = value, .measure = c->indicator->canonical_unit},
                  c->indicator);
    return kept_text(v, &b);
}

static void add_key(struct map_view *view, struct visit *v, struct str shade, struct str text)
{
    *vec_push(v->arena, &view->legend) = (struct legend_view){shade, text};
}

static void add_legend(struct map_view *view, struct visit *v, const struct drawing *d)
{
    if (d->c->by == BY_NUMBER && d->step_count) {
        add_key(view, v, STR("n1"), said_text(v, tr("dưới {1}"), number_from(v, d->c, d->steps[0]), STR("")));
        for (size_t k = 1; k < STEPS - 1; k++)
            add_key(view, v, step_shade(d, d->steps[k - 1]),
                    said_text(v, tr("từ {1} đến dưới {2}"), number_from(v, d->c, d->steps[k - 1]),
                              number_from(v, d->c, d->steps[k])));
        add_key(view, v, STR("n5"),
                said_text(v, tr("từ {1} trở lên"), number_from(v, d->c, d->steps[STEPS - 2]), STR("")));
    }
    if (d->c->by == BY_PLAN) {
        add_key(view, v, STR("good"), tr_text(v->lang, tr("đạt, vượt kế hoạch")));
        add_key(view, v, STR("watch"), tr_text(v->lang, tr("chưa đạt, còn thời gian")));
        add_key(view, v, STR("bad"), tr_text(v->lang, tr("chưa đạt kế hoạch")));
    }
    if (d->c->by == BY_PERIOD) {
        add_key(view, v, STR("good"), tr_text(v->lang, tr("tốt hơn cùng kỳ")));
        add_key(view, v, STR("bad"), tr_text(v->lang, tr("kém hơn cùng kỳ")));
    }
    if (d->c->by != BY_NUMBER) add_key(view, v, STR("hold"), tr_text(v->lang, tr("chấm: không so được")));
    add_key(view, v, STR("none"), tr_text(v->lang, tr("gạch chéo: chưa báo cáo")));
}

/* --- areas */

static struct area_view area_of(struct visit *v, const struct boundary_view *view, struct boundary b,
                                const struct compare_row_view *row, struct str shade)
{
    struct buf path = buf_make(SIZE_MAX), said = buf_make(1000);
    boundary_path(&path, b, view);
    tr_fill(&said, v->lang, tr("{1}: {2}; so kế hoạch: {3}; so cùng kỳ: {4}"),
            (const struct str[]){row->name, row->value.len ? row->value : tr_text(v->lang, tr("chưa có số")),
                                 row->plan_verdict.word, row->period_verdict.word},
            4);
    return (struct area_view){
        .name = row->name, .path = kept_text(v, &path), .said = kept_text(v, &said), .shade = shade, .at = row->at};
}

static void add_inset(struct map_view *view, struct visit *v, struct boundary b, const struct compare_row_view *row,
                      struct str shade)
{
    struct boundary_box box = BOUNDARY_NOWHERE;
    boundary_grow(&box, b, false);
    struct boundary_view at = boundary_view_of(box, INSET_WIDTH, INSET_HEIGHT);
    struct inset_view inset = {.name = row->name, .width = at.width, .height = at.height};
    *vec_push(v->arena, &inset.areas) = area_of(v, &at, b, row, shade);
    *vec_push(v->arena, &view->insets) = inset;
}

static void add_area(struct map_view *view, struct visit *v, const struct drawing *d, uint32_t i,
                     const struct compare_row_view *row)
{
    struct boundary b = d->areas[i];
    struct str shade = shade_of(d, d->c->units[i], &row->plan_verdict, &row->period_verdict);
    if (boundary_is_far(b)) {
        add_inset(view, v, b, row, shade);
        return;
    }
    *vec_push(v->arena, &view->areas) = area_of(v, &d->view, b, row, shade);
    if (d->c->count > LABELS_MOST) return;
    struct str kind = unit_name_kind(row->name);
    struct label_view label = {.text = kind.len ? str_from(row->name, kind.len + 1) : row->name};
    boundary_middle(&label.x, &label.y, b, &d->view);
    *vec_push(v->arena, &view->labels) = label;
}

/* On a map of the country they are named where they lie. */
static void add_archipelagos(struct map_view *view, struct visit *v, const struct drawing *d)
{
    static const struct {
        struct str code;
        const char *name;
    } FAR[] = {{STR_INIT("20333"), tr("quần đảo Hoàng Sa")}, {STR_INIT("22736"), tr("quần đảo Trường Sa")}};
    if (d->c->level != UNIT_PROVINCE || d->c->under.len) return;
    for (size_t i = 0; i < sizeof FAR / sizeof *FAR; i++) {
        struct label_view label = {.text = tr_text(v->lang, FAR[i].name)};
        boundary_middle(&label.x, &label.y, boundary_find(BOUNDARY_COMMUNE, FAR[i].code), &d->view);
        *vec_push(v->arena, &view->labels) = label;
    }
}

static bool add_units(struct map_view *view, struct visit *v, const struct drawing *d, struct err *err)
{
    const struct comparing *c = d->c;
    size_t unseen = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t unit = c->units[i];
        struct stand_row s = comparing_row(c, unit);
        struct compare_row_view row = {.at = comparing_page(v, c, unit), .evidence = comparing_evidence(v, c, unit)};
        if (!grid_unit_name(&row.name, v->db, v->arena, s.question.unit, err)) return false;
        row.value = value_shown(v, &s.value, c->indicator);
        row.plan_verdict = verdict_of_plan(v, &s);
        row.period_verdict = verdict_of_period(v, &s);
        *vec_push(v->arena, &view->rows) = row;
        if (d->areas[i].n)
            add_area(view, v, d, i, &row);
        else
            unseen++;
    }
    if (unseen)
        view->unseen = said_text(v, tr("{1} đơn vị không có ranh giới trong chương trình, chỉ có trong bảng."),
                                 shown_count(v, unseen), STR(""));
    return true;
}

static void look(struct drawing *d, struct visit *v)
{
    struct boundary_box box = BOUNDARY_NOWHERE;
    bool country = !d->c->under.len;
    d->areas = arena_array(v->arena, struct boundary, d->c->count + 1);
    for (uint32_t i = 0; i < d->c->count; i++) {
        d->areas[i] = boundary_of(d->c, d->c->units[i]);
        if (!boundary_is_far(d->areas[i])) boundary_grow(&box, d->areas[i], !country);
    }
    if (box.left <= box.right) d->view = boundary_view_of(box, WIDTH, HEIGHT_MOST);
    make_steps(d, v);
}

static bool fill(struct map_view *view, struct visit *v, const struct comparing *c, struct err *err)
{
    struct drawing d = {.c = c};
    if (!c->indicator || c->period.kind == PERIOD_NONE) return true;
    if (c->count > UNITS_MOST) {
        view->nothing = said_text(v, tr("{1} đơn vị là quá nhiều cho một bản đồ. Nêu một tỉnh, thành phố ở ô «Trong»."),
                                  shown_count(v, c->count), STR(""));
        return true;
    }
    look(&d, v);
    view->name = c->indicator->name;
    view->unit = c->indicator->unit;
    view->period = shown_period(v, c->period);
    view->about = said_text(v, tr("Tô theo {1}, một thứ một lần. Bảng bên cạnh ghi cùng nội dung."),
                            compare_by_name(v, c->by), STR(""));
    view->by = said_text(v, tr("Tô theo {1}"), compare_by_name(v, c->by), STR(""));
    view->width = d.view.width;
    view->height = d.view.height;
    if (date_cmp(c->period.to, REORGANISED) < 0)
        view->approximate = tr_text(v->lang, tr("Ranh giới trước 01/7/2025 dựng từ ranh giới xã, phường hiện nay theo "
                                                "nơi phần lớn các phường, xã cũ đã nhập vào: gần đúng."));
    add_legend(view, v, &d);
    if (!add_units(view, v, &d, err)) return false;
    add_archipelagos(view, v, &d);
    if (!d.view.width) view->nothing = tr_text(v->lang, tr("Cấp này không có ranh giới để vẽ. Chọn cấp khác."));
    return true;
}

static bool run(struct visit *v, struct err *err)
{
    struct map_view view = {.choose = {.page = LINK("ban-do")}};
    struct comparing c;
    if (!comparing_read(&c, &view.choose, v, err) || !fill(&view, v, &c, err)) return false;
    if (!c.indicator) view.nothing = tr_text(v->lang, tr("Kho chưa có số liệu nào."));
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Bản đồ")), MENU_MAP);
    template_map(&v->answer.body, v->lang, &view);
    return true;
}

const struct page page_map = {HTTP_GET, "/ban-do", NEEDS_SIGNED_IN, {COMPARING_FIELDS}, run};
