/* SPDX-License-Identifier: Apache-2.0
 *
 * page_home: the board of a place: what has to be decided, six tiles, and all indicators counted by their two verdicts.
 * Nothing is summed up over the two: the table keeps them apart by its shape.
 */
#include "answer_show.h"
#include "matter_board.h"
#include "pages.h"
#include "verdicts.h"

enum { TILES = 6, DECISIONS = 3, LOOKED_THROUGH = 200, BAR = 250, BAR_PERCENT = 125 };

/* The page of an indicator, of that place and period. */
static struct link indicator_link(struct visit *v, const struct context *c, const struct indicator *i)
{
    struct buf literal = buf_make(60);
    period_write(&literal, c->period);
    struct link l = link_path(v->arena, (struct str[]){STR("chi-tieu"), i->code}, 2);
    return link_with(v->arena, link_with(v->arena, l, STR("don-vi"), c->unit.code), STR("ky"), kept_text(v, &literal));
}

/* --- tiles */

/* Indicators that say more stand first: a plan, then last year. */
static unsigned weight(const struct stand_row *r)
{
    if (!r->value.value.known) return 0;
    return 1 + (r->ratio.rule != ANSWER_NONE ? 2u : 0u) + (r->growth.rule != ANSWER_NONE ? 1u : 0u);
}

/* How far on the bar so many per cent are; the bar ends at BAR_PERCENT. */
static uint32_t on_bar(struct decimal percent, bool *over)
{
    struct decimal whole;
    if (!decimal_rescale(&whole, percent, 0, ROUND_DOWN) || whole.coefficient < 0) return 0;
    *over = whole.coefficient > BAR_PERCENT;
    return *over ? BAR : (uint32_t)(whole.coefficient * BAR / BAR_PERCENT);
}

/* Bars are of levels against a plan that more is good for; the triangle is how much of the year is over. */
static void fill_bar(struct tile_view *t, struct visit *v, const struct stand_row *r)
{
    const struct comparison *c = &r->ratio.comparison;
    t->bar = r->ratio.rule != ANSWER_NONE && c->why == COMPARABLE && str_eq(c->measure, STR("%"));
    if (!t->bar) return;
    struct buf b = buf_make(200);
    t->bar_width = on_bar(c->value, &t->over);
    t->plan_at = BAR * 100 / BAR_PERCENT;
    show_comparison(&b, c, false);
    t->bar_words = said_text(v, tr("Thực hiện {1} kế hoạch"), kept_text(v, &b), STR(""));
}

static struct tile_view tile_of(struct visit *v, const struct context *c, const struct stand_row *r, size_t n)
{
    const struct indicator *i = r->question.indicator;
    struct tile_view t = {.n = n, .name = i->name, .unit = i->unit};
    struct str id = answer_id(v, &r->value, &r->question, ASKED_VALUE);
    bool estimate = (r->value.made_count && r->value.made[0]->figure.key.aspect == ASPECT_ESTIMATE) || r->estimate;
    t.value = value_shown(v, &r->value, i);
    t.tag = tr_text(v->lang, estimate ? tr("Ước") : r->value.rule == ANSWER_FORMULA ? tr("Tính") : tr("Thực hiện"));
    t.estimate = estimate;
    t.evidence = evidence_link(v, id);
    t.source = id;
    t.indicator = indicator_link(v, c, i);
    fill_bar(&t, v, r);
    t.note = t.bar ? STR("") : i->code;
    *vec_push(v->arena, &t.verdicts) = verdict_of_plan(v, r);
    *vec_push(v->arena, &t.verdicts) = verdict_of_period(v, r);
    if (r->pace != PACE_NO_VERDICT) *vec_push(v->arena, &t.verdicts) = verdict_of_pace(v, r);
    return t;
}

/* Only indicators of the fields that the visitor may read. */
static bool keep_allowed(struct stand *s, struct visit *v, const struct context *c, struct err *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->len; i++) {
        bool may;
        if (!visit_may(&may, v, MAY_READ, c->unit.code, s->at[i].question.indicator->code, STR(""), err)) return false;
        if (may) s->at[kept++] = s->at[i];
    }
    s->len = kept;
    return true;
}

static void add_tiles(struct home_view *view, struct visit *v, const struct context *c, const struct stand *s)
{
    for (unsigned most = 4; most > 0; most--)
        for (size_t i = 0; i < s->len && view->tiles.len < TILES; i++)
            if (weight(&s->at[i]) == most) {
                struct tile_view tile = tile_of(v, c, &s->at[i], view->tiles.len + 1);
                *vec_push(v->arena, &view->tiles) = tile;
            }
}

/* --- the two verdicts */

enum row { ROW_REACHED, ROW_UNDER_WAY, ROW_NOT_REACHED, ROW_NO_PLAN, ROWS };
enum column { COLUMN_BETTER, COLUMN_EVEN, COLUMN_WORSE, COLUMN_NONE, COLUMNS };

static enum row row_of(const struct stand_row *r)
{
    switch (r->plan_verdict) {
    case PLAN_EXCEEDED:
    case PLAN_REACHED: return ROW_REACHED;
    case PLAN_UNDER_WAY: return ROW_UNDER_WAY;
    case PLAN_NOT_REACHED: return ROW_NOT_REACHED;
    case PLAN_NO_VERDICT:
    case PLAN_VERDICTS: break;
    }
    return ROW_NO_PLAN;
}

static enum column column_of(const struct stand_row *r)
{
    switch (r->year_verdict) {
    case YEAR_BETTER: return COLUMN_BETTER;
    case YEAR_WORSE: return COLUMN_WORSE;
    case YEAR_EQUAL:
    case YEAR_MORE:
    case YEAR_LESS: return COLUMN_EVEN;
    case YEAR_NO_VERDICT:
    case YEAR_VERDICTS: break;
    }
    return COLUMN_NONE;
}

static const struct {
    struct str word, state, symbol;
    const char *name;
} ROW_SHOWN[ROWS] = {
    {STR_INIT("dat"), STR_INIT("good"), STR_INIT("plan-good"), tr("Đạt, vượt")},
    {STR_INIT("con-thoi-gian"), STR_INIT("watch"), STR_INIT("plan-watch"), tr("Chưa đạt, còn thời gian")},
    {STR_INIT("chua-dat"), STR_INIT("bad"), STR_INIT("plan-bad"), tr("Chưa đạt")},
    {STR_INIT("khong-ro"), STR_INIT("hold"), STR_INIT("plan-hold"), tr("Chưa có kế hoạch, không so được")},
};
static const struct {
    struct str word;
    const char *name;
} COLUMN_SHOWN[COLUMNS] = {
    {STR_INIT("tot-hon"), tr("tốt hơn cùng kỳ")},
    {STR_INIT("tuong-duong"), tr("tương đương cùng kỳ")},
    {STR_INIT("kem-hon"), tr("kém hơn cùng kỳ")},
    {STR_INIT("khong-so-duoc"), tr("không so được với cùng kỳ")},
};

static struct link list_link(struct visit *v, const struct context *c, struct str plan, struct str period)
{
    struct buf literal = buf_make(60);
    period_write(&literal, c->period);
    struct link l = link_with(v->arena, LINK("chi-tieu"), STR("don-vi"), c->unit.code);
    l = link_with(v->arena, l, STR("ky"), kept_text(v, &literal));
    return link_with(v->arena, link_with(v->arena, l, STR("ke-hoach"), plan), STR("cung-ky"), period);
}

static void add_counts(struct home_view *view, struct visit *v, const struct context *c, const struct stand *s)
{
    size_t counts[ROWS][COLUMNS] = {{0}}, all = 0;
    for (size_t i = 0; i < s->len; i++) {
        if (s->at[i].value.rule == ANSWER_NONE) continue;
        counts[row_of(&s->at[i])][column_of(&s->at[i])]++;
        all++;
    }
    for (int r = 0; r < ROWS; r++) {
        struct count_row_view row = {.name = tr_text(v->lang, ROW_SHOWN[r].name),
                                     .state = ROW_SHOWN[r].state,
                                     .shape = shape_link(v, ROW_SHOWN[r].symbol)};
        for (int k = 0; k < COLUMNS; k++) {
            struct count_view cell = {.count = shown_count(v, counts[r][k])};
            if (counts[r][k]) cell.at = list_link(v, c, ROW_SHOWN[r].word, COLUMN_SHOWN[k].word);
            *vec_push(v->arena, &row.cells) = cell;
        }
        *vec_push(v->arena, &view->rows) = row;
    }
    view->count = said_text(v, tr("{1} chỉ tiêu theo hai kết luận"), shown_count(v, all), STR(""));
    view->all = list_link(v, c, STR(""), STR(""));
}

/* --- what has to be decided: what is late longest */

static bool add_decisions(struct home_view *view, struct visit *v, struct err *err)
{
    struct matter_board late;
    struct board_wish wish = {.by_verdict = true, .verdict = MATTER_LATE, .on = v->today};
    wish.filter.most = visit_may_all(v, MAY_WORK) && visit_may_all(v, MAY_SENSITIVE) ? DECISIONS : LOOKED_THROUGH;
    if (!visit_may_somewhere(v, MAY_WORK)) return true;
    if (!matter_board(&late, v->db, v->arena, &wish, err)) return false;
    for (size_t i = 0; i < late.len && view->decisions.len < DECISIONS; i++) {
        const struct board_matter *m = &late.at[i];
        bool may;
        if (!visit_may_matter(&may, v, &m->matter, err)) return false;
        if (!may) continue;
        struct verdict_view clock = verdict_of_clock(v, m);
        struct buf id = buf_make(20);
        matter_id_write(&id, m->matter.id);
        *vec_push(v->arena, &view->decisions) = (struct decision_view){
            .n = view->decisions.len + 1,
            .title = m->matter.title,
            .why = said_text(v, tr("{1}, hạn {2}"), m->unit_name, shown_day(v, m->matter.due_day)),
            .chip = clock.word,
            .state = clock.state,
            .shape = clock.shape,
            .at = link_path(v->arena, (struct str[]){STR("viec"), kept_text(v, &id)}, 2),
        };
    }
    return true;
}

static bool run(struct visit *v, struct err *err)
{
    struct home_view view = {0};
    struct context c;
    struct stand s = {0};
    if (!context_read(&c, &view.context, v, LINK(""), err)) return false;
    bool any = c.unit.code.len && c.period.kind != PERIOD_NONE;
    if (any && !(stand_make(&s, c.snapshot, v->db, v->arena, c.unit, c.period, err) && keep_allowed(&s, v, &c, err)))
        return false;
    if (!add_decisions(&view, v, err)) return false;
    view.place = c.unit.code.len ? c.unit.name : tr_text(v->lang, tr("Kho chưa có đơn vị nào"));
    view.period = shown_period(v, c.period);
    view.about = tr_text(v->lang,
                         tr("Hai kết luận «so kế hoạch» và «so cùng kỳ» đứng riêng, không gộp. Trên thanh: vạch "
                            "đen là kế hoạch."));
    view.context.note = said_text(v, tr("Hôm nay {1}"), shown_day(v, v->today), STR(""));
    add_tiles(&view, v, &c, &s);
    add_counts(&view, v, &c, &s);
    frame_fill(&view.head, &view.foot, v, view.place, MENU_HOME);
    template_home(&v->answer.body, v->lang, &view);
    return true;
}

/* --- the list behind a number of the table */

static bool is_wanted(const struct visit *v, const struct stand_row *r)
{
    struct str plan = visit_field(v, "ke-hoach"), period = visit_field(v, "cung-ky");
    return (!plan.len || str_eq(plan, ROW_SHOWN[row_of(r)].word)) &&
           (!period.len || str_eq(period, COLUMN_SHOWN[column_of(r)].word));
}

static struct str chosen_words(struct visit *v)
{
    struct str plan = visit_field(v, "ke-hoach"), period = visit_field(v, "cung-ky"), first = STR(""), second = STR("");
    for (int r = 0; r < ROWS; r++)
        if (str_eq(plan, ROW_SHOWN[r].word)) first = tr_text(v->lang, ROW_SHOWN[r].name);
    for (int k = 0; k < COLUMNS; k++)
        if (str_eq(period, COLUMN_SHOWN[k].word)) second = tr_text(v->lang, COLUMN_SHOWN[k].name);
    return first.len && second.len ? said_text(v, tr("{1}; {2}"), first, second) : first.len ? first : second;
}

static struct indicator_row_view row_view(struct visit *v, const struct context *c, const struct stand_row *r)
{
    const struct indicator *i = r->question.indicator;
    struct indicator_row_view out = {.code = i->code, .name = i->name, .unit = i->unit};
    out.at = indicator_link(v, c, i);
    out.plan = value_shown(v, &r->plan, i);
    out.value = value_shown(v, &r->value, i);
    bool estimate = (r->value.made_count && r->value.made[0]->figure.key.aspect == ASPECT_ESTIMATE) || r->estimate;
    out.mark = estimate ? tr_text(v->lang, tr(" (ước)")) : STR("");
    out.evidence = evidence_link(v, answer_id(v, &r->value, &r->question, ASKED_VALUE));
    out.plan_evidence = evidence_link(v, answer_id(v, &r->plan, &r->question, ASKED_PLAN));
    out.plan_verdict = verdict_of_plan(v, r);
    out.period_verdict = verdict_of_period(v, r);
    out.ratio_evidence = evidence_link(v, answer_id(v, &r->ratio, &r->question, ASKED_PLAN_RATIO));
    out.growth_evidence = evidence_link(v, answer_id(v, &r->growth, &r->question, ASKED_GROWTH));
    return out;
}

static bool run_list(struct visit *v, struct err *err)
{
    struct indicators_view view = {0};
    struct context c;
    struct stand s = {0};
    if (!context_read(&c, &view.context, v, LINK("chi-tieu"), err)) return false;
    bool any = c.unit.code.len && c.period.kind != PERIOD_NONE;
    if (any && !(stand_make(&s, c.snapshot, v->db, v->arena, c.unit, c.period, err) && keep_allowed(&s, v, &c, err)))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (is_wanted(v, &s.at[i])) *vec_push(v->arena, &view.rows) = row_view(v, &c, &s.at[i]);
    view.place = c.unit.name;
    view.period = shown_period(v, c.period);
    view.chosen = chosen_words(v);
    view.all = list_link(v, &c, STR(""), STR(""));
    view.nothing = view.rows.len ? STR("") : tr_text(v->lang, tr("Chưa có chỉ tiêu nào như vậy trong kỳ này."));
    view.context.note = said_text(v, tr("Hôm nay {1}"), shown_day(v, v->today), STR(""));
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Chỉ tiêu")), MENU_INDICATORS);
    template_indicators(&v->answer.body, v->lang, &view);
    return true;
}

#define CONTEXT_FIELDS                                                                                                 \
    {"don-vi", PAGE_TEXT, 200},                                                                                        \
    {                                                                                                                  \
        "ky", PAGE_WORD, 40                                                                                            \
    }
const struct page page_home = {HTTP_GET, "/", NEEDS_SIGNED_IN, {CONTEXT_FIELDS}, run};
const struct page page_indicators = {HTTP_GET,
                                     "/chi-tieu",
                                     NEEDS_SIGNED_IN,
                                     {CONTEXT_FIELDS, {"ke-hoach", PAGE_WORD, 20}, {"cung-ky", PAGE_WORD, 20}},
                                     run_list};
