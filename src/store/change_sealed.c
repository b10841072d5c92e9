/* SPDX-License-Identifier: Apache-2.0
 *
 * change_sealed: what is done with sealed identities (change.h). Payloads; what is empty is left out:
 *
 *     {"event":"reader","person":"Trần Thị Giữ","public":"<64 digits>","note":"..."}
 *     {"event":"reader_end","person":"Trần Thị Giữ","note":"..."}
 *     {"event":"seal","matter":7,"box":"<32 digits>","sha256":"...","persons":["Trần Thị Giữ","Lê Văn Chủ"]}
 *     {"event":"allow","matter":7,"person":"Phạm Văn Tra","note":"..."}   and "forbid"
 *     {"event":"look","matter":7,"person":"Lê Văn Chủ","note":"..."}
 *     {"event":"refused","matter":7,"person":"Ai Đó","why":"not_allowed","note":"..."}
 *
 * Invariants, judged when an entry is made and when it is applied again: whoever may read has a key; an identity always
 * has somebody who may read it; a look is by somebody who may at that moment. Nothing in a payload is of who denounces.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "kind_read.h"
#include "sealed_box.h"
#include "sealed_rows.h"

static void told_write(struct json_writer *j, const struct sealed_event *e)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("event"), sealed_event_word(e->kind));
    payload_put_int(j, STR("matter"), e->matter.n);
    payload_put_text(j, STR("person"), e->person);
    if (e->kind == SEALED_READER) {
        struct buf hex = buf_make(SIGNING_PUBLIC_HEX + 1);
        public_key_write(&hex, e->public);
        payload_put_text(j, STR("public"), buf_str(&hex));
        buf_free(&hex);
    }
    if (e->kind == SEALED_SEAL) {
        struct digest_text hex = digest_text(e->sha256);
        payload_put_text(j, STR("box"), e->box);
        payload_put_text(j, STR("sha256"), digest_str(&hex));
        json_write_key(j, STR("persons"));
        json_write_open(j, '[');
        for (size_t i = 0; i < e->persons.len; i++) json_write_text(j, e->persons.at[i]);
        json_write_close(j, ']');
    }
    payload_put_text(j, STR("why"), e->why);
    payload_put_text(j, STR("note"), e->note);
    json_write_close(j, '}');
}

static void told_read(struct sealed_event *e, struct payload *p, struct arena *a)
{
    int64_t matter = payload_int(p, p->root, "matter");
    const json_t *list = payload_array(p, p->root, "persons");
    struct str *at = arena_array(a, struct str, json_array_size(list));
    *e = (struct sealed_event){.matter = {(uint32_t)matter},
                               .person = str_copy(a, payload_text(p, p->root, "person")),
                               .box = str_copy(a, payload_text(p, p->root, "box")),
                               .persons = {at, json_array_size(list)},
                               .why = str_copy(a, payload_text(p, p->root, "why")),
                               .note = str_copy(a, payload_text(p, p->root, "note"))};
    for (size_t i = 0; i < json_array_size(list); i++) {
        at[i] = str_copy(a, payload_text_at(p, list, i));
        if (!at[i].len) p->bad = true;
    }
    bool known = sealed_event_read(&e->kind, payload_text(p, p->root, "event"));
    bool of_reader = known && (e->kind == SEALED_READER || e->kind == SEALED_READER_END);
    bool seals = known && e->kind == SEALED_SEAL;
    if (!known || matter < 0 || matter > UINT32_MAX || of_reader != (matter == 0) || seals != (e->person.len == 0) ||
        seals != (e->persons.len > 0) || seals != sealed_box_number(e->box) ||
        (e->kind == SEALED_REFUSED) != (e->why.len > 0))
        p->bad = true;
    if (known && e->kind == SEALED_READER &&
        (!public_key_read(&e->public, payload_text(p, p->root, "public")) || !sealed_public_fits(e->public)))
        p->bad = true;
    if (seals && !digest_read(&e->sha256, payload_text(p, p->root, "sha256"))) p->bad = true;
}

static struct str shown_id(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Whoever goes must not be the last one of a matter. */
static bool others_stay(const struct effect_place *at, struct matter_id matter, struct str person, struct err *err)
{
    struct sealed_rights r;
    if (!sealed_rights(&r, at->tables, at->arena, matter, STR(""), err)) return false;
    bool has = sealed_may(&r, person);
    if (!has) return fail(err, ERR_SEALED_NOT_ALLOWED, person, shown_id(at->arena, matter));
    return r.len > 1 || fail(err, ERR_SEALED_LAST, person, shown_id(at->arena, matter));
}

static bool is_reader(const struct effect_place *at, struct str person, struct err *err)
{
    struct sealed_readers r;
    if (!sealed_readers(&r, at->tables, at->arena, person, err)) return false;
    return r.len || fail(err, ERR_SEALED_READER, person);
}

/* A kind that keeps identities apart. */
static bool apart(const struct effect_place *at, struct matter_id id, struct err *err)
{
    struct kept_matter m;
    struct last_kind last = {0};
    if (!matter_load(&m, at->tables, at->arena, id, err) || !matter_kind_again(&last, at, m.kind, m.version, err))
        return false;
    return last.kind.petition.apart || fail(err, ERR_SEALED_KIND, shown_id(at->arena, id), m.kind);
}

static bool seal(const struct effect_place *at, const struct sealed_event *e, struct err *err)
{
    struct kept_box box = {e->box, e->matter, e->sha256};
    if (!apart(at, e->matter, err) || !sealed_box_row_save(at->tables, &box, at->entry, err)) return false;
    for (size_t i = 0; i < e->persons.len; i++)
        if (!is_reader(at, e->persons.at[i], err) ||
            !sealed_right_save(at->tables, e->matter, e->persons.at[i], at->entry, err))
            return false;
    return true;
}

static bool allow(const struct effect_place *at, const struct sealed_event *e, struct err *err)
{
    struct sealed_rights r;
    if (!sealed_rights(&r, at->tables, at->arena, e->matter, STR(""), err)) return false;
    if (!r.len) return fail(err, ERR_SEALED_NONE, shown_id(at->arena, e->matter));
    return is_reader(at, e->person, err) && sealed_right_save(at->tables, e->matter, e->person, at->entry, err);
}

static bool reader_end(const struct effect_place *at, const struct sealed_event *e, struct err *err)
{
    struct sealed_rights of;
    if (!is_reader(at, e->person, err) ||
        !sealed_rights(&of, at->tables, at->arena, (struct matter_id){0}, e->person, err))
        return false;
    for (size_t i = 0; i < of.len; i++)
        if (!others_stay(at, of.at[i].matter, e->person, err) ||
            !sealed_right_remove(at->tables, of.at[i].matter, e->person, err))
            return false;
    return sealed_reader_remove(at->tables, e->person, err);
}

static bool look(const struct effect_place *at, const struct sealed_event *e, struct err *err)
{
    struct sealed_rights r;
    if (!sealed_rights(&r, at->tables, at->arena, e->matter, STR(""), err)) return false;
    return (sealed_may(&r, e->person) && e->note.len) ||
           fail(err, ERR_SEALED_NOT_ALLOWED, e->person, shown_id(at->arena, e->matter));
}

static bool happen(const struct effect_place *at, const struct sealed_event *e, struct err *err)
{
    switch (e->kind) {
    case SEALED_READER:
        return sealed_reader_save(at->tables, &(struct sealed_reader){e->person, e->public}, at->entry, err);
    case SEALED_READER_END: return reader_end(at, e, err);
    case SEALED_SEAL: return seal(at, e, err);
    case SEALED_ALLOW: return allow(at, e, err);
    case SEALED_FORBID:
        return others_stay(at, e->matter, e->person, err) && sealed_right_remove(at->tables, e->matter, e->person, err);
    case SEALED_LOOK: return look(at, e, err);
    case SEALED_REFUSED: return true;
    case SEALED_EVENTS: break;
    }
    return false;
}

bool sealed_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct sealed_event e;
    told_read(&e, p, at->arena);
    if (p->bad) return fail_entry(at, err);
    return happen(at, &e, err) && sealed_event_save(at->tables, &e, at->entry, err);
}

bool change_sealed(struct db *db, struct arena *a, const struct author *author, const struct sealed_event *e,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct sealed_events kept;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    told_write(&j, e);
    if (!change_append(&at, &p, db, a, author, STR("sealed"), &b, err)) return false;
    bool ok = sealed_apply(&at, &p, err);
    payload_close(&p);
    if (!ok || !sealed_events(&kept, db, a, e->matter, err)) return false;
    const struct sealed_event *last = kept.len ? &kept.at[kept.len - 1] : NULL;
    bool same = last && last->entry == at.entry && last->kind == e->kind && str_eq(last->person, e->person);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("sealed_event"));
}
