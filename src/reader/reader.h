/* SPDX-License-Identifier: Apache-2.0
 *
 * reader: Vietnamese report text -> statements (domain/statement.h): figures with their meaning, references to
 * documents, directives. It is pure: no store, no clock; the same blocks and options give the same statements.
 *
 * The way of a sentence:  scan.re -> tokens -> mention.c (what are the quantities and times) -> meaning.c (what kind of
 * number) -> period_choice.c (for what time) -> subject.c (of what) -> statements.
 *
 * Time is linear in the text: every look to the left or right has a fixed limit. Memory is a small multiple of the
 * text.
 */
#ifndef READER_H
#define READER_H
#include "block.h"
#include "problem.h"
#include "statement.h"

/* Goes up when the same text may give other statements; the record keeps it with what was read. */
enum { READER_VERSION = 3 };

struct reader_options {
    struct date date; /* of the text, when it is known from outside; else unknown and sought in the text */
    struct str place; /* the unit that the text is about, or "" */
};

struct reading {
    struct statement *at;
    size_t len;
    struct problems problems;
    struct date date; /* of the text: given or found; unknown when neither */
    struct str place; /* given or found, or "" */
};

/* Statements in order of their spans. str of the result are borrowed from `in->text` and `a`. Never fails on valid
 * UTF-8; a text with nothing in it gives nothing. */
void reader_read(struct reading *out, struct arena *a, const struct blocks *in, const struct reader_options *options);

/* Takes statements as they are made, some at a time, in order of their spans. `put` may change them; they and what they
 * borrow are good until it returns (`implements` counts from `at`). False stops the reading. */
struct reader_sink {
    bool (*put)(void *to, struct statement *at, size_t count);
    void *to;
};

/* reader_read for who needs no statement twice: the same statements go to the sink and are not kept, so memory does not
 * grow with their number. Of *out, `at` and `len` stay empty. */
void reader_stream(struct reading *out, struct arena *a, const struct blocks *in, const struct reader_options *options,
                   struct reader_sink sink);
#endif
