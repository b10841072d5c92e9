/* SPDX-License-Identifier: Apache-2.0
 *
 * rights: the cases of tests/domain/rights.tsv, and the table of roles.
 */
#include "unit_test.h"

#include "file.h"
#include "rights.h"

#include <stdlib.h>

static struct arena *arena;

static int open_all(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

/* The next cell; "-" is "". */
static struct str cell(struct str *line)
{
    struct str_cut c = str_cut(*line, STR("\t"));
    *line = c.tail;
    return str_eq(c.head, STR("-")) ? STR("") : c.head;
}

static struct date day(struct str s)
{
    struct date d = {0};
    if (s.len && !date_read(&d, s)) fail_msg("«%.*s» is no day", STR_ARG(s));
    return d;
}

static uint32_t number(struct str s)
{
    uint64_t n = 0;
    if (s.len && !str_to_u64(&n, s, UINT32_MAX)) fail_msg("«%.*s» is no number", STR_ARG(s));
    return (uint32_t)n;
}

static struct grant grant_of(struct str line)
{
    struct grant g = {.id = number(cell(&line))};
    g.person = cell(&line);
    g.role = cell(&line);
    g.unit = cell(&line);
    g.fields = cell(&line);
    g.kinds = cell(&line);
    g.from = day(cell(&line));
    g.to = day(cell(&line));
    g.of = number(cell(&line));
    struct str word = cell(&line);
    g.ended = str_eq(word, STR("ended"));
    g.idle = str_eq(word, STR("idle"));
    return g;
}

static void ask(const struct grants *all, struct str name, struct str line)
{
    struct str whole_line = line, units[8];
    struct right_question q = {.units = units};
    struct str person = cell(&line);
    if (!rights_read(&q.right, cell(&line))) fail_msg("%.*s: no such right", STR_ARG(whole_line));
    struct str about = cell(&line);
    q.whole = str_eq(about, STR("whole"));
    q.any = str_eq(about, STR("any"));
    for (struct str_cut c = {.tail = about, .found = !q.whole && !q.any}; c.found;) {
        c = str_cut(c.tail, STR("<"));
        units[q.unit_count++] = c.head;
    }
    q.indicator = cell(&line);
    q.kind = cell(&line);
    q.on = day(cell(&line));
    bool want = str_eq(cell(&line), STR("yes"));
    if (rights_allow(all, person, &q) != want) fail_msg("%.*s: %.*s", STR_ARG(name), STR_ARG(whole_line));
}

static void cases_of_the_table(void **state)
{
    (void)state;
    char path[1000];
    struct str text, name = STR("");
    struct err err;
    struct grants all = {0};
    size_t asked = 0;
    snprintf(path, sizeof path, "%s/tests/domain/rights.tsv", getenv("SOURCE_ROOT"));
    assert_true(file_read(&text, arena, str_of(path), 1 << 20, &err));
    while (text.len) {
        struct str_cut line = str_cut(text, STR("\n"));
        text = line.tail;
        if (!line.head.len || line.head.ptr[0] == '#') continue;
        struct str word = cell(&line.head);
        if (str_eq(word, STR("case"))) {
            name = line.head;
            all.len = 0;
        } else if (str_eq(word, STR("grant"))) {
            *vec_push(arena, &all) = grant_of(line.head);
        } else {
            ask(&all, name, line.head);
            asked++;
        }
    }
    assert_true(asked > 50);
}

static void rights_are_words(void **state)
{
    (void)state;
    unsigned r;
    for (int i = 0; i < RIGHTS; i++) {
        assert_true(rights_read(&r, right_word(i)));
        assert_int_equal(r, 1u << i);
    }
    assert_true(rights_read(&r, STR("read people")));
    assert_int_equal(r, MAY_READ | MAY_PEOPLE);
    assert_str(rights_words(arena, r), STR("read people"));
    assert_true(rights_read(&r, STR("")));
    assert_int_equal(r, 0);
    assert_false(rights_read(&r, STR("read all")));
}

/* Nobody who does the work of the office looks after accounts, and who looks after accounts does not read. */
static void roles_are_apart(void **state)
{
    (void)state;
    size_t count, with_people = 0;
    const struct role *roles = roles_all(&count);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(role_find(roles[i].code), &roles[i]);
        assert_true(roles[i].name.len && roles[i].english.len && roles[i].source.len && roles[i].rights);
        if (!(roles[i].rights & MAY_PEOPLE)) continue;
        with_people++;
        assert_int_equal(roles[i].rights & (MAY_READ | MAY_WORK | MAY_DOCUMENTS | MAY_SENSITIVE | MAY_ENTER), 0);
    }
    assert_int_equal(with_people, 1);
    assert_null(role_find(STR("vua")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_of_the_table), cmocka_unit_test(rights_are_words),
                                       cmocka_unit_test(roles_are_apart)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
