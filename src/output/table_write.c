/* SPDX-License-Identifier: Apache-2.0
 *
 * table_write: see table_write.h.
 *
 * Widths: each column wants its widest cell among the first rows. When the sum does not fit the terminal, the widest
 * text column gives way first, one column at a time; columns to keep stay at KEPT until the others are down to
 * NARROWEST. When even that does not fit the line is left too long, since a number cut in half would lie.
 *
 * Invariants
 *  1. A cell is valid UTF-8 on one line without control characters (width_put_plain) before it is measured.
 *  2. Colour codes stand around the text of a cell and never around the blanks that line it up; they have no width.
 *  3. No blanks at the end of a line.
 */
#include "table_write.h"

#include "arena.h"
#include "buf.h"
#include "utf8.h"
#include "width.h"

enum { GAP = 2, NARROWEST = 8, KEPT = 24, CELL_MOST = 1 << 20 };

struct cell {
    struct str text;
    enum cell_style style;
};

struct table_writer {
    struct buf *out;
    struct arena *arena;
    struct table_column *columns;
    size_t *widths;
    size_t count;
    struct table_look look;
    struct cell *cells;  /* rows waiting, count cells each */
    struct cell *row;    /* the row that is being filled, when widths are settled */
    size_t rows;         /* rows waiting */
    size_t at;           /* next cell of the row */
    struct arena *texts; /* of the cells; its own, because a row's texts are given back after the row */
    bool settled;
};

static const struct str CODES[] = {
    [STYLE_PLAIN] = STR_INIT(""),         [STYLE_GOOD] = STR_INIT("\033[32m"), [STYLE_BAD] = STR_INIT("\033[31m"),
    [STYLE_DOUBT] = STR_INIT("\033[33m"), [STYLE_DIM] = STR_INIT("\033[2m"),   [STYLE_HEAD] = STR_INIT("\033[1m"),
};
_Static_assert(sizeof CODES / sizeof CODES[0] == STYLE_COUNT, "a style without a code");

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
    t->count = count;
    t->look = look;
    t->texts = arena_make(SIZE_MAX);
    arena_defer(a, close_texts, t->texts);
    t->columns = arena_array(a, struct table_column, count);
    t->widths = arena_array(a, size_t, count);
    t->cells = arena_array(a, struct cell, count * TABLE_LOOKED_AT);
    for (size_t i = 0; i < count; i++) {
        t->columns[i] = columns[i];
        t->widths[i] = width_of(columns[i].title);
    }
    return t;
}

static void put_cell(struct table_writer *t, size_t column, struct cell c, bool last)
{
    size_t width = width_of(c.text), room = t->widths[column];
    bool clip = width > room && !t->columns[column].right && !t->columns[column].fixed;
    struct str text = clip ? width_clip(c.text, room - 1) : c.text;
    if (clip) width = width_of(text) + 1;
    size_t blanks = room > width ? room - width : 0;
    bool code = t->look.color && c.style != STYLE_PLAIN && text.len;
    if (t->columns[column].right) buf_fill(t->out, ' ', blanks);
    if (code) buf_put(t->out, CODES[c.style]);
    buf_put(t->out, text);
    if (clip) buf_put(t->out, STR("…"));
    if (code) buf_put(t->out, STR("\033[0m"));
    if (!t->columns[column].right && !last) buf_fill(t->out, ' ', blanks);
}

static void put_row(struct table_writer *t, const struct cell *row)
{
    size_t last = t->count; /* cells after the last one with text are not written */
    while (last && row[last - 1].text.len == 0) last--;
    for (size_t i = 0; i < last; i++) {
        if (i) buf_fill(t->out, ' ', GAP);
        put_cell(t, i, row[i], i + 1 == last);
    }
    buf_char(t->out, '\n');
}

static void put_header(struct table_writer *t)
{
    struct cell *head = arena_array(t->arena, struct cell, t->count);
    for (size_t i = 0; i < t->count; i++) head[i] = (struct cell){t->columns[i].title, STYLE_HEAD};
    put_row(t, head);
    for (size_t i = 0; i < t->count; i++) {
        if (i) buf_fill(t->out, ' ', GAP);
        for (size_t k = 0; k < t->widths[i]; k++) buf_put(t->out, STR("─"));
    }
    buf_char(t->out, '\n');
}

static bool may_shrink(const struct table_writer *t, size_t i, size_t least)
{
    return !t->columns[i].right && !t->columns[i].fixed && t->widths[i] > least;
}

/* Takes columns from the widest text column while the table is wider than the window. Long texts of columns to keep
 * count as texts; below KEPT columns they give way only after the others. */
static size_t shrink(struct table_writer *t, size_t sum, bool kept_too)
{
    while (sum > t->look.width) {
        size_t widest = t->count;
        for (size_t i = 0; i < t->count; i++) {
            size_t least = t->columns[i].keep && !kept_too ? KEPT : NARROWEST;
            if (may_shrink(t, i, least) && (widest == t->count || t->widths[i] > t->widths[widest])) widest = i;
        }
        if (widest == t->count) break;
        t->widths[widest]--;
        sum--;
    }
    return sum;
}

static void settle(struct table_writer *t)
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
    if (t->look.width) (void)shrink(t, shrink(t, sum, false), true);
    put_header(t);
    for (size_t r = 0; r < t->rows; r++) put_row(t, t->cells + r * t->count);
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
        put_row(t, t->row);
        arena_reset(t->texts, (struct arena_mark){0});
        return;
    }
    if (++t->rows == TABLE_LOOKED_AT) settle(t);
}

void table_write_close(struct table_writer *t)
{
    if (!t->settled) settle(t);
}
