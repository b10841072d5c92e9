/* SPDX-License-Identifier: Apache-2.0
 *
 * change_formula: an office's own formulas come and go (change.h). Payloads; what is empty is left out:
 *
 *     {"code":"RIENG_1","expression":"C01 / A03","from":"2026-01-01","decimals":2,"name":"Thu trên người quản lý",
 *      "measure":"triệu đồng/người","better":"up","source":"12/QĐ-UBND"}
 *     {"formulas":[1,2],"reason":"thay bằng công thức mới"}
 *
 * Ids count up in the order of the journal, so they are the same after every rebuild.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "said.h"

void formula_payload(struct buf *b, struct arena *a, const struct new_formula *f)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("code"), f->code);
    payload_put_text(&j, STR("expression"), f->expression);
    payload_put_text(&j, STR("from"), date_text(a, f->from));
    payload_put_text(&j, STR("to"), date_text(a, f->to));
    payload_put_int(&j, STR("decimals"), f->decimals);
    payload_put_text(&j, STR("name"), f->name);
    payload_put_text(&j, STR("measure"), f->measure);
    payload_put_text(&j, STR("better"), f->better);
    payload_put_text(&j, STR("source"), f->source);
    json_write_close(&j, '}');
}

bool formula_apply(uint32_t *id, const struct effect_place *at, struct payload *p, struct err *err)
{
    int64_t decimals = payload_int(p, p->root, "decimals");
    struct kept_formula f = {
        .code = payload_text(p, p->root, "code"),
        .expression = payload_text(p, p->root, "expression"),
        .from = payload_date(p, p->root, "from"),
        .to = payload_date(p, p->root, "to"),
        .decimals = (int)decimals,
        .name = payload_text(p, p->root, "name"),
        .measure = payload_text(p, p->root, "measure"),
        .better = payload_text(p, p->root, "better"),
        .source = payload_text(p, p->root, "source"),
        .entry = at->entry,
    };
    if (p->bad || !f.code.len || !f.expression.len || decimals < 0 || decimals > 18) return fail_entry(at, err);
    return formula_save(id, at->tables, at->arena, &f, err);
}

bool formula_compare(struct db *db, struct arena *a, uint32_t id, const struct new_formula *f, struct err *err)
{
    struct kept_formulas all;
    if (!formula_list(&all, db, a, err)) return false;
    const struct kept_formula *k = all.len ? &all.at[all.len - 1] : NULL;
    bool same = k && k->id == id && !k->removed && str_eq(k->code, f->code) && str_eq(k->expression, f->expression) &&
                date_cmp(k->from, f->from) == 0 && date_cmp(k->to, f->to) == 0 && k->decimals == f->decimals &&
                str_eq(k->name, f->name) && str_eq(k->measure, f->measure) && str_eq(k->better, f->better) &&
                str_eq(k->source, f->source);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), f->code);
}

void formula_remove_payload(struct buf *b, const uint32_t *ids, size_t count, struct str reason)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("formulas"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < count; i++) json_write_int(&j, ids[i]);
    json_write_close(&j, ']');
    payload_put_text(&j, STR("reason"), reason);
    json_write_close(&j, '}');
}

bool formula_remove_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *ids = payload_array(p, p->root, "formulas");
    for (size_t i = 0; i < json_array_size(ids); i++) {
        int64_t id = payload_int_at(p, ids, i);
        bool stands = false;
        if (p->bad || id < 1 || id > UINT32_MAX) return fail_entry(at, err);
        if (!formula_stands(&stands, at->tables, (uint32_t)id, err)) return false;
        if (!stands) return fail_entry(at, err);
        if (!formula_remove_save(at->tables, (uint32_t)id, at->entry, err)) return false;
    }
    return !p->bad || fail_entry(at, err);
}

/* --- the changes */

bool change_formula(uint32_t *id, struct db *db, struct arena *a, const struct author *author,
                    const struct new_formula *f, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    formula_payload(&b, a, f);
    if (!change_append(&at, &p, db, a, author, STR("formula"), &b, err)) return false;
    bool ok = formula_apply(id, &at, &p, err);
    payload_close(&p);
    return ok && formula_compare(db, a, *id, f, err);
}

bool change_formula_remove(struct db *db, struct arena *a, const struct author *author, const uint32_t *ids,
                           size_t count, struct str reason, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    formula_remove_payload(&b, ids, count, reason);
    if (!change_append(&at, &p, db, a, author, STR("formula_remove"), &b, err)) return false;
    bool ok = formula_remove_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}
