/* SPDX-License-Identifier: Apache-2.0
 *
 * validate_place: where a figure of a record came from: the file, and the cell ("Bieu 1!C4") or the line in it. The
 * record keeps the bytes of every document, so the address of a cell is read from the workbook itself, each document
 * once; a workbook that was read in another way than now (numbers told to be English) has no address but a line. The
 * text of a PDF says the page itself.
 */
#include "buf.h"
#include "content.h"
#include "document.h"
#include "validate_private.h"

bool figure_places_open(struct figure_places *out, struct db *db, struct arena *a, struct err *err)
{
    *out = (struct figure_places){.db = db, .arena = a};
    return load_list(&out->loads, db, a, err);
}

static const struct sheet_cell *cell_in(const struct sheet *s, const char *at)
{
    size_t low = 0, high = s->cell_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct sheet_cell *c = &s->cells[middle];
        if (c->text.ptr + c->text.len < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->cell_count && s->cells[low].text.ptr <= at ? &s->cells[low] : NULL;
}

struct str validate_cell_address(struct arena *a, const struct workbook *w, uint32_t start)
{
    struct buf b = buf_make(1000);
    for (size_t i = 0; start < w->text.len && i < w->sheet_count && b.len == 0; i++) {
        const struct sheet_cell *c = cell_in(&w->sheets[i], w->text.ptr + start);
        if (!c) continue;
        buf_put(&b, w->sheets[i].name);
        buf_char(&b, '!');
        sheet_place_write(&b, c->row, c->column);
    }
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static bool open_book(struct place_document *d, struct figure_places *p, const struct listed_document *listed,
                      struct err *err)
{
    struct str bytes;
    enum workbook_kind kind;
    struct err own;
    if (!content_load(&d->text, p->db, p->arena, listed->reading.text, err)) return false;
    bool pdf = str_eq(listed->reading.format, STR("pdf")) && document_page(d->text, 0) == 0; /* tables of one */
    if (!pdf && !str_eq(listed->reading.format, STR("csv")) && !str_starts(listed->reading.format, STR("xls")))
        return true;
    if (!content_load(&bytes, p->db, p->arena, listed->document.sha256, err)) return false;
    struct workbook_options o = {.from = LEGACY_NONE};
    (void)legacy_by_name(&o.from, listed->reading.encoding);
    d->has_book = workbook_detect(&kind, bytes, d->name) &&
                  workbook_read(&d->book, p->arena, bytes, d->name, kind, &o, &own) && str_eq(d->book.text, d->text);
    return true;
}

static bool document_of(struct place_document **out, struct figure_places *p, struct document_id id, struct err *err)
{
    struct listed_document listed;
    for (size_t i = 0; i < p->documents.len; i++)
        if (p->documents.at[i].id.n == id.n) {
            *out = &p->documents.at[i];
            return true;
        }
    if (!document_load(&listed, p->db, p->arena, id, err)) return false;
    struct place_document d = {.id = id, .name = listed.document.name};
    if (!open_book(&d, p, &listed, err)) return false;
    *vec_push(p->arena, &p->documents) = d;
    *out = &p->documents.at[p->documents.len - 1];
    return true;
}

static struct str line_of(struct arena *a, struct str text, uint32_t start)
{
    struct buf b = buf_make(100);
    int64_t line = document_page(text, start);
    if (line) {
        buf_put(&b, STR("trang "));
        decimal_write(&b, DECIMAL_INT(line));
        struct str page = str_copy(a, buf_str(&b));
        buf_free(&b);
        return page;
    }
    line = 1;
    for (size_t i = 0; i < start && i < text.len; i++) line += text.ptr[i] == '\n';
    buf_put(&b, STR("dòng "));
    decimal_write(&b, DECIMAL_INT(line));
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

bool figure_place_find(struct figure_place *out, struct figure_places *p, uint32_t figure, bool place, struct err *err)
{
    struct kept_figure kept;
    struct place_document *d;
    *out = (struct figure_place){0};
    for (size_t i = 0; i < p->loads.len; i++) {
        const struct kept_load *l = &p->loads.at[i];
        if (figure < l->first || figure - l->first >= l->count) continue;
        *out = (struct figure_place){.file = l->name, .source = (uint64_t)1 << 32 | l->id};
        return true;
    }
    if (!figure_load(&kept, p->db, p->arena, (struct figure_id){figure}, err)) return false;
    out->source = kept.document.n;
    if (!place || !kept.document.n) return true;
    if (!document_of(&d, p, kept.document, err)) return false;
    out->file = d->name;
    if (d->has_book) out->place = validate_cell_address(p->arena, &d->book, kept.figure.start);
    if (!out->place.len) out->place = line_of(p->arena, d->text, kept.figure.start);
    return true;
}
