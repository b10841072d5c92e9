/* SPDX-License-Identifier: Apache-2.0
 *
 * page_indicator: one indicator of one place: where it stands in the period that is asked for, how it went until then,
 * what is expected of the year, how it is defined, and which units the place was made of.
 */
#include "formula_show.h"
#include "outlook_text.h"
#include "pages.h"
#include "rows.h"
#include "series_view.h"
#include "unit_lines.h"
#include "unit_look.h"
#include "verdicts.h"

struct asked_about {
    struct context place;
    const struct indicator *indicator;
    struct office_formulas formulas;
};

/* --- where it stands */

static void add_standing(struct indicator_view *view, struct visit *v, const struct stand *s, const struct indicator *i)
{
    for (size_t k = 0; k < s->len; k++) {
        const struct stand_row *r = &s->at[k];
        if (r->question.indicator != i) continue;
        view->value = value_shown(v, &r->value, i);
        view->evidence = evidence_link(v, answer_id(v, &r->value, &r->question, ASKED_VALUE));
        *vec_push(v->arena, &view->verdicts) = verdict_of_plan(v, r);
        *vec_push(v->arena, &view->verdicts) = verdict_of_period(v, r);
        if (r->pace != PACE_NO_VERDICT) *vec_push(v->arena, &view->verdicts) = verdict_of_pace(v, r);
    }
    view->nothing = view->value.len ? STR("") : tr_text(v->lang, tr("Chưa có số liệu của kỳ này."));
}

/* --- what is expected */

static void add_named(struct named_list_view *list, struct visit *v, const char *name, struct str value)
{
    if (value.len) *vec_push(v->arena, list) = (struct named_view){tr_text(v->lang, name), value};
}

static struct str expected(struct visit *v, const struct outlook *o, struct decimal value)
{
    struct buf b = buf_make(200);
    outlook_put(&b, o, value);
    if (v->lang == LANG_EN) number_to_english(&b, 0);
    return kept_text(v, &b);
}

static bool add_forecast(struct indicator_view *view, struct visit *v, const struct asked_about *q, struct err *err)
{
    struct outlook_place *past;
    struct outlook o;
    const struct context *c = &q->place;
    if (q->indicator->time == TIME_RATE || !outlook_takes(c->period)) return true;
    if (!outlook_place_make(&past, c->snapshot, v->db, v->arena, &c->unit, c->period, FORECAST_YEARS,
                            FORECAST_YEARS_MOST, err))
        return false;
    if (!outlook_make(&o, past, v->arena, q->indicator)) return true;
    if (o.why == OUTLOOK_MADE) {
        const struct forecast *f = &o.forecast;
        add_named(&view->forecast, v, tr("Cả năm"), expected(v, &o, f->value));
        if (f->has_interval)
            add_named(&view->forecast, v, tr("Khoảng"),
                      said_text(v, tr("{1} – {2}"), expected(v, &o, f->low), expected(v, &o, f->high)));
        add_named(&view->forecast, v, tr("Cách tính"),
                  said_text(v, tr("gộp {1} năm trước, số cùng kỳ bằng {2} % số cả năm"), shown_count(v, f->years),
                            shown_decimal(v, f->share)));
        if (o.tests.told)
            add_named(&view->forecast, v, tr("Thử lại với các năm đã qua"),
                      said_text(v, tr("sai bình quân {1} %"), shown_decimal(v, o.tests.error), STR("")));
    }
    view->forecast_note = outlook_remark(v->arena, &o);
    return true;
}

/* --- what it is */

static struct str formula_text(struct visit *v, const struct asked_about *q)
{
    struct looked_unit unit;
    struct err none = {0};
    if (!unit_look_id(&unit, v->db, v->arena, q->place.unit.code, &none)) return STR("");
    const struct formula_rule *r = formula_rule_for(&q->formulas.book, q->indicator->code, q->place.period, unit.kind);
    return r ? r->row.expression : STR("");
}

static void add_facts(struct indicator_view *view, struct visit *v, const struct asked_about *q)
{
    static const char *const TIMES[] = {
        [TIME_FLOW] = tr("cộng dồn theo thời gian"),
        [TIME_STOCK] = tr("tại một thời điểm"),
        [TIME_RATE] = tr("tỷ lệ, chỉ số: không cộng theo thời gian"),
    };
    static const char *const DIRECTIONS[] = {
        [DIRECTION_UP] = tr("tăng là tốt"),
        [DIRECTION_DOWN] = tr("giảm là tốt"),
        [DIRECTION_NONE] = tr("không có chiều tốt xấu"),
    };
    static const char *const UNITS[] = {
        [AGGREGATE_SUM] = tr("cộng được qua các đơn vị"),
        [AGGREGATE_WEIGHTED] = tr("bình quân có trọng số qua các đơn vị"),
        [AGGREGATE_NONE] = tr("không cộng qua các đơn vị"),
    };
    const struct indicator *i = q->indicator;
    add_named(&view->facts, v, tr("Đơn vị tính"), i->unit);
    add_named(&view->facts, v, tr("Chiều"), tr_text(v->lang, DIRECTIONS[i->direction]));
    if (i->time < TIME_COUNT) add_named(&view->facts, v, tr("Theo thời gian"), tr_text(v->lang, TIMES[i->time]));
    add_named(&view->facts, v, tr("Theo đơn vị"), tr_text(v->lang, UNITS[i->aggregation]));
    add_named(&view->facts, v, tr("Công thức"), formula_text(v, q));
    add_named(&view->facts, v, tr("Căn cứ"),
              i->citation.len ? i->citation : tr_text(v->lang, tr("chưa có căn cứ, theo thông lệ")));
}

/* --- what the place was made of */

static bool add_lines(struct indicator_view *view, struct visit *v, struct str unit, struct err *err)
{
    struct unit_lines lines;
    static const char *const PARTS[UNIT_PARTS] = {
        [UNIT_PART_UNKNOWN] = tr("chưa rõ phần nào"), [UNIT_WHOLE] = tr("toàn bộ"), [UNIT_PART] = tr("một phần")};
    if (!unit_lines_before(&lines, v->db, v->arena, unit, err)) return false;
    for (size_t i = 0; i < lines.len; i++) {
        struct looked_unit old;
        if (!unit_look_id(&old, v->db, v->arena, lines.at[i].old, err)) return false;
        *vec_push(v->arena, &view->lines) = (struct lineage_view){.day = shown_day(v, lines.at[i].day),
                                                                  .part = tr_text(v->lang, PARTS[lines.at[i].part]),
                                                                  .other = old.name,
                                                                  .source = lines.at[i].source};
    }
    return true;
}

/* --- how it went */

static struct link page_link_of(struct visit *v, const struct asked_about *q)
{
    struct buf literal = buf_make(60);
    period_write(&literal, q->place.period);
    struct link l = link_path(v->arena, (struct str[]){STR("chi-tieu"), q->indicator->code}, 2);
    l = link_with(v->arena, l, STR("don-vi"), q->place.unit.code);
    return link_with(v->arena, l, STR("ky"), kept_text(v, &literal));
}

static bool add_series(struct indicator_view *view, struct visit *v, const struct asked_about *q, struct err *err)
{
    struct grid *grid;
    struct series s;
    struct locked_marks locks;
    struct str unit = q->place.unit.code;
    if (!site_grid(&grid, v->site, v->db, v->arena, err)) return false;
    if (!locked_open(&locks, v->db, v->arena, unit, grid, &q->formulas.book, err)) return false;
    if (!series_make(&s, grid, &q->formulas.book, v->db, v->arena, &locks, unit, q->indicator, err)) return false;
    struct series_wish w = {
        grid, &s, unit, q->indicator, span_chosen(&s, visit_field(v, "bang")), q->place.period.from.year};
    span_tabs(&view->tabs, v, &s, w.span, page_link_of(v, q));
    series_chart(&view->chart, v, &w);
    series_rows(&view->rows, &view->notes, v, &w);
    return true;
}

static bool fill(struct indicator_view *view, struct visit *v, struct asked_about *q, struct err *err)
{
    struct stand s;
    const struct context *c = &q->place;
    if (!c->unit.code.len) return true;
    if (!stand_make(&s, c->snapshot, v->db, v->arena, c->unit, c->period, err)) return false;
    add_standing(view, v, &s, q->indicator);
    return add_forecast(view, v, q, err) && add_series(view, v, q, err) && add_lines(view, v, c->unit.code, err);
}

static bool run(struct visit *v, struct err *err)
{
    struct indicator_view view = {0};
    struct asked_about q = {0};
    struct link page = link_path(v->arena, (struct str[]){STR("chi-tieu"), v->parts[0]}, 2);
    if (!context_read(&q.place, &view.context, v, page, err)) return false;
    if (!formulas_load(&q.formulas, v->db, v->arena, err)) return false;
    q.indicator = formula_indicator(&q.formulas.book, v->parts[0]);
    if (!q.indicator) return fail(err, ERR_INDICATOR_UNKNOWN, v->parts[0]);
    view.code = q.indicator->code;
    view.name = q.indicator->name;
    view.unit = q.indicator->unit;
    view.place = q.place.unit.name;
    view.period = shown_period(v, q.place.period);
    if (!fill(&view, v, &q, err)) return false;
    add_facts(&view, v, &q);
    view.context.note = said_text(v, tr("Hôm nay {1}"), shown_day(v, v->today), STR(""));
    frame_fill(&view.head, &view.foot, v, view.name, MENU_INDICATORS);
    template_indicator(&v->answer.body, v->lang, &view);
    return true;
}

const struct page page_indicator = {
    HTTP_GET,
    "/chi-tieu/{indicator}",
    NEEDS_SIGNED_IN,
    {{"don-vi", PAGE_TEXT, 200}, {"ky", PAGE_WORD, 40}, {"bang", PAGE_WORD, 20}},
    run,
};
