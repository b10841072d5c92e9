/* SPDX-License-Identifier: Apache-2.0
 * target_private: data/target_words.tsv as compiled; seen by target.c alone.
 */
#ifndef TARGET_PRIVATE_H
#define TARGET_PRIVATE_H
#include "target.h"

struct target_word {
    struct str word;
    enum target_comparator comparator;
};

extern const struct target_word target_words[];
extern const size_t target_words_count;
#endif
