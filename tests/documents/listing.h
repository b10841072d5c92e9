/* SPDX-License-Identifier: Apache-2.0
 *
 * listing: what the programs share that print what was read, a thing a line.
 */
#ifndef LISTING_H
#define LISTING_H
#include "buf.h"

/* Text on one line: line ends inside it are shown as ⏎. */
static inline void put_words(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\n')
            buf_put(b, STR("⏎"));
        else
            buf_char(b, s.ptr[i]);
    }
}

static inline void put_line(struct buf *b, struct str s)
{
    put_words(b, s);
    buf_char(b, '\n');
}
#endif
