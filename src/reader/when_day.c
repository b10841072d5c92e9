/* SPDX-License-Identifier: Apache-2.0
 *
 * when_day: days and runs of days.
 *
 *     day  = D sep M [ sep Y ] | D "tháng" M [ year ]      24/6/2023, 15-5-2022, 22.4, 31/10/74, 5 tháng 6 năm 2023
 *     days = [ "từ" ] [ "ngày" ] ( day | D ) ( "-" | "đến" ) [ "ngày" ] day      14-21/10/2021, 15/12/2024 đến
 *     14/01/2025
 *
 * A day whose year is not written is of the year of the text; one that lies more than six months ahead of the text was
 * last year's. Without a word before it ("ngày", "sáng", "từ") only a day with its year is one: "5/7" is a fraction.
 */
#include "when_private.h"

/* "74" is 1974, "24" is 2024. */
static int full_year(struct str s)
{
    uint64_t y;
    if (!str_to_u64(&y, s, 9999) || (s.len != 2 && s.len != 4)) return -1;
    if (s.len == 2) return y < 50 ? 2000 + (int)y : 1900 + (int)y;
    return when_year_ok((int)y) ? (int)y : -1;
}

/* "22.4.2023", "22.4": a NUMBER token of two or three parts. */
static bool dotted(struct str s, int *d, int *m, int *y)
{
    uint64_t a, b;
    struct str_cut one = str_cut(s, STR("."));
    if (!one.found) return false;
    struct str_cut two = str_cut(one.tail, STR("."));
    if (one.head.len > 2 || two.head.len > 2 || !str_to_u64(&a, one.head, 31) || !str_to_u64(&b, two.head, 12) || !a ||
        !b)
        return false;
    *y = two.found ? full_year(two.tail) : 0;
    *d = (int)a;
    *m = (int)b;
    return *y >= 0;
}

/* "24/6/2023", "15-5", "31/10/74": the same sign twice. */
static bool with_signs(const struct tokens *ts, size_t i, int *m, int *y, size_t *last)
{
    char sign = token_is_punct(ts, i, '/') ? '/' : token_is_punct(ts, i, '-') ? '-' : 0;
    *m = when_digits(ts, i + 1);
    if (!sign || *m < 1 || *m > 12 || ts->at[i + 1].len > 2) return false;
    *last = i + 2;
    if (token_is_punct(ts, i + 2, sign) && when_digits(ts, i + 3) >= 0) {
        bool short_year = ts->at[i + 3].len == 2 && sign == '/' && ts->at[i + 3].flags & TOKEN_GLUED;
        int year = ts->at[i + 3].len == 4 || short_year ? full_year(token_text(ts, i + 3)) : -1;
        if (year > 0) {
            *y = year;
            *last = i + 4;
        }
    }
    return true;
}

bool when_day(const struct when_text *t, size_t i, struct date *out, size_t *last, bool *named)
{
    const struct tokens *ts = t->ts;
    size_t at, n;
    int d = when_number(t, i, &at), m = -1, y = 0;
    *named = false;
    if (i >= ts->len) return false;
    if (ts->at[i].kind == TOKEN_NUMBER && dotted(token_text(ts, i), &d, &m, &y)) {
        at = i + 1;
    } else {
        if (d < 1 || d > 31 || (ts->at[i].kind == TOKEN_NUMBER && ts->at[i].len > 2)) return false;
        if (!with_signs(ts, at, &m, &y, &at)) {
            if (when_word(ts, at, &n) != W_MONTH || (m = when_month_number(t, at + n, &at)) < 0) return false;
            at = when_year_after(t, at, &y, named);
        }
    }
    *named = *named || y != 0;
    if (y == 0) {
        y = t->c->date.year ? t->c->date.year : when_year_now(t->c);
        if (t->c->date.year && m > t->c->date.month + 6 && !t->spoken) y--;
    }
    if (!date_valid(y, m, d)) return false;
    *out = (struct date){(int16_t)y, (uint8_t)m, (uint8_t)d};
    *last = at;
    return true;
}

/* What may stand before a day: "ngày", "sáng", "sáng ngày 5". */
static bool day_words(const struct tokens *ts, size_t *i)
{
    size_t n, start = *i;
    for (int k = 0; k < 3; k++) {
        int word = when_word(ts, *i, &n);
        if (word != W_DAY && word != W_PART_OF_DAY) break;
        *i += n;
    }
    return *i > start;
}

/* "-", "đến", "đến ngày" between two days; *said when the word "ngày" is there. */
static bool joins(const struct tokens *ts, size_t *i, bool *said)
{
    size_t n;
    if (token_is_punct(ts, *i, '-'))
        ++*i;
    else if (when_word(ts, *i, &n) == W_TO)
        *i += n;
    else
        return false;
    if (day_words(ts, i)) *said = true;
    return true;
}

/* The later day of a run that begins at token i; from is its first day. */
static bool run(struct when *w, const struct when_text *t, size_t i, bool from_word, bool said)
{
    struct date from, to;
    bool named, named_to, whole;
    size_t last, at = i, end;
    int d = when_number(t, i, &at);
    whole = when_day(t, i, &from, &last, &named);
    if (whole && !named && token_is_punct(t->ts, i + 1, '-') && token_is_punct(t->ts, last, '/'))
        whole = false; /* 14-21/10 */
    if (whole) at = last;
    if (!whole && (d < 1 || d > 31)) return false;
    if (!joins(t->ts, &at, &said) || !when_day(t, at, &to, &end, &named_to)) return false;
    if (!whole)
        from = (struct date){to.year, to.month, (uint8_t)d};
    else if (!named && named_to)
        from.year = to.year;
    if (whole && !named && date_cmp(from, to) > 0 && from.month > to.month) from.year--;
    if (!(said || named_to || t->spoken || (from_word && whole))) return false;
    if (!date_valid(from.year, from.month, from.day) || date_cmp(from, to) > 0) return false;
    w->named_year = named_to;
    return when_done(w, period_days(from, to), WHEN_PERIOD, end);
}

bool when_days(struct when *w, const struct when_text *t, size_t i)
{
    size_t n, last, at = i;
    struct date d;
    bool named, from = when_word(t->ts, at, &n) == W_FROM;
    if (from) at += n;
    bool said = day_words(t->ts, &at);
    if (run(w, t, at, from, said)) return true;
    if (from || !when_day(t, at, &d, &last, &named) || !(said || named || t->spoken)) return false;
    w->named_year = named;
    return when_done(w, period_day(d), WHEN_PERIOD, last);
}
