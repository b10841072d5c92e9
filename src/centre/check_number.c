/* SPDX-License-Identifier: Apache-2.0
 *
 * check_number: keys become numbers, in the order in which they are first asked for. There may be as many keys as
 * figures (each of a text with a subject of its own), so they stand one after another in one piece of memory and the
 * hash table holds four bytes for each, not its own copy of where a key is: what stands there is compared with the key
 * itself.
 *
 * Keys whose lengths are multiples of four begin at multiples of four, so that lists of numbers can be keys.
 */
#include "check_private.h"

enum { SLOTS_FIRST = 64 };

struct str number_key(const struct numbering *n, uint32_t number)
{
    uint32_t start = number > 1 ? n->ends.at[number - 2] : 0;
    return (struct str){n->keys.at + start, n->ends.at[number - 1] - start};
}

static uint32_t *slot_of(const struct numbering *n, struct str key)
{
    size_t i = (size_t)str_hash(key) & (n->size - 1);
    while (n->slots[i] && !str_eq(number_key(n, n->slots[i]), key)) i = (i + 1) & (n->size - 1);
    return &n->slots[i];
}

static void grow_slots(struct numbering *n, struct arena *a)
{
    if (n->slots) arena_forget(n->slots, n->size * sizeof *n->slots);
    n->size = n->size ? 2 * n->size : SLOTS_FIRST;
    n->slots = arena_array(a, uint32_t, n->size);
    for (uint32_t i = 1; i <= n->ends.len; i++) *slot_of(n, number_key(n, i)) = i;
}

static void grow_keys(struct numbering *n, struct arena *a, size_t more)
{
    while (n->keys.cap - n->keys.len < more)
        n->keys.at = vec_grow(a, n->keys.at, n->keys.len, &n->keys.cap, 1, _Alignof(max_align_t));
}

uint32_t number_of(struct numbering *n, struct arena *a, struct str key)
{
    if (4 * n->ends.len >= 3 * n->size) grow_slots(n, a);
    uint32_t *slot = slot_of(n, key);
    if (*slot) return *slot;
    if (key.len > UINT32_MAX - n->keys.len) return 0;
    grow_keys(n, a, key.len);
    if (key.len) memcpy(n->keys.at + n->keys.len, key.ptr, key.len);
    n->keys.len += key.len;
    *vec_push(a, &n->ends) = (uint32_t)n->keys.len;
    return *slot = (uint32_t)n->ends.len;
}
