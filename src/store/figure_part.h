/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_part: many figures as bytes, column by column: how the record keeps what was loaded at once (change.h,
 * load). The bytes are content, kept for ever under their SHA-256; there is one way to write a list of figures.
 *
 *     "DHF1"
 *     units     how many, then each id
 *     columns   how many, then each:
 *         indicator, period, aspect (one byte), layer, unit of measure
 *         scale       the same for all, or one each behind a mark
 *         how many figures
 *         places      of the units, rising: the first, then the distance to the one before
 *         values      coefficients
 *
 * A text is its length and its bytes; a number is 7 bits a byte, the lowest first, the top bit set while more
 * follows; a number that can be negative goes in as 2n or -2n - 1.
 */
#ifndef FIGURE_PART_H
#define FIGURE_PART_H
#include "arena.h"
#include "figure.h"

struct buf;

/* Figures of one key, each of another unit. All are levels and exact. */
struct figure_column {
    struct figure_key key; /* indicator, period, aspect, layer */
    struct str measure;
    const uint32_t *places; /* of the units, rising */
    const int64_t *coefficients;
    const int8_t *scales;
    size_t count;
};

struct figure_part {
    const struct str *units;
    size_t unit_count;
    const struct figure_column *columns;
    size_t column_count;
    size_t count; /* figures; their ids run on in this order */
};

void figure_part_write(struct buf *b, const struct figure_part *p);
/* Texts are borrowed from the bytes. False when these are no part in just this form. */
[[nodiscard]] bool figure_part_read(struct figure_part *out, struct arena *a, struct str bytes);
#endif
