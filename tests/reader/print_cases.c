/* SPDX-License-Identifier: Apache-2.0
 *
 * print_cases: reads a file of reader cases and writes it again with what the reader says now; a test compares the two.
 * Text is written by people, lines with '=' by this program and reviewed by people.
 *
 *   # a comment
 *   ## name of a case              a new document begins
 *   @ 2024-01-15                   its date; "@ - quận A" or "@ 2024-01-15 quận A": the place that it is about
 *   Năm 2023, thu ngân sách ...    paragraphs, as they would stand in a file; an empty line between two is part of the
 *   text = 8.343 tỷ đồng | 8343000000000 VND | level actual | 2023 | thu ngân sách
 *   = 111,24% | 111.24 % | plan_ratio actual <- plan | 2023 | thu ngân sách | @quận B | ~over | plan: dự toán giao
 *   = Kế hoạch số 5/KH-UBND | reference | 5/KH-UBND | 2023-10-27 | UBND quận | about | -> quote of what it carries out
 *   = giao phòng Y tế báo cáo trước ngày 30/6 | order | who | whom | what | due | period of due
 *
 * The second part is the rule that read a document or a directive.
 *
 * After the first '=' line of a case only '=' lines, comments and empty lines stand until the next "##". The place is
 * shown only where it is not that of the document; "..20" behind a value is the upper end of a range, "/38" the whole
 * of a fraction.
 */
#include <stdio.h>

#include "buf.h"
#include "file.h"
#include "read.h"

struct cases {
    struct buf text;
    struct date date;
    struct str place;
    bool open, told;
};

static void put_words(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++) buf_char(b, s.ptr[i] == '\n' ? ' ' : s.ptr[i]);
}

static void put_part(struct buf *b, struct str s)
{
    buf_put(b, STR(" | "));
    put_words(b, s);
}

static void put_figure(struct buf *b, const struct figure_statement *f, struct str place)
{
    buf_put(b, STR(" | "));
    decimal_write(b, f->value);
    if (f->has_max) {
        buf_put(b, STR(".."));
        decimal_write(b, f->value_max);
    }
    if (f->has_of) {
        buf_char(b, '/');
        decimal_write(b, f->of);
    }
    buf_char(b, ' ');
    put_words(b, f->unit);
    put_part(b, kind_name(f->kind));
    buf_char(b, ' ');
    buf_put(b, aspect_name(f->aspect));
    if (f->against != AGAINST_NONE) buf_put(b, STR(" <- "));
    if (f->against == AGAINST_PERIOD)
        period_write(b, f->against_period);
    else
        buf_put(b, against_name(f->against));
    buf_put(b, STR(" | "));
    period_write(b, f->period);
    put_part(b, f->subject);
    if (!str_eq(f->place, place)) {
        buf_put(b, STR(" | @"));
        put_words(b, f->place);
    }
    if (f->bound != BOUND_EXACT) {
        buf_put(b, STR(" | ~"));
        buf_put(b, bound_name(f->bound));
    }
    if (f->plan.len) {
        buf_put(b, STR(" | plan: "));
        put_words(b, f->plan);
    }
}

static void put_statement(struct buf *b, const struct statement *s, const struct statement *all, struct str place)
{
    buf_put(b, STR("= "));
    put_words(b, s->quote);
    switch (s->kind) {
    case STATEMENT_FIGURE: put_figure(b, &s->figure, place); break;
    case STATEMENT_REFERENCE:
        put_part(b, s->rule);
        put_part(b, s->reference.symbol_norm);
        buf_put(b, STR(" | "));
        if (date_known(s->reference.date)) date_write(b, s->reference.date);
        put_part(b, s->reference.issuer);
        put_part(b, s->reference.about);
        if (s->reference.implements >= 0) {
            buf_put(b, STR(" | -> "));
            put_words(b, all[s->reference.implements].quote);
        }
        break;
    case STATEMENT_DIRECTIVE:
        put_part(b, s->rule);
        put_part(b, s->directive.who);
        put_part(b, s->directive.whom);
        put_part(b, s->directive.what);
        put_part(b, s->directive.due_words);
        buf_put(b, STR(" | "));
        period_write(b, s->directive.due);
        break;
    }
    buf_char(b, '\n');
}

/* What the reader says of the text of the case that ends here. */
static bool tell(struct buf *out, struct arena *a, struct cases *c, struct err *err)
{
    if (!c->open || c->told) return true;
    c->told = true;
    struct read_result r;
    struct read_options o = {.date = c->date, .place = c->place};
    if (!read_bytes(&r, a, str_copy(a, buf_str(&c->text)), STR("case.txt"), &o, err)) return false;
    for (size_t i = 0; i < r.reading.len; i++) put_statement(out, &r.reading.at[i], r.reading.at, r.reading.place);
    if (r.reading.len == 0) buf_put(out, STR("= -\n"));
    return true;
}

static void set_head(struct cases *c, struct str line)
{
    struct str rest = str_trim(str_from(line, 1));
    ptrdiff_t space = str_find_char(rest, ' ');
    struct str date = space < 0 ? rest : str_part(rest, 0, (size_t)space);
    if (!date_read(&c->date, date)) c->date = (struct date){0};
    if (space >= 0) c->place = str_trim(str_from(rest, (size_t)space));
}

static bool one_line(struct buf *out, struct arena *a, struct cases *c, struct str line, struct err *err)
{
    bool ours = str_starts(line, STR("= "));
    if (ours || str_starts(line, STR("## "))) {
        if (!tell(out, a, c, err)) return false;
        if (ours) return true;
        c->text.len = 0;
        c->date = (struct date){0};
        c->place = STR("");
        c->open = true;
        c->told = false;
    } else if (str_starts(line, STR("@ "))) {
        set_head(c, line);
    } else if (!str_starts(line, STR("#")) && c->open && !c->told) {
        buf_put(&c->text, line);
        buf_char(&c->text, '\n');
    }
    buf_put(out, line);
    buf_char(out, '\n');
    return true;
}

static void free_buf(void *p)
{
    buf_free(p);
}

static bool all_lines(struct buf *out, struct arena *a, struct str text, struct err *err)
{
    struct cases *c = arena_new(a, struct cases);
    c->text = buf_make(1 << 20);
    arena_defer(a, free_buf, &c->text);
    while (text.len) {
        ptrdiff_t end = str_find_char(text, '\n');
        size_t len = end < 0 ? text.len : (size_t)end;
        if (!one_line(out, a, c, str_part(text, 0, len), err)) return false;
        text = str_from(text, end < 0 ? len : len + 1);
    }
    return tell(out, a, c, err);
}

int main(int argc, char **argv)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct err err = {0};
    struct buf out = buf_make(1 << 22);
    struct str text;
    bool ok = argc == 2 && file_read(&text, a, str_of(argv[1]), 1 << 20, &err) && all_lines(&out, a, text, &err);
    if (!ok) {
        struct buf b = buf_make(4096);
        err_write(&b, &err, LANG_EN);
        fprintf(stderr, "print_cases: %.*s\n", STR_ARG(buf_str(&b)));
        buf_free(&b);
    }
    struct str said = buf_str(&out);
    fwrite(said.ptr, 1, said.len, stdout);
    buf_free(&out);
    arena_close(a);
    return ok ? 0 : 1;
}
