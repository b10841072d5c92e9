/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_write: see statement_write.h. A field that a statement does not have ("value_max" of a figure that is no range) is left out;
 * a field whose answer is not known ("indicator") is an empty text.
 */
#include "statement_write.h"

#include "buf.h"
#include "json_write.h"

static void text(struct json_writer *j, struct str key, struct str value)
{
    json_write_key(j, key);
    json_write_text(j, value);
}

static void number(struct json_writer *j, struct str key, struct decimal value)
{
    json_write_key(j, key);
    json_write_decimal(j, value);
}

static void period(struct json_writer *j, struct str key, struct period p)
{
    char space[64];
    struct buf b = {.ptr = space, .cap = sizeof space, .limit = sizeof space};
    period_write(&b, p);
    text(j, key, buf_str(&b));
}

void statement_write_against(struct buf *b, const struct figure_statement *f)
{
    if (f->against == AGAINST_PERIOD) period_write(b, f->against_period);
    else buf_put(b, against_name(f->against));
}

/* Words of a text that is wrapped: line ends become spaces, so that a phrase is one line. */
static struct str one_line(char *space, size_t size, struct str s)
{
    if (str_find_char(s, '\n') < 0 || s.len > size) return s;
    for (size_t i = 0; i < s.len; i++) space[i] = s.ptr[i] == '\n' ? ' ' : s.ptr[i];
    return (struct str){space, s.len};
}

static void phrase(struct json_writer *j, struct str key, struct str value)
{
    char space[1024];
    text(j, key, one_line(space, sizeof space, value));
}

static void write_figure(struct json_writer *j, const struct figure_statement *f)
{
    char space[64];
    struct buf against = {.ptr = space, .cap = sizeof space, .limit = sizeof space};
    number(j, STR("value"), f->value);
    if (f->has_max) number(j, STR("value_max"), f->value_max);
    if (f->has_of) number(j, STR("of"), f->of);
    phrase(j, STR("unit"), f->unit);
    text(j, STR("bound"), bound_name(f->bound));
    text(j, STR("kind"), kind_name(f->kind));
    statement_write_against(&against, f);
    if (against.len) text(j, STR("against"), buf_str(&against));
    text(j, STR("aspect"), aspect_name(f->aspect));
    period(j, STR("period"), f->period);
    phrase(j, STR("subject"), f->subject);
    text(j, STR("indicator"), f->indicator);
    phrase(j, STR("place"), f->place);
}

static void write_reference(struct json_writer *j, const struct reference_statement *r, const struct statement *all)
{
    char space[16];
    struct buf date = {.ptr = space, .cap = sizeof space, .limit = sizeof space};
    date_write(&date, r->date);
    text(j, STR("document_kind"), r->document_kind);
    phrase(j, STR("symbol"), r->symbol);
    text(j, STR("symbol_norm"), r->symbol_norm);
    phrase(j, STR("issuer"), r->issuer);
    text(j, STR("date"), buf_str(&date));
    phrase(j, STR("about"), r->about);
    if (r->implements >= 0 && all) phrase(j, STR("implements"), all[r->implements].quote);
}

static void write_directive(struct json_writer *j, const struct directive_statement *d)
{
    phrase(j, STR("who"), d->who);
    phrase(j, STR("whom"), d->whom);
    phrase(j, STR("what"), d->what);
    phrase(j, STR("due_words"), d->due_words);
    period(j, STR("due"), d->due);
}

void statement_write(struct buf *b, const struct statement *s, struct str file, struct span span, struct str id, const struct statement *all)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    if (s->kind == STATEMENT_REFERENCE) text(&j, STR("statement"), STR("document_reference"));
    if (s->kind == STATEMENT_DIRECTIVE) text(&j, STR("statement"), STR("directive"));
    if (id.len) text(&j, STR("id"), id);
    text(&j, STR("file"), file);
    json_write_key(&j, STR("start"));
    json_write_int(&j, span.start);
    json_write_key(&j, STR("end"));
    json_write_int(&j, span.end);
    text(&j, STR("quote"), s->quote);
    switch (s->kind) {
    case STATEMENT_FIGURE: write_figure(&j, &s->figure); break;
    case STATEMENT_REFERENCE: write_reference(&j, &s->reference, all); break;
    case STATEMENT_DIRECTIVE: write_directive(&j, &s->directive); break;
    }
    text(&j, STR("rule"), s->rule);
    json_write_close(&j, '}');
    buf_char(b, '\n');
}
