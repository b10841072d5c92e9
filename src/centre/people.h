/* SPDX-License-Identifier: Apache-2.0
 *
 * people: accounts and roles are given, changed and taken back: each a change of the record in a transaction of its
 * own. Invariant: as long as anybody is there, somebody who is not disabled may look after people everywhere.
 */
#ifndef PEOPLE_H
#define PEOPLE_H
#include "change.h"

struct people_call {
    struct db *db; /* to write */
    struct arena *arena;
    const struct author *author;
    struct str note;
};

/* Errors of all of them: ERR_PERSON_MISSING, ERR_PERSON_LAST and those of change.h. */

/* ERR_PERSON_LOGIN, ERR_PERSON_EXISTS. The unit is an id, or "". */
[[nodiscard]] bool people_new(const struct people_call *c, const struct person *p, struct err *err);
/* Name, unit and contact; "" leaves what is there. */
[[nodiscard]] bool people_edit(const struct people_call *c, const struct person *p, struct err *err);
/* Who is disabled is signed out, his links and tokens are worth nothing. */
[[nodiscard]] bool people_state(const struct people_call *c, struct str login, bool active, struct err *err);
/* id and of are not looked at. ERR_PERSON_ROLE, ERR_PERSON_FIELDS, ERR_PERSON_KINDS, ERR_PERSON_DAYS. */
[[nodiscard]] bool people_grant(const struct people_call *c, const struct grant *g, struct err *err);
/* A grant that `from` has and that holds is given on for some days. ERR_GRANT_MISSING, ERR_GRANT_DELEGATED,
 * ERR_GRANT_PEOPLE, ERR_GRANT_UNTIL, ERR_PERSON_DAYS. */
[[nodiscard]] bool people_delegate(const struct people_call *c, struct str from, uint32_t id, struct str to,
                                   struct date first, struct date last, struct err *err);
/* ERR_GRANT_MISSING. */
[[nodiscard]] bool people_revoke(const struct people_call *c, struct str login, uint32_t id, struct err *err);
/* Where the record has nobody: an administrator of this login, who may also read everything. *made: there was
 * nobody. */
[[nodiscard]] bool people_first(bool *made, const struct people_call *c, struct str login, struct err *err);
/* Somebody is about to be shown a matter that few may see (its id): the journal has it first, once a day (UTC). */
[[nodiscard]] bool people_looked(const struct people_call *c, struct str login, struct str matter, struct err *err);
struct str people_roles_shown(struct arena *a); /* "chair, office, ..." */
/* For people, tr("..."). */
const char *right_name(int i); /* of 1u << i */
const char *person_event_name(enum person_event_kind k);
#endif
