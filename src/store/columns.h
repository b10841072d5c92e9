/* SPDX-License-Identifier: Apache-2.0
 *
 * columns: the values that stand in more than one table, to and from their columns. A decimal takes two: coefficient,
 * scale.
 */
#ifndef COLUMNS_H
#define COLUMNS_H
#include "db.h"
#include "decimal.h"
#include "period.h"

struct db_value column_of_coefficient(bool has, struct decimal d); /* NULL when there is none */
struct db_value column_of_scale(bool has, struct decimal d);

struct str column_text(const struct db_rows *row, struct arena *a, size_t column); /* a copy in the arena */
/* From `column` and the one after it; *has is false for NULL. False when it is no decimal. */
[[nodiscard]] bool column_decimal(struct decimal *out, bool *has, const struct db_rows *row, size_t column);
/* "" is no period. False when it is no literal. */
[[nodiscard]] bool column_period(struct period *out, const struct db_rows *row, size_t column);

/* The number after the greatest that `last` gives. ERR_RECORD_BROKEN when there is none left. */
[[nodiscard]] bool column_next_id(uint32_t *out, struct db *db, enum sql last, struct err *err);
/* The same where the row of that id is written next, so that counting is enough (db_next_id). */
[[nodiscard]] bool column_count_id(uint32_t *out, struct db *db, enum sql last, struct err *err);
#endif
