/* SPDX-License-Identifier: Apache-2.0
 *
 * table_write: see table_write.h.
 *
 * Widths: each column wants its widest cell among the first rows. When the sum does not fit the terminal, the table is
 * narrow: a column in which no row has a text is left out, heads go on below one another, the widest text column gives
 * way first, one column at a time, and its texts go on below one another, LINES_MOST lines at most; columns to keep
 * stay at KEPT until the others are down to NARROWEST. Words where others have numbers ("không so sánh được") go on
 * below one another too. When that does not fit, or leaves no room for the names at the left, a table of many columns
 * becomes one block a row (table_stack.c); else the line is left too long, since a number cut in half would lie.
 *
 * Invariants
 *  1. A cell is valid UTF-8 on one line without control characters (width_put_plain) before it is measured.
 *  2. Colour codes stand around the text of a cell and never around the blanks that line it up; they have no width.
 *  3. No blanks at the end of a line.
 */
#include "table_write_private.h"

const struct str TABLE_CODES[STYLE_COUNT] = {
    [STYLE_PLAIN] = STR_INIT(""),         [STYLE_GOOD] = STR_INIT("\033[32m"), [STYLE_BAD] = STR_INIT("\033[31m"),
    [STYLE_DOUBT] = STR_INIT("\033[33m"), [STYLE_DIM] = STR_INIT("\033[2m"),   [STYLE_HEAD] = STR_INIT("\033[1m"),
};
static void close_texts(void *p)
{
    arena_close(p);
}

struct table_writer *table_to(struct buf *out, struct arena *a, const struct table_column *columns, size_t count,
                              struct table_look look)
{
    struct table_writer *t = arena_new(a, struct table_writer);
    t->out = out;
    t->arena = a;
    t->count = t->tail = count;
    t->look = look;
    t->texts = arena_make(SIZE_MAX);
    arena_defer(a, close_texts, t->texts);
    t->columns = arena_array(a, struct table_column, count);
    t->widths = arena_array(a, size_t, count);
    t->left_out = arena_array(a, bool, count);
    t->cells = arena_array(a, struct cell, count * TABLE_LOOKED_AT);
    for (size_t i = 0; i < count; i++) {
        t->columns[i] = columns[i];
        t->widths[i] = width_of(columns[i].title);
    }
    return t;
}

/* Takes from *rest what fits into one line, up to a blank where there is one. */
struct str table_take_line(struct str *rest, size_t room)
{
    struct str line = width_clip(*rest, room);
    size_t end = line.len;
    if (line.len == rest->len) {
        *rest = STR("");
        return line;
    }
    if (rest->ptr[end] != ' ')
        while (end > 0 && line.ptr[end - 1] != ' ') end--;
    for (size_t i = line.len; end == 0 && i > 1; i--) /* one long word: "đồng/người" */
        if (line.ptr[i - 1] == '/' || line.ptr[i - 1] == '-') end = i;
    if (end == 0) end = line.len ? line.len : rest->len;
    line = str_trim(str_part(*rest, 0, end));
    *rest = str_trim(str_from(*rest, end));
    return line;
}

static bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') return true;
    return false;
}

bool table_is_text(const struct table_writer *t, size_t column)
{
    return !t->columns[column].right && !t->columns[column].fixed;
}

/* Whether a cell that is too wide goes on in another line: texts do, and words among numbers. */
static bool may_break(const struct table_writer *t, size_t column, const struct cell *c)
{
    return t->narrow && (table_is_text(t, column) || c->style == STYLE_HEAD || !has_digit(c->text));
}

/* Puts one line of a cell; *rest is what it has left for the lines below. */
static void put_cell(struct table_writer *t, size_t column, struct str *rest, const struct cell *c, bool end, bool last)
{
    size_t room = t->widths[column];
    struct str text = *rest;
    bool wide = width_of(text) > room, clip = wide && table_is_text(t, column) && (!t->narrow || last);
    if (wide && !last && may_break(t, column, c))
        text = table_take_line(rest, room);
    else
        *rest = STR("");
    if (clip) text = width_clip(text, room - 1);
    size_t width = width_of(text) + clip, blanks = room > width ? room - width : 0;
    bool code = t->look.color && c->style != STYLE_PLAIN && text.len;
    if (t->columns[column].right) buf_fill(t->out, ' ', blanks);
    if (code) buf_put(t->out, TABLE_CODES[c->style]);
    buf_put(t->out, text);
    if (clip) buf_put(t->out, STR("…"));
    if (code) buf_put(t->out, STR("\033[0m"));
    if (!t->columns[column].right && !end) buf_fill(t->out, ' ', blanks);
}

/* The number of cells up to the last one with text; those behind it are not written. */
static size_t cells_with_text(const struct table_writer *t, const struct str *rest)
{
    size_t last = t->count;
    while (last && rest[last - 1].len == 0) last--;
    return last;
}

/* The columns that stand side by side. */
static void put_columns(struct table_writer *t, const struct cell *row, int most)
{
    struct arena_mark mark = arena_mark(t->arena);
    struct str *rest = arena_array(t->arena, struct str, t->count);
    size_t last;
    for (size_t i = 0; i < t->count; i++) {
        bool shown = i >= t->lead && i < t->tail && !t->left_out[i];
        rest[i] = shown ? row[i].text : STR("");
    }
    for (int line = 1; (last = cells_with_text(t, rest)) || line == 1; line++) {
        bool first = true;
        if (t->lead && last) buf_fill(t->out, ' ', STACK_INDENT);
        for (size_t i = t->lead; i < last; i++) {
            if (t->left_out[i]) continue;
            if (!first) buf_fill(t->out, ' ', GAP);
            first = false;
            put_cell(t, i, &rest[i], &row[i], i + 1 == last, line == most);
        }
        if (!t->lead || last) buf_char(t->out, '\n');
    }
    arena_reset(t->arena, mark);
}

static void put_row(struct table_writer *t, const struct cell *row, int most)
{
    if (t->lead) table_put_lead(t, row);
    put_columns(t, row, most);
    if (t->lead) table_put_tail(t, row);
}

static void put_header(struct table_writer *t)
{
    struct cell *head = arena_array(t->arena, struct cell, t->count);
    bool first = true;
    for (size_t i = 0; i < t->count; i++) head[i] = (struct cell){t->columns[i].title, STYLE_HEAD};
    if (t->lead) table_put_lead(t, head);
    put_columns(t, head, HEAD_LINES_MOST);
    if (t->lead) buf_fill(t->out, ' ', STACK_INDENT);
    for (size_t i = t->lead; i < t->tail; i++) {
        if (t->left_out[i]) continue;
        if (!first) buf_fill(t->out, ' ', GAP);
        first = false;
        for (size_t k = 0; k < t->widths[i]; k++) buf_put(t->out, STR("─"));
    }
    buf_char(t->out, '\n');
}

static bool may_shrink(const struct table_writer *t, size_t i, size_t least)
{
    return table_is_text(t, i) && t->widths[i] > least;
}

/* The columns from `t->lead` to `t->tail` side by side. */
static size_t sum_of(const struct table_writer *t)
{
    size_t sum = t->lead ? STACK_INDENT : 0, n = 0;
    for (size_t i = t->lead; i < t->tail; i++)
        if (!t->left_out[i]) sum += t->widths[i] + (n++ ? GAP : 0);
    return sum;
}

/* Takes columns from the widest text column while the table is wider than the window. Long texts of columns to keep
 * count as texts; below KEPT columns they give way only after the others. */
static size_t shrink(struct table_writer *t, size_t sum, bool kept_too)
{
    while (sum > t->look.width) {
        size_t widest = t->count;
        for (size_t i = t->lead; i < t->tail; i++) {
            size_t least = t->columns[i].keep && !kept_too ? KEPT : NARROWEST;
            if (t->left_out[i] || !may_shrink(t, i, least)) continue;
            if (widest == t->count || t->widths[i] > t->widths[widest]) widest = i;
        }
        if (widest == t->count) break;
        t->widths[widest]--;
        sum--;
    }
    return sum;
}

/* The least that a head or a cell of a column of numbers or codes needs: all of a number; of a text its longest word,
 * and no more lines than some. */
static size_t least_width(struct str s, size_t lines)
{
    size_t least = (width_of(s) + lines - 1) / lines;
    if (has_digit(s)) return width_of(s);
    while (s.len) {
        ptrdiff_t blank = str_find_char(s, ' ');
        struct str word = blank < 0 ? s : str_part(s, 0, (size_t)blank);
        if (width_of(word) > least) least = width_of(word);
        s = blank < 0 ? STR("") : str_from(s, (size_t)blank + 1);
    }
    return least;
}

static bool is_empty(const struct table_writer *t, size_t column)
{
    for (size_t r = 0; r < t->rows; r++)
        if (t->cells[r * t->count + column].text.len) return false;
    return true;
}

/* A wide table on a narrow terminal; `all`: there are no rows but those that wait. Returns the sum of the widths. */
static size_t make_narrow(struct table_writer *t, bool all)
{
    t->narrow = true;
    for (size_t i = 0; i < t->count; i++) {
        t->left_out[i] = all && t->rows && is_empty(t, i);
        if (t->left_out[i]) continue;
        t->widths[i] = least_width(t->columns[i].title, t->lead ? STACK_HEAD_LINES : LINES_MOST);
        for (size_t r = 0; r < t->rows; r++) {
            struct str text = t->cells[r * t->count + i].text;
            size_t w = table_is_text(t, i) ? width_of(text) : least_width(text, LINES_MOST - 1);
            if (w > t->widths[i]) t->widths[i] = w;
        }
    }
    return sum_of(t);
}

/* What is left of the window goes to columns whose heads or words were broken, the first ones first. */
static void widen(struct table_writer *t, size_t sum)
{
    for (size_t i = t->lead; i < t->tail && sum < t->look.width; i++) {
        size_t wanted = width_of(t->columns[i].title);
        for (size_t r = 0; r < t->rows; r++) {
            size_t w = width_of(t->cells[r * t->count + i].text);
            if (w > wanted) wanted = w;
        }
        size_t more = wanted > t->widths[i] ? wanted - t->widths[i] : 0, room = t->look.width - sum;
        if (t->left_out[i]) continue;
        if (more > room) more = room;
        t->widths[i] += more;
        sum += more;
    }
}

/* Whether a name at the left got less room than a reader needs, and less than it has words for. */
static bool is_cramped(const struct table_writer *t, size_t lead)
{
    for (size_t i = 0; i < lead; i++) {
        size_t wanted = 0;
        for (size_t r = 0; r < t->rows && wanted <= t->widths[i]; r++)
            wanted = width_of(t->cells[r * t->count + i].text);
        if (!t->left_out[i] && table_is_text(t, i) && t->widths[i] < NAME_LEAST && wanted > t->widths[i]) return true;
    }
    return false;
}

/* One block a row: as many columns side by side as fit without being broken; the others go below, each with its head.
 * */
static void stack(struct table_writer *t, size_t lead, bool all)
{
    t->lead = lead;
    for (t->tail = t->count; t->tail > lead + 1 && make_narrow(t, all) > t->look.width; t->tail--) {}
    widen(t, shrink(t, shrink(t, make_narrow(t, all), false), true));
}

static void fit(struct table_writer *t, bool all)
{
    size_t lead = table_lead(t);
    size_t sum = shrink(t, shrink(t, make_narrow(t, all), false), true);
    if (lead && (sum > t->look.width || is_cramped(t, lead)))
        stack(t, lead, all);
    else
        widen(t, sum);
}

static void settle(struct table_writer *t, bool all)
{
    size_t sum = t->count ? (t->count - 1) * GAP : 0;
    for (size_t r = 0; r < t->rows; r++)
        for (size_t i = 0; i < t->count; i++) {
            size_t w = width_of(t->cells[r * t->count + i].text);
            if (w > t->widths[i]) t->widths[i] = w;
        }
    for (size_t i = 0; i < t->count; i++) {
        if (!t->look.width && may_shrink(t, i, TABLE_TEXT_MOST)) t->widths[i] = TABLE_TEXT_MOST;
        sum += t->widths[i];
    }
    if (t->look.width && sum > t->look.width) fit(t, all);
    put_header(t);
    for (size_t r = 0; r < t->rows; r++) put_row(t, t->cells + r * t->count, LINES_MOST);
    t->settled = true;
    t->row = arena_array(t->arena, struct cell, t->count);
    arena_reset(t->texts, (struct arena_mark){0});
}

void table_write_cell(struct table_writer *t, struct str text, enum cell_style style)
{
    if (t->at == t->count) return;
    struct buf plain = buf_make(CELL_MOST);
    width_put_plain(&plain, utf8_clip(text, CELL_MOST / 4));
    struct cell *c = t->settled ? &t->row[t->at] : &t->cells[t->rows * t->count + t->at];
    *c = (struct cell){str_copy(t->texts, str_trim(buf_str(&plain))), style};
    buf_free(&plain);
    t->at++;
}

void table_write_end_row(struct table_writer *t)
{
    while (t->at < t->count) table_write_cell(t, STR(""), STYLE_PLAIN);
    t->at = 0;
    if (t->settled) {
        put_row(t, t->row, LINES_MOST);
        arena_reset(t->texts, (struct arena_mark){0});
        return;
    }
    if (++t->rows == TABLE_LOOKED_AT) settle(t, false);
}

void table_write_close(struct table_writer *t)
{
    if (!t->settled) settle(t, true);
}
