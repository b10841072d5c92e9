/* SPDX-License-Identifier: Apache-2.0
 *
 * plain: plain text and Markdown -> blocks.
 */
#ifndef PLAIN_H
#define PLAIN_H
#include "block_list.h"
#include "document.h"

/* Cuts list->text into blocks. markdown: '#' heads a heading. Dates of lines of posting are put into `dates`. */
struct date_list {
    VEC_FIELDS(struct document_date);
};
void plain_blocks(struct block_list *list, struct date_list *dates, bool markdown);
#endif
