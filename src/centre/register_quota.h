/* SPDX-License-Identifier: Apache-2.0
 *
 * register_quota: how many entries each unit has of what its register sets a quota for, and how many it may have, by
 * the last figures of the record up to a day. Where a step needs a figure that nobody reported, the quota is not known.
 */
#ifndef REGISTER_QUOTA_H
#define REGISTER_QUOTA_H
#include "registers.h"

struct register_quota_row {
    struct str unit;
    uint64_t has;
    uint32_t may;
    bool known;
    bool figured; /* the figure that decided, and of when */
    struct str indicator;
    struct decimal value;
    struct period period;
};
struct register_quota_rows {
    VEC_FIELDS(struct register_quota_row); /* by unit */
};
/* units: ids, all of them asked. */
[[nodiscard]] bool register_quota(struct register_quota_rows *out, struct db *db, struct arena *a,
                                  const struct register_def *d, const struct str *units, size_t count, struct date day,
                                  struct err *err);
#endif
