/* SPDX-License-Identifier: Apache-2.0
 *
 * site: see site.h. Connections that nobody uses wait in a list; there are at most READERS_KEPT of them.
 */
#include "site.h"

#include "grid_follow.h"
#include "record.h"

#include <pthread.h>

enum { READERS_KEPT = 32 };

struct site_reader {
    struct arena *arena;
    struct db *db;
    struct site_reader *next;
};

struct site {
    struct site_options options;
    struct arena *arena;
    struct session_store *sessions;
    pthread_mutex_t lock;
    struct site_reader *free;
    size_t free_count;
    pthread_mutex_t following; /* of what follows: one step at a time */
    struct grid_follow follow;
};

static void reader_close(struct site_reader *r)
{
    arena_close(r->arena); /* the connection with it, and the reader */
}

static struct site_reader *waiting(struct site *s)
{
    pthread_mutex_lock(&s->lock);
    struct site_reader *r = s->free;
    if (r) {
        s->free = r->next;
        s->free_count--;
    }
    pthread_mutex_unlock(&s->lock);
    return r;
}

bool site_take(struct site_reader **out, struct db **db, struct site *s, struct err *err)
{
    struct site_reader *r = waiting(s);
    if (!r) {
        struct arena *own = arena_make(SIZE_MAX);
        r = arena_new(own, struct site_reader);
        r->arena = own;
        if (!record_open(&r->db, r->arena, s->options.record, DB_READ, err)) {
            reader_close(r);
            return false;
        }
    }
    *out = r;
    *db = r->db;
    return true;
}

void site_give(struct site *s, struct site_reader *r, bool broken)
{
    pthread_mutex_lock(&s->lock);
    bool keep = !broken && s->free_count < READERS_KEPT;
    if (keep) {
        r->next = s->free;
        s->free = r;
        s->free_count++;
    }
    pthread_mutex_unlock(&s->lock);
    if (!keep) reader_close(r);
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
    struct site_reader *first;
    struct db *db;
    s->arena = own;
    s->options = *o;
    s->options.record = str_copy(s->arena, o->record);
    s->options.by = str_copy(s->arena, o->by);
    s->sessions = session_store_make();
    s->follow = grid_follow_open();
    pthread_mutex_init(&s->lock, NULL);
    pthread_mutex_init(&s->following, NULL);
    if (!site_take(&first, &db, s, err)) {
        site_close(s);
        return false;
    }
    site_give(s, first, false);
    *out = s;
    return true;
}

void site_close(struct site *s)
{
    for (struct site_reader *r; (r = waiting(s));) reader_close(r);
    session_store_close(s->sessions);
    grid_follow_close(&s->follow);
    pthread_mutex_destroy(&s->lock);
    pthread_mutex_destroy(&s->following);
    arena_close(s->arena); /* the site too */
}

const struct site_options *site_options(const struct site *s)
{
    return &s->options;
}

struct session_store *site_sessions(const struct site *s)
{
    return s->sessions;
}
