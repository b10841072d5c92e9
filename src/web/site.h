/* SPDX-License-Identifier: Apache-2.0
 *
 * site: what one running server has: the record that it serves, connections to it, who is signed in. Any number of
 * threads use it at once; each request has a connection of its own, which is given back.
 */
#ifndef SITE_H
#define SITE_H
#include "db.h"
#include "grid.h"
#include "signing.h"

struct site;

struct site_options {
    struct str record;    /* as db_open takes it */
    struct str key;       /* path of the signing key, or "" */
    int64_t (*now)(void); /* seconds since 1970: the only clock */
    enum lang lang;       /* where a visitor asks for none */
    bool plain;           /* no TLS in front: cookies without Secure, and nobody says who asked but the socket */
};

/* The record is opened once, so that what is wrong with it is told at the start. Errors: those of record_open. */
[[nodiscard]] bool site_open(struct site **out, const struct site_options *o, struct err *err);
void site_close(struct site *s);
const struct site_options *site_options(const struct site *s);
const struct signing_key *site_key(const struct site *s); /* NULL: none */

/* A connection, for reading or for writing too, for this thread alone until it is given back. `broken`: it failed, and
 * is closed. */
struct site_connection;
[[nodiscard]] bool site_take(struct site_connection **out, struct db **db, struct site *s, enum db_mode mode,
                             struct err *err);
void site_give(struct site *s, struct site_connection *c, bool broken);

/* The figures of the record as they are now: read once, then followed (grid_follow.h). It stays as it is for as long as
 * the arena lives, whatever is written meanwhile. */
[[nodiscard]] bool site_grid(struct grid **out, struct site *s, struct db *db, struct arena *a, struct err *err);
#endif
