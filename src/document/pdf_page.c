/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_page: what was found of a PDF, as a page of pieces that goes to the parent (html.h), and as sheets (pdf.h).
 *
 * The text has a form feed at the end of each page, as pdftotext writes it, so that who has nothing but the text and a
 * place in it knows the page: one more than the form feeds before. In a paragraph that goes on overleaf it stands in
 * the place of a blank. Paragraphs and the rows of a table have an empty line between, cells a tab.
 *
 * A sheet is named after its pages, "trang 3", "trang 3-5", "trang 3 (2)", and begins with the short words right above
 * the table: its title, unit of measure and time.
 */
#include "pdf_private.h"
#include "sheet_maker.h"

enum { ABOVE_MOST = 6, ABOVE_BYTES = 300, TABLES_MOST = UINT16_MAX - 1 };

/* --- page --------------------------------------------------------------------------------------------------------- */

struct maker {
    struct buf text;
    uint32_t page; /* form feeds written */
    struct arena *arena;
    struct {
        VEC_FIELDS(struct html_piece);
    } pieces;
    uint16_t tables;
};

static void turn_to(struct maker *m, uint32_t page)
{
    for (; m->page < page; m->page++) buf_char(&m->text, '\f');
}

static struct html_piece *piece_put(struct maker *m, struct str words)
{
    if (words.len == 0) return NULL;
    struct html_piece p = {.start = (uint32_t)m->text.len, .kind = HTML_TEXT, .row_span = 1, .column_span = 1};
    buf_put(&m->text, words);
    p.end = (uint32_t)m->text.len;
    struct html_piece *out = vec_push(m->arena, &m->pieces);
    *out = p;
    return out;
}

static void table_put(struct maker *m, struct pdf_table *t)
{
    pdf_table_numbers(t, m->arena);
    if (m->tables < TABLES_MOST) m->tables++;
    for (size_t i = 0; i < t->cells.len; i++) {
        const struct pdf_cell *c = &t->cells.at[i];
        bool row = i == 0 || c[-1].row != c->row;
        if (i) buf_put(&m->text, row ? STR("\n\n") : STR("\t"));
        turn_to(m, c->page);
        struct html_piece *p = piece_put(m, c->text);
        if (!p || m->tables == TABLES_MOST) continue;
        p->table = m->tables;
        p->row = (uint16_t)c->row;
        p->column = c->column;
        p->row_span = c->row_span;
        p->column_span = c->column_span;
        if (c->head) p->flags = HTML_HEADER;
    }
    buf_put(&m->text, STR("\n\n"));
}

static void text_put(struct maker *m, const struct pdf_item *item)
{
    turn_to(m, item->page);
    struct html_piece *p = piece_put(m, item->text);
    buf_put(&m->text, STR("\n\n"));
    if (p && item->kind == PDF_ITEM_ASIDE) p->flags = HTML_FURNITURE;
    for (size_t i = 0; i < item->text.len; i++) m->page += item->text.ptr[i] == '\f';
}

void pdf_page_make(struct html_page *out, struct arena *a, const struct pdf_items *items)
{
    struct maker m = {.text = buf_make(INT32_MAX), .arena = a};
    for (size_t i = 0; i < items->len; i++) {
        if (items->at[i].kind == PDF_ITEM_TABLE)
            table_put(&m, items->at[i].table);
        else
            text_put(&m, &items->at[i]);
    }
    turn_to(&m, items->pages);
    *out = (struct html_page){.text = str_copy(a, buf_str(&m.text)), .title = STR("")};
    out->pieces = m.pieces.at;
    out->piece_count = m.pieces.len;
    buf_free(&m.text);
}

/* --- sheets ------------------------------------------------------------------------------------------------------- */

static struct str sheet_name(struct arena *a, const struct pdf_item *item, uint32_t nth)
{
    struct buf b = buf_make(80);
    buf_format(&b, "trang %u", item->page + 1);
    if (item->last_page > item->page) buf_format(&b, "-%u", item->last_page + 1);
    if (nth > 1) buf_format(&b, " (%u)", nth);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* The first item of the words above items->at[table]. */
static size_t above(const struct pdf_items *items, size_t table)
{
    size_t first = table;
    while (first > 0 && table - first < ABOVE_MOST) {
        const struct pdf_item *i = &items->at[first - 1];
        if (i->kind == PDF_ITEM_TABLE || i->last_page != items->at[table].page) break;
        if (i->kind == PDF_ITEM_TEXT && (i->text.len > ABOVE_BYTES || str_ends(i->text, STR(".")))) break;
        first--;
    }
    return first;
}

static void sheet_put(struct sheet_maker *m, const struct pdf_items *items, size_t table, uint32_t nth)
{
    const struct pdf_table *t = items->at[table].table;
    uint32_t row = 0;
    sheet_begin(m, sheet_name(m->arena, &items->at[table], nth), false);
    for (size_t i = above(items, table); i < table; i++)
        if (items->at[i].kind == PDF_ITEM_TEXT) sheet_put_text(m, row++, 0, 0, items->at[i].text);
    for (size_t i = 0; i < t->cells.len; i++) {
        const struct pdf_cell *c = &t->cells.at[i];
        sheet_put_text(m, row + c->row, c->column, 0, c->text);
        if (c->row_span > 1 || c->column_span > 1)
            sheet_put_merge(m, (struct sheet_merge){row + c->row, c->row_span, c->column, c->column_span, false});
    }
    sheet_end(m);
}

void pdf_sheets_make(struct sheet_maker *m, const struct pdf_items *items)
{
    uint32_t nth = 0, page = UINT32_MAX;
    for (size_t i = 0; i < items->len && !m->refused; i++) {
        if (items->at[i].kind != PDF_ITEM_TABLE) continue;
        nth = items->at[i].page == page ? nth + 1 : 1;
        page = items->at[i].page;
        sheet_put(m, items, i, nth);
    }
}
