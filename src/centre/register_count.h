/* SPDX-License-Identifier: Apache-2.0
 *
 * register_count: how many entries of a register there are, by unit and by the values of fields, and sums of a field;
 * counted from the entries each time, so an answer needs nothing but them. What is shown to others than the office has
 * its small numbers taken out (register_public).
 */
#ifndef REGISTER_COUNT_H
#define REGISTER_COUNT_H
#include "registers.h"

struct register_count_wish {
    const struct register_def *def;
    const struct register_count *count; /* one that the register names; NULL: all entries of a day */
    struct date first, last;            /* a stock is of `last`; a flow of the days from first to last */
    struct word_list by;                /* fields, "unit": one row for each of their values */
    const struct str *units;            /* ids; NULL with by_units: none */
    size_t unit_count;
    bool by_units; /* else all */
};

struct register_group {
    const struct str *values; /* of `by`, as kept; "" where the entry has none */
    size_t value_count;
    uint64_t n;       /* entries that were counted */
    bool summed;      /* the count adds up a field, and all of them had a number */
    uint64_t without; /* entries without the field that is added up */
    struct decimal sum;
};
struct register_groups {
    VEC_FIELDS(struct register_group); /* in the order of their values */
};
/* ERR_REGISTER_SUM when a sum has too many digits. */
[[nodiscard]] bool register_count(struct register_groups *out, struct db *db, struct arena *a,
                                  const struct register_count_wish *w, struct err *err);

/* Which numbers may be shown to others: those of fewer than PUBLIC_LEAST entries (but 0) may not, and where one number
 * alone would then follow from the total, the next smallest may not either. hidden: of each group. */
enum { REGISTER_PUBLIC_LEAST = 5 };
void register_public(bool *hidden, const struct register_groups *groups);
#endif
