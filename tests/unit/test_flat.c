/* SPDX-License-Identifier: Apache-2.0 */
#include "unit_test.h"

#include "buf.h"
#include "flat.h"
#include "text.h"

typedef bool next_fn(struct flat_record *, struct flat_reader *, struct err *);

/* What a text holds: "line:name=value,..;" a record, T text, N number, B bool, - nothing; or "!error 2:5". */
static struct str listed(struct arena *a, next_fn *next, const char *text)
{
    struct flat_reader r = flat_open(a, str_of(text), STR("f"));
    struct flat_record record;
    struct buf b = buf_make(SIZE_MAX);
    struct err err = {.code = ERR_NONE};
    do {
        if (!next(&record, &r, &err)) {
            buf_char(&b, '!');
            buf_put(&b, err_name(err.code));
            for (size_t i = 1; i < 4 && err_arg(&err, i).len; i++) {
                buf_char(&b, ' ');
                buf_put(&b, err_arg(&err, i));
            }
            break;
        }
        if (!record.at) break;
        buf_u64(&b, record.line);
        buf_char(&b, ':');
        for (size_t i = 0; i < record.len; i++) {
            const struct flat_field *f = &record.at[i];
            buf_put(&b, f->name);
            buf_char(&b, "-TNB"[f->kind]);
            buf_put(&b, f->value);
            buf_char(&b, ',');
            if (f->kind == FLAT_NUMBER) assert_str(f->value, str_part(str_of(text), f->start, f->end));
            assert_true(f->start >= record.start && f->end <= record.end);
        }
        buf_char(&b, ';');
    } while (record.at);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct flat_case {
    const char *text, *want;
};

static void run_cases(next_fn *next, const struct flat_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        assert_str(listed(a, next, cases[i].text), str_of(cases[i].want));
        arena_close(a);
    }
}

#define RUN(next, cases) run_cases(next, cases, sizeof(cases) / sizeof *(cases))

static void json_that_is_right(void **state)
{
    static const struct flat_case CASES[] = {
        {"", ""},
        {" \n", ""},
        {"[]", ""},
        {"[ ] \n", ""},
        {"{}", "1:;"},
        {"{\"a\":1}", "1:aN1,;"},
        {"[{\"a\":\"x\"} ,\n {\"b\" : null, \"c\":true}]", "1:aTx,;2:b-,cBtrue,;"},
        {"{\"a\":-0.50}\n\n{\"a\":12E+3}\n", "1:aN-0.50,;3:aN12E+3,;"},
        {"{\n\"a\":\n\"\"\n}", "1:aT,;"},
        /* Digits are kept, whatever a double would make of them. */
        {"{\"v\":123456789012345678.10}", "1:vN123456789012345678.10,;"},
        {"{\"q\":\"\\\"\\\\\\/\\b\\f\\n\\t\"}", "1:qT\"\\/\b\f\n\t,;"},
        {"{\"q\":\"\\u0110\\u1eA1\\ud83d\\ude00\"}", "1:qTĐạ😀,;"},
        {"{\"q\":\"a\\u0323\"}", "1:qTạ,;"}, /* marks apart are joined */
        {"{\"\\u0061\":1}", "1:aN1,;"},
    };
    (void)state;
    RUN(flat_json_next, CASES);
}

static void json_that_is_wrong(void **state)
{
    static const struct flat_case CASES[] = {
        {"1", "!flat_syntax 1 1 {"},
        {"[1]", "!flat_syntax 1 2 {"},
        {"{\"a\":1} {\"a\":2}", "1:aN1,;!flat_syntax 1 9 \\n"},
        {"[{\"a\":1}\n", "1:aN1,;!flat_syntax 2 1 , ]"},
        {"[{\"a\":1},]", "1:aN1,;!flat_syntax 1 10 {"},
        {"[{\"a\":1}] x", "1:aN1,;!flat_syntax 1 11 EOF"},
        {"{\"a\":1,}", "!flat_syntax 1 8 \""},
        {"{\"a\" 1}", "!flat_syntax 1 6 :"},
        {"{a:1}", "!flat_syntax 1 2 \""},
        {"{\"a\":01}", "!flat_syntax 1 7 , }"},
        {"{\"a\":1.}", "!flat_syntax 1 8 0-9"},
        {"{\"a\":.5}", "!flat_syntax 1 6 \" 0-9 true false null"},
        {"{\"a\":1e}", "!flat_syntax 1 8 0-9"},
        {"{\"a\":-}", "!flat_syntax 1 7 0-9"},
        {"{\"a\":NaN}", "!flat_syntax 1 6 \" 0-9 true false null"},
        {"{\"a\":nullx}", "!flat_syntax 1 10 , }"},
        {"{\"a\":\"x", "!flat_syntax 1 8 \""},
        {"{\"a\":\"x\ny\"}", "!flat_syntax 1 8 \""},
        {"{\"a\":\"\\x\"}", "!flat_syntax 1 8 \" \\ / b f n r t u"},
        {"{\"a\":\"\\u00g0\"}", "!flat_syntax 1 11 0-9 a-f"},
        {"{\"a\":\"\\u0000\"}", "!flat_syntax 1 9 \\u0001-\\uD7FF"},
        {"{\"a\":\"\\udc00\"}", "!flat_syntax 1 9 \\u0001-\\uD7FF"},
        {"{\"a\":\"\\ud800x\"}", "!flat_syntax 1 13 \\uDC00-\\uDFFF"},
        {"{\"a\":\"\\ud800\\u0041\"}", "!flat_syntax 1 15 \\uDC00-\\uDFFF"},
        {"{\"a\":1,\n\"a\":2}", "!flat_twice 2 a"},
        {"{\"a\":{\"b\":1}}", "!flat_nested 1 a"},
        {"{\"a\":[[[[", "!flat_nested 1 a"},
    };
    (void)state;
    RUN(flat_json_next, CASES);
}

static void csv_rows(void **state)
{
    static const struct flat_case CASES[] = {
        {"", ""},
        {"a,b\n", ""},
        {"a,b\n1,2", "2:aT1,bT2,;"},
        {"a,b\n1,\n,2\n", "2:aT1,b-,;3:a-,bT2,;"},
        {"a,b\n\"x,\"\"y\"\"\nz\",\"\"\nu,v\n", "2:aTx,\"y\"\nz,b-,;4:aTu,bTv,;"},
        {"a,b\n1\n", "!flat_cells 2 1 2"},
        {"a,b\n1,2,3\n", "!flat_cells 2 3 2"},
        {"a,a\n", "!flat_twice 1 a"},
        {"a\n\"x\n", "!flat_syntax 3 1 \""},
        {"a\n\"x\"y\n", "!flat_syntax 2 4 , \\n"},
        {"a\nx\"y\n", "!flat_syntax 2 2 , \\n"},
    };
    (void)state;
    RUN(flat_csv_next, CASES);
}

static void too_many_fields(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct buf json = buf_make(SIZE_MAX), csv = buf_make(SIZE_MAX);
    for (int i = 0; i <= FLAT_FIELDS_MOST; i++) {
        buf_format(&json, "%c\"f%d\":%d", i ? ',' : '{', i, i);
        buf_format(&csv, "%sf%d", i ? "," : "", i);
    }
    buf_put(&json, STR("}"));
    assert_str(listed(a, flat_json_next, str_copy_z(a, buf_str(&json))), STR("!flat_fields 1 64"));
    assert_str(listed(a, flat_csv_next, str_copy_z(a, buf_str(&csv))), STR("!flat_fields 1 64"));
    buf_free(&json);
    buf_free(&csv);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_that_is_right),
        cmocka_unit_test(json_that_is_wrong),
        cmocka_unit_test(csv_rows),
        cmocka_unit_test(too_many_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
