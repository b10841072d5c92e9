/* SPDX-License-Identifier: Apache-2.0
 *
 * check_cases: runs the cases in files *.case: a text, the figures that it says, what the checker must find. One line
 * is one thing; a case ends where the next begins; '#' starts a comment line.
 *
 *   case: NAME
 *   set: KEY=VALUE; ...                 what all figures have that do not say otherwise (period, place, aspect, ...)
 *   date: 2024-02-15                    of the document
 *   text: A paragraph.                  a paragraph of the document
 *   figure: QUOTE; KIND; SUBJECT; OPTIONS    a figure; the quote is sought in the text after the figure before
 *   document:                           from here on the next document
 *   record: QUOTE; KIND; SUBJECT; OPTIONS    a figure of the record
 *   lang: en                            messages in English
 *   all:                                quiet notes count too
 *   expect: SEVERITY RULE EXPECTED FOUND     a finding, in order; '-' for a number: not looked at
 *   message: WORDS                      stand in the message of the finding before
 *   expect: none                        nothing is found
 *
 * Every rule must be expected by some case.
 *
 * Options of a figure: value= (its number, when the quote says it in words), over, under, about; estimate, plan;
 * heading; down (the number falls); period=, place=, against=, group=, unit=, plan= (words of the plan), indicator=.
 */
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "check.h"
#include "file.h"
#include "map.h"
#include "quote.h"

enum { FIGURES_MOST = 64, DOCUMENTS_MOST = 4, EXPECTED_MOST = 16 };

struct expectation {
    struct str severity, rule, expected, found, words;
};

struct test_case {
    struct str name, set;
    struct buf text[DOCUMENTS_MOST];
    struct statement statements[DOCUMENTS_MOST][FIGURES_MOST];
    struct check_document documents[DOCUMENTS_MOST];
    struct figure record_figures[FIGURES_MOST];
    struct check_figure record[FIGURES_MOST];
    size_t document, record_count, expected_count;
    struct expectation expected[EXPECTED_MOST];
    uint32_t last_end;
    bool all, none;
    enum lang lang;
};

static struct arena *arena;
static unsigned number, failed;
static struct map rules_expected;
static const char *file_name;
static unsigned line_number;

static void bad_case(const char *what, struct str line)
{
    fprintf(stderr, "%s:%u: %s: %.*s\n", file_name, line_number, what, STR_ARG(line));
    exit(1);
}

static struct period period_value(struct str s)
{
    struct period p = {.kind = PERIOD_NONE};
    if (s.len && !period_read(&p, s)) bad_case("not a period", s);
    return p;
}

static void option(struct figure_statement *f, struct str o)
{
    struct str_cut kv = str_cut(o, STR("="));
    struct str key = str_trim(kv.head), value = str_trim(kv.tail);
    uint64_t n = 0;
    if (bound_find(&f->bound, key) || aspect_find(&f->aspect, key)) return;
    if (str_eq(key, STR("heading")))
        f->heading = true;
    else if (str_eq(key, STR("down")))
        f->value = decimal_neg(f->value);
    else if (str_eq(key, STR("period")))
        f->period = period_value(value);
    else if (str_eq(key, STR("place")))
        f->place = value;
    else if (str_eq(key, STR("unit")))
        f->unit = value;
    else if (str_eq(key, STR("plan")))
        f->plan = value;
    else if (str_eq(key, STR("indicator")))
        f->indicator = value;
    else if (str_eq(key, STR("value")))
        return;
    else if (str_eq(key, STR("group")) && str_to_u64(&n, value, 1000))
        f->group = (uint32_t)n;
    else if (str_eq(key, STR("against")) && !against_find(&f->against, value)) {
        f->against = AGAINST_PERIOD;
        f->against_period = period_value(value);
    } else if (!str_eq(key, STR("against")))
        bad_case("not an option", o);
}

static void options(struct figure_statement *f, struct str list)
{
    for (struct str_cut c = str_cut(list, STR(";")); c.head.len || c.found; c = str_cut(c.tail, STR(";")))
        if (str_trim(c.head).len) option(f, str_trim(c.head));
}

/* The number of a quote, or of the option value=. */
static void number_of(struct quote_number *q, struct str words, struct str list)
{
    ptrdiff_t at = str_find(list, STR("value="));
    if (at < 0 ? quote_number(q, words)
               : quote_number(q, str_trim(str_cut(str_from(list, (size_t)at + 6), STR(";")).head)))
        return;
    bad_case("no number", words);
}

/* QUOTE; KIND; SUBJECT; OPTIONS */
static struct str figure(struct test_case *t, struct figure_statement *f, struct str line)
{
    struct str_cut quote = str_cut(line, STR(";")), kind = str_cut(quote.tail, STR(";")),
                   subject = str_cut(kind.tail, STR(";"));
    struct quote_number q;
    struct str words = str_trim(quote.head);
    *f = (struct figure_statement){.subject = str_trim(subject.head)};
    number_of(&q, words, subject.tail);
    f->value = q.value;
    f->value_max = q.value_max;
    f->of = q.of;
    f->has_max = q.has_max;
    f->has_of = q.has_of;
    f->unit = q.unit;
    if (!kind_find(&f->kind, str_trim(kind.head))) bad_case("not a kind", kind.head);
    if (f->kind == KIND_PLAN_RATIO) f->against = AGAINST_PLAN;
    if (f->kind == KIND_GROWTH || f->kind == KIND_CHANGE) f->against = AGAINST_SAME_PERIOD;
    options(f, t->set);
    options(f, subject.tail);
    return words;
}

static void add_figure(struct test_case *t, struct str line)
{
    struct check_document *d = &t->documents[t->document];
    if (d->count == FIGURES_MOST) bad_case("too many figures", line);
    struct statement *st = &t->statements[t->document][d->count++];
    *st = (struct statement){.kind = STATEMENT_FIGURE};
    st->quote = figure(t, &st->figure, line);
    struct str text = buf_str(&t->text[t->document]);
    ptrdiff_t at = str_find(str_from(text, t->last_end), st->quote);
    if (at < 0) bad_case("not in the text", st->quote);
    st->span.start = t->last_end + (uint32_t)at;
    st->span.end = t->last_end = st->span.start + (uint32_t)st->quote.len;
}

static void add_record(struct test_case *t, struct str line)
{
    struct figure_statement f;
    struct figure *r = &t->record_figures[t->record_count];
    struct str quote = figure(t, &f, line);
    *r = (struct figure){
        .key = {.indicator = f.indicator, .period = f.period, .kind = f.kind, .aspect = f.aspect, .against = f.against},
        .value = f.value,
        .bound = f.bound,
        .measure = f.unit,
        .quote = quote};
    t->record[t->record_count++] = (struct check_figure){.figure = r, .subject = f.subject, .place = f.place};
}

static struct str next_field(struct str *line)
{
    *line = str_trim(*line);
    struct str_cut c = str_cut(*line, STR(" "));
    *line = c.tail;
    return c.head;
}

static void add_expectation(struct test_case *t, struct str line)
{
    if (str_eq(line, STR("none"))) {
        t->none = true;
        return;
    }
    if (t->expected_count == EXPECTED_MOST) bad_case("too many findings", line);
    struct expectation *e = &t->expected[t->expected_count++];
    *e = (struct expectation){.severity = next_field(&line)};
    e->rule = next_field(&line);
    map_put(&rules_expected, arena, e->rule, 1);
    e->expected = next_field(&line);
    e->found = next_field(&line);
}

static void add_line(struct test_case *t, struct str key, struct str value)
{
    struct check_document *d = &t->documents[t->document];
    if (str_eq(key, STR("set")))
        t->set = value;
    else if (str_eq(key, STR("date"))) {
        if (!date_read(&d->date, value)) bad_case("not a date", value);
    } else if (str_eq(key, STR("text"))) {
        buf_put(&t->text[t->document], value);
        buf_put(&t->text[t->document], STR("\n\n"));
    } else if (str_eq(key, STR("figure")))
        add_figure(t, value);
    else if (str_eq(key, STR("record")))
        add_record(t, value);
    else if (str_eq(key, STR("document"))) {
        if (++t->document == DOCUMENTS_MOST) bad_case("too many documents", value);
        t->text[t->document] = buf_make(100000);
        t->last_end = 0;
    } else if (str_eq(key, STR("lang")))
        t->lang = LANG_EN;
    else if (str_eq(key, STR("all")))
        t->all = true;
    else if (str_eq(key, STR("expect")))
        add_expectation(t, value);
    else if (str_eq(key, STR("message")) && t->expected_count)
        t->expected[t->expected_count - 1].words = value;
    else
        bad_case("not a word of cases", key);
}

/* --- result */

static const struct str SEVERITIES[] = {STR_INIT("note"), STR_INIT("doubt"), STR_INIT("contradiction")};

static bool agrees(struct str wanted, struct str is)
{
    return wanted.len == 0 || str_eq(wanted, STR("-")) || str_eq(wanted, is);
}

static bool as_expected(const struct expectation *e, const struct finding *f)
{
    return str_eq(e->severity, SEVERITIES[f->severity]) && str_eq(e->rule, f->rule) &&
           agrees(e->expected, f->expected) && agrees(e->found, f->found) && str_has(f->message, e->words) &&
           f->span_count > 0;
}

static void run(struct test_case *t)
{
    struct check_input in = {.documents = t->documents,
                             .document_count = t->document + 1,
                             .record = t->record,
                             .record_count = t->record_count,
                             .lang = t->lang};
    struct findings found;
    for (size_t d = 0; d <= t->document; d++) {
        t->documents[d].text = buf_str(&t->text[d]);
        t->documents[d].statements = t->statements[d];
    }
    check_run(&found, arena, &in);
    size_t n = 0, wrong = 0;
    if (!t->none && t->expected_count == 0) bad_case("expects nothing said", t->name);
    for (size_t i = 0; i < found.len; i++) {
        if (found.at[i].quiet && !t->all) continue;
        if (n >= t->expected_count || !as_expected(&t->expected[n], &found.at[i])) wrong++;
        n++;
    }
    bool ok = wrong == 0 && n == t->expected_count;
    printf("%s %u - %.*s\n", ok ? "ok" : "not ok", ++number, STR_ARG(t->name));
    failed += !ok;
    for (size_t i = 0; i < found.len && !ok; i++) {
        const struct finding *f = &found.at[i];
        if (f->quiet && !t->all) continue;
        printf("# found %.*s %.*s %.*s %.*s: %.*s\n", STR_ARG(SEVERITIES[f->severity]), STR_ARG(f->rule),
               STR_ARG(f->expected), STR_ARG(f->found), STR_ARG(f->message));
    }
    for (size_t d = 0; d <= t->document; d++) buf_free(&t->text[d]);
}

static void run_file(const char *path)
{
    struct str text;
    struct err err = {0};
    struct test_case *t = NULL;
    if (!file_read(&text, arena, str_of(path), 1 << 24, &err)) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(1);
    }
    file_name = path;
    line_number = 0;
    for (struct str_cut c = str_cut(text, STR("\n")); c.head.len || c.found; c = str_cut(c.tail, STR("\n"))) {
        line_number++;
        struct str line = str_trim(c.head);
        if (line.len == 0 || line.ptr[0] == '#') continue;
        struct str_cut kv = str_cut(line, STR(":"));
        if (str_eq(kv.head, STR("case"))) {
            if (t) run(t);
            t = arena_new(arena, struct test_case);
            t->name = str_trim(kv.tail);
            t->text[0] = buf_make(100000);
            continue;
        }
        if (!t) bad_case("before the first case", line);
        add_line(t, kv.head, str_trim(kv.tail));
    }
    if (t) run(t);
}

/* A rule that no case expects is a rule that nobody tests. */
static void every_rule_has_a_case(void)
{
    for (size_t i = 0; i < check_rule_count(); i++) {
        struct check_rule_info rule = check_rule(i);
        bool ok = map_find(&rules_expected, rule.name) && rule.needs.len > 0;
        printf("%s %u - there is a case of %.*s\n", ok ? "ok" : "not ok", ++number, STR_ARG(rule.name));
        failed += !ok;
    }
}

int main(int argc, char **argv)
{
    arena = arena_make(SIZE_MAX);
    for (int i = 1; i < argc; i++) run_file(argv[i]);
    every_rule_has_a_case();
    printf("1..%u\n", number);
    arena_close(arena);
    return failed ? 1 : 0;
}
