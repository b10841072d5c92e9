/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_rows: the body of a table as rows (pdf_private.h). A line with figures is a row; the lines without are the rest
 * of a label that is broken, or headings. Which, is told by the label and by how the figures stand beside it:
 *
 *      Thu nội địa (không kể          figures level with the first line of the label: what follows in small letters
 *      dầu thô)             1.234     belongs to it; with its last or its middle line: the label begins above them,
 *                                     at the last line that begins like a label, and has as many lines below as above
 *
 * Where rows have numbers and the figures of none stand beside the middle of a label, a line without a number, near the
 * line above, belongs to the row above however it begins.
 *
 * A line that begins like a label (a capital, a mark, a number of its own) and is claimed by no figures is a heading.
 */
#include "pdf_private.h"

enum { STEP_MOST = 175 /* per cent of the height, from line to line of a label */, ABOVE_MOST = 6 };

struct body {
    const struct pdf_rows *lines;
    const struct pdf_table *table;
    uint32_t head;
    uint16_t label;   /* the column of labels */
    uint32_t *row;    /* of each line, from 0 */
    bool any_figures; /* in no table of words alone */
    bool flush;       /* rows are numbered and begin level with their figures */
};

static const struct pdf_part *parts_of(const struct body *b, uint32_t line, uint32_t *count)
{
    *count = b->lines->starts[line + 1] - b->lines->starts[line];
    return b->lines->parts + b->lines->starts[line];
}

static const struct pdf_part *part_in(const struct body *b, uint32_t line, uint16_t column)
{
    uint32_t n;
    const struct pdf_part *p = parts_of(b, line, &n);
    for (uint32_t i = 0; i < n; i++)
        if (p[i].first <= column && p[i].last >= column) return &p[i];
    return NULL;
}

/* The column with the most words, of the first ones. */
static uint16_t label_column(const struct body *b)
{
    size_t bytes[PDF_COLUMNS_MOST] = {0};
    uint16_t best = 0;
    for (uint32_t i = b->lines->starts[b->head]; i < b->lines->starts[b->lines->count]; i++) {
        const struct pdf_part *p = &b->lines->parts[i];
        if (!p->figure) bytes[p->first] += p->text.len;
    }
    for (uint16_t c = 1; c < b->table->columns && c < 3; c++)
        if (bytes[c] > 2 * bytes[best]) best = c;
    return best;
}

static bool has_figures(const struct body *b, uint32_t line)
{
    uint32_t n;
    const struct pdf_part *p = parts_of(b, line, &n);
    for (uint32_t i = 0; i < n; i++)
        if (p[i].figure && p[i].first > b->label) return true;
    return false;
}

/* A line that is a row for itself: it has figures, or, in a table of words alone, something in the first column. */
static bool is_anchor(const struct body *b, uint32_t line)
{
    uint32_t n;
    const struct pdf_part *p = parts_of(b, line, &n);
    if (b->any_figures) return has_figures(b, line);
    return n > 1 && p[0].first == 0 && !pdf_text_goes_on(p[0].text);
}

static bool near(const struct body *b, uint32_t above, uint32_t below)
{
    const struct pdf_part *x = b->lines->parts + b->lines->starts[above],
                          *y = b->lines->parts + b->lines->starts[below];
    return (int64_t)(y->top - x->top) * 100 <= (int64_t)(y->bottom - y->top) * STEP_MOST;
}

/* The line begins a label: with its number, or with a capital or a mark. */
static bool begins_label(const struct body *b, uint32_t line)
{
    const struct pdf_part *label = part_in(b, line, b->label);
    if (b->label > 0 && part_in(b, line, 0)) return true;
    return label && !pdf_text_goes_on(label->text);
}

/* Of the lines [from, anchor), the first that belongs to the anchor. */
static uint32_t claims(const struct body *b, uint32_t from, uint32_t anchor)
{
    const struct pdf_part *label = part_in(b, anchor, b->label);
    if (b->label > 0 && part_in(b, anchor, 0) && label && !pdf_text_goes_on(label->text)) return anchor;
    if (label && !pdf_text_goes_on(label->text)) return anchor;
    for (uint32_t i = anchor; i > from && anchor - i < ABOVE_MOST && near(b, i - 1, i); i--)
        if (begins_label(b, i - 1)) return i - 1;
    return anchor;
}

/* Whether a line behind an anchor goes on with its row. left: lines of the label that are still due below. */
static bool belongs(const struct body *b, uint32_t line, uint32_t left)
{
    const struct pdf_part *label = part_in(b, line, b->label);
    if (b->label > 0 && part_in(b, line, 0)) return false;
    if (!label || pdf_text_goes_on(label->text)) return true;
    if (b->flush && near(b, line - 1, line)) return true;
    return left > 0 && near(b, line - 1, line);
}

static bool rows_flush(const struct body *b)
{
    uint32_t anchors = 0, numbered = 0;
    if (b->label == 0) return false;
    for (uint32_t i = b->head; i < b->lines->count; i++) {
        const struct pdf_part *label = part_in(b, i, b->label);
        if (!is_anchor(b, i)) continue;
        anchors++;
        numbered += part_in(b, i, 0) != NULL;
        if (!label || pdf_text_goes_on(label->text)) return false;
    }
    return numbered > 1 && numbered * 5 >= anchors * 4;
}

static void group(struct body *b)
{
    uint32_t row = 0, from = b->head, count = b->lines->count;
    bool open = false; /* line from - 1 is of a row that may go on */
    uint32_t due = 0;  /* lines that its label has above the figures */
    while (from < count) {
        uint32_t anchor = from;
        while (anchor < count && !is_anchor(b, anchor)) anchor++;
        uint32_t claimed = anchor < count ? claims(b, from, anchor) : count;
        for (uint32_t i = from; i < claimed; i++) {
            const struct pdf_part *first = b->lines->parts + b->lines->starts[i];
            bool more = open && (belongs(b, i, due) || pdf_text_goes_on(first->text));
            if (!more && i > b->head) row++;
            if (!more) due = 0;
            if (more && due > 0) due--;
            b->row[i] = row;
            open = true;
        }
        if (anchor == count) return;
        if (claimed > b->head) row++;
        for (uint32_t i = claimed; i <= anchor; i++) b->row[i] = row;
        due = part_in(b, anchor, b->label) ? 0 : anchor - claimed;
        open = true;
        from = anchor + 1;
    }
}

/* The cells of the lines [from, to), which are one row. */
static void row_cells(struct pdf_table *t, struct arena *a, const struct body *b, uint32_t from, uint32_t to,
                      uint32_t row)
{
    struct pdf_cell cells[PDF_COLUMNS_MOST] = {0};
    uint16_t end = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t n;
        const struct pdf_part *p = parts_of(b, i, &n);
        for (uint32_t k = 0; k < n; k++) {
            struct pdf_cell *c = &cells[p[k].first];
            uint16_t span = (uint16_t)(p[k].last - p[k].first + 1);
            if (n > 1 || to - from > 1) span = 1; /* only a heading alone in its row spans columns */
            c->text = pdf_joined(a, c->text, p[k].text);
            if (span > c->column_span) c->column_span = span;
        }
    }
    for (uint16_t c = 0; c < t->columns; c++) {
        if (cells[c].text.len == 0 || c < end) continue;
        cells[c].row = row;
        cells[c].column = c;
        cells[c].row_span = 1;
        end = (uint16_t)(c + cells[c].column_span);
        pdf_cell_add(t, a, cells[c]);
    }
}

void pdf_body_cells(struct pdf_table *t, struct arena *a, const struct pdf_rows *lines, uint32_t head)
{
    struct body b = {.lines = lines, .table = t, .head = head, .row = arena_array(a, uint32_t, lines->count + 1u)};
    b.label = label_column(&b);
    for (uint32_t i = head; i < lines->count && !b.any_figures; i++) b.any_figures = has_figures(&b, i);
    b.flush = rows_flush(&b);
    group(&b);
    for (uint32_t i = head, k; i < lines->count; i = k) {
        for (k = i + 1; k < lines->count && b.row[k] == b.row[i]; k++) {}
        row_cells(t, a, &b, i, k, t->rows++);
    }
}
