/* SPDX-License-Identifier: Apache-2.0
 *
 * workdays_private: the tables of data/calendar as compiled, and the arrays of a calendar; seen by workdays.c and
 * workdays_make.c alone.
 */
#ifndef WORKDAYS_PRIVATE_H
#define WORKDAYS_PRIVATE_H
#include "arena.h"
#include "workdays.h"

extern const struct holiday holidays[];
extern const size_t holidays_count;
extern const struct announcement announcements[];
extern const size_t announcements_count;
extern const struct swap day_swaps[];
extern const size_t day_swaps_count;
extern const struct holiday_custom holiday_customs[];
extern const size_t holiday_customs_count;

enum { ENTRY_NONE = UINT16_MAX };

struct workdays {
    int32_t first;                      /* 2015-01-01, in days since 1970 */
    uint16_t before[WORKDAYS_DAYS + 1]; /* working days before each day */
    uint16_t nth[WORKDAYS_DAYS];        /* the day of each working day */
    uint16_t entry_of[WORKDAYS_DAYS];   /* ENTRY_NONE, or its place below */
    const struct announcement *announced[WORKDAYS_YEARS];
    struct {
        VEC_FIELDS(struct day_entry);
    } entries;
};
#endif
