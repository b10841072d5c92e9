/* SPDX-License-Identifier: Apache-2.0
 *
 * clock: until when something is owed, and the way there, step by step (Bộ luật Dân sự 2015 Điều 147, 148):
 *
 *  1. What comes in late in the day, where the rule has such an hour, begins on the next working day.
 *  2. The first day does not count. A term in hours begins at its minute.
 *  3. Waiting for papers from S to R takes the days after S up to R out of the term: S has counted, R begins anew like
 *     a first day. In hours it is the minutes from S to R. A rule may say that all begins anew instead.
 *  4. A last day that is not worked moves to the next working day.
 *  5. An extension makes a new last day; the first one is kept, and nothing that comes later changes it.
 *  6. An appointment that was printed does not move, whatever the reckoning says later.
 *
 * Waiting and extensions are taken in the order of their time. What cannot be so (waiting that begins after the last
 * day, more extensions than the rule has) is not silently corrected: it is a step that says so, and a flag.
 */
#ifndef CLOCK_H
#define CLOCK_H
#include "clock_rule.h"
#include "err.h"
#include "office_hours.h"

enum clock_event_kind { CLOCK_WAITING, CLOCK_EXTENSION };

struct clock_event {
    enum clock_event_kind kind;
    struct moment from; /* waiting: since when; extension: when it was decided, or no date */
    struct moment to;   /* waiting: until when, no date: still; extension: the new last day, or no date */
    struct term more;   /* extension without a new last day: how much longer */
};

struct clock_question {
    const struct clock_rule *rule;
    const struct office_hours *office;
    struct moment start; /* when it came in; of a rule "before": when that comes which it is before */
    const struct clock_event *events;
    size_t event_count;
    struct moment printed; /* the appointment on the slip; no date: none */
};

enum clock_step_kind {
    STEP_MOVED,        /* from: came in, to: counts as of */
    STEP_NO_HOUR,      /* the minute is not known: from the opening of the office */
    STEP_SKIPPED,      /* why: a weekday off, or a Saturday worked, on the way */
    STEP_ENDS,         /* to: the last day as counted, n: Saturdays and Sundays passed over by a term in working time */
    STEP_ROLLED,       /* from: a day off, to: the next working day */
    STEP_WAITED,       /* from..to, n: what was left */
    STEP_WAITING,      /* from, n: what is left */
    STEP_WAITED_AFTER, /* from..to, after the last day: nothing is added */
    STEP_WENT_ON,      /* from..to: the rule lets the clock run */
    STEP_RESTARTED,    /* to: it begins anew */
    STEP_EXTENDED,     /* from: decided, to: the new last day, n: how many times now */
    STEP_EXTENDED_LATE,
    STEP_EXTENDED_OFTEN, /* n: times that the rule has */
    STEP_EXTENDED_LONG,
    STEP_PRINTED,    /* to: the appointment */
    STEP_PROVISIONAL /* n: the year */
};

struct clock_step {
    enum clock_step_kind kind;
    struct moment from, to;
    int32_t n;
    const struct day_entry *why; /* SKIPPED; ROLLED: NULL for a weekend */
};

enum clock_doubt {
    CLOCK_EXTENDED_LATE = 1,  /* decided after the last day had gone by */
    CLOCK_EXTENDED_OFTEN = 2, /* more often than the rule has, or it has none */
    CLOCK_EXTENDED_LONG = 4,
    CLOCK_HOUR_UNKNOWN = 8
};

struct clock_answer {
    struct moment begins;   /* as of when it counts */
    struct moment original; /* the last day without waiting and extensions */
    struct moment first;    /* before the first extension; no date: still waiting */
    struct moment due;      /* now; no date: still waiting. Of days: to the end of that day */
    struct moment holds;    /* the printed appointment, else `due`: what lateness is counted from */
    bool waiting;
    int32_t left;         /* while waiting: working days, days, or minutes of a term in hours */
    int32_t extensions;   /* how many */
    unsigned doubts;      /* enum clock_doubt */
    int provisional_year; /* 0: every year on the way is announced */
    struct clock_step *steps;
    size_t step_count;
};

/* steps: where they are made; NULL: none are, and nothing is allocated. Errors: ERR_CLOCK_BEYOND (outside 2015..2100),
 * ERR_CLOCK_ORDER (events that overlap or go back in time), ERR_CLOCK_BEFORE (events of a rule "before"). */
[[nodiscard]] bool clock_answer(struct clock_answer *out, struct arena *steps, const struct clock_question *q,
                                const struct workdays *w, struct err *err);
#endif
