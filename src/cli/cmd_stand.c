/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_stand: where each place stands: one table a place for eyes, one list of rows for programs. Plan and last year
 * are two judgements and stand in two columns; a number that could not be reckoned is marked, and its reason is in
 * the data.
 */
#include "answer_show.h"
#include "asked.h"
#include "growth_cells.h"
#include "matter_cells.h"
#include "stand_table.h"
#include "unit_look.h"

enum { TEXT_MOST = 1000 };

static const struct column COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", NULL, COLUMN_DATA},
    {"period", NULL, COLUMN_DATA},
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Chỉ tiêu"), 0},
    {NULL, tr("ĐVT"), COLUMN_EYES},
    {"measure", NULL, COLUMN_DATA},
    {"plan", tr("Kế hoạch"), COLUMN_NUMBER},
    {"plan_layer", NULL, COLUMN_DATA},
    {"plan_period", NULL, COLUMN_DATA},
    {"value", tr("Thực hiện"), COLUMN_NUMBER},
    {"bound", NULL, COLUMN_DATA},
    {"aspect", NULL, COLUMN_DATA},
    {"plan_ratio", tr("% kế hoạch"), COLUMN_NUMBER},
    {"plan_ratio_why", NULL, COLUMN_DATA},
    {"growth", tr("So cùng kỳ"), COLUMN_NUMBER},
    {"growth_why", NULL, COLUMN_DATA},
    {"growth_base", NULL, COLUMN_DATA},
    {"growth_note", NULL, COLUMN_DATA},
    {"plan_verdict", tr("Với kế hoạch"), 0},
    {"year_verdict", tr("Với năm trước"), 0},
    {"pace", tr("Tiến độ"), 0},
    {"expected", NULL, COLUMN_DATA},
    {"pace_by", NULL, COLUMN_DATA},
    {"value_id", NULL, COLUMN_DATA},
    {"plan_id", NULL, COLUMN_DATA},
    {"plan_ratio_id", NULL, COLUMN_DATA},
    {"growth_id", NULL, COLUMN_DATA},
    {"formula", NULL, COLUMN_DATA},
    {"formula_value", NULL, COLUMN_DATA},
    {"formula_differs", NULL, COLUMN_DATA},
    {"value_corrected", NULL, COLUMN_DATA},
    {"plan_corrected", NULL, COLUMN_DATA},
    {"locked", NULL, COLUMN_DATA},
    {"locked_value", NULL, COLUMN_DATA},
    {"locked_note", NULL, COLUMN_DATA},
};
enum { COLUMN_TOTAL = sizeof COLUMNS / sizeof COLUMNS[0] };

static const char *plan_shown(enum plan_verdict v)
{
    switch (v) {
    case PLAN_EXCEEDED: return tr("vượt");
    case PLAN_REACHED: return tr("đạt");
    case PLAN_NOT_REACHED: return tr("không đạt");
    case PLAN_UNDER_WAY: return tr("chưa đạt");
    case PLAN_NO_VERDICT:
    case PLAN_VERDICTS: break;
    }
    return "";
}

static const char *year_shown(enum year_verdict v)
{
    switch (v) {
    case YEAR_BETTER: return tr("tốt hơn");
    case YEAR_EQUAL: return tr("ngang");
    case YEAR_WORSE: return tr("kém hơn");
    case YEAR_MORE: return tr("tăng");
    case YEAR_LESS: return tr("giảm");
    case YEAR_NO_VERDICT:
    case YEAR_VERDICTS: break;
    }
    return "";
}

static const char *pace_shown(enum pace_verdict v)
{
    switch (v) {
    case PACE_AHEAD: return tr("nhanh");
    case PACE_EVEN: return tr("đúng tiến độ");
    case PACE_BEHIND: return tr("chậm");
    case PACE_NO_VERDICT:
    case PACE_VERDICTS: break;
    }
    return "";
}

static enum cell_style style_of(bool good, bool bad)
{
    return good ? STYLE_GOOD : bad ? STYLE_BAD : STYLE_PLAIN;
}

static void put_period(struct rows *r, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    period_write(&b, p);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_measured(struct cli *c, struct rows *r, const struct answer *a, const struct indicator *i,
                         const struct stand_row *row)
{
    struct buf b = buf_make(TEXT_MOST);
    if (a->rule == ANSWER_NONE || !a->value.known) {
        rows_none(r);
        return;
    }
    show_measured(&b, a->value, i);
    if (c->lang == LANG_EN) number_to_english(&b, 0);
    bool estimate = a->made_count && a->made[0]->figure.key.aspect == ASPECT_ESTIMATE;
    estimate |= a->rule == ANSWER_FORMULA && row->estimate;
    if (estimate) buf_put(&b, tr_text(c->lang, tr(" (ước)")));
    if (a->rule == ANSWER_FORMULA) buf_put(&b, STR(" ="));
    if (a->rule == ANSWER_CHANGED) buf_put(&b, STR(" +"));
    if (a == &row->value && row->contradicts) buf_put(&b, STR(" ?"));
    if (a == &row->value && row->look.state == LOCKED_HELD) buf_put(&b, STR(" ‡"));
    if (a == &row->value ? row->value_corrected : row->plan_corrected) buf_put(&b, STR(" §"));
    rows_decimal_shown(r, a->value.value, buf_str(&b));
    buf_free(&b);
}

static void put_id(struct rows *r, const struct answer *a, const struct question *q, enum asked what, bool why)
{
    struct buf b = buf_make(TEXT_MOST);
    if (a->rule == ANSWER_NONE && !why) {
        rows_text(r, STR(""));
        return;
    }
    answer_id_write(&b, a, q, what);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

/* "hdnd"; "hdnd+bo_sung" of a plan with its supplements. */
static void layer_cell(struct rows *r, struct str layer, bool changed)
{
    struct buf b = buf_make(TEXT_MOST);
    buf_put(&b, layer);
    if (changed) buf_put(&b, layer.len ? STR("+bo_sung") : STR("bo_sung"));
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_plan_source(struct rows *r, const struct answer *plan, const struct question *q)
{
    if (!plan->made_count) {
        rows_text(r, STR(""));
        rows_text(r, STR(""));
        return;
    }
    layer_cell(r, plan->made[0]->figure.key.layer, plan->rule == ANSWER_CHANGED);
    put_period(r, answer_plan_period(plan, q));
}

static void put_value_source(struct rows *r, const struct answer *value)
{
    rows_text(r, value->rule == ANSWER_NONE ? STR("") : bound_name(value->value.bound));
    rows_text(r, value->made_count ? aspect_name(value->made[0]->figure.key.aspect) : STR(""));
}

static void put_verdicts(struct cli *c, struct rows *r, const struct stand_row *s)
{
    rows_style(r, style_of(s->plan_verdict == PLAN_EXCEEDED || s->plan_verdict == PLAN_REACHED,
                           s->plan_verdict == PLAN_NOT_REACHED));
    rows_text_shown(r, plan_verdict_word(s->plan_verdict), tr_text(c->lang, plan_shown(s->plan_verdict)));
    rows_style(r, style_of(s->year_verdict == YEAR_BETTER, s->year_verdict == YEAR_WORSE));
    rows_text_shown(r, year_verdict_word(s->year_verdict), tr_text(c->lang, year_shown(s->year_verdict)));
    rows_style(r, style_of(s->pace == PACE_AHEAD, s->pace == PACE_BEHIND));
    rows_text_shown(r, pace_verdict_word(s->pace), tr_text(c->lang, pace_shown(s->pace)));
    if (s->share.by != PACE_BY_NOTHING)
        rows_decimal(r, s->share.expected);
    else
        rows_none(r);
    rows_text(r, pace_by_word(s->share.by));
}

static void put_formula(struct rows *r, const struct stand_row *s, struct growth_marks *marks)
{
    marks->computed |= s->value.rule == ANSWER_FORMULA;
    marks->contradicts |= s->contradicts;
    rows_text(r, s->computed ? s->computed->rule->formula.text : s->formula);
    if (s->computed)
        rows_decimal(r, s->computed->value.value);
    else
        rows_none(r);
    rows_bool(r, s->contradicts);
}

/* The value that a locked report keeps: of which report, and what there is to say of it. */
static void put_locked(struct rows *r, const struct stand_row *s)
{
    struct buf b = buf_make(32);
    if (s->locked) filing_id_write(&b, s->locked->filing);
    rows_text(r, buf_str(&b));
    if (s->locked)
        rows_decimal(r, s->locked->value.value);
    else
        rows_none(r);
    rows_text(r, s->locked ? s->look.words : STR(""));
    buf_free(&b);
}

static void put_row(struct cli *c, struct rows *r, const struct stand *stand, const struct stand_row *s,
                    struct growth_marks *marks)
{
    const struct indicator *i = s->question.indicator;
    rows_text(r, stand->unit.code);
    rows_text(r, stand->unit.name);
    put_period(r, stand->period);
    rows_text(r, i->code);
    rows_text(r, i->name);
    rows_text(r, i->unit);
    rows_text(r, i->canonical_unit);
    put_measured(c, r, &s->plan, i, s);
    put_plan_source(r, &s->plan, &s->question);
    put_measured(c, r, &s->value, i, s);
    put_value_source(r, &s->value);
    comparison_cells(c, r, &s->ratio, NULL, s->ratio_corrected, marks);
    comparison_cells(c, r, &s->growth, &s->like, s->growth_corrected, marks);
    like_cells(r, &s->like);
    put_verdicts(c, r, s);
    put_id(r, &s->value, &s->question, ASKED_VALUE, false);
    put_id(r, &s->plan, &s->question, ASKED_PLAN, false);
    put_id(r, &s->ratio, &s->question, ASKED_PLAN_RATIO, false);
    put_id(r, &s->growth, &s->question, ASKED_GROWTH, s->like.rule == LIKE_NOT);
    put_formula(r, s, marks);
    rows_bool(r, s->value_corrected);
    rows_bool(r, s->plan_corrected);
    put_locked(r, s);
    rows_end(r);
}

static void put_heading(struct cli *c, const struct stand *s)
{
    struct buf b = buf_make(TEXT_MOST);
    period_write_vi(&b, s->period);
    if (c->lang != LANG_VI) {
        buf_clear(&b);
        period_write(&b, s->period);
    }
    cli_put_words(c, s->unit.name);
    cli_put(c, tr(", {1}\n\n"), buf_str(&b));
    buf_free(&b);
}

/* What another indicator says of the whole year, beside a shorter time: said, so that nobody takes it for the plan of
 * that time. */
static void put_year_plan(struct cli *c, const struct stand_row *r)
{
    const struct figure_key *k = r->plan.made_count ? &r->plan.made[0]->figure.key : NULL;
    if (!k || str_eq(k->indicator, r->question.indicator->code) || r->ratio.rule == ANSWER_NONE) return;
    struct period plan = answer_plan_period(&r->plan, &r->question);
    if (period_same_time(plan, r->question.period)) return;
    struct buf year = buf_make(TEXT_MOST);
    if (c->lang == LANG_VI)
        period_write_vi(&year, plan);
    else
        period_write(&year, plan);
    cli_put(c, tr("% kế hoạch của {1} tính trên kế hoạch của {2} ({3}, đến {4}), không phải kế hoạch của kỳ\n"),
            r->question.indicator->code, buf_str(&year), k->indicator, matter_day_shown(c->arena, k->period.to));
    buf_free(&year);
}

struct rows *stand_rows_open(struct cli *c)
{
    return cli_rows(c, COLUMNS, COLUMN_TOTAL);
}

bool stand_put(struct cli *c, struct rows *rows, const struct stand *s, struct err *err)
{
    struct growth_marks marks = {0};
    bool table = c->format == FORMAT_TABLE;
    struct rows *r = table ? (put_heading(c, s), stand_rows_open(c)) : rows;
    for (size_t i = 0; i < s->len; i++) {
        put_row(c, r, s, &s->at[i], &marks);
        if (!table && !cli_drain(c, err)) return false;
    }
    if (table) {
        rows_close(r);
        stand_put_footing(c, s, &marks);
        for (size_t i = 0; i < s->len; i++) put_year_plan(c, &s->at[i]);
        asked_parts(c, s->parts, &s->unit, s->period);
    }
    return cli_drain(c, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct kept_unit only = {.code = STR("")};
    struct period period;
    size_t shown = 0;
    struct wanted asked;
    if (!asked_read(&asked, c, 0, ASK_UNIT | ASK_PERIOD, err) || !asked_period(&period, &asked, err)) return false;
    struct str typed = asked.unit;
    if (typed.len && !unit_typed(&only, c->db, c->arena, typed, period.to, err)) return false;
    if (!stand_load(&s, c->db, c->arena, only.code, err)) return false;
    struct rows *rows = c->format == FORMAT_TABLE ? NULL : stand_rows_open(c);
    struct codes units = cube_units(s.cube);
    for (size_t i = 0; i < units.len; i++) {
        const struct kept_unit *unit = snapshot_unit(&s, units.at[i]);
        struct period p = period.kind != PERIOD_NONE ? period : stand_latest(s.cube, c->arena, units.at[i]);
        struct stand stand;
        if (!unit || p.kind == PERIOD_NONE || (only.code.len && !str_eq(only.code, unit->code))) continue;
        if (!stand_make(&stand, &s, c->db, c->arena, *unit, p, err)) return false;
        if (stand.len == 0) continue;
        shown++;
        if (!stand_put(c, rows, &stand, err)) return false;
    }
    if (rows) rows_close(rows);
    if (!shown && only.code.len) return asked_nothing(c, s.cube, &only, period, err);
    return shown > 0 || fail(err, ERR_NO_FIGURES, typed.len ? only.name : tr_text(c->lang, tr("nơi nào trong kỳ này")));
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần xem: tên hoặc mã; không nêu thì xem mọi nơi")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"),
     .help = tr("kỳ cần xem: 2023, 2023-H1, 2023-9M, 2023-Q1, 2023-06, ..2023-05-15")},
    {0},
};

const struct command cmd_stand = {
    .name = "stand",
    .summary = tr("xem tình hình từng nơi: kế hoạch, thực hiện, so sánh, đánh giá"),
    .usage = {tr("[NƠI] [KỲ]")},
    .about = tr("Mỗi nơi một bảng: kế hoạch, thực hiện hoặc ước thực hiện, tỷ lệ so với kế hoạch, tăng giảm so với "
                "cùng kỳ năm trước, và hai "
                "đánh giá riêng: với kế hoạch và với năm trước. Không nêu kỳ thì lấy kỳ gần nhất có đủ số liệu.\n"
                "Kế hoạch được lấy là số điều chỉnh, hoặc số đã cộng các khoản bổ sung trong năm, rồi mới đến cấp trên "
                "giao, Hội đồng nhân dân giao. Tiến độ là % kế hoạch so với phần mà các năm trước đã làm được đến lúc "
                "này; chưa có năm trước thì so với số ngày đã qua. Lệnh forecast, budget dùng cùng quy tắc.\n"
                "Dạng json, jsonl, csv có thêm mã của từng con số; «dieuhanh explain MÃ» dẫn con số về đúng câu chữ "
                "của báo cáo."),
    .options = OPTIONS,
    .examples = {{"dieuhanh stand", tr("mọi nơi, kỳ gần nhất")},
                 {"dieuhanh stand \"quận An Hòa\" 2023-H1", tr("một nơi, 6 tháng đầu năm 2023")},
                 {"dieuhanh stand --format csv-excel > bang.csv", tr("bảng để mở bằng Excel")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
