/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import: a list of matters as an office keeps it (XLSX, XLS, CSV) comes into the record, whole or not at all,
 * as one entry of the journal.
 *
 *   rows -> what their words mean -> cells as the record keeps them, the due day reckoned by the rule of the kind
 *        -> a number that nobody has: a new matter, in the state that it is in (store/matter_enter.h)
 *        -> a number that is known: the moves that lead to the state of the list, judged as if somebody made them
 *
 * So the same list again adds nothing, and a later one of the same desk carries on. Whether something is late is never
 * taken from a list: its days are, and what the rule gives. A printed appointment is kept as it was printed; where the
 * rule gives another day that is a doubt. What a list says about matters that are known is not changed, only told.
 *
 * Rows are taken a part at a time, so memory is that of the file, a part and the numbers.
 */
#ifndef MATTER_IMPORT_H
#define MATTER_IMPORT_H
#include "matter_kinds.h"
#include "matter_map.h"
#include "matter_sheet.h"
#include "unit_look.h"

struct matter_import_wish {
    struct str kind, name, bytes;
    const struct matter_map *map;   /* NULL: none */
    const struct looked_unit *unit; /* of rows that name none, and under it names are looked for first; NULL: none */
    enum legacy_encoding from;
    struct date today;
    bool dry; /* read and judge, change nothing */
};

/* Something that keeps the list from coming in. */
struct import_problem {
    uint32_t line;
    struct str name, value; /* of the cell; name "": of the row */
    struct err err;
};

/* Something that a person may want to look at. */
enum import_doubt_kind {
    IMPORT_APPOINTMENT, /* the printed one (said) is not what the rule gives (reckoned) */
    IMPORT_NO_RULE,     /* no term is known, or no rule held then: due as printed (said) */
    IMPORT_LACKS,       /* a field that its kind requires (said) is missing */
    IMPORT_DIFFERS,     /* a known matter has another value (reckoned) of what is said; nothing was changed */
    IMPORT_DOUBTS
};
struct import_doubt {
    enum import_doubt_kind kind;
    uint32_t line;
    struct str number, name, said, reckoned;
};

struct matter_import_result {
    uint64_t rows, fresh, moved, same; /* new; went on; with nothing new */
    uint64_t moves;                    /* that the known ones made */
    uint64_t told;                     /* known ones of which the list says what is known after the end only */
    struct matter_id first;            /* of the new ones */
    struct name_values columns;        /* what was found: name, head */
    struct str_list passed;            /* heads that nothing was taken from */
    uint64_t states[64];               /* of the list, in the order of the kind */
    uint64_t late, in_time;            /* of the ended: how it ended by what was reckoned or printed */
    struct matter_kind kind;
    struct {
        VEC_FIELDS(struct import_problem);
    } problems; /* the first ones */
    uint64_t problem_count;
    struct {
        VEC_FIELDS(struct import_doubt);
    } doubts; /* the first ones of each kind */
    uint64_t doubt_count[IMPORT_DOUBTS];
};

/* Errors: ERR_MATTER_LIST_x; ERR_MATTER_LIST_ROWS with *out whole, so that the problems can be shown; those of
 * list_sources_open and change_matter_list. */
[[nodiscard]] bool matter_import(struct matter_import_result *out, struct db *db, struct arena *a,
                                 const struct author *author, const struct matter_import_wish *w, struct err *err);
/* A map for the list, to be completed by a person: every column, what it is or '?', and each word that nobody knows. */
[[nodiscard]] bool matter_import_propose(struct buf *out, struct db *db, struct arena *a,
                                         const struct matter_import_wish *w, struct err *err);
#endif
