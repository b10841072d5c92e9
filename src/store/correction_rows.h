/* SPDX-License-Identifier: Apache-2.0
 *
 * correction_rows: what was changed in locked reports. A row is one figure key with the value that stood, the one that
 * stands since, and why; who and when are those of the journal entry. The old value stands here whatever becomes of the
 * figure that held it.
 */
#ifndef CORRECTION_ROWS_H
#define CORRECTION_ROWS_H
#include "comparison.h"
#include "db.h"
#include "figure.h"
#include "filing.h"
#include "record_id.h"

/* One side of a correction. */
struct corrected_value {
    struct figure_id figure; /* n == 0: none stood, or none stands */
    struct decimal value;
    enum figure_bound bound;
};

struct correction {
    int64_t entry;
    struct filing_id filing;
    struct figure_key key;
    struct str measure;
    struct corrected_value old, new;
    struct measured reckoned; /* where no old figure stood: what the lock kept by a formula; read, not saved */
    struct str reason;
    struct str who, time; /* of the entry; read, not saved */
};

struct correction_list {
    VEC_FIELDS(struct correction);
};

[[nodiscard]] bool correction_save(struct db *db, struct arena *a, const struct correction *c, size_t place,
                                   struct err *err);
/* In order; of one report (n == 0: any), of one indicator of one unit ("": any). */
[[nodiscard]] bool correction_list(struct correction_list *out, struct db *db, struct arena *a, struct filing_id filing,
                                   struct str indicator, struct str unit, struct err *err);
#endif
