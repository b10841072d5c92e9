/* SPDX-License-Identifier: Apache-2.0
 *
 * when_relative: times that need the day of the text or the time that is spoken of: "đến nay", "năm nay", "năm qua",
 * "trong tháng", "từ đầu năm [đến tháng 5]".
 */
#include "when_private.h"

static struct period week_of(struct date d, int weeks)
{
    struct date monday = date_add_days(d, 1 - date_weekday(d) + 7 * weeks);
    return period_days(monday, date_add_days(monday, 6));
}

/* The window after of the same kind as `p`: the next month or quarter. */
static struct period after(struct period p)
{
    int month = p.to.month == 12 ? 1 : p.to.month + 1, year = p.to.year + (p.to.month == 12);
    return p.kind == PERIOD_QUARTER ? period_quarter(year, (month + 2) / 3) : period_month(year, month);
}

/* "từ đầu năm đến nay": the months that are spoken of, when they end with that of the text, else up to its day. */
static struct period since_new_year(const struct when_context *c)
{
    for (int k = 0; k < 2; k++) {
        struct period p = k == 0 ? c->current : c->first;
        if (p.kind != PERIOD_NONE && p.kind != PERIOD_TO_DATE && p.kind != PERIOD_MONTH &&
            p.from.year == c->date.year && p.from.month == 1 && p.to.year == c->date.year &&
            p.to.month == c->date.month)
            return p;
    }
    return period_to_date(c->date);
}

/* Words that need the day of the text. */
static bool day_relative(struct when *w, const struct when_context *c, int word, size_t last)
{
    struct date d = c->date;
    struct period none = {.kind = PERIOD_NONE};
    if (!date_known(d)) return false;
    struct period month = period_month(d.year, d.month), quarter = period_quarter(d.year, (d.month + 2) / 3);
    switch (word) {
    case W_NOW: return when_done(w, period_to_date(d), WHEN_AS_OF, last);
    case W_TODAY: return when_done(w, period_day(d), WHEN_PERIOD, last);
    case W_YESTERDAY: return when_done(w, period_day(date_add_days(d, -1)), WHEN_PERIOD, last);
    case W_DAY_BEFORE_YESTERDAY: return when_done(w, period_day(date_add_days(d, -2)), WHEN_PERIOD, last);
    case W_TOMORROW: return when_done(w, period_day(date_add_days(d, 1)), WHEN_UNTIL, last);
    case W_SINCE_NEW_YEAR: return when_done(w, since_new_year(c), WHEN_PERIOD, last);
    case W_THIS_MONTH: return when_done(w, month, WHEN_PERIOD, last);
    case W_IN_MONTH:
        if (c->current.kind == PERIOD_MONTH) return when_done(w, c->current, WHEN_PERIOD, last);
        /* a report of the first days of a month is about the month before */
        return when_done(w, d.day <= 7 ? period_before(month) : month, WHEN_PERIOD, last);
    case W_PAST_MONTH: return when_done(w, period_before(month), WHEN_PERIOD, last);
    case W_NEXT_MONTH: return when_done(w, after(month), WHEN_UNTIL, last);
    case W_THIS_QUARTER: return when_done(w, quarter, WHEN_PERIOD, last);
    case W_NEXT_QUARTER: return when_done(w, after(quarter), WHEN_UNTIL, last);
    case W_THIS_WEEK: return when_done(w, week_of(d, 0), WHEN_PERIOD, last);
    case W_NEXT_WEEK: return when_done(w, week_of(d, 1), WHEN_UNTIL, last);
    default: return when_done(w, none, WHEN_PERIOD, last);
    }
}

/* "đến nay", "năm nay", "năm qua", "trong năm", "từ đầu năm". */
bool when_relative(struct when *w, const struct when_text *t, size_t i)
{
    const struct when_context *c = t->c;
    size_t n, last;
    int word = when_word(t->ts, i, &n), y = c->date.year ? c->date.year : when_year_now(c);
    if (word < W_THIS_YEAR) return false;
    /* "từ đầu năm | đến tháng 5/2020": the months, also of what is counted. */
    size_t to;
    if (word == W_SINCE_NEW_YEAR && when_word(t->ts, i + n, &to) == W_TO &&
        when_limit_of(w, t, i + n + to, W_TO, false)) {
        w->role = WHEN_PERIOD;
        return true;
    }
    w->relative = true;
    if (word == W_IN_YEAR) {
        int named = when_year_number(t, i + n, &last);
        w->named_year = named > 0;
        if (named > 0) return when_done(w, period_year(named), WHEN_PERIOD, last);
        /* in January a text looks back on the year that has ended */
        if (c->current.kind == PERIOD_NONE && c->date.month == 1)
            return when_done(w, period_year(y - 1), WHEN_PERIOD, i + n);
        return when_year_now(c) && when_done(w, period_year(when_year_now(c)), WHEN_PERIOD, i + n);
    }
    if (word == W_THIS_YEAR) return y && when_done(w, period_year(y), WHEN_PERIOD, i + n);
    if (word == W_PAST_YEAR) return y && when_done(w, period_year(c->date.month <= 3 ? y - 1 : y), WHEN_PERIOD, i + n);
    if (word == W_NEXT_YEAR) return y && when_done(w, period_year(y + 1), WHEN_UNTIL, i + n);
    return day_relative(w, c, word, i + n);
}
