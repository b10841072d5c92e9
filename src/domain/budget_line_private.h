/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_line_private: the tables of data/budget as compiled; seen by budget_line.c and
 * budget_class.c alone.
 */
#ifndef BUDGET_LINE_PRIVATE_H
#define BUDGET_LINE_PRIVATE_H
#include "budget_class.h"
#include "budget_line.h"

/* When a level of government has a budget. */
struct budget_level_time {
    uint32_t levels;      /* one flag */
    struct date from, to; /* both included; to unknown: not ended */
    struct str citation;
};

extern const struct budget_level_time budget_level_times[];
extern const size_t budget_level_times_count;
extern const struct budget_line budget_line_rows[];
extern const size_t budget_line_rows_count;
extern const struct budget_class budget_class_rows[];
extern const size_t budget_class_rows_count;
#endif
