/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity: see quantity.h.
 *
 *     quantity = number [ unit ] | range | fraction
 *     range    = number [ unit ] ("-" | "đến") number [ unit ]        10 - 12 tỷ đồng, 8,3%-8,5%, từ 5 đến 7%
 *     fraction = number "/" number [ unit ] | number unit "/" number unit       35/38, 12.375,3/10.200 triệu đồng
 *     unit     = "%" | "‰" | currency [ per ] | measure [ power ] [ per ] | "lần" | "điểm %"
 *     per      = "/" noun { "/" noun }                                /người/năm, /kg, /m2
 *
 * The magnitude and the unit after a range or a fraction belong to both numbers. A fraction whose first number has a
 * unit of its own ("A tỷ đồng/B tỷ đồng") sets both_units, and the two units are the same. "đến" joins a range only
 * after "từ", or when spoken: "tăng 5 đến ngày 6" is none. Canonical units are static texts of the lexicon; only a
 * compound ("VND/người/năm") is made in the arena.
 *
 * It does not say whether a number is a figure: dates, names and ordinals are excluded by who calls.
 */
#include "quantity_private.h"

#include "lexicon.h"
#include "utf8.h"

enum { PER_MOST = 3, YEAR_LOW = 1900, YEAR_HIGH = 2100 };

/* Value column of data/lexicon/currency.tsv and measure.tsv: a common word that is a unit only where nothing else is
 * meant. */
enum { SPOKEN_ONLY = 1 };

/* m², m2, km³: the power after a word of length; *unit becomes the power's. */
static size_t power_after(const struct tokens *ts, size_t i, struct str *unit)
{
    static const struct {
        struct str base, square, cube;
    } lengths[] = {{STR_INIT("m"), STR_INIT("m2"), STR_INIT("m3")},
                   {STR_INIT("km"), STR_INIT("km2"), STR_INIT("km3")},
                   {STR_INIT("cm"), STR_INIT("cm2"), STR_INIT("cm3")},
                   {STR_INIT("dm"), STR_INIT("dm2"), STR_INIT("dm3")},
                   {STR_INIT("mm"), STR_INIT("mm2"), STR_INIT("mm3")}};
    const struct token *t = &ts->at[i];
    char power = t->kind == TOKEN_PUNCT ? (char)t->punct : 0;
    if (t->kind == TOKEN_NUMBER && t->flags & TOKEN_GLUED && t->len == 1) power = token_text(ts, i).ptr[0];
    if (power != '2' && power != '3') return i;
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
        if (str_eq(*unit, lengths[k].base)) {
            *unit = power == '2' ? lengths[k].square : lengths[k].cube;
            return i + 1;
        }
    return i;
}

/* A measure at token i, as its usual symbol; the token after it, or i. */
static size_t measure_read(struct str *unit, const struct tokens *ts, size_t i, enum number_mode mode)
{
    size_t n;
    if (token_is_punct(ts, i, '?') && str_eq(token_text(ts, i), STR("°"))) { /* 25 °C */
        struct str letter = ts->at[i + 1].kind == TOKEN_WORD && ts->at[i + 1].flags & TOKEN_GLUED
                                ? token_text(ts, i + 1)
                                : STR("");
        bool f = str_eq(letter, STR("F")) || str_eq(letter, STR("f")),
             c = str_eq(letter, STR("C")) || str_eq(letter, STR("c"));
        bool k = str_eq(letter, STR("K")) || str_eq(letter, STR("k"));
        *unit = c ? STR("°C") : f ? STR("°F") : k ? STR("°K") : STR("°");
        return i + 1 + (c || f || k);
    }
    const struct lex_sense *s = lexicon_at(ts, i, LEX_MEASURE, &n);
    if (!s || (s->value == SPOKEN_ONLY && mode == NUMBER_WRITTEN)) return i;
    if (mode == NUMBER_WRITTEN && ts->at[i].len == 1 && ts->at[i].flags & TOKEN_CAPITAL)
        return i; /* "3 M", "nhóm 2 L" */
    *unit = s->text;
    return power_after(ts, i + n, unit);
}

/* What a unit is counted on: "người", "m2", "hộ gia đình"; its canonical text. */
static size_t per_read(struct str *text, struct arena *a, const struct tokens *ts, size_t i, bool measure,
                       enum number_mode mode)
{
    size_t n;
    static const struct {
        struct str word, symbol;
    } times[] = {
        {STR_INIT("giờ"), STR_INIT("h")}, {STR_INIT("giây"), STR_INIT("s")}, {STR_INIT("phút"), STR_INIT("min")}};
    if (ts->at[i].kind != TOKEN_WORD) return i;
    struct str word = utf8_lower(a, token_text(ts, i));
    for (size_t k = 0; measure && k < sizeof times / sizeof *times; k++)
        if (str_eq(word, times[k].word)) {
            *text = times[k].symbol;
            return i + 1;
        }
    const struct lex_sense *noun = lexicon_at(ts, i, LEX_PER_NOUN, &n);
    if (noun) {
        *text = noun->text;
        return i + n;
    }
    size_t last = measure_read(text, ts, i, mode == NUMBER_SPOKEN && measure ? mode : NUMBER_WRITTEN);
    if (last > i) return last;
    if (!lexicon_at(ts, i, LEX_NOUN, &n)) n = 1;
    size_t more, end = i + n;
    if (lexicon_is(ts, i, LEX_NOUN) && token_is_punct(ts, end, ',') && lexicon_at(ts, end + 1, LEX_NOUN, &more) &&
        !lexicon_is(ts, end + 1 + more, LEX_NOUN))
        end += 1 + more; /* "/xã, phường" */
    bool capitals = false;
    for (size_t k = i; k < end; k++) capitals = capitals || ts->at[k].flags & TOKEN_ALL_CAPS;
    *text = tokens_text(ts, i, end);
    if (!capitals) *text = utf8_lower(a, *text); /* "đồng/Người", but "đồng/HTX" */
    return end;
}

static struct str joined(struct arena *a, struct str unit, char between, struct str part)
{
    char *p = arena_alloc(a, unit.len + part.len + 1, 1);
    memcpy(p, unit.ptr, unit.len);
    p[unit.len] = between;
    memcpy(p + unit.len + 1, part.ptr, part.len);
    return (struct str){p, unit.len + part.len + 1};
}

/* "/người/năm", "/ năm", "/xã, phường", spoken "trên giờ": what one unit is of; the token after it. */
static size_t per_end(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i, enum number_mode mode)
{
    bool measure = q->unit_class == UNIT_CLASS_MEASURE;
    for (int n = 0; n < PER_MOST; n++) {
        bool said = mode == NUMBER_SPOKEN && lexicon_word(ts, i, LEX_PER_WORD) &&
                    (lexicon_is(ts, i + 1, LEX_MEASURE) || lexicon_is(ts, i + 1, LEX_NOUN) ||
                     lexicon_is(ts, i + 1, LEX_DURATION));
        struct str part;
        if (!said && !token_is_punct(ts, i, '/')) break;
        size_t last = per_read(&part, a, ts, i + 1, measure, mode);
        if (last == i + 1 || (lexicon_is(ts, i + 1, LEX_PLAN_WORD) && !lexicon_is(ts, i + 1, LEX_NOUN))) break;
        q->unit = joined(a, q->unit, '/', part);
        i = last;
    }
    return i;
}

struct str quantity_currency(const struct tokens *ts, size_t i, size_t *last)
{
    static const struct {
        struct str sign, unit;
    } signs[] = {
        {STR_INIT("$"), STR_INIT("USD")}, {STR_INIT("€"), STR_INIT("EUR")}, {STR_INIT("₫"), STR_INIT("VND")},
        {STR_INIT("£"), STR_INIT("GBP")}, {STR_INIT("¥"), STR_INIT("JPY")}, {STR_INIT("₩"), STR_INIT("KRW")},
        {STR_INIT("₹"), STR_INIT("INR")}, {STR_INIT("฿"), STR_INIT("THB")}, {STR_INIT("₽"), STR_INIT("RUB")}};
    size_t n;
    *last = i;
    if (ts->at[i].kind == TOKEN_PUNCT && (ts->at[i].punct == '$' || ts->at[i].punct == '?')) {
        for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
            if (str_eq(token_text(ts, i), signs[k].sign)) {
                *last = i + 1;
                return signs[k].unit;
            }
        return STR("");
    }
    if (ts->at[i].kind == TOKEN_WORD && token_is_punct(ts, i + 1, '$') && ts->at[i + 1].flags & TOKEN_GLUED &&
        str_eq(token_text(ts, i), STR("VN"))) { /* VN$ */
        *last = i + 2;
        return STR("VND");
    }
    const struct lex_sense *s = lexicon_at(ts, i, LEX_CURRENCY, &n);
    if (!s) return STR("");
    *last = i + n;
    if (s->value == 1 && str_eq(s->text, STR("INR")) && token_is_punct(ts, *last, '.')) ++*last;       /* "Rs. 20" */
    if (ts->at[i].kind == TOKEN_WORD && token_is_punct(ts, *last, '$') && ts->at[i].len == 2) ++*last; /* US$ */
    return s->text;
}

static size_t set(struct quantity *q, enum unit_class c, struct str unit, size_t last)
{
    q->unit_class = c;
    q->unit = unit;
    return last;
}

static size_t percent_read(struct quantity *q, const struct tokens *ts, size_t i)
{
    static const struct {
        struct str word, unit;
    } rates[] = {{STR_INIT("năm"), STR_INIT("%/năm")},
                 {STR_INIT("tháng"), STR_INIT("%/tháng")},
                 {STR_INIT("quý"), STR_INIT("%/quý")},
                 {STR_INIT("ngày"), STR_INIT("%/ngày")}};
    bool hundred = token_is_punct(ts, i, '%');
    if (hundred && ts->at[i + 1].flags & TOKEN_GLUED && str_eq(token_text(ts, i + 1), STR("0")))
        return set(q, UNIT_CLASS_PERCENT, STR("‰"), i + 2); /* "0,30%0" */
    if (!hundred && !token_is_punct(ts, i, 'P')) return i;
    for (size_t k = 0; hundred && token_is_punct(ts, i + 1, '/') && k < sizeof rates / sizeof *rates; k++)
        if (str_eq(token_text(ts, i + 2), rates[k].word)) return set(q, UNIT_CLASS_PERCENT, rates[k].unit, i + 3);
    return set(q, UNIT_CLASS_PERCENT, hundred ? STR("%") : STR("‰"), i + 1);
}

size_t quantity_unit(struct quantity *q, struct arena *a, const struct tokens *ts, size_t i, enum number_mode mode)
{
    size_t n, last;
    const struct lex_sense *s;
    struct str unit;
    const struct token *t = &ts->at[i];
    if (t->kind != TOKEN_WORD && t->kind != TOKEN_PUNCT) return i;
    if (t->kind == TOKEN_WORD && t->phrase == 0) return i;
    if (t->kind == TOKEN_PUNCT && (last = percent_read(q, ts, i)) > i) return last;
    if ((s = lexicon_at(ts, i, LEX_PERCENT, &n))) return set(q, UNIT_CLASS_PERCENT, s->text, i + n);
    if (lexicon_at(ts, i, LEX_POINTS, &n)) return set(q, UNIT_CLASS_POINTS, STR("điểm %"), i + n);
    if (lexicon_is(ts, i, LEX_SCORE_WORD) && token_is_punct(ts, i + 1, '%'))
        return set(q, UNIT_CLASS_POINTS, STR("điểm %"), i + 2);
    if ((s = lexicon_at(ts, i, LEX_TIMES_WORD, &n)) && !s->value) return set(q, UNIT_CLASS_TIMES, STR("lần"), i + n);
    s = lexicon_at(ts, i, LEX_CURRENCY, &n);
    if (!s || s->value != SPOKEN_ONLY || mode == NUMBER_SPOKEN) {
        unit = quantity_currency(ts, i, &last);
        if (unit.len) return per_end(q, a, ts, set(q, UNIT_CLASS_MONEY, unit, last), mode);
    }
    if ((last = measure_read(&unit, ts, i, mode)) > i)
        return per_end(q, a, ts, set(q, UNIT_CLASS_MEASURE, unit, last), mode);
    return i;
}

/* The second number of a range or fraction. */
static bool second_number(const struct tokens *ts, size_t i, enum number_mode mode, struct number *n)
{
    return (ts->at[i].kind == TOKEN_NUMBER || mode == NUMBER_SPOKEN) && number_read(n, ts, i, mode);
}

/* "12.375,3/10.200", "35/38", "A tỷ đồng/B tỷ đồng"; `own` is the first number with its unit. The two '/' of a date are
 * not taken. */
static bool fraction_read(struct quantity *own, struct arena *a, const struct tokens *ts, const struct number *m,
                          enum number_mode mode)
{
    struct number n;
    bool unit = own->unit_class == UNIT_CLASS_MONEY || own->unit_class == UNIT_CLASS_MEASURE;
    size_t slash = own->last;
    if (!token_is_punct(ts, slash, '/') || ts->at[slash].flags & TOKEN_SPACE2 ||
        (own->unit_class != UNIT_CLASS_NONE && !unit))
        return false;
    if (!second_number(ts, slash + 1, NUMBER_WRITTEN, &n) || token_is_punct(ts, n.last, '/')) return false;
    struct quantity q = *own;
    q.of = n.value;
    q.has_of = true;
    if (!unit && !m->has_magnitude && n.magnitude && !decimal_shift(&q.value, q.value, n.magnitude)) return false;
    q.unit_class = UNIT_CLASS_NONE;
    q.unit = STR("");
    q.number_last = unit ? own->last : n.last;
    q.last = quantity_unit(&q, a, ts, n.last, mode);
    if (unit && !str_eq(q.unit, own->unit)) return false;
    q.both_units = unit;
    q.magnitude = n.has_magnitude;
    *own = q;
    return true;
}

static bool is_year(const struct tokens *ts, const struct number *n)
{
    uint64_t y;
    return n->value.scale == 0 && ts->at[n->last - 1].len == 4 &&
           str_to_u64(&y, token_text(ts, n->last - 1), YEAR_HIGH) && y >= YEAR_LOW;
}

/* "10 - 12 tỷ đồng", "5-7%", "8,3%-8,5%", and "5 đến 7%" where `words` allows it. */
static bool range_read(struct quantity *own, struct arena *a, const struct tokens *ts, const struct number *m,
                       bool words, enum number_mode mode)
{
    struct number n;
    size_t len = 1, at = own->last;
    bool unit = own->unit_class != UNIT_CLASS_NONE;
    if (!token_is_punct(ts, at, '-') && !(words && lexicon_at(ts, at, LEX_UP_TO, &len))) return false;
    if (!second_number(ts, at + len, mode, &n) || token_is_punct(ts, n.last, '-')) return false;
    struct quantity q = *own;
    q.max = n.value;
    q.has_max = true;
    q.unit_class = UNIT_CLASS_NONE;
    q.last = quantity_unit(&q, a, ts, n.last, mode);
    if (q.unit_class == UNIT_CLASS_NONE && !n.has_magnitude && is_year(ts, m) && is_year(ts, &n)) return false;
    if (unit && !str_eq(own->unit, q.unit)) return false;
    if (!unit && !m->has_magnitude && n.magnitude && !decimal_shift(&q.value, q.value, n.magnitude)) return false;
    if (decimal_cmp(q.max, q.value) <= 0) return false;
    q.words = m->words || n.words;
    q.magnitude = n.has_magnitude;
    q.number_last = n.last;
    *own = q;
    return true;
}

/* "38-48/53 chỉ tiêu": what several have of one whole. A day ("5-7/10") is no such thing: something must be counted. */
static void range_of_whole(struct quantity *own, struct arena *a, const struct tokens *ts, enum number_mode mode)
{
    struct number n;
    size_t slash = own->last;
    if (own->unit_class != UNIT_CLASS_NONE || own->magnitude || !token_is_punct(ts, slash, '/') ||
        !second_number(ts, slash + 1, mode, &n) || n.has_magnitude || decimal_cmp(n.value, own->max) < 0 ||
        !lexicon_is(ts, n.last, LEX_NOUN))
        return;
    own->of = n.value;
    own->has_of = true;
    own->number_last = n.last;
    own->last = quantity_unit(own, a, ts, n.last, mode);
}

bool quantity_read_as(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i, enum number_mode mode)
{
    struct number m;
    size_t n;
    if (!number_read(&m, ts, i, mode)) return false;
    *out = (struct quantity){.value = m.value,
                             .words = m.words,
                             .first = i,
                             .last = m.last,
                             .number_last = m.last,
                             .magnitude = m.has_magnitude,
                             .unit = STR("")};
    const struct lex_sense *both = lexicon_at(ts, m.last, LEX_MAGNITUDE_CURRENCY, &n);
    if (both && decimal_shift(&out->value, out->value, both->value)) {
        out->magnitude = false;
        out->last = per_end(out, a, ts, set(out, UNIT_CLASS_MONEY, both->text, m.last + n), mode);
        return true;
    }
    out->last = quantity_unit(out, a, ts, m.last, mode);
    bool words = mode == NUMBER_SPOKEN || (i > 0 && lexicon_is(ts, i - 1, LEX_FROM));
    if (!range_read(out, a, ts, &m, words, mode))
        fraction_read(out, a, ts, &m, mode);
    else
        range_of_whole(out, a, ts, mode);
    if (out->unit_class != UNIT_CLASS_NONE) out->magnitude = false;
    return true;
}

bool quantity_read(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i)
{
    const struct token *t = &ts->at[i];
    if (t->kind != TOKEN_NUMBER && !lexicon_is(ts, i, LEX_DIGIT) && !lexicon_is(ts, i, LEX_TEN)) return false;
    return quantity_read_as(out, a, ts, i, NUMBER_WRITTEN);
}

bool quantity_read_range(struct quantity *out, struct arena *a, const struct tokens *ts, size_t i)
{
    if (lexicon_is(ts, i, LEX_FROM)) i++;
    return quantity_read(out, a, ts, i) && out->has_max;
}
