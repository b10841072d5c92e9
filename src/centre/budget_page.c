/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_page: the tables of a budget as one page to be printed, A4 across: heads in full, a line that is told apart in
 * italics, and below each table what cannot be compared and what does not fit.
 */
#include "budget.h"
#include "buf.h"
#include "html_write.h"

enum { TEXT_MOST = 1000 };

static const char CSS[] =
    "@page{size:A4 landscape;margin:15mm}"
    "body{font:15px/1.4 serif;max-width:80em;margin:1.5em auto;padding:0 1em;color:#1a1a1a}"
    "h1{font-size:1.3em;text-align:center;margin:.2em 0}h2{font-size:1.05em;margin:1.4em 0 .2em}"
    "p.noi{text-align:center;margin:.2em 0}p.dvt{text-align:right;font-style:italic;margin:.2em 0}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.25em .45em;vertical-align:top}"
    "th{background:#f0f0f0;font-weight:bold;text-align:center}td.tt{text-align:center;white-space:nowrap}"
    "td.so{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
    "tr.c0 td{font-weight:bold;text-transform:uppercase}tr.c0 td.so{text-transform:none}tr.c1 td{font-weight:bold}"
    "th.nd{width:36%}td.c2{padding-left:1.2em}td.c3{padding-left:2em}tr.rieng td{font-style:italic}"
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

static void html_reasons(struct html_writer *h, const struct budget_table *t)
{
    struct buf text = buf_make(TEXT_MOST);
    for (size_t i = 0; i < t->rows.len; i++) {
        buf_clear(&text);
        if (!budget_show_reason(&text, t, i)) continue;
        html_open(h, "p");
        html_text(h, STR("Không so sánh được với cùng kỳ: "));
        html_text(h, buf_str(&text));
        html_close(h);
    }
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

static void html_corrections(struct html_writer *h, const struct budget_table *t)
{
    const struct correction_list *used = &t->corrections.used;
    if (!used->len) return;
    html_element(h, "p", STR("§ Số liệu đã đính chính sau khi báo cáo được khóa:"));
    html_open(h, "ul");
    for (size_t i = 0; i < used->len; i++) html_element(h, "li", corrected_words(t->corrections.arena, &used->at[i]));
    html_close(h);
}

/* Supplements without a plan, each in a line of its own. */
static void html_alone(struct html_writer *h, const struct budget_table *t, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    for (size_t i = 0; i < t->rows.len; i++) {
        if (t->rows.at[i].alone.how == BUDGET_NOTHING) continue;
        buf_clear(&b);
        buf_put(&b, STR("Bổ sung trong năm, chưa có dự toán đầu năm để cộng: "));
        budget_show_alone(&b, &t->rows.at[i], m);
        html_element(h, "p", buf_str(&b));
    }
    buf_free(&b);
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
    html_open(h, "th");
    html_attribute(h, "class", STR("nd"));
    html_text(h, STR("Nội dung"));
    html_close(h);
    for (size_t i = 0; i < count; i++) html_element(h, "th", str_of(columns[i].full));
    html_close(h);
    html_close(h);
    html_open(h, "tbody");
    for (size_t i = 0; i < t->rows.len; i++)
        if (all || t->rows.at[i].shown) html_row(h, &t->rows.at[i], columns, count, m);
    html_close(h);
    html_close(h);
    html_reasons(h, t);
    html_alone(h, t, m);
    html_notes(h, t, m);
    html_corrections(h, t);
}

void budget_write_html(struct buf *b, const struct budget_table *tables, size_t count, enum budget_measure m, bool all,
                       struct str known)
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
    if (known.len) html_element(&h, "p", known);
    for (size_t i = 0; i < count; i++) html_table(&h, &tables[i], m, all);
    html_element(&h, "p",
                 STR("=: tính, cộng từ các dòng dưới, từ các kỳ của cùng dòng, hoặc dự toán đã giao cộng bổ sung; *: "
                     "theo báo cáo nêu; †, ~: số cùng "
                     "kỳ tính lại, ước theo tỷ lệ cho địa bàn mới. Ô trống: chưa có số liệu."));
    html_close_all(&h);
    buf_free(&line);
}
