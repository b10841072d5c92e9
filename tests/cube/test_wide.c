/* SPDX-License-Identifier: Apache-2.0
 *
 * wide: sums of decimals of many scales, and what does not fit.
 */
#include "unit_test.h"

#include "wide.h"

static struct decimal d(const char *text)
{
    struct decimal out;
    assert_true(decimal_read(&out, str_of(text)));
    return out;
}

static void add(struct wide *w, const char *text)
{
    struct decimal v = d(text);
    wide_add(w, v.coefficient, v.scale);
}

static void keeps_every_digit(void **state)
{
    (void)state;
    struct wide w = wide_zero();
    struct decimal out;
    add(&w, "0.000000001");
    add(&w, "999999999999999999");
    add(&w, "-999999999999999998");
    assert_true(wide_decimal(&out, &w));
    assert_true(decimal_eq(out, d("1.000000001")));
    assert_int_equal(out.scale, 9);
}

static void keeps_the_finest_scale(void **state)
{
    (void)state;
    struct wide w = wide_zero();
    struct decimal out;
    add(&w, "1.50");
    add(&w, "2");
    assert_true(wide_decimal(&out, &w));
    assert_int_equal(out.coefficient, 350);
    assert_int_equal(out.scale, 2);
    w = wide_zero();
    assert_true(wide_decimal(&out, &w));
    assert_int_equal(out.coefficient, 0);
}

static void drops_zeros_only_when_it_must(void **state)
{
    (void)state;
    struct wide w = wide_zero();
    struct decimal out;
    wide_add(&w, INT64_MAX, 0);
    wide_add(&w, 3, 0); /* 9223372036854775810 */
    assert_true(wide_decimal(&out, &w));
    assert_int_equal(out.coefficient, INT64_C(922337203685477581));
    assert_int_equal(out.scale, -1);
    wide_add(&w, 1, 0);
    assert_false(wide_decimal(&out, &w));
}

static void says_when_it_overflows(void **state)
{
    (void)state;
    struct wide w = wide_zero();
    struct decimal out;
    wide_add(&w, INT64_MAX, -18);
    wide_add(&w, 1, 18);
    assert_true(w.bad);
    assert_false(wide_decimal(&out, &w));
    wide_add(&w, 1, 18);
    assert_true(w.bad); /* for good */
}

static void divides_half_away_from_zero(void **state)
{
    (void)state;
    struct wide a = wide_zero(), b = wide_zero();
    struct decimal out;
    add(&a, "-1");
    add(&b, "8");
    assert_true(wide_div(&out, &a, &b, 2));
    assert_true(decimal_eq(out, d("-0.13")));
    struct wide zero = wide_zero();
    assert_false(wide_div(&out, &a, &zero, 2));
    a = wide_zero();
    wide_add_product(&a, d("12.5"), d("1000000000000000"));
    wide_add_product(&a, d("2.25"), d("3"));
    b = wide_zero();
    add(&b, "1000000000000003");
    assert_true(wide_div(&out, &a, &b, 2));
    assert_true(decimal_eq(out, d("12.5")));
    a = wide_zero();
    b = wide_zero();
    wide_add(&a, 5, -3);
    wide_add(&b, 2, 2); /* 5000 / 0,02 */
    assert_true(wide_div(&out, &a, &b, 0));
    assert_true(decimal_eq(out, d("250000")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_every_digit),
        cmocka_unit_test(keeps_the_finest_scale),
        cmocka_unit_test(drops_zeros_only_when_it_must),
        cmocka_unit_test(says_when_it_overflows),
        cmocka_unit_test(divides_half_away_from_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
