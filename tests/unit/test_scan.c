/* SPDX-License-Identifier: Apache-2.0
 *
 * scan: what is one token and of which kind, the flags of spaces and capitals, spans, and that the work grows with the
 * length of the text and not with its square.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "token.h"
#include "utf8.h"

static struct arena *arena;

/* Tokens as text: kind letter and the token, one space between: "w:thu n:8.343 p:%". */
static struct str shown(struct str text)
{
    static const char kinds[] = ".wnpsa";
    struct tokens ts = {0};
    struct buf b = buf_make(10000);
    tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
    for (size_t i = 0; i + 1 < ts.len; i++) {
        if (i) buf_char(&b, ' ');
        buf_char(&b, kinds[ts.at[i].kind]);
        buf_char(&b, ':');
        buf_put(&b, token_text(&ts, i));
    }
    struct str out = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static void tokens_of_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tokens;
    } cases[] = {
        {"", ""},
        {"   ", ""},
        {"thu 8.343,5 tỷ đồng", "w:thu n:8.343,5 w:tỷ w:đồng"},
        {"đạt 111,24%.", "w:đạt n:111,24 p:% p:."},
        {"5. Thu", "n:5 p:. w:Thu"},
        {"1,2,3,", "n:1,2,3 p:,"},
        {"35/38", "n:35 p:/ n:38"},
        {"24/6/2023", "n:24 p:/ n:6 p:/ n:2023"},
        {"100m2", "n:100 w:m n:2"},
        {"1tr5", "n:1 w:tr n:5"},
        {"m² km³", "w:m p:² w:km p:³"},
        {"5–7%", "n:5 p:– n:7 p:%"},
        {"-12,5", "p:- n:12,5"},
        {"232/KH-UBND", "s:232/KH-UBND"},
        {"98/2023/QH15", "s:98/2023/QH15"},
        {"05-CT/TW", "s:05-CT/TW"},
        {"123-NQ/ĐBHN", "s:123-NQ/ĐBHN"},
        {"30a", "n:30 w:a"},
        {"50.000đ/TB", "n:50.000 w:đ p:/ w:TB"},
        {"2,5‰", "n:2,5 p:‰"},
        {"“Thu”…", "p:“ w:Thu p:” p:…"},
        {"a......b", "w:a p:...... w:b"},
        {"• Thu", "p:• w:Thu"},
        {"https://bentre.gov.vn/a?b=1 và", "a:https://bentre.gov.vn/a?b=1 w:và"},
        {"www.hcm.gov.vn.", "a:www.hcm.gov.vn."},
        {"gửi ubnd.q1@hcm.gov.vn, a", "w:gửi a:ubnd.q1@hcm.gov.vn p:, w:a"},
        {"(a_b-c@x.vn)", "p:( a:a_b-c@x.vn p:)"},
        {"a @x.vn", "w:a a:@x.vn"},
        {"a@b", "w:a p:@ w:b"},
        {"20$ 20€", "n:20 p:$ n:20 p:€"},
        {"thu\u00a0ngân\u200bsách", "w:thu w:ngân w:sách"},
        {"中文 5", "p:中 p:文 n:5"},
        {"\x01\x7f", "p:\x01 p:\x7f"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        assert_str(shown(str_of(cases[k].text)), str_of(cases[k].tokens));
}

static struct token one(const char *text, size_t i)
{
    struct tokens ts = {0};
    tokens_scan(&ts, arena, str_of(text), 0, (uint32_t)strlen(text));
    assert_true(i + 1 < ts.len);
    return ts.at[i];
}

static void flags(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t token;
        unsigned flags;
    } cases[] = {
        {"thu", 0, TOKEN_TONELESS},
        {"Thu", 0, TOKEN_TONELESS | TOKEN_CAPITAL},
        {"UBND", 0, TOKEN_TONELESS | TOKEN_CAPITAL | TOKEN_ALL_CAPS},
        {"Đạt", 0, TOKEN_CAPITAL},
        {"ĐẠT", 0, TOKEN_CAPITAL | TOKEN_ALL_CAPS},
        {"đạt", 0, 0},
        {"A", 0, TOKEN_TONELESS | TOKEN_CAPITAL},
        {"m2", 1, TOKEN_GLUED},
        {"m 2", 1, 0},
        {"a  b", 1, TOKEN_SPACE2 | TOKEN_TONELESS},
        {"a\tb", 1, TOKEN_SPACE2 | TOKEN_TONELESS},
        {"a\nb", 1, TOKEN_LINE | TOKEN_TONELESS},
        {"a\n b", 1, TOKEN_LINE | TOKEN_SPACE2 | TOKEN_TONELESS},
        {"x a@b.vn", 1, 0},
        {"xá@b.vn", 1, TOKEN_GLUED},
        {"\na@b.vn", 0, TOKEN_LINE},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        unsigned got = one(cases[k].text, cases[k].token).flags & ~(unsigned)TOKEN_INSIDE;
        if (got != cases[k].flags) fail_msg("«%s»: flags %u, not %u", cases[k].text, got, cases[k].flags);
    }
}

static void signs_have_one_letter(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char punct;
    } cases[] = {{"-", '-'},  {"–", '-'}, {"—", '-'},   {"−", '-'}, {"“", '"'}, {"«", '"'},
                 {"’", '\''}, {"…", 'E'}, {"...", 'E'}, {"•", '*'}, {"‰", 'P'}, {"²", '2'},
                 {"³", '3'},  {"≤", '<'}, {"≥", '>'},   {"€", '?'}, {"%", '%'}, {".", '.'}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct token t = one(cases[k].text, 0);
        assert_int_equal(t.kind, TOKEN_PUNCT);
        if (t.punct != (uint8_t)cases[k].punct) fail_msg("«%s» is '%c'", cases[k].text, t.punct);
    }
}

/* A block in the middle of a text: nothing outside is seen, and TOKEN_END stands at its end. */
static void a_block_of_a_text(void **state)
{
    (void)state;
    struct str text = STR("Quận 12 thu 5000 tỷ");
    struct tokens ts = {0};
    uint32_t start = (uint32_t)str_find(text, STR("thu")), end = (uint32_t)str_find(text, STR("00 tỷ"));
    tokens_scan(&ts, arena, text, start, end);
    assert_int_equal(ts.len, 3);
    assert_str(token_text(&ts, 0), STR("thu"));
    assert_str(token_text(&ts, 1), STR("50"));
    assert_int_equal(ts.at[2].kind, TOKEN_END);
    assert_int_equal(ts.at[2].start, end);
    assert_str(tokens_text(&ts, 0, 2), STR("thu 50"));
    assert_int_equal(tokens_text(&ts, 1, 1).len, 0);
    tokens_scan(&ts, arena, text, 3, 3);
    assert_int_equal(ts.len, 1);
}

static void a_long_word_is_cut_between_characters(void **state)
{
    (void)state;
    struct buf b = buf_make(1000000);
    for (int k = 0; k < 50000; k++) buf_put(&b, STR("ế"));
    struct tokens ts = {0};
    struct str text = buf_str(&b);
    tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
    assert_true(ts.len > 2);
    for (size_t i = 0; i + 1 < ts.len; i++) {
        assert_true(utf8_valid(token_text(&ts, i), NULL));
        assert_int_equal(ts.at[i].start, i ? token_end(&ts.at[i - 1]) : 0);
    }
    assert_int_equal(token_end(&ts.at[ts.len - 2]), text.len);
    buf_free(&b);
}

/* A scanner that looked ahead from every letter would need hours here. */
static void long_runs(void **state)
{
    (void)state;
    static const char *const units[] = {"a.", "1a.",    "a-",   "a_", "2020-", "1-A", "1/A",
                                        "a@", "a.b@c.", "www.", "A/", ".,",    "1,"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct buf b = buf_make(4000000);
        for (int k = 0; k < 400000; k++) buf_put_z(&b, units[u]);
        struct tokens ts = {0};
        struct str text = buf_str(&b);
        tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
        assert_int_equal(ts.at[ts.len - 1].start, text.len);
        buf_free(&b);
    }
}

static bool same_token(const struct token *a, const struct token *b)
{
    return a->start == b->start && a->len == b->len && a->kind == b->kind && a->flags == b->flags &&
           a->syllable == b->syllable && a->phrase == b->phrase && a->phrase_len == b->phrase_len &&
           a->punct == b->punct;
}

/* Where a text goes on for some bytes, words are found sixteen bytes together; near its end the automaton finds them.
 * Both must find the same. */
static void words_near_the_end_and_far_from_it(void **state)
{
    (void)state;
    static const char *const words[] = {
        "a",
        "Quận",
        "ĐẠT",
        "đạt",
        "nghiêng",
        "NGHIÊNG",
        "tỷUSD",
        "kWh",
        "TriệuĐồng",
        "hoà",
        "ⅣX",
        "×a",
        "a×b",
        "a÷b",
        "é",
        "Ÿ",
        "ſ",
        "ʼa",
        "ƒa",
        "Ωmega",
        "привет",
        "ḀẀẼ",
        "ἀ",
        "ệ",
        "a\u0301b",
        "\u0301a",
        "\u0323",
        "triệu\u00A0đồng",
        "www",
        "www.a.vn",
        "wwwa.b",
        "a:b",
        "a:/b",
        "http://a.vn/b",
        "x@a.vn",
        "a.b@c.d",
        "m²",
        "abcdefghijklmno",
        "abcdefghijklmnop",
        "abcdefghijklmnopq",
        "trườngtrường",
        "a  b",
        "a\tb",
        "a\nb",
        " a",
        "  a",
        "_a",
        "[a]",
        "`a{",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct tokens near = {0}, far = {0};
        struct str word = str_of(words[i]);
        struct buf b = buf_make(1000);
        buf_put(&b, word);
        buf_fill(&b, '\n', 40);
        struct str text = str_copy(arena, buf_str(&b));
        buf_free(&b);
        tokens_scan(&near, arena, word, 0, (uint32_t)word.len);
        tokens_scan(&far, arena, text, 0, (uint32_t)text.len);
        assert_int_equal(near.len, far.len);
        for (size_t k = 0; k + 1 < near.len; k++)
            if (!same_token(&near.at[k], &far.at[k])) fail_msg("«%s»: token %zu", words[i], k);
    }
}

static int open_arena(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tokens_of_texts, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(words_near_the_end_and_far_from_it, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(flags, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(signs_have_one_letter, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_block_of_a_text, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_long_word_is_cut_between_characters, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(long_runs, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
