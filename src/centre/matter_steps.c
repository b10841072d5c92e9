/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_steps: see matter_steps.h.
 */
#include "matter_steps.h"

#include "buf.h"
#include "office_hours.h"
#include "record_calendar.h"

#include <stdlib.h>

static struct str id_shown(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool matter_steps_read(struct matter_steps *out, struct arena *a, struct str text, struct err *err)
{
    struct str rest = text;
    *out = (struct matter_steps){0};
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(";"));
        struct str one = str_trim(cut.head);
        struct str_cut parts = str_cut(one, STR(":"));
        struct matter_step step = {.name = str_trim(parts.head)};
        rest = cut.tail;
        if (!one.len) continue;
        if (!step.name.len || !parts.found || !term_read(&step.term, str_trim(parts.tail)))
            return fail(err, ERR_MATTER_STEPS_TEXT, text, one);
        if (step.term.unit == TERM_HOUR) step.term.unit = TERM_WORKING_HOUR;
        *vec_push(a, out) = step;
    }
    return true;
}

static struct str field_of(const struct kept_matter *m, struct str field)
{
    const struct name_value *v = field.len ? name_value_find(&m->fields, field) : NULL;
    return v ? v->value : STR("");
}

static struct str names_of(struct arena *a, const struct matter_steps *steps)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < steps->len; i++) {
        if (i) buf_put(&b, STR("; "));
        buf_put(&b, steps->at[i].name);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static size_t place_of(const struct matter_steps *steps, struct str name)
{
    size_t i = 0;
    while (i < steps->len && !str_eq(steps->at[i].name, name)) i++;
    return i;
}

static bool choose(const struct matter_step **out, struct arena *a, const struct kept_matter *m,
                   const struct matter_kind *k, struct str wanted, struct err *err)
{
    struct matter_steps *steps = arena_new(a, struct matter_steps);
    struct str text = field_of(m, k->steps.steps), now = field_of(m, k->steps.step);
    struct str id = id_shown(a, m->id);
    if (!text.len) return fail(err, ERR_MATTER_STEPS_NONE, id, k->steps.steps.len ? k->steps.steps : STR("steps"));
    if (!matter_steps_read(steps, a, text, err)) return false;
    size_t i = wanted.len ? place_of(steps, wanted) : now.len ? place_of(steps, now) + 1 : 0;
    if (wanted.len && i == steps->len) return fail(err, ERR_MATTER_STEPS_STEP, id, wanted, names_of(a, steps));
    if (i >= steps->len) return fail(err, ERR_MATTER_STEPS_END, id, now);
    *out = &steps->at[i];
    return true;
}

/* When a step that begins now is due. */
static bool due_of(struct str *out, struct db *db, struct arena *a, const struct matter_kind *k,
                   const struct matter_step *step, struct moment now, struct err *err)
{
    const struct workdays *days;
    struct matter_clock c;
    struct clock_answer answer;
    struct buf b = buf_make(60);
    term_write(&b, step->term);
    struct str term = str_copy(a, buf_str(&b));
    struct str office = k->clock.office.len ? k->clock.office : office_catalogue().at[0].code;
    bool ok = record_workdays(&days, db, a, err) && matter_clock_begin(&c, term, STR(""), office, now, err) &&
              matter_clock_answer(&answer, NULL, &c, days, err);
    buf_clear(&b);
    if (ok) moment_write(&b, answer.due);
    *out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return ok;
}

bool matter_hand(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                 struct matter_wish *w, struct matter_id id, struct str person, struct str step, struct err *err)
{
    struct kept_matter m;
    struct matter_kind k;
    const struct matter_step *next;
    struct str due;
    struct matter_id *ids = arena_array(a, struct matter_id, 1);
    if (!matter_load(&m, db, a, id, err) || !kind_load(&k, db, db, a, m.kind, m.version, err) ||
        !choose(&next, a, &m, &k, step, err) || !due_of(&due, db, a, &k, next, (struct moment){w->day, w->minute}, err))
        return false;
    w->event = MATTER_EVENT_ASSIGN;
    if (person.len) *vec_push(a, &w->typed) = (struct name_value){STR("person"), person};
    *vec_push(a, &w->typed) = (struct name_value){k.steps.step, next->name};
    *vec_push(a, &w->typed) = (struct name_value){k.steps.due, due};
    *ids = id;
    w->ids = ids;
    w->id_count = 1;
    return matter_do(out, db, a, author, w, err);
}

/* --- what happened */

static bool is_over(const struct matter_hold *h, struct date on)
{
    if (!date_known(h->due.day)) return false;
    if (!date_known(h->to.day)) return date_cmp(h->due.day, on) < 0;
    if (date_cmp(h->to.day, h->due.day) != 0) return date_cmp(h->due.day, h->to.day) < 0;
    bool minutes = h->to.minute != MINUTE_UNKNOWN && h->due.minute != MINUTE_UNKNOWN;
    return minutes && h->to.minute > h->due.minute;
}

bool matter_holds(struct matter_holds *out, struct arena *a, const struct kept_matter *m, const struct matter_kind *k,
                  const struct kept_events *events, struct date on)
{
    struct str person = STR("");
    *out = (struct matter_holds){0};
    for (size_t i = 0; i < events->len; i++) {
        const struct kept_event *e = &events->at[i];
        struct event_data data;
        struct matter_hold h = {.from = e->at};
        bool fresh = false;
        if (!e->data.len) continue;
        if (!event_data_read(&data, a, e->data)) return false;
        for (size_t n = 0; n < data.set_count; n++) {
            const struct event_change *c = &data.set[n];
            if (str_eq(c->name, STR("person"))) person = c->new;
            fresh |= k->steps.step.len && str_eq(c->name, k->steps.step) && c->new.len;
            if (k->steps.step.len && str_eq(c->name, k->steps.step)) h.step = c->new;
            if (k->steps.due.len && str_eq(c->name, k->steps.due) && !moment_read(&h.due, c->new))
                h.due = (struct moment){0};
        }
        if (!fresh) continue;
        if (out->len) out->at[out->len - 1].to = h.from;
        h.person = person;
        *vec_push(a, out) = h;
    }
    if (out->len && date_known(m->ended)) out->at[out->len - 1].to = m->end;
    for (size_t i = 0; i < out->len; i++) out->at[i].over = is_over(&out->at[i], on);
    return true;
}

/* --- who has what */

static int by_step_due(const void *x, const void *y)
{
    const struct matter_held *a = x, *b = y;
    if (date_known(a->due.day) != date_known(b->due.day)) return date_known(a->due.day) ? -1 : 1;
    int moments = moment_cmp(a->due, b->due);
    if (moments) return moments;
    return a->row.matter.id.n < b->row.matter.id.n ? -1 : a->row.matter.id.n > b->row.matter.id.n;
}

bool matter_held(struct matter_held_list *out, struct db *db, struct arena *a, const struct board_wish *w, bool late,
                 struct err *err)
{
    struct matter_board board;
    struct board_wish wish = *w;
    *out = (struct matter_held_list){0};
    wish.filter.most = MATTER_PAGE_MOST;
    if (!matter_board(&board, db, a, &wish, err)) return false;
    for (size_t i = 0; i < board.len; i++) {
        const struct kept_matter *m = &board.at[i].matter;
        struct matter_kind k;
        struct matter_held h = {.row = board.at[i]};
        if (!m->fields.len) continue;
        if (!kind_load(&k, db, db, a, m->kind, m->version, err)) return false;
        h.step = field_of(m, k.steps.step);
        if (!h.step.len) continue;
        if (!moment_read(&h.due, field_of(m, k.steps.due))) h.due = (struct moment){0};
        struct matter_hold hold = {.due = h.due};
        h.over = is_over(&hold, w->on);
        if (h.over || !late) *vec_push(a, out) = h;
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_step_due);
    return true;
}
