/* SPDX-License-Identifier: Apache-2.0
 *
 * grid: see grid.h: holding, letting go, and finding. How the next state is made: grid_next.c.
 */
#include "grid_private.h"

#include <pthread.h>

static void layer_drop(struct grid_layer *l)
{
    if (atomic_fetch_sub(&l->references, 1) == 1) arena_close(l->arena);
}

static const struct grid_names NO_NAMES;

struct grid *grid_open(void)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct grid *g = arena_new(a, struct grid);
    g->arena = a;
    g->names = &NO_NAMES;
    atomic_init(&g->references, 1);
    return g;
}

struct grid *grid_hold(struct grid *g)
{
    atomic_fetch_add(&g->references, 1);
    return g;
}

void grid_drop(struct grid *g)
{
    if (!g || atomic_fetch_sub(&g->references, 1) != 1) return;
    for (size_t i = 0; i < g->use_count; i++) layer_drop(g->uses[i].layer);
    arena_close(g->arena);
}

struct grid_size grid_size(const struct grid *g)
{
    const struct grid_names *n = g->names;
    struct grid_size s = {.layers = g->use_count,
                          .units = n->unit_count,
                          .indicators = n->indicator_count,
                          .lanes = n->lane_count,
                          .periods = n->period_count};
    for (uint32_t i = 0; i < n->indicator_count; i++) {
        const struct grid_family *f = g->families[i];
        for (uint32_t k = 0; f && k < f->count; k++) {
            s.figures += f->columns[k]->count;
            s.bytes += f->columns[k]->size;
            s.columns++;
        }
    }
    for (size_t i = 0; i < g->use_count; i++) s.held += arena_held(g->uses[i].layer->arena);
    return s;
}

/* --- the latest state */

struct grid_live {
    struct arena *arena;
    pthread_mutex_t lock; /* held for a few instructions: to take the pointer, or to put the next */
    struct grid *now;
};

struct grid_live *grid_live_open(void)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct grid_live *live = arena_new(a, struct grid_live);
    live->arena = a;
    live->now = grid_open();
    pthread_mutex_init(&live->lock, NULL);
    return live;
}

void grid_live_close(struct grid_live *live)
{
    if (!live) return;
    grid_drop(live->now);
    pthread_mutex_destroy(&live->lock);
    arena_close(live->arena);
}

struct grid *grid_live_hold(struct grid_live *live)
{
    pthread_mutex_lock(&live->lock);
    struct grid *g = grid_hold(live->now);
    pthread_mutex_unlock(&live->lock);
    return g;
}

void grid_live_commit(struct grid_live *live, const struct grid_batch *batch)
{
    struct grid *next = grid_next(live->now, batch); /* one writer: nobody else puts */
    pthread_mutex_lock(&live->lock);
    struct grid *before = live->now;
    live->now = next;
    pthread_mutex_unlock(&live->lock);
    grid_drop(before);
}

/* --- finding */

static uint32_t place_of(const struct map *m, struct str name)
{
    const uint32_t *at = map_find(m, name);
    return at ? *at : GRID_NONE;
}

uint32_t grid_unit_find(const struct grid *g, struct str unit)
{
    return place_of(&g->names->unit_of, unit);
}

uint32_t grid_indicator_find(const struct grid *g, struct str code)
{
    return place_of(&g->names->indicator_of, code);
}

uint32_t grid_period_find(const struct grid *g, struct period p)
{
    for (uint32_t i = 0; i < g->names->period_count; i++)
        if (period_eq(g->names->periods[i], p)) return i;
    return GRID_NONE;
}

struct str grid_unit(const struct grid *g, uint32_t slot)
{
    return g->names->units[slot];
}

struct str grid_indicator(const struct grid *g, uint32_t indicator)
{
    return g->names->indicators[indicator];
}

struct period grid_period(const struct grid *g, uint32_t period)
{
    return g->names->periods[period];
}

const struct grid_lane *grid_lane(const struct grid *g, uint32_t lane)
{
    return &g->names->lanes[lane];
}

const struct grid_column *family_find(const struct grid_family *f, uint64_t key)
{
    uint32_t low = 0, high = f ? f->count : 0;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (f->keys[mid] < key)
            low = mid + 1;
        else
            high = mid;
    }
    return f && low < f->count && f->keys[low] == key ? f->columns[low] : NULL;
}

struct grid_cell column_cell(const struct grid *g, const struct grid_column *c, uint64_t key, uint32_t at)
{
    struct grid_cell out = {
        .known = true,
        .id = grid_column_id(c, at),
        .lane = (uint32_t)(key >> 32),
        .period = (uint32_t)key,
        .value = grid_column_decimal(c, at),
        .measure = g->names->measures[c->measure],
    };
    const struct grid_aside *aside = c->aside_count ? grid_column_aside(c, at) : NULL;
    if (!aside) return out;
    out.measure = g->names->measures[aside->measure];
    out.bound = aside->bound;
    out.has_max = aside->has_max;
    out.has_of = aside->has_of;
    out.max = aside->max;
    out.of = aside->of;
    return out;
}
