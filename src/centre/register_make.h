/* SPDX-License-Identifier: Apache-2.0
 *
 * register_make: something happens to entries of registers: one is entered, edited, closed, found never to have been
 * true, shown without masks. What people typed becomes what the record keeps; what is allowed is judged by the register
 * (store/register_event.h). One call is one entry of the journal: all of it or nothing.
 */
#ifndef REGISTER_MAKE_H
#define REGISTER_MAKE_H
#include "registers.h"
#include "unit_look.h"

struct register_wish {
    enum register_event_kind event;
    struct str def;                /* of one that is entered */
    const struct register_id *ids; /* else: of these */
    size_t id_count;
    struct date day, today;
    struct str note;
    struct name_values typed;       /* fields as typed; "" takes a value away */
    const struct looked_unit *unit; /* NULL: nothing is said of it */
    struct date from, to;           /* of one that is entered or closed; unknown: not said */
    struct str secret_key;          /* to hash secrets with; "": there is none */
};
/* out: each entry as it is now. Errors beside those of change_registers: ERR_REGISTER_SECRET_KEY,
 * ERR_INDICATOR_UNKNOWN, those of unit_look_one. */
[[nodiscard]] bool register_do(struct register_entries *out, struct db *db, struct arena *a,
                               const struct author *author, const struct register_wish *w, struct err *err);

/* --- for what makes many at once (register_import.h) */

struct register_values_maker {
    struct db *db;
    struct arena *arena; /* for what is kept */
    struct date day, today;
    struct str secret_key;
    struct {
        VEC_FIELDS(struct new_unit);
    } units; /* that the record does not speak of yet */
};
/* A value as typed, in the form in which it is kept. Errors: ERR_REGISTER_VALUE and as register_do. */
[[nodiscard]] bool register_value_make(struct str *out, struct register_values_maker *m, const struct register_def *d,
                                       const struct register_field *f, struct str typed, struct err *err);
[[nodiscard]] bool register_need_unit(struct register_values_maker *m, const struct looked_unit *u, struct err *err);
#endif
