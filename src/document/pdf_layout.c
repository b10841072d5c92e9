/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_layout: a paper as items in reading order (pdf.h): page by page, tables and the text between them.
 *
 * A table goes on over the end of a page when the next page begins with one of as many columns that stand as far from
 * one another (left and right pages may be shifted); a head that is repeated there, word for word, is left out. A table
 * with another head is another table.
 *
 * Numbers and heads of pages stand before the last item of their page, so that a paragraph or table that goes on
 * overleaf is not cut by them.
 */
#include "pdf_private.h"
#include "sheet_number.h"

enum { SHIFT_MOST = 4 /* heights of a line that a column may be off */, ROWS_MOST = 60000 };

static bool same_columns(const struct pdf_paper *p, const struct pdf_table *a, const struct pdf_table *b)
{
    int32_t slack = SHIFT_MOST * p->lines.at[b->first_line].height;
    if (a->columns != b->columns) return false;
    int32_t shift = b->right[b->columns - 1] - a->right[a->columns - 1];
    for (uint16_t c = 1; c < a->columns; c++) {
        int32_t off = (b->left[c] + b->right[c]) / 2 - (a->left[c] + a->right[c]) / 2 - shift;
        if (off > slack || off < -slack) return false;
    }
    return true;
}

/* The head of b is the one of a, or b has none. */
static bool same_head(const struct pdf_table *a, const struct pdf_table *b)
{
    size_t n = 0;
    while (n < b->cells.len && b->cells.at[n].head) n++;
    if (n == 0) return true;
    for (size_t i = 0; i < n; i++) {
        if (i >= a->cells.len || !a->cells.at[i].head || !str_eq(a->cells.at[i].text, b->cells.at[i].text))
            return false;
    }
    return n == a->cells.len || !a->cells.at[n].head;
}

/* Puts the body of b below a. */
static void append(struct pdf_table *a, struct arena *arena, const struct pdf_table *b)
{
    for (size_t i = 0; i < b->cells.len; i++) {
        struct pdf_cell c = b->cells.at[i];
        if (c.head) continue;
        c.row = c.row - b->head_rows + a->rows;
        pdf_cell_add(a, arena, c);
    }
    a->rows += b->rows - b->head_rows;
    for (uint16_t c = 0; c < a->columns; c++) { /* the next page is compared with this one */
        a->left[c] = b->left[c];
        a->right[c] = b->right[c];
    }
}

static void table_add(struct pdf_items *out, const struct pdf_paper *p, const struct pdf_table *t, bool first)
{
    struct pdf_item *last = out->len ? &out->at[out->len - 1] : NULL;
    uint32_t page = p->lines.at[t->first_line].page;
    if (first && last && last->kind == PDF_ITEM_TABLE && last->last_page + 1 == page &&
        last->table->rows + t->rows <= ROWS_MOST && same_columns(p, last->table, t) && same_head(last->table, t)) {
        append(last->table, p->arena, t);
        last->last_page = page;
        return;
    }
    struct pdf_table *kept = arena_new(p->arena, struct pdf_table);
    *kept = *t;
    *vec_push(p->arena, out) = (struct pdf_item){PDF_ITEM_TABLE, page, page, STR(""), 0, kept};
}

/* Furniture of a page, before its last item. */
static void asides_add(struct pdf_items *out, const struct pdf_paper *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        if (l->use != PDF_FURNITURE) continue;
        struct pdf_item aside = {
            PDF_ITEM_ASIDE, l->page, l->page, pdf_words_text(p, p->arena, l->first, l->count), i, NULL};
        struct pdf_item *end = vec_push(p->arena, out);
        *end = aside;
        if (out->len < 2 || end[-1].kind == PDF_ITEM_ASIDE || end[-1].last_page != l->page) continue;
        if (end[-1].page < aside.page) aside.page = aside.last_page = end[-1].page;
        *end = end[-1];
        end[-1] = aside;
    }
}

/* Tables say nothing of where lines of text end. */
static void mark_tables(struct pdf_paper *p)
{
    for (uint32_t i = 0, k; i < p->lines.len; i = k) {
        struct pdf_span span = {i, i};
        for (k = i; k < p->lines.len && p->lines.at[k].page == p->lines.at[i].page; k++) {}
        while (pdf_find(&span, p, span.end, k))
            for (uint32_t n = span.first; n < span.end; n++)
                if (p->lines.at[n].use == PDF_BODY) p->lines.at[n].use = PDF_TABLE;
    }
}

static void page_add(struct pdf_items *out, const struct pdf_paper *p, uint32_t from, uint32_t to,
                     const struct pdf_setting *set)
{
    uint32_t done = from;
    struct pdf_table t;
    for (uint32_t at = from; at < to;) {
        struct pdf_span span;
        if (!pdf_find(&span, p, at, to)) break;
        at = span.end;
        if (!pdf_table_make(&t, p, span)) continue;
        bool first = true;
        for (uint32_t i = from; i < span.first; i++) first = first && p->lines.at[i].use == PDF_FURNITURE;
        pdf_flow(out, p, done, span.first, set);
        table_add(out, p, &t, first);
        done = span.end;
    }
    pdf_flow(out, p, done, to, set);
    asides_add(out, p, from, to);
}

enum { LINES_OF_OWN = 8 /* a page with so many lines has a margin of its own */ };

void pdf_lay_out(struct pdf_items *out, struct pdf_paper *p)
{
    struct pdf_setting usual, own;
    *out = (struct pdf_items){.pages = p->pages};
    pdf_furniture(p);
    mark_tables(p);
    usual = pdf_setting_of(p, 0, (uint32_t)p->lines.len);
    for (uint32_t i = 0, k; i < p->lines.len; i = k) {
        uint32_t single = 0;
        for (k = i; k < p->lines.len && p->lines.at[k].page == p->lines.at[i].page; k++)
            single += p->lines.at[k].chunk_count == 1 && p->lines.at[k].use == PDF_BODY;
        if (single >= LINES_OF_OWN) own = pdf_setting_of(p, i, k);
        page_add(out, p, i, k, single >= LINES_OF_OWN ? &own : &usual);
    }
}

/* "641 142" -> "641.142" */
static struct str grouped(struct arena *a, struct str s)
{
    if (str_find_char(s, ' ') < 0) return s;
    char *p = arena_alloc(a, s.len, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool between = i > 0 && i + 1 < s.len && s.ptr[i - 1] >= '0' && s.ptr[i - 1] <= '9' && s.ptr[i + 1] >= '0' &&
                       s.ptr[i + 1] <= '9';
        p[n++] = s.ptr[i] == ' ' && between ? '.' : s.ptr[i];
    }
    return (struct str){p, n};
}

void pdf_table_numbers(struct pdf_table *t, struct arena *a)
{
    struct problems none = {0};
    size_t n = 0;
    struct sheet_cell *cells = arena_array(a, struct sheet_cell, t->cells.len);
    for (size_t i = 0; i < t->cells.len; i++) {
        const struct pdf_cell *c = &t->cells.at[i];
        if (!c->head)
            cells[n++] = (struct sheet_cell){.row = c->row, .column = c->column, .type = SHEET_TEXT, .text = c->text};
    }
    (void)sheet_numbers(&none, a, cells, n, STR(""), HABIT_AUTO);
    n = 0;
    for (size_t i = 0; i < t->cells.len; i++) {
        struct pdf_cell *c = &t->cells.at[i];
        if (c->head) continue;
        if (cells[n].type == SHEET_NUMBER) c->text = grouped(a, cells[n].text);
        n++;
    }
}
