/* SPDX-License-Identifier: Apache-2.0
 *
 * journal: every change of the record, in order. An entry, written as one line of JSON, is a leaf of a Merkle tree
 * (merkle.h); size and root of the tree are the checkpoint.
 *
 *     {"seq":2,"time":"2024-02-15T03:00:00Z","who":"an.nguyen","kind":"reject","payload":{"statements":[7]}}
 *
 * The leaf is exactly such a line, without its end, so that anybody can check an exported journal with any SHA-256.
 */
#ifndef JOURNAL_H
#define JOURNAL_H
#include "checkpoint.h"
#include "db.h"
#include "merkle.h"

/* Who makes a change, and when; given by the caller, because nothing here looks at a clock. */
struct author {
    struct str who;
    int64_t now;                   /* seconds since 1970-01-01T00:00:00Z */
    const struct signing_key *key; /* NULL: none */
    struct str correction;         /* why figures of locked reports are changed (filing_lock.h); "": they are not */
};

struct journal_entry {
    int64_t seq; /* from 1 */
    struct str time, who, kind, payload;
};

void journal_entry_write(struct buf *b, const struct journal_entry *e); /* the line, without its end */
/* The entry of a row of SQL_JOURNAL_ALL or SQL_JOURNAL_FIND: borrowed from the row. */
struct journal_entry journal_entry_of(const struct db_rows *rows);

/* Add an entry and the new checkpoint, inside a write transaction of the caller, read the entry back, and let those
 * know who wait (db_wait). payload: JSON as json_write writes it. A record whose last checkpoint is signed wants the
 * same key. Errors: ERR_KEY_NEEDED, ERR_KEY_OTHER, ERR_RECORD_READ_BACK. The strings of *out live in the arena. */
[[nodiscard]] bool journal_append(struct journal_entry *out, struct db *db, struct arena *a,
                                  const struct author *author, struct str kind, struct str payload, struct err *err);

/* One entry; ERR_ENTRY_MISSING when there is none of that number. */
[[nodiscard]] bool journal_load(struct journal_entry *out, struct db *db, struct arena *a, int64_t seq,
                                struct err *err);

/* The checkpoint row as it stands, without the key; size 0 when there is none. */
[[nodiscard]] bool journal_head(struct checkpoint *out, struct db *db, struct err *err);
/* The checkpoint with the key that the first entry names: what is shown and printed. */
[[nodiscard]] bool journal_checkpoint(struct checkpoint *out, struct db *db, struct arena *a, struct err *err);
/* The entries after `seq`, in order and without their payloads, as far as one transaction sees them. */
struct journal_entries {
    VEC_FIELDS(struct journal_entry);
};
[[nodiscard]] bool journal_list_after(struct journal_entries *out, struct db *db, struct arena *a, int64_t seq,
                                      struct err *err);
#endif
