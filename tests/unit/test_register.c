/* SPDX-License-Identifier: Apache-2.0
 *
 * register: values as people type them, masks, hashes of secrets, what a definition may say, small numbers. What
 * happens to entries is in tests/cli/register.sh.
 */
#include "unit_test.h"

#include "buf.h"
#include "register_count.h"
#include "register_read.h"
#include "secret_hash.h"

static struct arena *arena;

static int open_all(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct str masked(const char *value)
{
    struct buf b = buf_make(SIZE_MAX);
    register_mask(&b, str_of(value));
    struct str s = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void masks(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {{"079012345612", "**********12"},
                                           {"123456789", "*******89"},
                                           {"12345678", "********"},
                                           {"", ""},
                                           {"Hử", "H."},
                                           {"Đỗ Thị Ánh", "Đ. T. Á."},
                                           {"  Trần  Thị Ví Dụ ", "T. T. V. D."},
                                           {"0903 123 456", "**** *** ***"},
                                           {"12/3A Lê Lợi, tổ 5", "**/** L. L. t. *"},
                                           {"an.nguyen@x.vn", "a."}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_true(str_eq(masked(CASES[i][0]), str_of(CASES[i][1])));
}

static struct str written(enum register_fault *fault, const struct register_field *f, const char *typed)
{
    struct buf b = buf_make(SIZE_MAX);
    *fault = register_value_write(&b, f, str_of(typed));
    struct str s = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void values(void **state)
{
    (void)state;
    enum register_fault fault;
    struct register_field number = {.field = {.type = MATTER_FIELD_NUMBER}, .has_min = true, .has_max = true};
    number.min = (struct decimal){1, 0};
    number.max = (struct decimal){30, 0};
    struct register_field digits = {.field = {.type = MATTER_FIELD_TEXT}, .digits = 12};
    assert_true(str_eq(written(&fault, &number, "12,5"), STR("12.5")) && fault == REGISTER_FITS);
    assert_true(!written(&fault, &number, "0").len && fault == REGISTER_TOO_SMALL);
    assert_true(!written(&fault, &number, "31").len && fault == REGISTER_TOO_BIG);
    assert_true(!written(&fault, &number, "ba").len && fault == REGISTER_NOT_TYPE);
    assert_true(str_eq(written(&fault, &digits, "0790 1234-5612"), STR("079012345612")) && fault == REGISTER_FITS);
    assert_true(!written(&fault, &digits, "07901234561").len && fault == REGISTER_NOT_DIGITS);
    assert_true(!written(&fault, &digits, "07901234561x").len && fault == REGISTER_NOT_DIGITS);
    assert_false(register_value_kept(&number, STR("31")));
    assert_true(register_value_kept(&number, STR("30")));
    digits.shown = REGISTER_SECRET;
    assert_false(register_value_kept(&digits, STR("079012345612")));
}

static void secrets(void **state)
{
    (void)state;
    const struct str key = STR("a key of the tests that is long enough"),
                     other = STR("another key, which is long as well");
    struct str one = secret_hash(arena, key, STR("firm"), STR("identity"), STR("079012345612"));
    assert_true(register_hash_is(one));
    assert_true(str_eq(one, secret_hash(arena, key, STR("firm"), STR("identity"), STR("079012345612"))));
    assert_false(str_eq(one, secret_hash(arena, key, STR("firm"), STR("identity"), STR("079012345613"))));
    assert_false(str_eq(one, secret_hash(arena, key, STR("firmi"), STR("dentity"), STR("079012345612"))));
    assert_false(str_eq(one, secret_hash(arena, other, STR("firm"), STR("identity"), STR("079012345612"))));
    assert_true(str_starts(one, secret_hash_key(arena, key)));
    assert_false(str_starts(one, secret_hash_key(arena, other)));
    assert_false(register_hash_is(STR("h1:00000000:0000000000000000000000000000000g")));
    assert_false(register_hash_is(STR("079012345612")));
}

#define HEAD "{\"register\":\"a\",\"name\":\"A\",\"citation\":\"theo thông lệ\","
#define FIELDS                                                                                                         \
    "\"fields\":[{\"field\":\"n\",\"name\":\"N\",\"type\":\"number\"},"                                                \
    "{\"field\":\"s\",\"name\":\"S\",\"type\":\"secret\"},"                                                            \
    "{\"field\":\"c\",\"name\":\"C\",\"type\":\"choice\",\"choices\":[\"x\",\"y\"]}]"

static void definitions(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum err_code code;
    } CASES[] = {
        {HEAD FIELDS ",\"key\":[\"unit\",\"n\"]}", ERR_NONE},
        {HEAD FIELDS ",\"counts\":[{\"count\":\"k\",\"name\":\"K\",\"time\":\"stock\",\"sum\":\"n\","
                     "\"where\":{\"c\":[\"x\",\"y\"],\"n\":{\"min\":1}}}]}",
         ERR_NONE},
        {HEAD FIELDS, ERR_KIND_JSON},
        {HEAD FIELDS ",\"more\":1}", ERR_KIND_KEY},
        {"{\"register\":\"a\",\"name\":\"A\"," FIELDS "}", ERR_KIND_LACKS},
        {HEAD FIELDS ",\"key\":[\"z\"]}", ERR_REGISTER_NO_FIELD},
        {HEAD FIELDS ",\"counts\":[{\"count\":\"k\",\"name\":\"K\",\"time\":\"stock\",\"sum\":\"c\"}]}",
         ERR_REGISTER_NO_FIELD},
        {HEAD FIELDS ",\"counts\":[{\"count\":\"k\",\"name\":\"K\",\"time\":\"day\"}]}", ERR_KIND_VALUE},
        {HEAD FIELDS ",\"counts\":[{\"count\":\"k\",\"name\":\"K\",\"time\":\"flow\",\"where\":{\"c\":\"z\"}}]}",
         ERR_KIND_VALUE},
        {HEAD FIELDS ",\"counts\":[{\"count\":\"k\",\"name\":\"K\",\"time\":\"flow\",\"where\":{\"s\":\"z\"}}]}",
         ERR_REGISTER_NO_FIELD},
        {HEAD "\"fields\":[{\"field\":\"unit\",\"name\":\"U\",\"type\":\"text\"}]}", ERR_REGISTER_RESERVED},
        {HEAD "\"fields\":[{\"field\":\"n\",\"name\":\"N\",\"type\":\"number\",\"min\":5,\"max\":4}]}", ERR_KIND_VALUE},
        {HEAD "\"fields\":[{\"field\":\"t\",\"name\":\"T\",\"type\":\"text\",\"min\":5}]}", ERR_KIND_VALUE},
        {HEAD "\"fields\":[{\"field\":\"s\",\"name\":\"S\",\"type\":\"secret\",\"shown\":\"open\"}]}", ERR_KIND_VALUE},
        {HEAD "\"fields\":[]}", ERR_KIND_VALUE},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct register_def d;
        struct err err = {0};
        bool ok = register_read(&d, arena, str_of(CASES[i].text), STR("a.json"), &err);
        assert_int_equal(ok ? ERR_NONE : err.code, CASES[i].code);
    }
}

static void small_numbers(void **state)
{
    (void)state;
    static const struct {
        uint64_t n[4];
        bool hidden[4];
    } CASES[] = {
        {{10, 20, 30, 40}, {false, false, false, false}}, {{0, 5, 30, 40}, {false, false, false, false}},
        {{4, 20, 30, 40}, {true, true, false, false}}, /* one alone would follow from the total */
        {{4, 1, 30, 40}, {true, true, false, false}},     {{4, 0, 0, 0}, {true, false, false, false}},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct register_group at[4] = {0};
        bool hidden[4];
        struct register_groups groups = {.at = at, .len = 4};
        for (size_t k = 0; k < 4; k++) at[k].n = CASES[i].n[k];
        register_public(hidden, &groups);
        for (size_t k = 0; k < 4; k++) assert_int_equal(hidden[k], CASES[i].hidden[k]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(masks), cmocka_unit_test(values), cmocka_unit_test(secrets),
                                       cmocka_unit_test(definitions), cmocka_unit_test(small_numbers)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
