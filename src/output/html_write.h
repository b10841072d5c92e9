/* SPDX-License-Identifier: Apache-2.0
 *
 * html_write: HTML as it streams out. What is written is decided by the function called, so nothing can be forgotten:
 * a str is always escaped, and there is no function that takes ready markup.
 *
 *     struct html_writer h = html_to(&buf);
 *     html_open(&h, "td");
 *     html_attribute(&h, "class", STR("so"));
 *     html_text(&h, STR("tăng < 5 %"));
 *     html_close(&h);
 *
 * Names of elements and attributes are literals of the program. Text and values are valid UTF-8; control characters
 * that HTML forbids become U+FFFD. A wrong order of calls is a bug: assert.
 */
#ifndef HTML_WRITE_H
#define HTML_WRITE_H
#include "decimal.h"

struct buf;

enum { HTML_DEPTH = 64 };

struct html_writer {
    struct buf *out;
    const char *open[HTML_DEPTH];
    size_t depth;
    bool in_tag; /* the '>' of the last element is not yet written */
};

struct html_writer html_to(struct buf *out);
/* "<!DOCTYPE html>" up to the title; the head is left open for html_style: html_close, then html_open(h, "body"). */
void html_doctype(struct html_writer *h, const char *lang, struct str title);
void html_style(struct html_writer *h, const char *css); /* a <style> of the program's own: a literal without "</" */
void html_open(struct html_writer *h, const char *element);
void html_void(struct html_writer *h, const char *element); /* br, hr, meta: no end; attributes may follow */
void html_attribute(struct html_writer *h, const char *name, struct str value); /* not for href, src, style, on... */
/* href or src. Anything but http, https, mailto, a relative path or "#..." becomes "#": javascript: never gets
 * through. */
void html_link(struct html_writer *h, const char *name, struct str url);
void html_text(struct html_writer *h, struct str s);
void html_decimal(struct html_writer *h, struct decimal d); /* as Vietnamese people write it */
void html_close(struct html_writer *h);                     /* of the element opened last */
void html_close_all(struct html_writer *h);
/* <element>text</element> */
void html_element(struct html_writer *h, const char *element, struct str text);
#endif
