/* SPDX-License-Identifier: Apache-2.0
 *
 * csv_write: rows of comma-separated values as they stream out.
 *
 *   CSV_PLAIN  RFC 4180: ',' between cells, CR LF after a row, numbers with '.', nothing else: for programs
 *   CSV_LINES  the same with LF after a row, as data packages have it
 *   CSV_EXCEL  what Excel under Vietnamese settings opens by a double click: UTF-8 mark at the start, ';' between
 *              cells, numbers with ','. Text that Excel would run as a formula (it begins with = + - @ or a tab) gets
 *              a ' before it: the text comes from strangers' reports.
 */
#ifndef CSV_WRITE_H
#define CSV_WRITE_H
#include "decimal.h"

struct buf;

enum csv_dialect { CSV_PLAIN, CSV_LINES, CSV_EXCEL };

struct csv_writer {
    struct buf *out;
    enum csv_dialect dialect;
    bool in_row; /* a cell stands in this row already */
};

struct csv_writer csv_to(struct buf *out, enum csv_dialect dialect); /* writes the UTF-8 mark of CSV_EXCEL */
void csv_write_text(struct csv_writer *w, struct str s);
void csv_write_decimal(struct csv_writer *w, struct decimal d); /* all its printed digits, no groups */
void csv_write_int(struct csv_writer *w, int64_t n);
void csv_write_empty(struct csv_writer *w);
void csv_write_end_row(struct csv_writer *w);
#endif
