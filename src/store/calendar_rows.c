/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_rows: see calendar_rows.h.
 */
#include "calendar_rows.h"

#include "columns.h"
#include "said.h"

static bool fail_row(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

bool calendar_notices(struct kept_notices *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_notices){0};
    if (!db_query(&rows, db, SQL_CALENDAR_NOTICES, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) {
        struct announcement *n = vec_push(a, out);
        *n = (struct announcement){.year = (uint16_t)db_column_int(&rows, 0), .text = column_text(&rows, a, 5)};
        struct date *const days[] = {&n->tet_from, &n->tet_to, &n->national_from, &n->national_to};
        for (size_t i = 0; right && i < 4; i++) right = date_read(days[i], db_column_text(&rows, i + 1));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "calendar_notice", err);
}

bool calendar_swaps(struct kept_swaps *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_swaps){0};
    if (!db_query(&rows, db, SQL_CALENDAR_SWAPS, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) {
        struct swap *s = vec_push(a, out);
        *s = (struct swap){.text = column_text(&rows, a, 2)};
        right = date_read(&s->off, db_column_text(&rows, 0)) && date_read(&s->work, db_column_text(&rows, 1));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "calendar_swap", err);
}

bool calendar_notice_save(struct db *db, struct arena *a, const struct announcement *n, int64_t entry, struct err *err)
{
    return db_run(db, SQL_CALENDAR_NOTICE_PUT,
                  DB_VALUES(db_int(n->year), db_text(date_text(a, n->tet_from)), db_text(date_text(a, n->tet_to)),
                            db_text(date_text(a, n->national_from)), db_text(date_text(a, n->national_to)),
                            db_text(n->text), db_int(entry)),
                  err);
}

bool calendar_swap_save(struct db *db, struct arena *a, const struct swap *s, int64_t entry, struct err *err)
{
    return db_run(
        db, SQL_CALENDAR_SWAP_PUT,
        DB_VALUES(db_text(date_text(a, s->off)), db_text(date_text(a, s->work)), db_text(s->text), db_int(entry)), err);
}
