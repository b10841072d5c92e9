/* SPDX-License-Identifier: Apache-2.0
 *
 * table_private: what the files of table share. table.c reads rows and values, table_head.c what the
 * head of a column says, table_cell.c what one cell says.
 */
#ifndef TABLE_PRIVATE_H
#define TABLE_PRIVATE_H
#include "sentence.h"
#include "table_head.h"

/* "Trên", "≥" before the number of a cell: its bound, and the first token of the number. */
size_t table_cell_bound(enum figure_bound *bound, const struct reader *r);
/* The first token of the name of a cell: after marks and "Trong đó:". */
size_t table_name_start(const struct reader *r);
/* "Giảm tỷ lệ hộ nghèo": the name says that it falls. */
bool table_name_falls(const struct reader *r);

/* Scan at most 400 bytes of text[start..end) as one sentence. */
void cell_scan(struct reader *r, struct str text, uint32_t start, uint32_t end);
bool cell_has(struct reader *r, enum lex_class c);
/* table_head_read in a reader that is there. */
void head_words(struct reader *r, struct table_head *h, struct str words, size_t column);
/* The unit that the scanned cell names behind "Đơn vị tính", or "". */
struct str unit_named(struct reader *r);
#endif
