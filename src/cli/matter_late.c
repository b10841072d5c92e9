/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_late: rates of what is in time and late by the conventions of offices, in truth and as the portal was told.
 */
#include "matter_cells.h"

#include "matter_late.h"

static const struct column COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Chủ trì"), 0},
    {"convention", tr("Cách"), COLUMN_FIXED},
    {"rate", NULL, COLUMN_DATA},
    {"name", tr("Tỷ lệ"), 0},
    {"of", tr("Tử số / mẫu số"), 0},
    {"truth", tr("Theo thực tế"), COLUMN_NUMBER},
    {"truth_part", NULL, COLUMN_DATA},
    {"truth_whole", NULL, COLUMN_DATA},
    {"told", tr("Theo đồng bộ"), COLUMN_NUMBER},
    {"told_part", NULL, COLUMN_DATA},
    {"told_whole", NULL, COLUMN_DATA},
    {"by_synchronisation", tr("Trễ do đồng bộ"), COLUMN_NUMBER},
    {"citation", NULL, COLUMN_DATA},
    {"note", NULL, COLUMN_DATA},
};

static void put_side(struct cli *c, struct rows *r, const struct lateness_counts *counts,
                     const struct lateness_rate *rate)
{
    struct decimal percent;
    uint64_t part = lateness_sum(counts, rate->numerator), whole = lateness_sum(counts, rate->denominator);
    if (lateness_percent(&percent, counts, rate))
        rows_decimal_shown(r, percent, matter_rate_shown(c, part, whole, percent));
    else
        rows_none_shown(r, STR("–")); /* nothing to divide by is no 100 % */
    rows_int(r, (int64_t)part);
    rows_int(r, (int64_t)whole);
}

static void put_rate(struct cli *c, struct rows *r, const struct late_sum *s, bool all,
                     const struct lateness_rate *rate)
{
    struct buf of = buf_make(400);
    lateness_parts_write(&of, rate->numerator);
    buf_put(&of, STR(" / "));
    lateness_parts_write(&of, rate->denominator);
    if (all) rows_style(r, STYLE_HEAD);
    rows_text(r, s->unit);
    rows_text_shown(r, s->unit_name, all ? tr_text(c->lang, tr("Cộng")) : s->unit_name);
    rows_text(r, rate->convention);
    rows_text(r, rate->code);
    rows_text(r, rate->name);
    rows_text(r, buf_str(&of));
    put_side(c, r, &s->truth, rate);
    put_side(c, r, &s->told, rate);
    rows_int(r, (int64_t)s->by_synchronisation);
    rows_text(r, rate->citation);
    rows_text(r, rate->note);
    rows_end(r);
    buf_free(&of);
}

static bool convention_known(struct str convention)
{
    struct lateness_rates all = lateness_rate_catalogue();
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].convention, convention)) return true;
    return !convention.len;
}

bool matter_run_late(struct cli *c, struct err *err)
{
    struct late_wish w = {.ended_from = cli_date(c, "ended-from"), .ended_to = cli_date(c, "ended-to")};
    struct late_sums sums;
    struct looked_unit unit, under;
    struct str convention = cli_text(c, "convention");
    struct lateness_rates rates = lateness_rate_catalogue();
    if (!convention_known(convention)) return fail(err, ERR_MATTER_CONVENTION, convention);
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !matter_wish_of(&w.board, &unit, &under, c, err) ||
        !matter_late(&sums, c->db, c->arena, &w, err))
        return false;
    matter_note_unused(c);
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = convention.len ? 0 : sums.len - 1; i < sums.len; i++)
        for (size_t k = 0; k < rates.len; k++)
            if (!convention.len || str_eq(rates.at[k].convention, convention))
                put_rate(c, r, &sums.at[i], i + 1 == sums.len, &rates.at[k]);
    rows_close(r);
    return true;
}
