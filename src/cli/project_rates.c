/* SPDX-License-Identifier: Apache-2.0
 *
 * project_rates: how much of which plan is disbursed, by each denominator, and of what the rates are made. Amounts in
 * tables are triệu đồng; programs get đồng.
 */
#include "project_cells.h"

#include "project_table.h"

/* --- rates of all of them */

static const struct column RATE_COLUMNS[] = {
    {"base", NULL, COLUMN_DATA},
    {"key", tr("Theo"), 0},
    {"plan", tr("Kế hoạch"), COLUMN_NUMBER},
    {"done", tr("Đã giải ngân"), COLUMN_NUMBER},
    {"percent", tr("Tỷ lệ"), COLUMN_NUMBER},
    {"projects", tr("Dự án"), COLUMN_NUMBER},
    {"silent", tr("Chưa có chứng từ"), COLUMN_NUMBER},
    {"without", tr("Không có kế hoạch này"), COLUMN_NUMBER},
    {"outside", tr("Giải ngân ngoài mẫu số"), COLUMN_NUMBER},
};

static void put_rate(struct cli *c, struct rows *r, enum capital_base b, struct str key, struct str shown,
                     const struct capital_rate *rate)
{
    struct decimal percent;
    bool known = capital_rate_percent(&percent, rate);
    rows_text(r, capital_base_word(b));
    rows_text_shown(r, key, shown);
    project_money_cell(r, c, rate->too_large ? (struct money){0} : rate->base);
    project_money_cell(r, c, rate->too_large ? (struct money){0} : rate->done);
    project_percent_cell(r, c, known, percent);
    rows_int(r, (int64_t)rate->with);
    rows_int(r, (int64_t)rate->silent);
    rows_int(r, (int64_t)rate->without);
    project_money_cell(r, c, rate->outside);
    rows_end(r);
}

static void put_part(struct cli *c, const char *sign, const char *name, struct money m)
{
    if (!m.known) return;
    buf_put(c->out, str_of(sign));
    buf_put(c->out, tr_text(c->lang, name));
    buf_char(c->out, ' ');
    buf_put(c->out, project_million_shown(c, m.value));
}

static void put_total(struct cli *c, struct money m)
{
    buf_put(c->out, STR(" = "));
    buf_put(c->out, project_money_shown(c, m));
    buf_char(c->out, '\n');
}

static void put_compared(struct cli *c, const char *words, const struct book_compared *x)
{
    if (!x->projects) return;
    cli_put(c, words, project_money_shown(c, x->stated), cli_number(c, x->projects),
            matter_day_shown(c->arena, x->first));
    if (x->has_gap) cli_put(c, tr(", chứng từ của các dự án ấy {1}"), project_money_shown(c, x->done));
    if (x->has_gap && decimal_sign(x->gap)) cli_put(c, tr(", lệch {1}"), project_million_shown(c, x->gap));
    buf_char(c->out, '\n');
}

/* Of what the rates are made, and by when it must be paid. */
static void put_parts(struct cli *c, const struct project_book *b, const struct capital_year *y)
{
    struct book_compared treasury = book_compare(b, false), claim = book_compare(b, true);
    const struct project_window *w = project_window_find(WINDOW_YEAR, y->year);
    cli_put(c, tr("  Kế hoạch sau điều chỉnh:"));
    put_part(c, " ", tr("giao"), y->base);
    put_part(c, " + ", tr("bổ sung"), y->supplement);
    put_part(c, " + ", tr("điều chỉnh"), y->adjust);
    put_total(c, y->changed);
    cli_put(c, tr("  Giải ngân kế hoạch năm:"));
    put_part(c, " ", tr("thanh toán khối lượng"), y->paid);
    put_part(c, " + ", tr("tạm ứng"), y->advance);
    put_part(c, " − ", tr("thu hồi tạm ứng"), y->recovered);
    put_part(c, " − ", tr("nộp trả"), y->returned);
    put_total(c, y->done);
    if (y->carried.known)
        cli_put(c, tr("  Vốn kéo dài từ năm trước: {1}, đã giải ngân {2} (kể riêng)\n"),
                project_money_shown(c, y->carried), project_money_shown(c, y->done_carried));
    if (y->open_advance.known) cli_put(c, tr("  Tạm ứng chưa thu hồi: {1}\n"), project_money_shown(c, y->open_advance));
    put_compared(c, tr("  Kho bạc xác nhận: {1} của {2} dự án (từ {3})"), &treasury);
    put_compared(c, tr("  Chủ đầu tư báo cáo: {1} của {2} dự án (từ {3})"), &claim);
    if (w)
        cli_put(c, tr("  Thời hạn giải ngân kế hoạch năm: đến {1} ({2})\n"),
                matter_day_shown(c->arena, project_window_last(w, y->year)), w->citation);
}

/* --- by something */

enum rate_by { RATE_BY_UNIT, RATE_BY_SOURCE, RATE_BY_SECTOR, RATE_BY_GROUP, RATE_BY_PROJECT, RATE_BYS };

static struct str key_of(const struct book_project *p, enum rate_by by)
{
    switch (by) {
    case RATE_BY_UNIT: return p->row.matter.unit;
    case RATE_BY_SECTOR: return book_field(p, "sector");
    case RATE_BY_GROUP: return project_group_word(p->group.group);
    case RATE_BY_PROJECT: return p->number;
    case RATE_BY_SOURCE:
    case RATE_BYS: break;
    }
    return STR("");
}

static struct str key_shown(struct cli *c, const struct book_project *p, enum rate_by by)
{
    if (by == RATE_BY_UNIT) return p->row.unit_name;
    if (by == RATE_BY_GROUP) return project_group_shown(c, p->group.group);
    if (by != RATE_BY_PROJECT) return key_of(p, by);
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, p->number);
    buf_char(&b, ' ');
    buf_put(&b, p->row.matter.title);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

struct keyed_rate {
    struct str key, shown;
    struct capital_rate rate;
};
struct keyed_rates {
    VEC_FIELDS(struct keyed_rate);
};

static struct capital_rate *rate_of(struct keyed_rates *all, struct arena *a, struct str key, struct str shown)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].key, key)) return &all->at[i].rate;
    struct keyed_rate *k = vec_push(a, all);
    *k = (struct keyed_rate){.key = key, .shown = shown};
    return &k->rate;
}

static bool is_counted(const struct book_project *p)
{
    return p->row.matter.group != MATTER_DROPPED || p->year.done.known;
}

static void gather(struct keyed_rates *all, struct cli *c, const struct project_book *b, enum rate_by by,
                   enum capital_base base)
{
    struct project_terms sources = project_sources();
    for (size_t i = 0; i < b->len; i++) {
        const struct book_project *p = &b->at[i];
        if (!is_counted(p)) continue;
        if (by != RATE_BY_SOURCE) {
            capital_rate_add(rate_of(all, c->arena, key_of(p, by), key_shown(c, p, by)), base, &p->year);
            continue;
        }
        for (size_t s = 0; s < sources.len; s++) {
            struct capital_year y;
            struct str code = sources.at[s].code;
            capital_year_of(&y, p->lines, p->line_count, b->year, b->on, code);
            if (!y.changed.known && !y.done.known && !y.carried.known) continue;
            capital_rate_add(rate_of(all, c->arena, code, c->lang == LANG_VI ? sources.at[s].name : code), base, &y);
        }
    }
}

static int by_key(const void *x, const void *y)
{
    const struct keyed_rate *a = x, *b = y;
    return str_cmp(a->key, b->key);
}

static bool rates_by(struct cli *c, const struct project_book *b, enum rate_by by, struct err *err)
{
    enum capital_base base = BASE_CHANGED;
    struct keyed_rates all = {0};
    struct capital_rate sum = {0};
    if (cli_given(c, "base") && !capital_base_read(&base, cli_text(c, "base")))
        return fail(err, ERR_PROJECT_BASE, cli_text(c, "base"));
    gather(&all, c, b, by, base);
    if (all.len) qsort(all.at, all.len, sizeof *all.at, by_key);
    struct rows *r = cli_rows(c, COLUMNS_OF(RATE_COLUMNS));
    for (size_t i = 0; i < all.len; i++) put_rate(c, r, base, all.at[i].key, all.at[i].shown, &all.at[i].rate);
    for (size_t i = 0; i < b->len; i++)
        if (is_counted(&b->at[i])) capital_rate_add(&sum, base, &b->at[i].year);
    put_rate(c, r, base, STR(""), tr_text(c->lang, tr("tất cả")), &sum);
    rows_close(r);
    if (c->format == FORMAT_TABLE)
        cli_put(c, tr("Mẫu số: {1}; năm {2}, đến {3}; triệu đồng\n"), project_base_shown(c, base),
                project_year_shown(c, b->year), matter_day_shown(c->arena, b->on));
    return true;
}

bool project_run_rates(struct cli *c, struct err *err)
{
    struct project_book b;
    struct capital_year sum = {0};
    struct capital_rate rates[CAPITAL_BASES] = {0};
    int by = cli_choice(c, "split");
    if (!known_on_open(c, DB_READ, err) || !project_book_asked(&b, c, (struct matter_id){0}, err)) return false;
    if (by >= 0) return rates_by(c, &b, (enum rate_by)by, err);
    for (size_t i = 0; i < b.len; i++) {
        if (!is_counted(&b.at[i])) continue;
        capital_year_join(&sum, &b.at[i].year);
        for (size_t n = 0; n < CAPITAL_BASES; n++) capital_rate_add(&rates[n], (enum capital_base)n, &b.at[i].year);
    }
    sum.year = b.year;
    struct rows *r = cli_rows(c, COLUMNS_OF(RATE_COLUMNS));
    for (size_t n = 0; n < CAPITAL_BASES; n++) {
        enum capital_base base = (enum capital_base)n;
        put_rate(c, r, base, capital_base_word(base), project_base_shown(c, base), &rates[n]);
    }
    rows_close(r);
    if (c->format != FORMAT_TABLE) return true;
    cli_put(c, tr("Năm {1}, đến {2}; triệu đồng\n"), project_year_shown(c, b.year), matter_day_shown(c->arena, b.on));
    put_parts(c, &b, &sum);
    return true;
}
