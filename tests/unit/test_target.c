/* SPDX-License-Identifier: Apache-2.0
 *
 * target: every comparator against figures that are rounded, bounded, or on the level itself; which level a period has;
 * what is lacking; verdicts before and after the time of a level.
 */
#include "unit_test.h"

#include "buf.h"
#include "target.h"

static struct decimal number(const char *text)
{
    struct decimal d;
    if (!decimal_read(&d, str_of(text))) fail_msg("%s is no number", text);
    return d;
}

/* comparator, level, upper end, base ("": none), per cent of the base, years, the figure, its bound, whether it counts
 * whole things; what comes out. */
static const struct {
    const char *comparator, *level, *max, *base;
    bool relative;
    int years;
    const char *actual;
    enum figure_bound bound;
    bool exact;
    enum target_reach reach;
    const char *lacking;
} CASES[] = {
    {">=", "15", "", "", false, 0, "10.17", BOUND_EXACT, false, TARGET_NO, "4.83"},
    {">=", "15", "", "", false, 0, "15.01", BOUND_EXACT, false, TARGET_YES, ""},
    /* printed as the level, with its digits or more: reached; with fewer it cannot be told */
    {">=", "95", "", "", false, 0, "95", BOUND_EXACT, false, TARGET_YES, ""},
    {">=", "95", "", "", false, 0, "95.0", BOUND_EXACT, false, TARGET_YES, ""},
    {">=", "95.2", "", "", false, 0, "95", BOUND_EXACT, false, TARGET_CANNOT_TELL, "0.2"},
    {">=", "94.8", "", "", false, 0, "95", BOUND_EXACT, false, TARGET_CANNOT_TELL, ""},
    {">=", "94.5", "", "", false, 0, "95", BOUND_EXACT, false, TARGET_YES, ""},
    {">=", "95.5", "", "", false, 0, "95", BOUND_EXACT, false, TARGET_CANNOT_TELL, "0.5"},
    {">=", "95.50", "", "", false, 0, "95.4", BOUND_EXACT, false, TARGET_NO, "0.10"},
    {">=", "38", "", "", false, 0, "37", BOUND_EXACT, true, TARGET_NO, "1"},
    {">=", "37.5", "", "", false, 0, "37", BOUND_EXACT, true, TARGET_NO, "0.5"},
    {">", "95", "", "", false, 0, "95.0", BOUND_EXACT, false, TARGET_NO, "0.0"},
    {">", "95", "", "", false, 0, "95.1", BOUND_EXACT, false, TARGET_YES, ""},
    {">", "95", "", "", false, 0, "95", BOUND_EXACT, true, TARGET_NO, "0"},
    /* "hơn 16.050", "gần 7", "khoảng 20" */
    {">=", "16000", "", "", false, 0, "16050", BOUND_OVER, false, TARGET_YES, ""},
    {">=", "17000", "", "", false, 0, "16050", BOUND_OVER, false, TARGET_CANNOT_TELL, "950"},
    {">=", "8", "", "", false, 0, "7", BOUND_UNDER, false, TARGET_NO, "1"},
    {">=", "6", "", "", false, 0, "7", BOUND_UNDER, false, TARGET_CANNOT_TELL, ""},
    {">=", "19", "", "", false, 0, "20", BOUND_ABOUT, false, TARGET_CANNOT_TELL, ""},
    {">=", "17", "", "", false, 0, "20", BOUND_ABOUT, false, TARGET_YES, ""},
    {"<=", "2", "", "", false, 0, "1.9", BOUND_EXACT, false, TARGET_YES, ""},
    {"<=", "2", "", "", false, 0, "2.0", BOUND_EXACT, false, TARGET_YES, ""},
    {"<=", "2", "", "", false, 0, "2.1", BOUND_EXACT, false, TARGET_NO, "0.1"},
    {"<=", "2.04", "", "", false, 0, "2.0", BOUND_EXACT, false, TARGET_CANNOT_TELL, ""},
    {"<", "2", "", "", false, 0, "2.0", BOUND_EXACT, false, TARGET_NO, "0.0"},
    {"<", "2", "", "", false, 0, "2", BOUND_EXACT, true, TARGET_NO, "0"},
    {"fall_to", "1", "", "", false, 0, "0.95", BOUND_EXACT, false, TARGET_YES, ""},
    {"rank", "10", "", "", false, 0, "9", BOUND_EXACT, true, TARGET_YES, ""},
    {"rank", "10", "", "", false, 0, "11", BOUND_EXACT, true, TARGET_NO, "1"},
    {"=", "100", "", "", false, 0, "100", BOUND_EXACT, false, TARGET_YES, ""},
    {"=", "100", "", "", false, 0, "99.9", BOUND_EXACT, false, TARGET_NO, "0.1"},
    {"=", "0", "", "", false, 0, "3", BOUND_EXACT, true, TARGET_NO, "3"},
    {"=", "0", "", "", false, 0, "0", BOUND_EXACT, true, TARGET_YES, ""},
    {"within", "5", "6", "", false, 0, "5.5", BOUND_EXACT, false, TARGET_YES, ""},
    {"within", "5", "6", "", false, 0, "6.0", BOUND_EXACT, false, TARGET_YES, ""},
    {"within", "5", "6", "", false, 0, "6.2", BOUND_EXACT, false, TARGET_NO, "0.2"},
    {"within", "5", "6", "", false, 0, "4.9", BOUND_EXACT, false, TARGET_NO, "0.1"},
    /* from a base of 12,5: the base itself was rounded */
    {"rise_by", "5", "", "12.5", false, 0, "18", BOUND_EXACT, false, TARGET_CANNOT_TELL, ""},
    {"rise_by", "5", "", "12.5", false, 0, "18.0", BOUND_EXACT, false, TARGET_YES, ""},
    {"rise_by", "5", "", "12.5", false, 0, "17.5", BOUND_EXACT, false, TARGET_YES, ""},
    {"rise_by", "5", "", "12.5", false, 0, "17.3", BOUND_EXACT, false, TARGET_NO, "0.2"},
    {"rise_by", "50", "", "2000", true, 0, "3002", BOUND_EXACT, false, TARGET_YES, ""},
    {"rise_by", "50", "", "2000", true, 0, "2990", BOUND_EXACT, false, TARGET_NO, "10"},
    {"fall_by", "1.5", "", "4.0", false, 0, "2.3", BOUND_EXACT, false, TARGET_YES, ""},
    {"fall_by", "50", "", "200", true, 0, "120", BOUND_EXACT, true, TARGET_NO, "20"},
    {"fall_by", "50", "", "200", true, 0, "99", BOUND_EXACT, true, TARGET_YES, ""},
    /* 100 x 1,08^3 = 125,9712 */
    {"mean_rise", "8", "", "100.00", true, 3, "126.2", BOUND_EXACT, false, TARGET_YES, ""},
    {"mean_rise", "8", "", "100.00", true, 3, "125.97", BOUND_EXACT, false, TARGET_CANNOT_TELL, "0.00"},
    {"mean_rise", "8", "", "100.00", true, 3, "125.0", BOUND_EXACT, false, TARGET_NO, "0.97"},
    {"mean_rise", "2", "", "40", false, 3, "47", BOUND_EXACT, false, TARGET_YES, ""},
    {"mean_fall", "1", "", "5.0", false, 2, "2.9", BOUND_EXACT, false, TARGET_YES, ""},
    {"mean_fall", "10", "", "1000", true, 2, "811", BOUND_EXACT, true, TARGET_NO, "1"},
    {"mean_fall", "10", "", "1000", true, 2, "815", BOUND_EXACT, true, TARGET_NO, "5"},
    /* less than nothing cannot be reckoned with */
    {"rise_by", "5", "", "-2", true, 0, "3", BOUND_EXACT, false, TARGET_CANNOT_TELL, ""},
    {"fall_by", "150", "", "100", true, 0, "3", BOUND_EXACT, false, TARGET_CANNOT_TELL, ""},
};

static void comparators_against_rounding(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct target t = {.code = STR("x")};
        struct target_level level = {.value = number(CASES[i].level), .has_value = true, .has_max = *CASES[i].max};
        struct decimal actual = number(CASES[i].actual);
        struct target_goal said, rounded;
        struct interval lacking;
        assert_true(target_comparator_find(&t.comparator, str_of(CASES[i].comparator)));
        if (level.has_max) level.max = number(CASES[i].max);
        t.has_base = *CASES[i].base;
        if (t.has_base) t.base = number(CASES[i].base);
        struct target_actual a = {.said = interval_bound(interval_point(actual), actual, CASES[i].bound),
                                  .rounded = interval_bound(interval_printed(actual, CASES[i].exact, PRINTED_ROUNDED),
                                                            actual, CASES[i].bound),
                                  .digits = actual.scale};
        assert_true(target_goal(&said, &t, &level, CASES[i].relative, CASES[i].years, true));
        assert_true(target_goal(&rounded, &t, &level, CASES[i].relative, CASES[i].years, false));
        enum target_reach reach = target_judge(&said, &rounded, &level, &a);
        if (reach != CASES[i].reach)
            fail_msg("case %zu: %s %s of %s: %d is not %d", i, CASES[i].comparator, CASES[i].level, CASES[i].actual,
                     (int)reach, (int)CASES[i].reach);
        bool lacks = target_lacking(&lacking, &said, interval_point(actual));
        if (lacks != (*CASES[i].lacking != 0)) fail_msg("case %zu: lacking", i);
        if (!lacks) continue;
        struct decimal shown = interval_round(lacking.lo, lacking, 2), wanted = number(CASES[i].lacking), near;
        assert_true(decimal_rescale(&near, shown, wanted.scale, ROUND_HALF_UP));
        if (!decimal_eq(near, wanted)) fail_msg("case %zu: lacks another amount", i);
    }
}

static void no_goal_without_its_parts(void **state)
{
    (void)state;
    struct target t = {.comparator = TARGET_RISE_BY};
    struct target_level level = {.value = DECIMAL_INT(5), .has_value = true}, none = {0};
    struct target_goal goal;
    assert_false(target_goal(&goal, &t, &level, false, 3, true)); /* no base */
    t.has_base = true;
    assert_true(target_goal(&goal, &t, &level, false, 0, true));
    t.comparator = TARGET_MEAN_RISE;
    assert_false(target_goal(&goal, &t, &level, false, 0, true)); /* no year has gone by */
    t.comparator = TARGET_WITHIN;
    assert_false(target_goal(&goal, &t, &level, false, 0, true)); /* no upper end */
    t.comparator = TARGET_DONE;
    assert_false(target_goal(&goal, &t, &level, false, 0, true));
    t.comparator = TARGET_AT_LEAST;
    assert_false(target_goal(&goal, &t, &none, false, 0, true));
    assert_false(target_goal(&goal, &t, NULL, false, 0, true));
}

static struct period period(const char *literal)
{
    struct period p;
    assert_true(period_read(&p, str_of(literal)));
    return p;
}

static void levels_by_period(void **state)
{
    (void)state;
    struct target_level levels[] = {{.period = period("2020-2025")},
                                    {.period = period("2022")},
                                    {.period = period("2023-H1")},
                                    {.period = period("2023")},
                                    {.period = period("2024")}};
    struct target t = {.levels = {.at = levels, .len = 5, .cap = 5}};
    struct period at = period("2023");
    assert_ptr_equal(target_level_of_year(&t, period("2022")), &levels[1]);
    assert_ptr_equal(target_level_of_year(&t, period("2023-H1")), &levels[2]);
    assert_ptr_equal(target_level_of_year(&t, period("..2023-06-30")), &levels[2]);
    assert_ptr_equal(target_level_of_year(&t, period("2023-9M")), &levels[3]);
    assert_null(target_level_of_year(&t, period("2021")));
    assert_null(target_level_of_year(&t, period("2020-2025")));
    assert_ptr_equal(target_level_of_term(&t, period("2020-2025"), at), &levels[0]);
    struct target years = {.levels = {.at = levels + 1, .len = 4, .cap = 4}};
    assert_ptr_equal(target_level_of_term(&years, (struct period){0}, at), &levels[4]);
    assert_ptr_equal(target_level_of_term(&years, period("2020-2024"), at), &levels[4]);
    assert_null(target_level_of_term(&years, period("2020-2025"), at)); /* the term goes on after its last level */
    struct target one = {.levels = {.at = levels + 1, .len = 1, .cap = 1}};
    assert_null(target_level_of_term(&one, (struct period){0}, at)); /* a year alone is no term */
    struct target_level terms[] = {{.period = period("2020-2025")}, {.period = period("2026-2030")}};
    struct target two = {.levels = {.at = terms, .len = 2, .cap = 2}};
    assert_ptr_equal(target_level_of_term(&two, period("2020-2030"), period("2019")), &terms[0]);
    assert_ptr_equal(target_level_of_term(&two, period("2020-2030"), period("2025")), &terms[0]);
    assert_ptr_equal(target_level_of_term(&two, period("2020-2030"), period("2026-Q1")), &terms[1]);
}

static void verdicts_in_time(void **state)
{
    (void)state;
    static const struct {
        enum target_reach reach;
        enum target_comparator comparator;
        bool over, flow;
        enum target_verdict verdict;
    } TIMES[] = {
        {TARGET_YES, TARGET_AT_LEAST, true, true, TARGET_REACHED},
        {TARGET_NO, TARGET_AT_LEAST, true, true, TARGET_MISSED},
        {TARGET_CANNOT_TELL, TARGET_AT_LEAST, true, false, TARGET_UNCLEAR},
        {TARGET_CANNOT_TELL, TARGET_AT_LEAST, false, false, TARGET_UNDER_WAY},
        {TARGET_YES, TARGET_AT_LEAST, false, true, TARGET_REACHED}, /* before its time */
        {TARGET_NO, TARGET_AT_LEAST, false, true, TARGET_UNDER_WAY},
        {TARGET_YES, TARGET_AT_MOST, false, true, TARGET_UNDER_WAY}, /* it still grows */
        {TARGET_NO, TARGET_AT_MOST, false, true, TARGET_MISSED},     /* and never shrinks */
        {TARGET_NO, TARGET_AT_MOST, false, false, TARGET_UNDER_WAY},
        {TARGET_YES, TARGET_AT_MOST, false, false, TARGET_REACHED},
        {TARGET_YES, TARGET_MEAN_RISE, false, false, TARGET_UNDER_WAY},
        {TARGET_YES, TARGET_MEAN_RISE, true, false, TARGET_REACHED},
        {TARGET_YES, TARGET_WITHIN, false, true, TARGET_UNDER_WAY},
    };
    for (size_t i = 0; i < sizeof TIMES / sizeof *TIMES; i++)
        if (target_verdict_of(TIMES[i].reach, TIMES[i].comparator, TIMES[i].over, TIMES[i].flow) != TIMES[i].verdict)
            fail_msg("time %zu", i);
}

static void words_read_back(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum target_comparator comparator;
    } WORDS[] = {{"tối thiểu", TARGET_AT_LEAST},
                 {"không quá", TARGET_AT_MOST},
                 {"giảm còn", TARGET_FALL_TO},
                 {"tăng thêm", TARGET_RISE_BY},
                 {"hằng năm tăng bình quân", TARGET_MEAN_RISE},
                 {"xếp hạng", TARGET_RANK},
                 {"hoàn thành", TARGET_DONE}};
    enum target_comparator c;
    for (enum target_comparator i = 0; i < TARGET_COMPARATORS; i++) {
        assert_true(target_comparator_find(&c, target_comparator_word(i)));
        assert_int_equal(c, i);
    }
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        assert_true(target_comparator_find(&c, str_of(WORDS[i].word)));
        assert_int_equal(c, WORDS[i].comparator);
    }
    assert_false(target_comparator_find(&c, STR("gần bằng")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparators_against_rounding),
        cmocka_unit_test(no_goal_without_its_parts),
        cmocka_unit_test(levels_by_period),
        cmocka_unit_test(verdicts_in_time),
        cmocka_unit_test(words_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
