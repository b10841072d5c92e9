/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_columns: the columns of a table (pdf.h), by the stretches of paper that its lines leave white. Asked are the
 * lines with figures, as heads run over several columns; where there are none, all lines of two chunks or more. A
 * column is a stretch that chunks cover without a gap between them. Where that leaves fewer columns than lines commonly
 * have chunks, some lines fill the gaps (totals whose digits are as wide as their column): then what covers less than a
 * share of the lines counts as white too, if more columns come of it.
 *
 * Numbers of rows stand so near to their labels that no gap tells them apart. They are a column when below the head
 * each line begins with one, with its label further right, or begins itself where labels do:
 *
 *      1   Thu từ khu vực doanh
 *          nghiệp nhà nước
 *      10  Lệ phí trước bạ
 */
#include "pdf_private.h"

#include <stdlib.h>

enum { SHARE = 10 /* one line in so many, and one more, may cover a gap */ };

struct edge {
    int32_t at;
    int8_t step; /* +1: a chunk begins; -1: one ends */
};

struct edges {
    VEC_FIELDS(struct edge);
};

static int by_place(const void *x, const void *y)
{
    const struct edge *a = x, *b = y;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return b->step - a->step; /* what begins where another ends leaves no gap */
}

bool pdf_is_year(struct str s)
{
    uint64_t n;
    return str_to_u64(&n, s, 2100) && n >= 1900;
}

bool pdf_numbering_take(struct pdf_numbering *n, struct str s)
{
    uint64_t value;
    size_t digits = 0;
    if (s.len > 2 && s.ptr[0] == '(') s = str_part(s, 1, s.len - 1);
    if (s.len == 1 && s.ptr[0] >= 'A' && s.ptr[0] <= 'Z') return true;
    while (digits < s.len && s.ptr[digits] >= '0' && s.ptr[digits] <= '9') digits++;
    if (digits < s.len && !strchr("=(", s.ptr[digits])) return false;
    if (!str_to_u64(&value, str_part(s, 0, digits), PDF_COLUMNS_MOST)) return false;
    if (n->last ? value != n->last + 1 : value > 3) return false;
    n->last = value;
    n->numbers++;
    return true;
}

static bool numbers_columns(const struct pdf_paper *p, const struct pdf_line *l)
{
    struct pdf_numbering n = {0};
    for (uint32_t i = 0; i < l->chunk_count; i++) {
        const struct pdf_chunk *c = &p->chunks.at[l->first_chunk + i];
        if (c->count != 1 || !pdf_numbering_take(&n, p->words.at[c->first].text)) return false;
    }
    return n.numbers >= 2 && l->chunk_count >= 3;
}

/* Figures that are no head: years and numbers of columns stand in the middle of their columns. */
static bool has_figures(const struct pdf_paper *p, const struct pdf_line *l)
{
    uint32_t n = 0;
    for (uint32_t i = 1; i < l->chunk_count; i++) {
        const struct pdf_chunk *c = &p->chunks.at[l->first_chunk + i];
        n += c->figure && !(c->count == 1 && pdf_is_year(p->words.at[c->first].text));
    }
    return n > 0 && !numbers_columns(p, l);
}

/* Their number; *usual: the chunks that most of them have. */
static size_t collect(struct edges *out, uint16_t *usual, struct arena *a, const struct pdf_paper *p,
                      struct pdf_span at, bool figures)
{
    size_t lines = 0, with[PDF_COLUMNS_MOST + 1] = {0};
    for (uint32_t i = at.first; i < at.end; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        if (l->use == PDF_FURNITURE || l->chunk_count < 2 || (figures && !has_figures(p, l))) continue;
        lines++;
        if (l->chunk_count <= PDF_COLUMNS_MOST) with[l->chunk_count]++;
        for (uint32_t k = 0; k < l->chunk_count; k++) {
            const struct pdf_chunk *c = &p->chunks.at[l->first_chunk + k];
            *vec_push(a, out) = (struct edge){c->left, 1};
            *vec_push(a, out) = (struct edge){c->right > c->left ? c->right : c->left + 1, -1};
        }
    }
    *usual = 0;
    for (uint16_t i = 0; i <= PDF_COLUMNS_MOST; i++)
        if (with[i] > with[*usual]) *usual = i;
    return lines;
}

/* Stretches covered by more than `few` lines. False: more than PDF_COLUMNS_MOST. */
static bool stretches(struct pdf_table *t, const struct edges *e, int32_t few)
{
    int32_t cover = 0;
    t->columns = 0;
    for (size_t i = 0; i < e->len; i++) {
        int32_t before = cover;
        cover += e->at[i].step;
        if (before <= few && cover > few) {
            if (t->columns == PDF_COLUMNS_MOST) return false;
            t->left[t->columns] = t->right[t->columns] = e->at[i].at;
            t->columns++;
        }
        if (before > few && cover <= few) t->right[t->columns - 1] = e->at[i].at;
    }
    return true;
}

static bool columns_by(struct pdf_table *out, const struct edges *e, size_t lines, uint16_t usual)
{
    struct pdf_table wider = {0};
    if (!stretches(out, e, 0)) return false;
    if (out->columns < usual && stretches(&wider, e, (int32_t)(lines / SHARE + 1)) && wider.columns > out->columns) {
        memcpy(out->left, wider.left, sizeof out->left);
        memcpy(out->right, wider.right, sizeof out->right);
        out->columns = wider.columns;
    }
    return out->columns >= 2;
}

bool pdf_is_row_number(struct str s)
{
    size_t n = 0;
    if (str_eq(s, STR("-")) || str_eq(s, STR("+")) || str_eq(s, STR("*"))) return true;
    while (n < s.len && n < 6 && (strchr("0123456789.IVX", s.ptr[n]))) n++;
    if (n == 0 && s.len && ((s.ptr[0] >= 'a' && s.ptr[0] <= 'h') || (s.ptr[0] >= 'A' && s.ptr[0] <= 'H'))) n = 1;
    if (n && n < s.len && (s.ptr[n] == ')' || s.ptr[n] == '.')) n++;
    return n > 0 && n == s.len;
}

/* Cuts the numbers of rows off the first column. */
static void find_numbers(struct pdf_table *t, const struct pdf_paper *p, struct pdf_span at)
{
    int32_t label = INT32_MAX, number = INT32_MIN, alone = INT32_MAX, height = 0;
    size_t numbered = 0;
    bool body = false;
    for (uint32_t i = at.first; i < at.end; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        const struct pdf_word *w = &p->words.at[l->first];
        body = body || (l->use != PDF_FURNITURE && has_figures(p, l));
        if (!body || l->use == PDF_FURNITURE || l->left >= t->right[0] || numbers_columns(p, l)) continue;
        height = l->height;
        if (l->count > 1 && w[1].left < t->right[0] && pdf_is_row_number(w->text)) {
            numbered++;
            if (w[1].left < label) label = w[1].left;
            if (w->right > number) number = w->right;
        } else if (l->count > 1 && pdf_is_row_number(w->text)) { /* beside the middle of its label */
            if (w->right > number) number = w->right;
        } else if (l->left < alone) {
            alone = l->left;
        }
    }
    if (numbered < 2 || number >= label || alone < label - height / 3 || t->columns == PDF_COLUMNS_MOST) return;
    for (uint16_t c = t->columns; c > 0; c--) {
        t->left[c] = t->left[c - 1];
        t->right[c] = t->right[c - 1];
    }
    t->columns++;
    t->right[0] = number;
    t->left[1] = label;
    t->numbered = true;
}

bool pdf_columns(struct pdf_table *out, const struct pdf_paper *p, struct pdf_span at)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct edges e = {0};
    uint16_t usual;
    size_t lines = collect(&e, &usual, a, p, at, true);
    if (lines == 0) lines = collect(&e, &usual, a, p, at, false);
    if (e.len) qsort(e.at, e.len, sizeof *e.at, by_place);
    bool ok = lines > 0 && columns_by(out, &e, lines, usual);
    if (ok) find_numbers(out, p, at);
    arena_close(a);
    return ok;
}

uint16_t pdf_column_of(const struct pdf_table *t, int32_t left, int32_t right)
{
    uint16_t best = 0;
    int64_t most = INT64_MIN;
    for (uint16_t c = 0; c < t->columns; c++) {
        int64_t from = left > t->left[c] ? left : t->left[c], to = right < t->right[c] ? right : t->right[c];
        if (to - from > most) { /* the greatest overlap, or the smallest distance */
            most = to - from;
            best = c;
        }
    }
    return best;
}
