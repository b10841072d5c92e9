/* SPDX-License-Identifier: Apache-2.0
 *
 * task_report_said: the words of a report of tasks: what was reached, what was wanting, why, what is proposed
 * (task_report.h). Nobody's words are changed or put together; what nobody wrote is not there, but that something is
 * late, which the days say.
 */
#include "task_report.h"

#include <stdlib.h>

struct str task_part_word(enum task_part p)
{
    static const struct str WORDS[TASK_PARTS] = {STR_INIT("reached"), STR_INIT("limit"), STR_INIT("cause"),
                                                 STR_INIT("proposal")};
    return WORDS[p];
}

struct str task_source_word(enum task_source s)
{
    static const struct str WORDS[TASK_SOURCES] = {STR_INIT("result"),    STR_INIT("return"), STR_INIT("late"),
                                                   STR_INIT("extension"), STR_INIT("pause"),  STR_INIT("refusal"),
                                                   STR_INIT("note")};
    return WORDS[s];
}

struct str task_source_vi(enum task_source s)
{
    static const struct str WORDS[TASK_SOURCES] = {
        STR_INIT("kết quả"),        STR_INIT("lý do trả lại"),      STR_INIT("quá hạn"), STR_INIT("lý do gia hạn"),
        STR_INIT("lý do tạm hoãn"), STR_INIT("lý do từ chối nhận"), STR_INIT("ghi chú")};
    return WORDS[s];
}

struct saying {
    struct task_report *report;
    struct arena *arena;
    const struct report_task *task;
    const struct matter_kind *kind;
    const struct kept_event *result; /* the last one that was sent in, until it was approved or sent back */
};

static void say(struct saying *s, enum task_part part, enum task_source source, const struct kept_event *e)
{
    struct date day = e->day;
    if (!e->note.len || date_cmp(day, s->report->days.first) < 0 || date_cmp(day, s->report->days.last) > 0) return;
    *vec_push(s->arena, &s->report->said) = (struct task_said){part, source, s->task, day, e->who, e->note, e->entry};
}

static void say_of_move(struct saying *s, const struct kept_event *e)
{
    const struct kind_move *way = kind_move_find(s->kind, e->move);
    const struct kind_state *to = kind_state_find(s->kind, e->to);
    if (!way || !to) return;
    bool by_holder = way->by == PARTY_RESPONSIBLE;
    if (to->group == MATTER_DONE) {
        /* A result counts on the day on which it was approved. */
        bool in_days = date_cmp(e->day, s->report->days.first) >= 0 && date_cmp(e->day, s->report->days.last) <= 0;
        if (s->result && s->result->note.len && in_days)
            *vec_push(s->arena, &s->report->said) = (struct task_said){
                TASK_REACHED, TASK_FROM_RESULT, s->task, e->day, s->result->who, s->result->note, s->result->entry};
        say(s, TASK_REACHED, TASK_FROM_RESULT, e);
        s->result = NULL;
    } else if (to->returned) {
        say(s, TASK_LIMIT, TASK_FROM_RETURN, e);
        s->result = NULL;
    } else if (to->group == MATTER_PAUSED) {
        say(s, TASK_CAUSE, TASK_FROM_PAUSE, e);
    } else if (by_holder && to->group == MATTER_WAITING) {
        say(s, TASK_CAUSE, TASK_FROM_REFUSAL, e);
    } else if (by_holder && to->waits == PARTY_GIVER) {
        s->result = e;
    }
}

static void say_of_note(struct saying *s, const struct kept_event *e)
{
    struct event_data d;
    if (!event_data_read(&d, s->arena, e->data)) return;
    switch (d.topic) {
    case TOPIC_NONE: return;
    case TOPIC_RESULT: say(s, TASK_REACHED, TASK_FROM_NOTE, e); return;
    case TOPIC_LIMIT: say(s, TASK_LIMIT, TASK_FROM_NOTE, e); return;
    case TOPIC_CAUSE: say(s, TASK_CAUSE, TASK_FROM_NOTE, e); return;
    case TOPIC_PROPOSAL: say(s, TASK_PROPOSAL, TASK_FROM_NOTE, e); return;
    case MATTER_TOPICS: break;
    }
}

/* The first day that somebody named has no reason to be told. */
static void say_of_due(struct saying *s, const struct kept_event *e)
{
    struct event_data d;
    if (!event_data_read(&d, s->arena, e->data)) return;
    for (size_t i = 0; i < d.set_count; i++)
        if (str_eq(d.set[i].name, STR("due")) && d.set[i].old.len) say(s, TASK_CAUSE, TASK_FROM_EXTENSION, e);
}

void task_report_say(struct task_report *r, struct arena *a, const struct report_task *t,
                     const struct matter_kind *kind)
{
    struct saying s = {r, a, t, kind, NULL};
    enum matter_verdict v = t->row.verdict;
    if (v == MATTER_LATE || v == MATTER_ENDED_LATE)
        *vec_push(a, &r->said) = (struct task_said){TASK_LIMIT, TASK_FROM_LATE, t, t->row.matter.due_day,
                                                    STR(""),    STR(""),        0};
    for (size_t i = 0; i < t->events.len; i++) {
        const struct kept_event *e = &t->events.at[i];
        if (e->kind == MATTER_EVENT_MOVE) say_of_move(&s, e);
        if (e->kind == MATTER_EVENT_NOTE) say_of_note(&s, e);
        if (e->kind == MATTER_EVENT_DUE) say_of_due(&s, e);
    }
}

static int in_order(const void *x, const void *y)
{
    const struct task_said *a = x, *b = y;
    if (a->part != b->part) return a->part < b->part ? -1 : 1;
    int days = date_cmp(a->day, b->day);
    if (days) return days;
    uint32_t ma = a->task->row.matter.id.n, mb = b->task->row.matter.id.n;
    if (ma != mb) return ma < mb ? -1 : 1;
    return a->entry < b->entry ? -1 : a->entry > b->entry;
}

void task_report_sort_said(struct task_report *r)
{
    if (r->said.len) qsort(r->said.at, r->said.len, sizeof *r->said.at, in_order);
}
