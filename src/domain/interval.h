/* SPDX-License-Identifier: Apache-2.0
 *
 * interval: what a printed number can have been before it was printed. "111,24%" is some number from 111,235 to
 * 111,245; "hơn 8.300 tỷ đồng" is at least 8.300 tỷ; 3.127 trường hợp is 3.127 and nothing else. Two statements
 * contradict each other only when no such numbers satisfy both, so everything the checker decides is decided on
 * intervals.
 *
 * Ends are exact decimals. An operation whose exact end does not fit in 18 digits rounds it outwards: an interval may
 * become wider by its 18th digit, never narrower. What cannot be reckoned at all gives the whole line. So no operation
 * fails, and no failure can make two intervals miss each other.
 */
#ifndef INTERVAL_H
#define INTERVAL_H
#include "decimal.h"
#include "measure.h"

struct buf;

struct interval {
    struct decimal lo, hi;
    bool lo_open, hi_open; /* the end itself is not in it */
    bool lo_free, hi_free; /* without end on that side; lo (hi) means nothing then */
};

/* How the printer may have come from the true number to the printed one. Each reading allows all that stands before
 * it. */
enum printing {
    PRINTED_EXACT,        /* the digits and nothing else: for showing a sum */
    PRINTED_ROUNDED,      /* to the nearest: 91,67 from 91,665 to 91,675, both ends allowed */
    PRINTED_CUT,          /* or the rest of the digits cut off: 91,6 also up to but not 91,7 */
    PRINTED_LAST_PLACE,   /* or wrong by less than one of the last place: rounded up, or rounded twice */
    PRINTED_ROUND_NUMBER, /* or a round number whose zeros are not meant: 352.000 tỷ from 351.500 to 352.500 */
    PRINTINGS
};

struct interval interval_all(void);
struct interval interval_point(struct decimal d);
struct interval interval_between(struct decimal lo, struct decimal hi); /* both in it; lo <= hi */

/* A printed number. exact: it counts whole things, or is money to the đồng, and was not rounded at all (only
 * PRINTED_ROUND_NUMBER widens it). Of negative numbers the size is read: -9,8 cut off is up to but not -9,9.
 * A round number keeps at least two digits and gives up at least `ROUND_ZEROS` zeros. */
enum { ROUND_ZEROS = 2 };
struct interval interval_printed(struct decimal d, bool exact, enum printing how);

/* The same with the word before it. OVER (hơn, trên, trở lên): from the interval upwards in size; UNDER (gần, dưới):
 * from it down to 0; ABOUT (khoảng): a tenth of the number on both sides. "giảm hơn 11%" is -11 and further from 0. */
struct interval interval_bound(struct interval i, struct decimal printed, enum figure_bound bound);

struct interval interval_add(struct interval a, struct interval b);
struct interval interval_sub(struct interval a, struct interval b);
/* Products and quotients of intervals that have no negative number in them; the whole line when one has.
 * A quotient by an interval that touches 0 has no upper end. */
struct interval interval_mul(struct interval a, struct interval b);
struct interval interval_div(struct interval a, struct interval b);
struct interval interval_shift(struct interval a, int n);            /* x 10^n, exact */
struct interval interval_hull(struct interval a, struct interval b); /* the least interval that holds both */

/* What lies in both; false when nothing does. */
bool interval_meet(struct interval *out, struct interval a, struct interval b);
bool interval_meets(struct interval a, struct interval b);
bool interval_holds(struct interval i, struct decimal d);
bool interval_below(struct interval a, struct interval b); /* every number of a is less than every number of b */
bool interval_finite(struct interval i);
/* The least whole number in it; false when there is none or it has no lower end. */
bool interval_first_whole(int64_t *out, struct interval i);

/* Number to show for an interval: hi and lo rounded to the nearest at the place where their distance has two digits
 * (three above the point), but not beyond `most` digits after the point. Both are as given when the interval has no
 * width. False when it is not finite. */
bool interval_shown(struct decimal *lo, struct decimal *hi, struct interval i, int most);
/* A number to show for a result that was also reckoned as the interval i: rounded where the distance of its ends has
 * three digits, to at most `most` digits after the point and six digits in all (whole numbers keep theirs). */
struct decimal interval_round(struct decimal d, struct interval i, int most);
/* Canonical text: "10810..10831", one number when both ends are equal, "7649.8.." and "..12" without an end. Digits as
 * interval_shown gives them. */
void interval_write(struct buf *b, struct interval i, int most);
#endif
