/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator_rows: the indicators that an office declared in its record.
 */
#ifndef INDICATOR_ROWS_H
#define INDICATOR_ROWS_H
#include "db.h"

struct kept_indicator {
    struct str code, name;
    struct str measure; /* unit of measure of tables: "tỷ đồng" */
    struct str time;    /* "flow", "stock", "rate" */
    struct str better;  /* "up", "down", "" */
    bool added;         /* adds up over units */
    struct str source;
    int64_t entry;        /* the one that said so last */
    struct str who, when; /* of the entry; when: UTC */
};

struct kept_indicators {
    VEC_FIELDS(struct kept_indicator);
};

/* All, by code; strings in the arena. The journal must be in the same database. */
[[nodiscard]] bool indicator_list(struct kept_indicators *out, struct db *db, struct arena *a, struct err *err);
/* A new one, or the later word on one that is there. */
[[nodiscard]] bool indicator_save(struct db *db, const struct kept_indicator *i, struct err *err);
#endif
