/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_rows: the units of government of a record, the names that lead to them, and the lineage that people gave.
 */
#ifndef UNIT_ROWS_H
#define UNIT_ROWS_H
#include "date.h"
#include "db.h"
#include "decimal.h"
#include "unit.h"

/* Of a unit that the program knows (domain/unit.h) only code and name are filled: the code is its id there. */
struct kept_unit {
    struct str code, name;
    struct str kind;      /* word of domain/unit.h; "": as the name says */
    struct str parent;    /* id of the unit above, or "" */
    struct date from, to; /* both included, or unknown */
    struct str source;
};

/* What a unit is: as the record says, else as its name says; UNIT_KINDS when it has neither. */
enum unit_kind kept_unit_kind(const struct kept_unit *u);

struct unit_list {
    VEC_FIELDS(struct kept_unit);
};

/* A unit and one more name of it (the key that unit_key gives). What is there stays as it is. */
[[nodiscard]] bool unit_save(struct db *db, struct arena *a, const struct kept_unit *u, struct str key, int64_t entry,
                             struct err *err);
/* The code that a key leads to; "" when it leads to none or to several (*ambiguous). In the arena. */
[[nodiscard]] bool unit_of_key(struct str *out, bool *ambiguous, struct db *db, struct arena *a, struct str key,
                               struct err *err);
/* All units that a key leads to, by code. */
[[nodiscard]] bool unit_list_of_key(struct unit_list *out, struct db *db, struct arena *a, struct str key,
                                    struct err *err);
/* The unit of a code; code "" when there is none. */
[[nodiscard]] bool unit_load(struct kept_unit *out, struct db *db, struct arena *a, struct str code, struct err *err);
/* The name of a code; "" when there is no such unit. In the arena. */
[[nodiscard]] bool unit_name_of(struct str *out, struct db *db, struct arena *a, struct str code, struct err *err);
[[nodiscard]] bool unit_list(struct unit_list *out, struct db *db, struct arena *a, struct err *err); /* by code */
/* The units just below one. */
[[nodiscard]] bool unit_list_below(struct unit_list *out, struct db *db, struct arena *a, struct str code,
                                   struct err *err);
/* The day from which, or to which, a unit of the record is valid, when it is not known. */
[[nodiscard]] bool unit_begin_save(struct db *db, struct arena *a, struct str code, struct date from, struct err *err);
[[nodiscard]] bool unit_end_save(struct db *db, struct arena *a, struct str code, struct date to, struct err *err);

/* What became of a unit, as people said. */
struct kept_lineage {
    struct str old, new; /* ids */
    struct str part;     /* "whole", "part", "" */
    struct date day;     /* from when */
    struct str source;
};

struct lineage_list {
    VEC_FIELDS(struct kept_lineage);
};

struct kept_share {
    struct str old, new;
    struct str measure; /* "area", "population", or the code of an indicator */
    struct decimal share;
    struct str source;
};

struct share_list {
    VEC_FIELDS(struct kept_share);
};

[[nodiscard]] bool lineage_save(struct db *db, struct arena *a, const struct kept_lineage *l, int64_t entry,
                                struct err *err);
[[nodiscard]] bool share_save(struct db *db, const struct kept_share *s, int64_t entry, struct err *err);
[[nodiscard]] bool lineage_list_of_old(struct lineage_list *out, struct db *db, struct arena *a, struct str old,
                                       struct err *err);
[[nodiscard]] bool lineage_list_of_new(struct lineage_list *out, struct db *db, struct arena *a, struct str new,
                                       struct err *err);
[[nodiscard]] bool share_list_of_old(struct share_list *out, struct db *db, struct arena *a, struct str old,
                                     struct err *err);
#endif
