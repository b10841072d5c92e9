/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_write: a statement as one JSON object, with the fields of docs/FORMATS.md in their order. The same function
 * serves the command line and every other program that asks.
 */
#ifndef STATEMENT_WRITE_H
#define STATEMENT_WRITE_H
#include "statement.h"

struct buf;

/* One line with '\n'. `file` is the name to show, `span` the place to show (of the file on disk), `id` the id in the
 * record or "". all: the place of `s` in the list, for the links between references ("implements": start of the other
 * reference). */
void statement_write(struct buf *b, const struct statement *s, struct str file, struct span span, struct str id,
                     const struct statement *all);

/* The name of a file as text: a file name is any bytes, JSON is not; what is not UTF-8 becomes U+FFFD. */
void statement_write_name(struct buf *b, struct str file);

/* "against" as text: "same_period", ..., or the literal of another period; "" when there is none. Written to b. */
void statement_write_against(struct buf *b, const struct figure_statement *f);
#endif
