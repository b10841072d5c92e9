/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_furniture: what belongs to the page and not to the text: its number, and the heads and feet that repeat (pdf.h).
 * The first and last EDGE lines of a page are asked:
 *
 *   number   nothing but "3", "- 3 -", "Trang 3", "Trang 3/10" as the first or last line
 *   repeats  the same letters (digits left out) on the same level of REPEATS pages or more (of both, where there are
 *            two), and of more than half of the pages, apart from the text; what stands in columns with figures, or
 *            near the text, may be the head of a table that goes on, and stays
 *
 * A page that was turned has its number beside the text, so a lone number in any line is looked at too, and a number
 * that stands out to the left or right of all other lines; that one is taken off its line.
 *
 * A page number is believed only when two pages have one on one level (three, where it is not the first or last line),
 * or when it is the number that the page has by counting: a lone "12" may be a figure.
 */
#include "pdf.h"

#include "utf8.h"

enum {
    EDGE = 2,
    REPEATS = 3,
    APART_LEAST = 170, /* per cent of the height, from top to top */
    NUMBER_WORDS = 6,
    LETTERS_MOST = 200,
};

struct edge {
    uint32_t line;
    uint64_t hash;   /* of its letters without digits; 0: none */
    int64_t number;  /* of a page; -1: it is none */
    int32_t level;   /* middle of the line */
    bool table_head; /* figures in several chunks */
    bool inside;     /* not among the first or last lines */
    bool apart;      /* with more than a line's gap to the text */
};

struct edges {
    VEC_FIELDS(struct edge);
};

/* "3", "-3-", "Trang 3/10" -> 3; -1. */
static int64_t page_number(struct str s)
{
    int64_t n = -1;
    size_t i = 0;
    static const struct str WORDS[] = {STR_INIT("Trang"), STR_INIT("trang"), STR_INIT("TRANG"), STR_INIT("Page")};
    for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++)
        if (str_starts(s, WORDS[k])) s = str_from(s, WORDS[k].len);
    while (i < s.len && strchr(" -|", s.ptr[i])) i++;
    for (; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++) {
        n = (n < 0 ? 0 : n) * 10 + (s.ptr[i] - '0');
        if (n > PDF_PAGES_MOST) return -1;
    }
    if (n < 0) return -1;
    while (i < s.len && strchr(" -|/0123456789", s.ptr[i])) i++;
    return i == s.len ? n : -1;
}

static struct edge edge_of(const struct pdf_paper *p, struct arena *scratch, uint32_t line)
{
    const struct pdf_line *l = &p->lines.at[line];
    struct arena_mark mark = arena_mark(scratch);
    struct str s = utf8_clip(pdf_words_text(p, scratch, l->first, l->count), LETTERS_MOST);
    struct edge e = {.line = line,
                     .number = l->count <= NUMBER_WORDS ? page_number(s) : -1,
                     .level = l->top + (l->bottom - l->top) / 2};
    char letters[LETTERS_MOST];
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9') letters[n++] = s.ptr[i];
    struct str rest = str_trim((struct str){letters, n});
    if (rest.len > 3) e.hash = str_hash(rest);
    size_t figures = 0;
    for (uint32_t i = 0; i < l->chunk_count; i++) figures += p->chunks.at[l->first_chunk + i].figure;
    e.table_head = l->chunk_count >= 3 || figures >= 2;
    arena_reset(scratch, mark);
    return e;
}

/* A gap between line n, one of the first or last of the lines [from, to) of a page, and the lines further inside. */
static bool is_apart(const struct pdf_paper *p, uint32_t n, uint32_t from, uint32_t to)
{
    const struct pdf_line *l = p->lines.at;
    for (uint32_t i = n; n < from + EDGE && i < from + EDGE && i + 1 < to; i++)
        if ((int64_t)(l[i + 1].top - l[i].top) * 100 > (int64_t)l[i].height * APART_LEAST) return true;
    for (uint32_t i = n; n + EDGE >= to && i + EDGE >= to && i > from; i--)
        if ((int64_t)(l[i].top - l[i - 1].top) * 100 > (int64_t)l[i].height * APART_LEAST) return true;
    return false;
}

static bool level_with(const struct pdf_paper *p, const struct edge *a, const struct edge *b)
{
    int64_t d = (int64_t)a->level - b->level;
    return (d < 0 ? -d : d) <= p->lines.at[a->line].height;
}

/* The edges that have lines of one page are consecutive. */
static uint32_t page_of(const struct pdf_paper *p, const struct edge *e)
{
    return p->lines.at[e->line].page;
}

enum { LOOK = 64 /* edges to each side that are compared: enough for heads of left and right pages and of chapters */ };

static void judge(struct pdf_paper *p, const struct edges *all, size_t i)
{
    const struct edge *e = &all->at[i];
    size_t same = 0, numbers = 0, from = i < LOOK ? 0 : i - LOOK, to = i + LOOK < all->len ? i + LOOK : all->len;
    uint32_t first = page_of(p, &all->at[from]), last = page_of(p, &all->at[to - 1]);
    for (size_t k = from; k < to; k++) {
        const struct edge *o = &all->at[k];
        if (!level_with(p, e, o)) continue;
        same += e->hash && o->hash == e->hash;
        numbers += e->number >= 0 && o->number - e->number == (int64_t)page_of(p, o) - (int64_t)page_of(p, e);
    }
    size_t least = p->pages < REPEATS ? 2 : REPEATS;
    bool repeats = !e->table_head && !e->inside && e->apart && same >= least && same * 2 > last - first + 1;
    bool number = e->number >= 0 && numbers >= (e->inside ? 3 : 2);
    number = number || (!e->inside && e->number == (int64_t)page_of(p, e) + 1);
    if (repeats || number) p->lines.at[e->line].use = PDF_FURNITURE;
}

/* --- beside the text ---------------------------------------------------------------------------------------------- */

/* A number at the edge of a line that stands out of its page. */
struct outer {
    uint32_t line, page;
    int64_t number;
    int32_t left, level;
};

struct outers {
    VEC_FIELDS(struct outer);
};

/* The line of [from, to) that reaches furthest to one side, if it is one that ends there with a number of a page, and
 * all others end before that. */
static void outer_find(struct outers *out, const struct pdf_paper *p, uint32_t from, uint32_t to, bool left)
{
    uint32_t best = from;
    int32_t next = left ? INT32_MAX : INT32_MIN;
    for (uint32_t i = from + 1; i < to; i++) {
        const struct pdf_line *l = &p->lines.at[i], *b = &p->lines.at[best];
        bool further = left ? l->left < b->left : l->right > b->right;
        const struct pdf_line *other = further ? b : l;
        if (left ? other->left < next : other->right > next) next = left ? other->left : other->right;
        if (further) best = i;
    }
    const struct pdf_line *l = &p->lines.at[best];
    if (l->chunk_count < 2) return;
    const struct pdf_chunk *c = &p->chunks.at[l->first_chunk + (left ? 0 : l->chunk_count - 1)];
    int64_t number = c->count == 1 ? page_number(p->words.at[c->first].text) : -1;
    if (number < 0 || (left ? c->right >= next : c->left <= next)) return;
    *vec_push(p->arena, out) = (struct outer){best, l->page, number, c->left, l->top + (l->bottom - l->top) / 2};
}

static bool outer_judge(const struct pdf_paper *p, const struct outers *all, size_t i)
{
    const struct outer *o = &all->at[i];
    int32_t slack = 2 * p->lines.at[o->line].height;
    size_t same = 0;
    for (size_t k = i < LOOK ? 0 : i - LOOK; k < all->len && k < i + LOOK; k++) {
        const struct outer *x = &all->at[k];
        bool level = x->level - o->level <= slack && o->level - x->level <= slack;
        bool below = x->left - o->left <= slack && o->left - x->left <= slack;
        same += level && below && x->number - o->number == (int64_t)x->page - (int64_t)o->page;
    }
    return same >= REPEATS;
}

static void outer_take_off(struct pdf_paper *p, uint32_t line, bool left)
{
    struct pdf_line *l = &p->lines.at[line];
    l->first += left;
    l->first_chunk += left;
    l->count--;
    l->chunk_count--;
    l->left = p->words.at[l->first].left;
    l->right = p->chunks.at[l->first_chunk + l->chunk_count - 1].right;
}

static void outer_numbers(struct pdf_paper *p, bool left)
{
    struct outers all = {0};
    for (uint32_t i = 0, k; i < p->lines.len; i = k) {
        for (k = i; k < p->lines.len && p->lines.at[k].page == p->lines.at[i].page; k++) {}
        outer_find(&all, p, i, k, left);
    }
    for (size_t i = 0; i < all.len; i++)
        if (outer_judge(p, &all, i)) outer_take_off(p, all.at[i].line, left);
}

void pdf_furniture(struct pdf_paper *p)
{
    outer_numbers(p, true);
    outer_numbers(p, false);
    struct arena *scratch = arena_make(SIZE_MAX);
    struct edges all = {0};
    for (uint32_t i = 0, k; i < p->lines.len; i = k) {
        for (k = i; k < p->lines.len && p->lines.at[k].page == p->lines.at[i].page; k++) {}
        for (uint32_t n = i; n < k; n++) {
            bool inside = n >= i + EDGE && n + EDGE < k;
            if (inside && p->lines.at[n].count > 1) continue;
            struct edge e = edge_of(p, scratch, n);
            e.inside = inside;
            e.apart = is_apart(p, n, i, k);
            if (!inside || e.number >= 0) *vec_push(p->arena, &all) = e;
        }
    }
    for (size_t i = 0; i < all.len; i++) judge(p, &all, i);
    arena_close(scratch);
}
