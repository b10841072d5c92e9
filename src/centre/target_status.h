/* SPDX-License-Identifier: Apache-2.0
 *
 * target_status: which targets of a unit are reached at the end of a period, and how many of how many ("11/12"). Two
 * questions are kept apart for each target: against the level of the year, and against that of the whole term.
 *
 * The denominator are the targets in force on the last day of the period that have a level for that time; a target
 * without a figure stays in it and is named: missing is not missed. The numerator are those reached in fact: reached by
 * an estimate ("ước") is counted apart. When the record holds a figure "35/38 chỉ tiêu" that a report states, the two
 * are compared.
 */
#ifndef TARGET_STATUS_H
#define TARGET_STATUS_H
#include "answer_show.h"
#include "like.h"
#include "snapshot.h"
#include "target_rows.h"

enum target_axis { AXIS_YEAR, AXIS_TERM, AXES };

/* The number that is set against a level. */
struct target_number {
    bool known;
    struct target_actual actual;
    struct str shown; /* "10,17 %", "8.343 tỷ đồng" */
    struct decimal value;
    bool estimate;
    struct {
        VEC_FIELDS(const struct cube_figure *);
    } made;         /* the figures that made it */
    struct str sum; /* "1.200 + 1.350" of years that were added up; else "" */
    struct str why; /* why there is none; else "" */
};

/* One target against one level. */
struct target_result {
    const struct target_level *level; /* NULL: none for that time */
    struct target_number number;
    enum target_verdict verdict;
    struct str wanted;            /* "≥ 15 %", "giảm còn ≤ 1 %" */
    struct str goal;              /* the number that a base leads to ("≥ 17,5 %"); "" when it is as wanted */
    struct str lacking;           /* "4,83 điểm %"; "" when nothing is lacking or it cannot be told */
    struct decimal lacking_value; /* the same in the measure of the record; only when lacking is said */
    const struct kept_judgement *judgement; /* of a target that a person judges */
};

struct target_state {
    const struct kept_target *kept;
    const struct kept_target *before; /* the revision before, when it was adjusted; else NULL */
    const struct indicator *indicator;
    struct target_result on[AXES];
    const struct kept_note *note; /* said in the year of the period; NULL: none */
};

struct target_sum {
    size_t of, reached, by_estimate, missed, under_way, unclear, no_figure, not_judged;
};

struct programme_state {
    const struct programme *programme;
    size_t depth;                /* below how many others that are shown */
    size_t first, end;           /* its own targets: places in targets */
    struct target_sum sum[AXES]; /* with those of all programmes below it */
};

/* "35/38 chỉ tiêu" of a report. */
struct target_claim {
    const struct cube_figure *figure;
    bool agrees; /* some count here is that, perhaps with what is reached by estimate */
    bool with_estimates;
    enum target_axis axis;             /* the count that it agrees with, or that is nearest to it */
    const struct programme *programme; /* of that count; NULL: of all */
    struct target_sum sum;             /* that count */
};

struct programme_status {
    struct str unit, unit_name;
    struct period period;
    struct {
        VEC_FIELDS(struct programme_state); /* each before those below it */
    } programmes;
    struct {
        VEC_FIELDS(struct target_state);
    } targets;
    struct target_sum sum[AXES];
    struct {
        VEC_FIELDS(struct target_claim);
    } claims;
};

/* Of a unit; of one programme and what is below it when `programme` is not "". rows must live as long as *out.
 * Nothing in force: no targets. */
[[nodiscard]] bool programme_status_make(struct programme_status *out, const struct target_rows *rows,
                                         const struct snapshot *s, struct db *db, struct arena *a,
                                         const struct kept_unit *unit, struct str programme, struct period period,
                                         struct err *err);

/* Reached in per cent of all, two digits; false of none. */
[[nodiscard]] bool target_sum_ratio(struct decimal *out, const struct target_sum *s);
bool target_is_missed(const struct target_state *t);
/* What is not said of a missed target: "nguyên nhân, thời hạn"; "" when all is. In the arena. */
struct str target_note_lacks(struct arena *a, const struct kept_note *n);
struct str target_axis_name(const struct programme_status *s, struct arena *a, enum target_axis axis);
/* "đạt 11/12 chỉ tiêu (91,67 %); không đạt 1; chưa có số liệu 2": what is 0 is left out. */
void target_sum_write(struct buf *b, const struct target_sum *s);
/* "đạt (ước)", "không đạt", ... */
void target_result_write(struct buf *b, const struct target_result *r);

/* Ids for `dieuhanh explain`: "target/CT1.3/2023", "I02a/765/2023/reached", "I02b/765/2023/term/CT1". */
void target_id_write(struct buf *b, struct str code, struct period p);
void target_sum_id_write(struct buf *b, bool ratio, const struct programme_status *s, enum target_axis axis,
                         struct str programme);
#endif
