/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_table: the lines of a table in its columns (pdf.h): which column each chunk belongs to, and where the head ends.
 * A chunk that runs on from a label into a figure of the next column, because there was no room between them, is cut
 * there. The head ends above the first line with a figure behind its first column that is no year and no number of a
 * column ("1 2 3=2/1").
 */
#include "pdf_private.h"

#include "utf8.h"

enum {
    HEAD_MOST = 16, /* lines */
    HEAD_PARTS_MOST = 320,
    GAP_LABELS = 40, /* per cent of the height, between labels of neighbouring columns */
};

void pdf_cell_add(struct pdf_table *t, struct arena *a, struct pdf_cell c)
{
    *vec_push(a, &t->cells) = c;
}

struct str pdf_joined(struct arena *a, struct str before, struct str behind)
{
    if (before.len == 0) return behind;
    if (behind.len == 0) return before;
    char last = before.ptr[before.len - 1];
    bool hyphen = last == '-' && before.len > 1 && before.ptr[before.len - 2] != ' ';
    char *p = arena_alloc(a, before.len + behind.len + 1, 1);
    size_t n = before.len;
    memcpy(p, before.ptr, n);
    if (!hyphen) p[n++] = ' ';
    memcpy(p + n, behind.ptr, behind.len);
    return (struct str){p, n + behind.len};
}

bool pdf_text_goes_on(struct str s)
{
    size_t len;
    if (s.len == 0) return false;
    if (strchr("(,;:%)/", s.ptr[0])) return true;
    uint32_t c = utf8_decode(s, 0, &len);
    return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* --- parts -------------------------------------------------------------------------------------------------------- */

static bool over(const struct pdf_table *t, uint16_t column, int32_t left, int32_t right, int32_t slack)
{
    return left + slack < t->right[column] && right - slack > t->left[column];
}

/* The columns that a chunk lies over. */
static void part_columns(struct pdf_part *out, const struct pdf_table *t, int32_t slack)
{
    uint16_t near = pdf_column_of(t, out->left, out->right);
    out->first = out->last = near;
    while (out->first > 0 && over(t, (uint16_t)(out->first - 1), out->left, out->right, slack)) out->first--;
    while (out->last + 1 < t->columns && over(t, (uint16_t)(out->last + 1), out->left, out->right, slack)) out->last++;
}

static void part_add(struct pdf_parts *out, const struct pdf_paper *p, const struct pdf_table *t, uint32_t line,
                     uint32_t first, uint32_t count, bool figure)
{
    const struct pdf_word *w = p->words.at + first;
    struct pdf_part part = {.line = line,
                            .left = w[0].left,
                            .right = w[count - 1].right,
                            .top = p->lines.at[line].top,
                            .bottom = p->lines.at[line].bottom,
                            .figure = figure};
    if (part.right < part.left) part.right = part.left;
    part_columns(&part, t, p->lines.at[line].height / 3);
    if (figure) part.first = part.last = pdf_column_of(t, part.left, part.right);
    part.text = pdf_words_text(p, p->arena, first, count);
    *vec_push(p->arena, out) = part;
}

/* Words of a chunk before the column of labels, which the numbers of rows stand beside; see pdf_columns.c. */
static uint32_t numbers_of(const struct pdf_paper *p, const struct pdf_table *t, const struct pdf_chunk *c)
{
    const struct pdf_word *w = p->words.at + c->first;
    uint32_t n = 0;
    if (!t->numbered) return 0;
    while (n < c->count && w[n].right <= t->left[1]) n++;
    return n < c->count && w[n].left >= t->left[1] - (w[n].bottom - w[n].top) / 2 ? n : 0;
}

/* Whether the chunk, which began in column `before`, is cut before this word: it begins the figures of a column behind,
 * or a label of the head whose neighbour is near. */
static bool cut_here(const struct pdf_table *t, const struct pdf_word *w, uint32_t rest, uint16_t before,
                     int32_t height)
{
    uint16_t here = pdf_column_of(t, w[0].left, w[0].right);
    bool figures = w[0].left >= t->left[here] - height / 8;
    if (here <= before) return false;
    if ((int64_t)(w[0].left - w[-1].right) * 100 > (int64_t)height * GAP_LABELS) return true;
    for (uint32_t k = 0; k < rest && figures; k++) figures = pdf_is_figure(w[k].text);
    return figures;
}

static bool is_short(struct str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) digits += s.ptr[i] >= '0' && s.ptr[i] <= '9';
    return digits < 3;
}

/* Figures so near to one another that no gap tells where one ends: by the columns in which their groups of digits lie.
 * "1 003 103" may begin before its column: what is no whole group goes with what is behind it. */
static void figures_add(struct pdf_parts *out, const struct pdf_paper *p, const struct pdf_table *t, uint32_t line,
                        const struct pdf_chunk *c)
{
    const struct pdf_word *w = p->words.at;
    uint32_t start = c->first, end = c->first + c->count;
    for (uint32_t i = c->first + 1; i < end; i++) {
        uint16_t before = pdf_column_of(t, w[i - 1].left, w[i - 1].right);
        const struct pdf_part *last = out->len ? &out->at[out->len - 1] : NULL;
        bool full = last && last->line == line && last->last == before; /* that column has its figure */
        if (pdf_column_of(t, w[i].left, w[i].right) <= before) continue;
        if (i - start == 1 && full && is_short(w[i - 1].text)) continue;
        uint32_t cut = i - start > 1 && is_short(w[i - 1].text) ? i - 1 : i;
        part_add(out, p, t, line, start, cut - start, true);
        start = cut;
    }
    part_add(out, p, t, line, start, end - start, true);
}

static void chunk_rest_add(struct pdf_parts *out, const struct pdf_paper *p, const struct pdf_table *t, uint32_t line,
                           const struct pdf_chunk *c)
{
    const struct pdf_word *w = p->words.at;
    uint32_t start = c->first, end = c->first + c->count;
    uint16_t column = pdf_column_of(t, w[start].left, w[start].right);
    bool figure = c->figure;
    if (figure) {
        figures_add(out, p, t, line, c);
        return;
    }
    for (uint32_t i = c->first + 1; i < end && !figure; i++) {
        if (!cut_here(t, &w[i], end - i, column, p->lines.at[line].height)) continue;
        part_add(out, p, t, line, start, i - start, false);
        start = i;
        column = pdf_column_of(t, w[i].left, w[i].right);
        figure = true;
        for (uint32_t k = i; k < end && figure; k++) figure = pdf_is_figure(w[k].text);
    }
    part_add(out, p, t, line, start, end - start, figure);
}

static void chunk_add(struct pdf_parts *out, const struct pdf_paper *p, const struct pdf_table *t, uint32_t line,
                      const struct pdf_chunk *c)
{
    uint32_t numbers = numbers_of(p, t, c);
    struct pdf_chunk rest = *c;
    if (numbers) {
        part_add(out, p, t, line, c->first, numbers, false);
        rest.first += numbers;
        rest.count -= numbers;
        rest.left = p->words.at[rest.first].left;
    }
    chunk_rest_add(out, p, t, line, &rest);
}

/* --- head and body ------------------------------------------------------------------------------------------------ */

bool pdf_parts_number(const struct pdf_part *at, uint32_t count)
{
    struct pdf_numbering n = {0};
    for (uint32_t i = 0; i < count; i++)
        if (!pdf_numbering_take(&n, at[i].text)) return false;
    return n.numbers >= 2 && count >= 3;
}

static bool begins_body(const struct pdf_part *at, uint32_t count)
{
    bool figure = false;
    if (pdf_parts_number(at, count)) return false;
    for (uint32_t i = 0; i < count; i++)
        figure = figure || (at[i].figure && at[i].first > 0 && !pdf_is_year(at[i].text));
    return figure;
}

/* A heading over the first rows stands below the head: a lone label in the first columns, perhaps with its number,
 * where the head has nothing or where it does not go on with what the head has there. */
static bool is_heading(const struct pdf_rows *r, uint32_t line)
{
    const struct pdf_part *label = r->parts + r->starts[line], *below = r->parts + r->starts[line + 1];
    uint32_t count = r->starts[line + 1] - r->starts[line];
    if (count > 2 || (count == 2 && (!pdf_is_row_number(label->text) || label[1].last > 1))) return false;
    if (count == 2) return true;
    bool under = false;
    for (uint32_t i = 0; i < r->starts[line]; i++)
        under = under || (r->parts[i].first == label->first && r->parts[i].last == label->last);
    return label->first <= 1 && !(under && (pdf_text_goes_on(label->text) || pdf_text_goes_on(below->text)));
}

/* The lines above the first one with figures. Where no line has any, only the first line is a head. */
static uint32_t head_lines(const struct pdf_rows *r)
{
    uint32_t head = 0;
    while (head < r->count && !begins_body(r->parts + r->starts[head], r->starts[head + 1] - r->starts[head])) head++;
    if (head == r->count) head = r->count ? 1 : 0;
    if (head > HEAD_MOST) head = 1;
    if (r->starts[head] > HEAD_PARTS_MOST) return 0;
    while (head > 1 && is_heading(r, head - 1)) head--;
    return head;
}

bool pdf_table_make(struct pdf_table *out, const struct pdf_paper *p, struct pdf_span at)
{
    struct pdf_parts parts = {0};
    struct pdf_rows rows = {0};
    *out = (struct pdf_table){.first_line = at.first, .end_line = at.end};
    if (!pdf_columns(out, p, at)) return false;
    uint32_t *starts = arena_array(p->arena, uint32_t, at.end - at.first + 1u);
    for (uint32_t i = at.first; i < at.end; i++) {
        const struct pdf_line *l = &p->lines.at[i];
        if (l->use == PDF_FURNITURE) continue;
        starts[rows.count++] = (uint32_t)parts.len;
        for (uint32_t k = 0; k < l->chunk_count; k++) chunk_add(&parts, p, out, i, &p->chunks.at[l->first_chunk + k]);
    }
    starts[rows.count] = (uint32_t)parts.len;
    rows.parts = parts.at;
    rows.starts = starts;
    uint32_t head = head_lines(&rows);
    pdf_head_cells(out, p->arena, &rows, head);
    pdf_body_cells(out, p->arena, &rows, head);
    for (size_t i = 0; i < out->cells.len; i++) out->cells.at[i].page = p->lines.at[at.first].page;
    return out->rows - out->head_rows >= 1 && out->rows >= 2 && out->rows <= UINT16_MAX;
}
