/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_import: a list of own units (schools, stations; the countries of a panel) joins the record at once.
 */
#ifndef UNIT_IMPORT_H
#define UNIT_IMPORT_H
#include "change.h"
#include "named_rows.h"

/* Where a list is silent. */
struct unit_defaults {
    struct str level;  /* word of unit_kind_word */
    struct str parent; /* id */
    struct str source;
    struct date from, to;
};

struct units_imported {
    struct str passed; /* columns that were passed over */
    struct {
        VEC_FIELDS(struct new_unit);
    } fresh;
    size_t same; /* units that are there in the same words */
};

/* The columns code, name, level, parent (a code of the record or of an earlier row), from, to, source. All of them or
 * none, in one entry; dry: judge only. A unit that is there in the same words changes nothing. Errors: those of
 * named_rows_read, and those of unit_add with their line. */
[[nodiscard]] bool units_import(struct units_imported *out, struct db *db, struct arena *a, const struct author *author,
                                const struct workbook *w, struct str file, struct str told,
                                const struct unit_defaults *d, bool dry, struct err *err);
#endif
