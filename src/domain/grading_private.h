/* SPDX-License-Identifier: Apache-2.0
 *
 * grading_private: data/grading.tsv as compiled; seen by grading.c alone.
 */
#ifndef GRADING_PRIVATE_H
#define GRADING_PRIVATE_H
#include "grading.h"

extern const struct grading_rule grading_rules[];
extern const size_t grading_rules_count;
#endif
