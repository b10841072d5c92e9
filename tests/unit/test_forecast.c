/* SPDX-License-Identifier: Apache-2.0
 *
 * forecast: the cases of tests/cube/forecast.tsv, and what is left of a year in months.
 */
#include "unit_test.h"

#include "buf.h"
#include "file.h"
#include "forecast.h"

#include <stdlib.h>

enum { CELLS = 6, TEXT_MOST = 4000 };

static struct decimal number(struct str s)
{
    struct decimal d;
    if (!decimal_read(&d, s)) fail_msg("«%.*s» is no number", STR_ARG(s));
    return d;
}

static size_t read_years(struct forecast_year *out, struct str text)
{
    size_t count = 0;
    while (text.len) {
        struct str_cut one = str_cut(text, STR(" ")), year = str_cut(one.head, STR("=")),
                       sides = str_cut(year.tail, STR("/"));
        uint64_t n;
        assert_true(str_to_u64(&n, year.head, 9999));
        out[count++] = (struct forecast_year){(int)n, number(sides.head), number(sides.tail)};
        text = one.tail;
    }
    return count;
}

static void put(struct buf *b, const struct forecast *f)
{
    if (!f->years) {
        buf_char(b, '-');
        return;
    }
    decimal_write(b, f->value);
    if (!f->has_interval) return;
    buf_char(b, '[');
    decimal_write(b, f->low);
    buf_put(b, STR(".."));
    decimal_write(b, f->high);
    buf_char(b, ']');
}

static void check(struct buf *b, struct str want, struct str window)
{
    if (!str_eq(buf_str(b), want))
        fail_msg("window %.*s: «%.*s», not «%.*s»", STR_ARG(window), STR_ARG(buf_str(b)), STR_ARG(want));
    buf_clear(b);
}

static void put_tests(struct buf *b, const struct forecast_tests *tests)
{
    for (size_t i = 0; i < tests->len; i++) {
        const struct forecast_test *t = &tests->at[i];
        buf_format(b, i ? "; %d " : "%d ", t->year.year);
        put(b, &t->said);
        if (!t->said.years) continue;
        buf_char(b, ' ');
        decimal_write(b, t->error);
        if (t->said.has_interval) buf_put(b, t->held ? STR(" yes") : STR(" no"));
    }
}

static void check_case(struct arena *a, const struct str *cell)
{
    struct forecast_year years[FORECAST_YEARS_MOST];
    struct forecast f;
    struct forecast_tests tests;
    struct buf b = buf_make(TEXT_MOST);
    uint64_t span;
    size_t count = read_years(years, cell[1]);
    assert_true(str_to_u64(&span, cell[2], FORECAST_YEARS_MOST));
    assert_true(forecast_make(&f, number(cell[0]), years, count));
    put(&b, &f);
    if (f.years) {
        buf_char(&b, ' ');
        decimal_write(&b, f.share);
    }
    check(&b, cell[3], cell[0]);
    assert_true(forecast_test(&tests, a, years, count, (int)span));
    put_tests(&b, &tests);
    check(&b, cell[4], cell[0]);
    if (tests.told)
        decimal_write(&b, tests.error);
    else
        buf_char(&b, '-');
    buf_format(&b, " %zu/%zu", tests.held, tests.with_interval);
    check(&b, cell[5], cell[0]);
    buf_free(&b);
}

static void series_give_forecasts_and_tests(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct str text;
    struct err err;
    const char *root = getenv("SOURCE_ROOT");
    char name[1000];
    size_t cases = 0;
    snprintf(name, sizeof name, "%s/tests/cube/forecast.tsv", root ? root : ".");
    if (!file_read(&text, a, str_of(name), 1 << 20, &err)) fail_msg("cannot read %s", name);
    while (text.len) {
        struct str_cut line = str_cut(text, STR("\n"));
        struct str cell[CELLS];
        text = line.tail;
        if (line.head.len == 0 || line.head.ptr[0] == '#') continue;
        for (int c = 0; c < CELLS; c++) {
            struct str_cut cut = str_cut(line.head, STR("\t"));
            cell[c] = cut.head;
            line.head = cut.tail;
        }
        check_case(a, cell);
        cases++;
    }
    assert_true(cases >= 15);
    arena_close(a);
}

static void what_does_not_fit_is_said(void **state)
{
    (void)state;
    struct forecast f;
    struct forecast_year year = {2025, {1, 0}, {INT64_MAX, 0}};
    assert_false(forecast_make(&f, DECIMAL_INT(INT64_MAX), &year, 1));
}

static void a_year_has_months(void **state)
{
    (void)state;
    static const struct {
        int month, day, days, gone, left, parts;
    } CASES[] = {{6, 30, 30, 6, 6, 1},     {9, 30, 30, 9, 3, 1},      {2, 28, 28, 2, 10, 1},
                 {2, 28, 29, 57, 291, 29}, {5, 15, 31, 139, 233, 31}, {12, 30, 31, 371, 1, 31}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct year_months m = year_months_to(CASES[i].month, CASES[i].day, CASES[i].days);
        assert_int_equal(m.gone, CASES[i].gone);
        assert_int_equal(m.left, CASES[i].left);
        assert_int_equal(m.parts, CASES[i].parts);
        assert_int_equal(m.gone + m.left, 12 * m.parts);
    }
}

static void what_is_needed_makes_the_plan(void **state)
{
    (void)state;
    static const struct {
        const char *rest;
        int parts, of;
        bool up;
        const char *want;
    } CASES[] = {{"300", 3, 1, true, "100"},     {"100", 3, 1, true, "33.4"},   {"100", 3, 1, false, "33.3"},
                 {"100", 233, 31, true, "13.4"}, {"-100", 3, 1, true, "-33.4"}, {"1234567", 3, 1, true, "411530"},
                 {"1200", 6, 1, false, "200"},   {"0", 3, 1, true, "0"},        {"1", 12, 1, true, "0.1"},
                 {"12.50", 6, 1, true, "2.084"}};
    struct buf b = buf_make(100);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct decimal d;
        assert_true(per_month(&d, number(str_of(CASES[i].rest)), CASES[i].parts, CASES[i].of, CASES[i].up));
        decimal_write(&b, d);
        assert_str(buf_str(&b), str_of(CASES[i].want));
        buf_clear(&b);
    }
    struct decimal d;
    assert_false(per_month(&d, DECIMAL_INT(5), 0, 1, true));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(series_give_forecasts_and_tests),
        cmocka_unit_test(what_does_not_fit_is_said),
        cmocka_unit_test(a_year_has_months),
        cmocka_unit_test(what_is_needed_makes_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
