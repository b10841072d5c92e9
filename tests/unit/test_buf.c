/* SPDX-License-Identifier: Apache-2.0
 *
 * buf: the limit is exact, a write that would pass it writes nothing and is remembered; numbers and code points.
 */
#include "unit_test.h"

#include "buf.h"

static void limit_is_exact_and_remembered(void **state)
{
    (void)state;
    struct buf b = buf_make(10);
    buf_put(&b, STR("12345"));
    buf_put(&b, STR("67890"));
    assert_true(buf_ok(&b));
    assert_str(buf_str(&b), STR("1234567890"));
    buf_char(&b, 'x');
    assert_false(buf_ok(&b));
    assert_str(buf_str(&b), STR("1234567890"));
    buf_put(&b, STR(""));
    assert_false(buf_ok(&b));
    buf_clear(&b);
    assert_true(buf_ok(&b));
    buf_put(&b, STR("12345678901"));
    assert_false(buf_ok(&b));
    assert_int_equal(b.len, 0);
    buf_free(&b);
    buf_put(&b, STR("again"));
    assert_true(buf_ok(&b));
    assert_str(buf_str(&b), STR("again"));
    buf_free(&b);
}

static void after_too_big_nothing_more_is_written(void **state)
{
    (void)state;
    struct buf b = buf_make(4);
    buf_put(&b, STR("12345"));
    buf_put(&b, STR("a"));
    assert_int_equal(b.len, 0);
    buf_fill(&b, ' ', SIZE_MAX);
    assert_false(buf_ok(&b));
    buf_free(&b);
}

static void format_fits_up_to_the_limit(void **state)
{
    (void)state;
    char long_text[301];
    memset(long_text, 'a', 300);
    long_text[300] = 0;
    struct buf b = buf_make(300);
    buf_format(&b, "%s", long_text);
    assert_true(buf_ok(&b));
    assert_int_equal(b.len, 300);
    buf_clear(&b);
    buf_format(&b, "%s!", long_text);
    assert_false(buf_ok(&b));
    assert_int_equal(b.len, 0);
    buf_clear(&b);
    buf_format(&b, "%d %s", 42, "hồ sơ");
    assert_str(buf_str(&b), STR("42 hồ sơ"));
    buf_free(&b);
}

static void whole_numbers(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    buf_u64(&b, 0);
    buf_char(&b, ' ');
    buf_u64(&b, UINT64_MAX);
    buf_char(&b, ' ');
    buf_i64(&b, INT64_MIN);
    buf_char(&b, ' ');
    buf_i64(&b, -1);
    buf_fill(&b, '.', 3);
    buf_put_z(&b, "z");
    assert_str(buf_str(&b), STR("0 18446744073709551615 -9223372036854775808 -1...z"));
    buf_free(&b);
}

static void code_points(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    buf_codepoint(&b, 'a');
    buf_codepoint(&b, 0x111);
    buf_codepoint(&b, 0x1EAD);
    buf_codepoint(&b, 0x1F600);
    buf_codepoint(&b, 0xD800);
    buf_codepoint(&b, 0x110000);
    assert_str(buf_str(&b), STR("ađậ\xF0\x9F\x98\x80\xEF\xBF\xBD\xEF\xBF\xBD"));
    buf_free(&b);
}

static void an_empty_buf_is_an_empty_str(void **state)
{
    (void)state;
    struct buf b = buf_make(0);
    assert_non_null(buf_str(&b).ptr);
    assert_int_equal(buf_str(&b).len, 0);
    buf_char(&b, 'x');
    assert_false(buf_ok(&b));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limit_is_exact_and_remembered),
        cmocka_unit_test(after_too_big_nothing_more_is_written),
        cmocka_unit_test(format_fits_up_to_the_limit),
        cmocka_unit_test(whole_numbers),
        cmocka_unit_test(code_points),
        cmocka_unit_test(an_empty_buf_is_an_empty_str),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
