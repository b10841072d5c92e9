/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_history: what happened to a matter, who helps with it and every due day that it had (matter_rows.h).
 */
#include "buf.h"
#include "columns.h"
#include "matter_rows.h"
#include "said.h"

#include <jansson.h>

static struct moment moment_of(struct str text)
{
    struct moment m;
    return moment_read(&m, text) ? m : (struct moment){.minute = MINUTE_UNKNOWN};
}

static bool fail_row(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

bool matter_event_save(struct db *db, struct matter_id id, const struct kept_event *e, struct err *err)
{
    struct digest_text hex = digest_text(e->file.sha256);
    struct str file = e->file.name.len ? digest_str(&hex) : STR("");
    struct buf day = buf_make(32);
    moment_write(&day, e->at);
    bool ok = db_run(db, SQL_MATTER_EVENT_INSERT,
                     DB_VALUES(db_int(id.n), db_int(e->step), db_text(matter_event_word(e->kind)), db_text(e->move),
                               db_text(e->from), db_text(e->to), db_text(buf_str(&day)), db_int(e->said),
                               db_text(e->note), db_text(e->data), db_text(file), db_int(e->entry)),
                     err);
    buf_free(&day);
    return ok;
}

bool matter_events(struct kept_events *out, struct db *db, struct arena *a, struct matter_id id, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_events){0};
    if (!db_query(&rows, db, SQL_MATTER_EVENTS, DB_VALUES(db_int(id.n)), err)) return false;
    while (right && db_next(&rows)) {
        struct kept_event *e = vec_push(a, out);
        *e = (struct kept_event){
            .step = (uint32_t)db_column_int(&rows, 0),
            .move = column_text(&rows, a, 2),
            .from = column_text(&rows, a, 3),
            .to = column_text(&rows, a, 4),
            .said = db_column_int(&rows, 6) != 0,
            .note = column_text(&rows, a, 7),
            .data = column_text(&rows, a, 8),
            .entry = db_column_int(&rows, 9),
            .who = column_text(&rows, a, 10),
            .time = column_text(&rows, a, 11),
        };
        right = matter_event_read(&e->kind, db_column_text(&rows, 1)) && moment_read(&e->at, db_column_text(&rows, 5));
        e->day = e->at.day;
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "matter_event", err);
}

bool matter_has_file(bool *out, struct db *db, struct matter_id id, struct err *err)
{
    int64_t n;
    if (!db_get_int(&n, db, SQL_MATTER_ATTACHED, DB_VALUES(db_int(id.n)), err)) return false;
    *out = n > 0;
    return true;
}

static struct str text_of(struct arena *a, const json_t *v)
{
    return str_copy(a, (struct str){json_string_value(v), json_string_length(v)});
}

static struct word_list words_of(struct arena *a, const json_t *list)
{
    struct str *at = arena_array(a, struct str, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) at[i] = text_of(a, json_array_get(list, i));
    return (struct word_list){at, json_array_size(list)};
}

bool event_data_read(struct event_data *out, struct arena *a, struct str data)
{
    *out = (struct event_data){0};
    if (!data.len) return true;
    json_t *root = json_loadb(data.ptr, data.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    const json_t *set = json_object_get(root, "set"), *file = json_object_get(root, "attachment");
    bool right = json_is_object(root);
    struct event_change *at = arena_array(a, struct event_change, json_array_size(set));
    for (size_t i = 0; i < json_array_size(set); i++) {
        const json_t *one = json_array_get(set, i);
        at[i] = (struct event_change){text_of(a, json_array_get(one, 0)), text_of(a, json_array_get(one, 1)),
                                      text_of(a, json_array_get(one, 2))};
    }
    out->set = at;
    out->set_count = json_array_size(set);
    out->with = words_of(a, json_object_get(root, "with"));
    out->without = words_of(a, json_object_get(root, "without"));
    if (file) {
        out->file.name = text_of(a, json_object_get(file, "name"));
        out->file.size = (uint64_t)json_integer_value(json_object_get(file, "size"));
        right = right && digest_read(&out->file.sha256, text_of(a, json_object_get(file, "sha256")));
    }
    const json_t *chase = json_object_get(root, "chase");
    out->chase = (struct matter_chase){text_of(a, json_object_get(chase, "document")),
                                       text_of(a, json_object_get(chase, "person")),
                                       text_of(a, json_object_get(chase, "unit"))};
    right = right && matter_topic_read(&out->topic, text_of(a, json_object_get(root, "topic")));
    json_decref(root);
    return right;
}

/* --- helping units, due days */

static bool codes(struct str_list *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                  struct err *err)
{
    struct db_rows rows;
    *out = (struct str_list){0};
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (db_next(&rows)) *vec_push(a, out) = column_text(&rows, a, 0);
    return db_end(&rows, err);
}

bool matter_units(struct str_list *out, struct db *db, struct arena *a, struct matter_id id, struct err *err)
{
    return codes(out, db, a, SQL_MATTER_UNITS, DB_VALUES(db_int(id.n)), err);
}

bool matter_unit_codes(struct str_list *out, struct db *db, struct arena *a, struct err *err)
{
    return codes(out, db, a, SQL_MATTER_UNIT_CODES, DB_NO_VALUES, err);
}

bool matter_unit_add(struct db *db, struct matter_id id, struct str unit, int64_t entry, struct err *err)
{
    return db_run(db, SQL_MATTER_UNIT_INSERT, DB_VALUES(db_int(id.n), db_text(unit), db_int(entry)), err);
}

bool matter_unit_remove(struct db *db, struct matter_id id, struct str unit, struct err *err)
{
    return db_run(db, SQL_MATTER_UNIT_DELETE, DB_VALUES(db_int(id.n), db_text(unit)), err);
}

static bool save_deadline(struct db *db, struct matter_id id, int64_t place, const struct kept_deadline *d,
                          struct err *err)
{
    struct buf due = buf_make(32);
    moment_write(&due, d->at);
    bool ok = db_run(db, SQL_MATTER_DEADLINE_INSERT,
                     DB_VALUES(db_int(id.n), db_int(place), db_text(buf_str(&due)), db_text(d->clock), db_int(d->step),
                               db_text(d->reason), db_int(d->entry)),
                     err);
    buf_free(&due);
    return ok;
}

bool matter_deadline_save(struct db *db, struct matter_id id, const struct kept_deadline *d, struct err *err)
{
    int64_t place;
    return db_get_int(&place, db, SQL_MATTER_DEADLINE_COUNT, DB_VALUES(db_int(id.n)), err) &&
           save_deadline(db, id, place, d, err);
}

bool matter_deadlines(struct kept_deadlines *out, struct db *db, struct arena *a, struct matter_id id, struct err *err)
{
    struct db_rows rows;
    *out = (struct kept_deadlines){0};
    if (!db_query(&rows, db, SQL_MATTER_DEADLINES, DB_VALUES(db_int(id.n)), err)) return false;
    while (db_next(&rows)) {
        struct moment at = moment_of(db_column_text(&rows, 0));
        *vec_push(a, out) = (struct kept_deadline){
            .due = at.day,
            .at = at,
            .clock = column_text(&rows, a, 1),
            .step = (uint32_t)db_column_int(&rows, 2),
            .reason = column_text(&rows, a, 3),
            .entry = db_column_int(&rows, 4),
            .who = column_text(&rows, a, 5),
            .time = column_text(&rows, a, 6),
        };
    }
    return db_end(&rows, err);
}
