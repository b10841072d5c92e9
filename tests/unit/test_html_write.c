/* SPDX-License-Identifier: Apache-2.0
 *
 * html_write, markdown_write: strangers' text is shown and never obeyed.
 */
#include "unit_test.h"

#include "buf.h"
#include "html_write.h"
#include "markdown_write.h"

static void text_and_attributes_are_escaped(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    struct html_writer h = html_to(&b);
    html_open(&h, "td");
    html_attribute(&h, "title", STR("\"><script>alert('x')</script>"));
    html_text(&h, STR("tăng < 5 % & \x01"));
    html_void(&h, "br");
    html_decimal(&h, (struct decimal){834350, 2});
    html_close(&h);
    assert_str(buf_str(&b), STR("<td title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\">"
                                "tăng &lt; 5 % &amp; \uFFFD<br>8.343,50</td>"));
    buf_free(&b);
}

static void only_good_links_get_through(void **state)
{
    static const struct {
        const char *url, *written;
    } cases[] = {
        {"#so-3", "#so-3"},
        {"bao-cao.txt#b=1-5", "bao-cao.txt#b=1-5"},
        {"/number/12?x=a:b", "/number/12?x=a:b"},
        {"https://example.vn/a?b=1&c=2", "https://example.vn/a?b=1&amp;c=2"},
        {"mailto:ai@example.vn", "mailto:ai@example.vn"},
        {"javascript:alert(1)", "#"},
        {"JavaScript:alert(1)", "#"},
        {"java\tscript:alert(1)", "#"},
        {" javascript:alert(1)", "#"},
        {"\x01javascript:alert(1)", "#"},
        {"data:text/html,x", "#"},
        {"vbscript:x", "#"},
        {"\\\\may-la\\tep", "#"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(1000), expected = buf_make(1000);
        struct html_writer h = html_to(&b);
        html_open(&h, "a");
        html_link(&h, "href", str_of(cases[i].url));
        html_close_all(&h);
        buf_put(&expected, STR("<a href=\""));
        buf_put_z(&expected, cases[i].written);
        buf_put(&expected, STR("\"></a>\n"));
        assert_str(buf_str(&b), buf_str(&expected));
        buf_free(&b);
        buf_free(&expected);
    }
}

static void a_whole_page(void **state)
{
    (void)state;
    struct buf b = buf_make(2000);
    struct html_writer h = html_to(&b);
    html_doctype(&h, "vi", STR("Báo cáo <quý I>"));
    html_style(&h, "td{text-align:right}");
    html_close(&h);
    html_open(&h, "body");
    html_element(&h, "h1", STR("Quận A & B"));
    html_close_all(&h);
    assert_true(str_starts(buf_str(&b), STR("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">")));
    assert_true(
        str_ends(buf_str(&b), STR("<title>Báo cáo &lt;quý I&gt;</title><style>td{text-align:right}</style></head>"
                                  "<body><h1>Quận A &amp; B</h1></body></html>\n")));
    buf_free(&b);
}

static void markdown_is_not_obeyed(void **state)
{
    static const char *const cases[][2] = {
        {"đạt 111,24 % (tăng)", "đạt 111,24 % (tăng)"},
        {"a|b *c* _d_ [e](f) <g>", "a\\|b \\*c\\* \\_d\\_ \\[e\\](f) \\<g\\>"},
        {"-2,5 điểm %", "\\-2,5 điểm %"},
        {"1. Thu ngân sách", "1\\. Thu ngân sách"},
        {"1.234 tỷ", "1.234 tỷ"},
        {"# đầu\nhai dòng", "\\# đầu hai dòng"},
        {"1 - 2", "1 - 2"},
        {" giữ dấu cách ", " giữ dấu cách "},
        {"  - mục", "  \\- mục"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(1000);
        markdown_text(&b, str_of(cases[i][0]));
        assert_str(buf_str(&b), str_of(cases[i][1]));
        buf_free(&b);
    }
    struct buf b = buf_make(1000);
    markdown_url(&b, STR("báo cáo (1).txt"));
    assert_str(buf_str(&b), STR("báo%20cáo%20%281%29.txt"));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_attributes_are_escaped),
        cmocka_unit_test(only_good_links_get_through),
        cmocka_unit_test(a_whole_page),
        cmocka_unit_test(markdown_is_not_obeyed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
