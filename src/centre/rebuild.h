/* SPDX-License-Identifier: Apache-2.0
 *
 * rebuild: the tables of a record, made again from its journal and its content. The same journal gives the same tables,
 * with the same ids, so the digest before and after is the same unless the tables were damaged or an older program had
 * made them.
 */
#ifndef REBUILD_H
#define REBUILD_H
#include "db.h"
#include "table_digest.h"

struct rebuild_result {
    int64_t entries; /* of the journal */
    struct table_digest before, after;
    bool readable_before; /* false: the tables could not even be read, `before` means nothing */
    bool same;
};

/* Told after every entry; may be NULL. */
struct rebuild_progress {
    void (*tell)(void *self, uint64_t done, uint64_t total);
    void *self;
};

/* Throw away all tables but journal and content and make them again, in one transaction. Errors: those of db.h;
 * ERR_RECORD_BROKEN when journal or content are damaged, and then nothing is changed. */
[[nodiscard]] bool rebuild_record(struct rebuild_result *out, struct db *db, const struct rebuild_progress *progress,
                                  struct err *err);

/* Fill the empty tables of `tables` from journal and content of `truth`. Inside transactions of the caller. */
[[nodiscard]] bool rebuild_tables(int64_t *entries, struct db *tables, struct db *truth,
                                  const struct rebuild_progress *progress, struct err *err);
#endif
