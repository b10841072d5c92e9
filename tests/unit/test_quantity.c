/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity: the cases of tests/reader/quantity.tsv (a line of its own) and quantity_text.tsv (inside a text), the
 * printed precision, and that hostile runs of numbers cost no more than their length.
 */
#include "reader_table.h"

#include "quantity.h"

static struct arena *arena;

/* value[..upper end][/of] */
static struct str written(const struct quantity *q)
{
    struct buf b = buf_make(1000);
    decimal_write_short(&b, q->value);
    if (q->has_max) {
        buf_put(&b, STR(".."));
        decimal_write_short(&b, q->max);
    }
    if (q->has_of) {
        buf_char(&b, '/');
        decimal_write_short(&b, q->of);
    }
    struct str out = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static void lines_of_their_own(void **state)
{
    (void)state;
    struct str rest = table_open(arena, "tests/reader/quantity.tsv"), cell[CELLS];
    size_t cases = 0, wrong = 0;
    while (table_row(cell, &rest)) {
        struct quantity q = {.unit = STR("")};
        bool found = quantity_of_line(&q, arena, cell[0]);
        struct str value = found ? written(&q) : STR("none");
        cases++;
        if (str_eq(value, cell[1]) && (!found || str_eq(q.unit, cell[2]))) continue;
        print_error("«%.*s» is %.*s %.*s, not %.*s %.*s\n", STR_ARG(cell[0]), STR_ARG(value), STR_ARG(q.unit),
                    STR_ARG(cell[1]), STR_ARG(cell[2]));
        wrong++;
    }
    assert_true(cases > 300);
    assert_int_equal(wrong, 0);
}

static void inside_a_text(void **state)
{
    (void)state;
    struct str rest = table_open(arena, "tests/reader/quantity_text.tsv"), cell[CELLS];
    size_t cases = 0, wrong = 0;
    while (table_row(cell, &rest)) {
        struct tokens ts;
        struct quantity q = {.unit = STR("")};
        size_t first, last;
        marked(&ts, arena, cell[0], &first, &last);
        bool found = quantity_read(&q, arena, &ts, first);
        bool whole = found && q.first == first && q.last == last;
        struct str value = !found ? STR("none") : written(&q);
        cases++;
        if (str_eq(cell[1], STR("none")) ? !found : whole && str_eq(value, cell[1]) && str_eq(q.unit, cell[2]))
            continue;
        print_error("%.*s: %.*s %.*s, words %zu to %zu and not %zu to %zu\n", STR_ARG(cell[0]), STR_ARG(value),
                    STR_ARG(q.unit), q.first, q.last, first, last);
        wrong++;
    }
    assert_true(cases > 60);
    assert_int_equal(wrong, 0);
}

/* The scale is the place to which the number is known. */
static void precision_is_what_is_printed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t coefficient;
        int scale;
    } cases[] = {{"28.335,15 tỷ đồng", 2833515, -7},
                 {"15.547 tỷ 719 triệu đồng", 15547719, -6},
                 {"12,50%", 1250, 2},
                 {"2 tỷ rưỡi", 25, -8},
                 {"8.343 tỷ", 8343, -9},
                 {"1.200.000", 1200000, 0},
                 {"1tr5", 15, -5},
                 {"hai mươi tư", 24, 0},
                 {"một triệu", 1, -6},
                 {"0,500", 500, 3},
                 {"1,2 nghìn tỷ", 12, -11}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct quantity q;
        if (!quantity_of_line(&q, arena, str_of(cases[k].text))) fail_msg("«%s» is not read", cases[k].text);
        if (q.value.coefficient != cases[k].coefficient || q.value.scale != cases[k].scale)
            fail_msg("«%s» is {%lld, %d}", cases[k].text, (long long)q.value.coefficient, q.value.scale);
    }
}

static void classes_and_parts(void **state)
{
    (void)state;
    struct tokens ts = {0};
    struct quantity q;
    struct str text = STR("8.343 tỷ đồng, 8.300 tỷ, 111%, 2 điểm %, 5 ha, 3 lần, 7 hộ, 5 tỷ đồng/8 tỷ đồng");
    static const enum unit_class want[] = {UNIT_CLASS_MONEY,   UNIT_CLASS_NONE,  UNIT_CLASS_PERCENT, UNIT_CLASS_POINTS,
                                           UNIT_CLASS_MEASURE, UNIT_CLASS_TIMES, UNIT_CLASS_NONE,    UNIT_CLASS_MONEY};
    tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
    size_t n = 0;
    for (size_t i = 0; i + 1 < ts.len; i++) {
        if (ts.at[i].kind != TOKEN_NUMBER) continue;
        assert_true(quantity_read(&q, arena, &ts, i));
        assert_true(n < sizeof want / sizeof *want);
        assert_int_equal(q.unit_class, want[n]);
        assert_int_equal(q.magnitude, n == 1); /* "8.300 tỷ" has no currency */
        assert_int_equal(q.both_units, n == 7);
        if (n == 0) assert_int_equal(q.number_last, i + 2);
        n++;
        i = q.last - 1;
    }
    assert_int_equal(n, sizeof want / sizeof *want);
}

/* Each call looks at a bounded number of words, so reading from every word of a long run is linear; here only that it
 * ends and that no call takes more than its bound. */
static void long_runs(void **state)
{
    (void)state;
    static const char *const units[] = {"hai trăm triệu ", "một tỷ ",   "hai ", "mười ",
                                        "5 tỷ ",           "từ 1 đến ", "1-",   "1/",
                                        "đồng/",           "phẩy năm ", "1.",   ",1"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct buf b = buf_make(1000000);
        for (int k = 0; k < 3000; k++) buf_put_z(&b, units[u]);
        struct tokens ts = {0};
        struct quantity q;
        tokens_scan(&ts, arena, buf_str(&b), 0, (uint32_t)buf_str(&b).len);
        for (size_t i = 0; i + 1 < ts.len; i++)
            if (quantity_read(&q, arena, &ts, i)) assert_true(q.last > i && q.last - i < 140);
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
        cmocka_unit_test_setup_teardown(precision_is_what_is_printed, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(classes_and_parts, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(long_runs, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("quantity", tests, NULL, NULL);
}
