/* SPDX-License-Identifier: Apache-2.0
 *
 * rows: one list of results in any of the forms of format.h. A command writes each row once, cell by cell in the order
 * of its columns; the form decides what of it is seen:
 *
 *   column          table          jsonl, json              csv
 *   name "value"    -              key                      header
 *   title           heading        -                        -
 *   rows_decimal    8.343,5        8343.5                   8343.5
 *   rows_shown      what people    what programs read       what programs read
 *                   read
 *   rows_none       (empty)        null                     (empty)
 */
#ifndef ROWS_H
#define ROWS_H
#include "decimal.h"
#include "err.h"
#include "format.h"
#include "table_write.h"

struct arena;
struct buf;

enum column_flags {
    COLUMN_NUMBER = 1, /* at the right of its column in a table */
    COLUMN_FIXED = 2,  /* never clipped in a table: codes, dates, ids */
    COLUMN_DATA = 4,   /* not in a table: for programs only */
    COLUMN_EYES = 8,   /* only in a table */
    COLUMN_KEEP = 16   /* clipped after the others in a table: the words of a number */
};

struct column {
    const char *name;  /* key in JSON, header in CSV; stable */
    const char *title; /* tr("…") */
    unsigned flags;
};

struct rows_look {
    enum format format; /* FORMAT_TABLE, FORMAT_JSONL, FORMAT_JSON, FORMAT_CSV or FORMAT_CSV_EXCEL */
    enum lang lang;
    bool color;
    size_t width; /* of the terminal; 0: do not clip */
};

struct rows;
/* The columns must outlive the rows. Writes the header of a CSV. */
struct rows *rows_open(struct buf *out, struct arena *a, const struct column *columns, size_t count,
                       struct rows_look look);
void rows_style(struct rows *r, enum cell_style style); /* of the next cell, in a table */
void rows_text(struct rows *r, struct str s);
void rows_decimal(struct rows *r, struct decimal d); /* all its printed digits */
void rows_int(struct rows *r, int64_t n);
void rows_bool(struct rows *r, bool b);                 /* true, false; in a table: có, không */
void rows_none(struct rows *r);                         /* not known: not zero and not an empty text */
void rows_none_shown(struct rows *r, struct str shown); /* likewise, and in a table what people read instead */
void rows_json(struct rows *r, struct str json, struct str shown); /* a JSON value; in a table: `shown` */
/* One thing for programs, another for eyes: (2023-H1, "6 tháng đầu năm 2023"), (8343000000000, "8.343 tỷ đồng"). */
void rows_text_shown(struct rows *r, struct str s, struct str shown);
void rows_decimal_shown(struct rows *r, struct decimal d, struct str shown);
void rows_end(struct rows *r);   /* of one row; every column must have been written */
void rows_close(struct rows *r); /* of all */
/* How many rows were ended. */
size_t rows_count(const struct rows *r);

/* A number as people of that language print it: 8.343,50 and 8,343.50. */
void number_write(struct buf *b, struct decimal d, enum lang lang);
/* What was written to b from there on, numbers of Vietnamese and words without '.' and ',', with English separators. */
void number_to_english(struct buf *b, size_t from);
#endif
