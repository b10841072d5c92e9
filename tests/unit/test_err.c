/* SPDX-License-Identifier: Apache-2.0
 *
 * err: messages are filled from their arguments in both languages, arguments are cut between characters, and the table
 * of data/errors.tsv is whole: a name, a message and a hint that only ask for arguments {1}..{4}.
 */
#include "unit_test.h"

#include "buf.h"
#include "err.h"
#include "err_table.h"
#include "utf8.h"

static void messages_are_filled(void **state)
{
    (void)state;
    struct err e;
    assert_false(fail(&e, ERR_FILE_READ, STR("báo cáo.txt"), STR("I/O")));
    struct buf b = buf_make(1000);
    err_write(&b, &e, LANG_VI);
    assert_str(buf_str(&b), STR("không đọc được «báo cáo.txt»: I/O"));
    buf_clear(&b);
    err_write(&b, &e, LANG_EN);
    assert_str(buf_str(&b), STR("cannot read \"báo cáo.txt\": I/O"));
    buf_clear(&b);
    assert_false(fail(&e, ERR_USAGE, STR("sai lệnh"), STR("read")));
    err_write_hint(&b, &e, LANG_VI);
    assert_str(buf_str(&b), STR("Gõ «dieuhanh help read» để xem cách dùng."));
    buf_free(&b);
}

static void missing_arguments_are_empty(void **state)
{
    (void)state;
    struct err e;
    assert_false(fail(&e, ERR_FILE_MISSING));
    struct buf b = buf_make(1000);
    err_write(&b, &e, LANG_VI);
    assert_str(buf_str(&b), STR("không có tệp «»"));
    assert_str(err_arg(&e, 3), STR(""));
    assert_str(err_arg(&e, 99), STR(""));
    buf_free(&b);
    assert_false(fail(NULL, ERR_FILE_MISSING, STR("x")));
}

static void long_arguments_are_cut_between_characters(void **state)
{
    (void)state;
    char many[3 * ERR_ARG_SIZE];
    for (size_t i = 0; i < sizeof many; i++) many[i] = "ế"[i % 3];
    struct err e;
    assert_false(fail(&e, ERR_FILE_MISSING, ((struct str){many, sizeof many})));
    struct str kept = err_arg(&e, 0);
    assert_true(kept.len <= ERR_ARG_SIZE && kept.len > ERR_ARG_SIZE - 3);
    assert_true(utf8_valid(kept, NULL) && str_ends(kept, STR("…")));
}

static void an_error_may_be_made_from_its_own_arguments(void **state)
{
    (void)state;
    struct err e;
    assert_false(fail(&e, ERR_FILE_MISSING, STR("a.txt")));
    assert_false(fail(&e, ERR_FILE_DIRECTORY, err_arg(&e, 0)));
    assert_str(err_arg(&e, 0), STR("a.txt"));
    assert_int_equal(e.code, ERR_FILE_DIRECTORY);
}

static void a_line_is_told_in_the_language_of_the_message(void **state)
{
    (void)state;
    struct err e;
    struct buf b = buf_make(1000);
    assert_false(fail(&e, ERR_UNIT_NONE, STR("X")));
    e.line = 12;
    err_write(&b, &e, LANG_VI);
    assert_str(buf_str(&b), STR("dòng 12: không có đơn vị nào tên «X»"));
    buf_clear(&b);
    err_write(&b, &e, LANG_EN);
    assert_str(buf_str(&b), STR("line 12: there is no unit called \"X\""));
    buf_free(&b);
    assert_false(fail(&e, ERR_UNIT_NONE, STR("X")));
    assert_int_equal(e.line, 0);
}

static bool slots_are_right(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '{' && !(i + 2 < s.len && s.ptr[i + 1] >= '1' && s.ptr[i + 1] <= '4' && s.ptr[i + 2] == '}'))
            return false;
    return true;
}

static void every_row_of_the_table_is_whole(void **state)
{
    (void)state;
    for (int code = 1; code < ERR_COUNT; code++) {
        const struct err_row *row = &err_rows[code];
        assert_true(err_name((enum err_code)code).len > 0);
        assert_in_range(err_exit_status((enum err_code)code), 1, 141);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            assert_true(row->message[lang].len > 0);
            if (!slots_are_right(row->message[lang]) || !slots_are_right(row->hint[lang]))
                fail_msg("%.*s: a slot is not {1}..{4}", STR_ARG(row->name));
            assert_true(utf8_valid(row->message[lang], NULL));
        }
        assert_int_equal(row->hint[LANG_VI].len == 0, row->hint[LANG_EN].len == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_are_filled),
        cmocka_unit_test(missing_arguments_are_empty),
        cmocka_unit_test(long_arguments_are_cut_between_characters),
        cmocka_unit_test(an_error_may_be_made_from_its_own_arguments),
        cmocka_unit_test(a_line_is_told_in_the_language_of_the_message),
        cmocka_unit_test(every_row_of_the_table_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
