/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_sheet: one report with its cells: of each indicator the figure that the record has for the window or the
 * period, what is missing, the steps so far, and what was corrected after it was locked.
 */
#ifndef FILING_SHEET_H
#define FILING_SHEET_H
#include "correction_rows.h"
#include "figure_rows.h"
#include "filing_rows.h"
#include "unit_look.h"

struct sheet_figure {
    struct filing_cell cell;
    bool has;
    struct kept_figure figure;           /* when has */
    const struct correction *correction; /* the last one of this indicator, or NULL */
};

struct filing_sheet {
    struct kept_filing filing;
    struct looked_unit unit;
    struct {
        VEC_FIELDS(struct sheet_figure);
    } cells;
    size_t missing;
    struct event_list events;
    struct correction_list corrections;
};

/* Errors: ERR_FILING_MISSING. */
[[nodiscard]] bool filing_sheet_make(struct filing_sheet *out, struct db *db, struct arena *a, struct filing_id id,
                                     struct err *err);
#endif
