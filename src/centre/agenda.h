/* SPDX-License-Identifier: Apache-2.0
 *
 * agenda: what a meeting should speak of, because it is off its track: matters that are late, letters,
 * difficulties of firms and of projects past their days, what is due soon, targets that are missed or unknown,
 * indicators behind their plan.
 * Each with its reason and the code under which it is found again. Proposed only: a person picks.
 */
#ifndef AGENDA_H
#define AGENDA_H
#include "matter_board.h"
#include "period.h"

enum agenda_source {
    AGENDA_LATE,      /* matters past their day, but for the two below */
    AGENDA_PETITION,  /* citizens' voice past its day */
    AGENDA_OBSTACLE,  /* what hinders firms: late, or proposed to a superior; what hinders projects: late */
    AGENDA_TARGET,    /* a target of a programme that is missed, or whose day is over without a figure or a judgement */
    AGENDA_INDICATOR, /* not reached, or behind its plan */
    AGENDA_SOON,      /* due soon */
    AGENDA_SOURCES
};
struct str agenda_source_word(enum agenda_source s); /* "late", ... */

struct agenda_item {
    enum agenda_source source;
    struct str code; /* "M7", "CT1.3", "C01@26740" */
    struct str title, unit, unit_name;
    struct str reason; /* in Vietnamese: "quá hạn 5 ngày, hạn 1/11/2026" */
};
struct agenda {
    VEC_FIELDS(struct agenda_item); /* by source; matters by due day */
    bool more;                      /* of some source there are others */
};
struct agenda_wish {
    const struct looked_unit *unit, *under; /* NULL: any */
    struct date on;
    struct period period; /* of figures; NONE: the latest of each unit */
    uint32_t most;        /* of each source of matters */
};
[[nodiscard]] bool agenda_make(struct agenda *out, struct db *db, struct arena *a, const struct agenda_wish *w,
                               struct err *err);
/* Those of these codes (with ';' between them), in the order of the codes, as a text for a meeting: "1. [M7] ...; 2.
 * ...". Errors: ERR_AGENDA_ITEM, ERR_AGENDA_EMPTY. */
[[nodiscard]] bool agenda_pick(struct str *out, size_t *count, struct arena *a, const struct agenda *from,
                               struct str codes, struct err *err);
#endif
