/* SPDX-License-Identifier: Apache-2.0
 *
 * person_rows: see person_rows.h.
 */
#include "person_rows.h"

#include "buf.h"
#include "columns.h"

static const struct str WORDS[] = {
    STR_INIT("new"),       STR_INIT("edit"),         STR_INIT("disable"),  STR_INIT("enable"),
    STR_INIT("grant"),     STR_INIT("revoke"),       STR_INIT("link"),     STR_INIT("password"),
    STR_INIT("second"),    STR_INIT("second_end"),   STR_INIT("recovery"), STR_INIT("token"),
    STR_INIT("token_end"), STR_INIT("sessions_end"), STR_INIT("locked"),   STR_INIT("look")};
_Static_assert(sizeof WORDS / sizeof *WORDS == PERSON_EVENTS, "a word for each");

struct str person_event_word(enum person_event_kind k)
{
    return WORDS[k];
}

bool person_event_read(enum person_event_kind *out, struct str word)
{
    for (size_t i = 0; i < PERSON_EVENTS; i++) {
        if (!str_eq(WORDS[i], word)) continue;
        *out = (enum person_event_kind)i;
        return true;
    }
    return false;
}

static struct db_value text_or_null(struct str s)
{
    return s.len ? db_text(s) : db_null();
}

bool person_rows(struct persons *out, struct db *db, struct arena *a, struct str login, struct err *err)
{
    struct db_rows rows;
    *out = (struct persons){0};
    if (!db_query(&rows, db, SQL_PERSON_ALL, DB_VALUES(text_or_null(login), db_text(login)), err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct person){.login = column_text(&rows, a, 0),
                                            .name = column_text(&rows, a, 1),
                                            .unit = column_text(&rows, a, 2),
                                            .contact = column_text(&rows, a, 3),
                                            .active = db_column_int(&rows, 4) != 0};
    return db_end(&rows, err);
}

bool person_load(struct person *out, struct db *db, struct arena *a, struct str login, struct err *err)
{
    struct persons all = {0};
    if (login.len && !person_rows(&all, db, a, login, err)) return false;
    if (!all.len) return fail(err, ERR_PERSON_MISSING, login);
    *out = all.at[0];
    return true;
}

static bool column_day(struct date *out, const struct db_rows *rows, size_t column)
{
    struct str s = db_column_text(rows, column);
    *out = (struct date){0};
    return !s.len || date_read(out, s);
}

bool person_grants(struct grants *out, struct db *db, struct arena *a, struct str login, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct grants){0};
    if (!db_query(&rows, db, SQL_PERSON_GRANTS, DB_VALUES(text_or_null(login), db_text(login), db_text(login)), err))
        return false;
    while (right && db_next(&rows)) {
        struct grant *g = vec_push(a, out);
        *g = (struct grant){.id = (uint32_t)db_column_int(&rows, 0),
                            .person = column_text(&rows, a, 1),
                            .role = column_text(&rows, a, 2),
                            .unit = column_text(&rows, a, 3),
                            .fields = column_text(&rows, a, 4),
                            .kinds = column_text(&rows, a, 5),
                            .of = (uint32_t)db_column_int(&rows, 8),
                            .ended = db_column_int(&rows, 9) != 0,
                            .idle = db_column_int(&rows, 10) == 0};
        right = column_day(&g->from, &rows, 6) && column_day(&g->to, &rows, 7);
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("person_grant"));
}

bool person_events(struct person_events *out, struct db *db, struct arena *a, struct str login, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct person_events){0};
    if (!db_query(&rows, db, SQL_PERSON_EVENTS, DB_VALUES(text_or_null(login), db_text(login)), err)) return false;
    while (right && db_next(&rows)) {
        struct person_event *e = vec_push(a, out);
        *e = (struct person_event){.person = column_text(&rows, a, 1),
                                   .note = column_text(&rows, a, 2),
                                   .entry = db_column_int(&rows, 3),
                                   .who = column_text(&rows, a, 4),
                                   .time = column_text(&rows, a, 5)};
        right = person_event_read(&e->kind, db_column_text(&rows, 0));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("person_event"));
}

bool person_save(struct db *db, const struct person *p, int64_t entry, struct err *err)
{
    return db_run(db, SQL_PERSON_PUT,
                  DB_VALUES(db_text(p->login), db_text(p->name), db_text(p->unit), db_text(p->contact),
                            db_int(p->active), db_int(entry)),
                  err);
}

static struct str day_text(struct arena *a, struct date d)
{
    struct buf b = buf_make(20);
    if (date_known(d)) date_write(&b, d);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool person_grant_save(struct db *db, struct arena *a, const struct grant *g, int64_t entry, struct err *err)
{
    return db_run(db, SQL_PERSON_GRANT_PUT,
                  DB_VALUES(db_int(g->id), db_text(g->person), db_text(g->role), db_text(g->unit), db_text(g->fields),
                            db_text(g->kinds), db_text(day_text(a, g->from)), db_text(day_text(a, g->to)),
                            db_int(g->of), db_int(entry)),
                  err);
}

bool person_event_save(struct db *db, const struct person_told *t, int64_t entry, struct err *err)
{
    return db_run(
        db, SQL_PERSON_EVENT_PUT,
        DB_VALUES(db_int(entry), db_text(person_event_word(t->kind)), db_text(t->person.login), db_text(t->note)), err);
}
