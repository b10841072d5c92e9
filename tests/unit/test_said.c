/* SPDX-License-Identifier: Apache-2.0
 *
 * said: what is written is read again, field by field, and written the same; what is no such line is refused.
 */
#include "scratch.h"

#include "buf.h"
#include "said.h"

static const struct {
    const char *line;
} lines[] = {
    {"{\"block\":\"paragraph\",\"end\":131}"},
    {"{\"block\":\"heading\",\"start\":131,\"end\":140}"},
    {"{\"block\":\"list_item\",\"start\":1,\"end\":2}"},
    {"{\"block\":\"cell\",\"start\":1,\"end\":2}"},
    {"{\"block\":\"caption\",\"start\":1,\"end\":2}"},
    {"{\"block\":\"furniture\",\"start\":1,\"end\":2}"},
    {"{\"statement\":\"figure\",\"start\":12,\"end\":29,\"quote\":\"1.996,2 tỷ "
     "đồng\",\"rule\":\"money\",\"value\":[19962,-8],"
     "\"kind\":\"level\",\"period\":\"2023-H1\",\"measure\":\"VND\",\"subject\":\"thu ngân sách nhà "
     "nước\",\"indicator\":\"C01\","
     "\"place\":\"quận Bình Tân\",\"group\":3,\"unit\":\"quan-binh-tan\"}"},
    {"{\"statement\":\"figure\",\"end\":6,\"quote\":\"55,45%\",\"rule\":\"ratio\",\"value\":[5545,2],\"heading\":true,"
     "\"kind\":"
     "\"plan_ratio\",\"bound\":\"over\",\"aspect\":\"estimate\",\"against\":\"plan\",\"period\":\"2023-H1\","
     "\"measure\":\"%\","
     "\"subject\":\"thu ngân sách\",\"plan\":\"chỉ tiêu pháp lệnh\",\"layer\":\"giao\"}"},
    {"{\"statement\":\"figure\",\"start\":1,\"end\":9,\"quote\":\"giảm "
     "9,8%\",\"value\":[-98,1],\"kind\":\"growth\",\"against\":"
     "\"2015\",\"period\":\"2016-2020\",\"measure\":\"%\"}"},
    {"{\"statement\":\"figure\",\"start\":1,\"end\":9,\"quote\":\"từ 5 đến "
     "7%\",\"value\":[5,0],\"value_max\":[7,0],\"kind\":"
     "\"level\",\"bound\":\"about\",\"aspect\":\"plan\",\"measure\":\"%\"}"},
    {"{\"statement\":\"figure\",\"start\":1,\"end\":9,\"quote\":\"35/38 chỉ "
     "tiêu\",\"value\":[35,0],\"of\":[38,0],\"kind\":"
     "\"fraction\",\"measure\":\"chỉ tiêu\"}"},
    {"{\"statement\":\"document_reference\",\"start\":1,\"end\":9,\"quote\":\"Kế hoạch số "
     "232/KH-UBND\",\"document_kind\":\"Kế "
     "hoạch\",\"symbol\":\"232/KH-UBND\",\"symbol_norm\":\"232/KH-UBND\",\"issuer\":\"UBND "
     "quận\",\"date\":\"2023-10-27\","
     "\"about\":\"triển khai\",\"implements\":0}"},
    {"{\"statement\":\"document_reference\",\"start\":1,\"end\":9,\"quote\":\"Nghị quyết 98\",\"symbol\":\"98\"}"},
    {"{\"statement\":\"directive\",\"start\":1,\"end\":9,\"quote\":\"yêu cầu các phòng báo cáo\",\"who\":\"UBND "
     "quận\",\"whom\":\"các "
     "phòng\",\"what\":\"báo cáo\",\"due_words\":\"trước ngày 15/12/2025\",\"due\":\"..2025-12-15\"}"},
};

static void every_field_comes_back(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct said_line line;
        struct buf b = buf_make(SIZE_MAX);
        if (!said_read(&line, a, str_of(lines[i].line))) fail_msg("%s", lines[i].line);
        if (line.is_block)
            said_write_block(&b, &line.block);
        else
            said_write(&b, &line.said);
        assert_str(buf_str(&b), str_of(lines[i].line));
        buf_free(&b);
    }
    arena_close(a);
}

static void what_is_no_line_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "[]",
        "{}",
        "{\"block\":\"page\",\"end\":1}",
        "{\"block\":\"cell\",\"end\":-1}",
        "{\"block\":\"cell\",\"end\":4294967296}",
        "{\"statement\":\"rumour\",\"quote\":\"x\"}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"level\"}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"level\",\"value\":1.5}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"level\",\"value\":[1,99]}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"level\",\"value\":[1,0,0]}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"odd\",\"value\":[1,0]}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"level\",\"value\":[1,0],\"period\":\"2023-13\"}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"growth\",\"value\":[1,0],\"against\":\"hôm qua\"}",
        "{\"statement\":\"figure\",\"quote\":\"x\",\"kind\":\"level\",\"value\":[1,0],\"heading\":1}",
        "{\"statement\":\"figure\",\"quote\":7,\"kind\":\"level\",\"value\":[1,0]}",
        "{\"statement\":\"document_reference\",\"quote\":\"x\",\"date\":\"2023-02-30\"}",
        "{\"statement\":\"directive\",\"quote\":\"x\",\"quote\":\"x\"}",
        "{\"statement\":\"directive\",\"quote\":\"x\"",
    };
    struct arena *a = arena_make(SIZE_MAX);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct said_line line;
        if (said_read(&line, a, str_of(bad[i]))) fail_msg("%s", bad[i]);
    }
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_comes_back),
        cmocka_unit_test(what_is_no_line_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
