/* SPDX-License-Identifier: Apache-2.0
 *
 * str: cutting, comparing, numbers.
 */
#include "unit_test.h"

#include "arena.h"
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
    assert_false(str_to_u64(&n, STR("9"), 5));
    assert_true(str_to_u64(&n, STR("5"), 5));
    assert_false(str_to_u64(&n, STR("1"), 0));
}

static void parts_are_clamped(void **state)
{
    (void)state;
    struct str s = STR("quận");
    assert_str(str_from(s, 100), STR(""));
    assert_str(str_part(s, 0, 100), s);
    assert_str(str_part(s, 3, 1), STR(""));
    assert_str(str_trim(STR(" \t\r\nthu ngân sách\n ")), STR("thu ngân sách"));
    assert_str(str_trim(STR(" \n")), STR(""));
    assert_int_equal(str_of(NULL).len, 0);
}

static void find_and_ends(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("8.343 tỷ"), STR("tỷ")), 6);
    assert_int_equal(str_find(STR("tỷ"), STR("8.343 tỷ")), -1);
    assert_int_equal(str_find(STR("abc"), STR("")), 0);
    assert_int_equal(str_find_char(STR("a%"), '%'), 1);
    assert_int_equal(str_find_char(STR(""), '%'), -1);
    assert_true(str_has(STR("đạt 111,24%"), STR("111")));
    assert_true(str_starts(STR("quận 1"), STR("quận")));
    assert_false(str_starts(STR("qu"), STR("quận")));
    assert_true(str_ends(STR("bao-cao.txt"), STR(".txt")));
    assert_false(str_ends(STR("txt"), STR(".txt")));
}

/* {0} is the empty str too. */
static void a_str_of_nothing(void **state)
{
    (void)state;
    struct str none = {0};
    assert_true(str_eq(none, STR("")));
    assert_true(str_starts(none, none) && str_ends(none, none) && str_ends(STR("a"), none));
    assert_int_equal(str_from(none, 3).len + str_part(none, 0, 9).len + str_trim(none).len, 0);
    assert_int_equal(str_cut(none, STR(";")).tail.len, 0);
    assert_int_equal(str_find(none, STR("a")), -1);
    assert_true(str_cmp(none, STR("")) == 0);
}

static void copies_end_with_zero_and_are_their_own(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    char from[] = "phường";
    struct str copy = str_copy(a, str_of(from));
    char *z = str_copy_z(a, str_part(str_of(from), 0, 2));
    from[0] = 'x';
    assert_str(copy, STR("phường"));
    assert_string_equal(z, "ph");
    assert_str(str_copy(a, STR("")), STR(""));
    arena_close(a);
}

static void hash_depends_on_every_byte(void **state)
{
    (void)state;
    char bytes[16] = "0123456789abcdef";
    uint64_t first = str_hash((struct str){bytes, sizeof bytes});
    assert_true(first == str_hash((struct str){bytes, sizeof bytes}));
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] ^= 1;
        assert_true(first != str_hash((struct str){bytes, sizeof bytes}));
        bytes[i] ^= 1;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut_returns_head_and_tail),
        cmocka_unit_test(compare_orders_prefix_first),
        cmocka_unit_test(numbers_are_whole_and_bounded),
        cmocka_unit_test(parts_are_clamped),
        cmocka_unit_test(find_and_ends),
        cmocka_unit_test(a_str_of_nothing),
        cmocka_unit_test(copies_end_with_zero_and_are_their_own),
        cmocka_unit_test(hash_depends_on_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
