/* SPDX-License-Identifier: Apache-2.0
 *
 * contract_book: contracts of projects as they were on a day, with what was paid of them: an advance that is not
 * recovered is overdue when the day has passed by which the contract wants it recovered, or the contract was settled.
 * Where no day was said nobody can say. And what of the capital given to a unit is not spread over its projects yet.
 */
#ifndef CONTRACT_BOOK_H
#define CONTRACT_BOOK_H
#include "contract_rows.h"
#include "project_book.h"

struct book_contract {
    const struct kept_contract *last, *first;
    struct money paid, advance; /* of its vouchers; net of what was paid back */
    struct money open;          /* advances - recovered */
    bool overdue;               /* `open` should have been recovered */
    bool unknown;               /* something is open, and no day was said */
    int32_t late;               /* days past its last day of work, while it is not settled */
    int32_t unguarded;          /* days past the guarantee while an advance is open */
    bool too_large;
};
struct book_contracts {
    VEC_FIELDS(struct book_contract); /* by project, id */
};
/* Of the projects of a book, on its day. */
[[nodiscard]] bool contract_book(struct book_contracts *out, struct db *db, struct arena *a,
                                 const struct project_book *b, struct err *err);

/* Advances of one project on the day of the book. */
struct book_advances {
    struct money overdue, open;
    struct money unknown; /* open, of no contract or of one without a day */
    bool too_large;
};
struct book_advances book_advances(const struct book_contracts *all, const struct book_project *p, struct date on);

/* What a unit was given for a year and what its projects have of it. */
struct book_spread {
    struct str unit;
    struct money given, spread;
    bool has_left;
    struct decimal left; /* given - spread; below 0: the projects have more than was given */
};
struct book_spreads {
    VEC_FIELDS(struct book_spread); /* by unit; only units that were given something */
};
[[nodiscard]] bool book_spread(struct book_spreads *out, struct db *db, struct arena *a, const struct project_book *b,
                               struct err *err);

/* --- entering: each is one entry of the journal */

/* A contract, or another word on one (id). Out: its id. Errors: those of change_project,
 * ERR_PROJECT_CONTRACT_NUMBER. */
[[nodiscard]] bool contract_enter(uint32_t *out, struct db *db, struct arena *a, const struct author *author,
                                  const struct kept_contract *g, struct err *err);
/* Out: its id. Errors: ERR_PROJECT_ALLOT_SAME, ERR_PROJECT_ALLOT_NEGATIVE. */
[[nodiscard]] bool allot_enter(uint32_t *out, struct db *db, struct arena *a, const struct author *author,
                               const struct kept_allot *p, const struct looked_unit *unit, struct err *err);
#endif
