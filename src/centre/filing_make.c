/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_make: see filing_make.h. Opening a report freezes by what it will be judged; every later step looks at what
 * was frozen.
 */
#include "filing_make.h"

#include "buf.h"
#include "filing_sheet.h"
#include "indicator.h"
#include "report_window.h"
#include "said.h"

static struct str keep(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static struct str times_of(struct arena *a, struct period p, struct report_window w, bool stock)
{
    struct period times[REPORT_TIMES_MOST];
    size_t n = report_times(times, p, w, stock);
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < n; i++) {
        if (i) buf_char(&b, ' ');
        period_write(&b, times[i]);
    }
    return keep(a, &b);
}

struct filing_cells {
    VEC_FIELDS(struct filing_cell);
};

static void cells_of(struct filing_cells *out, struct arena *a, const struct report_definition *d)
{
    struct str list = d->indicators, code;
    while ((code = code_list_next(&list)).len) {
        const struct indicator *i = indicator_find(code);
        *vec_push(a, out) = (struct filing_cell){code, code_list_has(d->required, code), i && i->time == TIME_STOCK};
    }
}

static struct str shown_id(struct arena *a, struct filing_id id)
{
    struct buf b = buf_make(16);
    filing_id_write(&b, id);
    return keep(a, &b);
}

/* Whether a unit owes the report: by its kind, or because somebody said so. */
static bool check_unit(const struct report_definition *d, const struct looked_unit *u, bool named, struct date last,
                       struct arena *a, struct err *err)
{
    if (!named && u->kind != d->sender)
        return fail(err, ERR_FILING_SENDER, d->code, unit_kind_word(d->sender), u->name, unit_kind_word(u->kind));
    return looked_valid_on(u, last) || fail(err, ERR_FILING_UNIT_ENDED, u->name, date_text(a, last));
}

struct new_unit_list {
    VEC_FIELDS(struct new_unit);
};

/* A unit of the country that the record does not speak of yet. */
static bool need_unit(struct new_unit_list *out, struct db *db, struct arena *a, const struct looked_unit *u,
                      struct err *err)
{
    struct str name;
    if (!unit_name_of(&name, db, a, u->id, err)) return false;
    if (!name.len && u->known.n)
        *vec_push(a, out) = (struct new_unit){.code = u->id, .name = u->name, .key = unit_key(a, u->name)};
    return true;
}

struct beginning {
    const struct filing_wish *wish;
    struct report_definition definition;
    struct report_window window;
    struct requirement_list requirements;
    struct filing_cells cells;
    struct str times, stock_times;
    const struct workdays *days;
};

const struct workdays *filing_workdays(struct arena *a)
{
    struct workday_rules *rules = arena_new(a, struct workday_rules);
    *rules = workday_rules_catalogue();
    return workdays_make(a, rules);
}

static bool begin_one(struct filing_begun *out, const struct beginning *b, struct db *db, struct arena *a,
                      const struct author *author, const struct looked_unit *u, struct err *err)
{
    const struct report_definition *d = &b->definition;
    struct filing_list there;
    struct filing_filter same = {.definition = d->code, .unit = u->id, .period = b->wish->period};
    struct new_unit_list units = {0};
    struct due_rule due;
    struct filing_id id;
    bool named;
    struct str literal = due_literal(&named, &b->requirements, d, u, b->window.last);
    if (!check_unit(d, u, named, b->window.last, a, err) || !filing_list(&there, db, a, &same, err)) return false;
    if (there.len && b->wish->skip_begun) return true;
    if (there.len)
        return fail(err, ERR_FILING_TWICE, shown_id(a, there.at[0].id), d->code, u->name,
                    period_text(a, b->wish->period));
    if (!due_rule_read(&due, literal)) return fail(err, ERR_DEFINITION_WRONG, STR("due"), literal);
    if (!need_unit(&units, db, a, u, err)) return false;
    struct due_day until = report_due(due, d->weekend, b->wish->period, b->window, b->days);
    struct filing_open_change c = {
        .filing = {.definition = d->code,
                   .name = d->name,
                   .unit = u->id,
                   .period = b->wish->period,
                   .first = b->window.first,
                   .last = b->window.last,
                   .due = until.day,
                   .late = d->late,
                   .times = b->times,
                   .stock_times = b->stock_times},
        .cells = b->cells.at,
        .cell_count = b->cells.len,
        .units = units.at,
        .unit_count = units.len,
        .day = b->wish->day,
        .note = b->wish->note,
    };
    if (!change_filing_open(&id, db, a, author, &c, err)) return false;
    if (!out->ids.len) out->due = until;
    *vec_push(a, &out->ids) = id;
    out->several |= date_cmp(out->due.day, until.day) != 0;
    out->moved += date_known(until.named);
    out->provisional += until.provisional;
    out->none += !date_known(until.day);
    return true;
}

static bool begin_all(struct filing_begun *out, struct db *db, struct arena *a, const struct author *author,
                      const struct filing_wish *w, struct err *err)
{
    struct beginning b = {.wish = w, .days = filing_workdays(a)};
    struct window_rule rule;
    if (!definition_for(&b.definition, db, a, w->definition, w->period, err) ||
        !requirement_list(&b.requirements, db, a, err))
        return false;
    if (!window_rule_read(&rule, b.definition.window))
        return fail(err, ERR_DEFINITION_WRONG, STR("window"), b.definition.window);
    b.window = report_window_of(rule, w->period);
    b.times = times_of(a, w->period, b.window, false);
    b.stock_times = times_of(a, w->period, b.window, true);
    cells_of(&b.cells, a, &b.definition);
    for (size_t i = 0; i < w->unit_count; i++)
        if (!begin_one(out, &b, db, a, author, &w->units[i], err)) return false;
    return true;
}

bool filing_begin(struct filing_begun *out, struct db *db, struct arena *a, const struct author *author,
                  const struct filing_wish *w, struct err *err)
{
    *out = (struct filing_begun){0};
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, begin_all(out, db, a, author, w, err), err);
}

/* --- steps */

static bool fail_state(struct arena *a, const struct kept_filing *f, enum filing_state to, struct err *err)
{
    return fail(err, ERR_FILING_STATE, shown_id(a, f->id), filing_state_word(f->state), filing_state_word(to));
}

/* The day of a step is not before the step before; when a report was opened says nothing about when a paper came. */
static bool check_day(struct db *db, struct arena *a, const struct kept_filing *f, struct date day, struct err *err)
{
    struct event_list events;
    if (!filing_events(&events, db, a, f->id, err)) return false;
    if (events.len < 2) return true;
    struct date last = events.at[events.len - 1].day;
    if (date_cmp(last, day) <= 0) return true;
    return fail(err, ERR_FILING_BEFORE, date_text(a, day), shown_id(a, f->id), date_text(a, last));
}

static bool check_cells(size_t *missing, struct db *db, struct arena *a, const struct kept_filing *f, struct err *err)
{
    struct filing_sheet sheet;
    struct buf b = buf_make(2000);
    size_t required = 0;
    if (!filing_sheet_make(&sheet, db, a, f->id, err)) return false;
    *missing = 0;
    for (size_t i = 0; i < sheet.cells.len; i++) {
        const struct sheet_figure *c = &sheet.cells.at[i];
        if (c->value.known) continue;
        ++*missing;
        if (!c->cell.required) continue;
        if (required++) buf_put(&b, STR(", "));
        buf_put(&b, c->cell.indicator);
    }
    struct str codes = keep(a, &b);
    char room[24];
    int len = snprintf(room, sizeof room, "%zu", required);
    return !required || fail(err, ERR_FILING_REQUIRED, shown_id(a, f->id), (struct str){room, (size_t)len}, codes);
}

/* What formulas give for cells without a figure, as it is on the day of the lock. */
static bool lock_values(struct locked_list *out, struct db *db, struct arena *a, struct filing_id id, struct err *err)
{
    struct filing_sheet sheet;
    if (!filing_sheet_make(&sheet, db, a, id, err)) return false;
    for (size_t i = 0; i < sheet.cells.len; i++)
        if (sheet.cells.at[i].computed) locked_make(vec_push(a, out), a, sheet.cells.at[i].computed);
    return true;
}

static bool advance_one(size_t *missing, struct db *db, struct arena *a, const struct author *author,
                        const struct filing_step *s, struct filing_id id, struct err *err)
{
    struct kept_filing f;
    struct locked_list locked = {0};
    struct filing_event e = {.filing = id, .state = s->to, .day = s->day, .said = s->said, .note = s->note};
    if (!filing_load(&f, db, a, id, err)) return false;
    if (!filing_may_go(f.state, s->to)) return fail_state(a, &f, s->to, err);
    if (!check_day(db, a, &f, s->day, err)) return false;
    if (s->to == FILING_SUBMITTED && !check_cells(missing, db, a, &f, err)) return false;
    if (s->to == FILING_LOCKED && !lock_values(&locked, db, a, id, err)) return false;
    return change_filing_move(db, a, author, &e, &locked, err);
}

static bool advance_all(size_t *missing, struct db *db, struct arena *a, const struct author *author,
                        const struct filing_step *s, struct err *err)
{
    for (size_t i = 0; i < s->count; i++)
        if (!advance_one(&missing[i], db, a, author, s, s->ids[i], err)) return false;
    return true;
}

bool filing_advance(size_t *missing, struct db *db, struct arena *a, const struct author *author,
                    const struct filing_step *s, struct err *err)
{
    if (s->to == FILING_RETURNED && !s->note.len) return fail(err, ERR_FILING_REASON);
    if (date_cmp(s->day, s->today) > 0)
        return fail(err, ERR_FILING_FUTURE, date_text(a, s->day), date_text(a, s->today));
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, advance_all(missing, db, a, author, s, err), err);
}
