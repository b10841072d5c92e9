/* SPDX-License-Identifier: Apache-2.0
 *
 * child: work in a process of its own. Each way in which it can end must come back as an ordinary error, and none may
 * take this process along.
 */
#include "unit_test.h"

#include "arena.h"
#include "child.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct child_limits LIMITS = {
    .cpu_seconds = 20, .wall_seconds = 60, .memory = 64u << 20, .answer = 1u << 20};

static bool answers(struct buf *b, const void *input)
{
    const struct str *s = input;
    for (int i = 0; i < 1000; i++) buf_put(b, *s);
    return true;
}

static bool gives_up(struct buf *b, const void *input)
{
    (void)b, (void)input;
    return false;
}

static bool crashes(struct buf *b, const void *input)
{
    (void)b, (void)input;
    raise(SIGKILL); /* not SIGSEGV: a sanitizer would report it as ours */
    return true;
}

static bool never_ends(struct buf *b, const void *input)
{
    (void)input;
    for (volatile unsigned n = 0;; n++)
        if (n == 0) buf_clear(b);
    return true;
}

static bool writes_too_much(struct buf *b, const void *input)
{
    (void)input;
    buf_fill(b, 'x', (1u << 20) + 1);
    return true;
}

static bool opens_a_file(struct buf *b, const void *input)
{
    (void)input;
    if (open("/etc/passwd", O_RDONLY) >= 0) buf_put(b, STR("opened"));
    return true;
}

static bool uses_descriptors(struct buf *b, const void *input)
{
    const int *fd = input;
    for (int i = 0; i < 3; i++)
        if (write(i, "x", 1) == 1) buf_put(b, STR("standard"));
    if (write(*fd, "x", 1) == 1) buf_put(b, STR("inherited"));
    return true;
}

static bool eats_memory(struct buf *b, const void *input)
{
    (void)input;
    for (int i = 0; i < 1024; i++) {
        char *p = malloc(1u << 20);
        if (!p) {
            buf_put(b, STR("refused"));
            return true;
        }
        memset(p, i, 1u << 20);
    }
    return true;
}

static bool lies_about_the_length(struct buf *b, const void *input)
{
    (void)b, (void)input;
    uint64_t far = UINT64_MAX;
    if (write(3, &far, sizeof far) < 0) return false;
    _exit(0);
}

static bool ends_in_the_middle(struct buf *b, const void *input)
{
    (void)b, (void)input;
    uint64_t len = 100;
    if (write(3, &len, sizeof len) < 0 || write(3, "abc", 3) < 0) return false;
    _exit(0);
}

static struct str run(struct arena *a, bool (*work)(struct buf *, const void *), const void *input,
                      const struct child_limits *limits, enum err_code *code)
{
    struct str answer;
    struct err err = {0};
    bool ok = child_run(&answer, a, work, input, limits, STR("a.html"), &err);
    *code = ok ? ERR_NONE : err.code;
    if (!ok) {
        assert_int_equal(answer.len, 0);
        assert_str(err_arg(&err, 0), STR("a.html"));
    }
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no child is left behind */
    return answer;
}

static void every_end_is_an_answer_or_an_error(void **state)
{
    (void)state;
    static const struct {
        bool (*work)(struct buf *, const void *);
        enum err_code code;
    } CASES[] = {{gives_up, ERR_PARSER_STOPPED},
                 {crashes, ERR_PARSER_STOPPED},
                 {writes_too_much, ERR_PARSER_LIMIT},
                 {lies_about_the_length, ERR_PARSER_STOPPED},
                 {ends_in_the_middle, ERR_PARSER_STOPPED}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        enum err_code code;
        run(a, CASES[i].work, NULL, &LIMITS, &code);
        if (code != CASES[i].code) fail_msg("case %zu: %d", i, (int)code);
        arena_close(a);
    }
}

static void an_answer_comes_whole(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct str piece = STR("Thu ngân sách; ");
    enum err_code code;
    struct str answer = run(a, answers, &piece, &LIMITS, &code);
    assert_int_equal(code, ERR_NONE);
    assert_int_equal(answer.len, 1000 * piece.len);
    assert_true(str_starts(answer, piece) && str_ends(answer, piece));
    arena_close(a);
}

static void time_has_limits(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct child_limits cpu = LIMITS, wall = LIMITS;
    enum err_code code;
    cpu.cpu_seconds = 1;
    run(a, never_ends, NULL, &cpu, &code);
    assert_int_equal(code, ERR_PARSER_LIMIT);
    wall.wall_seconds = 1;
    run(a, never_ends, NULL, &wall, &code);
    assert_int_equal(code, ERR_PARSER_LIMIT);
    arena_close(a);
}

static void the_child_is_fenced(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    enum err_code code;
    struct str answer = run(a, opens_a_file, NULL, &LIMITS, &code);
    assert_int_equal(answer.len, 0); /* with the filter it is killed, without it the limit of open files refuses */
    assert_int_equal(code, child_is_filtered() ? ERR_PARSER_STOPPED : ERR_NONE);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    int high = dup2(ends[1], 200);
    assert_int_equal(high, 200);
    answer = run(a, uses_descriptors, &high, &LIMITS, &code);
    assert_int_equal(code, ERR_NONE);
    assert_int_equal(answer.len, 0);
    close(ends[0]);
    close(ends[1]);
    close(high);
    if (child_is_filtered()) assert_str(run(a, eats_memory, NULL, &LIMITS, &code), STR("refused"));
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_comes_whole),
        cmocka_unit_test(every_end_is_an_answer_or_an_error),
        cmocka_unit_test(time_has_limits),
        cmocka_unit_test(the_child_is_fenced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
