/* SPDX-License-Identifier: Apache-2.0
 *
 * rows: see rows.h. Each kind of cell goes to one of three writers: table_write, json_write, csv_write; this file only
 * chooses, so that a command cannot print one thing in a table and forget it in JSON.
 *
 * Invariant: the cells of a row are written in the order of the columns, each exactly once (assert).
 */
#include "rows.h"

#include "arena.h"
#include "buf.h"
#include "csv_write.h"
#include "json_write.h"
#include "tr.h"

#include <assert.h>

enum { SHOWN_MOST = 200 };

struct rows {
    struct buf *out;
    const struct column *columns;
    size_t column_count, at, ended;
    struct rows_look look;
    enum cell_style style;
    bool in_row;
    struct json_writer json;
    struct csv_writer csv;
    struct table_writer *table;
};

static bool in_table(const struct rows *r)
{
    return r->look.format == FORMAT_TABLE;
}

static bool is_json(const struct rows *r)
{
    return r->look.format == FORMAT_JSON || r->look.format == FORMAT_JSONL;
}

static void open_table(struct rows *r, struct arena *a)
{
    struct table_column *list = arena_array(a, struct table_column, r->column_count);
    size_t n = 0;
    for (size_t i = 0; i < r->column_count; i++) {
        const struct column *c = &r->columns[i];
        if (c->flags & COLUMN_DATA) continue;
        list[n++] = (struct table_column){tr_text(r->look.lang, c->title), c->flags & COLUMN_NUMBER,
                                          c->flags & COLUMN_FIXED, c->flags & COLUMN_KEEP};
    }
    r->table = table_to(r->out, a, list, n, (struct table_look){r->look.color, r->look.width});
}

static void open_csv(struct rows *r)
{
    r->csv = csv_to(r->out, r->look.format == FORMAT_CSV_EXCEL ? CSV_EXCEL : CSV_PLAIN);
    for (size_t i = 0; i < r->column_count; i++)
        if (!(r->columns[i].flags & COLUMN_EYES)) csv_write_text(&r->csv, str_of(r->columns[i].name));
    csv_write_end_row(&r->csv);
}

struct rows *rows_open(struct buf *out, struct arena *a, const struct column *columns, size_t count,
                       struct rows_look look)
{
    struct rows *r = arena_new(a, struct rows);
    *r = (struct rows){.out = out, .columns = columns, .column_count = count, .look = look, .json = json_to(out)};
    switch (look.format) {
    case FORMAT_TABLE: open_table(r, a); break;
    case FORMAT_CSV:
    case FORMAT_CSV_EXCEL: open_csv(r); break;
    case FORMAT_JSON: json_write_open(&r->json, '['); break;
    case FORMAT_JSONL: break;
    case FORMAT_MARKDOWN:
    case FORMAT_HTML:
    case FORMAT_COUNT: assert(!"not a form of rows");
    }
    return r;
}

/* The first cell of a row opens its object. */
static void start_row(struct rows *r)
{
    if (r->in_row) return;
    r->in_row = true;
    if (is_json(r)) json_write_open(&r->json, '{');
}

/* Moves to the next column. False when this form does not show it. In JSON the key is written. */
static bool start_cell(struct rows *r)
{
    assert(r->at < r->column_count);
    const struct column *c = &r->columns[r->at++];
    start_row(r);
    if (c->flags & (in_table(r) ? COLUMN_DATA : COLUMN_EYES)) return false;
    if (is_json(r)) json_write_key(&r->json, str_of(c->name));
    return true;
}

static void table_cell(struct rows *r, struct str s)
{
    table_write_cell(r->table, s, r->style);
}

void rows_style(struct rows *r, enum cell_style style)
{
    r->style = style;
}

void rows_text_shown(struct rows *r, struct str s, struct str shown)
{
    if (start_cell(r)) {
        if (in_table(r))
            table_cell(r, shown);
        else if (is_json(r))
            json_write_text(&r->json, s);
        else
            csv_write_text(&r->csv, s);
    }
    r->style = STYLE_PLAIN;
}

void rows_text(struct rows *r, struct str s)
{
    rows_text_shown(r, s, s);
}

void rows_decimal_shown(struct rows *r, struct decimal d, struct str shown)
{
    if (start_cell(r)) {
        if (in_table(r))
            table_cell(r, shown);
        else if (is_json(r))
            json_write_decimal(&r->json, d);
        else
            csv_write_decimal(&r->csv, d);
    }
    r->style = STYLE_PLAIN;
}

void rows_decimal(struct rows *r, struct decimal d)
{
    struct buf b = buf_make(SHOWN_MOST);
    if (in_table(r)) number_write(&b, d, r->look.lang);
    rows_decimal_shown(r, d, buf_str(&b));
    buf_free(&b);
}

void rows_int(struct rows *r, int64_t n)
{
    rows_decimal(r, DECIMAL_INT(n));
}

void rows_bool(struct rows *r, bool b)
{
    if (start_cell(r)) {
        if (in_table(r))
            table_cell(r, tr_text(r->look.lang, b ? tr("có") : tr("không")));
        else if (is_json(r))
            json_write_bool(&r->json, b);
        else
            csv_write_text(&r->csv, b ? STR("true") : STR("false"));
    }
    r->style = STYLE_PLAIN;
}

void rows_json(struct rows *r, struct str json, struct str shown)
{
    if (start_cell(r)) {
        if (in_table(r))
            table_cell(r, shown);
        else if (is_json(r))
            json_write_raw(&r->json, json);
        else
            csv_write_text(&r->csv, json);
    }
    r->style = STYLE_PLAIN;
}

void rows_none(struct rows *r)
{
    rows_none_shown(r, STR(""));
}

void rows_none_shown(struct rows *r, struct str shown)
{
    if (start_cell(r)) {
        if (in_table(r))
            table_cell(r, shown);
        else if (is_json(r))
            json_write_null(&r->json);
        else
            csv_write_empty(&r->csv);
    }
    r->style = STYLE_PLAIN;
}

void rows_end(struct rows *r)
{
    assert(r->at == r->column_count);
    if (in_table(r)) {
        table_write_end_row(r->table);
    } else if (is_json(r)) {
        json_write_close(&r->json, '}');
        if (r->look.format == FORMAT_JSONL) buf_char(r->out, '\n');
    } else {
        csv_write_end_row(&r->csv);
    }
    r->at = 0;
    r->in_row = false;
    r->ended++;
}

void rows_close(struct rows *r)
{
    assert(!r->in_row);
    if (in_table(r)) table_write_close(r->table);
    if (r->look.format != FORMAT_JSON) return;
    json_write_close(&r->json, ']');
    buf_char(r->out, '\n');
}

size_t rows_count(const struct rows *r)
{
    return r->ended;
}

void number_to_english(struct buf *b, size_t from)
{
    for (size_t i = from; i < b->len; i++) {
        if (b->ptr[i] == '.')
            b->ptr[i] = ',';
        else if (b->ptr[i] == ',')
            b->ptr[i] = '.';
    }
}

void number_write(struct buf *b, struct decimal d, enum lang lang)
{
    size_t from = b->len;
    decimal_write_vi(b, d);
    if (lang == LANG_EN) number_to_english(b, from);
}
