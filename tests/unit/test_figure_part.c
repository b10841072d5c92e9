/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_part: what is written reads back, there is one way to write it, and bytes that are none are refused.
 */
#include "unit_test.h"

#include "buf.h"
#include "figure_part.h"

static const struct str UNITS[] = {STR_INIT("26740"), STR_INIT("26743"), STR_INIT("so-thu")};

static struct buf write(struct arena *a)
{
    static const uint32_t places[] = {0, 2}, all[] = {0, 1, 2};
    static const int64_t values[] = {INT64_MIN, INT64_MAX}, more[] = {0, -1, 300};
    static const int8_t scales[] = {2, 2}, other[] = {0, -18, 18};
    struct figure_column *c = arena_array(a, struct figure_column, 2);
    c[0] = (struct figure_column){.key = {.indicator = STR("A02"), .period = period_year(2025)},
                                  .measure = STR("người"),
                                  .places = places,
                                  .coefficients = values,
                                  .scales = scales,
                                  .count = 2};
    c[1] = (struct figure_column){.key = {.indicator = STR("C01"),
                                          .period = period_quarter(2025, 4),
                                          .aspect = ASPECT_PLAN,
                                          .layer = STR("giao")},
                                  .measure = STR("VND"),
                                  .places = all,
                                  .coefficients = more,
                                  .scales = other,
                                  .count = 3};
    struct figure_part p = {UNITS, 3, c, 2, 5};
    struct buf b = buf_make(SIZE_MAX);
    figure_part_write(&b, &p);
    return b;
}

static void reads_back(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct buf b = write(a), again = buf_make(SIZE_MAX);
    struct figure_part p;
    assert_true(figure_part_read(&p, a, buf_str(&b)));
    assert_int_equal(p.unit_count, 3);
    assert_str(p.units[2], STR("so-thu"));
    assert_int_equal(p.column_count, 2);
    assert_int_equal(p.count, 5);
    const struct figure_column *c = &p.columns[0], *d = &p.columns[1];
    assert_str(c->key.indicator, STR("A02"));
    assert_true(period_eq(c->key.period, period_year(2025)));
    assert_int_equal(c->places[1], 2);
    assert_true(c->coefficients[0] == INT64_MIN && c->coefficients[1] == INT64_MAX);
    assert_int_equal(c->scales[1], 2);
    assert_int_equal(d->key.aspect, ASPECT_PLAN);
    assert_str(d->key.layer, STR("giao"));
    assert_str(d->measure, STR("VND"));
    assert_int_equal(d->coefficients[1], -1);
    assert_int_equal(d->scales[1], -18);
    figure_part_write(&again, &p);
    assert_str(buf_str(&again), buf_str(&b));
    buf_free(&b);
    buf_free(&again);
    arena_close(a);
}

/* Every byte changed to every other: refused, or another list that is written in just these bytes. */
static void one_way_to_write(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct buf b = write(a);
    size_t read = 0;
    for (size_t i = 0; i < b.len; i++) {
        char was = b.ptr[i];
        for (int c = 0; c < 256; c++) {
            struct arena_mark mark = arena_mark(a);
            struct figure_part p;
            b.ptr[i] = (char)c;
            if (figure_part_read(&p, a, buf_str(&b))) {
                struct buf again = buf_make(SIZE_MAX);
                figure_part_write(&again, &p);
                bool period = !str_eq(buf_str(&again), buf_str(&b)); /* "2025-Q4" in other words is not possible here */
                assert_false(period);
                buf_free(&again);
                read++;
            }
            arena_reset(a, mark);
        }
        b.ptr[i] = was;
    }
    assert_true(read > b.len); /* itself at each place, and other values */
    buf_free(&b);
    arena_close(a);
}

static void cut_short(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct buf b = write(a);
    struct figure_part p;
    for (size_t len = 0; len < b.len; len++) assert_false(figure_part_read(&p, a, str_part(buf_str(&b), 0, len)));
    buf_char(&b, 0);
    assert_false(figure_part_read(&p, a, buf_str(&b)));
    static const char huge[] = "DHF1\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01";
    assert_false(figure_part_read(&p, a, (struct str){huge, sizeof huge - 1}));
    buf_free(&b);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_back), cmocka_unit_test(one_way_to_write),
                                       cmocka_unit_test(cut_short)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
