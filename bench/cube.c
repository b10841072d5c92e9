/* SPDX-License-Identifier: Apache-2.0
 *
 * cube: the same figures and questions for the grid, for SQLite and for a plain loop over an array (bench/cube.sh has
 * the other engines). The communes of today (in years to come: they were not there before July 2025), 150 indicators,
 * YEARS years with four quarters and a plan each: with 2 years 3,321 x 150 x 10, five million figures. Every question
 * gives a check, one number that all engines must agree on.
 *
 *     cube csv YEARS FILE       the figures as dieuhanh load reads them
 *     cube numbers YEARS FILE   the same with places instead of codes, for SQL: indicator, unit, period, value
 *     cube units FILE           place and province of each unit
 *     cube ours|array YEARS     load and ask; lines "question TAB milliseconds TAB check"
 *     cube sqlite YEARS FILE    the same from the numbers of FILE
 *     cube panel FILE           a panel as CSV (indicator,country,year,value): load, memory, questions
 */
#include "buf.h"
#include "grid_ask.h"
#include "unit.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { INDICATORS = 150, BOARD = 200, RUNS = 15, FIRST_YEAR = 2027, UNITS_MOST = 5000, PROVINCES_MOST = 64 };

static struct arena *arena;
static struct str units[UNITS_MOST];
static uint32_t communes, province_of[UNITS_MOST], province_count;
static struct unit_tree *tree;
static uint32_t province_place[PROVINCES_MOST]; /* in the tree */
static struct indicator indicators[INDICATORS];
static int years;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int by_double(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, by_double);
    return times[count / 2];
}

static void tell(const char *question, double ms, long long check)
{
    printf("%s\t%.6f\t%lld\n", question, ms, check);
    fflush(stdout);
}

static long resident(void) /* KiB */
{
    char line[200];
    long kib = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof line, f)) sscanf(line, "VmRSS: %ld", &kib);
    if (f) fclose(f);
    return kib;
}

/* --- the figures */

/* Periods 0 .. 4 x years are quarters, those behind them the plans of the years. */
static int period_count(void)
{
    return 5 * years;
}

static struct period period_at(int p)
{
    if (p >= 4 * years) return period_year(FIRST_YEAR + p - 4 * years);
    return period_quarter(FIRST_YEAR + p / 4, p % 4 + 1);
}

/* A third of the indicators is money, beyond 32 bits. */
static int64_t value_at(uint32_t indicator, uint32_t unit, int period)
{
    uint64_t h = (uint64_t)indicator * 2654435761u + (uint64_t)unit * 40503u + (uint64_t)period * 97u;
    h ^= h >> 15;
    h *= 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    int64_t n = (int64_t)(h % 900000) + 100000;
    if (period >= 4 * years) n *= 4;
    return indicator % 3 ? n : n * 1000000;
}

/* Places are those of the pre-order: communes of a province stand together. */
static void make_units(void)
{
    struct date day = {2027, 1, 1};
    struct tree_unit *all = arena_array(arena, struct tree_unit, unit_count());
    size_t n = 0;
    for (uint32_t i = 1; i <= unit_count(); i++) {
        struct unit u = unit_at((struct unit_id){i}), above = {0};
        if (!unit_valid_on(&u, day)) continue;
        struct unit_id up = unit_above(&u, day);
        if (up.n) above = unit_at(up);
        all[n++] = (struct tree_unit){u.id, above.id, u.kind};
    }
    tree = unit_tree_make(arena, all, n);
    for (uint32_t i = 0; i < tree->count; i++) {
        if (tree->units[i].kind == UNIT_PROVINCE) province_place[province_count++] = i;
        if (tree->units[i].kind != UNIT_COMMUNE) continue;
        province_of[communes] = province_count - 1;
        units[communes++] = tree->units[i].id;
    }
}

static void make_indicators(void)
{
    for (int i = 0; i < INDICATORS; i++) {
        char room[8];
        int len = snprintf(room, sizeof room, "I%03d", i);
        indicators[i] = (struct indicator){.code = str_copy(arena, (struct str){room, (size_t)len}),
                                           .canonical_unit = i % 3 ? STR("người") : STR("VND"),
                                           .time = TIME_FLOW,
                                           .aggregation = AGGREGATE_SUM};
    }
}

/* --- questions, the same for all */

enum { POINT_I = 7, POINT_U = 1234, BOARD_U = 1500, PIVOT_U = 1000, PIVOT_UNITS = 333 };
static const int64_t SCAN_FROM = 500000;

static int now(void) /* the last quarter */
{
    return 4 * years - 1;
}

/* Row n of the board: an indicator in the last quarter, and once more from the first in the one before. */
static void board_row(int n, int *indicator, int at[4])
{
    int p = n < INDICATORS ? now() : now() - 1;
    *indicator = n % INDICATORS;
    at[0] = p;
    at[1] = 5 * years - 1;
    at[2] = p - 4;
    at[3] = p - 1;
}

/* --- csv */

static void write_csv(const char *path, bool numbers)
{
    FILE *f = fopen(path, "w");
    if (!f) exit(1);
    static char room[1 << 20];
    setvbuf(f, room, _IOFBF, sizeof room);
    struct indicators real = indicator_catalogue();
    const struct indicator *sums[INDICATORS];
    int n = 0;
    for (size_t i = 0; i < real.len && n < INDICATORS; i++)
        if (real.at[i].aggregation == AGGREGATE_SUM) sums[n++] = &real.at[i];
    if (n < INDICATORS) exit(1);
    if (!numbers) fprintf(f, "indicator,unit,period,aspect,layer,value\n");
    for (int p = 0; p < period_count(); p++) {
        struct buf b = buf_make(100);
        period_write(&b, period_at(p));
        bool plan = p >= 4 * years;
        for (uint32_t u = 0; u < communes; u++) {
            for (int i = 0; i < INDICATORS; i++) {
                long long v = value_at((uint32_t)i, u, p);
                if (numbers)
                    fprintf(f, "%d,%u,%d,%lld\n", i, u, p, v);
                else
                    fprintf(f, "%.*s,%.*s,%.*s,%s,%s,%lld\n", STR_ARG(sums[i]->code), STR_ARG(units[u]),
                            STR_ARG(buf_str(&b)), plan ? "plan" : "actual", plan ? "giao" : "", v);
            }
        }
        buf_free(&b);
    }
    fclose(f);
}

static void write_units(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) exit(1);
    for (uint32_t u = 0; u < communes; u++) fprintf(f, "%u,%u\n", u, province_of[u]);
    fclose(f);
}

static void write_board(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) exit(1);
    for (int n = 0; n < BOARD; n++) {
        int i, at[4];
        board_row(n, &i, at);
        fprintf(f, "%d,%d,%d,%d,%d,%d\n", n, i, at[0], at[1], at[2], at[3]);
    }
    fclose(f);
}

/* --- ours */

static struct grid *load_ours(void)
{
    size_t cells = (size_t)INDICATORS * (size_t)period_count();
    struct arena *a = arena_make(SIZE_MAX);
    uint32_t *places = arena_array(a, uint32_t, communes);
    int8_t *scales = arena_array(a, int8_t, communes);
    struct grid_block *blocks = arena_array(a, struct grid_block, cells);
    size_t n = 0;
    for (uint32_t u = 0; u < communes; u++) places[u] = u;
    for (int i = 0; i < INDICATORS; i++)
        for (int p = 0; p < period_count(); p++, n++) {
            int64_t *v = arena_array(a, int64_t, communes);
            for (uint32_t u = 0; u < communes; u++) v[u] = value_at((uint32_t)i, u, p);
            blocks[n] = (struct grid_block){.key = {.indicator = indicators[i].code, .period = period_at(p)},
                                            .measure = indicators[i].canonical_unit,
                                            .places = places,
                                            .coefficients = v,
                                            .scales = scales,
                                            .first_id = 1 + (uint32_t)(n * communes),
                                            .count = communes};
            if (p < 4 * years) continue;
            blocks[n].key.aspect = ASPECT_PLAN;
            blocks[n].key.layer = STR("giao");
        }
    double start = seconds();
    struct grid *empty = grid_open();
    struct grid *g = grid_next(
        empty, &(struct grid_batch){.units = units, .unit_count = communes, .blocks = blocks, .block_count = cells});
    tell("load_memory", (seconds() - start) * 1e3, (long long)grid_size(g).figures);
    grid_drop(empty);
    arena_close(a);
    return g;
}

static void ours_point(const struct grid *g)
{
    enum { POINTS = 20000 };
    struct figure_key *keys = arena_array(arena, struct figure_key, POINTS);
    double times[RUNS];
    int64_t check = 0;
    for (uint32_t k = 0; k < POINTS; k++)
        keys[k] = (struct figure_key){.indicator = indicators[k * 7919u % INDICATORS].code,
                                      .unit = units[k * 104729u % communes],
                                      .period = period_at((int)(k * 31u % (uint32_t)(4 * years)))};
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        for (int k = 0; k < POINTS; k++) check += grid_point(g, &keys[k]).value.coefficient & 1;
        times[r] = (seconds() - start) * 1e3 / POINTS;
    }
    struct figure_key key = {.indicator = indicators[POINT_I].code, .unit = units[POINT_U], .period = period_at(now())};
    struct grid_cell c = grid_point(g, &key);
    if (check < 0) exit(1);
    tell("point", median(times, RUNS), c.value.coefficient);
}

static void ours_board(const struct grid *g)
{
    struct grid_row *rows = arena_array(arena, struct grid_row, BOARD);
    const struct indicator *asked[INDICATORS];
    double times[RUNS * 20];
    long long check = 0;
    for (int i = 0; i < INDICATORS; i++) asked[i] = &indicators[i];
    for (int r = 0; r < RUNS * 20; r++) {
        double start = seconds();
        grid_board(rows, g, units[BOARD_U], period_at(now()), asked, INDICATORS);
        grid_board(rows + INDICATORS, g, units[BOARD_U], period_at(now() - 1), asked, BOARD - INDICATORS);
        times[r] = (seconds() - start) * 1e3;
    }
    for (int n = 0; n < BOARD; n++) {
        check += rows[n].value.value.coefficient + rows[n].plan.value.coefficient +
                 rows[n].last_year.value.coefficient + rows[n].before.value.coefficient;
        if (rows[n].of_plan.why || rows[n].on_last_year.why || rows[n].on_before.why) exit(1);
    }
    tell("board", median(times, RUNS * 20), check);
}

static void ours_pivot(const struct grid *g)
{
    struct grid_cell *cells = arena_array(arena, struct grid_cell, PIVOT_UNITS * INDICATORS);
    struct grid_axis axes[INDICATORS];
    uint32_t slots[PIVOT_UNITS];
    double times[RUNS];
    long long check = 0;
    for (int i = 0; i < INDICATORS; i++) axes[i] = (struct grid_axis){&indicators[i], period_at(now())};
    for (uint32_t u = 0; u < PIVOT_UNITS; u++) slots[u] = grid_unit_find(g, units[PIVOT_U + u]);
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        grid_pivot(cells, g, slots, PIVOT_UNITS, axes, INDICATORS);
        times[r] = (seconds() - start) * 1e3;
    }
    for (int i = 0; i < PIVOT_UNITS * INDICATORS; i++) check += cells[i].value.coefficient;
    tell("pivot", median(times, RUNS), check);
}

/* All periods: the value of a quarter; of a year its plan. */
static void ours_rollups(const struct grid *g)
{
    size_t columns = (size_t)INDICATORS * 4 * (size_t)years;
    struct grid_rollup *out = arena_array(arena, struct grid_rollup, columns * province_count);
    struct grid_axis *axes = arena_array(arena, struct grid_axis, columns);
    struct grid_scope *scopes = arena_array(arena, struct grid_scope, province_count);
    double times[RUNS];
    long long check = 0;
    size_t n = 0;
    for (int i = 0; i < INDICATORS; i++)
        for (int p = 0; p < 4 * years; p++) axes[n++] = (struct grid_axis){&indicators[i], period_at(p)};
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        for (uint32_t k = 0; k < province_count; k++)
            scopes[k] = grid_scope_make(arena, g, tree, province_place[k], UNIT_COMMUNE);
        grid_pivot_rollup(out, g, scopes, province_count, axes, columns);
        times[r] = (seconds() - start) * 1e3;
    }
    for (size_t i = 0; i < columns * province_count; i++) {
        if (out[i].why != GRID_ADDED) exit(1);
        check += out[i].value.coefficient % 1000003;
    }
    tell("pivot_rollup", median(times, RUNS), check);
    struct grid_scope all = grid_scope_all(arena, g, tree, UNIT_COMMUNE);
    struct grid_rollup one = {0};
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        one = grid_rollup(g, &indicators[POINT_I], period_at(now()), &all, NULL);
        times[r] = (seconds() - start) * 1e3;
    }
    tell("rollup", median(times, RUNS), one.value.coefficient);
    struct grid_ranking ranking = {0};
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        ranking = grid_rank(arena, g, &indicators[POINT_I], period_at(now()), &all);
        times[r] = (seconds() - start) * 1e3;
    }
    check = 0;
    for (uint32_t i = 0; i < ranking.len; i++) check += ranking.at[i].rank;
    tell("rank", median(times, RUNS), check);
}

static void ours_scan(const struct grid *g)
{
    struct grid_found *found = arena_array(arena, struct grid_found, INDICATORS);
    struct grid_scan q = {.range = {.has_low = true, .low = {SCAN_FROM, 0}}};
    double times[RUNS];
    long long check = 0;
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        grid_scan_all(found, g, &q);
        times[r] = (seconds() - start) * 1e3;
    }
    for (int i = 0; i < INDICATORS; i++) check += found[i].found + (long long)(found[i].sum.n % 1000003);
    tell("scan", median(times, RUNS), check);
}

static void ours_series(const struct grid *g)
{
    struct grid_series s;
    double times[RUNS];
    long long check = 0;
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        grid_series(&s, arena, g, units[POINT_U], &indicators[POINT_I], false);
        times[r] = (seconds() - start) * 1e3;
    }
    for (size_t i = 0; i < s.len; i++) check += s.at[i].value.coefficient;
    tell("series", median(times, RUNS), check);
}

/* A commit of `count` figures until they can be asked for. */
static struct grid *ours_commit(struct grid *g, uint32_t count, const char *name)
{
    struct cube_figure *f = arena_array(arena, struct cube_figure, count);
    enum { COMMITS = 100 };
    double times[COMMITS];
    for (uint32_t r = 0; r < COMMITS; r++) {
        for (uint32_t k = 0; k < count; k++) {
            uint32_t h = (r * count + k) * 2654435761u;
            f[k] = (struct cube_figure){.id = UINT32_MAX - COMMITS * count + r * count + k};
            f[k].figure.key = (struct figure_key){.indicator = indicators[h % INDICATORS].code,
                                                  .unit = units[h / 7 % communes],
                                                  .period = period_at((int)(h / 11 % (uint32_t)(4 * years)))};
            f[k].figure.value = (struct decimal){h, 0};
            f[k].figure.measure = indicators[h % INDICATORS].canonical_unit;
        }
        double start = seconds();
        struct grid *next = grid_next(g, &(struct grid_batch){.figures = f, .figure_count = count});
        grid_drop(g);
        g = next;
        if (!grid_point(g, &f[count - 1].figure.key).known) exit(1);
        times[r] = (seconds() - start) * 1e3;
    }
    double mid = median(times, COMMITS);
    tell(name, times[COMMITS - 1], (long long)(mid * 1000)); /* the slowest; the median in microseconds */
    return g;
}

static void ask_ours(struct grid *g)
{
    ours_point(g);
    ours_board(g);
    ours_pivot(g);
    ours_rollups(g);
    ours_scan(g);
    ours_series(g);
}

/* --- the limit: int64_t v[indicator][period][unit], no units looked up, nothing missing, no reasons */

static int64_t *load_array(void)
{
    size_t n = 0;
    int64_t *v = arena_array(arena, int64_t, (size_t)INDICATORS * (size_t)period_count() * communes);
    for (int i = 0; i < INDICATORS; i++)
        for (int p = 0; p < period_count(); p++)
            for (uint32_t u = 0; u < communes; u++) v[n++] = value_at((uint32_t)i, u, p);
    return v;
}

static const int64_t *row_of(const int64_t *v, int i, int p)
{
    return v + ((size_t)i * (size_t)period_count() + (size_t)p) * communes;
}

static void array_board(const int64_t *v)
{
    double times[RUNS], ratios = 0;
    long long check = 0;
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        check = 0;
        for (int n = 0; n < BOARD; n++) {
            int i, at[4];
            board_row(n, &i, at);
            int64_t x[4];
            for (int k = 0; k < 4; k++) x[k] = row_of(v, i, at[k])[BOARD_U];
            check += x[0] + x[1] + x[2] + x[3];
            ratios += (double)x[0] / (double)x[1] + (double)x[0] / (double)x[2] + (double)x[0] / (double)x[3];
        }
        times[r] = (seconds() - start) * 1e3;
    }
    if (ratios < 0) exit(1);
    tell("board", median(times, RUNS), check);
}

static void array_pivots(const int64_t *v)
{
    int64_t *out = arena_array(arena, int64_t, (size_t)INDICATORS * 4 * (size_t)years * province_count + 60000);
    double times[RUNS];
    long long check = 0;
    size_t n = 0;
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        n = 0;
        for (uint32_t u = 0; u < PIVOT_UNITS; u++)
            for (int i = 0; i < INDICATORS; i++) out[n++] = row_of(v, i, now())[PIVOT_U + u];
        times[r] = (seconds() - start) * 1e3;
    }
    for (size_t k = 0; k < n; k++) check += out[k];
    tell("pivot", median(times, RUNS), check);
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        n = 0;
        memset(out, 0, sizeof *out * (size_t)INDICATORS * 4 * (size_t)years * province_count);
        for (int i = 0; i < INDICATORS; i++)
            for (int p = 0; p < 4 * years; p++, n += province_count) {
                const int64_t *row = row_of(v, i, p);
                for (uint32_t u = 0; u < communes; u++) out[n + province_of[u]] += row[u];
            }
        times[r] = (seconds() - start) * 1e3;
    }
    check = 0;
    for (size_t k = 0; k < n; k++) check += out[k] % 1000003;
    tell("pivot_rollup", median(times, RUNS), check);
}

static void array_scan(const int64_t *v)
{
    double times[RUNS];
    long long check = 0;
    for (int r = 0; r < RUNS; r++) {
        double start = seconds();
        check = 0;
        for (int i = 0; i < INDICATORS; i++) {
            const int64_t *row = row_of(v, i, 0);
            uint64_t sum = 0, count = 0;
            for (size_t k = 0; k < (size_t)period_count() * communes; k++) {
                count += row[k] >= SCAN_FROM;
                sum += row[k] >= SCAN_FROM ? (uint64_t)row[k] : 0;
            }
            check += (long long)(count + sum % 1000003);
        }
        times[r] = (seconds() - start) * 1e3;
    }
    tell("scan", median(times, RUNS), check);
}

/* --- SQL */

static void sql_one(sqlite3 *db, const char *name, const char *sql, int runs)
{
    sqlite3_stmt *s;
    double *times = arena_array(arena, double, (size_t)runs);
    long long check = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &s, NULL)) {
        fprintf(stderr, "%s: %s\n", name, sqlite3_errmsg(db));
        exit(1);
    }
    for (int r = 0; r < runs; r++) {
        double start = seconds();
        check = 0;
        while (sqlite3_step(s) == SQLITE_ROW) check += sqlite3_column_int64(s, 0);
        sqlite3_reset(s);
        times[r] = (seconds() - start) * 1e3;
    }
    sqlite3_finalize(s);
    tell(name, median(times, runs), check);
}

static void run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL)) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        exit(1);
    }
}

/* Rows of whole numbers into a statement with as many parameters. */
static void sql_load(sqlite3 *db, const char *path, const char *sql, int columns)
{
    FILE *f = fopen(path, "r");
    char line[200];
    sqlite3_stmt *s;
    if (!f || sqlite3_prepare_v2(db, sql, -1, &s, NULL)) exit(1);
    while (fgets(line, sizeof line, f)) {
        char *at = line;
        for (int c = 1; c <= columns; c++, at++) sqlite3_bind_int64(s, c, strtoll(at, &at, 10));
        if (sqlite3_step(s) != SQLITE_DONE) exit(1);
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
    fclose(f);
}

/* The questions as SQL: "name TAB statement" a line; the first column of the rows is added up as the check. */
static char *questions(void)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_format(&b, "point\tSELECT value AS a FROM figure WHERE indicator = %d AND period = %d AND unit = %d\n", POINT_I,
               now(), POINT_U);
    buf_format(&b,
               "board\tSELECT v.value + p.value + l.value + b.value AS a, v.value, p.value, round(v.value * 100.0 / "
               "p.value, 2), "
               "round(v.value * 100.0 / l.value - 100, 2), round(v.value * 100.0 / b.value - 100, 2) FROM board r "
               "JOIN figure v ON v.indicator = r.indicator AND v.period = r.p AND v.unit = %d "
               "JOIN figure p ON p.indicator = r.indicator AND p.period = r.plan AND p.unit = %d "
               "JOIN figure l ON l.indicator = r.indicator AND l.period = r.last AND l.unit = %d "
               "JOIN figure b ON b.indicator = r.indicator AND b.period = r.before AND b.unit = %d\n",
               BOARD_U, BOARD_U, BOARD_U, BOARD_U);
    buf_format(&b,
               "pivot\tSELECT value AS a, unit, indicator FROM figure WHERE period = %d AND unit >= %d AND unit < %d\n",
               now(), PIVOT_U, PIVOT_U + PIVOT_UNITS);
    buf_format(&b,
               "pivot_rollup\tSELECT sum(f.value) %% 1000003 AS a, u.province, f.indicator, f.period FROM figure f "
               "JOIN unit u ON u.id = f.unit WHERE f.period < %d GROUP BY f.indicator, f.period, u.province\n",
               4 * years);
    buf_format(&b, "rollup\tSELECT sum(value) AS a FROM figure WHERE indicator = %d AND period = %d\n", POINT_I, now());
    buf_format(&b,
               "rank\tSELECT rank() OVER (ORDER BY value DESC) AS a, unit, value FROM figure WHERE indicator = %d AND "
               "period = "
               "%d\n",
               POINT_I, now());
    buf_format(&b,
               "scan\tSELECT count(*) + sum(value) %% 1000003 AS a, indicator FROM figure WHERE value >= %lld GROUP BY "
               "indicator\n",
               (long long)SCAN_FROM);
    buf_format(&b, "series\tSELECT value AS a, period FROM figure WHERE indicator = %d AND unit = %d AND period < %d\n",
               POINT_I, POINT_U, 4 * years);
    char *out = str_copy_z(arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static void bench_sqlite(const char *numbers, const char *unit_file, const char *board_file)
{
    sqlite3 *db;
    char *name, *save = NULL;
    if (sqlite3_open("build/bench/cube.sqlite", &db)) exit(1);
    run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA mmap_size = "
            "4294967296");
    run(db,
        "CREATE TABLE figure (indicator INT, period INT, unit INT, value INT, PRIMARY KEY (indicator, period, unit)) "
        "WITHOUT ROWID; CREATE TABLE unit (id INTEGER PRIMARY KEY, province INT);"
        "CREATE TABLE board (id INTEGER PRIMARY KEY, indicator INT, p INT, plan INT, last INT, before INT)");
    double start = seconds();
    run(db, "BEGIN");
    sql_load(db, numbers, "INSERT INTO figure (indicator, unit, period, value) VALUES (?, ?, ?, ?)", 4);
    run(db, "COMMIT");
    tell("load", (seconds() - start) * 1e3, 0);
    sql_load(db, unit_file, "INSERT INTO unit VALUES (?, ?)", 2);
    sql_load(db, board_file, "INSERT INTO board VALUES (?, ?, ?, ?, ?, ?)", 6);
    run(db, "ANALYZE");
    for (name = strtok_r(questions(), "\t", &save); name; name = strtok_r(NULL, "\t", &save)) {
        const char *sql = strtok_r(NULL, "\n", &save);
        bool heavy = strcmp(name, "pivot_rollup") == 0 || strcmp(name, "scan") == 0;
        sql_one(db, name, sql, heavy ? 3 : 100);
    }
    sqlite3_close(db);
}

/* --- a panel */

static struct str next_field(struct str *line)
{
    struct str_cut c = str_cut(*line, STR(","));
    *line = c.tail;
    return c.head;
}

static void bench_panel(const char *path)
{
    FILE *f = fopen(path, "r");
    char line[400];
    struct {
        VEC_FIELDS(struct cube_figure);
    } list = {0};
    struct map codes = {0};
    struct indicator *made = arena_array(arena, struct indicator, 5000);
    size_t made_count = 0, refused = 0;
    struct arena *a = arena_make(SIZE_MAX);
    if (!f || !fgets(line, sizeof line, f)) exit(1);
    while (fgets(line, sizeof line, f)) {
        struct str rest = str_trim(str_of(line));
        struct cube_figure c = {.id = (uint32_t)list.len + 1};
        c.figure.key.indicator = str_copy(a, next_field(&rest));
        c.figure.key.unit = str_copy(a, next_field(&rest));
        if (!period_read(&c.figure.key.period, next_field(&rest)) || !decimal_read(&c.figure.value, rest)) {
            refused++;
            continue;
        }
        if (!map_find(&codes, c.figure.key.indicator)) {
            map_put(&codes, a, c.figure.key.indicator, 0);
            made[made_count++] = (struct indicator){.code = str_copy(arena, c.figure.key.indicator),
                                                    .aggregation = AGGREGATE_SUM};
        }
        *vec_push(a, &list) = c;
    }
    fclose(f);
    double start = seconds();
    struct grid *empty = grid_open();
    struct grid *g = grid_next(empty, &(struct grid_batch){.figures = list.at, .figure_count = list.len});
    tell("panel_load", (seconds() - start) * 1e3, (long long)grid_size(g).figures);
    tell("panel_refused", (double)refused, 0);
    grid_drop(empty);
    arena_close(a);
    malloc_trim(0);
    tell("panel_columns_mb", (double)grid_size(g).bytes / 1e6, (long long)grid_size(g).columns);
    double times[RUNS];
    struct grid_found *found = arena_array(arena, struct grid_found, made_count);
    struct grid_scan q = {.range = {.has_low = true, .low = {1000, 0}}};
    for (int r = 0; r < RUNS; r++) {
        start = seconds();
        grid_scan_all(found, g, &q);
        times[r] = (seconds() - start) * 1e3;
    }
    long long check = 0;
    for (size_t i = 0; i < made_count; i++) check += found[i].found;
    tell("panel_scan", median(times, RUNS), check);
    struct grid_row *rows = arena_array(arena, struct grid_row, BOARD);
    const struct indicator *asked[BOARD];
    for (int i = 0; i < BOARD; i++) asked[i] = &made[(size_t)i % made_count];
    check = 0;
    for (int r = 0; r < RUNS; r++) {
        start = seconds();
        grid_board(rows, g, STR("VNM"), period_year(2015), asked, BOARD);
        times[r] = (seconds() - start) * 1e3;
    }
    for (int i = 0; i < BOARD; i++) check += rows[i].value.known + rows[i].last_year.known;
    tell("panel_board", median(times, RUNS), check);
    grid_drop(g);
}

int main(int argc, char **argv)
{
    arena = arena_make(SIZE_MAX);
    if (argc < 3) return 2;
    years = (int)strtol(argv[2], NULL, 10);
    make_units();
    make_indicators();
    if (strcmp(argv[1], "csv") == 0) write_csv(argv[3], false);
    if (strcmp(argv[1], "numbers") == 0) write_csv(argv[3], true);
    if (strcmp(argv[1], "units") == 0) write_units(argv[3]);
    if (strcmp(argv[1], "board") == 0) write_board(argv[3]);
    if (strcmp(argv[1], "questions") == 0) printf("%s", questions());
    if (strcmp(argv[1], "sqlite") == 0) bench_sqlite(argv[3], argv[4], argv[5]);
    if (strcmp(argv[1], "panel") == 0) bench_panel(argv[2]);
    if (strcmp(argv[1], "array") == 0) {
        const int64_t *v = load_array();
        array_board(v);
        array_pivots(v);
        array_scan(v);
    }
    if (strcmp(argv[1], "ours") == 0) {
        struct grid *g = load_ours();
        malloc_trim(0);
        tell("columns_mb", (double)grid_size(g).bytes / 1e6, (long long)grid_size(g).columns);
        tell("resident_mb", (double)resident() * 1.024 / 1e3, (long long)grid_size(g).figures);
        ask_ours(g);
        g = ours_commit(g, 1, "commit_1");
        g = ours_commit(g, 1000, "commit_1000");
        tell("layers", (double)grid_size(g).layers, 0);
        tell("held_mb", (double)grid_size(g).held / 1e6, 0);
        grid_drop(g);
    }
    arena_close(arena);
    return 0;
}
