/* SPDX-License-Identifier: Apache-2.0
 *
 * http: queries, forms, cookies and tags as they are sent; what is put into pages, and what a browser holds.
 */
#include "unit_test.h"

#include "http.h"
#include "page_write.h"
#include "session.h"

static struct arena *arena;

static void queries_are_names_and_values(void **state)
{
    (void)state;
    struct http_values v;
    assert_true(http_values_read(&v, arena, STR("q=Gia+M%E1%BB%B9&loc=&x&&y=1=2"), 10));
    assert_int_equal(v.len, 4);
    assert_str(http_value_of(&v, STR("q")), STR("Gia Mỹ"));
    assert_str(http_value_of(&v, STR("loc")), STR(""));
    assert_str(http_value_of(&v, STR("y")), STR("1=2"));
    assert_str(http_value_of(&v, STR("none")), STR(""));
    assert_true(http_values_read(&v, arena, STR("q=Gia+M%E1%BB%B9"), 1)); /* composed or not, it is one text */
    struct http_values other;
    assert_true(http_values_read(&other, arena, STR("q=Gia+My%CC%83"), 1));
    assert_str(http_value_of(&other, STR("q")), http_value_of(&v, STR("q")));
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    struct http_values v;
    assert_false(http_values_read(&v, arena, STR("q=%FF"), 10));
    assert_false(http_values_read(&v, arena, STR("q=%0"), 10));
    assert_false(http_values_read(&v, arena, STR("q=%00"), 10));
    assert_false(http_values_read(&v, arena, STR("a=1&b=2&c=3"), 2));
}

static void cookies_and_tags(void **state)
{
    (void)state;
    assert_str(http_cookie(STR("a=1; dieuhanh=xyz; b=2"), STR("dieuhanh")), STR("xyz"));
    assert_str(http_cookie(STR("xdieuhanh=1"), STR("dieuhanh")), STR(""));
    assert_str(http_cookie(STR(""), STR("dieuhanh")), STR(""));
    assert_true(http_etag_matches(STR("\"a\", W/\"b\""), STR("\"b\"")));
    assert_true(http_etag_matches(STR("*"), STR("\"b\"")));
    assert_false(http_etag_matches(STR("\"a\""), STR("\"b\"")));
    assert_false(http_etag_matches(STR(""), STR("\"b\"")));
}

static void pages_hold_no_markup_of_others(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    page_put(&b, STR("<script>\"a\" & 'b'</script>\001"));
    assert_str(buf_str(&b), STR("&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;\xEF\xBF\xBD"));
    buf_clear(&b);
    page_link(&b, link_with(arena, LINK("x"), STR("a"), STR("\"><b>")));
    assert_str(buf_str(&b), STR("/x?a=%22%3E%3Cb%3E"));
    buf_free(&b);
}

/* What is of sessions themselves is in test_access.c. */
static void a_form_carries_another_word(void **state)
{
    (void)state;
    struct str cookie = STR("00112233445566778899aabbccddeeff0011223344556677");
    struct str csrf = session_csrf(arena, cookie);
    assert_int_equal(csrf.len, cookie.len);
    assert_false(str_eq(csrf, cookie));
    assert_true(str_eq(csrf, session_csrf(arena, cookie)));
    assert_false(str_eq(csrf, session_csrf(arena, STR("00112233445566778899aabbccddeeff0011223344556678"))));
    assert_str(session_cookie(arena, STR("ab"), false), STR("dieuhanh=ab; Path=/; HttpOnly; SameSite=Lax; Secure"));
    assert_str(session_cookie(arena, STR(""), true), STR("dieuhanh=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(queries_are_names_and_values),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(cookies_and_tags),
        cmocka_unit_test(pages_hold_no_markup_of_others),
        cmocka_unit_test(a_form_carries_another_word),
    };
    arena = arena_make(SIZE_MAX);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
