/* SPDX-License-Identifier: Apache-2.0
 *
 * filing: one report that one unit owes for one period, and how it goes:
 *
 *     draft -> submitted -> accepted -> locked
 *                  |  ^
 *                  v  |
 *                returned
 *
 * There is no way back from locked: figures of a locked report change only by a correction, which keeps the old value
 * (store/correction_rows.h).
 */
#ifndef FILING_H
#define FILING_H
#include "date.h"

struct filing_id {
    uint32_t n; /* 0: none; shown as B7 */
};
void filing_id_write(struct buf *b, struct filing_id id);
[[nodiscard]] bool filing_id_read(struct filing_id *out, struct str s); /* "B7", "b7" */

enum filing_state { FILING_DRAFT, FILING_SUBMITTED, FILING_RETURNED, FILING_ACCEPTED, FILING_LOCKED, FILING_STATES };

struct str filing_state_word(enum filing_state s); /* "draft", ... */
[[nodiscard]] bool filing_state_read(enum filing_state *out, struct str word);
bool filing_may_go(enum filing_state from, enum filing_state to);

/* How a report stands against its due day. */
enum filing_verdict {
    FILING_ON_TIME, /* sent in time */
    FILING_LATE,    /* sent, too late */
    FILING_SENT,    /* sent, and there is no due day */
    FILING_MISSING, /* not sent, and the due day is over */
    FILING_AWAITED, /* not sent, and the due day is not over */
    FILING_NO_DUE,  /* not sent, and there is no due day */
    FILING_VERDICTS
};
struct str filing_verdict_word(enum filing_verdict v); /* "on_time", ... */
/* `sent`: the day that counts, unknown when it was not sent; `on`: the day of the question. */
enum filing_verdict filing_judge(struct date due, struct date sent, struct date on);
#endif
