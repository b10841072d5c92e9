/* SPDX-License-Identifier: Apache-2.0
 *
 * db_address: what of the address of a server may be seen. The address of a record stands in messages, and a password
 * in it must not. What is hidden is found in the address as it was typed, not as it should have been: between the first
 * «:» and the last «@», and in the parameters that hold one. Hiding too much is no harm.
 */
#include "db_address.h"

#include "buf.h"

#include <string.h>

#define HIDDEN STR("***")

static const struct str schemes[] = {STR_INIT("postgresql://"), STR_INIT("postgres://")};

bool db_is_address(struct str where)
{
    return str_starts(where, schemes[0]) || str_starts(where, schemes[1]);
}

static ptrdiff_t last_at(struct str s)
{
    ptrdiff_t at = (ptrdiff_t)s.len - 1;
    while (at >= 0 && s.ptr[at] != '@') at--;
    return at;
}

/* Whether a parameter holds a password; one whose name is in disguise may. */
static bool is_secret_key(struct str key)
{
    return str_has(key, STR("password")) || str_has(key, STR("%"));
}

/* Without «@», as in an address that was cut short, what stands after «:» and is no number is a password. */
static bool no_port(struct str *out, struct str rest)
{
    size_t end = 0, digits;
    while (end < rest.len && !strchr("/?,", rest.ptr[end])) end++;
    struct str_cut host = str_cut(str_part(rest, 0, end), STR(":"));
    if (!host.found || str_starts(rest, STR("["))) return false;
    for (digits = 0; digits < host.tail.len && host.tail.ptr[digits] >= '0' && host.tail.ptr[digits] <= '9';) digits++;
    *out = host.tail;
    return digits < host.tail.len;
}

/* The parts of an address that are hidden, in their order; at most two a parameter, and no more than `most`. */
static size_t find_secrets(struct str *out, size_t most, struct str where)
{
    size_t count = 0, from = str_starts(where, schemes[0]) ? schemes[0].len : schemes[1].len;
    struct str rest = str_from(where, from);
    ptrdiff_t at = last_at(rest), colon = str_find_char(str_part(rest, 0, at < 0 ? 0 : (size_t)at), ':');
    if (colon >= 0) out[count++] = str_part(rest, (size_t)colon + 1, (size_t)at);
    if (at < 0 && no_port(&out[count], rest)) count++;
    rest = str_from(rest, at < 0 ? 0 : (size_t)at);
    struct str_cut query = str_cut(rest, STR("?"));
    for (struct str tail = query.tail; tail.len && count < most;) {
        struct str_cut pair = str_cut(tail, STR("&")), value = str_cut(pair.head, STR("="));
        if (value.found && is_secret_key(value.head)) out[count++] = value.tail;
        tail = pair.tail;
    }
    return count;
}

enum { SECRETS_MOST = 16 };

struct str db_shown(struct arena *a, struct str where)
{
    struct str secrets[SECRETS_MOST];
    struct buf b = buf_make(SIZE_MAX);
    size_t done = 0;
    size_t count = db_is_address(where) ? find_secrets(secrets, SECRETS_MOST, where) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t start = (size_t)(secrets[i].ptr - where.ptr);
        buf_put(&b, str_part(where, done, start));
        buf_put(&b, HIDDEN);
        done = start + secrets[i].len;
    }
    buf_put(&b, str_from(where, done));
    struct str shown = str_copy(a, buf_str(&b));
    buf_free(&b);
    return shown;
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static struct str decoded(struct arena *a, struct str s)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < s.len; i++) {
        bool code = s.ptr[i] == '%' && i + 2 < s.len && hex(s.ptr[i + 1]) >= 0 && hex(s.ptr[i + 2]) >= 0;
        buf_char(&b, code ? (char)(hex(s.ptr[i + 1]) * 16 + hex(s.ptr[i + 2])) : s.ptr[i]);
        if (code) i += 2;
    }
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* Every place where a part of two letters or more stands is hidden. */
static struct str without(struct arena *a, struct str text, struct str part)
{
    ptrdiff_t at;
    struct buf b = buf_make(SIZE_MAX);
    if (part.len < 2) return text;
    while ((at = str_find(text, part)) >= 0) {
        buf_put(&b, str_part(text, 0, (size_t)at));
        buf_put(&b, HIDDEN);
        text = str_from(text, (size_t)at + part.len);
    }
    buf_put(&b, text);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

struct str db_address_clean(struct arena *a, struct str where, struct str text)
{
    struct str secrets[SECRETS_MOST];
    size_t count = find_secrets(secrets, SECRETS_MOST, where);
    for (size_t i = 0; i < count; i++) {
        struct str rest = secrets[i];
        text = without(a, without(a, text, rest), decoded(a, rest));
        /* A password with such a sign cuts the address elsewhere than it was meant, and pieces of it are quoted. */
        while (rest.len) {
            size_t len = 0;
            while (len < rest.len && !strchr("/:@?#&=", rest.ptr[len])) len++;
            text = without(a, text, str_part(rest, 0, len));
            rest = str_from(rest, len + 1);
        }
    }
    return text;
}
