/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_export: the matters of a kind as rows that matter_import reads back: the same names, days and words as the
 * record keeps them. Names of citizens (fields of the type person) are left out unless they are asked for.
 *
 * What comes back is each matter in its state with its days; what happened in between, extensions and waiting that is
 * over are not in a list.
 */
#ifndef MATTER_EXPORT_H
#define MATTER_EXPORT_H
#include "matter_kinds.h"

struct matter_export_wish {
    struct str kind;
    struct str unit; /* "": of all */
    bool persons;
};
struct matter_export_row {
    const struct str *names;
    const struct str *at; /* NULL: the names alone, before the first row */
    size_t len;
};
/* take: called once with the names, then for each matter in the order of ids; false ends it with *err. */
[[nodiscard]] bool matter_export(const struct matter_export_wish *w, struct db *db, struct arena *a,
                                 bool (*take)(void *self, const struct matter_export_row *row, struct err *err),
                                 void *self, struct err *err);
#endif
