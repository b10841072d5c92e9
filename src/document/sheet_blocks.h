/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_blocks: a workbook as blocks for the reader.
 */
#ifndef SHEET_BLOCKS_H
#define SHEET_BLOCKS_H
#include "piece.h"
#include "sheet.h"

/* Adds the blocks of all sheets; p->text is w->text. Names of sheets and hidden sheets are furniture, hidden cells of a
 * table are left out; words above and below a table are paragraphs and headings; a table is cells, its head marked. */
void sheet_blocks(struct pieces *p, const struct workbook *w);
#endif
