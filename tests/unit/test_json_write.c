/* SPDX-License-Identifier: Apache-2.0
 *
 * json_write: the bytes of each kind of value, and commas at every depth.
 */
#include "unit_test.h"

#include "buf.h"
#include "json_write.h"

static void an_object_with_all_values(void **state)
{
    (void)state;
    struct buf b = buf_make(4096);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("tên"));
    json_write_text(&j, STR("phường \"Bình Thạnh\"\n\\\x01"));
    json_write_key(&j, STR("n"));
    json_write_int(&j, INT64_MIN);
    json_write_key(&j, STR("a"));
    json_write_open(&j, '[');
    json_write_bool(&j, true);
    json_write_null(&j);
    json_write_open(&j, '{');
    json_write_close(&j, '}');
    json_write_open(&j, '[');
    json_write_close(&j, ']');
    json_write_decimal(&j, (struct decimal){1250, 2});
    json_write_close(&j, ']');
    json_write_key(&j, STR("tiền"));
    json_write_decimal(&j, (struct decimal){2833515, -7});
    json_write_close(&j, '}');
    assert_str(buf_str(&b), STR("{\"tên\":\"phường \\\"Bình Thạnh\\\"\\n\\\\\\u0001\",\"n\":-9223372036854775808,"
                                "\"a\":[true,null,{},[],12.50],\"tiền\":28335150000000}"));
    buf_free(&b);
}

static void values_one_after_the_other(void **state)
{
    (void)state;
    struct buf b = buf_make(4096);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (int i = 0; i < 3; i++) {
        json_write_open(&j, '[');
        json_write_int(&j, i);
        json_write_raw(&j, i ? STR("{\"x\":1}") : STR("0"));
        json_write_close(&j, ']');
    }
    json_write_close(&j, ']');
    assert_str(buf_str(&b), STR("[[0,0],[1,{\"x\":1}],[2,{\"x\":1}]]"));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_object_with_all_values),
        cmocka_unit_test(values_one_after_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
