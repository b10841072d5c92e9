/* SPDX-License-Identifier: Apache-2.0
 *
 * when_number: the numbers in times. Digits are plain; words have forms of their own, because "năm" is both five and
 * year:
 *
 *     day, count = "mười" [ digit ] | digit "mươi" [ digit ] | digit digit | digit       hai mươi tư, hai tư, ba mốt
 *     month      = the same up to 12, "giêng", "chạp"; "năm" is May after "tháng"
 *     year       = digit digit ( tens | "linh" digit | digit digit )                     hai không mười tám, một chín
 *     tám tư
 *                | number                                                                hai nghìn không trăm linh chín
 *
 * "năm" is never taken as the second word of a number: in "ngày hai năm hai nghìn" it begins the year.
 */
#include "when_private.h"

#include "number.h"

enum { YEAR_LOW = 1900, YEAR_HIGH = 2100 };

int when_word_find(const struct tokens *ts, size_t i, size_t *len)
{
    const struct lex_sense *s = lexicon_find(ts, i, LEX_TIME, len);
    if (!s) return 0;
    if (s->value == W_YEAR && *len == 1 && (lexicon_word(ts, i + 1, LEX_TENS) || lexicon_word(ts, i + 1, LEX_HUNDRED)))
        return 0; /* "năm mươi" */
    return s->value;
}

int when_digits(const struct tokens *ts, size_t i)
{
    uint64_t n;
    if (i >= ts->len || ts->at[i].kind != TOKEN_NUMBER || ts->at[i].len > 4 || !str_to_u64(&n, token_text(ts, i), 9999))
        return -1;
    return (int)n;
}

bool when_year_ok(int year)
{
    return year >= YEAR_LOW && year <= YEAR_HIGH;
}

static int digit(const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT);
    return d ? d->value : -1;
}

/* A digit that ends tens: not "năm", not the first of tens or hundreds. */
static int last_digit(const struct tokens *ts, size_t i)
{
    const struct lex_sense *d = lexicon_word(ts, i, LEX_DIGIT);
    if (!d || d->value == 0 || (d->text.len && d->text.ptr[0] == 'y')) return -1;
    return lexicon_word(ts, i + 1, LEX_TENS) || lexicon_word(ts, i + 1, LEX_HUNDRED) ? -1 : d->value;
}

/* Words of a number below a hundred; -1: none. */
static int small(const struct tokens *ts, size_t i, size_t *last)
{
    int n = 10, d = digit(ts, i), unit;
    if (d > 0 && lexicon_word(ts, i + 1, LEX_TENS)) {
        n = 10 * d;
        i += 2;
    } else if (lexicon_word(ts, i, LEX_TEN)) {
        i++;
    } else {
        if (d < 0) return -1;
        unit = last_digit(ts, i + 1);
        *last = i + (unit > 0 ? 2 : 1);
        return unit > 0 ? 10 * d + unit : d;
    }
    unit = last_digit(ts, i);
    *last = i + (unit > 0);
    return n + (unit > 0 ? unit : 0);
}

int when_number(const struct when_text *t, size_t i, size_t *last)
{
    *last = i + 1;
    if (i >= t->ts->len) return -1;
    if (t->ts->at[i].kind == TOKEN_NUMBER) return when_digits(t->ts, i);
    return t->spoken ? small(t->ts, i, last) : -1;
}

/* Token i is "năm" in "10 tháng năm 2024": the year and not May, unless a day stands before ("ngày 10 tháng năm 2024").
 * */
static bool counted_before(const struct tokens *ts, size_t i)
{
    size_t n;
    if (i < 2 || lexicon_is(ts, i + 1, LEX_TIME) || ts->at[i + 1].kind == TOKEN_END) return false;
    if (ts->at[i - 2].kind != TOKEN_NUMBER && !lexicon_word(ts, i - 2, LEX_DIGIT) && !lexicon_word(ts, i - 2, LEX_TEN))
        return false;
    return i < 3 || when_word(ts, i - 3, &n) != W_DAY;
}

int when_month_number(const struct when_text *t, size_t i, size_t *last)
{
    int n = when_digits(t->ts, i), year;
    *last = i + 1;
    if (n >= 0) return n >= 1 && n <= 12 ? n : -1;
    if (i >= t->ts->len || t->ts->at[i].kind != TOKEN_WORD) return -1;
    const struct lex_sense *name = lexicon_word(t->ts, i, LEX_MONTH_NAME);
    if (name) return name->value;
    const struct lex_sense *d = lexicon_word(t->ts, i, LEX_DIGIT);
    if (d && d->text.len && d->text.ptr[0] == 'y' && (!t->spoken || counted_before(t->ts, i))) return -1;
    n = small(t->ts, i, last);
    if (n > 12 && t->spoken) { /* "tháng hai hai không..." */
        n = digit(t->ts, i);
        *last = i + 1;
    }
    if (n < 1 || n > 12) return -1;
    bool named = false;
    bool capital = t->ts->at[i].flags & TOKEN_CAPITAL && i > 0 &&
                   !(t->ts->at[i - 1].flags & TOKEN_CAPITAL); /* "tháng Ba" */
    bool sure = n > 10 || capital ||
                (n == 4 && !lexicon_word(t->ts, i, LEX_ORDINAL) && t->ts->at[i].len == 3); /* "tư" and not "bốn" */
    if (t->spoken || sure) return n;
    return when_year_after(t, *last, &year, &named) > *last && named ? n : -1;
}

/* "hai không mười tám", "một chín tám tư", "hai không linh sáu": a year in two halves; -1: none. */
static int halves(const struct tokens *ts, size_t i, size_t *last)
{
    int a = digit(ts, i), b = digit(ts, i + 1), rest = -1;
    if (a < 1 || b < 0 || lexicon_word(ts, i + 2, LEX_HUNDRED) || lexicon_word(ts, i + 2, LEX_TENS)) return -1;
    if (lexicon_word(ts, i + 2, LEX_LINH) && digit(ts, i + 3) >= 0) {
        rest = digit(ts, i + 3);
        *last = i + 4;
    } else if (lexicon_word(ts, i + 2, LEX_TEN) || lexicon_word(ts, i + 3, LEX_TENS)) {
        rest = small(ts, i + 2, last);
    } else if (digit(ts, i + 2) >= 0 && digit(ts, i + 3) >= 0) {
        rest = 10 * digit(ts, i + 2) + digit(ts, i + 3);
        *last = i + 4;
    }
    return rest < 0 ? -1 : 1000 * a + 100 * b + rest;
}

int when_year_number(const struct when_text *t, size_t i, size_t *last)
{
    int n = when_digits(t->ts, i);
    *last = i + 1;
    if (n >= 0) return when_year_ok(n) || (t->spoken && n >= 100 && n <= 9999) ? n : -1;
    if (!t->spoken || i >= t->ts->len || t->ts->at[i].kind != TOKEN_WORD) return -1;
    if ((n = halves(t->ts, i, last)) > 0) return n;
    struct number words;
    struct decimal whole;
    if (!number_read(&words, t->ts, i, NUMBER_SPOKEN) || !decimal_rescale(&whole, words.value, 0, ROUND_DOWN))
        return -1;
    *last = words.last;
    return decimal_eq(whole, words.value) && whole.coefficient >= 100 && whole.coefficient <= 9999
               ? (int)whole.coefficient
               : -1;
}

int when_year_now(const struct when_context *c)
{
    return c->current.kind != PERIOD_NONE ? c->current.to.year : c->date.year;
}

size_t when_year_after(const struct when_text *t, size_t i, int *year, bool *named)
{
    const struct tokens *ts = t->ts;
    size_t n = 0, last, at = i;
    if (t->spoken && lexicon_word(ts, i, LEX_OF) && when_word(ts, i + 1, &n)) at = ++i; /* "quý 4 của năm 2018" */
    int word = when_word(ts, i, &n), y;
    if (word == W_THIS_YEAR) {
        *named = true;
        if (t->c->date.year) *year = t->c->date.year;
        return i + n;
    }
    if (word == W_PREVIOUS_YEAR && t->spoken && t->c->date.year) {
        *year = t->c->date.year - 1;
        return i + n;
    }
    if (word == W_NEXT_YEAR && t->spoken && t->c->date.year) {
        *year = t->c->date.year + 1;
        return i + n;
    }
    if (word == W_YEAR)
        at += n;
    else if (token_is_punct(ts, at, '/') || token_is_punct(ts, at, '-'))
        at++;
    if (at == i && (ts->at[i].kind != TOKEN_NUMBER || !when_year_ok(when_digits(ts, i)))) return i;
    y = when_year_number(t, at, &last);
    if (y < 0) return i;
    if (token_is_punct(ts, last, '-') && when_year_ok(when_digits(ts, last + 1)))
        return i; /* "2021-2025" is a term of its own */
    *year = y;
    *named = true;
    return last;
}
