/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_chase: see matter_chase.h.
 */
#include "matter_chase.h"

#include "said.h"
#include "value_list.h"

#include <stdlib.h>

static bool answers(const struct kept_event *e, const struct chase *c)
{
    if (e->kind == MATTER_EVENT_MOVE) return true;
    return (e->kind == MATTER_EVENT_NOTE || e->kind == MATTER_EVENT_ATTACH) && !str_eq(e->who, c->by);
}

static void find_answer(struct chase *c, const struct kept_events *events)
{
    for (size_t i = 0; !c->answered && i < events->len; i++) {
        const struct kept_event *e = &events->at[i];
        bool behind = c->reminder ? e->entry > c->entry : e->step > c->step;
        c->answered = behind && answers(e, c);
        if (c->answered) c->answer = *e;
    }
}

static bool add_chase(struct chase_list *out, struct db *db, struct arena *a, const struct kept_event *e,
                      struct err *err)
{
    struct event_data d;
    if (!event_data_read(&d, a, e->data)) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter_event"));
    *vec_push(a, out) = (struct chase){
        .step = e->step, .day = e->day, .by = e->who, .what = d.chase, .note = e->note, .entry = e->entry};
    return true;
}

bool chase_by_message(const struct kept_matter *m, const struct matter_delivery *d)
{
    if (d->state != DELIVERY_SENT) return false;
    if (str_eq(d->side, STR("unit"))) return str_eq(d->who, m->unit);
    return str_eq(d->who, m->person) || !(str_eq(d->who, m->giver) || str_eq(d->who, m->follower));
}

/* One message may tell of several steps of a matter: it is one reminder. */
static void add_reminder(struct chase_list *out, struct arena *a, const struct kept_matter *m,
                         const struct matter_delivery *d)
{
    struct chase *last = out->len ? &out->at[out->len - 1] : NULL;
    if (!chase_by_message(m, d) || (last && last->reminder && last->delivery.n == d->id.n)) return;
    bool unit = str_eq(d->side, STR("unit"));
    *vec_push(a, out) = (struct chase){.reminder = true,
                                       .delivery = d->id,
                                       .outlet = d->outlet,
                                       .rule_step = d->step,
                                       .day = d->day,
                                       .by = d->by,
                                       .what = {STR(""), unit ? STR("") : d->who, unit ? d->who : STR("")},
                                       .note = STR(""),
                                       .entry = d->changed};
}

static int by_entry(const void *x, const void *y)
{
    const struct chase *a = x, *b = y;
    if (a->entry != b->entry) return a->entry < b->entry ? -1 : 1;
    return a->step < b->step ? -1 : a->step > b->step;
}

bool matter_chases(struct chase_list *out, struct db *db, struct arena *a, const struct kept_matter *m,
                   const struct kept_events *events, struct err *err)
{
    struct matter_deliveries told;
    *out = (struct chase_list){0};
    if (!matter_delivery_rows(&told, db, a, m->id, err)) return false;
    for (size_t i = 0; i < told.len; i++) add_reminder(out, a, m, &told.at[i]);
    for (size_t i = 0; i < events->len; i++)
        if (events->at[i].kind == MATTER_EVENT_CHASE && !add_chase(out, db, a, &events->at[i], err)) return false;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_entry);
    for (size_t i = 0; i < out->len; i++) find_answer(&out->at[i], events);
    return true;
}

/* --- all that were chased */

struct id_vec {
    VEC_FIELDS(struct matter_id);
};

static bool chased_ids(struct id_vec *out, struct db *db, struct arena *a, const struct board_wish *w, bool living,
                       struct err *err)
{
    struct matter_filter f;
    struct value_list units = {0};
    struct db_rows rows;
    *out = (struct id_vec){0};
    if (!board_filter(&f, db, a, w, err)) return false;
    if (f.by_units && !f.unit_count) return true;
    for (size_t i = 0; f.by_units && i < f.unit_count; i++) {
        value_list_row(&units);
        value_list_text(&units, f.units[i]);
    }
    struct db_value list = f.by_units ? value_list_end(&units) : db_null();
    bool ok = db_query(&rows, db, SQL_MATTERS_CHASED,
                       DB_VALUES(f.kind.len ? db_text(f.kind) : db_null(), list, living ? db_int(1) : db_null()), err);
    while (ok && db_next(&rows)) *vec_push(a, out) = (struct matter_id){(uint32_t)db_column_int(&rows, 0)};
    ok = ok && db_end(&rows, err);
    value_list_free(&units);
    return ok;
}

static bool row_fits(const struct kept_matter *m, const struct matter_filter *f)
{
    return (!f->person.len || str_eq(m->person, f->person)) && (!f->giver.len || str_eq(m->giver, f->giver)) &&
           (!f->follower.len || str_eq(m->follower, f->follower)) && (!f->state.len || str_eq(m->state, f->state));
}

static bool add_matter(struct chased_list *out, struct db *db, struct arena *a, struct matter_id id,
                       const struct board_wish *w, bool unanswered, struct err *err)
{
    struct kept_matter m;
    struct kept_events events;
    struct chase_list all;
    struct chased row = {0};
    uint32_t nth[2] = {0};
    if (!matter_load(&m, db, a, id, err)) return false;
    if (!row_fits(&m, &w->filter)) return true;
    if (!board_matter(&row.row, db, a, &m, w->on, err) || !matter_events(&events, db, a, id, err) ||
        !matter_chases(&all, db, a, &m, &events, err))
        return false;
    if (w->by_verdict && row.row.verdict != w->verdict) return true;
    for (size_t i = 0; i < all.len; i++) {
        row.chase = all.at[i];
        row.nth = ++nth[all.at[i].reminder];
        out->chases += !all.at[i].reminder;
        out->reminders += all.at[i].reminder;
        out->unanswered += !all.at[i].answered;
        if (!unanswered || !all.at[i].answered) *vec_push(a, out) = row;
    }
    return true;
}

static int by_day(const void *x, const void *y)
{
    const struct chased *a = x, *b = y;
    int days = date_cmp(a->chase.day, b->chase.day);
    if (days != 0) return days;
    if (a->row.matter.id.n != b->row.matter.id.n) return a->row.matter.id.n < b->row.matter.id.n ? -1 : 1;
    return by_entry(&a->chase, &b->chase);
}

bool matter_chased(struct chased_list *out, struct db *db, struct arena *a, const struct board_wish *w, bool living,
                   bool unanswered, struct err *err)
{
    struct id_vec ids;
    *out = (struct chased_list){0};
    if (!chased_ids(&ids, db, a, w, living, err)) return false;
    for (size_t i = 0; i < ids.len; i++)
        if (!add_matter(out, db, a, ids.at[i], w, unanswered, err)) return false;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_day);
    return true;
}
