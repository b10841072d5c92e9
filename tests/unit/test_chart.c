/* SPDX-License-Identifier: Apache-2.0
 *
 * chart: axes, gaps, names, and what is not drawn.
 */
#include "chart.h"

#include "unit_test.h"

static const struct str NAMES[] = {STR_INIT("2021"), STR_INIT("2022"), STR_INIT("2023"), STR_INIT("2024")};
enum { COUNT = 4 };

static struct arena *arena;

static int begin(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct chart_value value(const char *text)
{
    struct chart_value v = {.said = STR("")};
    v.known = *text && decimal_read(&v.value, str_of(text));
    return v;
}

static bool made(struct chart *c, const char *const texts[COUNT], enum chart_style style)
{
    struct chart_value *at = arena_array(arena, struct chart_value, COUNT);
    for (size_t i = 0; i < COUNT; i++) at[i] = value(texts[i]);
    struct chart_series s = {.style = style, .name = STR("thực hiện"), .at = at};
    return chart_make(c, arena, NAMES, COUNT, &s, 1, LANG_VI);
}

static void test_axis(void **state)
{
    struct chart c;
    (void)state;
    assert_true(made(&c, (const char *const[]){"8.5", "120", "300.25", "410"}, CHART_NOW));
    assert_false(c.cut);
    assert_str(c.numbers.at[0].text, STR("0"));
    assert_int_equal(c.numbers.at[0].at, CHART_HEIGHT - CHART_BOTTOM);
    assert_str(c.numbers.at[c.numbers.len - 1].text, STR("500"));
    assert_int_equal(c.numbers.at[c.numbers.len - 1].at, CHART_TOP);
    assert_in_range(c.numbers.len, 3, 7);
}

static void test_narrow(void **state)
{
    struct chart c;
    (void)state;
    assert_true(made(&c, (const char *const[]){"98.7", "99.1", "99.2", "99.9"}, CHART_NOW));
    assert_true(c.cut);
    assert_str(c.numbers.at[0].text, STR("98,5"));
    assert_true(made(&c, (const char *const[]){"-3.1", "2", "4", "1"}, CHART_NOW));
    assert_false(c.cut);
    assert_str(c.numbers.at[0].text, STR("-4"));
}

/* A line is never led across what is missing. */
static void test_gap(void **state)
{
    struct chart c;
    (void)state;
    assert_true(made(&c, (const char *const[]){"1", "2", "", "4"}, CHART_NOW));
    assert_int_equal(c.lines.at[0].runs.len, 1);
    assert_int_equal(c.lines.at[0].dots.len, 3);
    assert_true(made(&c, (const char *const[]){"1", "", "3", ""}, CHART_NOW));
    assert_int_equal(c.lines.at[0].runs.len, 0);
    assert_int_equal(c.lines.at[0].dots.len, 2);
    assert_false(made(&c, (const char *const[]){"", "", "3", ""}, CHART_NOW));
}

/* 18 digits and a scale of 2 beside a scale of -12. */
static void test_large(void **state)
{
    struct chart c;
    (void)state;
    assert_true(made(&c, (const char *const[]){"999999999999999999", "0.01", "5", "1"}, CHART_NOW));
    assert_int_equal(c.lines.at[0].dots.len, 4);
    assert_true(made(&c, (const char *const[]){"0.0000000000000001", "0.0000000000000003", "0", "0"}, CHART_NOW));
}

static void test_names_apart(void **state)
{
    struct chart c;
    struct chart_value one[COUNT], two[COUNT], low[COUNT], high[COUNT];
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        one[i] = value("100");
        two[i] = value("101");
        low[i] = value(i < 2 ? "" : "90");
        high[i] = value(i < 2 ? "" : "120");
    }
    const struct chart_series series[] = {
        {CHART_NOW, STR("năm nay"), one},
        {CHART_BEFORE, STR("năm trước"), two},
        {CHART_LOW, STR(""), low},
        {CHART_HIGH, STR(""), high},
    };
    assert_true(chart_make(&c, arena, NAMES, COUNT, series, 4, LANG_VI));
    assert_int_equal(c.lines.len, 4);
    int apart = (int)c.lines.at[0].name_y - (int)c.lines.at[1].name_y;
    assert_true(apart >= 17);
    assert_true(c.band.len > 10 && c.band.ptr[0] == 'M');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_axis, begin, end),
        cmocka_unit_test_setup_teardown(test_narrow, begin, end),
        cmocka_unit_test_setup_teardown(test_gap, begin, end),
        cmocka_unit_test_setup_teardown(test_large, begin, end),
        cmocka_unit_test_setup_teardown(test_names_apart, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
