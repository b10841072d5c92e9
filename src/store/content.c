/* SPDX-License-Identifier: Apache-2.0
 *
 * content: see content.h. What is read is hashed every time, so that a flipped bit never becomes a figure.
 */
#include "content.h"

bool content_save(struct digest *out, struct db *db, struct str bytes, struct err *err)
{
    *out = sha256_of(bytes);
    struct digest_text text = digest_text(*out);
    struct str name = digest_str(&text);
    if (!db_run(db, SQL_CONTENT_INSERT, DB_VALUES(db_text(name), db_bytes(bytes)), err)) return false;
    struct db_rows rows;
    if (!db_query(&rows, db, SQL_CONTENT_FIND, DB_VALUES(db_text(name)), err)) return false;
    bool same = db_next(&rows) && str_eq(db_column_text(&rows, 0), bytes);
    if (!db_end(&rows, err)) return false;
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), name);
}

bool content_load(struct str *out, struct db *db, struct arena *a, struct digest name, struct err *err)
{
    struct digest_text text = digest_text(name);
    struct str hex = digest_str(&text);
    struct db_rows rows;
    *out = STR("");
    if (!db_query(&rows, db, SQL_CONTENT_FIND, DB_VALUES(db_text(hex)), err)) return false;
    bool found = db_next(&rows);
    if (found) *out = str_copy(a, db_column_text(&rows, 0));
    if (!db_end(&rows, err)) return false;
    if (found && digest_eq(sha256_of(*out), name)) return true;
    return fail(err, ERR_RECORD_BROKEN, db_where(db), hex);
}
