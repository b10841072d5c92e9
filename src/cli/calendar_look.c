/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_look: the days: of a year, one day, the lunar calendar, so many working days on, how many between.
 */
#include "calendar_cells.h"
#include "lunar.h"
#include "unit_cells.h"

#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)
enum { TEXT_MOST = 500 };

static struct str lunar_words(struct cli *c, struct lunar_date l)
{
    struct buf b = buf_make(TEXT_MOST), year = buf_make(50), day = buf_make(50);
    lunar_year_name(&year, l.year);
    buf_format(&day, "%d/%d", l.day, l.month);
    struct str args[] = {buf_str(&day), buf_str(&year)};
    tr_fill(&b, c->lang, l.leap ? tr("{1} nhuận năm {2}") : tr("{1} năm {2}"), args, 2);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    buf_free(&year);
    buf_free(&day);
    return s;
}

static void lunar_cell(struct rows *r, struct cli *c, struct date d)
{
    struct lunar_date l;
    struct buf b = buf_make(50);
    if (lunar_from_date(&l, d)) {
        lunar_write(&b, l);
        rows_text_shown(r, buf_str(&b), lunar_words(c, l));
    } else {
        rows_none(r);
    }
    buf_free(&b);
}

static const struct column DAY_COLUMNS[] = {
    {"day", tr("Ngày"), COLUMN_FIXED},
    {"weekday", tr("Thứ"), COLUMN_FIXED},
    {"lunar", tr("Âm lịch"), COLUMN_FIXED},
    {"kind", tr("Loại"), COLUMN_FIXED},
    {"works", NULL, COLUMN_DATA},
    {"name", tr("Tên"), 0},
    {"with", tr("Bù, đổi với"), COLUMN_FIXED},
    {"citation", tr("Căn cứ"), 0},
    {"note", tr("Ghi chú"), 0},
    {"provisional", NULL, COLUMN_DATA},
    {"office", NULL, COLUMN_DATA},
};

static void put_day_row(struct cli *c, struct rows *r, struct date d, struct workday day, enum office_day office)
{
    static const struct str OFFICE[] = {[OFFICE_OFF] = STR_INIT("off"),
                                        [OFFICE_WHOLE] = STR_INIT("whole"),
                                        [OFFICE_HALF] = STR_INIT("half"),
                                        [OFFICE_DESK] = STR_INIT("desk")};
    const struct day_entry *e = day.entry;
    struct buf name = buf_make(TEXT_MOST);
    if (e) buf_put(&name, e->name);
    if (e && e->adjacent && e->kind == DAY_HOLIDAY) tr_fill(&name, c->lang, tr(", ngày liền kề"), NULL, 0);
    day_cell(r, d);
    rows_text_shown(r, str_copy(c->arena, (struct str){&"1234567"[date_weekday(d) - 1], 1}), weekday_shown(c, d));
    lunar_cell(r, c, d);
    rows_text_shown(r, day_kind_word(day.kind), day_kind_shown(c, day.kind));
    rows_bool(r, day.kind == DAY_WORK || day.kind == DAY_SWAP_WORK);
    rows_text(r, buf_str(&name));
    day_cell(r, e ? e->with : (struct date){0});
    rows_text(r, e ? e->citation : STR(""));
    rows_text(r, e && e->provisional && !e->note.len ? tr_text(c->lang, tr("tạm tính theo lệ"))
                 : e                                 ? e->note
                                                     : STR(""));
    rows_bool(r, day.provisional);
    rows_text(r, OFFICE[office]);
    rows_end(r);
    buf_free(&name);
}

static struct str year_number(struct cli *c, int year)
{
    struct buf b = buf_make(16);
    buf_i64(&b, year);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void tell_year(struct cli *c, const struct workdays *w, int year)
{
    struct date first = {(int16_t)year, 1, 1}, last = {(int16_t)year, 12, 31};
    int32_t works = workdays_count(w, first, last) + workdays_is(w, first);
    const struct announcement *a = workdays_announced(w, year);
    cli_note(c, tr("năm {1} có {2} ngày làm việc"), year_number(c, year), cli_number(c, (uint64_t)works));
    if (!a)
        cli_note(c, tr("tạm tính, chưa có thông báo của năm {1}"), year_number(c, year));
    else if (a->text.len)
        cli_note(c, tr("theo thông báo {1}"), a->text);
    else
        cli_note(c, tr("lịch năm {1}: {2}"), year_number(c, year), a->note);
}

bool calendar_run_show(struct cli *c, struct err *err)
{
    uint64_t year = (uint64_t)c->today.year;
    size_t count;
    if (c->arg_count > 1 && (!str_to_u64(&year, c->args[1], 9999) || year < WORKDAYS_FIRST || year > WORKDAYS_LAST))
        return fail(err, ERR_CALENDAR_BEYOND, c->args[1]);
    struct office_hours o;
    struct date first = {(int16_t)year, 1, 1};
    if (!office_find(&o, cli_text(c, "office"), first)) return fail(err, ERR_OFFICE_UNKNOWN, cli_text(c, "office"));
    const struct workdays *w;
    if (!cli_workdays(&w, c, err)) return false;
    const struct day_entry *e = workdays_entries(w, &count);
    struct rows *r = cli_rows(c, COLUMNS_OF(DAY_COLUMNS));
    for (size_t i = 0; i < count; i++)
        if (e[i].day.year == (int)year)
            put_day_row(c, r, e[i].day, workdays_look(w, e[i].day), office_day(&o, w, e[i].day));
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    tell_year(c, w, (int)year);
    return true;
}

static void put_office_day(struct cli *c, const struct office_hours *o, const struct workdays *w, struct date d)
{
    switch (office_day(o, w, d)) {
    case OFFICE_OFF: return;
    case OFFICE_WHOLE: cli_put(c, tr("  giờ làm việc {1} ({2})\n"), o->row->hours, o->row->citation); return;
    case OFFICE_HALF: cli_put(c, tr("  làm nửa ngày, tính cho thời hạn bằng giờ ({1})\n"), o->row->citation); return;
    case OFFICE_DESK:
        cli_put(c, tr("  bộ phận một cửa mở buổi sáng, không tính vào thời hạn ({1})\n"), o->row->citation);
    }
}

static void put_day_words(struct cli *c, const struct office_hours *o, const struct workdays *w, struct date d)
{
    struct workday day = workdays_look(w, d);
    struct lunar_date l;
    struct date next = workdays_add(w, d, 1);
    cli_put(c, "{1}: {2}\n", day_shown(c, d), day_kind_shown(c, day.kind));
    if (day.entry) {
        cli_put(c, "  {1}\n", day_reason(c, day.entry));
        if (day.entry->note.len) cli_put(c, "  {1}\n", day.entry->note);
    }
    if (lunar_from_date(&l, d)) cli_put(c, tr("  âm lịch: {1}\n"), lunar_words(c, l));
    put_office_day(c, o, w, d);
    if (date_known(next)) cli_put(c, tr("  ngày làm việc tiếp theo: {1}\n"), day_shown(c, next));
    if (day.provisional) cli_put(c, tr("  tạm tính, chưa có thông báo của năm {1}\n"), year_number(c, d.year));
}

bool calendar_run_day(struct cli *c, struct err *err)
{
    struct date d = c->today;
    struct office_hours o;
    if (c->arg_count > 1 && !cli_day(&d, c->args[1], err)) return false;
    if (!office_find(&o, cli_text(c, "office"), d)) return fail(err, ERR_OFFICE_UNKNOWN, cli_text(c, "office"));
    const struct workdays *w;
    if (!cli_workdays(&w, c, err)) return false;
    if (c->format == FORMAT_TABLE) {
        put_day_words(c, &o, w, d);
        return true;
    }
    struct rows *r = cli_rows(c, COLUMNS_OF(DAY_COLUMNS));
    put_day_row(c, r, d, workdays_look(w, d), office_day(&o, w, d));
    rows_close(r);
    return true;
}

/* --- the lunar calendar */

static const struct column LUNAR_COLUMNS[] = {
    {"day", tr("Ngày"), COLUMN_FIXED},
    {"weekday", tr("Thứ"), COLUMN_FIXED},
    {"lunar", tr("Âm lịch"), COLUMN_FIXED},
    {"lunar_year", NULL, COLUMN_DATA},
    {"lunar_month", NULL, COLUMN_DATA},
    {"lunar_day", NULL, COLUMN_DATA},
    {"leap", NULL, COLUMN_DATA},
    {"year_name", tr("Năm"), COLUMN_FIXED},
    {"month_days", tr("Số ngày của tháng"), COLUMN_NUMBER},
    {"close", NULL, COLUMN_DATA},
};

static const struct lunar_month *month_of(const struct lunar_year *y, struct lunar_date l)
{
    for (int i = 0; i < y->count; i++)
        if (y->months[i].month == l.month && y->months[i].leap == l.leap) return &y->months[i];
    return NULL;
}

static bool put_lunar(struct cli *c, struct date d, struct lunar_date l)
{
    struct lunar_year y;
    struct buf name = buf_make(50);
    const struct lunar_month *m = lunar_year_make(&y, l.year) ? month_of(&y, l) : NULL;
    struct rows *r = cli_rows(c, COLUMNS_OF(LUNAR_COLUMNS));
    lunar_year_name(&name, l.year);
    day_cell(r, d);
    rows_text_shown(r, str_copy(c->arena, (struct str){&"1234567"[date_weekday(d) - 1], 1}), weekday_shown(c, d));
    lunar_cell(r, c, d);
    rows_int(r, l.year);
    rows_int(r, l.month);
    rows_int(r, l.day);
    rows_bool(r, l.leap);
    rows_text(r, buf_str(&name));
    rows_int(r, m ? m->days : 0);
    rows_bool(r, m && m->close);
    rows_end(r);
    rows_close(r);
    buf_free(&name);
    return m && m->close;
}

static bool show_lunar(struct cli *c, struct date d, struct lunar_date l, struct err *err)
{
    bool close = put_lunar(c, d, l);
    if (!cli_flush(c, err)) return false;
    if (close)
        cli_note(c, tr("sóc của tháng này cách nửa đêm chưa đầy hai phút: lịch Nhà nước công bố có thể lệch một ngày"));
    if (d.year < 1968) cli_note(c, tr("trước năm 1968 lịch in ở Việt Nam theo múi giờ khác, ngày khi ấy có thể khác"));
    return true;
}

bool calendar_run_lunar(struct cli *c, struct err *err)
{
    struct date d = c->today;
    struct lunar_date l;
    if (c->arg_count > 1 && !date_typed(&d, str_trim(c->args[1]))) return fail(err, ERR_CLOCK_MOMENT, c->args[1]);
    if (!lunar_from_date(&l, d)) return fail(err, ERR_LUNAR_BEYOND, c->args[1]);
    return show_lunar(c, d, l, err);
}

bool calendar_run_solar(struct cli *c, struct err *err)
{
    struct lunar_date l;
    struct date d;
    if (!lunar_read(&l, c->args[1]) || !lunar_to_date(&d, l)) return fail(err, ERR_LUNAR_NONE, c->args[1]);
    return show_lunar(c, d, l, err);
}

/* --- counting */

static const struct column COUNT_COLUMNS[] = {
    {"from", tr("Từ ngày"), COLUMN_FIXED}, {"to", tr("Đến ngày"), COLUMN_FIXED},
    {"weekday", tr("Thứ"), COLUMN_FIXED},  {"working_days", tr("Ngày làm việc"), COLUMN_NUMBER},
    {"days", tr("Ngày"), COLUMN_NUMBER},   {"provisional", NULL, COLUMN_DATA},
};

static bool put_count(struct cli *c, const struct workdays *w, struct date from, struct date to, struct err *err)
{
    bool back = date_cmp(to, from) < 0;
    int year = back ? workdays_provisional(w, to, from) : workdays_provisional(w, from, to);
    struct rows *r = cli_rows(c, COLUMNS_OF(COUNT_COLUMNS));
    day_cell(r, from);
    day_cell(r, to);
    rows_text_shown(r, str_copy(c->arena, (struct str){&"1234567"[date_weekday(to) - 1], 1}), weekday_shown(c, to));
    rows_int(r, workdays_count(w, from, to));
    rows_int(r, date_to_days(to) - date_to_days(from));
    rows_bool(r, year != 0);
    rows_end(r);
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    if (year) cli_note(c, tr("tạm tính, chưa có thông báo của năm {1}"), year_number(c, year));
    return true;
}

bool calendar_run_add(struct cli *c, struct err *err)
{
    struct date d;
    uint64_t n;
    if (!cli_day(&d, c->args[1], err)) return false;
    if (!str_to_u64(&n, c->args[2], WORKDAYS_DAYS)) return fail(err, ERR_CALENDAR_NUMBER, c->args[2]);
    const struct workdays *w;
    if (!cli_workdays(&w, c, err)) return false;
    struct date to = workdays_add(w, d, cli_flag(c, "back") ? -(int32_t)n : (int32_t)n);
    if (!date_known(to)) return fail(err, ERR_CLOCK_BEYOND, c->args[1]);
    return put_count(c, w, d, to, err);
}

bool calendar_run_count(struct cli *c, struct err *err)
{
    struct date from, to;
    if (!cli_day(&from, c->args[1], err) || !cli_day(&to, c->args[2], err)) return false;
    const struct workdays *w;
    return cli_workdays(&w, c, err) && put_count(c, w, from, to, err);
}
