/* SPDX-License-Identifier: Apache-2.0
 *
 * html_blocks: see html.h. What of a page is its body? Pages of offices and papers say it in many ways and often
 * wrongly, so four kinds of evidence are weighed, and text that may be body is kept:
 *
 *   elements   nav, footer, aside, button: furniture
 *   hints      classes and ids like "sidebar", "related", "breadcrumb": furniture; not believed when most of the
 *              prose of the page stands in what they name
 *   body       article, main, classes like "detail": when half of the prose stands there, short things outside are
 *              furniture
 *   links      two pieces or more in a row that are nearly all link: a menu or a list of other pages
 *
 * Prose (a sentence of some length, few links) is furniture only by elements and hints. What is left is told apart by
 * its element and by its words (piece.c). Tables: cells of figures are cells; a table that arranges the page is text.
 */
#include "html.h"

#include "marks.h"
#include "plain.h"
#include "table.h"

enum { LINKS_MOST = 300 /* bytes of a piece that may be a link of a list */, CELL_LONG = 1500 };

struct page {
    struct pieces *to;
    const struct html_page *from;
    bool use_hints, use_body;
};

static size_t size_of(const struct html_piece *p)
{
    return p->end - p->start;
}

static bool is_prose(const struct page *g, const struct html_piece *p)
{
    return p->links * 2 < size_of(p) && piece_is_prose(g->to->text, p->start, p->end);
}

static void weigh(struct page *g)
{
    size_t all = 0, hinted = 0, body = 0;
    for (size_t i = 0; i < g->from->piece_count; i++) {
        const struct html_piece *p = &g->from->pieces[i];
        if (p->kind == HTML_HEADING || !is_prose(g, p)) continue;
        all += size_of(p);
        if (p->flags & (HTML_FURNITURE | HTML_HINTED))
            hinted += size_of(p);
        else if (p->flags & HTML_BODY)
            body += size_of(p);
    }
    g->use_hints = hinted * 2 <= all;
    g->use_body = all && body * 2 >= all;
}

static bool is_link(const struct html_piece *p)
{
    return size_of(p) <= LINKS_MOST && p->links * 10 >= size_of(p) * 7;
}

static bool is_furniture(const struct page *g, size_t i)
{
    const struct html_piece *p = &g->from->pieces[i];
    bool prose = is_prose(g, p);
    if (p->flags & HTML_FURNITURE) return g->use_hints || !prose;
    if ((p->flags & HTML_HINTED) && g->use_hints) return true;
    if (prose) return false;
    bool heading = p->kind == HTML_HEADING && p->level == 1;
    if (g->use_body && !(p->flags & HTML_BODY) && !p->table && !heading)
        return !piece_stands_alone(g->to->text, p->start, p->end); /* a date of posting is told by its words */
    if (!is_link(p) || heading) return false;
    return (i > 0 && is_link(p - 1)) || (i + 1 < g->from->piece_count && is_link(p + 1));
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

struct table {
    size_t rows, columns, cells, figures, longest;
    bool header;
};

static bool same_cell(const struct html_piece *a, const struct html_piece *b)
{
    return a->table == b->table && a->row == b->row && a->column == b->column;
}

static struct table table_look(const struct page *g, size_t from, size_t to)
{
    struct table t = {0};
    const struct html_piece *p = g->from->pieces;
    for (size_t i = from; i < to; i++) {
        struct str words = str_part(g->to->text, p[i].start, p[i].end);
        if (p[i].row >= t.rows) t.rows = p[i].row + 1u;
        if (p[i].column >= t.columns) t.columns = p[i].column + 1u;
        if (i == from || !same_cell(&p[i - 1], &p[i])) t.cells++;
        if (words.len > t.longest) t.longest = words.len;
        t.figures += p[i].column > 0 && table_is_figure(words);
        t.header |= p[i].flags & HTML_HEADER;
    }
    return t;
}

static bool arranges_the_page(struct table t)
{
    if (t.columns < 2 || t.rows < 2) return true;
    if (t.longest > CELL_LONG && t.figures * 4 < t.cells) return true;
    return t.figures == 0 && !t.header && (t.rows < 3 || t.columns < 3);
}

static void table_add(struct page *g, size_t from, size_t to)
{
    struct block_list *list = g->to->list;
    const struct html_piece *p = g->from->pieces;
    size_t first = list->len;
    list->tables++;
    for (size_t i = from, k; i < to; i = k) {
        bool header = p[i].flags & HTML_HEADER;
        for (k = i + 1; k < to && same_cell(&p[i], &p[k]); k++) header = header || (p[k].flags & HTML_HEADER);
        block_add(list, (struct block){.start = p[i].start,
                                       .end = p[k - 1].end,
                                       .kind = BLOCK_CELL,
                                       .table = list->tables,
                                       .row = p[i].row,
                                       .column = p[i].column,
                                       .row_span = p[i].row_span,
                                       .column_span = p[i].column_span,
                                       .header = header});
    }
    table_mark_header(list, first);
    g->to->any_text = true;
    g->to->related = false;
}

/* --- pieces ------------------------------------------------------------------------------------------------------- */

static void piece_of_page(struct page *g, size_t i)
{
    const struct html_piece *p = &g->from->pieces[i];
    unsigned flags = PIECE_PAGE | (p->flags & HTML_BOLD ? PIECE_BOLD : 0u);
    if (is_furniture(g, i)) {
        piece_add_as(g->to, p->start, p->end, BLOCK_FURNITURE, 0);
        return;
    }
    if (g->to->related && p->links * 2 < size_of(p) && size_of(p) > LINKS_MOST / 6)
        g->to->related = false; /* no link: the list is over */
    switch ((enum html_kind)p->kind) {
    case HTML_HEADING: piece_add_as(g->to, p->start, p->end, BLOCK_HEADING, p->level); return;
    case HTML_CAPTION: piece_add_as(g->to, p->start, p->end, BLOCK_CAPTION, 0); return;
    case HTML_PRE: plain_lines(g->to, p->start, p->end, 0); return;
    case HTML_ITEM: flags |= PIECE_ITEM; break;
    case HTML_TEXT:
    case HTML_KINDS: break;
    }
    if (p->flags & HTML_BREAKS)
        plain_lines(g->to, p->start, p->end, flags);
    else
        piece_add(g->to, p->start, p->end, flags);
}

bool html_date_read(struct date *out, struct str words)
{
    if (!marks_date_find(out, words)) return false;
    ptrdiff_t t = str_find_char(words, 'T');
    uint64_t hour = 0;
    bool utc = str_ends(words, STR("Z")) || str_ends(words, STR("+00:00")) || str_ends(words, STR("+0000"));
    if (t > 0 && utc && str_to_u64(&hour, str_part(words, (size_t)t + 1, (size_t)t + 3), 23) && hour >= 17)
        *out = date_add_days(*out, 1); /* midnight in Việt Nam is 17:00 in UTC */
    return true;
}

void html_blocks(struct pieces *to, const struct html_page *from)
{
    struct page g = {.to = to, .from = from};
    for (size_t i = 0; i < from->date_count; i++) {
        struct date d;
        if (html_date_read(&d, from->dates[i].words))
            date_list_add(to->dates, to->list->arena,
                          (struct document_date){d, from->dates[i].source, from->dates[i].words});
    }
    weigh(&g);
    for (size_t i = 0, k; i < from->piece_count && !to->list->too_many; i = k) {
        uint16_t table = from->pieces[i].table;
        k = i + 1;
        while (table && k < from->piece_count && from->pieces[k].table == table) k++;
        if (table && to->list->tables < UINT16_MAX && !is_furniture(&g, i) && !arranges_the_page(table_look(&g, i, k)))
            table_add(&g, i, k);
        else
            for (size_t n = i; n < k; n++) piece_of_page(&g, n);
    }
}
