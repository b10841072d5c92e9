/* SPDX-License-Identifier: Apache-2.0
 *
 * said: what a reader said about a text, as lines of JSON: first the blocks of the text, then the statements, in order.
 * Such a list is kept for ever under its SHA-256 (content.h); the tables are made from it, so a newer reader never
 * changes what an older one said.
 *
 *     {"block":"paragraph","start":0,"end":131}
 *     {"statement":"figure","start":12,"end":29,"quote":"1.996,2 tỷ đồng","rule":"money","value":[19962,-8],...}
 *
 * What is nothing is left out: "", 0, false, a bound that is exact, an aspect that is actual. [19962,-8] is coefficient
 * and scale, which keeps the printed precision.
 */
#ifndef SAID_H
#define SAID_H
#include "block.h"
#include "statement.h"

struct arena;
struct buf;

/* A statement with what the office's own names made of it. */
struct said {
    struct statement statement;
    struct str unit;  /* figures: code of the unit of government that the place was resolved to, or "" */
    struct str layer; /* figures: of a plan, the layer that its words name, or "" */
};

/* Lines, without their end. */
void said_write(struct buf *b, const struct said *s);
void said_write_block(struct buf *b, const struct block *block);

struct said_line {
    bool is_block;
    struct block block; /* kind, start, end */
    struct said said;
};
/* False when it is not such a line. Texts are copied into the arena. */
[[nodiscard]] bool said_read(struct said_line *out, struct arena *a, struct str line);

struct str statement_kind_name(enum statement_kind k); /* "figure", "document_reference", "directive" */
bool statement_kind_find(enum statement_kind *out, struct str name);
struct str block_kind_name(enum block_kind k); /* "paragraph", "heading", "list_item", "cell", "caption", "furniture" */
bool block_kind_find(enum block_kind *out, struct str name);

/* What growth or change is measured against, as one text: the name of the kind, or a period literal. In the arena, or
 * static. */
struct str against_text(struct arena *a, enum figure_against against, struct period period);
[[nodiscard]] bool against_read(enum figure_against *against, struct period *period, struct str text);
struct str period_text(struct arena *a, struct period p);
struct str date_text(struct arena *a, struct date d);
#endif
