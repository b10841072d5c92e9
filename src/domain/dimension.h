/* SPDX-License-Identifier: Apache-2.0
 *
 * dimension: the algebra of units of measure. A unit such as "VND/người/năm", "%", "người/km2" or "bé trai/100 bé gái"
 * is a factor times powers of base units:
 *
 *   text                     factor        powers
 *   VND/người/năm            1/12          VND^1 người^-1 tháng^-1
 *   triệu đồng               10^6          VND^1
 *   người/km2                1/10^6        người^1 m2^-1
 *   %                        1/100         (none)
 *   hồ sơ                    1             hồ sơ^1
 *
 * Two numbers can be added when their powers are the same; multiplication adds powers, division takes them away. Which
 * words convert is data/measure_units.tsv; any other words are a unit by themselves: "hộ" and "người" do not add.
 */
#ifndef DIMENSION_H
#define DIMENSION_H
#include "rational.h"

struct buf;

enum { DIMENSION_PARTS = 8, DIMENSION_POWER = 9, DIMENSION_WORD = 80 };

struct dimension {
    struct {
        struct str base;   /* lives as long as the text that it was read from, or for ever */
        int8_t power;      /* never 0 */
    } at[DIMENSION_PARTS]; /* each base once, in the order of the text */
    uint8_t len;
};

struct measure_unit {
    struct dimension dimension;
    struct rational factor; /* one of it is so many of the base units */
};

/* A unit as catalogue and tables write it; "" is a mere number. False when it is no such text: a part without words,
 * too many parts, a factor 0. */
[[nodiscard]] bool measure_unit_read(struct measure_unit *out, struct str text);
/* How many powers of ten one unit has over another: 9 of "tỷ đồng" over "VND", 6 of "triệu đồng/người" over
 * "VND/người"; 0 when it is no power of ten, or they do not convert. */
int measure_power_over(struct str shown, struct str unit);
/* The unit in which figures are kept, of one in which tables show them: money in đồng (VND), the rest as it is:
 * "triệu đồng/người/năm" is "VND/người/năm". */
void measure_canonical_write(struct buf *b, struct str shown);
/* Whether data/measure_units.tsv has the word. */
bool measure_unit_known(struct str word);

bool dimension_eq(const struct dimension *a, const struct dimension *b);
bool dimension_of(const struct dimension *d, struct str base); /* whether the base has a power in it */
/* False when it has too many parts or too high a power. */
[[nodiscard]] bool dimension_mul(struct dimension *out, const struct dimension *a, const struct dimension *b);
[[nodiscard]] bool dimension_div(struct dimension *out, const struct dimension *a, const struct dimension *b);
/* "VND/người/tháng", "m2×người", "1/hộ"; of none "số thuần". */
void dimension_write(struct buf *b, const struct dimension *d);
/* The same, and a unit as figures are kept in, as people say it: "đồng/người" for "VND/người". */
void dimension_write_vi(struct buf *b, const struct dimension *d);
void measure_write_vi(struct buf *b, struct str unit);
#endif
