/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_rule_private: data/clock_rules.tsv as compiled; seen by clock_rule.c alone.
 */
#ifndef CLOCK_RULE_PRIVATE_H
#define CLOCK_RULE_PRIVATE_H
#include "clock_rule.h"

extern const struct clock_rule_row clock_rule_rows[];
extern const size_t clock_rule_rows_count;
#endif
