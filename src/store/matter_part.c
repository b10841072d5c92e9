/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_part: see matter_part.h.
 */
#include "matter_part.h"

static const struct str FIRST_LINE = STR_INIT("matter-part\t1");

/* --- writing */

static void put_cell(struct buf *b, struct str s)
{
    if (s.len && s.ptr[0] == '=') buf_char(b, '\\');
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '\t' || c == '\n' || c == '\\') buf_char(b, '\\');
        buf_char(b, c == '\t' ? 't' : c == '\n' ? 'n' : c);
    }
}

void matter_part_begin(struct matter_part_writer *w, struct arena *a, const struct str *heads, size_t columns)
{
    if (!w->text.limit) w->text = buf_make(SIZE_MAX / 4);
    buf_clear(&w->text);
    w->arena = a;
    w->columns = columns;
    w->rows = 0;
    buf_put(&w->text, FIRST_LINE);
    buf_char(&w->text, '\n');
    for (size_t i = 0; i < columns; i++) {
        w->seen[i] = (struct map){0};
        if (i) buf_char(&w->text, '\t');
        put_cell(&w->text, heads[i]);
    }
    buf_char(&w->text, '\n');
}

void matter_part_row(struct matter_part_writer *w, const struct str *cells)
{
    for (size_t i = 0; i < w->columns; i++) {
        if (i) buf_char(&w->text, '\t');
        if (!cells[i].len) continue;
        const uint32_t *at = map_find(&w->seen[i], cells[i]);
        if (at) {
            buf_char(&w->text, '=');
            buf_u64(&w->text, *at);
            continue;
        }
        map_put(&w->seen[i], w->arena, str_copy(w->arena, cells[i]), (uint32_t)w->seen[i].count);
        put_cell(&w->text, cells[i]);
    }
    buf_char(&w->text, '\n');
    w->rows++;
}

void matter_part_free(struct matter_part_writer *w)
{
    buf_free(&w->text);
}

/* --- reading */

/* A cell as it was; false when a backslash stands before nothing known. */
static bool plain(struct str *out, struct arena *a, struct str s)
{
    *out = s;
    if (str_find_char(s, '\\') < 0) return true;
    char *to = arena_alloc(a, s.len, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '\\') {
            c = ++i < s.len ? s.ptr[i] : 0;
            if (c != 't' && c != 'n' && c != '\\' && !(c == '=' && i == 1)) return false;
            c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
        }
        to[n++] = c;
    }
    *out = (struct str){to, n};
    return true;
}

static struct str take_line(struct matter_part_reader *r)
{
    struct str_cut cut = str_cut(r->rest, STR("\n"));
    if (!cut.found) r->bad = true;
    r->rest = cut.tail;
    return cut.head;
}

bool matter_part_open(struct matter_part_reader *r, struct arena *a, struct str bytes)
{
    *r = (struct matter_part_reader){.arena = a, .rest = bytes};
    if (!str_eq(take_line(r), FIRST_LINE)) return false;
    struct str line = take_line(r);
    for (bool more = true; more;) {
        struct str_cut cut = str_cut(line, STR("\t"));
        if (r->columns == MATTER_PART_COLUMNS || !plain(&r->heads[r->columns++], a, cut.head)) return false;
        line = cut.tail;
        more = cut.found;
    }
    return !r->bad;
}

static bool take_cell(struct str *out, struct matter_part_reader *r, size_t column, struct str cell)
{
    struct matter_part_values *seen = &r->seen[column];
    uint64_t n;
    *out = cell;
    if (!cell.len) return true;
    if (cell.ptr[0] != '=') {
        if (!plain(out, r->arena, cell)) return false;
        *vec_push(r->arena, seen) = *out;
        return true;
    }
    if (!seen->len || !str_to_u64(&n, str_from(cell, 1), seen->len - 1)) return false;
    *out = seen->at[n];
    return true;
}

bool matter_part_next(struct str *cells, struct matter_part_reader *r)
{
    if (!r->rest.len || r->bad) return false;
    struct str line = take_line(r);
    for (size_t i = 0; i < r->columns; i++) {
        ptrdiff_t tab = str_find_char(line, '\t');
        bool last = i + 1 == r->columns;
        if (last != (tab < 0) || !take_cell(&cells[i], r, i, last ? line : str_part(line, 0, (size_t)tab))) {
            r->bad = true;
            return false;
        }
        if (!last) line = str_from(line, (size_t)tab + 1);
    }
    return !r->bad;
}
