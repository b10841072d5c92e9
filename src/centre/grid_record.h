/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_record: the figures of a record as a grid (cube/grid.h), and the units of a day as a tree, so that questions
 * over many units can be asked of a record.
 */
#ifndef GRID_RECORD_H
#define GRID_RECORD_H
#include "db.h"
#include "figure_rows.h"
#include "grid_ask.h"

/* All that stands. Closed with the arena. Memory is that of the grid and of one part of a load at a time. */
[[nodiscard]] bool grid_of_record(struct grid **out, struct db *db, struct arena *a, struct err *err);

/* The grid after another one: with the figures that have greater ids than `after`. One reference, of the caller. */
[[nodiscard]] bool grid_add_after(struct grid **out, struct grid *before, struct db *db, struct figure_id after,
                                  struct err *err);

/* The units of the country and of the record that were there on a day, each below the one that it was below then. */
[[nodiscard]] bool tree_of_day(struct unit_tree **out, struct db *db, struct arena *a, struct date day,
                               struct err *err);

/* The scope of a question as an officer types it: units of a kind below a unit (NULL: of the whole country) on the last
 * day of a period. */
[[nodiscard]] bool scope_typed(struct grid_scope *out, struct db *db, struct arena *a, const struct grid *g,
                               struct str under, enum unit_kind kind, struct date day, struct err *err);

/* The name of a unit of a scope: of the country, else of the record. */
[[nodiscard]] bool grid_unit_name(struct str *out, struct db *db, struct arena *a, struct str id, struct err *err);
#endif
