/* SPDX-License-Identifier: Apache-2.0
 *
 * table_columns: see table_columns.h. Prose has tabs, semicolons and double spaces too, so a table is believed when
 *
 *   1. at least ROWS_LEAST lines in a row have the mark,
 *   2. at least half of them hold a cell of figures behind the first column, and
 *   3. semicolons: each line has the same number of them, two at least; spaces: at least two columns of the page
 *      are empty in all lines between two cells.
 *
 * Spaces are counted on the page, not in bytes: a character is one column, a tab goes to the next multiple of 8. What
 * is one column of the table is what the empty columns of the page leave together, so cells may be missing, and
 * right-aligned figures and left-aligned words are alike.
 */
#include "table_columns.h"

#include "utf8.h"

enum { ROWS_LEAST = 3, LINE_MOST = 1024, PAGE = 256, TABLE_COLUMNS_MOST = 64 };

enum separator { NO_SEPARATOR, TABS, SEMICOLONS, SPACES };

struct cell {
    uint32_t start, end;
    uint32_t row, column;
};

struct cells {
    VEC_FIELDS(struct cell);
};

/* The line with its indentation: a leading tab is an empty first cell. */
static struct str whole_line(struct str text, struct line l)
{
    return str_part(text, l.start - l.indent, l.end);
}

static size_t count_char(struct str s, char c)
{
    size_t n = 0;
    for (const char *p = s.ptr, *end = s.ptr + s.len; p < end && (p = memchr(p, c, (size_t)(end - p))); p++) n++;
    return n;
}

/* Two spaces, or a space and a tab, behind each other. The line is looked at in pairs: of three in a row one is in the
 * middle. */
static bool has_gap(struct str text, struct line l)
{
    for (uint32_t i = l.start + 1; i < l.end; i += 2) {
        char c = text.ptr[i];
        if (c != ' ' && c != '\t') continue;
        if (text.ptr[i - 1] == ' ' ||
            (c == ' ' && i + 1 < l.end && (text.ptr[i + 1] == ' ' || text.ptr[i + 1] == '\t')))
            return true;
    }
    return false;
}

static enum separator separator_of(struct str text, struct line l)
{
    if (l.end - l.start > LINE_MOST) return NO_SEPARATOR;
    struct str s = str_part(text, l.start, l.end);
    if (memchr(s.ptr, '\t', s.len)) return TABS;
    if (count_char(s, ';') >= 2) return SEMICOLONS;
    return has_gap(text, l) ? SPACES : NO_SEPARATOR;
}

/* The first line behind the run of lines that have the same kind of mark as `from`. */
static size_t run_end(struct str text, struct table_lines lines, size_t from, enum separator sep)
{
    size_t i = from + 1, marks = count_char(whole_line(text, lines.at[from]), ';');
    while (i < lines.len && separator_of(text, lines.at[i]) == sep &&
           (sep != SEMICOLONS || count_char(whole_line(text, lines.at[i]), ';') == marks))
        i++;
    return i;
}

static void split_at(struct cells *out, struct arena *a, struct str text, struct line l, uint32_t row, char mark)
{
    uint32_t at = l.start - l.indent, column = 0;
    for (uint32_t i = at; i <= l.end; i++) {
        if (i < l.end && (text.ptr[i] != mark || column + 1 == TABLE_COLUMNS_MOST)) continue;
        struct cell c = {at, i, row, column++};
        line_trim(text, &c.start, &c.end);
        if (c.start < c.end) *vec_push(a, out) = c;
        at = i + 1;
    }
}

/* Walks a line over the page: calls back nothing, marks what is covered, or, with `bounds`, finds the table column of
 * each run. */
static bool cover(bool *page, struct str text, struct line l)
{
    size_t len, x = 0;
    for (uint32_t i = l.start - l.indent; i < l.end; i += (uint32_t)len) {
        uint32_t c = utf8_decode(text, i, &len);
        if (x >= PAGE) return false;
        if (c == '\t')
            x = (x / 8 + 1) * 8;
        else
            page[x++] |= c != ' ' && c != 0xA0;
    }
    return true;
}

static void split_page(struct cells *out, struct arena *a, struct str text, struct line l, uint32_t row,
                       const uint8_t *column)
{
    size_t len, x = 0;
    struct cell c = {0, 0, row, UINT32_MAX};
    for (uint32_t i = l.start - l.indent; i < l.end && x < PAGE; i += (uint32_t)len) {
        uint32_t ch = utf8_decode(text, i, &len);
        if (ch != ' ' && ch != '\t' && ch != 0xA0) {
            if (column[x] != c.column) {
                if (c.end > c.start) *vec_push(a, out) = c;
                c = (struct cell){i, i, row, column[x]};
            }
            c.end = i + (uint32_t)len;
        }
        x = ch == '\t' ? (x / 8 + 1) * 8 : x + 1;
    }
    if (c.end > c.start) *vec_push(a, out) = c;
}

static bool split_spaces(struct cells *out, struct arena *a, struct str text, struct table_lines lines, size_t from,
                         size_t to)
{
    bool page[PAGE] = {false};
    uint8_t column[PAGE] = {0}, n = 0;
    for (size_t i = from; i < to; i++)
        if (!cover(page, text, lines.at[i])) return false;
    size_t empty = 2;
    bool begun = false;
    for (size_t x = 0; x < PAGE; x++) {
        if (page[x] && begun && empty >= 2 && n + 1 < TABLE_COLUMNS_MOST) n++;
        begun |= page[x];
        empty = page[x] ? 0 : empty + 1;
        column[x] = n;
    }
    for (size_t i = from; n > 0 && i < to; i++) split_page(out, a, text, lines.at[i], (uint32_t)(i - from), column);
    return n > 0;
}

/* Do at least half of the rows hold figures behind the first column? */
static bool has_figures(struct str text, const struct cells *c, size_t rows)
{
    size_t with = 0, last = SIZE_MAX;
    for (size_t i = 0; i < c->len; i++) {
        const struct cell *k = &c->at[i];
        if (k->column == 0 || k->row == last || !table_is_figure(str_part(text, k->start, k->end))) continue;
        last = k->row;
        with++;
    }
    return with >= 2 && with * 2 >= rows;
}

size_t table_columns_take(struct block_list *list, struct table_lines lines, size_t from, size_t *until)
{
    struct str text = list->text;
    enum separator sep = separator_of(text, lines.at[from]);
    if (sep == NO_SEPARATOR) return from;
    size_t to = run_end(text, lines, from, sep);
    *until = to;
    if (to - from < ROWS_LEAST) return from;
    struct arena *scratch = arena_make(SIZE_MAX);
    struct cells cells = {0};
    bool split = true;
    if (sep == SPACES)
        split = split_spaces(&cells, scratch, text, lines, from, to);
    else
        for (size_t i = from; i < to; i++)
            split_at(&cells, scratch, text, lines.at[i], (uint32_t)(i - from), sep == TABS ? '\t' : ';');
    bool table = split && has_figures(text, &cells, to - from);
    size_t first = list->len;
    if (table) {
        list->tables++;
        for (size_t i = 0; i < cells.len; i++) {
            struct cell c = cells.at[i];
            block_add(list, (struct block){.start = c.start,
                                           .end = c.end,
                                           .kind = BLOCK_CELL,
                                           .table = list->tables,
                                           .row = (uint16_t)c.row,
                                           .column = (uint16_t)c.column});
        }
        table_mark_header(list, first);
    }
    arena_close(scratch);
    return table ? to : from;
}
