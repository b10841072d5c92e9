/* SPDX-License-Identifier: Apache-2.0
 *
 * block: a document as the reader sees it: one text (text.h) cut into paragraphs, headings, list items and table cells,
 * in order. document/ makes blocks from any kind of file; reader/ knows nothing but blocks.
 *
 * Invariants: blocks do not overlap and stand in order of start; a hard-wrapped paragraph is one block with '\n'
 * inside; the cells of a table are consecutive, row by row.
 */
#ifndef BLOCK_H
#define BLOCK_H
#include "str.h"

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_LIST_ITEM,
    BLOCK_CELL,      /* of a table; see row, column */
    BLOCK_CAPTION,   /* under a picture */
    BLOCK_FURNITURE, /* menus, view counts, related links: kept, not read */
    BLOCK_KINDS
};

struct block {
    uint32_t start, end;            /* bytes of the text */
    uint8_t kind;                   /* enum block_kind */
    uint8_t level;                  /* of a heading: 1 highest; 0 unknown */
    uint16_t table;                 /* number of the table from 1; 0: not in a table */
    uint16_t row, column;           /* of a cell, from 0 */
    uint16_t row_span, column_span; /* of a cell, at least 1 */
    bool header;                    /* of a cell: heads its column or row (th, or the first rows of a text table) */
};

/* One document as text and blocks. */
struct blocks {
    struct str text;
    const struct block *at;
    size_t len;
};
#endif
