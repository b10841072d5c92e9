/* SPDX-License-Identifier: Apache-2.0
 *
 * register: see register.h.
 */
#include "register.h"

#include "buf.h"

const struct register_field *register_field_find(const struct register_def *d, struct str word)
{
    for (size_t i = 0; i < d->field_count; i++)
        if (str_eq(d->fields[i].field.word, word)) return &d->fields[i];
    return NULL;
}

const struct register_count *register_count_find(const struct register_def *d, struct str word)
{
    for (size_t i = 0; i < d->count_count; i++)
        if (str_eq(d->counts[i].word, word)) return &d->counts[i];
    return NULL;
}

bool register_reserved(struct str word)
{
    static const struct str WORDS[] = {STR_INIT("unit"), STR_INIT("from"), STR_INIT("to"), STR_INIT("id"),
                                       STR_INIT("state")};
    return word_list_has((struct word_list){WORDS, sizeof WORDS / sizeof *WORDS}, word);
}

/* --- values */

/* Digits with the blanks, points and dashes between them that people put there. */
static bool digits_write(struct buf *b, const struct register_field *f, struct str typed)
{
    size_t before = b->len;
    for (size_t i = 0; i < typed.len; i++) {
        char c = typed.ptr[i];
        if (c >= '0' && c <= '9')
            buf_char(b, c);
        else if (c != ' ' && c != '.' && c != '-')
            return false;
    }
    return b->len - before == f->digits;
}

static enum register_fault range_fault(const struct register_field *f, struct str kept)
{
    struct decimal d;
    if (!f->has_min && !f->has_max) return REGISTER_FITS;
    if (!decimal_read(&d, kept)) return REGISTER_NOT_TYPE;
    if (f->has_min && decimal_cmp(d, f->min) < 0) return REGISTER_TOO_SMALL;
    return f->has_max && decimal_cmp(d, f->max) > 0 ? REGISTER_TOO_BIG : REGISTER_FITS;
}

enum register_fault register_value_write(struct buf *b, const struct register_field *f, struct str typed)
{
    struct buf own = buf_make(SIZE_MAX);
    enum register_fault fault = REGISTER_FITS;
    if (f->digits)
        fault = digits_write(&own, f, typed) ? REGISTER_FITS : REGISTER_NOT_DIGITS;
    else if (!field_value_write(&own, &f->field, typed))
        fault = REGISTER_NOT_TYPE;
    else
        fault = range_fault(f, buf_str(&own));
    if (fault == REGISTER_FITS) buf_put(b, buf_str(&own));
    buf_free(&own);
    return fault;
}

bool register_hash_is(struct str value)
{
    enum { KEY_DIGITS = 8, HASH_DIGITS = 32, LENGTH = 3 + KEY_DIGITS + 1 + HASH_DIGITS };
    if (value.len != LENGTH || !str_starts(value, STR("h1:")) || value.ptr[3 + KEY_DIGITS] != ':') return false;
    for (size_t i = 3; i < value.len; i++) {
        char c = value.ptr[i];
        bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (!hex && i != 3 + KEY_DIGITS) return false;
    }
    return true;
}

bool register_value_kept(const struct register_field *f, struct str value)
{
    if (f->shown == REGISTER_SECRET) return register_hash_is(value);
    if (f->digits) {
        for (size_t i = 0; i < value.len; i++)
            if (value.ptr[i] < '0' || value.ptr[i] > '9') return false;
        return value.len == f->digits;
    }
    return field_value_kept(&f->field, value) && range_fault(f, value) == REGISTER_FITS;
}

void register_mask(struct buf *b, struct str value)
{
    size_t count = 0, place = 0;
    for (size_t i = 0; i < value.len; i++) count += ((unsigned char)value.ptr[i] & 0xC0) != 0x80;
    size_t head = count >= 9 ? 4 : count >= 4 ? 1 : 0, tail = count >= 9 ? 2 : count >= 4 ? 1 : 0;
    for (size_t i = 0; i < value.len;) {
        size_t end = i + 1;
        while (end < value.len && ((unsigned char)value.ptr[end] & 0xC0) == 0x80) end++;
        if (place < head || place >= count - tail)
            buf_put(b, str_part(value, i, end));
        else
            buf_char(b, '*');
        place++;
        i = end;
    }
}

/* --- conditions */

static bool meets(const struct register_condition *c, struct str value)
{
    struct decimal d;
    if (c->values.len && !word_list_has(c->values, value)) return false;
    if (!c->has_min && !c->has_max) return true;
    return decimal_read(&d, value) && (!c->has_min || decimal_cmp(d, c->min) >= 0) &&
           (!c->has_max || decimal_cmp(d, c->max) <= 0);
}

bool register_meets(const struct register_condition *where, size_t count, const struct register_values *v)
{
    for (size_t i = 0; i < count; i++)
        if (!meets(&where[i], v->value(v->self, where[i].field))) return false;
    return true;
}

void register_where_write(struct buf *b, const struct register_condition *where, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct register_condition *c = &where[i];
        if (i) buf_put(b, STR("; "));
        buf_put(b, c->field);
        buf_put(b, STR(" = "));
        for (size_t k = 0; k < c->values.len; k++) {
            if (k) buf_put(b, STR(" | "));
            buf_put(b, c->values.at[k]);
        }
        if (c->has_min) decimal_write(b, c->min);
        if (c->has_min || c->has_max) buf_put(b, STR(".."));
        if (c->has_max) decimal_write(b, c->max);
    }
}
