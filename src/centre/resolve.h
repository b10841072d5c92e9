/* SPDX-License-Identifier: Apache-2.0
 *
 * resolve: from the words of a report to the names of the record: the place to a unit, the subject to an indicator, the
 * words of a plan to its layer.
 */
#ifndef RESOLVE_H
#define RESOLVE_H
#include "change.h"
#include "map.h"
#include "unit_look.h"

/* The names that the statements of one document lead to. */
struct resolver {
    struct db *db;
    struct arena *arena;
    struct date date; /* of the document: units change with time */
    struct str place; /* that the document is about, or "" */
    bool at_home;     /* this place is being resolved: what lies above it cannot be judged by it */
    struct {
        VEC_FIELDS(struct new_unit);
    } units;                    /* that are needed and not in the record */
    struct map unit_at, key_at; /* code, and key of those that are no units of the country -> place in units */
    struct {
        VEC_FIELDS(struct str);
    } codes;          /* of places that were asked before */
    struct map asked; /* place and day -> place in codes */
};

struct resolver resolver_make(struct db *db, struct arena *a, struct date date, struct str place);

/* On to another document; what is needed stays. */
void resolver_move(struct resolver *r, struct date date, struct str place);

/* The id of the unit that a place names in what is said of a day (unknown: of any); "" when it names none or several.
 * A place that plainly names a unit of government ("quận An Hòa"), which neither the country nor the record has,
 * becomes one of r->units. `anything`: so does every other name that is not empty (an officer typed it). */
[[nodiscard]] bool resolve_place(struct str *code, struct resolver *r, struct str place, struct date day, bool anything,
                                 struct err *err);

/* Fill indicator, unit and layer of what was said as far as they can be told. */
[[nodiscard]] bool resolve_said(struct said *s, struct resolver *r, struct err *err);
#endif
