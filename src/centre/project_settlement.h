/* SPDX-License-Identifier: Apache-2.0
 *
 * project_settlement: what a project that was handed over still owes: its settlement, with a clock of its own by law
 * (domain/project_settle.h). Handing over, filing, sending the file back and reopening set the due day that holds from
 * then on, as events beside the move, so lists, counts, agendas and reminders judge by the clock of the stage in which
 * a project is. The due day of carrying it out stays among those that it had.
 */
#ifndef PROJECT_SETTLEMENT_H
#define PROJECT_SETTLEMENT_H
#include "matter_event.h"
#include "project_book.h"
#include "project_settle.h"

/* How far it is, by the moves until a day. */
struct settle_facts {
    bool owes;          /* handed over, not settled */
    struct date handed; /* unknown though it owes: nobody told the day */
    struct date filed;  /* unknown: not yet */
    const struct settle_rule *rule;
    struct date due; /* moved off days of rest; unknown where the group or a day is */
    int32_t late;    /* days on the day asked for */
};
[[nodiscard]] bool settle_facts(struct settle_facts *out, struct db *db, struct arena *a, const struct kept_matter *m,
                                struct date on, struct err *err);

/* The due day that follows from a move that is about to be made; *has is false when none does. Of other kinds nothing
 * follows. `told` becomes an event of its own behind the move. */
[[nodiscard]] bool settle_follow(struct matter_told *told, bool *has, struct db *db, struct arena *a,
                                 const struct kept_matter *m, const struct matter_told *move, struct err *err);
/* The group of a project by its fields. */
struct project_grouped project_matter_group(const struct kept_matter *m);
#endif
