/* SPDX-License-Identifier: Apache-2.0
 *
 * record_id: the numbers under which the record keeps things, and how people see them: D7 a document, S345 a statement,
 * F12 a figure. They count up from 1 in the order of the journal, so they are the same after every rebuild.
 */
#ifndef RECORD_ID_H
#define RECORD_ID_H
#include "str.h"

struct buf;

struct document_id {
    uint32_t n; /* 0: none */
};

struct statement_id {
    uint32_t n; /* 0: none */
};

struct figure_id {
    uint32_t n; /* 0: none */
};

void document_id_write(struct buf *b, struct document_id id);
void statement_id_write(struct buf *b, struct statement_id id);
void figure_id_write(struct buf *b, struct figure_id id);

/* "S345", "s345" and "345" are the same statement; another letter is refused, and so is 0. */
[[nodiscard]] bool document_id_read(struct document_id *out, struct str s);
[[nodiscard]] bool statement_id_read(struct statement_id *out, struct str s);
[[nodiscard]] bool figure_id_read(struct figure_id *out, struct str s);
#endif
