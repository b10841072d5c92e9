/* SPDX-License-Identifier: Apache-2.0
 *
 * rights: who may do what. A role (data/roles.tsv) is a set of rights; a grant gives a person a role over a unit and
 * all that lies under it, perhaps only for some indicators (by the letters with which their codes begin) or some
 * kinds of matters, perhaps only from one day to another. Rights add up; nothing takes one away.
 *
 * A delegation is a grant that leans on another one (`of`): it gives what that one gives, to somebody else, and is
 * worth nothing any more when that one is. It is not delegated further, and the right to look after people never is.
 */
#ifndef RIGHTS_H
#define RIGHTS_H
#include "arena.h"
#include "date.h"
#include "str.h"

enum right {
    MAY_READ = 1u << 0,      /* figures, their evidence and verdicts */
    MAY_DOCUMENTS = 1u << 1, /* texts */
    MAY_WORK = 1u << 2,      /* matters that are not sensitive */
    MAY_SENSITIVE = 1u << 3, /* those that are, too */
    MAY_ENTER = 1u << 4,
    MAY_ACCEPT = 1u << 5,
    MAY_ASSIGN = 1u << 6,
    MAY_JOURNAL = 1u << 7,
    MAY_PEOPLE = 1u << 8 /* accounts and roles */
};
enum { RIGHTS = 9 };
struct str right_word(int i); /* of 1u << i: "read", ... */
/* "read documents" -> flags; false: there is no such word. */
[[nodiscard]] bool rights_read(unsigned *out, struct str words);
struct str rights_words(struct arena *a, unsigned rights); /* with ' ' between them */

struct role {
    struct str code, name, english;
    unsigned rights; /* of enum right */
    struct str source;
};
const struct role *roles_all(size_t *count);
const struct role *role_find(struct str code); /* NULL */

struct grant {
    uint32_t id;
    struct str person, role;
    struct str unit;      /* id; "": every unit */
    struct str fields;    /* "C D1": indicators whose codes begin so; "": all */
    struct str kinds;     /* "task dossier": kinds of matters; "": all */
    struct date from, to; /* both included; unknown: open */
    uint32_t of;          /* the grant that it leans on; 0: none */
    bool ended;           /* it was taken back */
    bool idle;            /* its person is disabled */
};
struct grants {
    VEC_FIELDS(struct grant);
};

/* Whether a grant counts on a day; `all` holds the one that it leans on, if any. */
bool grant_holds(const struct grants *all, const struct grant *g, struct date on);

/* What is to be done with what. */
struct right_question {
    unsigned right;          /* one of them */
    const struct str *units; /* what it is about, and what that lies in; nearest first */
    size_t unit_count;
    bool whole;                 /* about no unit: over everything is asked for, unless `any` */
    bool any;                   /* about nothing in particular: one grant is enough, wherever */
    struct str indicator, kind; /* "": not one of these */
    struct date on;
};
/* Whether the grants of a person, among all that are given here, allow it. */
bool rights_allow(const struct grants *all, struct str person, const struct right_question *q);
/* All rights that a person has somewhere on a day. */
unsigned rights_somewhere(const struct grants *all, struct str person, struct date on);
#endif
