/* SPDX-License-Identifier: Apache-2.0
 *
 * decimal: reading and writing with the printed precision, exact arithmetic, rounding, and honest refusal where 64 bits
 * do not hold the answer. Values in the tables are canonical text; "-" as a result says that the operation must refuse.
 */
#include "unit_test.h"

#include "buf.h"
#include "decimal.h"

static struct decimal of(const char *text)
{
    struct decimal d;
    if (!decimal_read(&d, str_of(text))) fail_msg("«%s» is not a decimal", text);
    return d;
}

static void assert_decimal(bool done, struct decimal d, const char *want, const char *what)
{
    struct buf b = buf_make(100);
    if (done)
        decimal_write(&b, d);
    else
        buf_char(&b, '-');
    if (!str_eq(buf_str(&b), str_of(want))) fail_msg("%s: «%.*s», not «%s»", what, STR_ARG(buf_str(&b)), want);
    buf_free(&b);
}

static void canonical_text_comes_back(void **state)
{
    (void)state;
    static const char *const same[] = {"0",
                                       "7",
                                       "-7",
                                       "12.50",
                                       "0.00",
                                       "-0.05",
                                       "8343000000000",
                                       "28335.15",
                                       "999999999999999999",
                                       "0.000000000000000001",
                                       "-9223372036854775807",
                                       "9223372036854775807",
                                       "0.999999999999999999"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) assert_decimal(true, of(same[i]), same[i], same[i]);
    assert_int_equal(of("12.50").scale, 2);
    assert_int_equal(of("12.50").coefficient, 1250);
    assert_decimal(true, of("007"), "7", "leading zeros");
    assert_decimal(true, of("000000000000000000000000000000012"), "12", "many leading zeros");
}

static void other_text_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "-",
                                        ".",
                                        "1.",
                                        ".5",
                                        "+5",
                                        "--5",
                                        "1e5",
                                        "1,5",
                                        "1.2.3",
                                        " 1",
                                        "1 ",
                                        "0x10",
                                        "-.5",
                                        "1.-5",
                                        "5-",
                                        "inf",
                                        "nan",
                                        "9223372036854775808",
                                        "-9223372036854775808",
                                        "0.0000000000000000001",
                                        "99999999999999999999999999999999999999999",
                                        "1\xC2\xA0.000"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct decimal d;
        if (decimal_read(&d, str_of(wrong[i]))) fail_msg("«%s» was read", wrong[i]);
    }
}

struct grouped {
    const char *text;
    char group, point;
    const char *want;
};

static const struct grouped GROUPED[] = {
    {"8.343", '.', ',', "8343"},
    {"8.343,5", '.', ',', "8343.5"},
    {"28.335,15", '.', ',', "28335.15"},
    {"1,234.50", ',', '.', "1234.50"},
    {"15 547", ' ', ',', "15547"},
    {"1.200.000", '.', ',', "1200000"},
    {",77", '.', ',', "0.77"},
    {"-1.200", '.', ',', "-1200"},
    {"+5", '.', ',', "5"},
    {"111,24", 0, ',', "111.24"},
    {".5", '.', ',', "-"},
    {"1,2,3", '.', ',', "-"},
    {"1,2.3", '.', ',', "-"},
    {",", '.', ',', "-"},
    {"1,", '.', ',', "1"},
};

static void printed_numbers_are_read_with_their_separators(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof GROUPED / sizeof *GROUPED; i++) {
        const struct grouped *g = &GROUPED[i];
        struct decimal d;
        bool done = decimal_read_grouped(&d, str_of(g->text), g->group, g->point);
        assert_decimal(done, d, g->want, g->text);
    }
}

struct written {
    struct decimal d;
    const char *plain, *brief, *vi;
};

static const struct written WRITTEN[] = {
    {{2833515, -7}, "28335150000000", "28335150000000", "28.335.150.000.000"},
    {{1250, 2}, "12.50", "12.5", "12,50"},
    {{834350, 2}, "8343.50", "8343.5", "8.343,50"},
    {{-5, 2}, "-0.05", "-0.05", "-0,05"},
    {{0, -9}, "0", "0", "0"},
    {{0, 3}, "0.000", "0", "0,000"},
    {{100, 0}, "100", "100", "100"},
    {{1000, 0}, "1000", "1000", "1.000"},
    {{-123456, 0}, "-123456", "-123456", "-123.456"},
    {{1000, 2}, "10.00", "10", "10,00"},
    {{INT64_MAX, -18},
     "9223372036854775807000000000000000000",
     "9223372036854775807000000000000000000",
     "9.223.372.036.854.775.807.000.000.000.000.000.000"},
    {{1, 18}, "0.000000000000000001", "0.000000000000000001", "0,000000000000000001"},
};

static void three_ways_of_writing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof WRITTEN / sizeof *WRITTEN; i++) {
        const struct written *w = &WRITTEN[i];
        struct buf b = buf_make(200);
        decimal_write(&b, w->d);
        assert_str(buf_str(&b), str_of(w->plain));
        buf_clear(&b);
        decimal_write_short(&b, w->d);
        assert_str(buf_str(&b), str_of(w->brief));
        buf_clear(&b);
        decimal_write_vi(&b, w->d);
        assert_str(buf_str(&b), str_of(w->vi));
        buf_free(&b);
    }
}

struct compared {
    struct decimal a, b;
    int want;
};

static const struct compared COMPARED[] = {
    {{125, 1}, {1250, 2}, 0},
    {{1, 0}, {2, 0}, -1},
    {{-1, 0}, {1, 0}, -1},
    {{0, 5}, {0, -5}, 0},
    {{1, -18}, {1, 18}, 1},
    {{INT64_MAX, -18}, {INT64_MAX, 18}, 1},
    {{-INT64_MAX, -18}, {-1, 18}, -1},
    {{1, 18}, {INT64_MAX, -18}, -1},
    {{-1, 18}, {-INT64_MAX, -18}, 1},
    {{83, -2}, {8300, 0}, 0},
    {{8299, 0}, {83, -2}, -1},
    {{0, 0}, {1, 18}, -1},
    {{0, 0}, {-1, 18}, 1},
    {{11124, 2}, {11123, 2}, 1},
};

static void comparing_is_by_value_and_never_overflows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof COMPARED / sizeof *COMPARED; i++) {
        const struct compared *c = &COMPARED[i];
        assert_int_equal(decimal_cmp(c->a, c->b), c->want);
        assert_int_equal(decimal_cmp(c->b, c->a), -c->want);
        assert_int_equal(decimal_eq(c->a, c->b), c->want == 0);
    }
    assert_int_equal(decimal_sign(of("-0.01")), -1);
    assert_int_equal(decimal_sign(of("0.00")), 0);
}

struct calculated {
    const char *a, *b, *sum, *difference, *product;
};

static const struct calculated CALCULATED[] = {
    {"1", "2", "3", "-1", "2"},
    {"0.1", "0.2", "0.3", "-0.1", "0.02"},
    {"12.50", "0.5", "13.00", "12.00", "6.250"},
    {"-7", "7", "0", "-14", "-49"},
    {"28335.15", "1000000000", "1000028335.15", "-999971664.85", "28335150000000.00"},
    {"9223372036854775807", "1", "-", "9223372036854775806", "9223372036854775807"},
    {"9223372036854775807", "-9223372036854775807", "0", "-", "-"},
    {"3000000000", "4000000000", "7000000000", "-1000000000", "12000000000000000000"},
    {"0.000000001", "0.000000001", "0.000000002", "0.000000000", "0.000000000000000001"},
    {"0.0000000001", "0.0000000001", "0.0000000002", "0.0000000000", "-"},
    {"9000000000000000000", "0.00", "9000000000000000000.0", "9000000000000000000.0", "0.00"},
    {"0.5", "2", "2.5", "-1.5", "1.0"},
};

static void sums_and_products_are_exact_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CALCULATED / sizeof *CALCULATED; i++) {
        const struct calculated *c = &CALCULATED[i];
        struct decimal d, a = of(c->a), b = of(c->b);
        bool done = decimal_add(&d, a, b);
        if (i == 10) { /* 9e18 + 0.00 does not fit with two digits: the value is kept, the digits are not */
            assert_true(done && decimal_eq(d, a));
            continue;
        }
        assert_decimal(done, d, c->sum, c->a);
        done = decimal_add(&d, b, a);
        assert_decimal(done, d, c->sum, c->a);
        done = decimal_sub(&d, a, b);
        assert_decimal(done, d, c->difference, c->a);
        done = decimal_mul(&d, a, b);
        assert_decimal(done, d, c->product, c->a);
        done = decimal_mul(&d, b, a);
        assert_decimal(done, d, c->product, c->a);
    }
}

static void products_far_from_the_point(void **state)
{
    (void)state;
    struct decimal d;
    assert_true(decimal_mul(&d, (struct decimal){1, -18}, (struct decimal){1, -1}));
    assert_int_equal(d.coefficient, 10);
    assert_int_equal(d.scale, -18);
    assert_true(decimal_mul(&d, (struct decimal){1, -18}, (struct decimal){1, -18}));
    assert_int_equal(d.coefficient, 1000000000000000000);
    assert_false(decimal_mul(&d, (struct decimal){1, -18}, (struct decimal){10, -18}));
    assert_true(decimal_mul(&d, (struct decimal){5, 18}, (struct decimal){20, 0}));
    assert_decimal(true, d, "0.000000000000000100", "5e-18 x 20");
    assert_true(decimal_mul(&d, (struct decimal){0, 18}, (struct decimal){0, 18}));
    assert_int_equal(decimal_sign(d), 0);
    assert_true(decimal_mul(&d, (struct decimal){0, -18}, (struct decimal){7, -18}));
    assert_int_equal(decimal_sign(d), 0);
}

struct divided {
    const char *a, *b;
    int scale;
    const char *down, *up, *half;
};

static const struct divided DIVIDED[] = {
    {"1", "3", 2, "0.33", "0.34", "0.33"},
    {"2", "3", 2, "0.66", "0.67", "0.67"},
    {"-1", "3", 2, "-0.34", "-0.33", "-0.33"},
    {"-2", "3", 2, "-0.67", "-0.66", "-0.67"},
    {"1", "-3", 2, "-0.34", "-0.33", "-0.33"},
    {"-1", "-3", 2, "0.33", "0.34", "0.33"},
    {"5", "2", 0, "2", "3", "3"},
    {"-5", "2", 0, "-3", "-2", "-3"},
    {"1", "8", 2, "0.12", "0.13", "0.13"},
    {"6", "3", 0, "2", "2", "2"},
    {"834300", "7500", 2, "111.24", "111.24", "111.24"},
    {"1", "0", 2, "-", "-", "-"},
    {"0", "5", 2, "0.00", "0.00", "0.00"},
    {"1250", "1", -2, "1200", "1300", "1300"},
    {"1249", "1", -2, "1200", "1300", "1200"},
    {"9223372036854775807", "0.1", 0, "-", "-", "-"},
    {"9223372036854775807", "9223372036854775807", 18, "1.000000000000000000", "1.000000000000000000",
     "1.000000000000000000"},
};

static void division_rounds_as_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DIVIDED / sizeof *DIVIDED; i++) {
        const struct divided *c = &DIVIDED[i];
        const char *const want[] = {c->down, c->up, c->half};
        static const enum rounding how[] = {ROUND_DOWN, ROUND_UP, ROUND_HALF_UP};
        for (int k = 0; k < 3; k++) {
            struct decimal d;
            bool done = decimal_div(&d, of(c->a), of(c->b), c->scale, how[k]);
            assert_decimal(done, d, want[k], c->a);
        }
    }
}

static void division_by_something_huge_is_nothing_rounded(void **state)
{
    (void)state;
    struct decimal d;
    assert_true(decimal_div(&d, (struct decimal){5, 18}, (struct decimal){INT64_MAX, -18}, -18, ROUND_HALF_UP));
    assert_int_equal(decimal_sign(d), 0);
    assert_true(decimal_div(&d, (struct decimal){5, 18}, (struct decimal){INT64_MAX, -18}, -18, ROUND_UP));
    assert_int_equal(d.coefficient, 1);
    assert_true(decimal_div(&d, (struct decimal){-5, 18}, (struct decimal){INT64_MAX, -18}, -18, ROUND_DOWN));
    assert_int_equal(d.coefficient, -1);
    assert_true(decimal_div(&d, (struct decimal){0, 18}, (struct decimal){INT64_MAX, -18}, -18, ROUND_UP));
    assert_int_equal(d.coefficient, 0);
}

struct rescaled {
    const char *a;
    int scale;
    const char *down, *up, *half;
};

static const struct rescaled RESCALED[] = {
    {"12.345", 2, "12.34", "12.35", "12.35"},  {"-12.345", 2, "-12.35", "-12.34", "-12.35"},
    {"12.344", 2, "12.34", "12.35", "12.34"},  {"12.5", 3, "12.500", "12.500", "12.500"},
    {"0.04", 1, "0.0", "0.1", "0.0"},          {"0.05", 1, "0.0", "0.1", "0.1"},
    {"8343", -3, "8000", "9000", "8000"},      {"8500", -3, "8000", "9000", "9000"},
    {"9223372036854775807", 1, "-", "-", "-"}, {"1", 19, "-", "-", "-"},
    {"-0.04", 1, "-0.1", "0.0", "0.0"},
};

static void rescale_rounds_as_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof RESCALED / sizeof *RESCALED; i++) {
        const struct rescaled *c = &RESCALED[i];
        const char *const want[] = {c->down, c->up, c->half};
        static const enum rounding how[] = {ROUND_DOWN, ROUND_UP, ROUND_HALF_UP};
        for (int k = 0; k < 3; k++) {
            struct decimal d;
            bool done = decimal_rescale(&d, of(c->a), c->scale, how[k]);
            assert_decimal(done, d, want[k], c->a);
        }
    }
}

static void shift_moves_the_point_and_makes_no_digits(void **state)
{
    (void)state;
    struct decimal d;
    assert_true(decimal_shift(&d, of("28335.15"), 9)); /* tỷ */
    assert_int_equal(d.coefficient, 2833515);
    assert_int_equal(d.scale, -7);
    assert_true(decimal_shift(&d, d, -9));
    assert_decimal(true, d, "28335.15", "back");
    assert_false(decimal_shift(&d, of("1"), 19));
    assert_false(decimal_shift(&d, of("1"), -19));
}

static void printed_precision(void **state)
{
    (void)state;
    assert_decimal(true, decimal_half_unit(of("12.50")), "0.005", "12.50");
    assert_decimal(true, decimal_half_unit(of("111.24")), "0.005", "111.24");
    assert_decimal(true, decimal_half_unit((struct decimal){83, -11}), "50000000000", "8.300 tỷ as 83 x 10^11");
    assert_decimal(true, decimal_half_unit((struct decimal){83, -2}), "50", "83 hundred");
    assert_int_equal(decimal_trim((struct decimal){1250, 2}).scale, 1);
    assert_int_equal(decimal_trim((struct decimal){1200, 2}).coefficient, 12);
    assert_int_equal(decimal_trim((struct decimal){1200, 0}).coefficient, 1200);
    assert_int_equal(decimal_trim((struct decimal){0, 5}).scale, 0);
}

/* (a + b) - b is a, and a x b / b is a, for many numbers of all sizes; where it must refuse it may. */
static void laws_hold_for_many_numbers(void **state)
{
    (void)state;
    uint64_t seed = 20230713;
    int done = 0;
    for (int i = 0; i < 20000; i++) {
        struct decimal n[2], d;
        for (int k = 0; k < 2; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            n[k].coefficient = (int64_t)(seed >> 1) >> (seed % 62);
            if (seed & 64) n[k].coefficient = -n[k].coefficient;
            n[k].scale = (int8_t)((int)((seed >> 32) % 13) - 6);
        }
        if (decimal_add(&d, n[0], n[1]) && decimal_sub(&d, d, n[1])) {
            assert_true(decimal_eq(d, n[0]));
            done++;
        }
        if (n[1].coefficient && decimal_mul(&d, n[0], n[1]) && decimal_div(&d, d, n[1], n[0].scale, ROUND_DOWN)) {
            assert_true(decimal_eq(d, n[0]));
            done++;
        }
        assert_int_equal(decimal_cmp(n[0], n[1]), -decimal_cmp(n[1], n[0]));
        if (decimal_sub(&d, n[0], n[1])) assert_int_equal(decimal_cmp(n[0], n[1]), decimal_sign(d));
    }
    assert_true(done > 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(canonical_text_comes_back),
        cmocka_unit_test(other_text_is_refused),
        cmocka_unit_test(printed_numbers_are_read_with_their_separators),
        cmocka_unit_test(three_ways_of_writing),
        cmocka_unit_test(comparing_is_by_value_and_never_overflows),
        cmocka_unit_test(sums_and_products_are_exact_or_refused),
        cmocka_unit_test(products_far_from_the_point),
        cmocka_unit_test(division_rounds_as_told),
        cmocka_unit_test(division_by_something_huge_is_nothing_rounded),
        cmocka_unit_test(rescale_rounds_as_told),
        cmocka_unit_test(shift_moves_the_point_and_makes_no_digits),
        cmocka_unit_test(printed_precision),
        cmocka_unit_test(laws_hold_for_many_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
