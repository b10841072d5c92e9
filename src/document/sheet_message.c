/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_message: a workbook as bytes that go through the pipe from the child that met the file. Numbers are
 * little-endian and of fixed size:
 *
 *   8  "DHBOOK1\n"   1 refusal   2 length of the detail   . the detail        (refused: nothing follows)
 *   4  length of the text   2 formats   2 sheets
 *   .  formats:  2 length   . code
 *   .  the text
 *   .  sheets:   4 start and 4 end of the name   1 hidden (1), recoded (2)   4 cells   4 merges
 *        cells:  4 row  2 column  1 type  1 flags  2 format  8 coefficient  1 scale  4 start  4 end
 *        merges: 4 row  4 rows  2 column  2 columns  1 centred
 *
 * The child may have been taken over by what it read, so the reader believes nothing. A message is refused when it
 * breaks one of these: lengths fit what is left and nothing is left over; text is valid UTF-8 without NUL; names and
 * cells follow one another in the text, on whole characters; cells and merges are in order and inside the limits of
 * sheet.h; types, flags, formats and scales are known.
 */
#include "sheet_maker.h"

#include "message.h"
#include "utf8.h"

enum { MAGIC = 8, CELL_BYTES = 27, MERGE_BYTES = 13, SHEET_BYTES = 17 };

static const char MAGIC_BYTES[MAGIC + 1] = "DHBOOK1\n";

/* --- writing ------------------------------------------------------------------------------------------------------ */

static void put_short(struct buf *b, struct str s)
{
    message_put(b, s.len, 2);
    buf_put(b, s);
}

/* The text as sheet.h describes it, and where each piece of it starts. */
static void put_text(struct buf *text, uint32_t *starts, const struct sheet_maker *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->sheets.len; i++) {
        const struct made_sheet *s = &m->sheets.at[i];
        if (i) buf_put(text, STR("\n\n"));
        starts[n++] = (uint32_t)text->len;
        buf_put(text, s->name);
        for (size_t k = 0; k < s->cell_count; k++) {
            const struct sheet_cell *c = &m->cells.at[s->first_cell + k];
            buf_char(text, k && c[-1].row == c->row ? '\t' : '\n');
            starts[n++] = (uint32_t)text->len;
            buf_put(text, c->text);
        }
    }
    buf_char(text, '\n');
}

static void put_cell(struct buf *b, const struct sheet_cell *c, uint32_t start)
{
    message_put(b, c->row, 4);
    message_put(b, c->column, 2);
    message_put(b, c->type, 1);
    message_put(b, c->flags, 1);
    message_put(b, c->format, 2);
    message_put(b, (uint64_t)c->number.coefficient, 8);
    message_put(b, (uint8_t)c->number.scale, 1);
    message_put(b, start, 4);
    message_put(b, start + c->text.len, 4);
}

static void put_sheets(struct buf *b, const struct sheet_maker *m, const uint32_t *starts)
{
    size_t n = 0;
    for (size_t i = 0; i < m->sheets.len; i++) {
        const struct made_sheet *s = &m->sheets.at[i];
        message_put(b, starts[n], 4);
        message_put(b, starts[n] + s->name.len, 4);
        n++;
        message_put(b, (s->hidden ? 1u : 0u) | (s->recoded ? 2u : 0u), 1);
        message_put(b, s->cell_count, 4);
        message_put(b, s->merge_count, 4);
        for (size_t k = 0; k < s->cell_count; k++) put_cell(b, &m->cells.at[s->first_cell + k], starts[n++]);
        for (size_t k = 0; k < s->merge_count; k++) {
            const struct sheet_merge *g = &m->merges.at[s->first_merge + k];
            message_put(b, g->row, 4);
            message_put(b, g->rows, 4);
            message_put(b, g->column, 2);
            message_put(b, g->columns, 2);
            message_put(b, g->centred, 1);
        }
    }
}

void sheet_message_write(struct buf *b, const struct sheet_maker *m)
{
    buf_put(b, (struct str){MAGIC_BYTES, MAGIC});
    buf_char(b, (char)m->refused);
    put_short(b, utf8_clip(m->detail, 200));
    if (m->refused) return;
    struct buf text = buf_make(UINT32_MAX / 2);
    uint32_t *starts = arena_array(m->arena, uint32_t, m->sheets.len + m->cells.len);
    put_text(&text, starts, m);
    if (!buf_ok(&text)) b->too_big = true;
    message_put(b, text.len, 4);
    message_put(b, m->formats.len, 2);
    message_put(b, m->sheets.len, 2);
    for (size_t i = 0; i < m->formats.len; i++) put_short(b, m->formats.at[i].code);
    buf_put(b, buf_str(&text));
    buf_free(&text);
    put_sheets(b, m, starts);
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

/* The next piece of the text, behind the one before. */
static struct str piece(struct message *c, struct str text, uint32_t *after)
{
    uint32_t start = (uint32_t)message_number(c, 4), end = (uint32_t)message_number(c, 4);
    if (start < *after || end < start || end > text.len) c->broken = true;
    if (c->broken) return STR("");
    if (!message_whole(text, start) || !message_whole(text, end)) c->broken = true;
    *after = end;
    return str_part(text, start, end);
}

static bool before(uint32_t row_a, uint32_t column_a, uint32_t row_b, uint32_t column_b)
{
    return row_a < row_b || (row_a == row_b && column_a < column_b);
}

static bool cell_read(struct sheet_cell *k, struct message *c, const struct workbook *w, uint32_t *after)
{
    k->row = (uint32_t)message_number(c, 4);
    k->column = (uint16_t)message_number(c, 2);
    k->type = (uint8_t)message_number(c, 1);
    k->flags = (uint8_t)message_number(c, 1);
    k->format = (uint16_t)message_number(c, 2);
    k->number.coefficient = (int64_t)message_number(c, 8);
    k->number.scale = (int8_t)(uint8_t)message_number(c, 1);
    k->text = piece(c, w->text, after);
    if (c->broken || k->row >= SHEET_ROWS_MOST || k->column >= SHEET_COLUMNS_MOST || k->type >= SHEET_TYPES)
        return false;
    if ((k->flags & ~SHEET_FLAGS) || k->format >= w->format_count || k->text.len == 0) return false;
    if (k->type == SHEET_DATE &&
        (k->number.scale || k->number.coefficient < -719162 || k->number.coefficient > 2932896))
        return false; /* 0001-01-01 .. 9999-12-31 */
    return k->number.scale >= DECIMAL_SCALE_MIN && k->number.scale <= DECIMAL_SCALE_MAX &&
           k->number.coefficient != INT64_MIN;
}

static bool merge_read(struct sheet_merge *g, struct message *c)
{
    g->row = (uint32_t)message_number(c, 4);
    g->rows = (uint32_t)message_number(c, 4);
    g->column = (uint16_t)message_number(c, 2);
    g->columns = (uint16_t)message_number(c, 2);
    uint64_t centred = message_number(c, 1);
    g->centred = centred == 1;
    return !c->broken && centred <= 1 && g->rows && g->columns && g->row < SHEET_ROWS_MOST &&
           g->rows <= SHEET_ROWS_MOST && g->column < SHEET_COLUMNS_MOST && g->columns <= SHEET_COLUMNS_MOST;
}

static bool cells_read(struct sheet *s, struct arena *a, struct message *c, const struct workbook *w, uint32_t *after)
{
    struct sheet_cell *cells = arena_array(a, struct sheet_cell, s->cell_count);
    for (size_t i = 0; i < s->cell_count; i++) {
        if (!cell_read(&cells[i], c, w, after)) return false;
        if (i && !before(cells[i - 1].row, cells[i - 1].column, cells[i].row, cells[i].column)) return false;
        if (cells[i].row >= s->rows) s->rows = cells[i].row + 1;
        if (cells[i].column >= s->columns) s->columns = (uint16_t)(cells[i].column + 1);
    }
    s->cells = cells;
    return true;
}

static bool sheet_read(struct sheet *s, struct arena *a, struct message *c, const struct workbook *w, uint32_t *after)
{
    s->name = piece(c, w->text, after);
    uint64_t flags = message_number(c, 1);
    s->hidden = (flags & 1) != 0;
    s->recoded = (flags & 2) != 0;
    s->cell_count = (size_t)message_number(c, 4);
    s->merge_count = (size_t)message_number(c, 4);
    if (c->broken || flags > 3 || s->cell_count > c->left.len / CELL_BYTES) return false;
    if (!cells_read(s, a, c, w, after) || s->merge_count > c->left.len / MERGE_BYTES) return false;
    struct sheet_merge *merges = arena_array(a, struct sheet_merge, s->merge_count);
    for (size_t i = 0; i < s->merge_count; i++) {
        if (!merge_read(&merges[i], c)) return false;
        if (i && !before(merges[i - 1].row, merges[i - 1].column, merges[i].row, merges[i].column)) return false;
    }
    s->merges = merges;
    return true;
}

bool sheet_message_read(struct workbook *out, enum sheet_refusal *refused, struct str *detail, struct arena *a,
                        struct str message)
{
    struct message c = {.left = message};
    uint32_t after = 0;
    *out = (struct workbook){.text = STR("")};
    if (!str_starts(message, (struct str){MAGIC_BYTES, MAGIC})) return false;
    c.left = str_from(message, MAGIC);
    uint64_t why = message_number(&c, 1);
    *detail = message_words(&c, (size_t)message_number(&c, 2));
    if (c.broken || why >= REFUSALS) return false;
    *refused = (enum sheet_refusal)why;
    if (why) return c.left.len == 0;
    size_t text_len = (size_t)message_number(&c, 4);
    out->format_count = (size_t)message_number(&c, 2);
    out->sheet_count = (size_t)message_number(&c, 2);
    if (c.broken || out->format_count == 0 || out->sheet_count > SHEET_SHEETS_MOST) return false;
    struct str *formats = arena_array(a, struct str, out->format_count);
    for (size_t i = 0; i < out->format_count; i++) formats[i] = message_words(&c, (size_t)message_number(&c, 2));
    out->formats = formats;
    out->text = message_words(&c, text_len);
    if (c.broken || out->sheet_count > c.left.len / SHEET_BYTES) return false;
    struct sheet *sheets = arena_array(a, struct sheet, out->sheet_count);
    for (size_t i = 0; i < out->sheet_count; i++)
        if (!sheet_read(&sheets[i], a, &c, out, &after)) return false;
    out->sheets = sheets;
    return c.left.len == 0;
}
