/* SPDX-License-Identifier: Apache-2.0
 *
 * legacy: all 134 letters of Vietnamese beyond ASCII in each encoding, with the tables of glibc as the second opinion
 * where it has them; the way back to the source; guesses that must be right and guesses that must not be made.
 */
#include "unit_test.h"

#include "arena.h"
#include "legacy.h"
#include "text.h"
#include "utf8.h"

#include <iconv.h>

/* VNI as it looks when its bytes are shown as Windows-1252: letter, bytes. */
static const struct {
    const char *letter, *vni;
} VNI[] = {
    {"á", "aù"}, {"Á", "AÙ"}, {"à", "aø"}, {"À", "AØ"}, {"ả", "aû"}, {"Ả", "AÛ"}, {"ã", "aõ"}, {"Ã", "AÕ"}, {"ạ", "aï"},
    {"Ạ", "AÏ"}, {"â", "aâ"}, {"Â", "AÂ"}, {"ấ", "aá"}, {"Ấ", "AÁ"}, {"ầ", "aà"}, {"Ầ", "AÀ"}, {"ẩ", "aå"}, {"Ẩ", "AÅ"},
    {"ẫ", "aã"}, {"Ẫ", "AÃ"}, {"ậ", "aä"}, {"Ậ", "AÄ"}, {"ă", "aê"}, {"Ă", "AÊ"}, {"ắ", "aé"}, {"Ắ", "AÉ"}, {"ằ", "aè"},
    {"Ằ", "AÈ"}, {"ẳ", "aú"}, {"Ẳ", "AÚ"}, {"ẵ", "aü"}, {"Ẵ", "AÜ"}, {"ặ", "aë"}, {"Ặ", "AË"}, {"é", "eù"}, {"É", "EÙ"},
    {"è", "eø"}, {"È", "EØ"}, {"ẻ", "eû"}, {"Ẻ", "EÛ"}, {"ẽ", "eõ"}, {"Ẽ", "EÕ"}, {"ẹ", "eï"}, {"Ẹ", "EÏ"}, {"ê", "eâ"},
    {"Ê", "EÂ"}, {"ế", "eá"}, {"Ế", "EÁ"}, {"ề", "eà"}, {"Ề", "EÀ"}, {"ể", "eå"}, {"Ể", "EÅ"}, {"ễ", "eã"}, {"Ễ", "EÃ"},
    {"ệ", "eä"}, {"Ệ", "EÄ"}, {"í", "í"},  {"Í", "Í"},  {"ì", "ì"},  {"Ì", "Ì"},  {"ỉ", "æ"},  {"Ỉ", "Æ"},  {"ĩ", "ó"},
    {"Ĩ", "Ó"},  {"ị", "ò"},  {"Ị", "Ò"},  {"ó", "où"}, {"Ó", "OÙ"}, {"ò", "oø"}, {"Ò", "OØ"}, {"ỏ", "oû"}, {"Ỏ", "OÛ"},
    {"õ", "oõ"}, {"Õ", "OÕ"}, {"ọ", "oï"}, {"Ọ", "OÏ"}, {"ô", "oâ"}, {"Ô", "OÂ"}, {"ố", "oá"}, {"Ố", "OÁ"}, {"ồ", "oà"},
    {"Ồ", "OÀ"}, {"ổ", "oå"}, {"Ổ", "OÅ"}, {"ỗ", "oã"}, {"Ỗ", "OÃ"}, {"ộ", "oä"}, {"Ộ", "OÄ"}, {"ơ", "ô"},  {"Ơ", "Ô"},
    {"ớ", "ôù"}, {"Ớ", "ÔÙ"}, {"ờ", "ôø"}, {"Ờ", "ÔØ"}, {"ở", "ôû"}, {"Ở", "ÔÛ"}, {"ỡ", "ôõ"}, {"Ỡ", "ÔÕ"}, {"ợ", "ôï"},
    {"Ợ", "ÔÏ"}, {"ú", "uù"}, {"Ú", "UÙ"}, {"ù", "uø"}, {"Ù", "UØ"}, {"ủ", "uû"}, {"Ủ", "UÛ"}, {"ũ", "uõ"}, {"Ũ", "UÕ"},
    {"ụ", "uï"}, {"Ụ", "UÏ"}, {"ư", "ö"},  {"Ư", "Ö"},  {"ứ", "öù"}, {"Ứ", "ÖÙ"}, {"ừ", "öø"}, {"Ừ", "ÖØ"}, {"ử", "öû"},
    {"Ử", "ÖÛ"}, {"ữ", "öõ"}, {"Ữ", "ÖÕ"}, {"ự", "öï"}, {"Ự", "ÖÏ"}, {"ý", "yù"}, {"Ý", "YÙ"}, {"ỳ", "yø"}, {"Ỳ", "YØ"},
    {"ỷ", "yû"}, {"Ỷ", "YÛ"}, {"ỹ", "yõ"}, {"Ỹ", "YÕ"}, {"ỵ", "î"},  {"Ỵ", "Î"},  {"đ", "ñ"},  {"Đ", "Ñ"},
};
enum { LETTERS = sizeof VNI / sizeof *VNI };

static struct str converted(struct arena *a, struct str bytes, enum legacy_encoding e)
{
    struct str out;
    struct legacy_map map;
    struct text t;
    struct err err;
    assert_true(legacy_convert(&out, &map, a, bytes, e, &err));
    assert_true(text_make(&t, a, out, &err));
    return t.inside;
}

/* UTF-8 to another encoding by glibc; false where it cannot. */
static bool by_iconv(char *out, size_t cap, size_t *len, const char *to, struct str s)
{
    iconv_t cd = iconv_open(to, "UTF-8");
    if (cd == (iconv_t)-1) return false;
    char copy[1024];
    assert_true(s.len < sizeof copy);
    memcpy(copy, s.ptr, s.len);
    char *in = copy, *end = out;
    size_t left = s.len, room = cap;
    bool ok = iconv(cd, &in, &left, &end, &room) != (size_t)-1 && iconv(cd, NULL, NULL, &end, &room) != (size_t)-1;
    iconv_close(cd);
    *len = cap - room;
    return ok;
}

static void vni_letters(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    assert_int_equal(LETTERS, 134);
    for (size_t i = 0; i < LETTERS; i++) {
        struct str shown = str_of(VNI[i].vni);
        char bytes[4];
        size_t n = 0, len;
        for (size_t k = 0; k < shown.len; k += len) bytes[n++] = (char)utf8_decode(shown, k, &len);
        assert_str(converted(a, (struct str){bytes, n}, LEGACY_VNI), str_of(VNI[i].letter));
        assert_str(converted(a, shown, LEGACY_VNI), str_of(VNI[i].letter)); /* garbled: bytes saved as letters */
    }
    arena_close(a);
}

static void letters_against_glibc(enum legacy_encoding e, const char *glibc)
{
    struct arena *a = arena_make(SIZE_MAX);
    size_t tried = 0;
    for (size_t i = 0; i < LETTERS; i++) {
        char bytes[16];
        size_t n;
        if (!by_iconv(bytes, sizeof bytes, &n, glibc, str_of(VNI[i].letter))) continue;
        if (e == LEGACY_TCVN3 && (unsigned char)bytes[0] < 0xA0) continue; /* capitals that ABC fonts do not have */
        assert_str(converted(a, (struct str){bytes, n}, e), str_of(VNI[i].letter));
        tried++;
    }
    arena_close(a);
    if (tried == 0) skip(); /* this glibc was built without the table */
    assert_true(tried >= (e == LEGACY_TCVN3 ? 67 + 7 : 134));
}

static void tcvn3_letters(void **state)
{
    (void)state;
    letters_against_glibc(LEGACY_TCVN3, "TCVN");
}

static void cp1258_letters(void **state)
{
    (void)state;
    letters_against_glibc(LEGACY_CP1258, "CP1258");
}

static void utf16_letters(void **state)
{
    (void)state;
    letters_against_glibc(LEGACY_UTF16LE, "UTF-16LE");
    letters_against_glibc(LEGACY_UTF16BE, "UTF-16BE");
    struct arena *a = arena_make(SIZE_MAX);
    assert_str(converted(a, (struct str){"\xFF\xFE\x3D\xD8\x00\xDE", 6}, LEGACY_UTF16LE), STR("\xF0\x9F\x98\x80"));
    assert_str(converted(a, (struct str){"\x3D\xD8\x41\x00", 4}, LEGACY_UTF16LE), STR("\xEF\xBF\xBD"
                                                                                      "A"));
    assert_str(converted(a, (struct str){"A\0B", 3}, LEGACY_UTF16LE), STR("A\xEF\xBF\xBD"));
    arena_close(a);
}

/* "tiÕn ®é 30/6" of TCVN3 with Western quotes of Word around. */
static void bytes_of_windows_between(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    assert_str(converted(a, STR("\x93ti\xD5n \xAE\xE9\x94 \x96 8.343"), LEGACY_TCVN3), STR("“tiến độ” – 8.343"));
    assert_str(converted(a, STR("caf\xE9 \x80"), LEGACY_CP1252), STR("café €"));
    arena_close(a);
}

static void every_offset_leads_back(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    /* Long enough for several points of the map: "Đạt 8.343 tỷ đồng; " in VNI, 20 characters of 24 bytes. */
    static const char piece[] = "\xD1"
                                "a\xEFt 8.343 ty\xFB \xF1o\xE0ng; ";
    enum { TIMES = 400, PIECE = sizeof piece - 1 };
    char *bytes = arena_alloc(a, TIMES * PIECE, 1);
    for (size_t i = 0; i < TIMES; i++) memcpy(bytes + i * PIECE, piece, PIECE);
    struct str out;
    struct legacy_map map;
    struct err err;
    assert_true(legacy_convert(&out, &map, a, (struct str){bytes, TIMES * PIECE}, LEGACY_VNI, &err));
    struct str one = STR("Đạt 8.343 tỷ đồng; ");
    assert_int_equal(out.len, TIMES * one.len);
    for (size_t i = 0; i < TIMES; i++) {
        size_t at = i * one.len, source = i * PIECE;
        assert_int_equal(legacy_original(&map, (uint32_t)at), source);                                   /* Đ */
        assert_int_equal(legacy_original(&map, (uint32_t)at + 2), source + 1);                           /* ạ */
        assert_int_equal(legacy_original(&map, (uint32_t)(at + strlen("Đạt "))), source + 5);            /* 8 */
        assert_int_equal(legacy_original(&map, (uint32_t)(at + strlen("Đạt 8.343 tỷ đ"))), source + 16); /* ồ */
    }
    assert_int_equal(legacy_original(&map, (uint32_t)out.len), TIMES * PIECE);
    arena_close(a);
}

static void guesses(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum legacy_encoding like;
    } CASES[] = {
        {"B\xB8o c\xB8o t\xD7nh h\xD7nh kinh t\xD5 - x\xB7 h\xE9i", LEGACY_TCVN3},
        {"Ba\xF9o ca\xF9o t\xECnh h\xECnh kinh te\xE1 - xa\xF5 ho\xE4i", LEGACY_VNI},
        {"B\xE1o c\xE1o t\xECnh h\xECnh kinh t\xEA\xEC - x\xE3 h\xF4\xF2i", LEGACY_CP1258},
        {"Le caf\xE9 est ferm\xE9; l'\xE9t\xE9 est pass\xE9, gar\xE7on, \xE9l\xE8ve", LEGACY_NONE},
        {"\x93quoted\x94 and 5\xB0 and \xA9 2024", LEGACY_NONE},
        {"Quận Bình Tân: thu ngân sách \xE1\xBA", LEGACY_NONE},
        {"\xFF\xFE"
         "B\0o",
         LEGACY_UTF16LE},
        {"chỉ có ASCII", LEGACY_NONE},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (legacy_guess(str_of(CASES[i].bytes)) != CASES[i].like && CASES[i].like != LEGACY_UTF16LE)
            fail_msg("case %zu: %d", i, (int)legacy_guess(str_of(CASES[i].bytes)));
    assert_int_equal(legacy_guess((struct str){"\xFF\xFE"
                                               "B\0o\0",
                                               6}),
                     LEGACY_UTF16LE);
    assert_int_equal(legacy_guess((struct str){"\0B\0\xE1\0o\0 ", 8}), LEGACY_UTF16BE);
}

static void garbled_text_is_told_from_western(void **state)
{
    (void)state;
    assert_true(legacy_maybe_garbled(STR("B¸o c¸o t×nh h×nh kinh tÕ - x· héi")));
    assert_int_equal(legacy_guess(STR("B¸o c¸o t×nh h×nh kinh tÕ - x· héi")), LEGACY_TCVN3);
    assert_false(legacy_maybe_garbled(STR("Báo cáo tình hình kinh tế")));
    assert_false(legacy_maybe_garbled(STR("8.343 m², 12°C")));
    assert_int_equal(legacy_guess(STR("Le café est fermé; l'été est passé, garçon, élève, très bien")), LEGACY_NONE);
    assert_int_equal(legacy_guess(STR("xã Hòa, bà Hà, cô Tú, chú Bé, có bò và gà, là cá")), LEGACY_NONE);
}

static void names(void **state)
{
    (void)state;
    for (int e = 0; e < LEGACY_ENCODINGS; e++) {
        enum legacy_encoding back = LEGACY_ENCODINGS;
        assert_true(legacy_by_name(&back, legacy_name((enum legacy_encoding)e)));
        assert_int_equal(back, e);
        assert_true(legacy_title((enum legacy_encoding)e).len > 0);
    }
    enum legacy_encoding e;
    assert_true(legacy_by_name(&e, STR("Windows-1258")));
    assert_int_equal(e, LEGACY_CP1258);
    assert_false(legacy_by_name(&e, STR("viscii")));
    assert_false(legacy_by_name(&e, STR("")));
}

static void utf8_is_not_converted_again(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct str out;
    struct legacy_map map;
    struct err err;
    assert_false(legacy_convert(&out, &map, a, STR("Quận Bình Tân"), LEGACY_TCVN3, &err));
    assert_int_equal(err.code, ERR_LEGACY_ALREADY);
    assert_str(err_arg(&err, 0), STR("TCVN3 (ABC)"));
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vni_letters),
        cmocka_unit_test(tcvn3_letters),
        cmocka_unit_test(cp1258_letters),
        cmocka_unit_test(utf16_letters),
        cmocka_unit_test(bytes_of_windows_between),
        cmocka_unit_test(every_offset_leads_back),
        cmocka_unit_test(guesses),
        cmocka_unit_test(garbled_text_is_told_from_western),
        cmocka_unit_test(names),
        cmocka_unit_test(utf8_is_not_converted_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
