/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_form_value: what a name in braces stands for (matter_form.h), printed as Vietnamese papers print it.
 */
#include "buf.h"
#include "matter_form_private.h"
#include "unit_look.h"

static struct str text_of(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static void put_two(struct buf *b, int n)
{
    if (n < 10) buf_char(b, '0');
    buf_u64(b, (uint64_t)n);
}

/* "16:30 ngày 05/02/2026", "05/02/2026". */
static struct str moment_printed(struct arena *a, struct moment m)
{
    struct buf b = buf_make(60);
    if (!date_known(m.day)) return STR("");
    if (m.minute != MINUTE_UNKNOWN) {
        minute_write(&b, m.minute);
        buf_put(&b, STR(" ngày "));
    }
    put_two(&b, m.day.day);
    buf_char(&b, '/');
    put_two(&b, m.day.month);
    buf_char(&b, '/');
    buf_u64(&b, (uint64_t)m.day.year);
    return text_of(a, &b);
}

static struct str day_printed(struct arena *a, struct date d)
{
    return moment_printed(a, (struct moment){d, MINUTE_UNKNOWN});
}

static struct str read_printed(struct arena *a, struct str kept)
{
    struct moment m;
    return moment_read(&m, kept) ? moment_printed(a, m) : kept;
}

/* "1.500.000 đồng" of whole đồng. */
static struct str money_printed(struct arena *a, struct str kept)
{
    struct buf b = buf_make(60);
    for (size_t i = 0; i < kept.len; i++) {
        if (i && (kept.len - i) % 3 == 0) buf_char(&b, '.');
        buf_char(&b, kept.ptr[i]);
        if (kept.ptr[i] < '0' || kept.ptr[i] > '9') {
            buf_free(&b);
            return kept;
        }
    }
    buf_put(&b, STR(" đồng"));
    return text_of(a, &b);
}

static struct str field_printed(struct arena *a, struct db *db, const struct kind_field *f, struct str kept)
{
    struct looked_unit u;
    struct err ignored;
    if (!kept.len) return kept;
    switch (f->type) {
    case MATTER_FIELD_DAY:
    case MATTER_FIELD_MOMENT: return read_printed(a, kept);
    case MATTER_FIELD_MONEY: return money_printed(a, kept);
    case MATTER_FIELD_FLAG: return str_eq(kept, STR("yes")) ? STR("có") : STR("không");
    case MATTER_FIELD_UNIT: return unit_look_id(&u, db, a, kept, &ignored) ? u.name : kept;
    case MATTER_FIELD_TEXT:
    case MATTER_FIELD_NUMBER:
    case MATTER_FIELD_CHOICE:
    case MATTER_FIELD_PERSON:
    case MATTER_FIELD_INDICATOR:
    case MATTER_FIELD_MATTER:
    case MATTER_FIELD_TYPES: break;
    }
    return kept;
}

static struct str begun_printed(struct arena *a, const struct form_matter *m)
{
    struct matter_clock c;
    const struct kept_matter *k = &m->row.matter;
    if (k->clock.len && matter_clock_read(&c, k->clock)) return moment_printed(a, c.from);
    const struct name_value *start = name_value_find(&k->fields, m->kind.clock.start);
    return start ? read_printed(a, start->value) : STR("");
}

static bool own_value(struct str *out, struct arena *a, const struct form_matter *m, struct str name)
{
    const struct kept_matter *k = &m->row.matter;
    char room[24];
    if (str_eq(name, STR("unit_name")))
        *out = m->row.unit_name;
    else if (str_eq(name, STR("state_name")))
        *out = m->row.state_name;
    else if (str_eq(name, STR("kind_name")))
        *out = m->row.kind_name;
    else if (str_eq(name, STR("opened")))
        *out = day_printed(a, k->opened);
    else if (str_eq(name, STR("begun")))
        *out = begun_printed(a, m);
    else if (str_eq(name, STR("due")))
        *out = read_printed(a, k->due);
    else if (str_eq(name, STR("appointment")))
        *out = read_printed(a, k->appointment);
    else if (str_eq(name, STR("ended")))
        *out = moment_printed(a, k->end);
    else if (str_eq(name, STR("today")))
        *out = day_printed(a, m->on);
    else if (str_eq(name, STR("n")))
        *out = str_copy(a, (struct str){room, (size_t)snprintf(room, sizeof room, "%zu", m->n)});
    else
        return false;
    return true;
}

static bool step_value(struct str *out, struct arena *a, const struct form_matter *m, struct str name)
{
    const struct matter_hold *h = m->hold < m->holds.len ? &m->holds.at[m->hold] : NULL;
    char room[24];
    *out = STR("");
    if (str_eq(name, STR("n"))) {
        if (h) *out = str_copy(a, (struct str){room, (size_t)snprintf(room, sizeof room, "%zu", m->hold + 1)});
    } else if (str_eq(name, STR("name"))) {
        if (h) *out = h->step;
    } else if (str_eq(name, STR("person"))) {
        if (h) *out = h->person;
    } else if (str_eq(name, STR("from"))) {
        if (h) *out = moment_printed(a, h->from);
    } else if (str_eq(name, STR("due"))) {
        if (h) *out = moment_printed(a, h->due);
    } else if (str_eq(name, STR("to"))) {
        if (h) *out = moment_printed(a, h->to);
    } else if (str_eq(name, STR("verdict"))) {
        bool ended = h && date_known(h->to.day);
        if (h) *out = h->over ? STR("quá hạn") : ended ? STR("đúng hạn") : STR("đang làm");
    } else {
        return false;
    }
    return true;
}

/* What was said by the last event of a move, or the last extension. */
static bool event_value(struct str *out, struct arena *a, const struct form_matter *m, struct str event,
                        struct str what)
{
    bool extend = str_eq(event, STR("extend"));
    const struct kept_event *last = NULL;
    if (!extend && !kind_move_find(&m->kind, event)) return false;
    for (size_t i = 0; i < m->events.len; i++) {
        const struct kept_event *e = &m->events.at[i];
        bool is = extend ? e->kind == MATTER_EVENT_DUE : e->kind == MATTER_EVENT_MOVE && str_eq(e->move, event);
        if (is) last = e;
    }
    *out = STR("");
    if (str_eq(what, STR("note"))) {
        if (last) *out = last->note;
    } else if (str_eq(what, STR("day"))) {
        if (last) *out = moment_printed(a, last->at);
    } else if (str_eq(what, STR("who"))) {
        if (last) *out = last->who;
    } else {
        return false;
    }
    return true;
}

bool form_value(struct str *out, struct arena *a, struct db *db, const struct form_matter *m, struct str name)
{
    struct str_cut cut = str_cut(name, STR("."));
    struct kept_matter copy = m->row.matter;
    if (cut.found && str_eq(cut.head, STR("step"))) return step_value(out, a, m, cut.tail);
    if (cut.found) return event_value(out, a, m, cut.head, cut.tail);
    if (own_value(out, a, m, name)) return true;
    const struct kind_field *f = kind_field_find(&m->kind, name);
    const struct str *slot = matter_slot(&copy, name);
    if (slot) *out = *slot;
    if (slot || !f) return slot != NULL;
    const struct name_value *v = name_value_find(&m->row.matter.fields, name);
    *out = field_printed(a, db, f, v ? v->value : STR(""));
    return true;
}
