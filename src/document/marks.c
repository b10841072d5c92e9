/* SPDX-License-Identifier: Apache-2.0
 *
 * marks: see marks.h. The table is small and only short lines are asked about, so it is searched from top to bottom.
 */
#include "marks.h"

#include "buf.h"
#include "marks_table.h"
#include "utf8.h"

bool marks_line_make(struct marks_line *out, struct str line)
{
    if (line.len > MARKS_LINE_MOST) return false;
    struct buf b = {.ptr = out->bytes, .cap = sizeof out->bytes, .limit = sizeof out->bytes};
    for (size_t i = 0, len; i < line.len; i += len) {
        uint32_t c = utf8_decode(line, i, &len);
        buf_codepoint(&b, c == 0xA0 ? ' ' : utf8_lower_char(c));
    }
    out->lower = out->whole = buf_str(&b);
    static const char EDGE[] = " .:;,>|*_-/\t";
    struct str w = out->whole;
    while (w.len && memchr(EDGE, w.ptr[0], sizeof EDGE - 1) && (unsigned char)w.ptr[0] < 0x80) w = str_from(w, 1);
    while (w.len && memchr(EDGE, w.ptr[w.len - 1], sizeof EDGE - 1) && (unsigned char)w.ptr[w.len - 1] < 0x80) w.len--;
    out->whole = w;
    return buf_ok(&b);
}

/* What stands behind the last full stop that a space follows; the whole line when there is none. */
static struct str last_sentence(struct str s)
{
    for (size_t i = s.len; i > 1; i--)
        if (s.ptr[i - 1] == ' ' && (s.ptr[i - 2] == '.' || s.ptr[i - 2] == ')' || s.ptr[i - 2] == '(')) return str_from(s, i);
    return s;
}

static bool word_ends(struct str s, size_t at)
{
    size_t len;
    return at >= s.len || !utf8_is_letter(utf8_decode(s, at, &len));
}

size_t marks_section(struct str s)
{
    char lower[64];
    struct buf b = {.ptr = lower, .cap = sizeof lower, .limit = sizeof lower};
    struct str head = utf8_clip(s, sizeof lower / 2);
    for (size_t i = 0, len; i < head.len; i += len) buf_codepoint(&b, utf8_lower_char(utf8_decode(head, i, &len)));
    struct str h = buf_str(&b);
    for (size_t i = 0; i < document_marks_count; i++) {
        const struct document_mark *m = &document_marks[i];
        size_t n = m->words.len;
        if (m->use == MARK_USE_SECTION && str_starts(h, m->words) && n < s.len && s.ptr[n] == ' ') return n;
    }
    return 0;
}

bool marks_say(const struct marks_line *l, enum mark_use use)
{
    struct str last = STR("");
    if (use == MARK_USE_CREDIT) last = last_sentence(l->lower);
    for (size_t i = 0; i < document_marks_count; i++) {
        const struct document_mark *m = &document_marks[i];
        if (m->use != use) continue;
        switch (m->place) {
        case MARK_PLACE_WHOLE:
            if (str_eq(l->whole, m->words)) return true;
            break;
        case MARK_PLACE_START:
            if (str_starts(l->whole, m->words) && word_ends(l->whole, m->words.len)) return true;
            break;
        case MARK_PLACE_INSIDE:
            if (str_has(l->lower, m->words)) return true;
            break;
        case MARK_PLACE_LAST:
            if (last.len < l->lower.len && str_starts(last, m->words) && word_ends(last, m->words.len)) return true;
            break;
        }
    }
    return false;
}

/* Up to `most` digits at *at. */
static int digits(struct str s, size_t *at, size_t least, size_t most)
{
    size_t start = *at;
    int n = 0;
    while (*at < s.len && *at - start < most && s.ptr[*at] >= '0' && s.ptr[*at] <= '9') n = n * 10 + (s.ptr[(*at)++] - '0');
    bool longer = *at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9';
    return *at - start < least || longer ? -1 : n;
}

/* A date that starts exactly at `at`. */
static size_t date_at(struct date *out, struct str s, size_t at)
{
    size_t p = at;
    int a = digits(s, &p, 1, 4);
    if (a < 0 || p >= s.len || !strchr("/-.", s.ptr[p])) return 0;
    bool year_first = p - at == 4;
    if (p - at == 3) return 0;
    char mark = s.ptr[p++];
    int b = digits(s, &p, 1, 2);
    if (b < 0 || p >= s.len || s.ptr[p] != mark) return 0;
    p++;
    int c = digits(s, &p, year_first ? 1 : 4, year_first ? 2 : 4);
    int year = year_first ? a : c, day = year_first ? c : a;
    if (c < 0 || year < 1900 || !date_valid(year, b, day)) return 0;
    *out = (struct date){(int16_t)year, (uint8_t)b, (uint8_t)day};
    return p - at;
}

bool marks_date_find(struct date *out, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool starts = s.ptr[i] >= '0' && s.ptr[i] <= '9' && (i == 0 || s.ptr[i - 1] < '0' || s.ptr[i - 1] > '9');
        if (starts && date_at(out, s, i)) return true;
    }
    return false;
}

static bool date_word(struct str word)
{
    struct marks_line one = {.lower = word, .whole = word};
    return marks_say(&one, MARK_USE_DATE_WORD);
}

bool marks_date_line(struct date *out, const struct marks_line *l)
{
    struct str s = l->lower;
    if (s.len > 100 || !marks_date_find(out, s)) return false;
    if (marks_say(l, MARK_USE_FURNITURE)) return true;
    for (size_t i = 0, len; i < s.len; i += len) {
        size_t start = i;
        if (!utf8_is_letter(utf8_decode(s, i, &len))) continue;
        while (i + len < s.len) {
            i += len;
            if (!utf8_is_letter(utf8_decode(s, i, &len))) break;
        }
        size_t end = utf8_is_letter(utf8_decode(s, i, &len)) ? i + len : i;
        if (!date_word(str_part(s, start, end))) return false;
    }
    return true;
}
