/* SPDX-License-Identifier: Apache-2.0
 *
 * table: tables that stand in plain text, and what all tables have in common.
 */
#ifndef TABLE_H
#define TABLE_H
#include "block_list.h"
#include "line.h"

/* Lines of one group (plain.c), at[0..len). */
struct table_lines {
    const struct line *at;
    size_t len;
};

/* Tries to read a table that begins with line `from`. Adds its cells to the list and returns the number of the first
 * line behind it; returns `from` and adds nothing when no table begins there. A table that only arranges words on the
 * page (the head of a letter) is added as paragraphs. *refused, 0 at the start of a group, remembers how far the lines
 * were seen to be no table, so that asking line after line stays linear. */
size_t table_take(struct block_list *list, struct table_lines lines, size_t from, size_t *refused);

/* Marks the header rows of the cells list->at[first..), which are one table, when none of them is marked. Header rows:
 * up to the row that numbers the columns (1, 2, 3 ... or A, B, 1, 2 ...), else the rows at the top that hold no
 * figures. */
void table_mark_header(struct block_list *list, size_t first);

/* "8.343", "-2,5", "(12)", "1-1,5", "55%": a cell of figures, not a label. */
bool table_is_figure(struct str s);
/* True when the cells list->at[first..) arrange words: one column, or at most two rows without a figure. */
bool table_is_layout(const struct block_list *list, size_t first);
/* Turns such cells into paragraphs and takes the number of the table back. */
void table_to_paragraphs(struct block_list *list, size_t first);
#endif
