/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_region: see sheet_region.h. Rows are told apart by what their cells are:
 *
 *   figures    at least one number that is no year (or what was meant as one), and the row does not number the columns
 *   lone       one cell, a number: a figure in a body; above it something that was left there and is no table yet
 *   labels     two cells or more without such a number: heads, if figures follow; a year alone is a label
 *   single     one cell: a title or unit above a head, a heading between figures
 *   part       one cell over some columns: a wide head, unless a blank row is between it and the head
 *
 * Workings often stand to the right of a table behind an empty column. Numbers there make no row of figures of one
 * whose other cells are three labels or more.
 *
 * The body begins with the first row of figures, or with the singles right above it when they stand under labels that
 * head its figures: "Sản lượng thịt hơi (nghìn tấn)" between the head and the first line. The head is the rows of
 * labels (and blanks between them) right above the body, up to the first single that does not go on with a cell of the
 * head ("năm trước (%)" under "so với cùng kỳ"); what is above that are words. A row of labels in the body, with words
 * where the figures stand, begins the next region, together with the singles right above it.
 */
#include "sheet_region.h"

#include "sheet_number.h"

enum row_kind { ROW_BLANK, ROW_SINGLE, ROW_PART, ROW_LABELS, ROW_LONE, ROW_FIGURES };

enum {
    BLANKS_IN_HEAD = 3,
    HEAD_MOST = 10,
    HEADINGS_MOST = 3,
    YEAR_FIRST = 1900,
    YEAR_LAST = 2100,
    ORDINAL_MOST = 60,
    LABELS_SURE = 3
};

bool sheet_is_figure(const struct sheet_cell *c)
{
    if (c->type == SHEET_NUMBER) return true;
    return c->type == SHEET_TEXT && c->text.len < 40 && sheet_number_look(c->text) != 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* How many digits stand at i; *year: they are those of a year. */
static size_t digits_at(struct str s, size_t i, bool *year)
{
    size_t n = 0;
    while (i + n < s.len && is_digit(s.ptr[i + n])) n++;
    *year |= n == 4 && (str_starts(str_from(s, i), STR("19")) || str_starts(str_from(s, i), STR("20")));
    return n;
}

bool sheet_is_broken(const struct sheet_cell *c)
{
    struct str s = str_trim(c->text);
    size_t digits = 0, letters = 0, commas = 0;
    bool year = false;
    if (c->type == SHEET_ERROR) return true;
    if (c->type != SHEET_TEXT || s.len < 4 || s.len > 24) return false;
    if (s.ptr[0] == '#')
        return s.ptr[1] >= 'A' && s.ptr[1] <= 'Z' && (s.ptr[s.len - 1] == '!' || s.len == 4 || s.ptr[s.len - 1] == '?');
    if (!is_digit(s.ptr[0])) return false;
    for (size_t i = 0, n; i < s.len; i += n) {
        char k = s.ptr[i];
        n = digits_at(s, i, &year);
        digits += n;
        if (n) continue;
        n = 1;
        commas += k == ',';
        if ((k >= 'a' && k <= 'z') || (k >= 'A' && k <= 'Z'))
            letters++;
        else if (k != '.' && k != ',')
            return false;
    }
    return (digits >= 3 || (digits == 2 && commas == 1)) && letters >= 1 && letters <= 2 && !year;
}

static bool is_year(const struct sheet_cell *c)
{
    uint64_t n;
    return str_to_u64(&n, str_trim(c->text), YEAR_LAST) && n >= YEAR_FIRST;
}

/* "3", "(3)", "3=1+2", "A"; the number, 0 for a letter, -1 for others. */
static int ordinal(struct str s)
{
    int n = 0;
    size_t i = 0;
    s = str_trim(s);
    bool open = s.len > 2 && s.ptr[0] == '(';
    if (open) s = str_from(s, 1);
    if (open && s.len == 2 && s.ptr[1] == ')') s.len = 1 + (s.ptr[0] < 'A');
    if (s.len == 1 && s.ptr[0] >= 'A' && s.ptr[0] <= 'Z') return 0;
    for (; i < s.len && i < 3 && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++) n = n * 10 + (s.ptr[i] - '0');
    if (i == 0 || n > ORDINAL_MOST) return -1;
    if (open && i < s.len && s.ptr[i] == ')') i++; /* "(3)=(2)/(1)" */
    return i == s.len || s.ptr[i] == '=' || s.ptr[i] == ' ' ? n : -1;
}

bool sheet_row_numbers(const struct sheet_cell *cells, size_t count)
{
    int last = 0, numbers = 0;
    for (size_t i = 0; i < count; i++) {
        int n = ordinal(cells[i].text);
        if (n < 0 || (n > 0 && n != last + 1 && (last || n > 3))) return false;
        if (n) last = n;
        numbers += n > 0;
    }
    return numbers >= 2 && count >= 3;
}

static enum row_kind kind_of(const struct sheet_cell *cells, size_t count, const struct sheet *s)
{
    size_t figures = 0, years = 0;
    if (count == 0) return ROW_BLANK;
    for (size_t i = 0; i < count; i++) {
        if (!sheet_is_figure(&cells[i]) && !sheet_is_broken(&cells[i])) continue;
        figures++;
        years += is_year(&cells[i]);
    }
    if (figures > years && !sheet_row_numbers(cells, count)) return count == 1 ? ROW_LONE : ROW_FIGURES;
    if (count >= 2) return ROW_LABELS;
    const struct sheet_merge *g = sheet_merge_at(s, cells);
    bool part = g && g->columns > 1 && (uint32_t)g->columns + 1 < s->columns && cells[0].column > 0;
    return part ? ROW_PART : ROW_SINGLE;
}

/* Where what stands beside the table begins: behind the first empty column to the right of one with figures. */
static uint32_t beside_of(const struct sheet *s, struct arena *a)
{
    struct arena_mark mark = arena_mark(a);
    uint32_t *cells = arena_array(a, uint32_t, s->columns), *figures = arena_array(a, uint32_t, s->columns), c = 0;
    for (size_t i = 0; i < s->cell_count; i++) {
        const struct sheet_merge *g = sheet_merge_at(s, &s->cells[i]);
        uint32_t end = s->cells[i].column + (g && s->cells[i].column > 0 ? (uint32_t)g->columns : 1);
        figures[s->cells[i].column] += sheet_is_figure(&s->cells[i]);
        for (uint32_t k = s->cells[i].column; k < end && k < s->columns; k++) cells[k]++;
    }
    while (c < s->columns && figures[c] < 2) c++;
    while (c < s->columns && cells[c]) c++;
    while (c < s->columns && !cells[c]) c++;
    arena_reset(a, mark);
    return c;
}

/* The kind of a row, without what stands beside the table where the row heads its columns. */
static enum row_kind kind_beside(const struct sheet_cell *cells, size_t count, const struct sheet *s, uint32_t beside)
{
    enum row_kind kind = kind_of(cells, count, s);
    size_t own = 0;
    while (own < count && cells[own].column < beside) own++;
    if (kind != ROW_FIGURES || own < LABELS_SURE || own == count) return kind;
    return kind_of(cells, own, s) == ROW_LABELS ? ROW_LABELS : kind;
}

struct walk {
    const struct sheet *sheet;
    uint32_t beside;
    uint8_t *kinds;
    struct {
        VEC_FIELDS(struct sheet_region);
    } out;
};

/* The cell of a row in a column, or the one that is merged over it. */
static const struct sheet_cell *cell_over(const struct sheet *s, uint32_t row, uint32_t column)
{
    size_t count;
    const struct sheet_cell *c = sheet_row(s, row, &count);
    for (size_t i = 0; i < count; i++) {
        const struct sheet_merge *g = sheet_merge_at(s, &c[i]);
        if (c[i].column <= column && column < c[i].column + (g ? (uint32_t)g->columns : 1)) return &c[i];
    }
    return NULL;
}

/* A single above the figures of a column that goes on with a cell of the head right above it. */
static bool goes_on(const struct walk *w, uint32_t least, uint32_t row, uint32_t figures)
{
    size_t count;
    const struct sheet_cell *c = sheet_row(w->sheet, row, &count), *below = NULL;
    if (w->kinds[row] != ROW_SINGLE) return false;
    below = cell_over(w->sheet, figures, c->column);
    if (!below || !sheet_is_figure(below)) return false;
    while (row > least && w->kinds[row] == ROW_SINGLE && cell_over(w->sheet, row, c->column)) row--;
    return w->kinds[row] == ROW_LABELS && cell_over(w->sheet, row, c->column);
}

/* Whether a row of labels stands over the figures of a row: over two of them, or over the only one when it has three
 * labels. */
static bool heads_row(const struct walk *w, uint32_t labels, uint32_t body)
{
    size_t count, wide, figures = 0, over = 0;
    const struct sheet_cell *c = sheet_row(w->sheet, body, &count);
    for (size_t i = 0; i < count; i++) {
        if (!sheet_is_figure(&c[i])) continue;
        figures++;
        over += cell_over(w->sheet, labels, c[i].column) != NULL;
    }
    sheet_row(w->sheet, labels, &wide);
    return over >= 2 || (figures == 1 && over == 1 && wide >= 3);
}

/* A heading with its number beside it, "A | NGÂN SÁCH TRUNG ƯƠNG", and no word where the figures stand (a row may have
 * its number where the heading has its own). */
static bool numbered_heading(const struct walk *w, uint32_t row, uint32_t figures)
{
    size_t count, width;
    const struct sheet_cell *c = sheet_row(w->sheet, row, &count), *below = sheet_row(w->sheet, figures, &width);
    if (w->kinds[row] != ROW_LABELS || count != 2 || c[0].text.len > 4) return false;
    for (size_t i = 0; i < c[0].text.len; i++)
        if (!strchr("IVXABCDEFGH0123456789.", c[0].text.ptr[i])) return false;
    for (size_t i = 0; i < width; i++)
        if (below[i].column != c[0].column && sheet_is_figure(&below[i]) && cell_over(w->sheet, row, below[i].column))
            return false;
    return true;
}

/* Where the body begins: at its first figures, or at the headings right above them. */
static uint32_t body_of(const struct walk *w, uint32_t least, uint32_t figures)
{
    uint32_t top = figures, headings = 0, blanks = 0;
    for (uint32_t i = figures; i > least; i--) {
        uint8_t k = numbered_heading(w, i - 1, figures) ? ROW_SINGLE : w->kinds[i - 1];
        if (k == ROW_LABELS) return headings && heads_row(w, i - 1, figures) ? top : figures;
        if (goes_on(w, least, i - 1, figures)) continue;
        if (k == ROW_BLANK ? ++blanks > BLANKS_IN_HEAD : k != ROW_SINGLE || ++headings > HEADINGS_MOST) break;
        if (k == ROW_SINGLE) top = i - 1;
    }
    return figures;
}

/* The head above row `body`, not above `least`; `figures` is the first row of figures. */
static uint32_t head_of(const struct walk *w, uint32_t least, uint32_t body, uint32_t figures)
{
    uint32_t head = body, blanks = 0;
    for (uint32_t i = body; i > least && body - i < HEAD_MOST; i--) {
        uint8_t k = w->kinds[i - 1];
        if (k == ROW_BLANK && ++blanks > BLANKS_IN_HEAD) break;
        bool more = goes_on(w, least, i - 1, figures);
        if ((k == ROW_SINGLE && !more) || k >= ROW_LONE || (k == ROW_PART && blanks && head < body)) break;
        if (k == ROW_LABELS || k == ROW_PART || more) {
            head = i - 1;
            blanks = 0;
        }
    }
    return head;
}

/* Words where the figures of this body stand. */
static bool heads_anew(const struct walk *w, uint32_t row, const uint8_t *figure_columns)
{
    size_t count, words = 0;
    const struct sheet_cell *c = sheet_row(w->sheet, row, &count);
    for (size_t i = 0; i < count; i++) words += figure_columns[c[i].column] && c[i].text.len > 3;
    return words >= 2;
}

static void mark_columns(const struct walk *w, uint32_t row, uint8_t *figure_columns)
{
    size_t count;
    const struct sheet_cell *c = sheet_row(w->sheet, row, &count);
    for (size_t i = 0; i < count; i++)
        if (sheet_is_figure(&c[i])) figure_columns[c[i].column] = 1;
}

/* A row right below the last figures with one short word where figures stand: "n/a", a number that was mistyped. */
static bool lacks_figure(const struct walk *w, uint32_t row, const uint8_t *figure_columns)
{
    enum { WORD_MOST = 16 };
    size_t count, words = 0;
    const struct sheet_cell *c = sheet_row(w->sheet, row, &count);
    for (size_t i = 0; i < count; i++) words += figure_columns[c[i].column] && c[i].text.len <= WORD_MOST;
    return count >= 2 && words == 1 && c[0].column == 0 && !figure_columns[0];
}

/* The region that begins at `first`. */
static struct sheet_region region_at(const struct walk *w, struct arena *a, uint32_t first)
{
    uint32_t rows = w->sheet->rows, body = first;
    while (body < rows && w->kinds[body] != ROW_FIGURES) body++;
    for (uint32_t i = first; body == rows && i < rows; i++) /* nothing but lone numbers: a table of one column */
        if (w->kinds[i] == ROW_LONE) body = i;
    if (body == rows) return (struct sheet_region){first, rows, rows, rows, w->beside};
    uint32_t figures = body;
    body = body_of(w, first, figures);
    struct sheet_region r = {first, head_of(w, first, body, figures), body, figures + 1, w->beside};
    struct arena_mark mark = arena_mark(a);
    uint8_t *figure_columns = arena_array(a, uint8_t, w->sheet->columns);
    for (uint32_t i = figures; i < rows; i++) {
        if (w->kinds[i] >= ROW_LONE) {
            mark_columns(w, i, figure_columns);
            r.end = i + 1;
        } else if (w->kinds[i] == ROW_LABELS && heads_anew(w, i, figure_columns)) {
            break;
        } else if (w->kinds[i] == ROW_LABELS && i == r.end && lacks_figure(w, i, figure_columns)) {
            r.end = i + 1;
        }
    }
    arena_reset(a, mark);
    return r;
}

/* Rows that a tall cell of a head covers are no blank rows. */
static void mark_tall(struct walk *w, const struct sheet_merge *g)
{
    if (g->rows == 1 || g->rows > HEAD_MOST || w->kinds[g->row < w->sheet->rows ? g->row : 0] != ROW_LABELS) return;
    for (uint32_t r = g->row + 1; r < g->row + g->rows && r < w->sheet->rows; r++)
        if (w->kinds[r] == ROW_BLANK) w->kinds[r] = ROW_LABELS;
}

size_t sheet_regions(const struct sheet_region **out, struct arena *a, const struct sheet *s)
{
    struct walk w = {.sheet = s, .beside = beside_of(s, a), .kinds = arena_array(a, uint8_t, s->rows)};
    for (size_t i = 0, k; i < s->cell_count; i = k) {
        for (k = i; k < s->cell_count && s->cells[k].row == s->cells[i].row; k++) {}
        w.kinds[s->cells[i].row] = (uint8_t)kind_beside(s->cells + i, k - i, s, w.beside);
    }
    for (size_t i = 0; i < s->merge_count; i++) mark_tall(&w, &s->merges[i]);
    for (uint32_t at = 0; at < s->rows; at = w.out.at[w.out.len - 1].end) *vec_push(a, &w.out) = region_at(&w, a, at);
    *out = w.out.at;
    return w.out.len;
}
