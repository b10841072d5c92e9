/* SPDX-License-Identifier: Apache-2.0
 *
 * site: see site.h. Connections that nobody uses wait in a list; there are at most READERS_KEPT and WRITERS_KEPT of
 * them.
 */
#include "site.h"

#include "grid_follow.h"
#include "record.h"

#include <pthread.h>

enum { READERS_KEPT = 32, WRITERS_KEPT = 4 };

struct site_connection {
    struct arena *arena;
    struct db *db;
    enum db_mode mode;
    struct site_connection *next;
};

struct waiting {
    struct site_connection *first;
    size_t count, most;
};

struct site {
    struct site_options options;
    struct arena *arena;
    struct signing_key *key;
    pthread_mutex_t lock;
    struct waiting readers, writers;
    pthread_mutex_t following; /* of what follows: one step at a time */
    struct grid_follow follow;
};

static struct waiting *waiting_of(struct site *s, enum db_mode mode)
{
    return mode == DB_READ ? &s->readers : &s->writers;
}

static void connection_close(struct site_connection *c)
{
    arena_close(c->arena); /* the connection with it, and what holds it */
}

static struct site_connection *next_of(struct site *s, struct waiting *w)
{
    pthread_mutex_lock(&s->lock);
    struct site_connection *c = w->first;
    if (c) {
        w->first = c->next;
        w->count--;
    }
    pthread_mutex_unlock(&s->lock);
    return c;
}

bool site_take(struct site_connection **out, struct db **db, struct site *s, enum db_mode mode, struct err *err)
{
    struct site_connection *c = next_of(s, waiting_of(s, mode));
    if (!c) {
        struct arena *own = arena_make(SIZE_MAX);
        c = arena_new(own, struct site_connection);
        c->arena = own;
        c->mode = mode;
        if (!record_open(&c->db, c->arena, s->options.record, mode, err)) {
            connection_close(c);
            return false;
        }
    }
    *out = c;
    *db = c->db;
    return true;
}

void site_give(struct site *s, struct site_connection *c, bool broken)
{
    struct waiting *w = waiting_of(s, c->mode);
    pthread_mutex_lock(&s->lock);
    bool keep = !broken && w->count < w->most;
    if (keep) {
        c->next = w->first;
        w->first = c;
        w->count++;
    }
    pthread_mutex_unlock(&s->lock);
    if (!keep) connection_close(c);
}

static void let_go(void *grid)
{
    grid_drop(grid);
}

bool site_grid(struct grid **out, struct site *s, struct db *db, struct arena *a, struct err *err)
{
    struct followed news;
    pthread_mutex_lock(&s->following);
    bool good = grid_follow_step(&news, &s->follow, db, a, err);
    if (good) *out = grid_hold(s->follow.grid);
    pthread_mutex_unlock(&s->following);
    if (good) arena_defer(a, let_go, *out);
    return good;
}

bool site_open(struct site **out, const struct site_options *o, struct err *err)
{
    struct arena *own = arena_make(SIZE_MAX);
    struct site *s = arena_new(own, struct site);
    struct site_connection *first;
    struct db *db;
    s->arena = own;
    s->options = *o;
    s->options.record = str_copy(s->arena, o->record);
    s->readers.most = READERS_KEPT;
    s->writers.most = WRITERS_KEPT;
    s->follow = grid_follow_open();
    pthread_mutex_init(&s->lock, NULL);
    pthread_mutex_init(&s->following, NULL);
    bool ok = true;
    if (o->key.len) {
        s->key = arena_new(s->arena, struct signing_key);
        ok = signing_key_load(s->key, s->arena, o->key, err);
    }
    if (!ok || !site_take(&first, &db, s, DB_READ, err)) {
        site_close(s);
        return false;
    }
    site_give(s, first, false);
    *out = s;
    return true;
}

void site_close(struct site *s)
{
    for (struct site_connection *c; (c = next_of(s, &s->readers));) connection_close(c);
    for (struct site_connection *c; (c = next_of(s, &s->writers));) connection_close(c);
    grid_follow_close(&s->follow);
    pthread_mutex_destroy(&s->lock);
    pthread_mutex_destroy(&s->following);
    arena_close(s->arena); /* the site too */
}

const struct site_options *site_options(const struct site *s)
{
    return &s->options;
}

const struct signing_key *site_key(const struct site *s)
{
    return s->key;
}
