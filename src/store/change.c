/* SPDX-License-Identifier: Apache-2.0
 *
 * change: see change.h. This file holds what all kinds have in common, the first kinds, and the table by which the
 * journal is applied once more.
 */
#include "change.h"

#include "buf.h"
#include "change_private.h"
#include "json_write.h"

bool fail_entry(const struct effect_place *at, struct err *err)
{
    char room[40];
    int len = snprintf(room, sizeof room, "journal %lld", (long long)at->entry);
    return fail(err, ERR_RECORD_BROKEN, db_where(at->truth), (struct str){room, (size_t)len});
}

bool change_append(struct effect_place *at, struct payload *p, struct db *db, struct arena *a,
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
    bool ok = journal_append(&e, db, a, author, STR("init"), buf_str(&b), err);
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
    if (!change_append(&at, &p, db, a, author, STR("import"), &b, err)) return false;
    bool ok = import_apply(out, &at, &p, err);
    payload_close(&p);
    return ok && import_compare(out, db, a, c, err);
}

bool change_accept(struct db *db, struct arena *a, const struct author *author, const struct accept_change *c,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct lock_watch w;
    struct corrected corrected = {0};
    struct buf b = buf_make(SIZE_MAX);
    if (author->correction.len && !(lock_watch_start(&w, db, a, err) && accept_watch(&w, c, err) &&
                                    corrections_make(&corrected, &w, author->correction, err)))
        return false;
    accept_payload(&b, a, c, &corrected);
    if (!change_append(&at, &p, db, a, author, STR("accept"), &b, err)) return false;
    bool ok = accept_apply(&at, &p, err);
    payload_close(&p);
    return ok && accept_compare(db, a, c, err);
}

bool change_reject(struct db *db, struct arena *a, const struct author *author, const struct reject_change *c,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct lock_watch w;
    struct corrected corrected = {0};
    struct buf b = buf_make(SIZE_MAX);
    if (author->correction.len && !(lock_watch_start(&w, db, a, err) && lock_watch_reject(&w, c->at, c->len, err) &&
                                    corrections_make(&corrected, &w, author->correction, err)))
        return false;
    reject_payload(&b, a, c, &corrected);
    if (!change_append(&at, &p, db, a, author, STR("reject"), &b, err)) return false;
    bool ok = reject_apply(&at, &p, err);
    payload_close(&p);
    return ok && reject_compare(db, a, c, err);
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
    if (!change_append(&at, &p, db, a, author, STR("unit"), &b, err)) return false;
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
    if (!change_append(&at, &p, db, a, author, STR("lineage"), &b, err)) return false;
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
    if (author->correction.len && !(lock_watch_start(&w, db, a, err) && load_watch(&w, c, first, err) &&
                                    corrections_make(&corrected, &w, author->correction, err)))
        return false;
    load_payload(&b, a, c, first, &corrected);
    if (!change_append(&at, &p, db, a, author, STR("load"), &b, err)) return false;
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
    if (author->correction.len && !(lock_watch_start(&w, db, a, err) && unload_watch(&w, db, load, err) &&
                                    corrections_make(&corrected, &w, author->correction, err)))
        return false;
    unload_payload(&b, a, load, reason, &corrected);
    if (!change_append(&at, &p, db, a, author, STR("unload"), &b, err)) return false;
    bool ok = unload_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool watch_entry(struct lock_watch *w, const struct effect_place *at, const struct payload *p, struct err *err)
{
    if (!lock_watch_start(w, at->tables, at->arena, err)) return false;
    if (correction_is(p)) w->any = false;
    return true;
}

/* --- the journal once more */

static bool replay_init(const struct effect_place *at, struct payload *p, struct err *err)
{
    (void)at, (void)p, (void)err;
    return true; /* has no effect on the tables */
}

static bool replay_import(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct import_effect effect;
    return import_apply(&effect, at, p, err);
}

static bool replay_load(const struct effect_place *at, struct payload *p, struct err *err)
{
    uint32_t load;
    return load_apply(&load, at, p, err);
}

static bool replay_filing_open(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct filing_id filing;
    return filing_open_apply(&filing, at, p, err);
}

static bool replay_formula(const struct effect_place *at, struct payload *p, struct err *err)
{
    uint32_t formula;
    return formula_apply(&formula, at, p, err);
}

static bool replay_kind(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_kind kind;
    return kind_apply(&kind, at, p, err);
}

/* What a kind refuses never came into a journal: an entry that says so was not made by this program. */
static bool refused_here(const struct effect_place *at, struct err *err)
{
    struct str name = err_name(err->code);
    bool refused = str_starts(name, STR("matter_")) || str_starts(name, STR("kind_")) ||
                   str_starts(name, STR("register_")) || str_starts(name, STR("project_")) ||
                   str_starts(name, STR("sealed_"));
    return refused ? fail_entry(at, err) : false;
}

static bool replay_matters(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct matter_list list;
    return matters_apply(&list, at, p, err) || refused_here(at, err);
}

static bool replay_matter_list(const struct effect_place *at, struct payload *p, struct err *err)
{
    return matter_list_apply(at, p, err) || refused_here(at, err);
}

static bool replay_project(const struct effect_place *at, struct payload *p, struct err *err)
{
    return project_apply(at, p, err) || refused_here(at, err);
}

static bool replay_register_def(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_register kept;
    return register_def_apply(&kept, at, p, err) || refused_here(at, err);
}

static bool replay_registers(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct register_entries list;
    return registers_apply(&list, at, p, err) || refused_here(at, err);
}

static bool replay_sealed(const struct effect_place *at, struct payload *p, struct err *err)
{
    return sealed_apply(at, p, err) || refused_here(at, err);
}

bool change_replay(struct db *tables, struct db *truth, struct arena *a, const struct journal_entry *e, struct err *err)
{
    static const struct {
        struct str kind;
        bool (*apply)(const struct effect_place *at, struct payload *p, struct err *err);
    } KINDS[] = {
        {STR_INIT("init"), replay_init},
        {STR_INIT("import"), replay_import},
        {STR_INIT("accept"), accept_apply},
        {STR_INIT("reject"), reject_apply},
        {STR_INIT("unit"), units_apply},
        {STR_INIT("lineage"), lineage_apply},
        {STR_INIT("load"), replay_load},
        {STR_INIT("unload"), unload_apply},
        {STR_INIT("report_definition"), definition_apply},
        {STR_INIT("filing_require"), requirement_apply},
        {STR_INIT("filing_open"), replay_filing_open},
        {STR_INIT("filing_move"), filing_move_apply},
        {STR_INIT("indicator"), indicators_apply},
        {STR_INIT("formula"), replay_formula},
        {STR_INIT("formula_remove"), formula_remove_apply},
        {STR_INIT("matter_kind"), replay_kind},
        {STR_INIT("matter"), replay_matters},
        {STR_INIT("matter_list"), replay_matter_list},
        {STR_INIT("origin_document"), origin_document_apply},
        {STR_INIT("matter_filter"), filter_apply},
        {STR_INIT("project"), replay_project},
        {STR_INIT("register_def"), replay_register_def},
        {STR_INIT("register"), replay_registers},
        {STR_INIT("sealed"), replay_sealed},
        {STR_INIT("person"), person_apply},
        {STR_INIT("calendar_notice"), notice_apply},
        {STR_INIT("calendar_swap"), swap_apply},
        {STR_INIT("remind_rule"), remind_rule_apply},
        {STR_INIT("outlet"), outlet_apply},
        {STR_INIT("contact"), contact_apply},
        {STR_INIT("deliveries"), deliveries_apply},
        {STR_INIT("delivery_attempt"), delivery_attempt_apply},
        {STR_INIT("programme"), programme_apply},
        {STR_INIT("target_judge"), judgement_apply},
        {STR_INIT("target_note"), note_apply},
    };
    struct effect_place at = {tables, truth, a, e->seq};
    struct payload p;
    size_t i = 0;
    while (i < sizeof KINDS / sizeof *KINDS && !str_eq(KINDS[i].kind, e->kind)) i++;
    if (i == sizeof KINDS / sizeof *KINDS || !payload_open(&p, e->payload)) return fail_entry(&at, err);
    bool ok = KINDS[i].apply(&at, &p, err);
    payload_close(&p);
    return ok;
}
