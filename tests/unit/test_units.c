/* SPDX-License-Identifier: Apache-2.0
 *
 * units: the units that the program knows, as data: they are as many as the country has, each has its place, every
 * one that ended became something, and names lead to them.
 */
#include "unit_test.h"

#include "arena.h"
#include "unit_lineage.h"
#include "unit_search.h"

static const struct date BEFORE = {2025, 6, 30}, AFTER = {2025, 7, 1}, LATER = {2026, 5, 1}, EVER = {0};

static void counts_of_the_country(void **state)
{
    (void)state;
    static const struct {
        struct date day;
        size_t provinces, districts, communes;
    } COUNTS[] = {
        {{2025, 6, 30}, 63, 696, 10035}, {{2025, 3, 1}, 63, 696, 10035},  {{2025, 7, 1}, 34, 0, 3321},
        {{2026, 5, 1}, 34, 0, 3321},     {{2021, 11, 1}, 63, 705, 10599},
    };
    for (size_t c = 0; c < sizeof COUNTS / sizeof *COUNTS; c++) {
        size_t n[UNIT_KINDS] = {0};
        for (uint32_t i = 1; i <= unit_count(); i++) {
            struct unit u = unit_at((struct unit_id){i});
            n[u.kind] += unit_valid_on(&u, COUNTS[c].day);
        }
        assert_int_equal(n[UNIT_PROVINCE], COUNTS[c].provinces);
        assert_int_equal(n[UNIT_DISTRICT], COUNTS[c].districts);
        assert_int_equal(n[UNIT_COMMUNE], COUNTS[c].communes);
    }
}

/* 2,621 xã + 687 phường + 13 đặc khu; from 30/4/2026 ten xã of Đồng Nai are phường. */
static size_t count_of_kind(struct date day, struct str kind)
{
    size_t n = 0;
    for (uint32_t i = 1; i <= unit_count(); i++) {
        struct unit u = unit_at((struct unit_id){i});
        n += u.kind == UNIT_COMMUNE && unit_valid_on(&u, day) && str_eq(unit_name_kind(u.name), kind);
    }
    return n;
}

static void kinds_of_communes(void **state)
{
    (void)state;
    assert_int_equal(count_of_kind(AFTER, STR("xã")), 2621);
    assert_int_equal(count_of_kind(AFTER, STR("phường")), 687);
    assert_int_equal(count_of_kind(AFTER, STR("đặc khu")), 13);
    assert_int_equal(count_of_kind(LATER, STR("xã")), 2611);
    assert_int_equal(count_of_kind(LATER, STR("phường")), 697);
    assert_int_equal(count_of_kind(BEFORE, STR("thị trấn")), 617);
}

static void every_unit_has_its_place(void **state)
{
    (void)state;
    for (uint32_t i = 1; i <= unit_count(); i++) {
        struct unit u = unit_at((struct unit_id){i});
        struct date last = unit_day_within(&u, EVER);
        assert_int_equal(unit_of_id(u.id).n, i);
        assert_int_equal(unit_of_code(u.code, date_known(u.to) ? u.to : LATER).n, i);
        if (u.kind == UNIT_PROVINCE) {
            assert_int_equal(unit_above(&u, EVER).n, 0);
            continue;
        }
        struct unit_id up = unit_above(&u, last);
        if (!up.n) fail_msg("%.*s lies nowhere", STR_ARG(u.id));
        struct unit v = unit_at(up);
        assert_true(v.kind < u.kind);
        if (date_known(u.from)) assert_true(unit_above(&u, u.from).n != 0);
    }
}

static bool adds_up(const struct unit_edges *e, bool by_area)
{
    int64_t sum = 0;
    size_t known = 0;
    for (size_t i = 0; i < e->len; i++) {
        int64_t share = by_area ? e->at[i].area.coefficient : e->at[i].population.coefficient;
        sum += share;
        known += share != 0;
    }
    return known == 0 || (known == e->len && sum == 10000);
}

static void what_ended_became_something(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct unit_edges e;
    for (uint32_t i = 1; i <= unit_count(); i++) {
        struct arena_mark mark = arena_mark(a);
        struct unit u = unit_at((struct unit_id){i});
        unit_successors(&e, a, (struct unit_id){i});
        if (date_cmp(u.to, BEFORE) == 0 && e.len == 0) fail_msg("%.*s became nothing", STR_ARG(u.id));
        if (!adds_up(&e, true) || !adds_up(&e, false)) fail_msg("shares of %.*s", STR_ARG(u.id));
        for (size_t k = 0; k < e.len; k++) {
            assert_int_equal(e.at[k].old.n, i);
            if (e.at[k].part == UNIT_WHOLE) assert_int_equal(e.len, 1);
            if (date_cmp(e.at[k].day, AFTER) == 0) assert_true(e.at[k].source.len > 0);
        }
        unit_predecessors(&e, a, (struct unit_id){i});
        if (date_cmp(u.from, AFTER) >= 0 && e.len == 0) fail_msg("%.*s was made of nothing", STR_ARG(u.id));
        arena_reset(a, mark);
    }
    arena_close(a);
}

/* Names of what a district or ward became, sorted by id, '|' between them, '*' behind parts. */
static void assert_became(struct arena *a, const char *said, struct date day, const char *wanted)
{
    struct unit_ids ids;
    struct unit_edges e;
    char text[1000] = "";
    unit_search(&ids, a, str_of(said), day);
    assert_int_equal(ids.len, 1);
    unit_successors(&e, a, ids.at[0]);
    for (size_t i = 0; i < e.len; i++) {
        struct unit u = unit_at(e.at[i].new);
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, "%s%.*s", n ? "|" : "", STR_ARG(u.name));
    }
    assert_string_equal(text, wanted);
}

static void districts_that_were_divided(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    assert_became(a, "quận 1, TPHCM", EVER, "phường Tân Định|phường Sài Gòn|phường Bến Thành|phường Cầu Ông Lãnh");
    assert_became(a, "Q. Bình Thạnh", EVER,
                  "phường Bình Lợi Trung|phường Bình Quới|phường Bình Thạnh|phường Gia Định|phường Thạnh Mỹ Tây");
    assert_became(a, "Quận Bình Tân", EVER,
                  "phường Bình Hưng Hòa|phường Bình Tân|phường Bình Trị Đông|phường Tân Tạo|phường An Lạc|"
                  "xã Tân Nhựt|xã Tân Vĩnh Lộc");
    assert_became(a, "quận Hai Bà Trưng", EVER,
                  "phường Cửa Nam|phường Hồng Hà|phường Văn Miếu - Quốc Tử Giám|phường Hai Bà Trưng|phường Vĩnh Tuy|"
                  "phường Bạch Mai|phường Vĩnh Hưng|phường Tương Mai|phường Lĩnh Nam");
    assert_became(a, "huyện Côn Đảo", EVER, "đặc khu Côn Đảo");
    assert_became(a, "phường 3, quận Bình Thạnh", (struct date){2024, 6, 1}, "phường 1");
    arena_close(a);
}

static void made_of(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct unit_edges e;
    unit_predecessors(&e, a, unit_of_id(STR("26944")));
    static const char *const OLD[] = {"26926", "26941", "26944.2025", "26950", "765"};
    assert_int_equal(e.len, sizeof OLD / sizeof *OLD);
    for (size_t i = 0; i < e.len; i++) {
        assert_str(unit_at(e.at[i].old).id, str_of(OLD[i]));
        assert_int_equal(e.at[i].part, i < 4 ? UNIT_WHOLE : UNIT_PART);
        assert_str(e.at[i].source, STR("1685/NQ-UBTVQH15 ngày 16/6/2025"));
    }
    assert_true(e.at[4].population.coefficient > 0); /* all of Bình Thạnh stayed within its five wards */
    unit_predecessors(&e, a, unit_of_id(STR("79")));
    assert_int_equal(e.len, 3);
    unit_successors(&e, a, unit_of_id(STR("777")));
    for (size_t i = 0; i < e.len; i++) assert_int_equal(e.at[i].population.coefficient, 0);
    arena_close(a);
}

/* What a name means: ids in order, ' ' between them. */
static const struct {
    const char *said;
    struct date day;
    const char *ids;
} MEANT[] = {
    {"765", {0}, "765"},
    {"26905", {0}, "26905"},
    {"26905", {2024, 1, 1}, "26905.2025"},
    {"26905.2025", {2026, 1, 1}, "26905.2025"},
    {"quận Bình Thạnh", {0}, "765"},
    {"Q. Bình Thạnh", {2023, 6, 30}, "765"},
    {"q binh thanh", {2023, 6, 30}, "765"},
    {"UBND QUẬN BÌNH THẠNH", {2023, 6, 30}, "765"},
    {"quận Bình Thạnh", {2026, 1, 1}, ""},
    {"phường Bình Thạnh, TPHCM", {2026, 1, 1}, "26929"},
    {"Q1", {2023, 1, 1}, "760"},
    {"quận 1, TPHCM", {0}, "760"},
    {"Quận 1 TP.HCM", {0}, "760"},
    {"P.1 Q.3", {2023, 1, 1}, "27160"},
    {"phường 1, quận 3, TPHCM", {2023, 1, 1}, "27160"},
    {"TPHCM", {2024, 1, 1}, "79.2025"},
    {"TP. Hồ Chí Minh", {2025, 7, 1}, "79"},
    {"Thành phố Hồ Chí Minh", {2026, 7, 1}, "79"},
    {"P. Bến Nghé", {2024, 1, 1}, "26740.2025"},
    {"TP. Thủ Đức", {2024, 1, 1}, "769"},
    {"Hà Nội", {2024, 1, 1}, "01"},
    {"tỉnh Hà Giang", {2024, 1, 1}, "02"},
    {"tỉnh Hà Giang", {2025, 7, 1}, ""},
    {"tỉnh Thừa Thiên Huế", {2024, 1, 1}, "46.2024"},
    {"tỉnh TT-Huế", {2024, 1, 1}, "46.2024"},
    {"thành phố Huế", {2025, 7, 1}, "46"},
    {"thành phố Huế", {2023, 7, 1}, "474.2024"},
    {"tỉnh BR-VT", {2023, 7, 1}, "77"},
    {"tỉnh Đồng Nai", {2025, 12, 31}, "75.2026"},
    {"TP. Đồng Nai", {2026, 4, 30}, "75"},
    {"xã Lộc Ninh, tỉnh Đồng Nai", {2026, 4, 29}, "25270.2026"},
    {"phường Lộc Ninh", {2026, 4, 30}, "25270"},
    {"Quan Hóa", {2023, 1, 1}, "385"},
    {"huyện Quan Hoá", {2023, 1, 1}, "385"},
    {"TX. Kỳ Anh", {2023, 1, 1}, "449"},
    {"H. Kỳ Anh", {2023, 1, 1}, "447"},
    {"Kỳ Anh", {2023, 1, 1}, "447 449"},
    {"đặc khu Côn Đảo", {2026, 1, 1}, "26732"},
    {"quận An Hòa", {0}, ""},
    {"phường 1, quận An Hòa", {0}, ""},
    {"", {0}, ""},
    {" , ", {0}, ""},
    {"99", {0}, ""},
};

static void names_mean_units(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    for (size_t i = 0; i < sizeof MEANT / sizeof *MEANT; i++) {
        struct unit_ids ids;
        char text[2000] = "";
        unit_search(&ids, a, str_of(MEANT[i].said), MEANT[i].day);
        for (size_t k = 0; k < ids.len; k++) {
            size_t n = strlen(text);
            snprintf(text + n, sizeof text - n, "%s%.*s", n ? " " : "", STR_ARG(unit_at(ids.at[k]).id));
        }
        if (strcmp(text, MEANT[i].ids) != 0) fail_msg("«%s» is %s and not %s", MEANT[i].said, text, MEANT[i].ids);
    }
    arena_close(a);
}

/* Every unit is found by its full name with the names above it, on a day of its own. */
static void every_unit_is_found(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    size_t several = 0;
    for (uint32_t i = 1; i <= unit_count(); i += 7) {
        struct arena_mark mark = arena_mark(a);
        struct unit u = unit_at((struct unit_id){i});
        struct date day = date_known(u.to) ? u.to : LATER;
        struct unit_ids ids;
        char said[300];
        int len = snprintf(said, sizeof said, "%.*s", STR_ARG(u.name));
        for (struct unit v = u; unit_above(&v, day).n;) {
            v = unit_at(unit_above(&v, day));
            len += snprintf(said + len, sizeof said - (size_t)len, ", %.*s", STR_ARG(v.name));
        }
        unit_search(&ids, a, str_of(said), day);
        bool found = false;
        for (size_t k = 0; k < ids.len; k++) found |= ids.at[k].n == i;
        if (!found) fail_msg("«%s» is not found", said);
        several += ids.len > 1;
        arena_reset(a, mark);
    }
    assert_in_range(several, 0, 2);
    arena_close(a);
}

static void two_wards_of_one_name_are_two(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct unit_ids all, one;
    unit_search(&all, a, STR("xã Tân Lập"), LATER);
    assert_true(all.len > 1);
    for (size_t i = 0; i < all.len; i++) {
        struct unit u = unit_at(all.at[i]), up = unit_at(unit_above(&u, LATER));
        char said[200];
        snprintf(said, sizeof said, "xã Tân Lập, %.*s", STR_ARG(up.name));
        unit_search(&one, a, str_of(said), LATER);
        assert_true(one.len >= 1 && one.len < all.len);
    }
    arena_close(a);
}

static void near_names(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct unit_ids near;
    unit_search_near(&near, a, STR("quận Bình Thạn"), BEFORE, 3);
    bool found = false;
    for (size_t i = 0; i < near.len; i++) found |= str_eq(unit_at(near.at[i]).id, STR("765"));
    assert_true(found);
    unit_search_near(&near, a, STR("quận Xyzwvutsrq"), BEFORE, 3);
    assert_int_equal(near.len, 0);
    arena_close(a);
}

static void units_lie_in_units(void **state)
{
    (void)state;
    struct unit_id ward = unit_of_id(STR("26926")), district = unit_of_id(STR("765")),
                   city = unit_of_id(STR("79.2025"));
    assert_true(unit_lies_in(ward, district, BEFORE));
    assert_true(unit_lies_in(ward, city, EVER));
    assert_false(unit_lies_in(district, ward, BEFORE));
    assert_false(unit_lies_in(unit_of_id(STR("26944")), district, LATER));
    assert_true(unit_lies_in(unit_of_id(STR("26944")), unit_of_id(STR("79")), LATER));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_of_the_country),
        cmocka_unit_test(kinds_of_communes),
        cmocka_unit_test(every_unit_has_its_place),
        cmocka_unit_test(what_ended_became_something),
        cmocka_unit_test(districts_that_were_divided),
        cmocka_unit_test(made_of),
        cmocka_unit_test(names_mean_units),
        cmocka_unit_test(every_unit_is_found),
        cmocka_unit_test(two_wards_of_one_name_are_two),
        cmocka_unit_test(near_names),
        cmocka_unit_test(units_lie_in_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
