/* SPDX-License-Identifier: Apache-2.0
 *
 * http: queries, forms, cookies and tags as they are sent; what is put into pages, and who is signed in.
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

static void a_word_signs_in_once(void **state)
{
    (void)state;
    enum { NOW = 1000000 };
    struct session_store *s = session_store_make();
    struct web_session found;
    struct str cookie, word = session_offer(s, arena, NOW);
    assert_false(session_begin(&cookie, s, arena, STR("wrong"), NOW));
    assert_true(session_begin(&cookie, s, arena, word, NOW + LINK_LIVES));
    assert_false(session_begin(&cookie, s, arena, word, NOW)); /* a second time: and *cookie is "" */
    assert_false(session_find(&found, s, arena, cookie, NOW));
    session_store_close(s);
}

static void a_session_ends(void **state)
{
    (void)state;
    enum { NOW = 1000000 };
    struct session_store *s = session_store_make();
    struct web_session found, again;
    struct str cookie, late = session_offer(s, arena, NOW);
    assert_false(session_begin(&cookie, s, arena, late, NOW + LINK_LIVES + 1));
    assert_true(session_begin(&cookie, s, arena, session_offer(s, arena, NOW), NOW));
    assert_true(session_find(&found, s, arena, cookie, NOW + SESSION_IDLE));
    assert_true(session_find(&again, s, arena, cookie, NOW + 2 * SESSION_IDLE)); /* it was used meanwhile */
    assert_true(session_same(found.csrf, again.csrf) && found.csrf.len > 20);
    assert_false(session_same(found.csrf, cookie));
    assert_false(session_find(&found, s, arena, cookie, NOW + 3 * SESSION_IDLE + 1));
    assert_true(session_begin(&cookie, s, arena, session_offer(s, arena, NOW), NOW));
    int64_t at = NOW;
    while (at <= NOW + SESSION_LONGEST && session_find(&found, s, arena, cookie, at)) at += SESSION_IDLE;
    assert_true(at > NOW + SESSION_LONGEST);
    assert_false(session_find(&found, s, arena, cookie, at));
    assert_true(session_begin(&cookie, s, arena, session_offer(s, arena, NOW), NOW));
    session_end(s, cookie);
    assert_false(session_find(&found, s, arena, cookie, NOW));
    session_store_close(s);
}

static void the_oldest_makes_room(void **state)
{
    (void)state;
    enum { NOW = 1000000 };
    struct session_store *s = session_store_make();
    struct web_session found;
    struct str first, second, cookie;
    assert_true(session_begin(&first, s, arena, session_offer(s, arena, NOW), NOW));
    assert_true(session_begin(&second, s, arena, session_offer(s, arena, NOW + 1), NOW + 1));
    for (int i = 2; i <= WEB_SESSIONS_MOST; i++)
        assert_true(session_begin(&cookie, s, arena, session_offer(s, arena, NOW + i), NOW + i));
    assert_false(session_find(&found, s, arena, first, NOW + 300));
    assert_true(session_find(&found, s, arena, second, NOW + 300));
    session_store_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(queries_are_names_and_values),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(cookies_and_tags),
        cmocka_unit_test(pages_hold_no_markup_of_others),
        cmocka_unit_test(a_word_signs_in_once),
        cmocka_unit_test(a_session_ends),
        cmocka_unit_test(the_oldest_makes_room),
    };
    arena = arena_make(SIZE_MAX);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
