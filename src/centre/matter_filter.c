/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_filter: see matter_filter.h.
 */
#include "matter_filter.h"

#include "utf8.h"

static bool name_fits(struct str name)
{
    return name.len > 0 && utf8_length(name) <= FILTER_NAME_MOST && str_find_char(name, '\n') < 0;
}

static bool set_within(struct db *db, struct arena *a, const struct author *author, const struct kept_filter *f,
                       struct err *err)
{
    struct kept_filters all;
    if (!name_fits(f->name)) return fail(err, ERR_FILTER_NAME, f->name);
    if (f->used && !f->asked.len) return fail(err, ERR_FILTER_EMPTY);
    if (f->used) return change_filter(db, a, author, f, err);
    if (!filter_rows(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].used && str_eq(all.at[i].owner, f->owner) && str_eq(all.at[i].name, f->name))
            return change_filter(db, a, author, f, err);
    return fail(err, ERR_FILTER_MISSING, f->name, f->owner);
}

bool filter_set(struct db *db, struct arena *a, const struct author *author, const struct kept_filter *f,
                struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, set_within(db, a, author, f, err), err);
}

bool filter_load(struct kept_filter *out, struct db *db, struct arena *a, struct str owner, struct str name,
                 struct err *err)
{
    struct kept_filters all;
    if (!filter_rows(&all, db, a, err)) return false;
    const struct kept_filter *f = filter_find(&all, owner, name);
    if (!f) return fail(err, ERR_FILTER_MISSING, name, owner);
    *out = *f;
    return true;
}
