/* SPDX-License-Identifier: Apache-2.0
 *
 * width: how many columns of a terminal a text takes. wcwidth() asks the locale, which this program never sets.
 */
#ifndef WIDTH_H
#define WIDTH_H
#include "str.h"

struct buf;

/* 0 for combining marks and invisible characters, 2 for wide East Asian characters and emoji, else 1. */
unsigned width_of_char(uint32_t c);
size_t width_of(struct str s);

/* The longest head of s that takes at most `columns`; marks stay with their letter. */
struct str width_clip(struct str s, size_t columns);

/* What a stranger wrote, as valid UTF-8 that is safe for a terminal on one line: line ends and tabs become a space,
 * other control characters (escape sequences, direction overrides) and bytes that are no UTF-8 (a file name) U+FFFD. */
void width_put_plain(struct buf *b, struct str s);
#endif
