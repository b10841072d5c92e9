/* SPDX-License-Identifier: Apache-2.0
 *
 * like, unit_lines, unit_look: last year's figure of units that were made anew, from figures that are put in by hand;
 * lineage that people give; names of the record beside those of the country.
 */
#include "given.h"

#include "figure_rows.h"
#include "stand.h"
#include "unit_add.h"

static const struct date AT = {2025, 7, 1};

static struct like like_of(struct answer *growth, struct fixture *f, const char *unit, const char *indicator,
                           const char *period)
{
    struct snapshot s;
    struct like_family *family;
    struct like like;
    struct err err = {0};
    struct question q = {str_of(unit), indicator_find(str_of(indicator)), {0}};
    assert_true(period_read(&q.period, str_of(period)));
    assert_true(stand_load(&s, f->db, f->a, q.unit, &err));
    assert_true(like_family_make(&family, f->db, f->a, q.unit, period_years_back(q.period, 1), q.period, &err));
    *growth = like_growth(&like, family, s.cube, f->a, &q);
    return like;
}

static void assert_like(struct fixture *f, const char *unit, const char *period, enum like_rule rule, const char *base,
                        const char *note)
{
    struct answer growth;
    struct like l = like_of(&growth, f, unit, "C01", period);
    struct decimal wanted;
    assert_int_equal(l.rule, rule);
    if (base) {
        assert_true(decimal_read(&wanted, str_of(base)));
        assert_true(l.value.known && decimal_eq(l.value.value, wanted));
        assert_int_equal(growth.rule, ANSWER_GROWTH);
    } else {
        assert_int_equal(growth.rule, ANSWER_NONE);
    }
    if (!str_has(l.note, str_of(note))) fail_msg("«%.*s» and not «%s»", STR_ARG(l.note), note);
}

static void wards_before_the_share_of_their_district(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026-H1", "600"});
    assert_like(&f, "26944", "2026-H1", LIKE_NOT, NULL, "không có số cùng kỳ của");
    give(&f, &(struct given){"quận Bình Thạnh", "2025-H1", "3000"});
    assert_like(&f, "26944", "2026-H1", LIKE_ESTIMATED, "665.4", "ước theo tỷ lệ dân số từ quận Bình Thạnh");
    static const struct given WARDS[] = {{"phường 1, quận Bình Thạnh", "2025-H1", "100"},
                                         {"phường 2, quận Bình Thạnh", "2025-H1", "120"},
                                         {"phường 7, quận Bình Thạnh", "2025-H1", "130"},
                                         {"phường 17, quận Bình Thạnh", "2025-H1", "150"}};
    for (size_t i = 0; i < 3; i++) give(&f, &WARDS[i]);
    assert_like(&f, "26944", "2026-H1", LIKE_ESTIMATED, "665.4", "từ quận Bình Thạnh"); /* one ward is missing */
    give(&f, &WARDS[3]);
    assert_like(&f, "26944", "2026-H1", LIKE_RECOMPUTED, "500", "phường 17");
    /* Another year is another question. */
    assert_like(&f, "26944", "2027-H1", LIKE_SAME, NULL, "");
    fixture_close(&f);
}

static void an_estimate_is_about(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct answer growth;
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026-H1", "600"});
    give(&f, &(struct given){"quận Bình Thạnh", "2025-H1", "3000"});
    struct like l = like_of(&growth, &f, "26944", "C01", "2026-H1");
    assert_int_equal(l.value.bound, BOUND_ABOUT);
    assert_int_equal(growth.comparison.bound, BOUND_ABOUT);
    assert_int_equal(year_verdict_of(&growth.comparison, indicator_find(STR("C01"))), YEAR_NO_VERDICT);
    fixture_close(&f);
}

static void parts_that_nobody_knows(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    give(&f, &(struct given){"phường Bình Tân, TPHCM", "2026", "440"});
    give(&f, &(struct given){"quận Bình Tân", "2025-H1", "2000"});
    give(&f, &(struct given){"quận Bình Tân", "2024", "2000"});
    assert_like(&f, "27442", "2026", LIKE_NOT, NULL, "địa bàn đã thay đổi từ ngày 1/7/2025");
    give(&f, &(struct given){"phường Bình Tân, TPHCM", "2025", "400"}); /* it says itself how much it was */
    struct answer growth;
    struct like l = like_of(&growth, &f, "27442", "C01", "2026");
    assert_int_equal(l.rule, LIKE_SAME);
    assert_int_equal(growth.rule, ANSWER_GROWTH);
    fixture_close(&f);
}

static void rates_are_not_added(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct answer growth;
    const struct indicator *rate = NULL;
    struct indicators all = indicator_catalogue();
    for (size_t i = 0; i < all.len && !rate; i++)
        if (all.at[i].aggregation != AGGREGATE_SUM && str_eq(all.at[i].canonical_unit, STR("%")) && !all.at[i].base.len)
            rate = &all.at[i];
    assert_non_null(rate);
    const char *code = str_copy_z(f.a, rate->code);
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026-H1", "60", code, "%"});
    static const char *const WARDS[] = {"phường 1", "phường 2", "phường 7", "phường 17"};
    for (size_t i = 0; i < 4; i++) {
        char place[100];
        snprintf(place, sizeof place, "%s, quận Bình Thạnh", WARDS[i]);
        give(&f, &(struct given){place, "2025-H1", "50", code, "%"});
    }
    struct like l = like_of(&growth, &f, "26944", code, "2026-H1");
    assert_int_equal(l.rule, LIKE_NOT);
    assert_true(str_has(l.note, STR("không cộng hay chia được")));
    /* One old unit that went there as a whole: its rate goes on. */
    give(&f, &(struct given){"xã Lộc Ninh, tỉnh Đồng Nai", "2025", "50", code, "%"});
    give(&f, &(struct given){"phường Lộc Ninh, thành phố Đồng Nai", "2026", "60", code, "%"});
    l = like_of(&growth, &f, "25270", code, "2026");
    assert_int_equal(l.rule, LIKE_RECOMPUTED);
    assert_int_equal(growth.rule, ANSWER_DIFFERENCE);
    fixture_close(&f);
}

static struct str added(struct fixture *f, const char *name, const char *parent)
{
    struct looked_unit u;
    struct err err = {0};
    struct unit_wish w = {.name = str_of(name), .parent = str_of(parent)};
    assert_true(unit_add(&u, f->db, f->a, &officer, &w, &err));
    return u.id;
}

static bool line(struct fixture *f, struct err *err, struct str old, struct str *news, size_t count, const char *share)
{
    struct lineage_wish w = {
        .old = old, .news = news, .new_count = count, .from = AT, .share = str_of(share), .source = STR("12/NQ-HĐND")};
    return lineage_add(f->db, f->a, &officer, &w, err);
}

static void an_invented_division(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct err err = {0};
    struct str old = added(&f, "quận An Hòa", ""), ward = added(&f, "phường Hoa Đào", "quan-an-hoa");
    struct str news[] = {added(&f, "phường An Hòa Đông", ""), added(&f, "phường An Hòa Tây", "")};
    assert_false(line(&f, &err, old, news, 2, "population=0,43/0,56"));
    assert_int_equal(err.code, ERR_SHARE_SUM);
    assert_false(line(&f, &err, old, news, 2, "population=0,43/0,58"));
    assert_int_equal(err.code, ERR_SHARE_OVER);
    assert_true(line(&f, &err, old, news, 2, "population=0,43/0,57 area=0.5/0.5"));
    assert_false(line(&f, &err, old, &ward, 1, "population=0,01"));
    assert_int_equal(err.code, ERR_SHARE_OVER);
    assert_true(line(&f, &err, ward, news, 1, ""));
    give(&f, &(struct given){"quận An Hòa", "2025-H1", "1000"});
    give(&f, &(struct given){"phường An Hòa Đông", "2026-H1", "473"});
    assert_like(&f, "phuong-an-hoa-dong", "2026-H1", LIKE_ESTIMATED, "430", "dân số từ quận An Hòa");
    give(&f, &(struct given){"phường Hoa Đào, quận An Hòa", "2025-H1", "400"});
    assert_like(&f, "phuong-an-hoa-dong", "2026-H1", LIKE_RECOMPUTED, "400", "tính lại từ phường Hoa Đào");
    /* An area is shared by area alone, and the lineage stands in the journal. */
    struct unit_lines lines;
    assert_true(unit_lines_after(&lines, f.db, f.a, old, &err));
    assert_int_equal(lines.len, 2);
    assert_true(decimal_eq(unit_line_share(&lines.at[0], STR("area"))->share, (struct decimal){5, 1}));
    assert_null(unit_line_share(&lines.at[0], STR("C01")));
    assert_true(fixture_verifies(f.path, NULL));
    fixture_close(&f);
}

/* Quận X became phường Y; what it was before was itself made of two. */
static void over_several_changes(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct err err = {0};
    struct unit_lines lines;
    assert_true(unit_lines_through(&lines, f.db, f.a, STR("26947"), true, (struct date){2026, 1, 1}, &err));
    assert_int_equal(lines.len, 1);
    assert_str(lines.at[0].new, STR("26944"));
    assert_int_equal(lines.at[0].part, UNIT_WHOLE);
    assert_true(unit_lines_through(&lines, f.db, f.a, STR("26947"), true, (struct date){0}, &err));
    assert_str(lines.at[0].new, STR("26944.2025"));
    /* Phường 6 went to phường 5 and 7, and these to two wards of today. */
    assert_true(unit_lines_through(&lines, f.db, f.a, STR("26932"), true, (struct date){2026, 1, 1}, &err));
    assert_int_equal(lines.len, 2);
    assert_int_equal(lines.at[0].part, UNIT_PART);
    /* A mere change of kind is passed over. */
    assert_true(unit_lines_through(&lines, f.db, f.a, STR("25270"), false, (struct date){0}, &err));
    assert_true(lines.len >= 3);
    for (size_t i = 0; i < lines.len; i++) assert_false(str_eq(lines.at[i].old, STR("25270.2026")));
    fixture_close(&f);
}

static void names_of_the_record_and_of_the_country(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct looked_units list;
    struct looked_unit u;
    struct err err = {0};
    struct date none = {0}, today = {2026, 11, 27};
    added(&f, "Trạm y tế", "26944");
    added(&f, "Trạm y tế", "26911");
    assert_true(unit_look(&list, f.db, f.a, STR("trạm y tế"), none, &err));
    assert_int_equal(list.len, 2);
    assert_false(unit_look_one(&u, &list, f.db, f.a, STR("Trạm y tế"), none, today, &err));
    assert_int_equal(err.code, ERR_UNIT_MANY);
    assert_true(unit_look_one(&u, &list, f.db, f.a, STR("Trạm y tế, phường Bình Quới"), none, today, &err));
    assert_str(u.parent, STR("26911"));
    assert_true(unit_look_one(&u, &list, f.db, f.a, STR("TPHCM"), none, today, &err));
    assert_str(u.id, STR("79"));
    assert_true(unit_look_one(&u, &list, f.db, f.a, STR("TPHCM"), (struct date){2024, 1, 1}, today, &err));
    assert_str(u.id, STR("79.2025"));
    assert_true(unit_look_one(&u, &list, NULL, f.a, STR("quận 1, TPHCM"), none, today, &err));
    assert_str(u.id, STR("760"));
    assert_false(unit_look_one(&u, &list, NULL, f.a, STR("Trạm y tế"), none, today, &err));
    assert_int_equal(err.code, ERR_UNIT_NONE);
    assert_false(unit_look_one(&u, &list, NULL, f.a, STR("quận Bình Thạn"), none, today, &err));
    assert_int_equal(err.code, ERR_UNIT_NEAR);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wards_before_the_share_of_their_district),
        cmocka_unit_test(an_estimate_is_about),
        cmocka_unit_test(parts_that_nobody_knows),
        cmocka_unit_test(rates_are_not_added),
        cmocka_unit_test(an_invented_division),
        cmocka_unit_test(over_several_changes),
        cmocka_unit_test(names_of_the_record_and_of_the_country),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
