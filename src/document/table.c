/* SPDX-License-Identifier: Apache-2.0
 *
 * table: see table.h. Three habits of writing a table as text:
 *
 *   strict   | Chỉ tiêu | Kế hoạch |    a row a line; a line of dashes below the header or none
 *   loose    |                          a cell a line or more, as converters of pages leave it: each cell between
 *            Chỉ tiêu                   two bars, and between two rows two bars with nothing between
 *            |
 *   columns  Xã A    1.234    55,2      cells set apart by tabs, semicolons or several spaces (table_columns.c)
 *
 * In the loose form an empty cell looks like the end of a row. The longest run of full cells is the number of columns
 * n: a row without an empty cell is such a run. Then the rows are the division of the fields into rows of n (with the
 * empty field behind) and as few shorter rows as can be; shorter rows are headers and headings whose spans the
 * conversion lost. That is one pass from the end to the start, linear in the fields.
 */
#include "table.h"

#include "document.h"
#include "marks.h"
#include "table_columns.h"
#include "utf8.h"

enum {
    FIELDS_MOST = 1024 * 1024, /* of one table */
    HEADER_MOST = 5,           /* rows */
    LAYOUT_ROWS = 2,
    SPANS_MOST = 64,
};

struct field {
    uint32_t start, end;
};

struct fields {
    VEC_FIELDS(struct field);
};

/* --- what all tables have in common ------------------------------------------------------------------------------- */

bool table_is_figure(struct str s)
{
    size_t i = 0, numbers = 0;
    while (i < s.len) {
        char c = s.ptr[i];
        numbers += c >= '0' && c <= '9';
        if ((unsigned char)c == 0xC2 && i + 1 < s.len && (unsigned char)s.ptr[i + 1] == 0xA0)
            i += 2;
        else if ((c >= '0' && c <= '9') || (c && strchr(".,-+()%/ *:=<>~", c)))
            i++;
        else
            return false;
    }
    return numbers > 0;
}

static bool is_year(struct str s)
{
    return s.len == 4 && ((s.ptr[0] == '1' && s.ptr[1] == '9') || (s.ptr[0] == '2' && s.ptr[1] == '0'));
}

static struct str cell_words(const struct block_list *list, size_t i)
{
    return str_part(list->text, list->at[i].start, list->at[i].end);
}

/* The number that a cell like "3", "(3)" or "3=2/1" gives its column; 0 for others, 27 and up for letters. */
static unsigned column_number(struct str s)
{
    if (s.len && s.ptr[0] == '(') s = str_from(s, 1);
    if (s.len && s.ptr[0] >= 'A' && s.ptr[0] <= 'D' && s.len <= 2) return 100;
    unsigned n = 0;
    size_t i = 0;
    while (i < s.len && i < 2 && s.ptr[i] >= '0' && s.ptr[i] <= '9') n = n * 10 + (unsigned)(s.ptr[i++] - '0');
    if (i == s.len || s.ptr[i] == ')' || s.ptr[i] == '=' || s.ptr[i] == '*') return n;
    return 0;
}

/* One row of cells at[i..end): do they number the columns? */
static bool numbers_columns(const struct block_list *list, size_t i, size_t end)
{
    unsigned last = 0, steps = 0;
    if (end - i < 3) return false;
    for (; i < end; i++) {
        unsigned n = column_number(cell_words(list, i));
        if (n == 0) return false;
        if (n == 100) continue;
        if (n != last + 1) return false;
        last = n;
        steps++;
    }
    return steps >= 2;
}

static bool row_of_labels(const struct block_list *list, size_t i, size_t end, bool first)
{
    if (!first && end - i == 1 && list->at[i].column < 2) return false; /* the heading of a group of rows */
    for (; i < end; i++)
        if (list->at[i].column > 0 && table_is_figure(cell_words(list, i)) && !is_year(cell_words(list, i)))
            return false;
    return true;
}

void table_mark_header(struct block_list *list, size_t first)
{
    size_t labels = first, numbered = first, rows = 0;
    bool run = true;
    for (size_t i = first; i < list->len; i++)
        if (list->at[i].header) return;
    for (size_t i = first; i < list->len && rows <= HEADER_MOST; rows++) {
        size_t end = i;
        while (end < list->len && list->at[end].row == list->at[i].row) end++;
        if (numbers_columns(list, i, end)) numbered = end;
        run = run && row_of_labels(list, i, end, i == first);
        if (run) labels = end;
        i = end;
    }
    size_t stop = numbered > first ? numbered : labels;
    if (stop == list->len) return; /* nothing but labels: who heads whom cannot be told */
    for (size_t i = first; i < stop; i++) list->at[i].header = true;
}

bool table_is_layout(const struct block_list *list, size_t first)
{
    uint16_t rows = 0, columns = 0;
    bool figures = false;
    for (size_t i = first; i < list->len; i++) {
        const struct block *b = &list->at[i];
        if (b->row >= rows) rows = (uint16_t)(b->row + 1);
        if (b->column >= columns) columns = (uint16_t)(b->column + 1);
        figures |= b->column > 0 && table_is_figure(cell_words(list, i));
    }
    return columns < 2 || (rows <= LAYOUT_ROWS && !figures);
}

void table_to_paragraphs(struct block_list *list, size_t first)
{
    for (size_t i = first; i < list->len; i++) {
        struct block *b = &list->at[i];
        *b = (struct block){b->start, b->end, BLOCK_PARAGRAPH, 0, 0, 0, 0, 1, 1, false};
    }
    if (list->tables) list->tables--;
}

/* --- fields between bars ------------------------------------------------------------------------------------------ */

/* Without a last line of dashes and without emphasis. */
static struct field field_clean(struct str text, struct field f)
{
    line_trim(text, &f.start, &f.end);
    uint32_t e = f.end;
    while (e > f.start && text.ptr[e - 1] == '-') e--;
    if (f.end - e >= 3 && (e == f.start || text.ptr[e - 1] == '\n')) f.end = e;
    line_trim(text, &f.start, &f.end);
    line_strip_emphasis(text, &f.start, &f.end);
    while (f.start < f.end && (text.ptr[f.start] == '*' || text.ptr[f.start] == ' ')) {
        struct field rest = {f.start + 1, f.end};
        line_trim(text, &rest.start, &rest.end);
        if (rest.start < rest.end) break;
        f = rest; /* "** **" is an empty cell */
    }
    return f;
}

/* The fields of text[start..end) between '|'; what stands before the first bar is one too, and all behind bar
 * FIELDS_MOST. */
static void fields_split(struct fields *out, struct arena *a, struct str text, uint32_t start, uint32_t end)
{
    uint32_t at = start;
    for (uint32_t i = start; i <= end; i++) {
        bool bar = i < end && text.ptr[i] == '|' && (i == start || text.ptr[i - 1] != '\\') && out->len < FIELDS_MOST;
        if (!bar && i < end) continue;
        *vec_push(a, out) = field_clean(text, (struct field){at, i});
        at = i + 1;
    }
}

static bool field_empty(struct field f)
{
    return f.start >= f.end;
}

static void cell_add(struct block_list *list, struct field f, size_t row, size_t column, size_t rows, size_t columns)
{
    if (field_empty(f)) return;
    if (row > UINT16_MAX) row = UINT16_MAX;
    if (column > UINT16_MAX) column = UINT16_MAX; /* the words are kept even where the place is absurd */
    block_add(list, (struct block){.start = f.start,
                                   .end = f.end,
                                   .kind = BLOCK_CELL,
                                   .table = list->tables,
                                   .row = (uint16_t)row,
                                   .column = (uint16_t)column,
                                   .row_span = (uint16_t)rows,
                                   .column_span = (uint16_t)columns});
}

static void finish(struct block_list *list, size_t first)
{
    if (table_is_layout(list, first))
        table_to_paragraphs(list, first);
    else
        table_mark_header(list, first);
}

/* --- strict ------------------------------------------------------------------------------------------------------- */

/* "|---|:--:|" */
static bool is_rule(struct str s)
{
    bool dash = false, bar = false;
    for (size_t i = 0; i < s.len; i++) {
        if (!strchr("-|: +", s.ptr[i])) return false;
        dash |= s.ptr[i] == '-';
        bar |= s.ptr[i] == '|';
    }
    return dash && bar;
}

static struct str line_words(struct str text, struct line l)
{
    return str_part(text, l.start, l.end);
}

static bool is_strict_row(struct str text, struct line l)
{
    struct str s = line_words(text, l);
    return s.len > 2 && s.ptr[0] == '|' && s.ptr[s.len - 1] == '|';
}

static void header_until(struct block_list *list, size_t first, size_t row)
{
    for (size_t i = first; i < list->len; i++) list->at[i].header = list->at[i].row < row;
}

static void row_read(struct block_list *list, struct arena *scratch, struct line l, size_t row)
{
    struct fields f = {0};
    struct arena_mark mark = arena_mark(scratch);
    uint32_t start = l.start, end = l.end;
    if (list->text.ptr[start] == '|') start++;
    if (end > start && list->text.ptr[end - 1] == '|') end--;
    fields_split(&f, scratch, list->text, start, end);
    for (size_t c = 0; c < f.len; c++) cell_add(list, f.at[c], row, c, 1, 1);
    arena_reset(scratch, mark);
}

static size_t take_strict(struct block_list *list, struct table_lines lines, size_t from, bool bare)
{
    size_t first = list->len, i = from, row = 0, ruled = 0;
    struct arena *scratch = arena_make(SIZE_MAX);
    for (; i < lines.len; i++) {
        struct str s = line_words(list->text, lines.at[i]);
        if (is_rule(s)) {
            if (!ruled) ruled = row;
            continue;
        }
        if (bare ? str_find_char(s, '|') < 0 : s.ptr[0] != '|') break;
        row_read(list, scratch, lines.at[i], row++);
    }
    arena_close(scratch);
    if (table_is_layout(list, first) && !ruled)
        table_to_paragraphs(list, first);
    else if (ruled)
        header_until(list, first, ruled);
    else
        table_mark_header(list, first);
    return i;
}

/* --- loose -------------------------------------------------------------------------------------------------------- */

static size_t longest_run(const struct fields *f)
{
    size_t most = 0, run = 0;
    for (size_t i = 0; i < f->len; i++) {
        run = field_empty(f->at[i]) ? 0 : run + 1;
        if (run > most) most = run;
    }
    return most;
}

struct row {
    uint32_t len, next, cost; /* cells; the field where the next row begins; short rows from here to the end */
};

/* The best row that begins at each field: the fewest short rows behind it, full rows before short ones; see the
 * essay. */
static const struct row *divide(struct arena *a, const struct fields *f, size_t n)
{
    size_t count = f->len, stop = count; /* stop: the empty field that ends the first run of full ones from here */
    struct row *rows = arena_array(a, struct row, count + 2);
    for (size_t i = count; i-- > 1;) {
        bool empty = field_empty(f->at[i]);
        if (!empty && (i + 1 == count || field_empty(f->at[i + 1]))) stop = i + 1;
        size_t whole = i + n < count ? i + n : count, behind = whole < count ? whole + 1 : count;
        struct row full = {(uint32_t)(whole - i), (uint32_t)behind, rows[behind].cost};
        if (whole < count &&
            !field_empty(f->at[whole])) { /* the field behind a row is empty: pay dear for one that is not */
            full.next = (uint32_t)whole;
            full.cost = rows[whole].cost + 3;
        }
        rows[i] = full;
        if (stop - i >= n) continue;
        size_t after = stop < count ? stop + 1 : count;
        struct row shorter = {(uint32_t)(stop - i), (uint32_t)after, rows[after].cost + (empty ? 2 : 1)};
        if (shorter.cost < full.cost) rows[i] = shorter;
    }
    return rows;
}

static bool is_stub(struct block_list *list, struct field f)
{
    struct marks_line line;
    return marks_line_make(&line, str_part(list->text, f.start, f.end)) && marks_say(&line, MARK_USE_STUB);
}

/* A header of m cells over one of k cells, together n columns: which of the m span several. The cells that name rows
 * (number, subject, unit of measure) never do; the others share the k cells, the first ones when not all of them
 * can. */
static bool header_spans(struct block_list *list, const struct field *cell, size_t m, size_t k, size_t n,
                         uint16_t *span)
{
    if (m > SPANS_MOST || m + k <= n || (m + k - n) * 2 > k) return false; /* each that spans, spans two at least */
    size_t groups = m + k - n, stubs = 0;
    while (stubs < m && is_stub(list, cell[stubs])) stubs++;
    if (stubs + groups > m) stubs = m - groups;
    for (size_t c = 0; c < m; c++) {
        bool spans = c >= stubs && c < stubs + groups;
        span[c] = (uint16_t)(spans ? k / groups + (c - stubs < k % groups) : 1);
    }
    return true;
}

static void add_two_headers(struct block_list *list, const struct field *top, size_t m, const struct field *below,
                            const uint16_t *span)
{
    for (size_t c = 0, column = 0; c < m; column += span[c++])
        cell_add(list, top[c], 0, column, span[c] == 1 ? 2 : 1, span[c]);
    for (size_t c = 0, column = 0; c < m; column += span[c++])
        for (size_t s = 0; span[c] > 1 && s < span[c]; s++) cell_add(list, *below++, 1, column + s, 1, 1);
}

static void add_loose(struct block_list *list, const struct fields *f, const struct row *rows, size_t n)
{
    uint16_t span[SPANS_MOST];
    size_t i = 1, number = 0; /* field 0 stands before the first bar */
    struct row top = rows[1], below = rows[top.next];
    if (top.len < n && below.len < n && top.next < f->len &&
        header_spans(list, f->at + 1, top.len, below.len, n, span)) {
        add_two_headers(list, f->at + 1, top.len, f->at + top.next, span);
        i = below.next;
        number = 2;
    }
    for (; i < f->len; number++) {
        for (size_t c = 0; c < rows[i].len; c++)
            cell_add(list, f->at[i + c], number, c, 1, rows[i].len == 1 && number == 0 ? n : 1);
        i = rows[i].next;
    }
}

static size_t take_loose(struct block_list *list, struct table_lines lines, size_t from)
{
    size_t to = lines.len, first = list->len;
    while (to > from + 1 && list->text.ptr[lines.at[to - 1].start] != '|') to--;
    uint32_t start = lines.at[from].start, end = lines.at[to - 1].end;
    struct arena *scratch = arena_make(SIZE_MAX);
    struct fields f = {0};
    size_t n = 0;
    if (to - from >= 3) fields_split(&f, scratch, list->text, start, end);
    n = longest_run(&f);
    if (n > 0 && f.len > 2) {
        list->tables++;
        add_loose(list, &f, divide(scratch, &f, n), n);
        finish(list, first);
    } else {
        to = from;
    }
    arena_close(scratch);
    return to;
}

static size_t take(struct block_list *list, struct table_lines lines, size_t from, size_t *until)
{
    struct str text = list->text, s = line_words(text, lines.at[from]);
    bool loose = s.ptr[0] == '|' && !is_strict_row(text, lines.at[from]);
    if (loose) *until = lines.len;
    if (loose) return take_loose(list, lines, from);
    bool ruled = from + 1 < lines.len && is_rule(line_words(text, lines.at[from + 1]));
    bool strict = is_strict_row(text, lines.at[from]);
    bool second = from + 1 < lines.len && is_strict_row(text, lines.at[from + 1]);
    if ((strict && (ruled || second)) || (ruled && str_find_char(s, '|') >= 0)) {
        list->tables++;
        return take_strict(list, lines, from, !strict);
    }
    return table_columns_take(list, lines, from, until);
}

size_t table_take(struct block_list *list, struct table_lines lines, size_t from, size_t *refused)
{
    size_t until = from + 1;
    if (from < *refused || list->tables == UINT16_MAX || list->too_many) return from;
    size_t to = take(list, lines, from, &until);
    if (to == from) *refused = until;
    return to;
}
