/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_rows: the formulas that an office added to its record.
 */
#ifndef FORMULA_ROWS_H
#define FORMULA_ROWS_H
#include "date.h"
#include "db.h"

struct kept_formula {
    uint32_t id;
    struct str code, expression;
    struct date from, to; /* both included; unknown: always */
    int decimals;
    struct str name, measure, better; /* of a code that the catalogue does not have; else "" */
    struct str source;
    int64_t removed, entry; /* removed: by which entry, or 0 */
    struct str who, time;   /* of the entry */
};

struct kept_formulas {
    VEC_FIELDS(struct kept_formula);
};

/* All that were ever added, by id; strings in the arena. The journal must be in the same database. */
[[nodiscard]] bool formula_list(struct kept_formulas *out, struct db *db, struct arena *a, struct err *err);
/* With the id that comes next. */
[[nodiscard]] bool formula_save(uint32_t *id, struct db *db, struct arena *a, const struct kept_formula *f,
                                struct err *err);
/* Whether it was added and not removed. */
[[nodiscard]] bool formula_stands(bool *out, struct db *db, uint32_t id, struct err *err);
[[nodiscard]] bool formula_remove_save(struct db *db, uint32_t id, int64_t entry, struct err *err);
#endif
