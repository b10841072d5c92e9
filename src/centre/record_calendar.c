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

bool calendar_swap_days(struct db *db, struct arena *a, const struct author *author, const struct swap *s,
                        struct err *err)
{
    if (!s->text.len) return fail(err, ERR_CALENDAR_TEXT);
    if (!swap_fits(s)) return fail(err, ERR_CALENDAR_SWAP, date_text(a, s->off), date_text(a, s->work));
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, change_swap(db, a, author, s, err), err);
}
