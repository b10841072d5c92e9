/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_region: where the tables of a sheet are. Offices put a title, a line with the unit of measure, a head of one to
 * six rows and the figures on one sheet, and often several such tables below one another.
 */
#ifndef SHEET_REGION_H
#define SHEET_REGION_H
#include "arena.h"
#include "sheet.h"

/* Rows of a sheet; each part may be empty. */
struct sheet_region {
    uint32_t first;  /* words above the table: title, unit of measure */
    uint32_t head;   /* rows that head the columns */
    uint32_t body;   /* rows of figures and the labels between them */
    uint32_t end;    /* behind the last row with a figure; notes below belong to the next region */
    uint32_t beside; /* the first column behind an empty one to the right of figures: what stands there may be workings
                        beside the table; the number of columns when there is none */
};

/* The regions in order; together they cover every row. The last may have only words (head == body == end). */
size_t sheet_regions(const struct sheet_region **out, struct arena *a, const struct sheet *s);

/* A number, also one that stands as text. */
bool sheet_is_figure(const struct sheet_cell *c);
/* What was meant as a number and is none: "#REF!", "4712x", "1l.000". Three digits at least, one or two letters, and no
 * year: "9T2025" heads a column. */
bool sheet_is_broken(const struct sheet_cell *c);
/* Cells that number the columns: "A, B, 1, 2, 3=1+2". */
bool sheet_row_numbers(const struct sheet_cell *cells, size_t count);
#endif
