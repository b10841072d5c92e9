/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_sheet: see matter_sheet.h. CSV: RFC 4180 with any of the three usual marks; a quote inside a bare cell is a
 * letter, since people type them.
 */
#include "matter_sheet.h"

#include "buf.h"
#include "text.h"
#include "zip.h"

static bool is_packed(struct str bytes)
{
    return gzip_is(bytes) || str_starts(bytes, STR("PK\x03\x04"));
}

static bool open_text(struct list_sources *out, struct arena *a, struct str text, struct str name)
{
    static const char MARKS[] = {'\t', ';', ','};
    for (size_t i = 0; i < sizeof MARKS; i++)
        *vec_push(a,
                  out) = (struct list_source){.name = name, .is_text = true, .mark = MARKS[i], .text = text, .line = 1};
    return true;
}

bool list_sources_open(struct list_sources *out, struct arena *a, struct str bytes, struct str name,
                       const struct list_options *o, struct err *err)
{
    enum workbook_kind kind;
    struct workbook *w = arena_new(a, struct workbook);
    struct workbook_options options = {.from = o->from, .habit = HABIT_VI};
    struct text text;
    struct err not_utf8 = {0};
    *out = (struct list_sources){0};
    if (!workbook_detect(&kind, bytes, name)) return fail(err, ERR_MATTER_LIST_KIND, name);
    bool plain = kind == WORKBOOK_CSV && o->from == LEGACY_NONE && !is_packed(bytes) && bytes.len <= INT32_MAX;
    if (plain && text_make(&text, a, bytes, &not_utf8)) return open_text(out, a, text.inside, name);
    if (!workbook_read(w, a, bytes, name, kind, &options, err)) return false;
    for (size_t i = 0; i < w->sheet_count; i++)
        if (plain && w->sheets[i].recoded) return fail(err, ERR_FILE_NOT_UTF8, name, err_arg(&not_utf8, 0));
    for (size_t i = 0; i < w->sheet_count; i++)
        if (!w->sheets[i].hidden)
            *vec_push(a, out) = (struct list_source){
                .name = name, .sheet = &w->sheets[i], .shown = kind == WORKBOOK_CSV || kind == WORKBOOK_PDF};
    return true;
}

/* --- text */

static bool fail_quote(const struct list_source *s, uint32_t line, struct err *err)
{
    struct buf b = buf_make(24);
    buf_u64(&b, line);
    fail(err, ERR_FLAT_SYNTAX, s->name, buf_str(&b), STR("1"), STR("\""));
    buf_free(&b);
    return false;
}

/* s->at stands behind the first quote; behind the last one then. */
static bool take_quoted(struct str *out, struct list_source *s, struct arena *a, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    uint32_t line = s->line;
    size_t from = s->at;
    bool doubled = false;
    for (;; s->at++) {
        if (s->at == s->text.len) {
            buf_free(&b);
            return fail_quote(s, line, err);
        }
        char c = s->text.ptr[s->at];
        if (c == '\n') s->line++;
        if (c != '"') continue;
        if (s->at + 1 == s->text.len || s->text.ptr[s->at + 1] != '"') break;
        buf_put(&b, str_part(s->text, from, ++s->at));
        from = s->at + 1;
        doubled = true;
    }
    *out = str_part(s->text, from, s->at++);
    if (doubled) {
        buf_put(&b, *out);
        *out = str_copy(a, buf_str(&b));
    }
    buf_free(&b);
    return true;
}

static bool take_cell(struct str *out, struct list_source *s, struct arena *a, struct err *err)
{
    const char *p = s->text.ptr + s->at, *end = s->text.ptr + s->text.len, *start = p;
    *out = STR("");
    if (p < end && *p == '"') {
        s->at++;
        if (!take_quoted(out, s, a, err)) return false;
        p = start = s->text.ptr + s->at;
    }
    while (p < end && *p != s->mark && *p != '\n') p++;
    if (!out->len) *out = (struct str){start, (size_t)(p - start)};
    s->at = (size_t)(p - s->text.ptr);
    *out = str_trim(*out);
    return true;
}

static bool next_of_text(struct list_row *out, bool *more, struct list_source *s, struct arena *a, struct err *err)
{
    *more = false;
    while (!*more && s->at < s->text.len) {
        bool ends = false;
        out->len = 0;
        out->line = s->line;
        while (!ends) {
            struct str cell;
            if (!take_cell(&cell, s, a, err)) return false;
            if (out->len == LIST_COLUMNS_MOST) return fail(err, ERR_MATTER_LIST_COLUMNS, s->name, STR(">"), STR("256"));
            out->at[out->len++] = (struct list_cell){cell, false};
            *more |= cell.len > 0;
            ends = s->at == s->text.len || s->text.ptr[s->at] == '\n';
            s->at += s->at < s->text.len;
        }
        s->line++;
    }
    return true;
}

/* --- sheets */

static struct str text_of(struct arena *a, const struct list_source *s, const struct sheet_cell *c)
{
    struct buf b = buf_make(64);
    struct str out = str_trim(c->text);
    if (s->shown) return out;
    if (c->type == SHEET_NUMBER && !(c->flags & SHEET_PERCENT)) decimal_write_short(&b, c->number);
    if (c->type == SHEET_DATE) date_write(&b, date_from_days((int32_t)c->number.coefficient));
    if (b.len) out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static bool next_of_sheet(struct list_row *out, bool *more, struct list_source *s, struct arena *a)
{
    *more = false;
    while (!*more && s->row < s->sheet->rows) {
        size_t count;
        const struct sheet_cell *cells = sheet_row(s->sheet, s->row++, &count);
        out->line = s->row;
        for (size_t i = 0; i < out->len; i++) out->at[i] = (struct list_cell){0};
        out->len = 0;
        for (size_t i = 0; i < count; i++) {
            size_t c = cells[i].column;
            if (c >= LIST_COLUMNS_MOST) continue;
            while (out->len <= c) out->at[out->len++] = (struct list_cell){0};
            out->at[c] = (struct list_cell){text_of(a, s, &cells[i]), !s->shown && cells[i].type == SHEET_NUMBER};
            *more |= out->at[c].text.len > 0;
        }
    }
    return true;
}

bool list_source_next(struct list_row *out, bool *more, struct list_source *s, struct arena *a, struct err *err)
{
    return s->is_text ? next_of_text(out, more, s, a, err) : next_of_sheet(out, more, s, a);
}
