/* SPDX-License-Identifier: Apache-2.0
 *
 * lateness_private: data/lateness_rates.tsv as compiled; seen by lateness.c alone.
 */
#ifndef LATENESS_PRIVATE_H
#define LATENESS_PRIVATE_H
#include "lateness.h"

extern const struct lateness_rate lateness_rates[];
extern const size_t lateness_rates_count;
#endif
