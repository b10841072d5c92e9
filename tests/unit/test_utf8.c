/* SPDX-License-Identifier: Apache-2.0
 *
 * utf8: every letter of Latin up to U+1EFF against ICU, the folding of Vietnamese, the key of a syllable, and which
 * bytes are valid UTF-8 (against ICU's own decoder for every sequence of three bytes).
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* The Latin letters that utf8 knows: all but Latin Extended-B, where it knows ơ and ư. */
static bool known(uint32_t c)
{
    return c < 0x180 || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 || (c >= 0x1E00 && c <= 0x1EFF);
}

static void lower_letter_and_upper_agree_with_icu(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x1EFF; c++) {
        if (!known(c) || (c >= 0x1EFA && c <= 0x1EFF)) continue;
        UChar32 u = (UChar32)c;
        if (utf8_lower_char(c) != (uint32_t)u_tolower(u)) fail_msg("lower of U+%04X", c);
        if (utf8_is_letter(c) != (bool)u_isalpha(u)) fail_msg("letter U+%04X", c);
        if (utf8_is_upper(c) != (bool)u_isupper(u)) fail_msg("upper U+%04X", c);
    }
}

static void base_letter_agrees_with_the_decomposition_of_icu(void **state)
{
    (void)state;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    assert_true(U_SUCCESS(status));
    for (uint32_t c = 'A'; c <= 0x1EF9; c++) {
        if (!known(c)) continue;
        UChar to[16];
        int32_t n = unorm2_getDecomposition(nfd, (UChar32)c, to, 16, &status);
        char base = utf8_base_letter(c);
        if (n > 0 && to[0] < 0x80 && u_isalpha(to[0])) {
            if (base != (char)u_tolower(to[0])) fail_msg("base letter of U+%04X", c);
        } else if (base && c >= 0x80 && !u_isalpha((UChar32)c)) {
            fail_msg("U+%04X is no letter", c);
        }
    }
    assert_int_equal(utf8_base_letter(0x110), 'd');
    assert_int_equal(utf8_base_letter(0x111), 'd');
    assert_int_equal(utf8_base_letter(0x1EBE), 'e');
    assert_int_equal(utf8_base_letter('7'), 0);
    assert_int_equal(utf8_base_letter(0x1E00 - 1), 0);
    assert_int_equal(utf8_base_letter(0x4E00), 0);
}

static void lower_and_fold_of_all_vietnamese_letters(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct str upper = STR("AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ");
    struct str lower = STR("aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ");
    struct str plain = STR("aaaaaaaaaaaaaaaaaadeeeeeeeeeeeeiiiiiioooooooooooooooooouuuuuuuuuuuuyyyyyy");
    assert_str(utf8_lower(a, upper), lower);
    assert_str(utf8_lower(a, lower), lower);
    assert_str(utf8_fold(a, upper), plain);
    assert_str(utf8_fold(a, lower), plain);
    assert_str(utf8_fold(a, STR("Đường Trường\xC2\xA0"
                                "Chinh, 8.343 m²")),
               STR("duong truong chinh, 8.343 m²"));
    assert_str(utf8_fold(a, STR("Qua\xCC\xA3\xCC\x82n")), STR("quan"));
    arena_close(a);
}

struct syllable {
    const char *written, *key;
};

static const struct syllable SYLLABLES[] = {
    {"hoà", "hòa"},   {"hòa", "hòa"},   {"HOÀ", "hòa"},   {"Hoá", "hóa"}, {"khoẻ", "khỏe"},   {"khỏe", "khỏe"},
    {"thuỷ", "thủy"}, {"thủy", "thủy"}, {"uỷ", "ủy"},     {"Uỷ", "ủy"},   {"tuý", "túy"},     {"quý", "quý"},
    {"quỳ", "quỳ"},   {"quỹ", "quỹ"},   {"quỷ", "quỷ"},   {"QUÝ", "quý"}, {"huỵch", "huỵch"}, {"toàn", "toàn"},
    {"xoài", "xoài"}, {"hoạt", "hoạt"}, {"luỹ", "lũy"},   {"lũy", "lũy"}, {"loè", "lòe"},     {"toạ", "tọa"},
    {"Đạt", "đạt"},   {"tỷ", "tỷ"},     {"a", "a"},       {"", ""},       {"oà", "òa"},       {"giá", "giá"},
    {"quá", "quá"},   {"khoá", "khóa"}, {"chuỳ", "chùy"}, {"đoạ", "đọa"}, {"2023", "2023"},   {"m²", "m²"},
};

static void both_tone_places_have_one_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SYLLABLES / sizeof *SYLLABLES; i++) {
        char out[64];
        size_t n = utf8_syllable_key(out, sizeof out, str_of(SYLLABLES[i].written));
        assert_str(((struct str){out, n}), str_of(SYLLABLES[i].key));
    }
}

static void a_key_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    char out[8];
    assert_int_equal(utf8_syllable_key(out, 3, STR("thuỷ")), 0);
    assert_int_equal(utf8_syllable_key(out, 6, STR("thủy")), 6);
    assert_int_equal(utf8_syllable_key(out, 5, STR("thủy")), 0);
    assert_int_equal(utf8_syllable_key(out, sizeof out, STR("abcdefghijklmnopqrst")), 0);
}

static void validity_agrees_with_icu(void **state)
{
    (void)state;
    for (uint32_t n = 0; n < 1u << 24; n += 5) { /* 5: every byte value meets every other */
        char bytes[4] = {(char)(n >> 16), (char)(n >> 8), (char)n, 0};
        if (!(bytes[0] & 0x80)) {
            n |= 0xFFFF;
            continue;
        }
        UChar to[8];
        UErrorCode status = U_ZERO_ERROR;
        u_strFromUTF8(to, 8, NULL, bytes, 3, &status);
        bool good = U_SUCCESS(status);
        size_t bad = 99;
        if (utf8_valid((struct str){bytes, 3}, &bad) != good) fail_msg("%06X", n);
        assert_true(good ? bad == 99 : bad < 3);
    }
}

static void long_sequences(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        int bad; /* -1: valid */
    } cases[] = {{"\xF0\x9F\x98\x80", -1},   {"\xF0\x8F\xBF\xBF", 0}, {"\xF4\x8F\xBF\xBF", -1},
                 {"\xF4\x90\x80\x80", 0},    {"\xF5\x80\x80\x80", 0}, {"abc\xF0\x9F\x98", 3},
                 {"quận\xC0\xAF", 6},        {"12345678\xE1\xBA", 8}, {"12345678901\xED\xA0\x80", 11},
                 {"\xF0\x9F\x98\x80\x80", 4}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = 99;
        assert_int_equal(utf8_valid(str_of(cases[i].bytes), &bad), cases[i].bad < 0);
        if (cases[i].bad >= 0) assert_int_equal(bad, cases[i].bad);
    }
}

static bool icu_says_valid(const char *bytes, size_t len)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar to[128];
    u_strFromUTF8(to, 128, NULL, bytes, (int32_t)len, &status);
    return U_SUCCESS(status);
}

/* Every byte of a text made each other byte, so that each rule is broken at each place of the sixteen that are looked
 * at at once. */
static void one_wrong_byte_is_found_wherever_it_stands(void **state)
{
    (void)state;
    const char good[] =
        "Đạt 8.343 tỷ đồng – vượt 11,24% \xF0\x9F\x98\x80 ở \xED\x9F\xBF\xE0\xA0\x80\xF4\x8F\xBF\xBF phường";
    char bytes[sizeof good];
    for (size_t at = 0; at + 1 < sizeof good; at++)
        for (int value = 0; value < 256; value++) {
            memcpy(bytes, good, sizeof good);
            bytes[at] = (char)value;
            size_t bad = 0;
            bool valid = utf8_valid((struct str){bytes, sizeof good - 1}, &bad);
            if (valid != icu_says_valid(bytes, sizeof good - 1)) fail_msg("byte %zu made %02X", at, value);
            if (!valid)
                assert_true(bad <= at + 3 && bad + 3 >= at && icu_says_valid(bytes, bad) &&
                            !icu_says_valid(bytes + bad, 4));
        }
}

static void decode_and_encode_are_inverse(void **state)
{
    (void)state;
    struct buf b = buf_make(16);
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c == 0xD800) c = 0xE000;
        buf_clear(&b);
        buf_codepoint(&b, c);
        size_t len;
        assert_int_equal(utf8_decode(buf_str(&b), 0, &len), c);
        assert_int_equal(len, b.len);
    }
    buf_free(&b);
}

static void clip_and_length_count_characters(void **state)
{
    (void)state;
    assert_str(utf8_clip(STR("Quận"), 4), STR("Qu"));
    assert_str(utf8_clip(STR("Quận"), 5), STR("Quậ"));
    assert_str(utf8_clip(STR("Quận"), 6), STR("Quận"));
    assert_str(utf8_clip(STR("ậ"), 0), STR(""));
    assert_int_equal(utf8_length(STR("Quận Bình Tân")), 13);
    char many[7000];
    for (size_t i = 0; i < sizeof many; i += 7) memcpy(many + i, "aộ\xF0\x9F\x98", 7); /* only bytes are looked at */
    for (size_t i = 0, length = 0; i <= sizeof many; i++) {
        assert_int_equal(utf8_length((struct str){many, i}), length);
        length += i < sizeof many && ((unsigned char)many[i] & 0xC0) != 0x80;
    }
    assert_int_equal(utf8_length(STR("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lower_letter_and_upper_agree_with_icu),
        cmocka_unit_test(base_letter_agrees_with_the_decomposition_of_icu),
        cmocka_unit_test(lower_and_fold_of_all_vietnamese_letters),
        cmocka_unit_test(both_tone_places_have_one_key),
        cmocka_unit_test(a_key_that_does_not_fit_is_refused),
        cmocka_unit_test(validity_agrees_with_icu),
        cmocka_unit_test(long_sequences),
        cmocka_unit_test(one_wrong_byte_is_found_wherever_it_stands),
        cmocka_unit_test(decode_and_encode_are_inverse),
        cmocka_unit_test(clip_and_length_count_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
