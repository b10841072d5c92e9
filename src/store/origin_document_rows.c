/* SPDX-License-Identifier: Apache-2.0
 *
 * origin_document_rows: see origin_document_rows.h.
 */
#include "origin_document_rows.h"

#include "columns.h"
#include "said.h"

bool origin_document_rows(struct kept_origin_documents *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_origin_documents){0};
    if (!db_query(&rows, db, SQL_ORIGIN_DOCUMENT_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) {
        struct str day = db_column_text(&rows, 4);
        struct kept_origin_document *d = vec_push(a, out);
        *d = (struct kept_origin_document){.key = column_text(&rows, a, 0),
                                           .symbol = column_text(&rows, a, 1),
                                           .name = column_text(&rows, a, 2),
                                           .issuer = column_text(&rows, a, 3),
                                           .basis = column_text(&rows, a, 5),
                                           .used = db_column_int(&rows, 6) != 0};
        right = !day.len || date_read(&d->day, day);
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("origin_document"));
}

bool origin_document_save(struct db *db, struct arena *a, const struct kept_origin_document *d, int64_t entry,
                          struct err *err)
{
    struct str day = date_known(d->day) ? date_text(a, d->day) : STR("");
    return db_run(db, SQL_ORIGIN_DOCUMENT_PUT,
                  DB_VALUES(db_text(d->key), db_text(d->symbol), db_text(d->name), db_text(d->issuer), db_text(day),
                            db_text(d->basis), db_int(d->used), db_int(entry)),
                  err);
}

const struct kept_origin_document *origin_document_find(const struct kept_origin_documents *all, struct str key)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].key, key)) return &all->at[i];
    return NULL;
}
