/* SPDX-License-Identifier: Apache-2.0
 *
 * office_hours_private: data/calendar/offices.tsv as compiled; seen by office_hours.c alone.
 */
#ifndef OFFICE_HOURS_PRIVATE_H
#define OFFICE_HOURS_PRIVATE_H
#include "office_hours.h"

extern const struct office_row office_rows[];
extern const size_t office_rows_count;
#endif
