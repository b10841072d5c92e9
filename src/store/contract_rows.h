/* SPDX-License-Identifier: Apache-2.0
 *
 * contract_rows: contracts of projects, and the capital of a year that a unit was given to spread over its projects. Of
 * a contract every word is kept as a step (an annex is another word); an allotment is never changed, but may be struck
 * out.
 */
#ifndef CONTRACT_ROWS_H
#define CONTRACT_ROWS_H
#include "db.h"
#include "decimal.h"
#include "matter.h"

struct kept_contract {
    uint32_t id; /* shown as G7 */
    uint32_t step;
    struct matter_id project;
    struct str number, package, contractor;
    struct decimal value; /* đồng */
    bool has_value;       /* of a word that is entered: it was said */
    struct date signed_on, finish;
    struct date guarantee_to; /* until when the advance is guaranteed */
    struct date recover_by;   /* by when the contract wants the advance recovered */
    struct date ended;        /* settled between the two sides (thanh lý) */
    struct date day;          /* of this word on it */
    struct str note;
    int64_t entry;
    struct str who, time; /* of the entry; read, not saved */
};
struct kept_contracts {
    VEC_FIELDS(struct kept_contract); /* by project, id, step */
};

struct kept_allot {
    uint32_t id; /* shown as P7 */
    struct str unit;
    int16_t year;
    struct str source;
    struct decimal amount; /* đồng, signed */
    struct date day;
    struct str number, note;
    bool struck;
    struct str struck_note;
    int64_t entry;
    struct str who, time;
};
struct kept_allots {
    VEC_FIELDS(struct kept_allot); /* by id */
};

struct str contract_shown(struct arena *a, uint32_t id);          /* "G7" */
struct str allot_shown(struct arena *a, uint32_t id);             /* "P7" */
[[nodiscard]] bool contract_id_read(uint32_t *out, struct str s); /* "G7", "g7" */
[[nodiscard]] bool allot_id_read(uint32_t *out, struct str s);

/* Of one project; of all where its id is 0. */
[[nodiscard]] bool contract_rows(struct kept_contracts *out, struct db *db, struct arena *a, struct matter_id project,
                                 struct err *err);
/* The last word on one. */
[[nodiscard]] bool contract_find(struct kept_contract *out, bool *found, struct db *db, struct arena *a, uint32_t id,
                                 struct err *err);
[[nodiscard]] bool contract_next(uint32_t *out, struct db *db, struct err *err);
[[nodiscard]] bool contract_insert(struct db *db, struct arena *a, const struct kept_contract *g, struct err *err);

[[nodiscard]] bool allot_rows(struct kept_allots *out, struct db *db, struct arena *a, struct err *err);
[[nodiscard]] bool allot_next(uint32_t *out, struct db *db, struct err *err);
[[nodiscard]] bool allot_insert(struct db *db, struct arena *a, const struct kept_allot *p, struct err *err);
[[nodiscard]] bool allot_strike(struct db *db, uint32_t id, struct str note, int64_t entry, struct err *err);
#endif
