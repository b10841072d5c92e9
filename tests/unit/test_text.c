/* SPDX-License-Identifier: Apache-2.0
 *
 * text: the border. NFD, BOM and CRLF become the inside form, every inside offset leads back to the bytes it came from,
 * and for many made-up texts the inside form is exactly what ICU's normaliser makes of the whole.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "text.h"
#include "utf8.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

struct border {
    const char *outside, *inside;
};

static const struct border BORDERS[] = {
    {"", ""},
    {"Quận Bình Tân", "Quận Bình Tân"},
    {"Qua\xCC\xA3\xCC\x82n", "Quận"},
    {"Qu\xC3\xA2\xCC\xA3n", "Quận"},
    {"\xEF\xBB\xBFQuận", "Quận"},
    {"\xEF\xBB\xBF", ""},
    {"một\r\nhai\r\n", "một\nhai\n"},
    {"một\rhai", "một\nhai"},
    {"\r\n\r\n", "\n\n"},
    {"\r", "\n"},
    {"D\xCC\x9B", "D\xCC\x9B"},
    {"đu\xCC\x9B\xCC\x81"
     "c",
     "đứ"
     "c"},
    {"đu\xCC\x81\xCC\x9B"
     "c",
     "đứ"
     "c"},
    {"\xE2\x84\xAB", "Å"},
    {"\xE2\x84\xAA"
     "m",
     "Km"},
    {"中文", "中文"},
    {"a\xCC\x81\r\nb", "á\nb"},
    {"\xCC\x81"
     "a",
     "\xCC\x81"
     "a"},
    {"8.343\xC2\xA0tỷ", "8.343\xC2\xA0tỷ"},
};

static void inside_form(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    for (size_t i = 0; i < sizeof BORDERS / sizeof *BORDERS; i++) {
        struct text t;
        struct err e;
        assert_true(text_make(&t, a, str_of(BORDERS[i].outside), &e));
        assert_str(t.inside, str_of(BORDERS[i].inside));
        assert_int_equal(text_original(&t, (uint32_t)t.inside.len), strlen(BORDERS[i].outside));
    }
    arena_close(a);
}

static void clean_text_is_not_copied(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct text t;
    struct err e;
    struct str clean = STR("Thu ngân sách 8.343 tỷ đồng, đạt 111,24% – “vượt”…\n");
    assert_true(text_make(&t, a, clean, &e));
    assert_ptr_equal(t.inside.ptr, clean.ptr);
    assert_int_equal(arena_held(a), 0);
    assert_true(text_is_plain(clean));
    assert_false(text_is_plain(STR("a\r\n")));
    assert_false(text_is_plain(STR("a\xCC\x81")));
    arena_close(a);
}

/* The bytes outside that belong to inside [start, end) are found through both ends. */
static void spans_lead_back_to_the_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct str outside = STR("\xEF\xBB\xBFQua\xCC\xA3\xCC\x82n thu\r\n8.343 ty\xCC\x89 \xC4\x91o\xCC\x82\xCC\x80ng");
    struct text t;
    struct err e;
    assert_true(text_make(&t, a, outside, &e));
    assert_str(t.inside, STR("Quận thu\n8.343 tỷ đồng"));
    static const struct {
        const char *in, *out;
    } spans[] = {{"Quận", "Qua\xCC\xA3\xCC\x82n"},
                 {"ậ", "a\xCC\xA3\xCC\x82"},
                 {"thu", "thu"},
                 {"\n", "\r\n"},
                 {"8.343 tỷ", "8.343 ty\xCC\x89"},
                 {"tỷ đồng", "ty\xCC\x89 \xC4\x91o\xCC\x82\xCC\x80ng"}};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        ptrdiff_t at = str_find(t.inside, str_of(spans[i].in));
        assert_true(at >= 0);
        uint32_t from = text_original(&t, (uint32_t)at),
                 to = text_original(&t, (uint32_t)at + (uint32_t)strlen(spans[i].in));
        assert_str(str_part(outside, from, to), str_of(spans[i].out));
    }
    /* inside a changed piece: its start */
    uint32_t at = (uint32_t)str_find(t.inside, STR("ậ"));
    assert_int_equal(text_original(&t, at + 1), text_original(&t, at));
    assert_int_equal(text_original(&t, at + 2), text_original(&t, at));
    arena_close(a);
}

static void not_utf8_names_the_line(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct text t;
    struct err e;
    assert_false(text_make(&t, a, STR("một\nhai\nba \xC0\xAF"), &e));
    assert_int_equal(e.code, ERR_NOT_UTF8);
    assert_str(err_arg(&e, 0), STR("3"));
    assert_int_equal(t.inside.len, 0);
    assert_false(text_make(&t, a, STR("\xFF\xFEQ"), &e));
    assert_str(err_arg(&e, 0), STR("1"));
    arena_close(a);
}

/* What the whole text is in NFC, by ICU, after line ends are made one. */
static struct str reference(struct arena *a, struct str s)
{
    char *lines = arena_alloc(a, s.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\r' && i + 1 < s.len && s.ptr[i + 1] == '\n') continue;
        lines[n++] = s.ptr[i] == '\r' ? '\n' : s.ptr[i];
    }
    UErrorCode status = U_ZERO_ERROR;
    int32_t cap = (int32_t)n * 3 + 16, from_len, to_len, out_len;
    UChar *from = arena_array(a, UChar, (size_t)cap), *to = arena_array(a, UChar, (size_t)cap);
    char *out = arena_alloc(a, (size_t)cap * 3, 1);
    u_strFromUTF8(from, cap, &from_len, lines, (int32_t)n, &status);
    to_len = unorm2_normalize(unorm2_getNFCInstance(&status), from, from_len, to, cap, &status);
    u_strToUTF8(out, cap * 3, &out_len, to, to_len, &status);
    assert_true(U_SUCCESS(status));
    return (struct str){out, (size_t)out_len};
}

static uint32_t random_char(uint64_t *seed)
{
    static const uint32_t pool[] = {'a',    'e',    'o',    'u',    'y',     'd',    ' ',    '\r',   '\n',
                                    '1',    0x111,  0xE2,   0xEA,   0x1A1,   0x1B0,  0x1EAD, 0x300,  0x301,
                                    0x303,  0x309,  0x323,  0x302,  0x306,   0x31B,  0x307,  0x212A, 0x1100,
                                    0x1161, 0x11A8, 0xAC00, 0x4E00, 0x1F600, 0x3B1,  0x345,  0xC9,   0x2126,
                                    0x958,  0x93C,  0x915,  0x340,  0xA0,    0x2026, 0x410,  0x1E9B};
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return pool[(*seed >> 33) % (sizeof pool / sizeof *pool)];
}

static void many_made_up_texts(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    uint64_t seed = 22041945;
    for (int round = 0; round < 4000; round++) {
        struct arena_mark m = arena_mark(a);
        struct buf b = buf_make(4096);
        int length = round % 60, marks = 0;
        for (int i = 0; i < length; i++) {
            uint32_t c = random_char(&seed);
            marks = c >= 0x300 && c < 0x370 ? marks + 1 : 0;
            buf_codepoint(&b, marks > 6 ? 'x' : c); /* longer runs of marks are cut: see text.c */
        }
        struct text t;
        struct err e;
        assert_true(text_make(&t, a, buf_str(&b), &e));
        assert_str(t.inside, reference(a, buf_str(&b)));
        /* The map never goes back, starts and ends with the text, and stays on characters at the ends of characters. */
        uint32_t before = 0;
        for (size_t i = 0; i <= t.inside.len; i++) {
            uint32_t at = text_original(&t, (uint32_t)i);
            assert_true(at >= before && at <= b.len);
            bool start_of_character = i == t.inside.len || ((unsigned char)t.inside.ptr[i] & 0xC0) != 0x80;
            if (start_of_character && at < b.len) assert_true(((unsigned char)b.ptr[at] & 0xC0) != 0x80);
            before = at;
        }
        assert_int_equal(text_original(&t, 0), 0);
        assert_int_equal(before, b.len);
        buf_free(&b);
        arena_reset(a, m);
    }
    arena_close(a);
}

static void endless_marks_stay_linear_and_whole(void **state)
{
    (void)state;
    struct arena *a = arena_make(64u << 20);
    struct buf b = buf_make(1u << 20);
    buf_char(&b, 'a');
    for (int i = 0; i < 100000; i++) buf_codepoint(&b, i % 2 ? 0x323 : 0x301);
    struct text t;
    struct err e;
    assert_true(text_make(&t, a, buf_str(&b), &e));
    assert_true(utf8_valid(t.inside, NULL));
    assert_int_equal(text_original(&t, (uint32_t)t.inside.len), b.len);
    buf_free(&b);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_form),
        cmocka_unit_test(clean_text_is_not_copied),
        cmocka_unit_test(spans_lead_back_to_the_bytes),
        cmocka_unit_test(not_utf8_names_the_line),
        cmocka_unit_test(many_made_up_texts),
        cmocka_unit_test(endless_marks_stay_linear_and_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
