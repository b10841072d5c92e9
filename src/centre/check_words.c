/* SPDX-License-Identifier: Apache-2.0
 *
 * check_words: the words around figures, as rules ask for them: lower case with single spaces, whole words only, and
 * what stands between two figures.
 */
#include "check_private.h"
#include "utf8.h"

static size_t put_char(char *out, uint32_t ch)
{
    if (ch < 0x80) return out[0] = (char)ch, 1;
    if (ch < 0x800) return out[0] = (char)(0xC0 | ch >> 6), out[1] = (char)(0x80 | (ch & 0x3F)), 2;
    out[0] = (char)(0xE0 | ch >> 12);
    out[1] = (char)(0x80 | (ch >> 6 & 0x3F));
    out[2] = (char)(0x80 | (ch & 0x3F));
    return 3;
}

struct str lower_words(char *out, size_t cap, struct str text)
{
    size_t n = 0, len;
    for (size_t at = 0; at < text.len && n + 3 <= cap; at += len) {
        uint32_t ch = utf8_lower_char(utf8_decode(text, at, &len));
        bool space = ch == ' ' || ch == '\n' || ch == '\t' || ch == '\r' || ch == 0xA0 || ch == 0x202F;
        if (ch > 0xFFFF || (space && n && out[n - 1] == ' ')) continue;
        n += put_char(out + n, space ? ' ' : ch);
    }
    return (struct str){out, n};
}

static bool letter_before(struct str text, size_t at)
{
    size_t len, start = at;
    if (at == 0) return false;
    do start--;
    while (start > 0 && ((unsigned char)text.ptr[start] & 0xC0) == 0x80);
    uint32_t ch = utf8_decode(text, start, &len);
    return utf8_is_letter(ch) || (ch >= '0' && ch <= '9');
}

static bool letter_at(struct str text, size_t at)
{
    size_t len;
    if (at >= text.len) return false;
    uint32_t ch = utf8_decode(text, at, &len);
    return utf8_is_letter(ch) || (ch >= '0' && ch <= '9');
}

bool has_words(struct str text, const char *phrase)
{
    struct str what = str_of(phrase), rest = text;
    for (ptrdiff_t at; (at = str_find(rest, what)) >= 0; rest = str_from(rest, (size_t)at + what.len)) {
        size_t start = text.len - rest.len + (size_t)at;
        if (!letter_before(text, start) && !letter_at(text, start + what.len)) return true;
    }
    return false;
}

bool has_any(struct str text, const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (has_words(text, *phrases)) return true;
    return false;
}

bool ends_with_words(struct str text, const char *phrase)
{
    struct str what = str_of(phrase);
    text = str_trim(text);
    return str_ends(text, what) && !letter_before(text, text.len - what.len);
}

bool has_digit(struct str text)
{
    for (size_t n = 0; n < text.len; n++)
        if (text.ptr[n] >= '0' && text.ptr[n] <= '9') return true;
    return false;
}

/* --- between two figures */

struct str gap(const struct checker *c, const struct item *a, const struct item *b)
{
    if (a->span.document != b->span.document || a->span.document == CHECK_RECORD || b->span.start < a->span.end)
        return (struct str){"", 0};
    if (b->span.start - a->span.end > GAP_MOST) return (struct str){"", 0};
    return str_part(c->in->documents[a->span.document].text, a->span.end, b->span.start);
}

void between(struct between *out, const struct checker *c, const struct item *a, const struct item *b)
{
    out->raw = gap(c, a, b);
    out->words = lower_words(out->space, sizeof out->space, out->raw);
}
