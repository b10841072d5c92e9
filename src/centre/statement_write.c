/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_write: see statement_write.h. A report gives one line for every hundred bytes, each three times as long, so
 * this is on the fast path of reading: keys are written as ready pieces (",\"start\":") and text is searched for
 * something to escape sixteen bytes at a time.
 *
 *   {"file":"bc.txt","start":24,"end":41,"quote":"8.343 tỷ
 *   đồng","value":8343000000000,"unit":"VND","bound":"exact","kind":"level",
 *    "aspect":"actual","period":"2023","subject":"thu ngân sách","indicator":"C21","place":"quận A","rule":"level"}
 *
 * Invariants
 *  1. Numbers are written from the decimal, all printed digits and no exponent: 12.50 stays 12.50.
 *  2. A field that does not apply (value_max, of, against) is left out; a text that is not known is "".
 */
#include "statement_write.h"

#include "buf.h"
#include "json_write.h"
#include "utf8.h"
#include "width.h"

typedef uint8_t sixteen __attribute__((vector_size(16)));

/* True when JSON must escape one of the sixteen bytes: below 0x20, '"' or '\'. */
static bool sixteen_need_escape(const char *p)
{
    sixteen b;
    memcpy(&b, p, sizeof b);
    sixteen escaped = (sixteen)((b < 0x20) | (b == '"') | (b == '\\'));
    uint64_t any[2];
    memcpy(any, &escaped, sizeof any);
    return (any[0] | any[1]) != 0;
}

/* The same of eight bytes. */
static bool eight_need_escape(const char *p)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    uint64_t x;
    memcpy(&x, p, 8);
    uint64_t quote = x ^ (ones * '"'), slash = x ^ (ones * '\\');
    uint64_t low = (x - ones * 0x20) & ~x;
    return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | low) & high;
}

static bool needs_escape(struct str s)
{
    size_t i = 0;
    while (i + 16 <= s.len && !sixteen_need_escape(s.ptr + i)) i += 16;
    if (i + 8 <= s.len && !eight_need_escape(s.ptr + i)) i += 8;
    while (i < s.len && (unsigned char)s.ptr[i] >= 0x20 && s.ptr[i] != '"' && s.ptr[i] != '\\') i++;
    return i < s.len;
}

static void put_quoted(struct buf *b, struct str s)
{
    buf_char(b, '"');
    buf_put(b, s);
    buf_char(b, '"');
}

static void put_text(struct buf *b, struct str s)
{
    struct json_writer j = json_to(b);
    if (needs_escape(s))
        json_write_text(&j, s);
    else
        put_quoted(b, s);
}

static void put_key_text(struct buf *b, struct str key, struct str value)
{
    buf_put(b, key);
    put_text(b, value);
}

/* Words of a text that is wrapped: line ends become spaces, so that a phrase is one line. */
static void put_key_phrase(struct buf *b, struct str key, struct str value)
{
    buf_put(b, key);
    if (!needs_escape(value)) {
        put_quoted(b, value);
        return;
    }
    struct buf line = buf_make(SIZE_MAX);
    buf_put(&line, value);
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] == '\n') line.ptr[i] = ' ';
    put_text(b, buf_str(&line));
    buf_free(&line);
}

/* Names that the program itself made: nothing to escape. */
static void put_key_name(struct buf *b, struct str key, struct str name)
{
    buf_put(b, key);
    buf_char(b, '"');
    buf_put(b, name);
    buf_char(b, '"');
}

static void put_key_period(struct buf *b, struct str key, struct period p)
{
    buf_put(b, key);
    buf_char(b, '"');
    period_write(b, p);
    buf_char(b, '"');
}

void statement_write_name(struct buf *b, struct str file)
{
    width_put_plain(b, file);
}

static void put_file(struct buf *b, struct str file)
{
    if (utf8_valid(file, NULL)) {
        put_text(b, file);
        return;
    }
    struct buf clean = buf_make(1 << 16);
    statement_write_name(&clean, file);
    put_text(b, buf_str(&clean));
    buf_free(&clean);
}

static void put_place(struct buf *b, const struct statement *s, struct str file, struct span span, struct str id)
{
    if (id.len) {
        put_key_text(b, STR("\"id\":"), id);
        buf_char(b, ',');
    }
    buf_put(b, STR("\"file\":"));
    put_file(b, file);
    buf_put(b, STR(",\"start\":"));
    buf_u64(b, span.start);
    buf_put(b, STR(",\"end\":"));
    buf_u64(b, span.end);
    put_key_text(b, STR(",\"quote\":"), s->quote);
}

void statement_write_against(struct buf *b, const struct figure_statement *f)
{
    if (f->against == AGAINST_PERIOD)
        period_write(b, f->against_period);
    else
        buf_put(b, against_name(f->against));
}

static void put_figure(struct buf *b, const struct figure_statement *f)
{
    buf_put(b, STR(",\"value\":"));
    decimal_write(b, f->value);
    if (f->has_max) {
        buf_put(b, STR(",\"value_max\":"));
        decimal_write(b, f->value_max);
    }
    if (f->has_of) {
        buf_put(b, STR(",\"of\":"));
        decimal_write(b, f->of);
    }
    put_key_phrase(b, STR(",\"unit\":"), f->unit);
    put_key_name(b, STR(",\"bound\":"), bound_name(f->bound));
    put_key_name(b, STR(",\"kind\":"), kind_name(f->kind));
    if (f->against != AGAINST_NONE) {
        buf_put(b, STR(",\"against\":\""));
        statement_write_against(b, f);
        buf_char(b, '"');
    }
    put_key_name(b, STR(",\"aspect\":"), aspect_name(f->aspect));
    put_key_period(b, STR(",\"period\":"), f->period);
    put_key_phrase(b, STR(",\"subject\":"), f->subject);
    put_key_name(b, STR(",\"indicator\":"), f->indicator);
    put_key_phrase(b, STR(",\"place\":"), f->place);
}

static void put_reference(struct buf *b, const struct reference_statement *r, const struct statement *all)
{
    put_key_text(b, STR(",\"document_kind\":"), r->document_kind);
    put_key_phrase(b, STR(",\"symbol\":"), r->symbol);
    put_key_text(b, STR(",\"symbol_norm\":"), r->symbol_norm);
    put_key_phrase(b, STR(",\"issuer\":"), r->issuer);
    buf_put(b, STR(",\"date\":\""));
    date_write(b, r->date);
    buf_char(b, '"');
    put_key_phrase(b, STR(",\"about\":"), r->about);
    if (r->implements >= 0 && all) put_key_phrase(b, STR(",\"implements\":"), all[r->implements].quote);
}

static void put_directive(struct buf *b, const struct directive_statement *d)
{
    put_key_phrase(b, STR(",\"who\":"), d->who);
    put_key_phrase(b, STR(",\"whom\":"), d->whom);
    put_key_phrase(b, STR(",\"what\":"), d->what);
    put_key_phrase(b, STR(",\"due_words\":"), d->due_words);
    put_key_period(b, STR(",\"due\":"), d->due);
}

void statement_write(struct buf *b, const struct statement *s, struct str file, struct span span, struct str id,
                     const struct statement *all)
{
    buf_char(b, '{');
    switch (s->kind) {
    case STATEMENT_FIGURE:
        put_place(b, s, file, span, id);
        put_figure(b, &s->figure);
        break;
    case STATEMENT_REFERENCE:
        buf_put(b, STR("\"statement\":\"document_reference\","));
        put_place(b, s, file, span, id);
        put_reference(b, &s->reference, all);
        break;
    case STATEMENT_DIRECTIVE:
        buf_put(b, STR("\"statement\":\"directive\","));
        put_place(b, s, file, span, id);
        put_directive(b, &s->directive);
        break;
    }
    put_key_name(b, STR(",\"rule\":"), s->rule);
    buf_put(b, STR("}\n"));
}
