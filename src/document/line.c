/* SPDX-License-Identifier: Apache-2.0
 *
 * line: see line.h. Everything looks at a few bytes at one end of a line, so a text costs one memchr a line.
 */
#include "line.h"

#include "marks.h"
#include "utf8.h"

/* Length of the space that starts at p, 0 when there is none. */
static uint32_t space_at(const unsigned char *p, const unsigned char *end)
{
    if (*p <= ' ') return *p == ' ' || (*p >= '\t' && *p <= '\r') ? 1 : 0;
    if (*p < 0xC2 || *p > 0xEF) return 0;
    if (end - p >= 2 && p[0] == 0xC2 && p[1] == 0xA0) return 2;
    if (end - p < 3) return 0;
    if (p[0] == 0xE2 && p[1] == 0x80 &&
        ((p[2] >= 0x80 && p[2] <= 0x8B) || p[2] == 0xA8 || p[2] == 0xA9 || p[2] == 0xAF))
        return 3;
    if (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) return 3;
    return p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF ? 3 : 0;
}

void line_trim(struct str text, uint32_t *start, uint32_t *end)
{
    const unsigned char *base = (const unsigned char *)text.ptr, *p = base + *start, *q = base + *end;
    for (uint32_t n; p < q && (n = space_at(p, q)); p += n) {}
    while (q > p) {
        const unsigned char *r = q - 1;
        while (r > p && (*r & 0xC0) == 0x80) r--;
        if (space_at(r, q) != (uint32_t)(q - r)) break;
        q = r;
    }
    *start = (uint32_t)(p - base);
    *end = (uint32_t)(q - base);
}

uint32_t line_next(struct line *out, struct str text, uint32_t at)
{
    const char *end = memchr(text.ptr + at, '\n', text.len - at);
    uint32_t stop = end ? (uint32_t)(end - text.ptr) : (uint32_t)text.len;
    *out = (struct line){at, stop, 0, 0};
    line_trim(text, &out->start, &out->end);
    out->indent = out->start - at;
    return end ? stop + 1 : stop;
}

bool line_strip_emphasis(struct str text, uint32_t *start, uint32_t *end)
{
    uint32_t a = *start, b = *end;
    char mark = a < b ? text.ptr[a] : 0;
    if (mark != '*' && mark != '_') return false;
    while (a < b && text.ptr[a] == mark && a - *start < 3) a++;
    while (b > a && text.ptr[b - 1] == mark && *end - b < 3) b--;
    uint32_t inner = a, outer = b;
    line_trim(text, &inner, &outer);
    if (inner == outer || b == *end || inner != a) return false; /* "* mục" is a bullet */
    *start = inner;
    *end = outer;
    return true;
}

/* Length of a bullet at p, 0 when there is none. */
static uint32_t bullet(const unsigned char *p, const unsigned char *end)
{
    static const char *const MARKS[] = {"•", "–", "—", "▪", "■", "●", "○",           "◦",
                                        "·", "»", "➢", "❖", "✓", "►", "\xEF\x82\xB7"};
    if (*p < 0x80) return *p == '-' || *p == '+' || *p == '*' ? 1 : 0;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        size_t n = strlen(MARKS[i]);
        if ((size_t)(end - p) >= n && memcmp(p, MARKS[i], n) == 0) return (uint32_t)n;
    }
    return 0;
}

static uint32_t skip_spaces(struct str text, uint32_t at, uint32_t end)
{
    uint32_t stop = end;
    line_trim(text, &at, &stop);
    return at;
}

static bool letter_at(struct str text, uint32_t at, uint32_t end)
{
    size_t len;
    return at < end && utf8_is_letter(utf8_decode(text, at, &len));
}

/* Digits, dots between them: "1." "12)" "3/" "2.1." "2.1.3"; then a space, a letter or the end. */
static enum line_mark number_mark(struct str text, uint32_t start, uint32_t end, uint32_t *after)
{
    uint32_t at = start, groups = 0;
    bool closed = false;
    while (at < end) {
        uint32_t digits = at;
        while (at < end && text.ptr[at] >= '0' && text.ptr[at] <= '9' && at - digits < 3) at++;
        if (at - digits > 2) return MARK_NONE; /* 2025. or 9.800 */
        if (at == digits) break;
        groups++;
        closed = at < end && (text.ptr[at] == '.' || text.ptr[at] == ')' || text.ptr[at] == '/');
        if (!closed) break;
        bool dot = text.ptr[at++] == '.';
        if (!dot) break;
    }
    uint32_t next = skip_spaces(text, at, end);
    if (groups == 0 || (groups == 1 && !closed) || next == end) return MARK_NONE;
    if (text.ptr[at - 1] == '/' && next == at) return MARK_NONE; /* 15/2 */
    if (next == at && !letter_at(text, at, end)) return MARK_NONE;
    if (groups > 1 && !closed && next == at) return MARK_NONE;
    if (groups == 2 && !closed) return MARK_NONE; /* "22.4 hộ" is a number or a day */
    *after = next;
    return groups == 1 ? MARK_NUMBER : MARK_NESTED;
}

/* "I." "XII)" "a)" "b." "đ)" with a space behind. */
static enum line_mark letter_mark(struct str text, uint32_t start, uint32_t end, uint32_t *after)
{
    uint32_t at = start;
    while (at < end && at - start < 5 && (text.ptr[at] == 'I' || text.ptr[at] == 'V' || text.ptr[at] == 'X')) at++;
    enum line_mark mark = at > start ? MARK_ROMAN : MARK_NONE;
    if (mark == MARK_NONE && letter_at(text, start, end)) {
        size_t len;
        utf8_decode(text, start, &len);
        at = start + (uint32_t)len;
        mark = MARK_LETTER;
    }
    if (mark == MARK_NONE || at >= end) return MARK_NONE;
    char c = text.ptr[at];
    if (c != ')' && c != '.' && !(c == '/' && mark == MARK_ROMAN)) return MARK_NONE;
    uint32_t next = skip_spaces(text, at + 1, end);
    if (next == at + 1 || next == end) return MARK_NONE;
    *after = next;
    return mark;
}

/* A word that opens a part of a document of state, with a number or numeral behind. */
static enum line_mark section_mark(struct str text, uint32_t start, uint32_t end, uint32_t *after)
{
    size_t n = marks_section(str_part(text, start, end));
    if (n == 0) return MARK_NONE;
    uint32_t at = start + (uint32_t)n + 1, digits = at;
    while (at < end && ((text.ptr[at] >= '0' && text.ptr[at] <= '9') || (text.ptr[at] && strchr("IVX", text.ptr[at]))))
        at++;
    if (at == digits) return MARK_NONE;
    if (at < end && (text.ptr[at] == '.' || text.ptr[at] == ':')) at++;
    *after = skip_spaces(text, at, end);
    return *after > at || at == end ? MARK_SECTION : MARK_NONE;
}

enum line_mark line_mark(struct str text, uint32_t start, uint32_t end, uint32_t *after)
{
    *after = start;
    if (start >= end) return MARK_NONE;
    const unsigned char *p = (const unsigned char *)text.ptr;
    uint32_t n = bullet(p + start, p + end);
    if (n) {
        uint32_t next = skip_spaces(text, start + n, end);
        bool tight = p[start] < 0x80 && next == start + n; /* "-Tổng số" is an item, "-5%" and "**" are not */
        if (next == end || (tight && (p[start] == '*' || !letter_at(text, next, end)))) return MARK_NONE;
        *after = next;
        return MARK_BULLET;
    }
    if (p[start] >= '0' && p[start] <= '9') return number_mark(text, start, end, after);
    if (p[start] == 'B' || p[start] == 'C' || p[start] == 'M' || p[start] == 'P' || p[start] == 0xC4) {
        enum line_mark m = section_mark(text, start, end, after);
        if (m != MARK_NONE) return m;
    }
    return letter_mark(text, start, end, after);
}

enum line_ending line_ending(struct str text, uint32_t start, uint32_t end)
{
    while (end > start) {
        uint32_t at = end - 1;
        while (at > start && ((unsigned char)text.ptr[at] & 0xC0) == 0x80) at--;
        size_t len;
        switch (utf8_decode(text, at, &len)) {
        case '.':
        case '!':
        case '?':
        case 0x2026: return ENDS_SENTENCE;
        case ';':
        case ',': return ENDS_PAUSE;
        case ':': return ENDS_COLON;
        case '"':
        case '\'':
        case ')':
        case ']':
        case '*':
        case '_':
        case ' ':
        case 0xBB:
        case 0x2019:
        case 0x201D: break;
        default: return ENDS_OPEN;
        }
        end = at;
    }
    return ENDS_OPEN;
}

/* The first character behind quotes, brackets and marks of emphasis; 0 when there is none. */
static uint32_t first_char(struct str text, uint32_t start, uint32_t end)
{
    size_t len;
    for (uint32_t at = start; at < end; at += (uint32_t)len) {
        uint32_t c = utf8_decode(text, at, &len);
        if (c != '"' && c != '\'' && c != '(' && c != '[' && c != '*' && c != '_' && c != 0xAB && c != 0x201C &&
            c != 0x2018)
            return c;
    }
    return 0;
}

bool line_starts_lower(struct str text, uint32_t start, uint32_t end)
{
    uint32_t c = first_char(text, start, end);
    return utf8_is_letter(c) && !utf8_is_upper(c);
}

bool line_starts_upper(struct str text, uint32_t start, uint32_t end)
{
    return utf8_is_upper(first_char(text, start, end));
}

bool line_all_upper(struct str text, uint32_t start, uint32_t end)
{
    bool letters = false;
    size_t len;
    for (uint32_t at = start; at < end; at += (uint32_t)len) {
        uint32_t c = utf8_decode(text, at, &len);
        if (!utf8_is_letter(c)) continue;
        if (!utf8_is_upper(c)) return false;
        letters = true;
    }
    return letters;
}
