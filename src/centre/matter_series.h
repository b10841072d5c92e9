/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_series: how documents are numbered (NĐ 30/2020/NĐ-CP Điều 15: from 01 on 1 January to 31 December, each number
 * once in its series): the symbols of a kind, read, by unit, year and kind of document; which numbers are missing,
 * which stand twice, which cannot be read, and which comes next. A kind says by `series` which field has the symbol
 * and which the day; where a symbol says its year itself, that counts. Only what has ended has a number that counts.
 */
#ifndef MATTER_SERIES_H
#define MATTER_SERIES_H
#include "matter_kinds.h"

struct number_series {
    struct str unit, unit_name;
    int year;
    struct str kind, kind_name; /* "KH", "Kế hoạch"; "", "Công văn" */
    uint64_t n, unread;         /* documents; of which no symbol can be read (in a series of its own) */
    uint32_t first, last;
    struct {
        VEC_FIELDS(uint32_t);
    } missing, twice; /* the first SERIES_TOLD of them */
    uint64_t missing_count, twice_count;
};
enum { SERIES_TOLD = 20 };
struct number_series_list {
    VEC_FIELDS(struct number_series); /* by unit, year, kind */
};
/* year 0: all. unit NULL: all. Errors: ERR_KIND_UNKNOWN, ERR_KIND_LACKS when the kind has no series. */
[[nodiscard]] bool matter_series(struct number_series_list *out, struct db *db, struct arena *a, struct str kind,
                                 struct str unit, int year, struct err *err);
#endif
