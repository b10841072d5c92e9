/* SPDX-License-Identifier: Apache-2.0
 *
 * buf: output that grows up to a limit given at birth. Past the limit it keeps what it has and remembers
 * (`too_big`): writers need not check each write, the one who takes the result asks once (buf_ok).
 */
#ifndef BUF_H
#define BUF_H
#include "str.h"

#include <string.h>

struct buf {
    char *ptr;
    size_t len, cap, limit;
    bool too_big;
};

struct buf buf_make(size_t limit); /* allocates nothing yet */
void buf_free(struct buf *b);      /* back to empty; may be used again */
void buf_clear(struct buf *b);     /* length 0, too_big off, memory kept */
[[nodiscard]] bool buf_ok(const struct buf *b);
struct str buf_str(const struct buf *b); /* borrowed until the next write */

void buf_put_grow(struct buf *b, struct str s); /* buf_put where memory or the limit must be looked at */

/* Writing is most of what a reading of a report does at its end, so the usual case stands here: room is there. */
[[gnu::always_inline]] static inline bool buf_has_room(const struct buf *b, size_t more)
{
    return more <= b->cap - b->len && more <= b->limit - b->len && !b->too_big;
}

[[gnu::always_inline]] static inline void buf_put(struct buf *b, struct str s)
{
    if (s.len && buf_has_room(b, s.len)) {
        memcpy(b->ptr + b->len, s.ptr, s.len);
        b->len += s.len;
    } else {
        buf_put_grow(b, s);
    }
}

[[gnu::always_inline]] static inline void buf_char(struct buf *b, char c)
{
    if (buf_has_room(b, 1))
        b->ptr[b->len++] = c;
    else
        buf_put_grow(b, (struct str){&c, 1});
}

void buf_put_z(struct buf *b, const char *zero_terminated);
void buf_codepoint(struct buf *b, uint32_t c); /* as UTF-8; invalid code points become U+FFFD */
void buf_u64(struct buf *b, uint64_t n);
void buf_i64(struct buf *b, int64_t n);
void buf_padded(struct buf *b, unsigned n, size_t width); /* with zeros in front to `width` digits, at most 20 */
void buf_fill(struct buf *b, char c, size_t count);
/* For numbers and program text; never for SQL or HTML, which have typed writers. */
__attribute__((format(printf, 2, 3))) void buf_format(struct buf *b, const char *format, ...);
#endif
