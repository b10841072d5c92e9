/* SPDX-License-Identifier: Apache-2.0
 *
 * change_private: what the files of change share. One kind of change has three functions: it writes its payload,
 * applies a payload, and compares the rows with the payload.
 */
#ifndef CHANGE_PRIVATE_H
#define CHANGE_PRIVATE_H
#include "change.h"
#include "payload.h"

/* Where an entry takes effect. */
struct effect_place {
    struct db *tables, *truth;
    struct arena *arena;
    int64_t entry;
};

void import_payload(struct buf *b, struct arena *a, const struct import_change *c);
[[nodiscard]] bool import_apply(struct import_effect *out, const struct effect_place *at, struct payload *p,
                                struct err *err);
[[nodiscard]] bool import_compare(const struct import_effect *effect, struct db *db, struct arena *a,
                                  const struct import_change *c, struct err *err);

void accept_payload(struct buf *b, struct arena *a, const struct accept_change *c);
[[nodiscard]] bool accept_apply(const struct effect_place *at, struct payload *p, struct err *err);

void reject_payload(struct buf *b, const struct reject_change *c);
[[nodiscard]] bool reject_apply(const struct effect_place *at, struct payload *p, struct err *err);

void lineage_payload(struct buf *b, struct arena *a, const struct lineage_change *c);
[[nodiscard]] bool lineage_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool units_compare(struct db *db, struct arena *a, const struct new_unit *units, size_t count,
                                 struct err *err);
[[nodiscard]] bool lineage_compare(struct db *db, struct arena *a, const struct lineage_change *c, struct err *err);

void load_payload(struct buf *b, struct arena *a, const struct load_change *c, struct figure_id first);
[[nodiscard]] bool load_apply(uint32_t *id, const struct effect_place *at, struct payload *p, struct err *err);
void unload_payload(struct buf *b, uint32_t load, struct str reason);
[[nodiscard]] bool unload_apply(const struct effect_place *at, struct payload *p, struct err *err);

void formula_payload(struct buf *b, struct arena *a, const struct new_formula *f);
[[nodiscard]] bool formula_apply(uint32_t *id, const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool formula_compare(struct db *db, struct arena *a, uint32_t id, const struct new_formula *f,
                                   struct err *err);
void formula_remove_payload(struct buf *b, const uint32_t *ids, size_t count, struct str reason);
[[nodiscard]] bool formula_remove_apply(const struct effect_place *at, struct payload *p, struct err *err);

/* A day of a payload: no date when the key is not there; p->bad when it is no day. */
struct date payload_date(struct payload *p, const json_t *object, const char *key);

/* "units" of a payload, left out when there are none. */
void units_put(struct json_writer *j, struct arena *a, const struct new_unit *units, size_t count);
[[nodiscard]] bool units_apply(const struct effect_place *at, struct payload *p, struct err *err);

/* ERR_RECORD_BROKEN with the number of the entry. */
bool fail_entry(const struct effect_place *at, struct err *err);
#endif
