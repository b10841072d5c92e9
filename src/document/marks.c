/* SPDX-License-Identifier: Apache-2.0
 *
 * marks: see marks.h. The table is sorted; the rows that begin with the first letter of a line, or of its last
 * sentence, are asked for all uses together.
 */
#include "marks.h"

#include "buf.h"
#include "marks_table.h"
#include "utf8.h"

enum { HEAD_MOST = 48, LAST_MOST = 160, DATE_LINE_MOST = 100 };

/* s in lower case behind what stands in the buffer; U+00A0 becomes a space. */
static struct str lower_put(struct buf *b, struct str s)
{
    size_t start = b->len;
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (c < 0x80)
            buf_char(b, c >= 'A' && c <= 'Z' ? (char)(c | 32) : (char)c);
        else
            buf_codepoint(b, c == 0xA0 ? ' ' : utf8_lower_char(c));
    }
    return str_part(buf_str(b), start, b->len);
}

static struct str without_edges(struct str w)
{
    static const char EDGE[] = " .:;,>|*_-/\t";
    while (w.len && w.ptr[0] && strchr(EDGE, w.ptr[0])) w = str_from(w, 1);
    while (w.len && w.ptr[w.len - 1] && strchr(EDGE, w.ptr[w.len - 1])) w.len--;
    return w;
}

/* What stands behind the last full stop or bracket that a space follows; "" when there is none in the last LAST_MOST
 * bytes. */
static struct str last_sentence(struct str s)
{
    for (size_t i = s.len; i > 1 && s.len - i < LAST_MOST; i--)
        if (s.ptr[i - 1] == ' ' && (s.ptr[i - 2] == '.' || s.ptr[i - 2] == ')')) return str_from(s, i);
    ptrdiff_t open = s.len > LAST_MOST ? -1 : str_find_char(s, '(');
    return open < 0 ? STR("") : str_from(s, (size_t)open + 1);
}

static bool word_ends(struct str s, size_t at)
{
    size_t len;
    return at >= s.len || !utf8_is_letter(utf8_decode(s, at, &len));
}

static bool begins(struct str s, struct str words)
{
    return s.len >= words.len && s.ptr[0] == words.ptr[0] && str_starts(s, words) && word_ends(s, words.len);
}

static bool stands(const struct document_mark *m, struct str whole, struct str last)
{
    switch (m->place) {
    case MARK_PLACE_WHOLE: return whole.len == m->words.len && str_eq(whole, m->words);
    case MARK_PLACE_START: return begins(whole, m->words);
    case MARK_PLACE_LAST: return begins(last, m->words);
    }
    return false;
}

/* The first row whose words begin with this byte or a higher one. */
static size_t first_row(unsigned char c)
{
    size_t low = 0, high = document_marks_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if ((unsigned char)document_marks[mid].words.ptr[0] < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

uint32_t marks_word(struct str word)
{
    uint32_t uses = 0;
    for (size_t i = first_row((unsigned char)word.ptr[0]); i < document_marks_count; i++) {
        const struct document_mark *m = &document_marks[i];
        if (m->words.ptr[0] != word.ptr[0]) break;
        if (m->place == MARK_PLACE_WHOLE && str_eq(m->words, word)) uses |= 1u << m->use;
    }
    return uses;
}

static void ask(struct marks_line *out, unsigned char first, struct str last, bool brief)
{
    for (size_t i = first_row(first); i < document_marks_count; i++) {
        const struct document_mark *m = &document_marks[i];
        if ((unsigned char)m->words.ptr[0] != first) return;
        bool asked = brief || m->place == MARK_PLACE_START || m->place == MARK_PLACE_LAST;
        if (asked && stands(m, out->whole, last)) out->uses |= 1u << m->use;
    }
}

/* Most lines of a text are prose, so they are asked little: a long line can only be a caption, by its first words or
 * its last sentence, and hardly one that ends with a full stop. */
bool marks_line_make(struct marks_line *out, struct str line)
{
    bool brief = line.len <= MARKS_BRIEF_MOST;
    out->uses = 0;
    if (line.len == 0 || line.len > MARKS_LINE_MOST || (!brief && line.ptr[line.len - 1] == '.')) return false;
    struct buf b = {.ptr = out->bytes, .cap = sizeof out->bytes, .limit = sizeof out->bytes};
    out->lower = lower_put(&b, brief ? line : utf8_clip(line, HEAD_MOST));
    out->whole = without_edges(out->lower);
    struct str last = brief ? last_sentence(out->lower) : lower_put(&b, last_sentence(line));
    if (out->whole.len) ask(out, (unsigned char)out->whole.ptr[0], last, brief);
    if (last.len) ask(out, (unsigned char)last.ptr[0], last, brief);
    return true;
}

bool marks_say(const struct marks_line *l, enum mark_use use)
{
    return l->uses >> use & 1;
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
    struct str s = l->lower;
    if (s.len > DATE_LINE_MOST || !marks_date_find(out, s)) return false;
    if (marks_say(l, MARK_USE_FURNITURE)) return true;
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
