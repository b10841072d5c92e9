/* SPDX-License-Identifier: Apache-2.0
 *
 * locked_rows: what a report showed without a figure on the day on which it was locked: the value that a formula gave,
 * with the formula, from when that one holds, and every figure that went in. A figure that a lock covers cannot change
 * but by a correction; what is reckoned could, by a part that the report does not cover or by another formula. So it
 * stands here, and what would be reckoned today is told beside it (centre/locked.h).
 *
 * Reports that were locked before this was kept have none.
 */
#ifndef LOCKED_ROWS_H
#define LOCKED_ROWS_H
#include "comparison.h"
#include "db.h"
#include "figure.h"
#include "filing.h"
#include "formula.h"
#include "record_id.h"

/* A figure that went in. */
struct locked_part {
    struct str indicator; /* code */
    enum formula_role role;
    struct period period; /* for which it was wanted */
    struct period of;     /* under which it stands: a stock of an earlier time, a plan of the year */
    enum figure_aspect aspect;
    struct str layer;
    struct figure_id figure;
    struct measured value;
};

struct locked_value {
    struct filing_id filing;
    size_t place;    /* among the values of the report */
    struct str unit; /* of the report; read, not saved */
    struct str indicator;
    struct period period;
    struct str formula;    /* its text */
    struct date since;     /* from when it holds; unknown: always */
    uint32_t own;          /* id of a formula of the record; 0: of the program */
    struct measured value; /* as it was shown, in the canonical unit of the indicator */
    bool estimate;         /* something in it was an estimate */
    int64_t entry;         /* that locked the report */
    struct str who, time;  /* of the entry; read, not saved */
    struct {
        VEC_FIELDS(struct locked_part);
    } parts;
};

struct locked_list {
    VEC_FIELDS(struct locked_value);
};

[[nodiscard]] bool locked_save(struct db *db, struct arena *a, const struct locked_value *v, struct err *err);
/* In order; of one report (n == 0: any), of one unit ("": any). */
[[nodiscard]] bool locked_list(struct locked_list *out, struct db *db, struct arena *a, struct filing_id filing,
                               struct str unit, struct err *err);

struct str formula_role_word(enum formula_role r); /* "value", "plan", "previous" */
[[nodiscard]] bool formula_role_read(enum formula_role *out, struct str word);
#endif
