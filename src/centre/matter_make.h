/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_make: something happens to matters: one begins, moves on, gets other hands, another due day, a file. What
 * people typed becomes what the record keeps, a due day by rule is reckoned (matter_clocks.h); what is allowed is
 * judged by the kind (store/matter_event.h). One call is one entry of the journal: all of it or nothing.
 */
#ifndef MATTER_MAKE_H
#define MATTER_MAKE_H
#include "matter_kinds.h"
#include "unit_look.h"

struct matter_wish {
    enum matter_event_kind event;
    struct str kind;             /* of one that begins */
    const struct matter_id *ids; /* else: of these */
    size_t id_count;
    struct str move;
    struct date day, today; /* on which it happened; not after today */
    int16_t minute;         /* of that day; MINUTE_UNKNOWN */
    struct str rule;        /* of one that begins: a code or a term by which its due day is reckoned; "" */
    struct moment from;     /* of one that begins: since when, where it is not the day; or no date */
    struct str more;        /* of another due day: how much longer, in place of a day; "" */
    bool said;              /* the day was stated */
    struct str note;
    struct name_values typed;          /* values as typed */
    const struct looked_unit *unit;    /* that answers for it; NULL: nothing is said of it */
    struct looked_units with, without; /* that help from now on, or no more */
    struct str file_name, file_bytes;  /* "": no file */
    struct matter_id also;             /* another one that gets a note of it in the same entry; 0: none */
    struct str also_note;
    struct matter_chase chase;        /* of a chase: document, person */
    const struct looked_unit *chased; /* of a chase: a unit in place of a person; NULL: none */
    enum matter_topic topic;          /* of a note */
    struct statement_id statement;    /* of one that begins: the directive that it is made of; n == 0: none */
};
/* out: each matter as it is now. Errors beside those of change_matters: ERR_MATTER_FUTURE, ERR_INDICATOR_UNKNOWN, those
 * of unit_look_one and matter_clock_join, ERR_MATTER_CLOCK_SLOT. */
[[nodiscard]] bool matter_do(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                             const struct matter_wish *w, struct err *err);

/* Several begin at once, as one entry: out->at[i] is made of wishes[i], each with the event of an opening. */
[[nodiscard]] bool matters_begin(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                                 const struct matter_wish *wishes, size_t count, struct err *err);

/* The same inside a transaction of the caller that writes, for what has to be asked before in the same one. */
[[nodiscard]] bool matters_begin_within(struct matter_list *out, struct db *db, struct arena *a,
                                        const struct author *author, const struct matter_wish *wishes, size_t count,
                                        struct err *err);

/* What a person typed for a matter: its id, or its number. Errors: ERR_MATTER_ID, ERR_MATTER_ID_MANY. */
[[nodiscard]] bool matter_typed(struct matter_id *out, struct db *db, struct arena *a, struct str typed,
                                struct err *err);
#endif
