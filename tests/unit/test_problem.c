/* SPDX-License-Identifier: Apache-2.0
 *
 * problem: problems are kept in order up to a limit and then only counted; their text is that of the error table.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "problem.h"

static void beyond_the_limit_they_are_counted(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct problems list = {0};
    for (uint32_t i = 0; i < PROBLEMS_MAX + 5; i++)
        problem_add(&list, a, (struct problem){.code = ERR_NOT_UTF8, .span = {0, i, i + 1}});
    assert_int_equal(list.len, PROBLEMS_MAX);
    assert_int_equal(list.dropped, 5);
    assert_int_equal(list.at[0].span.start, 0);
    assert_int_equal(list.at[PROBLEMS_MAX - 1].span.start, PROBLEMS_MAX - 1);
    arena_close(a);
}

static void text_is_that_of_the_error_table(void **state)
{
    (void)state;
    struct problem p = {.code = ERR_FILE_READ, .arg = {STR_INIT("a.txt"), STR_INIT("I/O")}};
    struct buf b = buf_make(1000);
    problem_write(&b, &p, LANG_EN);
    assert_str(buf_str(&b), STR("cannot read \"a.txt\": I/O"));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(beyond_the_limit_they_are_counted),
                                       cmocka_unit_test(text_is_that_of_the_error_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
