/* SPDX-License-Identifier: Apache-2.0
 *
 * markdown_write: see markdown_write.h. CommonMark 0.31 allows a backslash before any ASCII punctuation, so no context
 * is asked: the same text is safe in a paragraph, a heading and a cell of a table. At the start of a text "-", "+" and
 * "1." would start a list; they are escaped there only, since "-2,5" and "1.234" are everywhere in reports.
 */
#include "markdown_write.h"

#include "buf.h"

static bool obeyed(char c)
{
    return c != 0 && strchr("\\`*_{}[]<>#|~&!", c) != NULL;
}

/* Where the text would start a list if it stood at the start of a line, or SIZE_MAX. */
static size_t list_mark(struct str s)
{
    size_t i = 0;
    while (i < s.len && s.ptr[i] == ' ') i++;
    if (i < s.len && (s.ptr[i] == '-' || s.ptr[i] == '+' || s.ptr[i] == '=')) return i;
    size_t digits = i;
    while (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9') i++;
    bool mark = i > digits && i + 1 < s.len && (s.ptr[i] == '.' || s.ptr[i] == ')') && s.ptr[i + 1] == ' ';
    return mark ? i : SIZE_MAX;
}

void markdown_text(struct buf *b, struct str s)
{
    size_t mark = list_mark(s);
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        if (obeyed(c) || i == mark) buf_char(b, '\\');
        buf_char(b, c);
    }
}

void markdown_url(struct buf *b, struct str url)
{
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.ptr[i];
        if (c <= 0x20 || c == 0x7F || strchr("()<>\\|\"", (int)c))
            buf_format(b, "%%%02X", c);
        else
            buf_char(b, (char)c);
    }
}
