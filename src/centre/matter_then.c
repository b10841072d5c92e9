/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_then: see matter_then.h. Slots and fields go back by the old values that events keep; the state is that of the
 * last move until then, the due day the last one that was set until then.
 */
#include "matter_then.h"

#include "matter_event.h"

static void undo(struct kept_matter *m, struct arena *a, const struct event_data *d, bool told_later)
{
    for (size_t i = d->set_count; i-- > 0;) {
        const struct event_change *c = &d->set[i];
        struct str *slot = matter_slot(m, c->name);
        struct name_value *field = name_value_find(&m->fields, c->name);
        if (slot)
            *slot = c->old;
        else if (told_later && !c->old.len)
            continue;
        else if (field)
            field->value = c->old;
        else
            *vec_push(a, &m->fields) = (struct name_value){c->name, c->old};
    }
}

/* The state of one that had not ended when nobody told of more: under way. */
static const struct kind_state *under_way(const struct matter_kind *kind)
{
    for (size_t i = 0; i < kind->state_count; i++)
        if (kind->states[i].group == MATTER_OPEN) return &kind->states[i];
    return &kind->states[0];
}

/* State and end by the moves until then. */
static void state_then(struct kept_matter *m, const struct kept_events *events, const struct matter_kind *kind,
                       struct date last)
{
    const struct kind_state *s = &kind->states[0];
    struct moment listed = m->end, at = {.minute = MINUTE_UNKNOWN};
    struct date listed_end = m->ended;
    m->ended = (struct date){0};
    for (size_t i = 0; i < events->len; i++) {
        const struct kept_event *e = &events->at[i];
        const struct kind_state *to = e->to.len ? kind_state_find(kind, e->to) : NULL;
        bool by_list = e->kind == MATTER_EVENT_ENTER, over = to && matter_group_ended(to->group);
        if (!to || (i && date_cmp(e->day, last) > 0)) continue;
        if (!over) m->ended = (struct date){0};
        if (over && !date_known(m->ended)) {
            m->ended = by_list && date_known(listed_end) ? listed_end : e->day;
            at = by_list && date_known(listed_end) ? listed : e->at;
        }
        s = over && date_cmp(m->ended, last) > 0 ? under_way(kind) : to;
        m->since = s == to ? e->day : m->opened;
        if (!matter_group_ended(s->group)) m->ended = (struct date){0};
    }
    m->end = date_known(m->ended) ? at : (struct moment){.minute = MINUTE_UNKNOWN};
    m->state = s->word;
    m->group = s->group;
    m->waits = s->waits;
    m->returned = s->returned;
}

static bool due_then(struct kept_matter *m, struct db *db, struct arena *a, const struct kept_events *events,
                     struct date last, struct err *err)
{
    struct kept_deadlines all;
    if (!matter_deadlines(&all, db, a, m->id, err)) return false;
    m->due_day = m->first_due = (struct date){0};
    m->due_moment = (struct moment){.minute = MINUTE_UNKNOWN};
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_deadline *d = &all.at[i];
        if (d->step >= events->len || (d->step && date_cmp(events->at[d->step].day, last) > 0)) continue;
        if (!date_known(m->first_due)) m->first_due = d->due;
        m->due_day = d->due;
        m->due_moment = d->at;
    }
    return true;
}

bool matter_then(struct kept_matter *m, struct db *db, struct arena *a, const struct kept_events *events,
                 const struct matter_kind *kind, struct date last, bool told_later, struct err *err)
{
    for (size_t i = events->len; i-- > 0;) {
        struct event_data d;
        if (date_cmp(events->at[i].day, last) <= 0) continue;
        if (!event_data_read(&d, a, events->at[i].data))
            return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter_event"));
        undo(m, a, &d, told_later);
    }
    state_then(m, events, kind, last);
    if (!due_then(m, db, a, events, last, err)) return false;
    matter_judge_end(m, kind);
    return true;
}
