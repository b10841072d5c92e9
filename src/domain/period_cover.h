/* SPDX-License-Identifier: Apache-2.0
 *
 * period_cover: a time put together from others that follow each other without a gap and without an overlap: the first
 * half of a year from its quarters, a quarter from its months, nine months from a half and a quarter. What adds up over
 * time (a flow) has its value there when each of the parts has one.
 */
#ifndef PERIOD_COVER_H
#define PERIOD_COVER_H
#include "arena.h"
#include "period.h"

enum { COVER_MOST = 400 }; /* times that are looked at: the days of a year and what is made of them */

/* The times of at[count] that make `whole` exactly, in their order, into *out (in the arena); how many there are, two
 * at least, or 0: they do not make it. Of several ways the one of the fewest parts, then the one whose parts at the end
 * are the longest. The order and repetitions of `at` do not matter. Of more than COVER_MOST times none is looked at. */
size_t period_cover(struct period **out, struct arena *a, const struct period *at, size_t count, struct period whole);
#endif
