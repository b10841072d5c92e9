/* SPDX-License-Identifier: Apache-2.0
 *
 * project_feed_run: figures of indicators out of the projects of each unit.
 */
#include "project_cells.h"

#include "project_feed.h"

static const struct column FED_COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED},
    {"value", tr("Số liệu"), COLUMN_NUMBER},
    {"projects", tr("Dự án"), COLUMN_NUMBER},
    {"value_max", NULL, COLUMN_DATA},
};

/* "3", "3 đến 5": of some nobody can say. */
static void value_cells(struct cli *c, struct rows *r, const struct project_fed *f)
{
    struct buf b = buf_make(100);
    number_write(&b, f->value, c->lang);
    if (f->has_most) buf_put(&b, tr_text(c->lang, tr(" đến ")));
    if (f->has_most) number_write(&b, f->most, c->lang);
    rows_decimal_shown(r, f->value, str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
    rows_int(r, (int64_t)f->projects);
    if (f->has_most)
        rows_decimal(r, f->most);
    else
        rows_none(r);
}

static void put_fed(struct cli *c, const struct project_fed_list *fed)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(FED_COLUMNS));
    for (size_t i = 0; i < fed->len; i++) {
        const struct project_fed *f = &fed->at[i];
        rows_text(r, f->unit);
        rows_text(r, f->unit_name);
        rows_text(r, f->indicator);
        value_cells(c, r, f);
        rows_end(r);
    }
    rows_close(r);
}

/* What is disbursed is counted from the beginning of the year, as ministries report it: a month, a quarter, a half of
 * the year is that up to its end. *longer: the figures are of a longer time than was typed. */
static bool period_of(struct period *out, bool *longer, const struct cli *c, struct err *err)
{
    struct str typed = str_trim(cli_text(c, "period"));
    struct period p;
    if (!period_read(&p, typed) || p.kind == PERIOD_NONE) return fail(err, ERR_PROJECT_FEED_PERIOD, typed);
    struct date next = date_add_days(p.to, 1);
    bool whole = next.day == 1, from_first = p.from.month == 1 && p.from.day == 1;
    bool fits = p.from.year == p.to.year && p.kind != PERIOD_DAY && (whole || from_first) &&
                date_cmp(p.to, c->today) <= 0;
    if (!fits) return fail(err, ERR_PROJECT_FEED_PERIOD, typed);
    *longer = !from_first;
    *out = from_first ? p : period_months(p.to.year, 1, p.to.month);
    return true;
}

bool project_run_feed(struct cli *c, struct err *err)
{
    struct author author;
    struct period period;
    struct project_book b;
    struct project_fed_list fed;
    struct import_result done;
    bool dry = cli_flag(c, "dry-run"), longer;
    if (!period_of(&period, &longer, c, err) || !known_on_open(c, dry ? DB_READ : DB_WRITE, err) ||
        (!dry && !cli_author(&author, c, err)))
        return false;
    struct book_wish w = {.year = period.to.year, .on = period.to};
    if (!project_book(&b, c->db, c->arena, &w, err)) return false;
    if (!project_feed(&fed, c->db, c->arena, &b, err)) return false;
    put_fed(c, &fed);
    if (!cli_flush(c, err)) return false;
    if (longer) {
        struct buf of = buf_make(64);
        period_write(&of, period);
        cli_note(c, tr("giải ngân tính lũy kế từ đầu năm: số liệu ghi cho kỳ {1}, không phải riêng {2}"), buf_str(&of),
                 str_trim(cli_text(c, "period")));
        buf_free(&of);
    }
    if (dry) return true;
    if (!project_feed_save(&done, c->db, c->arena, &author, &fed, period, err)) return false;
    if (done.outcome == IMPORT_UNCHANGED)
        cli_note(c, tr("số liệu này đã có trong kho, không đổi gì"));
    else
        cli_note(c, tr("đã lập {1} số liệu, chấp nhận {2}"), cli_number(c, done.figures), cli_number(c, done.accepted));
    return true;
}
