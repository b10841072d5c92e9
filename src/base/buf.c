/* SPDX-License-Identifier: Apache-2.0
 *
 * buf: see buf.h. One malloc'ed piece that doubles. A write that would pass the limit writes nothing, so that what is
 * there is always whole writes.
 */
#include "buf.h"

#include <stdarg.h>

struct buf buf_make(size_t limit)
{
    return (struct buf){.limit = limit};
}

void buf_free(struct buf *b)
{
    free(b->ptr);
    *b = buf_make(b->limit);
}

void buf_clear(struct buf *b)
{
    b->len = 0;
    b->too_big = false;
}

bool buf_ok(const struct buf *b)
{
    return !b->too_big;
}

struct str buf_str(const struct buf *b)
{
    return (struct str){b->ptr ? b->ptr : "", b->len};
}

/* Room for `more` bytes within the limit, and for `spare` beyond them that do not count (a closing zero). */
static bool reserve_spare(struct buf *b, size_t more, size_t spare)
{
    if (b->too_big || more > b->limit || b->len > b->limit - more) {
        b->too_big = true;
        return false;
    }
    if (more + spare <= b->cap - b->len) return true;
    size_t cap = b->cap ? b->cap : 256;
    while (cap < b->len + more + spare) cap = cap > SIZE_MAX / 2 ? b->len + more + spare : cap * 2;
    char *p = realloc(b->ptr, cap);
    if (!p) abort();
    b->ptr = p;
    b->cap = cap;
    return true;
}

static bool reserve(struct buf *b, size_t more)
{
    return reserve_spare(b, more, 0);
}

void buf_put_grow(struct buf *b, struct str s)
{
    if (s.len == 0 || !reserve(b, s.len)) return;
    memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
}

void buf_put_z(struct buf *b, const char *z)
{
    buf_put(b, str_of(z));
}

void buf_codepoint(struct buf *b, uint32_t c)
{
    char out[4];
    size_t n;
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
    if (c < 0x80) {
        out[0] = (char)c;
        n = 1;
    } else if (c < 0x800) {
        out[0] = (char)(0xC0 | (c >> 6));
        out[1] = (char)(0x80 | (c & 63));
        n = 2;
    } else if (c < 0x10000) {
        out[0] = (char)(0xE0 | (c >> 12));
        out[1] = (char)(0x80 | ((c >> 6) & 63));
        out[2] = (char)(0x80 | (c & 63));
        n = 3;
    } else {
        out[0] = (char)(0xF0 | (c >> 18));
        out[1] = (char)(0x80 | ((c >> 12) & 63));
        out[2] = (char)(0x80 | ((c >> 6) & 63));
        out[3] = (char)(0x80 | (c & 63));
        n = 4;
    }
    buf_put(b, (struct str){out, n});
}

void buf_u64(struct buf *b, uint64_t n)
{
    char digits[20];
    size_t i = sizeof digits;
    do digits[--i] = (char)('0' + n % 10);
    while (n /= 10);
    buf_put(b, (struct str){digits + i, sizeof digits - i});
}

void buf_padded(struct buf *b, unsigned n, size_t width)
{
    char digits[20];
    size_t i = sizeof digits;
    do digits[--i] = (char)('0' + n % 10);
    while (n /= 10);
    while (sizeof digits - i < width && i > 0) digits[--i] = '0';
    buf_put(b, (struct str){digits + i, sizeof digits - i});
}

void buf_i64(struct buf *b, int64_t n)
{
    if (n < 0) buf_char(b, '-');
    buf_u64(b, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
}

void buf_fill(struct buf *b, char c, size_t count)
{
    if (count == 0 || !reserve(b, count)) return;
    memset(b->ptr + b->len, c, count);
    b->len += count;
}

void buf_format(struct buf *b, const char *format, ...)
{
    va_list args;
    char small[256];
    va_start(args, format);
    int n = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (n < 0) return;
    if ((size_t)n < sizeof small) {
        buf_put(b, (struct str){small, (size_t)n});
        return;
    }
    if (!reserve_spare(b, (size_t)n, 1)) return;
    va_start(args, format);
    vsnprintf(b->ptr + b->len, (size_t)n + 1, format, args);
    va_end(args);
    b->len += (size_t)n;
}
