/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_tables: see budget_tables.h.
 */
#include "budget_tables.h"

#include "answer_show.h"
#include "budget_look.h"
#include "grid_options.h"

enum { TEXT_MOST = 1000 };

/* Of every cell its value, its figure for `explain`, and of what it was reckoned. */
#define CELL(name)                                                                                                     \
    {name, NULL, COLUMN_DATA}, {name "_id", NULL, COLUMN_DATA},                                                        \
    {                                                                                                                  \
        name "_made", NULL, COLUMN_DATA                                                                                \
    }
static const struct column DATA_COLUMNS[] = {
    {"unit", NULL, 0},
    {"unit_name", NULL, 0},
    {"period", NULL, 0},
    {"so_far", NULL, 0},
    {"part", NULL, 0},
    {"depth", NULL, 0},
    {"number", NULL, 0},
    {"indicator", NULL, 0},
    {"parent", NULL, 0},
    {"name", NULL, 0},
    {"sign", NULL, 0},
    CELL("plan_given"),
    CELL("plan_council"),
    CELL("plan_unnamed"),
    CELL("plan_striving"),
    CELL("plan_adjusted"),
    CELL("value"),
    CELL("value_so_far"),
    CELL("value_before"),
    {"aspect", NULL, 0},
    {"bound", NULL, 0},
    {"ratio_given", NULL, 0},
    {"ratio_council", NULL, 0},
    {"ratio_unnamed", NULL, 0},
    {"ratio_striving", NULL, 0},
    {"ratio_adjusted", NULL, 0},
    {"ratio_stated", NULL, 0},
    {"growth", NULL, 0},
    {"growth_why", NULL, 0},
    {"growth_base", NULL, 0},
    {"growth_id", NULL, 0},
    {"measure", NULL, 0},
    {"corrected", NULL, 0},
};
enum { DATA_COLUMN_TOTAL = sizeof DATA_COLUMNS / sizeof *DATA_COLUMNS, DEPTH_MOST = 8 };

static void put_period(struct rows *r, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    period_write(&b, p);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_cell(struct rows *r, const struct budget_cell *cell)
{
    struct buf id = buf_make(32);
    if (cell->figure) buf_format(&id, "F%u", (unsigned)cell->figure->id);
    if (cell->how == BUDGET_NOTHING)
        rows_none(r);
    else
        rows_decimal(r, cell->value.value);
    rows_text(r, buf_str(&id));
    rows_text(r, cell->made);
    buf_free(&id);
}

static void put_ratios(struct rows *r, const struct budget_row *row)
{
    struct buf stated = buf_make(TEXT_MOST);
    static const char *const NAMES[BUDGET_PLANS] = {"given", "council", "unnamed", "striving", "adjusted"};
    for (int i = 0; i < BUDGET_PLANS; i++) {
        if (row->ratios[i].comparison.why == COMPARABLE)
            rows_decimal(r, row->ratios[i].comparison.value);
        else
            rows_none(r);
        if (!row->ratios[i].stated) continue;
        if (stated.len) buf_char(&stated, '|');
        buf_put_z(&stated, NAMES[i]);
    }
    rows_text(r, buf_str(&stated));
    buf_free(&stated);
}

static void put_growth(struct rows *r, const struct budget_row *row)
{
    static const struct str BASES[] = {[LIKE_SAME] = STR_INIT("same"),
                                       [LIKE_RECOMPUTED] = STR_INIT("recomputed"),
                                       [LIKE_ESTIMATED] = STR_INIT("estimated"),
                                       [LIKE_NOT] = STR_INIT("none")};
    struct buf id = buf_make(TEXT_MOST);
    bool known = row->growth.rule != ANSWER_NONE && row->growth.comparison.why == COMPARABLE;
    bool told = row->cells[BUDGET_SO_FAR].how == BUDGET_FIGURE && row->growth.made_count > 0;
    if (known)
        rows_decimal(r, row->growth.comparison.value);
    else
        rows_none(r);
    rows_text(r, known                        ? STR("")
                 : row->like.rule == LIKE_NOT ? row->like.note
                                              : incomparable_reason(row->growth.comparison.why));
    rows_text(r, BASES[row->like.rule]);
    if (known && told) answer_id_write(&id, &row->growth, &row->question, ASKED_GROWTH);
    rows_text(r, buf_str(&id));
    buf_free(&id);
}

/* The columns whose numbers were corrected after a report with them was locked. */
static void put_corrected(struct rows *r, const struct budget_row *row)
{
    static const char *const NAMES[BUDGET_COLUMNS] = {"plan_given",    "plan_council", "plan_unnamed", "plan_striving",
                                                      "plan_adjusted", "value",        "value_so_far", "value_before"};
    struct buf b = buf_make(TEXT_MOST);
    for (int i = 0; i < BUDGET_COLUMNS; i++) {
        if (!row->cells[i].corrected) continue;
        if (b.len) buf_char(&b, '|');
        buf_put_z(&b, NAMES[i]);
    }
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_data(struct rows *r, const struct budget_table *t, const struct budget_row *row)
{
    const struct budget_cell *done = &row->cells[BUDGET_SO_FAR];
    rows_text(r, t->unit.code);
    rows_text(r, t->unit.name);
    put_period(r, t->period);
    put_period(r, t->so_far);
    rows_text(r, budget_part_word(t->part));
    rows_int(r, row->depth);
    rows_text(r, row->line->number);
    rows_text(r, row->line->indicator);
    rows_text(r, row->line->parent);
    rows_text(r, row->line->name);
    rows_text(r, budget_sign_word(row->line->sign));
    for (int i = 0; i < BUDGET_COLUMNS; i++) put_cell(r, &row->cells[i]);
    rows_text(r, done->how == BUDGET_NOTHING ? STR("") : aspect_name(done->estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL));
    rows_text(r, done->how == BUDGET_NOTHING ? STR("") : bound_name(done->value.bound));
    put_ratios(r, row);
    put_growth(r, row);
    rows_text(r, row->question.indicator->canonical_unit);
    put_corrected(r, row);
    rows_end(r);
}

/* --- for eyes */

struct seen {
    bool reckoned, changed, alone, stated, recomputed, estimated;
};

static void see(struct seen *s, const struct budget_row *r)
{
    for (int i = 0; i < BUDGET_COLUMNS - 1; i++) {
        enum budget_how how = r->cells[i].how;
        s->changed |= how == BUDGET_CHANGED;
        s->reckoned |= how != BUDGET_NOTHING && how != BUDGET_FIGURE && how != BUDGET_CHANGED;
    }
    s->alone |= r->alone.how != BUDGET_NOTHING;
    for (int i = 0; i < BUDGET_PLANS; i++) s->stated |= r->ratios[i].stated;
    if (r->growth.rule == ANSWER_NONE) return;
    s->stated |= r->growth.rule == ANSWER_STATED;
    s->recomputed |= r->like.rule == LIKE_RECOMPUTED;
    s->estimated |= r->like.rule == LIKE_ESTIMATED;
}

enum { WIDE = 110 };

static bool narrow(const struct cli *c)
{
    return c->width > 0 && c->width < WIDE;
}

/* A cell of budget_show: how exact it is told before the number, an estimate behind it. */
static void cell_to_english(struct buf *b)
{
    static const struct {
        struct str vi, en;
    } BOUNDS[] = {{STR_INIT("hơn "), STR_INIT("over ")},
                  {STR_INIT("gần "), STR_INIT("nearly ")},
                  {STR_INIT("khoảng "), STR_INIT("about ")}},
      ESTIMATE = {STR_INIT(" ước"), STR_INIT(" est.")};
    struct buf out = buf_make(TEXT_MOST);
    struct str s = buf_str(b), computed = STR("= ");
    if (str_starts(s, computed)) {
        buf_put(&out, computed);
        s = str_from(s, computed.len);
    }
    for (size_t i = 0; i < sizeof BOUNDS / sizeof *BOUNDS; i++) {
        if (!str_starts(s, BOUNDS[i].vi)) continue;
        buf_put(&out, BOUNDS[i].en);
        s = str_from(s, BOUNDS[i].vi.len);
        break;
    }
    ptrdiff_t at = str_find(s, ESTIMATE.vi);
    size_t from = out.len, end = at >= 0 ? (size_t)at : s.len;
    buf_put(&out, str_part(s, 0, end));
    number_to_english(&out, from);
    if (at >= 0) {
        buf_put(&out, ESTIMATE.en);
        buf_put(&out, str_from(s, end + ESTIMATE.vi.len));
    }
    buf_clear(b);
    buf_put(b, buf_str(&out));
    buf_free(&out);
}

static void put_seen(struct cli *c, struct rows *r, const struct budget_row *row, const struct budget_shown *shown,
                     size_t count, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    enum cell_style style = row->depth == 0 ? STYLE_HEAD : row->line->sign == BUDGET_APART ? STYLE_DIM : STYLE_PLAIN;
    cli_indent(&b, row->depth < DEPTH_MOST ? row->depth : DEPTH_MOST, narrow(c) ? 1 : 2);
    buf_put(&b, row->line->name);
    rows_style(r, style);
    rows_text(r, row->line->number);
    rows_style(r, style);
    rows_text(r, buf_str(&b));
    for (size_t i = 0; i < count; i++) {
        buf_clear(&b);
        budget_show(&b, row, shown[i], m);
        if (c->lang == LANG_EN) cell_to_english(&b);
        rows_style(r, style);
        rows_text(r, buf_str(&b));
    }
    rows_end(r);
    buf_free(&b);
}

static bool put_reasons(struct cli *c, const struct budget_table *t)
{
    struct buf b = buf_make(TEXT_MOST);
    bool any = false;
    for (size_t i = 0; i < t->rows.len; i++) {
        buf_clear(&b);
        if (!budget_show_reason(&b, t, i)) continue;
        any = true;
        cli_put(c, tr("không so sánh được với cùng kỳ: "));
        cli_put_words(c, buf_str(&b));
        buf_char(c->out, '\n');
    }
    buf_free(&b);
    return any;
}

/* A supplement is no plan, and there is none to add it to. */
static void put_alone(struct cli *c, const struct budget_table *t, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    cli_put(c, tr("Bổ sung trong năm mà chưa có dự toán đầu năm để cộng (nhập dự toán năm rồi lập lại bảng):\n"));
    for (size_t i = 0; i < t->rows.len; i++) {
        if (t->rows.at[i].alone.how == BUDGET_NOTHING) continue;
        buf_clear(&b);
        budget_show_alone(&b, &t->rows.at[i], m);
        if (c->lang == LANG_EN) number_to_english(&b, 0);
        buf_put(c->out, STR("  - "));
        cli_put_words(c, buf_str(&b));
        buf_char(c->out, '\n');
    }
    buf_free(&b);
}

static void put_footing(struct cli *c, const struct budget_table *t, struct seen seen, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    bool any = narrow(c) || seen.reckoned || seen.changed || seen.alone || seen.stated || seen.recomputed ||
               seen.estimated || t->notes.len;
    if (narrow(c)) cli_put(c, tr("CT: dự toán cấp trên giao; HĐ: dự toán HĐND quyết định; ±%: so với cùng kỳ\n"));
    if (seen.reckoned) cli_put(c, tr("= tính: cộng từ các dòng dưới hoặc từ các kỳ của cùng dòng\n"));
    if (seen.changed) cli_put(c, tr("= ở cột dự toán điều chỉnh: dự toán đã giao cộng các lần bổ sung trong năm\n"));
    if (seen.stated) cli_put(c, tr("* theo báo cáo nêu, chưa đủ số liệu để tính lại\n"));
    if (seen.recomputed) cli_put(c, tr("† số cùng kỳ tính lại cho địa bàn mới từ số liệu của các đơn vị cũ\n"));
    if (seen.estimated) cli_put(c, tr("~ số cùng kỳ ước cho địa bàn mới theo tỷ lệ của các đơn vị cũ\n"));
    if (seen.alone) put_alone(c, t, m);
    any = put_reasons(c, t) || any;
    if (t->notes.len) cli_put(c, tr("Số liệu chưa khớp:\n"));
    for (size_t i = 0; i < t->notes.len; i++) {
        buf_clear(&b);
        budget_show_note(&b, &t->notes.at[i], m);
        buf_put(c->out, STR("  - "));
        cli_put_words(c, buf_str(&b));
        buf_char(c->out, '\n');
    }
    corrected_put(c, &t->corrections, NULL);
    if (any || t->corrections.used.len) buf_char(c->out, '\n');
    buf_free(&b);
}

static void put_heading(struct cli *c, const struct budget_table *t, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    if (c->lang == LANG_VI)
        period_write_vi(&b, t->period);
    else
        period_write(&b, t->period);
    cli_put_words(c, budget_part_title(t->part));
    buf_put(c->out, STR(", "));
    cli_put_words(c, t->unit.name);
    cli_put(c, tr(", {1} (đơn vị tính: {2})\n\n"), buf_str(&b), budget_measure_name(m));
    buf_free(&b);
}

bool budget_put_table(struct cli *c, const struct budget_table *t, enum budget_measure m, struct err *err)
{
    struct budget_shown shown[BUDGET_SHOWN_MOST];
    struct column columns[BUDGET_SHOWN_MOST + 2] = {{NULL, tr("TT"), COLUMN_FIXED | COLUMN_EYES},
                                                    {NULL, tr("Nội dung"), COLUMN_EYES}};
    size_t count = budget_shown(shown, t);
    struct seen seen = {0};
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        columns[i + 2] = (struct column){NULL, narrow(c) ? shown[i].brief : shown[i].title,
                                         COLUMN_NUMBER | COLUMN_FIXED | COLUMN_EYES};
    put_heading(c, t, m);
    struct rows *r = cli_rows(c, columns, count + 2);
    for (size_t i = 0; i < t->rows.len && ok; i++) {
        const struct budget_row *row = &t->rows.at[i];
        if (!row->shown && !cli_flag(c, "all")) continue;
        see(&seen, row);
        put_seen(c, r, row, shown, count, m);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    buf_char(c->out, '\n');
    put_footing(c, t, seen, m);
    return ok;
}

bool budget_put_rows(struct cli *c, const struct budget_table *tables, size_t count, struct err *err)
{
    struct rows *r = cli_rows(c, DATA_COLUMNS, DATA_COLUMN_TOTAL);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < tables[i].rows.len; k++) {
            if (!tables[i].rows.at[k].shown && !cli_flag(c, "all")) continue;
            put_data(r, &tables[i], &tables[i].rows.at[k]);
            if (!cli_drain(c, err)) return false;
        }
    rows_close(r);
    return true;
}
