/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_make: definitions of reports, of law and of an office, who must send them, and the steps of a report
 * (domain/filing.h, domain/report_definition.h).
 */
#ifndef FILING_MAKE_H
#define FILING_MAKE_H
#include "change.h"
#include "report_window.h"
#include "unit_look.h"

/* Every definition: those of law, then those of the record (NULL: none). */
[[nodiscard]] bool definitions_all(struct definition_list *out, struct db *db, struct arena *a, struct err *err);
/* The version of a definition that holds for a period. Errors: ERR_DEFINITION_UNKNOWN, ERR_DEFINITION_PERIOD,
 * ERR_DEFINITION_HOLDS. */
[[nodiscard]] bool definition_for(struct report_definition *out, struct db *db, struct arena *a, struct str code,
                                  struct period period, struct err *err);

/* Define a report of an office's own. Errors: ERR_DEFINITION_LAW, ERR_DEFINITION_WRONG, ERR_DEFINITION_LACKS,
 * ERR_DEFINITION_DUE, ERR_INDICATOR_UNKNOWN. */
[[nodiscard]] bool definition_make(struct db *db, struct arena *a, const struct author *author,
                                   const struct report_definition *d, struct err *err);
/* Say who must send a report. Errors: ERR_DEFINITION_UNKNOWN, ERR_DEFINITION_WRONG, ERR_DEFINITION_DUE. */
[[nodiscard]] bool requirement_make(struct db *db, struct arena *a, const struct author *author,
                                    const struct kept_requirement *r, struct err *err);

/* Rule of the due day of a unit: what was said of the unit itself, else of one above it, else by the definition. */
struct str due_literal(bool *named, const struct requirement_list *list, const struct report_definition *d,
                       const struct looked_unit *u, struct date day);

/* The calendar of the program, by which due days move. */
const struct workdays *filing_workdays(struct arena *a);

/* Begin a report, or (several units) all or none of them. Errors: those of definition_for, ERR_FILING_SENDER,
 * ERR_FILING_UNIT_ENDED, ERR_FILING_TWICE. */
struct filing_wish {
    struct str definition;
    struct period period;
    const struct looked_unit *units;
    size_t unit_count;
    bool skip_begun; /* reports that were begun before are left as they are; else ERR_FILING_TWICE */
    struct date day;
    struct str note;
};
struct filing_ids {
    VEC_FIELDS(struct filing_id);
};
/* What was begun, with the due days that it got. */
struct filing_begun {
    struct filing_ids ids;
    struct due_day due;              /* of the first */
    bool several;                    /* they have different ones */
    size_t moved, provisional, none; /* from a day off; by a calendar that is not announced; nobody said one */
};
[[nodiscard]] bool filing_begin(struct filing_begun *out, struct db *db, struct arena *a, const struct author *author,
                                const struct filing_wish *w, struct err *err);

/* The next step of some reports, all or none of them. */
struct filing_step {
    const struct filing_id *ids;
    size_t count;
    enum filing_state to;
    struct date day; /* on which it happened */
    bool said;       /* the day was stated; else it is today */
    struct date today;
    struct str note;
};
/* missing: of each report that is sent, how many cells have no figure. Errors: ERR_FILING_MISSING, ERR_FILING_STATE,
 * ERR_FILING_REASON, ERR_FILING_FUTURE, ERR_FILING_BEFORE, ERR_FILING_REQUIRED. */
[[nodiscard]] bool filing_advance(size_t *missing, struct db *db, struct arena *a, const struct author *author,
                                  const struct filing_step *s, struct err *err);
#endif
