/* SPDX-License-Identifier: Apache-2.0
 *
 * print_sheets: what was read of a workbook as a listing that a person can read and a test can compare.
 *
 *     print_sheets FILE [--from ENCODING] [--numbers vi|en] [--blocks]
 *
 *   sheet  Biểu 1 hidden
 *   region 1 2 4 9              rows: first, head, body, end
 *   merge  A1 1x3 centred
 *   B2  number 1234.56 {0.0%} formula hidden percent    the exact number; then the text, when it says something else
 *   A1  text Tiêu đề⏎hai dòng
 *   problem ...                 with its hint
 *   error ...                   when the file is refused
 *
 * With --blocks the cells are not listed, but the blocks that the reader gets.
 */
#include "listing.h"

#include "document.h"
#include "file.h"
#include "sheet.h"
#include "sheet_region.h"

static void put_cell(struct buf *b, const struct workbook *w, const struct sheet_cell *c)
{
    struct buf value = buf_make(64);
    sheet_place_write(b, c->row, c->column);
    buf_char(b, '\t');
    buf_put(b, sheet_type_name((enum sheet_type)c->type));
    if (c->type == SHEET_NUMBER) decimal_write(&value, c->number);
    if (c->type == SHEET_DATE) date_write(&value, date_from_days((int32_t)c->number.coefficient));
    if (c->type == SHEET_BOOL) buf_i64(&value, c->number.coefficient);
    if (value.len) buf_char(b, ' ');
    buf_put(b, buf_str(&value));
    if (c->format) buf_format(b, " {%.*s}", STR_ARG(w->formats[c->format]));
    if (c->flags & SHEET_FORMULA) buf_put(b, STR(" formula"));
    if (c->flags & SHEET_HIDDEN) buf_put(b, STR(" hidden"));
    if (c->flags & SHEET_PERCENT) buf_put(b, STR(" percent"));
    if (!str_eq(buf_str(&value), c->text)) {
        buf_char(b, '\t');
        put_words(b, c->text);
    }
    buf_char(b, '\n');
    buf_free(&value);
}

static void put_sheet(struct buf *b, struct arena *a, const struct workbook *w, const struct sheet *s)
{
    const struct sheet_region *regions;
    size_t count = sheet_regions(&regions, a, s);
    buf_put(b, STR("sheet\t"));
    put_words(b, s->name);
    buf_put(b, s->hidden ? STR(" hidden\n") : STR("\n"));
    for (size_t i = 0; i < count; i++)
        buf_format(b, "region\t%u %u %u %u\n", regions[i].first + 1, regions[i].head + 1, regions[i].body + 1,
                   regions[i].end + 1);
    for (size_t i = 0; i < s->merge_count; i++) {
        const struct sheet_merge *g = &s->merges[i];
        buf_put(b, STR("merge\t"));
        sheet_place_write(b, g->row, g->column);
        buf_format(b, " %ux%u%s\n", g->rows, g->columns, g->centred ? " centred" : "");
    }
    for (size_t i = 0; i < s->cell_count; i++) put_cell(b, w, &s->cells[i]);
}

static void put_blocks(struct buf *b, const struct document *d)
{
    static const char *const KINDS[BLOCK_KINDS] = {"paragraph", "heading", "item", "cell", "caption", "furniture"};
    for (size_t i = 0; i < d->blocks.len; i++) {
        const struct block *k = &d->blocks.at[i];
        buf_put_z(b, KINDS[k->kind]);
        if (k->table) buf_format(b, " %d:%d,%d", k->table, k->row, k->column);
        if (k->row_span > 1 || k->column_span > 1) buf_format(b, " %dx%d", k->row_span, k->column_span);
        buf_put(b, k->header ? STR(" header\t") : STR("\t"));
        put_words(b, str_part(d->blocks.text, k->start, k->end));
        buf_char(b, '\n');
    }
}

static void put_err(struct buf *b, const char *word, const struct err *e)
{
    buf_put_z(b, word);
    buf_char(b, '\t');
    err_write(b, e, LANG_VI);
    buf_char(b, ' ');
    err_write_hint(b, e, LANG_VI);
    buf_char(b, '\n');
}

static bool sheets(struct buf *b, struct arena *a, struct str bytes, struct str name, const struct workbook_options *o,
                   struct err *err)
{
    struct workbook w;
    enum workbook_kind kind;
    if (!workbook_detect(&kind, bytes, name)) return fail(err, ERR_SHEET_NOT, name);
    if (!workbook_read(&w, a, bytes, name, kind, o, err)) return false;
    for (size_t i = 0; i < w.sheet_count; i++) put_sheet(b, a, &w, &w.sheets[i]);
    for (size_t i = 0; i < w.problems.len; i++) {
        struct err e;
        err_set(&e, w.problems.at[i].code, w.problems.at[i].arg, 2);
        put_err(b, "problem", &e);
    }
    return true;
}

int main(int argc, char **argv)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct str bytes, path = argc > 1 ? str_of(argv[1]) : STR(""), name = path;
    struct workbook_options o = {0};
    struct document d;
    struct err err;
    bool blocks = false;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--blocks") == 0)
            blocks = true;
        else if (i + 1 < argc && strcmp(argv[i], "--numbers") == 0)
            o.habit = argv[++i][0] == 'v' ? HABIT_VI : HABIT_EN;
        else if (i + 1 >= argc || !legacy_by_name(&o.from, str_of(argv[++i])))
            return 2;
    }
    for (ptrdiff_t slash; (slash = str_find_char(name, '/')) >= 0;) name = str_from(name, (size_t)slash + 1);
    struct buf b = buf_make(SIZE_MAX / 4);
    struct document_options how = {.from = o.from};
    bool ok = file_read(&bytes, a, path, DOCUMENT_BYTES_MAX, &err);
    if (ok && blocks && (ok = document_make(&d, a, bytes, name, &how, &err))) put_blocks(&b, &d);
    if (ok && !blocks) ok = sheets(&b, a, bytes, name, &o, &err);
    if (!ok) put_err(&b, "error", &err);
    fwrite(b.ptr, 1, b.len, stdout);
    buf_free(&b);
    arena_close(a);
    return 0;
}
