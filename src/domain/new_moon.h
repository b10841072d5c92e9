/* SPDX-License-Identifier: Apache-2.0
 *
 * new_moon: when moon and sun stand in one direction, and how far the sun is in its year, for the days from 1899 to
 * 2101. What the calendar of lunar.h is made of, and nothing else.
 *
 * All is whole numbers: angles in 10^-8 degrees, times in 10^-9 days, sines with 30 binary digits. So every machine and
 * every compiler gives the same day, which no libm promises. The series are the short ones of J. Meeus (Astronomical
 * Formulae for Calculators, 1979, chapter 32, for the moon; Astronomical Algorithms, 1998, chapter 25, for the sun):
 * their new moons are right to some minutes, and the dates that are made of them are those of the calendar in use.
 */
#ifndef NEW_MOON_H
#define NEW_MOON_H
#include <stdint.h>

struct new_moon {
    int32_t day;    /* the day of Việt Nam (UTC+7) on which it falls, since 1970-01-01 */
    int32_t margin; /* seconds to the nearer midnight; below some minutes other reckonings may have the day beside it */
};

/* Number k = 0 is that of the first days of January 1900; k grows by one a month. -20 <= k <= 2500. */
struct new_moon new_moon_at(int32_t k);
/* The number of the last new moon on that day or before it. */
int32_t new_moon_before(int32_t day);

/* In which of twelve parts of 30 degrees, from the spring equinox on, the sun stands when that day begins (UTC+7):
 * 0..11; 9 begins with the winter solstice. */
int sun_twelfth(int32_t day);
#endif
