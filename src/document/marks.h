/* SPDX-License-Identifier: Apache-2.0
 *
 * marks: the words by which a line of a page is known for what it is (data/document_marks.tsv): menu entries, counters
 * of views, heads of lists of links, captions.
 */
#ifndef MARKS_H
#define MARKS_H
#include "date.h"
#include "str.h"

enum mark_use {
    MARK_USE_SECTION,
    MARK_USE_CAPTION,
    MARK_USE_CREDIT,
    MARK_USE_FURNITURE,
    MARK_USE_RELATED,
    MARK_USE_STUB,
    MARK_USE_DATE_WORD,
    MARK_USE_PAGE_FURNITURE, /* words of a class or id */
    MARK_USE_PAGE_BODY,
    MARK_USE_PAGE_CAPTION,
};
enum mark_place { MARK_PLACE_WHOLE, MARK_PLACE_START, MARK_PLACE_LAST };

struct document_mark {
    struct str words; /* lower, NFC */
    enum mark_use use;
    enum mark_place place;
};

enum {
    MARKS_BRIEF_MOST = 160, /* bytes: lines to here are asked for everything */
    MARKS_LINE_MOST = 480,  /* lines to here may be captions; longer ones are prose */
};

/* A line and all that the table says of it, made once for all questions. */
struct marks_line {
    struct str line;
    uint32_t uses; /* bits 1 << enum mark_use */
};
/* False, and no use, when the line is prose by its length and end. `line` must live as long as *out. */
bool marks_line_make(struct marks_line *out, struct str line);

/* True when a word of the table with this use stands in the line at its place. */
bool marks_say(const struct marks_line *l, enum mark_use use);

/* The uses of one word as a whole: bits 1 << enum mark_use. */
uint32_t marks_word(struct str word);

/* Length of a word at the start of s that opens a part of a document ("Chương", "ĐIỀU"), 0 when there is none. Upper
 * and lower case forms of these words have equal lengths. */
size_t marks_section(struct str s);

/* A line that is nothing but a date of posting ("15:15 15/02/2024", "Ngày đăng 01/06/2022 | 09:04 | Lượt xem: 384"). */
bool marks_date_line(struct date *out, const struct marks_line *l);
/* The first day written as 15/02/2024, 15-2-2024 or 2024-02-15; false when there is none. */
bool marks_date_find(struct date *out, struct str s);
#endif
