/* SPDX-License-Identifier: Apache-2.0
 *
 * number: see number.h. The grammar of numbers in words; the words are data (data/lexicon/number.tsv):
 *
 *     number   = part [ magnitudes { part magnitudes } [ rest ] ] [ decimals ]
 *     part     = digits | hundreds [ decimals ]
 *     hundreds = digit "trăm" [ "rưỡi" | "linh" digit | tens | pair | digit ] | tens | pair | digit
 *     tens     = "mười" [ unit ] | digit "mươi" [ unit ]          mười lăm, hai mươi mốt
 *     pair     = digit unit                                       hai mốt (21), bốn lăm (45), spoken also bốn ba (43)
 *     rest     = "rưỡi" | "linh" digit | hundreds | pair | digit  what stands below the last magnitude
 *     decimals = ("phẩy" | "chấm") digit+ | ("phẩy" | "chấm") tens
 *
 * Rules that the grammar does not show:
 *
 *   1  A lone digit after a magnitude or "trăm" counts tenths of it: "một triệu hai" is 1.200.000, "một trăm hai" 120,
 *   "1tr5"
 *      1.500.000. "một" does not (that would be "mốt"), nor "năm", which is then the word for year ("ba nghìn năm").
 *   2  "năm" is never the last digit of tens: "hai mươi năm" is twenty and a year; twenty-five is "hai mươi lăm".
 *   3  Magnitudes fall ("tỷ", "triệu", "nghìn"), but what stands before "tỷ" may itself have thousands: "một nghìn hai
 *   trăm tỷ". 4  The sum is kept as a decimal whose scale is the smallest place named: "15.547 tỷ 719 triệu" is known
 *   to the million.
 *
 * A number has at most PARTS_MOST parts of at most DIGITS_MOST words, so a call ends after a fixed number of tokens
 * however long a run of number words is.
 */
#include "number.h"

#include "lexicon.h"

enum { PARTS_MOST = 6, DIGITS_MOST = 15, POWER_MOST = 18 };

/* Text column of the digits that do not stand everywhere. */
enum place { ANYWHERE, LAST_ONLY /* mốt, lăm, nhăm */, NOT_FIRST /* tư */, OR_YEAR /* năm */ };

static enum place place_of(const struct lex_sense *d)
{
    if (d->text.len == 0) return ANYWHERE;
    return d->text.ptr[0] == 'l' ? LAST_ONLY : d->text.ptr[0] == 'n' ? NOT_FIRST : OR_YEAR;
}

static bool is(const struct tokens *ts, size_t i, enum lex_class c)
{
    return lexicon_word(ts, i, c) != NULL;
}

/* Groups of three between every `group`, the first of one to three digits and not a lone 0. */
static bool groups_of_three(struct str s, char group)
{
    size_t run = 0, first = 0;
    for (size_t i = 0; i <= s.len; i++) {
        if (i < s.len && s.ptr[i] != group) {
            run++;
            continue;
        }
        if (first ? run != 3 : run > 3 || run == 0) return false;
        if (!first) first = run;
        run = 0;
    }
    return !(first == 1 && s.ptr[0] == '0');
}

static size_t count_char(struct str s, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += s.ptr[i] == c;
    return n;
}

bool number_of_digits(struct decimal *out, struct str s)
{
    size_t commas = count_char(s, ','), dots = count_char(s, '.');
    if (s.len > 40) return false;
    if (commas == 0 && dots == 0) return decimal_read(out, s);
    if (commas && dots) {
        bool vi = str_find_char(s, ',') > str_find_char(s, '.');
        char group = vi ? '.' : ',', point = vi ? ',' : '.';
        struct str_cut cut = str_cut(s, vi ? STR(",") : STR("."));
        return groups_of_three(cut.head, group) && decimal_read_grouped(out, s, group, point);
    }
    char c = commas ? ',' : '.';
    if (commas + dots > 1 || (dots && groups_of_three(s, '.')))
        return groups_of_three(s, c) && decimal_read_grouped(out, s, c, 0);
    return decimal_read_grouped(out, s, 0, c);
}

/* A digit that may end two: not "năm" (rule 2), and not the first word of something larger. */
static const struct lex_sense *unit_digit(const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT);
    if (!d || d->value == 0 || place_of(d) == OR_YEAR || is(ts, i + 1, LEX_TENS) || is(ts, i + 1, LEX_HUNDRED))
        return NULL;
    return d;
}

static const struct lex_sense *first_digit(const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT);
    return d && place_of(d) != LAST_ONLY ? d : NULL;
}

enum shape {
    SHAPE_NONE,
    SHAPE_DIGIT, /* one digit word */
    SHAPE_PAIR,  /* two digit words: "chín lăm" */
    SHAPE_FULL   /* with mười, mươi, trăm, linh: every place is said */
};

struct part {
    int64_t n;
    size_t last;
    enum shape shape;
};

/* "mười [lăm]", "hai mươi [mốt]", "ba chục"; n of it is added. */
static bool tens(struct part *p, const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT), *unit;
    int64_t ten = 10;
    size_t at = i + 1;
    if (d && d->value && place_of(d) != LAST_ONLY && is(ts, i + 1, LEX_TENS)) {
        ten = 10 * d->value;
        at = i + 2;
    } else if (!is(ts, i, LEX_TEN)) {
        return false;
    }
    unit = unit_digit(ts, at);
    *p = (struct part){p->n + ten + (unit ? unit->value : 0), at + (unit != NULL), SHAPE_FULL};
    return true;
}

/* Digit words one after the other from token i, none of which begins tens or hundreds. */
static size_t digit_run(const struct tokens *ts, size_t i)
{
    size_t n = 0;
    while (n < DIGITS_MOST && is(ts, i + n, LEX_DIGIT)) n++;
    if (n && (is(ts, i + n, LEX_TENS) || is(ts, i + n, LEX_HUNDRED))) n--;
    return n;
}

/* "hai mốt", "bốn lăm"; any two digits when spoken or after "trăm". */
static bool pair(struct part *p, const struct tokens *ts, size_t i, bool free)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT), *unit = unit_digit(ts, i + 1);
    if (!d || !unit || d->value == 0 || place_of(d) == LAST_ONLY) return false;
    if (!free && (d->value < 2 || place_of(unit) == ANYWHERE)) return false;
    *p = (struct part){p->n + 10 * d->value + unit->value, i + 2, SHAPE_PAIR};
    return true;
}

static bool linh(struct part *p, const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = is(ts, i, LEX_LINH) ? lexicon_word(ts, i + 1, LEX_DIGIT) : NULL;
    if (!d || is(ts, i + 2, LEX_TENS) || is(ts, i + 2, LEX_HUNDRED)) return false;
    *p = (struct part){p->n + d->value, i + 2, SHAPE_FULL};
    return true;
}

/* A lone digit that counts tenths (rule 1). */
static const struct lex_sense *tenths(const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT);
    if (!d || d->value == 0 || (d->value == 1 && place_of(d) != LAST_ONLY)) return NULL;
    if (is(ts, i + 1, LEX_TENS) || is(ts, i + 1, LEX_HUNDRED) || is(ts, i + 1, LEX_DIGIT)) return NULL;
    if (place_of(d) == OR_YEAR && !is(ts, i + 1, LEX_MAGNITUDE)) return NULL;
    return d;
}

/* What may follow "X trăm". */
static void after_hundred(struct part *p, const struct tokens *ts, size_t i)
{
    const struct lex_sense *d;
    if (is(ts, i, LEX_HALF)) {
        p->n += 50;
        p->last = i + 1;
    } else if (linh(p, ts, i) || tens(p, ts, i) || pair(p, ts, i, true)) {
        p->shape = SHAPE_FULL;
    } else if ((d = tenths(ts, i))) {
        p->n += 10 * d->value;
        p->last = i + 1;
    }
}

/* Words below a thousand at token i. */
static bool hundreds(struct part *p, const struct tokens *ts, size_t i, enum number_mode mode)
{
    *p = (struct part){.last = i};
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT);
    if (d && place_of(d) != LAST_ONLY && is(ts, i + 1, LEX_HUNDRED)) {
        *p = (struct part){100 * d->value, i + 2, SHAPE_FULL};
        after_hundred(p, ts, i + 2);
        return true;
    }
    if (tens(p, ts, i)) return true;
    if (!d || place_of(d) == LAST_ONLY || (place_of(d) == NOT_FIRST && mode == NUMBER_WRITTEN)) return false;
    size_t run = digit_run(ts, i);
    if (mode == NUMBER_SPOKEN && run >= 3) { /* "hai không hai ba" */
        for (size_t k = 0; k < run; k++) p->n = p->n * 10 + lexicon_word(ts, i + k, LEX_DIGIT)->value;
        p->last = i + run;
        p->shape = SHAPE_FULL;
        return true;
    }
    if (pair(p, ts, i, mode == NUMBER_SPOKEN)) return true;
    *p = (struct part){d->value, i + 1, SHAPE_DIGIT};
    return true;
}

/* "phẩy năm", "chấm hai mươi lăm", "phẩy không năm", "phẩy 5": decimals are added to the value; the token after them,
 * or i. */
static size_t decimals(const struct tokens *ts, size_t i, struct decimal *value)
{
    struct part p = {.last = i + 1};
    int digits = 0;
    if (!is(ts, i, LEX_POINT) || value->scale != 0) return i;
    if (ts->at[i + 1].kind == TOKEN_NUMBER) {
        uint64_t u;
        if (ts->at[i + 1].len > 6 || !str_to_u64(&u, token_text(ts, i + 1), 999999)) return i;
        p = (struct part){(int64_t)u, i + 2, SHAPE_FULL};
        digits = (int)ts->at[i + 1].len;
    } else if (tens(&p, ts, i + 1)) {
        digits = 2;
    } else if (first_digit(ts, i + 1)) {
        digits = (int)digit_run(ts, i + 1);
        if (digits > 9) digits = 9;
        for (int k = 0; k < digits; k++) p.n = p.n * 10 + lexicon_word(ts, p.last++, LEX_DIGIT)->value;
    }
    if (digits == 0 || !decimal_add(value, *value, (struct decimal){p.n, (int8_t)digits})) return i;
    return p.last;
}

/* "K", "M", "G", "t" joined to digits: only where a number is sure. */
static int letter_magnitude(const struct tokens *ts, size_t i, enum number_mode mode)
{
    if (ts->at[i].kind != TOKEN_WORD || ts->at[i].len != 1 || !(ts->at[i].flags & TOKEN_GLUED)) return 0;
    char c = token_text(ts, i).ptr[0];
    if (c == 'k' || c == 'K') return 3;
    if (mode == NUMBER_WRITTEN) return 0;
    return c == 'M' ? 6 : c == 'G' || c == 't' ? 9 : 0;
}

/* "tỷ", "nghìn tỷ", "trăm nghìn", "tỷ tỷ": rising magnitudes, the sum of their powers; the token after them. */
static size_t magnitudes(const struct tokens *ts, size_t i, enum number_mode mode, int *power)
{
    int before = 0;
    *power = letter_magnitude(ts, i, mode);
    if (*power) return i + 1;
    for (int n = 0; n < 3; n++, i++) {
        size_t len;
        const struct lex_sense *m = lexicon_at(ts, i, LEX_MAGNITUDE, &len);
        int value = m && len == 1 ? m->value : is(ts, i, LEX_HUNDRED) ? 2 : is(ts, i, LEX_TENS) ? 1 : 0;
        if (ts->at[i].len == 1 || value < before || (value == before && value != 9) || value == 0 ||
            *power + value > POWER_MOST)
            break; /* a lone "k" is a letter */
        before = value;
        *power += value;
    }
    return i;
}

/* One part before its magnitudes; false when none is there. */
static bool read_part(const struct tokens *ts, size_t i, enum number_mode mode, struct decimal *value, struct part *p)
{
    if (ts->at[i].kind == TOKEN_NUMBER) {
        *p = (struct part){0, i + 1, SHAPE_NONE};
        if (!number_of_digits(value, token_text(ts, i))) return false;
    } else {
        if (!hundreds(p, ts, i, mode)) return false;
        *value = DECIMAL_INT(p->n);
    }
    if (p->shape != SHAPE_NONE || mode == NUMBER_SPOKEN) p->last = decimals(ts, p->last, value);
    return true;
}

/* Whether what follows a rest lets it be one: "hai triệu ba [đồng]", not "hai triệu ba dự án". */
static bool ends_after(const struct tokens *ts, size_t i, enum number_mode mode)
{
    if (mode == NUMBER_SPOKEN || ts->at[i].kind == TOKEN_END) return true;
    if (ts->at[i].kind == TOKEN_PUNCT)
        return ts->at[i].punct != '%' && ts->at[i].punct != '/' && ts->at[i].punct != '-';
    return lexicon_is(ts, i, LEX_CURRENCY) || lexicon_is(ts, i, LEX_MEASURE);
}

/* What stands below the last magnitude (a power of ten), and its value; false when nothing of the number does. */
static bool read_rest(const struct tokens *ts, size_t i, enum number_mode mode, int power, struct decimal *value,
                      size_t *last)
{
    struct part p = {.last = i};
    int below = 0; /* the rest counts units of 10^below */
    if (ts->at[i].kind == TOKEN_NUMBER) {
        const struct token *t = &ts->at[i];
        uint64_t u;
        bool glued = t->flags & TOKEN_GLUED && ts->at[i - 1].kind == TOKEN_WORD;
        if (t->len > (glued ? 3 : 1) || !str_to_u64(&u, token_text(ts, i), 999)) return false;
        if (!glued && !ends_after(ts, i + 1, mode)) return false;
        p = (struct part){(int64_t)u, i + 1, SHAPE_DIGIT};
        below = power - (int)t->len;
    } else if (linh(&p, ts, i)) {
        below = 0;
    } else {
        const struct lex_sense *d = tenths(ts, i);
        if (d && place_of(d) == OR_YEAR) return false;
        if (d)
            p = (struct part){d->value, i + 1, SHAPE_DIGIT};
        else if (pair(&p, ts, i, true))
            below = power == 3 ? 0 : power - 2;
        else if (!hundreds(&p, ts, i, mode) || p.shape != SHAPE_FULL)
            return false;
        if (d) below = power - 1;
        if (p.shape != SHAPE_FULL && !ends_after(ts, p.last, mode)) return false;
    }
    struct decimal rest = DECIMAL_INT(p.n), place;
    if (below < 0 || !decimal_shift(&rest, rest, below) || !decimal_shift(&place, DECIMAL_INT(1), power)) return false;
    if (decimal_cmp(rest, place) >= 0 || !decimal_add(value, *value, rest)) return false;
    *last = p.last;
    return true;
}

/* One more part with its magnitudes is added to the number that ends at token i: " 719 triệu". */
static bool read_more(struct number *out, const struct tokens *ts, enum number_mode mode, int *power)
{
    struct decimal value, place;
    struct part p;
    int next;
    size_t i = out->last;
    if (!read_part(ts, i, mode, &value, &p)) return false;
    size_t last = magnitudes(ts, p.last, mode, &next);
    bool decimals = value.scale > 0; /* "1.298 tỷ 911,2 triệu": the last part */
    if (next == 0 || value.scale < 0 || (decimals && next >= *power)) return false;
    if (next < *power) {
        if (!decimal_shift(&place, DECIMAL_INT(1), *power - next) || decimal_cmp(value, place) >= 0) return false;
        if (!decimal_shift(&value, value, next) || !decimal_add(&out->value, out->value, value)) return false;
    } else { /* rule 3 */
        if (*power != 3 || next <= 3 || decimal_cmp(value, DECIMAL_INT(1000)) >= 0) return false;
        struct decimal sum;
        if (!decimal_add(&sum, out->value, value) || !decimal_shift(&sum, sum, next)) return false;
        out->value = sum;
    }
    out->words = out->words || p.shape != SHAPE_NONE;
    out->last = last;
    *power = decimals ? 0 : next;
    return true;
}

static bool half_of_power(struct number *out, const struct tokens *ts, int power)
{
    struct decimal half = {5, 0};
    if (!is(ts, out->last, LEX_HALF) || !decimal_shift(&half, half, power - 1) ||
        !decimal_add(&out->value, out->value, half))
        return false;
    out->last++;
    return true;
}

bool number_read(struct number *out, const struct tokens *ts, size_t i, enum number_mode mode)
{
    struct part p;
    struct decimal value;
    int power;
    *out = (struct number){.last = i};
    if (ts->at[i].kind != TOKEN_NUMBER && (ts->at[i].kind != TOKEN_WORD || ts->at[i].syllable == 0)) return false;
    if (!read_part(ts, i, mode, &value, &p)) return false;
    *out = (struct number){.value = value, .last = p.last, .words = p.shape != SHAPE_NONE};
    size_t last = magnitudes(ts, p.last, mode, &power);
    if (power == 0) {
        if (mode == NUMBER_SPOKEN && value.scale == 0) half_of_power(out, ts, 0);
        return true;
    }
    if (!decimal_shift(&out->value, value, power)) return true; /* the digits alone: too large with the magnitude */
    out->last = last;
    out->has_magnitude = true;
    out->magnitude = power;
    if (half_of_power(out, ts, power)) return true;
    if (value.scale > 0) return true;
    for (int parts = 1; parts < PARTS_MOST && read_more(out, ts, mode, &power); parts++) out->magnitude = 0;
    bool words = ts->at[out->last].kind == TOKEN_WORD;
    if (read_rest(ts, out->last, mode, power, &out->value, &out->last)) {
        out->magnitude = 0;
        out->words = out->words || words;
    } else if (half_of_power(out, ts, power)) {
        out->magnitude = 0;
    }
    if (mode == NUMBER_SPOKEN && is(ts, out->last, LEX_POINT) && out->value.scale <= 0) {
        struct decimal whole = out->value;
        if (whole.scale == 0 || decimal_rescale(&whole, whole, 0, ROUND_DOWN)) {
            size_t end = decimals(ts, out->last, &whole);
            if (end > out->last) {
                out->value = whole;
                out->last = end;
            }
        }
    }
    return true;
}
