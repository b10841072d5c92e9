/* SPDX-License-Identifier: Apache-2.0
 *
 * access: signing in, and all that goes with it. What somebody holds (a cookie, a link, a token) is a random word; the
 * record has its SHA-256. What happened is in the journal as a fact, without anything that helps to sign in.
 *
 *   1. A try is counted before the password is looked at, and taken back when it was right. TRIES_LOGIN wrong ones lock
 *      the login, TRIES_ADDRESS an address, for TRIES_SECONDS; whether there is such a login makes no difference, not
 *      in what is answered and not in how long it takes.
 *   2. A session ends SESSION_IDLE seconds after its last request, and SESSION_LONGEST after it began.
 *   3. A new word is given whenever somebody can do more than before: after the code, after setting a password.
 *   4. A code by time, a recovery code and a link count once.
 */
#ifndef ACCESS_H
#define ACCESS_H
#include "access_rows.h"
#include "change.h"
#include "password.h"

enum {
    SESSION_IDLE = 30 * 60,
    SESSION_LONGEST = 12 * 3600,
    SESSION_SECOND_LIVES = 5 * 60,
    SESSION_PROVED = 10 * 60, /* for how long a password that was given stands for dangerous acts */
    LINK_LIVES = 15 * 60,     /* printed on a terminal */
    LINK_SENT_LIVES = 72 * 3600,
    TRIES_LOGIN = 5,
    TRIES_ADDRESS = 60,
    TRIES_SECONDS = 15 * 60,
    TOKENS_MOST = 20
};

struct access_call {
    struct db *db; /* to write */
    struct arena *arena;
    const struct author *author; /* who, for the journal, and the time */
    struct str address, agent;   /* where from, with what */
};

enum access_answer {
    ACCESS_DONE,
    ACCESS_SECOND, /* the code is still to come */
    ACCESS_WRONG,
    ACCESS_LOCKED, /* the login, or ... */
    ACCESS_BUSY    /* ... the address has tried too often */
};
struct access_result {
    enum access_answer answer;
    struct str cookie; /* of DONE and SECOND: the word of the session */
    int left;          /* of WRONG: tries before the login is locked */
};

/* A link for a person that counts once; those that he had are worth nothing any more. whole: it signs in for
 * everything, which is for who has the record itself in his hands; else for setting a password. The word comes back.
 * ERR_PERSON_MISSING, ERR_PERSON_IDLE. */
[[nodiscard]] bool access_offer(struct str *word, const struct access_call *c, struct str login, bool whole,
                                struct err *err);
/* Whose link it is, as long as it is worth something; "". */
[[nodiscard]] bool access_link_person(struct str *login, struct db *db, struct arena *a, struct str word, int64_t now,
                                      struct err *err);
[[nodiscard]] bool access_take(struct access_result *out, const struct access_call *c, struct str word,
                               struct err *err);

[[nodiscard]] bool access_sign_in(struct access_result *out, const struct access_call *c, struct str login,
                                  struct str password, struct err *err);
/* The second step: a code by time, or a recovery code. */
[[nodiscard]] bool access_second(struct access_result *out, const struct access_call *c, const struct access_session *s,
                                 struct str code, struct err *err);
/* Once more, before a dangerous act: the password of who is signed in. */
[[nodiscard]] bool access_prove(struct access_result *out, const struct access_call *c, const struct access_session *s,
                                struct str password, struct err *err);

/* The session of a cookie; person "": there is none, it is over, or its person is disabled. db may be a reader's. */
[[nodiscard]] bool access_find(struct access_session *out, struct db *db, struct arena *a, struct str cookie,
                               int64_t now, struct err *err);
/* Whether its last request should be written down: once a minute is enough. */
bool access_is_stale(const struct access_session *s, int64_t now);
[[nodiscard]] bool access_touch(const struct access_call *c, const struct access_session *s, struct err *err);
[[nodiscard]] bool access_end(const struct access_call *c, struct str cookie, struct err *err);
/* All sessions of a person but `keep` (a hash, or ""). */
[[nodiscard]] bool access_end_others(const struct access_call *c, struct str login, struct str keep, struct err *err);

/* The person of a session sets a password: all his sessions and links end, and a new one begins. SECOND: he came by a
 * link and has codes by time. ERR_PASSWORD_WEAK. */
[[nodiscard]] bool access_password(struct access_result *out, const struct access_call *c,
                                   const struct access_session *s, struct str password, struct err *err);

/* Codes by time: a key that waits in the session, and then is taken when a code of it is typed (*right). recovery: new
 * recovery codes, shown now and never again. */
struct access_codes {
    struct str at[RECOVERY_CODES];
};
[[nodiscard]] bool access_second_begin(struct str *secret, const struct access_call *c, const struct access_session *s,
                                       struct err *err);
[[nodiscard]] bool access_second_set(bool *right, struct access_codes *recovery, const struct access_call *c,
                                     const struct access_session *s, struct str code, struct err *err);
[[nodiscard]] bool access_second_end(const struct access_call *c, struct str login, struct err *err);
[[nodiscard]] bool access_recovery_new(struct access_codes *out, const struct access_call *c, struct str login,
                                       struct err *err);

/* A token for programs, with some of the rights of its person. The word comes back, once. */
[[nodiscard]] bool access_token_make(struct str *word, const struct access_call *c, struct str login, struct str name,
                                     unsigned rights, int64_t until, struct err *err);
[[nodiscard]] bool access_token_find(struct access_token *out, unsigned *rights, struct db *db, struct arena *a,
                                     struct str word, int64_t now, struct err *err);
/* When it was last used, for who owns it. */
[[nodiscard]] bool access_token_touch(const struct access_call *c, const struct access_token *t, struct err *err);
[[nodiscard]] bool access_token_end(const struct access_call *c, struct str login, struct str hash, struct err *err);
#endif
