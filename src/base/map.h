/* SPDX-License-Identifier: Apache-2.0
 *
 * map: str -> uint32_t in an arena. Keys are borrowed, and shorter than 4 GiB. Order of entries is never used: who
 * needs order keeps a list.
 */
#ifndef MAP_H
#define MAP_H
#include "arena.h"
#include "str.h"

struct map_slot {
    const char *key; /* NULL: the slot is free */
    uint32_t len, value;
};

struct map {
    struct map_slot *slots;
    size_t count, size; /* size: 0 or a power of two */
};

/* The value of a key, or NULL. The pointer is good until the next map_put. */
uint32_t *map_find(const struct map *m, struct str key);
/* Set or replace. */
void map_put(struct map *m, struct arena *a, struct str key, uint32_t value);
#endif
