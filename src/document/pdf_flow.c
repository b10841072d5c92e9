/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_flow: lines that are no table as paragraphs (pdf.h), in the order in which people read them.
 *
 * Two columns. The letterhead of an office and the end of its reports have two blocks side by side; lines with one wide
 * gap in one place, and lines between them that lie wholly on one side, are read as the left block and then the right:
 *
 *      ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *        XÃ HÒA BÌNH                 Độc lập - Tự do - Hạnh phúc
 *     Số: 12/BC-UBND          Hòa Bình, ngày 15 tháng 6 năm 2024
 *
 * Paragraphs. A line goes on with the one above when it lies a usual step below it and
 *
 *   it begins with a small letter, or the one above ends with a comma or an open bracket;
 *   or the one above is full: the first word here would not have fitted into it before the margin, and this line does
 *   not begin further right (the first line of a paragraph is indented);
 *   or both are in capitals: a title over lines.
 *
 * A line with a mark of a list or a number of a section begins anew. Over the end of a page the step says nothing, and
 * the rest decides.
 */
#include "pdf.h"

#include "line.h"
#include "pdf_private.h"

#include <stdlib.h>

enum {
    STEP_MOST = 230,  /* per cent of the height, from top to top */
    STEP_WIDER = 130, /* per cent of the step before */
    NEAR = 180,       /* per cent of the height, from top to top */
    GAP_LEAST = 150,  /* per cent of the height, of a lone line in two blocks */
    PARAGRAPH_MOST = 16 * 1024,
    SUPPORT = 3, /* lines that end at a margin */
};

/* A line, or one side of it. */
struct strip {
    uint32_t line, first, count;
    int32_t left, right, top, height;
};

struct strips {
    VEC_FIELDS(struct strip);
};

static int by_size(const void *x, const void *y)
{
    int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;
    return a < b ? -1 : a > b;
}

/* The outermost of sorted places at which SUPPORT lines are; the last one when none is. */
static int32_t supported(const int32_t *places, size_t n, int32_t slack)
{
    size_t support = n / 33 > SUPPORT ? n / 33 : SUPPORT;
    for (size_t i = n; i >= support; i--)
        if (places[i - 1] - places[i - support] <= slack) return places[i - 1];
    return places[n - 1];
}

struct pdf_setting pdf_setting_of(const struct pdf_paper *p, uint32_t from, uint32_t to)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct pdf_setting set = {0};
    int32_t *right = arena_array(a, int32_t, to - from + 1u), *left = arena_array(a, int32_t, to - from + 1u),
            *steps = arena_array(a, int32_t, to - from + 1u);
    size_t n = 0, stepped = 0;
    int64_t heights = 0;
    for (uint32_t i = from; i < to; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        if (l->use != PDF_BODY || l->chunk_count != 1) continue;
        right[n] = l->right;
        left[n++] = -l->left; /* the outermost is the greatest there too */
        heights += l->height;
        if (i == from || l[-1].page != l->page || l[-1].chunk_count != 1) continue;
        int64_t step = (int64_t)(l->top - l[-1].top) * 100 / l->height;
        if (step > 0 && step <= STEP_MOST) steps[stepped++] = (int32_t)step;
    }
    if (n) {
        int32_t slack = (int32_t)(heights / (int64_t)n / 2);
        qsort(right, n, sizeof *right, by_size);
        qsort(left, n, sizeof *left, by_size);
        set.right = supported(right, n, slack);
        set.left = -supported(left, n, slack);
    }
    if (stepped) {
        qsort(steps, stepped, sizeof *steps, by_size);
        set.step = steps[stepped / 2];
    }
    arena_close(a);
    return set;
}

static struct strip strip_of(const struct pdf_paper *p, uint32_t line, const struct pdf_chunk *c)
{
    const struct pdf_line *l = &p->lines.at[line];
    struct strip s = {line, l->first, l->count, l->left, l->right, l->top, l->height};
    if (c) s.first = c->first, s.count = c->count, s.left = c->left, s.right = c->right;
    return s;
}

/* --- paragraphs --------------------------------------------------------------------------------------------------- */

static bool is_full(const struct pdf_paper *p, const struct strip *above, const struct strip *below, int32_t margin)
{
    const struct pdf_word *w = &p->words.at[below->first];
    int64_t needed = (int64_t)above->right + above->height / 4 + (w->right - w->left);
    return needed > (int64_t)margin - above->height / 2;
}

/* a: the words of the line above; b: of this one. */
static bool words_join(struct str a, struct str b, bool full, bool indented)
{
    uint32_t after;
    enum line_ending ending = line_ending(a, 0, (uint32_t)a.len);
    enum line_mark mark = line_mark(b, 0, (uint32_t)b.len, &after);
    if (mark != MARK_NONE) {
        if (mark != MARK_BULLET || ending != ENDS_OPEN || !full || indented) return false;
        return line_starts_lower(b, after, (uint32_t)b.len);
    }
    if (a.ptr[a.len - 1] == ',' || a.ptr[a.len - 1] == '(') return true;
    if (ending == ENDS_OPEN && line_starts_lower(b, 0, (uint32_t)b.len)) return true;
    if (full && !indented) return true;
    return ending == ENDS_OPEN && line_all_upper(a, 0, (uint32_t)a.len) && line_all_upper(b, 0, (uint32_t)b.len);
}

static bool same_size(const struct strip *a, const struct strip *b)
{
    int32_t d = a->height > b->height ? a->height - b->height : b->height - a->height;
    return d * 5 <= a->height;
}

struct flow {
    struct pdf_items *out;
    const struct pdf_paper *paper;
    const struct pdf_setting *set;
    int32_t margin;    /* set->right; of one of two blocks, its own */
    struct strip last; /* of the open paragraph */
    int32_t step;      /* between its last two lines; 0: it has one */
};

/* Behind the first line of a paragraph, which is indented, a line that is indented as far begins the next one. */
static bool is_indented(const struct flow *f, const struct strip *s, struct str above, struct str words)
{
    uint32_t after;
    if (s->left > f->last.left + s->height) return true;
    int32_t off = s->left > f->last.left ? s->left - f->last.left : f->last.left - s->left;
    if (f->step || off > s->height / 2 || s->left < f->set->left + s->height) return false;
    return line_mark(above, 0, (uint32_t)above.len, &after) == MARK_NONE &&
           !line_starts_lower(words, 0, (uint32_t)words.len);
}

static bool continues(const struct flow *f, const struct strip *s, struct str above, struct str words)
{
    int64_t step = (int64_t)(s->top - f->last.top) * 100, most = (int64_t)s->height * STEP_MOST;
    if (step <= 0 || step > most || !same_size(&f->last, s)) return false;
    if (f->step && step > (int64_t)f->step * STEP_WIDER) return false;
    if (f->set->step && step * 100 > (int64_t)s->height * f->set->step * STEP_WIDER) return false;
    return words_join(above, words, is_full(f->paper, &f->last, s, f->margin), is_indented(f, s, above, words));
}

static struct str words_of(const struct flow *f, const struct strip *s)
{
    return pdf_words_text(f->paper, f->paper->arena, s->first, s->count);
}

/* The first line of a page goes on with the last paragraph of the page before; a sentence that ended there did not. */
static bool over_the_page(struct flow *f, uint32_t line)
{
    struct pdf_items *out = f->out;
    const struct pdf_paper *p = f->paper;
    struct pdf_item *last = out->len ? &out->at[out->len - 1] : NULL;
    struct strip s = strip_of(p, line, NULL);
    if (!last || last->kind != PDF_ITEM_TEXT || last->last_page + 1 != p->lines.at[line].page) return false;
    struct strip above = strip_of(p, last->last_line, NULL);
    struct str words = words_of(f, &s), before = words_of(f, &above);
    bool full = is_full(p, &above, &s, f->margin);
    if (last->text.len > PARAGRAPH_MOST || !same_size(&above, &s) || p->lines.at[line].chunk_count != 1) return false;
    if (!words_join(before, words, full, s.left > above.left + s.height)) return false;
    if (line_ending(before, 0, (uint32_t)before.len) == ENDS_SENTENCE) return false;
    char *text = arena_alloc(p->arena, last->text.len + words.len + 1, 1);
    memcpy(text, last->text.ptr, last->text.len);
    text[last->text.len] = '\f';
    memcpy(text + last->text.len + 1, words.ptr, words.len);
    last->text = (struct str){text, last->text.len + 1 + words.len};
    last->last_page = p->lines.at[line].page;
    last->last_line = line;
    f->last = s;
    return true;
}

/* The strips as paragraphs behind *out. */
static void strips_flow(struct flow *f, const struct strips *s)
{
    struct buf b = buf_make(SIZE_MAX / 4);
    struct pdf_items *out = f->out;
    struct str above = STR("");
    bool open = false;
    for (size_t i = 0; i < s->len; i++) {
        const struct strip *l = &s->at[i];
        struct str words = words_of(f, l);
        uint32_t page = f->paper->lines.at[l->line].page;
        if (i == 0 && over_the_page(f, l->line)) {
            buf_put(&b, out->at[out->len - 1].text);
            f->step = 0;
            above = words;
            open = true;
            continue;
        }
        if (open && b.len < PARAGRAPH_MOST && continues(f, l, above, words)) {
            bool hyphen = b.len > 1 && b.ptr[b.len - 1] == '-' && b.ptr[b.len - 2] != ' ';
            if (!hyphen) buf_char(&b, ' ');
            f->step = l->top - f->last.top;
        } else {
            if (b.len) out->at[out->len - 1].text = str_copy(f->paper->arena, buf_str(&b));
            buf_clear(&b);
            *vec_push(f->paper->arena,
                      out) = (struct pdf_item){.kind = PDF_ITEM_TEXT, .page = page, .last_page = page, .text = STR("")};
            f->step = 0;
        }
        buf_put(&b, words);
        f->last = *l;
        out->at[out->len - 1].last_line = l->line;
        above = words;
        open = true;
    }
    if (b.len) out->at[out->len - 1].text = str_copy(f->paper->arena, buf_str(&b));
    buf_free(&b);
}

/* --- two blocks side by side -------------------------------------------------------------------------------------- */

static const struct pdf_chunk *chunks_of(const struct pdf_paper *p, uint32_t line)
{
    return p->chunks.at + p->lines.at[line].first_chunk;
}

static bool is_pair(const struct pdf_paper *p, uint32_t line)
{
    const struct pdf_line *l = &p->lines.at[line];
    return l->chunk_count == 2 && !pdf_line_tabular(p, l);
}

struct corridor {
    int32_t left, right;
};

/* Narrows the corridor to what the line leaves white; false when nothing is left. */
static bool corridor_take(struct corridor *c, const struct pdf_paper *p, uint32_t line)
{
    const struct pdf_chunk *k = chunks_of(p, line);
    const struct pdf_line *l = &p->lines.at[line];
    struct corridor now = *c;
    if (l->chunk_count > 2) return false;
    for (uint32_t i = 0; i < l->chunk_count; i++) {
        bool left = l->chunk_count == 2 ? i == 0 : k[i].left + k[i].right < c->left + c->right;
        int32_t into = left ? k[i].right - c->left : c->right - k[i].left;
        if (l->chunk_count == 1 && into > 2 * l->height) return false; /* set in the middle of the page */
        if (left && k[i].right > now.left) now.left = k[i].right;
        if (!left && k[i].left < now.right) now.right = k[i].left;
    }
    if (now.right - now.left < l->height / 3) return false;
    *c = now;
    return true;
}

static bool near(const struct pdf_line *above, const struct pdf_line *below)
{
    return above->page == below->page && (int64_t)(below->top - above->top) * 100 <= (int64_t)below->height * NEAR;
}

/* A line of one block right above a line of two, and no end of a paragraph. */
static bool begins_block(const struct pdf_paper *p, uint32_t line)
{
    const struct pdf_line *l = &p->lines.at[line];
    if (l->chunk_count != 1 || !is_pair(p, line + 1) || !near(l, l + 1)) return false;
    return line == 0 || !near(l - 1, l);
}

/* The lines [from, end) that stand in two blocks; `from` when they do not. */
static uint32_t pairs_end(struct corridor *c, const struct pdf_paper *p, uint32_t from, uint32_t to)
{
    uint32_t first = from, end, pairs = 0;
    if (!is_pair(p, from) && from + 1 < to && begins_block(p, from)) first++;
    if (!is_pair(p, first)) return from;
    const struct pdf_line *l = &p->lines.at[first];
    const struct pdf_chunk *k = chunks_of(p, first);
    *c = (struct corridor){k[0].right, k[1].left};
    bool wide = (int64_t)(c->right - c->left) * 100 >= (int64_t)l->height * GAP_LEAST;
    for (end = from; end < to; end++) {
        const struct pdf_line *x = &p->lines.at[end];
        if (x->use != PDF_BODY) break;
        if (end > from && (int64_t)(x->top - (x - 1)->top) > (int64_t)4 * x->height) break;
        if (!corridor_take(c, p, end)) break;
        pairs += x->chunk_count == 2;
    }
    return pairs >= 2 || (pairs == 1 && wide) ? end : from;
}

/* The margin of one block: that of its longest line when its lines begin below one another, and none when they are set
 * around a middle, where no line is full. */
static int32_t block_margin(const struct strips *s)
{
    int32_t right = INT32_MIN;
    size_t flush = 0;
    for (size_t i = 0; i < s->len; i++) {
        int32_t off = s->at[i].left - s->at[0].left;
        flush += off < s->at[i].height && off > -s->at[i].height;
        if (s->at[i].right > right) right = s->at[i].right;
    }
    return s->len >= 5 && flush * 3 >= s->len * 2 ? right : INT32_MAX;
}

static void pairs_flow(struct flow *f, uint32_t from, uint32_t end, struct corridor c)
{
    for (int side = 0; side < 2; side++) {
        struct strips s = {0};
        int32_t margin = f->margin;
        for (uint32_t i = from; i < end; i++) {
            const struct pdf_chunk *k = chunks_of(f->paper, i);
            for (uint32_t n = 0; n < f->paper->lines.at[i].chunk_count; n++) {
                if ((k[n].left >= c.right) != (side == 1)) continue;
                *vec_push(f->paper->arena, &s) = strip_of(f->paper, i, &k[n]);
            }
        }
        f->margin = block_margin(&s);
        strips_flow(f, &s);
        f->margin = margin;
    }
}

/* --- all ---------------------------------------------------------------------------------------------------------- */

void pdf_flow(struct pdf_items *out, const struct pdf_paper *p, uint32_t from, uint32_t to,
              const struct pdf_setting *set)
{
    struct flow f = {.out = out, .paper = p, .set = set, .margin = set->right};
    struct strips s = {0};
    struct corridor c;
    for (uint32_t i = from; i < to;) {
        if (p->lines.at[i].use == PDF_FURNITURE) {
            i++;
            continue;
        }
        uint32_t end = pairs_end(&c, p, i, to);
        if (end == i) {
            *vec_push(p->arena, &s) = strip_of(p, i++, NULL);
            continue;
        }
        strips_flow(&f, &s);
        s.len = 0;
        pairs_flow(&f, i, end, c);
        i = end;
    }
    strips_flow(&f, &s);
}
