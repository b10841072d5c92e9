/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_find: which lines of a page are a table (pdf.h). A PDF does not say, so the lines are asked what they look like:
 *
 *   tabular   three chunks or more, or two of which the second is a figure
 *   between   lines of one or two chunks between tabular ones: a cell of several lines, a heading over a part
 *   prose     a chunk that goes on where in tabular lines a gap is, unless a tabular line like the one before
 *             follows soon: a heading over the whole width of a table
 *
 * A table is the lines from one tabular line to the last that can be reached without prose, and the lines right above
 * the first that are the upper lines of its head: they are near, no title, and inside the table or each chunk above one
 * that is set as it (heads may be wider than the figures below them). Two tabular lines at least; where none of them
 * has a figure, three.
 */
#include "pdf_private.h"

enum {
    BETWEEN_MOST = 8,   /* lines from one tabular line to the next */
    WIDE_MOST = 3,      /* of them, that cross gaps */
    STEP_MOST = 260,    /* per cent of the height, from the top of one line to that of the next, inside a cell */
    HEAD_MOST = 6,      /* lines of a head above the first tabular one */
    LEADING_MOST = 130, /* per cent of the height, from line to line of a head's cell */
    CHUNKS_MOST = 200,  /* of a tabular line */
};

static const struct pdf_chunk *chunks_of(const struct pdf_paper *p, const struct pdf_line *l)
{
    return p->chunks.at + l->first_chunk;
}

/* Nothing but dots that lead to a page: a list of contents is no table. */
static bool leads(const struct pdf_paper *p, const struct pdf_line *l)
{
    for (uint32_t i = 0; i < l->count; i++) {
        struct str s = p->words.at[l->first + i].text;
        if (s.len >= 6 && (str_ends(s, STR("......")) || str_ends(s, STR("……")))) return true;
    }
    return false;
}

bool pdf_line_tabular(const struct pdf_paper *p, const struct pdf_line *l)
{
    const struct pdf_chunk *c = chunks_of(p, l);
    if (l->use == PDF_FURNITURE || l->chunk_count > CHUNKS_MOST || leads(p, l)) return false;
    return l->chunk_count >= 3 || (l->chunk_count == 2 && c[1].figure);
}

/* Does the line run over the gap between two chunks of the other? */
static bool crosses(const struct pdf_paper *p, const struct pdf_line *l, const struct pdf_line *tabular)
{
    const struct pdf_chunk *a = chunks_of(p, l), *b = chunks_of(p, tabular);
    for (uint32_t i = 0; i < l->chunk_count; i++)
        for (uint32_t k = 0; k + 1 < tabular->chunk_count; k++)
            if (a[i].left < b[k].right - l->height && a[i].right > b[k + 1].left + l->height) return true;
    return false;
}

/* Two tabular lines that have a figure in one place. */
static bool alike(const struct pdf_paper *p, const struct pdf_line *a, const struct pdf_line *b)
{
    const struct pdf_chunk *x = chunks_of(p, a), *y = chunks_of(p, b);
    for (uint32_t i = 1; i < a->chunk_count; i++)
        for (uint32_t k = 1; k < b->chunk_count; k++)
            if (x[i].figure && y[k].figure && x[i].left <= y[k].right && y[k].left <= x[i].right) return true;
    return false;
}

static bool near(const struct pdf_line *a, const struct pdf_line *b)
{
    int64_t height = a->height > b->height ? a->height : b->height;
    return ((int64_t)b->top - a->top) * 100 <= height * STEP_MOST;
}

static bool ends_sentence(const struct pdf_paper *p, const struct pdf_line *l)
{
    struct str s = p->words.at[l->first + l->count - 1].text;
    return s.len && (s.ptr[s.len - 1] == '.' || s.ptr[s.len - 1] == ';' || s.ptr[s.len - 1] == ':');
}

/* The next tabular line of the table whose last one is `last`; `to` when it ends there. */
static uint32_t next_of(const struct pdf_paper *p, uint32_t last, uint32_t to)
{
    uint32_t wide = 0;
    const struct pdf_line *from = &p->lines.at[last];
    for (uint32_t i = last + 1; i < to && i - last <= BETWEEN_MOST; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        if (l->use == PDF_FURNITURE) continue;
        if (pdf_line_tabular(p, l)) {
            if (!near(l - 1, l) && !alike(p, from, l)) return to;
            return wide == 0 || (wide <= WIDE_MOST && alike(p, from, l)) ? i : to;
        }
        bool over = crosses(p, l, from);
        if (over && ends_sentence(p, l)) return to;
        if (!near(l - 1, l) && !over && l->chunk_count < 2 && !alike(p, from, l)) wide++;
        wide += over;
    }
    return to;
}

/* Each chunk goes on below one of the tabular line that is not its first: it begins where that does and ends before the
 * next one. */
static bool below_cells(const struct pdf_paper *p, const struct pdf_line *l, const struct pdf_line *t)
{
    const struct pdf_chunk *c = chunks_of(p, l), *b = chunks_of(p, t);
    int32_t slack = l->height * 6 / 10;
    for (uint32_t i = 0; i < l->chunk_count; i++) {
        bool below = false;
        for (uint32_t k = 1; k < t->chunk_count && !below; k++) {
            int32_t off = c[i].left - b[k].left,
                    end = k + 1 < t->chunk_count ? b[k + 1].left : t->right + 4 * l->height;
            below = off <= slack && off >= -slack && c[i].right < end;
        }
        if (!below) return false;
    }
    return true;
}

/* Lines behind the last tabular one that go on with its cells. */
static uint32_t tail_of(const struct pdf_paper *p, uint32_t last, uint32_t to)
{
    uint32_t end = last + 1;
    const struct pdf_line *t = &p->lines.at[last];
    while (end < to && end - last <= 4) {
        const struct pdf_line *l = &p->lines.at[end];
        const struct pdf_chunk *c = chunks_of(p, l), *b = chunks_of(p, t);
        if (l->use == PDF_FURNITURE || (int64_t)(l->top - (l - 1)->top) * 100 > (int64_t)l->height * 150) break;
        if (below_cells(p, l, t)) {
            end++;
            continue;
        }
        if (l->chunk_count != 1 || crosses(p, l, t) || ends_sentence(p, l)) break;
        bool in_first = c->left >= b[0].left - l->height && c->right < b[1].left;
        bool label = in_first && c->left > p->lines.at[last].left - l->height;
        struct str s = p->words.at[c->first].text;
        bool lower = s.len && ((s.ptr[0] >= 'a' && s.ptr[0] <= 'z') || (s.ptr[0] & 0x80) || s.ptr[0] == '(');
        if (!label || !lower) break;
        end++;
    }
    return end;
}

/* "Đơn vị tính: ..." stands above a head and is no part of it. */
static bool says_unit(struct str s)
{
    return str_starts(s, STR("Đơn")) || str_starts(s, STR("ĐVT")) || str_starts(s, STR("(Đơn")) ||
           str_starts(s, STR("Unit")) || str_starts(s, STR("ĐV")) || str_starts(s, STR("(ĐVT"));
}

/* The chunk right below this one of line `at` that is set as it, in the middle or from the left; NULL: none. Between
 * the two may stand a line of other columns, half a line lower. */
static const struct pdf_chunk *cell_below(const struct pdf_paper *p, const struct pdf_chunk *c, uint32_t at,
                                          uint32_t last)
{
    const struct pdf_line *l = &p->lines.at[at];
    int32_t slack = l->height * 6 / 10;
    for (uint32_t i = at + 1; i <= last; i++) {
        const struct pdf_line *below = &p->lines.at[i];
        const struct pdf_chunk *b = chunks_of(p, below);
        if ((int64_t)(below->top - l->top) * 100 > (int64_t)l->height * LEADING_MOST) break;
        for (uint32_t k = 0; k < below->chunk_count; k++) {
            int32_t left = b[k].left - c->left, off = (left + b[k].right - c->right) / 2;
            if ((off <= slack && off >= -slack) || (left <= slack && left >= -slack)) return &b[k];
        }
    }
    return NULL;
}

/* Each chunk stands right above one that is set as it. */
static bool over_cells(const struct pdf_paper *p, uint32_t at, uint32_t last)
{
    const struct pdf_line *l = &p->lines.at[at];
    for (uint32_t i = 0; i < l->chunk_count; i++)
        if (!cell_below(p, &chunks_of(p, l)[i], at, last)) return false;
    return true;
}

/* A line that another stands half beside, or that goes on right below in small letters or a year: the upper line of a
 * head's cell, however much it looks like a title. */
static bool stacks(const struct pdf_paper *p, uint32_t at, uint32_t last)
{
    const struct pdf_line *l = &p->lines.at[at];
    if ((int64_t)(l[1].top - l->top) * 3 < (int64_t)l->height * 2) return true;
    const struct pdf_chunk *below = l[1].chunk_count > 1 ? cell_below(p, chunks_of(p, l), at, last) : NULL;
    struct str s = below ? p->words.at[below->first].text : STR("");
    return pdf_text_goes_on(s) || pdf_is_year(s);
}

/* From the left edge of a table's tabular lines to the right one: the first of them may be short, as heads of one line
 * stand in the middle beside heads of two. */
static struct pdf_chunk extent(const struct pdf_paper *p, uint32_t first, uint32_t last)
{
    struct pdf_chunk e = {.left = INT32_MAX, .right = INT32_MIN};
    for (uint32_t i = first; i <= last; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        if (l->use == PDF_FURNITURE || l->chunk_count < 2) continue;
        if (l->left < e.left) e.left = l->left;
        if (l->right > e.right) e.right = l->right;
    }
    return e;
}

/* The first line of the head of a table whose tabular lines are `first` to `last`. */
static uint32_t head_of(const struct pdf_paper *p, uint32_t first, uint32_t last, uint32_t from)
{
    uint32_t top = first;
    const struct pdf_line *t = &p->lines.at[first];
    struct pdf_chunk e = extent(p, first, last);
    int32_t middle = e.left + (e.right - e.left) / 2;
    while (top > from && first - top < HEAD_MOST) {
        const struct pdf_line *l = &p->lines.at[top - 1];
        const struct pdf_chunk *c = chunks_of(p, l);
        if (l->use == PDF_FURNITURE || ((int64_t)(l + 1)->top - l->top) * 100 > (int64_t)l->height * 165) break;
        struct str s = p->words.at[l->first].text;
        if (says_unit(s) || ends_sentence(p, l) || (l->chunk_count == 1 && crosses(p, l, t))) break;
        int32_t width = c->right - c->left, centre = c->left + width / 2;
        int32_t off = centre > middle ? centre - middle : middle - centre;
        bool title = l->chunk_count == 1 && off < 2 * l->height && (int64_t)width * 5 > (int64_t)(e.right - e.left) &&
                     !stacks(p, top - 1, last);
        bool inside = l->left >= e.left - 3 * l->height && l->right <= e.right + 3 * l->height;
        inside = inside || (l->chunk_count > 1 && over_cells(p, top - 1, last));
        if (title || !inside || (l->chunk_count == 1 && c->left < e.left + l->height && width > 20 * l->height)) break;
        top--;
    }
    return top;
}

bool pdf_find(struct pdf_span *out, const struct pdf_paper *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (!pdf_line_tabular(p, &p->lines.at[i])) continue;
        uint32_t last = i, tabular = 1, figures = 0;
        for (uint32_t next = i;; next = next_of(p, last, to)) {
            if (next == to) break;
            const struct pdf_line *l = &p->lines.at[next];
            for (uint32_t k = 1; k < l->chunk_count; k++) figures += chunks_of(p, l)[k].figure;
            tabular += next > i;
            last = next;
        }
        if (tabular < 2 || (figures == 0 && tabular < 3)) {
            i = last;
            continue;
        }
        *out = (struct pdf_span){head_of(p, i, last, from), tail_of(p, last, to)};
        return true;
    }
    return false;
}
