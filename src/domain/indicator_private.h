/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator_private: data/indicators.tsv, data/indicator_words.tsv and data/indicator_names.tsv as compiled; seen by
 * indicator.c alone.
 */
#ifndef INDICATOR_PRIVATE_H
#define INDICATOR_PRIVATE_H
#include "indicator.h"
#include "phrase.h"

extern const struct indicator indicators[];
extern const size_t indicators_count;

/* A name: the indicators of one set of senses stand together. */
struct indicator_name {
    uint16_t indicator; /* place in indicators[] */
    uint16_t kinds;     /* bit 1 << enum figure_kind */
    bool needs_count;   /* a bare noun: only with "số", "tổng số" */
};
struct indicator_names_slot {
    uint64_t key; /* of the set of senses; 0: free */
    uint16_t first, count;
};

extern const struct phrase_table indicator_words;
extern const struct indicator_name indicator_names[];
extern const struct indicator_names_slot indicator_slots[];
extern const size_t indicator_slots_size; /* a power of two */
#endif
