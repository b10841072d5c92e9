/* SPDX-License-Identifier: Apache-2.0
 *
 * interval: printed precision, readings, bounds, outward rounding. Numbers are texts, so that a case reads as it is
 * meant.
 */
#include "unit_test.h"

#include "buf.h"
#include "interval.h"

static struct decimal num(const char *s)
{
    struct decimal d = DECIMAL_INT(0);
    assert_true(decimal_read(&d, str_of(s)));
    return d;
}

/* 8.343 tỷ: {8343, -9} */
static struct decimal shifted(const char *s, int n)
{
    struct decimal d;
    assert_true(decimal_shift(&d, num(s), n));
    return d;
}

static struct interval printed(const char *s)
{
    return interval_printed(num(s), false, PRINTED_ROUNDED);
}

/* "[lo, hi)": ends as they are, brackets by openness. */
static const char *shown(struct interval i)
{
    static char text[200];
    struct buf b = buf_make(sizeof text - 1);
    buf_char(&b, i.lo_open || i.lo_free ? '(' : '[');
    if (!i.lo_free) decimal_write_short(&b, i.lo);
    buf_put(&b, STR(", "));
    if (!i.hi_free) decimal_write_short(&b, i.hi);
    buf_char(&b, i.hi_open || i.hi_free ? ')' : ']');
    assert_true(buf_ok(&b));
    memcpy(text, b.ptr, b.len);
    text[b.len] = 0;
    buf_free(&b);
    return text;
}

#define is(i, text) assert_string_equal(shown(i), text)

static void printed_numbers_keep_their_precision(void **state)
{
    (void)state;
    is(printed("111.24"), "[111.235, 111.245]");
    is(printed("12.50"), "[12.495, 12.505]");
    is(printed("7"), "[6.5, 7.5]");
    is(printed("-9.8"), "[-9.85, -9.75]");
    is(interval_printed(shifted("8343", 9), false, PRINTED_ROUNDED), "[8342500000000, 8343500000000]");
    is(interval_printed(num("3127"), true, PRINTED_ROUNDED), "[3127, 3127]");
    is(interval_printed(num("3127"), true, PRINTED_LAST_PLACE), "[3127, 3127]");
}

static void readings_widen_one_after_the_other(void **state)
{
    (void)state;
    is(interval_printed(num("91.6"), false, PRINTED_ROUNDED), "[91.55, 91.65]");
    is(interval_printed(num("91.6"), false, PRINTED_CUT), "[91.55, 91.7)");
    is(interval_printed(num("91.6"), false, PRINTED_LAST_PLACE), "(91.5, 91.7)");
    is(interval_printed(num("-9.8"), false, PRINTED_CUT), "(-9.9, -9.75]");
    is(interval_printed(num("-9.8"), false, PRINTED_LAST_PLACE), "(-9.9, -9.7)");
    is(interval_printed(shifted("352000", 9), false, PRINTED_ROUND_NUMBER), "(351000000000000, 353000000000000)");
    is(interval_printed(num("62000"), true, PRINTED_ROUND_NUMBER), "(61000, 63000)");
    is(interval_printed(num("1200"), true, PRINTED_ROUND_NUMBER), "(1100, 1300)");
    /* one zero may well be meant; a hundred keeps two digits and so gives up one zero only */
    is(interval_printed(num("120"), true, PRINTED_ROUND_NUMBER), "[120, 120]");
    is(interval_printed(num("100"), true, PRINTED_ROUND_NUMBER), "[100, 100]");
    is(interval_printed(num("2614"), true, PRINTED_ROUND_NUMBER), "[2614, 2614]");
    is(interval_printed(num("1000"), true, PRINTED_ROUND_NUMBER), "(900, 1100)");
}

static void bounds_open_the_side_they_speak_of(void **state)
{
    (void)state;
    struct decimal n = num("8300");
    is(interval_bound(printed("8300"), n, BOUND_EXACT), "[8299.5, 8300.5]");
    is(interval_bound(printed("8300"), n, BOUND_OVER), "[8299.5, )");
    is(interval_bound(printed("8300"), n, BOUND_UNDER), "[0, 8300.5]");
    is(interval_bound(printed("8300"), n, BOUND_ABOUT), "[7469.5, 9130.5]");
    is(interval_bound(printed("-11"), num("-11"), BOUND_OVER), "(, -10.5]");
    is(interval_bound(printed("-11"), num("-11"), BOUND_UNDER), "[-11.5, 0]");
}

static void arithmetic_rounds_outwards(void **state)
{
    (void)state;
    struct interval a = interval_between(num("1"), num("2")), b = interval_between(num("3"), num("7"));
    is(interval_add(a, b), "[4, 9]");
    is(interval_sub(a, b), "[-6, -1]");
    is(interval_mul(a, b), "[3, 14]");
    is(interval_div(b, a), "[1.5, 7]");
    is(interval_div(interval_point(num("1")), interval_point(num("3"))),
       "[0.333333333333333333, 0.333333333333333334]");
    is(interval_div(interval_point(num("2")), interval_point(num("3"))),
       "[0.666666666666666666, 0.666666666666666667]");
    is(interval_shift(printed("111.24"), -2), "[1.11235, 1.11245]");
    struct interval big = interval_point(num("999999999999999999"));
    is(interval_mul(big, big), "[999999999999999998000000000000000000, 999999999999999999000000000000000000]");
}

static void what_cannot_be_reckoned_is_the_whole_line(void **state)
{
    (void)state;
    struct interval minus = interval_between(num("-1"), num("1")), one = interval_point(num("1"));
    is(interval_mul(minus, one), "(, )");
    is(interval_div(one, minus), "(, )");
    is(interval_div(one, interval_between(num("0"), num("2"))), "[0.5, )");
    is(interval_div(one, interval_point(num("0"))), "[0, )");
    is(interval_div(interval_bound(printed("8300"), num("8300"), BOUND_OVER), printed("2")), "[3319.8, )");
    is(interval_mul(interval_all(), one), "(, )");
    struct decimal huge = {999999999999999999, -18};
    is(interval_mul(interval_point(huge), interval_point(huge)), "(, )");
    is(interval_add(interval_point(huge), interval_point((struct decimal){1, 18})), "(, )");
}

static void meeting_counts_open_ends(void **state)
{
    (void)state;
    struct interval cut = interval_printed(num("91.6"), false, PRINTED_CUT), out;
    assert_false(interval_meets(cut, interval_point(num("91.7"))));
    assert_true(interval_holds(cut, num("91.69999")));
    assert_true(interval_meet(&out, interval_between(num("1"), num("3")), interval_between(num("3"), num("4"))));
    is(out, "[3, 3]");
    assert_true(interval_below(interval_between(num("1"), num("2")), interval_between(num("3"), num("4"))));
    assert_false(interval_below(interval_between(num("1"), num("3")), interval_between(num("3"), num("4"))));
    assert_false(interval_below(interval_all(), interval_between(num("3"), num("4"))));
    assert_true(interval_below(interval_printed(num("91.6"), false, PRINTED_CUT), interval_point(num("91.7"))));
    is(interval_hull(interval_between(num("1"), num("3")), interval_between(num("2"), num("4"))), "[1, 4]");
    is(interval_hull(interval_all(), interval_between(num("2"), num("4"))), "(, )");
}

/* 56 % of 6.107,503 tỷ and 64 % of 6.877,579 tỷ are of one plan only between 10.810 and 10.831 tỷ. */
static void two_ratios_of_one_plan(void **state)
{
    (void)state;
    struct interval a = interval_div(printed("6107.503"), interval_shift(printed("56"), -2));
    struct interval b = interval_div(printed("6877.579"), interval_shift(printed("64"), -2));
    struct interval both;
    assert_true(interval_meet(&both, a, b));
    struct buf text = buf_make(200);
    interval_write(&text, both, 3);
    assert_str(buf_str(&text), STR("10810..10831"));
    buf_free(&text);
    /* 8.343 / 1,1124 = 7.500, and 108 % of it would be 7.725 */
    assert_true(interval_holds(interval_div(printed("8343"), interval_shift(printed("111.24"), -2)), num("7500")));
    assert_false(interval_holds(interval_div(printed("8343"), interval_shift(printed("108"), -2)), num("7500")));
}

/* 3.409 firms, +6,25 %: between 3.208 and 3.209 lies no whole number. */
static void a_count_needs_a_whole_base(void **state)
{
    (void)state;
    int64_t whole = 0;
    struct interval growth = interval_shift(interval_add(interval_point(num("100")), printed("6.25")), -2);
    struct interval base = interval_div(interval_point(num("3409")), growth);
    assert_false(interval_first_whole(&whole, base));
    growth = interval_shift(interval_add(interval_point(num("100")), printed("25.13")), -2);
    base = interval_div(interval_point(num("3127")), growth);
    assert_true(interval_first_whole(&whole, base));
    assert_int_equal(whole, 2499);
    assert_true(interval_first_whole(&whole, interval_printed(num("2.0"), false, PRINTED_LAST_PLACE)));
    assert_int_equal(whole, 2);
    struct interval open = interval_between(num("2"), num("2.5"));
    open.lo_open = true;
    assert_false(interval_first_whole(&whole, open));
    assert_false(interval_first_whole(&whole, interval_all()));
    assert_true(interval_first_whole(&whole, interval_between(num("-1.5"), num("-0.5"))));
    assert_int_equal(whole, -1);
}

static void shown_with_two_digits_of_width(void **state)
{
    (void)state;
    const struct {
        const char *lo, *hi, *text;
        int most;
    } cases[] = {
        {"10809.7402", "10830.8330", "10810..10831", 3},
        {"7499.23", "7500.81", "7499.2..7500.8", 3},
        {"7500", "7500", "7500", 3},
        {"1.2345678", "1.2345699", "1.2345678..1.2345699", 7},
        {"1.2345678", "1.2345699", "1.235", 3},
        {"1234567", "1434567", "1235000..1435000", 3},
        {"10809.7", "11004.5", "10810..11005", 3},
        {"-3", "12", "-3..12", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf b = buf_make(200);
        interval_write(&b, interval_between(num(cases[i].lo), num(cases[i].hi)), cases[i].most);
        assert_str(buf_str(&b), str_of(cases[i].text));
        buf_free(&b);
    }
    struct buf b = buf_make(200);
    struct interval over = interval_bound(printed("8300.25"), num("8300.25"), BOUND_OVER);
    interval_write(&b, over, 1);
    assert_str(buf_str(&b), STR("8300.2.."));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(printed_numbers_keep_their_precision),
        cmocka_unit_test(readings_widen_one_after_the_other),
        cmocka_unit_test(bounds_open_the_side_they_speak_of),
        cmocka_unit_test(arithmetic_rounds_outwards),
        cmocka_unit_test(what_cannot_be_reckoned_is_the_whole_line),
        cmocka_unit_test(meeting_counts_open_ends),
        cmocka_unit_test(two_ratios_of_one_plan),
        cmocka_unit_test(a_count_needs_a_whole_base),
        cmocka_unit_test(shown_with_two_digits_of_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
