/* SPDX-License-Identifier: Apache-2.0
 *
 * workdays: see workdays.h. Questions only; what the days are is settled in workdays_make.c.
 */
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
