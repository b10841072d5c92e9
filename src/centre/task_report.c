/* SPDX-License-Identifier: Apache-2.0
 *
 * task_report: see task_report.h. Each task is brought back to the last day (matter_then.h), and what happened on the
 * days of the report is counted.
 */
#include "task_report.h"

#include "buf.h"
#include "journal.h"
#include "kind_cache.h"
#include "map.h"
#include "matter_chase.h"
#include "matter_then.h"
#include "said.h"
#include "value_list.h"

#include <stdlib.h>

struct reporting {
    struct db *db;
    struct arena *arena;
    const struct task_report_wish *wish;
    struct matter_filter filter; /* its units */
    struct kind_cache kinds;
    struct task_report *out;
    struct err *err;
};

/* --- names */

struct str task_count_word(enum task_count c)
{
    static const struct str WORDS[TASK_COUNTS] = {
        STR_INIT("total"),    STR_INIT("carried"),         STR_INIT("fresh"),        STR_INIT("ended_in_time"),
        STR_INIT("saved"),    STR_INIT("ended_late"),      STR_INIT("ended_no_due"), STR_INIT("waiting"),
        STR_INIT("running"),  STR_INIT("running_in_time"), STR_INIT("running_late"), STR_INIT("running_no_due"),
        STR_INIT("redo"),     STR_INIT("paused"),          STR_INIT("dropped"),      STR_INIT("submitted"),
        STR_INIT("approved"), STR_INIT("returned"),        STR_INIT("extended"),     STR_INIT("chased"),
        STR_INIT("reminded")};
    return WORDS[c];
}

struct str task_axis_word(enum task_axis x)
{
    static const struct str WORDS[TASK_AXES] = {STR_INIT("all"), STR_INIT("area"), STR_INIT("giver"), STR_INIT("unit")};
    return WORDS[x];
}

struct str task_rate_word(enum task_rate r)
{
    static const struct str WORDS[TASK_RATES] = {STR_INIT("rate_done"), STR_INIT("rate_in_time"),
                                                 STR_INIT("rate_late")};
    return WORDS[r];
}

static uint64_t ended(const struct task_sum *s)
{
    return s->of[TASK_ENDED_IN_TIME] + s->of[TASK_ENDED_LATE] + s->of[TASK_ENDED_NO_DUE];
}

struct matter_rate task_rate(const struct task_sum *s, enum task_rate r)
{
    switch (r) {
    case TASK_RATE_DONE: return (struct matter_rate){ended(s), s->of[TASK_TOTAL] - s->of[TASK_DROPPED]};
    case TASK_RATE_IN_TIME:
        return (struct matter_rate){s->of[TASK_ENDED_IN_TIME], s->of[TASK_ENDED_IN_TIME] + s->of[TASK_ENDED_LATE]};
    case TASK_RATE_LATE: return (struct matter_rate){s->of[TASK_RUNNING_LATE], s->of[TASK_RUNNING]};
    case TASK_RATES: break;
    }
    return (struct matter_rate){0, 0};
}

/* --- what happened on the days of the report */

static bool within(const struct reporting *r, struct date d)
{
    return date_cmp(r->out->days.first, d) <= 0 && date_cmp(d, r->out->days.last) <= 0;
}

/* A result is sent in where the giver has to decide next; a step by which it ends, or is sent back, decides. */
static void count_move(struct report_task *t, const struct matter_kind *kind, const struct kept_event *e)
{
    const struct kind_move *way = kind_move_find(kind, e->move);
    const struct kind_state *from = kind_state_find(kind, e->from), *to = kind_state_find(kind, e->to);
    if (!way || !from || !to) return;
    bool decides = from->group == MATTER_OPEN && from->waits == PARTY_GIVER;
    t->submitted += way->by == PARTY_RESPONSIBLE && to->group == MATTER_OPEN && to->waits == PARTY_GIVER;
    t->approved += decides && to->group == MATTER_DONE;
    t->sent_back += to->returned;
}

/* Whether a due day took the place of another one. */
static bool extends(bool *out, struct reporting *r, const struct kept_event *e)
{
    struct event_data d;
    *out = false;
    if (e->kind != MATTER_EVENT_DUE) return true;
    if (!event_data_read(&d, r->arena, e->data))
        return fail(r->err, ERR_RECORD_BROKEN, db_where(r->db), STR("matter_event"));
    for (size_t i = 0; i < d.set_count; i++) *out |= str_eq(d.set[i].name, STR("due")) && d.set[i].old.len > 0;
    return true;
}

static bool count_events(struct reporting *r, struct report_task *t, const struct matter_kind *kind)
{
    struct matter_deliveries told;
    for (size_t i = 0; i < t->events.len; i++) {
        const struct kept_event *e = &t->events.at[i];
        bool extended;
        if (!within(r, e->day)) continue;
        if (!extends(&extended, r, e)) return false;
        if (e->kind == MATTER_EVENT_MOVE) count_move(t, kind, e);
        t->chased += e->kind == MATTER_EVENT_CHASE;
        t->extended += extended;
    }
    if (!matter_delivery_rows(&told, r->db, r->arena, t->row.matter.id, r->err)) return false;
    for (size_t i = 0; i < told.len; i++) {
        bool again = i && told.at[i - 1].id.n == told.at[i].id.n;
        t->reminded += chase_by_message(&t->row.matter, &told.at[i]) && !again && within(r, told.at[i].day);
    }
    return true;
}

/* --- all of them */

static bool of_units(const struct reporting *r, struct str unit)
{
    bool is = !r->filter.by_units;
    for (size_t i = 0; !is && i < r->filter.unit_count; i++) is = str_eq(r->filter.units[i], unit);
    return is;
}

static bool look_at(struct reporting *r, const struct kept_matter *m)
{
    struct report_task *t = arena_new(r->arena, struct report_task);
    const struct matter_kind *kind;
    *t = (struct report_task){.row = {.matter = *m}};
    if (!matter_events(&t->events, r->db, r->arena, m->id, r->err) ||
        !kind_cached(&kind, &r->kinds, r->db, r->arena, m, r->err) ||
        !matter_then(&t->row.matter, r->db, r->arena, &t->events, kind, r->out->days.last, false, r->err))
        return false;
    if (!of_units(r, t->row.matter.unit)) return true;
    const struct name_value *area = name_value_find(&t->row.matter.fields, STR("area"));
    t->area = area ? area->value : STR("");
    t->carried = date_cmp(m->opened, r->out->days.first) < 0;
    t->redo = t->row.matter.returned;
    if (!count_events(r, t, kind)) return false;
    *vec_push(r->arena, &r->out->tasks) = t;
    return true;
}

static bool load(struct matter_list *out, struct reporting *r)
{
    struct value_list units = {0};
    struct db_rows rows;
    bool right = true;
    *out = (struct matter_list){0};
    if (r->filter.by_units && !r->filter.unit_count) return true;
    for (size_t i = 0; r->filter.by_units && i < r->filter.unit_count; i++) {
        value_list_row(&units);
        value_list_text(&units, r->filter.units[i]);
    }
    struct db_value list = r->filter.by_units ? value_list_end(&units) : db_null();
    struct str last = date_text(r->arena, r->out->days.last);
    bool ok = db_query(
        &rows, r->db, SQL_MATTERS_BETWEEN,
        DB_VALUES(db_text(r->wish->kind), list, db_text(last), db_int(date_to_days(r->out->days.first)), db_text(last)),
        r->err);
    while (ok && right && db_next(&rows)) right = matter_row_read(vec_push(r->arena, out), r->arena, &rows);
    ok = ok && db_end(&rows, r->err);
    value_list_free(&units);
    return ok && (right || fail(r->err, ERR_RECORD_BROKEN, db_where(r->db), STR("matter")));
}

/* --- sums */

static void add_task(struct task_sum *s, const struct report_task *t)
{
    const struct kept_matter *m = &t->row.matter;
    enum matter_verdict v = t->row.verdict;
    bool runs = m->group == MATTER_WAITING || m->group == MATTER_OPEN;
    s->of[TASK_TOTAL]++;
    s->of[t->carried ? TASK_CARRIED : TASK_FRESH]++;
    s->of[TASK_ENDED_IN_TIME] += v == MATTER_ENDED_IN_TIME;
    s->of[TASK_SAVED] += t->saved;
    s->of[TASK_ENDED_LATE] += v == MATTER_ENDED_LATE;
    s->of[TASK_ENDED_NO_DUE] += v == MATTER_ENDED;
    s->of[TASK_WAITING] += m->group == MATTER_WAITING;
    s->of[TASK_RUNNING] += runs;
    s->of[TASK_RUNNING_IN_TIME] += runs && (v == MATTER_IN_TIME || v == MATTER_SOON);
    s->of[TASK_RUNNING_LATE] += runs && v == MATTER_LATE;
    s->of[TASK_RUNNING_NO_DUE] += runs && v == MATTER_NO_CLOCK;
    s->of[TASK_REDO] += t->redo;
    s->of[TASK_PAUSED] += m->group == MATTER_PAUSED;
    s->of[TASK_DROPPED] += m->group == MATTER_DROPPED;
    s->of[TASK_SUBMITTED] += t->submitted;
    s->of[TASK_APPROVED] += t->approved;
    s->of[TASK_RETURNED] += t->sent_back;
    s->of[TASK_EXTENDED] += t->extended;
    s->of[TASK_CHASED] += t->chased;
    s->of[TASK_REMINDED] += t->reminded;
}

static struct task_sum *sum_of(struct reporting *r, struct map *places, enum task_axis axis, struct str key,
                               struct str name)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_u64(&b, axis);
    buf_char(&b, ' ');
    buf_put(&b, key);
    struct str at = str_copy(r->arena, buf_str(&b));
    buf_free(&b);
    const uint32_t *place = map_find(places, at);
    if (place) return &r->out->sums.at[*place];
    map_put(places, r->arena, at, (uint32_t)r->out->sums.len);
    struct task_sum *s = vec_push(r->arena, &r->out->sums);
    *s = (struct task_sum){.axis = axis, .key = key, .name = name};
    return s;
}

static int by_axis(const void *x, const void *y)
{
    const struct task_sum *a = x, *b = y;
    if (a->axis != b->axis) return a->axis < b->axis ? -1 : 1;
    if (!a->key.len != !b->key.len) return a->key.len ? -1 : 1;
    if (a->of[TASK_TOTAL] != b->of[TASK_TOTAL]) return a->of[TASK_TOTAL] > b->of[TASK_TOTAL] ? -1 : 1;
    return str_cmp(a->name, b->name);
}

static void make_sums(struct reporting *r)
{
    struct map places = {0};
    sum_of(r, &places, TASK_AXIS_ALL, STR(""), STR(""));
    for (size_t i = 0; i < r->out->tasks.len; i++) {
        const struct report_task *t = r->out->tasks.at[i];
        const struct kept_matter *m = &t->row.matter;
        add_task(sum_of(r, &places, TASK_AXIS_ALL, STR(""), STR("")), t);
        add_task(sum_of(r, &places, TASK_AXIS_FIELD, t->area, t->area), t);
        add_task(sum_of(r, &places, TASK_AXIS_GIVER, m->giver, m->giver), t);
        add_task(sum_of(r, &places, TASK_AXIS_UNIT, m->unit, t->row.unit_name), t);
    }
    qsort(r->out->sums.at, r->out->sums.len, sizeof *r->out->sums.at, by_axis);
}

/* --- the whole */

static bool days_of(struct task_report *out, const struct task_report_wish *w, struct arena *a, struct err *err)
{
    struct window_rule law = {.basis = WINDOW_CUT, .cut = 14}; /* NĐ 09/2019/NĐ-CP Điều 12 */
    struct buf b = buf_make(200);
    period_write_vi(&b, w->period);
    out->period = str_copy(a, buf_str(&b));
    buf_free(&b);
    out->law_window = w->law_window;
    out->days = (struct report_window){w->period.from, w->period.to};
    if (w->law_window) out->days = report_window_of(law, w->period);
    if (!date_known(out->days.first) || !date_known(out->days.last))
        return fail(err, w->law_window ? ERR_TASK_WINDOW : ERR_TASK_PERIOD, out->period);
    out->on = date_cmp(w->today, out->days.last) < 0 ? w->today : out->days.last;
    return true;
}

static bool make_within(struct reporting *r)
{
    struct matter_list list;
    struct task_report *out = r->out;
    struct board_wish board = {.unit = r->wish->unit, .under = r->wish->under};
    if (!board_filter(&r->filter, r->db, r->arena, &board, r->err) || !load(&list, r)) return false;
    for (size_t i = 0; i < list.len; i++)
        if (!look_at(r, &list.at[i])) return false;
    struct board_matter **rows = arena_array(r->arena, struct board_matter *, out->tasks.len);
    for (size_t i = 0; i < out->tasks.len; i++) rows[i] = &out->tasks.at[i]->row;
    if (!board_fill(rows, out->tasks.len, r->db, r->arena, out->on, r->err)) return false;
    for (size_t i = 0; i < out->tasks.len; i++) {
        struct report_task *t = out->tasks.at[i];
        const struct kept_matter *m = &t->row.matter;
        const struct matter_kind *kind;
        t->saved = t->row.verdict == MATTER_ENDED_IN_TIME && date_cmp(m->ended, m->first_due) > 0;
        if (!kind_cached(&kind, &r->kinds, r->db, r->arena, m, r->err)) return false;
        task_report_say(out, r->arena, t, kind);
    }
    make_sums(r);
    task_report_sort_said(out);
    return journal_checkpoint(&out->checkpoint, r->db, r->arena, r->err);
}

bool task_report_make(struct task_report *out, struct db *db, struct arena *a, const struct task_report_wish *w,
                      struct err *err)
{
    struct reporting r = {.db = db, .arena = a, .wish = w, .out = out, .err = err};
    *out = (struct task_report){.known = STR("")};
    if (!days_of(out, w, a, err) || !db_begin(db, DB_TRANSACTION_READ, err)) return false;
    if (w->unit || w->under) out->unit_name = w->unit ? w->unit->name : w->under->name;
    bool ok = make_within(&r);
    db_rollback(db);
    return ok;
}
