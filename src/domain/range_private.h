/* SPDX-License-Identifier: Apache-2.0
 *
 * range_private: data/ranges.tsv as compiled; seen by range.c alone.
 */
#ifndef RANGE_PRIVATE_H
#define RANGE_PRIVATE_H
#include "date.h"
#include "range.h"

struct range_row {
    struct str who;
    enum figure_kind kind;
    struct str low, high; /* canonical decimals, or "" */
    enum range_strength strength;
    struct date from, to;
    struct str reason, source;
};
extern const struct range_row range_rows[];
extern const size_t range_rows_count;
#endif
