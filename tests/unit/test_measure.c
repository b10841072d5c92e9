/* SPDX-License-Identifier: Apache-2.0
 *
 * measure: every name of FORMATS.md leads to its enum and back.
 */
#include "unit_test.h"

#include "measure.h"

static void kinds(void **state)
{
    (void)state;
    static const char *const names[] = {"level", "growth", "change", "plan_ratio", "share", "fraction"};
    for (size_t i = 0; i < KIND_COUNT; i++) {
        enum figure_kind k;
        assert_true(kind_find(&k, str_of(names[i])));
        assert_int_equal(k, i);
        assert_str(kind_name(k), str_of(names[i]));
    }
    enum figure_kind k;
    assert_false(kind_find(&k, STR("Level")));
    assert_false(kind_find(&k, STR("")));
}

static void bounds(void **state)
{
    (void)state;
    static const char *const names[] = {"exact", "over", "under", "about"};
    for (size_t i = 0; i < BOUND_COUNT; i++) {
        enum figure_bound b;
        assert_true(bound_find(&b, str_of(names[i])));
        assert_int_equal(b, i);
        assert_str(bound_name(b), str_of(names[i]));
    }
    enum figure_bound b;
    assert_false(bound_find(&b, STR("above")));
}

static void aspects(void **state)
{
    (void)state;
    static const char *const names[] = {"actual", "estimate", "plan"};
    for (size_t i = 0; i < ASPECT_COUNT; i++) {
        enum figure_aspect a;
        assert_true(aspect_find(&a, str_of(names[i])));
        assert_int_equal(a, i);
        assert_str(aspect_name(a), str_of(names[i]));
    }
    enum figure_aspect a;
    assert_false(aspect_find(&a, STR("planned")));
}

static void againsts(void **state)
{
    (void)state;
    static const char *const names[] = {"", "same_period", "previous_period", "previous_year", NULL, "plan"};
    for (size_t i = 0; i < AGAINST_COUNT; i++) {
        enum figure_against a;
        if (!names[i]) continue;
        assert_true(against_find(&a, str_of(names[i])));
        assert_int_equal(a, i);
        assert_str(against_name(a), str_of(names[i]));
    }
    assert_str(against_name(AGAINST_PERIOD), STR(""));
    enum figure_against a;
    assert_false(against_find(&a, STR("2015")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds),
        cmocka_unit_test(bounds),
        cmocka_unit_test(aspects),
        cmocka_unit_test(againsts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
