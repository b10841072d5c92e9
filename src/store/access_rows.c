/* SPDX-License-Identifier: Apache-2.0
 *
 * access_rows: see access_rows.h.
 */
#include "access_rows.h"

#include "columns.h"

static const struct str STAGES[] = {STR_INIT("second"), STR_INIT("link"), STR_INIT("whole")};

/* A word that is none is the weakest. */
static enum session_stage stage_of(struct str word)
{
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES; i++)
        if (str_eq(STAGES[i], word)) return (enum session_stage)i;
    return SESSION_SECOND;
}

bool access_secret(struct access_secret *out, struct db *db, struct arena *a, struct str person, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_secret){0};
    if (!db_query(&rows, db, SQL_ACCESS_SECRET_FIND, DB_VALUES(db_text(person)), err)) return false;
    if (db_next(&rows))
        *out = (struct access_secret){column_text(&rows, a, 0), column_text(&rows, a, 1), db_column_int(&rows, 2),
                                      db_column_int(&rows, 3)};
    return db_end(&rows, err);
}

bool access_secret_save(struct db *db, struct str person, const struct access_secret *s, struct err *err)
{
    return db_run(
        db, SQL_ACCESS_SECRET_PUT,
        DB_VALUES(db_text(person), db_text(s->password), db_text(s->totp), db_int(s->step), db_int(s->changed)), err);
}

bool access_session_save(struct db *db, const struct access_session *s, struct err *err)
{
    return db_run(db, SQL_ACCESS_SESSION_PUT,
                  DB_VALUES(db_text(s->hash), db_text(s->person), db_text(STAGES[s->stage]), db_int(s->began),
                            db_int(s->used), db_int(s->proved), db_text(s->address), db_text(s->agent)),
                  err);
}

bool access_session(struct access_session *out, struct db *db, struct arena *a, struct str hash, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_session){0};
    if (!db_query(&rows, db, SQL_ACCESS_SESSION_FIND, DB_VALUES(db_text(hash)), err)) return false;
    if (db_next(&rows))
        *out = (struct access_session){.hash = hash,
                                       .person = column_text(&rows, a, 0),
                                       .stage = stage_of(db_column_text(&rows, 1)),
                                       .began = db_column_int(&rows, 2),
                                       .used = db_column_int(&rows, 3),
                                       .proved = db_column_int(&rows, 4),
                                       .pending = column_text(&rows, a, 5)};
    return db_end(&rows, err);
}

bool access_sessions(struct access_sessions *out, struct db *db, struct arena *a, struct str person, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_sessions){0};
    if (!db_query(&rows, db, SQL_ACCESS_SESSIONS, DB_VALUES(db_text(person)), err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct access_session){.hash = column_text(&rows, a, 0),
                                                    .person = person,
                                                    .stage = stage_of(db_column_text(&rows, 1)),
                                                    .began = db_column_int(&rows, 2),
                                                    .used = db_column_int(&rows, 3),
                                                    .address = column_text(&rows, a, 4),
                                                    .agent = column_text(&rows, a, 5)};
    return db_end(&rows, err);
}

bool access_token_save(struct db *db, const struct access_token *t, struct err *err)
{
    return db_run(db, SQL_ACCESS_TOKEN_PUT,
                  DB_VALUES(db_text(t->hash), db_text(t->person), db_text(t->name), db_text(t->rights), db_int(t->made),
                            db_int(t->until)),
                  err);
}

bool access_token(struct access_token *out, struct db *db, struct arena *a, struct str hash, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_token){0};
    if (!db_query(&rows, db, SQL_ACCESS_TOKEN_FIND, DB_VALUES(db_text(hash)), err)) return false;
    if (db_next(&rows))
        *out = (struct access_token){hash,
                                     column_text(&rows, a, 0),
                                     column_text(&rows, a, 1),
                                     column_text(&rows, a, 2),
                                     db_column_int(&rows, 3),
                                     db_column_int(&rows, 4),
                                     db_column_int(&rows, 5)};
    return db_end(&rows, err);
}

bool access_tokens(struct access_tokens *out, struct db *db, struct arena *a, struct str person, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_tokens){0};
    if (!db_query(&rows, db, SQL_ACCESS_TOKENS, DB_VALUES(db_text(person)), err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct access_token){column_text(&rows, a, 0), person,
                                                  column_text(&rows, a, 1), column_text(&rows, a, 2),
                                                  db_column_int(&rows, 3),  db_column_int(&rows, 4),
                                                  db_column_int(&rows, 5)};
    return db_end(&rows, err);
}

bool access_link(struct access_link *out, struct db *db, struct arena *a, struct str hash, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_link){0};
    if (!db_query(&rows, db, SQL_ACCESS_LINK_FIND, DB_VALUES(db_text(hash)), err)) return false;
    if (db_next(&rows))
        *out = (struct access_link){column_text(&rows, a, 0), db_column_int(&rows, 1), db_column_int(&rows, 2) != 0};
    return db_end(&rows, err);
}

bool access_try(struct access_try *out, struct db *db, struct str hash, struct err *err)
{
    struct db_rows rows;
    *out = (struct access_try){0};
    if (!db_query(&rows, db, SQL_ACCESS_TRY_FIND, DB_VALUES(db_text(hash)), err)) return false;
    if (db_next(&rows)) *out = (struct access_try){db_column_int(&rows, 0), db_column_int(&rows, 1)};
    return db_end(&rows, err);
}
