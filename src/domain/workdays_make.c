/* SPDX-License-Identifier: Apache-2.0
 *
 * workdays_make: the tables of law into the arrays of workdays.h. Year by year: the holidays of the year are put down,
 * those on a Saturday or Sunday are made up for, and last come the swaps, which name their days themselves.
 *
 * A day that is off already is never put down twice, so a make-up day moves on past holidays, and a holiday that falls
 * on another one (lunar 10/3 on 30/4) adds nothing. No such year lies in the span.
 */
#include "lunar.h"
#include "workdays_private.h"

struct workday_rules workday_rules_catalogue(void)
{
    return (struct workday_rules){holidays,  holidays_count,  announcements,   announcements_count,
                                  day_swaps, day_swaps_count, holiday_customs, holiday_customs_count};
}

static const struct announcement *announcement_of(const struct workday_rules *rules, int year)
{
    for (size_t i = 0; i < rules->announcement_count; i++)
        if (rules->announcements[i].year == year) return &rules->announcements[i];
    return NULL;
}

static bool put(struct workdays *w, struct arena *a, struct day_entry e)
{
    int32_t at = date_to_days(e.day) - w->first;
    if (at < 0 || at >= WORKDAYS_DAYS || w->entry_of[at] != ENTRY_NONE) return false;
    w->entry_of[at] = (uint16_t)w->entries.len;
    *vec_push(a, &w->entries) = e;
    return true;
}

static int days_before(const struct workday_rules *rules, const struct holiday *h, struct date main_day)
{
    for (size_t i = 0; i < rules->custom_count; i++)
        if (str_eq(rules->customs[i].code, h->code) && rules->customs[i].weekday == date_weekday(main_day))
            return rules->customs[i].days_before;
    return 0;
}

/* The first day off of a holiday, and how many there are, as announced or by custom. */
static int first_day(struct date *first, const struct workday_rules *rules, const struct holiday *h,
                     const struct announcement *told, struct date main_day)
{
    *first = main_day;
    if (h->which == HOLIDAY_FIXED) return h->days;
    if (!told) {
        *first = date_add_days(main_day, -days_before(rules, h, main_day));
        return h->days;
    }
    bool lunar = h->calendar == HOLIDAY_LUNAR;
    struct date last = lunar ? told->tet_to : told->national_to;
    *first = lunar ? told->tet_from : told->national_from;
    return date_to_days(last) - date_to_days(*first) + 1;
}

static bool holds(const struct holiday *h, struct date d)
{
    return date_cmp(h->from, d) <= 0 && (!date_known(h->to) || date_cmp(d, h->to) <= 0);
}

static bool main_day_of(struct date *out, const struct holiday *h, const struct lunar_year *y)
{
    *out = (struct date){(int16_t)y->year, h->month, h->day};
    struct lunar_date l = {(int16_t)y->year, h->month, h->day, false};
    return h->calendar == HOLIDAY_SOLAR ? true : lunar_day(out, y, l);
}

static void put_holiday(struct workdays *w, struct arena *a, const struct workday_rules *rules, const struct holiday *h,
                        const struct lunar_year *y)
{
    const struct announcement *told = w->announced[y->year - WORKDAYS_FIRST];
    struct date main_day, first;
    if (!main_day_of(&main_day, h, y) || !holds(h, main_day)) return;
    int days = first_day(&first, rules, h, told, main_day);
    bool arranged = h->which == HOLIDAY_ARRANGED;
    for (int i = 0; i < days; i++) {
        struct date d = date_add_days(first, i);
        bool adjacent = h->calendar == HOLIDAY_SOLAR && arranged && date_cmp(d, main_day) != 0;
        bool by_text = arranged && told && told->text.len && (h->calendar == HOLIDAY_LUNAR || adjacent);
        bool unseen = arranged && told && !told->text.len && h->calendar == HOLIDAY_LUNAR;
        bool off_anyway = date_weekday(d) > 5; /* what there is to say of a holiday is how it is made up for */
        put(w, a,
            (struct day_entry){.day = d,
                               .kind = DAY_HOLIDAY,
                               .name = h->name,
                               .citation = by_text ? told->text : h->citation,
                               .note = unseen       ? told->note
                                       : off_anyway ? h->note
                                                    : STR(""),
                               .adjacent = adjacent,
                               .provisional = arranged && !told && (h->calendar == HOLIDAY_LUNAR || adjacent)});
    }
}

/* Holidays of the tables stand in the order of the year only by chance; those who are made up for must. */
static void sort_entries(struct workdays *w, size_t from)
{
    for (size_t i = from + 1; i < w->entries.len; i++)
        for (size_t k = i; k > from && date_cmp(w->entries.at[k].day, w->entries.at[k - 1].day) < 0; k--) {
            struct day_entry e = w->entries.at[k];
            w->entries.at[k] = w->entries.at[k - 1];
            w->entries.at[k - 1] = e;
        }
    for (size_t i = from; i < w->entries.len; i++)
        w->entry_of[date_to_days(w->entries.at[i].day) - w->first] = (uint16_t)i;
}

static void put_make_ups(struct workdays *w, struct arena *a, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        struct day_entry e = w->entries.at[i];
        struct date day = e.day;
        if (date_weekday(day) < 6) continue;
        e.kind = DAY_MAKE_UP;
        e.with = day;
        do e.day = day = date_add_days(day, 1);
        while (workdays_has(day) && (date_weekday(day) > 5 || !put(w, a, e)));
    }
}

static void put_swaps(struct workdays *w, struct arena *a, const struct workday_rules *rules)
{
    for (size_t i = 0; i < rules->swap_count; i++) {
        const struct swap *s = &rules->swaps[i];
        struct day_entry off = {s->off, DAY_SWAP_OFF, STR(""), s->work, s->text, s->note, false, false};
        struct day_entry work = {s->work, DAY_SWAP_WORK, STR(""), s->off, s->text, s->note, false, false};
        put(w, a, off);
        put(w, a, work);
    }
}

static bool worked(const struct workdays *w, int32_t at)
{
    uint16_t e = w->entry_of[at];
    if (e != ENTRY_NONE) return w->entries.at[e].kind == DAY_SWAP_WORK;
    return date_weekday(date_from_days(w->first + at)) < 6;
}

const struct workdays *workdays_make(struct arena *a, const struct workday_rules *rules)
{
    struct workdays *w = arena_new(a, struct workdays);
    w->first = date_to_days((struct date){WORKDAYS_FIRST, 1, 1});
    for (size_t i = 0; i < WORKDAYS_DAYS; i++) w->entry_of[i] = ENTRY_NONE;
    for (int year = WORKDAYS_FIRST; year <= WORKDAYS_LAST; year++) {
        size_t from = w->entries.len;
        w->announced[year - WORKDAYS_FIRST] = announcement_of(rules, year);
        struct lunar_year y = {0};
        if (!lunar_year_make(&y, year)) continue; /* the lunar calendar has all of these years */
        for (size_t i = 0; i < rules->holiday_count; i++) put_holiday(w, a, rules, &rules->holidays[i], &y);
        sort_entries(w, from);
        put_make_ups(w, a, from, w->entries.len);
    }
    put_swaps(w, a, rules);
    sort_entries(w, 0);
    uint16_t n = 0;
    for (int32_t at = 0; at < WORKDAYS_DAYS; at++) {
        w->before[at] = n;
        if (worked(w, at)) w->nth[n++] = (uint16_t)at;
    }
    w->before[WORKDAYS_DAYS] = n;
    return w;
}
