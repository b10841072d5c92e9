/* SPDX-License-Identifier: Apache-2.0
 *
 * project_book: investment projects with all that is known of them on a day: their group, capital, stages, obstacles;
 * and what follows from it: rates by a named denominator, which projects have to be pressed and why, where the year
 * will end. Nothing of this is kept, so it is right on every day.
 */
#ifndef PROJECT_BOOK_H
#define PROJECT_BOOK_H
#include "forecast.h"
#include "matter_board.h"
#include "project_group.h"
#include "project_press.h"
#include "project_rows.h"

/* A stage as the last word on it has it. */
struct book_stage {
    const struct kept_stage *last, *first; /* first: the one that first said a last day; NULL */
    int32_t late;                          /* days; 0: not, or nobody can say */
    bool open;                             /* it has no actual last day */
};
struct book_obstacle {
    const struct kept_obstacle *last, *first;
    bool open;
    int32_t late; /* days past its due day: of an open one on the day asked for, else on the day it was settled */
};

struct book_project {
    struct board_matter row;
    struct str number; /* of the matter */
    const struct capital_line *lines;
    size_t line_count;
    struct {
        VEC_FIELDS(struct book_stage);
    } stages; /* in the order of project_stages() */
    struct {
        VEC_FIELDS(struct book_obstacle);
    } obstacles;
    struct project_grouped group;
    struct date grouped_on; /* the day by whose law */
    struct capital_year year;
};

struct book_wish {
    const struct looked_unit *unit, *under; /* NULL: any */
    struct matter_id one;                   /* else: this project alone */
    struct str source;                      /* capital of this one alone; "": of all */
    int year;
    struct date on;
};
struct project_book {
    VEC_FIELDS(struct book_project); /* by id */
    struct kept_lines lines;         /* with who entered them */
    struct kept_stages stages;
    struct kept_obstacles obstacles;
    int year;
    struct date on;
};
[[nodiscard]] bool project_book(struct project_book *out, struct db *db, struct arena *a, const struct book_wish *w,
                                struct err *err);
/* A field of the matter, "" when it has none. */
struct str book_field(const struct book_project *p, const char *field);

/* --- the year */

enum book_pace { BOOK_PACE_NOTHING, BOOK_PACE_SEASON, BOOK_PACE_CALENDAR };
struct book_outlook {
    struct capital_rate plan; /* of the plan as it is (BASE_CHANGED) */
    enum book_pace by;
    size_t years;            /* past years that it goes by */
    struct decimal expected; /* per cent of the year's plan that should be disbursed by the day */
    bool forecast;           /* `value` is known; without past years it is the pace so far, drawn on */
    struct decimal value, low, high;
    bool has_interval;
    bool has_rate;
    struct decimal rate; /* value in per cent of the plan */
    struct date last;    /* of the window */
    bool has_left;
    struct decimal left; /* plan - done */
    bool has_needed;
    struct decimal needed; /* per month that is left in the window */
    struct {
        VEC_FIELDS(struct forecast_year);
    } past;
};
/* False only when a sum has too many digits. */
bool book_outlook(struct book_outlook *out, struct arena *a, const struct project_book *b);

/* What was stated of the year, beside the vouchers of the same projects: the others say nothing of the difference. */
struct book_compared {
    size_t projects; /* of which it was stated */
    struct money stated, done;
    struct date first; /* the earliest of the days as of which it was */
    bool has_gap;
    struct decimal gap; /* stated - done */
};
struct book_compared book_compare(const struct project_book *b, bool claim); /* else the treasury's */

/* --- who has to be pressed */

struct press_reason {
    const struct press_rule *rule;
    struct decimal value; /* what was found: points behind, obstacles, days, per cent */
    bool has_value;
};
struct pressed {
    const struct book_project *project;
    struct press_facts facts;
    int32_t group;
    struct {
        VEC_FIELDS(struct press_reason);
    } reasons;
};
struct pressed_list {
    VEC_FIELDS(struct pressed); /* every project that is under way; those of the highest group first */
};
void book_press(struct pressed_list *out, struct arena *a, const struct project_book *b,
                const struct book_outlook *pace);
#endif
