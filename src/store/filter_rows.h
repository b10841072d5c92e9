/* SPDX-License-Identifier: Apache-2.0
 *
 * filter_rows: what lists of matters are asked for, kept under a name: of one author, or of all. What is asked for is a
 * list of names and values; what they mean the command line knows. The later words on a name count.
 */
#ifndef FILTER_ROWS_H
#define FILTER_ROWS_H
#include "matter_rows.h"

enum { FILTER_NAME_MOST = 60 };

struct kept_filter {
    struct str owner; /* "": all may use it */
    struct str name;
    struct name_values asked; /* in the table a JSON object */
    bool used;                /* false: dropped */
};
struct kept_filters {
    VEC_FIELDS(struct kept_filter); /* by name, owner */
};

[[nodiscard]] bool filter_rows(struct kept_filters *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool filter_save(struct db *db, struct arena *a, const struct kept_filter *f, int64_t entry,
                               struct err *err);
/* The one that a name means for somebody: his own, else the one of all. NULL: none that is used. */
const struct kept_filter *filter_find(const struct kept_filters *all, struct str owner, struct str name);
#endif
