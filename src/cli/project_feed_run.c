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
};

static void put_fed(struct cli *c, const struct project_fed_list *fed)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(FED_COLUMNS));
    for (size_t i = 0; i < fed->len; i++) {
        const struct project_fed *f = &fed->at[i];
        rows_text(r, f->unit);
        rows_text(r, f->unit_name);
        rows_text(r, f->indicator);
        rows_decimal(r, f->value);
        rows_int(r, (int64_t)f->projects);
        rows_end(r);
    }
    rows_close(r);
}

/* A period that begins with its year and has ended: what is disbursed is counted from there on. */
static bool period_of(struct period *out, const struct cli *c, struct err *err)
{
    struct str typed = str_trim(cli_text(c, "period"));
    bool ok = period_read(out, typed) && out->kind != PERIOD_NONE && out->from.month == 1 && out->from.day == 1 &&
              out->from.year == out->to.year && date_cmp(out->to, c->today) <= 0;
    return ok || fail(err, ERR_PERIOD_UNKNOWN, typed);
}

bool project_run_feed(struct cli *c, struct err *err)
{
    struct author author;
    struct period period;
    struct project_book b;
    struct project_fed_list fed;
    struct import_result done;
    bool dry = cli_flag(c, "dry-run");
    if (!period_of(&period, c, err) || !known_on_open(c, dry ? DB_READ : DB_WRITE, err) ||
        (!dry && !cli_author(&author, c, err)))
        return false;
    struct book_wish w = {.year = period.to.year, .on = period.to};
    if (!project_book(&b, c->db, c->arena, &w, err)) return false;
    project_feed(&fed, c->arena, &b);
    put_fed(c, &fed);
    if (dry) return true;
    if (!project_feed_save(&done, c->db, c->arena, &author, &fed, period, err)) return false;
    if (done.outcome == IMPORT_UNCHANGED)
        cli_note(c, tr("số liệu này đã có trong kho, không đổi gì"));
    else
        cli_note(c, tr("đã lập {1} số liệu, chấp nhận {2}"), cli_number(c, done.figures), cli_number(c, done.accepted));
    return true;
}
