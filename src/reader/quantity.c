/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity: see quantity.h.
 *
 *     quantity = number [ "-" number | "đến" number | "/" number ] magnitude* unit { "/" noun }
 *
 * The magnitude and the unit after a range or a fraction belong to both numbers ("10 - 12 tỷ đồng", "12.375,3/10.200 triệu đồng");
 * where the first has a unit of its own, "A tỷ đồng/B tỷ đồng", both_units is set. Canonical units are static texts of the lexicon; only a
 * compound ("VND/người/năm") is made in the arena.
 */
#include "quantity.h"

#include "lexicon.h"
#include "number.h"

enum { PER_MOST = 3 };

/* m², m2, km³: the power after a word of length. */
static size_t power_after(const struct tokens *ts, size_t i, struct str *unit)
{
    static const struct {
        struct str base, square, cube;
    } lengths[] = {{STR_INIT("m"), STR_INIT("m2"), STR_INIT("m3")},
                   {STR_INIT("km"), STR_INIT("km2"), STR_INIT("km3")},
                   {STR_INIT("cm"), STR_INIT("cm2"), STR_INIT("cm3")},
                   {STR_INIT("dm"), STR_INIT("dm2"), STR_INIT("dm3")},
                   {STR_INIT("mm"), STR_INIT("mm2"), STR_INIT("mm3")}};
    char power = 0;
    if (token_is_punct(ts, i, '2') || token_is_punct(ts, i, '3')) power = (char)ts->at[i].punct;
    if (ts->at[i].kind == TOKEN_NUMBER && (ts->at[i].flags & TOKEN_GLUED) && ts->at[i].len == 1) power = token_text(ts, i).ptr[0];
    if (power != '2' && power != '3') return i;
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
        if (str_eq(*unit, lengths[k].base)) {
            *unit = power == '2' ? lengths[k].square : lengths[k].cube;
            return i + 1;
        }
    return i;
}

/* "/người/năm", "/ năm", "/xã, phường": what one unit is of; the end, or i. */
static size_t per_end(const struct tokens *ts, size_t i)
{
    for (int n = 0; n < PER_MOST && token_is_punct(ts, i, '/') && ts->at[i + 1].kind == TOKEN_WORD; n++) {
        size_t len = 1, more;
        if (!lexicon_at(ts, i + 1, LEX_NOUN, &len) && !lexicon_at(ts, i + 1, LEX_MEASURE, &len)) len = 1;
        i += 1 + len;
        if (token_is_punct(ts, i, '2') || token_is_punct(ts, i, '3')) i++;
        while (token_is_punct(ts, i, ',') && lexicon_at(ts, i + 1, LEX_NOUN, &more) && lexicon_is(ts, i - len, LEX_NOUN) &&
               !lexicon_is(ts, i + 1 + more, LEX_NOUN))
            i += 1 + more;
    }
    return i;
}

/* unit + the words of tokens [i, end) without spaces beside '/'. */
static struct str compound(struct arena *a, const struct tokens *ts, struct str unit, size_t i, size_t end)
{
    struct str rest = tokens_text(ts, i, end);
    char *p = arena_alloc(a, unit.len + rest.len + 1, 1);
    size_t n = unit.len;
    memcpy(p, unit.ptr, unit.len);
    for (size_t k = 0; k < rest.len; k++) {
        bool beside = rest.ptr[k] == ' ' && ((k > 0 && rest.ptr[k - 1] == '/') || (k + 1 < rest.len && rest.ptr[k + 1] == '/'));
        if (beside) continue;
        if (k + 1 < rest.len && (unsigned char)rest.ptr[k] == 0xC2 && ((unsigned char)rest.ptr[k + 1] == 0xB2 || (unsigned char)rest.ptr[k + 1] == 0xB3)) {
            p[n++] = (unsigned char)rest.ptr[++k] == 0xB2 ? '2' : '3';
            continue;
        }
        p[n++] = rest.ptr[k] == '\n' ? ' ' : rest.ptr[k];
    }
    return (struct str){p, n};
}

static bool set(struct quantity *q, enum unit_class c, struct str unit)
{
    q->unit_class = c;
    q->unit = unit;
    return true;
}

/* The unit at token i; *last after it. False when none is there. */
static bool unit_read(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i, size_t *last)
{
    size_t n;
    const struct lex_sense *s;
    *last = i;
    if (token_is_punct(ts, i, '%') || token_is_punct(ts, i, 'P')) {
        *last = i + 1;
        if (token_is_punct(ts, i + 1, '/') && lexicon_at(ts, i + 2, LEX_TIME, &n) && lexicon_at(ts, i + 2, LEX_TIME, &n)->value == 4) {
            *last = i + 3;
            return set(q, UNIT_CLASS_PERCENT, STR("%/năm"));
        }
        return set(q, UNIT_CLASS_PERCENT, token_is_punct(ts, i, '%') ? STR("%") : STR("‰"));
    }
    if (i >= ts->len || ts->at[i].kind != TOKEN_WORD) return false;
    if ((s = lexicon_at(ts, i, LEX_PERCENT, &n))) {
        *last = i + n;
        return set(q, UNIT_CLASS_PERCENT, s->text);
    }
    if ((s = lexicon_at(ts, i, LEX_POINTS, &n))) {
        *last = i + n;
        return set(q, UNIT_CLASS_POINTS, STR("điểm %"));
    }
    if (lexicon_is(ts, i, LEX_SCORE_WORD) && token_is_punct(ts, i + 1, '%')) {
        *last = i + 2;
        return set(q, UNIT_CLASS_POINTS, STR("điểm %"));
    }
    if (lexicon_at(ts, i, LEX_TIMES_WORD, &n)) {
        *last = i + n;
        return set(q, UNIT_CLASS_TIMES, STR("lần"));
    }
    struct str unit;
    enum unit_class c;
    if ((s = lexicon_at(ts, i, LEX_CURRENCY, &n))) {
        unit = s->text;
        c = UNIT_CLASS_MONEY;
        i += n;
    } else if ((s = lexicon_at(ts, i, LEX_MEASURE, &n)) && !(n == 1 && ts->at[i].len == 1 && (ts->at[i].flags & TOKEN_CAPITAL))) {
        unit = s->text;
        c = UNIT_CLASS_MEASURE;
        i = power_after(ts, i + n, &unit);
    } else {
        return false;
    }
    *last = per_end(ts, i);
    if (*last > i) unit = compound(a, ts, unit, i, *last);
    return set(q, c, unit);
}

/* Magnitude words after a range or fraction are of both numbers. */
static size_t shared_magnitude(const struct tokens *ts, size_t i, int *power)
{
    size_t n;
    const struct lex_sense *m;
    *power = 0;
    while ((m = lexicon_at(ts, i, LEX_MAGNITUDE, &n)) && n == 1 && *power + m->value <= 15) {
        *power += m->value;
        i++;
    }
    return i;
}

static bool second_number(const struct tokens *ts, size_t i, struct number *n)
{
    return ts->at[i].kind == TOKEN_NUMBER && number_read(n, ts, i);
}

/* "12.375,3/10.200", "35/38", "A tỷ đồng/B tỷ đồng". The third '/' of a date is not taken. */
static bool fraction_read(struct quantity *q, struct arena *a, const struct tokens *ts, const struct number *m)
{
    struct number n;
    struct quantity first = {.unit = STR("")};
    size_t slash = m->last, unit_last;
    bool unit = unit_read(&first, a, ts, m->last, &unit_last) && (first.unit_class == UNIT_CLASS_MONEY || first.unit_class == UNIT_CLASS_MEASURE);
    if (unit) slash = unit_last;
    if (!token_is_punct(ts, slash, '/') || !second_number(ts, slash + 1, &n) || token_is_punct(ts, n.last, '/')) return false;
    if (ts->at[slash].flags & TOKEN_SPACE2) return false;
    q->has_of = true;
    q->of = n.value;
    if (n.magnitude && !m->magnitude && !unit && !decimal_shift(&q->value, q->value, n.magnitude)) return false;
    q->magnitude = n.magnitude != 0;
    q->number_last = unit ? unit_last : n.last;
    size_t last;
    if (unit_read(q, a, ts, n.last, &last)) {
        q->both_units = unit;
        q->last = last;
    } else {
        q->last = n.last;
    }
    return !unit || q->both_units;
}

/* "10 - 12 tỷ đồng", "5-7%", "8,3%-8,5%", and "từ 5 đến 7%" when "từ" stands before. */
static bool range_read(struct quantity *q, struct arena *a, const struct tokens *ts, const struct number *m, size_t i)
{
    struct number n;
    struct quantity own = {.unit = STR("")};
    size_t at = m->last, unit_last, len;
    bool unit = unit_read(&own, a, ts, at, &unit_last);
    if (unit) at = unit_last;
    bool dash = token_is_punct(ts, at, '-');
    bool words = i > 0 && lexicon_is(ts, i - 1, LEX_FROM) && lexicon_at(ts, at, LEX_UP_TO, &len);
    if (!dash && !words) return false;
    size_t second = at + (dash ? 1 : len);
    if (!second_number(ts, second, &n) || token_is_punct(ts, n.last, '-')) return false;
    struct decimal low = m->value, high = n.value;
    if (n.magnitude && !m->magnitude && !decimal_shift(&low, low, n.magnitude)) return false;
    if (decimal_cmp(high, low) <= 0) return false;
    size_t last = n.last;
    if (!unit_read(q, a, ts, n.last, &last) && unit) return false;
    if (unit && !str_eq(own.unit, q->unit)) return false;
    q->value = low;
    q->max = high;
    q->has_max = true;
    q->magnitude = n.magnitude != 0 && q->unit_class == UNIT_CLASS_NONE;
    q->number_last = n.last;
    q->last = q->unit_class == UNIT_CLASS_NONE ? n.last : last;
    return true;
}

bool quantity_read(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i)
{
    struct number m;
    size_t n;
    if (!number_read(&m, ts, i)) return false;
    *out = (struct quantity){.value = m.value, .words = m.words, .first = i, .last = m.last, .number_last = m.last, .unit = STR("")};
    const struct lex_sense *joined = lexicon_at(ts, m.last, LEX_MAGNITUDE_CURRENCY, &n);
    if (joined && decimal_shift(&out->value, out->value, joined->value)) {
        out->last = m.last + n;
        return set(out, UNIT_CLASS_MONEY, joined->text);
    }
    struct quantity other = *out;
    if (range_read(&other, a, ts, &m, i) || (other = *out, fraction_read(&other, a, ts, &m))) {
        *out = other;
    } else {
        out->magnitude = m.magnitude != 0;
        unit_read(out, a, ts, m.last, &out->last);
    }
    int power;
    if (out->unit_class == UNIT_CLASS_NONE && out->last == out->number_last) { /* "từ 5 đến 7 tỷ": already in the number */
        size_t after = shared_magnitude(ts, out->last, &power);
        if (power && after > out->last && decimal_shift(&out->value, out->value, power)) out->last = after;
    }
    if (out->unit_class != UNIT_CLASS_NONE) out->magnitude = false;
    return true;
}

bool quantity_read_range(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i)
{
    if (lexicon_is(ts, i, LEX_FROM)) i++;
    return quantity_read(out, a, ts, i) && out->has_max;
}
