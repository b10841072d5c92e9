/* SPDX-License-Identifier: Apache-2.0
 *
 * report_window: see report_window.h. NĐ 09/2019/NĐ-CP Điều 12 has one sentence for each kind of period; all of them
 * say the same: with the cut at day c, from day c + 1 of the month before the period to day c of its last month.
 */
#include "report_window.h"

static struct date day_in_month(int year, int month, int day)
{
    int most = date_days_in_month(year, month);
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)(day < most ? day : most)};
}

static bool is_of_report(struct period p)
{
    switch (p.kind) {
    case PERIOD_MONTH:
    case PERIOD_QUARTER:
    case PERIOD_HALF:
    case PERIOD_NINE_MONTHS:
    case PERIOD_YEAR: return p.from.year > 1 && p.to.year < 9999;
    case PERIOD_NONE:
    case PERIOD_DAY:
    case PERIOD_DAYS:
    case PERIOD_MONTHS:
    case PERIOD_YEARS:
    case PERIOD_TO_DATE:
    case PERIOD_KINDS: return false;
    }
    return false;
}

struct report_window report_window_of(struct window_rule rule, struct period p)
{
    struct report_window w = {p.from, p.to};
    if (!is_of_report(p)) return (struct report_window){0};
    switch (rule.basis) {
    case WINDOW_CALENDAR: break;
    case WINDOW_CUT:
        w.first = p.from.month > 1 ? day_in_month(p.from.year, p.from.month - 1, rule.cut + 1)
                                   : day_in_month(p.from.year - 1, 12, rule.cut + 1);
        w.last = day_in_month(p.to.year, p.to.month, rule.cut);
        break;
    case WINDOW_BUDGET:
        if (p.kind == PERIOD_YEAR) w.last = day_in_month(p.to.year + 1, 1, 31);
        break;
    }
    return w;
}

/* The day that the rule names, whatever day of the week it is. */
static struct date named_day(struct due_rule due, struct period p, struct report_window w)
{
    switch (due.basis) {
    case DUE_AGENCY: break;
    case DUE_LAST_MONTH: return day_in_month(p.to.year, p.to.month, due.day);
    case DUE_NEXT_MONTH:
        return p.to.month < 12 ? day_in_month(p.to.year, p.to.month + 1, due.day)
                               : day_in_month(p.to.year + 1, 1, due.day);
    case DUE_NEXT_YEAR: return day_in_month(p.to.year + 1, due.month, due.day);
    case DUE_AFTER: return date_add_days(w.last, due.days);
    }
    return (struct date){0};
}

static struct date after_weekend(struct date d)
{
    int weekday = date_weekday(d);
    return weekday > 5 ? date_add_days(d, 8 - weekday) : d;
}

struct due_day report_due(struct due_rule due, enum weekend_rule weekend, struct period p, struct report_window w,
                          const struct workdays *days)
{
    struct date named = date_known(w.last) ? named_day(due, p, w) : (struct date){0};
    struct due_day out = {.day = named};
    if (!date_known(named) || weekend == WEEKEND_AS_IS) return out;
    bool counted = days && workdays_has(named);
    if (counted) out.day = workdays_add(days, named, 0);
    if (!counted || !date_known(out.day)) out.day = after_weekend(named);
    out.provisional = counted && workdays_provisional(days, named, out.day) != 0;
    if (date_cmp(out.day, named) != 0) out.named = named;
    return out;
}

int32_t report_days_late(struct date due, struct date day)
{
    if (!date_known(due) || !date_known(day)) return 0;
    int32_t days = date_to_days(day) - date_to_days(due);
    return days > 0 ? days : 0;
}

bool report_is_every(uint32_t every, struct period p)
{
    switch (p.kind) {
    case PERIOD_MONTH: return every & REPORT_MONTH;
    case PERIOD_QUARTER: return every & (p.from.month == 1 ? REPORT_QUARTER | REPORT_THREE_MONTHS : REPORT_QUARTER);
    case PERIOD_HALF: return every & (p.from.month == 1 ? REPORT_FIRST_HALF : REPORT_SECOND_HALF);
    case PERIOD_NINE_MONTHS: return every & REPORT_NINE_MONTHS;
    case PERIOD_YEAR: return every & REPORT_YEAR;
    case PERIOD_NONE:
    case PERIOD_DAY:
    case PERIOD_DAYS:
    case PERIOD_MONTHS:
    case PERIOD_YEARS:
    case PERIOD_TO_DATE:
    case PERIOD_KINDS: return false;
    }
    return false;
}

bool report_holds(const struct report_definition *d, struct report_window w)
{
    if (!date_known(w.last)) return false;
    return (!date_known(d->from) || date_cmp(d->from, w.last) <= 0) &&
           (!date_known(d->to) || date_cmp(w.last, d->to) <= 0);
}

size_t report_periods_of_year(struct period out[REPORT_PERIODS_MOST], uint32_t every, int year)
{
    struct period all[REPORT_PERIODS_MOST];
    size_t n = 0, kept = 0;
    for (int m = 1; m <= 12; m++) all[n++] = period_month(year, m);
    for (int q = 1; q <= 4; q++) all[n++] = period_quarter(year, q);
    for (int h = 1; h <= 2; h++) all[n++] = period_half(year, h);
    all[n++] = period_months(year, 1, 9);
    all[n++] = period_year(year);
    for (size_t i = 0; i < n; i++)
        if (report_is_every(every, all[i])) out[kept++] = all[i];
    return kept;
}

static void add_time(struct period *out, size_t *n, struct period p)
{
    for (size_t i = 0; i < *n; i++)
        if (period_eq(out[i], p)) return;
    out[(*n)++] = p;
}

size_t report_times(struct period out[REPORT_TIMES_MOST], struct period p, struct report_window w, bool stock)
{
    size_t n = 0;
    bool whole = date_cmp(w.first, p.from) == 0 && date_cmp(w.last, p.to) == 0;
    bool from_new_year = p.from.month == 1 && p.kind != PERIOD_MONTH;
    if (!date_known(w.last)) return 0;
    if (!whole) add_time(out, &n, period_days(w.first, w.last));
    add_time(out, &n, p);
    if (from_new_year && w.last.year == p.to.year) add_time(out, &n, period_to_date(w.last));
    if (from_new_year) add_time(out, &n, period_to_date(p.to));
    if (!stock) return n;
    add_time(out, &n, period_day(w.last));
    add_time(out, &n, period_day(p.to));
    return n;
}
