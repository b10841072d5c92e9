/* SPDX-License-Identifier: Apache-2.0
 *
 * str: see str.h. Nothing here allocates but the two copies, which take the arena they copy into.
 */
#include "str.h"

#include "arena.h"

struct str str_of(const char *z)
{
    return z ? (struct str){z, strlen(z)} : STR("");
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int str_cmp(struct str a, struct str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq((struct str){s.ptr, prefix.len}, prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_from(s, s.len - suffix.len), suffix);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str str_trim(struct str s)
{
    while (s.len && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len && is_space(s.ptr[s.len - 1])) s.len--;
    return s;
}

struct str str_from(struct str s, size_t start)
{
    if (start > s.len) start = s.len;
    return start == 0 ? s : (struct str){s.ptr + start, s.len - start}; /* nothing is added to a null pointer */
}

struct str str_part(struct str s, size_t a, size_t b)
{
    if (b > s.len) b = s.len;
    if (a > b) a = b;
    return (struct str){a == 0 ? s.ptr : s.ptr + a, b - a};
}

ptrdiff_t str_find(struct str s, struct str what)
{
    if (what.len == 0) return 0;
    if (s.len < what.len) return -1;
    const char *hit = memmem(s.ptr, s.len, what.ptr, what.len);
    return hit ? hit - s.ptr : -1;
}

ptrdiff_t str_find_char(struct str s, char c)
{
    if (s.len == 0) return -1;
    const char *hit = memchr(s.ptr, c, s.len);
    return hit ? hit - s.ptr : -1;
}

bool str_has(struct str s, struct str what)
{
    return str_find(s, what) >= 0;
}

struct str_cut str_cut(struct str s, struct str separator)
{
    ptrdiff_t at = separator.len ? str_find(s, separator) : -1;
    if (at < 0) return (struct str_cut){s, str_from(s, s.len), false};
    return (struct str_cut){str_part(s, 0, (size_t)at), str_from(s, (size_t)at + separator.len), true};
}

char *str_copy_z(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.len + 1, 1);
    if (s.len) memcpy(p, s.ptr, s.len);
    p[s.len] = 0;
    return p;
}

struct str str_copy(struct arena *a, struct str s)
{
    return (struct str){str_copy_z(a, s), s.len};
}

bool str_to_u64(uint64_t *out, struct str s, uint64_t max)
{
    uint64_t n = 0;
    if (s.len == 0) return false;
    for (size_t i = 0; i < s.len; i++) {
        unsigned d = (unsigned)(unsigned char)s.ptr[i] - '0';
        if (d > 9 || d > max || n > (max - d) / 10) return false;
        n = n * 10 + d;
    }
    *out = n;
    return true;
}

uint64_t str_hash(struct str s)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.ptr[i]) * 0x100000001b3u;
    return h;
}
