/* SPDX-License-Identifier: Apache-2.0
 *
 * form_text: a form as text and back (form.h). The text is for people: one thing a line, fields separated by tabs,
 * remarks behind "#". What is read is checked word by word, as somebody may have changed it by hand; the message names
 * the line.
 */
#include "form_private.h"

#include "buf.h"
#include "indicator.h"
#include "measure.h"

enum { FIELDS_MOST = 12, FORM_VERSION = 1 };

/* --- writing ------------------------------------------------------------------------------------------------------ */

/* A text as one field: no tab, no line end, no remark. */
static void put_field(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        buf_char(b, s.ptr[i] == '\t' || s.ptr[i] == '\n' || s.ptr[i] == '#' ? ' ' : s.ptr[i]);
}

static void put_key(struct buf *b, const char *key, struct str value)
{
    if (value.len == 0) return;
    buf_char(b, '\t');
    buf_put_z(b, key);
    buf_char(b, '=');
    put_field(b, value);
}

static void put_column(struct buf *b, const struct form_column *c)
{
    struct buf period = buf_make(64);
    buf_put(b, STR("column\t"));
    sheet_column_write(b, c->column);
    buf_char(b, '\t');
    buf_put(b, FORM_ROLE_NAMES[c->role]);
    put_key(b, "indicator", c->indicator);
    period_write(&period, c->period);
    put_key(b, "period", buf_str(&period));
    if (c->has_aspect) put_key(b, "aspect", aspect_name(c->aspect));
    if (c->has_kind) put_key(b, "kind", kind_name(c->kind));
    if (c->has_against) put_key(b, "against", against_name(c->against));
    if (c->has_layer) put_key(b, "layer", plan_layer_literal(c->layer));
    put_key(b, "unit", c->unit);
    put_key(b, "place", c->place);
    if (c->head.len) {
        buf_put(b, STR("\t# "));
        put_field(b, c->head);
    }
    buf_char(b, '\n');
    buf_free(&period);
}

void form_write(struct buf *b, const struct form *f)
{
    buf_format(b, "form\t%d\n", (int)FORM_VERSION);
    for (size_t i = 0; i < f->len; i++) {
        const struct form_table *t = &f->at[i];
        buf_put(b, STR("\ntable\t"));
        put_field(b, t->sheet);
        buf_format(b, "\t%016llX", (unsigned long long)t->fingerprint);
        if (t->title.len) {
            buf_put(b, STR("\t# "));
            put_field(b, t->title);
        }
        buf_char(b, '\n');
        if (t->unit.len) {
            buf_put(b, STR("unit\t"));
            put_field(b, t->unit);
            buf_char(b, '\n');
        }
        if (t->place.len) {
            buf_put(b, STR("place\t"));
            put_field(b, t->place);
            buf_char(b, '\n');
        }
        for (size_t k = 0; k < t->columns.len; k++) put_column(b, &t->columns.at[k]);
        for (size_t k = 0; k < t->rows.len; k++) {
            buf_put(b, STR("row\t"));
            put_field(b, t->rows.at[k].name);
            buf_char(b, '\t');
            buf_put(b, t->rows.at[k].indicator);
            buf_char(b, '\n');
        }
    }
}

void form_write_plain(struct buf *b, const struct form *f)
{
    struct buf all = buf_make(SIZE_MAX / 4);
    form_write(&all, f);
    for (struct str rest = buf_str(&all); rest.len;) {
        struct str_cut line = str_cut(rest, STR("\n"));
        buf_put(b, str_cut(line.head, STR("\t# ")).head);
        buf_char(b, '\n');
        rest = line.tail;
    }
    buf_free(&all);
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

struct line {
    struct str field[FIELDS_MOST];
    size_t count;
};

static struct line split(struct str s)
{
    struct line l = {0};
    ptrdiff_t remark = str_find_char(s, '#');
    if (remark >= 0) s = str_part(s, 0, (size_t)remark);
    while (l.count < FIELDS_MOST) {
        struct str_cut cut = str_cut(s, STR("\t"));
        struct str field = str_trim(cut.head);
        if (field.len || l.count == 0) l.field[l.count++] = field;
        if (!cut.found) break;
        s = cut.tail;
    }
    return l;
}

static bool column_read(uint16_t *out, struct str s)
{
    uint32_t c = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < 'A' || s.ptr[i] > 'Z' || c > SHEET_COLUMNS_MOST) return false;
        c = c * 26 + (uint32_t)(s.ptr[i] - 'A' + 1);
    }
    *out = (uint16_t)(c - 1);
    return c > 0 && c <= SHEET_COLUMNS_MOST;
}

static bool fingerprint_read(uint64_t *out, struct str s)
{
    *out = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return false;
        *out = *out << 4 | (uint64_t)digit;
    }
    return s.len == 16;
}

/* indicator=C01 and the like. False when the word or its value is not known. */
static bool setting_read(struct form_column *c, struct str field)
{
    struct str_cut cut = str_cut(field, STR("="));
    struct str key = str_trim(cut.head), value = str_trim(cut.tail);
    if (!cut.found || value.len == 0) return false;
    if (str_eq(key, STR("indicator"))) {
        const struct indicator *i = indicator_typed(value);
        if (i) c->indicator = i->code;
        return i != NULL;
    }
    if (str_eq(key, STR("period"))) return period_read(&c->period, value);
    if (str_eq(key, STR("aspect"))) return c->has_aspect = aspect_find(&c->aspect, value);
    if (str_eq(key, STR("kind"))) return c->has_kind = kind_find(&c->kind, value);
    if (str_eq(key, STR("against"))) return c->has_against = against_find(&c->against, value);
    if (str_eq(key, STR("layer"))) return c->has_layer = plan_layer_find(&c->layer, value);
    if (str_eq(key, STR("unit"))) c->unit = value;
    if (str_eq(key, STR("place"))) c->place = value;
    return str_eq(key, STR("unit")) || str_eq(key, STR("place"));
}

static bool column_line(struct form_table *t, struct arena *a, const struct line *l, struct str *wrong)
{
    struct form_column c = {.indicator = STR(""), .unit = STR(""), .place = STR(""), .head = STR("")};
    *wrong = l->count > 1 ? l->field[1] : l->field[0];
    if (l->count < 3 || !column_read(&c.column, l->field[1]) || form_column_find(t, c.column)) return false;
    *wrong = l->field[2];
    while (c.role < FORM_ROLES && !str_eq(FORM_ROLE_NAMES[c.role], l->field[2])) c.role++;
    if (c.role == FORM_ROLES) return false;
    for (size_t i = 3; i < l->count; i++) {
        *wrong = l->field[i];
        if (!setting_read(&c, l->field[i])) return false;
    }
    *vec_push(a, &t->columns) = c;
    return true;
}

/* One line behind the first. False, and *wrong the words that are, when it makes no sense. */
static bool line_read(struct form *f, struct arena *a, const struct line *l, struct str *wrong)
{
    struct str word = l->field[0];
    struct form_table *t = f->len ? &f->at[f->len - 1] : NULL;
    *wrong = word;
    if (str_eq(word, STR("table"))) {
        t = vec_push(a, f);
        *t = (struct form_table){
            .sheet = l->count > 2 ? l->field[1] : STR(""), .title = STR(""), .unit = STR(""), .place = STR("")};
        *wrong = l->field[l->count - 1];
        return l->count >= 2 && fingerprint_read(&t->fingerprint, l->field[l->count - 1]);
    }
    if (!t) return false;
    if (str_eq(word, STR("column"))) return column_line(t, a, l, wrong);
    if (str_eq(word, STR("unit")) && l->count == 2) t->unit = l->field[1];
    if (str_eq(word, STR("place")) && l->count == 2) t->place = l->field[1];
    if (str_eq(word, STR("unit")) || str_eq(word, STR("place"))) return l->count == 2;
    if (!str_eq(word, STR("row")) || l->count != 3) return false;
    *wrong = l->field[2];
    const struct indicator *i = indicator_typed(l->field[2]);
    *vec_push(a, &t->rows) = (struct form_row){l->field[1], i ? i->code : l->field[2]};
    return i != NULL;
}

bool form_read(struct form *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    size_t number = 0;
    bool begun = false;
    *out = (struct form){0};
    for (struct str rest = text; rest.len;) {
        struct str_cut cut = str_cut(rest, STR("\n"));
        struct line l = split(cut.head);
        struct str wrong = l.field[0];
        char at[24];
        rest = cut.tail;
        number++;
        if (l.count == 1 && l.field[0].len == 0) continue;
        bool ok = begun ? line_read(out, a, &l, &wrong)
                        : l.count == 2 && str_eq(l.field[0], STR("form")) && str_eq(l.field[1], STR("1"));
        begun = true;
        if (ok) continue;
        snprintf(at, sizeof at, "%zu", number);
        return fail(err, ERR_FORM_LINE, name, str_of(at), wrong);
    }
    return out->len > 0 || fail(err, ERR_FORM_LINE, name, STR("1"), STR(""));
}
