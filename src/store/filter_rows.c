/* SPDX-License-Identifier: Apache-2.0
 *
 * filter_rows: see filter_rows.h.
 */
#include "filter_rows.h"

#include "columns.h"
#include "payload.h"

static bool asked_read(struct name_values *out, struct arena *a, struct str text)
{
    struct payload p;
    const char *name;
    json_t *value;
    *out = (struct name_values){0};
    if (!payload_open(&p, text)) return false;
    json_object_foreach(p.root, name, value) *
        vec_push(a, out) = (struct name_value){str_copy(a, str_of(name)), str_copy(a, payload_text(&p, p.root, name))};
    bool right = !p.bad;
    payload_close(&p);
    return right;
}

bool filter_rows(struct kept_filters *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_filters){0};
    if (!db_query(&rows, db, SQL_MATTER_FILTER_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) {
        struct kept_filter *f = vec_push(a, out);
        *f = (struct kept_filter){
            .owner = column_text(&rows, a, 0), .name = column_text(&rows, a, 1), .used = db_column_int(&rows, 3) != 0};
        right = asked_read(&f->asked, a, db_column_text(&rows, 2));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter_filter"));
}

bool filter_save(struct db *db, struct arena *a, const struct kept_filter *f, int64_t entry, struct err *err)
{
    return db_run(db, SQL_MATTER_FILTER_PUT,
                  DB_VALUES(db_text(f->owner), db_text(f->name), db_text(matter_fields_text(a, &f->asked)),
                            db_int(f->used), db_int(entry)),
                  err);
}

const struct kept_filter *filter_find(const struct kept_filters *all, struct str owner, struct str name)
{
    const struct kept_filter *shared = NULL;
    for (size_t i = 0; i < all->len; i++) {
        const struct kept_filter *f = &all->at[i];
        if (!f->used || !str_eq(f->name, name)) continue;
        if (owner.len && str_eq(f->owner, owner)) return f;
        if (!f->owner.len) shared = f;
    }
    return shared;
}
