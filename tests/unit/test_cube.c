/* SPDX-License-Identifier: Apache-2.0
 *
 * cube: cells, series, and which figures an answer is made of. Figures are lines of a small table:
 *
 *   id|indicator|unit|period|kind|aspect|layer|against|value|measure
 */
#include "unit_test.h"

#include "answer.h"
#include "buf.h"
#include "cube.h"

enum { MOST = 100 };

static struct arena *arena;

static struct str cell(struct str *line)
{
    struct str_cut c = str_cut(*line, STR("|"));
    *line = c.tail;
    return c.head;
}

static struct cube_figure figure_of(const char *text)
{
    struct cube_figure f = {0};
    struct figure_key *k = &f.figure.key;
    struct str line = str_of(text);
    uint64_t id;
    assert_true(str_to_u64(&id, cell(&line), UINT32_MAX));
    f.id = (uint32_t)id;
    k->indicator = cell(&line);
    k->unit = cell(&line);
    assert_true(period_read(&k->period, cell(&line)));
    assert_true(kind_find(&k->kind, cell(&line)));
    assert_true(aspect_find(&k->aspect, cell(&line)));
    k->layer = cell(&line);
    assert_true(against_find(&k->against, cell(&line)));
    struct str value = cell(&line);
    struct str_cut fraction = str_cut(value, STR("/"));
    if (str_starts(value, STR("hơn "))) {
        f.figure.bound = BOUND_OVER;
        fraction.head = str_from(value, 5);
    }
    assert_true(decimal_read(&f.figure.value, fraction.head));
    if (fraction.found) {
        f.figure.has_of = true;
        assert_true(decimal_read(&f.figure.of, fraction.tail));
    }
    f.figure.measure = line;
    return f;
}

static struct cube *cube_of(const char *const *lines, size_t count)
{
    struct cube_figure *figures = arena_array(arena, struct cube_figure, count);
    for (size_t i = 0; i < count; i++) figures[i] = figure_of(lines[i]);
    return cube_make(arena, figures, count);
}

#define CUBE(lines) cube_of((lines), sizeof(lines) / sizeof *(lines))

static struct question ask(const char *indicator, const char *unit, const char *period)
{
    struct question q = {str_of(unit), indicator_find(str_of(indicator)), {0}};
    assert_non_null(q.indicator);
    assert_true(period_read(&q.period, str_of(period)));
    return q;
}

/* "F1 F2 = 111.24 %", "F1: không có kế hoạch" */
static void assert_answer(struct answer a, const char *want)
{
    static const char *const WORDS[] = {"", "hơn ", "gần ", "khoảng "};
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < a.made_count; i++) buf_format(&b, "F%u ", a.made[i]->id);
    if (a.rule == ANSWER_FIGURE || a.rule == ANSWER_WHOLE) {
        buf_put(&b, STR("= "));
        decimal_write(&b, a.value.value);
    } else if (a.comparison.why == COMPARABLE && a.rule != ANSWER_NONE) {
        buf_format(&b, "%s %s", a.rule == ANSWER_STATED ? "nêu" : "=", WORDS[a.comparison.bound]);
        decimal_write(&b, a.comparison.value);
        buf_char(&b, ' ');
        buf_put(&b, a.comparison.measure);
        if (a.stated) buf_format(&b, a.differs ? " khác F%u" : " như F%u", a.stated->id);
    } else {
        buf_put(&b, STR(": "));
        buf_put(&b, incomparable_reason(a.comparison.why));
    }
    if (!str_eq(buf_str(&b), str_of(want))) fail_msg("the answer is «%.*s», not «%s»", STR_ARG(buf_str(&b)), want);
    buf_free(&b);
}

static const char *const DISTRICT[] = {
    "1|C01|q|2023|level|actual|||8343000000000|VND",
    "2|C01|q|2023|level|plan|giao||7500000000000|VND",
    "3|C01|q|2023|level|plan|phan_dau||8000000000000|VND",
    "4|C01|q|2023|plan_ratio|actual||plan|111.24|%",
    "5|C01|q|2023|growth|actual||same_period|8.3|%",
    "6|C01|q|2022|level|actual|||7703600000000|VND",
    "7|C01|q|2023-H1|level|estimate|||4000000000000|VND",
    "8|C01|q|..2023-05-15|level|actual|||3500000000000|VND",
    "9|B11a|q|2023|level|actual|||3409|doanh nghiệp",
    "10|B11a|q|2023|growth|actual||same_period|6.25|%",
    "11|C01|r|2023|level|actual|||100|VND",
};

static void cells_and_series(void **state)
{
    (void)state;
    struct cube *c = CUBE(DISTRICT);
    assert_int_equal(cube_count(c), 11);
    assert_int_equal(cube_units(c).len, 2);
    assert_int_equal(cube_indicators(c).len, 2);
    assert_str(cube_indicators(c).at[0], STR("B11a"));
    struct cube_cell revenue = cube_cell_find(c, STR("q"), STR("C01"));
    assert_int_equal(revenue.end - revenue.first, 8);
    struct cube_cell series = cube_series(c, revenue, KIND_LEVEL, ASPECT_ACTUAL);
    assert_int_equal(series.end - series.first, 3);
    assert_int_equal(cube_row(c, series.first)->id, 6);
    assert_int_equal(cube_row(c, series.first + 1)->id, 8);
    assert_int_equal(cube_row(c, series.first + 2)->id, 1);
    struct cube_cell none = cube_cell_find(c, STR("q"), STR("D02"));
    assert_int_equal(none.first, none.end);
    none = cube_cell_find(c, STR("x"), STR("C01"));
    assert_int_equal(none.first, none.end);
    none = cube_series(c, revenue, KIND_SHARE, ASPECT_PLAN);
    assert_int_equal(none.first, none.end);
    struct cube_periods p = cube_periods(c, arena, STR("q"));
    assert_int_equal(p.len, 4);
    assert_true(period_eq(p.at[0], period_year(2023)));
    assert_true(period_eq(p.at[1], period_half(2023, 1)));
    assert_true(period_eq(p.at[3], period_year(2022)));
    assert_int_equal(cube_periods(c, arena, STR("x")).len, 0);
}

static void an_empty_cube_answers(void **state)
{
    (void)state;
    struct cube *c = cube_make(arena, NULL, 0);
    struct question q = ask("C01", "q", "2023");
    assert_int_equal(cube_count(c), 0);
    assert_int_equal(cube_units(c).len, 0);
    assert_answer(answer_plan_ratio(c, &q), ": không có số thực hiện");
}

static void reckoned_before_stated(void **state)
{
    (void)state;
    struct cube *c = CUBE(DISTRICT);
    struct question year = ask("C01", "q", "2023"), half = ask("C01", "q", "2023-H1"),
                    date = ask("C01", "q", "..2023-05-15");
    struct question firms = ask("B11a", "q", "2023"), other = ask("C01", "r", "2023");
    assert_answer(answer_value(c, &year), "F1 = 8343000000000");
    assert_answer(answer_plan(c, &year), "F2 = 7500000000000");
    assert_answer(answer_plan_ratio(c, &year), "F1 F2 = 111.24 % như F4");
    assert_answer(answer_growth(c, &year), "F1 F6 = 8.30 % như F5");
    assert_answer(answer_plan_ratio(c, &half), "F7 F2 = 53.33 %");
    assert_answer(answer_growth(c, &half), "F7 : không có số cùng kỳ năm trước");
    assert_true(period_eq(answer_growth(c, &half).missing, period_half(2022, 1)));
    assert_answer(answer_plan_ratio(c, &date), "F8 F2 = 46.67 %");
    assert_answer(answer_growth(c, &firms), "F10 nêu 6.25 %");
    assert_answer(answer_plan_ratio(c, &firms), "F9 : không có kế hoạch");
    assert_answer(answer_plan_ratio(c, &other), "F11 : không có kế hoạch");
    struct answer plan = answer_plan(c, &year);
    assert_true(answer_plan_is_over(&plan, &year));
    assert_false(answer_plan_is_over(&plan, &half));
}

static void a_stated_ratio_that_cannot_be_is_marked(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "1|C01|q|2023|level|actual|||8343000000000|VND",    "2|C01|q|2023|level|plan|||7500000000000|VND",
        "3|C01|q|2023|plan_ratio|actual||plan|108|%",       "4|C01|q|2022|level|actual|||7700000000000|VND",
        "5|C01|q|2023|growth|actual||previous_year|8.35|%",
    };
    struct cube *c = CUBE(LINES);
    struct question q = ask("C01", "q", "2023");
    assert_answer(answer_plan_ratio(c, &q), "F1 F2 = 111.24 % khác F3");
    assert_answer(answer_growth(c, &q), "F1 F4 = 8.35 % như F5");
}

static void choices(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "1|C01|q|2023|level|estimate|||8400|VND",
        "2|C01|q|..2023-12-31|level|actual|||8343|VND",
        "3|C01|q|2023|level|plan|||7000|VND",
        "4|C01|q|2023|level|plan|hdnd||7600|VND",
        "5|C01|q|2023|level|plan|giao||7500|VND",
        "6|C01|q|2023|level|plan|dieu_chinh||7550|VND",
        "7|D02|q|2023-H1|level|plan|||30|VND",
        "8|D02|q|2023|level|plan|||80|VND",
        "9|D02|q|2023-H1|level|actual|||40|VND",
        "10|F10a|q|2023-12-31|level|actual|||120|hộ",
        "11|B01|q|2023-06-30|level|actual|||120|VND",
        "12|I02a|q|2023|fraction|actual|||11/12|chỉ tiêu",
        "13|F05|q|2023|level|actual|||95.2|%",
        "14|F05|q|2022|level|actual|||93|%",
        "15|F05|q|2023|level|plan|||94|%",
        "16|C03a|q|2023|level|actual|||hơn 500|VND",
        "17|C03a|q|2023|level|plan|||400|VND",
        "18|C06|q|2023|level|actual|||5|VND",
        "19|C06|q|2023|level|actual|||6|VND",
    };
    struct cube *c = CUBE(LINES);
    struct question revenue = ask("C01", "q", "2023"), half = ask("D02", "q", "2023-H1"),
                    poor = ask("F10a", "q", "2023");
    struct question output = ask("B01", "q", "2023-H1"), targets = ask("I02a", "q", "2023"),
                    insured = ask("F05", "q", "2023");
    struct question inland = ask("C03a", "q", "2023"), land = ask("C06", "q", "2023");
    assert_answer(answer_value(c, &revenue), "F2 = 8343");
    assert_answer(answer_plan(c, &revenue), "F6 = 7550");
    assert_answer(answer_plan_ratio(c, &half), "F9 F7 = 133.33 %");
    assert_answer(answer_value(c, &poor), "F10 = 120");
    assert_answer(answer_value(c, &output), ": ");
    assert_answer(answer_plan(c, &targets), "F12 = 12");
    assert_answer(answer_plan_ratio(c, &targets), "F12 = 91.67 %");
    assert_answer(answer_plan_ratio(c, &insured), "F13 F15 = 1.2 điểm %");
    assert_answer(answer_growth(c, &insured), "F13 F14 = 2.2 điểm %");
    assert_answer(answer_plan_ratio(c, &inland), "F16 F17 = hơn 125.00 %");
    assert_answer(answer_value(c, &land), "F19 = 6");
}

static void derived_indicators_state_their_base(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "1|D02|q|2023|level|actual|||76310000000|VND",
        "2|D03|q|2023|level|actual|||94.35|%",
        "3|B02|q|2023|level|actual|||11.67|%",
        "4|B01|q|2023|level|actual|||67962460000000|VND",
        "5|F10b|q|2023|change|actual||previous_year|-0.5|điểm %",
        "6|F10b|q|2023|level|actual|||1.5|%",
        "7|D01|q|2024|level|plan|giao||468|VND",
        "8|D02|q|2024-H1|level|estimate|||163.8|VND",
    };
    struct cube *c = CUBE(LINES);
    struct question spent = ask("D02", "q", "2023"), output = ask("B01", "q", "2023"), poor = ask("F10b", "q", "2023");
    assert_answer(answer_plan_ratio(c, &spent), "F2 nêu 94.35 %");
    assert_answer(answer_growth(c, &output), "F3 nêu 11.67 %");
    assert_answer(answer_growth(c, &poor), "F5 nêu -0.5 điểm %");
    struct question half = ask("D02", "q", "2024-H1");
    assert_answer(answer_plan_ratio(c, &half), "F8 F7 = 35.00 %");
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_make(10000000);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_and_series),
        cmocka_unit_test(an_empty_cube_answers),
        cmocka_unit_test(reckoned_before_stated),
        cmocka_unit_test(a_stated_ratio_that_cannot_be_is_marked),
        cmocka_unit_test(choices),
        cmocka_unit_test(derived_indicators_state_their_base),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
