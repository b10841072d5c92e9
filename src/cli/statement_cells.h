/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_cells: the columns in which every list of statements shows what is said, and their cells.
 */
#ifndef STATEMENT_CELLS_H
#define STATEMENT_CELLS_H
#include "command.h"
#include "rows.h"
#include "statement.h"

/* Rows of a table of struct column. */
#define STATEMENT_COLUMNS                                                                                              \
    {"statement", NULL, COLUMN_DATA}, {"quote", tr("Trích"), COLUMN_KEEP}, {"value", NULL, COLUMN_DATA},               \
        {"value_max", NULL, COLUMN_DATA}, {"of", NULL, COLUMN_DATA}, {"unit", NULL, COLUMN_DATA},                      \
        {"bound", NULL, COLUMN_DATA}, {"kind", NULL, COLUMN_DATA}, {"against", NULL, COLUMN_DATA},                     \
        {"aspect", NULL, COLUMN_DATA}, {NULL, tr("Nghĩa"), COLUMN_EYES}, {"period", tr("Kỳ"), 0},                      \
        {"subject", tr("Chỉ tiêu"), 0}, {"indicator", tr("Mã"), COLUMN_FIXED}, {"place", tr("Nơi"), 0},                \
    {                                                                                                                  \
        "rule", NULL, COLUMN_DATA                                                                                      \
    }

/* One cell for each of STATEMENT_COLUMNS. */
void statement_cells(struct cli *c, struct rows *r, const struct statement *s);
void period_cell(struct cli *c, struct rows *r, struct period p); /* the literal, or what people call it */
#endif
