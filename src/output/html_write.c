/* SPDX-License-Identifier: Apache-2.0
 *
 * html_write: see html_write.h. The writer keeps the names of the open elements, so that an end tag is always the right
 * one; the '>' of a start tag waits until it is known that no attribute follows.
 *
 * Escapes are those of the HTML standard for text and quoted attribute values (section "Escaping a string"): & < > "
 * and, since a value may be pasted elsewhere, '. A URL is judged by what stands before its first ':' '/' '?' or '#': no
 * name there that is not on the list. Browsers skip tabs, line ends and leading control characters in URLs, so any
 * control character refuses it.
 */
#include "html_write.h"

#include "buf.h"

#include <assert.h>

struct html_writer html_to(struct buf *out)
{
    return (struct html_writer){.out = out};
}

static struct str escape(char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    case '\'': return STR("&#39;");
    default: return STR("\xEF\xBF\xBD"); /* a control character */
    }
}

static bool must_escape(char c)
{
    return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == 0x7F ||
           ((unsigned char)c < 0x20 && c != '\n' && c != '\t');
}

static void put_escaped(struct buf *b, struct str s)
{
    size_t plain = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!must_escape(s.ptr[i])) continue;
        buf_put(b, str_part(s, plain, i));
        buf_put(b, escape(s.ptr[i]));
        plain = i + 1;
    }
    buf_put(b, str_from(s, plain));
}

static void end_tag_start(struct html_writer *h)
{
    if (h->in_tag) buf_char(h->out, '>');
    h->in_tag = false;
}

void html_void(struct html_writer *h, const char *element)
{
    end_tag_start(h);
    buf_char(h->out, '<');
    buf_put_z(h->out, element);
    h->in_tag = true;
}

void html_open(struct html_writer *h, const char *element)
{
    assert(h->depth < HTML_DEPTH);
    html_void(h, element);
    h->open[h->depth++] = element;
}

static void put_attribute(struct html_writer *h, const char *name, struct str value)
{
    assert(h->in_tag);
    buf_char(h->out, ' ');
    buf_put_z(h->out, name);
    buf_put(h->out, STR("=\""));
    put_escaped(h->out, value);
    buf_char(h->out, '"');
}

void html_attribute(struct html_writer *h, const char *name, struct str value)
{
    assert(strcmp(name, "href") != 0 && strcmp(name, "src") != 0 && strcmp(name, "style") != 0 &&
           strncmp(name, "on", 2) != 0);
    put_attribute(h, name, value);
}

static bool url_is_good(struct str url)
{
    static const struct str SCHEMES[] = {STR_INIT("http"), STR_INIT("https"), STR_INIT("mailto")};
    size_t end = 0;
    for (size_t i = 0; i < url.len; i++)
        if ((unsigned char)url.ptr[i] <= 0x20 || url.ptr[i] == 0x7F || url.ptr[i] == '\\') return false;
    while (end < url.len && !strchr(":/?#", url.ptr[end])) end++;
    if (end == url.len || url.ptr[end] != ':') return true; /* relative */
    for (size_t i = 0; i < sizeof SCHEMES / sizeof SCHEMES[0]; i++)
        if (str_eq(SCHEMES[i], str_part(url, 0, end))) return true;
    return false;
}

void html_link(struct html_writer *h, const char *name, struct str url)
{
    put_attribute(h, name, url_is_good(url) ? url : STR("#"));
}

void html_text(struct html_writer *h, struct str s)
{
    end_tag_start(h);
    put_escaped(h->out, s);
}

void html_decimal(struct html_writer *h, struct decimal d)
{
    end_tag_start(h);
    decimal_write_vi(h->out, d);
}

void html_close(struct html_writer *h)
{
    assert(h->depth > 0);
    end_tag_start(h);
    buf_put(h->out, STR("</"));
    buf_put_z(h->out, h->open[--h->depth]);
    buf_char(h->out, '>');
}

void html_close_all(struct html_writer *h)
{
    while (h->depth) html_close(h);
    buf_char(h->out, '\n');
}

void html_element(struct html_writer *h, const char *element, struct str text)
{
    html_open(h, element);
    html_text(h, text);
    html_close(h);
}

void html_style(struct html_writer *h, const char *css)
{
    assert(!strstr(css, "</"));
    html_open(h, "style");
    end_tag_start(h);
    buf_put_z(h->out, css);
    html_close(h);
}

void html_doctype(struct html_writer *h, const char *lang, struct str title)
{
    assert(h->depth == 0);
    buf_put(h->out, STR("<!DOCTYPE html>\n"));
    html_open(h, "html");
    html_attribute(h, "lang", str_of(lang));
    html_open(h, "head");
    html_void(h, "meta");
    html_attribute(h, "charset", STR("utf-8"));
    html_void(h, "meta");
    html_attribute(h, "http-equiv", STR("Content-Security-Policy"));
    html_attribute(h, "content", STR("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
    html_void(h, "meta");
    html_attribute(h, "name", STR("viewport"));
    html_attribute(h, "content", STR("width=device-width, initial-scale=1"));
    html_element(h, "title", title);
}
