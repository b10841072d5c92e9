/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_head: the head of a table as cells (pdf_private.h). Its labels are broken over lines, stand at different heights
 * in neighbouring columns, and some stand over several columns:
 *
 *              Thực hiện          So với (%)
 *    Chỉ tiêu  6 tháng       Kế hoạch    Cùng kỳ
 *
 *   1. lines of one column one below the other, with no more than a line's gap, are one label
 *   2. a label over others that stands in the middle of a run of columns which have nothing beside it spans them
 *   3. the row of a label is one below the labels above it; what has nothing below it reaches down to the body, or to
 *      the row that numbers the columns
 */
#include "pdf_private.h"

enum { GAP_MOST = 80 /* per cent of the height of a line, between two lines of a label */ };

struct label {
    uint16_t first, last;
    int32_t left, top, right, bottom, height;
    struct str text;
    uint32_t row, rows;
    bool closed; /* a number of a column: nothing is added to it */
};

struct head {
    VEC_FIELDS(struct label); /* pdf_table.c gives a head few parts */
};

static bool beside(const struct label *a, uint16_t first, uint16_t last)
{
    return a->first <= last && a->last >= first;
}

/* Two lines of one cell have their middles below one another, or one of their edges. */
static bool aligned(const struct label *l, const struct pdf_part *p)
{
    int32_t slack = l->height * 6 / 10, left = p->left - l->left, right = p->right - l->right;
    int32_t off[3] = {left, right, (left + right) / 2};
    for (int i = 0; i < 3; i++)
        if (off[i] <= slack && off[i] >= -slack) return true;
    return false;
}

/* The last label that has this line's columns, if nothing else stands between them. */
static struct label *label_above(struct head *h, const struct pdf_part *p)
{
    for (size_t i = h->len; i-- > 0;) {
        struct label *l = &h->at[i];
        if (!beside(l, p->first, p->last)) continue;
        if (l->first != p->first || l->last != p->last || l->closed) return NULL;
        if (!aligned(l, p)) return NULL;
        return (int64_t)(p->top - l->bottom) * 100 <= (int64_t)l->height * GAP_MOST ? l : NULL;
    }
    return NULL;
}

/* number: the line numbers the columns. */
static void label_add(struct head *h, struct arena *a, const struct pdf_part *p, bool number)
{
    struct label *above = number ? NULL : label_above(h, p);
    if (above) {
        above->text = pdf_joined(a, above->text, p->text);
        above->bottom = p->bottom;
        if (p->left < above->left) above->left = p->left;
        if (p->right > above->right) above->right = p->right;
        return;
    }
    *vec_push(a, h) = (struct label){.first = p->first,
                                     .last = p->last,
                                     .left = p->left,
                                     .top = p->top,
                                     .right = p->right,
                                     .bottom = p->bottom,
                                     .height = p->bottom - p->top,
                                     .text = p->text,
                                     .closed = number};
}

/* Whether the column has a label below x and none beside it; then the edges of what is below join *left, *right. */
static bool free_column(const struct head *h, const struct label *x, uint16_t column, int32_t *left, int32_t *right)
{
    bool below = false;
    for (size_t i = 0; i < h->len; i++) {
        const struct label *y = &h->at[i];
        if (y == x || !beside(y, column, column)) continue;
        if (y->top < x->bottom - x->height / 3) {
            if (y->bottom > x->top + x->height / 3) return false;
            continue; /* above it */
        }
        if (y->closed) continue;
        below = true;
        if (y->left < *left) *left = y->left;
        if (y->right > *right) *right = y->right;
    }
    return below;
}

/* Widens a label to the run of columns whose middle it stands in. */
static void widen(struct head *h, const struct pdf_table *t, struct label *x)
{
    int32_t left = INT32_MAX, right = INT32_MIN;
    int64_t centre = ((int64_t)x->left + x->right) / 2, best = INT64_MAX;
    uint16_t low = x->first, high = x->last, first = x->first, last = x->last;
    if (x->closed) return;
    for (uint16_t c = x->first; c <= x->last; c++)
        if (!free_column(h, x, c, &left, &right)) return;
    while (low > 0 && free_column(h, x, (uint16_t)(low - 1), &left, &right)) low--;
    left = INT32_MAX, right = INT32_MIN;
    while (high + 1 < t->columns && free_column(h, x, (uint16_t)(high + 1), &left, &right)) high++;
    for (uint16_t i = low; i <= x->first; i++) {
        for (uint16_t k = x->last; k <= high; k++) {
            left = t->left[i], right = t->right[k];
            (void)free_column(h, x, i, &left, &right);
            (void)free_column(h, x, k, &left, &right);
            int64_t off = ((int64_t)left + right) / 2 - centre;
            if (off < 0) off = -off;
            if (off + x->height / 2 < best || (off <= best + x->height / 2 && k - i > last - first)) {
                best = off < best ? off : best;
                first = i;
                last = k;
            }
        }
    }
    x->first = first;
    x->last = last;
}

/* Rows from above to below. The labels are in order of their tops. */
static uint32_t place(struct head *h)
{
    uint32_t rows = 0;
    for (size_t i = 0; i < h->len; i++) {
        struct label *x = &h->at[i];
        for (size_t k = 0; k < i; k++)
            if (beside(&h->at[k], x->first, x->last) && h->at[k].row >= x->row) x->row = h->at[k].row + 1;
        if (x->row >= rows) rows = x->row + 1;
    }
    for (size_t i = h->len; i > 0 && h->at[i - 1].closed; i--) h->at[i - 1].row = rows - 1;
    for (size_t i = 0; i < h->len; i++) {
        struct label *x = &h->at[i];
        uint32_t below = rows;
        for (size_t k = i + 1; k < h->len; k++)
            if (beside(&h->at[k], x->first, x->last) && h->at[k].row > x->row && h->at[k].row < below)
                below = h->at[k].row;
        x->rows = below - x->row;
    }
    return rows;
}

static int by_place(const struct label *a, const struct label *b)
{
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Few and nearly in order. */
static void sort(struct head *h)
{
    for (size_t i = 1; i < h->len; i++) {
        struct label x = h->at[i];
        size_t k = i;
        for (; k > 0 && by_place(&x, &h->at[k - 1]) < 0; k--) h->at[k] = h->at[k - 1];
        h->at[k] = x;
    }
}

void pdf_head_cells(struct pdf_table *t, struct arena *a, const struct pdf_rows *lines, uint32_t head)
{
    struct head h = {0};
    for (uint32_t l = 0; l < head; l++) {
        uint32_t first = lines->starts[l], end = lines->starts[l + 1];
        bool number = pdf_parts_number(lines->parts + first, end - first);
        for (uint32_t i = first; i < end; i++) label_add(&h, a, &lines->parts[i], number);
    }
    for (size_t i = 0; i < h.len; i++) widen(&h, t, &h.at[i]);
    t->head_rows = t->rows = place(&h);
    sort(&h);
    for (size_t i = 0; i < h.len; i++) {
        const struct label *x = &h.at[i];
        pdf_cell_add(t, a,
                     (struct pdf_cell){.text = x->text,
                                       .row = x->row,
                                       .column = x->first,
                                       .row_span = (uint16_t)x->rows,
                                       .column_span = (uint16_t)(x->last - x->first + 1),
                                       .head = true});
    }
}
