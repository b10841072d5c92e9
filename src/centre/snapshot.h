/* SPDX-License-Identifier: Apache-2.0
 *
 * snapshot: the current figures of a record as a cube, with the rows that they came from.
 */
#ifndef SNAPSHOT_H
#define SNAPSHOT_H
#include "correction_rows.h"
#include "cube.h"
#include "figure_rows.h"
#include "locked_rows.h"
#include "office_formulas.h"
#include "unit_rows.h"

struct snapshot {
    struct cube *cube;
    struct figure_list figures; /* as the record gives them */
    struct unit_list units;
    const struct office_formulas
        *formulas; /* by which more can be reckoned; NULL: were not asked for (stand_load does) */
    /* What locks keep of reckoned values, and what was corrected since; NULL: were not asked for. */
    const struct locked_list *locked;
    const struct correction_list *corrections;
};

/* All current figures, or those of one unit (code) when it is not "". */
[[nodiscard]] bool snapshot_load(struct snapshot *out, struct db *db, struct arena *a, struct str unit,
                                 struct err *err);
/* The values that locks keep of one unit, or of all (""), and its corrections. */
[[nodiscard]] bool snapshot_locks(struct snapshot *out, struct db *db, struct arena *a, struct str unit,
                                  struct err *err);
/* Those of some units, each named once. */
[[nodiscard]] bool snapshot_load_units(struct snapshot *out, struct db *db, struct arena *a, const struct str *units,
                                       size_t count, struct err *err);
/* The unit of a code; NULL when the record does not have it. */
const struct kept_unit *snapshot_unit(const struct snapshot *s, struct str code);
#endif
