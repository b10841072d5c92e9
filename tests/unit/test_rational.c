/* SPDX-License-Identifier: Apache-2.0
 *
 * rational: exact fractions against their own laws, at the ends of their range, and rounded as offices round.
 */
#include "unit_test.h"

#include "rational.h"

static struct rational of(const char *decimal)
{
    struct decimal d;
    struct rational r;
    assert_true(decimal_read(&d, str_of(decimal)));
    assert_true(rational_of_decimal(&r, d));
    return r;
}

static void is_rounded(struct rational r, int scale, const char *wanted)
{
    struct decimal d, w;
    assert_true(rational_round(&d, r, scale));
    assert_true(decimal_read(&w, str_of(wanted)));
    assert_true(decimal_eq(d, w));
    assert_int_equal(d.scale, scale);
}

static void thirds_come_back(void **state)
{
    (void)state;
    struct rational third, sum = RATIONAL_OF(0);
    struct decimal d;
    assert_true(rational_div(&third, RATIONAL_OF(1), RATIONAL_OF(3)));
    for (int i = 0; i < 3; i++) assert_true(rational_add(&sum, sum, third));
    assert_int_equal(rational_cmp(sum, RATIONAL_OF(1)), 0);
    assert_false(rational_exact(&d, third));
    assert_true(rational_exact(&d, of("0.125")));
    assert_true(decimal_eq(d, (struct decimal){125, 3}));
    assert_false(rational_div(&third, third, RATIONAL_OF(0)));
}

static void halves_go_away_from_zero(void **state)
{
    (void)state;
    struct rational r;
    is_rounded(of("2.5"), 0, "3");
    is_rounded(of("-2.5"), 0, "-3");
    is_rounded(of("2.49999"), 0, "2");
    is_rounded(of("99.995"), 2, "100.00");
    is_rounded(of("-0.004"), 2, "0.00");
    assert_true(rational_make(&r, 3100, -3189));
    is_rounded(r, 4, "-0.9721");
    struct decimal d;
    assert_true(rational_round(&d, of("1250"), -2));
    assert_int_equal(d.coefficient, 13);
    assert_true(rational_round(&d, of("1249.99"), -2));
    assert_int_equal(d.coefficient, 12);
    assert_false(rational_round(&d, of("9223372036854775807"), 1));
}

static void laws_hold(void **state)
{
    (void)state;
    for (int64_t a = -7; a < 8; a++)
        for (int64_t b = 1; b < 9; b++)
            for (int64_t c = -5; c < 6; c++) {
                struct rational x, y, sum, back, product, quotient;
                assert_true(rational_make(&x, a, b));
                assert_true(rational_make(&y, c, 7));
                assert_true(rational_add(&sum, x, y));
                assert_true(rational_sub(&back, sum, y));
                assert_true(back.num == x.num && back.den == x.den);
                assert_int_equal(rational_cmp(x, y), (a * 7 > c * b) - (a * 7 < c * b));
                assert_true(rational_mul(&product, x, y));
                if (!c) continue;
                assert_true(rational_div(&quotient, product, y));
                assert_true(quotient.num == x.num && quotient.den == x.den);
            }
}

static void what_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct rational big = of("9223372036854775807"), r, half;
    assert_true(rational_mul(&r, big, big));
    assert_false(rational_mul(&r, r, big));
    assert_false(rational_add(&r, (struct rational){((rational_int)1 << 126) - 1 + ((rational_int)1 << 126), 1},
                              RATIONAL_OF(1)));
    /* Compared without making a common denominator. */
    assert_true(rational_mul(&r, big, big));
    assert_true(rational_make(&half, r.num - 1, r.num));
    assert_int_equal(rational_cmp(half, RATIONAL_OF(1)), -1);
    struct rational other;
    assert_true(rational_make(&other, r.num - 2, r.num - 1));
    assert_int_equal(rational_cmp(half, other), 1);
    assert_int_equal(rational_cmp(rational_neg(half), rational_neg(other)), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thirds_come_back),
        cmocka_unit_test(halves_go_away_from_zero),
        cmocka_unit_test(laws_hold),
        cmocka_unit_test(what_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests_name("rational", tests, NULL, NULL);
}
