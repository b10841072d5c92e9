/* SPDX-License-Identifier: Apache-2.0
 *
 * said: see said.h. Writing and reading are each other's reverse: said_write(said_read(line)) is the line again, which
 * the tests demand of every field, and which lets a change be read back from the tables and compared with what was
 * asked.
 */
#include "said.h"

#include "arena.h"
#include "buf.h"
#include "json_write.h"
#include "payload.h"

#include <assert.h>

static const struct str statement_names[] = {
    [STATEMENT_FIGURE] = STR_INIT("figure"),
    [STATEMENT_REFERENCE] = STR_INIT("document_reference"),
    [STATEMENT_DIRECTIVE] = STR_INIT("directive"),
};

static const struct str block_names[] = {
    [BLOCK_PARAGRAPH] = STR_INIT("paragraph"), [BLOCK_HEADING] = STR_INIT("heading"),
    [BLOCK_LIST_ITEM] = STR_INIT("list_item"), [BLOCK_CELL] = STR_INIT("cell"),
    [BLOCK_CAPTION] = STR_INIT("caption"),     [BLOCK_FURNITURE] = STR_INIT("furniture"),
};
static_assert(sizeof block_names / sizeof *block_names == BLOCK_KINDS, "a name for every kind of block");

struct str statement_kind_name(enum statement_kind k)
{
    return statement_names[k];
}

bool statement_kind_find(enum statement_kind *out, struct str name)
{
    for (size_t i = 0; i < sizeof statement_names / sizeof *statement_names; i++) {
        if (!str_eq(statement_names[i], name)) continue;
        *out = (enum statement_kind)i;
        return true;
    }
    return false;
}

struct str block_kind_name(enum block_kind k)
{
    return block_names[k];
}

bool block_kind_find(enum block_kind *out, struct str name)
{
    for (size_t i = 0; i < BLOCK_KINDS; i++) {
        if (!str_eq(block_names[i], name)) continue;
        *out = (enum block_kind)i;
        return true;
    }
    return false;
}

struct str period_text(struct arena *a, struct period p)
{
    struct buf b = buf_make(64);
    period_write(&b, p);
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

struct str date_text(struct arena *a, struct date d)
{
    struct buf b = buf_make(64);
    date_write(&b, d);
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

struct str against_text(struct arena *a, enum figure_against against, struct period period)
{
    return against == AGAINST_PERIOD ? period_text(a, period) : against_name(against);
}

bool against_read(enum figure_against *against, struct period *period, struct str text)
{
    *period = (struct period){0};
    *against = AGAINST_NONE;
    if (!text.len || against_find(against, text)) return true;
    *against = AGAINST_PERIOD;
    return period_read(period, text) && period->kind != PERIOD_NONE;
}

/* --- writing --- */

static void put_period(struct json_writer *j, struct str key, struct period p)
{
    struct buf b = buf_make(64);
    period_write(&b, p);
    payload_put_text(j, key, buf_str(&b));
    buf_free(&b);
}

static void put_bool(struct json_writer *j, struct str key, bool value)
{
    if (!value) return;
    json_write_key(j, key);
    json_write_bool(j, true);
}

static void put_figure(struct json_writer *j, const struct figure_statement *f)
{
    payload_put_decimal(j, STR("value"), f->value);
    if (f->has_max) payload_put_decimal(j, STR("value_max"), f->value_max);
    if (f->has_of) payload_put_decimal(j, STR("of"), f->of);
    put_bool(j, STR("heading"), f->heading);
    payload_put_text(j, STR("kind"), kind_name(f->kind));
    if (f->bound != BOUND_EXACT) payload_put_text(j, STR("bound"), bound_name(f->bound));
    if (f->aspect != ASPECT_ACTUAL) payload_put_text(j, STR("aspect"), aspect_name(f->aspect));
    if (f->against == AGAINST_PERIOD)
        put_period(j, STR("against"), f->against_period);
    else
        payload_put_text(j, STR("against"), against_name(f->against));
    put_period(j, STR("period"), f->period);
    payload_put_text(j, STR("measure"), f->unit);
    payload_put_text(j, STR("subject"), f->subject);
    payload_put_text(j, STR("indicator"), f->indicator);
    payload_put_text(j, STR("place"), f->place);
    payload_put_text(j, STR("plan"), f->plan);
    payload_put_int(j, STR("group"), f->group);
}

static void put_reference(struct json_writer *j, const struct reference_statement *r)
{
    payload_put_text(j, STR("document_kind"), r->document_kind);
    payload_put_text(j, STR("symbol"), r->symbol);
    payload_put_text(j, STR("symbol_norm"), r->symbol_norm);
    payload_put_text(j, STR("issuer"), r->issuer);
    if (date_known(r->date)) put_period(j, STR("date"), period_day(r->date));
    payload_put_text(j, STR("about"), r->about);
    if (r->implements >= 0) { /* 0 is a place too */
        json_write_key(j, STR("implements"));
        json_write_int(j, r->implements);
    }
}

static void put_directive(struct json_writer *j, const struct directive_statement *d)
{
    payload_put_text(j, STR("who"), d->who);
    payload_put_text(j, STR("whom"), d->whom);
    payload_put_text(j, STR("what"), d->what);
    payload_put_text(j, STR("due_words"), d->due_words);
    put_period(j, STR("due"), d->due);
}

void said_write(struct buf *b, const struct said *s)
{
    const struct statement *t = &s->statement;
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("statement"), statement_kind_name(t->kind));
    payload_put_int(&j, STR("start"), t->span.start);
    payload_put_int(&j, STR("end"), t->span.end);
    payload_put_text(&j, STR("quote"), t->quote);
    payload_put_text(&j, STR("rule"), t->rule);
    switch (t->kind) {
    case STATEMENT_FIGURE: put_figure(&j, &t->figure); break;
    case STATEMENT_REFERENCE: put_reference(&j, &t->reference); break;
    case STATEMENT_DIRECTIVE: put_directive(&j, &t->directive); break;
    }
    payload_put_text(&j, STR("unit"), s->unit);
    payload_put_text(&j, STR("layer"), s->layer);
    json_write_close(&j, '}');
}

void said_write_block(struct buf *b, const struct block *block)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("block"), block_kind_name((enum block_kind)block->kind));
    payload_put_int(&j, STR("start"), block->start);
    payload_put_int(&j, STR("end"), block->end);
    json_write_close(&j, '}');
}

/* --- reading --- */

static struct str take_text(struct payload *p, struct arena *a, const char *key)
{
    return str_copy(a, payload_text(p, p->root, key));
}

static uint32_t take_number(struct payload *p, const char *key)
{
    int64_t n = payload_int(p, p->root, key);
    if (n < 0 || n > UINT32_MAX) p->bad = true;
    return (uint32_t)n;
}

static struct period take_period(struct payload *p, const char *key)
{
    struct period period = {0};
    struct str text = payload_text(p, p->root, key);
    if (text.len && !period_read(&period, text)) p->bad = true;
    return period;
}

static void take_figure(struct figure_statement *f, struct payload *p, struct arena *a)
{
    bool has_value;
    struct str bound = payload_text(p, p->root, "bound"), aspect = payload_text(p, p->root, "aspect");
    f->value = payload_decimal(p, p->root, "value", &has_value);
    f->value_max = payload_decimal(p, p->root, "value_max", &f->has_max);
    f->of = payload_decimal(p, p->root, "of", &f->has_of);
    f->heading = payload_bool(p, p->root, "heading");
    if (!has_value || !kind_find(&f->kind, payload_text(p, p->root, "kind"))) p->bad = true;
    if (bound.len && !bound_find(&f->bound, bound)) p->bad = true;
    if (aspect.len && !aspect_find(&f->aspect, aspect)) p->bad = true;
    if (!against_read(&f->against, &f->against_period, payload_text(p, p->root, "against"))) p->bad = true;
    f->period = take_period(p, "period");
    f->unit = take_text(p, a, "measure");
    f->subject = take_text(p, a, "subject");
    f->indicator = take_text(p, a, "indicator");
    f->place = take_text(p, a, "place");
    f->plan = take_text(p, a, "plan");
    f->group = take_number(p, "group");
}

static void take_reference(struct reference_statement *r, struct payload *p, struct arena *a)
{
    struct str date = payload_text(p, p->root, "date");
    r->document_kind = take_text(p, a, "document_kind");
    r->symbol = take_text(p, a, "symbol");
    r->symbol_norm = take_text(p, a, "symbol_norm");
    r->issuer = take_text(p, a, "issuer");
    if (date.len && !date_read(&r->date, date)) p->bad = true;
    r->about = take_text(p, a, "about");
    int64_t implements = json_object_get(p->root, "implements") ? payload_int(p, p->root, "implements") : -1;
    if (implements < -1 || implements > INT32_MAX) p->bad = true;
    r->implements = (int32_t)implements;
}

static void take_directive(struct directive_statement *d, struct payload *p, struct arena *a)
{
    d->who = take_text(p, a, "who");
    d->whom = take_text(p, a, "whom");
    d->what = take_text(p, a, "what");
    d->due_words = take_text(p, a, "due_words");
    d->due = take_period(p, "due");
}

static void take_statement(struct said *s, struct payload *p, struct arena *a)
{
    struct statement *t = &s->statement;
    if (!statement_kind_find(&t->kind, payload_text(p, p->root, "statement"))) {
        p->bad = true;
        return;
    }
    t->span = (struct span){.start = take_number(p, "start"), .end = take_number(p, "end")};
    t->quote = take_text(p, a, "quote");
    t->rule = take_text(p, a, "rule");
    s->unit = take_text(p, a, "unit");
    s->layer = take_text(p, a, "layer");
    switch (t->kind) {
    case STATEMENT_FIGURE: take_figure(&t->figure, p, a); break;
    case STATEMENT_REFERENCE: take_reference(&t->reference, p, a); break;
    case STATEMENT_DIRECTIVE: take_directive(&t->directive, p, a); break;
    }
}

bool said_read(struct said_line *out, struct arena *a, struct str line)
{
    struct payload p;
    enum block_kind kind;
    *out = (struct said_line){0};
    if (!payload_open(&p, line)) return false;
    struct str block = payload_text(&p, p.root, "block");
    out->is_block = block.len > 0;
    if (!out->is_block) {
        take_statement(&out->said, &p, a);
    } else if (block_kind_find(&kind, block)) {
        out->block = (struct block){
            .kind = (uint8_t)kind, .start = take_number(&p, "start"), .end = take_number(&p, "end")};
    } else {
        p.bad = true;
    }
    payload_close(&p);
    return !p.bad;
}
