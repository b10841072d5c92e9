/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_clock: the clock of a matter, as it is kept: the whole question that is put to clock.h, so that the due day
 * can be reckoned again, and explained, from it and the calendar alone. As a literal:
 *
 *     rule=MC-GIAIQUYET@2025-07-01; term=7 ngày làm việc; office=hanh-chinh; from=2026-11-23T09:15;
 *         wait=2026-11-25..2026-11-30; extend=2026-12-15@2026-12-07; provisional=2028
 *
 * rule is the code and the first day of the version that was in force when it began; without it the term counts by the
 * general law. What is empty is left out; wait and extend are literals of clock_event.h. provisional is the year, on
 * the way, that was not announced when the due day was reckoned.
 */
#ifndef MATTER_CLOCK_H
#define MATTER_CLOCK_H
#include "clock.h"
#include "clock_event.h"

struct matter_clock {
    struct str code;     /* of the rule; "": the general law */
    struct date version; /* first day of its row; no date: the row has none */
    struct term term;
    struct str office;
    struct moment from;
    struct str wait, extend;
    int provisional; /* 0: every year on the way is announced */
};

/* False when it is no literal of a clock; texts are borrowed from it. */
[[nodiscard]] bool matter_clock_read(struct matter_clock *out, struct str literal);
void matter_clock_write(struct buf *b, const struct matter_clock *c);
/* Whether two are the same question: all but `provisional`. */
bool matter_clock_same(const struct matter_clock *a, const struct matter_clock *b);

/* What is asked, with its parts; the question points into it. */
struct matter_clock_parts {
    struct clock_rule rule;
    struct office_hours office;
    struct clock_events events;
    struct clock_question question;
};
/* Errors: ERR_CLOCK_RULE_UNKNOWN, ERR_CLOCK_RULE_THEN, ERR_OFFICE_UNKNOWN, ERR_CLOCK_WAITING, ERR_CLOCK_MORE. */
[[nodiscard]] bool matter_clock_ask(struct matter_clock_parts *out, const struct matter_clock *c, struct err *err);
/* The same for the next of many: what the one before had of rule and hours is not looked up again. */
[[nodiscard]] bool matter_clock_ask_next(struct matter_clock_parts *out, const struct matter_clock *c, struct err *err);
/* The answer; steps as in clock_answer. out->waiting: the clock stands. Errors: those above and of clock_answer. */
[[nodiscard]] bool matter_clock_answer(struct clock_answer *out, struct arena *steps, const struct matter_clock *c,
                                       const struct workdays *w, struct err *err);

/* A clock that begins. `rule`: the code of a rule, a term, or ""; `term`: takes the place of the term of the rule, or,
 * where it is the code of a rule, of the rule itself; or "". The version is that of the day of `from`. Errors:
 * ERR_CLOCK_RULE_UNKNOWN, ERR_CLOCK_RULE_THEN, ERR_CLOCK_BEFORE (a rule that counts back). */
[[nodiscard]] bool matter_clock_begin(struct matter_clock *out, struct str rule, struct str term, struct str office,
                                      struct moment from, struct err *err);
/* The literals with one thing more: waiting since m; the waiting ends at m; a new last day (`due` known) or so much
 * more, decided at m. In the arena. Waiting ends only where it has begun: else nothing changes. */
void matter_clock_wait(struct matter_clock *c, struct arena *a, struct moment m);
void matter_clock_go_on(struct matter_clock *c, struct arena *a, struct moment m);
void matter_clock_extend(struct matter_clock *c, struct arena *a, struct moment due, struct str more, struct moment m);

/* How something ended: 0 not yet, or nothing was due; 1 early, 2 on the day or at the minute, 3 late. */
enum matter_outcome { OUTCOME_NONE, OUTCOME_EARLY, OUTCOME_ON_TIME, OUTCOME_LATE };
enum matter_outcome matter_outcome(struct moment due, struct moment done);
#endif
