/* SPDX-License-Identifier: Apache-2.0
 *
 * check_gold: runs the checker on figures that people annotated (one JSON object a line, with a piece of context that
 * stands once in the text) and prints what it finds. It shows what the rules say when nothing was misread.
 *
 *   check_gold [--all] TEXT FIGURES [DATE] [TEXT FIGURES DATE]...
 *
 * Annotation has no groups and no headings, so both are guessed: figures of one sentence with the same subject, place
 * and period are one clause; a short line without a full stop is a heading, and the first long line is the lead.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "check.h"
#include "file.h"
#include "quote.h"
#include "text.h"

static struct arena *arena;

static struct str inside(struct str s)
{
    struct text t;
    struct err err = {0};
    return text_make(&t, arena, s, &err) ? t.inside : (struct str){"", 0};
}

static struct str field(const json_t *o, const char *name)
{
    const char *s = json_string_value(json_object_get(o, name));
    return s ? inside(str_copy(arena, str_of(s))) : (struct str){"", 0};
}

static struct decimal plain_number(const json_t *n)
{
    struct decimal d = DECIMAL_INT(json_is_integer(n) ? json_integer_value(n) : 0);
    char text[64];
    if (json_is_integer(n)) return d;
    snprintf(text, sizeof text, "%.4f", json_real_value(n));
    if (!decimal_read(&d, str_of(text))) d = DECIMAL_INT(0);
    return decimal_trim(d);
}

/* The value with the precision of its digits: those of the quote when they are the same digits. */
static struct decimal precise(struct decimal value, struct decimal printed)
{
    if (printed.coefficient == 0) return value;
    for (int n = -15; n <= 15; n++) {
        struct decimal d;
        if (!decimal_shift(&d, printed, n)) continue;
        if (decimal_eq(d, value)) return d;
        if (decimal_eq(decimal_neg(d), value)) return decimal_neg(d);
    }
    struct decimal d; /* "106,9" for a growth of 6,9: as many places */
    return decimal_rescale(&d, value, printed.scale, ROUND_HALF_UP) && decimal_eq(d, value) ? d : value;
}

static bool is_heading(struct str text, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && text.ptr[start - 1] != '\n') start--;
    while (end < text.len && text.ptr[end] != '\n') end++;
    struct str line = str_trim(str_part(text, start, end));
    if (line.len == 0 || strchr("|-+*", line.ptr[0])) return false;
    bool closed = strchr(".;:)!?,", line.ptr[line.len - 1]) != NULL;
    if (line.len < 160 && !closed && start > 0 && text.ptr[start - 1] == '\n')
        return end + 1 >= text.len || text.ptr[end + 1] == '\n';
    for (size_t i = 0, from = 0; i <= text.len; i++)
        if (i == text.len || text.ptr[i] == '\n') {
            if (i - from > 200) return from == start;
            from = i + 1;
        }
    return false;
}

static void period_field(struct period *out, const json_t *o, const char *name)
{
    struct str s = field(o, name);
    *out = (struct period){.kind = PERIOD_NONE};
    if (s.len && !period_read(out, s)) fprintf(stderr, "period? %.*s\n", STR_ARG(s));
}

static bool one_statement(struct statement *st, const json_t *o, struct str text)
{
    struct str context = field(o, "context"), quote = field(o, "quote");
    ptrdiff_t at = str_find(text, context), in = str_find(context, quote);
    if (at < 0 || in < 0) return false;
    size_t start = (size_t)(at + in);
    struct figure_statement *f = &st->figure;
    *st = (struct statement){
        .kind = STATEMENT_FIGURE, .span = {0, (uint32_t)start, (uint32_t)(start + quote.len)}, .quote = quote};
    struct quote_number q = {.value = {0, 0}};
    if (!quote_number(&q, quote)) q.value = DECIMAL_INT(0);
    f->value = precise(plain_number(json_object_get(o, "value")), q.value);
    const json_t *max = json_object_get(o, "value_max"), *of = json_object_get(o, "of");
    if ((f->has_max = json_is_number(max))) f->value_max = precise(plain_number(max), q.value_max);
    if ((f->has_of = json_is_number(of))) f->of = precise(plain_number(of), q.of);
    if (!kind_find(&f->kind, field(o, "kind"))) return false;
    if (!bound_find(&f->bound, field(o, "bound"))) f->bound = BOUND_EXACT;
    if (!aspect_find(&f->aspect, field(o, "aspect"))) f->aspect = ASPECT_ACTUAL;
    if (!against_find(&f->against, field(o, "against"))) {
        f->against = AGAINST_PERIOD;
        period_field(&f->against_period, o, "against");
    }
    period_field(&f->period, o, "period");
    f->unit = field(o, "unit");
    f->subject = field(o, "subject");
    f->place = field(o, "place");
    f->heading = is_heading(text, start);
    return true;
}

static bool same_clause(struct str text, const struct statement *a, const struct statement *b)
{
    struct str between = str_part(text, a->span.end, b->span.start);
    return str_eq(a->figure.subject, b->figure.subject) && str_eq(a->figure.place, b->figure.place) &&
           period_eq(a->figure.period, b->figure.period) && str_find(between, STR(". ")) < 0 &&
           str_find(between, STR("\n\n")) < 0;
}

static bool read_document(struct check_document *d, const char *text_path, const char *figures_path, const char *date)
{
    struct err err = {0};
    struct str bytes, lines;
    if (!file_read(&bytes, arena, str_of(text_path), 1 << 26, &err) ||
        !file_read(&lines, arena, str_of(figures_path), 1 << 26, &err))
        return false;
    *d = (struct check_document){.text = inside(bytes)};
    if (*date && !date_read(&d->date, str_of(date))) d->date = (struct date){0};
    struct statement *at = arena_array(arena, struct statement, 10000);
    uint32_t groups = 0;
    for (struct str_cut c = str_cut(lines, STR("\n")); c.head.len || c.found; c = str_cut(c.tail, STR("\n"))) {
        json_t *o = json_loadb(c.head.ptr, c.head.len, 0, NULL);
        if (o && !json_is_true(json_object_get(o, "doubt")) && one_statement(&at[d->count], o, d->text)) {
            struct statement *st = &at[d->count];
            if (d->count == 0 || !same_clause(d->text, st - 1, st)) groups++;
            st->figure.group = groups;
            d->count++;
        }
        json_decref(o);
    }
    d->statements = at;
    return true;
}

static void print(const struct findings *found, const char *const *names, bool all)
{
    static const char *const severities[] = {"note", "doubt", "CONTRADICTION"};
    for (size_t n = 0; n < found->len; n++) {
        const struct finding *f = &found->at[n];
        if (f->quiet && !all) continue;
        printf("%s  %s  %.*s  [%.*s | %.*s]\n    %.*s\n", names[f->spans[0].span.document], severities[f->severity],
               STR_ARG(f->rule), STR_ARG(f->expected), STR_ARG(f->found), STR_ARG(f->message));
        for (size_t s = 0; s < f->span_count; s++)
            printf("      %u:%u «%.*s»\n", f->spans[s].span.document, f->spans[s].span.start,
                   STR_ARG(f->spans[s].quote));
    }
}

int main(int argc, char **argv)
{
    struct check_document documents[64];
    const char *names[64];
    struct check_input in = {.documents = documents, .lang = LANG_VI};
    bool all = false;
    int i = 1;
    arena = arena_make(SIZE_MAX);
    if (i < argc && strcmp(argv[i], "--all") == 0) all = true, i++;
    for (; i + 2 < argc && in.document_count < 64; i += 3) {
        names[in.document_count] = argv[i];
        if (!read_document(&documents[in.document_count], argv[i], argv[i + 1], argv[i + 2])) return 1;
        in.document_count++;
    }
    struct findings found;
    check_run(&found, arena, &in);
    print(&found, names, all);
    arena_close(arena);
    return 0;
}
