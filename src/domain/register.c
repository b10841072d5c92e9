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

/* How many bytes a letter has; a mark that is set on it by itself does not come here (texts are NFC). */
static size_t letter_size(struct str s)
{
    size_t n = 1;
    while (n < s.len && ((unsigned char)s.ptr[n] & 0xC0) == 0x80) n++;
    return n;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Of a number of nine digits and more the last two, which tell nobody from another; of others nothing. */
static void mask_number(struct buf *b, struct str word, size_t digits)
{
    size_t left = digits >= 9 ? 2 : 0, seen = 0;
    for (size_t i = 0; i < word.len; i += letter_size(str_from(word, i))) {
        bool digit = is_digit(word.ptr[i]);
        seen += digit;
        if (digit && seen + left > digits)
            buf_char(b, word.ptr[i]);
        else if (word.ptr[i] == '/' || word.ptr[i] == '-')
            buf_char(b, word.ptr[i]);
        else
            buf_char(b, '*');
    }
}

void register_mask(struct buf *b, struct str value)
{
    bool first = true;
    for (struct str rest = str_trim(value); rest.len; first = false) {
        struct str_cut cut = str_cut(rest, STR(" "));
        size_t digits = 0;
        for (size_t i = 0; i < cut.head.len; i++) digits += is_digit(cut.head.ptr[i]);
        if (!first) buf_char(b, ' ');
        if (digits)
            mask_number(b, cut.head, digits);
        else if (cut.head.len)
            buf_put(b, str_part(cut.head, 0, letter_size(cut.head)));
        if (!digits && cut.head.len) buf_char(b, '.');
        rest = str_trim(cut.tail);
    }
}

bool register_is_masked(struct str value)
{
    struct str rest = str_trim(value);
    if (!rest.len) return false;
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        size_t letter = letter_size(cut.head);
        bool initial = cut.head.len == letter + 1 && cut.head.ptr[letter] == '.';
        if (!initial && !str_has(cut.head, STR("*"))) return false;
        rest = str_trim(cut.tail);
    }
    return true;
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
