/* SPDX-License-Identifier: Apache-2.0
 *
 * matter: see matter.h.
 */
#include "matter.h"

#include "buf.h"

static const struct str EVENTS[] = {STR_INIT("open"),  STR_INIT("move"),   STR_INIT("assign"), STR_INIT("due"),
                                    STR_INIT("edit"),  STR_INIT("attach"), STR_INIT("note"),   STR_INIT("reckon"),
                                    STR_INIT("enter"), STR_INIT("chase")};
_Static_assert(sizeof EVENTS / sizeof *EVENTS == MATTER_EVENT_KINDS, "a word for each");

static const struct str VERDICTS[] = {STR_INIT("in_time"),    STR_INIT("soon"),   STR_INIT("late"),
                                      STR_INIT("no_clock"),   STR_INIT("stands"), STR_INIT("ended_in_time"),
                                      STR_INIT("ended_late"), STR_INIT("ended"),  STR_INIT("not_counted")};
_Static_assert(sizeof VERDICTS / sizeof *VERDICTS == MATTER_VERDICTS, "a word for each");

static const struct str TOPICS[] = {STR_INIT(""), STR_INIT("result"), STR_INIT("limit"), STR_INIT("cause"),
                                    STR_INIT("proposal")};
_Static_assert(sizeof TOPICS / sizeof *TOPICS == MATTER_TOPICS, "a word for each");

void matter_id_write(struct buf *b, struct matter_id id)
{
    buf_char(b, 'M');
    buf_u64(b, id.n);
}

bool matter_id_read(struct matter_id *out, struct str s)
{
    uint64_t n;
    if (s.len < 2 || (s.ptr[0] | 32) != 'm' || !str_to_u64(&n, str_from(s, 1), UINT32_MAX) || n == 0) return false;
    out->n = (uint32_t)n;
    return true;
}

struct str matter_event_word(enum matter_event_kind k)
{
    return EVENTS[k];
}

bool matter_event_read(enum matter_event_kind *out, struct str word)
{
    for (size_t i = 0; i < MATTER_EVENT_KINDS; i++) {
        if (!str_eq(EVENTS[i], word)) continue;
        *out = (enum matter_event_kind)i;
        return true;
    }
    return false;
}

struct str matter_topic_word(enum matter_topic t)
{
    return TOPICS[t];
}

bool matter_topic_read(enum matter_topic *out, struct str word)
{
    for (size_t i = 0; i < MATTER_TOPICS; i++) {
        if (!str_eq(TOPICS[i], word)) continue;
        *out = (enum matter_topic)i;
        return true;
    }
    return false;
}

struct str matter_verdict_word(enum matter_verdict v)
{
    return VERDICTS[v];
}

bool matter_verdict_read(enum matter_verdict *out, struct str word)
{
    for (size_t i = 0; i < MATTER_VERDICTS; i++) {
        if (!str_eq(VERDICTS[i], word)) continue;
        *out = (enum matter_verdict)i;
        return true;
    }
    return false;
}

enum matter_verdict matter_judge(enum matter_group g, struct date due, struct date ended, struct date on, uint32_t soon)
{
    switch (g) {
    case MATTER_DROPPED: return MATTER_NOT_COUNTED;
    case MATTER_PAUSED: return MATTER_STANDS;
    case MATTER_DONE:
        if (!date_known(due)) return MATTER_ENDED;
        return date_cmp(ended, due) <= 0 ? MATTER_ENDED_IN_TIME : MATTER_ENDED_LATE;
    case MATTER_WAITING:
    case MATTER_OPEN:
    case MATTER_GROUPS: break;
    }
    if (!date_known(due)) return MATTER_NO_CLOCK;
    int64_t left = (int64_t)date_to_days(due) - date_to_days(on);
    if (left < 0) return MATTER_LATE;
    return left <= (int64_t)soon ? MATTER_SOON : MATTER_IN_TIME;
}

int32_t matter_days_late(struct date due, struct date ended, struct date on)
{
    if (!date_known(due)) return 0;
    return date_to_days(date_known(ended) ? ended : on) - date_to_days(due);
}
