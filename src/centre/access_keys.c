/* SPDX-License-Identifier: Apache-2.0
 *
 * access_keys: the part of access.h that is about what people sign in with: passwords, codes, tokens.
 */
#include "access_private.h"
#include "totp.h"

static int64_t now_of(const struct access_call *c)
{
    return c->author->now;
}

/* --- passwords */

/* Who came by a link and uses codes by time still has to give one. */
static bool password_within(struct access_result *out, const struct access_call *c, const struct access_session *s,
                            struct str hash, struct err *err)
{
    struct access_secret secret;
    struct str login = s->person;
    if (!access_secret(&secret, c->db, c->arena, login, err)) return false;
    bool second = s->stage == SESSION_LINK && secret.totp.len;
    secret.password = hash;
    secret.changed = now_of(c);
    out->answer = second ? ACCESS_SECOND : ACCESS_DONE;
    return access_secret_save(c->db, login, &secret, err) &&
           db_run(c->db, SQL_ACCESS_SESSION_END_OTHERS, DB_VALUES(db_text(login), db_text(STR(""))), err) &&
           db_run(c->db, SQL_ACCESS_LINK_END, DB_VALUES(db_text(login), db_int(now_of(c))), err) &&
           access_tell(c, PERSON_PASSWORD, login, STR(""), err) &&
           access_begin(&out->cookie, c, login, second ? SESSION_SECOND : SESSION_WHOLE, !second, err);
}

bool access_password(struct access_result *out, const struct access_call *c, const struct access_session *s,
                     struct str password, struct err *err)
{
    *out = (struct access_result){.answer = ACCESS_WRONG};
    if (!password_is_good(password, s->person)) return fail(err, ERR_PASSWORD_WEAK);
    struct str hash = password_hash(c->arena, password);
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, password_within(out, c, s, hash, err), err);
}

/* --- codes */

bool access_second_begin(struct str *secret, const struct access_call *c, const struct access_session *s,
                         struct err *err)
{
    *secret = totp_secret(c->arena);
    return db_run(c->db, SQL_ACCESS_SESSION_PENDING, DB_VALUES(db_text(*secret), db_text(s->hash)), err);
}

static bool recovery_within(struct access_codes *out, const struct access_call *c, struct str login, struct err *err)
{
    if (!db_run(c->db, SQL_ACCESS_RECOVERY_END_ALL, DB_VALUES(db_text(login)), err)) return false;
    for (size_t i = 0; i < RECOVERY_CODES; i++) {
        out->at[i] = recovery_code(c->arena);
        struct str hash = access_word_hash(c->arena, recovery_typed(c->arena, out->at[i]));
        if (!db_run(c->db, SQL_ACCESS_RECOVERY_PUT, DB_VALUES(db_text(hash), db_text(login)), err)) return false;
    }
    return access_tell(c, PERSON_RECOVERY, login, STR(""), err);
}

bool access_recovery_new(struct access_codes *out, const struct access_call *c, struct str login, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, recovery_within(out, c, login, err), err);
}

static bool set_within(struct access_codes *recovery, const struct access_call *c, const struct access_session *s,
                       int64_t step, struct err *err)
{
    struct access_secret secret;
    if (!access_secret(&secret, c->db, c->arena, s->person, err)) return false;
    secret.totp = s->pending;
    secret.step = step;
    return access_secret_save(c->db, s->person, &secret, err) &&
           db_run(c->db, SQL_ACCESS_SESSION_PENDING, DB_VALUES(db_text(STR("")), db_text(s->hash)), err) &&
           db_run(c->db, SQL_ACCESS_SESSION_END_OTHERS, DB_VALUES(db_text(s->person), db_text(s->hash)), err) &&
           access_tell(c, PERSON_SECOND, s->person, STR(""), err) && recovery_within(recovery, c, s->person, err);
}

bool access_second_set(bool *right, struct access_codes *recovery, const struct access_call *c,
                       const struct access_session *s, struct str code, struct err *err)
{
    int64_t step;
    *right = s->pending.len && totp_fits(&step, c->arena, s->pending, recovery_typed(c->arena, code), now_of(c));
    if (!*right) return true;
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, set_within(recovery, c, s, step, err), err);
}

static bool end_within(const struct access_call *c, struct str login, struct err *err)
{
    struct access_secret secret;
    if (!access_secret(&secret, c->db, c->arena, login, err)) return false;
    if (!secret.totp.len) return true;
    secret.totp = STR("");
    secret.step = 0;
    return access_secret_save(c->db, login, &secret, err) &&
           db_run(c->db, SQL_ACCESS_RECOVERY_END_ALL, DB_VALUES(db_text(login)), err) &&
           access_tell(c, PERSON_SECOND_END, login, STR(""), err);
}

bool access_second_end(const struct access_call *c, struct str login, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, end_within(c, login, err), err);
}

/* --- tokens */

static bool token_within(const struct access_call *c, const struct access_token *t, struct err *err)
{
    return access_token_save(c->db, t, err) && access_tell(c, PERSON_TOKEN, t->person, t->name, err);
}

bool access_token_make(struct str *word, const struct access_call *c, struct str login, struct str name,
                       unsigned rights, int64_t until, struct err *err)
{
    *word = access_word(c->arena);
    struct access_token t = {.hash = access_word_hash(c->arena, *word),
                             .person = login,
                             .name = name,
                             .rights = rights_words(c->arena, rights),
                             .made = now_of(c),
                             .until = until};
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, token_within(c, &t, err), err);
}

bool access_token_find(struct access_token *out, unsigned *rights, struct db *db, struct arena *a, struct str word,
                       int64_t now, struct err *err)
{
    struct persons p = {0};
    *out = (struct access_token){0};
    *rights = 0;
    if (word.len != ACCESS_WORD) return true;
    if (!access_token(out, db, a, access_word_hash(a, word), err)) return false;
    if (out->person.len && !person_rows(&p, db, a, out->person, err)) return false;
    if (!p.len || !p.at[0].active || out->until < now || !rights_read(rights, out->rights))
        *out = (struct access_token){0};
    return true;
}

bool access_token_touch(const struct access_call *c, const struct access_token *t, struct err *err)
{
    return db_run(c->db, SQL_ACCESS_TOKEN_USED, DB_VALUES(db_int(now_of(c)), db_text(t->hash)), err);
}

static bool token_end_within(const struct access_call *c, struct str login, struct str hash, struct err *err)
{
    return db_run(c->db, SQL_ACCESS_TOKEN_END, DB_VALUES(db_text(hash), db_text(hash), db_text(login)), err) &&
           access_tell(c, PERSON_TOKEN_END, login, STR(""), err);
}

bool access_token_end(const struct access_call *c, struct str login, struct str hash, struct err *err)
{
    if (!hash.len) return true; /* all of them end with the account alone */
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, token_end_within(c, login, hash, err), err);
}
