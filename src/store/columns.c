/* SPDX-License-Identifier: Apache-2.0
 *
 * columns: see columns.h.
 */
#include "columns.h"

struct db_value column_of_coefficient(bool has, struct decimal d)
{
    return has ? db_int(d.coefficient) : db_null();
}

struct db_value column_of_scale(bool has, struct decimal d)
{
    return has ? db_int(d.scale) : db_null();
}

struct str column_text(const struct db_rows *row, struct arena *a, size_t column)
{
    return str_copy(a, db_column_text(row, column));
}

bool column_decimal(struct decimal *out, bool *has, const struct db_rows *row, size_t column)
{
    int64_t scale = db_column_int(row, column + 1);
    *has = db_column_type(row, column) != DB_NULL;
    if (scale < DECIMAL_SCALE_MIN || scale > DECIMAL_SCALE_MAX) return false;
    *out = (struct decimal){db_column_int(row, column), (int8_t)scale};
    return true;
}

bool column_period(struct period *out, const struct db_rows *row, size_t column)
{
    struct str text = db_column_text(row, column);
    *out = (struct period){0};
    return text.len == 0 || period_read(out, text);
}

bool column_next_id(uint32_t *out, struct db *db, enum sql last, struct err *err)
{
    int64_t n;
    if (!db_get_int(&n, db, last, DB_NO_VALUES, err)) return false;
    if (n < 0 || n >= UINT32_MAX) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("id"));
    *out = (uint32_t)n + 1;
    return true;
}

bool column_count_id(uint32_t *out, struct db *db, enum sql last, struct err *err)
{
    int64_t n;
    if (!db_next_id(&n, db, last, err)) return false;
    if (n <= 0 || n > UINT32_MAX) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("id"));
    *out = (uint32_t)n;
    return true;
}
