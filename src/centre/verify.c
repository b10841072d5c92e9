/* SPDX-License-Identifier: Apache-2.0
 *
 * verify: see verify.h. Everything is looked at in one read transaction, so a record that is being written meanwhile is
 * seen in one state. The tables are made again in a nameless database, which spills to the disk when it grows.
 */
#include "verify.h"

#include "schema.h"

static bool verify_content(struct verify_result *out, struct db *db, struct err *err)
{
    struct db_rows rows;
    if (!db_query(&rows, db, SQL_CONTENT_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        struct digest_text name = digest_text(sha256_of(db_column_text(&rows, 1)));
        out->contents++;
        if (str_eq(digest_str(&name), db_column_text(&rows, 0))) continue;
        struct str said = db_column_text(&rows, 0);
        if (out->content_wrong++ == 0)
            memcpy(out->content_name.digit, said.ptr, said.len < SHA256_HEX ? said.len : SHA256_HEX);
    }
    if (!db_end(&rows, err)) return false;
    int64_t missing, foreign;
    if (!db_get_int(&missing, db, SQL_CONTENT_COUNT_MISSING, DB_NO_VALUES, err) ||
        !db_get_int(&foreign, db, SQL_CONTENT_COUNT_FOREIGN, DB_NO_VALUES, err))
        return false;
    out->content_missing = (uint64_t)missing;
    out->content_foreign = (uint64_t)foreign;
    if (out->content_wrong) out->faults |= VERIFY_CONTENT;
    if (missing) out->faults |= VERIFY_CONTENT_MISSING;
    if (foreign) out->faults |= VERIFY_CONTENT_FOREIGN;
    return true;
}

/* The tables that journal and content make. A failure is a finding. */
static bool made_again(struct table_digest *out, struct db *db, struct arena *a,
                       const struct rebuild_progress *progress, struct err *err)
{
    struct db *again;
    int64_t entries;
    if (!db_open(&again, a, STR(""), DB_SCRATCH, 0, err)) return false;
    bool ok = db_begin(again, DB_TRANSACTION_WRITE, err) && schema_create(again, err) &&
              rebuild_tables(&entries, again, db, progress, err) && table_digest(out, again, err);
    db_close(again);
    return ok;
}

static bool verify_tables(struct verify_result *out, struct db *db, struct arena *a,
                          const struct rebuild_progress *progress, struct err *err)
{
    struct table_digest as_is, again;
    if (!table_digest(&as_is, db, err)) return false;
    out->digest = as_is.all;
    if (!made_again(&again, db, a, progress, &out->replay)) {
        out->faults |= VERIFY_REPLAY;
        return true;
    }
    for (size_t i = 0; i < DIGEST_TABLES; i++) out->table_wrong[i] = !digest_eq(as_is.one[i], again.one[i]);
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (out->table_wrong[i]) out->faults |= VERIFY_TABLES;
    return true;
}

bool verify_record(struct verify_result *out, struct db *db, struct arena *a, const struct checkpoint *older,
                   const struct rebuild_progress *progress, struct err *err)
{
    *out = (struct verify_result){0};
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = journal_verify(&out->journal, db, a, older, err) && verify_content(out, db, err) &&
              verify_tables(out, db, a, progress, err);
    db_rollback(db);
    if (out->journal.fault != JOURNAL_SOUND) out->faults |= VERIFY_JOURNAL;
    return ok;
}
