/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_column: packing, finding, merging and adding up against a plain array, over columns of every shape: few values
 * and many, of 32 and of 64 bits, of one scale and of many, with gaps.
 */
#include "unit_test.h"

#include "grid_column.h"

enum { SLOTS = 700, ROUNDS = 400 };

static uint64_t seed = 88172645463325252u;

static uint32_t below(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % n;
}

/* The plain array that a column must be. */
struct plain {
    bool has[SLOTS];
    struct grid_value value[SLOTS];
};

static struct decimal number(uint32_t shape)
{
    int64_t n = (int64_t)below(2000) - 1000;
    if (shape & 1) n = (int64_t)(seed >> 3) - (INT64_C(1) << 59);
    if (shape & 1 && below(50) == 0) n = below(2) ? INT64_MAX : INT64_MIN;
    return (struct decimal){n, (int8_t)(shape & 2 ? (int)below(5) - 2 : 1)};
}

/* New values, sorted as grid_column_merge wants them. */
static uint32_t batch(struct grid_value *out, struct arena *a, struct plain *p, uint32_t shape, uint32_t *id)
{
    uint32_t count = 0, step = shape & 4 ? 90 : 3;
    for (uint32_t slot = below(step); slot < SLOTS; slot += 1 + below(step)) {
        if (p->has[slot] && below(4) == 0) { /* it does not stand any more; sometimes another id is meant */
            uint32_t gone = p->value[slot].id + (below(5) == 0);
            out[count++] = (struct grid_value){.slot = slot, .id = gone, .gone = true};
            p->has[slot] = gone != p->value[slot].id;
            if (below(2)) continue;
        }
        for (uint32_t k = 1 + (below(6) == 0); k; k--) {
            struct grid_value v = {.slot = slot, .id = *id + k - 1, .value = number(shape)};
            if (below(9) == 0) {
                struct grid_aside *aside = arena_new(a, struct grid_aside);
                aside->bound = BOUND_OVER;
                v.aside = aside;
            }
            if (k == 1 && below(20) == 0) v.id = 1; /* an old one that comes late */
            out[count++] = v;
            if (p->has[slot] && p->value[slot].id > v.id) continue;
            p->has[slot] = true;
            p->value[slot] = v;
        }
        *id += 2;
    }
    return count;
}

static int by_gone_then_id(const void *a, const void *b)
{
    const struct grid_value *x = a, *y = b;
    if (x->slot != y->slot) return x->slot < y->slot ? -1 : 1;
    if (x->gone != y->gone) return x->gone ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static void same_values(const struct grid_column *c, const struct plain *p)
{
    uint32_t rank = 0, at = 0;
    struct column_walk w = {0};
    if (c) w = grid_column_walk(c, 0);
    for (uint32_t slot = 0; slot < SLOTS; slot++) {
        assert_int_equal(c ? grid_column_rank(c, slot) : 0, rank);
        assert_int_equal(c && grid_column_has(&at, c, slot), p->has[slot]);
        if (!p->has[slot]) continue;
        struct decimal d = grid_column_decimal(c, at);
        assert_int_equal(at, rank);
        assert_int_equal(w.slot, slot);
        grid_column_step(&w);
        assert_int_equal(grid_column_id(c, at), p->value[slot].id);
        assert_int_equal(d.coefficient, p->value[slot].value.coefficient);
        assert_int_equal(d.scale, p->value[slot].value.scale);
        assert_int_equal(grid_column_aside(c, at) != NULL, p->value[slot].aside != NULL);
        rank++;
    }
    assert_int_equal(c ? c->count : 0, rank);
}

static void same_sums(const struct grid_column *c, const struct plain *p)
{
    uint32_t first = below(SLOTS), end = first + below(SLOTS - first + 1), found = 0;
    struct column_range range = {.has_low = below(4) > 0,
                                 .has_high = below(4) > 0,
                                 .low_open = below(2),
                                 .high_open = below(2),
                                 .low = number(below(4)),
                                 .high = number(below(4))};
    struct wide sum = wide_zero(), wanted = wide_zero(), in = wide_zero(), wanted_in = wide_zero();
    for (uint32_t slot = first; slot < end; slot++) {
        if (!p->has[slot]) continue;
        struct decimal d = p->value[slot].value;
        wide_add(&wanted, d.coefficient, d.scale);
        if (!range_holds(&range, d)) continue;
        wide_add(&wanted_in, d.coefficient, d.scale);
        found++;
    }
    if (!c) return;
    grid_column_sum(&sum, c, grid_column_rank(c, first), grid_column_rank(c, end));
    assert_true(sum.n == wanted.n && sum.bad == wanted.bad);
    assert_int_equal(grid_column_scan(&in, c, grid_column_rank(c, first), grid_column_rank(c, end), &range), found);
    assert_true(in.n == wanted_in.n);
    assert_int_equal(in.scale, wanted_in.scale);
    if (first == end || grid_column_rank(c, first) == c->count) return;
    struct column_walk w = grid_column_walk(c, grid_column_rank(c, first)); /* from the middle */
    assert_true(w.slot >= first && p->has[w.slot]);
}

static void is_the_plain_array(void **state)
{
    (void)state;
    for (uint32_t shape = 0; shape < 8; shape++) {
        struct arena *a = arena_make(SIZE_MAX), *scratch = arena_make(SIZE_MAX);
        struct plain *p = arena_new(a, struct plain);
        struct grid_value *values = arena_array(a, struct grid_value, 4 * SLOTS);
        struct grid_column *c = NULL;
        uint32_t id = 2;
        for (int round = 0; round < ROUNDS / 8; round++) {
            uint32_t count = batch(values, a, p, shape, &id);
            qsort(values, count, sizeof *values, by_gone_then_id);
            c = grid_column_merge(a, scratch, c, values, count, 0);
            same_values(c, p);
            for (int i = 0; i < 20; i++) same_sums(c, p);
            if (c && round % 10 == 0) {
                c = grid_column_copy(a, c);
                same_values(c, p);
            }
        }
        arena_close(scratch);
        arena_close(a);
    }
}

/* Plain bytes where they do: a column of small whole numbers with running ids costs four bytes a value and a bit. */
static void is_small(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct grid_value *v = arena_array(a, struct grid_value, 3321);
    for (uint32_t i = 0; i < 3321; i++)
        v[i] = (struct grid_value){.slot = i, .id = 100 + i, .value = {(int64_t)i * 1000, 0}};
    struct grid_column *c = grid_column_pack(a, v, 3321, 0);
    assert_true(c->size < 3321 * 4 + 3321 / 4 + 300);
    assert_null(c->ids);
    v[5].value.coefficient = INT64_C(28335150000000);
    c = grid_column_pack(a, v, 3321, 0);
    assert_true(c->is_wide);
    assert_int_equal(grid_column_decimal(c, 5).coefficient, INT64_C(28335150000000));
    c = grid_column_pack(a, v, 3, 0); /* few, and the last one far away */
    v[2].slot = 3000;
    c = grid_column_pack(a, v, 3, 0);
    assert_non_null(c->list);
    assert_true(c->size < 300);
    arena_close(a);
}

static void other_measures_stand_aside(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX), *scratch = arena_make(SIZE_MAX);
    struct grid_value v = {.slot = 1, .id = 1, .value = {7, 0}}, w = {.slot = 2, .id = 2, .value = {8, 0}};
    struct grid_column *c = grid_column_merge(a, scratch, NULL, &v, 1, 4);
    c = grid_column_merge(a, scratch, c, &w, 1, 5);
    assert_int_equal(c->measure, 4);
    assert_null(grid_column_aside(c, 0));
    assert_int_equal(grid_column_aside(c, 1)->measure, 5);
    w.value.coefficient = 9;
    c = grid_column_merge(a, scratch, c, &w, 1, 4); /* the same id again, in the measure of the column */
    assert_null(grid_column_aside(c, 1));
    assert_int_equal(grid_column_decimal(c, 1).coefficient, 9);
    arena_close(scratch);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(is_the_plain_array), cmocka_unit_test(is_small),
                                       cmocka_unit_test(other_measures_stand_aside)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
