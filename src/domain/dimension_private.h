/* SPDX-License-Identifier: Apache-2.0
 *
 * dimension_private: data/measure_units.tsv as compiled; seen by dimension.c alone.
 */
#ifndef DIMENSION_PRIVATE_H
#define DIMENSION_PRIVATE_H
#include "str.h"

struct measure_word {
    struct str word, of; /* of: the base unit; "": a mere number */
    int64_t times, per;
};

extern const struct measure_word measure_words[];
extern const size_t measure_words_count;
#endif
