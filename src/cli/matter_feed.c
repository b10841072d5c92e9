/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_feed: what matters are counted as figures for a period, and with --figure which matters a figure counts.
 */
#include "matter_feed.h"
#include "indicator.h"
#include "matter_cells.h"

static const struct column FED_COLUMNS[] = {
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED},
    {"name", tr("Đếm"), 0},
    {"kind", NULL, COLUMN_DATA},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"value", tr("Số liệu"), COLUMN_NUMBER},
    {"value_max", NULL, COLUMN_DATA},
    {"matters", tr("Số việc xét"), COLUMN_NUMBER},
    {"silent", tr("Không nói rõ"), COLUMN_NUMBER},
    {"lack", NULL, COLUMN_DATA},
};

static struct str lack_word(enum feed_lack l)
{
    switch (l) {
    case FEED_HAS: return STR("");
    case FEED_NOT_SAID: return STR("not_said");
    case FEED_NOT_TOLD: return STR("not_told");
    case FEED_NOTHING: return STR("nothing");
    }
    return STR("");
}

/* "57", "57 đến 60", or why there is no figure. */
static void value_cells(struct cli *c, struct rows *r, const struct matter_fed *f)
{
    struct buf b = buf_make(80);
    number_write(&b, matter_fed_value(f), c->lang);
    if (f->silent && !f->figure->hours) {
        buf_put(&b, tr_text(c->lang, tr(" đến ")));
        buf_put(&b, cli_number(c, f->n + f->silent));
    }
    struct str range = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    if (f->lack == FEED_NOT_SAID)
        rows_none_shown(r, tr_text(c->lang, tr("chưa có số liệu: chưa ai ghi trường cần đếm")));
    else if (f->lack == FEED_NOT_TOLD)
        rows_none_shown(r, tr_text(c->lang, tr("chưa có số liệu: chưa có giờ đồng bộ")));
    else if (f->lack == FEED_NOTHING)
        rows_none_shown(r, tr_text(c->lang, tr("chưa có số liệu: không có việc nào")));
    else
        rows_decimal_shown(r, matter_fed_value(f), range);
    if (f->lack == FEED_HAS && f->silent && !f->figure->hours)
        rows_int(r, (int64_t)(f->n + f->silent));
    else
        rows_none(r);
}

static void put_fed(struct cli *c, const struct matter_fed_list *fed)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(FED_COLUMNS));
    for (size_t i = 0; i < fed->len; i++) {
        const struct matter_fed *f = &fed->at[i];
        const struct indicator *known = indicator_typed(f->figure->indicator);
        rows_text(r, f->figure->indicator);
        rows_text(r, f->figure->name.len ? f->figure->name : known->name);
        rows_text(r, f->kind->word);
        rows_text(r, f->unit);
        rows_text(r, f->unit_name);
        value_cells(c, r, f);
        rows_int(r, (int64_t)f->within);
        rows_int(r, (int64_t)f->silent);
        rows_text(r, lack_word(f->lack));
        rows_end(r);
    }
    rows_close(r);
}

static bool wish_read(struct feed_wish *w, struct looked_unit *unit, struct looked_unit *under, struct cli *c,
                      struct err *err)
{
    bool has_unit, has_under;
    if (!matter_unit_option(unit, &has_unit, c, "unit", err) || !matter_unit_option(under, &has_under, c, "under", err))
        return false;
    if (has_unit && has_under) return fail(err, ERR_FILING_SCOPE);
    w->unit = has_unit ? unit : NULL;
    w->under = has_under ? under : NULL;
    w->as_one = cli_flag(c, "sum");
    w->kind = matter_kind_option(c);
    w->today = c->today;
    if (w->as_one && !has_under) return fail(err, ERR_OPTION_NO_VALUE, STR("--under"), str_of(c->command->name));
    if (!cli_given(c, "figure")) return true;
    const struct indicator *known = indicator_typed(cli_text(c, "figure"));
    if (!known) return fail(err, ERR_INDICATOR_UNKNOWN, cli_text(c, "figure"));
    w->indicator = known->code;
    w->list = true;
    return true;
}

static bool put_matters(struct cli *c, const struct matter_fed_list *fed, struct err *err)
{
    uint64_t n = 0;
    if (!matter_put_list(c, &fed->matters, err)) return false;
    for (size_t i = 0; i < fed->len; i++) n += fed->at[i].n;
    cli_note(c, tr("{1} việc được đếm; số liệu {2}"), cli_number(c, fed->matters.len), cli_number(c, n));
    return true;
}

static void tell_done(struct cli *c, const struct feed_result *done)
{
    const struct import_result *i = &done->import;
    if (i->outcome == IMPORT_UNCHANGED && !done->revised)
        cli_note(c, tr("số liệu này đã có trong kho, không đổi gì"));
    else
        cli_note(c, tr("đã lập {1} số liệu, chấp nhận {2}"), cli_number(c, i->figures),
                 cli_number(c, i->accepted + done->revised));
    if (done->revised) cli_note(c, tr("{1} số liệu thay số đã có; số cũ vẫn được giữ"), cli_number(c, done->revised));
    if (done->differs)
        cli_note(c, tr("{1} số liệu khác số đã có trong kho nên chưa thay; thêm --revise để số đếm này thay số cũ"),
                 cli_number(c, done->differs));
}

bool matter_run_feed(struct cli *c, struct err *err)
{
    struct author author;
    struct feed_wish w = {0};
    struct matter_fed_list fed;
    struct feed_result done;
    struct looked_unit unit, under;
    bool dry = cli_flag(c, "dry-run") || cli_given(c, "figure");
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[2]);
    if (!period_read(&w.period, c->args[1]) || w.period.kind == PERIOD_NONE)
        return fail(err, ERR_PERIOD_UNKNOWN, c->args[1]);
    if (!known_on_open(c, dry ? DB_READ : DB_WRITE, err) || (!dry && !cli_author(&author, c, err)) ||
        !wish_read(&w, &unit, &under, c, err) || !matter_feed_count(&fed, c->db, c->arena, &w, err))
        return false;
    if (w.list) return put_matters(c, &fed, err);
    put_fed(c, &fed);
    if (!cli_flush(c, err)) return false;
    if (!fed.len) cli_note(c, tr("không có việc nào để đếm"));
    if (dry) return true;
    if (!matter_feed_save(&done, c->db, c->arena, &author, &fed, &w, cli_flag(c, "revise"), err)) return false;
    tell_done(c, &done);
    return true;
}
