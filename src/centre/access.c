/* SPDX-License-Identifier: Apache-2.0
 *
 * access: see access.h; this file has links, signing in and sessions. Passwords are reckoned outside of transactions:
 * one takes as long as some hundred other changes.
 */
#include "access.h"

#include "access_private.h"
#include "buf.h"
#include "totp.h"

static int64_t now_of(const struct access_call *c)
{
    return c->author->now;
}

bool access_tell(const struct access_call *c, enum person_event_kind kind, struct str login, struct str note,
                 struct err *err)
{
    struct author himself = *c->author;
    struct person_told t = {.kind = kind, .person.login = login, .note = note};
    if (!himself.who.len) himself.who = login;
    return change_person(c->db, c->arena, &himself, &t, err);
}

/* --- sessions */

bool access_begin(struct str *cookie, const struct access_call *c, struct str login, enum session_stage stage,
                  bool proved, struct err *err)
{
    struct str word = access_word(c->arena);
    struct access_session s = {.hash = access_word_hash(c->arena, word),
                               .person = login,
                               .stage = stage,
                               .began = now_of(c),
                               .used = now_of(c),
                               .proved = proved ? now_of(c) : 0,
                               .address = c->address,
                               .agent = c->agent};
    *cookie = word;
    return db_run(c->db, SQL_ACCESS_SESSION_SWEEP,
                  DB_VALUES(db_int(now_of(c) - SESSION_IDLE), db_int(now_of(c) - SESSION_LONGEST)), err) &&
           access_session_save(c->db, &s, err);
}

static bool is_over(const struct access_session *s, int64_t now)
{
    int64_t longest = s->stage == SESSION_SECOND ? SESSION_SECOND_LIVES : SESSION_LONGEST;
    return now - s->used > SESSION_IDLE || now - s->began > longest;
}

bool access_find(struct access_session *out, struct db *db, struct arena *a, struct str cookie, int64_t now,
                 struct err *err)
{
    struct persons p = {0};
    *out = (struct access_session){0};
    if (cookie.len != ACCESS_WORD) return true;
    if (!access_session(out, db, a, access_word_hash(a, cookie), err)) return false;
    if (out->person.len && !person_rows(&p, db, a, out->person, err)) return false;
    if (!p.len || !p.at[0].active || is_over(out, now)) *out = (struct access_session){0};
    return true;
}

bool access_is_stale(const struct access_session *s, int64_t now)
{
    return now - s->used >= 60;
}

bool access_touch(const struct access_call *c, const struct access_session *s, struct err *err)
{
    return db_run(c->db, SQL_ACCESS_SESSION_USED, DB_VALUES(db_int(now_of(c)), db_text(s->hash)), err);
}

bool access_end(const struct access_call *c, struct str cookie, struct err *err)
{
    return db_run(c->db, SQL_ACCESS_SESSION_END, DB_VALUES(db_text(access_word_hash(c->arena, cookie))), err);
}

static bool end_others_within(const struct access_call *c, struct str login, struct str keep, struct err *err)
{
    return db_run(c->db, SQL_ACCESS_SESSION_END_OTHERS, DB_VALUES(db_text(login), db_text(keep)), err) &&
           access_tell(c, PERSON_SESSIONS_END, login, STR(""), err);
}

bool access_end_others(const struct access_call *c, struct str login, struct str keep, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, end_others_within(c, login, keep, err), err);
}

/* --- links */

static bool offer_within(const struct access_call *c, struct str word, struct str login, bool whole, struct err *err)
{
    struct person p;
    int64_t until = now_of(c) + (whole ? LINK_LIVES : LINK_SENT_LIVES);
    if (!person_load(&p, c->db, c->arena, login, err)) return false;
    if (!p.active) return fail(err, ERR_PERSON_IDLE, login);
    return db_run(c->db, SQL_ACCESS_LINK_END, DB_VALUES(db_text(login), db_int(now_of(c))), err) &&
           db_run(c->db, SQL_ACCESS_LINK_PUT,
                  DB_VALUES(db_text(access_word_hash(c->arena, word)), db_text(login), db_int(until), db_int(whole)),
                  err) &&
           access_tell(c, PERSON_LINK, login, STR(""), err);
}

bool access_offer(struct str *word, const struct access_call *c, struct str login, bool whole, struct err *err)
{
    *word = access_word(c->arena);
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, offer_within(c, *word, login, whole, err), err);
}

static bool link_now(struct access_link *out, struct db *db, struct arena *a, struct str word, int64_t now,
                     struct err *err)
{
    struct persons p = {0};
    if (!access_link(out, db, a, access_word_hash(a, word), err)) return false;
    if (out->person.len && !person_rows(&p, db, a, out->person, err)) return false;
    if (!p.len || !p.at[0].active || out->until < now) *out = (struct access_link){0};
    return true;
}

bool access_link_person(struct str *login, struct db *db, struct arena *a, struct str word, int64_t now,
                        struct err *err)
{
    struct access_link l;
    if (!link_now(&l, db, a, word, now, err)) return false;
    *login = l.person;
    return true;
}

static bool take_within(struct access_result *out, const struct access_call *c, struct str word, struct err *err)
{
    struct access_link l;
    *out = (struct access_result){.answer = ACCESS_WRONG};
    if (!link_now(&l, c->db, c->arena, word, now_of(c), err)) return false;
    if (!l.person.len) return true;
    out->answer = ACCESS_DONE;
    return db_run(c->db, SQL_ACCESS_LINK_END, DB_VALUES(db_text(l.person), db_int(now_of(c))), err) &&
           access_begin(&out->cookie, c, l.person, l.whole ? SESSION_WHOLE : SESSION_LINK, true, err);
}

bool access_take(struct access_result *out, const struct access_call *c, struct str word, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, take_within(out, c, word, err), err);
}

/* --- tries */

static struct str try_key(const struct access_call *c, struct str family, struct str of)
{
    struct buf b = buf_make(1000);
    buf_put(&b, family);
    buf_put(&b, of);
    struct str hash = access_word_hash(c->arena, buf_str(&b));
    buf_free(&b);
    return hash;
}

/* One more, or one less; `left` what is left of `most` after it, negative: there was none left. */
static bool try_count(int64_t *left, const struct access_call *c, struct str key, int64_t most, int64_t more,
                      struct err *err)
{
    struct access_try t;
    if (!access_try(&t, c->db, key, err)) return false;
    if (t.until < now_of(c)) t = (struct access_try){0, now_of(c) + TRIES_SECONDS};
    *left = most - t.count - more;
    if (*left < 0 || t.count + more < 0) return true;
    t.count += more;
    if (*left == 0) t.until = now_of(c) + TRIES_SECONDS;
    return db_run(c->db, SQL_ACCESS_TRY_PUT, DB_VALUES(db_text(key), db_int(t.count), db_int(t.until)), err);
}

static bool begin_within(struct access_result *out, const struct access_call *c, struct str login, struct err *err)
{
    int64_t of_login, of_address;
    if (!try_count(&of_address, c, try_key(c, STR("address:"), c->address), TRIES_ADDRESS, 1, err) ||
        !try_count(&of_login, c, try_key(c, STR("login:"), login), TRIES_LOGIN, 1, err))
        return false;
    *out = (struct access_result){.answer = of_address < 0 ? ACCESS_BUSY
                                            : of_login < 0 ? ACCESS_LOCKED
                                                           : ACCESS_WRONG,
                                  .left = of_login > 0 ? (int)of_login : 0};
    return true;
}

/* Count a try. The answer is WRONG as long as nothing says better, LOCKED or BUSY when it may not be looked at. */
static bool try_begin(struct access_result *out, const struct access_call *c, struct str login, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, begin_within(out, c, login, err), err);
}

/* It was right: it does not count. all: nor do those before it. */
static bool try_end(const struct access_call *c, struct str login, bool all, struct err *err)
{
    int64_t left;
    struct str key = try_key(c, STR("login:"), login);
    if (!try_count(&left, c, try_key(c, STR("address:"), c->address), TRIES_ADDRESS, -1, err)) return false;
    if (!all) return try_count(&left, c, key, TRIES_LOGIN, -1, err);
    return db_run(c->db, SQL_ACCESS_TRY_END, DB_VALUES(db_text(key), db_int(now_of(c))), err);
}

/* The last try was wrong: the journal has that, where there is such a login. */
static bool tell_locked(const struct access_call *c, const struct access_result *r, struct str login, struct err *err)
{
    struct persons p;
    if (r->left > 0) return true;
    if (!person_rows(&p, c->db, c->arena, login, err)) return false;
    if (!p.len) return true;
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, access_tell(c, PERSON_LOCKED, login, STR(""), err), err);
}

/* --- signing in */

static bool sign_in_within(struct access_result *out, const struct access_call *c, struct str login, bool second,
                           struct err *err)
{
    out->answer = second ? ACCESS_SECOND : ACCESS_DONE;
    return try_end(c, login, !second, err) &&
           access_begin(&out->cookie, c, login, second ? SESSION_SECOND : SESSION_WHOLE, !second, err);
}

static bool password_right(bool *right, struct access_secret *secret, const struct access_call *c, struct str login,
                           struct str password, struct err *err)
{
    struct persons p = {0};
    *secret = (struct access_secret){0};
    if (login.len && !person_rows(&p, c->db, c->arena, login, err)) return false;
    if (p.len && p.at[0].active && !access_secret(secret, c->db, c->arena, login, err)) return false;
    *right = password_fits(secret->password, password);
    return true;
}

bool access_sign_in(struct access_result *out, const struct access_call *c, struct str login, struct str password,
                    struct err *err)
{
    struct access_secret secret;
    bool right;
    if (!try_begin(out, c, login, err)) return false;
    if (out->answer != ACCESS_WRONG) return true;
    if (!password_right(&right, &secret, c, login, password, err)) return false;
    if (!right) return tell_locked(c, out, login, err);
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, sign_in_within(out, c, login, secret.totp.len > 0, err), err);
}

static bool recovery_take(bool *right, const struct access_call *c, struct str login, struct str code, struct err *err)
{
    int64_t count;
    struct str hash = access_word_hash(c->arena, recovery_typed(c->arena, code));
    if (!db_get_int(&count, c->db, SQL_ACCESS_RECOVERY_FIND, DB_VALUES(db_text(hash), db_text(login)), err))
        return false;
    *right = count == 1;
    return !*right || db_run(c->db, SQL_ACCESS_RECOVERY_END, DB_VALUES(db_text(hash)), err);
}

/* A code by time of a later step than the last one that was used, or a recovery code. */
static bool code_take(bool *right, const struct access_call *c, struct str login, struct str code, struct err *err)
{
    struct access_secret secret;
    int64_t step;
    if (!access_secret(&secret, c->db, c->arena, login, err)) return false;
    *right = secret.totp.len && totp_fits(&step, c->arena, secret.totp, recovery_typed(c->arena, code), now_of(c));
    if (!*right) return recovery_take(right, c, login, code, err);
    *right = step > secret.step;
    return !*right || db_run(c->db, SQL_ACCESS_STEP, DB_VALUES(db_int(step), db_text(login), db_int(step)), err);
}

static bool second_within(struct access_result *out, const struct access_call *c, const struct access_session *s,
                          struct str code, struct err *err)
{
    bool right;
    if (!code_take(&right, c, s->person, code, err)) return false;
    if (!right) return true;
    out->answer = ACCESS_DONE;
    return try_end(c, s->person, true, err) &&
           db_run(c->db, SQL_ACCESS_SESSION_END, DB_VALUES(db_text(s->hash)), err) &&
           access_begin(&out->cookie, c, s->person, SESSION_WHOLE, true, err);
}

bool access_second(struct access_result *out, const struct access_call *c, const struct access_session *s,
                   struct str code, struct err *err)
{
    if (!try_begin(out, c, s->person, err)) return false;
    if (out->answer != ACCESS_WRONG) return true;
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    if (!db_finish(c->db, second_within(out, c, s, code, err), err)) return false;
    return out->answer == ACCESS_DONE || tell_locked(c, out, s->person, err);
}

static bool prove_within(const struct access_call *c, const struct access_session *s, struct err *err)
{
    return try_end(c, s->person, true, err) &&
           db_run(c->db, SQL_ACCESS_SESSION_PROVED, DB_VALUES(db_int(now_of(c)), db_text(s->hash)), err);
}

bool access_prove(struct access_result *out, const struct access_call *c, const struct access_session *s,
                  struct str password, struct err *err)
{
    struct access_secret secret;
    bool right;
    if (!try_begin(out, c, s->person, err)) return false;
    if (out->answer != ACCESS_WRONG) return true;
    if (!password_right(&right, &secret, c, s->person, password, err)) return false;
    if (!right) return tell_locked(c, out, s->person, err);
    out->answer = ACCESS_DONE;
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(c->db, prove_within(c, s, err), err);
}
