/* SPDX-License-Identifier: Apache-2.0
 *
 * arena: alignment, zeroed memory, marks, what is deferred, the limit; and that AddressSanitizer sees an overflow from
 * one allocation into the next and a use after a reset. What must end the process is tried in a child.
 */
#include "unit_test.h"

#include "arena.h"
#include "asan.h"

#include <sys/wait.h>
#include <unistd.h>

/* Runs act in a child; what it wrote to standard error comes back in `said`. True when the child ended by itself with
 * 0. */
static bool child_lives(void (*act)(void), char *said, size_t size)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        act();
        _exit(0);
    }
    close(ends[1]);
    size_t len = 0;
    char rest[4096];
    for (;;) {
        bool more = len + 1 < size;
        ssize_t n = more ? read(ends[0], said + len, size - 1 - len) : read(ends[0], rest, sizeof rest);
        if (n <= 0) break;
        if (more) len += (size_t)n;
    }
    said[len] = 0;
    close(ends[0]);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void allocations_are_aligned_zero_and_apart(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    static const size_t sizes[] = {0, 1, 3, 8, 17, 1000, 20000, 3000000};
    for (size_t align = 1; align <= 64; align *= 2)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *p = arena_alloc(a, sizes[i], align);
            assert_non_null(p);
            assert_int_equal((uintptr_t)p % align, 0);
            for (size_t k = 0; k < sizes[i]; k++) assert_int_equal(p[k], 0);
            memset(p, 0xFF, sizes[i]);
        }
    arena_close(a);
}

static void a_loop_with_a_mark_stays_small(void **state)
{
    (void)state;
    struct arena *a = arena_make(64 * 1024);
    int *kept = arena_new(a, int);
    *kept = 7;
    struct arena_mark m = arena_mark(a);
    for (int i = 0; i < 10000; i++) {
        arena_reset(a, m);
        char *p = arena_alloc(a, 8000, 1);
        for (int k = 0; k < 8000; k += 100) assert_int_equal(p[k], 0);
        memset(p, 'x', 8000);
    }
    assert_int_equal(*kept, 7);
    assert_true(arena_held(a) <= 64 * 1024);
    arena_close(a);
}

static void reset_gives_newer_blocks_back(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct arena_mark empty = arena_mark(a);
    arena_alloc(a, 100, 8);
    size_t before = arena_held(a);
    struct arena_mark m = arena_mark(a);
    for (int i = 0; i < 50; i++) arena_alloc(a, 100000, 8);
    assert_true(arena_held(a) > before);
    arena_reset(a, m);
    assert_int_equal(arena_held(a), before);
    arena_reset(a, empty); /* the first block stays for the next time round */
    assert_int_equal(arena_held(a), before);
    const char *again = arena_alloc(a, 100, 8);
    for (int i = 0; i < 100; i++) assert_int_equal(again[i], 0);
    arena_reset(a, empty);
    arena_alloc(a, 1000000, 8);
    arena_reset(a, empty);
    assert_true(arena_held(a) <= before);
    arena_close(a);
    arena_close(NULL);
}

static char order[8];

static void append(void *p)
{
    size_t n = strlen(order);
    order[n] = *(const char *)p;
    order[n + 1] = 0;
}

static void deferred_runs_last_first_and_with_its_mark(void **state)
{
    (void)state;
    static char a_ = 'a', b_ = 'b', c_ = 'c', d_ = 'd';
    order[0] = 0;
    struct arena *a = arena_make(SIZE_MAX);
    arena_defer(a, append, &a_);
    struct arena_mark m = arena_mark(a);
    arena_defer(a, append, &b_);
    arena_defer(a, append, &c_);
    arena_reset(a, m);
    assert_string_equal(order, "cb");
    arena_defer(a, append, &d_);
    arena_close(a);
    assert_string_equal(order, "cbda");
}

static void vec_grows_and_keeps_what_is_in_it(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct {
        VEC_FIELDS(int);
    } v = {0};
    for (int i = 0; i < 3000000; i++) *vec_push(a, &v) = i;
    assert_int_equal(v.len, 3000000);
    for (int i = 0; i < 3000000; i++)
        if (v.at[i] != i) fail_msg("%d is %d", i, v.at[i]);
    arena_close(a);
}

static void pass_the_limit(void)
{
    struct arena *a = arena_make(100000);
    for (int i = 0; i < 100; i++) arena_alloc(a, 10000, 1);
}

static void overflow_an_array(void)
{
    struct arena *a = arena_make(SIZE_MAX);
    arena_alloc_array(a, SIZE_MAX / 4, 8, 8);
}

static void limit_and_overflow_end_the_process(void **state)
{
    (void)state;
    char said[4096];
    assert_false(child_lives(pass_the_limit, said, sizeof said));
    assert_non_null(strstr(said, "arena limit"));
    assert_false(child_lives(overflow_an_array, said, sizeof said));
    assert_non_null(strstr(said, "out of memory"));
}

static void write_past_an_allocation(void)
{
    struct arena *a = arena_make(SIZE_MAX);
    volatile char *p = arena_alloc(a, 24, 8);
    arena_alloc(a, 24, 8);
    p[24] = 1;
}

static void write_before_an_allocation(void)
{
    struct arena *a = arena_make(SIZE_MAX);
    arena_alloc(a, 24, 8);
    volatile char *p = arena_alloc(a, 24, 8);
    p[-1] = 1;
}

static void read_after_reset(void)
{
    struct arena *a = arena_make(SIZE_MAX);
    arena_alloc(a, 8, 8);
    struct arena_mark m = arena_mark(a);
    volatile char *p = arena_alloc(a, 64, 8);
    p[32] = 1;
    arena_reset(a, m);
    (void)p[32];
}

static void address_sanitizer_sees_inside_an_arena(void **state)
{
    (void)state;
    if (!WITH_ASAN) skip();
    char said[8192];
    assert_false(child_lives(write_past_an_allocation, said, sizeof said));
    assert_non_null(strstr(said, "use-after-poison"));
    assert_false(child_lives(write_before_an_allocation, said, sizeof said));
    assert_non_null(strstr(said, "use-after-poison"));
    assert_false(child_lives(read_after_reset, said, sizeof said));
    assert_non_null(strstr(said, "use-after-poison"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allocations_are_aligned_zero_and_apart),
        cmocka_unit_test(a_loop_with_a_mark_stays_small),
        cmocka_unit_test(reset_gives_newer_blocks_back),
        cmocka_unit_test(deferred_runs_last_first_and_with_its_mark),
        cmocka_unit_test(vec_grows_and_keeps_what_is_in_it),
        cmocka_unit_test(limit_and_overflow_end_the_process),
        cmocka_unit_test(address_sanitizer_sees_inside_an_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
