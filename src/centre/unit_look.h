/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_look: units by the names that people type: those that the program knows (domain/unit.h) and those of the
 * record, as if they were one list. Where the record is NULL only the known ones are there.
 */
#ifndef UNIT_LOOK_H
#define UNIT_LOOK_H
#include "unit.h"
#include "unit_rows.h"

struct looked_unit {
    struct str id;   /* under which figures are kept */
    struct str code; /* official; of a user's own unit its id */
    struct str name;
    struct str parent; /* id of the unit above on its last day, or "" */
    struct str parent_name;
    struct str source;
    enum unit_kind kind;
    struct date from, to; /* both included; unknown: open */
    struct unit_id known; /* in the catalogue; 0: a user's own */
};

struct looked_units {
    VEC_FIELDS(struct looked_unit);
};

struct looked_unit looked_known(struct unit_id id); /* of the catalogue; the unit above on its last day */

/* Every unit that a name, code or id can mean on a day (unit_search.h), or ever when the day is unknown. */
[[nodiscard]] bool unit_look(struct looked_units *out, struct db *db, struct arena *a, struct str said, struct date day,
                             struct err *err);
/* The one that is meant. Without a day the units of `today` go before those that ended, and of those that ended the
 * last ones. Errors: ERR_UNIT_NONE, ERR_UNIT_NEAR, ERR_UNIT_OTHER_DAY, ERR_UNIT_MANY, and then
 * *several holds what it could be. */
[[nodiscard]] bool unit_look_one(struct looked_unit *out, struct looked_units *several, struct db *db, struct arena *a,
                                 struct str said, struct date day, struct date today, struct err *err);
/* The unit of an id; id "" when there is none. */
[[nodiscard]] bool unit_look_id(struct looked_unit *out, struct db *db, struct arena *a, struct str id,
                                struct err *err);
/* Units just below one (every province of the country when its id is "") on a day; an unknown day: now. */
[[nodiscard]] bool unit_look_below(struct looked_units *out, struct db *db, struct arena *a, struct str id,
                                   struct date day, struct err *err);
/* "26740 phường Sài Gòn, thành phố Hồ Chí Minh; …": the first of them, for messages. */
struct str looked_words(struct arena *a, const struct looked_units *list);
bool looked_valid_on(const struct looked_unit *u, struct date day); /* an unknown day: not ended yet */

/* Whether a unit is `upper` or lies under it, however far. */
[[nodiscard]] bool looked_lies_under(bool *out, const struct looked_unit *u, const struct looked_unit *upper,
                                     struct db *db, struct arena *a, struct err *err);

/* The unit of a record that an officer typed for a period (unknown: any): its id, or a name that leads to one unit of
 * the record alone. Errors as unit_look_one; ERR_UNIT_SILENT (name, id) when the record does not speak of it. */
[[nodiscard]] bool unit_typed(struct kept_unit *out, struct db *db, struct arena *a, struct str typed, struct date day,
                              struct err *err);
#endif
