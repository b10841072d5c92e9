/* SPDX-License-Identifier: Apache-2.0
 *
 * book_laws: what must hold of every workbook that a parser made, whatever the bytes were: its message is accepted and
 * keeps the promises of sheet.h, numbers in Vietnamese form read back as themselves, and the regions of a sheet cover
 * its rows.
 */
#ifndef BOOK_LAWS_H
#define BOOK_LAWS_H
#include "must.h"

#include "sheet_maker.h"
#include "sheet_number.h"
#include "sheet_region.h"
#include "utf8.h"

static void sheet_laws(struct arena *a, const struct workbook *w, const struct sheet *s, const char **at)
{
    must(s->name.ptr >= *at && s->name.ptr + s->name.len <= w->text.ptr + w->text.len);
    *at = s->name.ptr + s->name.len;
    for (size_t i = 0; i < s->cell_count; i++) {
        const struct sheet_cell *c = &s->cells[i];
        must(c->text.ptr >= *at && c->text.len && c->text.ptr + c->text.len <= w->text.ptr + w->text.len);
        *at = c->text.ptr + c->text.len;
        must(i == 0 || c[-1].row < c->row || (c[-1].row == c->row && c[-1].column < c->column));
        must(c->row < s->rows && c->column < s->columns && c->format < w->format_count && c->type < SHEET_TYPES);
        must(sheet_at(s, c->row, c->column) == c);
        if (c->type == SHEET_DATE) must(date_known(date_from_days((int32_t)c->number.coefficient)));
    }
    const struct sheet_region *r;
    size_t n = sheet_regions(&r, a, s);
    uint32_t row = 0;
    for (size_t i = 0; i < n; i++) {
        must(r[i].first == row && r[i].first <= r[i].head && r[i].head <= r[i].body && r[i].body <= r[i].end);
        must(r[i].end > r[i].first);
        row = r[i].end;
    }
    must(row == s->rows);
}

__attribute__((unused)) static void book_laws(struct sheet_maker *m)
{
    struct workbook w;
    enum sheet_refusal refused;
    struct str detail;
    struct buf b = buf_make(1u << 30);
    sheet_mend(m);
    sheet_message_write(&b, m);
    if (buf_ok(&b)) {
        must(sheet_message_read(&w, &refused, &detail, m->arena, buf_str(&b)));
        must(refused == m->refused);
        const char *at = w.text.ptr;
        for (size_t i = 0; i < w.sheet_count; i++) sheet_laws(m->arena, &w, &w.sheets[i], &at);
    }
    buf_free(&b);
}
#endif
