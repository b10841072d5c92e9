/* SPDX-License-Identifier: Apache-2.0
 *
 * named_rows: see named_rows.h. Heads are compared in lower case with single blanks.
 */
#include "named_rows.h"

#include "buf.h"
#include "nearest.h"
#include "utf8.h"

enum { HEAD_ROWS = 30, PASSED_MOST = 200 };

struct reading {
    struct named_rows *out;
    struct arena *arena;
    struct str file;
    const struct named_field *fields;
    size_t count;
    struct str told[NAMED_FIELDS_MOST]; /* the head of a field, when somebody said it */
    struct err *err;
};

/* Lower case, every run of white space one blank. */
static struct str tidy(struct arena *a, struct str head)
{
    struct str s = utf8_lower(a, str_trim(head));
    char *out = arena_alloc(a, s.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool blank = s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t';
        if (blank && n && out[n - 1] == ' ') continue;
        out[n++] = blank ? ' ' : s.ptr[i];
    }
    return (struct str){out, n};
}

static struct str names_of(const struct reading *r)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t f = 0; f < r->count; f++) {
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, r->fields[f].name);
    }
    struct str out = str_copy(r->arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static bool read_told(struct reading *r, struct str told)
{
    while (told.len) {
        struct str_cut pair = str_cut(told, STR(",")), cut = str_cut(pair.head, STR("="));
        struct str name = str_trim(cut.head);
        size_t f = 0;
        while (f < r->count && !str_eq(r->fields[f].name, name)) f++;
        if (f == r->count)
            return fail(r->err, ERR_LIST_FIELD, name, nearest_joined(r->arena, name, names_of(r), STR(", ")),
                        STR("code=country,name=title"));
        if (!cut.found || !str_trim(cut.tail).len)
            return fail(r->err, ERR_LIST_PAIR, str_trim(pair.head), name, STR("title"), names_of(r));
        r->told[f] = tidy(r->arena, cut.tail);
        told = pair.tail;
    }
    return true;
}

static bool is_head_of(const struct reading *r, size_t field, struct str head)
{
    if (r->told[field].len) return str_eq(r->told[field], head);
    for (struct str rest = r->fields[field].heads; rest.len;) {
        struct str_cut cut = str_cut(rest, STR("|"));
        if (str_eq(cut.head, head)) return true;
        rest = cut.tail;
    }
    return false;
}

/* The field of a head: one that was told goes before the usual words. */
static size_t field_of(const struct reading *r, struct str head)
{
    for (size_t f = 0; f < r->count; f++)
        if (r->told[f].len && is_head_of(r, f, head)) return f;
    for (size_t f = 0; f < r->count; f++)
        if (!r->told[f].len && is_head_of(r, f, head)) return f;
    return r->count;
}

static struct str text_of(struct arena *a, const struct sheet_cell *c)
{
    struct buf b = buf_make(64);
    struct str out = str_trim(c->text);
    if (c->type == SHEET_NUMBER) decimal_write_short(&b, c->number);
    if (c->type == SHEET_DATE) date_write(&b, date_from_days((int32_t)c->number.coefficient));
    if (b.len) out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* Whether a row has a head for all that is needed; *missing: the first field that it does not have. */
static bool is_head_row(const struct reading *r, const struct sheet_cell *cells, size_t count, size_t *missing)
{
    bool has[NAMED_FIELDS_MOST] = {false};
    for (size_t i = 0; i < count; i++) {
        size_t f = field_of(r, tidy(r->arena, text_of(r->arena, &cells[i])));
        if (f < r->count) has[f] = true;
    }
    for (*missing = 0; *missing < r->count; ++*missing)
        if (!has[*missing] && (r->fields[*missing].needed || r->told[*missing].len)) return false;
    return true;
}

static bool find_head(const struct sheet **sheet, uint32_t *row, struct reading *r, const struct workbook *w)
{
    size_t missing = 0, furthest = 0;
    for (size_t i = 0; i < w->sheet_count; i++) {
        const struct sheet *s = &w->sheets[i];
        for (uint32_t at = 0; !s->hidden && at < s->rows && at < HEAD_ROWS; at++) {
            size_t count;
            const struct sheet_cell *cells = sheet_row(s, at, &count);
            if (is_head_row(r, cells, count, &missing)) {
                *sheet = s;
                *row = at;
                return true;
            }
            if (missing > furthest) furthest = missing;
        }
    }
    return fail(r->err, ERR_LIST_HEAD, r->file, r->fields[furthest].name);
}

static void pass_over(struct buf *passed, struct str head)
{
    if (!head.len) return;
    if (passed->len) buf_put(passed, STR(", "));
    buf_put(passed, head);
}

/* The field of each column; r->count: none. */
static bool read_head(size_t *of, struct reading *r, const struct sheet *s, uint32_t row)
{
    bool has[NAMED_FIELDS_MOST] = {false};
    size_t count;
    const struct sheet_cell *cells = sheet_row(s, row, &count);
    struct buf passed = buf_make(SIZE_MAX), place = buf_make(32);
    bool ok = true;
    for (size_t i = 0; i < s->columns; i++) of[i] = r->count;
    for (size_t i = 0; ok && i < count; i++) {
        struct str head = text_of(r->arena, &cells[i]);
        size_t f = field_of(r, tidy(r->arena, head));
        of[cells[i].column] = f;
        if (f == r->count) {
            pass_over(&passed, head);
        } else if (has[f]) {
            sheet_place_write(&place, row, cells[i].column);
            ok = fail(r->err, ERR_LIST_HEAD_TWICE, r->file, r->fields[f].name, buf_str(&place));
        } else {
            has[f] = true;
        }
    }
    r->out->passed = utf8_clip(str_copy(r->arena, buf_str(&passed)), PASSED_MOST);
    buf_free(&passed);
    buf_free(&place);
    return ok;
}

bool named_rows_read(struct named_rows *out, struct arena *a, const struct workbook *w, struct str file,
                     const struct named_field *fields, size_t count, struct str told, struct err *err)
{
    struct reading r = {.out = out, .arena = a, .file = file, .fields = fields, .count = count, .err = err};
    const struct sheet *s = NULL;
    uint32_t head = 0;
    *out = (struct named_rows){.passed = STR("")};
    if (!read_told(&r, told) || !find_head(&s, &head, &r, w)) return false;
    size_t *of = arena_array(a, size_t, s->columns + (size_t)1);
    if (!read_head(of, &r, s, head)) return false;
    for (uint32_t row = head + 1; row < s->rows; row++) {
        size_t cells_in_row;
        bool any = false;
        const struct sheet_cell *cells = sheet_row(s, row, &cells_in_row);
        struct named_row line = {.line = row + 1};
        for (size_t f = 0; f < NAMED_FIELDS_MOST; f++) line.of[f] = STR("");
        for (size_t i = 0; i < cells_in_row; i++) {
            size_t f = of[cells[i].column];
            if (f == count) continue;
            line.of[f] = text_of(a, &cells[i]);
            any |= line.of[f].len > 0;
        }
        if (any) *vec_push(a, out) = line;
    }
    return true;
}
