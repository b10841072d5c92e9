/* SPDX-License-Identifier: Apache-2.0
 *
 * quantity_line: one line that is one expression as a whole, written or spoken, for `dieuhanh debug quantity`. Besides
 * what quantity.c reads in a text:
 *
 *     [bound] [sign] (",77" | "phẩy năm" | "nửa triệu" | fraction | mixed | quantity) [rưỡi] [xu] [noun]
 *     fraction = number ("phần" | "trên" | "chia" | "/") number [ unit ]      hai phần ba, một phần hai ki lô gam
 *     mixed    = number ["và"] fraction                                       5 1/2, năm và một phần hai
 *     ordinal  = "thứ" number | "thứ nhất" | "đầu tiên"
 *     currency before the number: $20, EUR 20, US$ 3 triệu
 *
 * The whole line must be used up; what is counted may end it ("ba dự án" is 3 of unit "dự án"), and words that name
 * what is measured may begin it ("tỷ lệ 50%") when the number has a unit of measure or is an ordinal.
 */
#include "lexicon.h"
#include "quantity_private.h"

struct line {
    struct quantity *q;
    struct arena *a;
    const struct tokens *ts;
};

static struct quantity plain(struct decimal value, size_t i, size_t last)
{
    return (struct quantity){.value = value, .first = i, .last = last, .number_last = last, .unit = STR("")};
}

static bool with_unit(struct line *l)
{
    l->q->last = quantity_unit(l->q, l->a, l->ts, l->q->last, NUMBER_SPOKEN);
    return true;
}

/* m / n, where "trên" and "chia" divide too. A "phần trăm" is no fraction but per cent, unless a number goes before
 * "trăm". */
static bool fraction(struct line *l, size_t i)
{
    struct number m, n;
    size_t len;
    if (!number_read(&m, l->ts, i, NUMBER_SPOKEN)) return false;
    if (token_is_punct(l->ts, m.last, '/'))
        len = 1;
    else if (lexicon_is(l->ts, m.last, LEX_PERCENT) || !lexicon_at(l->ts, m.last, LEX_DIVIDED, &len))
        return false;
    if (!number_read(&n, l->ts, m.last + len, NUMBER_SPOKEN) || token_is_punct(l->ts, n.last, '/')) return false;
    if (n.magnitude && !m.has_magnitude && !decimal_shift(&m.value, m.value, n.magnitude)) return false;
    *l->q = plain(m.value, i, n.last);
    l->q->of = n.value;
    l->q->has_of = true;
    return with_unit(l);
}

/* "5 1/2", "năm và một phần hai": five halves and one more. */
static bool mixed(struct line *l, size_t i)
{
    struct number whole;
    struct decimal times;
    if (!number_read(&whole, l->ts, i, NUMBER_SPOKEN) || whole.value.scale != 0) return false;
    size_t at = whole.last;
    if (lexicon_word(l->ts, at, LEX_AND)) at++;
    if (at >= l->ts->len || (l->ts->at[at].flags & TOKEN_GLUED) || !fraction(l, at) ||
        l->q->unit_class == UNIT_CLASS_MONEY)
        return false;
    return decimal_mul(&times, whole.value, l->q->of) && decimal_add(&l->q->value, l->q->value, times);
}

/* ",77" and ".5": the point stands first. */
static bool leading_point(struct line *l, size_t i)
{
    struct decimal d;
    if (!(token_is_punct(l->ts, i, ',') || token_is_punct(l->ts, i, '.')) || l->ts->at[i + 1].kind != TOKEN_NUMBER)
        return false;
    struct str digits = token_text(l->ts, i + 1);
    if (digits.len > 18 || !decimal_read(&d, digits) || d.scale != 0 ||
        !quantity_read_as(l->q, l->a, l->ts, i + 1, NUMBER_SPOKEN))
        return false;
    return decimal_shift(&l->q->value, l->q->value, -(int)digits.len);
}

/* "phẩy năm" without a number before. */
static bool spoken_point(struct line *l, size_t i)
{
    const struct lex_sense *d;
    int64_t n = 0;
    int digits = 0;
    if (!lexicon_word(l->ts, i, LEX_POINT)) return false;
    for (; digits < 9 && (d = lexicon_word(l->ts, i + 1, LEX_DIGIT)); i++, digits++) n = n * 10 + d->value;
    *l->q = plain((struct decimal){n, (int8_t)digits}, i, i + 1);
    return digits > 0 && with_unit(l);
}

/* "nửa triệu đồng", "nửa tá", "một nửa" */
static bool half_of(struct line *l, size_t i)
{
    if (lexicon_word(l->ts, i, LEX_DIGIT) && lexicon_word(l->ts, i, LEX_DIGIT)->value == 1 &&
        lexicon_word(l->ts, i + 1, LEX_HALF_OF))
        i++;
    if (!lexicon_word(l->ts, i, LEX_HALF_OF)) return false;
    const struct lex_sense *m = lexicon_word(l->ts, i + 1, LEX_MAGNITUDE);
    int power = m ? m->value : 0;
    *l->q = plain((struct decimal){5, (int8_t)(1 - power)}, i, i + 1 + (m != NULL));
    l->q->magnitude = m != NULL;
    return with_unit(l);
}

/* "giữa 1000 (đồng) và 2000 đồng": both ends of a range. */
static bool between(struct line *l, size_t i)
{
    struct quantity low, high;
    if (!lexicon_word(l->ts, i, LEX_BETWEEN)) return false;
    if (!quantity_read_as(&low, l->a, l->ts, i + 1, NUMBER_SPOKEN) || low.has_max || low.has_of) return false;
    if (!lexicon_word(l->ts, low.last, LEX_AND)) return false;
    if (!quantity_read_as(&high, l->a, l->ts, low.last + 1, NUMBER_SPOKEN) || high.has_max || high.has_of) return false;
    if (low.unit_class != UNIT_CLASS_NONE && !str_eq(low.unit, high.unit)) return false;
    *l->q = high;
    l->q->first = i;
    l->q->value = low.value;
    l->q->max = high.value;
    l->q->has_max = true;
    return decimal_cmp(low.value, high.value) <= 0;
}

/* "VND1000-VND2000", "$5 - $7": the currency before each end of the range. */
static bool currency_range(struct line *l, size_t i)
{
    struct quantity low, high;
    size_t at;
    struct str unit = quantity_currency(l->ts, i, &at);
    if (unit.len == 0 || !quantity_read_as(&low, l->a, l->ts, at, NUMBER_WRITTEN) ||
        !token_is_punct(l->ts, low.last, '-'))
        return false;
    struct str other = quantity_currency(l->ts, low.last + 1, &at);
    if (!str_eq(other, unit) || !quantity_read_as(&high, l->a, l->ts, at, NUMBER_WRITTEN) || low.has_max ||
        high.has_max || low.unit_class != UNIT_CLASS_NONE || high.unit_class != UNIT_CLASS_NONE)
        return false;
    *l->q = high;
    l->q->first = i;
    l->q->value = low.value;
    l->q->max = high.value;
    l->q->has_max = true;
    l->q->unit_class = UNIT_CLASS_MONEY;
    l->q->unit = unit;
    return decimal_cmp(low.value, high.value) <= 0;
}

/* A number with what goes before it: the sign is the caller's. */
static bool unsigned_quantity(struct line *l, size_t i)
{
    return between(l, i) || leading_point(l, i) || spoken_point(l, i) || half_of(l, i) || mixed(l, i) ||
           fraction(l, i) || quantity_read_as(l->q, l->a, l->ts, i, NUMBER_SPOKEN);
}

/* "hai đô rưỡi": half of the unit. */
static void half_after(struct line *l)
{
    struct quantity *q = l->q;
    struct decimal half = {5, 1};
    if (q->unit_class == UNIT_CLASS_NONE || q->has_max || q->has_of || !lexicon_word(l->ts, q->last, LEX_HALF)) return;
    if (q->value.scale <= 0 && decimal_add(&q->value, q->value, half)) q->last++;
}

/* "hai ơ rô năm mươi xu": hundredths of foreign money. */
static void cents_after(struct line *l)
{
    struct quantity *q = l->q, cents;
    if (q->unit_class != UNIT_CLASS_MONEY || q->has_max || q->has_of || str_eq(q->unit, STR("VND")) ||
        q->last + 1 >= l->ts->len)
        return;
    size_t at = q->last + (lexicon_word(l->ts, q->last, LEX_AND) != NULL);
    if (!quantity_read_as(&cents, l->a, l->ts, at, NUMBER_SPOKEN) || cents.has_max || cents.has_of) return;
    bool named = str_eq(cents.unit, STR("xu"));
    /* "hai đô 23": two digits that end the line are hundredths. */
    bool bare = cents.unit_class == UNIT_CLASS_NONE && cents.last + 1 == l->ts->len && at == q->last &&
                cents.value.scale == 0 && cents.value.coefficient >= 10 && cents.value.coefficient < 100;
    if (!named && !bare) return;
    struct decimal part;
    if (decimal_shift(&part, cents.value, -2) && decimal_add(&q->value, q->value, part)) q->last = cents.last;
}

static bool signed_quantity(struct line *l, size_t i)
{
    bool minus = token_is_punct(l->ts, i, '-') || lexicon_word(l->ts, i, LEX_NEGATIVE);
    bool plus = token_is_punct(l->ts, i, '+');
    struct str before = quantity_currency(l->ts, i + (minus || plus), &i);
    if (before.len && (minus || plus) && token_is_punct(l->ts, i, '-')) return false;
    if (!unsigned_quantity(l, i)) return false;
    struct quantity *q = l->q;
    if (minus) {
        q->value = decimal_neg(q->value);
        if (q->has_max) {
            struct decimal low = decimal_neg(q->max);
            q->max = q->value;
            q->value = low;
        }
    }
    if (before.len) {
        if (q->unit_class != UNIT_CLASS_NONE && !str_eq(q->unit, before)) return false;
        q->unit_class = UNIT_CLASS_MONEY;
        q->unit = before;
        q->magnitude = false;
    }
    half_after(l);
    cents_after(l);
    if (str_eq(q->unit, STR("xu")) && !q->has_max && decimal_shift(&q->value, q->value, -2)) q->unit = STR("USD");
    const struct lex_sense *dozen = lexicon_word(l->ts, q->last, LEX_DOZEN);
    if (dozen && decimal_mul(&q->value, q->value, DECIMAL_INT(dozen->value))) q->last++;
    return true;
}

/* "thứ ba", "thứ nhất", "đầu tiên"; the word before is at i. */
static bool ordinal(struct line *l, size_t i)
{
    size_t len;
    if (lexicon_at(l->ts, i, LEX_PLACE_IN_ORDER, &len) && len > 1) {
        *l->q = plain(DECIMAL_INT(lexicon_at(l->ts, i, LEX_PLACE_IN_ORDER, &len)->value), i, i + len);
        return true;
    }
    const struct lex_sense *first = lexicon_word(l->ts, i + 1, LEX_PLACE_IN_ORDER);
    struct number n;
    if (!lexicon_word(l->ts, i, LEX_ORDINAL)) return false;
    if (first) {
        *l->q = plain(DECIMAL_INT(first->value), i, i + 2);
    } else {
        if (!number_read(&n, l->ts, i + 1, NUMBER_SPOKEN)) return false;
        *l->q = plain(n.value, i, n.last);
    }
    return true;
}

/* What may stand before the number: "hơn", "từ", "khoảng". */
static size_t before_number(const struct tokens *ts, size_t i)
{
    size_t len;
    for (int n = 0; n < 4; n++) {
        if (lexicon_at(ts, i, LEX_BOUND, &len) || lexicon_at(ts, i, LEX_FROM, &len))
            i += len;
        else if (token_is_punct(ts, i, '>') || token_is_punct(ts, i, '<') || token_is_punct(ts, i, '='))
            i++;
        else
            break;
    }
    return i;
}

/* "trở lên", "trở xuống", a full stop. */
static size_t after_number(const struct tokens *ts, size_t i)
{
    size_t len;
    if (lexicon_at(ts, i, LEX_BOUND_AFTER, &len)) i += len;
    while (token_is_punct(ts, i, '.') || token_is_punct(ts, i, '!') || token_is_punct(ts, i, ';')) i++;
    return i;
}

/* A word of numbers that the number before it did not take: "mười hai chấm mốt". "năm" may be the year. */
static bool number_word(const struct tokens *ts, size_t i)
{
    static const enum lex_class classes[] = {LEX_TEN,   LEX_TENS, LEX_HUNDRED, LEX_MAGNITUDE,
                                             LEX_POINT, LEX_LINH, LEX_HALF};
    const struct lex_sense *digit = lexicon_word(ts, i, LEX_DIGIT);
    for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
        if (lexicon_word(ts, i, classes[k])) return true;
    return digit && !str_eq(digit->text, STR("year"));
}

/* The whole line from token i on; words left over are what is counted. */
static bool whole_line(struct line *l, size_t i)
{
    const struct tokens *ts = l->ts;
    struct quantity *q = l->q;
    size_t end = ts->len - 1;
    if (ordinal(l, i)) {
        q->last = after_number(ts, q->last);
        return q->last == end;
    }
    size_t len;
    i = before_number(ts, i);
    if (lexicon_at(ts, i, LEX_TIME, &len) && len > 1) return false; /* "năm nay" */
    if (!currency_range(l, i) && !signed_quantity(l, i)) return false;
    q->last = after_number(ts, q->last);
    if (q->last == end) return true;
    if (q->unit_class != UNIT_CLASS_NONE || q->last - q->first > 60) return false;
    for (size_t k = q->last; k < end; k++)
        if (ts->at[k].kind != TOKEN_WORD) return false;
    if (ts->at[q->last].flags & TOKEN_GLUED) return false; /* "30a" is a name */
    if (number_word(ts, q->last)) return false;
    q->unit = tokens_text(ts, q->last, end);
    q->last = end;
    return true;
}

bool quantity_of_line(struct quantity *out, struct arena *a, struct str line)
{
    enum { LINE_MOST = 4000, WORDS_BEFORE_MOST = 4 };
    struct tokens ts = {0};
    struct line l = {out, a, &ts};
    line = str_trim(line);
    if (line.len > LINE_MOST) return false;
    tokens_scan(&ts, a, line, 0, (uint32_t)line.len);
    if (whole_line(&l, 0)) return true;
    for (size_t i = 1; i <= WORDS_BEFORE_MOST && i + 1 < ts.len && ts.at[i - 1].kind == TOKEN_WORD; i++) {
        if (ts.at[i].flags & TOKEN_GLUED) continue;
        if (whole_line(&l, i) && (out->unit_class != UNIT_CLASS_NONE || lexicon_word(&ts, i, LEX_ORDINAL))) return true;
    }
    return false;
}
