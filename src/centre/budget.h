/* SPDX-License-Identifier: Apache-2.0
 *
 * budget: the table of the budget of a place: of each line of a tree (budget_line.h) the plans by who set them, what
 * was done in the period and since the year began, and both comparisons.
 *
 *   number  line              given    council   done in   since the   % of    % of      against the same
 *                             above    decided   the       year began  given   council   time of last year
 *                                                period
 *
 * What has no figure stays empty, and is never zero. Two kinds of numbers are reckoned, and say so:
 *
 *   sum   a line of which the table of lines says that it is all of what stands below it, when every one of these
 *         is known (BUDGET_SUM); a plan with the supplements of the year (BUDGET_CHANGED)
 *   time  the time since the year began from the times before it, and the other way (BUDGET_TIME)
 *
 * A line whose own number its parts contradict, however all of them may have been rounded, gets a note with the
 * arithmetic; its own number stays.
 *
 * The plan of a line is that of the budget year. In its column stands, of what is known:
 *   given     the level above; else what is called legal; else what both gave as one number
 *   council   the council; else what both gave as one number
 *   adjusted  what is called adjusted; else the plan with the supplements of the year, by the rule of plan.h that every
 *             command goes by (BUDGET_TIME never; BUDGET_SUM of the plans)
 */
#ifndef BUDGET_H
#define BUDGET_H
#include "answer.h"
#include "budget_line.h"
#include "corrected.h"
#include "like.h"
#include "snapshot.h"

enum budget_column {
    BUDGET_GIVEN,
    BUDGET_COUNCIL,
    BUDGET_UNNAMED, /* a plan of which nobody said whose it is */
    BUDGET_STRIVING,
    BUDGET_ADJUSTED,
    BUDGET_NOW,    /* in the period */
    BUDGET_SO_FAR, /* from 1 January to the end of the period */
    BUDGET_BEFORE, /* the same time of last year, on the ground of this year */
    BUDGET_COLUMNS
};
/* Plans are the columns up to BUDGET_ADJUSTED; each has a per cent. */
enum { BUDGET_PLANS = BUDGET_ADJUSTED + 1 };

enum budget_how { BUDGET_NOTHING, BUDGET_FIGURE, BUDGET_SUM, BUDGET_CHANGED, BUDGET_TIME, BUDGET_LIKE };

struct budget_cell {
    enum budget_how how;
    struct measured value;
    const struct cube_figure *figure; /* BUDGET_FIGURE */
    bool estimate;                    /* it, or a part of it, is an estimate */
    bool corrected;                   /* ... was corrected after a report with it was locked */
    struct str made;                  /* of what it was reckoned: "C05 + C07", "F1 + F2"; else "" */
};

struct budget_ratio {
    struct comparison comparison;
    bool stated; /* as a report states it, since it could not be reckoned */
    bool corrected;
};

struct budget_row {
    const struct budget_line *line;
    int parent, depth; /* as in budget_tree */
    struct question question;
    struct budget_cell cells[BUDGET_COLUMNS];
    struct budget_cell alone;                 /* supplements of a plan that nobody told of; BUDGET_NOTHING: none */
    struct budget_ratio ratios[BUDGET_PLANS]; /* so far, of each plan */
    bool growth_corrected;
    struct answer growth; /* so far over the same time of last year */
    struct like like;
    bool shown; /* it or a line below it has a number */
};

struct budget_note {
    const struct budget_row *row;
    enum budget_column column;
    struct decimal told, parts; /* in đồng */
    size_t count;               /* of parts */
    bool some;                  /* the parts are not all, and are more than the whole by themselves */
};

struct budget_table {
    struct kept_unit unit;
    enum budget_part part;
    struct period period, so_far, year;
    struct {
        VEC_FIELDS(struct budget_row);
    } rows;
    struct {
        VEC_FIELDS(struct budget_note);
    } notes;
    struct corrected_marks corrections; /* of the numbers in the table */
    bool used[BUDGET_COLUMNS];          /* columns in which some number stands */
};

/* The level whose lines a unit has: by what the record or its name says it is. */
enum budget_level budget_level_of(const struct kept_unit *unit);

/* The snapshot must hold the figures of the unit and of those that it came from (stand_load).
 * Errors: ERR_BUDGET_PERIOD (no month, quarter, half, nine months, months or year of one year),
 * ERR_BUDGET_TREE (no lines for that year and level). */
[[nodiscard]] bool budget_make(struct budget_table *out, const struct snapshot *s, struct db *db, struct arena *a,
                               const struct kept_unit *unit, enum budget_level level, enum budget_part part,
                               struct period period, struct err *err);

/* --- as people see it */

enum budget_measure { BUDGET_DONG, BUDGET_THOUSAND, BUDGET_MILLION, BUDGET_BILLION, BUDGET_MEASURES };
struct str budget_measure_name(enum budget_measure m); /* "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng" */

enum budget_shown_kind { BUDGET_SHOW_CELL, BUDGET_SHOW_RATIO, BUDGET_SHOW_GROWTH };
struct budget_shown {
    enum budget_shown_kind kind;
    int at;            /* of a cell or ratio: which */
    const char *brief; /* tr("…"): for a narrow terminal */
    const char *title; /* tr("…"): for a table */
    const char *full;  /* tr("…"): for a page */
    bool estimates;    /* all numbers of the column are estimates, and its title says so */
};
enum { BUDGET_SHOWN_MOST = BUDGET_COLUMNS + BUDGET_PLANS + 1 };

/* The columns that a table needs, in their order; a plan that nobody set has none. */
size_t budget_shown(struct budget_shown out[BUDGET_SHOWN_MOST], const struct budget_table *t);
/* The words of a cell: a number with at most three digits behind the comma, with what is to be known of it ("=" in
 * front: reckoned; "ước", "*", "†", "~", "§" behind); nothing where there is none. */
void budget_show(struct buf *b, const struct budget_row *r, struct budget_shown c, enum budget_measure m);
struct str budget_part_title(enum budget_part part); /* "Thu ngân sách nhà nước trên địa bàn", ... */
/* "Thu nội địa, từ đầu năm: nêu 990, cộng 10 dòng dưới được 1.016 (lệch +26)" */
void budget_show_alone(struct buf *b, const struct budget_row *r, enum budget_measure m); /* r->alone is there */
void budget_show_note(struct buf *b, const struct budget_note *n, enum budget_measure m);
/* Why last year's number of new ground cannot be had, once for each reason, with the codes of the lines that it is of:
 * "C01, C05: địa bàn đã thay đổi ...". False when row `at` is not the first with its reason, or has none. */
bool budget_show_reason(struct buf *b, const struct budget_table *t, size_t at);

/* One page with the tables, without scripts and without anything from elsewhere; `all`: with empty lines; `known`: as
 * of when the record was asked, "" for now. */
void budget_write_html(struct buf *b, const struct budget_table *tables, size_t count, enum budget_measure m, bool all,
                       struct str known);
#endif
