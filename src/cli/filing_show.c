/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_show: one report with its cells, its steps and what was corrected after it was locked.
 */
#include "answer_show.h"
#include "filing_cells.h"
#include "indicator.h"

#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)

static const struct column CELL_COLUMNS[] = {
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"unit_of_measure", tr("ĐVT"), 0},
    {"value", tr("Giá trị"), COLUMN_NUMBER},
    {"aspect", tr("Loại số"), 0},
    {"period", tr("Của kỳ"), 0},
    {"figure", tr("Số liệu"), COLUMN_FIXED},
    {"required", tr("Bắt buộc"), 0},
    {"corrected", tr("Đính chính"), 0},
    {"formula", NULL, COLUMN_DATA},
    {"locked", NULL, COLUMN_DATA},
    {"formula_value", NULL, COLUMN_DATA},
    {"locked_note", NULL, COLUMN_DATA},
};

static const char *aspect_shown(enum figure_aspect a)
{
    switch (a) {
    case ASPECT_ACTUAL: return tr("thực hiện");
    case ASPECT_ESTIMATE: return tr("ước");
    case ASPECT_PLAN: return tr("kế hoạch");
    case ASPECT_COUNT: break;
    }
    return "";
}

/* A value that a formula gives, or gave when the report was locked. */
static void put_computed(struct cli *c, struct rows *r, const struct sheet_figure *f, const struct indicator *i)
{
    bool held = f->locked && f->look.state != LOCKED_CORRECTED;
    struct buf b = buf_make(1000);
    show_measured(&b, f->value, i);
    if (c->lang == LANG_EN) number_to_english(&b, 0);
    buf_put(&b, STR(" ="));
    if (f->look.state == LOCKED_HELD) buf_put(&b, STR(" ‡"));
    if (f->look.state == LOCKED_CORRECTED) buf_put(&b, STR(" §"));
    rows_decimal_shown(r, f->value.value, buf_str(&b));
    enum figure_aspect aspect = f->estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL;
    rows_text_shown(r, aspect_name(aspect), tr_text(c->lang, aspect_shown(aspect)));
    period_cell(c, r, held ? f->locked->period : f->computed->period);
    rows_text(r, STR(""));
    buf_free(&b);
}

/* For programs: by which formula, whether the lock keeps the value, what would be reckoned today, and what changed. */
static void put_reckoning(struct rows *r, const struct sheet_figure *f)
{
    rows_text(r, f->locked ? f->locked->formula : f->computed ? f->computed->rule->formula.text : STR(""));
    rows_bool(r, f->locked != NULL);
    if (f->computed)
        rows_decimal(r, f->computed->value.value);
    else
        rows_none(r);
    rows_text(r, f->locked ? f->look.words : STR(""));
}

static void put_cells(struct cli *c, const struct filing_sheet *s)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(CELL_COLUMNS));
    for (size_t k = 0; k < s->cells.len; k++) {
        const struct sheet_figure *f = &s->cells.at[k];
        const struct figure *figure = &f->figure.figure;
        const struct indicator *i = indicator_find(f->cell.indicator);
        rows_text(r, f->cell.indicator);
        rows_text(r, i ? i->name : STR(""));
        rows_text(r, i ? i->unit : STR(""));
        if (f->has) {
            filing_value_cell(c, r, &figure->key, figure->value, figure->bound, figure->measure,
                              f->correction ? " §" : "");
            rows_text_shown(r, aspect_name(figure->key.aspect), tr_text(c->lang, aspect_shown(figure->key.aspect)));
            period_cell(c, r, figure->key.period);
            figure_id_cell(r, f->figure.id);
        } else if (f->value.known && i) {
            put_computed(c, r, f, i);
        } else {
            rows_none_shown(r, tr_text(c->lang, tr("chưa có")));
            for (int n = 0; n < 3; n++) rows_none(r);
        }
        rows_bool(r, f->cell.required);
        rows_bool(r, f->correction || f->look.state == LOCKED_CORRECTED);
        put_reckoning(r, f);
        rows_end(r);
    }
    rows_close(r);
}

static void put_line(struct cli *c, struct str words)
{
    buf_put(c->out, STR("    "));
    cli_put_words(c, words);
    buf_char(c->out, '\n');
}

/* Of values that a lock keeps, those of one state; how many. */
static size_t put_looks(struct cli *c, const struct filing_sheet *s, enum locked_state state, const char *heading)
{
    size_t count = 0;
    for (size_t i = 0; i < s->cells.len; i++) {
        if (s->cells.at[i].look.state != state) continue;
        if (!count++) cli_put(c, heading);
        put_line(c, s->cells.at[i].look.words);
    }
    return count;
}

/* What was reckoned, by which formula; and of what a lock keeps, what would be reckoned today. */
static void put_notes(struct cli *c, const struct filing_sheet *s)
{
    size_t reckoned = 0;
    for (size_t i = 0; i < s->cells.len; i++) {
        const struct sheet_figure *f = &s->cells.at[i];
        if (f->has || !f->value.known) continue;
        if (!reckoned++) cli_put(c, tr("= tính theo công thức, không báo cáo nào nêu:\n"));
        struct buf b = buf_make(2000);
        buf_put(&b, f->cell.indicator);
        buf_put(&b, STR(" = "));
        buf_put(&b,
                f->locked && f->look.state != LOCKED_CORRECTED ? f->locked->formula : f->computed->rule->formula.text);
        put_line(c, buf_str(&b));
        buf_free(&b);
    }
    size_t other = put_looks(c, s, LOCKED_CORRECTED, tr("§ đã đính chính sau khi báo cáo được khóa:\n"));
    other += put_looks(c, s, LOCKED_HELD, tr("‡ số tính được của báo cáo đã khóa, nay tính lại thì khác:\n"));
    if (reckoned || other) buf_char(c->out, '\n');
}

static const struct column STEP_COLUMNS[] = {
    {"filing", NULL, COLUMN_DATA},     {"state", tr("Bước"), 0},
    {"day", tr("Ngày"), COLUMN_FIXED}, {"stated", tr("Nêu ngày"), 0},
    {"note", tr("Ghi chú"), 0},        {"who", tr("Người"), 0},
    {"time", tr("Lúc"), COLUMN_FIXED}, {"entry", tr("Nhật ký"), COLUMN_NUMBER},
};

static void put_steps(struct cli *c, struct rows *r, const struct event_list *events)
{
    for (size_t i = 0; i < events->len; i++) {
        const struct filing_event *e = &events->at[i];
        filing_id_cell(r, e->filing);
        rows_text_shown(r, filing_state_word(e->state), filing_state_shown(c, e->state));
        day_cell(r, e->day);
        rows_bool(r, e->said);
        rows_text(r, e->note);
        rows_text(r, e->who);
        time_cell(r, e->time);
        rows_int(r, e->entry);
        rows_end(r);
    }
}

static const struct column CORRECTION_COLUMNS[] = {
    {"filing", NULL, COLUMN_DATA},
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED},
    {"period", tr("Của kỳ"), 0},
    {"aspect", tr("Loại số"), 0},
    {"layer", NULL, COLUMN_DATA},
    {"old", tr("Số cũ"), COLUMN_NUMBER},
    {"old_figure", tr("Mã cũ"), COLUMN_FIXED},
    {"new", tr("Số mới"), COLUMN_NUMBER},
    {"new_figure", tr("Mã mới"), COLUMN_FIXED},
    {"measure", NULL, COLUMN_DATA},
    {"reason", tr("Lý do"), 0},
    {"who", tr("Người"), 0},
    {"time", tr("Lúc"), COLUMN_FIXED},
    {"entry", tr("Nhật ký"), COLUMN_NUMBER},
};

static void put_side(struct cli *c, struct rows *r, const struct correction *k, const struct corrected_value *v)
{
    if (v->figure.n)
        filing_value_cell(c, r, &k->key, v->value, v->bound, k->measure, "");
    else if (v == &k->old && k->reckoned.known) /* by a formula, when the report was locked */
        filing_value_cell(c, r, &k->key, k->reckoned.value, k->reckoned.bound, k->reckoned.measure, " =");
    else
        rows_none_shown(r, tr_text(c->lang, tr("không có")));
    figure_id_cell(r, v->figure);
}

static void put_corrections(struct cli *c, struct rows *r, const struct correction_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct correction *k = &list->at[i];
        filing_id_cell(r, k->filing);
        rows_text(r, k->key.indicator);
        period_cell(c, r, k->key.period);
        rows_text_shown(r, aspect_name(k->key.aspect), tr_text(c->lang, aspect_shown(k->key.aspect)));
        rows_text(r, k->key.layer);
        put_side(c, r, k, &k->old);
        put_side(c, r, k, &k->new);
        rows_text(r, k->measure);
        rows_text(r, k->reason);
        rows_text(r, k->who);
        time_cell(r, k->time);
        rows_int(r, k->entry);
        rows_end(r);
    }
}

static struct str day_shown(struct cli *c, struct date d)
{
    char room[16];
    if (!date_known(d)) return tr_text(c->lang, tr("do cơ quan quy định, chưa nêu"));
    int len = snprintf(room, sizeof room, "%d/%d/%d", d.day, d.month, d.year);
    return str_copy(c->arena, (struct str){room, (size_t)len});
}

/* For eyes: which report this is, above its cells. */
static void put_head(struct cli *c, const struct filing_sheet *s)
{
    const struct kept_filing *f = &s->filing;
    struct buf period = buf_make(200), id = buf_make(16);
    period_write_vi(&period, f->period);
    filing_id_write(&id, f->id);
    cli_put_words(c, buf_str(&id));
    buf_put(c->out, STR("  "));
    cli_put_words(c, f->name);
    buf_put(c->out, STR("\n    "));
    cli_put_words(c, s->unit.name);
    buf_put(c->out, STR(", "));
    cli_put_words(c, buf_str(&period));
    cli_put(c, tr("; số liệu từ {1} đến {2}; hạn gửi: {3}; bước: {4}\n\n"), day_shown(c, f->first),
            day_shown(c, f->last), day_shown(c, f->due), filing_state_shown(c, f->state));
    buf_free(&period);
    buf_free(&id);
}

static bool show_one(struct cli *c, struct filing_id id, struct err *err)
{
    struct filing_sheet s;
    if (!filing_sheet_make(&s, c->db, c->arena, id, err)) return false;
    if (c->format != FORMAT_TABLE) {
        put_cells(c, &s);
        return true;
    }
    put_head(c, &s);
    put_cells(c, &s);
    cli_put(c, tr("Thiếu {1}/{2} chỉ tiêu.\n\n"), cli_number(c, s.missing), cli_number(c, s.cells.len));
    put_notes(c, &s);
    struct rows *r = cli_rows(c, COLUMNS_OF(STEP_COLUMNS));
    put_steps(c, r, &s.events);
    rows_close(r);
    if (!s.corrections.len) return true;
    cli_put(c, tr("\nĐính chính sau khi khóa:\n"));
    r = cli_rows(c, COLUMNS_OF(CORRECTION_COLUMNS));
    put_corrections(c, r, &s.corrections);
    rows_close(r);
    return true;
}

bool filing_run_show(struct cli *c, struct err *err)
{
    struct filing_ids ids;
    if (!known_on_open(c, DB_READ, err) || !filing_named(&ids, c, err)) return false;
    for (size_t i = 0; i < ids.len; i++) {
        if (i && c->format == FORMAT_TABLE) buf_char(c->out, '\n');
        if (!show_one(c, ids.at[i], err) || !cli_drain(c, err)) return false;
    }
    return true;
}

bool filing_run_history(struct cli *c, struct err *err)
{
    struct filing_ids ids;
    struct kept_filing f;
    if (!known_on_open(c, DB_READ, err) || !filing_named(&ids, c, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(STEP_COLUMNS));
    for (size_t i = 0; i < ids.len; i++) {
        struct event_list events;
        if (!filing_load(&f, c->db, c->arena, ids.at[i], err) ||
            !filing_events(&events, c->db, c->arena, ids.at[i], err))
            return false;
        put_steps(c, r, &events);
    }
    rows_close(r);
    return true;
}

bool filing_run_corrections(struct cli *c, struct err *err)
{
    struct filing_ids ids = {0};
    struct correction_list list;
    if (!known_on_open(c, DB_READ, err) || (c->arg_count > 1 && !filing_named(&ids, c, err))) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(CORRECTION_COLUMNS));
    for (size_t i = 0; i == 0 || i < ids.len; i++) {
        struct filing_id id = ids.len ? ids.at[i] : (struct filing_id){0};
        if (!correction_list(&list, c->db, c->arena, id, STR(""), STR(""), err)) return false;
        put_corrections(c, r, &list);
    }
    rows_close(r);
    return true;
}
