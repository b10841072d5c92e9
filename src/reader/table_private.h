/* SPDX-License-Identifier: Apache-2.0
 *
 * table_private: what the files of table share. table.c reads head, rows and values, table_cell.c what one cell says.
 */
#ifndef TABLE_PRIVATE_H
#define TABLE_PRIVATE_H
#include "sentence.h"

/* "Trên", "≥" before the number of a cell: its bound, and the first token of the number. */
size_t table_cell_bound(enum figure_bound *bound, const struct reader *r);
/* The first token of the name of a cell: after marks and "Trong đó:". */
size_t table_name_start(const struct reader *r);
/* "Giảm tỷ lệ hộ nghèo": the name says that it falls. */
bool table_name_falls(const struct reader *r);
#endif
