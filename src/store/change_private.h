/* SPDX-License-Identifier: Apache-2.0
 *
 * change_private: what the files of change share. One kind of change has three functions: it writes its payload,
 * applies a payload, and compares the rows with the payload.
 */
#ifndef CHANGE_PRIVATE_H
#define CHANGE_PRIVATE_H
#include "change.h"
#include "correction.h"
#include "payload.h"

/* Where an entry takes effect. */
struct effect_place {
    struct db *tables, *truth;
    struct arena *arena;
    int64_t entry;
};

/* Append the entry and open its payload as it was written: from here on the values of the caller are not looked at. The
 * payload is freed; p is to be closed when it succeeds. */
[[nodiscard]] bool change_append(struct effect_place *at, struct payload *p, struct db *db, struct arena *a,
                                 const struct author *author, struct str kind, struct buf *payload, struct err *err);

void import_payload(struct buf *b, struct arena *a, const struct import_change *c);
[[nodiscard]] bool import_apply(struct import_effect *out, const struct effect_place *at, struct payload *p,
                                struct err *err);
[[nodiscard]] bool import_compare(const struct import_effect *effect, struct db *db, struct arena *a,
                                  const struct import_change *c, struct err *err);

void accept_payload(struct buf *b, struct arena *a, const struct accept_change *c, const struct corrected *corrected);
[[nodiscard]] bool accept_watch(struct lock_watch *w, const struct accept_change *c, struct err *err);
[[nodiscard]] bool accept_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool accept_compare(struct db *db, struct arena *a, const struct accept_change *c, struct err *err);

void reject_payload(struct buf *b, struct arena *a, const struct reject_change *c, const struct corrected *corrected);
[[nodiscard]] bool reject_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool reject_compare(struct db *db, struct arena *a, const struct reject_change *c, struct err *err);

void lineage_payload(struct buf *b, struct arena *a, const struct lineage_change *c);
[[nodiscard]] bool lineage_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool units_compare(struct db *db, struct arena *a, const struct new_unit *units, size_t count,
                                 struct err *err);
[[nodiscard]] bool lineage_compare(struct db *db, struct arena *a, const struct lineage_change *c, struct err *err);

void load_payload(struct buf *b, struct arena *a, const struct load_change *c, struct figure_id first,
                  const struct corrected *corrected);
[[nodiscard]] bool load_watch(struct lock_watch *w, const struct load_change *c, struct figure_id first,
                              struct err *err);
[[nodiscard]] bool load_apply(uint32_t *id, const struct effect_place *at, struct payload *p, struct err *err);
void unload_payload(struct buf *b, struct arena *a, uint32_t load, struct str reason,
                    const struct corrected *corrected);
[[nodiscard]] bool unload_watch(struct lock_watch *w, struct db *truth, uint32_t load, struct err *err);
[[nodiscard]] bool unload_apply(const struct effect_place *at, struct payload *p, struct err *err);

void definition_payload(struct buf *b, struct arena *a, const struct report_definition *d);
[[nodiscard]] bool definition_apply(const struct effect_place *at, struct payload *p, struct err *err);
void requirement_payload(struct buf *b, struct arena *a, const struct kept_requirement *r);
[[nodiscard]] bool requirement_apply(const struct effect_place *at, struct payload *p, struct err *err);
void filing_open_payload(struct buf *b, struct arena *a, const struct filing_open_change *c);
[[nodiscard]] bool filing_open_apply(struct filing_id *id, const struct effect_place *at, struct payload *p,
                                     struct err *err);
void filing_move_payload(struct buf *b, struct arena *a, const struct filing_event *e,
                         const struct locked_list *locked);
[[nodiscard]] bool filing_move_apply(const struct effect_place *at, struct payload *p, struct err *err);

/* What the applying of an entry has to watch: nothing when it is a correction. */
[[nodiscard]] bool watch_entry(struct lock_watch *w, const struct effect_place *at, const struct payload *p,
                               struct err *err);

void programme_payload(struct buf *b, struct arena *a, const struct programme_change *c);
[[nodiscard]] bool programme_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool programme_compare(struct db *db, struct arena *a, const struct programme_change *c, struct err *err);
void judgement_payload(struct buf *b, struct arena *a, const struct kept_judgement *g);
[[nodiscard]] bool judgement_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool judgement_compare(struct db *db, struct arena *a, const struct kept_judgement *g, struct err *err);
void note_payload(struct buf *b, struct arena *a, const struct kept_note *n);
[[nodiscard]] bool note_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool note_compare(struct db *db, struct arena *a, const struct kept_note *n, struct err *err);

void formula_payload(struct buf *b, struct arena *a, const struct new_formula *f);
[[nodiscard]] bool formula_apply(uint32_t *id, const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool formula_compare(struct db *db, struct arena *a, uint32_t id, const struct new_formula *f,
                                   struct err *err);
void formula_remove_payload(struct buf *b, const uint32_t *ids, size_t count, struct str reason);
[[nodiscard]] bool formula_remove_apply(const struct effect_place *at, struct payload *p, struct err *err);

[[nodiscard]] bool indicators_apply(const struct effect_place *at, struct payload *p, struct err *err);

[[nodiscard]] bool kind_apply(struct kept_kind *out, const struct effect_place *at, struct payload *p, struct err *err);
/* out: each matter after its event. */
[[nodiscard]] bool matters_apply(struct matter_list *out, const struct effect_place *at, struct payload *p,
                                 struct err *err);

/* The kind of the event before: many of one entry are mostly of one kind, and reading one is most of their cost. */
struct last_kind {
    struct str word;
    uint32_t version;
    struct matter_kind kind;
};
[[nodiscard]] bool matter_kind_again(struct last_kind *l, const struct effect_place *at, struct str word,
                                     uint32_t version, struct err *err);
/* One event of a payload; *m is the matter after it. */
[[nodiscard]] bool matter_told_apply(struct kept_matter *m, struct last_kind *l, const struct effect_place *at,
                                     struct payload *p, const json_t *event, struct err *err);
[[nodiscard]] bool matter_list_apply(const struct effect_place *at, struct payload *p, struct err *err);

/* Of an entry `project`: its contracts and allotments (change_contract.c). */
struct json_writer;
void contract_payload(struct json_writer *j, struct arena *a, const struct project_change *c);
[[nodiscard]] bool contract_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool project_apply(const struct effect_place *at, struct payload *p, struct err *err);

[[nodiscard]] bool register_def_apply(struct kept_register *out, const struct effect_place *at, struct payload *p,
                                      struct err *err);
/* out: each entry after its event. */
[[nodiscard]] bool registers_apply(struct register_entries *out, const struct effect_place *at, struct payload *p,
                                   struct err *err);

[[nodiscard]] bool origin_document_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool filter_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool person_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool sealed_apply(const struct effect_place *at, struct payload *p, struct err *err);

[[nodiscard]] bool notice_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool swap_apply(const struct effect_place *at, struct payload *p, struct err *err);

[[nodiscard]] bool remind_rule_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool outlet_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool contact_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool deliveries_apply(const struct effect_place *at, struct payload *p, struct err *err);
[[nodiscard]] bool delivery_attempt_apply(const struct effect_place *at, struct payload *p, struct err *err);

/* A day of a payload: no date when the key is not there; p->bad when it is no day. */
struct date payload_date(struct payload *p, const json_t *object, const char *key);

/* "units" of a payload, left out when there are none. */
void units_put(struct json_writer *j, struct arena *a, const struct new_unit *units, size_t count);
[[nodiscard]] bool units_apply(const struct effect_place *at, struct payload *p, struct err *err);

/* ERR_RECORD_BROKEN with the number of the entry. */
bool fail_entry(const struct effect_place *at, struct err *err);
#endif
