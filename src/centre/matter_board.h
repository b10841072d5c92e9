/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_board: lists of matters as a person asks for them, how each stands on a day, and counts with their rates.
 * Lateness is reckoned as of the day that is asked for; the states are those of the record (--known-on shows the record
 * of an earlier day).
 */
#ifndef MATTER_BOARD_H
#define MATTER_BOARD_H
#include "matter_kinds.h"
#include "matter_page.h"
#include "unit_look.h"

struct board_wish {
    struct matter_filter filter; /* groups 0: those that have not ended, unless verdict says otherwise */
    bool by_verdict;
    enum matter_verdict verdict;
    bool voice;             /* of citizens' voice (petition.h) only; where no kind is named */
    const struct str *aims; /* codes of programmes and targets (matter_aim.h): tasks under one of them */
    size_t aim_count;       /* 0: any */
    bool every;             /* also those that have ended */
    const struct looked_unit *unit, *under; /* NULL: any */
    struct date on;
    bool own_soon; /* `soon` counts for all; else each kind says its own, and a list by "soon" the widest of them */
    uint32_t soon;
};

/* The kind and the units of a wish as a filter. */
[[nodiscard]] bool board_filter(struct matter_filter *out, struct db *db, struct arena *a, const struct board_wish *w,
                                struct err *err);

struct board_matter {
    struct kept_matter matter;
    struct str report; /* of a report that is owed (matter_reports.h): DEFINITION/UNIT/PERIOD; else "" */
    struct str state_name, kind_name, unit_name;
    struct str with, with_names; /* units that help, ids and names with "; " between; of rows of lists */
    enum matter_verdict verdict;
    int32_t late;                        /* days; negative: left; 0 without a due day */
    uint32_t returns, chases, reminders; /* how often sent back, chased, reminded; of lists (board_counts) */
};
struct matter_board {
    VEC_FIELDS(struct board_matter);
    bool more; /* there are others behind them */
};
[[nodiscard]] bool matter_board(struct matter_board *out, struct db *db, struct arena *a, const struct board_wish *w,
                                struct err *err);
/* One matter as a row of a board. */
[[nodiscard]] bool board_matter(struct board_matter *out, struct db *db, struct arena *a, const struct kept_matter *m,
                                struct date on, struct err *err);

/* The same of rows of which the matter is there already. */
[[nodiscard]] bool board_fill(struct board_matter *const *rows, size_t count, struct db *db, struct arena *a,
                              struct date on, struct err *err);

/* What waits for one person, or for one unit: each matter once, in the first part that holds it; and what a unit helps
 * with, for which another one answers. */
enum mine_part { MINE_LATE, MINE_RETURNED, MINE_SOON, MINE_DECIDE, MINE_REST, MINE_HELPING, MINE_PARTS };
struct mine_wish {
    struct board_wish asked; /* kind, voice, words, days, verdict, ...; of its unit, where there is one */
    struct str person;       /* "": of a unit */
    uint32_t most;           /* rows of each list that is looked through */
};
struct mine_matter {
    struct board_matter row;
    enum mine_part part;
};
struct mine_board {
    VEC_FIELDS(struct mine_matter); /* by part, due day */
    size_t of[MINE_PARTS];
    bool more;
};
[[nodiscard]] bool matter_mine(struct mine_board *out, struct db *db, struct arena *a, const struct mine_wish *w,
                               struct err *err);

/* Counts of one unit, or of all of them (unit ""). */
struct matter_sum {
    struct str unit, unit_name;
    uint64_t all, of[MATTER_VERDICTS], groups[MATTER_GROUPS];
};
struct matter_sums {
    VEC_FIELDS(struct matter_sum); /* by unit; the last one is of all */
};
[[nodiscard]] bool matter_sums(struct matter_sums *out, struct db *db, struct arena *a, const struct board_wish *w,
                               struct err *err);
/* Two rates with what they are made of (DOMAIN 8.2): ended in time of all that ended with a due day; late of all that
 * is under way. */
struct matter_rate {
    uint64_t part, whole;
};
struct matter_rate matter_rate_in_time(const struct matter_sum *s);
struct matter_rate matter_rate_late(const struct matter_sum *s);
#endif
