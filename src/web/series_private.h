/* SPDX-License-Identifier: Apache-2.0
 *
 * series_private: what the table and the picture of a series share.
 */
#ifndef SERIES_PRIVATE_H
#define SERIES_PRIVATE_H
#include "series_view.h"

struct measured series_value(const struct series_row *r);
/* The plan of just that time: a year's plan is none of its months. */
struct grid_cell series_plan(const struct series_wish *w, struct period p);
/* In the unit of tables; "" for what is not known. */
struct str series_number(struct visit *v, struct measured m, const struct indicator *i);
#endif
