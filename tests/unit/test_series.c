/* SPDX-License-Identifier: Apache-2.0
 *
 * series: one indicator through time on the ground of today: what was reported, what is made of the units before,
 * what is reckoned by a formula, and growth like for like.
 */
#include "given.h"

#include "grid_record.h"
#include "series.h"
#include "unit_add.h"

static struct series series_of(struct fixture *f, const char *unit, const char *indicator)
{
    struct series s;
    struct grid *g;
    struct office_formulas formulas;
    struct err err = {0};
    assert_true(formulas_load(&formulas, f->db, f->a, &err));
    assert_true(grid_of_record(&g, f->db, f->a, &err));
    const struct indicator *i = indicator_find(str_of(indicator));
    if (!series_make(&s, g, &formulas.book, f->db, f->a, NULL, str_of(unit), i, &err))
        fail_msg("%.*s", STR_ARG(err_name(err.code)));
    return s;
}

static const struct series_row *row_of(const struct series *s, const char *period)
{
    struct period p;
    assert_true(period_read(&p, str_of(period)));
    for (size_t i = 0; i < s->len; i++)
        if (period_eq(s->at[i].period, p)) return &s->at[i];
    fail_msg("nothing for %s", period);
    return NULL;
}

static void assert_decimal(struct decimal is, const char *wanted)
{
    struct decimal d;
    assert_true(decimal_read(&d, str_of(wanted)));
    if (!decimal_eq(is, d)) fail_msg("%lld (%d) and not %s", (long long)is.coefficient, is.scale, wanted);
}

static void reported_values_and_their_growth(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2027", "660"});
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "600"});
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "999", .aspect = ASPECT_PLAN});
    struct series s = series_of(&f, "26944", "C01");
    assert_int_equal(s.len, 2); /* in the order of time; a plan is no value */
    assert_true(period_eq(s.at[0].period, period_year(2026)));
    assert_int_equal(s.at[0].growth.rule, ANSWER_NONE);
    assert_int_equal(s.at[1].ground, GROUND_OWN);
    assert_int_equal(s.at[1].growth.rule, ANSWER_GROWTH);
    assert_decimal(s.at[1].growth.comparison.value, "10");
    assert_int_equal(series_of(&f, "26944", "C03a").len, 0);
    fixture_close(&f);
}

static void actual_before_estimate(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "600"});
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "580", .aspect = ASPECT_ESTIMATE});
    struct series s = series_of(&f, "26944", "C01");
    assert_int_equal(s.len, 1);
    assert_decimal(s.at[0].cell.value, "600");
    fixture_close(&f);
}

/* Before the ward was there its series is that of the wards it was made of, or a share of their district. */
static void years_before_the_reorganisation(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    static const char *const WARDS[] = {"phường 1, quận Bình Thạnh", "phường 2, quận Bình Thạnh",
                                        "phường 7, quận Bình Thạnh", "phường 17, quận Bình Thạnh"};
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026-H1", "600"});
    give(&f, &(struct given){"quận Bình Thạnh", "2024-H1", "3000"});
    for (size_t i = 0; i < 4; i++) give(&f, &(struct given){WARDS[i], "2025-H1", "125"});
    struct series s = series_of(&f, "26944", "C01");
    assert_int_equal(s.len, 3);
    const struct series_row *now = row_of(&s, "2026-H1"), *made = row_of(&s, "2025-H1"), *share = row_of(&s, "2024-H1");
    assert_int_equal(made->ground, GROUND_RECOMPUTED);
    assert_false(made->cell.known);
    assert_decimal(made->made.value.value, "500");
    assert_int_equal(share->ground, GROUND_ESTIMATED);
    assert_int_equal(share->made.value.bound, BOUND_ABOUT);
    assert_int_equal(now->like.rule, LIKE_RECOMPUTED);
    assert_decimal(now->growth.comparison.value, "20");
    assert_int_equal(made->growth.comparison.bound, BOUND_ABOUT); /* over a base that is estimated */
    fixture_close(&f);
}

/* What a unit reported while it had other ground stays, and is marked; nothing is put in its place. */
static void former_ground_is_marked(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct err err = {0};
    struct looked_unit old, now;
    struct unit_wish first = {.name = STR("phường Hoa Đào")}, second = {.name = STR("phường Hoa Mai")};
    assert_true(unit_add(&old, f.db, f.a, &officer, &first, &err));
    assert_true(unit_add(&now, f.db, f.a, &officer, &second, &err));
    struct lineage_wish w = {.old = old.id,
                             .news = &now.id,
                             .new_count = 1,
                             .from = {2025, 7, 1},
                             .source = STR("12/NQ-HĐND"),
                             .existing = true};
    if (!lineage_add(f.db, f.a, &officer, &w, &err)) fail_msg("%.*s", STR_ARG(err_name(err.code)));
    give(&f, &(struct given){"phường Hoa Mai", "2024", "5000"});
    give(&f, &(struct given){"phường Hoa Mai", "2026", "9000"});
    struct str id = now.id;
    struct series s = series_of(&f, str_copy_z(f.a, id), "C01");
    assert_int_equal(s.len, 2);
    assert_int_equal(row_of(&s, "2024")->ground, GROUND_FORMER);
    assert_decimal(row_of(&s, "2024")->cell.value, "5000");
    assert_int_equal(row_of(&s, "2026")->ground, GROUND_OWN);
    fixture_close(&f);
}

static void times_that_a_formula_gives(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    static const struct given GIVEN[] = {{"phường Gia Định, TPHCM", "2026", "90", "H02b", "hồ sơ"},
                                         {"phường Gia Định, TPHCM", "2026", "100", "H01d", "hồ sơ"},
                                         {"phường Gia Định, TPHCM", "2027", "98.5", "H02", "%"},
                                         {"phường Gia Định, TPHCM", "2028", "7", "H01d", "hồ sơ"}};
    for (size_t i = 0; i < sizeof GIVEN / sizeof *GIVEN; i++) give(&f, &GIVEN[i]);
    struct series s = series_of(&f, "26944", "H02");
    assert_int_equal(s.len, 2); /* of 2028 half is missing */
    assert_true(s.at[0].cell.computed && s.at[0].cell.id == 0);
    assert_decimal(s.at[0].cell.value, "90.00");
    assert_false(s.at[1].cell.computed);
    assert_str(s.at[1].growth.comparison.measure, STR("điểm %")); /* over what was reckoned */
    assert_decimal(s.at[1].growth.comparison.value, "8.5");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reported_values_and_their_growth), cmocka_unit_test(actual_before_estimate),
        cmocka_unit_test(years_before_the_reorganisation),  cmocka_unit_test(former_ground_is_marked),
        cmocka_unit_test(times_that_a_formula_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
