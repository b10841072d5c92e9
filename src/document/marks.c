/* SPDX-License-Identifier: Apache-2.0
 *
 * marks: see marks.h. The table is sorted; the rows that begin with the first two bytes of a line, or of its last
 * sentence, are asked for all uses together. Most lines have no such row, so the words of a line are made lower case
 * only when there is one.
 */
#include "marks.h"

#include "buf.h"
#include "marks_table.h"
#include "utf8.h"

enum {
    HEAD_MOST = 48, /* bytes: longer than all words of the table */
    FRONT = 8,      /* bytes that are compared before the rest is looked at */
    LAST_MOST = 160,
    DATE_LINE_MOST = 100
};

/* s in lower case, at most `cap` bytes of it; U+00A0 becomes a space. */
static struct str lower(char *out, size_t cap, struct str s)
{
    struct buf b = {.ptr = out, .cap = cap, .limit = cap};
    s = utf8_clip(s, cap);
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len), l = c == 0xA0 ? ' ' : utf8_lower_char(c);
        if (l < 0x80)
            buf_char(&b, (char)l);
        else if (l == c)
            buf_put(&b, str_part(s, i, i + len));
        else
            buf_codepoint(&b, l);
    }
    return buf_str(&b);
}

/* Length of the punctuation or space at the front of w, 0 when there is none. */
static size_t edge(struct str w)
{
    static const char EDGE[] = " .:;,>|*_-/\t";
    if (w.ptr[0] && strchr(EDGE, w.ptr[0])) return 1;
    return str_starts(w, STR("\xC2\xA0")) ? 2 : 0;
}

static struct str without_edges(struct str w)
{
    for (size_t n; w.len && (n = edge(w));) w = str_from(w, n);
    while (w.len) {
        size_t n = w.len > 1 && (unsigned char)w.ptr[w.len - 1] == 0xA0 ? 2 : 1;
        if (edge(str_from(w, w.len - n)) != n) break;
        w.len -= n;
    }
    return w;
}

/* The last full stop or closing bracket in `len` bytes at p; NULL. */
static const char *last_stop(const char *p, size_t len)
{
    const char *dot = memrchr(p, '.', len), *bracket = memrchr(p, ')', len);
    return !dot || (bracket && bracket > dot) ? bracket : dot;
}

/* What stands behind the last full stop or bracket that a space follows; "" when there is none in the last LAST_MOST
 * bytes. */
static struct str last_sentence(struct str s)
{
    size_t from = s.len > LAST_MOST ? s.len - LAST_MOST - 1 : 0;
    for (const char *stop = s.ptr + s.len; (stop = last_stop(s.ptr + from, (size_t)(stop - s.ptr) - from));) {
        struct str rest = str_from(s, (size_t)(stop - s.ptr) + 1);
        if (str_starts(rest, STR(" "))) return str_from(rest, 1);
        if (str_starts(rest, STR("\xC2\xA0"))) return str_from(rest, 2);
    }
    ptrdiff_t open = s.len > LAST_MOST ? -1 : str_find_char(s, '(');
    return open < 0 ? STR("") : str_from(s, (size_t)open + 1);
}

static bool word_ends(struct str s, size_t at)
{
    size_t len;
    return at >= s.len || !utf8_is_letter(utf8_decode(s, at, &len));
}

static unsigned two_bytes(struct str s)
{
    return (unsigned)(unsigned char)s.ptr[0] << 8 | (s.len > 1 ? (unsigned char)s.ptr[1] : 0);
}

/* The first row whose words begin with these two bytes or higher ones. */
static size_t first_row(unsigned two)
{
    size_t low = 0, high = document_marks_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (two_bytes(document_marks[mid].words) < two)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The rows [*i, *end) whose words begin with the first two bytes of `s`, or are the first one alone. */
static size_t rows_of(size_t *end, struct str s)
{
    unsigned two = two_bytes(s);
    size_t i = first_row(two);
    for (*end = i; *end < document_marks_count && two_bytes(document_marks[*end].words) == two;) ++*end;
    if (s.len > 1) {
        size_t alone = first_row(two_bytes(str_part(s, 0, 1)));
        if (alone < i && document_marks[alone].words.len == 1 && document_marks[alone].words.ptr[0] == s.ptr[0])
            return alone;
    }
    return i;
}

uint32_t marks_word(struct str word)
{
    uint32_t uses = 0;
    size_t end;
    for (size_t i = rows_of(&end, word); i < end; i++) {
        const struct document_mark *m = &document_marks[i];
        if (m->place == MARK_PLACE_WHOLE && str_eq(m->words, word)) uses |= 1u << m->use;
    }
    return uses;
}

/* The uses of the words that stand at the front of `s`, or are all of it where WHOLE is one of the places asked for. */
static uint32_t ask(struct str s, unsigned places)
{
    char head[HEAD_MOST], first[FRONT];
    uint32_t uses = 0;
    size_t end;
    if (s.len == 0) return 0;
    struct str front = lower(first, sizeof first, s), words = {NULL, 0};
    for (size_t i = rows_of(&end, front); i < end; i++) {
        const struct document_mark *m = &document_marks[i];
        if (!(places >> m->place & 1) || !str_starts(m->words, str_part(front, 0, m->words.len))) continue;
        if (words.len == 0) words = lower(head, sizeof head, s);
        if (!str_starts(words, m->words)) continue;
        bool ends = m->place == MARK_PLACE_WHOLE ? words.len == m->words.len && s.len <= HEAD_MOST
                                                 : word_ends(words, m->words.len);
        if (ends) uses |= 1u << m->use;
    }
    return uses;
}

/* Most lines of a text are prose, so they are asked little: a long line can only be a caption, by its first words or
 * its last sentence, and hardly one that ends with a full stop. */
bool marks_line_make(struct marks_line *out, struct str line)
{
    bool brief = line.len <= MARKS_BRIEF_MOST;
    *out = (struct marks_line){.line = line};
    if (line.len == 0 || line.len > MARKS_LINE_MOST || (!brief && line.ptr[line.len - 1] == '.')) return false;
    out->uses = ask(without_edges(line), 1u << MARK_PLACE_START | (brief ? 1u << MARK_PLACE_WHOLE : 0));
    out->uses |= ask(last_sentence(line), 1u << MARK_PLACE_LAST);
    return true;
}

bool marks_say(const struct marks_line *l, enum mark_use use)
{
    return l->uses >> use & 1;
}

size_t marks_section(struct str s)
{
    char head[HEAD_MOST], first[FRONT];
    size_t end;
    struct str front = lower(first, sizeof first, s);
    for (size_t i = rows_of(&end, front); i < end; i++) {
        const struct document_mark *m = &document_marks[i];
        size_t n = m->words.len;
        if (m->use != MARK_USE_SECTION || n >= s.len || s.ptr[n] != ' ' || !str_starts(m->words, str_part(front, 0, n)))
            continue;
        if (str_starts(lower(head, sizeof head, s), m->words)) return n;
    }
    return 0;
}

/* Up to `most` digits at *at. */
static int digits(struct str s, size_t *at, size_t least, size_t most)
{
    size_t start = *at;
    int n = 0;
    while (*at < s.len && *at - start < most && s.ptr[*at] >= '0' && s.ptr[*at] <= '9')
        n = n * 10 + (s.ptr[(*at)++] - '0');
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

bool marks_date_line(struct date *out, const struct marks_line *l)
{
    char bytes[DATE_LINE_MOST];
    if (l->line.len > DATE_LINE_MOST || !marks_date_find(out, l->line)) return false;
    if (marks_say(l, MARK_USE_FURNITURE)) return true;
    struct str s = lower(bytes, sizeof bytes, l->line);
    for (size_t i = 0, len; i < s.len; i += len) {
        size_t start = i;
        if (!utf8_is_letter(utf8_decode(s, i, &len))) continue;
        while (i + len < s.len) {
            i += len;
            if (!utf8_is_letter(utf8_decode(s, i, &len))) break;
        }
        size_t end = utf8_is_letter(utf8_decode(s, i, &len)) ? i + len : i;
        if (!(marks_word(str_part(s, start, end)) >> MARK_USE_DATE_WORD & 1)) return false;
    }
    return true;
}
