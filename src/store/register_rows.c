/* SPDX-License-Identifier: Apache-2.0
 *
 * register_rows: see register_rows.h. Beside an entry stand, kept with it: its words for the index, without what is
 * masked or secret, and a row of register_value for each value that lists are asked by (choices, units, flags,
 * indicators, hashes).
 */
#include "register_rows.h"

#include "buf.h"
#include "columns.h"
#include "content.h"
#include "matter_page.h"
#include "register_read.h"
#include "said.h"

#include <jansson.h>

static bool fail_row(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

static bool word_read(size_t *out, const struct str *words, size_t count, struct str word)
{
    for (*out = 0; *out < count; ++*out)
        if (str_eq(words[*out], word)) return true;
    return false;
}

/* --- registers */

static bool register_of(struct kept_register *k, struct arena *a, const struct db_rows *row)
{
    *k = (struct kept_register){
        .word = column_text(row, a, 0),
        .version = (uint32_t)db_column_int(row, 1),
        .name = column_text(row, a, 2),
        .entry = db_column_int(row, 4),
        .who = column_text(row, a, 5),
        .time = column_text(row, a, 6),
    };
    return digest_read(&k->sha256, db_column_text(row, 3));
}

bool register_rows(struct kept_registers *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_registers){0};
    if (!db_query(&rows, db, SQL_REGISTER_DEF_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) right = register_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "register_def", err);
}

bool register_row(struct kept_register *out, bool *found, struct db *db, struct arena *a, struct str word,
                  uint32_t version, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_register){0};
    struct db_values values = DB_VALUES(db_text(word), version ? db_int(version) : db_null());
    if (!db_query(&rows, db, SQL_REGISTER_DEF_FIND, values, err)) return false;
    *found = db_next(&rows);
    if (*found) right = register_of(out, a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "register_def", err);
}

bool register_save(struct db *db, const struct kept_register *r, struct err *err)
{
    struct digest_text hex = digest_text(r->sha256);
    return db_run(
        db, SQL_REGISTER_DEF_INSERT,
        DB_VALUES(db_text(r->word), db_int(r->version), db_text(r->name), db_text(digest_str(&hex)), db_int(r->entry)),
        err);
}

bool register_load(struct register_def *out, struct db *tables, struct db *truth, struct arena *a, struct str word,
                   uint32_t version, struct err *err)
{
    struct kept_register row;
    struct str text;
    bool found;
    if (!register_row(&row, &found, tables, a, word, version, err)) return false;
    if (!found) return fail(err, ERR_REGISTER_UNKNOWN, word);
    return content_load(&text, truth, a, row.sha256, err) && register_read(out, a, text, word, err);
}

/* --- words */

void register_id_write(struct buf *b, struct register_id id)
{
    buf_char(b, 'R');
    buf_u64(b, id.n);
}

bool register_id_read(struct register_id *out, struct str s)
{
    uint64_t n;
    if (s.len < 2 || (s.ptr[0] | 0x20) != 'r' || !str_to_u64(&n, str_from(s, 1), UINT32_MAX) || !n) return false;
    out->n = (uint32_t)n;
    return true;
}

static const struct str STATES[] = {STR_INIT("open"), STR_INIT("closed"), STR_INIT("void")};
static const struct str EVENTS[] = {STR_INIT("enter"), STR_INIT("edit"), STR_INIT("close"), STR_INIT("void"),
                                    STR_INIT("seen")};
_Static_assert(sizeof STATES / sizeof *STATES == REGISTER_STATES, "a word for each");
_Static_assert(sizeof EVENTS / sizeof *EVENTS == REGISTER_EVENT_KINDS, "a word for each");

struct str register_state_word(enum register_state s)
{
    return STATES[s];
}

bool register_state_read(enum register_state *out, struct str word)
{
    size_t i;
    if (!word_read(&i, STATES, REGISTER_STATES, word)) return false;
    *out = (enum register_state)i;
    return true;
}

struct str register_event_word(enum register_event_kind k)
{
    return EVENTS[k];
}

bool register_event_read(enum register_event_kind *out, struct str word)
{
    size_t i;
    if (!word_read(&i, EVENTS, REGISTER_EVENT_KINDS, word)) return false;
    *out = (enum register_event_kind)i;
    return true;
}

/* --- entries */

struct str register_entry_value(const struct register_entry *e, struct str field)
{
    if (str_eq(field, STR("unit"))) return e->unit;
    for (size_t i = 0; i < e->fields.len; i++)
        if (str_eq(e->fields.at[i].name, field)) return e->fields.at[i].value;
    return STR("");
}

static struct str value_of(const void *self, struct str field)
{
    return register_entry_value(self, field);
}

bool register_entry_meets(const struct register_entry *e, const struct register_condition *where, size_t count)
{
    return register_meets(where, count, &(struct register_values){value_of, e});
}

bool register_entry_valid(const struct register_entry *e, struct date day)
{
    return e->state != REGISTER_ENTRY_VOID && date_cmp(e->from, day) <= 0 &&
           (!date_known(e->to) || date_cmp(day, e->to) <= 0);
}

static bool fields_read(struct name_values *out, struct arena *a, struct str text)
{
    const char *key;
    json_t *value, *root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    bool right = json_is_object(root);
    json_object_foreach(root, key, value)
    {
        right &= json_is_string(value);
        *vec_push(a, out) = (struct name_value){
            str_copy(a, str_of(key)), str_copy(a, (struct str){json_string_value(value), json_string_length(value)})};
    }
    json_decref(root);
    return right;
}

static struct date day_of(struct str text)
{
    struct date d;
    return date_read(&d, text) ? d : (struct date){0};
}

bool register_entry_read(struct register_entry *e, struct arena *a, const struct db_rows *row)
{
    *e = (struct register_entry){
        .id = {(uint32_t)db_column_int(row, 0)},
        .def = column_text(row, a, 1),
        .version = (uint32_t)db_column_int(row, 2),
        .unit = column_text(row, a, 3),
        .key = column_text(row, a, 6),
        .from = day_of(db_column_text(row, 7)),
        .to = day_of(db_column_text(row, 8)),
        .steps = (uint32_t)db_column_int(row, 12),
        .entry = db_column_int(row, 13),
    };
    return register_state_read(&e->state, db_column_text(row, 4)) && fields_read(&e->fields, a, db_column_text(row, 5));
}

bool register_entry_load(struct register_entry *out, struct db *db, struct arena *a, struct register_id id,
                         struct err *err)
{
    struct db_rows rows;
    if (!db_query(&rows, db, SQL_REGISTER_ENTRY_FIND, DB_VALUES(db_int(id.n)), err)) return false;
    bool found = db_next(&rows), right = found && register_entry_read(out, a, &rows);
    if (!db_end(&rows, err)) return false;
    if (found) return right || fail_row(db, "register_entry", err);
    struct buf b = buf_make(16);
    register_id_write(&b, id);
    fail(err, ERR_REGISTER_ENTRY_MISSING, buf_str(&b));
    buf_free(&b);
    return false;
}

bool register_entry_of_key(struct register_id *out, struct db *db, struct str def, struct str key,
                           struct register_id but, struct err *err)
{
    int64_t id;
    if (!db_get_int(&id, db, SQL_REGISTER_ENTRY_OF_KEY, DB_VALUES(db_text(def), db_text(key), db_int(but.n)), err))
        return false;
    out->n = (uint32_t)id;
    return true;
}

bool register_entry_of_version(struct register_id *out, struct db *db, struct str def, struct str key, struct str from,
                               struct err *err)
{
    int64_t id;
    if (!db_get_int(&id, db, SQL_REGISTER_ENTRY_OF_VERSION, DB_VALUES(db_text(def), db_text(key), db_text(from)), err))
        return false;
    out->n = (uint32_t)id;
    return true;
}

bool register_entry_next(struct register_id *out, struct db *db, struct err *err)
{
    return column_count_id(&out->n, db, SQL_REGISTER_ENTRY_LAST, err);
}

/* What it is found by: first which register it is, then each word of what is open, folded. */
static struct str words_of(struct arena *a, const struct register_def *d, const struct register_entry *e)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, STR(" rg"));
    for (size_t i = 0; i < e->def.len; i++)
        if (e->def.ptr[i] != '_') buf_char(&b, e->def.ptr[i]);
    for (size_t i = 0; i < d->field_count; i++) {
        const struct register_field *f = &d->fields[i];
        bool words = f->field.type == MATTER_FIELD_TEXT || f->field.type == MATTER_FIELD_PERSON ||
                     f->field.type == MATTER_FIELD_CHOICE;
        if (words && f->shown == REGISTER_OPEN) matter_words_put(&b, register_entry_value(e, f->field.word));
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool register_field_is_asked_by(const struct register_field *f)
{
    switch (f->field.type) {
    case MATTER_FIELD_CHOICE:
    case MATTER_FIELD_UNIT:
    case MATTER_FIELD_FLAG:
    case MATTER_FIELD_MATTER:
    case MATTER_FIELD_INDICATOR: return true;
    case MATTER_FIELD_TEXT: return f->shown == REGISTER_SECRET || f->digits;
    case MATTER_FIELD_PERSON:
    case MATTER_FIELD_NUMBER:
    case MATTER_FIELD_MONEY:
    case MATTER_FIELD_DAY:
    case MATTER_FIELD_MOMENT:
    case MATTER_FIELD_TYPES: break;
    }
    return false;
}

static bool save_values(struct db *db, const struct register_def *d, const struct register_entry *e, struct err *err)
{
    for (size_t i = 0; i < d->field_count; i++) {
        struct str word = d->fields[i].field.word, value = register_entry_value(e, word);
        if (!value.len || !register_field_is_asked_by(&d->fields[i])) continue;
        if (!db_run(db, SQL_REGISTER_VALUE_INSERT,
                    DB_VALUES(db_text(e->def), db_text(word), db_text(value), db_int(e->id.n)), err))
            return false;
    }
    return true;
}

static int64_t to_at(const struct register_entry *e)
{
    return date_known(e->to) ? date_to_days(e->to) : REGISTER_NEVER_AT;
}

bool register_entry_insert(struct db *db, struct arena *a, const struct register_def *d, const struct register_entry *e,
                           struct err *err)
{
    struct str words = words_of(a, d, e);
    return db_run(db, SQL_REGISTER_ENTRY_INSERT,
                  DB_VALUES(db_int(e->id.n), db_text(e->def), db_int(e->version), db_text(e->unit),
                            db_text(register_state_word(e->state)), db_text(matter_fields_text(a, &e->fields)),
                            db_text(e->key), db_text(date_text(a, e->from)), db_text(date_text(a, e->to)),
                            db_int(date_to_days(e->from)), db_int(to_at(e)), db_text(words), db_int(e->steps),
                            db_int(e->entry)),
                  err) &&
           db_run(db, SQL_REGISTER_SEARCH_INSERT, DB_VALUES(db_int(e->id.n), db_text(words)), err) &&
           save_values(db, d, e, err);
}

bool register_entry_update(struct db *db, struct arena *a, const struct register_def *d, const struct register_entry *e,
                           const struct register_def *old_def, const struct register_entry *old, struct err *err)
{
    struct str words = words_of(a, d, e), was = words_of(a, old_def, old);
    if (!db_run(db, SQL_REGISTER_ENTRY_UPDATE,
                DB_VALUES(db_int(e->id.n), db_int(e->version), db_text(e->unit), db_text(register_state_word(e->state)),
                          db_text(matter_fields_text(a, &e->fields)), db_text(e->key), db_text(date_text(a, e->from)),
                          db_text(date_text(a, e->to)), db_int(date_to_days(e->from)), db_int(to_at(e)), db_text(words),
                          db_int(e->steps)),
                err))
        return false;
    if (!str_eq(words, was) &&
        !(db_run(db, SQL_REGISTER_SEARCH_DELETE, DB_VALUES(db_int(e->id.n), db_text(was)), err) &&
          db_run(db, SQL_REGISTER_SEARCH_INSERT, DB_VALUES(db_int(e->id.n), db_text(words)), err)))
        return false;
    return db_run(db, SQL_REGISTER_VALUE_DELETE, DB_VALUES(db_int(e->id.n)), err) && save_values(db, d, e, err);
}

bool register_unit_codes(struct str_list *out, struct db *db, struct arena *a, struct str def, struct err *err)
{
    struct db_rows rows;
    *out = (struct str_list){0};
    if (!db_query(&rows, db, SQL_REGISTER_UNIT_CODES, DB_VALUES(db_text(def)), err)) return false;
    while (db_next(&rows)) *vec_push(a, out) = column_text(&rows, a, 0);
    return db_end(&rows, err);
}

/* --- what happened */

bool register_event_save(struct db *db, struct register_id id, const struct register_event *e, struct err *err)
{
    struct buf day = buf_make(32);
    date_write(&day, e->day);
    bool ok = db_run(db, SQL_REGISTER_EVENT_INSERT,
                     DB_VALUES(db_int(id.n), db_int(e->step), db_text(register_event_word(e->kind)),
                               db_text(buf_str(&day)), db_text(e->note), db_text(e->data), db_int(e->entry)),
                     err);
    buf_free(&day);
    return ok;
}

bool register_events(struct register_events *out, struct db *db, struct arena *a, struct register_id id,
                     struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct register_events){0};
    if (!db_query(&rows, db, SQL_REGISTER_EVENTS, DB_VALUES(db_int(id.n)), err)) return false;
    while (right && db_next(&rows)) {
        struct register_event *e = vec_push(a, out);
        *e = (struct register_event){
            .step = (uint32_t)db_column_int(&rows, 0),
            .day = day_of(db_column_text(&rows, 2)),
            .note = column_text(&rows, a, 3),
            .data = column_text(&rows, a, 4),
            .entry = db_column_int(&rows, 5),
            .who = column_text(&rows, a, 6),
            .time = column_text(&rows, a, 7),
        };
        right = register_event_read(&e->kind, db_column_text(&rows, 1));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "register_event", err);
}
