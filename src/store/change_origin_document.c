/* SPDX-License-Identifier: Apache-2.0
 *
 * change_origin_document: documents that give work, and what they carry out (change.h). Payload; what is empty is left
 * out. The keys are made of the symbols when it is applied, and not told:
 *
 *     {"symbol":"2856/QĐ-UBND","name":"...","issuer":"UBND Thành phố Hồ Chí Minh","day":"2023-07-05",
 *      "basis":"98/2023/QH15","used":true}
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "origin_document.h"
#include "said.h"

static struct str key_of(struct arena *a, struct str symbol)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str key = origin_document_key(&b, symbol) ? str_copy(a, buf_str(&b)) : STR("");
    buf_free(&b);
    return key;
}

bool origin_document_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct str basis = payload_text(p, p->root, "basis");
    struct kept_origin_document d = {.symbol = payload_text(p, p->root, "symbol"),
                                     .name = payload_text(p, p->root, "name"),
                                     .issuer = payload_text(p, p->root, "issuer"),
                                     .day = payload_date(p, p->root, "day"),
                                     .used = payload_bool(p, p->root, "used")};
    d.key = key_of(at->arena, d.symbol);
    d.basis = basis.len ? key_of(at->arena, basis) : STR("");
    if (p->bad || !d.key.len || (basis.len && !d.basis.len)) return fail_entry(at, err);
    return origin_document_save(at->tables, at->arena, &d, at->entry, err);
}

bool change_origin_document(struct db *db, struct arena *a, const struct author *author,
                            const struct kept_origin_document *d, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct kept_origin_documents all;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("symbol"), d->symbol);
    payload_put_text(&j, STR("name"), d->name);
    payload_put_text(&j, STR("issuer"), d->issuer);
    payload_put_text(&j, STR("day"), date_known(d->day) ? date_text(a, d->day) : STR(""));
    payload_put_text(&j, STR("basis"), d->basis);
    if (d->used) {
        json_write_key(&j, STR("used"));
        json_write_bool(&j, true);
    }
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("origin_document"), &b, err)) return false;
    bool ok = origin_document_apply(&at, &p, err);
    payload_close(&p);
    if (!ok || !origin_document_rows(&all, db, a, err)) return false;
    const struct kept_origin_document *kept = origin_document_find(&all, d->key);
    bool same = kept && str_eq(kept->symbol, d->symbol) && str_eq(kept->name, d->name) && kept->used == d->used;
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("origin_document"));
}
