/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_private: data/units_provinces.tsv as compiled; seen by unit.c alone.
 */
#ifndef UNIT_PRIVATE_H
#define UNIT_PRIVATE_H
#include "unit.h"

extern const struct unit unit_provinces[];
extern const size_t unit_provinces_count;
#endif
