/* SPDX-License-Identifier: Apache-2.0
 *
 * unit: names as papers write them lead to one key; the provinces of before and after 1/7/2025.
 */
#include "unit_test.h"

#include "arena.h"
#include "unit.h"

static const struct {
    const char *name, *key;
    enum unit_kind kind;
} NAMES[] = {
    {"quận Bình Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"Quận Bình Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"QUẬN BÌNH THẠNH", "quan binh thanh", UNIT_DISTRICT},
    {"Q. Bình Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"Q.Bình Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"  quận   Bình\nThạnh ", "quan binh thanh", UNIT_DISTRICT},
    {"quận Bình\u00a0Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"UBND quận Bình Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"Ủy ban nhân dân quận Bình Thạnh", "quan binh thanh", UNIT_DISTRICT},
    {"HĐND phường Gia Định", "phuong gia dinh", UNIT_COMMUNE},
    {"quận 1", "quan 1", UNIT_DISTRICT},
    {"Q1", "quan 1", UNIT_DISTRICT},
    {"Q.1", "quan 1", UNIT_DISTRICT},
    {"P. 12", "phuong 12", UNIT_COMMUNE},
    {"P12", "phuong 12", UNIT_COMMUNE},
    {"phường 04", "phuong 4", UNIT_COMMUNE},
    {"phường 12, quận Bình Thạnh", "phuong 12", UNIT_COMMUNE},
    {"xã Tân Nhựt (huyện Bình Chánh)", "xa tan nhut", UNIT_COMMUNE},
    {"H. Bắc Hà", "huyen bac ha", UNIT_DISTRICT},
    {"TX. Kỳ Anh", "thi xa ky anh", UNIT_DISTRICT},
    {"TT. Cát Tiên", "thi tran cat tien", UNIT_COMMUNE},
    {"TP. Thủ Đức", "thanh pho thu duc", UNIT_DISTRICT},
    {"đặc khu Côn Đảo", "dac khu con dao", UNIT_COMMUNE},
    {"TPHCM", "thanh pho ho chi minh", UNIT_PROVINCE},
    {"TP HCM", "thanh pho ho chi minh", UNIT_PROVINCE},
    {"TP.HCM", "thanh pho ho chi minh", UNIT_PROVINCE},
    {"Tp. Hồ Chí Minh", "thanh pho ho chi minh", UNIT_PROVINCE},
    {"Thành phố Hồ Chí Minh", "thanh pho ho chi minh", UNIT_PROVINCE},
    {"thành phố HCM", "thanh pho ho chi minh", UNIT_PROVINCE},
    {"Thủ đô Hà Nội", "thanh pho ha noi", UNIT_PROVINCE},
    {"tỉnh Bà Rịa - Vũng Tàu", "tinh ba ria vung tau", UNIT_PROVINCE},
    {"tỉnh Hòa Bình", "tinh hoa binh", UNIT_PROVINCE},
    {"tỉnh Hoà Bình", "tinh hoa binh", UNIT_PROVINCE},
    {"Việt Nam", "viet nam", UNIT_COUNTRY},
    {"cả nước", "ca nuoc", UNIT_COUNTRY},
    {"Sở Tài chính", "so tai chinh", UNIT_OFFICE},
    {"Quận ủy Bình Thạnh", "quan uy binh thanh", UNIT_OFFICE},
    {"Phòng Tài chính - Kế hoạch", "phong tai chinh ke hoach", UNIT_OFFICE},
    {"UBND", "ubnd", UNIT_OFFICE},
    {"", "", UNIT_OFFICE},
    {" - ", "", UNIT_OFFICE},
};

static void names_lead_to_keys(void **state)
{
    (void)state;
    struct arena *a = arena_make(1000000);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        assert_str(unit_key(a, str_of(NAMES[i].name)), str_of(NAMES[i].key));
        if (unit_kind_of_name(str_of(NAMES[i].name)) != NAMES[i].kind) fail_msg("kind of «%s»", NAMES[i].name);
    }
    /* A key is the key of itself, so that keys can be stored and compared. */
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        assert_str(unit_key(a, str_of(NAMES[i].key)), str_of(NAMES[i].key));
    arena_close(a);
}

static void names_are_kept_tidy(void **state)
{
    (void)state;
    static const char *const NAMES_KEPT[][2] = {
        {"QUẬN AN HÒA", "quận An Hòa"},
        {"Quận An Hòa", "quận An Hòa"},
        {"quận An Hòa", "quận An Hòa"},
        {"THÀNH PHỐ LẠC HỒNG", "thành phố Lạc Hồng"},
        {"Phường 12", "phường 12"},
        {"Sở Tài chính", "Sở Tài chính"},
        {"TỈNH BÀ RỊA - VŨNG TÀU", "tỉnh Bà Rịa - Vũng Tàu"},
        {"quận", "quận"},
        {"", ""},
        {"Đặc khu Côn Đảo", "đặc khu Côn Đảo"},
        {"TPHCM", "TPHCM"},
    };
    struct arena *a = arena_make(1000000);
    for (size_t i = 0; i < sizeof NAMES_KEPT / sizeof *NAMES_KEPT; i++)
        assert_str(unit_tidy_name(a, str_of(NAMES_KEPT[i][0])), str_of(NAMES_KEPT[i][1]));
    arena_close(a);
}

static void long_names_are_cut(void **state)
{
    (void)state;
    struct arena *a = arena_make(1000000);
    char *text = arena_alloc(a, 100000, 1);
    for (size_t i = 0; i + 4 <= 100000; i += 4) memcpy(text + i, "ế ", 4);
    assert_true(unit_key(a, (struct str){text, 100000}).len <= UNIT_KEY_SIZE);
    for (size_t i = 0; i < 100000; i++) text[i] = 'q';
    assert_true(unit_key(a, (struct str){text, 100000}).len <= UNIT_KEY_SIZE);
    arena_close(a);
}

static void provinces_before_and_after(void **state)
{
    (void)state;
    struct units all = unit_catalogue();
    struct date before = {2024, 6, 30}, after = {2025, 7, 1}, later = {2026, 5, 1}, unknown = {0};
    size_t old = 0, now = 0, open = 0;
    for (size_t i = 0; i < all.len; i++) {
        old += unit_valid_on(&all.at[i], before);
        now += unit_valid_on(&all.at[i], after);
        open += unit_valid_on(&all.at[i], unknown);
        assert_ptr_equal(unit_find(all.at[i].code), &all.at[i]);
        assert_int_equal(all.at[i].kind, UNIT_PROVINCE);
    }
    assert_int_equal(old, 63);
    assert_int_equal(now, 34);
    assert_int_equal(open, 34);
    assert_str(unit_of_name(STR("TPHCM"), before)->code, STR("79.2025"));
    assert_str(unit_of_name(STR("TPHCM"), after)->code, STR("79"));
    assert_str(unit_of_name(STR("Hà Nội"), before)->code, STR("01"));
    assert_str(unit_of_name(STR("tỉnh Hà Giang"), before)->code, STR("02.2025"));
    assert_null(unit_of_name(STR("tỉnh Hà Giang"), after));
    assert_str(unit_of_name(STR("tỉnh Thừa Thiên Huế"), before)->code, STR("46.2024"));
    assert_str(unit_of_name(STR("thành phố Huế"), after)->code, STR("46"));
    assert_str(unit_of_name(STR("tỉnh Đồng Nai"), after)->code, STR("75.2026"));
    assert_str(unit_of_name(STR("TP. Đồng Nai"), later)->code, STR("75"));
    assert_null(unit_of_name(STR("quận 1"), before));
    assert_null(unit_of_name(STR(""), before));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_lead_to_keys),
        cmocka_unit_test(names_are_kept_tidy),
        cmocka_unit_test(long_names_are_cut),
        cmocka_unit_test(provinces_before_and_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
