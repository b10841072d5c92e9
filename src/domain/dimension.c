/* SPDX-License-Identifier: Apache-2.0
 *
 * dimension: see dimension.h.
 *
 *   unit   = part ("/" part)*       the first is above the line, the others below it
 *   part   = [number " "] words     "100 bé gái", "1.000 dân": the number multiplies
 *
 * Invariants:
 *   1. No base stands twice, none has the power 0.
 *   2. Only bases of the table are converted; a word that is not in it is a base with the factor 1.
 */
#include "dimension.h"

#include "buf.h"
#include "dimension_private.h"

#include <string.h>

static const struct measure_word *word_find(struct str word)
{
    for (size_t i = 0; i < measure_words_count; i++)
        if (str_eq(measure_words[i].word, word)) return &measure_words[i];
    return NULL;
}

bool measure_unit_known(struct str word)
{
    return word_find(word) != NULL;
}

/* base^power more. */
static bool add_power(struct dimension *d, struct str base, int power)
{
    for (size_t i = 0; i < d->len; i++) {
        if (!str_eq(d->at[i].base, base)) continue;
        int sum = d->at[i].power + power;
        if (sum > DIMENSION_POWER || sum < -DIMENSION_POWER) return false;
        d->at[i].power = (int8_t)sum;
        if (sum) return true;
        d->len--;
        memmove(&d->at[i], &d->at[i + 1], (d->len - i) * sizeof d->at[0]);
        return true;
    }
    if (d->len == DIMENSION_PARTS || power > DIMENSION_POWER || power < -DIMENSION_POWER) return false;
    d->at[d->len].base = base;
    d->at[d->len++].power = (int8_t)power;
    return true;
}

/* "100 bé gái" -> 100, "bé gái"; a part without a number: 1. */
static bool read_count(struct rational *count, struct str *part)
{
    struct str_cut cut = str_cut(*part, STR(" "));
    struct decimal d;
    *count = RATIONAL_OF(1);
    if (!part->len || part->ptr[0] < '0' || part->ptr[0] > '9') return true;
    if (!decimal_read_grouped(&d, cut.head, '.', ',') || decimal_sign(d) == 0) return false;
    *part = str_trim(cut.tail);
    return rational_of_decimal(count, d);
}

static bool add_part(struct measure_unit *u, struct str part, bool below)
{
    struct rational count, factor = RATIONAL_OF(1);
    part = str_trim(part);
    if (!read_count(&count, &part) || !part.len || part.len > DIMENSION_WORD) return false;
    const struct measure_word *w = word_find(part);
    struct str base = w ? w->of : part;
    if (w && !rational_make(&factor, w->times, w->per)) return false;
    if (base.len && !add_power(&u->dimension, base, below ? -1 : 1)) return false;
    if (!rational_mul(&factor, factor, count)) return false;
    return below ? rational_div(&u->factor, u->factor, factor) : rational_mul(&u->factor, u->factor, factor);
}

bool measure_unit_read(struct measure_unit *out, struct str text)
{
    *out = (struct measure_unit){.factor = RATIONAL_OF(1)};
    for (bool below = false; text.len; below = true) {
        struct str_cut cut = str_cut(text, STR("/"));
        if (!add_part(out, cut.head, below) || (cut.found && !cut.tail.len)) return false;
        text = cut.tail;
    }
    return true;
}

bool dimension_of(const struct dimension *d, struct str base)
{
    for (size_t i = 0; i < d->len; i++)
        if (str_eq(d->at[i].base, base)) return true;
    return false;
}

bool dimension_eq(const struct dimension *a, const struct dimension *b)
{
    if (a->len != b->len) return false;
    for (size_t i = 0; i < a->len; i++) {
        size_t k = 0;
        while (k < b->len && !str_eq(a->at[i].base, b->at[k].base)) k++;
        if (k == b->len || a->at[i].power != b->at[k].power) return false;
    }
    return true;
}

static bool join(struct dimension *out, const struct dimension *a, const struct dimension *b, int sign)
{
    struct dimension d = *a;
    for (size_t i = 0; i < b->len; i++)
        if (!add_power(&d, b->at[i].base, sign * b->at[i].power)) return false;
    *out = d;
    return true;
}

bool dimension_mul(struct dimension *out, const struct dimension *a, const struct dimension *b)
{
    return join(out, a, b, 1);
}

bool dimension_div(struct dimension *out, const struct dimension *a, const struct dimension *b)
{
    return join(out, a, b, -1);
}

/* The code of a currency stands for its name. */
static struct str name_of(struct str base)
{
    return str_eq(base, STR("VND")) ? STR("đồng") : str_eq(base, STR("USD")) ? STR("đô la Mỹ") : base;
}

static void write_powers(struct buf *b, const struct dimension *d, struct str (*name)(struct str))
{
    size_t above = 0;
    if (!d->len) buf_put(b, STR("số thuần"));
    for (size_t i = 0; i < d->len; i++)
        for (int k = 0; k < d->at[i].power; k++) {
            if (above++) buf_put(b, STR("×"));
            buf_put(b, name(d->at[i].base));
        }
    if (d->len && !above) buf_char(b, '1');
    for (size_t i = 0; i < d->len; i++)
        for (int k = 0; k > d->at[i].power; k--) {
            buf_char(b, '/');
            buf_put(b, name(d->at[i].base));
        }
}

static struct str as_it_is(struct str base)
{
    return base;
}

void dimension_write(struct buf *b, const struct dimension *d)
{
    write_powers(b, d, as_it_is);
}

void dimension_write_vi(struct buf *b, const struct dimension *d)
{
    write_powers(b, d, name_of);
}

void measure_write_vi(struct buf *b, struct str unit)
{
    for (bool first = true; unit.len; first = false) {
        struct str_cut cut = str_cut(unit, STR("/"));
        if (!first) buf_char(b, '/');
        buf_put(b, name_of(cut.head));
        unit = cut.tail;
    }
}

int measure_power_over(struct str shown, struct str unit)
{
    struct measure_unit s, u;
    struct rational r;
    struct decimal d;
    int power = 0;
    if (!measure_unit_read(&s, shown) || !measure_unit_read(&u, unit)) return 0;
    if (!dimension_eq(&s.dimension, &u.dimension)) return 0;
    if (!rational_div(&r, s.factor, u.factor) || !rational_exact(&d, r)) return 0;
    d = decimal_trim(d);
    for (power = -d.scale; d.coefficient % 10 == 0; power++) d.coefficient /= 10;
    return d.coefficient == 1 ? power : 0;
}

void measure_canonical_write(struct buf *b, struct str shown)
{
    for (bool first = true; shown.len; first = false) {
        struct str_cut cut = str_cut(shown, STR("/"));
        struct str part = str_trim(cut.head);
        const struct measure_word *w = word_find(part);
        bool money = w && (str_eq(w->of, STR("VND")) || str_eq(w->of, STR("USD")));
        if (!first) buf_char(b, '/');
        buf_put(b, money ? w->of : part);
        shown = cut.tail;
    }
}
