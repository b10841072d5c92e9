/* SPDX-License-Identifier: Apache-2.0
 *
 * page_write: what templates are made of (tools/templates_compile.c): a value of a view put into a page. The type of
 * the value says how; a text is always escaped, for text and for quoted attributes alike.
 */
#ifndef PAGE_WRITE_H
#define PAGE_WRITE_H
#include "err.h"
#include "link.h"

void page_put_text(struct buf *b, struct str s);
void page_put_count(struct buf *b, uint64_t n); /* digits alone: for attributes; numbers for people are texts */
void page_link(struct buf *b, struct link l);   /* no other type may stand in an address */
#define page_put(b, value)                                                                                             \
    _Generic((value), struct str : page_put_text, size_t : page_put_count, uint32_t : page_put_count)((b), (value))

static inline bool page_has_text(struct str s)
{
    return s.len > 0;
}
static inline bool page_has_link(struct link l)
{
    return l.text.len > 0;
}
static inline bool page_has_bool(bool b)
{
    return b;
}
static inline bool page_has_count(uint64_t n)
{
    return n > 0;
}
#define page_has(value)                                                                                                \
    _Generic((value), struct str                                                                                       \
             : page_has_text, struct link                                                                              \
             : page_has_link, bool                                                                                     \
             : page_has_bool, size_t                                                                                   \
             : page_has_count, uint32_t                                                                                \
             : page_has_count)(value)
#endif
