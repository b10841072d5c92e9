/* SPDX-License-Identifier: Apache-2.0
 *
 * str: cutting, comparing, numbers.
 */
#include "unit_test.h"

#include "str.h"

static void cut_returns_head_and_tail(void **state)
{
    (void)state;
    struct str_cut c = str_cut(STR("giá trị; năm; quý"), STR("; "));
    assert_true(c.found);
    assert_true(str_eq(c.head, STR("giá trị")));
    assert_true(str_eq(c.tail, STR("năm; quý")));
    c = str_cut(STR("giá trị"), STR("; "));
    assert_false(c.found);
    assert_true(str_eq(c.head, STR("giá trị")));
    assert_int_equal(c.tail.len, 0);
}

static void compare_orders_prefix_first(void **state)
{
    (void)state;
    assert_true(str_cmp(STR("a"), STR("ab")) < 0);
    assert_true(str_cmp(STR("b"), STR("ab")) > 0);
    assert_true(str_cmp(STR(""), STR("")) == 0);
}

static void numbers_are_whole_and_bounded(void **state)
{
    (void)state;
    uint64_t n = 0;
    assert_true(str_to_u64(&n, STR("2023"), 9999));
    assert_int_equal(n, 2023);
    assert_false(str_to_u64(&n, STR("10000"), 9999));
    assert_false(str_to_u64(&n, STR(""), 9999));
    assert_false(str_to_u64(&n, STR("-1"), 9999));
    assert_true(str_to_u64(&n, STR("18446744073709551615"), UINT64_MAX));
    assert_false(str_to_u64(&n, STR("18446744073709551616"), UINT64_MAX));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut_returns_head_and_tail),
        cmocka_unit_test(compare_orders_prefix_first),
        cmocka_unit_test(numbers_are_whole_and_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
