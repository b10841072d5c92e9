/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet: see sheet.h: looking things up in a workbook, and its names.
 */
#include "sheet.h"

#include "buf.h"

/* The first cell at or behind a place. */
static size_t lower(const struct sheet *s, uint32_t row, uint32_t column)
{
    size_t low = 0, high = s->cell_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct sheet_cell *c = &s->cells[mid];
        if (c->row < row || (c->row == row && c->column < column))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const struct sheet_cell *sheet_at(const struct sheet *s, uint32_t row, uint32_t column)
{
    size_t i = lower(s, row, column);
    if (i < s->cell_count && s->cells[i].row == row && s->cells[i].column == column) return &s->cells[i];
    for (size_t k = 0; k < s->merge_count && s->merges[k].row <= row; k++) {
        const struct sheet_merge *g = &s->merges[k];
        bool inside = row - g->row < g->rows && column >= g->column && column - g->column < g->columns;
        if (inside && (g->row != row || g->column != column)) return sheet_at(s, g->row, g->column);
    }
    return NULL;
}

const struct sheet_merge *sheet_merge_at(const struct sheet *s, const struct sheet_cell *c)
{
    size_t low = 0, high = s->merge_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct sheet_merge *g = &s->merges[mid];
        if (g->row < c->row || (g->row == c->row && g->column < c->column))
            low = mid + 1;
        else
            high = mid;
    }
    bool found = low < s->merge_count && s->merges[low].row == c->row && s->merges[low].column == c->column;
    return found ? &s->merges[low] : NULL;
}

const struct sheet_cell *sheet_row(const struct sheet *s, uint32_t row, size_t *count)
{
    size_t first = lower(s, row, 0), end = lower(s, row + 1, 0);
    *count = end - first;
    return s->cells + first;
}

void sheet_column_write(struct buf *b, uint32_t column)
{
    char letters[8];
    size_t n = 0;
    for (uint32_t c = column + 1; c; c = (c - 1) / 26) letters[n++] = (char)('A' + (c - 1) % 26);
    while (n) buf_char(b, letters[--n]);
}

void sheet_place_write(struct buf *b, uint32_t row, uint32_t column)
{
    sheet_column_write(b, column);
    buf_u64(b, (uint64_t)row + 1);
}

struct str sheet_type_name(enum sheet_type t)
{
    static const struct str NAMES[SHEET_TYPES] = {STR_INIT("text"), STR_INIT("number"), STR_INIT("date"),
                                                  STR_INIT("bool"), STR_INIT("error")};
    return NAMES[t];
}

struct str workbook_kind_name(enum workbook_kind k)
{
    static const struct str NAMES[WORKBOOK_KINDS] = {STR_INIT("csv"), STR_INIT("xlsx"), STR_INIT("xls"),
                                                     STR_INIT("pdf")};
    return NAMES[k];
}
