/* SPDX-License-Identifier: Apache-2.0
 *
 * grid: small cases with the numbers in sight: roll-up of rates by a weight, of fractions, reasons, league table,
 * units of two eras, memory that is given back.
 */
#include "unit_test.h"

#include "grid_ask.h"

static struct arena *arena;

/* "id|indicator|unit|period|value|measure": a level, actual; value "3/8" is a fraction, "~4" an estimate. */
static struct cube_figure line(const char *text)
{
    struct cube_figure f = {0};
    struct str rest = str_of(text), cell[6];
    uint64_t id;
    for (int i = 0; i < 6; i++) {
        struct str_cut c = str_cut(rest, STR("|"));
        cell[i] = c.head;
        rest = c.tail;
    }
    assert_true(str_to_u64(&id, cell[0], UINT32_MAX));
    f.id = (uint32_t)id;
    f.figure.key = (struct figure_key){.indicator = cell[1], .unit = cell[2]};
    assert_true(period_read(&f.figure.key.period, cell[3]));
    struct str_cut fraction = str_cut(cell[4], STR("/"));
    if (str_starts(cell[4], STR("~"))) {
        f.figure.key.aspect = ASPECT_ESTIMATE;
        fraction.head = str_from(cell[4], 1);
    }
    assert_true(decimal_read(&f.figure.value, fraction.head));
    if (fraction.found) {
        f.figure.key.kind = KIND_FRACTION;
        f.figure.has_of = true;
        assert_true(decimal_read(&f.figure.of, fraction.tail));
    }
    f.figure.measure = cell[5];
    return f;
}

static struct grid *grid_of(const char *const *lines, size_t count)
{
    struct cube_figure *f = arena_array(arena, struct cube_figure, count);
    for (size_t i = 0; i < count; i++) f[i] = line(lines[i]);
    struct grid *empty = grid_open();
    struct grid *g = grid_next(empty, &(struct grid_batch){.figures = f, .figure_count = count});
    grid_drop(empty);
    return g;
}
#define GRID(lines) grid_of((lines), sizeof(lines) / sizeof *(lines))

static const struct tree_unit UNITS[] = {
    {STR_INIT("t"), STR_INIT(""), UNIT_PROVINCE},  {STR_INIT("x1"), STR_INIT("t"), UNIT_COMMUNE},
    {STR_INIT("x2"), STR_INIT("t"), UNIT_COMMUNE}, {STR_INIT("x3"), STR_INIT("t"), UNIT_COMMUNE},
    {STR_INIT("x4"), STR_INIT("t"), UNIT_COMMUNE},
};

static struct grid_scope communes(const struct grid *g)
{
    struct unit_tree *t = unit_tree_make(arena, UNITS, 5);
    return grid_scope_make(arena, g, t, unit_tree_find(t, STR("t")), UNIT_COMMUNE);
}

static struct grid_rollup ask(const struct grid *g, const char *indicator, const char *weight)
{
    struct grid_scope s = communes(g);
    return grid_rollup(g, indicator_find(str_of(indicator)), period_year(2025), &s,
                       weight ? indicator_find(str_of(weight)) : NULL);
}

static void assert_decimal(struct decimal d, const char *text)
{
    struct decimal w;
    assert_true(decimal_read(&w, str_of(text)));
    if (!decimal_eq(d, w) || d.scale != w.scale) fail_msg("%lld e-%d", (long long)d.coefficient, d.scale);
}

static void sums_and_missing(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "1|A02|x1|2025|1000|người",
        "2|A02|x2|2025|0|người",
        "3|A02|x4|2025|~250.5|người",
        "4|A02|t|2025|9999|người",
    };
    struct grid *g = GRID(lines);
    struct grid_rollup r = ask(g, "A02", NULL);
    assert_int_equal(r.why, GRID_ADDED);
    assert_decimal(r.value, "1250.5");
    assert_int_equal(r.units, 4);
    assert_int_equal(r.have, 3); /* x2 has zero, x3 is missing */
    assert_int_equal(r.estimates, 1);
    assert_int_equal(ask(g, "A03", NULL).why, GRID_NO_FIGURES);
    assert_int_equal(ask(g, "A03", NULL).units, 4);
    grid_drop(g);
}

/* (10 x 1000 + 20 x 3000) / 4000; x3 has no weight and is missing. */
static void rates_by_their_weight(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "1|A07|x1|2025|10|‰",       "2|A07|x2|2025|20|‰",       "3|A07|x3|2025|90|‰",
        "4|A02|x1|2025|1000|người", "5|A02|x2|2025|3000|người", "6|A02|x4|2025|77|người",
    };
    struct grid *g = GRID(lines);
    struct grid_rollup r = ask(g, "A07", NULL);
    assert_int_equal(r.why, GRID_NEEDS_WEIGHT);
    assert_int_equal(r.have, 3);
    assert_str(grid_why_reason(r.why), STR("chỉ tiêu tỷ lệ, cần mẫu số để tính"));
    r = ask(g, "A07", "A02");
    assert_int_equal(r.why, GRID_ADDED);
    assert_decimal(r.value, "17.50");
    assert_int_equal(r.have, 2);
    assert_str(r.measure, STR("‰"));
    grid_drop(g);
}

static void fractions_and_reasons(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "1|A08|x1|2025|3/8|đơn vị",
        "2|A08|x2|2025|11/12|đơn vị",
        "3|B01|x1|2025|5|VND",
        "4|B01|x2|2025|5|USD",
        "5|A03|x1|2025|999999999999999999|người",
        "6|A03|x2|2025|0.1|người",
    };
    struct grid *g = GRID(lines);
    struct grid_rollup r = ask(g, "A08", NULL);
    assert_true(r.has_of);
    assert_decimal(r.value, "14");
    assert_decimal(r.of, "20");
    assert_int_equal(ask(g, "B01", NULL).why, GRID_OTHER_MEASURE);
    assert_int_equal(ask(g, "A03", NULL).why, GRID_TOO_LARGE);
    grid_drop(g);
}

static void league_table(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "1|B01|x1|2025|5|VND",
        "2|B01|x2|2025|9|VND",
        "3|B01|x4|2025|9.0|VND",
        "4|A06|x1|2025|112|bé trai/100 bé gái",
        "5|A06|x2|2025|108|bé trai/100 bé gái",
    };
    struct grid *g = GRID(lines);
    struct grid_scope s = communes(g);
    struct grid_ranking r = grid_rank(arena, g, indicator_find(STR("B01")), period_year(2025), &s);
    static const char *const order[] = {"x2", "x4", "x1", "x3"};
    static const uint32_t rank[] = {1, 1, 3, 0};
    assert_int_equal(r.ranked, 3);
    for (uint32_t i = 0; i < 4; i++) {
        assert_str(grid_scope_unit(&s, r.at[i].unit), str_of(order[i]));
        assert_int_equal(r.at[i].rank, rank[i]);
        assert_int_equal(r.at[i].tied, i < 2);
    }
    r = grid_rank(arena, g, indicator_find(STR("A06")), period_year(2025), &s); /* less is better */
    assert_true(r.lowest_first);
    assert_str(grid_scope_unit(&s, r.at[0].unit), STR("x2"));
    grid_drop(g);
}

/* A figure that came later shows at once; who holds the state before sees the one before. */
static void states_do_not_change(void **state)
{
    (void)state;
    static const char *const lines[] = {"1|A02|x1|2025|1000|người"};
    struct grid *g = GRID(lines);
    struct cube_figure revised = line("2|A02|x1|2025|1100|người"), gone = revised;
    struct grid *h = grid_next(g, &(struct grid_batch){.figures = &revised, .figure_count = 1});
    struct cube_figure first = line(lines[0]);
    struct grid *i = grid_next(
        h, &(struct grid_batch){.figures = &first, .figure_count = 1, .gone = &gone, .gone_count = 1});
    struct question q = {STR("x1"), indicator_find(STR("A02")), period_year(2025)};
    assert_decimal(grid_value(g, &q).value, "1000");
    assert_decimal(grid_value(h, &q).value, "1100");
    assert_int_equal(grid_value(i, &q).id, 1); /* the revision was taken back */
    grid_drop(g);
    struct grid *none = grid_next(i, &(struct grid_batch){.gone = &first, .gone_count = 1});
    assert_false(grid_value(none, &q).known);
    assert_int_equal(grid_size(none).figures, 0);
    grid_drop(h);
    grid_drop(i);
    struct grid *same = grid_next(none, &(struct grid_batch){0});
    grid_drop(none);
    assert_int_equal(grid_size(same).figures, 0);
    grid_drop(same);
}

/* After thousands of commits the layers are few and hold little more than what is used. */
static void gives_memory_back(void **state)
{
    (void)state;
    enum { UNITS_MANY = 2000, COMMITS = 3000 };
    struct str *names = arena_array(arena, struct str, UNITS_MANY);
    struct cube_figure *all = arena_array(arena, struct cube_figure, UNITS_MANY * 20);
    for (int u = 0; u < UNITS_MANY; u++) {
        char room[16];
        int len = snprintf(room, sizeof room, "u%d", u);
        names[u] = str_copy(arena, (struct str){room, (size_t)len});
        for (int p = 0; p < 20; p++) {
            struct cube_figure f = {.id = (uint32_t)(1 + u * 20 + p)};
            f.figure.key = (struct figure_key){
                .indicator = STR("A02"), .unit = names[u], .period = period_year(2000 + p)};
            f.figure.value = DECIMAL_INT(u * p);
            f.figure.measure = STR("người");
            all[u * 20 + p] = f;
        }
    }
    struct grid *empty = grid_open();
    struct grid *g = grid_next(empty, &(struct grid_batch){.figures = all, .figure_count = UNITS_MANY * 20});
    grid_drop(empty);
    size_t bytes = grid_size(g).bytes;
    for (uint32_t n = 0; n < COMMITS; n++) {
        struct cube_figure f = all[n * 7919u % (UNITS_MANY * 20)];
        f.id = 1000000 + n;
        f.figure.value = DECIMAL_INT(n);
        struct grid *next = grid_next(g, &(struct grid_batch){.figures = &f, .figure_count = 1});
        grid_drop(g);
        g = next;
    }
    struct grid_size s = grid_size(g);
    assert_int_equal(s.figures, UNITS_MANY * 20);
    assert_true(s.layers <= 40);
    assert_true(s.bytes <= bytes * 3); /* ids do not run any more */
    assert_true(s.held <= 3 * s.bytes + (1 << 22));
    grid_drop(g);
}

/* A unit of the old map and one of the new are two, and each day's tree has its own. */
static void each_day_has_its_units(void **state)
{
    (void)state;
    static const char *const lines[] = {"1|A02|cu1|2024|10|người", "2|A02|cu2|2024|20|người",
                                        "3|A02|moi|2025|33|người"};
    struct grid *g = GRID(lines);
    static const struct tree_unit before[] = {{STR_INIT("t"), STR_INIT(""), UNIT_PROVINCE},
                                              {STR_INIT("q"), STR_INIT("t"), UNIT_DISTRICT},
                                              {STR_INIT("cu1"), STR_INIT("q"), UNIT_COMMUNE},
                                              {STR_INIT("cu2"), STR_INIT("q"), UNIT_COMMUNE}};
    static const struct tree_unit after[] = {{STR_INIT("t"), STR_INIT(""), UNIT_PROVINCE},
                                             {STR_INIT("moi"), STR_INIT("t"), UNIT_COMMUNE}};
    struct unit_tree *then = unit_tree_make(arena, before, 4), *now = unit_tree_make(arena, after, 2);
    struct grid_scope s = grid_scope_make(arena, g, then, unit_tree_find(then, STR("q")), UNIT_COMMUNE);
    struct grid_rollup r = grid_rollup(g, indicator_find(STR("A02")), period_year(2024), &s, NULL);
    assert_decimal(r.value, "30");
    s = grid_scope_make(arena, g, now, unit_tree_find(now, STR("t")), UNIT_COMMUNE);
    assert_decimal(grid_rollup(g, indicator_find(STR("A02")), period_year(2025), &s, NULL).value, "33");
    r = grid_rollup(g, indicator_find(STR("A02")), period_year(2024), &s, NULL);
    assert_int_equal(r.why, GRID_NO_FIGURES);
    grid_drop(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_and_missing),       cmocka_unit_test(rates_by_their_weight),
        cmocka_unit_test(fractions_and_reasons),  cmocka_unit_test(league_table),
        cmocka_unit_test(states_do_not_change),   cmocka_unit_test(gives_memory_back),
        cmocka_unit_test(each_day_has_its_units),
    };
    arena = arena_make(SIZE_MAX);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
