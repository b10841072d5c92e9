/* SPDX-License-Identifier: Apache-2.0
 *
 * program: another program behind a fence. What it may do, what it may not, and each way in which it can end.
 */
#include "unit_test.h"

#include "arena.h"
#include "program.h"

#include <unistd.h>

static const struct child_limits LIMITS = {
    .cpu_seconds = 5, .wall_seconds = 20, .memory = 256u << 20, .answer = 1u << 20};

static bool run(struct str *answer, int *status, struct arena *a, const char *name, const char *const *args,
                struct str input, struct err *e)
{
    struct program p = {name, STR("goi-thu"), args};
    return program_run(answer, status, a, &p, input, &LIMITS, STR("x.pdf"), e);
}

static void it_reads_and_answers(void **state)
{
    static const char *const CAT[] = {"-", NULL}, *const FALSE[] = {NULL};
    struct arena *a = arena_make(SIZE_MAX);
    struct str answer;
    struct err e;
    int status = 9;
    (void)state;
    assert_true(run(&answer, &status, a, "cat", CAT, STR("thu ngân sách"), &e));
    assert_int_equal(status, 0);
    assert_str(answer, STR("thu ngân sách"));
    assert_true(run(&answer, &status, a, "cat", CAT, STR(""), &e));
    assert_int_equal(answer.len, 0);
    assert_true(run(&answer, &status, a, "false", FALSE, STR(""), &e));
    assert_int_equal(status, 1);
    arena_close(a);
}

static void it_is_missing(void **state)
{
    static const char *const NONE[] = {NULL};
    struct arena *a = arena_make(SIZE_MAX);
    struct str answer;
    struct err e;
    int status;
    (void)state;
    assert_false(run(&answer, &status, a, "no-such-program-here", NONE, STR(""), &e));
    assert_int_equal(e.code, ERR_PROGRAM_MISSING);
    assert_int_equal(program_find(a, "no-such-program-here").len, 0);
    assert_true(str_starts(program_find(a, "cat"), STR("/")));
    arena_close(a);
}

/* A shell that tries what the fence forbids; it says "no" where it was refused. */
static void it_may_not(void **state)
{
    static const char *const TRIES[] = {
        "(echo x >/tmp/dieuhanh-test-program) 2>/dev/null || echo no",
        "exec 3<>/tmp/dieuhanh-test-program || echo no",
        "/bin/true; echo $?",
        "ls /proc/self/fd | wc -l",
    };
    struct arena *a = arena_make(SIZE_MAX);
    struct str answer;
    struct err e;
    (void)state;
    for (size_t i = 0; i < sizeof TRIES / sizeof *TRIES; i++) {
        const char *const args[] = {"-c", TRIES[i], NULL};
        int status = 0;
        bool ok = run(&answer, &status, a, "sh", args, STR(""), &e);
        assert_true(ok);
        assert_true(status != 0 || str_has(answer, STR("no"))); /* the shell cannot even fork */
        assert_int_not_equal(access("/tmp/dieuhanh-test-program", F_OK), 0);
    }
    arena_close(a);
}

static void it_sees_no_environment(void **state)
{
    static const char *const NONE[] = {NULL};
    struct arena *a = arena_make(SIZE_MAX);
    struct str answer;
    struct err e;
    int status;
    (void)state;
    assert_true(run(&answer, &status, a, "env", NONE, STR(""), &e));
    assert_str(answer, STR("LC_ALL=C.UTF-8\n"));
    arena_close(a);
}

static void it_is_stopped(void **state)
{
    static const char *const YES[] = {NULL}, *const LOOP[] = {"-c", "while :; do :; done", NULL};
    struct arena *a = arena_make(SIZE_MAX);
    struct str answer;
    struct err e;
    int status;
    (void)state;
    assert_false(run(&answer, &status, a, "yes", YES, STR(""), &e));
    assert_int_equal(e.code, ERR_PARSER_LIMIT);
    struct child_limits soon = LIMITS;
    soon.cpu_seconds = 1;
    struct program p = {"sh", STR("goi-thu"), LOOP};
    assert_false(program_run(&answer, &status, a, &p, STR(""), &soon, STR("x.pdf"), &e));
    assert_int_equal(e.code, ERR_PARSER_LIMIT);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_reads_and_answers),   cmocka_unit_test(it_is_missing), cmocka_unit_test(it_may_not),
        cmocka_unit_test(it_sees_no_environment), cmocka_unit_test(it_is_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
