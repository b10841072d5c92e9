/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_show: what is owed and how it stands, the definitions, and one report with its cells, steps and corrections.
 */
#include "filing_cells.h"
#include "indicator.h"
#include "report_window.h"

static const struct column LIST_COLUMNS[] = {
    {"filing", tr("Mã"), COLUMN_FIXED},
    {"definition", tr("Mẫu"), COLUMN_FIXED},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"period", tr("Kỳ"), 0},
    {"first", NULL, COLUMN_DATA},
    {"last", tr("Chốt số liệu"), COLUMN_FIXED},
    {"due", tr("Hạn gửi"), COLUMN_FIXED},
    {"state", tr("Bước"), 0},
    {"sent", tr("Ngày gửi"), COLUMN_FIXED},
    {"resent", tr("Gửi lại"), COLUMN_FIXED},
    {"days_late", tr("Trễ (ngày)"), COLUMN_NUMBER},
    {"verdict", tr("Kết quả"), 0},
};
#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)

static bool make_board(struct board *out, struct cli *c, struct err *err)
{
    struct looked_unit unit, under;
    bool has_unit, has_under;
    struct board_filter f = {.definition = c->arg_count > 1 ? c->args[1] : STR(""),
                             .ahead = (uint32_t)cli_count(c, "ahead")};
    if (!known_on_open(c, DB_READ, err) || !filing_period(&f.period, c, err)) return false;
    f.on = cli_given(c, "on") ? cli_date(c, "on") : c->today; /* --known-on makes today that day */
    if (!filing_unit(&unit, &has_unit, c, "unit", f.period.to, err) ||
        !filing_unit(&under, &has_under, c, "under", f.period.to, err))
        return false;
    if (has_unit) f.unit = &unit;
    if (has_under) f.under = &under;
    return filing_board(out, c->db, c->arena, &f, err);
}

static void put_row(struct cli *c, struct rows *r, const struct board_row *row)
{
    bool bad = row->verdict == FILING_LATE || row->verdict == FILING_MISSING;
    filing_id_cell(r, row->id);
    rows_text(r, row->definition);
    rows_text(r, row->unit.id);
    rows_text(r, row->unit.name);
    period_cell(c, r, row->period);
    day_cell(r, row->first);
    day_cell(r, row->last);
    day_cell(r, row->due);
    if (row->id.n)
        rows_text_shown(r, filing_state_word(row->state), filing_state_shown(c, row->state));
    else
        rows_text_shown(r, STR(""), tr_text(c->lang, tr("chưa lập")));
    day_cell(r, row->sent);
    day_cell(r, row->resent);
    if (bad)
        rows_int(r, row->late);
    else if (date_known(row->due))
        rows_decimal_shown(r, (struct decimal){0, 0}, STR(""));
    else
        rows_none(r);
    rows_text_shown(r, filing_verdict_word(row->verdict), filing_verdict_shown(c, row->verdict));
    rows_end(r);
}

static bool is_asked(struct cli *c, const struct board_row *row)
{
    enum filing_state state;
    if (cli_flag(c, "late") && row->verdict != FILING_LATE && row->verdict != FILING_MISSING) return false;
    if (!cli_given(c, "state")) return true;
    if (!filing_state_read(&state, cli_text(c, "state"))) return row->id.n == 0;
    return row->id.n > 0 && row->state == state;
}

bool filing_run_list(struct cli *c, struct err *err)
{
    struct board board;
    struct board_count sum = {0};
    bool ok = true;
    if (!make_board(&board, c, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LIST_COLUMNS));
    for (size_t i = 0; ok && i < board.len; i++) {
        sum.of[board.at[i].verdict]++;
        if (!is_asked(c, &board.at[i])) continue;
        put_row(c, r, &board.at[i]);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    if (!ok || !cli_flush(c, err)) return false;
    struct str owed = cli_number(c, board.len);
    if (!board.len) {
        cli_note(c, tr("chưa có báo cáo nào phải gửi; «dieuhanh filing require» ghi đơn vị nào phải gửi báo cáo nào"));
        return true;
    }
    cli_note(c, tr("đúng hạn {1}/{4}; gửi trễ {2}/{4}; chưa gửi, quá hạn {3}/{4}"),
             cli_number(c, sum.of[FILING_ON_TIME]), cli_number(c, sum.of[FILING_LATE]),
             cli_number(c, sum.of[FILING_MISSING]), owed);
    cli_note(c, tr("chưa đến hạn {1}/{4}; đã gửi, chưa định hạn {2}/{4}; chưa gửi, chưa định hạn {3}/{4}"),
             cli_number(c, sum.of[FILING_AWAITED]), cli_number(c, sum.of[FILING_SENT]),
             cli_number(c, sum.of[FILING_NO_DUE]), owed);
    return true;
}

/* --- counted */

static const struct column COUNT_COLUMNS[] = {
    {"definition", tr("Mẫu"), COLUMN_FIXED},
    {"period", tr("Kỳ"), 0},
    {"last", tr("Chốt số liệu"), COLUMN_FIXED},
    {"due", tr("Hạn gửi"), COLUMN_FIXED},
    {"owed", tr("Phải gửi"), COLUMN_NUMBER},
    {"on_time", tr("Đúng hạn"), COLUMN_NUMBER},
    {"late", tr("Gửi trễ"), COLUMN_NUMBER},
    {"sent", tr("Đã gửi, chưa định hạn"), COLUMN_NUMBER},
    {"missing", tr("Chưa gửi, quá hạn"), COLUMN_NUMBER},
    {"awaited", tr("Chưa đến hạn"), COLUMN_NUMBER},
    {"no_due", tr("Chưa gửi, chưa định hạn"), COLUMN_NUMBER},
    {"accepted", tr("Đã nhận"), COLUMN_NUMBER},
    {"locked", tr("Đã khóa"), COLUMN_NUMBER},
};

/* "12/168" for eyes, 12 for programs: the denominator is the column of what is owed. */
static void put_part(struct cli *c, struct rows *r, size_t part, size_t whole)
{
    struct buf b = buf_make(64);
    buf_put(&b, cli_number(c, part));
    if (part) {
        buf_char(&b, '/');
        buf_put(&b, cli_number(c, whole));
    }
    rows_decimal_shown(r, (struct decimal){(int64_t)part, 0}, str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

bool filing_run_count(struct cli *c, struct err *err)
{
    struct board board;
    struct board_counts counts;
    if (!make_board(&board, c, err)) return false;
    filing_count(&counts, c->arena, &board);
    struct rows *r = cli_rows(c, COLUMNS_OF(COUNT_COLUMNS));
    for (size_t i = 0; i < counts.len; i++) {
        const struct board_count *n = &counts.at[i];
        rows_text(r, n->definition);
        period_cell(c, r, n->period);
        day_cell(r, n->last);
        day_cell(r, n->due);
        rows_int(r, (int64_t)n->owed);
        static const enum filing_verdict ORDER[] = {FILING_ON_TIME, FILING_LATE,    FILING_SENT,
                                                    FILING_MISSING, FILING_AWAITED, FILING_NO_DUE};
        for (size_t v = 0; v < sizeof ORDER / sizeof *ORDER; v++) put_part(c, r, n->of[ORDER[v]], n->owed);
        put_part(c, r, n->states[FILING_ACCEPTED], n->owed);
        put_part(c, r, n->states[FILING_LOCKED], n->owed);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- definitions */

static const struct column DEFINITION_COLUMNS[] = {
    {"definition", tr("Mẫu"), COLUMN_FIXED}, {"name", tr("Tên báo cáo"), 0},  {"every", tr("Kỳ"), 0},
    {"window", tr("Số liệu từ – đến"), 0},   {"due", tr("Hạn gửi"), 0},       {"weekend", NULL, COLUMN_DATA},
    {"late_by", NULL, COLUMN_DATA},          {"sender", tr("Cấp gửi"), 0},    {"receiver", tr("Nơi nhận"), 0},
    {"indicators", NULL, COLUMN_DATA},       {"required", NULL, COLUMN_DATA}, {"from", tr("Từ"), COLUMN_FIXED},
    {"to", tr("Đến"), COLUMN_FIXED},         {"citation", tr("Căn cứ"), 0},   {"note", NULL, COLUMN_DATA},
};

static struct str every_shown(struct cli *c, uint32_t every)
{
    static const struct {
        uint32_t flag;
        const char *words;
    } WORDS[] = {
        {REPORT_MONTH, tr("tháng")},
        {REPORT_QUARTER, tr("quý")},
        {REPORT_THREE_MONTHS, tr("3 tháng")},
        {REPORT_FIRST_HALF, tr("6 tháng đầu năm")},
        {REPORT_SECOND_HALF, tr("6 tháng cuối năm")},
        {REPORT_NINE_MONTHS, tr("9 tháng")},
        {REPORT_YEAR, tr("năm")},
    };
    struct buf b = buf_make(400);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!(every & WORDS[i].flag)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, tr_text(c->lang, WORDS[i].words));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_definition(struct cli *c, struct rows *r, const struct report_definition *d)
{
    struct window_rule window;
    struct due_rule due;
    struct buf every = buf_make(200), shown = buf_make(200), due_shown = buf_make(200);
    report_every_write(&every, d->every);
    bool in_words = c->lang == LANG_VI && window_rule_read(&window, d->window) && due_rule_read(&due, d->due);
    if (in_words) {
        window_rule_write_vi(&shown, window);
        due_rule_write_vi(&due_shown, due);
    } else {
        buf_put(&shown, d->window);
        buf_put(&due_shown, d->due);
    }
    rows_text(r, d->code);
    rows_text(r, d->name);
    rows_text_shown(r, buf_str(&every), every_shown(c, d->every));
    rows_text_shown(r, d->window, buf_str(&shown));
    rows_text_shown(r, d->due, buf_str(&due_shown));
    rows_text(r, weekend_rule_word(d->weekend));
    rows_text(r, late_rule_word(d->late));
    rows_text_shown(r, unit_kind_word(d->sender), tr_text(c->lang, filing_sender_shown(d->sender)));
    rows_text(r, d->receiver);
    rows_text(r, d->indicators);
    rows_text(r, d->required);
    day_cell(r, d->from);
    day_cell(r, d->to);
    rows_text(r, d->citation);
    rows_text(r, d->note);
    rows_end(r);
    buf_free(&every);
    buf_free(&shown);
    buf_free(&due_shown);
}

bool filing_run_definitions(struct cli *c, struct err *err)
{
    struct definition_list all;
    if (!cli_units_open(c, DB_READ, err) || !definitions_all(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(DEFINITION_COLUMNS));
    for (size_t i = 0; i < all.len; i++)
        if (c->arg_count < 2 || str_eq(all.at[i].code, c->args[1])) put_definition(c, r, &all.at[i]);
    rows_close(r);
    return true;
}

/* --- one report */

static const struct column CELL_COLUMNS[] = {
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED}, {"name", tr("Tên"), 0},          {"unit_of_measure", tr("ĐVT"), 0},
    {"value", tr("Giá trị"), COLUMN_NUMBER},     {"aspect", tr("Loại số"), 0},    {"period", tr("Của kỳ"), 0},
    {"figure", tr("Số liệu"), COLUMN_FIXED},     {"required", tr("Bắt buộc"), 0}, {"corrected", tr("Đính chính"), 0},
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
            filing_value_cell(c, r, &figure->key, figure->value, figure->bound, figure->measure);
            rows_text_shown(r, aspect_name(figure->key.aspect), tr_text(c->lang, aspect_shown(figure->key.aspect)));
            period_cell(c, r, figure->key.period);
            figure_id_cell(r, f->figure.id);
        } else {
            rows_none_shown(r, tr_text(c->lang, tr("chưa có")));
            for (int n = 0; n < 3; n++) rows_none(r);
        }
        rows_bool(r, f->cell.required);
        rows_bool(r, f->correction != NULL);
        rows_end(r);
    }
    rows_close(r);
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
        filing_value_cell(c, r, &k->key, v->value, v->bound, k->measure);
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
