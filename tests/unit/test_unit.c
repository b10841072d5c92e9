/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_name: names as papers write them lead to one key.
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

static void keys_have_parts(void **state)
{
    (void)state;
    assert_str(unit_key_kind(STR("quan binh thanh")), STR("quan"));
    assert_str(unit_key_proper(STR("thi tran lai vung")), STR("lai vung"));
    assert_str(unit_key_proper(STR("quan")), STR("quan"));
    assert_str(unit_key_proper(STR("quang tri")), STR("quang tri"));
    assert_str(unit_name_kind(STR("thị trấn Lai Vung")), STR("thị trấn"));
    assert_str(unit_name_kind(STR("Sở Tài chính")), STR(""));
    assert_int_equal(unit_key_seam(STR("phuong 1 quan 3"), SIZE_MAX), 9);
    assert_int_equal(unit_key_seam(STR("phuong 1 q3"), SIZE_MAX), 9);
    assert_int_equal(unit_key_seam(STR("quan 3"), SIZE_MAX), 0);
    struct str rest = STR(" phường 12, quận Bình Thạnh (TP.HCM) ,");
    assert_str(unit_name_part(&rest), STR("phường 12"));
    assert_str(unit_name_part(&rest), STR("quận Bình Thạnh"));
    assert_str(unit_name_part(&rest), STR("TP.HCM"));
    assert_str(unit_name_part(&rest), STR(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_lead_to_keys),
        cmocka_unit_test(names_are_kept_tidy),
        cmocka_unit_test(long_names_are_cut),
        cmocka_unit_test(keys_have_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
