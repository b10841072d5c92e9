/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_words: the answer of `pdftotext -tsv` into words, lines and chunks (pdf.h). A line of the answer is
 *
 *   level  page  par  block  line  word  left  top  width  height  conf  text      (between tabs)
 *
 * Level 1 begins a page, level 5 is a word; other levels are what poppler thinks of lines and blocks, which goes wrong
 * in tables and is not used. Words whose middles are level make a line. A line is cut into chunks at gaps:
 *
 *   between two figures  wider than GAP_FIGURES of the height of the letters, or where a new number begins:
 *                        "7 067 456 7 153 131" is two, as groups behind the first have three digits
 *   before the figures   wider than GAP_FIGURES, when three figures or more end the line, or wider than the usual gap
 *   that end a line
 *   elsewhere            wider than GAP_WORDS; in a line that was stretched to the margin, wider than twice its
 *                        usual gap
 *
 * What is set on its side, or so large that it lies behind the text, is no part of a line and is left out.
 */
#include "pdf.h"

#include "utf8.h"

#include <stdlib.h>

enum {
    GAP_FIGURES = 45, /* per cent of the height of the letters */
    GAP_WORDS = 75,
    FIGURES_SURE = 3,
    GROUPS_SURE = 8,  /* groups of three digits in a line */
    LINE_USUAL = 400, /* words that are looked at for such groups */
    PAGE_USUAL = 20000,
    LEVEL_WORD = 5,
    LENGTH_MOST = 10000000, /* a kilometre of paper */
    TALL = 250,             /* per cent of its width: a word of three letters or more that stands on its side */
};

/* --- words -------------------------------------------------------------------------------------------------------- */

static struct str field(struct str *rest)
{
    struct str_cut c = str_cut(*rest, STR("\t"));
    *rest = c.tail;
    return c.head;
}

/* "116.71" -> 11671; clamped. */
static bool length_read(int32_t *out, struct str s)
{
    bool minus = s.len && s.ptr[0] == '-';
    int64_t n = 0;
    int decimals = -1;
    for (size_t i = minus; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9') return false;
        if (decimals == 2) continue;
        if (n < LENGTH_MOST) n = n * 10 + (c - '0');
        if (decimals >= 0) decimals++;
    }
    for (int i = decimals < 0 ? 0 : decimals; i < 2; i++) n *= 10;
    if (n > LENGTH_MOST) n = LENGTH_MOST;
    *out = (int32_t)(minus ? -n : n);
    return s.len > (size_t)minus;
}

static bool on_its_side(const struct pdf_word *w)
{
    int32_t width = w->right - w->left, height = w->bottom - w->top;
    return height > 0 && utf8_length(w->text) >= 3 && (int64_t)height * 100 > (int64_t)width * TALL;
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7F;
}

/* Without control characters, which some fonts make of marks that they have no letter for. */
static struct str printable(struct arena *a, struct str s)
{
    size_t n = 0, i = 0;
    while (i < s.len && !is_control(s.ptr[i])) i++;
    if (i == s.len) return s;
    char *p = arena_alloc(a, s.len, 1);
    for (i = 0; i < s.len; i++)
        if (!is_control(s.ptr[i])) p[n++] = s.ptr[i];
    return (struct str){p, n};
}

/* False: no line of a word or page. *page: its number from 1. */
static bool word_read(struct pdf_word *out, uint64_t *level, uint64_t *page, struct arena *a, struct str line)
{
    int32_t width, height;
    struct str rest = line;
    if (!str_to_u64(level, field(&rest), 9) || !str_to_u64(page, field(&rest), UINT32_MAX)) return false;
    for (int i = 0; i < 4; i++) (void)field(&rest);
    if (!length_read(&out->left, field(&rest)) || !length_read(&out->top, field(&rest)) ||
        !length_read(&width, field(&rest)) || !length_read(&height, field(&rest)))
        return false;
    (void)field(&rest);
    out->right = out->left + (width > 0 ? width : 0);
    out->bottom = out->top + (height > 0 ? height : 0);
    out->text = str_trim(printable(a, rest));
    return true;
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

static int32_t middle(const struct pdf_word *w)
{
    return w->top + (w->bottom - w->top) / 2;
}

static int compare(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int by_middle(const void *x, const void *y)
{
    const struct pdf_word *a = x, *b = y;
    int c = compare(middle(a), middle(b));
    if (c == 0) c = compare(a->left, b->left);
    return c ? c : compare((intptr_t)a->text.ptr, (intptr_t)b->text.ptr);
}

static int by_left(const void *x, const void *y)
{
    const struct pdf_word *a = x, *b = y;
    int c = compare(a->left, b->left);
    return c ? c : compare((intptr_t)a->text.ptr, (intptr_t)b->text.ptr);
}

static int32_t height_of(const struct pdf_word *w)
{
    return w->bottom > w->top ? w->bottom - w->top : 1;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* How many digits, when it is nothing else; 0. */
static size_t digits_only(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.ptr[i])) return 0;
    return s.len;
}

/* "997 9531 003 103" in a line of groups of three: numbers as wide as their columns, two of which came out as one word.
 * Cuts word n behind its third digit. */
static void word_cut(struct pdf_paper *p, size_t n)
{
    struct pdf_word *w = p->words.at + n;
    int32_t middle = w->left + (int32_t)((int64_t)(w->right - w->left) * 3 / (int64_t)w->text.len);
    (void)vec_push(p->arena, &p->words);
    w = p->words.at + n;
    memmove(w + 1, w, (p->words.len - 1 - n) * sizeof *w);
    w[0].text = str_part(w[0].text, 0, 3);
    w[1].text = str_from(w[1].text, 3);
    w[0].right = w[1].left = middle;
}

/* The words [from, to) are a line. Returns how many were cut. */
static size_t groups_part(struct pdf_paper *p, size_t from, size_t to)
{
    size_t groups = 0, cut = 0;
    for (size_t i = from; i < to; i++) groups += digits_only(p->words.at[i].text) == 3;
    if (groups < GROUPS_SURE || groups * 2 < to - from || to - from > LINE_USUAL) return 0;
    for (size_t i = from + 1; i < to + cut; i++) {
        const struct pdf_word *w = p->words.at + i;
        size_t n = digits_only(w->text), before = digits_only(w[-1].text);
        int64_t gap = (int64_t)w->left - w[-1].right;
        if (n < 4 || n > 6 || before < 1 || before > 3 || gap * 100 > (int64_t)(w->bottom - w->top) * GAP_FIGURES)
            continue;
        word_cut(p, i++);
        cut++;
    }
    return cut;
}

/* The words [first, end) of a page, now in order of lines, as lines. */
static void add_lines(struct pdf_paper *p, uint32_t page, size_t first)
{
    struct pdf_word *w = p->words.at;
    size_t end = p->words.len;
    bool usual = end - first <= PAGE_USUAL;
    if (end - first > 1) qsort(w + first, end - first, sizeof *w, by_middle);
    for (size_t i = first, k; i < end; i = k) {
        int32_t level = middle(&w[i]), least = height_of(&w[i]), sum = 0;
        for (k = i + 1; k < end; k++) {
            int32_t h = height_of(&w[k]) < least ? height_of(&w[k]) : least;
            if (middle(&w[k]) - level > h / 2) break;
            least = h;
        }
        if (k - i > 1) qsort(w + i, k - i, sizeof *w, by_left);
        if (usual) k += groups_part(p, i, k);
        w = p->words.at;
        end = p->words.len;
        struct pdf_line l = {.page = page,
                             .first = (uint32_t)i,
                             .count = (uint32_t)(k - i),
                             .left = w[i].left,
                             .top = w[i].top,
                             .right = w[i].right,
                             .bottom = w[i].bottom};
        for (size_t n = i; n < k; n++) {
            if (w[n].top < l.top) l.top = w[n].top;
            if (w[n].bottom > l.bottom) l.bottom = w[n].bottom;
            if (w[n].right > l.right) l.right = w[n].right;
            if (n - i < 64) sum += height_of(&w[n]) / 64;
        }
        size_t counted = k - i < 64 ? k - i : 64;
        l.height = (int32_t)((int64_t)sum * 64 / (int64_t)counted);
        if (l.height < 1) l.height = 1;
        *vec_push(p->arena, &p->lines) = l;
    }
}

/* --- chunks ------------------------------------------------------------------------------------------------------- */

bool pdf_is_figure(struct str s)
{
    static const struct str NONE[] = {STR_INIT("-"), STR_INIT("–"), STR_INIT("—"),  STR_INIT("…"),   STR_INIT("..."),
                                      STR_INIT("x"), STR_INIT("*"), STR_INIT("-%"), STR_INIT("N/A"), STR_INIT("..")};
    size_t digits = 0;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (str_eq(s, NONE[i])) return true;
    if (str_starts(s, STR("\xE2\x88\x92"))) s = str_from(s, 3);
    for (size_t i = 0; i < s.len; i++) {
        if (is_digit(s.ptr[i]))
            digits++;
        else if (!strchr(".,%()+- ", s.ptr[i]) || s.ptr[i] == 0)
            return false;
    }
    bool mark = s.len > 1 && !is_digit(s.ptr[0]) && (is_digit(s.ptr[1]) || s.ptr[1] == ' ');
    bool dot = s.len && s.ptr[s.len - 1] == '.'; /* "1." numbers an item */
    return digits > 0 && !dot && (is_digit(s.ptr[0]) || mark) &&
           !(s.len > 1 && str_ends(s, STR(")")) && is_digit(s.ptr[0]));
}

/* "142", "142,5", "142%": goes on with the number before it. */
static bool goes_on(struct str s)
{
    size_t n = 0;
    while (n < s.len && is_digit(s.ptr[n])) n++;
    return n == 3 && (s.len == 3 || strchr(",.)%", s.ptr[3]));
}

static bool may_go_on(struct str s)
{
    size_t n = 0;
    if (s.len && strchr("(-+", s.ptr[0])) s = str_from(s, 1);
    while (n < s.len && is_digit(s.ptr[n])) n++;
    return n >= 1 && n <= 3 && n == s.len;
}

static int by_size(const void *x, const void *y)
{
    return compare(*(const int32_t *)x, *(const int32_t *)y);
}

/* The usual gap of a line, by its first words. */
static int32_t usual_gap(const struct pdf_word *w, size_t count)
{
    int32_t gaps[64];
    size_t n = 0;
    for (size_t i = 0; i + 1 < count && n < 64; i++) gaps[n++] = w[i + 1].left - w[i].right;
    if (n == 0) return 0;
    qsort(gaps, n, sizeof *gaps, by_size);
    return gaps[n / 2];
}

/* figures: from w[1] to the end of the line stand only so many figures; 0: also words. */
static bool cut_here(const struct pdf_word *w, int32_t height, int32_t usual, uint32_t figures)
{
    int64_t gap = (int64_t)w[1].left - w[0].right;
    bool before = pdf_is_figure(w[0].text), behind = pdf_is_figure(w[1].text);
    if (before && behind) {
        if (gap * 100 > (int64_t)height * GAP_FIGURES) return true;
        return is_digit(w[0].text.ptr[w[0].text.len - 1]) && is_digit(w[1].text.ptr[0]) &&
               !(may_go_on(w[0].text) && goes_on(w[1].text));
    }
    bool wider = figures >= FIGURES_SURE || gap * 2 > (int64_t)usual * 3;
    if (figures && wider && gap * 100 > (int64_t)height * GAP_FIGURES) return true;
    int64_t least = (int64_t)height * GAP_WORDS, stretched = (int64_t)usual * 200;
    if (stretched > (int64_t)height * 2 * GAP_FIGURES && gap < (int64_t)height * 3 && least < stretched)
        least = stretched;
    return gap * 100 > least;
}

/* A mark of a list and what it stands before are one chunk however wide the tab between them. */
static bool is_mark(struct str s)
{
    if (str_eq(s, STR("-")) || str_eq(s, STR("+")) || str_eq(s, STR("•")) || str_eq(s, STR("–")) ||
        str_eq(s, STR("*")) || str_eq(s, STR("\xEF\x82\xB7")))
        return true;
    return s.len >= 2 && s.len <= 6 && (s.ptr[s.len - 1] == '.' || s.ptr[s.len - 1] == ')') && s.ptr[0] != '(';
}

static void add_chunks(struct pdf_paper *p, struct pdf_line *l)
{
    const struct pdf_word *w = p->words.at + l->first;
    int32_t usual = usual_gap(w, l->count);
    uint32_t tail = l->count; /* the words from here on are figures */
    while (tail > 0 && pdf_is_figure(w[tail - 1].text)) tail--;
    l->first_chunk = (uint32_t)p->chunks.len;
    for (uint32_t i = 0, k; i < l->count; i = k) {
        struct pdf_chunk c = {l->first + i, 1, w[i].left, w[i].right, pdf_is_figure(w[i].text)};
        for (k = i + 1; k < l->count && !cut_here(&w[k - 1], l->height, usual, k == tail ? l->count - tail : 0); k++) {
            c.figure = c.figure && pdf_is_figure(w[k].text);
            if (w[k].right > c.right) c.right = w[k].right;
            c.count++;
        }
        *vec_push(p->arena, &p->chunks) = c;
    }
    l->chunk_count = (uint32_t)p->chunks.len - l->first_chunk;
    struct pdf_chunk *c = p->chunks.at + l->first_chunk;
    if (l->chunk_count != 2 || c[0].count != 1 || c[1].figure || !is_mark(w[0].text)) return;
    if (c[1].left - c[0].right > 4 * l->height) return;
    c[0].count += c[1].count;
    c[0].right = c[1].right;
    c[0].figure = false;
    p->chunks.len--;
    l->chunk_count = 1;
}

struct str pdf_words_text(const struct pdf_paper *p, struct arena *a, uint32_t first, uint32_t count)
{
    size_t len = 0, n = 0;
    for (uint32_t i = 0; i < count; i++) len += p->words.at[first + i].text.len + 1;
    char *text = arena_alloc(a, len + 1, 1);
    for (uint32_t i = 0; i < count; i++) {
        struct str s = p->words.at[first + i].text;
        if (i) text[n++] = ' ';
        memcpy(text + n, s.ptr, s.len);
        n += s.len;
    }
    return (struct str){text, n};
}

void pdf_words_read(struct pdf_paper *out, struct arena *a, struct str tsv)
{
    uint64_t last = 0;
    size_t first = 0;
    *out = (struct pdf_paper){.arena = a};
    for (struct str_cut c = {.tail = tsv, .found = true}; c.found && !out->too_large;) {
        struct pdf_word w;
        uint64_t level, page;
        c = str_cut(c.tail, STR("\n"));
        if (!word_read(&w, &level, &page, a, c.head) || page == 0 || page < last) continue;
        if (page > last) {
            if (last) add_lines(out, (uint32_t)last - 1, first);
            first = out->words.len;
            last = page;
            out->pages = (uint32_t)page;
        }
        out->too_large = page > PDF_PAGES_MOST || out->words.len >= PDF_WORDS_MOST;
        if (level == LEVEL_WORD && w.text.len && !on_its_side(&w)) *vec_push(a, &out->words) = w;
    }
    if (last) add_lines(out, (uint32_t)last - 1, first);
    for (size_t i = 0; i < out->lines.len; i++) add_chunks(out, &out->lines.at[i]);
}
