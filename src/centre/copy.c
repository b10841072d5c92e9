/* SPDX-License-Identifier: Apache-2.0
 *
 * copy: see copy.h. The old record is read in one state, so it may be written meanwhile; the new one is written in one
 * transaction and gets its name when all has been compared.
 */
#include "copy.h"

#include "journal_verify.h"
#include "record.h"
#include "schema.h"
#include "sealed_rows.h"
#include "truth.h"

/* What was written must be a sound record with the tables of the old one. */
static bool compare(struct copy_result *out, struct db *to, struct db *from, struct arena *a, struct err *err)
{
    struct journal_check journal;
    struct table_digest old, new;
    if (!journal_verify(&journal, to, a, NULL, err)) return false;
    if (journal.fault != JOURNAL_SOUND)
        return fail(err, ERR_COPY_JOURNAL, db_where(from), journal_fault_name(journal.fault));
    if (!table_digest(&old, from, err) || !table_digest(&new, to, err)) return false;
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_eq(old.one[i], new.one[i])) return fail(err, ERR_COPY_TABLE, db_where(from), table_digest_name(i));
    out->digest = new.all;
    return true;
}

/* The inside of both transactions. */
static bool copy_inside(struct copy_result *out, struct db *to, struct db *from, struct arena *a,
                        const struct copy_progress *progress, struct err *err)
{
    struct truth_copied copied;
    int64_t entries;
    struct truth_progress told = {0};
    if (progress) told = (struct truth_progress){progress->contents, progress->entries.self};
    if (!schema_create(to, err) || !truth_copy(&copied, to, from, progress ? &told : NULL, err) ||
        !rebuild_tables(&entries, to, to, progress ? &progress->entries : NULL, err))
        return false;
    out->contents = copied.contents;
    out->entries = copied.entries;
    struct kept_boxes boxes;
    if (!sealed_boxes(&boxes, to, a, (struct matter_id){0}, err)) return false;
    out->sealed = boxes.len;
    return compare(out, to, from, a, err);
}

static bool copy_into(struct copy_result *out, struct db *to, struct db *from, struct arena *a,
                      const struct copy_progress *progress, struct err *err)
{
    if (!db_begin(from, DB_TRANSACTION_READ, err)) return false;
    bool ok = db_begin(to, DB_TRANSACTION_WRITE, err) &&
              db_finish(to, copy_inside(out, to, from, a, progress, err), err);
    db_rollback(from);
    return ok && db_publish(to, err);
}

bool copy_record(struct copy_result *out, struct arena *a, struct str from, struct str to,
                 const struct copy_progress *progress, struct err *err)
{
    struct db *old, *new;
    *out = (struct copy_result){0};
    if (!record_open(&old, a, from, DB_READ, err)) return false;
    bool ok = db_open(&new, a, to, DB_CREATE, record_wait_ms(to), err);
    if (ok) {
        ok = copy_into(out, new, old, a, progress, err);
        if (!ok) db_close(new);
    }
    db_close(old);
    return ok;
}
