/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_clocks: the clock of a matter by rule: what an event does to it. A clock begins when a matter is opened or
 * comes into the state that its kind names, it stands while the matter is in a state of the group `paused`, it is
 * extended, it is reckoned anew when a field that it rests on is changed. The due day and the question (matter_clock.h)
 * join what the event sets, so the journal says both and no later calendar moves them by itself.
 */
#ifndef MATTER_CLOCKS_H
#define MATTER_CLOCKS_H
#include "change.h"

struct clock_wish {
    struct arena *arena;
    const struct workdays *workdays;
    const struct matter_kind *kind;
    const struct kept_matter *matter; /* NULL: it begins */
    struct str rule;                  /* of one that begins: a code or a term, in place of that of its kind; "" */
    struct moment from; /* of one that begins: since when, where it is not when it is opened; or no date */
    struct str more;    /* of an extension: how much longer, in place of a day; "" */
    struct moment now;  /* the moment of the event */
    struct date today;
};
/* t->set grows, and t is timed where the matter has a clock by rule. Errors: those of matter_clock_begin and
 * matter_clock_answer; ERR_MATTER_DUE_RULE, ERR_MATTER_MORE, ERR_MATTER_FUTURE, ERR_MATTER_LACKS (the reason of an
 * edit that moves the due day). */
[[nodiscard]] bool matter_clock_join(struct matter_told *t, const struct clock_wish *w, struct err *err);

/* Why a due day is what it is: the question and the answer with its steps, by the calendar of the record today. */
struct clock_explained {
    bool has; /* else somebody named the day, or there is none */
    struct matter_clock clock;
    struct matter_clock_parts parts;
    struct clock_answer answer;
    bool moved; /* the calendar of today gives another due day than the one that is kept */
};
[[nodiscard]] bool matter_clock_explain(struct clock_explained *out, struct db *db, struct arena *a,
                                        const struct kept_matter *m, struct err *err);
#endif
