/* SPDX-License-Identifier: Apache-2.0
 *
 * table_write_private: between table_write.c, which lines up columns, and table_stack.c, which puts a row into a block.
 */
#ifndef TABLE_WRITE_PRIVATE_H
#define TABLE_WRITE_PRIVATE_H
#include "arena.h"
#include "buf.h"
#include "table_write.h"
#include "utf8.h"
#include "width.h"

enum { GAP = 2, NARROWEST = 8, KEPT = 24, NAME_LEAST = 16, LINES_MOST = 3, HEAD_LINES_MOST = 6, CELL_MOST = 1 << 20 };
enum { STACK_INDENT = 2, STACK_HEAD_LINES = 2, STACK_COLUMNS = 6, STACK_LEAD_MOST = 4 };

struct cell {
    struct str text;
    enum cell_style style;
};

struct table_writer {
    struct buf *out;
    struct arena *arena;
    struct table_column *columns;
    size_t *widths;
    size_t count;
    struct table_look look;
    struct cell *cells;  /* rows waiting, count cells each */
    struct cell *row;    /* the row that is being filled, when widths are settled */
    size_t rows;         /* rows waiting */
    size_t at;           /* next cell of the row */
    struct arena *texts; /* of the cells; its own, because a row's texts are given back after the row */
    bool *left_out;      /* columns without a text, in a narrow table */
    size_t lead, tail;   /* columns before `lead` stand on a line above the row, those from `tail` on below it */
    uint64_t last_lead;  /* hash of the last line above a row: the next row of the same thing does not repeat it */
    bool settled, narrow;
};

extern const struct str TABLE_CODES[STYLE_COUNT]; /* of colours */

bool table_is_text(const struct table_writer *t, size_t column);
/* Takes from *rest what fits into one line, up to a blank where there is one. */
struct str table_take_line(struct str *rest, size_t room);

/* How many columns name the row: texts and codes before the first number, or up to the first text; 0: the table does
 * not become blocks. */
size_t table_lead(const struct table_writer *t);
/* The columns before `lead`, on a line; nothing when the row has none of them. */
void table_put_lead(struct table_writer *t, const struct cell *row);
/* The columns from `tail` on: "Với kế hoạch: vượt; Tiến độ: nhanh". */
void table_put_tail(struct table_writer *t, const struct cell *row);
#endif
