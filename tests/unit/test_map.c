/* SPDX-License-Identifier: Apache-2.0
 *
 * map: what was put is found, what was not is not, through many growths.
 */
#include "unit_test.h"

#include "arena.h"
#include "map.h"

static struct str key_of(struct arena *a, int n)
{
    char text[32];
    snprintf(text, sizeof text, "phường %d", n);
    return str_copy(a, str_of(text));
}

static void what_was_put_is_found(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct map m = {0};
    assert_null(map_find(&m, STR("phường 1")));
    for (int i = 0; i < 20000; i++) map_put(&m, a, key_of(a, i), (uint32_t)i);
    assert_int_equal(m.count, 20000);
    for (int i = 0; i < 20000; i++) {
        uint32_t *v = map_find(&m, key_of(a, i));
        assert_non_null(v);
        assert_int_equal(*v, i);
    }
    assert_null(map_find(&m, STR("phường 20000")));
    assert_null(map_find(&m, STR("")));
    assert_true(m.count * 4 <= m.size * 3);
    arena_close(a);
}

static void putting_again_replaces(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct map m = {0};
    map_put(&m, a, STR("quận 3"), 1);
    map_put(&m, a, STR("quận 3"), 2);
    map_put(&m, a, STR(""), 9);
    assert_int_equal(m.count, 2);
    assert_int_equal(*map_find(&m, STR("quận 3")), 2);
    assert_int_equal(*map_find(&m, STR("")), 9);
    *map_find(&m, STR("quận 3")) = 5;
    assert_int_equal(*map_find(&m, STR("quận 3")), 5);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_put_is_found),
                                       cmocka_unit_test(putting_again_replaces)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
