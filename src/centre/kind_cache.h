/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_cache: kinds of matter in the versions that a walk over many matters meets, each read once.
 */
#ifndef KIND_CACHE_H
#define KIND_CACHE_H
#include "matter_kinds.h"

struct kind_cache {
    struct known_kinds met;
};
/* The kind of a matter as it was when it began; it stays in the arena. Errors: ERR_KIND_UNKNOWN. */
[[nodiscard]] bool kind_cached(const struct matter_kind **out, struct kind_cache *cache, struct db *db, struct arena *a,
                               const struct kept_matter *m, struct err *err);
#endif
