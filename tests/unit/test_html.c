/* SPDX-License-Identifier: Apache-2.0
 *
 * html: markup to pieces, the message between the processes, and pages that were made to hurt. What whole pages become
 * is in tests/documents.
 */
#include "unit_test.h"

#include "arena.h"
#include "document.h"
#include "html.h"
#include "html_tags.h"

/* The text of every piece between bars, of a page in one line of markup. */
static struct str pieces_of(struct arena *a, const char *html)
{
    struct html_page page;
    struct buf b = buf_make(SIZE_MAX / 4);
    assert_true(html_parse(&page, a, str_of(html)));
    for (size_t i = 0; i < page.piece_count; i++) {
        if (i) buf_char(&b, '|');
        buf_put(&b, str_part(page.text, page.pieces[i].start, page.pieces[i].end));
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static void markup_becomes_pieces(void **state)
{
    (void)state;
    static const struct {
        const char *html, *pieces;
    } CASES[] = {
        {"<p>một</p><p>hai", "một|hai"},
        {"một<div>hai</div>ba", "một|hai|ba"},
        {"<p>thu <b>8.343</b>\n  tỷ&nbsp;đồng", "thu 8.343 tỷ\xC2\xA0đồng"},
        {"a&amp;b &lt;c&gt; &#7879; &#x1EC7; &ocirc; &khong; &#0; &#55555555;", "a&b <c> ệ ệ ô &khong;"},
        {"<p>một<br>hai<br><br>ba", "một\nhai|ba"},
        {"<script>x</script>một<style>y</style><noscript>z</noscript><select><option>t</select>", "một"},
        {"<p>a<!-- b -->c", "ac"},
        {"<p><![if !supportLists]>1.<![endif]> a<?xml:namespace prefix = o /><o:p>b</o:p>", "1. ab"},
        {"<pre>a  b\n\tc</pre>", "a  b\n\tc"},
        {"<ul><li>một<li>hai<ul><li>ba</ul></ul>", "một|hai|ba"},
        {"<title>t</title>x", "x"},
        {"<a href='1'>một</a> <a href='2'>hai</a>", "một hai"},
        {"<p>một</b></i></p></div></p>hai", "một|hai"},
        {"<p>một <2 >3 < 4", "một <2 >3 < 4"},
        {"<![CDATA[một]]> hai <![CDATA[ba", "một hai ba"},
        {"", ""},
        {"<table><tr><td>1<td>2<tr><td>3</table>4", "1|2|3|4"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct str got = pieces_of(a, CASES[i].html);
        bool same = str_eq(got, str_of(CASES[i].pieces));
        if (!same) fail_msg("%s: «%.*s»", CASES[i].html, STR_ARG(got));
        arena_close(a);
    }
}

static void spans_push_cells_aside(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct html_page page;
    assert_true(html_parse(&page, a,
                           STR("<table><tr><td rowspan=2>a<td colspan='2'>b<td>c<tr><td>d<td rowspan=0>e<td>f"
                               "<tr><td>g<td colspan=99999>h</table>")));
    static const uint16_t PLACES[][4] = {{0, 0, 2, 1}, {0, 1, 1, 2}, {0, 3, 1, 1}, {1, 1, 1, 1},
                                         {1, 2, 1, 1}, {1, 3, 1, 1}, {2, 0, 1, 1}, {2, 1, 1, 100}};
    assert_int_equal(page.piece_count, sizeof PLACES / sizeof *PLACES);
    for (size_t i = 0; i < page.piece_count; i++) {
        const struct html_piece *p = &page.pieces[i];
        assert_int_equal(p->table, 1);
        assert_int_equal(p->row, PLACES[i][0]);
        assert_int_equal(p->column, PLACES[i][1]);
        assert_int_equal(p->row_span, PLACES[i][2]);
        assert_int_equal(p->column_span, PLACES[i][3]);
    }
    arena_close(a);
}

static void dates_of_machines(void **state)
{
    (void)state;
    static const struct {
        const char *words, *date;
    } CASES[] = {{"2024-02-15T15:15:00+07:00", "2024-02-15"},
                 {"2024-02-15T17:30:00Z", "2024-02-16"},
                 {"2024-02-15T16:59:59Z", "2024-02-15"},
                 {"2024-12-31T23:00:00+00:00", "2025-01-01"},
                 {"15/02/2024 15:15", "2024-02-15"},
                 {"2024-02-15", "2024-02-15"},
                 {"2024-02-31", ""},
                 {"hôm nay", ""},
                 {"", ""}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct date d, want;
        bool known = html_date_read(&d, str_of(CASES[i].words));
        assert_int_equal(known, date_read(&want, str_of(CASES[i].date)));
        if (known) assert_int_equal(date_cmp(d, want), 0);
    }
}

static void message_of(struct buf *b, struct arena *a)
{
    struct html_page page;
    assert_true(html_parse(&page, a,
                           STR("<title>T</title><meta name=date content=2024-02-15><h1>Quận</h1><p>đạt 1</p>"
                               "<table><tr><th>a<th>b<tr><td>1<td>2</table>")));
    html_page_write(b, &page);
}

static void the_message_comes_back(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct buf b = buf_make(1 << 20), again = buf_make(1 << 20);
    struct html_page page;
    message_of(&b, a);
    assert_true(html_page_read(&page, a, buf_str(&b)));
    assert_str(page.title, STR("T"));
    assert_int_equal(page.piece_count, 6);
    assert_int_equal(page.date_count, 1);
    html_page_write(&again, &page);
    assert_str(buf_str(&again), buf_str(&b));
    buf_free(&b);
    buf_free(&again);
    arena_close(a);
}

static void check_page(const struct html_page *p)
{
    uint32_t end = 0;
    for (size_t i = 0; i < p->piece_count; i++) {
        assert_true(p->pieces[i].start >= end && p->pieces[i].end > p->pieces[i].start &&
                    p->pieces[i].end <= p->text.len);
        assert_true(p->pieces[i].kind < HTML_KINDS && p->pieces[i].row_span && p->pieces[i].column_span);
        end = p->pieces[i].end;
    }
}

/* What a child that was taken over could send: cut anywhere, any byte changed. Refused, or a page that keeps its
 * promises. */
static void a_bad_message_is_refused(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct buf b = buf_make(1 << 20);
    struct html_page page;
    message_of(&b, a);
    for (size_t cut = 0; cut < b.len; cut++) assert_false(html_page_read(&page, a, (struct str){b.ptr, cut}));
    size_t refused = 0;
    for (size_t at = 0; at < b.len; at++)
        for (int value = 0; value < 256; value += 15) {
            struct arena_mark mark = arena_mark(a);
            char was = b.ptr[at];
            b.ptr[at] = (char)value;
            if (html_page_read(&page, a, buf_str(&b)))
                check_page(&page);
            else
                refused++;
            b.ptr[at] = was;
            arena_reset(a, mark);
        }
    assert_true(refused > 0);
    buf_char(&b, 0);
    assert_false(html_page_read(&page, a, buf_str(&b)));
    buf_free(&b);
    arena_close(a);
}

static void repeat(struct buf *b, const char *s, size_t times)
{
    for (size_t i = 0; i < times; i++) buf_put_z(b, s);
}

/* Pages that were made to hurt end as pages. */
static void nested_tags_are_flattened(void **state)
{
    (void)state;
    static const struct {
        const char *front, *back;
    } CASES[] = {{"<div>", "</div>"},      {"<div>", "</span>"},  {"<table><tr><td>", ""},
                 {"<b><i><font>", "</p>"}, {"<ul><li>", "</ul>"}, {"<select><option>", "</select>"},
                 {"<a><p>", "</a>"}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct buf b = buf_make(SIZE_MAX / 4);
        struct html_page page;
        repeat(&b, CASES[i].front, 50000);
        buf_put(&b, STR("giữa"));
        repeat(&b, CASES[i].back, 50000);
        buf_put(&b, STR("<p>cuối"));
        assert_true(html_parse(&page, a, buf_str(&b)));
        bool kept = page.piece_count && str_has(page.text, STR("cuối"));
        if (!kept && i != 5) fail_msg("case %zu", i);
        buf_free(&b);
        arena_close(a);
    }
}

static void pages_are_read_in_a_child(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct document d, here;
    struct err err;
    struct str html = STR(
        "<html><body><h1>Quận Hai</h1><p>Thu nga\xCC\x82n sách a&#803;t &#111;&#770;&#803; 8.343 tỷ.</p></body>");
    struct document_options o = {.in_process = true};
    assert_true(document_make(&d, a, html, STR("a.html"), NULL, &err));
    assert_true(document_make(&here, a, html, STR("a.html"), &o, &err));
    assert_int_equal(d.format, DOCUMENT_HTML);
    assert_str(d.text.inside, here.text.inside);
    assert_int_equal(d.blocks.len, 2);
    assert_str(str_part(d.text.inside, d.blocks.at[0].start, d.blocks.at[0].end), STR("Quận Hai"));
    assert_str(str_part(d.text.inside, d.blocks.at[1].start, d.blocks.at[1].end), STR("Thu ngân sách ạt ộ 8.343 tỷ."));
    assert_int_equal(document_original(&d, d.blocks.at[1].start), d.blocks.at[1].start);
    arena_close(a);
}

static void tags_are_found(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"a",  "article", "br", "h1",    "h6",     "th",
                                        "td", "tr",      "ul", "title", "script", "nav"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) assert_non_null(html_tag_find(str_of(NAMES[i])));
    assert_null(html_tag_find(STR("blink")));
    assert_null(html_tag_find(STR("")));
    assert_true(html_tags_sorted());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_becomes_pieces),     cmocka_unit_test(spans_push_cells_aside),
        cmocka_unit_test(dates_of_machines),         cmocka_unit_test(the_message_comes_back),
        cmocka_unit_test(a_bad_message_is_refused),  cmocka_unit_test(nested_tags_are_flattened),
        cmocka_unit_test(pages_are_read_in_a_child), cmocka_unit_test(tags_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
