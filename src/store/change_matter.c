/* SPDX-License-Identifier: Apache-2.0
 *
 * change_matter: kinds of matter, and what happens to matters (change.h). Payloads; what is empty is left out:
 *
 *     {"kind":"task","sha256":"..."}
 *     {"events":[{"event":"open","kind":"task","version":1,"day":"2026-03-02","set":{"title":"...","unit":"26740",
 *                 "due":"2026-03-20","product":"Kế hoạch"},"with":["26743"]},
 *                {"event":"move","matter":7,"move":"return","day":"2026-03-18","said":true,"note":"..."},
 *                {"event":"due","matter":7,"day":"2026-03-19","note":"...","set":{"due":"2026-04-05"}},
 *                {"event":"move","matter":8,"move":"ask","day":"2026-03-19T10:20","note":"...","set":{"clock":"..."}},
 *                {"event":"attach","matter":7,"day":"2026-03-19","file":{"sha256":"...","name":"a.pdf","size":812}},
 *                {"event":"chase","matter":7,"day":"2026-03-23","note":"...","chase":{"document":"12/UBND"}},
 *                {"event":"note","matter":7,"day":"2026-03-24","note":"...","topic":"proposal"}],
 *      "units":[...]}
 *
 * An opening has "statement":345 where the matter was made of a directive that was read.
 *
 * What was there before an event is not told: it is looked up when the entry is applied, and kept beside what is new in
 * matter_event, so that an entry cannot say anything false about the past.
 */
#include "buf.h"
#include "change_private.h"
#include "content.h"
#include "json_write.h"
#include "kind_read.h"
#include "matter_origin.h"
#include "said.h"

/* --- kinds */

bool kind_apply(struct kept_kind *out, const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_kind last;
    struct matter_kind kind;
    struct str text, word = payload_text(p, p->root, "kind");
    struct digest sha256;
    bool found;
    if (p->bad || !digest_read(&sha256, payload_text(p, p->root, "sha256"))) return fail_entry(at, err);
    if (!content_load(&text, at->truth, at->arena, sha256, err) || !kind_read(&kind, at->arena, text, word, err))
        return false;
    if (!str_eq(kind.word, word)) return fail_entry(at, err);
    if (!kind_row(&last, &found, at->tables, at->arena, word, 0, err)) return false;
    *out = (struct kept_kind){.word = kind.word,
                              .name = kind.name,
                              .version = found ? last.version + 1 : 1,
                              .sha256 = sha256,
                              .entry = at->entry};
    return kind_save(at->tables, out, err);
}

bool change_kind(struct kept_kind *out, struct db *db, struct arena *a, const struct author *author,
                 struct digest sha256, struct str word, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct kept_kind kept;
    bool found;
    struct digest_text hex = digest_text(sha256);
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("kind"), word);
    payload_put_text(&j, STR("sha256"), digest_str(&hex));
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("matter_kind"), &b, err)) return false;
    bool ok = kind_apply(out, &at, &p, err);
    payload_close(&p);
    if (!ok || !kind_row(&kept, &found, db, a, word, 0, err)) return false;
    bool same = found && kept.version == out->version && digest_eq(kept.sha256, sha256);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), word);
}

/* --- what happens: the payload */

static void put_words(struct json_writer *j, struct str key, struct word_list l)
{
    if (!l.len) return;
    json_write_key(j, key);
    json_write_open(j, '[');
    for (size_t i = 0; i < l.len; i++) json_write_text(j, l.at[i]);
    json_write_close(j, ']');
}

void matter_told_write(struct json_writer *j, const struct matter_told *t)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("event"), matter_event_word(t->kind));
    payload_put_int(j, STR("matter"), t->matter.n);
    payload_put_text(j, STR("kind"), t->word);
    payload_put_int(j, STR("version"), t->version);
    payload_put_text(j, STR("move"), t->move);
    struct buf at = buf_make(32);
    moment_write(&at, matter_told_at(t));
    payload_put_text(j, STR("day"), buf_str(&at));
    buf_free(&at);
    if (t->said) {
        json_write_key(j, STR("said"));
        json_write_bool(j, true);
    }
    payload_put_text(j, STR("note"), t->note);
    payload_put_int(j, STR("statement"), t->statement.n);
    if (t->set.len) {
        json_write_key(j, STR("set"));
        json_write_open(j, '{');
        for (size_t i = 0; i < t->set.len; i++) {
            json_write_key(j, t->set.at[i].name);
            json_write_text(j, t->set.at[i].value);
        }
        json_write_close(j, '}');
    }
    put_words(j, STR("with"), t->with);
    put_words(j, STR("without"), t->without);
    if (t->file.name.len) {
        struct digest_text hex = digest_text(t->file.sha256);
        json_write_key(j, STR("file"));
        json_write_open(j, '{');
        payload_put_text(j, STR("sha256"), digest_str(&hex));
        payload_put_text(j, STR("name"), t->file.name);
        payload_put_int(j, STR("size"), (int64_t)t->file.size);
        json_write_close(j, '}');
    }
    matter_chase_write(j, &t->chase);
    payload_put_text(j, STR("topic"), matter_topic_word(t->topic));
    json_write_close(j, '}');
}

static struct word_list words_read(struct payload *p, struct arena *a, const json_t *o, const char *key)
{
    const json_t *list = payload_array(p, o, key);
    struct str *at = arena_array(a, struct str, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        at[i] = str_copy(a, payload_text_at(p, list, i));
        if (!at[i].len) p->bad = true;
    }
    return (struct word_list){at, json_array_size(list)};
}

static void file_read_back(struct matter_file *out, struct payload *p, struct arena *a, const json_t *o)
{
    const json_t *file = json_object_get(o, "file");
    if (!file) return;
    int64_t size = payload_int(p, file, "size");
    out->name = str_copy(a, payload_text(p, file, "name"));
    out->size = (uint64_t)size;
    if (!json_is_object(file) || !out->name.len || size < 0 ||
        !digest_read(&out->sha256, payload_text(p, file, "sha256")))
        p->bad = true;
}

static void chase_read(struct matter_chase *out, struct payload *p, struct arena *a, const json_t *o)
{
    const json_t *chase = json_object_get(o, "chase");
    if (!chase) return;
    out->document = str_copy(a, payload_text(p, chase, "document"));
    out->person = str_copy(a, payload_text(p, chase, "person"));
    out->unit = str_copy(a, payload_text(p, chase, "unit"));
    bool says = out->document.len || out->person.len || out->unit.len;
    if (!json_is_object(chase) || !says || (out->person.len && out->unit.len)) p->bad = true;
}

static void event_read(struct matter_told *t, struct payload *p, struct arena *a, const json_t *o)
{
    const char *name;
    json_t *value, *set = json_object_get(o, "set");
    int64_t id = payload_int(p, o, "matter"), version = payload_int(p, o, "version");
    int64_t statement = payload_int(p, o, "statement");
    struct moment at;
    if (!moment_read(&at, payload_text(p, o, "day"))) p->bad = true;
    *t = (struct matter_told){
        .matter = {(uint32_t)id},
        .word = str_copy(a, payload_text(p, o, "kind")),
        .version = (uint32_t)version,
        .move = str_copy(a, payload_text(p, o, "move")),
        .day = at.day,
        .timed = at.minute != MINUTE_UNKNOWN,
        .minute = at.minute,
        .said = payload_bool(p, o, "said"),
        .note = str_copy(a, payload_text(p, o, "note")),
        .statement = {(uint32_t)statement},
        .with = words_read(p, a, o, "with"),
        .without = words_read(p, a, o, "without"),
    };
    if (set && !json_is_object(set)) p->bad = true;
    json_object_foreach(set, name, value) *
        vec_push(a, &t->set) = (struct name_value){str_copy(a, str_of(name)), str_copy(a, payload_text(p, set, name))};
    file_read_back(&t->file, p, a, o);
    chase_read(&t->chase, p, a, o);
    if (!matter_topic_read(&t->topic, payload_text(p, o, "topic"))) p->bad = true;
    bool opens = matter_event_read(&t->kind, payload_text(p, o, "event")) && t->kind == MATTER_EVENT_OPEN;
    if (!matter_event_read(&t->kind, payload_text(p, o, "event")) || t->kind == MATTER_EVENT_ENTER ||
        !date_known(t->day) || id < 0 || id > UINT32_MAX || version < 0 || version > UINT32_MAX || opens != (id == 0) ||
        opens != (version > 0) || opens != (t->word.len > 0) || statement < 0 || statement > UINT32_MAX ||
        (statement && !opens))
        p->bad = true;
    bool chases = json_object_get(o, "chase") != NULL;
    if ((chases && t->kind != MATTER_EVENT_CHASE) || (t->topic != TOPIC_NONE && t->kind != MATTER_EVENT_NOTE))
        p->bad = true;
}

/* --- and its effect */

/* The number of a matter that begins: the one that was given, or the next of its kind. */
static bool number(struct kept_matter *m, const struct effect_place *at, const struct matter_kind *k, struct err *err)
{
    bool taken = m->number.len > 0, given = taken;
    struct buf b = buf_make(SIZE_MAX);
    if (given && !matter_number_taken(&taken, at->tables, m->kind, m->number, err)) return false;
    if (given) return !taken || fail(err, ERR_MATTER_NUMBER_TAKEN, m->number, k->word);
    m->year = kind_number_yearly(k) ? (uint32_t)m->opened.year : 0;
    if (!matter_serial(&m->serial, at->tables, m->kind, m->year, err)) return false;
    do {
        buf_clear(&b);
        kind_number_write(&b, k, m->opened.year, m->serial);
        m->number = str_copy(at->arena, buf_str(&b));
        bool ok = matter_number_taken(&taken, at->tables, m->kind, m->number, err);
        if (!ok) buf_free(&b);
        if (!ok) return false;
        m->serial += taken;
    } while (taken);
    buf_free(&b);
    return true;
}

static bool save_beside(const struct effect_place *at, const struct kept_matter *m, struct kept_event *e,
                        const struct matter_told *t, bool due_set, struct err *err)
{
    struct kept_deadline d = {.due = m->due_day,
                              .at = m->due_moment,
                              .clock = m->clock,
                              .step = e->step,
                              .reason = t->note,
                              .entry = at->entry};
    for (size_t i = 0; i < t->with.len; i++)
        if (!matter_unit_add(at->tables, m->id, t->with.at[i], at->entry, err)) return false;
    for (size_t i = 0; i < t->without.len; i++)
        if (!matter_unit_remove(at->tables, m->id, t->without.at[i], err)) return false;
    if (due_set && !matter_deadline_save(at->tables, m->id, &d, err)) return false;
    return matter_event_save(at->tables, m->id, e, err);
}

bool matter_kind_again(struct last_kind *l, const struct effect_place *at, struct str word, uint32_t version,
                       struct err *err)
{
    if (l->version == version && str_eq(l->word, word)) return true;
    l->version = 0;
    if (!kind_load(&l->kind, at->tables, at->truth, at->arena, word, version, err)) return false;
    l->word = word;
    l->version = version;
    return true;
}

static bool begin(struct kept_matter *m, struct last_kind *l, const struct effect_place *at,
                  const struct matter_told *t, struct err *err)
{
    struct kept_event e;
    struct kept_matter parent;
    struct matter_id above = {0};
    *m = (struct kept_matter){.kind = t->word, .version = t->version, .entry = at->entry, .steps = 1};
    if (!matter_kind_again(l, at, t->word, t->version, err)) return false;
    if (!matter_happen(m, &e, at->arena, &l->kind, t, &(struct matter_beside){0}, err)) return false;
    if (m->parent.len &&
        !(matter_id_read(&above, m->parent) && matter_load(&parent, at->tables, at->arena, above, err)))
        return false;
    if (!number(m, at, &l->kind, err) || !matter_next(&m->id, at->tables, err)) return false;
    e.entry = at->entry;
    return matter_insert(at->tables, at->arena, m, err) && save_beside(at, m, &e, t, date_known(m->due_day), err) &&
           (!t->statement.n || matter_origin_save(at->tables, at->arena, t->statement, m->id, at->entry, err));
}

/* As it is now; its fields have a list of their own, for the values in it are changed in their places. */
static bool row_copy(struct kept_matter *out, struct arena *a, const struct kept_matter *m)
{
    *out = *m;
    out->fields = (struct name_values){0};
    for (size_t i = 0; i < m->fields.len; i++) *vec_push(a, &out->fields) = m->fields.at[i];
    return true;
}

static bool go_on(struct kept_matter *m, struct last_kind *l, const struct effect_place *at,
                  const struct matter_told *t, struct err *err)
{
    struct kept_event e;
    struct kept_matter old;
    struct matter_beside beside = {0};
    if (!matter_load(m, at->tables, at->arena, t->matter, err) || !matter_kind_again(l, at, m->kind, m->version, err) ||
        !matter_has_file(&beside.has_file, at->tables, m->id, err))
        return false;
    if (!row_copy(&old, at->arena, m) || !matter_happen(m, &e, at->arena, &l->kind, t, &beside, err)) return false;
    e.step = m->steps++;
    e.entry = at->entry;
    return matter_update(at->tables, at->arena, m, &old, err) &&
           save_beside(at, m, &e, t, !str_eq(m->due, old.due), err);
}

bool matter_told_apply(struct kept_matter *m, struct last_kind *l, const struct effect_place *at, struct payload *p,
                       const json_t *event, struct err *err)
{
    struct matter_told t;
    event_read(&t, p, at->arena, event);
    if (p->bad) return fail_entry(at, err);
    return t.kind == MATTER_EVENT_OPEN ? begin(m, l, at, &t, err) : go_on(m, l, at, &t, err);
}

bool matters_apply(struct matter_list *out, const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *events = payload_array(p, p->root, "events");
    struct last_kind last = {0};
    *out = (struct matter_list){0};
    if (!units_apply(at, p, err)) return false;
    for (size_t i = 0; i < json_array_size(events); i++) {
        struct kept_matter *m = vec_push(at->arena, out);
        if (!matter_told_apply(m, &last, at, p, payload_object_at(p, events, i), err)) return false;
    }
    return (!p->bad && out->len) || fail_entry(at, err);
}

/* The last word on each matter must stand in the tables. */
static bool matters_compare(struct db *db, struct arena *a, const struct matter_list *list, struct err *err)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct kept_matter *m = &list->at[i];
        struct kept_matter kept;
        bool last = true;
        for (size_t k = i + 1; k < list->len; k++) last &= list->at[k].id.n != m->id.n;
        if (!last) continue;
        if (!matter_load(&kept, db, a, m->id, err)) return false;
        bool same = str_eq(kept.title, m->title) && str_eq(kept.state, m->state) && str_eq(kept.unit, m->unit) &&
                    str_eq(kept.due, m->due) && kept.steps == m->steps && kept.group == m->group;
        if (!same) return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("matter"));
    }
    return true;
}

bool change_matters(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                    const struct matter_change *c, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("events"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->len; i++) matter_told_write(&j, &c->at[i]);
    json_write_close(&j, ']');
    units_put(&j, a, c->units, c->unit_count);
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("matter"), &b, err)) return false;
    bool ok = matters_apply(out, &at, &p, err);
    payload_close(&p);
    return ok && matters_compare(db, a, out, err);
}
