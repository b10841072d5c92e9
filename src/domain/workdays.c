/* SPDX-License-Identifier: Apache-2.0
 *
 * workdays: see workdays.h. Questions only; what the days are is settled in workdays_make.c.
 */
#include "lunar.h"
#include "workdays_private.h"

bool workdays_has(struct date d)
{
    return d.year >= WORKDAYS_FIRST && d.year <= WORKDAYS_LAST;
}

bool workdays_is(const struct workdays *w, struct date d)
{
    int32_t at = date_to_days(d) - w->first;
    return w->before[at + 1] != w->before[at];
}

struct workday workdays_look(const struct workdays *w, struct date d)
{
    uint16_t e = w->entry_of[date_to_days(d) - w->first];
    bool provisional = !workdays_announced(w, d.year);
    if (e != ENTRY_NONE) return (struct workday){w->entries.at[e].kind, &w->entries.at[e], provisional};
    return (struct workday){date_weekday(d) < 6 ? DAY_WORK : DAY_WEEKEND, NULL, provisional};
}

struct date workdays_add(const struct workdays *w, struct date d, int32_t n)
{
    if (!workdays_has(d)) return (struct date){0};
    int32_t at = date_to_days(d) - w->first;
    /* The first one after d is number before[at + 1], the last one before it is number before[at] - 1. */
    int32_t nth = n > 0 ? w->before[at + 1] + n - 1 : w->before[at] + n;
    if (nth < 0 || nth >= w->before[WORKDAYS_DAYS]) return (struct date){0};
    return date_from_days(w->first + w->nth[nth]);
}

int32_t workdays_count(const struct workdays *w, struct date from, struct date to)
{
    return w->before[date_to_days(to) - w->first + 1] - w->before[date_to_days(from) - w->first + 1];
}

const struct announcement *workdays_announced(const struct workdays *w, int year)
{
    return year < WORKDAYS_FIRST || year > WORKDAYS_LAST ? NULL : w->announced[year - WORKDAYS_FIRST];
}

int workdays_provisional(const struct workdays *w, struct date from, struct date to)
{
    for (int year = from.year; year <= to.year; year++)
        if (!workdays_announced(w, year)) return year;
    return 0;
}

const struct day_entry *workdays_entries(const struct workdays *w, size_t *count)
{
    *count = w->entries.len;
    return w->entries.at;
}

static bool days_hold(struct date from, struct date to, int count, struct date main_day)
{
    return workdays_has(from) && workdays_has(to) && date_to_days(to) - date_to_days(from) == count - 1 &&
           date_cmp(from, main_day) <= 0 && date_cmp(main_day, to) <= 0;
}

bool announcement_fits(const struct announcement *n)
{
    enum { TET_DAYS = 5, NATIONAL_DAYS = 2, TWO_SINCE = 2021 };
    struct date first;
    if (n->year < WORKDAYS_FIRST || n->year > WORKDAYS_LAST) return false;
    int16_t year = (int16_t)n->year;
    return lunar_to_date(&first, (struct lunar_date){year, 1, 1, false}) &&
           days_hold(n->tet_from, n->tet_to, TET_DAYS, first) &&
           days_hold(n->national_from, n->national_to, year < TWO_SINCE ? 1 : NATIONAL_DAYS, (struct date){year, 9, 2});
}

bool swap_fits(const struct swap *s)
{
    return workdays_has(s->off) && workdays_has(s->work) && date_weekday(s->off) < 6 && date_weekday(s->work) > 5;
}
