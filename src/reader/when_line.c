/* SPDX-License-Identifier: Apache-2.0
 *
 * when_line: one line that is one expression of time as a whole, for `dieuhanh debug period`. The forms of a text are
 * those of when.c, here with numbers in words too ("ngày mười lăm tháng một năm hai nghìn"); a line has besides:
 *
 *     weekday   = ("thứ" 2..7 | "chủ nhật") [ "," day | "tuần" shift | "tới" ]     the next one after the day of the
 *     text away      = N unit ("trước" | "sau" | "nữa")                                 3 ngày trước: that day, week,
 *     month or year window    = N unit ("qua" | "vừa qua" | "tới")                               2 tuần tới: so many
 *     whole ones weekend   = "cuối tuần" [ "này" | shift ]
 *     decade    = "thập niên" 90, century = "thế kỷ" 20 | XX
 *     holiday   = a day of the year with a name (data/lexicon/time.tsv)
 *     machine   = 2023-12-24 | 12/2023 | 2023
 *
 * A base is resolved against the day of the text: "cùng kỳ năm trước" is the year to that day, a year back. The line
 * must be used up; words such as "vào", "so với" may stand before.
 */
#include "when_private.h"

struct line {
    struct when_text t;
    struct date date;
    size_t end; /* of the tokens */
};

static struct period year_to_date_of(struct date d, int year)
{
    d.year = (int16_t)year;
    if (!date_valid(d.year, d.month, d.day)) d.day = 28;
    return period_to_date(d);
}

static struct period week_of(struct date d, int weeks)
{
    struct date monday = date_add_days(d, 1 - date_weekday(d) + 7 * weeks);
    return period_days(monday, date_add_days(monday, 6));
}

/* The period of what was read; a base is resolved by the day of the text. */
static struct period resolved(const struct line *l, const struct when *w)
{
    struct period none = {.kind = PERIOD_NONE};
    struct date d = l->date;
    size_t n;
    if (w->role != WHEN_BASE) return w->period;
    if (w->same_period && w->period.kind == PERIOD_YEAR && date_known(d)) return year_to_date_of(d, w->period.to.year);
    if (w->period.kind != PERIOD_NONE) return w->period;
    if (!date_known(d)) return none;
    if (w->previous_year) return period_year(d.year - 1);
    if (w->same_period) return year_to_date_of(d, d.year - 1);
    int word = when_word(l->t.ts, w->first, &n);
    if (word == W_PREVIOUS_QUARTER) return period_before(period_quarter(d.year, (d.month + 2) / 3));
    return word == W_PREVIOUS_WEEK ? week_of(d, -1) : period_before(period_month(d.year, d.month));
}

/* Whether nothing but signs and a word such as "có", "đạt" is left from token i on. */
static bool ends(const struct line *l, size_t i)
{
    size_t n;
    if (i < l->end && lexicon_at(l->t.ts, i, LEX_LINK, &n)) i += n;
    while (i < l->end && l->t.ts->at[i].kind == TOKEN_PUNCT && !token_is_punct(l->t.ts, i, '-') &&
           !token_is_punct(l->t.ts, i, '/'))
        i++;
    return i >= l->end;
}

/* "trước", "qua", "tới", ...: the value of class shift, 0 when token i begins none. */
enum shift { SHIFT_NONE, SHIFT_BACK, SHIFT_AHEAD, SHIFT_PAST, SHIFT_COMING, SHIFT_THIS };

static enum shift shift_at(const struct line *l, size_t i, size_t *last)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(l->t.ts, i, LEX_SHIFT, &n);
    if (!s) return SHIFT_NONE;
    *last = i + n;
    return (enum shift)s->value;
}

static int direction(enum shift s)
{
    return s == SHIFT_BACK || s == SHIFT_PAST ? -1 : s == SHIFT_AHEAD || s == SHIFT_COMING ? 1 : 0;
}

/* The month `n` months from the one of d; its number as year * 12 + month - 1. */
static struct period months_from(struct date d, int first, int last)
{
    int a = d.year * 12 + d.month - 1 + first, b = d.year * 12 + d.month - 1 + last;
    if (a < 12 || b >= 9999 * 12) return (struct period){.kind = PERIOD_NONE};
    return period_months_between(a / 12, a % 12 + 1, b / 12, b % 12 + 1);
}

/* The n-th unit away from the day of the text, or the n units before or after it. */
static struct period away(struct date d, int unit, int n, enum shift s)
{
    struct period none = {.kind = PERIOD_NONE};
    int sign = direction(s);
    bool window = s == SHIFT_PAST || s == SHIFT_COMING;
    int first = window ? (sign < 0 ? -n : 1) : sign * n, last = window ? (sign < 0 ? -1 : n) : sign * n;
    switch (unit) {
    case W_DAY: return period_days(date_add_days(d, first), date_add_days(d, last));
    case W_WEEK: return period_days(week_of(d, first).from, week_of(d, last).to);
    case W_MONTH: return months_from(d, first, last);
    case W_QUARTER: {
        struct date start = {d.year, (uint8_t)((d.month - 1) / 3 * 3 + 1), 1};
        return months_from(start, 3 * first, 3 * last + 2);
    }
    case W_YEAR: return d.year + first > 0 ? period_years(d.year + first, d.year + last) : none;
    default: return none;
    }
}

/* "3 ngày trước", "hai tuần tới" */
static bool counted(struct period *out, const struct line *l, size_t i)
{
    size_t at, n, last;
    int count = when_number(&l->t, i, &at);
    if (count < 1 || count > 400 || !date_known(l->date)) return false;
    int unit = when_word(l->t.ts, at, &n);
    if (unit == 0 || unit > W_WEEK) { /* "hai năm tới": the longest phrase is "năm tới" */
        const struct lex_sense *one = lexicon_word(l->t.ts, at, LEX_TIME);
        if (!one || one->value > W_WEEK) return false;
        unit = one->value;
        n = 1;
    }
    enum shift s = shift_at(l, at + n, &last);
    if (s == SHIFT_NONE || s == SHIFT_THIS || !ends(l, last)) return false;
    *out = away(l->date, unit, count, s);
    return out->kind != PERIOD_NONE;
}

/* Monday 1 .. Sunday 7 at token i, or 0. */
static int weekday_at(const struct line *l, size_t i, size_t *last)
{
    size_t n;
    const struct lex_sense *sunday = lexicon_at(l->t.ts, i, LEX_SUNDAY, &n);
    if (sunday) {
        *last = i + n;
        return 7;
    }
    if (!lexicon_word(l->t.ts, i, LEX_ORDINAL)) return 0;
    int d = when_number(&l->t, i + 1, last);
    return d >= 2 && d <= 7 ? d - 1 : 0;
}

/* "thứ hai", "thứ 6 tuần trước", "chủ nhật tới", "thứ 3, ngày 19/2/2013" */
static bool weekday(struct period *out, const struct line *l, size_t i)
{
    size_t last, n;
    int day = weekday_at(l, i, &last);
    if (day == 0 || !date_known(l->date)) return false;
    int ahead = day - date_weekday(l->date);
    if (token_is_punct(l->t.ts, last, ',')) last++;
    struct when w = {0};
    if (!ends(l, last) && when_days(&w, &l->t, last) && ends(l, w.last)) {
        *out = w.period;
        return true;
    }
    int week = when_word(l->t.ts, last, &n);
    bool week_named = week == W_THIS_WEEK || week == W_NEXT_WEEK || week == W_PREVIOUS_WEEK;
    if (week_named) {
        ahead += week == W_NEXT_WEEK ? 7 : week == W_PREVIOUS_WEEK ? -7 : 0;
        last += n;
    } else {
        enum shift s = shift_at(l, last, &last);
        if (direction(s) < 0)
            ahead -= ahead >= 0 ? 7 : 0;
        else if (s != SHIFT_THIS && ahead <= 0)
            ahead += 7;
    }
    if (!ends(l, last)) return false;
    *out = period_day(date_add_days(l->date, ahead));
    return true;
}

/* "cuối tuần", "cuối tuần này", "cuối tuần trước" */
static bool weekend(struct period *out, const struct line *l, size_t i)
{
    size_t n, last;
    if (!lexicon_at(l->t.ts, i, LEX_WEEKEND, &n) || !date_known(l->date)) return false;
    last = i + n;
    enum shift s = shift_at(l, last, &last);
    if (!ends(l, last)) return false;
    struct period week = week_of(l->date, direction(s));
    *out = period_days(date_add_days(week.to, -1), week.to);
    return true;
}

/* A number in Roman figures up to thirty; 0: none. */
static int roman(struct str s)
{
    static const char letters[] = "IVX";
    static const int values[] = {1, 5, 10};
    int sum = 0, before = 0;
    for (size_t k = s.len; k > 0; k--) {
        const char *at = strchr(letters, s.ptr[k - 1]);
        if (!at || s.len > 6) return 0;
        int v = values[at - letters];
        sum += v < before ? -v : v;
        if (v > before) before = v;
    }
    return sum;
}

/* "thập niên 90", "thế kỷ 20", "thế kỷ XXI" */
static bool decade(struct period *out, const struct line *l, size_t i)
{
    size_t n, last;
    const struct lex_sense *s = lexicon_at(l->t.ts, i, LEX_AGE, &n);
    if (!s || i + n >= l->end) return false;
    int number = when_number(&l->t, i + n, &last);
    if (number < 0 && s->value == 100) number = roman(token_text(l->t.ts, i + n));
    if (!ends(l, last)) return false;
    if (s->value == 100) {
        if (number < 1 || number > 30) return false;
        *out = period_years(100 * (number - 1) + 1, 100 * number);
    } else {
        if (number % 10 != 0 || number < 0 || (number > 90 && !when_year_ok(number))) return false;
        int year = number > 90 ? number : number < 30 ? 2000 + number : 1900 + number;
        *out = period_years(year, year + 9);
    }
    return true;
}

/* "quốc khánh", "ngày quốc khánh năm 2023" */
static bool holiday(struct period *out, const struct line *l, size_t i)
{
    size_t n;
    bool named = false;
    if (when_word(l->t.ts, i, &n) == W_DAY) i += n;
    const struct lex_sense *s = lexicon_at(l->t.ts, i, LEX_HOLIDAY, &n);
    if (!s) return false;
    int year = l->date.year;
    size_t last = when_year_after(&l->t, i + n, &year, &named);
    if (year == 0 || !ends(l, last)) return false;
    *out = period_day((struct date){(int16_t)year, (uint8_t)(s->value / 100), (uint8_t)(s->value % 100)});
    return true;
}

/* "2023-12-24", "12/2023", "2023" */
static bool machine(struct period *out, const struct line *l, size_t i)
{
    const struct tokens *ts = l->t.ts;
    int a = when_digits(ts, i), b = when_digits(ts, i + 2), c = when_digits(ts, i + 4);
    if (when_year_ok(a) && l->end == i + 1)
        *out = period_year(a);
    else if (when_year_ok(a) && l->end == i + 5 && token_is_punct(ts, i + 1, '-') && token_is_punct(ts, i + 3, '-') &&
             date_valid(a, b, c))
        *out = period_day((struct date){(int16_t)a, (uint8_t)b, (uint8_t)c});
    else if (a >= 1 && a <= 12 && l->end == i + 3 && token_is_punct(ts, i + 1, '/') && when_year_ok(b))
        *out = period_month(b, a);
    else
        return false;
    return out->kind != PERIOD_NONE;
}

/* The words from token i to the end as one expression. */
static bool read_rest(struct period *out, const struct line *l, size_t i)
{
    struct when w;
    if (weekday(out, l, i) || weekend(out, l, i) || decade(out, l, i) || holiday(out, l, i) || counted(out, l, i))
        return true;
    if (when_read_as(&w, &l->t, i) && ends(l, w.last)) {
        *out = resolved(l, &w);
        return out->kind != PERIOD_NONE;
    }
    return machine(out, l, i);
}

bool when_of_line(struct period *out, struct arena *a, struct str line, struct date date)
{
    enum { LINE_MOST = 4000, WORDS_BEFORE_MOST = 3 };
    struct tokens ts = {0};
    struct when_context c = {date, {.kind = PERIOD_NONE}};
    size_t i = 0, n;
    *out = (struct period){.kind = PERIOD_NONE};
    line = str_trim(line);
    if (line.len > LINE_MOST) return false;
    tokens_scan(&ts, a, line, 0, (uint32_t)line.len);
    struct line l = {{&ts, &c, true}, date, ts.len - 1};
    for (int k = 0; k <= WORDS_BEFORE_MOST && i < l.end; k++) {
        if (read_rest(out, &l, i)) return true;
        if (!lexicon_at(&ts, i, LEX_TIME_LEAD, &n) && !lexicon_at(&ts, i, LEX_VERSUS, &n) &&
            !lexicon_at(&ts, i, LEX_LINK, &n))
            break;
        i += n;
    }
    return false;
}
