/* SPDX-License-Identifier: Apache-2.0
 *
 * record_id: D7, S345, F12 and what people type instead.
 */
#include "unit_test.h"

#include "buf.h"
#include "record_id.h"

static void written_and_read(void **state)
{
    (void)state;
    struct buf b = buf_make(64);
    struct statement_id s = {0};
    struct figure_id f = {0};
    struct document_id d = {0};
    document_id_write(&b, (struct document_id){7});
    buf_char(&b, ' ');
    statement_id_write(&b, (struct statement_id){345});
    buf_char(&b, ' ');
    figure_id_write(&b, (struct figure_id){4294967295});
    assert_str(buf_str(&b), STR("D7 S345 F4294967295"));
    assert_true(document_id_read(&d, STR("d7")) && d.n == 7);
    assert_true(statement_id_read(&s, STR("S345")) && s.n == 345);
    assert_true(statement_id_read(&s, STR("12")) && s.n == 12);
    assert_true(figure_id_read(&f, STR("F4294967295")) && f.n == 4294967295);
    buf_free(&b);
}

static void others_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "S", "S0", "0", "F12", "S-1", "S1x", "S4294967296", "SS1", " S1", "s 1"};
    struct statement_id s;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (statement_id_read(&s, str_of(bad[i]))) fail_msg("%s", bad[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_and_read),
        cmocka_unit_test(others_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
