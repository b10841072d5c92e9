/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_rules: the rules: of time limits, of hours of work, and of what offices call a rate.
 */
#include "calendar_cells.h"
#include "lateness.h"
#include "unit_cells.h"

#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)

static const struct column RULE_COLUMNS[] = {
    {"code", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Thời hạn"), 0},
    {"term", tr("Dài"), COLUMN_FIXED},
    {"way", tr("Tính"), COLUMN_FIXED},
    {"receipt", tr("Nhận muộn"), COLUMN_FIXED},
    {"last_day", NULL, COLUMN_DATA},
    {"waiting", tr("Khi chờ"), COLUMN_FIXED},
    {"extension", tr("Gia hạn"), COLUMN_FIXED},
    {"from", tr("Từ ngày"), COLUMN_FIXED},
    {"to", tr("Đến ngày"), COLUMN_FIXED},
    {"citation", tr("Căn cứ"), 0},
    {"note", NULL, COLUMN_DATA},
};

static void receipt_cell(struct cli *c, struct rows *r, const struct clock_rule *rule)
{
    struct buf b = buf_make(200);
    struct str literal = rule->row.receipt;
    switch (rule->receipt.basis) {
    case RECEIPT_ANY: break;
    case RECEIPT_OFFICE: tr_fill(&b, c->lang, tr("ngoài giờ"), NULL, 0); break;
    case RECEIPT_AT: tr_fill(&b, c->lang, tr("sau {1}"), (struct str[]){str_from(literal, 3)}, 1); break;
    case RECEIPT_LAST: tr_fill(&b, c->lang, tr("{1} phút cuối"), (struct str[]){str_from(literal, 5)}, 1); break;
    }
    rows_text_shown(r, literal, buf_str(&b));
    buf_free(&b);
}

static void put_rule(struct cli *c, struct rows *r, const struct clock_rule *rule)
{
    static const struct str LAST_DAYS[] = {STR_INIT("roll"), STR_INIT("stay")};
    static const struct str WAITS[] = {STR_INIT("pause"), STR_INIT("restart"), STR_INIT("run")};
    static const char *const WAITS_SHOWN[] = {tr("dừng"), tr("tính lại"), tr("vẫn chạy")};
    const struct clock_rule_row *row = &rule->row;
    bool before = row->way == CLOCK_BEFORE;
    rows_text(r, row->code);
    rows_text(r, row->name);
    rows_text_shown(r, row->term, term_shown(c, rule->term));
    rows_text_shown(r, before ? STR("before") : STR("after"), tr_text(c->lang, before ? tr("ngược") : tr("xuôi")));
    receipt_cell(c, r, rule);
    rows_text(r, LAST_DAYS[row->last_day]);
    rows_text_shown(r, WAITS[row->waiting], before ? STR("") : tr_text(c->lang, WAITS_SHOWN[row->waiting]));
    rows_text(r, row->extension);
    day_cell(r, row->from);
    day_cell(r, row->to);
    rows_text(r, row->citation);
    rows_text(r, row->note);
    rows_end(r);
}

bool calendar_run_rules(struct cli *c, struct err *err)
{
    struct clock_rule_rows all = clock_rule_catalogue();
    struct str code = c->arg_count > 1 ? c->args[1] : STR("");
    struct date on = cli_date(c, "on");
    bool known = !code.len;
    struct clock_rule rule;
    for (size_t i = 0; i < all.len; i++) known |= str_eq(all.at[i].code, code);
    if (!known) return fail(err, ERR_CLOCK_RULE_UNKNOWN, code);
    struct rows *r = cli_rows(c, COLUMNS_OF(RULE_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct clock_rule_row *row = &all.at[i];
        bool in = (!date_known(row->from) || date_cmp(row->from, on) <= 0) &&
                  (!date_known(row->to) || date_cmp(on, row->to) <= 0);
        if ((code.len && !str_eq(code, row->code)) || (date_known(on) && !in)) continue;
        if (clock_rule_read(&rule, row)) put_rule(c, r, &rule);
    }
    rows_close(r);
    return true;
}

static const struct column OFFICE_COLUMNS[] = {
    {"code", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Cơ quan"), 0},
    {"hours", tr("Giờ làm việc"), COLUMN_FIXED},
    {"saturday", tr("Thứ bảy"), COLUMN_FIXED},
    {"from", tr("Từ ngày"), COLUMN_FIXED},
    {"to", tr("Đến ngày"), COLUMN_FIXED},
    {"citation", tr("Căn cứ"), 0},
    {"note", NULL, COLUMN_DATA},
};

bool calendar_run_offices(struct cli *c, struct err *err)
{
    static const struct str WORDS[] = {STR_INIT("off"), STR_INIT("open"), STR_INIT("half")};
    static const char *const SHOWN[] = {tr("nghỉ"), tr("mở sáng, không tính"), tr("sáng được tính")};
    struct office_rows all = office_catalogue();
    struct rows *r = cli_rows(c, COLUMNS_OF(OFFICE_COLUMNS));
    (void)err;
    for (size_t i = 0; i < all.len; i++) {
        const struct office_row *o = &all.at[i];
        rows_text(r, o->code);
        rows_text(r, o->name);
        rows_text(r, o->hours);
        rows_text_shown(r, WORDS[o->saturday], tr_text(c->lang, SHOWN[o->saturday]));
        day_cell(r, o->from);
        day_cell(r, o->to);
        rows_text(r, o->citation);
        rows_text(r, o->note);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- rates */

static const struct column RATE_COLUMNS[] = {
    {"convention", tr("Cách"), COLUMN_FIXED},
    {"rate", NULL, COLUMN_DATA},
    {"name", tr("Tỷ lệ"), 0},
    {"numerator_of", tr("Tử số"), 0},
    {"denominator_of", tr("Mẫu số"), 0},
    {"numerator", NULL, COLUMN_DATA},
    {"denominator", NULL, COLUMN_DATA},
    {"percent", tr("%"), COLUMN_NUMBER},
    {"citation", tr("Căn cứ"), 0},
    {"note", NULL, COLUMN_DATA},
};

/* "early=20,on_time=50": what is not named is none. */
static bool read_counts(struct lateness_counts *out, struct str list, struct err *err)
{
    uint64_t *const PLACES[] = {&out->early, &out->on_time, &out->late, &out->running, &out->overdue};
    static const enum lateness NAMES[] = {LATENESS_EARLY, LATENESS_ON_TIME, LATENESS_LATE, LATENESS_RUNNING,
                                          LATENESS_OVERDUE};
    struct str whole = list;
    while (list.len) {
        struct str_cut c = str_cut(list, STR(",")), one = str_cut(c.head, STR("="));
        int i = 0;
        while (i < 5 && !str_eq(str_trim(one.head), lateness_word(NAMES[i]))) i++;
        if (i == 5 || !str_to_u64(PLACES[i], str_trim(one.tail), 1000000000))
            return fail(err, ERR_CALENDAR_COUNTS, whole);
        list = c.tail;
    }
    return true;
}

static void rate_cells(struct rows *r, const struct lateness_counts *counts, const struct lateness_rate *rate,
                       bool given)
{
    struct decimal percent;
    if (!given) {
        rows_none(r);
        rows_none(r);
        rows_none(r);
        return;
    }
    rows_int(r, (int64_t)lateness_sum(counts, rate->numerator));
    rows_int(r, (int64_t)lateness_sum(counts, rate->denominator));
    if (lateness_percent(&percent, counts, rate))
        rows_decimal(r, percent);
    else
        rows_none(r); /* nothing to divide by is no 100 % */
}

bool calendar_run_rates(struct cli *c, struct err *err)
{
    struct lateness_counts counts = {0};
    struct lateness_rates all = lateness_rate_catalogue();
    if (!read_counts(&counts, cli_text(c, "counts"), err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(RATE_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct lateness_rate *rate = &all.at[i];
        struct buf above = buf_make(200), below = buf_make(200);
        lateness_parts_write(&above, rate->numerator);
        lateness_parts_write(&below, rate->denominator);
        rows_text(r, rate->convention);
        rows_text(r, rate->code);
        rows_text(r, rate->name);
        rows_text(r, buf_str(&above));
        rows_text(r, buf_str(&below));
        rate_cells(r, &counts, rate, cli_given(c, "counts"));
        rows_text(r, rate->citation);
        rows_text(r, rate->note);
        rows_end(r);
        buf_free(&above);
        buf_free(&below);
    }
    rows_close(r);
    return true;
}
