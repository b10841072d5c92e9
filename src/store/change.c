/* SPDX-License-Identifier: Apache-2.0
 *
 * change: see change.h. This file holds what all kinds have in common, and the one that has no effect (init).
 */
#include "change.h"

#include "buf.h"
#include "change_private.h"
#include "json_write.h"

static const struct str kind_init = STR_INIT("init"), kind_import = STR_INIT("import"),
                        kind_accept = STR_INIT("accept"), kind_reject = STR_INIT("reject"),
                        kind_unit = STR_INIT("unit"), kind_lineage = STR_INIT("lineage"), kind_load = STR_INIT("load"),
                        kind_unload = STR_INIT("unload"), kind_formula = STR_INIT("formula"),
                        kind_formula_remove = STR_INIT("formula_remove");

bool fail_entry(const struct effect_place *at, struct err *err)
{
    char room[40];
    int len = snprintf(room, sizeof room, "journal %lld", (long long)at->entry);
    return fail(err, ERR_RECORD_BROKEN, db_where(at->truth), (struct str){room, (size_t)len});
}

/* Append the entry and open its payload as it was written: from here on the values of the caller are not looked at. */
static bool append(struct effect_place *at, struct payload *p, struct db *db, struct arena *a,
                   const struct author *author, struct str kind, struct buf *payload, struct err *err)
{
    struct journal_entry e;
    bool ok = journal_append(&e, db, a, author, kind, buf_str(payload), err);
    *at = (struct effect_place){db, db, a, e.seq};
    ok = ok && (payload_open(p, buf_str(payload)) || fail_entry(at, err));
    buf_free(payload);
    return ok;
}

bool change_init(struct db *db, struct arena *a, const struct author *author, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX), key = buf_make(SIGNING_PUBLIC_HEX);
    struct json_writer j = json_to(&b);
    struct journal_entry e;
    if (author->key) public_key_write(&key, author->key->public);
    json_write_open(&j, '{');
    payload_put_int(&j, STR("version"), SQL_VERSION);
    payload_put_text(&j, STR("key"), buf_str(&key));
    json_write_close(&j, '}');
    bool ok = journal_append(&e, db, a, author, kind_init, buf_str(&b), err);
    buf_free(&b);
    buf_free(&key);
    return ok;
}

bool change_import(struct import_effect *out, struct db *db, struct arena *a, const struct author *author,
                   const struct import_change *c, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    import_payload(&b, a, c);
    if (!append(&at, &p, db, a, author, kind_import, &b, err)) return false;
    bool ok = import_apply(out, &at, &p, err);
    payload_close(&p);
    return ok && import_compare(out, db, a, c, err);
}

/* What is read back must be what was accepted. */
static bool accepted_compare(struct db *db, struct arena *a, const struct accepted *item, struct err *err)
{
    struct kept_statement s;
    struct kept_figure f;
    if (!statement_load(&s, db, a, item->statement, err)) return false;
    bool same = s.state == STATE_ACCEPTED && s.figure.n == item->figure.n;
    if (same && item->figure.n) {
        struct kept_figure wanted = change_figure(&s, item);
        if (!figure_load(&f, db, a, item->figure, err)) return false;
        const struct figure_key *k = &f.figure.key, *w = &wanted.figure.key;
        same = str_eq(k->indicator, w->indicator) && str_eq(k->unit, w->unit) && str_eq(k->layer, w->layer) &&
               period_eq(k->period, w->period) && k->kind == w->kind && k->aspect == w->aspect &&
               k->against == w->against && period_eq(k->against_period, w->against_period);
        if (f.statement.n == s.id.n)
            same = same && decimal_eq(f.figure.value, wanted.figure.value) &&
                   f.figure.value.scale == wanted.figure.value.scale && f.figure.bound == wanted.figure.bound &&
                   str_eq(f.figure.measure, wanted.figure.measure);
    }
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("statement"));
}

bool change_accept(struct db *db, struct arena *a, const struct author *author, const struct accept_change *c,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    accept_payload(&b, a, c);
    if (!append(&at, &p, db, a, author, kind_accept, &b, err)) return false;
    bool ok = accept_apply(&at, &p, err);
    payload_close(&p);
    for (size_t i = 0; ok && i < c->len; i++) ok = accepted_compare(db, a, &c->at[i], err);
    return ok;
}

bool change_reject(struct db *db, struct arena *a, const struct author *author, const struct reject_change *c,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    reject_payload(&b, c);
    if (!append(&at, &p, db, a, author, kind_reject, &b, err)) return false;
    bool ok = reject_apply(&at, &p, err);
    payload_close(&p);
    for (size_t i = 0; ok && i < c->len; i++) {
        struct kept_statement s;
        ok = statement_load(&s, db, a, c->at[i], err) &&
             (s.state == STATE_REJECTED || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("statement")));
    }
    return ok;
}

bool change_units(struct db *db, struct arena *a, const struct author *author, const struct new_unit *units,
                  size_t count, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    units_put(&j, a, units, count);
    json_write_close(&j, '}');
    if (!append(&at, &p, db, a, author, kind_unit, &b, err)) return false;
    bool ok = units_apply(&at, &p, err);
    payload_close(&p);
    return ok && units_compare(db, a, units, count, err);
}

bool change_lineage(struct db *db, struct arena *a, const struct author *author, const struct lineage_change *c,
                    struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    lineage_payload(&b, a, c);
    if (!append(&at, &p, db, a, author, kind_lineage, &b, err)) return false;
    bool ok = lineage_apply(&at, &p, err);
    payload_close(&p);
    return ok && lineage_compare(db, a, c, err);
}

/* What stands in the tables must be what was loaded; the parts were read when they were applied. */
static bool load_compare(struct db *db, struct arena *a, uint32_t id, const struct load_change *c, struct err *err)
{
    struct load_list all;
    size_t count = 0;
    for (size_t i = 0; i < c->part_count; i++) count += c->parts[i].count;
    if (!load_list(&all, db, a, err)) return false;
    bool same = all.len == id && all.at[id - 1].id == id && all.at[id - 1].count == count && !all.at[id - 1].undone &&
                digest_eq(all.at[id - 1].file, c->file) && str_eq(all.at[id - 1].name, c->name);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("load"));
}

bool change_load(uint32_t *id, struct db *db, struct arena *a, const struct author *author, const struct load_change *c,
                 struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct figure_id first;
    struct buf b = buf_make(SIZE_MAX);
    if (!figure_next(&first, db, err)) return false;
    load_payload(&b, a, c, first);
    if (!append(&at, &p, db, a, author, kind_load, &b, err)) return false;
    bool ok = load_apply(id, &at, &p, err);
    payload_close(&p);
    return ok && units_compare(db, a, c->units, c->unit_count, err) && load_compare(db, a, *id, c, err);
}

bool change_unload(struct db *db, struct arena *a, const struct author *author, uint32_t load, struct str reason,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    unload_payload(&b, load, reason);
    if (!append(&at, &p, db, a, author, kind_unload, &b, err)) return false;
    bool ok = unload_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_formula(uint32_t *id, struct db *db, struct arena *a, const struct author *author,
                    const struct new_formula *f, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    formula_payload(&b, a, f);
    if (!append(&at, &p, db, a, author, kind_formula, &b, err)) return false;
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
    if (!append(&at, &p, db, a, author, kind_formula_remove, &b, err)) return false;
    bool ok = formula_remove_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_replay(struct db *tables, struct db *truth, struct arena *a, const struct journal_entry *e, struct err *err)
{
    struct effect_place at = {tables, truth, a, e->seq};
    struct import_effect effect;
    struct payload p;
    uint32_t load, formula;
    bool ok = false;
    if (!payload_open(&p, e->payload)) return fail_entry(&at, err);
    if (str_eq(e->kind, kind_init))
        ok = true;
    else if (str_eq(e->kind, kind_import))
        ok = import_apply(&effect, &at, &p, err);
    else if (str_eq(e->kind, kind_accept))
        ok = accept_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_reject))
        ok = reject_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_unit))
        ok = units_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_lineage))
        ok = lineage_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_load))
        ok = load_apply(&load, &at, &p, err);
    else if (str_eq(e->kind, kind_unload))
        ok = unload_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_formula))
        ok = formula_apply(&formula, &at, &p, err);
    else if (str_eq(e->kind, kind_formula_remove))
        ok = formula_remove_apply(&at, &p, err);
    else
        ok = fail_entry(&at, err);
    payload_close(&p);
    return ok;
}
