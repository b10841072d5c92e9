/* SPDX-License-Identifier: Apache-2.0
 *
 * when_impossible: times that cannot be, in the head or the title of a table. when_read takes none of them, and of what
 * is left the year alone could be read: "Tháng 13/2026" is not the year 2026, it is a mistake that must be told.
 *
 *     Tháng 13/2026 | Tháng 0/2026 | tháng 13.2026 | T13/2026      no such month
 *     Quý V/2026 | quý 5 năm 2026                                  no such quarter
 *     31/02/2026 | 31-6-2026 | 31.6.2026 | 31 tháng 6 năm 2026     no such day; without a year behind a word of time
 *     15 tháng năm 2026 | 13 tháng đầu năm                         more months than a year has
 *
 * "Lương tháng 13" has no year behind it and does not begin the words: it is no time. "15 tháng 5 năm 2026" is a day.
 */
#include "when_private.h"

enum { LEAP_YEAR = 2000, MONTH_DIGITS_MOST = 3, DAY_DIGITS_MOST = 2 };

/* Digits of at most `most` places at token i, or -1. */
static int short_digits(const struct tokens *ts, size_t i, uint32_t most)
{
    return i < ts->len && ts->at[i].len <= most ? when_digits(ts, i) : -1;
}

/* "/2026", "năm 2026" at token i: the token after the year; i when there is none. */
static size_t year_at(const struct tokens *ts, size_t i, int *year)
{
    struct when_context none = {0};
    struct when_text t = {ts, &none, false};
    bool named = false;
    if (i >= ts->len) return i;
    return when_year_after(&t, i, year, &named);
}

static bool month_dotted(const struct tokens *ts, size_t i)
{
    uint64_t month, year;
    if (i >= ts->len || ts->at[i].kind != TOKEN_NUMBER) return false;
    struct str_cut cut = str_cut(token_text(ts, i), STR("."));
    return cut.found && cut.head.len <= 2 && str_to_u64(&month, cut.head, 99) && str_to_u64(&year, cut.tail, 9999) &&
           when_year_ok((int)year) && (month < 1 || month > 12);
}

static bool month_at(const struct tokens *ts, size_t i, size_t *last)
{
    size_t n = 1;
    int word = when_word(ts, i, &n), year;
    bool letter = word == 0 && lexicon_is(ts, i, LEX_MONTH_LETTER) && ts->at[i].len == 1 &&
                  ts->at[i + 1].flags & TOKEN_GLUED;
    if (word != W_MONTH && word != W_IN_MONTH && !letter) return false;
    size_t at = i + (letter ? 1 : n);
    *last = at + 1;
    if (!letter && month_dotted(ts, at)) return true;
    int m = short_digits(ts, at, MONTH_DIGITS_MOST);
    if (m < 0 || (m >= 1 && m <= 12)) return false;
    *last = year_at(ts, at + 1, &year);
    return *last > at + 1 || (i == 0 && !letter);
}

/* The number of "V", "XII"; 0 when the word is none in capitals. */
static int roman(struct str s)
{
    int sum = 0, before = 0;
    for (size_t i = s.len; i-- > 0;) {
        int v = s.ptr[i] == 'I' ? 1 : s.ptr[i] == 'V' ? 5 : s.ptr[i] == 'X' ? 10 : 0;
        if (!v) return 0;
        sum += v < before ? -v : v;
        before = v;
    }
    return sum;
}

static bool quarter_at(const struct tokens *ts, size_t i, size_t *last)
{
    size_t n;
    if (when_word(ts, i, &n) != W_QUARTER || i + n >= ts->len) return false;
    int q = short_digits(ts, i + n, MONTH_DIGITS_MOST);
    if (q < 0 && ts->at[i + n].kind == TOKEN_WORD && (q = roman(token_text(ts, i + n))) == 0) return false;
    int year;
    *last = year_at(ts, i + n + 1, &year);
    return q > 4 || q == 0;
}

/* "31.02.2026" as one token. */
static bool day_dotted(const struct tokens *ts, size_t i)
{
    uint64_t d, m, y;
    struct str_cut one = str_cut(token_text(ts, i), STR("."));
    if (!one.found) return false;
    struct str_cut two = str_cut(one.tail, STR("."));
    return two.found && one.head.len <= 2 && two.head.len <= 2 && two.tail.len == 4 && str_to_u64(&d, one.head, 99) &&
           str_to_u64(&m, two.head, 99) && str_to_u64(&y, two.tail, 9999) && when_year_ok((int)y) &&
           !date_valid((int)y, (int)m, (int)d);
}

/* A word of time right before: "ngày 31/6", "đến 31/6". */
static bool after_word(const struct tokens *ts, size_t i)
{
    size_t n;
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        int word = when_word(ts, i - back, &n);
        bool day = word == W_DAY || word == W_TO || word == W_AS_OF || word == W_UP_TO_END || word == W_BEFORE ||
                   word == W_FROM || word == W_CUMULATIVE;
        if (day && n == back) return true;
    }
    return false;
}

static bool day_at(const struct tokens *ts, size_t i, size_t *last)
{
    size_t n;
    if (ts->at[i].kind != TOKEN_NUMBER) return false;
    *last = i + 1;
    if (day_dotted(ts, i)) return true;
    if (i > 0 && (token_is_punct(ts, i - 1, '/') || token_is_punct(ts, i - 1, '-'))) return false;
    int d = short_digits(ts, i, DAY_DIGITS_MOST), year = LEAP_YEAR;
    if (d < 0) return false;
    if (when_word(ts, i + 1, &n) == W_MONTH) {
        size_t at = i + 1 + n;
        int m = short_digits(ts, at, DAY_DIGITS_MOST);
        if (m < 0) return false;
        *last = year_at(ts, at + 1, &year);
        return !date_valid(year, m, d);
    }
    char sign = token_is_punct(ts, i + 1, '/') ? '/' : token_is_punct(ts, i + 1, '-') ? '-' : 0;
    int m = sign ? short_digits(ts, i + 2, DAY_DIGITS_MOST) : -1;
    if (m < 0) return false;
    bool whole = token_is_punct(ts, i + 3, sign) && when_year_ok(when_digits(ts, i + 4));
    *last = whole ? i + 5 : i + 3;
    if (whole) return !date_valid(when_digits(ts, i + 4), m, d);
    return sign == '/' && after_word(ts, i) && !token_is_punct(ts, i + 3, '/') && !date_valid(LEAP_YEAR, m, d) &&
           !(d >= 1 && d <= 12 && when_year_ok(m));
}

static bool months_at(const struct tokens *ts, size_t i, size_t *last)
{
    size_t n;
    int count = short_digits(ts, i, MONTH_DIGITS_MOST), year, before = i > 0 ? when_word(ts, i - 1, &n) : 0;
    int word = when_word(ts, i + 1, &n);
    if (count < 0 || before == W_DAY || (word != W_MONTH && word != W_QUARTER)) return false;
    if (count >= 1 && count * (word == W_QUARTER ? 3 : 1) <= 12) return false;
    size_t at = i + 1 + n;
    *last = year_at(ts, at, &year);
    if (*last > at) return true;
    int part = when_word(ts, at, &n);
    *last = at + n;
    return part == W_BEGIN || part == W_END;
}

bool when_is_impossible(const struct tokens *ts, size_t i, size_t *last)
{
    return i + 1 < ts->len &&
           (month_at(ts, i, last) || quarter_at(ts, i, last) || day_at(ts, i, last) || months_at(ts, i, last));
}

struct str when_impossible_in(const struct tokens *ts)
{
    size_t last;
    for (size_t i = 0; i + 1 < ts->len; i++)
        if (when_is_impossible(ts, i, &last)) return tokens_text(ts, i, last);
    return STR("");
}
