/* SPDX-License-Identifier: Apache-2.0
 *
 * line: what one line of a plain text looks like: its edges, its marks at the front, its last character. All offsets
 * are bytes of one text in NFC. "Space" is ASCII space and the spaces that pages and word processors leave: U+00A0,
 * U+2000..U+200B, U+2028, U+2029, U+202F, U+3000, U+FEFF.
 */
#ifndef LINE_H
#define LINE_H
#include "str.h"

struct line {
    uint32_t start, end; /* without spaces at both ends */
    uint32_t indent;     /* bytes of space before start */
    uint8_t alone;       /* 0, or 1 + whether it is a piece by its words (plain.c asks once) */
};

/* Moves both edges inward over spaces and line ends. */
void line_trim(struct str text, uint32_t *start, uint32_t *end);

/* The line that starts at `at`; returns the start of the next one. */
uint32_t line_next(struct line *out, struct str text, uint32_t at);

/* Marks of emphasis ('*', '_' in runs of up to three) around a whole line or paragraph, moved inward. */
bool line_strip_emphasis(struct str text, uint32_t *start, uint32_t *end);

enum line_mark {
    MARK_NONE,
    MARK_BULLET,  /* - + * • – ▪ */
    MARK_ROMAN,   /* I. II) */
    MARK_NUMBER,  /* 1. 2) 3/ */
    MARK_NESTED,  /* 1.1. 2.3.1 */
    MARK_LETTER,  /* a) b. */
    MARK_SECTION, /* Chương I, Mục 2, Điều 3. */
};
/* What the line begins with; *after: behind the mark and its spaces. Level as a heading: MARK_SECTION 1, ROMAN 2,
 * NUMBER 3, NESTED 4, LETTER 5. */
enum line_mark line_mark(struct str text, uint32_t start, uint32_t end, uint32_t *after);

/* The kind of the last character that counts, quotes and brackets behind it left aside. */
enum line_ending { ENDS_OPEN, ENDS_SENTENCE /* . ! ? … */, ENDS_PAUSE /* ; , */, ENDS_COLON };
enum line_ending line_ending(struct str text, uint32_t start, uint32_t end);

bool line_starts_lower(struct str text, uint32_t start, uint32_t end); /* behind quotes and brackets */
bool line_starts_upper(struct str text, uint32_t start, uint32_t end);
bool line_all_upper(struct str text, uint32_t start, uint32_t end); /* has letters, none of them lower */
#endif
