/* SPDX-License-Identifier: Apache-2.0
 *
 * person_rows: who uses the centre: accounts, what each may do (domain/rights.h), and what happened to them, all by the
 * journal. By what they sign in is not here (access_rows.h).
 *
 * A login is the name under which somebody stands in the journal and in matters ("person"): what he did before he
 * had an account stays his.
 */
#ifndef PERSON_ROWS_H
#define PERSON_ROWS_H
#include "db.h"
#include "rights.h"

struct person {
    struct str login, name;
    struct str unit;    /* id of where he works, or "" */
    struct str contact; /* telephone or mail, as others may see it; or "" */
    bool active;
};
struct persons {
    VEC_FIELDS(struct person); /* by login */
};
/* One where a login is named (none: there is no such person), else all. */
[[nodiscard]] bool person_rows(struct persons *out, struct db *db, struct arena *a, struct str login, struct err *err);
/* The person of a login. ERR_PERSON_MISSING. */
[[nodiscard]] bool person_load(struct person *out, struct db *db, struct arena *a, struct str login, struct err *err);

/* Grants of a person with those that they lean on; of all where the login is "". By id, ended ones too. */
[[nodiscard]] bool person_grants(struct grants *out, struct db *db, struct arena *a, struct str login, struct err *err);

enum person_event_kind {
    PERSON_NEW,
    PERSON_EDIT,
    PERSON_DISABLE,
    PERSON_ENABLE,
    PERSON_GRANT,
    PERSON_REVOKE,
    PERSON_LINK,       /* a link to sign in once was made for him */
    PERSON_PASSWORD,   /* he has set a password */
    PERSON_SECOND,     /* ... begun to use codes by time */
    PERSON_SECOND_END, /* ... or no longer does */
    PERSON_RECOVERY,   /* new recovery codes */
    PERSON_TOKEN,      /* a key for programs */
    PERSON_TOKEN_END,
    PERSON_SESSIONS_END, /* signed out everywhere */
    PERSON_LOCKED,       /* too many wrong passwords */
    PERSON_LOOK,         /* he was shown a matter that few may see; the note is its id */
    PERSON_EVENTS
};
struct str person_event_word(enum person_event_kind k); /* "new", ... */
[[nodiscard]] bool person_event_read(enum person_event_kind *out, struct str word);

/* One thing that happens, as it is told. */
struct person_told {
    enum person_event_kind kind;
    struct person person; /* the login always, the rest of NEW and EDIT */
    struct grant grant;   /* of GRANT, where id is given by the record; of REVOKE the id */
    struct str note;
};
/* One thing that happened. */
struct person_event {
    enum person_event_kind kind;
    struct str person, note, who, time;
    int64_t entry;
};
struct person_events {
    VEC_FIELDS(struct person_event); /* newest first, at most 500 */
};
[[nodiscard]] bool person_events(struct person_events *out, struct db *db, struct arena *a, struct str login,
                                 struct err *err);

/* For change_person.c. */
[[nodiscard]] bool person_save(struct db *db, const struct person *p, int64_t entry, struct err *err);
[[nodiscard]] bool person_grant_save(struct db *db, struct arena *a, const struct grant *g, int64_t entry,
                                     struct err *err);
[[nodiscard]] bool person_event_save(struct db *db, const struct person_told *t, int64_t entry, struct err *err);
#endif
