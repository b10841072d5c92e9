/* SPDX-License-Identifier: Apache-2.0
 *
 * project: of which group a project is, what its lines of capital add up to, by when they may be paid, which rules
 * press it. Thresholds are those of Luật 58/2024/QH15 Điều 8 to 11; sums were worked by hand.
 */
#include "unit_test.h"

#include "matter_kind.h"
#include "project_capital.h"
#include "project_group.h"
#include "project_press.h"
#include "project_table.h"

static struct date day(int y, int m, int d)
{
    return (struct date){(int16_t)y, (uint8_t)m, (uint8_t)d};
}

static void groups_by_total_field_and_law(void **state)
{
    (void)state;
    static const struct {
        const char *sector, *criterion;
        int64_t billion; /* -1: not known */
        int year;
        const char *group;
    } CASES[] = {
        {"giáo dục", "", 89, 2026, "c"},
        {"giáo dục", "", 90, 2026, "b"},
        {"giáo dục", "", 1599, 2026, "b"},
        {"giáo dục", "", 1600, 2026, "a"},
        {"giáo dục", "", 89, 2023, "b"}, /* by the law before: 45 */
        {"giáo dục", "", 800, 2023, "a"},
        {"giao thông khác", "", 159, 2025, "c"},
        {"giao thông khác", "", 160, 2025, "b"},
        {"giao thông khác", "", 3000, 2025, "a"},
        {"giao thông: cầu, cảng, sân bay, đường sắt, quốc lộ", "", 3000, 2025, "b"},
        {"giao thông: cầu, cảng, sân bay, đường sắt, quốc lộ", "", 4600, 2025, "a"},
        {"khu nhà ở", "", 239, 2025, "c"},
        {"nông, lâm, diêm nghiệp, thủy sản", "", 120, 2025, "b"},
        {"lĩnh vực khác", "", 30000, 2025, "national"},
        {"lĩnh vực khác", "", 29999, 2025, "a"},
        {"lĩnh vực khác", "", 10000, 2024, "national"},
        {"giáo dục", "", -1, 2026, ""},
        {"công nghiệp khác", "hạ tầng khu công nghiệp, khu chế xuất, khu công nghệ cao", 50, 2026, "a"},
        {"công nghiệp khác", "sản xuất chất độc hại, chất nổ", -1, 2026, "a"},
        {"lĩnh vực khác", "tiêu chí quan trọng quốc gia về môi trường, đất, di dân, cơ chế", 50, 2026, "national"},
        {"giáo dục", "", 100, 2019, ""}, /* no rule is known for then */
        {"không có", "", 100, 2026, ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct decimal total = {CASES[i].billion, -9};
        struct project_grouped g = project_group_of(str_of(CASES[i].sector), str_of(CASES[i].criterion),
                                                    CASES[i].billion < 0 ? NULL : &total, day(CASES[i].year, 6, 30));
        assert_str(project_group_word(g.group), str_of(CASES[i].group));
        assert_int_equal(g.citation.len > 0, CASES[i].group[0] != 0);
    }
}

static void every_field_of_projects_has_thresholds(void **state)
{
    (void)state;
    static const char *const FIELDS[] = {"y tế", "kho tàng", "quốc phòng, an ninh", "vườn quốc gia, khu bảo tồn",
                                         "công nghiệp khác"};
    struct decimal small = {1, -9};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        assert_int_equal(project_group_of(str_of(FIELDS[i]), STR(""), &small, day(2026, 1, 1)).group, PROJECT_C);
}

static struct capital_line line(enum capital_sort sort, int year, const char *source, int64_t million, struct date on)
{
    return (struct capital_line){
        .sort = sort, .year = (int16_t)year, .source = str_of(source), .amount = {million, -6}, .day = on};
}

static void is_million(struct money m, int64_t million)
{
    assert_true(m.known);
    assert_true(decimal_eq(m.value, (struct decimal){million, -6}));
}

static void the_capital_of_a_year(void **state)
{
    (void)state;
    struct capital_line lines[] = {
        line(CAPITAL_GIVEN, 2026, "central", 5000, day(2026, 1, 10)),
        line(CAPITAL_GIVEN, 2026, "central", 6000, day(2026, 1, 20)), /* the council: the same capital */
        line(CAPITAL_GIVEN, 2026, "commune", 4000, day(2026, 1, 20)),
        line(CAPITAL_SUPPLEMENT, 2026, "commune", 500, day(2026, 6, 1)),
        line(CAPITAL_ADJUST, 2026, "central", -1000, day(2026, 7, 1)),
        line(CAPITAL_CARRIED, 2025, "commune", 300, day(2026, 2, 15)),
        line(CAPITAL_PAID, 2025, "commune", 900, day(2026, 1, 30)), /* of 2025, in its window */
        line(CAPITAL_PAID, 2025, "commune", 200, day(2026, 3, 1)),  /* of what was carried on */
        line(CAPITAL_ADVANCE, 2026, "commune", 1000, day(2026, 3, 1)),
        line(CAPITAL_PAID, 2026, "central", 2000, day(2026, 5, 1)),
        line(CAPITAL_RECOVERED, 2026, "commune", 400, day(2026, 6, 1)),
        line(CAPITAL_RETURNED, 2026, "commune", 100, day(2026, 6, 2)),
        line(CAPITAL_PAID, 2026, "central", 7, day(2026, 5, 2)), /* struck out */
        line(CAPITAL_PAID, 2026, "central", 600, day(2027, 1, 31)),
        line(CAPITAL_PAID, 2026, "central", 50, day(2027, 2, 1)), /* behind the window */
        line(CAPITAL_MEDIUM, 2026, "commune", 20000, day(2026, 1, 2)),
        line(CAPITAL_MEDIUM_ADJUST, 2026, "commune", -500, day(2026, 8, 1)),
    };
    size_t count = sizeof lines / sizeof *lines;
    lines[0].layer = CAPITAL_BY_PM;
    lines[1].layer = lines[2].layer = CAPITAL_BY_COUNCIL;
    lines[12].struck = true;
    lines[15].until = lines[16].until = 2030;
    struct capital_year y;
    capital_year_of(&y, lines, count, 2026, day(2027, 6, 30), STR(""));
    is_million(y.pm, 5000);
    is_million(y.council, 10000);
    is_million(y.base, 10000);
    is_million(y.changed, 9500);
    is_million(y.carried, 300);
    is_million(y.all, 9800);
    is_million(y.done, 3100); /* 2000 + 600 + 1000 - 400 - 100 */
    is_million(y.done_carried, 200);
    is_million(y.done_all, 3300);
    is_million(y.open_advance, 500);
    is_million(y.medium, 19500);
    assert_int_equal(y.vouchers, 5);
    assert_false(y.treasury.known);
    capital_year_of(&y, lines, count, 2026, day(2026, 5, 1), STR("")); /* as of a day */
    is_million(y.changed, 10000);
    is_million(y.done, 3000);
    capital_year_of(&y, lines, count, 2026, day(2026, 12, 31), STR("commune")); /* of one source */
    is_million(y.changed, 4500);
    is_million(y.done, 500);
    assert_false(y.pm.known);
    capital_year_of(&y, lines, count, 2025, day(2027, 6, 30), STR(""));
    assert_false(y.changed.known); /* missing is not 0 */
    is_million(y.done, 900);
    capital_year_of(&y, lines, count, 2027, day(2027, 6, 30), STR(""));
    is_million(y.done_carried, 50);
    assert_false(y.done_all.known); /* nothing was carried on by a decision */
}

static void rates_name_their_base(void **state)
{
    (void)state;
    struct capital_line of_a[] = {line(CAPITAL_GIVEN, 2026, "commune", 3000, day(2026, 1, 20)),
                                  line(CAPITAL_PAID, 2026, "commune", 1000, day(2026, 4, 1))},
                        of_b[] = {line(CAPITAL_PAID, 2026, "commune", 70, day(2026, 4, 1))},
                        of_c[] = {line(CAPITAL_GIVEN, 2026, "commune", 500, day(2026, 1, 20))};
    struct capital_year a, b, c;
    struct capital_rate r = {0};
    struct decimal percent;
    capital_year_of(&a, of_a, 2, 2026, day(2026, 12, 31), STR(""));
    capital_year_of(&b, of_b, 1, 2026, day(2026, 12, 31), STR(""));
    capital_year_of(&c, of_c, 1, 2026, day(2026, 12, 31), STR(""));
    capital_rate_add(&r, BASE_CHANGED, &a);
    assert_true(capital_rate_percent(&percent, &r));
    assert_true(decimal_eq(percent, (struct decimal){3333, 2}));
    capital_rate_add(&r, BASE_CHANGED, &b);
    capital_rate_add(&r, BASE_CHANGED, &c);
    assert_true(capital_rate_percent(&percent, &r));
    assert_true(decimal_eq(percent, (struct decimal){2857, 2})); /* 1000 / 3500; the 70 have no plan */
    assert_int_equal(r.with, 2);
    assert_int_equal(r.without, 1);
    assert_int_equal(r.silent, 1);
    is_million(r.outside, 70);
    struct capital_rate by_pm = {0};
    capital_rate_add(&by_pm, BASE_PM, &a);
    assert_false(capital_rate_percent(&percent, &by_pm));
    struct capital_rate silent = {0};
    capital_rate_add(&silent, BASE_CHANGED, &c);
    assert_false(capital_rate_percent(&percent, &silent)); /* no voucher is not 0 % */
    struct capital_rate two = {0};
    struct money huge = {true, {INT64_MAX, 0}};
    struct capital_year big = {.changed = huge, .done = huge};
    capital_rate_add(&two, BASE_CHANGED, &big);
    capital_rate_add(&two, BASE_CHANGED, &big);
    assert_true(two.too_large);
    assert_false(capital_rate_percent(&percent, &two));
}

static void until_when_it_may_be_paid(void **state)
{
    (void)state;
    struct date last;
    const struct project_window *why;
    struct capital_line lines[] = {line(CAPITAL_SUPPLEMENT, 2026, "commune", 1, day(2026, 9, 30)),
                                   line(CAPITAL_SUPPLEMENT, 2026, "commune", 1, day(2026, 10, 1)),
                                   line(CAPITAL_CARRIED, 2026, "commune", 1, day(2027, 1, 20))};
    assert_true(capital_window(&last, &why, lines, 1, 2026));
    assert_int_equal(date_cmp(last, day(2027, 1, 31)), 0);
    assert_int_equal(why->kind, WINDOW_YEAR);
    assert_true(capital_window(&last, &why, lines, 2, 2026));
    assert_int_equal(date_cmp(last, day(2027, 12, 31)), 0);
    assert_int_equal(why->kind, WINDOW_LATE);
    assert_true(capital_window(&last, &why, lines, 3, 2026));
    assert_int_equal(why->kind, WINDOW_CARRIED);
    assert_true(capital_window(&last, &why, lines, 3, 2022)); /* by the law before */
    assert_int_equal(date_cmp(last, day(2023, 1, 31)), 0);
    assert_false(capital_window(&last, &why, lines, 3, 2015));
}

static void words_of_lines(void **state)
{
    (void)state;
    enum capital_sort sort;
    enum capital_layer layer;
    for (size_t i = 0; i < CAPITAL_SORTS; i++) {
        assert_true(capital_sort_read(&sort, capital_sort_word((enum capital_sort)i)));
        assert_int_equal(sort, i);
        assert_true(capital_sort_read(&sort, capital_sort_name((enum capital_sort)i)));
        assert_int_equal(sort, i);
    }
    assert_true(capital_sort_read(&sort, STR("TẠM ỨNG")));
    assert_int_equal(sort, CAPITAL_ADVANCE);
    assert_false(capital_sort_read(&sort, STR("vay nóng")));
    assert_false(capital_sort_read(&sort, STR("")));
    assert_true(capital_layer_read(&layer, STR("HĐND giao")));
    assert_int_equal(layer, CAPITAL_BY_COUNCIL);
    assert_false(capital_layer_read(&layer, STR("bộ")));
    assert_str(project_term_find(project_sources(), STR("Ngân sách phường"))->code, STR("commune"));
    assert_null(project_term_find(project_sources(), STR("ngân hàng")));
    assert_null(project_term_find(project_sources(), STR("")));
}

static void who_has_to_be_pressed(void **state)
{
    (void)state;
    struct press_rules rules = press_rule_catalogue();
    struct press_facts calm = {
        .month = 10, .planned = true, .vouchers = 2, .has_rate = true, .rate = {6500, 2}, .expected = {8000, 2}};
    static const struct {
        enum press_measure measure;
        struct press_facts facts;
        bool holds;
    } CASES[] = {
        {PRESS_OBSTACLE, {.month = 1, .obstacles = 1}, true},
        {PRESS_OBSTACLE, {.month = 1}, false},
        {PRESS_NONE, {.month = 4, .planned = true}, true},
        {PRESS_NONE, {.month = 3, .planned = true}, false}, /* too early in the year */
        {PRESS_NONE, {.month = 13, .planned = true, .vouchers = 1}, false},
        {PRESS_NONE, {.month = 6}, false}, /* no plan */
        {PRESS_BEHIND, {.month = 6, .has_rate = true, .rate = {3499, 2}, .expected = {5000, 2}}, true},
        {PRESS_BEHIND, {.month = 6, .has_rate = true, .rate = {3500, 2}, .expected = {5000, 2}}, false},
        {PRESS_BEHIND, {.month = 6, .expected = {5000, 2}}, false}, /* no rate is not 0 % */
        {PRESS_STAGE, {.month = 6, .stage_late = 31}, true},
        {PRESS_STAGE, {.month = 6, .stage_late = 30}, false},
        {PRESS_DIFFERENCE, {.month = 6, .has_difference = true, .difference = {501, 2}}, true},
        {PRESS_DIFFERENCE, {.month = 6, .has_difference = true, .difference = {500, 2}}, false},
    };
    for (size_t i = 0; i < rules.len; i++) assert_false(press_holds(&rules.at[i], &calm));
    for (size_t n = 0; n < sizeof CASES / sizeof *CASES; n++) {
        bool found = false;
        for (size_t i = 0; i < rules.len; i++) {
            if (rules.at[i].measure != CASES[n].measure) continue;
            found = true;
            assert_int_equal(press_holds(&rules.at[i], &CASES[n].facts), CASES[n].holds);
        }
        assert_true(found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_by_total_field_and_law), cmocka_unit_test(every_field_of_projects_has_thresholds),
        cmocka_unit_test(the_capital_of_a_year),         cmocka_unit_test(rates_name_their_base),
        cmocka_unit_test(until_when_it_may_be_paid),     cmocka_unit_test(words_of_lines),
        cmocka_unit_test(who_has_to_be_pressed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
