/* SPDX-License-Identifier: Apache-2.0
 *
 * record_calendar: see record_calendar.h. The first row of a year, or of a day off, is the one that counts, so those of
 * the record stand before those of the program.
 */
#include "record_calendar.h"

#include "calendar_rows.h"
#include "said.h"

/* Whether one of the first so many is of that day off. */
static bool off_in(const struct kept_swaps *l, size_t count, struct date off)
{
    for (size_t i = 0; i < count; i++)
        if (date_cmp(l->at[i].off, off) == 0) return true;
    return false;
}

bool record_workdays(const struct workdays **out, struct db *db, struct arena *a, struct err *err)
{
    struct workday_rules *rules = arena_new(a, struct workday_rules);
    struct kept_notices notices = {0};
    struct kept_swaps swaps = {0};
    *rules = workday_rules_catalogue();
    if (db && !(calendar_notices(&notices, db, a, err) && calendar_swaps(&swaps, db, a, err))) return false;
    size_t own = swaps.len;
    for (size_t i = 0; i < rules->announcement_count; i++) *vec_push(a, &notices) = rules->announcements[i];
    for (size_t i = 0; i < rules->swap_count; i++)
        if (!off_in(&swaps, own, rules->swaps[i].off)) *vec_push(a, &swaps) = rules->swaps[i];
    rules->announcements = notices.at;
    rules->announcement_count = notices.len;
    rules->swaps = swaps.at;
    rules->swap_count = swaps.len;
    *out = workdays_make(a, rules);
    return true;
}

bool calendar_announce(struct db *db, struct arena *a, const struct author *author, const struct announcement *n,
                       struct err *err)
{
    char year[8];
    int len = snprintf(year, sizeof year, "%u", (unsigned)n->year);
    if (!n->text.len) return fail(err, ERR_CALENDAR_TEXT);
    if (!announcement_fits(n)) return fail(err, ERR_CALENDAR_NOTICE, (struct str){year, (size_t)len});
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, change_notice(db, a, author, n, err), err);
}

/* Not one that the record or the program has already; a day makes up for one day off alone. */
static bool swap_is_new(struct db *db, struct arena *a, const struct swap *s, struct err *err)
{
    struct kept_swaps all;
    struct workday_rules rules = workday_rules_catalogue();
    if (!calendar_swaps(&all, db, a, err)) return false;
    size_t own = all.len;
    for (size_t i = 0; i < rules.swap_count; i++)
        if (!off_in(&all, own, rules.swaps[i].off)) *vec_push(a, &all) = rules.swaps[i];
    for (size_t i = 0; i < all.len; i++) {
        const struct swap *k = &all.at[i];
        bool off = date_cmp(k->off, s->off) == 0, work = date_cmp(k->work, s->work) == 0;
        if (off && work) return fail(err, ERR_CALENDAR_SWAP_SAME, date_text(a, s->off), date_text(a, s->work), k->text);
        if (work) return fail(err, ERR_CALENDAR_SWAP_TAKEN, date_text(a, s->work), date_text(a, k->off), k->text);
    }
    return true;
}

bool calendar_swap_days(struct db *db, struct arena *a, const struct author *author, const struct swap *s,
                        struct err *err)
{
    if (!s->text.len) return fail(err, ERR_CALENDAR_TEXT);
    if (!swap_fits(s)) return fail(err, ERR_CALENDAR_SWAP, date_text(a, s->off), date_text(a, s->work));
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, swap_is_new(db, a, s, err) && change_swap(db, a, author, s, err), err);
}
