/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_seen: one matter as a period sees it at its end (matter_feed.h): when it began and ended as far as was known
 * then, and how it stood. The matter is the one of that day already (matter_then.h).
 */
#include "matter_feed.h"
#include "office_hours.h"

static struct date field_day(const struct kept_matter *m, struct str field)
{
    struct moment at;
    const struct name_value *v = field.len ? name_value_find(&m->fields, field) : NULL;
    return v && moment_read(&at, v->value) ? at.day : (struct date){0};
}

static bool by(struct date d, struct date last)
{
    return date_known(d) && date_cmp(d, last) <= 0;
}

static struct date begun_of(const struct kept_matter *m, const struct matter_kind *k, const struct matter_clock *c)
{
    struct date start = field_day(m, k->clock.start);
    if (c && date_known(c->from.day)) return c->from.day;
    bool never = m->group == MATTER_WAITING || m->group == MATTER_DROPPED;
    if (k->clock.has && k->clock.state.len && never && !date_known(m->due_day)) return (struct date){0};
    return date_known(start) ? start : m->opened;
}

/* Whether the clock stood at the end of a day. */
static bool stands(const struct matter_clock *c, struct date on)
{
    struct clock_events events;
    struct str wrong;
    enum clock_event_kind kind;
    if (!c || !c->wait.len || !clock_events_read(&events, c->wait, STR(""), &wrong, &kind)) return false;
    for (size_t i = 0; i < events.len; i++) {
        const struct clock_event *e = &events.at[i];
        bool over = date_known(e->to.day) && date_cmp(e->to.day, on) <= 0;
        if (by(e->from.day, on) && !over) return true;
    }
    return false;
}

static enum figure_stand stand_of(enum matter_outcome o)
{
    switch (o) {
    case OUTCOME_EARLY: return STAND_EARLY;
    case OUTCOME_ON_TIME: return STAND_ON_TIME;
    case OUTCOME_LATE: return STAND_LATE;
    case OUTCOME_NONE: break;
    }
    return STAND_FREE;
}

struct matter_seen matter_see(const struct kept_matter *m, const struct matter_kind *k, bool told, struct date to)
{
    struct matter_clock clock;
    bool has = m->clock.len && matter_clock_read(&clock, m->clock);
    const struct matter_clock *c = has ? &clock : NULL;
    bool by_portal = told && m->group == MATTER_DONE && k->clock.recorded.len;
    struct matter_seen s = {.begun = begun_of(m, k, c),
                            .ended = by_portal ? field_day(m, k->clock.recorded) : m->ended};
    if (!by(s.ended, to)) s.ended = (struct date){0};
    if (by(m->ended, to)) s.in_truth = m->ended;
    s.dropped = date_known(s.ended) && m->group == MATTER_DROPPED;
    if (date_known(s.ended))
        s.stand = stand_of(told ? m->told : m->truth);
    else if (stands(c, to) || (!c && m->group == MATTER_PAUSED && by(m->since, to)))
        s.stand = STAND_WAITING;
    else if (!date_known(m->due_day))
        s.stand = STAND_FREE;
    else
        s.stand = date_cmp(m->due_day, to) < 0 ? STAND_OVERDUE : STAND_RUNNING;
    return s;
}

bool matter_within(const struct kept_matter *m, const struct matter_seen *s, enum figure_window w, struct period p)
{
    bool begun = by(s->begun, p.to), ended = date_known(s->ended);
    struct date end = ended ? s->ended : s->in_truth; /* over, and the portal never heard of it: not of this period */
    bool ended_before = date_known(end) && date_cmp(end, p.from) < 0;
    bool before = begun && date_cmp(s->begun, p.from) < 0;
    switch (w) {
    case WINDOW_OPENED: return by(m->opened, p.to) && date_cmp(m->opened, p.from) >= 0;
    case WINDOW_RECEIVED: return begun && !before;
    case WINDOW_ENDED: return ended && !ended_before && !s->dropped;
    case WINDOW_CARRIED: return before && !ended_before;
    case WINDOW_HANDLED: return begun && !ended_before && !s->dropped;
    case WINDOW_LIVING: return begun && !ended;
    case FIGURE_WINDOWS: break;
    }
    return false;
}

bool matter_worked(uint64_t *out, const struct kept_matter *m, const struct matter_kind *k, const struct workdays *w)
{
    struct matter_clock c;
    struct clock_events events;
    struct str wrong;
    enum clock_event_kind kind;
    struct office_hours office;
    struct moment end = m->end;
    *out = 0;
    bool has = m->clock.len && matter_clock_read(&c, m->clock) && date_known(c.from.day) && date_known(end.day);
    if (!has || !office_find(&office, c.office.len ? c.office : k->clock.office, c.from.day)) return false;
    if (end.minute == MINUTE_UNKNOWN) end.minute = office_closes(&office);
    if (c.from.minute == MINUTE_UNKNOWN) c.from.minute = office_opens(&office);
    int64_t minutes = office_between(&office, w, c.from, end);
    if (c.wait.len && !clock_events_read(&events, c.wait, STR(""), &wrong, &kind)) return false;
    for (size_t i = 0; c.wait.len && i < events.len; i++) {
        struct moment to = date_known(events.at[i].to.day) ? events.at[i].to : end;
        minutes -= office_between(&office, w, events.at[i].from, to);
    }
    *out = minutes > 0 ? (uint64_t)minutes : 0;
    return true;
}
