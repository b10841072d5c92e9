/* SPDX-License-Identifier: Apache-2.0
 *
 * when: the cases of tests/reader/period.tsv (a line of its own) and period_text.tsv (inside a text, with the role),
 * dates and hours whose numbers are no quantities, and long runs.
 */
#include "reader_table.h"

#include "when.h"

static struct arena *arena;

static struct str literal(struct period p)
{
    struct buf b = buf_make(100);
    period_write(&b, p);
    struct str out = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static struct date date_of(struct str s)
{
    struct date d = {0};
    if (s.len && !date_read(&d, s)) fail_msg("«%.*s» is no date", STR_ARG(s));
    return d;
}

static void lines_of_their_own(void **state)
{
    (void)state;
    struct str rest = table_open(arena, "tests/reader/period.tsv"), cell[CELLS];
    size_t cases = 0, wrong = 0;
    while (table_row(cell, &rest)) {
        struct period p;
        bool found = when_of_line(&p, arena, cell[1], date_of(cell[0]));
        struct str got = found ? literal(p) : STR("none");
        cases++;
        if (str_eq(got, cell[2])) continue;
        print_error("«%.*s» (%.*s) is %.*s, not %.*s\n", STR_ARG(cell[1]), STR_ARG(cell[0]), STR_ARG(got),
                    STR_ARG(cell[2]));
        wrong++;
    }
    assert_true(cases > 150);
    assert_int_equal(wrong, 0);
}

static void inside_a_text(void **state)
{
    (void)state;
    static const char *const roles[] = {"period", "as_of", "until", "base"};
    struct str rest = table_open(arena, "tests/reader/period_text.tsv"), cell[CELLS];
    size_t cases = 0, wrong = 0;
    while (table_row(cell, &rest)) {
        struct tokens ts;
        struct when_context c = {.date = date_of(cell[0])};
        struct when w = {0};
        size_t first, last;
        if (!period_read(&c.current, cell[1])) fail_msg("«%.*s» is no period", STR_ARG(cell[1]));
        marked(&ts, arena, cell[2], &first, &last);
        bool found = when_read(&w, &ts, first, &c);
        struct str got = found ? literal(w.period) : STR("none"), role = found ? str_of(roles[w.role]) : STR("none");
        cases++;
        if (str_eq(got, cell[3]) && str_eq(role, cell[4]) && (!found || (w.first == first && w.last == last))) continue;
        print_error("%.*s: %.*s %.*s, words %zu to %zu and not %zu to %zu\n", STR_ARG(cell[2]), STR_ARG(got),
                    STR_ARG(role), w.first, w.last, first, last);
        wrong++;
    }
    assert_true(cases > 50);
    assert_int_equal(wrong, 0);
}

/* Dates and hours: how many tokens of the text, from the first number, are no quantity; 0: it is one. */
static void dates_are_no_quantities(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t tokens;
    } cases[] = {{"24/6/2023", 5},  {"15-5-2022", 5},  {"22.4.2023", 1},   {"ngày 22.4", 1}, {"ngày 5/7", 3},
                 {"sáng 18-10", 3}, {"13h30", 3},      {"9 giờ 30", 3},    {"14:05", 3},     {"5/2024", 3},
                 {"2023-12-24", 5}, {"2023-12", 3},    {"ngày 08 họp", 1}, {"35/38", 0},     {"22.4", 0},
                 {"5-7%", 0},       {"8.343,5 tỷ", 0}, {"31/2/2023", 0},   {"25 giờ", 0},    {"2.023", 0}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct tokens ts = {0};
        struct str text = str_of(cases[k].text);
        size_t i = 0, last = 0;
        tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
        while (ts.at[i].kind != TOKEN_NUMBER) i++;
        bool found = when_is_date(&ts, i, &last);
        if ((found ? last - i : 0) != cases[k].tokens)
            fail_msg("«%s»: %zu tokens", cases[k].text, found ? last - i : 0);
    }
}

static void what_is_known_of_a_time(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool named_year, relative, same_period, previous_period, previous_year;
    } cases[] = {
        {"quý I/2024", true, false, false, false, false}, {"quý I", false, false, false, false, false},
        {"năm nay", false, true, false, false, false},    {"cùng kỳ năm trước", false, true, true, false, false},
        {"tháng trước", false, true, false, true, false}, {"quý trước", false, true, false, true, false},
        {"tuần trước", false, true, false, true, false},  {"năm trước", false, true, false, false, true},
        {"đến nay", false, true, false, false, false},    {"đến ngày 5/6/2023", true, false, false, false, false}};
    struct when_context c = {.date = {2023, 7, 13}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct tokens ts = {0};
        struct str text = str_of(cases[k].text);
        struct when w;
        tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
        if (!when_read(&w, &ts, 0, &c)) fail_msg("«%s» is not read", cases[k].text);
        if (w.named_year != cases[k].named_year || w.relative != cases[k].relative ||
            w.same_period != cases[k].same_period || w.previous_period != cases[k].previous_period ||
            w.previous_year != cases[k].previous_year)
            fail_msg("«%s»: %d %d %d %d %d", cases[k].text, w.named_year, w.relative, w.same_period, w.previous_period,
                     w.previous_year);
    }
}

static void long_runs(void **state)
{
    (void)state;
    static const char *const units[] = {"từ ngày ", "tháng ", "đến hết ",  "1/",       "1-",
                                        "năm ",     "2020-",  "quý I và ", "cùng kỳ ", "ngày 5 đến "};
    struct when_context c = {.date = {2023, 7, 13}};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct buf b = buf_make(1000000);
        for (int k = 0; k < 3000; k++) buf_put_z(&b, units[u]);
        struct tokens ts = {0};
        struct when w;
        tokens_scan(&ts, arena, buf_str(&b), 0, (uint32_t)buf_str(&b).len);
        for (size_t i = 0; i + 1 < ts.len; i++)
            if (when_read(&w, &ts, i, &c)) assert_true(w.last > i && w.last - i < 40);
        buf_free(&b);
    }
}

static int open_arena(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_of_their_own, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(inside_a_text, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(dates_are_no_quantities, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_is_known_of_a_time, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(long_runs, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("when", tests, NULL, NULL);
}
