/* SPDX-License-Identifier: Apache-2.0
 *
 * chain_set: a document joins the chains of matter_chain.h, is said anew, or leaves them. No document may carry out
 * itself, by however many others.
 */
#include "matter_chain.h"

#include "buf.h"
#include "origin_document.h"

/* Of what was typed, its symbol in *typed. */
static bool key_of(struct str *out, struct arena *a, struct str *typed, struct err *err)
{
    struct symbol s;
    struct buf b = buf_make(SIZE_MAX);
    if (!origin_document_symbol(&s, *typed)) return fail(err, ERR_CHAIN_SYMBOL, *typed);
    symbol_write(&b, &s);
    *typed = s.raw;
    *out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return true;
}

/* Whether going up from `key` leads to `to`. What is there has no circle, so it ends. */
static bool leads_to(const struct kept_origin_documents *all, struct str key, struct str to)
{
    for (size_t steps = 0; key.len && steps <= all->len; steps++) {
        if (str_eq(key, to)) return true;
        const struct kept_origin_document *d = origin_document_find(all, key);
        key = d && d->used ? d->basis : STR("");
    }
    return false;
}

static bool same(const struct kept_origin_document *a, const struct kept_origin_document *b)
{
    return str_eq(a->symbol, b->symbol) && str_eq(a->name, b->name) && str_eq(a->issuer, b->issuer) &&
           date_cmp(a->day, b->day) == 0 && str_eq(a->basis, b->basis) && a->used == b->used;
}

/* What was not said stays. */
static void join(struct kept_origin_document *d, const struct kept_origin_document *old)
{
    if (!d->name.len) d->name = old->name;
    if (!d->issuer.len) d->issuer = old->issuer;
    if (!date_known(d->day)) d->day = old->day;
    if (!d->basis.len) d->basis = old->basis;
}

static bool set_within(struct kept_origin_document *kept, struct db *db, struct arena *a, const struct author *author,
                       struct err *err)
{
    struct kept_origin_documents all;
    struct str basis = kept->basis;
    if (!key_of(&kept->key, a, &kept->symbol, err) || (basis.len && !key_of(&kept->basis, a, &basis, err)) ||
        !origin_document_rows(&all, db, a, err))
        return false;
    const struct kept_origin_document *old = origin_document_find(&all, kept->key);
    if (!kept->used && (!old || !old->used)) return fail(err, ERR_CHAIN_MISSING, kept->symbol);
    if (old && old->used) join(kept, old);
    if (old && same(kept, old)) return fail(err, ERR_CHAIN_SAME, kept->symbol);
    if (kept->used && leads_to(&all, kept->basis, kept->key))
        return fail(err, ERR_CHAIN_CIRCLE, kept->key, kept->basis);
    return change_origin_document(db, a, author, kept, err);
}

bool chain_set(struct kept_origin_document *kept, struct db *db, struct arena *a, const struct author *author,
               const struct kept_origin_document *d, struct err *err)
{
    *kept = *d;
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, set_within(kept, db, a, author, err), err);
}
