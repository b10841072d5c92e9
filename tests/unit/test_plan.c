/* SPDX-License-Identifier: Apache-2.0
 *
 * plan: the layers that words name.
 */
#include "unit_test.h"

#include "plan.h"

static const struct {
    const char *words, *layer;
} CASES[] = {
    {"", ""},
    {"kế hoạch", ""},
    {"kế hoạch năm", ""},
    {"dự toán năm", ""},
    {"chỉ tiêu đề ra", ""},
    {"chỉ tiêu Nghị quyết", ""},
    {"dự toán giao", "giao"},
    {"kế hoạch được giao", "giao"},
    {"kế hoạch vốn giao", "giao"},
    {"dự toán Thành phố giao", "giao"},
    {"dự toán TP giao", "giao"},
    {"dự toán tỉnh giao", "giao"},
    {"dự toán Trung ương giao", "giao"},
    {"kế hoạch Thủ tướng Chính phủ giao", "giao"},
    {"dự toán cấp trên giao", "giao"},
    {"dự toán Bộ Tài chính giao", "giao"},
    {"dự toán HĐND quận giao", "hdnd"},
    {"dự toán Hội đồng nhân dân phường giao", "hdnd"},
    {"dự toán HĐND Thành phố giao", "hdnd"},
    {"dự toán HĐND tỉnh", "hdnd"},
    {"Nghị quyết HĐND các cấp", "hdnd"},
    {"dự toán Thành phố và HĐND quận giao", "giao+hdnd"},
    {"dự toán HĐND quận và Thành phố giao", "giao+hdnd"},
    {"dự toán Trung ương và HĐND tỉnh giao", "giao+hdnd"},
    {"chỉ tiêu pháp lệnh", "phap_lenh"},
    {"chỉ tiêu pháp lệnh Thành phố giao", "phap_lenh"},
    {"chỉ tiêu phấn đấu", "phan_dau"},
    {"dự toán phấn đấu HĐND quận giao", "phan_dau"},
    {"kế hoạch sau điều chỉnh", "dieu_chinh"},
    {"DỰ TOÁN THÀNH PHỐ GIAO", "giao"},
    {"dự toán bổ sung", "bo_sung"},
    {"dự toán bổ sung trong năm", "bo_sung"},
    {"bổ sung dự toán chi", "bo_sung"},
    {"dự toán sau điều chỉnh, bổ sung trong năm", "dieu_chinh"},
    {"dự toán thu bổ sung", ""},
    {"thu bổ sung có mục tiêu từ ngân sách cấp trên", ""},
    {"dự toán thu bổ sung Thành phố giao", "giao"},
    {"...", ""},
};

static void words_name_layers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct str got = plan_layer_literal(plan_layer_of_words(str_of(CASES[i].words)));
        if (!str_eq(got, str_of(CASES[i].layer)))
            fail_msg("«%s» is «%.*s», not «%s»", CASES[i].words, STR_ARG(got), CASES[i].layer);
    }
}

static void literals_are_found_again(void **state)
{
    (void)state;
    for (int i = 0; i < PLAN_LAYERS; i++) {
        enum plan_layer l;
        assert_true(plan_layer_find(&l, plan_layer_literal((enum plan_layer)i)));
        assert_int_equal(l, i);
        assert_true(plan_layer_name(l).len > 0);
    }
    enum plan_layer l;
    assert_false(plan_layer_find(&l, STR("khac")));
}

/* Longer than any report writes: read as far as it is kept, never beyond. */
static void long_words_are_cut(void **state)
{
    (void)state;
    char text[3000];
    for (size_t i = 0; i < sizeof text; i++) text[i] = i % 3 ? 'a' : ' ';
    assert_int_equal(plan_layer_of_words((struct str){text, sizeof text}), PLAN_UNNAMED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_name_layers),
        cmocka_unit_test(literals_are_found_again),
        cmocka_unit_test(long_words_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
