/* SPDX-License-Identifier: Apache-2.0
 *
 * table_columns: tables whose cells are set apart by tabs, semicolons or columns of spaces.
 */
#ifndef TABLE_COLUMNS_H
#define TABLE_COLUMNS_H
#include "table.h"

/* As table_take (table.h). When no table begins at `from`, *until becomes the first line at which it is worth to ask
 * again. */
size_t table_columns_take(struct block_list *list, struct table_lines lines, size_t from, size_t *until);
#endif
