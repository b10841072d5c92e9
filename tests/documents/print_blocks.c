/* SPDX-License-Identifier: Apache-2.0
 *
 * print_blocks: the blocks of a file as a listing that a person can read and a test can compare.
 *
 *     print_blocks FILE [ENCODING]
 *
 *   format text
 *   title  ...                     where the format carries one
 *   date   2024-02-15 line 15:15 15/02/2024
 *   heading 1   Thu ngân sách
 *   paragraph   Năm 2023 ...⏎...   line ends inside a block are shown as ⏎
 *   cell 1:2,3  8.343              table 1, row 2, column 3; "x2" behind: spans (rows x columns); "header" where it
 *   heads
 *   error ...                      the message when the file is refused
 */
#include "listing.h"

#include "document.h"
#include "file.h"

static const char *const KINDS[BLOCK_KINDS] = {"paragraph", "heading", "item", "cell", "caption", "furniture"};
static const char *const SOURCES[DOCUMENT_DATE_SOURCES] = {"meta", "time", "line"};

static void put_block(struct buf *b, struct str text, const struct block *k)
{
    buf_put_z(b, KINDS[k->kind]);
    if (k->level) buf_format(b, " %d", k->level);
    if (k->table) buf_format(b, " %d:%d,%d", k->table, k->row, k->column);
    if (k->row_span > 1 || k->column_span > 1) buf_format(b, " %dx%d", k->row_span, k->column_span);
    if (k->header) buf_put(b, STR(" header"));
    buf_put(b, STR("\t"));
    put_line(b, str_part(text, k->start, k->end));
}

static void put_document(struct buf *b, const struct document *d)
{
    buf_put(b, STR("format\t"));
    put_line(b, document_format_name(d->format));
    if (d->title.len) {
        buf_put(b, STR("title\t"));
        put_line(b, d->title);
    }
    for (size_t i = 0; i < d->date_count; i++) {
        buf_put(b, STR("date\t"));
        date_write(b, d->dates[i].date);
        buf_format(b, " %s ", SOURCES[d->dates[i].source]);
        put_line(b, d->dates[i].words);
    }
    for (size_t i = 0; i < d->blocks.len; i++) put_block(b, d->blocks.text, &d->blocks.at[i]);
}

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    struct arena *a = arena_make(SIZE_MAX);
    struct str bytes, path = str_of(argv[1]), name = path;
    struct document d;
    struct err err;
    for (ptrdiff_t slash; (slash = str_find_char(name, '/')) >= 0;) name = str_from(name, (size_t)slash + 1);
    struct buf b = buf_make(SIZE_MAX / 4);
    struct document_options o = {0};
    if (argc > 2 && !legacy_by_name(&o.from, str_of(argv[2]))) return 2;
    bool ok = file_read(&bytes, a, path, DOCUMENT_BYTES_MAX, &err) && document_make(&d, a, bytes, name, &o, &err);
    if (ok) {
        put_document(&b, &d);
    } else {
        buf_put(&b, STR("error\t"));
        err_write(&b, &err, LANG_VI);
        buf_char(&b, ' ');
        err_write_hint(&b, &err, LANG_VI);
        buf_char(&b, '\n');
    }
    fwrite(b.ptr, 1, b.len, stdout);
    buf_free(&b);
    arena_close(a);
    return 0;
}
