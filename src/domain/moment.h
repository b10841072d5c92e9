/* SPDX-License-Identifier: Apache-2.0
 *
 * moment: a day, and where it is known the minute, by the clock of Việt Nam (UTC+7, which has no summer time).
 */
#ifndef MOMENT_H
#define MOMENT_H
#include "date.h"

enum { MINUTE_UNKNOWN = -1, MINUTES_OF_DAY = 1440 };

struct moment {
    struct date day;
    int16_t minute; /* of the day, 0..1440 (24:00, its end); MINUTE_UNKNOWN: only the day is said */
};

/* 2026-11-23 or 2026-11-23T16:30, a space for the T too. */
[[nodiscard]] bool moment_read(struct moment *out, struct str s);
void moment_write(struct buf *b, struct moment m);
/* "16:30" to minutes; 24:00 is the end of a day. */
[[nodiscard]] bool minute_read(int16_t *out, struct str s);
void minute_write(struct buf *b, int16_t minute);
/* By day, then by minute; an unknown minute is neither before nor after any of its day. */
int moment_cmp(struct moment a, struct moment b);
#endif
