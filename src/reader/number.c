/* SPDX-License-Identifier: Apache-2.0
 *
 * number: see number.h. The grammar of spoken numbers, words as data (data/lexicon/number.tsv):
 *
 *     number  = part { magnitude+ [ "rưỡi" | part ] }             chín tỷ | bảy trăm tám chín triệu | ba trăm
 *     part    = digits | hundreds
 *     hundreds= [ digit "trăm" ] ( [ "linh" ] digit | tens )      hai trăm linh một, một trăm hai (120), tám trăm rưỡi (850)
 *     tens    = "mười" [ digit ] | digit "mươi" [ digit ] | digit digit   bốn ba (43), hai mốt (21)
 *
 * After a magnitude a lone digit counts tenths of it: "một triệu hai" is 1.200.000, "1tr5" 1.500.000; a magnitude must be smaller
 * than the one before it. The sum is kept in decimals whose scale is the smallest place named, so that "15.547 tỷ 719 triệu" is
 * known to the million.
 */
#include "number.h"

#include "lexicon.h"

enum { PARTS_MOST = 6 };

static const struct lex_sense *word(const struct tokens *ts, size_t i, enum lex_class c)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(ts, i, c, &n);
    return s && n == 1 ? s : NULL;
}

static bool groups_of_three(struct str s, char group)
{
    size_t run = 0, first = 0;
    bool seen = false;
    for (size_t i = 0; i <= s.len; i++) {
        if (i == s.len || s.ptr[i] == group) {
            if (seen ? run != 3 : run > 3) return false;
            if (!seen) first = run;
            seen = true;
            run = 0;
        } else {
            run++;
        }
    }
    return first > 0 && !(first == 1 && s.ptr[0] == '0');
}

bool number_of_digits(struct decimal *out, struct str s)
{
    ptrdiff_t comma = str_find_char(s, ','), dot = str_find_char(s, '.');
    if (comma < 0 && dot < 0) return decimal_read(out, s);
    if (comma >= 0 && dot >= 0) {
        bool vi = comma > dot;
        return decimal_read_grouped(out, s, vi ? '.' : ',', vi ? ',' : '.');
    }
    char c = comma >= 0 ? ',' : '.';
    bool many = str_find_char(str_from(s, (size_t)(comma >= 0 ? comma : dot) + 1), c) >= 0;
    if (many) return groups_of_three(s, c) && decimal_read_grouped(out, s, c, 0);
    if (c == '.' && groups_of_three(s, '.')) return decimal_read_grouped(out, s, '.', 0);
    return decimal_read_grouped(out, s, 0, c);
}

/* Words below a thousand; *digits tells that a lone digit was all. */
static size_t hundreds(const struct tokens *ts, size_t i, int64_t *out, bool *lone)
{
    const struct lex_sense *d = word(ts, i, LEX_DIGIT), *e;
    size_t start = i;
    int64_t n = 0;
    *lone = false;
    if (d && word(ts, i + 1, LEX_HUNDRED)) {
        n = d->value * 100;
        i += 2;
        if (word(ts, i, LEX_HALF)) {
            *out = n + 50;
            return i + 1;
        }
        if (word(ts, i, LEX_LINH) && (d = word(ts, i + 1, LEX_DIGIT))) {
            *out = n + d->value;
            return i + 2;
        }
        d = word(ts, i, LEX_DIGIT);
        if (d && !word(ts, i + 1, LEX_TENS) && !word(ts, i + 1, LEX_DIGIT) && !word(ts, i + 1, LEX_HUNDRED)) {
            *out = n + d->value * 10; /* một trăm hai */
            return i + 1;
        }
    }
    if (word(ts, i, LEX_LINH) && (d = word(ts, i + 1, LEX_DIGIT))) {
        *out = n + d->value;
        return i + 2;
    }
    if (word(ts, i, LEX_TEN)) {
        e = word(ts, i + 1, LEX_DIGIT);
        *out = n + 10 + (e ? e->value : 0);
        return i + (e ? 2 : 1);
    }
    if (!(d = word(ts, i, LEX_DIGIT))) {
        *out = n;
        return i;
    }
    if (word(ts, i + 1, LEX_TENS)) {
        e = word(ts, i + 2, LEX_DIGIT);
        bool half = word(ts, i + 2, LEX_HALF) != NULL;
        *out = n + d->value * 10 + (half ? 5 : e ? e->value : 0);
        return i + (e || half ? 3 : 2);
    }
    e = word(ts, i + 1, LEX_DIGIT);
    if (e && d->value && !word(ts, i + 2, LEX_HUNDRED)) {
        *out = n + d->value * 10 + e->value;
        return i + 2;
    }
    *lone = i == start;
    *out = n + d->value;
    return i + 1;
}

/* "tỷ", "nghìn tỷ", "triệu": the sum of the powers; returns the token after. */
static size_t magnitudes(const struct tokens *ts, size_t i, int *power)
{
    const struct lex_sense *m;
    *power = 0;
    while ((m = word(ts, i, LEX_MAGNITUDE)) && *power + m->value <= 15) {
        *power += m->value;
        i++;
    }
    return i;
}

/* "phẩy năm", "chấm hai mươi lăm", "phẩy không năm": decimals in words. */
static size_t decimals(const struct tokens *ts, size_t i, struct decimal *value)
{
    int64_t n = 0;
    int digits = 0;
    size_t at = i + 1;
    bool lone;
    if (!word(ts, i, LEX_POINT)) return i;
    if (ts->at[at].kind == TOKEN_NUMBER && ts->at[at].len <= 6) {
        uint64_t u;
        if (!str_to_u64(&u, token_text(ts, at), 999999)) return i;
        n = (int64_t)u;
        digits = (int)ts->at[at].len;
        at++;
    } else if (word(ts, at, LEX_DIGIT) && (word(ts, at + 1, LEX_TENS) || word(ts, at + 1, LEX_HUNDRED))) {
        at = hundreds(ts, at, &n, &lone);
        digits = n >= 100 ? 3 : 2;
    } else if (word(ts, at, LEX_TEN)) {
        at = hundreds(ts, at, &n, &lone);
        digits = 2;
    } else {
        for (const struct lex_sense *d; digits < 9 && (d = word(ts, at, LEX_DIGIT)); at++, digits++) n = n * 10 + d->value;
    }
    struct decimal part = {n, (int8_t)digits};
    if (digits == 0 || !decimal_add(value, *value, part)) return i;
    return at;
}

static bool starts_part(const struct tokens *ts, size_t i)
{
    return ts->at[i].kind == TOKEN_NUMBER || word(ts, i, LEX_DIGIT) || word(ts, i, LEX_TEN) || word(ts, i, LEX_LINH);
}

/* One part before its magnitudes; false when none is there. */
static bool read_part(const struct tokens *ts, size_t i, struct decimal *value, size_t *last, bool *lone, bool *words)
{
    *lone = false;
    if (ts->at[i].kind == TOKEN_NUMBER) {
        *last = i + 1;
        *lone = ts->at[i].len == 1;
        return number_of_digits(value, token_text(ts, i));
    }
    int64_t n;
    *last = hundreds(ts, i, &n, lone);
    if (*last == i) return false;
    *words = true;
    *value = DECIMAL_INT(n);
    *last = decimals(ts, *last, value);
    return true;
}

bool number_read(struct number *out, const struct tokens *ts, size_t i)
{
    struct decimal part, sum = DECIMAL_INT(0);
    size_t last, first = i;
    bool lone;
    int before = 99;
    *out = (struct number){.last = i};
    for (int parts = 0; parts < PARTS_MOST && starts_part(ts, i); parts++) {
        int power;
        bool words = false;
        if (!read_part(ts, i, &part, &last, &lone, &words)) break;
        size_t after = magnitudes(ts, last, &power);
        bool glued = (ts->at[i].flags & TOKEN_GLUED) != 0;
        if (parts > 0 && power == 0) { /* the rest below the last magnitude */
            if (ts->at[i].kind == TOKEN_NUMBER && !(lone && (glued || ts->at[last].kind != TOKEN_WORD))) break;
            if (lone && before > 0 && !word(ts, i, LEX_LINH) && !decimal_shift(&part, part, before - 1)) break;
            if (ts->at[i].kind != TOKEN_NUMBER && !out->words && !lone) break;
        } else if (parts > 0 && power >= before) {
            break;
        }
        if (power && !decimal_shift(&part, part, power)) break;
        if (parts == 0) sum = part;
        else if (!decimal_add(&sum, sum, part)) break;
        out->words = out->words || words;
        i = after;
        if (power) out->magnitude = power;
        if (power && word(ts, i, LEX_HALF)) {
            struct decimal half = {5, 0};
            if (decimal_shift(&half, half, power - 1) && decimal_add(&sum, sum, half)) i++;
            out->value = sum;
            out->last = i;
            return true;
        }
        out->value = sum;
        out->last = i;
        if (power == 0) break;
        before = power;
    }
    return out->last > first;
}
