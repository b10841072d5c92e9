/* SPDX-License-Identifier: Apache-2.0
 *
 * term: how long a time limit is, in the words that procedures use:
 *
 *   7 ngày làm việc   2 giờ làm việc   24 giờ   30 ngày   2 tuần   1 tháng   1 năm   trong ngày
 *
 * "07 Ngày làm việc" is the same. "trong ngày" is no working day after the one on which it begins. A number of half
 * hours or days has no literal: the texts that were seen have none.
 */
#ifndef TERM_H
#define TERM_H
#include "str.h"

struct buf;

enum term_unit { TERM_WORKING_DAY, TERM_WORKING_HOUR, TERM_HOUR, TERM_DAY, TERM_WEEK, TERM_MONTH, TERM_YEAR };
enum { TERM_MOST = 3000 };

struct term {
    enum term_unit unit;
    uint16_t count; /* 0 only for "trong ngày" */
};

[[nodiscard]] bool term_read(struct term *out, struct str s);
void term_write(struct buf *b, struct term t);    /* as it is read */
void term_write_en(struct buf *b, struct term t); /* "7 working days" */
bool term_is_hours(struct term t);                /* its end is a moment, not a day */
#endif
