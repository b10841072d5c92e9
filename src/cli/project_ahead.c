/* SPDX-License-Identifier: Apache-2.0
 *
 * project_ahead: which projects have to be pressed and why, and where the year will end. Amounts for eyes are triệu
 * đồng; programs get đồng.
 */
#include "project_cells.h"

#include "json_write.h"

/* --- pressing */

static const struct column PRESS_COLUMNS[] = {
    {"group", tr("Nhóm"), COLUMN_NUMBER},
    {"project", tr("Dự án"), COLUMN_FIXED},
    {"title", tr("Tên"), 0},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), 0},
    {"investor", tr("Chủ đầu tư"), 0},
    {"plan", tr("Kế hoạch"), COLUMN_NUMBER},
    {"done", tr("Đã giải ngân"), COLUMN_NUMBER},
    {"percent", tr("Tỷ lệ"), COLUMN_NUMBER},
    {"expected", NULL, COLUMN_DATA},
    {"reasons", tr("Vì sao"), COLUMN_KEEP},
};

static void reason_words(struct buf *b, struct cli *c, const struct press_reason *x, const struct press_facts *f)
{
    struct buf number = buf_make(64);
    if (x->has_value) number_write(&number, x->value, c->lang);
    struct str args[] = {buf_str(&number), project_percent_shown(c, f->expected)};
    switch (x->rule->measure) {
    case PRESS_OBSTACLE: tr_fill(b, c->lang, tr("{1} vướng mắc quá hạn chưa tháo gỡ"), args, 1); break;
    case PRESS_NONE: tr_fill(b, c->lang, tr("chưa giải ngân"), NULL, 0); break;
    case PRESS_BEHIND: tr_fill(b, c->lang, tr("chậm {1} điểm % so với tiến độ {2}"), args, 2); break;
    case PRESS_STAGE: tr_fill(b, c->lang, tr("có giai đoạn trễ {1} ngày"), args, 1); break;
    case PRESS_DIFFERENCE: tr_fill(b, c->lang, tr("số báo cáo lệch số Kho bạc {1} %"), args, 1); break;
    case PRESS_MEASURES: break;
    }
    buf_free(&number);
}

static void put_reasons(struct cli *c, struct rows *r, const struct pressed *x)
{
    struct buf shown = buf_make(SIZE_MAX), json = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&json);
    json_write_open(&j, '[');
    for (size_t i = 0; i < x->reasons.len; i++) {
        struct buf digits = buf_make(64);
        if (i) buf_put(&shown, STR("; "));
        reason_words(&shown, c, &x->reasons.at[i], &x->facts);
        json_write_open(&j, '{');
        json_write_key(&j, STR("rule"));
        json_write_text(&j, x->reasons.at[i].rule->code);
        json_write_key(&j, STR("value"));
        if (x->reasons.at[i].has_value) decimal_write(&digits, x->reasons.at[i].value);
        if (digits.len)
            json_write_raw(&j, buf_str(&digits));
        else
            json_write_null(&j);
        json_write_close(&j, '}');
        buf_free(&digits);
    }
    json_write_close(&j, ']');
    rows_json(r, buf_str(&json), str_copy(c->arena, buf_str(&shown)));
    buf_free(&shown);
    buf_free(&json);
}

static void put_pressed(struct cli *c, struct rows *r, const struct pressed *x)
{
    const struct book_project *p = x->project;
    rows_style(r, x->group >= 4 ? STYLE_BAD : x->group >= 2 ? STYLE_DOUBT : STYLE_GOOD);
    rows_int(r, x->group);
    rows_text(r, p->number);
    rows_text(r, p->row.matter.title);
    rows_text(r, p->row.matter.unit);
    rows_text(r, p->row.unit_name);
    rows_text(r, book_field(p, "investor"));
    project_money_cell(r, c, p->year.changed);
    project_money_cell(r, c, p->year.done);
    project_percent_cell(r, c, x->facts.has_rate, x->facts.rate);
    rows_decimal(r, x->facts.expected);
    put_reasons(c, r, x);
    rows_end(r);
}

static void put_pace(struct cli *c, const struct book_outlook *o)
{
    if (o->by == BOOK_PACE_SEASON)
        cli_put(c, tr("Tiến độ so: {1} của kế hoạch năm, theo {2} năm trước cùng thời điểm\n"),
                project_percent_shown(c, o->expected), cli_number(c, o->years));
    else
        cli_put(c, tr("Tiến độ so: {1} của kế hoạch năm, theo số ngày đã qua (chưa có năm trước để so)\n"),
                project_percent_shown(c, o->expected));
}

bool project_run_pressing(struct cli *c, struct err *err)
{
    struct project_book b;
    struct book_outlook o;
    struct pressed_list list;
    uint64_t of[10] = {0};
    if (!known_on_open(c, DB_READ, err) || !project_book_asked(&b, c, (struct matter_id){0}, err)) return false;
    if (!book_outlook(&o, c->arena, &b)) return fail(err, ERR_REGISTER_SUM, STR("project"), STR("amount"));
    book_press(&list, c->arena, &b, &o);
    struct rows *r = cli_rows(c, COLUMNS_OF(PRESS_COLUMNS));
    size_t shown = 0;
    for (size_t i = 0; i < list.len; i++) {
        of[list.at[i].group < 9 ? list.at[i].group : 9]++;
        if ((list.at[i].reasons.len || cli_flag(c, "all")) && project_row_left(c, shown++))
            put_pressed(c, r, &list.at[i]);
    }
    rows_close(r);
    if (c->format != FORMAT_TABLE) return true;
    for (size_t g = 1; g < 10; g++)
        if (of[g]) cli_put(c, tr("Nhóm {1}: {2} dự án\n"), cli_number(c, g), cli_number(c, of[g]));
    put_pace(c, &o);
    return true;
}

/* --- where the year will end */

static const struct column OUTLOOK_COLUMNS[] = {
    {"year", NULL, 0},     {"on", NULL, 0},
    {"plan", NULL, 0},     {"done", NULL, 0},
    {"percent", NULL, 0},  {"pace_by", NULL, 0},
    {"expected", NULL, 0}, {"years", NULL, 0},
    {"forecast", NULL, 0}, {"low", NULL, 0},
    {"high", NULL, 0},     {"forecast_percent", NULL, 0},
    {"left", NULL, 0},     {"needed_per_month", NULL, 0},
    {"last", NULL, 0},
};

static void maybe(struct rows *r, bool known, struct decimal d)
{
    if (known)
        rows_decimal(r, d);
    else
        rows_none(r);
}

static void outlook_row(struct cli *c, const struct project_book *b, const struct book_outlook *o)
{
    struct decimal percent;
    bool known = capital_rate_percent(&percent, &o->plan);
    struct rows *r = cli_rows(c, COLUMNS_OF(OUTLOOK_COLUMNS));
    rows_int(r, b->year);
    day_cell(r, b->on);
    maybe(r, o->plan.base.known, o->plan.base.value);
    maybe(r, o->plan.done.known, o->plan.done.value);
    maybe(r, known, percent);
    rows_text(r, o->by == BOOK_PACE_SEASON ? STR("season") : STR("calendar"));
    rows_decimal(r, o->expected);
    rows_int(r, (int64_t)o->years);
    maybe(r, o->forecast, o->value);
    maybe(r, o->has_interval, o->low);
    maybe(r, o->has_interval, o->high);
    maybe(r, o->has_rate, o->rate);
    maybe(r, o->has_left, o->left);
    maybe(r, o->has_needed, o->needed);
    day_cell(r, o->last);
    rows_end(r);
    rows_close(r);
}

static void put_past(struct cli *c, const struct book_outlook *o)
{
    for (size_t i = 0; i < o->past.len; i++)
        cli_put(c, tr("  Năm {1}: cùng thời điểm {2}, cả năm {3}\n"), project_year_shown(c, o->past.at[i].year),
                project_million_shown(c, o->past.at[i].window), project_million_shown(c, o->past.at[i].whole));
}

static void put_forecast(struct cli *c, const struct book_outlook *o)
{
    if (!o->forecast) {
        cli_put(c, tr("Dự báo: chưa có chứng từ nào của năm, nên không dự báo\n"));
        return;
    }
    cli_put(c, tr("Dự báo cả năm: {1}"), project_million_shown(c, o->value));
    if (o->has_interval)
        cli_put(c, tr(", trong khoảng {1} đến {2}"), project_million_shown(c, o->low),
                project_million_shown(c, o->high));
    if (o->has_rate) cli_put(c, tr("; bằng {1} kế hoạch"), project_percent_shown(c, o->rate));
    buf_char(c->out, '\n');
    if (o->has_rate && decimal_cmp(o->rate, DECIMAL_INT(100)) > 0)
        cli_put(c, tr("  không thể giải ngân quá kế hoạch: theo nhịp này thì hết kế hoạch trước hạn\n"));
    if (o->by == BOOK_PACE_CALENDAR)
        cli_put(
            c,
            tr("  kéo dài nhịp hiện nay đến hết năm; chưa có năm trước để so nên không có khoảng, chỉ để tham khảo\n"));
    put_past(c, o);
}

bool project_run_outlook(struct cli *c, struct err *err)
{
    struct project_book b;
    struct book_outlook o;
    struct decimal percent;
    if (!known_on_open(c, DB_READ, err) || !project_book_asked(&b, c, (struct matter_id){0}, err)) return false;
    if (!book_outlook(&o, c->arena, &b)) return fail(err, ERR_REGISTER_SUM, STR("project"), STR("amount"));
    if (c->format != FORMAT_TABLE) {
        outlook_row(c, &b, &o);
        return true;
    }
    cli_put(c, tr("Giải ngân kế hoạch năm {1}, đến {2}; triệu đồng\n"), project_year_shown(c, b.year),
            matter_day_shown(c->arena, b.on));
    cli_put(c, tr("Kế hoạch sau điều chỉnh: {1} ({2} dự án); đã giải ngân {3}"), project_money_shown(c, o.plan.base),
            cli_number(c, o.plan.with), project_money_shown(c, o.plan.done));
    if (capital_rate_percent(&percent, &o.plan)) cli_put(c, tr(", đạt {1}"), project_percent_shown(c, percent));
    buf_char(c->out, '\n');
    put_pace(c, &o);
    put_forecast(c, &o);
    if (o.has_left && decimal_sign(o.left) > 0)
        cli_put(c, tr("Còn phải giải ngân: {1} đến {2}"), project_million_shown(c, o.left),
                matter_day_shown(c->arena, o.last));
    if (o.has_needed) cli_put(c, tr("; cần giải ngân mỗi tháng {1}"), project_million_shown(c, o.needed));
    if (o.has_left && decimal_sign(o.left) > 0) buf_char(c->out, '\n');
    return true;
}
