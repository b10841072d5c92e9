/* SPDX-License-Identifier: Apache-2.0
 *
 * check_told: what the checker keeps of the statements that it is told one by one: nothing that they borrow, and little
 * of each. The rules themselves are tested by the cases of tests/check.
 */
#include "unit_test.h"

#include "arena.h"
#include "asan.h"
#include "buf.h"
#include "check.h"

static const char TEXT[] = "Năm 2023, thu ngân sách quận đạt 8.343 tỷ đồng, bằng 111,24% dự toán.\n\n"
                           "Đến cuối năm 2023, thu ngân sách quận là 8.434 tỷ đồng.\n\n"
                           "Chi 1 tỷ đồng.\n\nKết quả năm 2023.";

static struct statement level(const char *quote, int64_t billions, const char *subject, const char *place)
{
    const char *at = strstr(TEXT, quote);
    assert_non_null(at);
    uint32_t start = (uint32_t)(at - TEXT), end = start + (uint32_t)strlen(quote);
    return (struct statement){.kind = STATEMENT_FIGURE,
                              .span = {0, start, end},
                              .quote = str_of(quote),
                              .figure = {.value = {billions, -9},
                                         .unit = STR("VND"),
                                         .subject = str_of(subject),
                                         .place = str_of(place),
                                         .indicator = STR("C01"),
                                         .period = period_year(2023)}};
}

/* Each statement is told in words that are gone before the next. */
static void words_are_not_borrowed(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct findings found;
    struct checker *c = check_begin(a, LANG_VI);
    check_tell_document(c, str_of(TEXT));
    for (int i = 0; i < 2; i++) {
        char subject[] = "thu ngân sách quận", place[] = "quận Bến Mẫu";
        struct statement s = i == 0 ? level("8.343 tỷ đồng", 8343, subject, place)
                                    : level("8.434 tỷ đồng", 8434, subject, place);
        check_tell(c, &s, 1);
        memset(subject, '#', strlen(subject));
        memset(place, '#', strlen(place));
    }
    check_tell_date(c, (struct date){2024, 1, 5});
    assert_int_equal(check_told_count(c), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_str(check_told(c, i).subject, STR("thu ngân sách quận"));
        assert_str(check_told(c, i).place, STR("quận Bến Mẫu"));
    }
    check_end(&found, c);
    assert_int_equal(found.len, 1);
    assert_str(found.at[0].rule, STR("same_figure_twice"));
    assert_int_equal(found.at[0].severity, SEVERITY_CONTRADICTION);
    assert_str(found.at[0].spans[0].quote, STR("8.343 tỷ đồng"));
    assert_str(found.at[0].spans[1].quote, STR("8.434 tỷ đồng"));
    arena_close(a);
}

/* A million figures of two periods and as many values: what the arena holds does not grow with them. */
static void figures_share_what_they_say(void **state)
{
    (void)state;
    enum { FIGURES = 1000000 };
    struct arena *a = arena_make(SIZE_MAX);
    struct checker *c = check_begin(a, LANG_VI);
    struct statement s = level("1 tỷ đồng", 1, "chi ngân sách", "quận Bến Mẫu");
    check_tell_document(c, str_of(TEXT));
    size_t before = arena_held(a);
    for (int i = 0; i < FIGURES; i++) {
        s.figure.value.coefficient = i;
        s.figure.period = period_year(2022 + i % 2);
        check_tell(c, &s, 1);
    }
    assert_int_equal(check_told_count(c), FIGURES);
    assert_true(arena_held(a) - before < 1 << 17);
    arena_close(a);
}

/* Figures that each have a subject of their own share the rest: little is held for one of them. */
static void subjects_cost_little(void **state)
{
    (void)state;
    enum { FIGURES = 200000, EACH = 8 };
    struct arena *a = arena_make(SIZE_MAX);
    struct buf text = buf_make(1 << 24);
    for (int i = 0; i < FIGURES; i++) {
        buf_char(&text, 'b');
        buf_padded(&text, (unsigned)i, EACH - 2);
        buf_char(&text, ' ');
    }
    struct str words = buf_str(&text);
    struct checker *c = check_begin(a, LANG_VI);
    struct statement s = level("", 1, "", "");
    check_tell_document(c, words);
    size_t before = arena_held(a);
    for (size_t i = 0; i < FIGURES; i++) {
        s.figure.subject = str_part(words, i * EACH, i * EACH + EACH - 1);
        s.span = (struct span){0, (uint32_t)(i * EACH), (uint32_t)(i * EACH + 1)};
        check_tell(c, &s, 1);
    }
    assert_str(check_told(c, 0).subject, STR("b000000"));
    assert_str(check_told(c, FIGURES - 1).subject, STR("b199999"));
    size_t each = WITH_ASAN ? 200 : 160; /* half of it was given back when the tables grew; with borders of ASan */
    assert_true(arena_held(a) - before < FIGURES * each);
    arena_close(a);
    buf_free(&text);
}

/* Findings that are only counted leave nothing behind: twice as many figures with a note each hold no more. */
static void dropped_findings_cost_nothing(void **state)
{
    (void)state;
    size_t held[2];
    for (int run = 0; run < 2; run++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct findings found;
        struct buf text = buf_make(1 << 24);
        struct str part = STR("Chi 1 tỷ đồng, tăng 5%. ");
        size_t count = (size_t)(run + 1) * 2 * FINDINGS_MAX;
        for (size_t i = 0; i < count; i++) buf_put(&text, part);
        struct checker *c = check_begin(a, LANG_VI);
        check_tell_document(c, buf_str(&text));
        for (size_t i = 0; i < count; i++) {
            uint32_t at = (uint32_t)(i * part.len);
            struct statement s[] = {level("1 tỷ đồng", 1, "chi", "quận Bến Mẫu"),
                                    level("1 tỷ đồng", 1, "chi", "quận Bến Mẫu")};
            s[0].span = (struct span){0, at + 4, at + 4 + 13};
            s[1].span = (struct span){0, at + 4 + 13 + 2, at + 4 + 13 + 2 + 8};
            s[1].figure.kind = KIND_GROWTH;
            s[1].figure.against = AGAINST_SAME_PERIOD;
            s[1].figure.unit = STR("%");
            s[1].figure.value = DECIMAL_INT(5);
            s[0].figure.group = s[1].figure.group = (uint32_t)i + 1;
            check_tell(c, s, 2);
        }
        check_end(&found, c);
        assert_int_equal(found.len, FINDINGS_MAX);
        assert_int_equal(found.dropped, count - FINDINGS_MAX);
        held[run] = arena_held(a);
        buf_free(&text);
        arena_close(a);
    }
    assert_true(held[1] < held[0] + (3 << 20)); /* orders of the figures and marks of the text */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_not_borrowed),
        cmocka_unit_test(figures_share_what_they_say),
        cmocka_unit_test(subjects_cost_little),
        cmocka_unit_test(dropped_findings_cost_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
