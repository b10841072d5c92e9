/* SPDX-License-Identifier: Apache-2.0
 *
 * change_person: what happens to accounts (change.h). Payloads; what is empty is left out:
 *
 *     {"event":"new","person":"lan.tran","name":"Trần Thị Lan","unit":"26740","contact":"0900 000 000"}   and "edit"
 *     {"event":"disable","person":"lan.tran","note":"chuyển công tác"}   and "enable"
 *     {"event":"grant","person":"lan.tran","role":"officer","unit":"26740","fields":"C","kinds":"task",
 *      "from":"2026-01-01","to":"2026-12-31","of":3}
 *     {"event":"revoke","person":"lan.tran","grant":5}
 *     {"event":"look","person":"lan.tran","note":"M7"}
 *     {"event":"password","person":"lan.tran"}   and the other facts: that it was, never what it is
 *
 * Nothing in a payload helps to sign in: no password, no hash of one, no key of codes, no token.
 */
#include "buf.h"
#include "change_private.h"
#include "columns.h"
#include "json_write.h"
#include "person_rows.h"

static void put_day(struct json_writer *j, struct str key, struct date d)
{
    struct buf b = buf_make(20);
    if (date_known(d)) date_write(&b, d);
    payload_put_text(j, key, buf_str(&b));
    buf_free(&b);
}

static void told_write(struct json_writer *j, const struct person_told *t)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("event"), person_event_word(t->kind));
    payload_put_text(j, STR("person"), t->person.login);
    if (t->kind == PERSON_NEW || t->kind == PERSON_EDIT) {
        payload_put_text(j, STR("name"), t->person.name);
        payload_put_text(j, STR("unit"), t->person.unit);
        payload_put_text(j, STR("contact"), t->person.contact);
    }
    if (t->kind == PERSON_GRANT) {
        payload_put_text(j, STR("role"), t->grant.role);
        payload_put_text(j, STR("unit"), t->grant.unit);
        payload_put_text(j, STR("fields"), t->grant.fields);
        payload_put_text(j, STR("kinds"), t->grant.kinds);
        put_day(j, STR("from"), t->grant.from);
        put_day(j, STR("to"), t->grant.to);
        payload_put_int(j, STR("of"), t->grant.of);
    }
    if (t->kind == PERSON_REVOKE) payload_put_int(j, STR("grant"), t->grant.id);
    payload_put_text(j, STR("note"), t->note);
    json_write_close(j, '}');
}

static struct date get_day(struct payload *p, const char *key)
{
    struct date d = {0};
    struct str s = payload_text(p, p->root, key);
    if (s.len && !date_read(&d, s)) p->bad = true;
    return d;
}

static uint32_t get_id(struct payload *p, const char *key)
{
    int64_t n = payload_int(p, p->root, key);
    if (n < 0 || n > UINT32_MAX) p->bad = true;
    return (uint32_t)n;
}

static void told_read(struct person_told *t, struct payload *p)
{
    *t = (struct person_told){.note = payload_text(p, p->root, "note")};
    t->person = (struct person){.login = payload_text(p, p->root, "person"),
                                .name = payload_text(p, p->root, "name"),
                                .unit = payload_text(p, p->root, "unit"),
                                .contact = payload_text(p, p->root, "contact"),
                                .active = true};
    if (!person_event_read(&t->kind, payload_text(p, p->root, "event")) || !t->person.login.len) p->bad = true;
    if (t->kind == PERSON_REVOKE) t->grant.id = get_id(p, "grant");
    if (t->kind != PERSON_GRANT) return;
    t->grant = (struct grant){.person = t->person.login,
                              .role = payload_text(p, p->root, "role"),
                              .unit = t->person.unit,
                              .fields = payload_text(p, p->root, "fields"),
                              .kinds = payload_text(p, p->root, "kinds"),
                              .from = get_day(p, "from"),
                              .to = get_day(p, "to"),
                              .of = get_id(p, "of")};
    if (!t->grant.role.len) p->bad = true;
}

static bool revoke(const struct effect_place *at, const struct person_told *t, struct err *err)
{
    struct grants all;
    if (!person_grants(&all, at->tables, at->arena, t->person.login, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == t->grant.id && !all.at[i].ended && str_eq(all.at[i].person, t->person.login))
            return db_run(at->tables, SQL_PERSON_GRANT_END, DB_VALUES(db_int(t->grant.id)), err);
    return fail_entry(at, err);
}

static bool happen(const struct effect_place *at, struct person_told *t, struct err *err)
{
    struct persons there;
    if (!person_rows(&there, at->tables, at->arena, t->person.login, err)) return false;
    if ((t->kind == PERSON_NEW) != (there.len == 0)) return fail_entry(at, err);
    if (there.len && t->kind == PERSON_EDIT) t->person.active = there.at[0].active;
    switch (t->kind) {
    case PERSON_NEW:
    case PERSON_EDIT: return person_save(at->tables, &t->person, at->entry, err);
    case PERSON_DISABLE:
    case PERSON_ENABLE:
        there.at[0].active = t->kind == PERSON_ENABLE;
        return person_save(at->tables, &there.at[0], at->entry, err);
    case PERSON_GRANT:
        return column_next_id(&t->grant.id, at->tables, SQL_PERSON_GRANT_LAST, err) &&
               person_grant_save(at->tables, at->arena, &t->grant, at->entry, err);
    case PERSON_REVOKE: return revoke(at, t, err);
    case PERSON_LINK:
    case PERSON_PASSWORD:
    case PERSON_SECOND:
    case PERSON_SECOND_END:
    case PERSON_RECOVERY:
    case PERSON_TOKEN:
    case PERSON_TOKEN_END:
    case PERSON_SESSIONS_END:
    case PERSON_LOCKED:
    case PERSON_LOOK:
    case PERSON_EVENTS: break; /* facts */
    }
    return true;
}

bool person_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct person_told t;
    told_read(&t, p);
    if (p->bad) return fail_entry(at, err);
    return happen(at, &t, err) && person_event_save(at->tables, &t, at->entry, err);
}

bool change_person(struct db *db, struct arena *a, const struct author *author, const struct person_told *t,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct person_events kept;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    told_write(&j, t);
    if (!change_append(&at, &p, db, a, author, STR("person"), &b, err)) return false;
    bool ok = person_apply(&at, &p, err);
    payload_close(&p);
    if (!ok || !person_events(&kept, db, a, t->person.login, err)) return false;
    bool same = kept.len && kept.at[0].entry == at.entry && kept.at[0].kind == t->kind;
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("person_event"));
}
