/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_enter: a matter that comes into the record out of a list, in the state in which it is there. The list says
 * when it began, in which state it is, when it ended; what happened in between nobody has told, and nothing is made up
 * for it: the first event of such a matter, "enter", has the state that it had. From then on it is a matter like any
 * other.
 *
 * Who made the list kept other books, so fields that its kind requires may be missing; all else holds as when a matter
 * begins (matter_event.h). The same code judges a row when it is read and when the journal is applied again.
 */
#ifndef MATTER_ENTER_H
#define MATTER_ENTER_H
#include "matter_event.h"

/* The cells of a row: these, then the fields of the kind in its order. clock: the literal of matter_clock.h up to
 * "from=", from: the rest of it, since that is what differs from row to row. Days as the record keeps them. */
enum matter_cell {
    CELL_NUMBER,
    CELL_TITLE,
    CELL_UNIT,
    CELL_PERSON,
    CELL_GIVER,
    CELL_FOLLOWER,
    CELL_DOCUMENT,
    CELL_CLAUSE,
    CELL_PRIORITY,
    CELL_SECRECY,
    CELL_STATE,
    CELL_OPENED, /* a day, or a moment */
    CELL_ENDED,  /* "": it has not */
    CELL_SINCE,  /* the day on which it came into its state */
    CELL_DUE,
    CELL_APPOINTMENT,
    CELL_CLOCK,
    CELL_FROM,
    CELL_LINE, /* of the file */
    MATTER_CELLS
};
struct str matter_cell_name(const struct matter_kind *k, size_t cell); /* "number", ...; then fields */
size_t matter_cell_count(const struct matter_kind *k);

/* The matter that a row means, all but id, number of the entry and version. Errors: ERR_MATTER_LACKS, ERR_MATTER_VALUE,
 * ERR_MATTER_STATE, ERR_MATTER_END_LACKS (an end without its day), ERR_MATTER_END_SAID (a day without an end),
 * ERR_MATTER_ORDER (days that go back). Texts are borrowed from the cells, all else lives in the arena. */
[[nodiscard]] bool matter_enter(struct kept_matter *m, struct arena *a, const struct matter_kind *k,
                                const struct str *cells, struct err *err);

/* Into the tables: row and event; its count waits in the tally, and what follows from the rows is made of all of them
 * at once (matter_tally_save). m is whole; `from` is the name of the list. */
[[nodiscard]] bool matter_enter_save(struct db *db, struct arena *a, const struct kept_matter *m, struct str from,
                                     struct str line, struct matter_tally *t, struct err *err);
#endif
