/* SPDX-License-Identifier: Apache-2.0
 *
 * width: see width.h. Vietnamese in NFC is one column a code point; the short table of other widths is what may stray
 * into reports: combining marks of text that NFC cannot join, zero width spaces from web pages, and the wide East Asian
 * blocks of Unicode's EastAsianWidth.txt (W and F), by whole blocks. It is a rule for lining up a table, not for
 * setting type.
 */
#include "width.h"

#include "buf.h"
#include "utf8.h"

struct run {
    uint32_t first, last;
    unsigned width;
};

static const struct run RUNS[] = {
    {0x0000, 0x001F, 0},   {0x007F, 0x009F, 0}, {0x00AD, 0x00AD, 0},   {0x0300, 0x036F, 0},   {0x1100, 0x115F, 2},
    {0x200B, 0x200F, 0},   {0x202A, 0x202E, 0}, {0x2060, 0x206F, 0},   {0x20D0, 0x20FF, 0},   {0x2E80, 0x303E, 2},
    {0x3041, 0x33FF, 2},   {0x3400, 0x4DBF, 2}, {0x4E00, 0x9FFF, 2},   {0xA000, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},
    {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},
    {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
    {0xE0100, 0xE01EF, 0},
};

unsigned width_of_char(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F) return 1;
    for (size_t i = 0; i < sizeof RUNS / sizeof RUNS[0] && c >= RUNS[i].first; i++)
        if (c <= RUNS[i].last) return RUNS[i].width;
    return 1;
}

size_t width_of(struct str s)
{
    size_t width = 0, len;
    for (size_t i = 0; i < s.len; i += len) width += width_of_char(utf8_decode(s, i, &len));
    return width;
}

struct str width_clip(struct str s, size_t columns)
{
    size_t width = 0, len;
    for (size_t i = 0; i < s.len; i += len) {
        width += width_of_char(utf8_decode(s, i, &len));
        if (width > columns) return str_part(s, 0, i);
    }
    return s;
}

static bool obeys(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void put_valid(struct buf *b, struct str s)
{
    size_t plain = 0, len; /* plain: start of what is not yet written */
    for (size_t i = 0; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (!obeys(c)) continue;
        buf_put(b, str_part(s, plain, i));
        if (c == '\n' || c == '\t' || c == '\r')
            buf_char(b, ' ');
        else
            buf_codepoint(b, 0xFFFD);
        plain = i + len;
    }
    buf_put(b, str_from(s, plain));
}

void width_put_plain(struct buf *b, struct str s)
{
    size_t bad;
    while (!utf8_valid(s, &bad)) {
        put_valid(b, str_part(s, 0, bad));
        buf_codepoint(b, 0xFFFD);
        s = str_from(s, bad + 1);
    }
    put_valid(b, s);
}
