/* SPDX-License-Identifier: Apache-2.0
 *
 * str: a borrowed piece of bytes, passed by value. Inside the program it is valid UTF-8 in NFC (text.h makes it so
 * at the border). It is not zero terminated and owns nothing: who made the bytes says how long they live.
 */
#ifndef STR_H
#define STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct str {
    const char *ptr;
    size_t len;
};

/* A literal as a str: STR("tỷ đồng"). STR_INIT is the form for initialisers of static objects. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal)                                                                                              \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    }
/* For "%.*s" of printf-like functions. */
#define STR_ARG(s) (int)(s).len, (s).ptr

struct str str_of(const char *zero_terminated); /* NULL gives the empty str */
bool str_eq(struct str a, struct str b);
int str_cmp(struct str a, struct str b); /* byte order, a prefix first; <0, 0, >0 */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_trim(struct str s);                     /* without ASCII space, tab, CR, LF at both ends */
struct str str_from(struct str s, size_t start);       /* s[start..); start beyond the end gives "" */
struct str str_part(struct str s, size_t a, size_t b); /* s[a..b), clamped */
ptrdiff_t str_find(struct str s, struct str what);     /* first offset, or -1; linear for short `what` */
ptrdiff_t str_find_char(struct str s, char c);         /* first offset, or -1 */
bool str_has(struct str s, struct str what);

/* Cut at the first `separator`: head before it, tail after it. Not found: head is all, tail empty. */
struct str_cut {
    struct str head, tail;
    bool found;
};
struct str_cut str_cut(struct str s, struct str separator);

/* A copy in the arena; the _z form ends with a zero byte for the system's functions. */
struct str str_copy(struct arena *a, struct str s);
char *str_copy_z(struct arena *a, struct str s);

/* Decimal digits only, whole string; false when empty, not digits, or over `max`. */
[[nodiscard]] bool str_to_u64(uint64_t *out, struct str s, uint64_t max);

/* A hash for tables that live in one process (FNV-1a, 64 bits): never stored, never shown. */
uint64_t str_hash(struct str s);
#endif
