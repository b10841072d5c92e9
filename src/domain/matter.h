/* SPDX-License-Identifier: Apache-2.0
 *
 * matter: something that somebody owes by a day: its id, the words of what can happen to it, and how it stands against
 * its clock on a day. That is reckoned whenever it is asked and never kept, so it is right on every day.
 */
#ifndef MATTER_H
#define MATTER_H
#include "date.h"
#include "matter_kind.h"

struct matter_id {
    uint32_t n; /* 0: none; shown as M7 */
};
void matter_id_write(struct buf *b, struct matter_id id);
[[nodiscard]] bool matter_id_read(struct matter_id *out, struct str s); /* "M7", "m7" */

enum matter_event_kind {
    MATTER_EVENT_OPEN,
    MATTER_EVENT_MOVE,
    MATTER_EVENT_ASSIGN, /* other hands */
    MATTER_EVENT_DUE,    /* another due day */
    MATTER_EVENT_EDIT,   /* another title, field, ... */
    MATTER_EVENT_ATTACH,
    MATTER_EVENT_NOTE,
    MATTER_EVENT_RECKON, /* its clock was reckoned anew, by another calendar */
    MATTER_EVENT_ENTER,  /* it came out of a list, in the state that it had there */
    MATTER_EVENT_CHASE,  /* who owes it was chased */
    MATTER_EVENT_KINDS
};
struct str matter_event_word(enum matter_event_kind k); /* "open", ... */
[[nodiscard]] bool matter_event_read(enum matter_event_kind *out, struct str word);

/* What a note is about, so that a report can say it in its place. */
enum matter_topic { TOPIC_NONE, TOPIC_RESULT, TOPIC_LIMIT, TOPIC_CAUSE, TOPIC_PROPOSAL, MATTER_TOPICS };
struct str matter_topic_word(enum matter_topic t); /* "", "result", "limit", "cause", "proposal" */
[[nodiscard]] bool matter_topic_read(enum matter_topic *out, struct str word);

/* How a matter stands against its clock: the second axis beside its state. */
enum matter_verdict {
    MATTER_IN_TIME,       /* not ended, and the due day is not over */
    MATTER_SOON,          /* the same, and it is near */
    MATTER_LATE,          /* not ended, and the due day is over */
    MATTER_NO_CLOCK,      /* not ended, and nobody said a due day */
    MATTER_STANDS,        /* its clock stands */
    MATTER_ENDED_IN_TIME, /* on the due day or before it */
    MATTER_ENDED_LATE,
    MATTER_ENDED,       /* there was no due day */
    MATTER_NOT_COUNTED, /* dropped */
    MATTER_VERDICTS
};
struct str matter_verdict_word(enum matter_verdict v); /* "in_time", ... */
[[nodiscard]] bool matter_verdict_read(enum matter_verdict *out, struct str word);
/* due, ended: unknown when there is none. soon: days before the due day from which it is near. */
enum matter_verdict matter_judge(enum matter_group g, struct date due, struct date ended, struct date on,
                                 uint32_t soon);
/* Days by which it is, or ended, late; days that are left are negative. 0 when there is no due day. */
int32_t matter_days_late(struct date due, struct date ended, struct date on);
#endif
