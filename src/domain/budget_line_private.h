/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_line_private: data/budget/lines.tsv and data/budget/classes.tsv as compiled; seen by budget_line.c and
 * budget_class.c alone.
 */
#ifndef BUDGET_LINE_PRIVATE_H
#define BUDGET_LINE_PRIVATE_H
#include "budget_class.h"
#include "budget_line.h"

extern const struct budget_line budget_line_rows[];
extern const size_t budget_line_rows_count;
extern const struct budget_class budget_class_rows[];
extern const size_t budget_class_rows_count;
#endif
