/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_rows: the units of government of a record and the names that lead to them.
 */
#ifndef UNIT_ROWS_H
#define UNIT_ROWS_H
#include "db.h"

struct kept_unit {
    struct str code, name;
};

struct unit_list {
    VEC_FIELDS(struct kept_unit);
};

/* A unit and one more name of it (the key that unit_key gives). What is there stays as it is. */
[[nodiscard]] bool unit_save(struct db *db, const struct kept_unit *u, struct str key, int64_t entry, struct err *err);
/* The code that a key leads to; "" when it leads to none or to several (*ambiguous). In the arena. */
[[nodiscard]] bool unit_of_key(struct str *out, bool *ambiguous, struct db *db, struct arena *a, struct str key,
                               struct err *err);
/* The name of a code; "" when there is no such unit. In the arena. */
[[nodiscard]] bool unit_name_of(struct str *out, struct db *db, struct arena *a, struct str code, struct err *err);
[[nodiscard]] bool unit_list(struct unit_list *out, struct db *db, struct arena *a, struct err *err); /* by code */
#endif
