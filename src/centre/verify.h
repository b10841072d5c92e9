/* SPDX-License-Identifier: Apache-2.0
 *
 * verify: whether a record is what it says it is: its journal against its checkpoint (and an older one), its content
 * against the names that it stands under, its tables against what journal and content make of an empty record.
 */
#ifndef VERIFY_H
#define VERIFY_H
#include "journal_verify.h"
#include "rebuild.h"

enum verify_fault {
    VERIFY_JOURNAL = 1, /* see journal.fault */
    VERIFY_CONTENT = 2, /* bytes that are not those of their name: content_wrong of them, the first is content_name */
    VERIFY_CONTENT_MISSING = 4, /* content that a document or reading names is not there: content_missing */
    VERIFY_CONTENT_FOREIGN = 8, /* content that nothing names: content_foreign */
    VERIFY_REPLAY = 16,         /* journal and content do not make a record: see replay */
    VERIFY_TABLES = 32          /* tables differ from those that were made again: see table_wrong */
};

struct verify_result {
    unsigned faults; /* enum verify_fault; 0: all is sound */
    struct journal_check journal;
    uint64_t contents, content_wrong, content_missing, content_foreign;
    struct digest_text content_name;
    struct err replay;
    bool table_wrong[DIGEST_TABLES]; /* that of table_digest_name(i) */
    struct digest digest;            /* of the tables as they stand */
};

/* Look at everything; nothing is changed. older may be NULL. False only when the record cannot be read at all. */
[[nodiscard]] bool verify_record(struct verify_result *out, struct db *db, struct arena *a,
                                 const struct checkpoint *older, const struct rebuild_progress *progress,
                                 struct err *err);
#endif
