/* SPDX-License-Identifier: Apache-2.0
 *
 * when: see when.h. Words of time are data (data/lexicon/time.tsv, class time); what they mean is the enum below. One function
 * reads one form; when_read tries the forms that the first token allows, and each form looks at a fixed number of tokens.
 *
 *     ngày 24/6/2023 | 15-5-2022 | 22.4.2023 | ngày 5 tháng 6 năm 2023     a day
 *     tháng 5[/2024 | năm 2024]                                            a month
 *     [N] tháng [đầu | cuối] năm [Y] | N tháng [năm Y]                     months of a year
 *     quý I[/Y]                                                            a quarter
 *     năm Y | cả năm | năm nay | năm qua | năm học Y-Y | Y-Y | giai đoạn Y-Y
 *     [tính] đến [hết | cuối] (day | month | quarter | năm Y)              as of, or a horizon
 *     cùng kỳ [năm Y] | năm trước | tháng trước                            a base
 *
 * A year that is not written is that of the period spoken of, else that of the text; a month or a window that would lie ahead of
 * the text is still of that year: reports speak of the year they are in.
 */
#include "when.h"

#include "lexicon.h"

enum word {
    W_DAY = 1, W_MONTH, W_QUARTER, W_YEAR, W_WEEK, W_PART_OF_DAY,
    W_BEGIN = 10, W_END, W_MIDDLE, W_WHOLE,
    W_TERM = 20, W_SCHOOL_YEAR,
    W_TO = 30, W_AS_OF, W_UP_TO_END, W_BEFORE, W_FROM, W_CUMULATIVE,
    W_SAME_PERIOD = 40, W_PREVIOUS_YEAR, W_PREVIOUS_PERIOD, W_SAME_PERIOD_LAST_YEAR,
    W_THIS_YEAR = 50, W_PAST_YEAR, W_NOW, W_SINCE_NEW_YEAR, W_IN_YEAR, W_NEXT_YEAR, W_THIS_MONTH, W_PAST_MONTH, W_THIS_QUARTER, W_TODAY, W_NEXT, W_IN_MONTH
};

enum { YEAR_LOW = 1900, YEAR_HIGH = 2100 };

struct reading_when {
    struct when *out;
    const struct tokens *ts;
    const struct when_context *c;
};

/* The word of time at token i; its length. 0: none. */
static int time_word(const struct tokens *ts, size_t i, size_t *len)
{
    const struct lex_sense *s = lexicon_at(ts, i, LEX_TIME, len);
    return s ? s->value : 0;
}

static bool is_word(const struct tokens *ts, size_t i, int w)
{
    size_t n;
    return time_word(ts, i, &n) == w;
}

/* A whole number of digits at token i, or -1. */
static int whole(const struct tokens *ts, size_t i)
{
    uint64_t n;
    if (i >= ts->len || ts->at[i].kind != TOKEN_NUMBER || ts->at[i].len > 4 || !str_to_u64(&n, token_text(ts, i), 9999)) return -1;
    return (int)n;
}

static bool is_year(int n)
{
    return n >= YEAR_LOW && n <= YEAR_HIGH;
}

static int year_now(const struct when_context *c)
{
    if (c->current.kind != PERIOD_NONE) return c->current.to.year;
    return c->date.year;
}

static bool done(struct when *w, struct period p, enum when_role role, size_t last)
{
    w->period = p;
    w->role = role;
    w->last = last;
    return true;
}

/* "năm 2024", "/2024", "-2024", "2024" after a month, quarter or window. */
static size_t year_after(const struct tokens *ts, size_t i, int *year, bool *named)
{
    size_t n = 0;
    size_t at = i;
    if (time_word(ts, at, &n) == W_YEAR) at += n;
    else if (token_is_punct(ts, at, '/') || token_is_punct(ts, at, '-')) at++;
    if (at < i + 3 && is_year(whole(ts, at)) && !(at == i && !(ts->at[at].kind == TOKEN_NUMBER))) {
        if (token_is_punct(ts, at + 1, '-') && is_year(whole(ts, at + 2))) return i; /* "2021-2025" is a term of its own */
        *year = whole(ts, at);
        *named = true;
        return at + 1;
    }
    if (time_word(ts, i, &n) == W_THIS_YEAR) {
        *named = true;
        return i + n;
    }
    return i;
}

/* "22.4.2023", "22.4": a NUMBER token of two or three parts. */
static bool dotted(struct str s, int *d, int *m, int *y)
{
    uint64_t a, b, c = 0;
    struct str_cut one = str_cut(s, STR("."));
    if (!one.found) return false;
    struct str_cut two = str_cut(one.tail, STR("."));
    if (one.head.len > 2 || two.head.len > 2 || !str_to_u64(&a, one.head, 31) || !str_to_u64(&b, two.head, 12) || !a || !b) return false;
    if (two.found && (two.tail.len != 4 || !str_to_u64(&c, two.tail, YEAR_HIGH))) return false;
    *d = (int)a;
    *m = (int)b;
    *y = (int)c;
    return true;
}

/* A day at token i ("24/6/2023", "15-5-2022", "22.4", "5 tháng 6 năm 2023"), without the word "ngày". */
static bool day_read(const struct tokens *ts, size_t i, const struct when_context *c, struct date *out, size_t *last, bool *named)
{
    int d = whole(ts, i), m = -1, y = 0;
    size_t at = i;
    *named = false;
    if (ts->at[i].kind != TOKEN_NUMBER) return false;
    if (dotted(token_text(ts, i), &d, &m, &y)) {
        at = i + 1;
        *named = y != 0;
    } else if (d >= 1 && d <= 31) {
        char sep = token_is_punct(ts, i + 1, '/') ? '/' : token_is_punct(ts, i + 1, '-') ? '-' : 0;
        size_t n;
        if (sep && whole(ts, i + 2) >= 1 && whole(ts, i + 2) <= 12) {
            m = whole(ts, i + 2);
            at = i + 3;
            if (token_is_punct(ts, at, sep) && is_year(whole(ts, at + 1))) {
                y = whole(ts, at + 1);
                at += 2;
                *named = true;
            }
        } else if (time_word(ts, i + 1, &n) == W_MONTH && whole(ts, i + 1 + n) >= 1 && whole(ts, i + 1 + n) <= 12) {
            m = whole(ts, i + 1 + n);
            at = year_after(ts, i + 2 + n, &y, named);
        } else {
            return false;
        }
    } else {
        return false;
    }
    if (y == 0) {
        y = c->date.year ? c->date.year : year_now(c);
        /* a day ahead of the text by more than half a year was last year's */
        if (c->date.year && m > c->date.month + 6) y--;
    }
    if (!date_valid(y, m, d)) return false;
    *out = (struct date){(int16_t)y, (uint8_t)m, (uint8_t)d};
    *last = at;
    return true;
}

/* "tháng 5", "tháng 5/2024", "tháng 12.2025", "T5/2024"; the month's period. */
static bool month_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n;
    int y = year_now(c), d, m, yy;
    if (time_word(ts, i, &n) == W_MONTH) {
        i += n;
    } else if (lexicon_is(ts, i, LEX_MONTH_LETTER) && ts->at[i].len == 1 && (ts->at[i + 1].flags & TOKEN_GLUED)) {
        i++;
    } else {
        return false;
    }
    if (ts->at[i].kind == TOKEN_NUMBER) {
        struct str_cut cut = str_cut(token_text(ts, i), STR("."));
        uint64_t a, b;
        if (cut.found && str_to_u64(&a, cut.head, 12) && a && str_to_u64(&b, cut.tail, YEAR_HIGH) && b >= YEAR_LOW) {
            w->named_year = true;
            return done(w, period_month((int)b, (int)a), WHEN_PERIOD, i + 1);
        }
    }
    m = whole(ts, i);
    if (m < 1 || m > 12) return false;
    (void)d;
    (void)yy;
    size_t last = year_after(ts, i + 1, &y, &w->named_year);
    if (!w->named_year && c->current.kind == PERIOD_NONE && c->date.year && m > c->date.month + 6) y--;
    if (y == 0) return false;
    return done(w, period_month(y, m), WHEN_PERIOD, last);
}

/* "6 tháng đầu năm 2023", "6 tháng cuối năm", "10 tháng năm 2024", "9 tháng". */
static bool months_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n, len;
    int count = whole(ts, i), y = year_now(c);
    bool end = false;
    if (count < 2 || count > 12) {
        const struct lex_sense *d = lexicon_at(ts, i, LEX_DIGIT, &len);
        if (!d || d->value < 2 || (ts->at[i].flags & TOKEN_CAPITAL && i > 0)) return false;
        count = d->value;
    }
    if (time_word(ts, i + 1, &n) != W_MONTH) return false;
    size_t at = i + 1 + n;
    int next = time_word(ts, at, &n);
    bool shaped = false;
    if (next == W_BEGIN || next == W_END) {
        end = next == W_END;
        at += n;
        shaped = true;
        if (time_word(ts, at, &n) == W_YEAR) {
            at += n;
            if (is_year(whole(ts, at))) {
                y = whole(ts, at++);
                w->named_year = true;
            } else if (lexicon_is(ts, at, LEX_NOW_WORD)) {
                at++;
            }
        } else if (time_word(ts, at, &n) == W_THIS_YEAR || time_word(ts, at, &n) == W_PREVIOUS_YEAR) {
            if (time_word(ts, at, &n) == W_PREVIOUS_YEAR) y--;
            at += n;
        }
    } else {
        size_t after = year_after(ts, at, &y, &w->named_year);
        shaped = after > at;
        at = after;
    }
    if (!shaped && lexicon_is(ts, at, LEX_AGO)) return false; /* "sau 4 tháng qua" is a length */
    if (!shaped && i > 0 && lexicon_is(ts, i - 1, LEX_LENGTH_BEFORE)) return false;
    if (!shaped && i > 1 && lexicon_is(ts, i - 2, LEX_LENGTH_BEFORE)) return false;
    if (y == 0) return false;
    return done(w, end ? period_months(y, 13 - count, 12) : period_months(y, 1, count), WHEN_PERIOD, at);
}

static bool quarter_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n, len;
    int y = year_now(c);
    if (time_word(ts, i, &n) != W_QUARTER) return false;
    i += n;
    const struct lex_sense *roman = lexicon_at(ts, i, LEX_ROMAN, &len);
    int q = roman ? roman->value : whole(ts, i);
    if (q < 1 || q > 4) return false;
    size_t last = year_after(ts, i + 1, &y, &w->named_year);
    if (y == 0) return false;
    return done(w, period_quarter(y, q), WHEN_PERIOD, last);
}

/* "2020-2025", "2020 – 2025". */
static bool years_read(struct when *w, const struct tokens *ts, size_t i)
{
    int a = whole(ts, i), b;
    if (!is_year(a)) return false;
    size_t n;
    size_t at = i + 1;
    if (token_is_punct(ts, at, '-')) at++;
    else if (time_word(ts, at, &n) == W_TO) at += n;
    else return false;
    if (time_word(ts, at, &n) == W_YEAR) at += n;
    b = whole(ts, at);
    if (!is_year(b) || b < a || b - a > 60) return false;
    w->named_year = true;
    return done(w, period_years(a, b), WHEN_PERIOD, at + 1);
}

/* "giai đoạn 2020 - 2025", "nhiệm kỳ 2020-2025", "giai đoạn 03 năm 2026 – 2028", "năm học 2023-2024". */
static bool term_read(struct when *w, const struct tokens *ts, size_t i)
{
    size_t n, at;
    int word = time_word(ts, i, &n);
    if (word != W_TERM && word != W_SCHOOL_YEAR) return false;
    at = i + n;
    if (whole(ts, at) >= 1 && whole(ts, at) <= 30 && time_word(ts, at + 1, &n) == W_YEAR) at += 1 + n;
    else if (time_word(ts, at, &n) == W_YEAR) at += n;
    if (years_read(w, ts, at)) return true;
    if (word == W_TERM && is_year(whole(ts, at))) {
        w->named_year = true;
        return done(w, period_year(whole(ts, at)), WHEN_PERIOD, at + 1);
    }
    return false;
}

/* "năm 2023", "năm 2023-2025"; a bare "năm" is no time. */
static bool year_read(struct when *w, const struct tokens *ts, size_t i)
{
    size_t n;
    if (time_word(ts, i, &n) != W_YEAR || !is_year(whole(ts, i + n))) return false;
    if (years_read(w, ts, i + n)) return true;
    w->named_year = true;
    return done(w, period_year(whole(ts, i + n)), WHEN_PERIOD, i + n + 1);
}

/* "cuối năm 2024", "đầu tháng 4/2024", "giữa tháng 2 năm nay": the part does not change the month or year, but the end of a
 * year is a horizon. */
static bool part_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n, m;
    int word = time_word(ts, i, &n);
    if (word != W_BEGIN && word != W_END && word != W_MIDDLE && word != W_WHOLE) return false;
    if (month_read(w, ts, i + n, c)) return true;
    if (quarter_read(w, ts, i + n, c)) return true;
    if (year_read(w, ts, i + n)) {
        if (word == W_BEGIN && w->period.kind == PERIOD_YEAR) w->period = period_month(w->period.from.year, 1);
        return true;
    }
    if (word == W_WHOLE && time_word(ts, i + n, &m) == W_YEAR && year_now(c)) {
        return done(w, period_year(year_now(c)), WHEN_PERIOD, i + n + m);
    }
    return false;
}

/* What follows "đến", "tính đến", "đến hết", "trước": a day, month, quarter or year. */
static bool limit_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n, at;
    int word = time_word(ts, i, &n);
    if (word != W_TO && word != W_AS_OF && word != W_BEFORE && word != W_CUMULATIVE && word != W_UP_TO_END) return false;
    at = i + n;
    bool before = word == W_BEFORE, middle = false;
    for (int k = 0; k < 3; k++) {
        int next = time_word(ts, at, &n);
        if (next == W_MIDDLE || next == W_BEGIN) middle = true;
        else if (next != W_TO && next != W_UP_TO_END && next != W_END && next != W_AS_OF) break;
        at += n;
    }
    struct date d;
    bool named;
    size_t last;
    int day = time_word(ts, at, &n);
    size_t number = day == W_DAY ? at + n : at;
    if (day_read(ts, number, c, &d, &last, &named) && (day == W_DAY || named || word == W_AS_OF)) {
        w->named_year = named;
        bool past = !date_known(c->date) || date_cmp(d, c->date) <= 0;
        return done(w, period_to_date(d), before || !past ? WHEN_UNTIL : WHEN_AS_OF, last);
    }
    struct when inner = {.first = at};
    if (month_read(&inner, ts, at, c) || quarter_read(&inner, ts, at, c)) {
        w->named_year = inner.named_year;
        struct period p = inner.period;
        if (before || middle) return done(w, p, before ? WHEN_UNTIL : WHEN_AS_OF, inner.last);
        bool past = !date_known(c->date) || date_cmp(p.from, c->date) <= 0;
        struct period whole_window = inner.period.kind == PERIOD_MONTH ? period_months(p.from.year, 1, p.from.month) : period_months(p.from.year, 1, p.to.month);
        if (word == W_CUMULATIVE || word == W_AS_OF || word == W_TO || word == W_UP_TO_END)
            return done(w, whole_window, past ? WHEN_AS_OF : WHEN_UNTIL, inner.last);
    }
    if (year_read(&inner, ts, at)) {
        w->named_year = true;
        return done(w, inner.period, WHEN_UNTIL, inner.last);
    }
    if (word == W_CUMULATIVE && (months_read(&inner, ts, at, c) || quarter_read(&inner, ts, at, c))) {
        w->named_year = inner.named_year;
        return done(w, inner.period, WHEN_PERIOD, inner.last);
    }
    if ((word == W_TO || word == W_BEFORE) && time_word(ts, at, &n) == W_YEAR && at > i + 1 && year_now(c)) /* "đến cuối năm" */
        return done(w, period_year(year_now(c)), WHEN_UNTIL, at + n);
    return false;
}

/* "cùng kỳ [năm trước | năm 2022 | 2019]", "năm trước", "tháng trước". */
static bool base_read(struct when *w, const struct tokens *ts, size_t i)
{
    size_t n;
    int word = time_word(ts, i, &n);
    struct when inner = {0};
    if (word != W_SAME_PERIOD && word != W_PREVIOUS_YEAR && word != W_PREVIOUS_PERIOD && word != W_SAME_PERIOD_LAST_YEAR) return false;
    w->relative = true;
    w->same_period = word == W_SAME_PERIOD || word == W_SAME_PERIOD_LAST_YEAR;
    w->previous_year = word == W_PREVIOUS_YEAR;
    w->previous_period = word == W_PREVIOUS_PERIOD;
    size_t last = i + n;
    struct period p = {.kind = PERIOD_NONE};
    if (word == W_SAME_PERIOD) {
        if (year_read(&inner, ts, last)) {
            p = inner.period;
            last = inner.last;
        } else if (is_year(whole(ts, last))) {
            p = period_year(whole(ts, last));
            last++;
        } else if (time_word(ts, last, &n) == W_PREVIOUS_YEAR) {
            last += n;
        }
    }
    return done(w, p, WHEN_BASE, last);
}

/* "đến nay", "năm nay", "năm qua", "từ đầu năm": need the date of the text. */
static bool relative_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n;
    int word = time_word(ts, i, &n), y = c->date.year ? c->date.year : year_now(c);
    w->relative = true;
    switch (word) {
    case W_NOW: return c->date.year && done(w, period_to_date(c->date), WHEN_AS_OF, i + n);
    case W_TODAY: return c->date.year && done(w, period_day(c->date), WHEN_PERIOD, i + n);
    case W_SINCE_NEW_YEAR: return c->date.year && done(w, c->date.day >= 20 ? period_months(y, 1, c->date.month) : period_to_date(c->date), WHEN_PERIOD, i + n);
    case W_THIS_YEAR: return y && done(w, period_year(y), WHEN_PERIOD, i + n);
    case W_PAST_YEAR: return y && done(w, period_year(c->date.month <= 3 ? y - 1 : y), WHEN_PERIOD, i + n);
    case W_IN_YEAR:
        if (is_year(whole(ts, i + n))) {
            w->named_year = true;
            return done(w, period_year(whole(ts, i + n)), WHEN_PERIOD, i + n + 1);
        }
        /* in January a text looks back on the year that has ended */
        if (c->current.kind == PERIOD_NONE && c->date.month == 1) return done(w, period_year(y - 1), WHEN_PERIOD, i + n);
        return year_now(c) && done(w, period_year(year_now(c)), WHEN_PERIOD, i + n);
    case W_NEXT_YEAR:
    case W_NEXT: return y && done(w, period_year(y + 1), WHEN_UNTIL, i + n);
    case W_THIS_MONTH: return c->date.year && done(w, period_month(y, c->date.month), WHEN_PERIOD, i + n);
    case W_IN_MONTH: /* a report of the first days of a month is about the month before */
        if (!c->date.year) return false;
        return done(w, c->date.day <= 7 ? period_before(period_month(y, c->date.month)) : period_month(y, c->date.month), WHEN_PERIOD, i + n);
    case W_PAST_MONTH: return c->date.year && done(w, period_before(period_month(y, c->date.month)), WHEN_PERIOD, i + n);
    case W_THIS_QUARTER: return c->date.year && done(w, period_quarter(y, (c->date.month + 2) / 3), WHEN_PERIOD, i + n);
    default: w->relative = false; return false;
    }
}

/* "ngày 22/1/2025", "từ ngày 15/12/2024 đến ngày 14/01/2025", "chiều 5-11-2024". */
static bool dated_read(struct when *w, const struct tokens *ts, size_t i, const struct when_context *c)
{
    size_t n = 0, last, end;
    int word = time_word(ts, i, &n);
    bool from = word == W_FROM;
    size_t at = i + (from ? n : 0);
    struct date d, e;
    bool named, named2;
    word = time_word(ts, at, &n);
    bool day = word == W_DAY || word == W_PART_OF_DAY;
    if (day) at += n;
    if (day && time_word(ts, at, &n) == W_DAY) at += n;
    if (!day_read(ts, at, c, &d, &last, &named) || (!day && !named)) return false;
    w->named_year = named;
    size_t to = last;
    if (from && time_word(ts, to, &n) == W_TO) {
        to += n;
        if (time_word(ts, to, &n) == W_DAY) to += n;
        if (day_read(ts, to, c, &e, &end, &named2) && date_cmp(d, e) <= 0) {
            w->named_year = named2;
            return done(w, period_days(d, e), WHEN_PERIOD, end);
        }
    }
    if (from) return false;
    return done(w, period_day(d), WHEN_PERIOD, last);
}

bool when_read(struct when *out, const struct tokens *ts, size_t i, const struct when_context *c)
{
    const struct token *t = &ts->at[i];
    size_t n;
    *out = (struct when){.first = i};
    if (t->kind == TOKEN_NUMBER) {
        if (t->len > 10) return false;
        return years_read(out, ts, i) || dated_read(out, ts, i, c) || months_read(out, ts, i, c);
    }
    if (t->kind != TOKEN_WORD || t->phrase == 0) return false;
    int word = time_word(ts, i, &n);
    if (word == 0) return (lexicon_is(ts, i, LEX_DIGIT) && months_read(out, ts, i, c)) || month_read(out, ts, i, c);
    if (t->flags & TOKEN_INSIDE && word != W_YEAR && word != W_MONTH) return false;
    return limit_read(out, ts, i, c) || base_read(out, ts, i) || term_read(out, ts, i) || part_read(out, ts, i, c) || month_read(out, ts, i, c) ||
           quarter_read(out, ts, i, c) || year_read(out, ts, i) || relative_read(out, ts, i, c) || dated_read(out, ts, i, c);
}

bool when_is_date(const struct tokens *ts, size_t i, size_t *last)
{
    struct when_context any = {{2000, 6, 15}, {.kind = PERIOD_NONE}};
    struct date d;
    bool named;
    size_t n;
    if (ts->at[i].kind != TOKEN_NUMBER) return false;
    int hour = whole(ts, i);
    if (day_read(ts, i, &any, &d, last, &named) && named) return true;
    bool spoken = i > 0 && (is_word(ts, i - 1, W_DAY) || is_word(ts, i - 1, W_PART_OF_DAY));
    if (spoken && day_read(ts, i, &any, &d, last, &named)) return true;
    if (spoken && hour >= 1 && hour <= 31 && !lexicon_is(ts, i + 1, LEX_NOUN) && !lexicon_is(ts, i + 1, LEX_HOUR)) { /* "ngày 08 đến" */
        *last = i + 1;
        return true;
    }
    if (hour >= 0 && hour <= 24 && token_is_punct(ts, i + 1, ':') && (ts->at[i + 1].flags & TOKEN_GLUED) && whole(ts, i + 2) >= 0 && whole(ts, i + 2) < 60) {
        *last = i + 3;
        return true;
    }
    if (hour >= 0 && hour <= 24 && lexicon_at(ts, i + 1, LEX_HOUR, &n)) { /* "9 giờ 30", "13h30" */
        *last = i + 1 + n;
        if (whole(ts, *last) >= 0 && whole(ts, *last) < 60) (*last)++;
        return true;
    }
    if (is_year(whole(ts, i)) && token_is_punct(ts, i + 1, '-') && (ts->at[i + 1].flags & TOKEN_GLUED) && whole(ts, i + 2) >= 1 && whole(ts, i + 2) <= 12) {
        *last = token_is_punct(ts, i + 3, '-') && whole(ts, i + 4) >= 1 ? i + 5 : i + 3; /* 2023-12, 2023-12-24 */
        return true;
    }
    if (whole(ts, i) >= 1 && whole(ts, i) <= 12 && token_is_punct(ts, i + 1, '/') && is_year(whole(ts, i + 2))) { /* "5/2024" */
        *last = i + 3;
        return true;
    }
    return false;
}
