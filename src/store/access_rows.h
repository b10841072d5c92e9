/* SPDX-License-Identifier: Apache-2.0
 *
 * access_rows: by what people sign in, and who has: passwords, keys of codes, recovery codes, links that count once,
 * sessions, tokens of programs, and wrong tries. These rows are no effect of the journal. They stay where they are: a
 * rebuild leaves them alone, a copy and a record of an earlier day do not have them, no digest knows them. That
 * something was set the journal has (person_rows.h).
 *
 * Whatever was given away is kept as its SHA-256 (password.h), a password as argon2id. The key of codes must be kept as
 * it is: the record itself is as secret as that.
 */
#ifndef ACCESS_ROWS_H
#define ACCESS_ROWS_H
#include "db.h"

struct access_secret {
    struct str password; /* argon2id; "": none is set */
    struct str totp;     /* base32; "": no codes by time */
    int64_t step;        /* the last one whose code was used */
    int64_t changed;     /* when the password was set; seconds since 1970, like all times here */
};
/* All empty when there is nothing. */
[[nodiscard]] bool access_secret(struct access_secret *out, struct db *db, struct arena *a, struct str person,
                                 struct err *err);
[[nodiscard]] bool access_secret_save(struct db *db, struct str person, const struct access_secret *s, struct err *err);

enum session_stage {
    SESSION_SECOND, /* the password was right, the code is still to come: good for nothing else */
    SESSION_LINK,   /* signed in by a link: good for setting a password */
    SESSION_WHOLE
};
struct access_session {
    struct str hash, person;
    enum session_stage stage;
    int64_t began, used, proved; /* proved: when a password, or a code, was last given */
    struct str address, agent;   /* where from, with what; of lists */
    struct str pending;          /* a key of codes that is being set up, or "" */
};
struct access_sessions {
    VEC_FIELDS(struct access_session);
};
[[nodiscard]] bool access_session_save(struct db *db, const struct access_session *s, struct err *err);
/* person "": there is none. */
[[nodiscard]] bool access_session(struct access_session *out, struct db *db, struct arena *a, struct str hash,
                                  struct err *err);
[[nodiscard]] bool access_sessions(struct access_sessions *out, struct db *db, struct arena *a, struct str person,
                                   struct err *err);

struct access_token {
    struct str hash, person, name, rights; /* words of rights.h */
    int64_t made, until, used;             /* used 0: never */
};
struct access_tokens {
    VEC_FIELDS(struct access_token);
};
[[nodiscard]] bool access_token_save(struct db *db, const struct access_token *t, struct err *err);
[[nodiscard]] bool access_token(struct access_token *out, struct db *db, struct arena *a, struct str hash,
                                struct err *err);
[[nodiscard]] bool access_tokens(struct access_tokens *out, struct db *db, struct arena *a, struct str person,
                                 struct err *err);

struct access_link {
    struct str person;
    int64_t until;
    bool whole; /* it signs in; else it is good for setting a password */
};
[[nodiscard]] bool access_link(struct access_link *out, struct db *db, struct arena *a, struct str hash,
                               struct err *err);

struct access_try {
    int64_t count, until;
};
[[nodiscard]] bool access_try(struct access_try *out, struct db *db, struct str hash, struct err *err);
#endif
