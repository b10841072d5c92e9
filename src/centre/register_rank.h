/* SPDX-License-Identifier: Apache-2.0
 *
 * register_rank: who stands where in a register by a rule (struct register_ranking): each weight is a count by what is
 * ranked, and points times that count are added up. All sums are kept, so that a place can be checked by hand.
 */
#ifndef REGISTER_RANK_H
#define REGISTER_RANK_H
#include "register_count.h"

struct register_share {
    uint64_t n;         /* entries that the weight counts */
    bool known;         /* false: it adds up a field that some of them do not have */
    struct decimal sum; /* what is added up; else n */
    struct decimal points;
};
struct register_standing {
    const struct str *values;      /* of `by`, "" where the entries have none */
    struct register_share *shares; /* one for each weight */
    bool known;                    /* all shares are: else there is no place, since missing is not zero */
    struct decimal points;
    uint32_t place; /* from 1; who has the same points shares it, and the next place is passed over; 0: none */
};
struct register_standings {
    VEC_FIELDS(struct register_standing); /* by place, who has none last; then by values */
};
/* Days and units as for a count; `by` and `count` are the rule's. Errors: ERR_REGISTER_SUM. */
[[nodiscard]] bool register_rank(struct register_standings *out, struct db *db, struct arena *a,
                                 const struct register_ranking *k, const struct register_count_wish *w,
                                 struct err *err);
#endif
