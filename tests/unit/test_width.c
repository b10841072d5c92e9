/* SPDX-License-Identifier: Apache-2.0
 *
 * width: columns of a terminal, clipping, making a stranger's text plain.
 */
#include "unit_test.h"

#include "buf.h"
#include "width.h"

static void widths(void **state)
{
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {
        {"", 0},        {"ha", 2},     {"Điều Hành", 9},  {"đường Trường Chinh", 18},
        {"e\u0301", 1}, {"\u1EBF", 1}, {"a\u200Bb", 2},   {"漢字", 4},
        {"Ａ", 2},      {"─…", 2},     {"\U0001F600", 2}, {"\uFEFFx", 1},
        {"₫", 1},       {"m²", 2},     {"“ngoặc”", 7},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (width_of(str_of(cases[i].text)) != cases[i].width)
            fail_msg("«%s»: %zu, not %zu", cases[i].text, width_of(str_of(cases[i].text)), cases[i].width);
}

static void clip_keeps_whole_letters(void **state)
{
    (void)state;
    assert_str(width_clip(STR("Điều Hành"), 4), STR("Điều"));
    assert_str(width_clip(STR("Điều Hành"), 100), STR("Điều Hành"));
    assert_str(width_clip(STR("Điều"), 0), STR(""));
    assert_str(width_clip(STR("e\u0301e\u0301"), 1), STR("e\u0301"));
    assert_str(width_clip(STR("漢字"), 3), STR("漢"));
}

static void plain_text_obeys_nothing(void **state)
{
    static const char *const cases[][2] = {
        {"một\ndòng\thai\r", "một dòng hai "},
        {"\033[2Jxoá", "\uFFFD[2Jxoá"},
        {"a\u202Eb\u2066c", "a\uFFFDb\uFFFDc"},
        {"\x7F\xC2\x9B", "\uFFFD\uFFFD"},
        {"như cũ", "như cũ"},
        {"b\xFF\xE1\xBA o\x80", "b\uFFFD\uFFFD\uFFFD o\uFFFD"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(1000);
        width_put_plain(&b, str_of(cases[i][0]));
        assert_str(buf_str(&b), str_of(cases[i][1]));
        buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(clip_keeps_whole_letters),
        cmocka_unit_test(plain_text_obeys_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
