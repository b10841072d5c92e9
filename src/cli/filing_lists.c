/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_lists: which reports are owed and how they stand, one by one and counted, and the definitions of reports.
 */
#include "filing_cells.h"

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
    {"due_named", NULL, COLUMN_DATA},
    {"due_provisional", NULL, COLUMN_DATA},
};
#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)

static bool make_board(struct board *out, struct cli *c, struct err *err)
{
    struct looked_unit unit, under;
    bool has_unit, has_under;
    struct filing_asked asked;
    struct board_filter f = {.ahead = (uint32_t)cli_count(c, "ahead")};
    if (!known_on_open(c, DB_READ, err) || !filing_asked_read(&asked, c, false, err)) return false;
    f.definition = asked.definition;
    f.period = asked.period;
    f.on = cli_given(c, "on") ? cli_date(c, "on") : c->today; /* --known-on makes today that day */
    if (!filing_unit(&unit, &has_unit, c, asked.unit, f.period.to, err) ||
        !filing_unit(&under, &has_under, c, asked.under, f.period.to, err))
        return false;
    if (has_unit) f.unit = &unit;
    if (has_under) f.under = &under;
    return filing_board(out, c->db, c->arena, &f, err);
}

/* A due day; one that goes by a calendar that is not announced is marked. */
static void put_due(struct cli *c, struct rows *r, struct date due, bool provisional)
{
    if (!provisional) {
        day_cell(r, due);
        return;
    }
    struct buf b = buf_make(64), shown = buf_make(64);
    date_write(&b, due);
    buf_format(&shown, "%d/%d/%d", due.day, due.month, due.year);
    buf_put(&shown, tr_text(c->lang, tr(" (tạm tính)")));
    rows_text_shown(r, buf_str(&b), buf_str(&shown));
    buf_free(&b);
    buf_free(&shown);
}

/* Which due days moved from a day off, and which may move again; why there is none. */
static void note_due(struct cli *c, const struct board *board)
{
    size_t moved = 0, provisional = 0, none = 0;
    for (size_t i = 0; i < board->len; i++) {
        none += !date_known(board->at[i].due);
        moved += date_known(board->at[i].due_named);
        provisional += board->at[i].provisional;
    }
    if (moved)
        cli_note(c, tr("{1} hạn gửi trùng ngày nghỉ, đã lùi sang ngày làm việc tiếp theo"), cli_number(c, moved));
    if (provisional)
        cli_note(c, tr("{1} hạn gửi là tạm tính: lịch nghỉ của năm đó chưa được công bố"), cli_number(c, provisional));
    if (none)
        cli_note(
            c,
            tr("{1} báo cáo chưa có hạn gửi: mẫu để cơ quan định hạn, và không có «filing require --due» nào áp dụng "
               "cho ngày chốt số liệu đó (--from) hoặc lúc lập báo cáo"),
            cli_number(c, none));
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
    put_due(c, r, row->due, row->provisional);
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
    day_cell(r, row->due_named);
    rows_bool(r, row->provisional);
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
    note_due(c, &board);
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
        put_due(c, r, n->due, n->provisional);
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
        if (d->weekend == WEEKEND_NEXT_WORKING_DAY)
            buf_put(&due_shown, STR("; trùng ngày nghỉ thì ngày làm việc tiếp theo"));
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
