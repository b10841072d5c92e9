/* SPDX-License-Identifier: Apache-2.0
 *
 * html_tags: see html_tags.h. The table is sorted by name and searched by halves; tests/unit/test_html.c checks the
 * order.
 */
#include "html_tags.h"

static const struct html_tag TAGS[] = {
    {STR_INIT("a"), TAG_LINK, false, 0},          {STR_INIT("address"), TAG_BLOCK, true, 0},
    {STR_INIT("article"), TAG_BODY, true, 0},     {STR_INIT("aside"), TAG_FURNITURE, true, 0},
    {STR_INIT("b"), TAG_BOLD, false, 0},          {STR_INIT("blockquote"), TAG_BLOCK, true, 0},
    {STR_INIT("body"), TAG_PAGE, true, 0},        {STR_INIT("br"), TAG_BREAK, false, 0},
    {STR_INIT("button"), TAG_FURNITURE, true, 0}, {STR_INIT("caption"), TAG_BLOCK, true, 0},
    {STR_INIT("center"), TAG_BLOCK, true, 0},     {STR_INIT("dd"), TAG_BLOCK, true, 0},
    {STR_INIT("details"), TAG_BLOCK, true, 0},    {STR_INIT("div"), TAG_BLOCK, true, 0},
    {STR_INIT("dl"), TAG_BLOCK, true, 0},         {STR_INIT("dt"), TAG_BLOCK, true, 0},
    {STR_INIT("fieldset"), TAG_BLOCK, true, 0},   {STR_INIT("figcaption"), TAG_CAPTION, true, 0},
    {STR_INIT("figure"), TAG_BLOCK, true, 0},     {STR_INIT("footer"), TAG_FURNITURE, true, 0},
    {STR_INIT("form"), TAG_PAGE, true, 0},        {STR_INIT("h1"), TAG_HEADING, true, 1},
    {STR_INIT("h2"), TAG_HEADING, true, 2},       {STR_INIT("h3"), TAG_HEADING, true, 3},
    {STR_INIT("h4"), TAG_HEADING, true, 4},       {STR_INIT("h5"), TAG_HEADING, true, 5},
    {STR_INIT("h6"), TAG_HEADING, true, 6},       {STR_INIT("head"), TAG_PAGE, true, 0},
    {STR_INIT("header"), TAG_HEADER, true, 0},    {STR_INIT("hr"), TAG_BLOCK, true, 0},
    {STR_INIT("html"), TAG_PAGE, true, 0},        {STR_INIT("iframe"), TAG_SKIP, true, 0},
    {STR_INIT("li"), TAG_ITEM, true, 0},          {STR_INIT("main"), TAG_BODY, true, 0},
    {STR_INIT("math"), TAG_SKIP, false, 0},       {STR_INIT("meta"), TAG_META, false, 0},
    {STR_INIT("nav"), TAG_FURNITURE, true, 0},    {STR_INIT("noscript"), TAG_SKIP, false, 0},
    {STR_INIT("object"), TAG_SKIP, true, 0},      {STR_INIT("ol"), TAG_BLOCK, true, 0},
    {STR_INIT("p"), TAG_BLOCK, true, 0},          {STR_INIT("pre"), TAG_PRE, true, 0},
    {STR_INIT("script"), TAG_SCRIPT, false, 0},   {STR_INIT("section"), TAG_BLOCK, true, 0},
    {STR_INIT("select"), TAG_SKIP, true, 0},      {STR_INIT("strong"), TAG_BOLD, false, 0},
    {STR_INIT("style"), TAG_SKIP, false, 0},      {STR_INIT("svg"), TAG_SKIP, false, 0},
    {STR_INIT("table"), TAG_TABLE, true, 0},      {STR_INIT("tbody"), TAG_BLOCK, true, 0},
    {STR_INIT("td"), TAG_CELL, true, 0},          {STR_INIT("template"), TAG_SKIP, true, 0},
    {STR_INIT("textarea"), TAG_SKIP, true, 0},    {STR_INIT("tfoot"), TAG_BLOCK, true, 0},
    {STR_INIT("th"), TAG_HEAD_CELL, true, 0},     {STR_INIT("thead"), TAG_HEAD_ROWS, true, 0},
    {STR_INIT("time"), TAG_TIME, false, 0},       {STR_INIT("title"), TAG_TITLE, true, 0},
    {STR_INIT("tr"), TAG_ROW, true, 0},           {STR_INIT("ul"), TAG_BLOCK, true, 0},
};

const struct html_tag *html_tag_find(struct str name)
{
    size_t low = 0, high = sizeof TAGS / sizeof *TAGS;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int order = str_cmp(TAGS[mid].name, name);
        if (order == 0) return &TAGS[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

bool html_tags_sorted(void)
{
    for (size_t i = 1; i < sizeof TAGS / sizeof *TAGS; i++)
        if (str_cmp(TAGS[i - 1].name, TAGS[i].name) >= 0) return false;
    return true;
}
