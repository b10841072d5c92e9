/* SPDX-License-Identifier: Apache-2.0
 *
 * piece: what a paragraph, line or element of a document is: heading, item, caption, furniture of the page or plain
 * paragraph. Shared by plain text and pages. When in doubt a piece is a paragraph.
 */
#ifndef PIECE_H
#define PIECE_H
#include "block_list.h"
#include "document.h"
#include "line.h"

enum {
    PIECE_PROSE_LEAST = 120, /* bytes of what is taken for a sentence of the body */

    PIECE_BOLD = 1,    /* markup says that all of it is bold */
    PIECE_CROWDED = 2, /* one of several short lines with no empty line between: not a heading by being short alone */
    PIECE_PAGE = 4,    /* of a page, which has elements for headings: being short says nothing */
    PIECE_ITEM = 8,    /* markup says item of a list */
};

struct date_list {
    VEC_FIELDS(struct document_date);
};

/* One document while its pieces are told apart. */
struct pieces {
    struct str text;
    struct block_list *list;
    struct date_list *dates;
    bool related;  /* inside a list of links, begun by «Tin liên quan»: furniture until prose comes back */
    bool any_text; /* a heading before any other text is the title */
};

/* Adds text[start..end) as one block of the kind that it seems to be. flags: PIECE_... */
void piece_add(struct pieces *p, uint32_t start, uint32_t end, unsigned flags);
/* Adds it as this kind; but furniture or a caption when its words say so. */
void piece_add_as(struct pieces *p, uint32_t start, uint32_t end, enum block_kind kind, uint8_t level);

/* A sentence of the body: long enough and with an end that is not "...". */
bool piece_is_prose(struct str text, uint32_t start, uint32_t end);
/* A line that is known for what it is by its words (a button, a date of posting). */
bool piece_stands_alone(struct str text, uint32_t start, uint32_t end);

void date_list_add(struct date_list *l, struct arena *a, struct document_date d);
#endif
