/* SPDX-License-Identifier: Apache-2.0
 *
 * record: see record.h. Whoever opens a record that has tables knows the indicators that its office declared.
 */
#include "record.h"

#include "change.h"
#include "indicator.h"
#include "office_indicators.h"
#include "schema.h"

unsigned record_wait_ms(struct str where)
{
    return db_is_address(where) ? RECORD_WAIT_SERVER_MS : RECORD_WAIT_MS;
}

bool record_init(struct arena *a, struct str where, const struct author *author, struct err *err)
{
    struct db *db;
    if (!db_open(&db, a, where, DB_CREATE, record_wait_ms(where), err)) return false;
    bool ok = db_begin(db, DB_TRANSACTION_WRITE, err) &&
              db_finish(db, schema_create(db, err) && change_init(db, a, author, err), err) && db_publish(db, err);
    if (!ok) db_close(db);
    return ok;
}

static bool open_for(struct db **out, struct arena *a, struct str where, enum db_mode mode, enum schema_need need,
                     struct err *err)
{
    if (!db_open(out, a, where, mode, record_wait_ms(where), err)) return false;
    if (schema_check(*out, need, err)) return true;
    db_close(*out);
    return false;
}

bool record_open(struct db **out, struct arena *a, struct str where, enum db_mode mode, struct err *err)
{
    if (!open_for(out, a, where, mode, SCHEMA_TABLES, err)) return false;
    indicator_own_forget();
    if (office_indicators_use(*out, err)) return true;
    db_close(*out);
    return false;
}

bool record_open_truth(struct db **out, struct arena *a, struct str where, enum db_mode mode, struct err *err)
{
    return open_for(out, a, where, mode, SCHEMA_TRUTH, err);
}
