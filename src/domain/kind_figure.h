/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_figure: an indicator that is counted out of the matters of a kind: which of them belong to a period, how they
 * stand against their clock at its end, what their fields must say. Data of the kind (docs/FORMATS.md), so a kind that
 * an office adds feeds figures without a new program.
 *
 * A period takes matters in by one of these windows. *Begun* is the day from which the clock counts (a dossier: the day
 * on which it was received; what was never received, or refused, never began), else the day on which it was opened.
 * *Ended* is the end in truth, or as the portal was told (`told`).
 *
 *   opened    opened in the period
 *   received  begun in it
 *   ended     ended in it with a result
 *   carried   begun before it and not ended before it: "kỳ trước chuyển sang"
 *   handled   carried or received, and not dropped by its end: "tiếp nhận, xử lý trong kỳ"
 *   living    begun by its end and not ended by then
 *
 * So a period counts the same whenever it is counted, but for what was told later.
 */
#ifndef KIND_FIGURE_H
#define KIND_FIGURE_H
#include "decimal.h"
#include "matter_kind.h"

enum figure_window {
    WINDOW_OPENED,
    WINDOW_RECEIVED,
    WINDOW_ENDED,
    WINDOW_CARRIED,
    WINDOW_HANDLED,
    WINDOW_LIVING,
    FIGURE_WINDOWS
};
struct str figure_window_word(enum figure_window w);
[[nodiscard]] bool figure_window_read(enum figure_window *out, struct str word);

/* How one stands at the end of the period. */
enum figure_stand {
    STAND_EARLY,   /* ended before the last day */
    STAND_ON_TIME, /* on it */
    STAND_LATE,    /* after it */
    STAND_RUNNING, /* not ended, and the last day is not over */
    STAND_OVERDUE, /* not ended, and it is over */
    STAND_WAITING, /* its clock stands */
    STAND_FREE,    /* nothing is due */
    FIGURE_STANDS
};
struct str figure_stand_word(enum figure_stand s);
[[nodiscard]] bool figure_stand_read(enum figure_stand *out, struct str word);

/* A field has one of these values; or is a number from `min` to `max`; or has a value, or none. */
enum kind_test { TEST_VALUES, TEST_RANGE, TEST_ANY, TEST_NONE };
struct kind_condition {
    struct str field;
    enum kind_test test;
    struct word_list values;
    bool has_min, has_max;
    struct decimal min, max;
};
bool kind_condition_meets(const struct kind_condition *c, struct str value); /* "": the field has none */

struct kind_figure {
    struct str indicator; /* code of the catalogue */
    struct str name;      /* what is counted, in words; "": that of the indicator */
    enum figure_window window;
    bool told;                          /* by the end that the portal was told */
    unsigned stands;                    /* 1u << STAND_x; 0: however it stands */
    struct word_list states;            /* states that it is in now; none: any */
    const struct kind_condition *where; /* all of them */
    const struct kind_condition *any;   /* one of them at least, where there are any; or it stands so: */
    unsigned any_stands;
    size_t where_count, any_count;
    struct word_list asks; /* fields that must say something: where one does not, the number is "at least" */
    struct word_list said; /* of which one must say something in one matter at least: else there is no number */
    struct str distinct;   /* a field of which each value counts once; "": each matter counts */
    bool hours;            /* not how many: the mean of hours of work from the beginning to the end, without waiting */
    struct str citation;
};
#endif
