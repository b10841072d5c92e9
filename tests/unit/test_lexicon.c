/* SPDX-License-Identifier: Apache-2.0
 *
 * lexicon: the longest phrase, shorter ones inside it, `fixed` phrases, both tone places and the three ways of
 * capitals, phrases that end before a token; and every row of data/lexicon is found as it is written.
 */
#include "unit_test.h"

#include <glob.h>

#include "arena.h"
#include "err.h"
#include "file.h"
#include "lexicon.h"
#include "utf8.h"

static struct arena *arena;

static struct tokens scanned(struct str text)
{
    struct tokens ts = {0};
    tokens_scan(&ts, arena, text, 0, (uint32_t)text.len);
    return ts;
}

static void longest_phrase(void **state)
{
    (void)state;
    struct tokens ts = scanned(STR("mét vuông đất"));
    size_t n;
    const struct lex_sense *s = lexicon_at(&ts, 0, LEX_MEASURE, &n);
    assert_non_null(s);
    assert_int_equal(n, 2);
    assert_str(s->text, STR("m2"));
    s = lexicon_word(&ts, 0, LEX_MEASURE);
    assert_non_null(s);
    assert_str(s->text, STR("m"));
    assert_null(lexicon_at(&ts, 0, LEX_CURRENCY, &n));
    assert_null(lexicon_at(&ts, 3, LEX_MEASURE, &n)); /* TOKEN_END */
    assert_null(lexicon_at(&ts, 99, LEX_MEASURE, &n));
    assert_null(lexicon_word(&ts, 99, LEX_MEASURE));
}

/* "phần trăm" is per cent, but the "trăm" in it is still a hundred. */
static void shorter_phrases_are_found(void **state)
{
    (void)state;
    struct tokens ts = scanned(STR("hai phần trăm năm"));
    size_t n;
    assert_non_null(lexicon_at(&ts, 1, LEX_PERCENT, &n));
    assert_int_equal(n, 2);
    assert_non_null(lexicon_at(&ts, 1, LEX_DIVIDED, &n));
    assert_int_equal(n, 1);
    assert_non_null(lexicon_word(&ts, 2, LEX_HUNDRED));
    assert_int_equal(ts.at[2].flags & TOKEN_INSIDE, TOKEN_INSIDE);
    assert_int_equal(ts.at[3].flags & TOKEN_INSIDE, 0);
}

static void fixed_phrases_hide_their_words(void **state)
{
    (void)state;
    struct tokens ts = scanned(STR("5 tỷ lệ và 5 tỷ đồng, 3 đồng chí"));
    assert_false(lexicon_is(&ts, 1, LEX_MAGNITUDE));
    assert_non_null(lexicon_word(&ts, 1, LEX_MAGNITUDE));
    assert_true(lexicon_is(&ts, 5, LEX_MAGNITUDE));
    assert_true(lexicon_is(&ts, 6, LEX_CURRENCY));
    assert_false(lexicon_is(&ts, 9, LEX_CURRENCY));
}

static uint16_t syllable(const char *word)
{
    return lexicon_word_find(word_key_of(word, strlen(word))).syllable;
}

static void capitals_and_tone_places(void **state)
{
    (void)state;
    static const char *const same[] = {"tỷ", "Tỷ", "TỶ", "tỉ", "Tỉ"};
    for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
        struct tokens ts = scanned(str_of(same[k]));
        const struct lex_sense *s = lexicon_word(&ts, 0, LEX_MAGNITUDE);
        if (!s || s->value != 9) fail_msg("«%s» is no magnitude", same[k]);
    }
    static const char *const places[] = {"lũy kế", "luỹ kế", "Lũy kế", "LŨY KẾ", "LUỸ KẾ"};
    for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
        struct tokens ts = scanned(str_of(places[k]));
        if (!lexicon_is(&ts, 0, LEX_TIME)) fail_msg("«%s» is no word of time", places[k]);
    }
    assert_int_equal(syllable("kWh"), 0); /* as it stands; the scanner folds capitals inside a word */
    struct tokens ts = scanned(STR("kWh"));
    assert_non_null(lexicon_word(&ts, 0, LEX_MEASURE));
    assert_int_equal(syllable(""), 0);
    assert_int_equal(syllable("khôngcó"), 0);
}

static void phrases_before_a_token(void **state)
{
    (void)state;
    struct tokens ts = scanned(STR("so với cùng kỳ năm trước tăng"));
    size_t n;
    assert_non_null(lexicon_before(&ts, 2, LEX_VERSUS, &n));
    assert_int_equal(n, 2);
    assert_non_null(lexicon_before(&ts, 6, LEX_TIME, &n));
    assert_int_equal(n, 4); /* "cùng kỳ năm trước", not "năm trước" */
    assert_null(lexicon_before(&ts, 0, LEX_TIME, &n));
    assert_null(lexicon_before(&ts, 7, LEX_VERSUS, &n));
}

/* A phrase is not found over a sign, a number or the end of the block. */
static void phrases_are_whole(void **state)
{
    (void)state;
    static const char *const apart[] = {"mét, vuông", "mét 2 vuông", "mét (vuông)", "phần"};
    for (size_t k = 0; k < sizeof apart / sizeof *apart; k++) {
        struct tokens ts = scanned(str_of(apart[k]));
        if (ts.at[0].phrase_len > 1) fail_msg("«%s»: %d words", apart[k], ts.at[0].phrase_len);
    }
    struct tokens ts = scanned(STR("mét\nvuông")); /* a hard wrap does not cut a phrase */
    assert_int_equal(ts.at[0].phrase_len, 2);
}

static size_t rows_of(const char *path)
{
    struct err err;
    struct str rest;
    size_t rows = 0;
    if (!file_read(&rest, arena, str_of(path), 10000000, &err)) fail_msg("cannot read %s", path);
    while (rest.len) {
        struct str_cut line = str_cut(rest, STR("\n"));
        rest = line.tail;
        if (line.head.len == 0 || line.head.ptr[0] == '#') continue;
        struct str phrase = str_cut(line.head, STR("\t")).head;
        struct tokens ts = scanned(phrase);
        if (ts.at[0].phrase_len != ts.len - 1) fail_msg("%s: «%.*s» is not found whole", path, STR_ARG(phrase));
        rows++;
    }
    return rows;
}

static void every_row_is_found(void **state)
{
    (void)state;
    char pattern[1000];
    glob_t files;
    size_t rows = 0;
    const char *root = getenv("SOURCE_ROOT");
    snprintf(pattern, sizeof pattern, "%s/data/lexicon/*.tsv", root ? root : ".");
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t k = 0; k < files.gl_pathc; k++) rows += rows_of(files.gl_pathv[k]);
    globfree(&files);
    assert_true(rows > 1000);
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
        cmocka_unit_test_setup_teardown(longest_phrase, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(shorter_phrases_are_found, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(fixed_phrases_hide_their_words, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(capitals_and_tone_places, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(phrases_before_a_token, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(phrases_are_whole, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(every_row_is_found, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
