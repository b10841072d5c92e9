/* SPDX-License-Identifier: Apache-2.0
 *
 * flat_csv: rows of a CSV as programs write it (flat.h, RFC 4180). Nothing is guessed: the separator is ',', a quote
 * stands around the whole cell or nowhere, every row has a cell for each column of the header. What people's
 * spreadsheets write goes through document/csv.c, which guesses.
 */
#include "buf.h"
#include "flat.h"

/* A quoted cell; r->at is behind its last quote then. */
static bool read_quoted(struct flat_field *f, struct flat_reader *r, struct err *err)
{
    size_t from = ++r->at, plain = from;
    struct buf b = buf_make(SIZE_MAX);
    bool closed = false, doubled = false;
    for (; !closed && r->at < r->text.len; r->at++) {
        char c = r->text.ptr[r->at];
        if (c == '\n') {
            r->line++;
            r->line_start = r->at + 1;
        }
        if (c != '"') continue;
        if (r->at + 1 < r->text.len && r->text.ptr[r->at + 1] == '"') {
            doubled = true;
            buf_put(&b, str_part(r->text, plain, ++r->at));
            plain = r->at + 1;
        } else {
            closed = true;
        }
    }
    size_t end = closed ? r->at - 1 : r->at;
    f->start = (uint32_t)from;
    f->end = (uint32_t)end;
    f->value = str_part(r->text, plain, end);
    if (doubled) {
        buf_put(&b, f->value);
        f->value = str_copy(r->arena, buf_str(&b));
    }
    buf_free(&b);
    return closed || flat_fail_syntax(r, r->at, "\"", err);
}

static bool read_cell(struct flat_field *f, struct flat_reader *r, struct err *err)
{
    if (r->at < r->text.len && r->text.ptr[r->at] == '"') {
        if (!read_quoted(f, r, err)) return false;
    } else {
        size_t from = r->at;
        while (r->at < r->text.len && r->text.ptr[r->at] != ',' && r->text.ptr[r->at] != '\n') {
            if (r->text.ptr[r->at] == '"') return flat_fail_syntax(r, r->at, ", \\n", err);
            r->at++;
        }
        f->start = (uint32_t)from;
        f->end = (uint32_t)r->at;
        f->value = str_part(r->text, from, r->at);
    }
    f->kind = f->value.len ? FLAT_TEXT : FLAT_NONE;
    char c = r->at < r->text.len ? r->text.ptr[r->at] : '\n';
    return c == ',' || c == '\n' || flat_fail_syntax(r, r->at, ", \\n", err);
}

/* The cells of a row; r->at stands on the line end then. */
static bool read_row(struct flat_field *cells, size_t *count, struct flat_reader *r, struct err *err)
{
    *count = 0;
    for (;;) {
        if (*count == FLAT_FIELDS_MOST)
            return fail(err, ERR_FLAT_FIELDS, r->name, flat_line_text(r->arena, r->line),
                        flat_line_text(r->arena, FLAT_FIELDS_MOST));
        cells[*count] = (struct flat_field){.kind = FLAT_NONE};
        if (!read_cell(&cells[(*count)++], r, err)) return false;
        if (r->at >= r->text.len || r->text.ptr[r->at] != ',') return true;
        r->at++;
    }
}

static void pass_line_end(struct flat_reader *r)
{
    if (r->at >= r->text.len) return;
    r->at++;
    r->line++;
    r->line_start = r->at;
}

static struct flat_field *keep(struct arena *a, const struct flat_field *cells, size_t count)
{
    struct flat_field *kept = arena_array(a, struct flat_field, count);
    for (size_t i = 0; i < count; i++) kept[i] = cells[i];
    return kept;
}

static bool read_header(struct flat_reader *r, struct err *err)
{
    struct flat_field cells[FLAT_FIELDS_MOST];
    r->begun = true;
    if (!read_row(cells, &r->columns, r, err)) return false;
    for (size_t i = 0; i < r->columns; i++) {
        cells[i].name = cells[i].value;
        if (!flat_new_name(r, cells, i, cells[i].name, err)) return false;
    }
    r->header = keep(r->arena, cells, r->columns);
    pass_line_end(r);
    return true;
}

bool flat_csv_next(struct flat_record *out, struct flat_reader *r, struct err *err)
{
    struct flat_field cells[FLAT_FIELDS_MOST];
    size_t count, line;
    *out = (struct flat_record){.at = NULL};
    if (r->text.len == 0 || (!r->begun && !read_header(r, err))) return r->text.len == 0;
    if (r->at >= r->text.len) return true;
    line = r->line;
    uint32_t start = (uint32_t)r->at;
    if (!read_row(cells, &count, r, err)) return false;
    if (count != r->columns)
        return fail(err, ERR_FLAT_CELLS, r->name, flat_line_text(r->arena, line), flat_line_text(r->arena, count),
                    flat_line_text(r->arena, r->columns));
    for (size_t i = 0; i < count; i++) cells[i].name = r->header[i].name;
    *out = (struct flat_record){
        .at = keep(r->arena, cells, count), .len = count, .start = start, .end = (uint32_t)r->at, .line = line};
    pass_line_end(r);
    return flat_count(r, err);
}
