/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_reader: any valid text, cut into blocks at blank lines and, where a line begins with '|', into cells. Statements
 * must stand in order inside the text, quote exactly their span, name a rule, and write their period as a literal that
 * reads back. Streaming gives the same.
 */
#include "must.h"

#include "arena.h"
#include "buf.h"
#include "reader.h"
#include "utf8.h"

struct list {
    VEC_FIELDS(struct block);
};

static void add_cells(struct list *l, struct arena *a, struct str text, size_t start, size_t end, uint16_t row)
{
    uint16_t column = 0;
    for (size_t at = start + 1; at < end; column++) {
        size_t stop = at;
        while (stop < end && text.ptr[stop] != '|') stop++;
        if (stop > at)
            *vec_push(a, l) = (struct block){.start = (uint32_t)at,
                                             .end = (uint32_t)stop,
                                             .kind = BLOCK_CELL,
                                             .table = 1,
                                             .row = row,
                                             .column = column,
                                             .row_span = 1,
                                             .column_span = 1,
                                             .header = row == 0};
        at = stop + 1;
    }
}

static struct blocks cut(struct arena *a, struct str text)
{
    struct list l = {0};
    uint16_t row = 0;
    for (size_t at = 0; at < text.len;) {
        ptrdiff_t found = text.ptr[at] == '|' ? str_find_char(str_from(text, at), '\n')
                                              : str_find(str_from(text, at), STR("\n\n"));
        size_t end = found < 0 ? text.len : at + (size_t)found;
        if (text.ptr[at] == '|' && row < 1000)
            add_cells(&l, a, text, at, end, row++);
        else if (end > at)
            *vec_push(a, &l) = (struct block){.start = (uint32_t)at,
                                              .end = (uint32_t)end,
                                              .kind = text.ptr[at] == '#' ? BLOCK_HEADING : BLOCK_PARAGRAPH,
                                              .row_span = 1,
                                              .column_span = 1};
        at = end;
        while (at < text.len && text.ptr[at] == '\n') at++;
    }
    return (struct blocks){text, l.at, l.len};
}

static void check_figure(const struct figure_statement *f)
{
    char room[64];
    struct buf b = {.ptr = room, .cap = sizeof room, .limit = sizeof room};
    struct period again;
    period_write(&b, f->period);
    must(buf_ok(&b) && period_read(&again, buf_str(&b)) && period_eq(again, f->period));
    must(kind_name(f->kind).len > 0 && aspect_name(f->aspect).len > 0 && bound_name(f->bound).len > 0);
    must(utf8_valid(f->subject, NULL) && utf8_valid(f->unit, NULL) && utf8_valid(f->place, NULL));
}

/* The statements of reader_read, given again by reader_stream one piece after the other. */
struct again {
    const struct reading *all;
    size_t at;
};

static bool same(void *to, struct statement *at, size_t count)
{
    struct again *again = to;
    for (size_t i = 0; i < count; i++) {
        must(again->at + i < again->all->len);
        const struct statement *a = &again->all->at[again->at + i], *b = &at[i];
        must(a->kind == b->kind && a->span.start == b->span.start && a->span.end == b->span.end);
        must(str_eq(a->quote, b->quote) && str_eq(a->rule, b->rule));
        if (a->kind == STATEMENT_REFERENCE)
            must(a->reference.implements < 0 ? b->reference.implements < 0
                                             : a->reference.implements == b->reference.implements + (int32_t)again->at);
        if (a->kind != STATEMENT_FIGURE) continue;
        must(period_eq(a->figure.period, b->figure.period) && decimal_eq(a->figure.value, b->figure.value));
        must(str_eq(a->figure.subject, b->figure.subject) && str_eq(a->figure.unit, b->figure.unit));
        must(str_eq(a->figure.place, b->figure.place) && a->figure.group == b->figure.group);
    }
    again->at += count;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    if (!utf8_valid(text, NULL)) return 0;
    struct arena *a = arena_make(512u << 20);
    struct blocks blocks = cut(a, text);
    struct reader_options options = {.date = {2023, 7, 13}};
    struct reading r;
    reader_read(&r, a, &blocks, &options);
    uint32_t before = 0;
    for (size_t i = 0; i < r.len; i++) {
        const struct statement *s = &r.at[i];
        must(s->span.start >= before && s->span.start < s->span.end && s->span.end <= size);
        before = s->span.start;
        must(str_eq(s->quote, str_part(text, s->span.start, s->span.end)));
        must(s->rule.len > 0);
        if (s->kind == STATEMENT_FIGURE) check_figure(&s->figure);
    }
    struct reading none;
    struct again again = {&r, 0};
    reader_stream(&none, a, &blocks, &options, (struct reader_sink){same, &again});
    must(again.at == r.len && none.len == 0);
    arena_close(a);
    return 0;
}
