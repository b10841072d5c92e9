/* SPDX-License-Identifier: Apache-2.0
 *
 * html: a page as pieces of text, between the parser of markup (html_parse.c, run in a child process) and the making of
 * blocks (html_blocks.c). What a page is made of is told apart here in three steps, so that the untrusted bytes meet
 * only the first:
 *
 *   html_parse          bytes -> struct html_page      libxml2, strangers' markup: in a child (child.h)
 *   html_page_write/read  page <-> message              through a pipe, everything checked on reading
 *   html_blocks         page -> blocks                 what is body, heading, table; what is furniture of the page
 */
#ifndef HTML_H
#define HTML_H
#include "block_list.h"
#include "document.h"
#include "piece.h"

struct buf;

enum html_kind { HTML_TEXT, HTML_HEADING, HTML_ITEM, HTML_CAPTION, HTML_PRE, HTML_KINDS };

enum {
    HTML_BOLD = 1,      /* all of it is in b, strong */
    HTML_FURNITURE = 2, /* in nav, footer, aside, button ... */
    HTML_HINTED = 4,    /* a class, id or style says that it is furniture */
    HTML_BODY = 8,      /* in article, main, or what a class says is the body */
    HTML_HEADER = 16,   /* in th or thead */
    HTML_BREAKS = 32,   /* has line ends that br made */
    HTML_FLAGS = 63,
};

struct html_piece {
    uint32_t start, end; /* of the text of the page */
    uint32_t links;      /* bytes of it inside a */
    uint16_t table;      /* the innermost table, if that holds no other table; 0: none */
    uint16_t row, column, row_span, column_span;
    uint8_t kind;  /* enum html_kind */
    uint8_t level; /* of a heading */
    uint8_t flags;
};

struct html_date {
    struct str words;
    enum document_date_source source;
};

struct html_page {
    struct str text; /* pieces with empty lines between */
    struct str title;
    const struct html_piece *pieces;
    size_t piece_count;
    struct html_date dates[DOCUMENT_DATES_MAX];
    size_t date_count;
};

/* html: valid UTF-8. Never fails on bad markup; false only when the page has more than DOCUMENT_BLOCKS_MAX pieces. */
[[nodiscard]] bool html_parse(struct html_page *out, struct arena *a, struct str html);

/* The message: see html_message.c. Reading checks lengths, order, ranges and UTF-8 and refuses what breaks a promise of
 * this header; strings of *out are inside the message. */
void html_page_write(struct buf *b, const struct html_page *page);
[[nodiscard]] bool html_page_read(struct html_page *out, struct arena *a, struct str message);

/* All of it: parses in a child (`here`: in this process) and makes *text, the text of the page in the inside form and
 * its own reference. Errors: those of child_run, ERR_PARSER_STOPPED when the message breaks a promise. */
[[nodiscard]] bool html_read(struct html_page *out, struct text *text, struct arena *a, struct str html, bool here,
                             struct str name, struct err *err);

/* Adds the blocks and dates of a page; p->text is page->text in NFC and the pieces fit it. */
void html_blocks(struct pieces *p, const struct html_page *page);

/* A day in the words of a machine or a line: "2024-02-15T15:15:00+07:00", "15/02/2024 15:15". A moment in UTC is the
 * day it was in Việt Nam (UTC+7). */
bool html_date_read(struct date *out, struct str words);
#endif
