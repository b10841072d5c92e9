/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_board: which reports are owed, by whom, until when, and how they stand on a day. What is owed follows from the
 * definitions and from who must send (filing_make.h); a report that was begun is on the board whoever owed it. The
 * board of an earlier day shows what was known by the days of the steps.
 */
#ifndef FILING_BOARD_H
#define FILING_BOARD_H
#include "filing_make.h"

struct board_row {
    struct filing_id id; /* n == 0: nobody has begun it */
    struct str definition, name;
    struct looked_unit unit;
    struct period period;
    struct date first, last, due; /* due unknown: nobody said one */
    struct date due_named;        /* of one not begun: the day of the rule, from which `due` moved; else no date */
    bool provisional;             /* likewise: the calendar of that year is not announced */
    enum filing_state state;      /* on the day; draft when it was not begun */
    struct date sent, resent;     /* first and last sending, unknown when there was none; resent: another than `sent` */
    enum filing_verdict verdict;
    int32_t late; /* days */
};

struct board {
    VEC_FIELDS(struct board_row); /* by definition, period, unit */
};

struct board_filter {
    struct str definition;           /* "": all */
    const struct looked_unit *unit;  /* NULL: all */
    const struct looked_unit *under; /* NULL: all; with a definition: its senders below this unit owe it */
    struct period period;            /* NONE: every period that is owed by the day */
    struct date on;
    uint32_t ahead; /* days after `on` in which a window may still end */
};
/* Errors: those of definition_for when definition and period are given. */
[[nodiscard]] bool filing_board(struct board *out, struct db *db, struct arena *a, const struct board_filter *f,
                                struct err *err);

/* The rows of one definition and period, counted. */
struct board_count {
    struct str definition;
    struct period period;
    struct date last, due; /* due: of the first row */
    bool provisional;      /* likewise */
    size_t owed, of[FILING_VERDICTS];
    size_t states[FILING_STATES]; /* of those that were begun */
};

struct board_counts {
    VEC_FIELDS(struct board_count);
};
void filing_count(struct board_counts *out, struct arena *a, const struct board *board);

/* The units below one that send a report by their kind, on a day, in the order of the catalogue. */
[[nodiscard]] bool filing_senders(struct looked_units *out, struct db *db, struct arena *a, enum unit_kind sender,
                                  struct str upper, struct date day, struct err *err);
#endif
