/* SPDX-License-Identifier: Apache-2.0
 *
 * when: see when.h. Words of time are data (data/lexicon/time.tsv, class time; the enum of when_private.h). One
 * function reads one form; when_read tries the forms that the first token allows, and each form looks at a fixed number
 * of tokens.
 *
 *     ngày 24/6/2023 | 15-5-2022 | 22.4.2023 | ngày 5 tháng 6 năm 2023     a day, and runs of days: when_day.c
 *     tháng 5[/2024 | năm 2024] [- 6]                                      a month, or months
 *     [N] tháng [đầu | cuối] năm [Y] | N tháng [năm Y] | N quý đầu năm     months of a year
 *     quý I[/Y] | quý I và II | nửa đầu năm Y                              a quarter, a half
 *     năm Y | cả năm | năm nay | năm qua | năm học Y-Y | Y-Y | giai đoạn Y-Y
 *     [tính] đến [hết | cuối] (day | month | quarter | năm Y)              as of, or a horizon
 *     cùng kỳ [năm Y] | năm trước | tháng trước                            a base
 *
 * A year that is not written is that of the period spoken of, else that of the text; a month or a window that would lie
 * ahead of the text is still of that year: reports speak of the year they are in.
 */
#include "when_private.h"

static bool is_word(const struct tokens *ts, size_t i, int w)
{
    size_t n;
    return when_word(ts, i, &n) == w;
}

/* The month that follows a month's number: "tháng 1 - 6/2024", "tháng 11/2022 đến tháng 2/2023". */
static bool months_to(struct when *w, const struct when_text *t, size_t i, int month, int year, bool named)
{
    size_t n, at = i, last;
    int to_year = year;
    bool named_to = false, said = false;
    if (token_is_punct(t->ts, at, '-'))
        at++;
    else if (when_word(t->ts, at, &n) == W_TO)
        at += n;
    else
        return false;
    if (when_word(t->ts, at, &n) == W_MONTH) {
        at += n;
        said = true;
    }
    int to = when_month_number(t, at, &last);
    if (to < 0) return false;
    last = when_year_after(t, last, &to_year, &named_to);
    if (!said && !named_to) return false; /* "tháng 5 đến 7 dự án" */
    if (!named) year = to_year;
    if (year == 0 || to_year == 0) return false;
    struct period p = year == to_year ? period_months(year, month, to)
                                      : period_months_between(year, month, to_year, to);
    if (p.kind == PERIOD_NONE) return false;
    w->named_year = named || named_to;
    return when_done(w, p, WHEN_PERIOD, last);
}

/* "tháng 5", "tháng 5/2024", "tháng 12.2025", "T5/2024", "tháng 1 - 6/2024"; the month's period. */
static bool month_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n, last;
    int y = when_year_now(t->c);
    int word = when_word(ts, i, &n);
    if (word == W_MONTH || word == W_IN_MONTH) {
        i += n;
    } else if (lexicon_is(ts, i, LEX_MONTH_LETTER) && ts->at[i].len == 1 && ts->at[i + 1].flags & TOKEN_GLUED) {
        i++;
    } else {
        return false;
    }
    if (ts->at[i].kind == TOKEN_NUMBER) {
        struct str_cut cut = str_cut(token_text(ts, i), STR("."));
        uint64_t a, b;
        if (cut.found && str_to_u64(&a, cut.head, 12) && a && str_to_u64(&b, cut.tail, 9999) && when_year_ok((int)b)) {
            w->named_year = true;
            return when_done(w, period_month((int)b, (int)a), WHEN_PERIOD, i + 1);
        }
    }
    int m = when_month_number(t, i, &last);
    if (m < 0) return false;
    last = when_year_after(t, last, &y, &w->named_year);
    if (months_to(w, t, last, m, y, w->named_year)) return true;
    if (!w->named_year && t->c->current.kind == PERIOD_NONE && t->c->date.year && m > t->c->date.month + 6 &&
        !t->spoken)
        y--;
    return y && when_done(w, period_month(y, m), WHEN_PERIOD, last);
}

/* "đầu năm 2023", "cuối năm" after "6 tháng"; the token after it. */
static size_t part_of_year(const struct when_text *t, size_t i, int *year, bool *named, bool *end)
{
    const struct tokens *ts = t->ts;
    size_t n, last;
    int word = when_word(ts, i, &n);
    if (word != W_BEGIN && word != W_END) return i;
    *end = word == W_END;
    i += n;
    word = when_word(ts, i, &n);
    if (word == W_YEAR) {
        i += n;
        int y = when_year_number(t, i, &last);
        if (y > 0) {
            *year = y;
            *named = true;
            return last;
        }
        return i + (lexicon_is(ts, i, LEX_NOW_WORD) ? 1 : 0);
    }
    if (word == W_THIS_YEAR || word == W_PREVIOUS_YEAR) {
        if (t->c->date.year) *year = t->c->date.year;
        if (word == W_PREVIOUS_YEAR) --*year;
        return i + n;
    }
    return i;
}

/* A count before "tháng" or "quý": digits, or a word that can hardly be anything else. */
static int count_before(const struct when_text *t, size_t i, size_t *last)
{
    struct when_text spoken = {t->ts, t->c, true};
    const struct token *k = &t->ts->at[i];
    if (k->kind == TOKEN_WORD && k->flags & TOKEN_CAPITAL && i > 0) return -1;
    return when_number(&spoken, i, last);
}

/* "6 tháng đầu năm 2023", "6 tháng cuối năm", "10 tháng năm 2024", "9 tháng", "6T/2024", "3 quý đầu năm". */
static bool months_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n, at;
    int count = count_before(t, i, &at), y = when_year_now(t->c), word;
    bool end = false;
    if (count < 1 || count > 12) return false;
    word = when_word(ts, at, &n);
    bool letter = word == 0 && lexicon_is(ts, at, LEX_MONTH_LETTER) && ts->at[at].len == 1 &&
                  ts->at[at].flags & TOKEN_GLUED;
    if (word != W_MONTH && word != W_QUARTER && !letter) return false;
    at += letter ? 1 : n;
    int per = word == W_QUARTER ? 3 : 1;
    if (count * per > 12 || (count == 1 && per == 1)) return false;
    size_t after = part_of_year(t, at, &y, &w->named_year, &end);
    bool shaped = after > at;
    if (!shaped) {
        after = when_year_after(t, at, &y, &w->named_year);
        shaped = after > at;
    }
    if (!shaped) {
        if (per == 3 || letter || lexicon_is(ts, at, LEX_AGO)) return false; /* "sau 4 tháng qua" is a length */
        if (i > 0 && lexicon_is(ts, i - 1, LEX_LENGTH_BEFORE)) return false;
        if (i > 1 && lexicon_is(ts, i - 2, LEX_LENGTH_BEFORE)) return false;
    }
    if (y == 0) return false;
    count *= per;
    return when_done(w, end ? period_months(y, 13 - count, 12) : period_months(y, 1, count), WHEN_PERIOD, after);
}

/* "I", "1", "thứ nhất", spoken "ba": a quarter's number, or -1. */
static int quarter_number(const struct when_text *t, size_t i, size_t *last)
{
    size_t n;
    const struct lex_sense *roman = lexicon_at(t->ts, i, LEX_ROMAN, &n);
    *last = i + 1;
    int q = roman && n == 1 ? roman->value : when_number(t, i, last);
    return q >= 1 && q <= 4 ? q : -1;
}

/* "quý I/2024", "quý 3 năm 2024", "quý I và II", "Q1/2024". */
static bool quarter_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n, last, more;
    int y = when_year_now(t->c);
    bool letter = when_word(ts, i, &n) != W_QUARTER;
    bool roman = ts->at[i + 1].kind == TOKEN_WORD && lexicon_is(ts, i + 1, LEX_ROMAN); /* "q I": no district */
    if (letter) {
        if (!lexicon_is(ts, i, LEX_QUARTER_LETTER) || ts->at[i].len != 1 ||
            !((ts->at[i + 1].flags & TOKEN_GLUED) || roman))
            return false;
        n = 1;
    }
    int q = quarter_number(t, i + n, &last), to = q;
    if (q < 0) return false;
    size_t at = last;
    if (token_is_punct(ts, at, '-') || lexicon_is(ts, at, LEX_AND)) {
        at++;
        if (when_word(ts, at, &n) == W_QUARTER) at += n;
        to = quarter_number(t, at, &more);
        if (to > q &&
            (ts->at[at].kind != TOKEN_NUMBER || is_word(ts, at - 1, W_QUARTER) || token_is_punct(ts, at - 1, '-')))
            last = more;
        else
            to = q;
    }
    size_t end = when_year_after(t, last, &y, &w->named_year);
    if (y == 0 || (letter && !w->named_year && !roman)) return false; /* "Q1" is a district */
    return when_done(w, period_months(y, 3 * q - 2, 3 * to), WHEN_PERIOD, end);
}

/* "2020-2025", "2020 – 2025", "từ năm 2020 đến năm 2023", "từ năm 2020 đến nay". */
static bool years_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n, at, last;
    int a = when_year_number(t, i, &at), b;
    if (a < 0) return false;
    if (token_is_punct(ts, at, '-'))
        at++;
    else if (when_word(ts, at, &n) == W_TO)
        at += n;
    else
        return false;
    if (when_word(ts, at, &n) == W_YEAR) at += n;
    b = when_year_number(t, at, &last);
    if (b < a || b - a > 60) return false;
    w->named_year = true;
    return when_done(w, period_years(a, b), WHEN_PERIOD, last);
}

/* "giai đoạn 2020 - 2025", "nhiệm kỳ 2020-2025", "giai đoạn 03 năm 2026 – 2028", "năm học 2023-2024". */
static bool term_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n, at, last;
    int word = when_word(ts, i, &n);
    if (word != W_TERM && word != W_SCHOOL_YEAR) return false;
    at = i + n;
    if (word == W_TERM && lexicon_at(ts, at, LEX_LOOKING_BACK, &last) && t->c->date.year) {
        int end = t->c->date.year / 5 * 5; /* "nhiệm kỳ qua": terms of five years begin and end with 0 and 5 */
        w->relative = true;
        return when_done(w, period_years(end - 5, end), WHEN_PERIOD, at + last);
    }
    if (when_digits(ts, at) >= 1 && when_digits(ts, at) <= 30 && when_word(ts, at + 1, &n) == W_YEAR)
        at += 1 + n;
    else if (when_word(ts, at, &n) == W_YEAR)
        at += n;
    if (years_read(w, t, at)) return true;
    int y = when_year_number(t, at, &last);
    if (word != W_TERM || y < 0) return false;
    int end = when_year_number(t, last, &n); /* "giai đoạn 2021 2025": the dash was lost */
    if (end > y && end - y <= 10) {
        w->named_year = true;
        return when_done(w, period_years(y, end), WHEN_PERIOD, n);
    }
    w->named_year = true;
    return when_done(w, period_year(y), WHEN_PERIOD, last);
}

/* "năm 2023", "năm 2023-2025"; a bare "năm" is no time. */
static bool year_read(struct when *w, const struct when_text *t, size_t i)
{
    size_t n, last;
    if (when_word(t->ts, i, &n) != W_YEAR) return false;
    int y = when_year_number(t, i + n, &last);
    if (y < 0) return false;
    if (years_read(w, t, i + n)) return true;
    w->named_year = true;
    return when_done(w, period_year(y), WHEN_PERIOD, last);
}

/* "5 năm qua", "trong 3 năm gần đây" of a text of 2020: the years back to 2015, to 2017. */
static bool past_years(struct when *w, const struct when_text *t, size_t i)
{
    size_t n, last = i, back;
    int count = count_before(t, i, &last), y = t->c->date.year;
    int word = when_word(t->ts, last, &n);
    if (count < 2 || count > 30 || y == 0 || (word != W_YEAR && word != W_PAST_YEAR)) return false;
    w->relative = true;
    if (word == W_PAST_YEAR) return when_done(w, period_years(y - count, y), WHEN_PERIOD, last + n);
    if (!lexicon_at(t->ts, last + n, LEX_LOOKING_BACK, &back)) return false;
    return when_done(w, period_years(y - count, y), WHEN_PERIOD, last + n + back);
}

/* "5 năm 2021-2025": the count of the years is part of it. */
static bool counted_years(struct when *w, const struct when_text *t, size_t i)
{
    size_t n;
    int count = when_digits(t->ts, i);
    if (count < 2 || count > 30 || when_word(t->ts, i + 1, &n) != W_YEAR) return false;
    return years_read(w, t, i + 1 + n) && w->period.to.year - w->period.from.year <= count;
}

/* "cuối năm 2024", "đầu tháng 4/2024", "giữa tháng 2 năm nay": the part does not change the month or year; "đầu năm
 * 2024" is its first month. "nửa đầu năm 2024" is a half. */
static bool part_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n, m;
    int word = when_word(ts, i, &n);
    if (word == W_FIRST_HALF || word == W_SECOND_HALF) {
        struct when inner = {.first = i};
        int y = when_year_now(t->c);
        size_t last = i + n;
        if (year_read(&inner, t, last) && inner.period.kind == PERIOD_YEAR) {
            y = inner.period.to.year;
            last = inner.last;
            w->named_year = true;
        } else if (is_word(ts, last, W_THIS_YEAR)) {
            when_word(ts, last, &m);
            last += m;
        } else if (when_word(ts, last, &m) == W_YEAR) {
            last += m;
        } else {
            return false;
        }
        return y && when_done(w, period_half(y, word == W_FIRST_HALF ? 1 : 2), WHEN_PERIOD, last);
    }
    if (word != W_BEGIN && word != W_END && word != W_MIDDLE && word != W_WHOLE) return false;
    if (month_read(w, t, i + n) || quarter_read(w, t, i + n)) return true;
    if (year_read(w, t, i + n)) {
        if (word == W_BEGIN && w->period.kind == PERIOD_YEAR) w->period = period_month(w->period.from.year, 1);
        return true;
    }
    if (word == W_WHOLE && when_word(ts, i + n, &m) == W_YEAR && when_year_now(t->c))
        return when_done(w, period_year(when_year_now(t->c)), WHEN_PERIOD, i + n + m);
    return false;
}

/* A day, month or quarter after "đến": as of its end, from the start of its year; ahead of the text it is a horizon. */
bool when_limit_of(struct when *w, const struct when_text *t, size_t at, int word, bool middle)
{
    const struct when_context *c = t->c;
    size_t n, last;
    struct date d;
    bool named, before = word == W_BEFORE;
    int day = when_word(t->ts, at, &n);
    if (when_day(t, day == W_DAY ? at + n : at, &d, &last, &named) && (day == W_DAY || named || word == W_AS_OF)) {
        w->named_year = named;
        bool past = !date_known(c->date) || date_cmp(d, c->date) <= 0;
        return when_done(w, period_to_date(d), before || !past ? WHEN_UNTIL : WHEN_AS_OF, last);
    }
    struct when inner = {.first = at};
    if (!month_read(&inner, t, at) && !quarter_read(&inner, t, at)) return false;
    struct period p = inner.period;
    w->named_year = inner.named_year;
    if (before || middle) return when_done(w, p, before ? WHEN_UNTIL : WHEN_AS_OF, inner.last);
    bool past = !date_known(c->date) || date_cmp(p.from, c->date) <= 0;
    return when_done(w, period_months(p.to.year, 1, p.to.month), past ? WHEN_AS_OF : WHEN_UNTIL, inner.last);
}

/* What follows "đến", "tính đến", "đến hết", "trước": a day, month, quarter or year. */
static bool limit_read(struct when *w, const struct when_text *t, size_t i)
{
    size_t n, at;
    int word = when_word(t->ts, i, &n);
    if (word != W_TO && word != W_AS_OF && word != W_BEFORE && word != W_CUMULATIVE && word != W_UP_TO_END)
        return false;
    at = i + n;
    bool middle = false;
    for (int k = 0; k < 3; k++) {
        int next = when_word(t->ts, at, &n);
        if (next == W_MIDDLE || next == W_BEGIN)
            middle = true;
        else if (next != W_TO && next != W_UP_TO_END && next != W_END && next != W_AS_OF)
            break;
        at += n;
    }
    if (when_limit_of(w, t, at, word, middle)) return true;
    struct when inner = {.first = at};
    if (year_read(&inner, t, at)) {
        w->named_year = true;
        return when_done(w, inner.period, WHEN_UNTIL, inner.last);
    }
    if (word == W_CUMULATIVE && months_read(&inner, t, at)) {
        w->named_year = inner.named_year;
        return when_done(w, inner.period, WHEN_PERIOD, inner.last);
    }
    if ((word == W_TO || word == W_BEFORE) && when_word(t->ts, at, &n) == W_YEAR && at > i + 1 &&
        when_year_now(t->c)) /* "đến cuối năm" */
        return when_done(w, period_year(when_year_now(t->c)), WHEN_UNTIL, at + n);
    return false;
}

/* "[từ năm] 2020 đến nay": the years up to that of the text. */
static bool years_to_now(struct when *w, const struct when_text *t, size_t i)
{
    size_t last, n;
    int from = when_year_number(t, i, &last), to = t->c->date.year;
    if (from <= 0 || from >= to || when_word(t->ts, last, &n) != W_NOW) return false;
    w->named_year = true;
    return when_done(w, period_years(from, to), WHEN_PERIOD, last + n);
}

/* "[từ] ngày 1/7 đến cuối tháng 10/2025": the days up to the end of the month. */
static bool day_to_month(struct when *w, const struct when_text *t, size_t i)
{
    size_t n, last;
    struct date from;
    bool named;
    if (when_word(t->ts, i, &n) == W_DAY) i += n;
    if (!when_day(t, i, &from, &last, &named)) return false;
    int word = when_word(t->ts, last, &n);
    if (word != W_TO && word != W_UP_TO_END) return false;
    size_t at = last + n;
    for (word = when_word(t->ts, at, &n); word == W_END || word == W_UP_TO_END; word = when_word(t->ts, at, &n))
        at += n;
    struct when to = {.first = at};
    if (!month_read(&to, t, at) || to.period.kind != PERIOD_MONTH) return false;
    if (!named && date_cmp(from, to.period.to) > 0) return false;
    if (!named) from.year = to.period.to.year;
    w->named_year = named || to.named_year;
    return when_done(w, period_days(from, to.period.to), WHEN_PERIOD, to.last);
}

/* "từ ngày ... đến ngày ...", "từ tháng 1 đến tháng 6/2024", "từ năm 2020 đến năm 2023": "từ" belongs to a time only
 * with its end. */
static bool from_read(struct when *w, const struct when_text *t, size_t i)
{
    size_t n, m;
    if (when_word(t->ts, i, &n) != W_FROM) return false;
    if (when_days(w, t, i) || day_to_month(w, t, i + n)) return true;
    size_t at = i + n;
    struct when inner = {.first = at};
    if (month_read(&inner, t, at) && inner.period.kind != PERIOD_MONTH) {
        w->named_year = inner.named_year;
        return when_done(w, inner.period, WHEN_PERIOD, inner.last);
    }
    if (when_word(t->ts, at, &m) == W_YEAR) at += m;
    return years_read(w, t, at) || years_to_now(w, t, at);
}

/* "cùng kỳ [năm trước | năm 2022 | 2019]", "năm trước", "tháng trước". */
static bool base_read(struct when *w, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n;
    int word = when_word(ts, i, &n);
    struct when inner = {0};
    if (word < W_SAME_PERIOD || word > W_PREVIOUS_WEEK) return false;
    w->relative = true;
    w->same_period = word == W_SAME_PERIOD || word == W_SAME_PERIOD_LAST_YEAR;
    w->previous_year = word == W_PREVIOUS_YEAR;
    w->previous_period = word == W_PREVIOUS_PERIOD || word == W_PREVIOUS_QUARTER || word == W_PREVIOUS_WEEK;
    size_t last = i + n;
    struct period p = {.kind = PERIOD_NONE};
    if (word == W_SAME_PERIOD) {
        if (year_read(&inner, t, last)) {
            p = inner.period;
            last = inner.last;
        } else if (when_year_ok(when_digits(ts, last))) {
            p = period_year(when_digits(ts, last));
            last++;
        } else if (when_word(ts, last, &n) == W_PREVIOUS_YEAR) {
            last += n;
        }
    }
    return when_done(w, p, WHEN_BASE, last);
}

/* Whether the digits at token i may be part of a time: a point in them, a sign after them, or a word of time. What this
 * refuses, none of the forms would take; most numbers of a report are refused here. */
static bool may_be_time(const struct tokens *ts, size_t i)
{
    const struct token *next = &ts->at[i + 1];
    if (next->kind == TOKEN_WORD && (lexicon_may(ts, i + 1, LEX_TIME) || lexicon_may(ts, i + 1, LEX_MONTH_LETTER)))
        return true;
    if (next->kind == TOKEN_PUNCT && (next->punct == '-' || next->punct == '/')) return true;
    return str_find_char(token_text(ts, i), '.') >= 0;
}

static bool number_first(struct when *out, const struct when_text *t, size_t i)
{
    if (t->ts->at[i].len > 10 || !(t->spoken || may_be_time(t->ts, i))) return false;
    return years_read(out, t, i) || when_days(out, t, i) || months_read(out, t, i) || counted_years(out, t, i) ||
           past_years(out, t, i);
}

static bool word_first(struct when *out, const struct when_text *t, size_t i)
{
    const struct tokens *ts = t->ts;
    size_t n;
    int word = when_word(ts, i, &n);
    if (word == 0) {
        if ((lexicon_is(ts, i, LEX_DIGIT) || lexicon_is(ts, i, LEX_TEN)) && months_read(out, t, i)) return true;
        return month_read(out, t, i) || quarter_read(out, t, i) ||
               (t->spoken && (when_days(out, t, i) || years_read(out, t, i)));
    }
    if (ts->at[i].flags & TOKEN_INSIDE && word != W_YEAR && word != W_MONTH)
        return limit_read(out, t, i); /* "hoàn thành trước" */
    if (!t->spoken && ts->at[i].len > 1) {
        switch (word) { /* the frequent words, with the forms that they may begin */
        case W_YEAR: return year_read(out, t, i);
        case W_MONTH: return month_read(out, t, i);
        case W_DAY: return when_days(out, t, i);
        case W_BEGIN:
        case W_END:
        case W_MIDDLE:
        case W_WHOLE: return part_read(out, t, i);
        case W_FROM: return from_read(out, t, i);
        case W_TO:
        case W_BEFORE: return limit_read(out, t, i);
        default: break;
        }
    }
    return limit_read(out, t, i) || base_read(out, t, i) || term_read(out, t, i) || part_read(out, t, i) ||
           month_read(out, t, i) || quarter_read(out, t, i) || year_read(out, t, i) || when_relative(out, t, i) ||
           from_read(out, t, i) || when_days(out, t, i) ||
           (t->spoken && months_read(out, t, i)); /* "năm tháng đầu năm" */
}

bool when_read_as(struct when *out, const struct when_text *t, size_t i)
{
    const struct token *k = &t->ts->at[i];
    struct when w = {.first = i};
    if (k->kind == TOKEN_NUMBER ? !number_first(&w, t, i)
                                : k->kind != TOKEN_WORD || k->phrase == 0 || !word_first(&w, t, i))
        return false;
    w.first = i;
    *out = w;
    return true;
}

bool when_read(struct when *out, const struct tokens *ts, size_t i, const struct when_context *c)
{
    struct when_text t = {ts, c, false};
    *out = (struct when){.first = i};
    return when_read_as(out, &t, i);
}

/* "13h30", "9 giờ 30", "14:05" at token i, of the hour's number. */
static bool clock_read(const struct tokens *ts, size_t i, size_t *last)
{
    size_t n;
    int hour = when_digits(ts, i);
    if (hour < 0 || hour > 24) return false;
    if (token_is_punct(ts, i + 1, ':') && ts->at[i + 1].flags & TOKEN_GLUED && when_digits(ts, i + 2) >= 0 &&
        when_digits(ts, i + 2) < 60) {
        *last = i + 3;
        if (token_is_punct(ts, i + 3, ':') && ts->at[i + 3].flags & TOKEN_GLUED && when_digits(ts, i + 4) >= 0)
            *last = i + 5; /* with seconds */
        return true;
    }
    if (!lexicon_at(ts, i + 1, LEX_HOUR, &n)) return false;
    *last = i + 1 + n;
    if (when_digits(ts, *last) >= 0 && when_digits(ts, *last) < 60) ++*last;
    return true;
}

bool when_is_date(const struct tokens *ts, size_t i, size_t *last)
{
    struct when_context any = {{2000, 6, 15}, {.kind = PERIOD_NONE}};
    struct when_text t = {ts, &any, false};
    struct date d;
    bool named;
    if (ts->at[i].kind != TOKEN_NUMBER) return false;
    bool after = may_be_time(ts, i) || token_is_punct(ts, i + 1, ':') || lexicon_may(ts, i + 1, LEX_HOUR);
    if (!after && (i == 0 || !lexicon_may(ts, i - 1, LEX_TIME))) return false;
    int number = when_digits(ts, i);
    bool day = when_day(&t, i, &d, last, &named);
    if (day && named) return true;
    bool said = i > 0 && (is_word(ts, i - 1, W_DAY) || is_word(ts, i - 1, W_PART_OF_DAY));
    if (said && day) return true;
    if (said && number >= 1 && number <= 31 && !lexicon_is(ts, i + 1, LEX_NOUN) &&
        !lexicon_is(ts, i + 1, LEX_HOUR)) { /* "ngày 08 đến" */
        *last = i + 1;
        return true;
    }
    if (clock_read(ts, i, last)) return true;
    int second = when_digits(ts, i + 2);
    if (when_year_ok(number) && token_is_punct(ts, i + 1, '-') && ts->at[i + 1].flags & TOKEN_GLUED && second >= 1 &&
        second <= 12) {
        *last = token_is_punct(ts, i + 3, '-') && when_digits(ts, i + 4) >= 1 ? i + 5 : i + 3; /* 2023-12, 2023-12-24 */
        return true;
    }
    if (number >= 1 && number <= 12 && token_is_punct(ts, i + 1, '/') && when_year_ok(second)) { /* "5/2024" */
        *last = i + 3;
        return true;
    }
    return false;
}
