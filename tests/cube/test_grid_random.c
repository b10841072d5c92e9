/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_random: random figures, committed in random batches, and every question of grid_ask.h against a plain reckoning
 * that walks a list of figures, and against the answers of answer.h. Earlier states are kept and asked again later:
 * they must not have changed. One thread reads while another commits.
 */
#include "unit_test.h"

#include "grid_ask.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST = 6000, STATES = 6, PROVINCES = 3, DISTRICTS = 3, COMMUNES = 7 };

static const char *const INDICATORS[] = {"A02", "A03", "B01", "C01", "B12a", "D01", "D02", "A07", "A13", "E11a"};
static const char *const PERIODS[] = {"2023",       "2024",         "2024-Q1", "2024-H1",
                                      "2024-12-31", "..2024-12-31", "2024-Q4", "2025"};
static const char *const LAYERS[] = {"giao", "hdnd", "", "phan_dau", "dieu_chinh"};
enum { INDICATOR_COUNT = sizeof INDICATORS / sizeof *INDICATORS, PERIOD_COUNT = sizeof PERIODS / sizeof *PERIODS };

static uint64_t seed = 424242424243u;

static uint32_t below(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % n;
}

/* A state as a list: what stands, one a key. */
struct state {
    struct grid *grid;
    struct cube_figure *figures;
    size_t count;
};

static struct arena *arena;
static struct str names[200];
static struct tree_unit units[200];
static size_t unit_total;
static struct unit_tree *tree;
static const struct indicator *indicators[INDICATOR_COUNT];
static struct period periods[PERIOD_COUNT];

/* "c012": kind and place of a unit */
static struct str named(char kind, int a, int b, int c)
{
    char room[8] = {kind, (char)('0' + a), (char)('0' + b), (char)('0' + c)};
    return str_copy(arena, str_of(room));
}

static void make_units(void)
{
    for (int p = 0; p < PROVINCES; p++) {
        struct str province = named('p', p, 0, 0);
        units[unit_total++] = (struct tree_unit){province, STR(""), UNIT_PROVINCE};
        for (int d = 0; d < DISTRICTS; d++) {
            struct str district = named('d', p, d, 0);
            units[unit_total++] = (struct tree_unit){district, province, UNIT_DISTRICT};
            for (int c = 0; c < COMMUNES; c++)
                units[unit_total++] = (struct tree_unit){named('c', p, d, c), district, UNIT_COMMUNE};
        }
    }
    tree = unit_tree_make(arena, units, unit_total);
    for (size_t i = 0; i < unit_total; i++) names[i] = tree->units[i].id;
}

static struct decimal number(void)
{
    int64_t n = below(5) ? (int64_t)below(100000) - 2000 : (int64_t)(seed >> 8);
    return (struct decimal){n, (int8_t)(below(3) ? 0 : (int)below(6) - 2)};
}

static struct cube_figure figure(uint32_t id)
{
    struct cube_figure f = {.id = id};
    struct figure_key *k = &f.figure.key;
    uint32_t what = below(10);
    k->indicator = str_of(INDICATORS[below(INDICATOR_COUNT)]);
    k->unit = names[below((uint32_t)unit_total)];
    k->period = periods[below(PERIOD_COUNT)];
    f.figure.value = number();
    f.figure.measure = below(40) ? indicator_find(k->indicator)->canonical_unit : STR("USD");
    if (what == 9) {
        k->kind = KIND_GROWTH;
        k->against = AGAINST_SAME_PERIOD;
    } else if (what == 8) {
        k->kind = KIND_FRACTION;
        f.figure.has_of = true;
        f.figure.of = number();
    } else if (what > 5) {
        k->aspect = ASPECT_PLAN;
        k->layer = str_of(LAYERS[below(5)]);
    } else if (what > 3) {
        k->aspect = ASPECT_ESTIMATE;
    }
    if (below(15) == 0) f.figure.bound = 1 + below(3);
    if (below(30) == 0) {
        f.figure.has_max = true;
        f.figure.value_max = (struct decimal){INT64_MAX, f.figure.value.scale};
    }
    return f;
}

static const struct cube_figure *plain_find(const struct state *s, const struct figure_key *k)
{
    for (size_t i = 0; i < s->count; i++)
        if (figure_key_eq(&s->figures[i].figure.key, k)) return &s->figures[i];
    return NULL;
}

static void plain_put(struct state *s, struct cube_figure f)
{
    struct cube_figure *at = (struct cube_figure *)(uintptr_t)plain_find(s, &f.figure.key);
    if (!at) at = &s->figures[s->count++];
    *at = f;
}

static void assert_cell(const struct grid_cell *c, const struct cube_figure *f)
{
    assert_int_equal(c->known, f != NULL);
    if (!f) return;
    assert_int_equal(c->id, f->id);
    assert_int_equal(c->value.coefficient, f->figure.value.coefficient);
    assert_int_equal(c->value.scale, f->figure.value.scale);
    assert_int_equal(c->bound, f->figure.bound);
    assert_int_equal(c->has_max, f->figure.has_max);
    assert_int_equal(c->has_of, f->figure.has_of);
    assert_int_equal(c->of.coefficient, f->figure.of.coefficient);
    assert_str(c->measure, f->figure.measure);
}

static void assert_comparison(const struct grid_compared *a, const struct comparison *b, struct measured value,
                              struct measured base)
{
    assert_int_equal(a->why, b->why);
    if (a->why != COMPARABLE) return;
    assert_true(decimal_eq(a->value, b->value));
    assert_int_equal(a->bound, b->bound);
    assert_int_equal(a->in_points, str_eq(b->measure, STR("điểm %")));
    if (value.bound == BOUND_EXACT && base.bound == BOUND_EXACT && str_eq(value.measure, base.measure))
        assert_int_equal(a->side, decimal_cmp(value.value, base.value));
}

/* Points, values, plans and boards, against answer.h over the same figures. */
static void asks_one(const struct state *s)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct cube *cube = cube_make(a, s->figures, s->count);
    struct grid_row rows[INDICATOR_COUNT];
    for (int n = 0; n < 200; n++) {
        struct figure_key k = figure(0).figure.key;
        struct grid_cell c = grid_point(s->grid, &k);
        assert_cell(&c, plain_find(s, &k));
    }
    for (int n = 0; n < 30; n++) {
        struct question q = {names[below((uint32_t)unit_total)], NULL, periods[below(PERIOD_COUNT)]};
        grid_board(rows, s->grid, q.unit, q.period, indicators, INDICATOR_COUNT);
        for (size_t i = 0; i < INDICATOR_COUNT; i++) {
            q.indicator = indicators[i];
            struct question last = {q.unit, q.indicator, period_years_back(q.period, 1)};
            struct answer value = answer_value(cube, &q), plan = answer_plan(cube, &q),
                          base = answer_value(cube, &last);
            assert_cell(&rows[i].value, value.made_count ? value.made[0] : NULL);
            assert_int_equal(rows[i].plan.known, plan.rule != ANSWER_NONE);
            if (plan.made_count) assert_int_equal(rows[i].plan.id, plan.made[0]->id);
            assert_cell(&rows[i].last_year, base.made_count ? base.made[0] : NULL);
            struct comparison ratio = comparison_plan(value.value, plan.value);
            struct comparison growth = comparison_growth(value.value, base.value);
            assert_comparison(&rows[i].of_plan, &ratio, value.value, plan.value);
            assert_comparison(&rows[i].on_last_year, &growth, value.value, base.value);
            struct grid_cell c = grid_value(s->grid, &q), p = grid_plan(s->grid, &q);
            assert_int_equal(c.id, rows[i].value.id);
            assert_int_equal(p.id, rows[i].plan.id);
        }
    }
    arena_close(a);
}

static bool is_below(struct str unit, struct str top)
{
    while (unit.len) {
        if (str_eq(unit, top)) return true;
        uint32_t at = unit_tree_find(tree, unit);
        unit = tree->units[at].parent;
    }
    return false;
}

/* One roll-up by walking the units, with the value of each from answer.h. */
static void plain_rollup(struct grid_rollup *out, const struct cube *cube, const struct indicator *i, struct period p,
                         struct str top, enum unit_kind kind)
{
    struct wide sum = wide_zero();
    *out = (struct grid_rollup){0};
    for (uint32_t u = 0; u < tree->count; u++) {
        struct question q = {tree->units[u].id, i, p};
        if (tree->units[u].kind != kind || !is_below(q.unit, top)) continue;
        out->units++;
        struct answer a = answer_value(cube, &q);
        if (!a.made_count || (i->aggregation == AGGREGATE_SUM && out->why != GRID_ADDED)) continue;
        if (i->aggregation == AGGREGATE_SUM && !a.value.known) out->why = GRID_HAS_RANGE;
        if (i->aggregation == AGGREGATE_SUM && out->why == GRID_ADDED && out->have &&
            !measures_compare(out->measure, a.value.measure))
            out->why = GRID_OTHER_MEASURE;
        if (i->aggregation == AGGREGATE_SUM && out->why != GRID_ADDED) continue;
        out->have++;
        out->measure = a.value.measure;
        out->estimates += a.made[0]->figure.key.aspect == ASPECT_ESTIMATE;
        wide_add(&sum, a.value.value.coefficient, a.value.value.scale);
    }
    if (i->aggregation != AGGREGATE_SUM)
        out->why = i->aggregation == AGGREGATE_WEIGHTED ? GRID_NEEDS_WEIGHT : GRID_NOT_ADDITIVE;
    else if (!out->have && out->why == GRID_ADDED)
        out->why = GRID_NO_FIGURES;
    else if (out->why == GRID_ADDED && !wide_decimal(&out->value, &sum))
        out->why = GRID_TOO_LARGE;
}

static void same_rollup(const struct grid_rollup *r, const struct grid_rollup *w)
{
    assert_int_equal(r->why, w->why);
    assert_int_equal(r->units, w->units);
    if (r->why == GRID_HAS_RANGE || r->why == GRID_OTHER_MEASURE) return;
    assert_int_equal(r->have, w->have);
    if (r->why != GRID_ADDED) return;
    assert_int_equal(r->value.coefficient, w->value.coefficient);
    assert_int_equal(r->value.scale, w->value.scale);
    assert_int_equal(r->estimates, w->estimates);
    assert_str(r->measure, w->measure);
}

static void asks_many(const struct state *s)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct cube *cube = cube_make(a, s->figures, s->count);
    struct grid_cell cells[200];
    for (int n = 0; n < 60; n++) {
        uint32_t top = below(tree->count);
        enum unit_kind kind = UNIT_PROVINCE + below(3);
        struct grid_axis axis = {indicators[below(INDICATOR_COUNT)], periods[below(PERIOD_COUNT)]};
        struct grid_scope scope = grid_scope_make(a, s->grid, tree, top, kind);
        struct grid_rollup wanted, got = grid_rollup(s->grid, axis.indicator, axis.period, &scope, NULL), piece;
        plain_rollup(&wanted, cube, axis.indicator, axis.period, tree->units[top].id, kind);
        same_rollup(&got, &wanted);
        grid_pivot_rollup(&piece, s->grid, &scope, 1, &axis, 1);
        same_rollup(&piece, &wanted);
        grid_cells(cells, s->grid, axis.indicator, axis.period, &scope);
        for (uint32_t i = 0; i < scope.units; i++) {
            struct grid_cell one;
            struct question q = {grid_scope_unit(&scope, i), axis.indicator, axis.period};
            struct answer v = answer_value(cube, &q);
            assert_cell(&cells[i], v.made_count ? v.made[0] : NULL);
            if (scope.slots[i] == GRID_NONE) continue;
            grid_pivot(&one, s->grid, &scope.slots[i], 1, &axis, 1);
            assert_cell(&one, v.made_count ? v.made[0] : NULL);
        }
    }
    arena_close(a);
}

/* Whoever is ranked k has k - 1 before him that are better, and all that are equal have the same rank. */
static void ranks(const struct state *s)
{
    struct arena *a = arena_make(SIZE_MAX);
    for (int n = 0; n < 40; n++) {
        const struct indicator *i = indicators[below(INDICATOR_COUNT)];
        struct period p = periods[below(PERIOD_COUNT)];
        struct grid_scope scope = grid_scope_all(a, s->grid, tree, UNIT_COMMUNE);
        struct grid_ranking r = grid_rank(a, s->grid, i, p, &scope);
        assert_int_equal(r.len, PROVINCES * DISTRICTS * COMMUNES);
        for (uint32_t k = 0; k < r.len; k++) {
            uint32_t better = 0, equal = 0;
            const struct grid_ranked *mine = &r.at[k];
            assert_int_equal(mine->rank != 0, k < r.ranked);
            if (!mine->rank) {
                assert_true(!mine->cell.known || mine->cell.has_max);
                continue;
            }
            for (uint32_t o = 0; o < r.ranked; o++) {
                int c = decimal_cmp(r.at[o].cell.value, mine->cell.value);
                better += i->direction == DIRECTION_DOWN ? c < 0 : c > 0;
                equal += c == 0;
            }
            assert_int_equal(mine->rank, better + 1);
            assert_int_equal(mine->tied, equal > 1);
        }
    }
    arena_close(a);
}

static bool plain_scans(const struct grid_scan *q, const struct cube_figure *f, struct str top)
{
    const struct figure_key *k = &f->figure.key;
    if (k->kind != KIND_LEVEL || (q->has_aspect && q->aspect != k->aspect)) return false;
    if (date_known(q->from) && date_cmp(k->period.from, q->from) < 0) return false;
    return !q->scope || (k->unit.ptr[0] == 'c' && is_below(k->unit, top));
}

static void scans(const struct state *s)
{
    struct arena *a = arena_make(SIZE_MAX);
    for (int n = 0; n < 40; n++) {
        struct str top = names[below((uint32_t)unit_total)];
        struct grid_scope scope = grid_scope_make(a, s->grid, tree, unit_tree_find(tree, top), UNIT_COMMUNE);
        struct grid_scan q = {
            .scope = below(2) ? &scope : NULL,
            .has_aspect = below(2),
            .aspect = below(3),
            .from = {.year = (int16_t)(below(2) ? 2024 : 0), .month = 1, .day = 1},
            .range = {.has_low = true, .low = number(), .low_open = below(2), .has_high = below(2), .high = number()},
        };
        struct grid_found *found = arena_array(a, struct grid_found, grid_size(s->grid).indicators);
        grid_scan_all(found, s->grid, &q);
        for (uint32_t i = 0; i < grid_size(s->grid).indicators; i++) {
            uint32_t seen = 0, in = 0;
            struct wide sum = wide_zero();
            struct grid_hits hits;
            for (size_t k = 0; k < s->count; k++) {
                const struct figure *f = &s->figures[k].figure;
                if (!str_eq(f->key.indicator, grid_indicator(s->grid, i)) || !plain_scans(&q, &s->figures[k], top))
                    continue;
                seen++;
                if (!range_holds(&q.range, f->value)) continue;
                in++;
                wide_add(&sum, f->value.coefficient, f->value.scale);
            }
            assert_int_equal(found[i].seen, seen);
            assert_int_equal(found[i].found, in);
            assert_true(found[i].sum.n == sum.n && found[i].sum.scale == sum.scale);
            grid_scan_list(&hits, a, s->grid, i, &q, 1000000);
            assert_int_equal(hits.len, in);
            grid_scan_list(&hits, a, s->grid, i, &q, 1);
            assert_int_equal(hits.len, in ? 1 : 0);
        }
    }
    arena_close(a);
}

static void series(const struct state *s)
{
    struct arena *a = arena_make(SIZE_MAX);
    for (int n = 0; n < 60; n++) {
        struct str unit = names[below((uint32_t)unit_total)];
        const struct indicator *i = indicators[below(INDICATOR_COUNT)];
        bool plans = below(2);
        struct grid_series list;
        size_t wanted = 0, levels = 0;
        grid_series(&list, a, s->grid, unit, i, plans);
        for (size_t k = 0; k < s->count; k++) {
            const struct figure_key *key = &s->figures[k].figure.key;
            if (!str_eq(key->unit, unit) || !str_eq(key->indicator, i->code) || key->kind == KIND_GROWTH) continue;
            if (plans && key->aspect == ASPECT_PLAN) wanted++;
            bool first = true;
            for (size_t o = 0; o < k && !plans; o++) {
                const struct figure_key *other = &s->figures[o].figure.key;
                first &= !str_eq(other->unit, unit) || !str_eq(other->indicator, i->code) ||
                         other->kind == KIND_GROWTH || other->aspect == ASPECT_PLAN ||
                         !period_eq(other->period, key->period);
            }
            levels += key->aspect != ASPECT_PLAN && first;
        }
        assert_int_equal(list.len, plans ? wanted : levels);
        for (size_t k = 1; k < list.len; k++)
            assert_true(
                period_cmp(grid_period(s->grid, list.at[k - 1].period), grid_period(s->grid, list.at[k].period)) <= 0);
    }
    arena_close(a);
}

static void check_state(const struct state *s)
{
    assert_int_equal(grid_size(s->grid).figures, s->count);
    asks_one(s);
    asks_many(s);
    ranks(s);
    scans(s);
    series(s);
}

/* The next state: some figures of new and of old keys, some that do not stand any more. */
static struct state next_state(const struct state *s, size_t figures, uint32_t *id)
{
    struct state n = {.figures = arena_array(arena, struct cube_figure, MOST), .count = s->count};
    struct cube_figure *batch = arena_array(arena, struct cube_figure, figures),
                       *gone = arena_array(arena, struct cube_figure, 8);
    size_t gone_count = 0;
    if (s->count) memcpy(n.figures, s->figures, s->count * sizeof *s->figures);
    for (size_t i = 0; i < 8 && n.count > 100; i++) {
        size_t at = below((uint32_t)n.count);
        gone[gone_count++] = n.figures[at];
        n.figures[at] = n.figures[--n.count];
    }
    for (size_t i = 0; i < figures; i++) {
        batch[i] = figure((*id)++);
        plain_put(&n, batch[i]);
    }
    n.grid = grid_next(s->grid, &(struct grid_batch){.units = names,
                                                     .unit_count = below(3) ? unit_total : 10,
                                                     .figures = batch,
                                                     .figure_count = figures,
                                                     .gone = gone,
                                                     .gone_count = gone_count});
    return n;
}

static void is_what_a_list_says(void **state)
{
    (void)state;
    uint32_t id = 1;
    struct state states[STATES] = {{.grid = grid_open()}};
    for (int round = 1; round < 60; round++) {
        struct state *before = &states[(round - 1) % STATES], *now = &states[round % STATES];
        if (round >= STATES) {
            if (round % 5 == 0) check_state(now); /* an old state, before it goes */
            grid_drop(now->grid);
        }
        *now = next_state(before, round % 7 == 0 ? 400 : 1 + below(20), &id);
        if (round % 7 == 0 || round % 11 == 0) check_state(now);
    }
    for (int i = 0; i < STATES; i++) grid_drop(states[i].grid);
}

/* --- blocks */

static void blocks_are_figures(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        struct grid_block blocks[30];
        struct cube_figure *list = arena_array(arena, struct cube_figure, MOST);
        size_t count = 0;
        uint32_t id = 1;
        for (int b = 0; b < 30; b++) {
            struct cube_figure f = figure(0);
            uint32_t *places = arena_array(arena, uint32_t, unit_total);
            int64_t *coefficients = arena_array(arena, int64_t, unit_total);
            int8_t *scales = arena_array(arena, int8_t, unit_total);
            size_t n = 0;
            blocks[b] = (struct grid_block){f.figure.key, f.figure.measure, places, coefficients, scales, id, 0};
            for (uint32_t u = below(3); u < unit_total; u += 1 + below(4)) {
                struct decimal d = number();
                places[n] = round % 2 ? u : (uint32_t)unit_total - 1 - u; /* not in the order of slots */
                coefficients[n] = d.coefficient;
                scales[n++] = d.scale;
                struct cube_figure *one = &list[count++];
                *one = (struct cube_figure){.id = id++};
                one->figure.key = f.figure.key;
                one->figure.key.unit = names[places[n - 1]];
                one->figure.value = d;
                one->figure.measure = f.figure.measure;
            }
            blocks[b].count = n;
        }
        struct grid *empty = grid_open();
        struct grid *x = grid_next(empty, &(struct grid_batch){names, unit_total, blocks, 30, NULL, 0, NULL, 0});
        struct grid *y = grid_next(empty, &(struct grid_batch){names, unit_total, NULL, 0, list, count, NULL, 0});
        assert_int_equal(grid_size(x).figures, grid_size(y).figures);
        for (size_t i = 0; i < count; i++) {
            struct grid_cell c = grid_point(x, &list[i].figure.key), d = grid_point(y, &list[i].figure.key);
            assert_true(c.known && d.known);
            assert_int_equal(c.id, d.id);
            assert_int_equal(c.value.coefficient, d.value.coefficient);
            assert_int_equal(c.value.scale, d.value.scale);
            assert_str(c.measure, d.measure);
        }
        grid_drop(x);
        grid_drop(y);
        grid_drop(empty);
    }
}

/* --- one writes, others read */

enum { COMMITS = 300 };

static void *reads(void *live)
{
    struct figure_key k = {.indicator = STR("A02"), .unit = names[0], .period = periods[0]};
    uint32_t last = 0;
    for (;;) {
        struct grid *g = grid_live_hold(live);
        struct grid_cell c = grid_point(g, &k), again = grid_point(g, &k);
        bool whole = c.id == again.id && (!c.known || c.value.coefficient == (int64_t)c.id);
        grid_drop(g);
        if (!whole || c.id < last) return live; /* never half of a commit, never back */
        last = c.id;
        if (last == COMMITS) return NULL;
    }
}

static void is_whole_for_readers(void **state)
{
    (void)state;
    pthread_t threads[2];
    struct grid_live *live = grid_live_open();
    for (int i = 0; i < 2; i++) assert_int_equal(pthread_create(&threads[i], NULL, reads, live), 0);
    for (uint32_t id = 1; id <= COMMITS; id++) {
        struct cube_figure f[2] = {{.id = id}, figure(100000 + id)};
        f[0].figure.key = (struct figure_key){.indicator = STR("A02"), .unit = names[0], .period = periods[0]};
        f[0].figure.value = DECIMAL_INT(id);
        f[1].figure.key.indicator = STR("B01");
        grid_live_commit(live, &(struct grid_batch){.figures = f, .figure_count = 2});
    }
    for (int i = 0; i < 2; i++) {
        void *bad;
        pthread_join(threads[i], &bad);
        assert_null(bad);
    }
    struct grid *g = grid_live_hold(live);
    assert_true(grid_size(g).layers < 40); /* copied together on the way */
    grid_drop(g);
    grid_live_close(live);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(is_what_a_list_says), cmocka_unit_test(blocks_are_figures),
                                       cmocka_unit_test(is_whole_for_readers)};
    arena = arena_make(SIZE_MAX);
    make_units();
    for (size_t i = 0; i < INDICATOR_COUNT; i++) {
        indicators[i] = indicator_find(str_of(INDICATORS[i]));
        if (!indicators[i]) print_error("%s\n", INDICATORS[i]);
    }
    for (size_t i = 0; i < PERIOD_COUNT; i++)
        if (!period_read(&periods[i], str_of(PERIODS[i]))) print_error("%s\n", PERIODS[i]);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
