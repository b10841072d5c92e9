/* SPDX-License-Identifier: Apache-2.0
 *
 * change_register: registers, and what happens to their entries (change.h). Payloads; what is empty is left out:
 *
 *     {"def":"poor_household","sha256":"..."}
 *     {"events":[{"event":"enter","def":"poor_household","version":1,"day":"2026-03-02",
 *                 "set":{"unit":"26740","from":"2026-01-01","head":"...","kind":"hộ nghèo"}},
 *                {"event":"edit","item":7,"version":1,"day":"2026-03-02","note":"...","set":{"members":"4"}},
 *                {"event":"close","item":7,"day":"2026-12-31","note":"...","set":{"to":"2026-12-31"}},
 *                {"event":"void","item":8,"day":"2026-03-02","note":"..."},
 *                {"event":"seen","item":7,"day":"2026-03-02","note":"..."}],
 *      "units":[...]}
 *
 * What was there before is looked up when the entry is applied, as with matters. A secret is not in a payload, its hash
 * is (secret_hash.h), so the journal is applied without any key.
 */
#include "buf.h"
#include "change_private.h"
#include "content.h"
#include "json_write.h"
#include "register_read.h"
#include "said.h"

/* --- registers */

bool register_def_apply(struct kept_register *out, const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_register last;
    struct register_def d;
    struct str text, word = payload_text(p, p->root, "def");
    struct digest sha256;
    bool found;
    if (p->bad || !digest_read(&sha256, payload_text(p, p->root, "sha256"))) return fail_entry(at, err);
    if (!content_load(&text, at->truth, at->arena, sha256, err) || !register_read(&d, at->arena, text, word, err))
        return false;
    if (!str_eq(d.word, word)) return fail_entry(at, err);
    if (!register_row(&last, &found, at->tables, at->arena, word, 0, err)) return false;
    *out = (struct kept_register){
        .word = d.word, .name = d.name, .version = found ? last.version + 1 : 1, .sha256 = sha256, .entry = at->entry};
    return register_save(at->tables, out, err);
}

bool change_register_def(struct kept_register *out, struct db *db, struct arena *a, const struct author *author,
                         struct digest sha256, struct str word, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct kept_register kept;
    bool found;
    struct digest_text hex = digest_text(sha256);
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("def"), word);
    payload_put_text(&j, STR("sha256"), digest_str(&hex));
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("register_def"), &b, err)) return false;
    bool ok = register_def_apply(out, &at, &p, err);
    payload_close(&p);
    if (!ok || !register_row(&kept, &found, db, a, word, 0, err)) return false;
    bool same = found && kept.version == out->version && digest_eq(kept.sha256, sha256);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), word);
}

/* --- what happens: the payload */

static void told_write(struct json_writer *j, struct arena *a, const struct register_told *t)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("event"), register_event_word(t->kind));
    payload_put_int(j, STR("item"), t->item.n);
    payload_put_text(j, STR("def"), t->def);
    payload_put_int(j, STR("version"), t->version);
    payload_put_text(j, STR("day"), date_text(a, t->day));
    payload_put_text(j, STR("note"), t->note);
    if (t->set.len) {
        json_write_key(j, STR("set"));
        json_write_open(j, '{');
        for (size_t i = 0; i < t->set.len; i++) {
            json_write_key(j, t->set.at[i].name);
            json_write_text(j, t->set.at[i].value);
        }
        json_write_close(j, '}');
    }
    json_write_close(j, '}');
}

static void told_read(struct register_told *t, struct payload *p, struct arena *a, const json_t *o)
{
    const char *name;
    json_t *value, *set = json_object_get(o, "set");
    int64_t id = payload_int(p, o, "item"), version = payload_int(p, o, "version");
    *t = (struct register_told){
        .item = {(uint32_t)id},
        .def = str_copy(a, payload_text(p, o, "def")),
        .version = (uint32_t)version,
        .day = payload_date(p, o, "day"),
        .note = str_copy(a, payload_text(p, o, "note")),
    };
    if (set && !json_is_object(set)) p->bad = true;
    json_object_foreach(set, name, value) *
        vec_push(a, &t->set) = (struct name_value){str_copy(a, str_of(name)), str_copy(a, payload_text(p, set, name))};
    bool known = register_event_read(&t->kind, payload_text(p, o, "event"));
    bool enters = known && t->kind == REGISTER_EVENT_ENTER, edits = known && t->kind == REGISTER_EVENT_EDIT;
    if (!known || !date_known(t->day) || id < 0 || id > UINT32_MAX || version < 0 || version > UINT32_MAX ||
        enters != (id == 0) || (enters || edits) != (version > 0) || enters != (t->def.len > 0))
        p->bad = true;
}

/* --- and its effect */

/* Registers of the event before: many of one entry are mostly of one, and reading one is most of their cost. */
struct last_def {
    struct str word;
    uint32_t version;
    struct register_def def;
};

static bool def_again(struct last_def *l, const struct effect_place *at, struct str word, uint32_t version,
                      struct err *err)
{
    if (l->version == version && str_eq(l->word, word)) return true;
    l->version = 0;
    if (!register_load(&l->def, at->tables, at->truth, at->arena, word, version, err)) return false;
    l->word = word;
    l->version = version;
    return true;
}

static bool key_free(const struct effect_place *at, const struct register_def *d, const struct register_entry *e,
                     struct err *err)
{
    struct register_id other;
    if (!e->key.len || e->state != REGISTER_ENTRY_OPEN) return true;
    if (!register_entry_of_key(&other, at->tables, e->def, e->key, e->id, err)) return false;
    if (!other.n) return true;
    struct buf b = buf_make(16);
    register_id_write(&b, other);
    fail(err, ERR_REGISTER_KEY_TAKEN, d->name, buf_str(&b));
    buf_free(&b);
    return false;
}

static bool enter(struct register_entry *e, struct last_def *l, const struct effect_place *at,
                  const struct register_told *t, struct err *err)
{
    struct register_event happened;
    *e = (struct register_entry){.def = t->def, .version = t->version, .entry = at->entry, .steps = 1};
    if (!def_again(l, at, t->def, t->version, err) || !register_happen(e, &happened, at->arena, &l->def, t, err) ||
        !key_free(at, &l->def, e, err) || !register_entry_next(&e->id, at->tables, err))
        return false;
    happened.entry = at->entry;
    return register_entry_insert(at->tables, at->arena, &l->def, e, err) &&
           register_event_save(at->tables, e->id, &happened, err);
}

static bool go_on(struct register_entry *e, struct last_def *l, const struct effect_place *at,
                  const struct register_told *t, struct err *err)
{
    struct register_event happened;
    struct last_def before = {0};
    if (!register_entry_load(e, at->tables, at->arena, t->item, err)) return false;
    struct register_entry old = *e; /* its list of fields is not written into: register_event.c makes another */
    uint32_t version = t->version ? t->version : e->version;
    if (!def_again(l, at, e->def, version, err)) return false;
    const struct register_def *old_def = &l->def;
    if (version != old.version) {
        if (!def_again(&before, at, e->def, old.version, err)) return false;
        old_def = &before.def;
    }
    if (!register_happen(e, &happened, at->arena, &l->def, t, err) || !key_free(at, &l->def, e, err)) return false;
    happened.step = e->steps++;
    happened.entry = at->entry;
    return register_entry_update(at->tables, at->arena, &l->def, e, old_def, &old, err) &&
           register_event_save(at->tables, e->id, &happened, err);
}

bool registers_apply(struct register_entries *out, const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *events = payload_array(p, p->root, "events");
    struct last_def last = {0};
    *out = (struct register_entries){0};
    if (!units_apply(at, p, err)) return false;
    for (size_t i = 0; i < json_array_size(events); i++) {
        struct register_told t;
        struct register_entry *e = vec_push(at->arena, out);
        told_read(&t, p, at->arena, payload_object_at(p, events, i));
        if (p->bad) return fail_entry(at, err);
        bool ok = t.kind == REGISTER_EVENT_ENTER ? enter(e, &last, at, &t, err) : go_on(e, &last, at, &t, err);
        if (!ok) return false;
    }
    return (!p->bad && out->len) || fail_entry(at, err);
}

/* The last word on each entry must stand in the tables; one that a later event of the list changed has more steps. */
static bool entries_compare(struct db *db, struct arena *a, const struct register_entries *list, struct err *err)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct register_entry *e = &list->at[i];
        struct register_entry kept;
        if (!register_entry_load(&kept, db, a, e->id, err)) return false;
        bool later = kept.steps > e->steps;
        bool same = kept.state == e->state && str_eq(kept.unit, e->unit) && str_eq(kept.key, e->key) &&
                    str_eq(matter_fields_text(a, &kept.fields), matter_fields_text(a, &e->fields)) &&
                    date_cmp(kept.from, e->from) == 0 && date_cmp(kept.to, e->to) == 0;
        if (!later && !same) return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("register_entry"));
    }
    return true;
}

bool change_registers(struct register_entries *out, struct db *db, struct arena *a, const struct author *author,
                      const struct register_change *c, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("events"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->len; i++) told_write(&j, a, &c->at[i]);
    json_write_close(&j, ']');
    units_put(&j, a, c->units, c->unit_count);
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("register"), &b, err)) return false;
    bool ok = registers_apply(out, &at, &p, err);
    payload_close(&p);
    return ok && entries_compare(db, a, out, err);
}
