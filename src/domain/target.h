/* SPDX-License-Identifier: Apache-2.0
 *
 * target: what a resolution, programme or scheme wants to reach, and whether a figure reaches it. A target is a
 * comparator with a level for each time that one was set for:
 *
 *   comparator   words                        reached when
 *   >=  >        "từ 95% trở lên"; "trên"     actual >= level; >
 *   <=  <        "không quá 2%"; "dưới"       actual <= level; <
 *   =            "bằng", "duy trì"            actual = level
 *   within       "5-6%"                       low <= actual <= high
 *   fall_to      "giảm còn 1%"                actual <= level
 *   rise_by      "tăng thêm 5%"               actual >= base + level, or base x (1 + level/100)
 *   fall_by      "giảm thêm"                  actual <= base - level, or base x (1 - level/100)
 *   mean_rise    "hằng năm tăng bình quân"    actual >= base x (1 + level/100)^years, or base + level x years
 *   mean_fall    "hằng năm giảm bình quân"    actual <= base x (1 - level/100)^years, or base - level x years
 *   rank         "xếp thứ 10 trở lên"         actual <= level
 *   done         "hoàn thành"                 a person says so, with what proves it
 *   dropped      "bỏ"                         it is no target any more
 *
 * A level in per cent of an indicator that is not kept in per cent is relative to the base; else it is added to it.
 *
 * Rounding: "95%" can have been anything from 94,5 to 95,5. What all numbers of that interval say is said; else it
 * "cannot be told because of rounding", with one exception that people take for granted: a number that is printed
 * exactly as the level, with at least its digits, reaches it ("đạt 95%" of "95% trở lên").
 *
 * What is missing is not missed: without a figure there is no verdict.
 */
#ifndef TARGET_H
#define TARGET_H
#include "arena.h"
#include "interval.h"
#include "period.h"

enum target_comparator {
    TARGET_AT_LEAST,
    TARGET_OVER,
    TARGET_AT_MOST,
    TARGET_UNDER,
    TARGET_EQUAL,
    TARGET_WITHIN,
    TARGET_FALL_TO,
    TARGET_RISE_BY,
    TARGET_FALL_BY,
    TARGET_MEAN_RISE,
    TARGET_MEAN_FALL,
    TARGET_RANK,
    TARGET_DONE,
    TARGET_DROPPED,
    TARGET_COMPARATORS
};

struct str target_comparator_word(enum target_comparator c); /* ">=", "rise_by": stable, in files */
struct str target_comparator_name(enum target_comparator c); /* "≥", "tăng thêm": before a level, for people */
/* A word of a table of targets, in lower case ("tối thiểu"): data/target_words.tsv. */
[[nodiscard]] bool target_comparator_find(enum target_comparator *out, struct str word);
bool target_needs_base(enum target_comparator c);
bool target_needs_level(enum target_comparator c); /* a number for each time; else the time alone */

/* The level for one time: a year, a part of it, or a whole term. */
struct target_level {
    struct period period;
    struct decimal value, max; /* max: of WITHIN */
    bool has_value, has_max;
};

/* A target as one revision of its resolution has it. Numbers of levels and base are in `measure`, the canonical unit of
 * the indicator, or %. */
struct target {
    struct str code, programme, name;
    struct str indicator;  /* code of the catalogue; "": a person judges it */
    enum figure_kind kind; /* LEVEL, GROWTH over last year, PLAN_RATIO */
    struct str measure;
    enum target_comparator comparator;
    bool has_base, has_weight;
    struct decimal base, weight;
    struct period base_period;
    struct str clause; /* where it stands: "điểm 2, mục II" */
    struct date since; /* from when this revision counts; unknown: from the beginning */
    struct str source; /* what adjusted it; "" of the first revision */
    struct {
        VEC_FIELDS(struct target_level);
    } levels; /* in the order of period_cmp */
};

bool target_eq(const struct target *a, const struct target *b); /* also digits, not order of memory */

/* The level that is asked for with a period: for that time, else for the year that it is in or ends. NULL: none. */
const struct target_level *target_level_of_year(const struct target *t, struct period p);
/* The level of the whole term: of a run of years (of several the last that has begun at the end of `at`), else of the
 * last year of the term (NONE: not known, then the last of several years); NULL: none. */
const struct target_level *target_level_of_term(const struct target *t, struct period term, struct period at);

/* The numbers that reach it. An end that comes from a rounded base is itself an interval. */
struct target_goal {
    bool has_low, has_high, strict;
    struct interval low, high;
};

/* exact_base: the base is taken at its digits; else for all that it can have been. `relative`: the level is in per cent
 * of the base. years: from the base to the actual figure. False: no goal (no level, no base, a person judges). */
[[nodiscard]] bool target_goal(struct target_goal *out, const struct target *t, const struct target_level *level,
                               bool relative, int years, bool exact_base);

enum target_reach { TARGET_NO, TARGET_CANNOT_TELL, TARGET_YES };
enum target_reach target_reach(const struct target_goal *goal, struct interval actual);

/* A figure: `said` is what its digits and its bound allow, `rounded` also what rounding does. `digits`: its scale. */
struct target_actual {
    struct interval said, rounded;
    int digits;
};
/* `said`: goal with exact_base, `rounded`: without. */
enum target_reach target_judge(const struct target_goal *said, const struct target_goal *rounded,
                               const struct target_level *level, const struct target_actual *actual);
/* How much is missing up to the goal (down to it), from digits as they are; false when nothing is, or it has no end. */
[[nodiscard]] bool target_lacking(struct interval *out, const struct target_goal *said, struct interval actual);

enum target_verdict {
    TARGET_REACHED,    /* đạt */
    TARGET_MISSED,     /* không đạt: its time is over, or a limit is passed for good */
    TARGET_UNDER_WAY,  /* chưa đạt, còn thời gian */
    TARGET_UNCLEAR,    /* không rõ vì làm tròn */
    TARGET_NO_FIGURE,  /* chưa có số liệu */
    TARGET_NOT_JUDGED, /* chưa có người đánh giá */
    TARGET_NOT_SET,    /* no level for that time: not counted */
    TARGET_VERDICTS
};
struct str target_verdict_word(enum target_verdict v); /* "reached", ...: stable */
struct str target_verdict_name(enum target_verdict v); /* "đạt", "không đạt", ... */

/* over: the time of the level has gone by. flow: the figure still grows until then, so a limit is not kept before, and
 * once passed is passed for good. */
enum target_verdict target_verdict_of(enum target_reach reach, enum target_comparator c, bool over, bool flow);
#endif
