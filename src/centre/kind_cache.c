/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_cache: see kind_cache.h. An office has a dozen kinds, so the list is walked through.
 */
#include "kind_cache.h"

bool kind_cached(const struct matter_kind **out, struct kind_cache *cache, struct db *db, struct arena *a,
                 const struct kept_matter *m, struct err *err)
{
    for (size_t i = 0; i < cache->met.len; i++) {
        const struct known_kind *k = &cache->met.at[i];
        *out = &k->kind;
        if (k->version == m->version && str_eq(k->kind.word, m->kind)) return true;
    }
    struct known_kind met = {.version = m->version};
    if (!kind_load(&met.kind, db, db, a, m->kind, m->version, err)) return false;
    struct known_kind *k = vec_push(a, &cache->met);
    *k = met;
    *out = &k->kind;
    return true;
}
