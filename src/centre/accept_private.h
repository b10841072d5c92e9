/* SPDX-License-Identifier: Apache-2.0
 *
 * accept_private: one accept change while it is put together.
 */
#ifndef ACCEPT_PRIVATE_H
#define ACCEPT_PRIVATE_H
#include "accept.h"
#include "map.h"

/* The figure that holds a key, in the record or in this change. */
struct key_holder {
    bool found;
    struct kept_figure figure; /* the id, and what it says */
};

struct accept_batch {
    struct db *db;
    struct arena *arena;
    uint32_t next;   /* id of the next new figure */
    struct map keys; /* key -> place in holders */
    struct {
        VEC_FIELDS(struct key_holder);
    } holders;
    struct {
        VEC_FIELDS(struct accepted);
    } items;
    const struct new_unit *units; /* that the change needs */
    size_t unit_count;
    struct accept_result result;
};

/* A key as one text, for maps. In the arena. */
struct str accept_key_text(struct arena *a, const struct figure_key *k);
[[nodiscard]] bool batch_start(struct accept_batch *b, struct db *db, struct arena *a, struct err *err);
/* Look up who holds these keys, all at once: before batch_holder is asked for any of them. */
[[nodiscard]] bool batch_look(struct accept_batch *b, const struct figure_key *keys, size_t count, struct err *err);
/* Who holds the key of a figure now. The pointer is good until the next call of batch_look. */
struct key_holder *batch_holder(struct accept_batch *b, const struct figure_key *key);
/* Accept a figure statement under item->indicator, unit, period, layer: as a new figure, or as a confirmation of the
 * holder. */
void batch_make(struct accept_batch *b, const struct kept_statement *s, struct accepted item);
void batch_confirm(struct accept_batch *b, const struct kept_statement *s, struct accepted item);
#endif
