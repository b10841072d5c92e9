/* SPDX-License-Identifier: Apache-2.0
 *
 * link: see link.h (RFC 3986).
 */
#include "link.h"

static bool is_plain(unsigned char b)
{
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '.' ||
           b == '_' || b == '~';
}

void link_encode(struct buf *b, struct str s)
{
    static const char DIGITS[] = "0123456789ABCDEF";
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.ptr[i];
        if (is_plain(byte)) {
            buf_char(b, (char)byte);
            continue;
        }
        buf_char(b, '%');
        buf_char(b, DIGITS[byte >> 4]);
        buf_char(b, DIGITS[byte & 15]);
    }
}

static struct link keep(struct arena *a, struct buf *b)
{
    struct link l = {str_copy(a, buf_str(b))};
    buf_free(b);
    return l;
}

struct link link_path(struct arena *a, const struct str *parts, size_t count)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < count; i++) {
        buf_char(&b, '/');
        link_encode(&b, parts[i]);
    }
    if (!count) buf_char(&b, '/');
    return keep(a, &b);
}

struct link link_with(struct arena *a, struct link l, struct str name, struct str value)
{
    struct buf b = buf_make(SIZE_MAX);
    if (!value.len) return l;
    buf_put(&b, l.text);
    buf_char(&b, str_find_char(l.text, '?') < 0 ? '?' : '&');
    link_encode(&b, name);
    buf_char(&b, '=');
    link_encode(&b, value);
    return keep(a, &b);
}

struct link link_place(struct arena *a, struct link l, struct str place)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, l.text);
    buf_char(&b, '#');
    link_encode(&b, place);
    return keep(a, &b);
}

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool link_decode(struct str *out, struct arena *a, struct str s, bool plus)
{
    char *to = arena_array(a, char, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '%') {
            int high = i + 2 < s.len ? hex(s.ptr[i + 1]) : -1, low = high < 0 ? -1 : hex(s.ptr[i + 2]);
            if (low < 0) return false;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        if (!c) return false;
        to[len++] = c;
    }
    *out = (struct str){to, len};
    return true;
}
