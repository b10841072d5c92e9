/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_rows: see sealed_rows.h.
 */
#include "sealed_rows.h"

#include "buf.h"
#include "columns.h"

static const struct str WORDS[] = {STR_INIT("reader"), STR_INIT("reader_end"), STR_INIT("seal"),   STR_INIT("allow"),
                                   STR_INIT("forbid"), STR_INIT("look"),       STR_INIT("refused")};
_Static_assert(sizeof WORDS / sizeof *WORDS == SEALED_EVENTS, "a word for each");

struct str sealed_event_word(enum sealed_event_kind k)
{
    return WORDS[k];
}

bool sealed_event_read(enum sealed_event_kind *out, struct str word)
{
    for (size_t i = 0; i < SEALED_EVENTS; i++) {
        if (!str_eq(WORDS[i], word)) continue;
        *out = (enum sealed_event_kind)i;
        return true;
    }
    return false;
}

static bool fail_rows(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

static struct db_value matter_or_null(struct matter_id m)
{
    return m.n ? db_int(m.n) : db_null();
}

bool sealed_readers(struct sealed_readers *out, struct db *db, struct arena *a, struct str person, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct sealed_readers){0};
    if (!db_query(&rows, db, SQL_SEALED_READERS, DB_VALUES(person.len ? db_text(person) : db_null()), err))
        return false;
    while (right && db_next(&rows)) {
        struct sealed_reader *r = vec_push(a, out);
        r->person = column_text(&rows, a, 0);
        right = public_key_read(&r->public, db_column_text(&rows, 1));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_rows(db, "sealed_reader", err);
}

bool sealed_boxes(struct kept_boxes *out, struct db *db, struct arena *a, struct matter_id matter, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_boxes){0};
    if (!db_query(&rows, db, SQL_SEALED_BOXES, DB_VALUES(matter_or_null(matter)), err)) return false;
    while (right && db_next(&rows)) {
        struct kept_box *b = vec_push(a, out);
        b->box = column_text(&rows, a, 0);
        b->matter.n = (uint32_t)db_column_int(&rows, 1);
        right = digest_read(&b->sha256, db_column_text(&rows, 2));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_rows(db, "sealed_box", err);
}

bool sealed_rights(struct sealed_rights *out, struct db *db, struct arena *a, struct matter_id matter,
                   struct str person, struct err *err)
{
    struct db_rows rows;
    *out = (struct sealed_rights){0};
    if (!db_query(&rows, db, SQL_SEALED_RIGHTS,
                  DB_VALUES(matter_or_null(matter), person.len ? db_text(person) : db_null()), err))
        return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct sealed_right){{(uint32_t)db_column_int(&rows, 0)}, column_text(&rows, a, 1)};
    return db_end(&rows, err);
}

bool sealed_may(const struct sealed_rights *r, struct str person)
{
    for (size_t i = 0; i < r->len; i++)
        if (str_eq(r->at[i].person, person)) return true;
    return false;
}

bool sealed_events(struct sealed_events *out, struct db *db, struct arena *a, struct matter_id matter, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct sealed_events){0};
    if (!db_query(&rows, db, SQL_SEALED_EVENTS, DB_VALUES(matter_or_null(matter)), err)) return false;
    while (right && db_next(&rows)) {
        struct sealed_event *e = vec_push(a, out);
        *e = (struct sealed_event){.matter = {(uint32_t)db_column_int(&rows, 1)},
                                   .person = column_text(&rows, a, 2),
                                   .why = column_text(&rows, a, 3),
                                   .note = column_text(&rows, a, 4),
                                   .entry = db_column_int(&rows, 5),
                                   .who = column_text(&rows, a, 6),
                                   .time = column_text(&rows, a, 7)};
        right = sealed_event_read(&e->kind, db_column_text(&rows, 0));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_rows(db, "sealed_event", err);
}

bool sealed_reader_save(struct db *db, const struct sealed_reader *r, int64_t entry, struct err *err)
{
    struct buf hex = buf_make(SIGNING_PUBLIC_HEX + 1);
    public_key_write(&hex, r->public);
    bool ok = db_run(db, SQL_SEALED_READER_PUT, DB_VALUES(db_text(r->person), db_text(buf_str(&hex)), db_int(entry)),
                     err);
    buf_free(&hex);
    return ok;
}

bool sealed_reader_remove(struct db *db, struct str person, struct err *err)
{
    return db_run(db, SQL_SEALED_READER_END, DB_VALUES(db_text(person)), err);
}

bool sealed_box_row_save(struct db *db, const struct kept_box *b, int64_t entry, struct err *err)
{
    struct digest_text hex = digest_text(b->sha256);
    return db_run(db, SQL_SEALED_BOX_PUT,
                  DB_VALUES(db_text(b->box), db_int(b->matter.n), db_text(digest_str(&hex)), db_int(entry)), err);
}

bool sealed_right_save(struct db *db, struct matter_id matter, struct str person, int64_t entry, struct err *err)
{
    return db_run(db, SQL_SEALED_RIGHT_PUT, DB_VALUES(db_int(matter.n), db_text(person), db_int(entry)), err);
}

bool sealed_right_remove(struct db *db, struct matter_id matter, struct str person, struct err *err)
{
    return db_run(db, SQL_SEALED_RIGHT_END, DB_VALUES(db_int(matter.n), db_text(person)), err);
}

bool sealed_event_save(struct db *db, const struct sealed_event *e, int64_t entry, struct err *err)
{
    return db_run(db, SQL_SEALED_EVENT_PUT,
                  DB_VALUES(db_int(entry), db_text(sealed_event_word(e->kind)), db_int(e->matter.n), db_text(e->person),
                            db_text(e->box), db_text(e->why), db_text(e->note)),
                  err);
}
