/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_chase: who was chased (đôn đốc) for what he owes, and whether he answered.
 *
 * Two things chase: somebody who does, by words or a document (an event of the matter), and a reminder that was sent
 * (a delivery) to who owes it: messages to who gave it, follows it, or stands above are none. Both count and are told
 * apart. An answer is the first thing behind it that is a step of the matter, or a note or a file by somebody else
 * than who chased; another due day, other hands and another chase are no answer. Of a reminder it must be behind the
 * entry that says that it was sent.
 */
#ifndef MATTER_CHASE_H
#define MATTER_CHASE_H
#include "matter_board.h"
#include "remind_rows.h"

struct chase {
    bool reminder;
    struct delivery_id delivery; /* of a reminder */
    struct str outlet;
    int32_t rule_step;
    uint32_t step; /* of a chase: the event */
    struct date day;
    struct str by;            /* who chased; of a reminder who had the messages made */
    struct matter_chase what; /* by which document, whom; of a reminder whom */
    struct str note;
    int64_t entry;
    bool answered;
    struct kept_event answer;
};
struct chase_list {
    VEC_FIELDS(struct chase); /* in the order of the journal */
};
/* Whether a message about a matter went to who owes it. */
bool chase_by_message(const struct kept_matter *m, const struct matter_delivery *d);
/* All of a matter whose events are at hand. */
[[nodiscard]] bool matter_chases(struct chase_list *out, struct db *db, struct arena *a, const struct kept_matter *m,
                                 const struct kept_events *events, struct err *err);

struct chased {
    struct board_matter row;
    struct chase chase;
    uint32_t nth; /* of the chases, or the reminders, of this matter; from 1 */
};
struct chased_list {
    VEC_FIELDS(struct chased); /* by day, then matter */
    uint64_t chases, reminders, unanswered;
};
/* Of the kind and units of a wish, as w->on sees them; living: of what has not ended; unanswered: only those. The sums
 * are over all that was looked at. */
[[nodiscard]] bool matter_chased(struct chased_list *out, struct db *db, struct arena *a, const struct board_wish *w,
                                 bool living, bool unanswered, struct err *err);

/* How often each of the rows was chased, reminded and sent back, into the rows. */
[[nodiscard]] bool board_counts(struct board_matter *const *rows, size_t count, struct db *db, struct arena *a,
                                struct err *err);
#endif
