/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_sheet: one report with its cells: of each indicator the figure that the record has for the window or the
 * period, or what its formula gives; what is missing, the steps so far, and what was corrected after it was locked.
 * Of a locked report a value that a formula gave is that of the day of the lock (locked.h).
 */
#ifndef FILING_SHEET_H
#define FILING_SHEET_H
#include "correction_rows.h"
#include "figure_rows.h"
#include "filing_rows.h"
#include "locked.h"
#include "unit_look.h"

struct sheet_figure {
    struct filing_cell cell;
    bool has;
    struct kept_figure figure;           /* when has */
    const struct correction *correction; /* the last one of this indicator, or NULL */
    const struct reckoned *computed;     /* by its formula, when no figure has it; NULL: not */
    const struct locked_value *locked;   /* what the lock keeps of it; NULL: nothing */
    struct locked_look look;             /* ... and how that stands to today */
    struct measured value; /* what is shown: of the figure, of the lock, or computed; not known: it is missing */
    bool estimate;
};

struct filing_sheet {
    struct kept_filing filing;
    struct looked_unit unit;
    struct {
        VEC_FIELDS(struct sheet_figure);
    } cells;
    size_t missing; /* cells without any value */
    struct event_list events;
    struct correction_list corrections;
};

/* Errors: ERR_FILING_MISSING. */
[[nodiscard]] bool filing_sheet_make(struct filing_sheet *out, struct db *db, struct arena *a, struct filing_id id,
                                     struct err *err);
#endif
