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

size_t lower_step(char out[3], char last, struct str text, size_t *at)
{
    size_t len;
    uint32_t ch = utf8_lower_char(utf8_decode(text, *at, &len));
    bool space = ch == ' ' || ch == '\n' || ch == '\t' || ch == '\r' || ch == 0xA0 || ch == 0x202F;
    *at += len;
    if (ch > 0xFFFF || (space && last == ' ')) return 0;
    return put_char(out, space ? ' ' : ch);
}

struct str lower_words(char *out, size_t cap, struct str text)
{
    size_t n = 0;
    for (size_t at = 0; at < text.len && n + 3 <= cap;) n += lower_step(out + n, n ? out[n - 1] : 0, text, &at);
    return (struct str){out, n};
}

struct str last_words(const struct item *i, size_t most)
{
    struct str s = words_before(i);
    return s.len > most ? str_from(s, s.len - most) : s;
}

struct str quote_of(const struct item *i)
{
    const struct told *d = i->f->in;
    return d->record ? d->record[i->start].figure->quote : str_part(d->text, i->start, i->end);
}

struct figure_id item_id(const struct item *i)
{
    const struct told *d = i->f->in;
    return d->record ? d->record[i->start].id : (struct figure_id){0};
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

struct str gap(const struct item *a, const struct item *b)
{
    if (a->f->document != b->f->document || a->f->document == CHECK_RECORD || b->start < a->end)
        return (struct str){"", 0};
    if (b->start - a->end > GAP_MOST) return (struct str){"", 0};
    return str_part(a->f->in->text, a->end, b->start);
}

void between(struct between *out, const struct item *a, const struct item *b)
{
    out->raw = gap(a, b);
    out->words = lower_words(out->space, sizeof out->space, out->raw);
}
