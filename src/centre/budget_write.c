/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_write: the table of a budget as people see it: which columns, what stands in a cell, and the page. The words
 * are Vietnamese, as the table is a Vietnamese document; the command line translates the heads and the remarks below.
 */
#include "answer_show.h"
#include "budget.h"
#include "buf.h"
#include "html_write.h"
#include "tr.h"

enum { DIGITS_MOST = 3, TEXT_MOST = 1000, INDENT = 2 };

struct str budget_measure_name(enum budget_measure m)
{
    static const struct str NAMES[BUDGET_MEASURES] = {STR_INIT("đồng"), STR_INIT("nghìn đồng"), STR_INIT("triệu đồng"),
                                                      STR_INIT("tỷ đồng")};
    return NAMES[m];
}

struct str budget_part_title(enum budget_part part)
{
    switch (part) {
    case BUDGET_REVENUE: return STR("Thu ngân sách nhà nước trên địa bàn");
    case BUDGET_LOCAL: return STR("Thu ngân sách địa phương");
    case BUDGET_EXPENDITURE: return STR("Chi ngân sách địa phương");
    case BUDGET_PARTS: break;
    }
    return STR("");
}

/* --- columns */

struct heads {
    const char *brief, *title, *full;
};
static const struct heads PLANS[BUDGET_PLANS] = {
    {tr("CT giao"), tr("DT cấp trên"), tr("Dự toán cấp trên giao")},
    {tr("HĐND"), tr("DT HĐND"), tr("Dự toán HĐND quyết định")},
    {tr("Dự toán"), tr("Dự toán"), tr("Dự toán năm")},
    {tr("P.đấu"), tr("Phấn đấu"), tr("Mức phấn đấu")},
    {tr("Đ.chỉnh"), tr("DT điều chỉnh"), tr("Dự toán sau điều chỉnh, bổ sung")},
};
static const struct heads RATIOS[BUDGET_PLANS] = {
    {tr("%CT"), tr("% cấp trên"), tr("% so với dự toán cấp trên giao")},
    {tr("%HĐ"), tr("% HĐND"), tr("% so với dự toán HĐND quyết định")},
    {tr("%DT"), tr("% dự toán"), tr("% so với dự toán năm")},
    {tr("%PĐ"), tr("% phấn đấu"), tr("% so với mức phấn đấu")},
    {tr("%ĐC"), tr("% điều chỉnh"), tr("% so với dự toán sau điều chỉnh, bổ sung")},
};
static const struct heads GROWTH = {tr("±%"), tr("± % cùng kỳ"), tr("Tăng, giảm so với cùng kỳ năm trước (%)")};
/* Of what was done: reported, and where all numbers of the column are estimates. */
static const struct heads DONE[][2] = {
    {{tr("Kỳ này"), tr("TH trong kỳ"), tr("Thực hiện trong kỳ")},
     {tr("Ước kỳ"), tr("Ước TH kỳ"), tr("Ước thực hiện trong kỳ")}},
    {{tr("Lũy kế"), tr("Lũy kế"), tr("Lũy kế từ đầu năm")},
     {tr("Lũy kế"), tr("Ước lũy kế"), tr("Ước lũy kế từ đầu năm")}},
    {{tr("TH"), tr("Thực hiện"), tr("Thực hiện")}, {tr("Ước"), tr("Ước TH"), tr("Ước thực hiện")}},
};
enum { DONE_NOW, DONE_SO_FAR, DONE_ONLY };

static bool plan_is_shown(const struct budget_table *t, int plan)
{
    bool any = false;
    for (int i = 0; i < BUDGET_PLANS; i++) any = any || t->used[i];
    return any ? t->used[plan] : plan == BUDGET_GIVEN || plan == BUDGET_COUNCIL;
}

static bool all_estimates(const struct budget_table *t, int column)
{
    size_t numbers = 0;
    for (size_t i = 0; i < t->rows.len; i++) {
        const struct budget_cell *c = &t->rows.at[i].cells[column];
        if (c->how == BUDGET_NOTHING) continue;
        if (!c->estimate) return false;
        numbers++;
    }
    return numbers > 0;
}

static struct budget_shown shown(enum budget_shown_kind kind, int at, struct heads h, bool estimates)
{
    return (struct budget_shown){kind, at, h.brief, h.title, h.full, estimates};
}

size_t budget_shown(struct budget_shown out[BUDGET_SHOWN_MOST], const struct budget_table *t)
{
    size_t n = 0;
    bool one = period_same_time(t->period, t->so_far);
    bool now = all_estimates(t, BUDGET_NOW), so_far = all_estimates(t, BUDGET_SO_FAR);
    for (int i = 0; i < BUDGET_PLANS; i++)
        if (plan_is_shown(t, i)) out[n++] = shown(BUDGET_SHOW_CELL, i, PLANS[i], false);
    if (!one) out[n++] = shown(BUDGET_SHOW_CELL, BUDGET_NOW, DONE[DONE_NOW][now], now);
    out[n++] = shown(BUDGET_SHOW_CELL, BUDGET_SO_FAR, DONE[one ? DONE_ONLY : DONE_SO_FAR][so_far], so_far);
    for (int i = 0; i < BUDGET_PLANS; i++)
        if (plan_is_shown(t, i)) out[n++] = shown(BUDGET_SHOW_RATIO, i, RATIOS[i], false);
    out[n++] = shown(BUDGET_SHOW_GROWTH, 0, GROWTH, false);
    return n;
}

/* --- cells */

static struct measured rounded(struct measured m, enum budget_measure to)
{
    int keep = DIGITS_MOST - 3 * (int)to; /* of the number in đồng: of triệu, three behind the comma are thousands */
    struct decimal d;
    if (m.value.scale <= keep) return m;
    /* Written out to the đồng, so that no zeros behind the comma are shown that are none of the digits. */
    if (decimal_rescale(&d, m.value, keep, ROUND_HALF_UP) && decimal_rescale(&d, d, 0, ROUND_HALF_UP)) m.value = d;
    return m;
}

static void show_money(struct buf *b, struct measured m, const struct indicator *i, enum budget_measure to)
{
    struct indicator shown = *i;
    shown.unit = budget_measure_name(to);
    show_measured(b, rounded(m, to), &shown);
}

/* Without the sign "%", which stands in the head. */
static void show_ratio(struct buf *b, const struct comparison *c, bool is_signed)
{
    struct buf all = buf_make(TEXT_MOST);
    show_comparison(&all, c, is_signed);
    struct str s = buf_str(&all), percent = STR(" %");
    buf_put(b, str_ends(s, percent) ? str_part(s, 0, s.len - percent.len) : s);
    buf_free(&all);
}

void budget_show(struct buf *b, const struct budget_row *r, struct budget_shown c, enum budget_measure m)
{
    const struct budget_cell *cell = &r->cells[c.at];
    switch (c.kind) {
    case BUDGET_SHOW_CELL:
        if (cell->how == BUDGET_NOTHING) return;
        if (cell->how != BUDGET_FIGURE) buf_put(b, STR("= "));
        show_money(b, cell->value, r->question.indicator, m);
        if (cell->estimate && !c.estimates) buf_put(b, STR(" ước"));
        return;
    case BUDGET_SHOW_RATIO:
        show_ratio(b, &r->ratios[c.at].comparison, false);
        if (r->ratios[c.at].stated) buf_put(b, STR(" *"));
        return;
    case BUDGET_SHOW_GROWTH:
        if (r->growth.rule == ANSWER_NONE) return;
        show_ratio(b, &r->growth.comparison, true);
        if (r->growth.rule == ANSWER_STATED) buf_put(b, STR(" *"));
        if (r->like.rule == LIKE_RECOMPUTED) buf_put(b, STR(" †"));
        if (r->like.rule == LIKE_ESTIMATED) buf_put(b, STR(" ~"));
        return;
    }
}

static struct str column_words(enum budget_column c)
{
    static const struct str WORDS[BUDGET_COLUMNS] = {
        STR_INIT("dự toán cấp trên giao"), STR_INIT("dự toán HĐND quyết định"), STR_INIT("dự toán năm"),
        STR_INIT("mức phấn đấu"),          STR_INIT("dự toán sau điều chỉnh"),  STR_INIT("trong kỳ"),
        STR_INIT("từ đầu năm"),            STR_INIT("cùng kỳ năm trước"),
    };
    return WORDS[c];
}

void budget_show_note(struct buf *b, const struct budget_note *n, enum budget_measure m)
{
    const struct indicator *i = n->row->question.indicator;
    struct measured told = {true, n->told, BOUND_EXACT, i->canonical_unit}, parts = told, off = told;
    parts.value = n->parts;
    bool known = decimal_sub(&off.value, n->parts, n->told);
    buf_put(b, n->row->line->name);
    buf_put(b, STR(", "));
    buf_put(b, column_words(n->column));
    buf_put(b, STR(": nêu "));
    show_money(b, told, i, m);
    buf_format(b, n->some ? ", riêng %zu dòng dưới đã là " : ", cộng %zu dòng dưới được ", n->count);
    show_money(b, parts, i, m);
    if (!known) return;
    buf_put(b, STR(" (lệch "));
    if (decimal_sign(off.value) > 0) buf_char(b, '+');
    show_money(b, off, i, m);
    buf_put(b, STR(")"));
}

/* --- the page */

static const char CSS[] =
    "@page{size:A4 landscape;margin:15mm}"
    "body{font:15px/1.4 serif;max-width:80em;margin:1.5em auto;padding:0 1em;color:#1a1a1a}"
    "h1{font-size:1.3em;text-align:center;margin:.2em 0}h2{font-size:1.05em;margin:1.4em 0 .2em}"
    "p.noi{text-align:center;margin:.2em 0}p.dvt{text-align:right;font-style:italic;margin:.2em 0}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.25em .45em;vertical-align:top}"
    "th{background:#f0f0f0;font-weight:bold;text-align:center}td.tt{text-align:center;white-space:nowrap}"
    "td.so{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
    "tr.c0 td{font-weight:bold;text-transform:uppercase}tr.c0 td.so{text-transform:none}tr.c1 td{font-weight:bold}"
    "td.c2{padding-left:1.2em}td.c3{padding-left:2em}tr.rieng td{font-style:italic}"
    "ul{margin:.4em 0;padding-left:1.2em}";

static void html_row(struct html_writer *h, const struct budget_row *r, const struct budget_shown *columns,
                     size_t count, enum budget_measure m)
{
    struct buf text = buf_make(TEXT_MOST);
    bool apart = r->line->sign == BUDGET_APART;
    html_open(h, "tr");
    html_attribute(h, "class", apart ? STR("rieng") : r->depth == 0 ? STR("c0") : r->depth == 1 ? STR("c1") : STR(""));
    html_open(h, "td");
    html_attribute(h, "class", STR("tt"));
    html_text(h, r->line->number);
    html_close(h);
    html_open(h, "td");
    if (r->depth >= 2) html_attribute(h, "class", r->depth == 2 ? STR("c2") : STR("c3"));
    html_text(h, r->line->name);
    html_close(h);
    for (size_t i = 0; i < count; i++) {
        buf_clear(&text);
        budget_show(&text, r, columns[i], m);
        html_open(h, "td");
        html_attribute(h, "class", STR("so"));
        html_text(h, buf_str(&text));
        html_close(h);
    }
    html_close(h);
    buf_free(&text);
}

static void html_notes(struct html_writer *h, const struct budget_table *t, enum budget_measure m)
{
    struct buf text = buf_make(TEXT_MOST);
    if (t->notes.len == 0) return;
    html_element(h, "p", STR("Số liệu chưa khớp:"));
    html_open(h, "ul");
    for (size_t i = 0; i < t->notes.len; i++) {
        buf_clear(&text);
        budget_show_note(&text, &t->notes.at[i], m);
        html_element(h, "li", buf_str(&text));
    }
    html_close(h);
    buf_free(&text);
}

static void html_table(struct html_writer *h, const struct budget_table *t, enum budget_measure m, bool all)
{
    struct budget_shown columns[BUDGET_SHOWN_MOST];
    size_t count = budget_shown(columns, t);
    html_element(h, "h2", budget_part_title(t->part));
    html_open(h, "p");
    html_attribute(h, "class", STR("dvt"));
    html_text(h, STR("Đơn vị tính: "));
    html_text(h, budget_measure_name(m));
    html_close(h);
    html_open(h, "table");
    html_open(h, "thead");
    html_open(h, "tr");
    html_element(h, "th", STR("STT"));
    html_element(h, "th", STR("Nội dung"));
    for (size_t i = 0; i < count; i++) html_element(h, "th", str_of(columns[i].full));
    html_close(h);
    html_close(h);
    html_open(h, "tbody");
    for (size_t i = 0; i < t->rows.len; i++)
        if (all || t->rows.at[i].shown) html_row(h, &t->rows.at[i], columns, count, m);
    html_close(h);
    html_close(h);
    html_notes(h, t, m);
}

void budget_write_html(struct buf *b, const struct budget_table *tables, size_t count, enum budget_measure m, bool all)
{
    static const struct str TITLE = STR_INIT("Tình hình thực hiện ngân sách nhà nước");
    struct html_writer h = html_to(b);
    struct buf line = buf_make(TEXT_MOST);
    html_doctype(&h, "vi", TITLE);
    html_style(&h, CSS);
    html_close(&h);
    html_open(&h, "body");
    html_element(&h, "h1", TITLE);
    buf_put(&line, tables[0].unit.name);
    buf_put(&line, STR(", "));
    period_write_vi(&line, tables[0].period);
    html_open(&h, "p");
    html_attribute(&h, "class", STR("noi"));
    html_text(&h, buf_str(&line));
    html_close(&h);
    for (size_t i = 0; i < count; i++) html_table(&h, &tables[i], m, all);
    html_element(&h, "p",
                 STR("=: tính, cộng từ các dòng dưới hoặc từ các kỳ của cùng dòng; *: theo báo cáo nêu; †, ~: số cùng "
                     "kỳ tính lại, ước theo tỷ lệ cho địa bàn mới. Ô trống: chưa có số liệu."));
    html_close_all(&h);
    buf_free(&line);
}
