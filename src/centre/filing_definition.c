/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_definition: definitions of reports and who must send them (filing_make.h). What a user writes is judged here,
 * before it goes into the journal: a definition that gets in can be reckoned with.
 */
#include "buf.h"
#include "filing_make.h"
#include "indicator.h"
#include "nearest.h"
#include "report_window.h"

bool definitions_all(struct definition_list *out, struct db *db, struct arena *a, struct err *err)
{
    struct definition_list own = {0};
    struct report_definitions law = report_definition_catalogue();
    *out = (struct definition_list){0};
    if (db && !definition_list(&own, db, a, err)) return false;
    for (size_t i = 0; i < law.len; i++) *vec_push(a, out) = law.at[i];
    for (size_t i = 0; i < own.len; i++) *vec_push(a, out) = own.at[i];
    return true;
}

static bool fail_unknown(const struct definition_list *all, struct arena *a, struct str code, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < all->len; i++) {
        if (i && str_eq(all->at[i].code, all->at[i - 1].code)) continue;
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, all->at[i].code);
    }
    bool ok = fail(err, ERR_DEFINITION_UNKNOWN, code, nearest_joined(a, code, buf_str(&b), STR(", ")));
    buf_free(&b);
    return ok;
}

static bool fail_period(const struct report_definition *d, struct period period, struct report_window w,
                        struct err *err)
{
    struct buf b = buf_make(64), every = buf_make(200), last = buf_make(16);
    period_write(&b, period);
    report_every_write(&every, d->every);
    date_write(&last, w.last);
    bool ok = report_is_every(d->every, period)
                  ? fail(err, ERR_DEFINITION_HOLDS, d->code, buf_str(&b), buf_str(&last))
                  : fail(err, ERR_DEFINITION_PERIOD, d->code, buf_str(&b), buf_str(&every));
    buf_free(&b);
    buf_free(&every);
    buf_free(&last);
    return ok;
}

bool definition_for(struct report_definition *out, struct db *db, struct arena *a, struct str code,
                    struct period period, struct err *err)
{
    struct definition_list all;
    const struct report_definition *found = NULL;
    struct report_window w = {0};
    struct window_rule rule;
    if (!definitions_all(&all, db, a, err)) return false;
    for (size_t i = all.len; i-- > 0;) { /* the last word first */
        const struct report_definition *d = &all.at[i];
        if (!str_eq(d->code, code)) continue;
        if (!window_rule_read(&rule, d->window)) return fail(err, ERR_DEFINITION_WRONG, STR("window"), d->window);
        w = report_window_of(rule, period);
        found = d;
        if (!report_is_every(d->every, period) || !report_holds(d, w)) continue;
        *out = *d;
        return true;
    }
    return found ? fail_period(found, period, w, err) : fail_unknown(&all, a, code, err);
}

/* --- what a user writes */

#define WINDOW_WORDS STR("calendar, budget, cut:14")
#define DUE_WORDS STR("last_month:25, next_month:10, next_year:02-20, after:10, agency")
#define EVERY_WORDS STR("month, quarter, three_months, first_half, second_half, nine_months, year")

/* A report cannot be owed before its figures are there. Two years, of which one has a 29 February, show all cases. */
static bool check_due(const struct report_definition *d, struct window_rule window, struct due_rule due,
                      struct err *err)
{
    for (int year = 2023; year <= 2024; year++) {
        struct period periods[REPORT_PERIODS_MOST];
        size_t n = report_periods_of_year(periods, d->every, year);
        for (size_t i = 0; i < n; i++) {
            struct report_window w = report_window_of(window, periods[i]);
            struct date day = report_due(due, WEEKEND_AS_IS, periods[i], w, NULL).day;
            if (!date_known(day) || date_cmp(w.last, day) < 0) continue;
            struct buf p = buf_make(64), last = buf_make(16), at = buf_make(16);
            period_write(&p, periods[i]);
            date_write(&last, w.last);
            date_write(&at, day);
            bool ok = fail(err, ERR_DEFINITION_DUE, d->due, buf_str(&p), buf_str(&last), buf_str(&at));
            buf_free(&p);
            buf_free(&last);
            buf_free(&at);
            return ok;
        }
    }
    return true;
}

static bool check_codes(struct str list, struct err *err)
{
    struct str code;
    while ((code = code_list_next(&list)).len)
        if (!indicator_find(code)) return fail(err, ERR_INDICATOR_UNKNOWN, code);
    return true;
}

static bool check_definition(const struct report_definition *d, struct err *err)
{
    struct window_rule window;
    struct due_rule due;
    struct str required = d->required, code;
    if (!d->name.len) return fail(err, ERR_DEFINITION_LACKS, STR("name"));
    if (!d->every) return fail(err, ERR_DEFINITION_LACKS, STR("every"));
    if (!d->indicators.len) return fail(err, ERR_DEFINITION_LACKS, STR("indicators"));
    if (!window_rule_read(&window, d->window))
        return fail(err, ERR_DEFINITION_WRONG, STR("window"), d->window, WINDOW_WORDS);
    if (!due_rule_read(&due, d->due)) return fail(err, ERR_DEFINITION_WRONG, STR("due"), d->due, DUE_WORDS);
    if (date_known(d->from) && date_known(d->to) && date_cmp(d->from, d->to) > 0)
        return fail(err, ERR_DEFINITION_WRONG, STR("to"), STR(""), STR("--from <= --to"));
    if (!check_codes(d->indicators, err)) return false;
    while ((code = code_list_next(&required)).len)
        if (!code_list_has(d->indicators, code))
            return fail(err, ERR_DEFINITION_WRONG, STR("required"), code, d->indicators);
    return check_due(d, window, due, err);
}

bool definition_make(struct db *db, struct arena *a, const struct author *author, const struct report_definition *d,
                     struct err *err)
{
    struct report_definitions law = report_definition_catalogue();
    for (size_t i = 0; i < law.len; i++)
        if (str_eq(law.at[i].code, d->code)) return fail(err, ERR_DEFINITION_LAW, d->code);
    if (!check_definition(d, err)) return false;
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, change_definition(db, a, author, d, err), err);
}

static bool require_inside(struct db *db, struct arena *a, const struct author *author,
                           const struct kept_requirement *r, struct err *err)
{
    struct definition_list all;
    struct window_rule window;
    struct due_rule due;
    bool found = false;
    if (!definitions_all(&all, db, a, err)) return false;
    if (r->due.len && !due_rule_read(&due, r->due))
        return fail(err, ERR_DEFINITION_WRONG, STR("due"), r->due, DUE_WORDS);
    for (size_t i = 0; i < all.len; i++) {
        if (!str_eq(all.at[i].code, r->definition)) continue;
        found = true;
        struct report_definition d = all.at[i];
        d.due = r->due;
        if (r->due.len && window_rule_read(&window, d.window) && !check_due(&d, window, due, err)) return false;
    }
    if (!found) return fail_unknown(&all, a, r->definition, err);
    return change_requirement(db, a, author, r, err);
}

bool requirement_make(struct db *db, struct arena *a, const struct author *author, const struct kept_requirement *r,
                      struct err *err)
{
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, require_inside(db, a, author, r, err), err);
}

static bool holds_on(const struct kept_requirement *r, struct date day)
{
    return (!date_known(r->from) || date_cmp(r->from, day) <= 0) && (!date_known(r->to) || date_cmp(day, r->to) <= 0);
}

struct str due_literal(bool *named, const struct requirement_list *list, const struct report_definition *d,
                       const struct looked_unit *u, struct date day)
{
    struct str due = d->due;
    bool of_unit = false;
    *named = false;
    for (size_t i = 0; i < list->len; i++) {
        const struct kept_requirement *r = &list->at[i];
        if (!str_eq(r->definition, d->code) || !holds_on(r, day)) continue;
        bool self = !r->below && str_eq(r->unit, u->id);
        struct unit_id upper = unit_of_id(r->unit);
        bool above = r->below && u->kind == d->sender &&
                     (str_eq(r->unit, u->parent) || (u->known.n && upper.n && unit_lies_in(u->known, upper, day)));
        if (!self && !above) continue;
        *named = true;
        if (r->due.len && (self || !of_unit)) due = r->due;
        of_unit = of_unit || (self && r->due.len);
    }
    return due;
}
