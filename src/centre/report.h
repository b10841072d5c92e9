/* SPDX-License-Identifier: Apache-2.0
 *
 * report: the written report of one place and period, made from where it stands (stand.h): a table of the indicators
 * and, under it, for every number how it was reckoned and the words of the documents that say it. In the report every
 * number is a link to its note, and in its foot stands the checkpoint of the journal, so that the paper can bear
 * witness to the record later (checkpoint.h). The text is Vietnamese: the report is a Vietnamese document, whatever
 * language the program speaks.
 */
#ifndef REPORT_H
#define REPORT_H
#include "checkpoint.h"
#include "explain.h"
#include "stand.h"

enum { REPORT_NUMBERS = 4 }; /* of a row: plan, value, % of plan, growth */

struct programme_status; /* target_status.h */

/* One number of the table. */
struct report_number {
    struct str shown; /* as it stands in the cell; "" when there is none */
    struct str id;    /* for `dieuhanh explain` */
    size_t note;      /* 1 + place in report.notes; 0: none */
};

struct report_row {
    const struct stand_row *row;
    struct report_number numbers[REPORT_NUMBERS];
};

struct report {
    struct stand stand;
    struct str period; /* "6 tháng đầu năm 2023" */
    struct {
        VEC_FIELDS(struct report_row);
    } rows;
    struct {
        VEC_FIELDS(struct explanation);
    } notes;                    /* each number once, in the order of the table */
    bool recomputed, estimated; /* ... † (last year of the new ground, made of the old units), ~ (by their shares) */
    bool computed;              /* ... = (by a formula, reported by nobody) */
    bool changed;               /* ... + (a plan with the supplements of its year) */
    bool stated, differs;       /* some number has the mark * (as a report states it), ≠ (a report states another) */
    struct correction_list corrections; /* § of what was corrected after its report was locked, by entry */
    struct programme_status *targets;   /* of the place and the period; without targets when it has none */
    size_t *target_notes;               /* of each of them: 1 + place in notes */
    struct str known; /* "Như đã biết đến hết ngày ...": of a record of an earlier day; set by the caller, else "" */
    struct checkpoint checkpoint; /* of the record that it was made from */
};

/* Errors: those of explain_make. A place of which nothing is known gives a report without rows. */
[[nodiscard]] bool report_make(struct report *out, const struct snapshot *s, struct db *db, struct arena *a,
                               const struct kept_unit *unit, struct period period, struct err *err);

/* "vượt kế hoạch; tốt hơn năm trước", "" when there is no verdict. */
struct str report_verdict(struct arena *a, const struct stand_row *row);

void report_write_markdown(struct buf *b, struct arena *a, const struct report *r);
void report_write_html(struct buf *b, struct arena *a, const struct report *r);
#endif
