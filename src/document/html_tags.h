/* SPDX-License-Identifier: Apache-2.0
 *
 * html_tags: what each element of HTML means for the text inside it.
 */
#ifndef HTML_TAGS_H
#define HTML_TAGS_H
#include "str.h"

enum tag_role {
    TAG_PAGE, /* html, body, form: hold everything, so that hints of them say nothing */
    TAG_BLOCK,
    TAG_SKIP, /* not text */
    TAG_FURNITURE,
    TAG_HEADER, /* of the page, or of an article */
    TAG_BODY,
    TAG_HEADING,
    TAG_ITEM,
    TAG_CAPTION,
    TAG_PRE,
    TAG_LINK,
    TAG_BOLD,
    TAG_BREAK,
    TAG_TIME,
    TAG_META,
    TAG_TITLE,
    TAG_SCRIPT,
    TAG_TABLE,
    TAG_HEAD_ROWS,
    TAG_ROW,
    TAG_CELL,
    TAG_HEAD_CELL,
};

struct html_tag {
    struct str name;
    enum tag_role role;
    bool block;    /* its start and end finish the piece before */
    uint8_t level; /* of a heading */
};

/* By a name in lower case; NULL for elements that change nothing. */
const struct html_tag *html_tag_find(struct str name);
/* For the test: the table is in the order that html_tag_find needs. */
bool html_tags_sorted(void);
#endif
