/* SPDX-License-Identifier: Apache-2.0
 *
 * stand_table: where a place stands, as `stand` shows it.
 */
#ifndef STAND_TABLE_H
#define STAND_TABLE_H
#include "command.h"
#include "growth_cells.h"
#include "rows.h"
#include "stand.h"

/* Rows for one list of all places; not of a table, which each place has of its own. */
struct rows *stand_rows_open(struct cli *c);
/* One place: a table with its heading and footing, or rows in the list. */
[[nodiscard]] bool stand_put(struct cli *c, struct rows *rows, const struct stand *s, struct err *err);
/* The counts and the notes below a table. */
void stand_put_footing(struct cli *c, const struct stand *s, const struct growth_marks *marks);
#endif
