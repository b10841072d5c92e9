/* SPDX-License-Identifier: Apache-2.0
 *
 * json_write: see json_write.h. The writer knows of each open bracket only whether something stands in it already; that
 * is one bit, so the state is a word and nothing is allocated.
 */
#include "json_write.h"

#include "buf.h"

#include <assert.h>

struct json_writer json_to(struct buf *out)
{
    return (struct json_writer){.out = out};
}

/* What stands before a value or a key: a comma when it is not the first. */
static void separate(struct json_writer *j)
{
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->depth == 0) return;
    uint32_t bit = (uint32_t)1 << (j->depth - 1);
    if (j->filled & bit) buf_char(j->out, ',');
    j->filled |= bit;
}

void json_write_open(struct json_writer *j, char bracket)
{
    assert(j->depth < JSON_WRITE_DEPTH);
    separate(j);
    buf_char(j->out, bracket);
    j->filled &= ~((uint32_t)1 << j->depth);
    j->depth++;
}

void json_write_close(struct json_writer *j, char bracket)
{
    assert(j->depth > 0 && !j->after_key);
    buf_char(j->out, bracket);
    j->depth--;
}

/* The escape of one byte, or 0 for the \u form. */
static char short_escape(char c)
{
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

static void put_quoted(struct buf *b, struct str s)
{
    buf_char(b, '"');
    size_t from = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if ((unsigned char)c >= 0x20 && c != '"' && c != '\\') continue;
        buf_put(b, str_part(s, from, i));
        from = i + 1;
        char e = short_escape(c);
        buf_char(b, '\\');
        if (e)
            buf_char(b, e);
        else
            buf_format(b, "u%04x", (unsigned)(unsigned char)c);
    }
    buf_put(b, str_from(s, from));
    buf_char(b, '"');
}

void json_write_key(struct json_writer *j, struct str key)
{
    assert(j->depth > 0 && !j->after_key);
    separate(j);
    put_quoted(j->out, key);
    buf_char(j->out, ':');
    j->after_key = true;
}

void json_write_text(struct json_writer *j, struct str s)
{
    separate(j);
    put_quoted(j->out, s);
}

void json_write_int(struct json_writer *j, int64_t n)
{
    separate(j);
    buf_i64(j->out, n);
}

void json_write_bool(struct json_writer *j, bool b)
{
    separate(j);
    buf_put(j->out, b ? STR("true") : STR("false"));
}

void json_write_null(struct json_writer *j)
{
    separate(j);
    buf_put(j->out, STR("null"));
}

void json_write_decimal(struct json_writer *j, struct decimal d)
{
    separate(j);
    decimal_write(j->out, d);
}

void json_write_raw(struct json_writer *j, struct str json)
{
    separate(j);
    buf_put(j->out, json);
}
