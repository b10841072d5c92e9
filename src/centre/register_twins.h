/* SPDX-License-Identifier: Apache-2.0
 *
 * register_twins: open entries of a register that may be one and the same: they have the hash of one secret, or the
 * same key once capitals and tone marks are left out. Found and told; nobody is joined with anybody by the program.
 */
#ifndef REGISTER_TWINS_H
#define REGISTER_TWINS_H
#include "registers.h"

struct register_twin {
    struct str why;               /* the field of the secret; "key" */
    struct register_id id, first; /* first: the earliest of its like */
    struct str unit;
};
struct register_twins {
    VEC_FIELDS(struct register_twin);
};
[[nodiscard]] bool register_twins(struct register_twins *out, struct db *db, struct arena *a,
                                  const struct register_def *d, struct err *err);
#endif
