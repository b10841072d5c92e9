/* SPDX-License-Identifier: Apache-2.0
 *
 * comparison: per cent of plan, growth, pace, and the two verdicts that never become one.
 */
#include "unit_test.h"

#include "buf.h"
#include "comparison.h"

/* "8343000000000", "hơn 8300", "gần 5", "khoảng 7"; "" is not known. The measure stands after a '|'. */
static struct measured m(const char *text)
{
    struct str_cut c = str_cut(str_of(text), STR("|"));
    struct measured out = {.known = c.head.len > 0, .measure = c.found ? c.tail : STR("VND")};
    static const struct str WORDS[] = {STR_INIT(""), STR_INIT("hơn "), STR_INIT("gần "), STR_INIT("khoảng ")};
    for (int b = BOUND_COUNT - 1; b >= 0; b--)
        if (str_starts(c.head, WORDS[b])) {
            out.bound = (enum figure_bound)b;
            c.head = str_from(c.head, WORDS[b].len);
            break;
        }
    if (out.known) assert_true(decimal_read(&out.value, c.head));
    return out;
}

static void assert_result(struct comparison c, const char *want, const char *what)
{
    static const char *const WORDS[] = {"", "hơn ", "gần ", "khoảng "};
    struct buf b = buf_make(1000);
    if (c.why == COMPARABLE) {
        buf_put_z(&b, WORDS[c.bound]);
        decimal_write(&b, c.value);
        buf_char(&b, ' ');
        buf_put(&b, c.measure);
    } else {
        buf_put_z(&b, "không: ");
        buf_put(&b, incomparable_reason(c.why));
    }
    if (!str_eq(buf_str(&b), str_of(want))) fail_msg("%s is «%.*s», not «%s»", what, STR_ARG(buf_str(&b)), want);
    buf_free(&b);
}

static const struct {
    const char *value, *base, *plan_ratio, *growth;
} RATIOS[] = {
    {"8343000000000", "7500000000000", "111.24 %", "11.24 %"},
    {"8343000000000", "7703600000000", "108.30 %", "8.30 %"},
    {"1996.2", "3600", "55.45 %", "-44.55 %"},
    {"16050", "17793.8", "90.20 %", "-9.80 %"},
    {"76.31", "80.88", "94.35 %", "-5.65 %"},
    {"11|chỉ tiêu", "12|chỉ tiêu", "91.67 %", "-8.33 %"},
    {"3127|hộ", "2499|trường hợp", "125.13 %", "25.13 %"},
    {"7500", "7500", "100.00 %", "0.00 %"},
    {"0", "5", "0.00 %", "-100.00 %"},
    {"hơn 8300", "7500", "hơn 110.67 %", "hơn 10.67 %"},
    {"gần 8300", "7500", "gần 110.67 %", "gần 10.67 %"},
    {"khoảng 8300", "7500", "khoảng 110.67 %", "khoảng 10.67 %"},
    {"8300", "hơn 7500", "gần 110.67 %", "gần 10.67 %"},
    {"hơn 8300", "gần 7500", "hơn 110.67 %", "hơn 10.67 %"},
    {"hơn 8300", "hơn 7500", "không: số liệu chỉ nêu mức trên hoặc dưới", "không: số liệu chỉ nêu mức trên hoặc dưới"},
    {"8300", "0", "không: số gốc bằng 0", "không: số gốc bằng 0"},
    {"8300", "-5", "không: số gốc âm", "không: số gốc âm"},
    {"8300", "", "không: không có kế hoạch", "không: không có số cùng kỳ năm trước"},
    {"", "8300", "không: không có số thực hiện", "không: không có số thực hiện"},
    {"", "", "không: không có số thực hiện", "không: không có số thực hiện"},
    {"5|USD", "5|VND", "không: khác đơn vị tính", "không: khác đơn vị tính"},
    {"5|ha", "5|m2", "không: khác đơn vị tính", "không: khác đơn vị tính"},
    {"5|hộ", "5|%", "không: khác đơn vị tính", "không: khác đơn vị tính"},
    {"99.5|%", "98|%", "1.5 điểm %", "1.5 điểm %"},
    {"94.35|%", "89.9|%", "4.45 điểm %", "4.45 điểm %"},
    {"1.2|%", "2|%", "-0.8 điểm %", "-0.8 điểm %"},
    {"900000000000000000", "0.0000000001", "không: số quá lớn", "không: số quá lớn"},
};

static void ratios_and_growth(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof RATIOS / sizeof *RATIOS; i++) {
        assert_result(comparison_plan(m(RATIOS[i].value), m(RATIOS[i].base)), RATIOS[i].plan_ratio, RATIOS[i].value);
        assert_result(comparison_growth(m(RATIOS[i].value), m(RATIOS[i].base)), RATIOS[i].growth, RATIOS[i].value);
    }
}

static const struct {
    const char *indicator, *value, *plan;
    bool over;
    const char *verdict;
} PLANS[] = {
    {"C01", "8343", "7500", true, "vượt"},
    {"C01", "7500", "7500", true, "đạt"},
    {"C01", "7499.9999", "7500", true, "không đạt"},
    {"C01", "7499.9999", "7500", false, "chưa đạt"},
    {"C01", "7600", "7500", false, "vượt"},
    {"C01", "hơn 8300", "7500", true, "vượt"},
    {"C01", "hơn 7500", "7500", true, "đạt"},
    {"C01", "hơn 7400", "7500", true, ""},
    {"C01", "gần 7400", "7500", true, "không đạt"},
    {"C01", "gần 7600", "7500", true, ""},
    {"C01", "gần 7500", "7500", true, ""},
    {"C01", "khoảng 7500", "7500", true, ""},
    {"C01", "khoảng 9000", "7500", true, "vượt"},
    {"F10b", "1.5|%", "2|%", true, "đạt"},
    {"F10b", "2|%", "2|%", true, "đạt"},
    {"F10b", "2.1|%", "2|%", true, "không đạt"},
    {"F10b", "2.1|%", "2|%", false, "chưa đạt"},
    {"F10b", "1.5|%", "2|%", false, "đạt"},
    {"F05", "95|%", "93|%", false, "vượt"},
    {"F05", "92|%", "93|%", false, "chưa đạt"},
    {"G02a", "12|vụ", "20|vụ", false, "chưa đạt"},
    {"G02a", "12|vụ", "20|vụ", true, "đạt"},
    {"G02a", "21|vụ", "20|vụ", false, "không đạt"},
    {"C11", "12", "20", true, ""},
    {"C01", "12", "", true, ""},
};

static void verdicts_on_the_plan(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof PLANS / sizeof *PLANS; i++) {
        const struct indicator *what = indicator_find(str_of(PLANS[i].indicator));
        struct comparison c = comparison_plan(m(PLANS[i].value), m(PLANS[i].plan));
        struct str got = plan_verdict_name(plan_verdict_of(&c, what, PLANS[i].over));
        if (!str_eq(got, str_of(PLANS[i].verdict)))
            fail_msg("%s: %s of %s is «%.*s»", PLANS[i].indicator, PLANS[i].value, PLANS[i].plan, STR_ARG(got));
    }
}

static const struct {
    const char *indicator, *value, *base, *verdict;
} YEARS[] = {
    {"C01", "8343", "7700", "tốt hơn"},
    {"C01", "7700", "8343", "kém hơn"},
    {"C01", "7700", "7700", "ngang"},
    {"C01", "hơn 7700", "7600", "tốt hơn"},
    {"C01", "hơn 7700", "7700", ""},
    {"C01", "hơn 7600", "7700", ""},
    {"G02a", "12|vụ", "20|vụ", "tốt hơn"},
    {"G02a", "20|vụ", "12|vụ", "kém hơn"},
    {"C11", "20", "12", "tăng"},
    {"C11", "12", "20", "giảm"},
    {"C11", "12", "", ""},
};

static void verdicts_on_last_year(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof YEARS / sizeof *YEARS; i++) {
        const struct indicator *what = indicator_find(str_of(YEARS[i].indicator));
        struct comparison c = comparison_growth(m(YEARS[i].value), m(YEARS[i].base));
        struct str got = year_verdict_name(year_verdict_of(&c, what));
        if (!str_eq(got, str_of(YEARS[i].verdict)))
            fail_msg("%s: %s after %s is «%.*s»", YEARS[i].indicator, YEARS[i].value, YEARS[i].base, STR_ARG(got));
    }
}

static void a_plan_can_be_met_by_what_fell(void **state)
{
    (void)state;
    const struct indicator *revenue = indicator_find(STR("C01"));
    struct comparison plan = comparison_plan(m("16050"), m("16000")),
                      year = comparison_growth(m("16050"), m("17793.8"));
    assert_int_equal(plan_verdict_of(&plan, revenue, true), PLAN_EXCEEDED);
    assert_int_equal(year_verdict_of(&year, revenue), YEAR_WORSE);
}

static void what_is_stated_is_bounded_by_sign(void **state)
{
    (void)state;
    assert_result(comparison_stated(m("-11|%")), "-11 %", "-11");
    assert_result(comparison_stated(m("hơn -11|%")), "gần -11 %", "giảm hơn 11");
    assert_result(comparison_stated(m("hơn 11|%")), "hơn 11 %", "tăng hơn 11");
    assert_result(comparison_stated(m("")), "không: không có số thực hiện", "");
    struct comparison c = comparison_stated(m("hơn -11|%"));
    assert_int_equal(year_verdict_of(&c, indicator_find(STR("C01"))), YEAR_WORSE);
}

static void pace_is_by_the_calendar(void **state)
{
    (void)state;
    static const struct {
        const char *figure, *plan, *expected;
    } CASES[] = {
        {"2023-H1", "2023", "49.59"}, {"2024-H1", "2024", "49.73"},
        {"2023-Q1", "2023", "24.66"}, {"..2022-05-15", "2022", "36.99"},
        {"2023-9M", "2023", "74.79"}, {"2023", "2020-2025", ""},
        {"2023", "2023", ""},         {"2023-Q2", "2023", ""},
        {"2022-H1", "2023", ""},      {"", "2023", ""},
        {"2023-H1", "", ""},          {"2020", "2020-2025", "16.70"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct period figure, plan;
        struct decimal got;
        assert_true(period_read(&figure, str_of(CASES[i].figure)));
        assert_true(period_read(&plan, str_of(CASES[i].plan)));
        bool known = pace_expected(&got, figure, plan);
        assert_int_equal(known, *CASES[i].expected != 0);
        if (!known) continue;
        struct buf b = buf_make(100);
        decimal_write(&b, got);
        assert_str(buf_str(&b), str_of(CASES[i].expected));
        buf_free(&b);
    }
    const struct indicator *revenue = indicator_find(STR("C01")), *accidents = indicator_find(STR("G02a"));
    struct decimal half = {4959, 2};
    struct comparison fast = comparison_plan(m("5545"), m("10000")), even = comparison_plan(m("4900"), m("10000"));
    struct comparison slow = comparison_plan(m("4000"), m("10000")), over = comparison_plan(m("hơn 5545"), m("10000"));
    assert_int_equal(pace_verdict_of(&fast, revenue, half), PACE_AHEAD);
    assert_int_equal(pace_verdict_of(&even, revenue, half), PACE_EVEN);
    assert_int_equal(pace_verdict_of(&slow, revenue, half), PACE_BEHIND);
    assert_int_equal(pace_verdict_of(&fast, accidents, half), PACE_BEHIND);
    assert_int_equal(pace_verdict_of(&slow, accidents, half), PACE_AHEAD);
    assert_int_equal(pace_verdict_of(&over, revenue, half), PACE_NO_VERDICT);
    assert_int_equal(pace_verdict_of(&fast, indicator_find(STR("F05")), half), PACE_NO_VERDICT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_and_growth),
        cmocka_unit_test(verdicts_on_the_plan),
        cmocka_unit_test(verdicts_on_last_year),
        cmocka_unit_test(a_plan_can_be_met_by_what_fell),
        cmocka_unit_test(what_is_stated_is_bounded_by_sign),
        cmocka_unit_test(pace_is_by_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
