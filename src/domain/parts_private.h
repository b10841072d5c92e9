/* SPDX-License-Identifier: Apache-2.0
 *
 * parts_private: data/parts.tsv and data/dimensions.tsv as compiled; seen by parts.c alone.
 */
#ifndef PARTS_PRIVATE_H
#define PARTS_PRIVATE_H
#include "parts.h"

enum parts_complete { PARTS_NO, PARTS_YES };
struct part_row {
    struct str total, dimension, part, sign;
    enum parts_complete complete;
    struct date from, to;
    struct str source;
};
extern const struct part_row part_rows[];
extern const size_t part_rows_count;

enum dimension_strength { DIMENSION_SURE, DIMENSION_CUSTOM };
struct dimension {
    struct str name;
    enum dimension_strength strength;
};
extern const struct dimension dimensions[];
extern const size_t dimensions_count;
#endif
