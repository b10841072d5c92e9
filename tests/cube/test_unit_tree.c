/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_tree: pre-order, and what a record can get wrong.
 */
#include "unit_test.h"

#include "unit_tree.h"

static struct tree_unit unit(const char *id, const char *parent, enum unit_kind kind)
{
    return (struct tree_unit){str_of(id), str_of(parent), kind};
}

static void stands_in_preorder(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    const struct tree_unit units[] = {
        unit("c2", "p1", UNIT_COMMUNE), unit("p2", "", UNIT_PROVINCE),  unit("c3", "p2", UNIT_COMMUNE),
        unit("p1", "", UNIT_PROVINCE),  unit("c1", "p1", UNIT_COMMUNE), unit("o1", "c1", UNIT_OFFICE),
        unit("c1", "p2", UNIT_COMMUNE), /* said twice: the first counts */
    };
    static const char *const order[] = {"p1", "c1", "o1", "c2", "p2", "c3"};
    static const uint32_t ends[] = {4, 3, 3, 4, 6, 6};
    struct unit_tree *t = unit_tree_make(a, units, 7);
    assert_int_equal(t->count, 6);
    for (uint32_t i = 0; i < 6; i++) {
        assert_str(t->units[i].id, str_of(order[i]));
        assert_int_equal(t->end[i], ends[i]);
        assert_int_equal(unit_tree_find(t, str_of(order[i])), i);
    }
    assert_int_equal(unit_tree_find(t, STR("c9")), TREE_NONE);
    arena_close(a);
}

static void parents_that_are_not_there(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    const struct tree_unit units[] = {
        unit("a", "nowhere", UNIT_COMMUNE), /* at the top */
        unit("x", "y", UNIT_OFFICE),        /* x below y below x, and z below both */
        unit("y", "x", UNIT_OFFICE),        unit("z", "x", UNIT_OFFICE), unit("s", "s", UNIT_OFFICE), /* below itself */
    };
    struct unit_tree *t = unit_tree_make(a, units, 5);
    assert_int_equal(t->count, 5);
    assert_int_equal(unit_tree_find(t, STR("a")), 0);
    for (uint32_t i = 0; i < 5; i++) assert_int_equal(t->end[i], i + 1);
    assert_int_equal(unit_tree_make(a, NULL, 0)->count, 0);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(stands_in_preorder),
                                       cmocka_unit_test(parents_that_are_not_there)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
