/* SPDX-License-Identifier: Apache-2.0
 *
 * copy: a record as a whole to another place, which may be of the other engine: a file that was outgrown to a server,
 * and back. Journal and content are carried over as they are, the tables are made again from them, and both records
 * must then have the same digest.
 */
#ifndef COPY_H
#define COPY_H
#include "rebuild.h"

struct copy_result {
    uint64_t contents, entries;
    struct digest digest; /* of the tables, here and there */
    size_t sealed;        /* boxes that the journal knows; they lie elsewhere (sealed_box.h) and were not copied */
};

/* Told of contents, then of entries; may be NULL. */
struct copy_progress {
    void (*contents)(void *self, uint64_t done);
    struct rebuild_progress entries;
};

/* `to` must be free: a record there is not replaced (ERR_RECORD_EXISTS, ERR_RECORD_OCCUPIED). It is there whole or not
 * at all. Errors also: ERR_COPY_JOURNAL, ERR_COPY_TABLE when the record at `from` is not what it says it is. */
[[nodiscard]] bool copy_record(struct copy_result *out, struct arena *a, struct str from, struct str to,
                               const struct copy_progress *progress, struct err *err);
#endif
