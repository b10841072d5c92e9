/* SPDX-License-Identifier: Apache-2.0
 *
 * target_number: the number of a target for a period, out of the figures of the record, and how levels are shown.
 */
#ifndef TARGET_NUMBER_H
#define TARGET_NUMBER_H
#include "target_status.h"

struct target_asker {
    const struct cube *cube;
    const struct snapshot *snapshot; /* its formulas and locks, where nobody reported a level (stand.h) */
    enum unit_kind kind;
    const struct like_family *family;
    struct arena *arena;
    struct str unit;
    struct period period;
};

/* Whether levels are in per cent of the base. */
bool target_is_relative(const struct target *t, const struct indicator *i);
/* For a level: the number of the asked period; of a flow and a term the sum of its years so far. */
struct target_number target_number_of(const struct target_asker *q, const struct target *t, const struct indicator *i,
                                      const struct target_level *level);
/* A number of the target as people read it: "95 %", "8.343 tỷ đồng". relative: of the base. */
void target_value_write(struct buf *b, const struct target *t, const struct indicator *i, struct decimal d);
struct str target_wanted(struct arena *a, const struct target *t, const struct indicator *i,
                         const struct target_level *level);
#endif
