/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon: formulas over the figures of a unit: formulas in formulas whichever is named first, stocks of an earlier
 * time, plans of a layer, what is missing. Every question is put to a cube and to a grid of the same figures, and
 * both must say the same; a grid is asked through the units and through time as well.
 *
 * Figures are lines: id|indicator|unit|period|aspect|layer|value, in the unit of the indicator.
 */
#include "unit_test.h"

#include "buf.h"
#include "reckon.h"

static struct arena *arena;

static struct cube_figure line(const char *text)
{
    struct cube_figure f = {0};
    struct str rest = str_of(text), cell[7];
    uint64_t id;
    for (int i = 0; i < 7; i++) {
        struct str_cut c = str_cut(rest, STR("|"));
        cell[i] = c.head;
        rest = c.tail;
    }
    assert_true(str_to_u64(&id, cell[0], UINT32_MAX));
    f.id = (uint32_t)id;
    f.figure.key = (struct figure_key){.indicator = cell[1], .unit = cell[2], .layer = cell[5]};
    assert_true(period_read(&f.figure.key.period, cell[3]));
    assert_true(aspect_find(&f.figure.key.aspect, cell[4]));
    struct str_cut ends = str_cut(cell[6], STR(".."));
    assert_true(decimal_read(&f.figure.value, ends.head));
    f.figure.has_max = ends.found;
    if (ends.found) assert_true(decimal_read(&f.figure.value_max, ends.tail));
    f.figure.measure = indicator_find(cell[1])->canonical_unit;
    return f;
}

static struct formula_book *book_of(const char *const (*formulas)[2], size_t count)
{
    struct formula_book *b = arena_new(arena, struct formula_book);
    *b = (struct formula_book){{indicator_catalogue(), {0}}, arena_array(arena, struct formula_rule, count), count};
    for (size_t i = 0; i < count; i++) {
        struct formula_row row = {.code = str_of(formulas[i][0]), .expression = str_of(formulas[i][1]), .decimals = 2};
        struct err err = {0};
        if (!formula_rule_make(&b->at[i], arena, &row, &b->scope, &err)) fail_msg("%s", formulas[i][1]);
    }
    return b;
}
#define BOOK(formulas) book_of((formulas), sizeof(formulas) / sizeof *(formulas))

struct world {
    struct cube *cube;
    struct grid *grid;
};

static struct world world_of(const char *const *lines, size_t count)
{
    struct cube_figure *f = arena_array(arena, struct cube_figure, count);
    for (size_t i = 0; i < count; i++) f[i] = line(lines[i]);
    struct grid *empty = grid_open();
    struct world w = {cube_make(arena, f, count),
                      grid_next(empty, &(struct grid_batch){.figures = f, .figure_count = count})};
    grid_drop(empty);
    return w;
}
#define WORLD(lines) world_of((lines), sizeof(lines) / sizeof *(lines))

/* "16.67", "?A05" (what is missing first), "zero", "" (no formula), with "~" for an estimate, "^" for carried on. */
static void write(struct buf *b, const struct reckoned *r)
{
    if (!r) return;
    const struct reckoned_operand *o = reckoned_missing(r);
    if (r->value.known) {
        if (r->estimate) buf_char(b, '~');
        if (r->carried) buf_char(b, '^');
        decimal_write(b, r->value.value);
    } else if (o) {
        buf_char(b, '?');
        buf_put(b, o->indicator->code);
        if (o->state == OPERAND_OLD) buf_put(b, STR(" old"));
        if (o->state == OPERAND_RANGE) buf_put(b, STR(" range"));
    } else {
        buf_put(b, r->result.why == FORMULA_ZERO ? STR("zero") : STR("other"));
    }
}

static void gives(const struct world *w, const struct formula_book *book, const char *code, const char *period,
                  const char *want)
{
    struct figure_source sources[] = {{.cube = w->cube, .unit = STR("q")}, {.grid = w->grid, .unit = STR("q")}};
    struct period p;
    assert_true(period_read(&p, str_of(period)));
    for (size_t i = 0; i < 2; i++) {
        struct buf b = buf_make(200);
        write(&b, reckon(arena, book, &sources[i], str_of(code), p));
        if (!str_eq(buf_str(&b), str_of(want)))
            fail_msg("%s, %s: «%.*s», not «%s»", code, i ? "grid" : "cube", STR_ARG(buf_str(&b)), want);
        buf_free(&b);
    }
}

/* H01b = 3, H01c = 2 H01b, H01d by both of them: in whatever order a formula names what it needs. */
static void formulas_in_formulas(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {"1|H01a|q|2025|actual||1"};
    static const char *const FORMULAS[][2] = {
        {"H01b", "3 * H01a"},
        {"H01c", "2 * H01b"},
        {"H01d", "H01b + H01c"},
        {"H02b", "H01c + H01b"},
        {"H03a", "H01b + H01b"},
        {"H03b", "H01d + H02b + H01b + H01c"},
        {"H03c", "H01b - H01c * (H03b / H01d)"},
    };
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    gives(&w, book, "H01b", "2025", "3.00");
    gives(&w, book, "H01c", "2025", "6.00");
    gives(&w, book, "H01d", "2025", "9.00");
    gives(&w, book, "H02b", "2025", "9.00");
    gives(&w, book, "H03a", "2025", "6.00");
    gives(&w, book, "H03b", "2025", "27.00");
    gives(&w, book, "H03c", "2025", "-15.00");
    gives(&w, book, "H01d", "2024", "?H01a");
    gives(&w, book, "H01a", "2025", "");
    grid_drop(w.grid);
}

/* A book that nobody checked: what goes in a circle is missing, and reckoning ends. */
static void a_circle_ends(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {"1|H01a|q|2025|actual||1"};
    static const char *const FORMULAS[][2] = {
        {"H01b", "H01c + H01a"}, {"H01c", "H01b + H01a"}, {"H01d", "H01d + H01a"}, {"H02b", "cùng kỳ(H02b) + H01a"}};
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    struct figure_source from = {.cube = w.cube, .unit = STR("q")};
    static const char *const CODES[] = {"H01b", "H01c", "H01d", "H02b"};
    for (size_t i = 0; i < 4; i++) {
        const struct reckoned *r = reckon(arena, book, &from, str_of(CODES[i]), period_year(2025));
        assert_non_null(r);
        assert_true(r->done);
        assert_int_equal(r->result.why, FORMULA_MISSING);
    }
    grid_drop(w.grid);
}

static void stocks_are_carried_on(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {
        "1|C01|q|2025|actual||5000000000", "2|A02|q|2024|actual||10",      "3|C01|q|2025-H1|actual||2000000000",
        "4|C01|q|2026|actual||5000000000", "5|C01|q|2024-H1|actual||1000", "6|A02|q|2021|actual||8",
        "7|A05|q|2024|estimate||100",      "8|F10a|q|2025|actual||7",      "9|F06a|q|2025|actual||40",
        "10|F06c|q|2024|actual||90",       "11|F06b|q|2025-Q4|actual||50", "12|C01|q|2019|actual||3",
        "13|F10c|q|2025|actual||3..4",
    };
    static const char *const FORMULAS[][2] = {
        {"C50", "C01 / A02"},   {"F10b", "F10a / A05"}, {"F06c", "F06a + F06b"},      {"F05", "F06c / A02"},
        {"F10d", "F10c / A05"}, {"A02", "A03 * 2"},     {"C13b", "C01 / (C01 - C01)"}};
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    gives(&w, book, "C50", "2025", "^500000000"); /* although a formula for A02, which lacks A03, is there */
    gives(&w, book, "C50", "2025-H1", "^200000000");
    gives(&w, book, "C50", "2026", "?A03"); /* 2024 ended more than twelve months before */
    gives(&w, book, "C50", "2024-H1", "?A03");
    gives(&w, book, "C50", "2019", "?A03"); /* a later one never stands for an earlier time */
    gives(&w, book, "F10b", "2025", "~^7.00");
    gives(&w, book, "F06c", "2025", "^90.00");
    gives(&w, book, "F06c", "2024", "?F06a");
    gives(&w, book, "F05", "2024", "900.00");
    gives(&w, book, "F10d", "2025", "?F10c range");
    gives(&w, book, "C13b", "2025", "zero");
    grid_drop(w.grid);
}

/* A flow that was reported for parts of a time alone; what no part lacks, and only of flows. */
static void parts_make_the_time(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {
        "1|C01|q|2025-01|actual||1",   "2|C01|q|2025-02|estimate||2",  "3|C01|q|2025-03|actual||4",
        "4|C01|q|2025-Q2|actual||8",   "5|C01|q|2025-07|actual||16",   "6|C01|q|2025-Q3|plan|giao|99",
        "7|C01|q|2024-Q1|actual||3",   "8|C01|q|2024-04|actual||1..2", "9|C01|q|2024-05|actual||1",
        "10|C01|q|2024-06|actual||1",  "11|A02|q|2025-01|actual||10",  "12|A02|q|2025-02|actual||11",
        "13|A02|q|2025-03|actual||12", "14|C03a|q|2025-Q1|actual||5",  "15|C03a|q|2025-01|actual||9",
        "16|C03a|q|2025-02|actual||9", "17|C03a|q|2025-03|actual||9"};
    static const char *const FORMULAS[][2] = {{"C02a", "C01 / C03a"}, {"B02", "C01 / cùng kỳ(C01) - 100%"}};
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    gives(&w, book, "C01", "2025-Q1", "~7");
    gives(&w, book, "C01", "2025-H1", "~15");
    gives(&w, book, "C01", "2025-Q2", ""); /* it has one of its own */
    gives(&w, book, "C01", "2025-Q3", ""); /* a plan is no part */
    gives(&w, book, "C01", "2025-9M", "");
    gives(&w, book, "C01", "2025-01..2025-07", "~31");
    gives(&w, book, "C01", "2024-Q2", ""); /* a range is not one number */
    gives(&w, book, "A02", "2025-Q1", ""); /* people do not add up over time */
    gives(&w, book, "C02a", "2025-Q1", "~140.00");
    gives(&w, book, "B02", "2025-Q1", "~133.33");
    grid_drop(w.grid);
}

/* Over units each by what it has; through time only where such times were reported too. */
static void parts_over_units_and_time(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {
        "1|C01|x1|2025-Q1|actual||10", "2|C01|x2|2025-01|actual||1", "3|C01|x2|2025-02|actual||2",
        "4|C01|x2|2025-03|actual||3",  "5|C01|x3|2025-01|actual||5", "6|C01|x2|2025-Q2|actual||7",
        "7|B02|x1|2025-H1|actual||4",
    };
    static const struct tree_unit UNITS[] = {
        {STR_INIT("t"), STR_INIT(""), UNIT_PROVINCE},
        {STR_INIT("x1"), STR_INIT("t"), UNIT_COMMUNE},
        {STR_INIT("x2"), STR_INIT("t"), UNIT_COMMUNE},
        {STR_INIT("x3"), STR_INIT("t"), UNIT_COMMUNE},
    };
    struct world w = WORLD(FIGURES);
    struct formula_book book = {{indicator_catalogue(), {0}}, NULL, 0};
    struct unit_tree *t = unit_tree_make(arena, UNITS, 4);
    struct grid_scope s = grid_scope_make(arena, w.grid, t, unit_tree_find(t, STR("t")), UNIT_COMMUNE);
    const struct indicator *i = indicator_find(STR("C01"));
    struct period quarter = period_quarter(2025, 1);
    struct grid_cell cells[3];
    reckon_cells(cells, arena, w.grid, &book, i, quarter, &s);
    assert_true(cells[0].known && !cells[0].computed && cells[0].id == 1);
    assert_true(cells[1].computed && decimal_eq(cells[1].value, DECIMAL_INT(6)) && !cells[1].rounded);
    assert_false(cells[2].known);
    struct grid_rollup sum = reckon_rollup(arena, w.grid, &book, i, quarter, &s, NULL);
    assert_true(sum.why == GRID_ADDED && decimal_eq(sum.value, DECIMAL_INT(16)));
    assert_true(sum.have == 2 && sum.computed == 1 && sum.bound == BOUND_EXACT);
    struct grid_series series;
    reckon_series(&series, arena, w.grid, &book, STR("x2"), UNIT_COMMUNE, i);
    assert_int_equal(series.len, 5); /* three months, two quarters; no half: none was reported of it */
    size_t computed = 0;
    for (size_t k = 0; k < series.len; k++) computed += series.at[k].computed;
    assert_int_equal(computed, 1);
    grid_drop(w.grid);
}

static void plans_and_years_before(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {
        "1|C01|q|2025|actual||9",     "2|C01|q|2025|plan|giao|8",  "3|C01|q|2025|plan|hdnd|10",
        "4|C01|q|2024|actual||6",     "5|C01|q|2025-H1|actual||4", "6|C03a|q|2025|plan|giao|5",
        "7|C03a|q|2025-H1|actual||2",
    };
    static const char *const FORMULAS[][2] = {{"C02a", "C01 / kế hoạch(C01; giao)"},
                                              {"C02b", "C01 / kế hoạch(C01; HĐND)"},
                                              {"B02", "C01 / cùng kỳ(C01) - 100%"},
                                              {"D03", "C03a / kế hoạch(C03a)"},
                                              {"C10b", "C03a / kế hoạch(C03a; HĐND)"}};
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    gives(&w, book, "C02a", "2025", "112.50");
    gives(&w, book, "C02b", "2025", "90.00");
    gives(&w, book, "C02b", "2025-H1", "40.00"); /* the plan of the year */
    gives(&w, book, "B02", "2025", "50.00");
    gives(&w, book, "B02", "2024", "?C01");
    gives(&w, book, "D03", "2025-H1", "40.00");
    gives(&w, book, "C10b", "2025-H1", "?C03a");
    grid_drop(w.grid);
}

static void a_doubt_needs_numbers_of_one_time(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {"1|F10a|q|2025|actual||120", "2|A05|q|2025|actual||15600",
                                          "3|F10a|q|2026|actual||120", "4|F10c|q|2025|actual||156"};
    static const char *const FORMULAS[][2] = {{"F10b", "F10a / A05"}, {"F10d", "F10c / A05"}};
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    struct figure_source from = {.cube = w.cube, .unit = STR("q")};
    struct measured told = {.known = true, .value = {77, 2}, .measure = STR("%")};
    const struct reckoned *now = reckon(arena, book, &from, STR("F10b"), period_year(2025)),
                          *later = reckon(arena, book, &from, STR("F10b"), period_year(2026)),
                          *near_poor = reckon(arena, book, &from, STR("F10d"), period_year(2025));
    assert_false(reckoned_differs(now, &told)); /* 0,769...: 0,77 is what was rounded */
    told.value = (struct decimal){8, 1};
    assert_false(reckoned_differs(now, &told)); /* 0,8 with one digit */
    told.value = (struct decimal){80, 2};
    assert_true(reckoned_differs(now, &told));
    told.bound = BOUND_ABOUT;
    told.value = (struct decimal){8, 1};
    assert_false(reckoned_differs(now, &told));
    told = (struct measured){.known = true, .value = {200, 2}, .measure = STR("%")};
    assert_true(reckoned_differs(near_poor, &told));
    assert_false(reckoned_differs(later, &told)); /* households of the year before */
    grid_drop(w.grid);
}

static void over_units_and_through_time(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {
        "1|H02b|x1|2025|actual||9",   "2|H01d|x1|2025|actual||10", "3|H02|x2|2025|actual||88",
        "4|H02b|x2|2025|actual||1",   "5|H01d|x2|2025|actual||4",  "6|H02b|x3|2025|actual||9",
        "7|H01d|x3|2025|estimate||9", "8|H02b|x1|2024|actual||3",  "9|H01d|x1|2024|actual||4",
        "10|H02|x1|2023|actual||50",  "11|A02|x1|2026|actual||7",
    };
    static const char *const FORMULAS[][2] = {{"H02", "H02b / H01d"}};
    static const struct tree_unit UNITS[] = {
        {STR_INIT("t"), STR_INIT(""), UNIT_PROVINCE},  {STR_INIT("x1"), STR_INIT("t"), UNIT_COMMUNE},
        {STR_INIT("x2"), STR_INIT("t"), UNIT_COMMUNE}, {STR_INIT("x3"), STR_INIT("t"), UNIT_COMMUNE},
        {STR_INIT("x4"), STR_INIT("t"), UNIT_COMMUNE},
    };
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    struct unit_tree *t = unit_tree_make(arena, UNITS, 5);
    struct grid_scope s = grid_scope_make(arena, w.grid, t, unit_tree_find(t, STR("t")), UNIT_COMMUNE);
    struct grid_cell cells[4];
    const struct indicator *i = indicator_find(STR("H02"));
    assert_int_equal(s.units, 4);
    reckon_cells(cells, arena, w.grid, book, i, period_year(2025), &s);
    assert_true(cells[0].computed && decimal_eq(cells[0].value, (struct decimal){9000, 2}) && !cells[0].estimate);
    assert_true(!cells[1].computed && cells[1].id == 3); /* what is reported goes before */
    assert_true(cells[2].computed && cells[2].estimate && decimal_eq(cells[2].value, (struct decimal){10000, 2}));
    assert_false(cells[3].known); /* nothing known of it: not zero */
    struct grid_ranking r = grid_rank_cells(arena, cells, 4, i);
    assert_int_equal(r.ranked, 3);
    assert_int_equal(r.at[0].unit, 2);
    assert_int_equal(r.at[3].unit, 3);

    struct grid_axis axes[] = {{i, period_year(2025)}, {indicator_find(STR("H01d")), period_year(2025)}};
    struct grid_cell table[8];
    reckon_pivot(table, arena, w.grid, book, &s, axes, 2);
    for (size_t u = 0; u < 4; u++) {
        assert_true(table[u * 2].known == cells[u].known && table[u * 2].computed == cells[u].computed);
        assert_true(!cells[u].known || decimal_eq(table[u * 2].value, cells[u].value));
        assert_false(table[u * 2 + 1].computed); /* an indicator without a formula is what the grid says */
    }
    struct grid_rollup sum = reckon_rollup(arena, w.grid, book, i, period_year(2025), &s, NULL);
    assert_int_equal(sum.why, GRID_NEEDS_WEIGHT);
    assert_true(sum.units == 4 && sum.have == 3 && sum.computed == 2);
    sum = reckon_rollup(arena, w.grid, book, i, period_year(2025), &s, axes[1].indicator);
    assert_int_equal(sum.why, GRID_ADDED);
    assert_true(decimal_eq(sum.value, (struct decimal){9357, 2})); /* (90 x 10 + 88 x 4 + 100 x 9) / 23 */
    assert_true(sum.have == 3 && sum.computed == 2 && sum.estimates == 1);
    sum = reckon_rollup(arena, w.grid, book, axes[1].indicator, period_year(2025), &s, NULL);
    struct grid_rollup plain = grid_rollup(w.grid, axes[1].indicator, period_year(2025), &s, NULL);
    assert_true(decimal_eq(sum.value, plain.value) && sum.have == plain.have && sum.computed == 0);

    struct grid_series series;
    reckon_series(&series, arena, w.grid, book, STR("x1"), UNIT_KINDS, i);
    assert_int_equal(series.len, 3); /* 2023 as reported, 2024 and 2025; of 2026 there is nothing to reckon with */
    assert_true(!series.at[0].computed && series.at[0].id == 10);
    assert_true(series.at[1].computed && decimal_eq(series.at[1].value, (struct decimal){7500, 2}));
    assert_true(series.at[2].computed && decimal_eq(series.at[2].value, (struct decimal){9000, 2}));
    grid_drop(w.grid);
}

/* A plan of whatever layer has the supplements of its year, unless it is an adjusted one; of a cube and of a grid. */
static void supplements_count(void **state)
{
    (void)state;
    static const char *const FIGURES[] = {
        "1|C01|q|2026-H1|actual||42",       "2|C01|q|2026|plan|giao|90",        "3|C01|q|2026|plan|hdnd|100",
        "4|C01|q|2026-03|plan|bo_sung|3",   "5|C01|q|2026-Q2|plan|bo_sung|2",   "6|C01|q|2025|plan|bo_sung|50",
        "7|C03a|q|2026-H1|actual||42",      "8|C03a|q|2026|plan|dieu_chinh|60", "9|C03a|q|2026|plan|hdnd|50",
        "10|C03a|q|2026-05|plan|bo_sung|7", "11|C04|q|2026-H1|actual||42",      "12|C04|q|2026|plan|phan_dau|84",
        "13|C04|q|2026-05|plan|bo_sung|7",  "14|C05|q|2026-H1|actual||42",      "15|C05|q|2026|plan||80",
        "16|C05|q|2026|plan|bo_sung|4",     "17|C06|q|2026-Q1|actual||42",      "18|C06|q|2026-Q1|plan|giao|60",
        "19|C06|q|2026|plan|giao|400",      "20|C06|q|2026-02|plan|bo_sung|9",
    };
    static const char *const FORMULAS[][2] = {
        {"C02a", "C01 / kế hoạch(C01)"}, {"C02b", "C01 / kế hoạch(C01; HĐND)"}, {"C10b", "C03a / kế hoạch(C03a)"},
        {"C13b", "C04 / kế hoạch(C04)"}, {"D03", "C05 / kế hoạch(C05)"},        {"F05", "C06 / kế hoạch(C06)"},
    };
    struct world w = WORLD(FIGURES);
    struct formula_book *book = BOOK(FORMULAS);
    gives(&w, book, "C02a", "2026-H1", "40.00"); /* of 100 + 3 + 2, the council's; 50 is of another year */
    gives(&w, book, "C02b", "2026-H1", "42.00"); /* the layer that is named */
    gives(&w, book, "C10b", "2026-H1", "70.00"); /* an adjusted plan has them in it */
    gives(&w, book, "C13b", "2026-H1", "50.00"); /* nothing is added to an aim of one's own */
    gives(&w, book, "D03", "2026-H1", "50.00");  /* of 80 + 4, of a plan that nobody named */
    gives(&w, book, "F05", "2026-Q1", "70.00");  /* a plan of just that quarter */
    grid_drop(w.grid);
}

static int open_arena(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_in_formulas),
        cmocka_unit_test(a_circle_ends),
        cmocka_unit_test(stocks_are_carried_on),
        cmocka_unit_test(parts_make_the_time),
        cmocka_unit_test(parts_over_units_and_time),
        cmocka_unit_test(plans_and_years_before),
        cmocka_unit_test(a_doubt_needs_numbers_of_one_time),
        cmocka_unit_test(over_units_and_through_time),
        cmocka_unit_test(supplements_count),
    };
    return cmocka_run_group_tests_name("reckon", tests, open_arena, close_arena);
}
