/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_origin: see matter_origin.h. A pair stands once; an entry that says it twice does not come in.
 */
#include "matter_origin.h"

static struct str shown(char room[16], struct statement_id id)
{
    int len = snprintf(room, 16, "S%u", (unsigned)id.n);
    return (struct str){room, (size_t)len};
}

bool matter_origin_save(struct db *db, struct arena *a, struct statement_id statement, struct matter_id matter,
                        int64_t entry, struct err *err)
{
    struct kept_statement s;
    char room[16];
    if (!statement_load(&s, db, a, statement, err)) return false;
    bool may = s.said.statement.kind == STATEMENT_DIRECTIVE && (s.state == STATE_PROPOSED || s.state == STATE_ACCEPTED);
    if (!may) return fail(err, ERR_MATTER_STATEMENT, shown(room, statement), statement_state_name(s.state));
    if (s.state == STATE_PROPOSED && !statement_decide(db, &statement, NULL, 1, STATE_ACCEPTED, entry, err))
        return false;
    return db_run(db, SQL_MATTER_STATEMENT_INSERT, DB_VALUES(db_int(statement.n), db_int(matter.n), db_int(entry)),
                  err);
}

static bool ids(struct id_list *out, struct db *db, struct arena *a, enum sql sql, uint32_t id, struct err *err)
{
    struct db_rows rows;
    *out = (struct id_list){0};
    if (!db_query(&rows, db, sql, DB_VALUES(db_int(id)), err)) return false;
    while (db_next(&rows)) *vec_push(a, out) = (uint32_t)db_column_int(&rows, 0);
    return db_end(&rows, err);
}

bool matters_of_statement(struct id_list *out, struct db *db, struct arena *a, struct statement_id id, struct err *err)
{
    return ids(out, db, a, SQL_MATTERS_OF_STATEMENT, id.n, err);
}

bool statements_of_matter(struct id_list *out, struct db *db, struct arena *a, struct matter_id id, struct err *err)
{
    return ids(out, db, a, SQL_STATEMENTS_OF_MATTER, id.n, err);
}
