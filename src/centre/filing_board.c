/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_board: see filing_board.h. First the reports that were begun become rows, then each requirement adds the rows
 * that nobody has begun; a key (definition, unit, period) has one row.
 */
#include "filing_board.h"

#include "buf.h"
#include "map.h"
#include "report_window.h"

#include <stdlib.h>

struct work {
    struct board *out;
    struct db *db;
    struct arena *arena;
    const struct board_filter *filter;
    struct definition_list definitions;
    struct requirement_list requirements;
    struct map rows; /* key -> place */
    const struct workdays *days;
    struct err *err;
};

static struct str row_key(struct arena *a, struct str definition, struct str unit, struct period period)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, definition);
    buf_char(&b, '\n');
    buf_put(&b, unit);
    buf_char(&b, '\n');
    period_write(&b, period);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool lies_under(const struct looked_unit *u, const struct looked_unit *upper, struct date day)
{
    if (str_eq(u->id, upper->id) || str_eq(u->parent, upper->id)) return true;
    return u->known.n && upper->known.n && unit_lies_in(u->known, upper->known, day);
}

static bool is_wanted(const struct work *w, struct str definition, const struct looked_unit *u, struct period period,
                      struct date day)
{
    const struct board_filter *f = w->filter;
    if (f->definition.len && !str_eq(f->definition, definition)) return false;
    if (f->period.kind != PERIOD_NONE && !period_eq(f->period, period)) return false;
    if (f->unit && !str_eq(f->unit->id, u->id)) return false;
    return !f->under || lies_under(u, f->under, day);
}

/* --- reports that were begun */

/* The state on the day, and the sendings up to it. False when it had not begun. */
static bool replay(struct board_row *row, const struct event_list *events, size_t *at, struct date on)
{
    bool begun = false;
    for (; *at < events->len && events->at[*at].filing.n == row->id.n; ++*at) {
        const struct filing_event *e = &events->at[*at];
        if (date_cmp(e->day, on) > 0) continue;
        begun = true;
        row->state = e->state;
        if (e->state != FILING_SUBMITTED) continue;
        if (date_known(row->sent))
            row->resent = e->day;
        else
            row->sent = e->day;
    }
    return begun;
}

static void judge(struct board_row *row, enum late_rule late, struct date on)
{
    struct date sent = late == LATE_LAST && date_known(row->resent) ? row->resent : row->sent;
    row->verdict = filing_judge(row->due, sent, on);
    row->late = report_days_late(row->due, date_known(sent) ? sent : on);
}

static bool add_begun(struct work *w)
{
    struct filing_list filings;
    struct event_list events;
    const struct filing_filter filter = {.definition = w->filter->definition,
                                         .unit = w->filter->unit ? w->filter->unit->id : STR(""),
                                         .period = w->filter->period};
    size_t at = 0;
    if (!filing_list(&filings, w->db, w->arena, &filter, w->err) ||
        !filing_events(&events, w->db, w->arena, (struct filing_id){0}, w->err))
        return false;
    for (size_t i = 0; i < filings.len; i++) {
        const struct kept_filing *f = &filings.at[i];
        struct board_row row = {.id = f->id,
                                .definition = f->definition,
                                .name = f->name,
                                .period = f->period,
                                .first = f->first,
                                .last = f->last,
                                .due = f->due};
        if (!unit_look_id(&row.unit, w->db, w->arena, f->unit, w->err)) return false;
        while (at < events.len && events.at[at].filing.n < f->id.n) at++;
        bool begun = replay(&row, &events, &at, w->filter->on);
        if (!begun || !is_wanted(w, row.definition, &row.unit, row.period, row.last)) continue;
        judge(&row, f->late, w->filter->on);
        map_put(&w->rows, w->arena, row_key(w->arena, row.definition, row.unit.id, row.period), (uint32_t)w->out->len);
        *vec_push(w->arena, w->out) = row;
    }
    return true;
}

/* --- what is owed */

bool filing_senders(struct looked_units *out, struct db *db, struct arena *a, enum unit_kind sender, struct str upper,
                    struct date day, struct err *err)
{
    struct unit_id above = unit_of_id(upper);
    struct unit_list own = {0};
    *out = (struct looked_units){0};
    for (uint32_t i = 1; above.n && i <= unit_count(); i++) {
        struct unit_id id = {i};
        struct unit u = unit_at(id);
        if (u.kind == sender && unit_valid_on(&u, day) && i != above.n && unit_lies_in(id, above, day))
            *vec_push(a, out) = looked_known(id);
    }
    if (!unit_list_below(&own, db, a, upper, err)) return false;
    for (size_t i = 0; i < own.len; i++) {
        struct looked_unit u;
        if (!unit_look_id(&u, db, a, own.at[i].code, err)) return false;
        if (!u.known.n && u.kind == sender && looked_valid_on(&u, day)) *vec_push(a, out) = u;
    }
    return true;
}

static bool add_owed(struct work *w, const struct report_definition *d, const struct looked_unit *u,
                     struct period period, struct report_window window)
{
    bool named;
    struct due_rule rule;
    struct str key = row_key(w->arena, d->code, u->id, period);
    if (map_find(&w->rows, key) || !is_wanted(w, d->code, u, period, window.last)) return true;
    struct str literal = due_literal(&named, &w->requirements, d, u, window.last);
    if (!due_rule_read(&rule, literal)) return fail(w->err, ERR_DEFINITION_WRONG, STR("due"), literal);
    struct due_day due = report_due(rule, d->weekend, period, window, w->days);
    struct board_row row = {.definition = d->code,
                            .name = d->name,
                            .unit = *u,
                            .period = period,
                            .first = window.first,
                            .last = window.last,
                            .due = due.day,
                            .due_named = due.named,
                            .provisional = due.provisional};
    judge(&row, d->late, w->filter->on);
    map_put(&w->rows, w->arena, key, (uint32_t)w->out->len);
    *vec_push(w->arena, w->out) = row;
    return true;
}

/* One requirement, one version of its definition, one period. */
static bool add_period(struct work *w, const struct kept_requirement *r, const struct report_definition *d,
                       struct period period, struct report_window window)
{
    struct looked_units units = {0};
    struct looked_unit self;
    if (r->below) {
        if (!filing_senders(&units, w->db, w->arena, d->sender, r->unit, window.last, w->err)) return false;
    } else {
        if (!unit_look_id(&self, w->db, w->arena, r->unit, w->err)) return false;
        if (self.id.len && looked_valid_on(&self, window.last)) *vec_push(w->arena, &units) = self;
    }
    for (size_t i = 0; i < units.len; i++)
        if (!add_owed(w, d, &units.at[i], period, window)) return false;
    return true;
}

/* A requirement holds for the windows that end in its time and not after the day; one without a first day, for the
 * last window of each kind. */
static bool is_due_window(const struct work *w, const struct kept_requirement *r, struct report_window window)
{
    struct date end = date_add_days(w->filter->on, (int32_t)w->filter->ahead);
    if (date_known(r->from) && date_cmp(window.last, r->from) < 0) return false;
    if (date_known(r->to) && date_cmp(r->to, window.last) < 0) return false;
    return w->filter->period.kind != PERIOD_NONE || date_cmp(window.last, end) <= 0;
}

struct owed_period {
    struct period period;
    struct report_window window;
};

struct owed_periods {
    VEC_FIELDS(struct owed_period);
};

static void list_periods(struct owed_periods *out, const struct work *w, const struct kept_requirement *r,
                         const struct report_definition *d, struct window_rule rule)
{
    const struct board_filter *f = w->filter;
    int last = f->period.kind != PERIOD_NONE ? f->period.to.year : f->on.year + 1;
    int first = f->period.kind != PERIOD_NONE ? last : date_known(r->from) ? r->from.year - 1 : f->on.year - 2;
    for (int year = first; year <= last; year++) {
        struct period periods[REPORT_PERIODS_MOST];
        size_t n = report_periods_of_year(periods, d->every, year);
        for (size_t i = 0; i < n; i++) {
            struct report_window window = report_window_of(rule, periods[i]);
            if (!report_holds(d, window) || !is_due_window(w, r, window)) continue;
            *vec_push(w->arena, out) = (struct owed_period){periods[i], window};
        }
    }
}

/* Of each kind of period only the last one. */
static void keep_last(struct owed_periods *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++) {
        bool later = false;
        for (size_t k = i + 1; k < list->len; k++) later = later || list->at[k].period.kind == list->at[i].period.kind;
        if (!later) list->at[kept++] = list->at[i];
    }
    list->len = kept;
}

static bool add_requirement(struct work *w, const struct kept_requirement *r)
{
    for (size_t i = 0; i < w->definitions.len; i++) {
        const struct report_definition *d = &w->definitions.at[i];
        struct owed_periods periods = {0};
        struct window_rule rule;
        if (!str_eq(d->code, r->definition)) continue;
        if (!window_rule_read(&rule, d->window)) return fail(w->err, ERR_DEFINITION_WRONG, STR("window"), d->window);
        list_periods(&periods, w, r, d, rule);
        if (!date_known(r->from) && w->filter->period.kind == PERIOD_NONE) keep_last(&periods);
        for (size_t k = 0; k < periods.len; k++)
            if (!add_period(w, r, d, periods.at[k].period, periods.at[k].window)) return false;
    }
    return true;
}

static int by_key(const void *x, const void *y)
{
    const struct board_row *a = x, *b = y;
    int c = str_cmp(a->definition, b->definition);
    if (c == 0) c = date_cmp(a->last, b->last);
    if (c == 0) c = period_cmp(a->period, b->period);
    return c ? c : str_cmp(a->unit.id, b->unit.id);
}

bool filing_board(struct board *out, struct db *db, struct arena *a, const struct board_filter *f, struct err *err)
{
    struct work w = {.out = out, .db = db, .arena = a, .filter = f, .days = filing_workdays(a), .err = err};
    struct report_definition d;
    *out = (struct board){0};
    if (f->definition.len && f->period.kind != PERIOD_NONE && !definition_for(&d, db, a, f->definition, f->period, err))
        return false;
    if (!definitions_all(&w.definitions, db, a, err) || !requirement_list(&w.requirements, db, a, err) ||
        !add_begun(&w))
        return false;
    for (size_t i = 0; i < w.requirements.len; i++)
        if (!add_requirement(&w, &w.requirements.at[i])) return false;
    if (f->under && f->definition.len) {
        struct kept_requirement asked = {.definition = f->definition, .unit = f->under->id, .below = true};
        if (!add_requirement(&w, &asked)) return false;
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_key);
    return true;
}

void filing_count(struct board_counts *out, struct arena *a, const struct board *board)
{
    *out = (struct board_counts){0};
    for (size_t i = 0; i < board->len; i++) {
        const struct board_row *r = &board->at[i];
        struct board_count *c = out->len ? &out->at[out->len - 1] : NULL;
        if (!c || !str_eq(c->definition, r->definition) || !period_eq(c->period, r->period)) {
            c = vec_push(a, out);
            *c = (struct board_count){.definition = r->definition,
                                      .period = r->period,
                                      .last = r->last,
                                      .due = r->due,
                                      .provisional = r->provisional};
        }
        c->owed++;
        c->of[r->verdict]++;
        if (r->id.n) c->states[r->state]++;
    }
}
