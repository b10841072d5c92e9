/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_feed: figures of the indicators that kinds of matter feed (kind_figure.h), for a period: what each unit that
 * answers for matters of the kind has, counted. They are written as figures of a program are (figure_file.h): one
 * document of lines of JSON for all kinds and units that were asked for, each line with its rule, how many matters it
 * counts and the command that lists them. The same counts again are the same document and change nothing.
 *
 * A unit that has matters of a kind and none that is meant has 0. Where a field that a figure asks says nothing in some
 * matters, the figure is a range; where it says nothing in any, or the portal was never told of an end, there is none.
 * Missing is not zero.
 */
#ifndef MATTER_FEED_H
#define MATTER_FEED_H
#include "import.h"
#include "kind_figure.h"
#include "matter_board.h"

struct feed_wish {
    struct str kind;                        /* "": every kind that feeds something */
    const struct looked_unit *unit, *under; /* NULL: any */
    bool as_one;                            /* what lies under `under` as one figure of it */
    struct str indicator;                   /* this one alone; "": all */
    bool list;                              /* which matters count, too: of `indicator` */
    struct period period;
    struct date today;
};

enum feed_lack { FEED_HAS, FEED_NOT_SAID, FEED_NOT_TOLD, FEED_NOTHING };

struct matter_fed {
    const struct kind_figure *figure;
    const struct matter_kind *kind;
    struct str unit, unit_name;
    uint64_t within; /* matters that the window takes in and that stand so */
    uint64_t n;      /* of these, what counts; of a distinct field, so many values */
    uint64_t silent; /* of these, where a field that is asked says nothing */
    uint64_t asked;  /* of these, where it was looked at */
    uint64_t said;   /* of these, where a field of `said` says something */
    uint64_t ended, told;
    uint64_t minutes; /* of hours: of work, of those that count */
    enum feed_lack lack;
};
struct matter_fed_list {
    VEC_FIELDS(struct matter_fed); /* by kind, unit, figure */
    struct matter_list matters;    /* that count, where they are listed */
};
/* The number of one: how many, or the mean of hours to one digit. */
struct decimal matter_fed_value(const struct matter_fed *f);
/* What would be written. Errors: ERR_MATTER_FUTURE when the period has not ended, ERR_MATTER_FEED_NONE,
 * ERR_MATTER_FEED_FIGURE, ERR_INDICATOR_UNKNOWN, ERR_KIND_UNKNOWN. */
[[nodiscard]] bool matter_feed_count(struct matter_fed_list *out, struct db *db, struct arena *a,
                                     const struct feed_wish *w, struct err *err);
/* Write and accept it. What the record holds otherwise stays proposed and is counted in `differs`, unless `revise`:
 * then the count is a person's decision, and each makes a revision of the figure that was there. Errors: those of
 * figure_file.h and accept_statements. */
struct feed_result {
    struct import_result import;
    size_t differs, revised;
};
[[nodiscard]] bool matter_feed_save(struct feed_result *out, struct db *db, struct arena *a,
                                    const struct author *author, const struct matter_fed_list *fed,
                                    const struct feed_wish *w, bool revise, struct err *err);

/* One matter as a period sees it at its end. */
struct matter_seen {
    struct date begun, ended; /* unknown: it has not */
    struct date in_truth;     /* ended, whatever the portal was told; unknown: it has not */
    bool dropped;             /* ended without a result, by then */
    enum figure_stand stand;
};
struct matter_seen matter_see(const struct kept_matter *m, const struct matter_kind *k, bool told, struct date to);
/* Minutes of work from the beginning to the end of one, without those in which its clock stood; false when its
 * beginning or its end is not known. */
[[nodiscard]] bool matter_worked(uint64_t *out, const struct kept_matter *m, const struct matter_kind *k,
                                 const struct workdays *w);
bool matter_within(const struct kept_matter *m, const struct matter_seen *s, enum figure_window w, struct period p);
#endif
