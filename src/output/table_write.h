/* SPDX-License-Identifier: Apache-2.0
 *
 * table_write: a table for eyes, in columns that line up:
 *
 *     Chỉ tiêu                      Kế hoạch   Thực hiện    Đạt
 *     ────────────────────────────  ────────  ──────────  ─────
 *     Thu ngân sách trên địa bàn…   7.500 tỷ    8.343 tỷ   111 %
 *
 * Numbers stand at the right and are never clipped; texts stand at the left and are clipped with "…" to TABLE_TEXT_MOST
 * columns where there is no terminal. On a terminal that does not hold the table they go on below one another in a few
 * lines before they are clipped. Who needs whole texts takes another form than a table.
 */
#ifndef TABLE_WRITE_H
#define TABLE_WRITE_H
#include "str.h"

struct arena;
struct buf;

enum cell_style { STYLE_PLAIN, STYLE_GOOD, STYLE_BAD, STYLE_DOUBT, STYLE_DIM, STYLE_HEAD, STYLE_COUNT };

struct table_column {
    struct str title;
    bool right; /* numbers */
    bool fixed; /* never clipped: codes, numbers */
    bool keep;  /* narrowed after the others: texts that begin with what matters, such as the words of a number */
};

struct table_look {
    bool color;
    size_t width; /* columns of the terminal; 0: none */
};

/* Memory: the cells of the first TABLE_LOOKED_AT rows, which decide the widths; later rows are written as they come,
 * and one that is wider than its column is clipped or,
 * when it is a number, sticks out. */
enum { TABLE_LOOKED_AT = 500, TABLE_TEXT_MOST = 60 };

struct table_writer;
/* The columns are copied; titles are borrowed. Nothing is written before the first rows are known. */
struct table_writer *table_to(struct buf *out, struct arena *a, const struct table_column *columns, size_t count,
                              struct table_look look);
void table_write_cell(struct table_writer *t, struct str text,
                      enum cell_style style);     /* the text is copied, made plain */
void table_write_end_row(struct table_writer *t); /* cells left out are empty */
void table_write_close(struct table_writer *t);   /* no rows: only the header */
#endif
