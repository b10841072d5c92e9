/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_part: rows of a list as bytes that the record keeps: many matters that came in at once are content, not one
 * long entry of the journal (change.h, matter_list). Lines, a tab between cells:
 *
 *     matter-part  1
 *     number  title  state          heads
 *     HS-1    Khai sinh  delivered  a row
 *     HS-2    =0         =0         "=N": the N-th value, from 0, that stood written out in this column
 *
 * Inside a cell \t, \n and \\ stand for tab, line end and backslash, \= for a first '='. What repeats is written once,
 * so a million rows are some hundred bytes each. There is one way to write a list of rows.
 */
#ifndef MATTER_PART_H
#define MATTER_PART_H
#include "arena.h"
#include "buf.h"
#include "map.h"

enum { MATTER_PART_ROWS = 10000, MATTER_PART_COLUMNS = 96 };

struct matter_part_writer {
    struct arena *arena; /* for what was written out: to be set back when the part is done */
    struct buf text;
    struct map seen[MATTER_PART_COLUMNS];
    size_t columns, rows;
};
/* heads: at most MATTER_PART_COLUMNS. The text of the part before is gone; `a` may have been set back since. */
void matter_part_begin(struct matter_part_writer *w, struct arena *a, const struct str *heads, size_t columns);
void matter_part_row(struct matter_part_writer *w, const struct str *cells);
void matter_part_free(struct matter_part_writer *w);

struct matter_part_values {
    VEC_FIELDS(struct str);
};
struct matter_part_reader {
    struct arena *arena;
    struct str rest;
    struct str heads[MATTER_PART_COLUMNS];
    struct matter_part_values seen[MATTER_PART_COLUMNS];
    size_t columns;
    bool bad;
};
/* bytes outlive the reader. False when they are no such part. */
[[nodiscard]] bool matter_part_open(struct matter_part_reader *r, struct arena *a, struct str bytes);
/* The next row into cells (room for every column), borrowed from the bytes and the arena. False at the end, and where a
 * line is wrong: r->bad. */
bool matter_part_next(struct str *cells, struct matter_part_reader *r);
#endif
