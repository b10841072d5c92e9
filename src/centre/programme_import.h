/* SPDX-License-Identifier: Apache-2.0
 *
 * programme_import: a table of programmes and targets comes into the record: all of it or nothing, the first thing that
 * is wrong ends it with the cell. What is there already in the same words changes nothing; a target that is there in
 * other words must say from when and by which document it is adjusted, and becomes the next revision.
 */
#ifndef PROGRAMME_IMPORT_H
#define PROGRAMME_IMPORT_H
#include "change.h"
#include "target_lines.h"

struct programme_import_result {
    size_t programmes, targets; /* in the table */
    size_t new_programmes, changed_programmes, new_targets, adjusted_targets;
    struct programme_change change;
};

struct programme_import_options {
    struct digest sha256; /* of the file; by_hand: none */
    bool by_hand, dry;
    struct date today; /* where a name of a unit can mean several */
};

/* Errors: ERR_TARGET_*, those of units, of the record. */
[[nodiscard]] bool programme_import(struct programme_import_result *out, struct db *db, struct arena *a,
                                    const struct author *author, const struct target_lines *lines,
                                    const struct programme_import_options *o, struct err *err);

/* A person's word on targets without an indicator: on all of them or on none. Errors: ERR_TARGET_UNKNOWN,
 * ERR_TARGET_BY_FIGURE, ERR_TARGET_EVIDENCE. */
[[nodiscard]] bool target_judge_by_hand(struct db *db, struct arena *a, const struct author *author,
                                        const struct kept_judgement *g, size_t count, struct err *err);
/* Cause, remedy, owner, day of a target that is missed: what is given replaces what stood there for that period, the
 * rest stays. Errors: ERR_TARGET_UNKNOWN, ERR_TARGET_NOTE. */
[[nodiscard]] bool target_note_add(struct kept_note *out, struct db *db, struct arena *a, const struct author *author,
                                   const struct kept_note *given, struct err *err);
#endif
