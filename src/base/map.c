/* SPDX-License-Identifier: Apache-2.0
 *
 * map: open addressing with linear steps, at most 3/4 full. See map.h.
 */
#include "map.h"

static bool holds(const struct map_slot *s, struct str key)
{
    return s->len == key.len && (key.len == 0 || memcmp(s->key, key.ptr, key.len) == 0);
}

static struct map_slot *slot_of(struct map_slot *slots, size_t size, struct str key)
{
    size_t i = (size_t)str_hash(key) & (size - 1);
    while (slots[i].key && !holds(&slots[i], key)) i = (i + 1) & (size - 1);
    return &slots[i];
}

uint32_t *map_find(const struct map *m, struct str key)
{
    if (m->size == 0) return NULL;
    struct map_slot *s = slot_of(m->slots, m->size, key);
    return s->key ? &s->value : NULL;
}

static void grow(struct map *m, struct arena *a)
{
    size_t size = m->size ? m->size * 2 : 16;
    struct map_slot *slots = arena_array(a, struct map_slot, size);
    for (size_t i = 0; i < m->size; i++) {
        const struct map_slot *s = &m->slots[i];
        if (s->key) *slot_of(slots, size, (struct str){s->key, s->len}) = *s;
    }
    if (m->slots) arena_forget(m->slots, m->size * sizeof *slots);
    m->slots = slots;
    m->size = size;
}

void map_put(struct map *m, struct arena *a, struct str key, uint32_t value)
{
    if (m->count * 4 >= m->size * 3) grow(m, a);
    struct map_slot *s = slot_of(m->slots, m->size, key);
    if (!s->key) m->count++;
    *s = (struct map_slot){key.ptr ? key.ptr : "", (uint32_t)key.len, value};
}
