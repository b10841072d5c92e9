/* SPDX-License-Identifier: Apache-2.0
 *
 * rebuild: see rebuild.h. The journal is read from its first entry to its last and each is applied by the code that
 * applied it when it was made (change_replay). Memory is that of one entry and the document that it names, not of the
 * journal.
 */
#include "rebuild.h"

#include "change.h"
#include "schema.h"

/* One entry at a time and not along a cursor: an entry may make indexes anew, which nobody may be reading beside. */
bool rebuild_tables(int64_t *entries, struct db *tables, struct db *truth, const struct rebuild_progress *progress,
                    struct err *err)
{
    struct checkpoint head;
    bool ok = true;
    *entries = 0;
    if (!journal_head(&head, truth, err)) return false;
    struct arena *a = arena_make(SIZE_MAX);
    while (ok && (uint64_t)*entries < head.size) {
        struct journal_entry e;
        struct arena_mark mark = arena_mark(a);
        ok = journal_load(&e, truth, a, *entries + 1, err) && change_replay(tables, truth, a, &e, err);
        arena_reset(a, mark);
        ++*entries;
        if (progress) progress->tell(progress->self, (uint64_t)*entries, head.size);
    }
    arena_close(a);
    return ok;
}

static bool rebuild_inside(struct rebuild_result *out, struct db *db, const struct rebuild_progress *progress,
                           struct err *err)
{
    struct err unreadable;
    if (!db_savepoint(db, err)) return false;
    out->readable_before = table_digest(&out->before, db, &unreadable);
    if (!out->readable_before && !db_restore(db, err)) return false;
    if (!schema_empty_tables(db, err) || !rebuild_tables(&out->entries, db, db, progress, err) ||
        !table_digest(&out->after, db, err))
        return false;
    out->same = out->readable_before && digest_eq(out->before.all, out->after.all);
    for (size_t i = 0; out->same && i < DIGEST_TABLES; i++)
        out->same = digest_eq(out->before.one[i], out->after.one[i]);
    return true;
}

bool rebuild_record(struct rebuild_result *out, struct db *db, const struct rebuild_progress *progress, struct err *err)
{
    *out = (struct rebuild_result){0};
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, rebuild_inside(out, db, progress, err), err);
}
