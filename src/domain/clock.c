/* SPDX-License-Identifier: Apache-2.0
 *
 * clock: see clock.h. The state is the last day as counted (`end`) and moved (`due`); each event makes the next state.
 */
#include "clock_count.h"

#include "arena.h"
#include "buf.h"

struct run {
    struct clock_count c;
    const struct clock_question *q;
    struct clock_answer *out;
    struct arena *arena;
    struct {
        VEC_FIELDS(struct clock_step);
    } steps;
    struct moment end;       /* as counted */
    struct moment last_time; /* of the event before */
};

static void step(struct run *r, enum clock_step_kind kind, struct moment from, struct moment to, int32_t n)
{
    if (r->arena) *vec_push(r->arena, &r->steps) = (struct clock_step){kind, from, to, n, NULL};
}

static void step_why(struct run *r, enum clock_step_kind kind, struct moment from, struct moment to,
                     const struct day_entry *why)
{
    step(r, kind, from, to, 0);
    if (r->arena) r->steps.at[r->steps.len - 1].why = why;
}

static bool beyond(struct moment m, struct err *err)
{
    struct buf b = buf_make(32);
    date_write(&b, m.day);
    bool failed = fail(err, ERR_CLOCK_BEYOND, buf_str(&b));
    buf_free(&b);
    return failed;
}

static const struct moment NO_MOMENT = {.minute = MINUTE_UNKNOWN};

static bool counts_working_time(struct term t)
{
    return t.unit == TERM_WORKING_DAY || t.unit == TERM_WORKING_HOUR;
}

/* The weekdays off and Saturdays worked between two days: they are why the count came out as it did. */
static void steps_of_days(struct run *r, struct date after, struct date to)
{
    size_t count, low = 0;
    const struct day_entry *e = workdays_entries(r->c.workdays, &count);
    if (!r->arena || !counts_working_time(r->q->rule->term)) return;
    for (size_t high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (date_cmp(e[middle].day, after) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && date_cmp(e[low].day, to) <= 0; low++) {
        if (e[low].kind == DAY_HOLIDAY && date_weekday(e[low].day) > 5) continue;
        struct moment day = {e[low].day, MINUTE_UNKNOWN};
        step_why(r, STEP_SKIPPED, day, day, &e[low]);
    }
}

/* Saturdays and Sundays that were passed over, those worked not counted. */
static int32_t weekend_days(const struct run *r, struct date after, struct date to)
{
    int32_t n = 0, last = date_to_days(to);
    if (!r->arena || !counts_working_time(r->q->rule->term)) return 0;
    for (int32_t d = date_to_days(after) + 1; d <= last; d++) {
        struct date day = date_from_days(d);
        n += date_weekday(day) > 5 && workdays_has(day) && !workdays_is(r->c.workdays, day);
    }
    return n;
}

/* A new last day, as somebody said it or as counted: moved where the rule moves it. */
static bool settle_said(struct run *r, struct moment from, struct moment end, struct err *err)
{
    struct moment due = clock_rolled(&r->c, end);
    if (!date_known(end.day) || !date_known(due.day)) return beyond(from, err);
    r->end = end;
    r->out->due = due;
    if (moment_cmp(due, end) != 0) step_why(r, STEP_ROLLED, end, due, workdays_look(r->c.workdays, end.day).entry);
    return true;
}

static bool settle(struct run *r, struct moment from, struct moment end, struct err *err)
{
    if (!date_known(end.day)) return beyond(from, err);
    bool back = moment_cmp(end, from) < 0;
    struct date after = back ? end.day : from.day, to = back ? from.day : end.day;
    steps_of_days(r, after, to);
    step(r, STEP_ENDS, from, end, weekend_days(r, after, to));
    return settle_said(r, from, end, err);
}

static bool wait_in_order(struct run *r, const struct clock_event *e, struct err *err)
{
    if (!workdays_has(e->from.day)) return beyond(e->from, err);
    bool ended = date_known(e->to.day);
    if (ended && !workdays_has(e->to.day)) return beyond(e->to, err);
    if (r->out->waiting || moment_cmp(e->from, r->last_time) < 0 || (ended && moment_cmp(e->to, e->from) < 0))
        return fail(err, ERR_CLOCK_ORDER);
    r->last_time = ended ? e->to : e->from;
    return true;
}

static void need_minute(struct run *r, struct moment m)
{
    if (m.minute != MINUTE_UNKNOWN || !term_is_hours(r->q->rule->term)) return;
    r->out->doubts |= CLOCK_HOUR_UNKNOWN;
    step(r, STEP_NO_HOUR, m, m, office_opens(r->c.office));
}

static bool begin(struct run *r, struct moment from, struct err *err)
{
    struct moment at = clock_received(&r->c, from);
    if (!date_known(at.day)) return beyond(from, err);
    if (moment_cmp(at, from) != 0) step(r, STEP_MOVED, from, at, 0);
    r->out->begins = at;
    need_minute(r, at);
    return settle(r, at, clock_end(&r->c, at, r->q->rule->term), err);
}

static bool take_waiting(struct run *r, const struct clock_event *e, struct err *err)
{
    bool ended = date_known(e->to.day);
    if (!wait_in_order(r, e, err)) return false;
    if (r->q->rule->row.waiting == WAITING_RUN) {
        step(r, STEP_WENT_ON, e->from, e->to, 0);
        return true;
    }
    if (moment_cmp(e->from, r->out->due) > 0) {
        step(r, STEP_WAITED_AFTER, e->from, e->to, 0);
        return true;
    }
    struct moment since = moment_cmp(e->from, r->out->begins) < 0 ? r->out->begins : e->from;
    bool anew = r->q->rule->row.waiting == WAITING_RESTART;
    need_minute(r, since);
    if (ended && !anew) need_minute(r, e->to);
    int32_t left = anew ? 0 : clock_left(&r->c, since, r->end);
    if (!ended) {
        r->out->waiting = true;
        r->out->left = left;
        r->out->due = NO_MOMENT;
        step(r, STEP_WAITING, since, e->to, left);
        return true;
    }
    if (anew) {
        step(r, STEP_RESTARTED, since, e->to, 0);
        return begin(r, moment_cmp(e->to, since) <= 0 ? since : e->to, err);
    }
    step(r, STEP_WAITED, since, e->to, left);
    struct moment at = clock_received(&r->c, e->to);
    if (moment_cmp(at, since) <= 0) at = since; /* a day without its minute is not before the minute when it began */
    if (moment_cmp(at, e->to) > 0) step(r, STEP_MOVED, e->to, at, 0);
    return settle(r, at, clock_resume(&r->c, at, left), err);
}

/* What the rule allows is looked at, but what was decided stands: the clock tells, it does not judge. */
static void doubt_extension(struct run *r, const struct clock_event *e, struct moment end)
{
    const struct extension_rule *x = &r->q->rule->extension;
    struct clock_answer *out = r->out;
    if (date_known(e->from.day) && moment_cmp(e->from, out->due) > 0) {
        out->doubts |= CLOCK_EXTENDED_LATE;
        step(r, STEP_EXTENDED_LATE, e->from, out->due, 0);
    }
    if (out->extensions >= x->times) {
        out->doubts |= CLOCK_EXTENDED_OFTEN;
        step(r, STEP_EXTENDED_OFTEN, e->from, end, x->times);
    }
    if (!x->limited) return;
    struct moment most = clock_end(&r->c, r->end, x->most);
    if (!date_known(most.day) || moment_cmp(end, most) <= 0) return;
    out->doubts |= CLOCK_EXTENDED_LONG;
    step(r, STEP_EXTENDED_LONG, most, end, 0);
}

static bool take_extension(struct run *r, const struct clock_event *e, struct err *err)
{
    if (r->out->waiting) return fail(err, ERR_CLOCK_ORDER);
    if (date_known(e->from.day) && moment_cmp(e->from, r->last_time) < 0) return fail(err, ERR_CLOCK_ORDER);
    if (date_known(e->from.day)) r->last_time = e->from;
    struct moment end = date_known(e->to.day) ? e->to : clock_end(&r->c, r->end, e->more);
    if (!workdays_has(end.day)) return beyond(date_known(e->to.day) ? e->to : r->end, err);
    if (moment_cmp(end, r->end) <= 0) return fail(err, ERR_CLOCK_EXTENSION);
    if (r->out->extensions == 0) r->out->first = r->out->due;
    doubt_extension(r, e, end);
    step(r, STEP_EXTENDED, e->from, end, ++r->out->extensions);
    return date_known(e->to.day) ? settle_said(r, r->end, end, err) : settle(r, r->end, end, err);
}

static bool take_events(struct run *r, struct err *err)
{
    for (size_t i = 0; i < r->q->event_count; i++) {
        const struct clock_event *e = &r->q->events[i];
        bool ok = e->kind == CLOCK_WAITING ? take_waiting(r, e, err) : take_extension(r, e, err);
        if (!ok) return false;
    }
    return true;
}

static void finish(struct run *r)
{
    struct clock_answer *out = r->out;
    bool back = r->q->rule->row.way == CLOCK_BEFORE;
    struct date from = back ? out->due.day : r->q->start.day, to = back ? r->q->start.day : out->due.day;
    if (out->extensions == 0) out->first = out->due;
    out->holds = date_known(r->q->printed.day) ? r->q->printed : out->due;
    if (date_known(r->q->printed.day)) step(r, STEP_PRINTED, out->due, r->q->printed, 0);
    if (!date_known(out->due.day)) to = r->last_time.day;
    out->provisional_year = workdays_provisional(r->c.workdays, from, to);
    if (out->provisional_year) step(r, STEP_PROVISIONAL, NO_MOMENT, NO_MOMENT, out->provisional_year);
    out->steps = r->steps.at;
    out->step_count = r->steps.len;
}

bool clock_answer(struct clock_answer *out, struct arena *steps, const struct clock_question *q,
                  const struct workdays *w, struct err *err)
{
    struct run r = {.c = {q->rule, q->office, w}, .q = q, .out = out, .arena = steps, .last_time = q->start};
    *out = (struct clock_answer){.due = NO_MOMENT};
    if (!workdays_has(q->start.day)) return beyond(q->start, err);
    if (q->rule->row.way == CLOCK_BEFORE) {
        if (q->event_count) return fail(err, ERR_CLOCK_BEFORE);
        out->begins = q->start;
        if (!settle(&r, q->start, clock_end_before(&r.c, q->start, q->rule->term), err)) return false;
        out->original = out->due;
        finish(&r);
        return true;
    }
    if (!begin(&r, q->start, err)) return false;
    out->original = out->due;
    if (!take_events(&r, err)) return false;
    finish(&r);
    return true;
}
