/* SPDX-License-Identifier: Apache-2.0
 *
 * grading: points by hand-worked cases (NĐ 335/2025/NĐ-CP as data/grading.tsv has it).
 */
#include "unit_test.h"

#include "grading.h"

static const struct grading_rule *rule(void)
{
    const struct grading_rule *r = grading_rule_on((struct date){2026, 3, 31});
    assert_non_null(r);
    return r;
}

static void assert_points(struct rational r, int64_t hundredths)
{
    struct decimal d;
    assert_true(rational_round(&d, r, 2));
    if (!decimal_eq(d, (struct decimal){hundredths, 2})) fail_msg("is %lld/100", (long long)d.coefficient);
}

static struct grade of(const struct grade_item *items, size_t count)
{
    struct grade g;
    assert_true(grade_reckon(&g, rule(), items, count));
    return g;
}

static void all_done_well(void **state)
{
    (void)state;
    struct grade_item items[] = {{DECIMAL_INT(1), true, false, false, 0}, {DECIMAL_INT(3), true, false, false, 0}};
    struct grade g = of(items, 2);
    assert_points(g.a, 100);
    assert_points(g.result, 7000);
}

/* Four products of 1, 1, 2 and 1,5: given 5,5; the 2 is not done; the first was sent back twice, the second late, the
 * last late with another due day. a = 3,5/5,5; b = (0,5 + 1 + 1,5)/3,5; c = (1 + 0,75 + 1,5)/3,5.
 * (0,636363 + 0,857142 + 0,928571)/3 x 70 = 56,515. */
static void mixed(void **state)
{
    (void)state;
    struct grade_item items[] = {
        {DECIMAL_INT(1), true, false, false, 2},
        {DECIMAL_INT(1), true, true, false, 0},
        {DECIMAL_INT(2), false, false, false, 0},
        {{15, 1}, true, true, true, 0},
    };
    struct grade g = of(items, 4);
    assert_points(g.given, 550);
    assert_points(g.done, 350);
    assert_points(g.quality, 300);
    assert_points(g.pace, 325);
    assert_points(g.result, 5652);
}

/* Sent back five times: nothing is left of its quality, and no less than nothing. */
static void not_below_nothing(void **state)
{
    (void)state;
    struct grade_item items[] = {{DECIMAL_INT(1), true, false, false, 5}};
    struct grade g = of(items, 1);
    assert_int_equal(rational_sign(g.b), 0);
    assert_points(g.result, 4667);
}

static void nothing_is_not_zero(void **state)
{
    (void)state;
    struct grade_item items[] = {{DECIMAL_INT(1), false, false, false, 0}};
    struct grade g = of(items, 1);
    assert_true(g.has_a);
    assert_false(g.has_bc);
    g = of(items, 0);
    assert_false(g.has_a);
}

/* a, b, c all 1 and results of the unit of 95, 90 and 100 %: 5,85/6 x 70 = 68,25. */
static void leader(void **state)
{
    (void)state;
    struct grade_item items[] = {{DECIMAL_INT(1), true, false, false, 0}};
    struct grade_item nothing_done[] = {{DECIMAL_INT(1), false, false, false, 0}};
    struct rational rates[3];
    assert_int_equal(rule()->unit_rates, 3);
    assert_true(rational_make(&rates[0], 95, 100) && rational_make(&rates[1], 90, 100));
    rates[2] = RATIONAL_OF(1);
    struct grade g = of(items, 1);
    assert_true(grade_leader(&g, rule(), rates));
    assert_points(g.result, 6825);
    g = of(nothing_done, 1);
    assert_false(grade_leader(&g, rule(), rates));
}

static void levels_and_times(void **state)
{
    (void)state;
    struct rational just_under;
    assert_true(rational_make(&just_under, 8999, 100));
    assert_int_equal(grade_level(rule(), RATIONAL_OF(90)), GRADE_EXCELLENT);
    assert_int_equal(grade_level(rule(), just_under), GRADE_GOOD);
    assert_int_equal(grade_level(rule(), RATIONAL_OF(70)), GRADE_GOOD);
    assert_int_equal(grade_level(rule(), RATIONAL_OF(50)), GRADE_FAIR);
    assert_int_equal(grade_level(rule(), RATIONAL_OF(49)), GRADE_FAILED);
    assert_null(grading_rule_on((struct date){2025, 12, 31}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_done_well),     cmocka_unit_test(mixed),
        cmocka_unit_test(not_below_nothing), cmocka_unit_test(nothing_is_not_zero),
        cmocka_unit_test(levels_and_times),  cmocka_unit_test(leader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
