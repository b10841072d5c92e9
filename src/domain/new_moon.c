/* SPDX-License-Identifier: Apache-2.0
 *
 * new_moon: see new_moon.h.
 *
 * Bounds: |T| of centuries stays below 2.02, so T^3 with nine digits stays below 2^63; the largest product of an
 * amplitude and a sine is 4.1 x 10^8 x 2^30. Dividing cuts toward zero, at most 10^-9 days a step, while no new moon of
 * these years is nearer than thirteen seconds (1.5 x 10^-4 days) to a midnight.
 */
#include "new_moon.h"

#include <stdbool.h>
#include <stddef.h>

static const int64_t UNIT = 1000000000;        /* 10^-9 days, and T with nine digits */
static const int64_t DEGREE = 100000000;       /* 10^-8 degrees */
static const int64_t ONE = INT64_C(1) << 30;   /* of sines */
static const int32_t JULIAN_OF_1970 = 2440588; /* the number of 1970-01-01 among the days that begin at noon */

/* 1 - x2 / divisor * rest: the series of sine and cosine from the inside out, all positive, no sign is ever shifted. */
[[gnu::always_inline]] static inline int64_t less(int64_t x2, int64_t rest, int64_t divisor)
{
    return ONE - (x2 * rest >> 30) / divisor;
}

static int64_t sine_to_45(int64_t x)
{
    int64_t x2 = x * x >> 30;
    return x * less(x2, less(x2, less(x2, less(x2, less(x2, ONE, 10 * 11), 8 * 9), 6 * 7), 4 * 5), 2 * 3) >> 30;
}

static int64_t cosine_to_45(int64_t x)
{
    int64_t x2 = x * x >> 30;
    return less(x2, less(x2, less(x2, less(x2, less(x2, ONE, 9 * 10), 7 * 8), 5 * 6), 3 * 4), 1 * 2);
}

static int64_t turn(int64_t angle)
{
    int64_t rest = angle % (360 * DEGREE);
    return rest < 0 ? rest + 360 * DEGREE : rest;
}

static int64_t sine(int64_t angle)
{
    static const int64_t RADIANS = 804891051; /* pi / 180 / 10^8 x 2^62, rounded */
    int64_t a = turn(angle);
    bool negative = a >= 180 * DEGREE;
    if (negative) a -= 180 * DEGREE;
    if (a > 90 * DEGREE) a = 180 * DEGREE - a;
    int64_t s = a <= 45 * DEGREE ? sine_to_45(a * RADIANS >> 32) : cosine_to_45((90 * DEGREE - a) * RADIANS >> 32);
    return negative ? -s : s;
}

static int64_t times(int64_t amplitude, int64_t sine)
{
    return amplitude * sine / ONE;
}

struct centuries {
    int64_t t, t2, t3; /* nine digits each */
};

static struct centuries powers(int64_t t)
{
    int64_t t2 = t * t / UNIT;
    return (struct centuries){t, t2, t2 * t / UNIT};
}

static int64_t of(struct centuries c, int64_t by_t, int64_t by_t2, int64_t by_t3)
{
    return by_t * c.t / UNIT + by_t2 * c.t2 / UNIT + by_t3 * c.t3 / UNIT;
}

/* What the unevenness of the ways of moon and sun adds to the even new moon. Amplitudes in 10^-9 days, of the anomalies
 * of the sun and the moon and the moon's distance from its node. */
static int64_t unevenness(int32_t k, struct centuries c)
{
    static const struct {
        int32_t amplitude;
        int8_t sun, moon, node;
    } TERMS[] = {
        {2100000, 2, 0, 0},  {-406800000, 0, 1, 0}, {16100000, 0, 2, 0},  {-400000, 0, 3, 0},
        {10400000, 0, 0, 2}, {-5100000, 1, 1, 0},   {-7400000, 1, -1, 0}, {400000, 1, 0, 2},
        {-400000, -1, 0, 2}, {-600000, 0, 1, 2},    {1000000, 0, -1, 2},  {500000, 1, 2, 0},
    };
    int64_t sun = 35922420000 + 2910535608 * (int64_t)k + of(c, 0, -3330, -347);
    int64_t moon = 30602530000 + 38581691806 * (int64_t)k + of(c, 0, 1073060, 1236);
    int64_t node = 2129640000 + 39067050646 * (int64_t)k + of(c, 0, -165280, -239);
    int64_t sum = times(173400000 + of(c, -393000, 0, 0), sine(sun));
    for (size_t i = 0; i < sizeof TERMS / sizeof *TERMS; i++)
        sum += times(TERMS[i].amplitude, sine(TERMS[i].sun * sun + TERMS[i].moon * moon + TERMS[i].node * node));
    return sum;
}

struct new_moon new_moon_at(int32_t k)
{
    struct centuries c = powers((int64_t)k * 100 * UNIT / 123685); /* 1236.85 months a century */
    int64_t slow = sine(16656000000 + 13287 * c.t / 1000 + of(c, 0, -917300, 0));
    int64_t even = INT64_C(2415020759330000) + INT64_C(29530588680) * k + of(c, 0, 117800, -155) + times(330000, slow);
    int64_t clocks = -278000 + of(c, 265000, 262000, 0); /* the time of the planets less that of the turning earth */
    int64_t local = even + unevenness(k, c) - clocks + UNIT / 2 + UNIT * 7 / 24;
    int64_t day = local / UNIT, part = local % UNIT; /* positive: days since 4713 before our era */
    int64_t near = part < UNIT - part ? part : UNIT - part;
    return (struct new_moon){(int32_t)day - JULIAN_OF_1970, (int32_t)(near * 86400 / UNIT)};
}

int32_t new_moon_before(int32_t day)
{
    static const int64_t MONTH = 2953059, FIRST = -2556644933; /* 10^-5 days; that of 1900-01-01, in days since 1970 */
    int32_t k = (int32_t)(((int64_t)day * 100000 - FIRST) / MONTH) + 1;
    while (new_moon_at(k).day > day) k--;
    return k;
}

int sun_twelfth(int32_t day)
{
    int64_t hours = ((int64_t)day + JULIAN_OF_1970 - 2451545) * 24 - 12 - 7; /* since noon of 2000-01-01, UTC */
    static const int64_t CENTURY = 876600;
    struct centuries c = powers(hours * UNIT / CENTURY);
    int64_t even = 28046645000 + 3600076983000 * hours / CENTURY + of(c, 0, 30320, 0);
    int64_t anomaly = 35752910000 + 3599905030000 * hours / CENTURY + of(c, 0, -15590, -48);
    int64_t seen = even + times(191460000 + of(c, -481700, -1400, 0), sine(anomaly)) +
                   times(1999300 + of(c, -10100, 0, 0), sine(2 * anomaly)) + times(29000, sine(3 * anomaly));
    return (int)(turn(seen) / (30 * DEGREE));
}
