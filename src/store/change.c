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
                        kind_unload = STR_INIT("unload"),
                        kind_definition = STR_INIT("report_definition"), kind_require = STR_INIT("filing_require"),
                        kind_open = STR_INIT("filing_open"), kind_move = STR_INIT("filing_move");

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
    struct lock_watch w;
    struct corrected corrected = {0};
    struct buf b = buf_make(SIZE_MAX);
    if (author->correction.len &&
        !(lock_watch_start(&w, db, a, err) && accept_watch(&w, c, err) &&
          corrections_make(&corrected, &w, author->correction, err)))
        return false;
    accept_payload(&b, a, c, &corrected);
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
    struct lock_watch w;
    struct corrected corrected = {0};
    struct buf b = buf_make(SIZE_MAX);
    if (author->correction.len &&
        !(lock_watch_start(&w, db, a, err) && lock_watch_reject(&w, c->at, c->len, err) &&
          corrections_make(&corrected, &w, author->correction, err)))
        return false;
    reject_payload(&b, a, c, &corrected);
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
    struct lock_watch w;
    struct corrected corrected = {0};
    struct buf b = buf_make(SIZE_MAX);
    if (!figure_next(&first, db, err)) return false;
    if (author->correction.len &&
        !(lock_watch_start(&w, db, a, err) && load_watch(&w, c, first, err) &&
          corrections_make(&corrected, &w, author->correction, err)))
        return false;
    load_payload(&b, a, c, first, &corrected);
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
    struct lock_watch w;
    struct corrected corrected = {0};
    struct buf b = buf_make(SIZE_MAX);
    if (author->correction.len &&
        !(lock_watch_start(&w, db, a, err) && unload_watch(&w, db, load, err) &&
          corrections_make(&corrected, &w, author->correction, err)))
        return false;
    unload_payload(&b, a, load, reason, &corrected);
    if (!append(&at, &p, db, a, author, kind_unload, &b, err)) return false;
    bool ok = unload_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_definition(struct db *db, struct arena *a, const struct author *author, const struct report_definition *d,
                       struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    definition_payload(&b, a, d);
    if (!append(&at, &p, db, a, author, kind_definition, &b, err)) return false;
    bool ok = definition_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_requirement(struct db *db, struct arena *a, const struct author *author, const struct kept_requirement *r,
                        struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    requirement_payload(&b, a, r);
    if (!append(&at, &p, db, a, author, kind_require, &b, err)) return false;
    bool ok = requirement_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_filing_open(struct filing_id *id, struct db *db, struct arena *a, const struct author *author,
                        const struct filing_open_change *c, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct kept_filing f;
    struct buf b = buf_make(SIZE_MAX);
    filing_open_payload(&b, a, c);
    if (!append(&at, &p, db, a, author, kind_open, &b, err)) return false;
    bool ok = filing_open_apply(id, &at, &p, err);
    payload_close(&p);
    if (!ok || !filing_load(&f, db, a, *id, err)) return false;
    bool same = str_eq(f.unit, c->filing.unit) && period_eq(f.period, c->filing.period) &&
                date_cmp(f.first, c->filing.first) == 0 && date_cmp(f.last, c->filing.last) == 0 &&
                date_cmp(f.due, c->filing.due) == 0 && str_eq(f.times, c->filing.times);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("filing"));
}

bool change_filing_move(struct db *db, struct arena *a, const struct author *author, const struct filing_event *e,
                        struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct kept_filing f;
    struct buf b = buf_make(SIZE_MAX);
    filing_move_payload(&b, a, e);
    if (!append(&at, &p, db, a, author, kind_move, &b, err)) return false;
    bool ok = filing_move_apply(&at, &p, err);
    payload_close(&p);
    if (!ok || !filing_load(&f, db, a, e->filing, err)) return false;
    return f.state == e->state || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("filing"));
}

bool watch_entry(struct lock_watch *w, const struct effect_place *at, const struct payload *p, struct err *err)
{
    if (!lock_watch_start(w, at->tables, at->arena, err)) return false;
    if (correction_is(p)) w->any = false;
    return true;
}

bool change_replay(struct db *tables, struct db *truth, struct arena *a, const struct journal_entry *e, struct err *err)
{
    struct effect_place at = {tables, truth, a, e->seq};
    struct import_effect effect;
    struct payload p;
    struct filing_id filing;
    uint32_t load;
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
    else if (str_eq(e->kind, kind_definition))
        ok = definition_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_require))
        ok = requirement_apply(&at, &p, err);
    else if (str_eq(e->kind, kind_open))
        ok = filing_open_apply(&filing, &at, &p, err);
    else if (str_eq(e->kind, kind_move))
        ok = filing_move_apply(&at, &p, err);
    else
        ok = fail_entry(&at, err);
    payload_close(&p);
    return ok;
}
