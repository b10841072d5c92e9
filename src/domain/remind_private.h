/* SPDX-License-Identifier: Apache-2.0
 *
 * remind_private: data/remind_rules.tsv as compiled; seen by remind.c alone.
 */
#ifndef REMIND_PRIVATE_H
#define REMIND_PRIVATE_H
#include "remind.h"

extern const struct remind_rule remind_rules[];
extern const size_t remind_rules_count;
#endif
