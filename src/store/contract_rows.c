/* SPDX-License-Identifier: Apache-2.0
 *
 * contract_rows: see contract_rows.h. Days are text, "" when unknown.
 */
#include "contract_rows.h"

#include "buf.h"
#include "columns.h"
#include "project_id.h"
#include "said.h"

static struct date day_of(const struct db_rows *row, size_t column)
{
    struct date d;
    return date_read(&d, db_column_text(row, column)) ? d : (struct date){0};
}

static bool broken(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

struct str contract_shown(struct arena *a, uint32_t id)
{
    return project_id_shown(a, 'G', id);
}

struct str allot_shown(struct arena *a, uint32_t id)
{
    return project_id_shown(a, 'P', id);
}

bool contract_id_read(uint32_t *out, struct str s)
{
    return project_id_read(out, 'g', s);
}

bool allot_id_read(uint32_t *out, struct str s)
{
    return project_id_read(out, 'p', s);
}

/* --- contracts */

static bool contract_read(struct kept_contract *out, struct arena *a, const struct db_rows *row)
{
    *out = (struct kept_contract){.id = (uint32_t)db_column_int(row, 0),
                                  .step = (uint32_t)db_column_int(row, 1),
                                  .project = {(uint32_t)db_column_int(row, 2)},
                                  .number = column_text(row, a, 3),
                                  .package = column_text(row, a, 4),
                                  .contractor = column_text(row, a, 5),
                                  .signed_on = day_of(row, 8),
                                  .finish = day_of(row, 9),
                                  .guarantee_to = day_of(row, 10),
                                  .recover_by = day_of(row, 11),
                                  .ended = day_of(row, 12),
                                  .day = day_of(row, 13),
                                  .note = column_text(row, a, 14),
                                  .entry = db_column_int(row, 15),
                                  .who = column_text(row, a, 16),
                                  .time = column_text(row, a, 17)};
    return column_decimal(&out->value, &out->has_value, row, 6) && out->has_value;
}

bool contract_rows(struct kept_contracts *out, struct db *db, struct arena *a, struct matter_id project,
                   struct err *err)
{
    struct db_rows row;
    bool one = project.n != 0, right = true;
    *out = (struct kept_contracts){0};
    if (!db_query(&row, db, one ? SQL_PROJECT_CONTRACTS_OF : SQL_PROJECT_CONTRACTS_ALL,
                  one ? DB_VALUES(db_int(project.n)) : DB_NO_VALUES, err))
        return false;
    while (right && db_next(&row)) right = contract_read(vec_push(a, out), a, &row);
    return db_end(&row, err) && (right || broken(db, "project_contract", err));
}

bool contract_find(struct kept_contract *out, bool *found, struct db *db, struct arena *a, uint32_t id, struct err *err)
{
    struct db_rows row;
    bool right = true;
    *found = false;
    if (!db_query(&row, db, SQL_PROJECT_CONTRACT_FIND, DB_VALUES(db_int(id)), err)) return false;
    while (right && db_next(&row)) {
        *found = true;
        right = contract_read(out, a, &row);
    }
    return db_end(&row, err) && (right || broken(db, "project_contract", err));
}

bool contract_next(uint32_t *out, struct db *db, struct err *err)
{
    return column_count_id(out, db, SQL_PROJECT_CONTRACT_LAST, err);
}

bool contract_insert(struct db *db, struct arena *a, const struct kept_contract *g, struct err *err)
{
    return db_run(db, SQL_PROJECT_CONTRACT_INSERT,
                  DB_VALUES(db_int(g->id), db_int(g->step), db_int(g->project.n), db_text(g->number),
                            db_text(g->package), db_text(g->contractor), db_int(g->value.coefficient),
                            db_int(g->value.scale), db_text(date_text(a, g->signed_on)),
                            db_text(date_text(a, g->finish)), db_text(date_text(a, g->guarantee_to)),
                            db_text(date_text(a, g->recover_by)), db_text(date_text(a, g->ended)),
                            db_text(date_text(a, g->day)), db_text(g->note), db_int(g->entry)),
                  err);
}

/* --- allotments */

static bool allot_read(struct kept_allot *out, struct arena *a, const struct db_rows *row)
{
    bool has;
    *out = (struct kept_allot){.id = (uint32_t)db_column_int(row, 0),
                               .unit = column_text(row, a, 1),
                               .year = (int16_t)db_column_int(row, 2),
                               .source = column_text(row, a, 3),
                               .day = day_of(row, 6),
                               .number = column_text(row, a, 7),
                               .note = column_text(row, a, 8),
                               .struck = db_column_int(row, 9) != 0,
                               .struck_note = column_text(row, a, 10),
                               .entry = db_column_int(row, 11),
                               .who = column_text(row, a, 12),
                               .time = column_text(row, a, 13)};
    return column_decimal(&out->amount, &has, row, 4) && has;
}

bool allot_rows(struct kept_allots *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows row;
    bool right = true;
    *out = (struct kept_allots){0};
    if (!db_query(&row, db, SQL_PROJECT_ALLOTS, DB_NO_VALUES, err)) return false;
    while (right && db_next(&row)) right = allot_read(vec_push(a, out), a, &row);
    return db_end(&row, err) && (right || broken(db, "project_allot", err));
}

bool allot_next(uint32_t *out, struct db *db, struct err *err)
{
    return column_count_id(out, db, SQL_PROJECT_ALLOT_LAST, err);
}

bool allot_insert(struct db *db, struct arena *a, const struct kept_allot *p, struct err *err)
{
    return db_run(db, SQL_PROJECT_ALLOT_INSERT,
                  DB_VALUES(db_int(p->id), db_text(p->unit), db_int(p->year), db_text(p->source),
                            db_int(p->amount.coefficient), db_int(p->amount.scale), db_text(date_text(a, p->day)),
                            db_text(p->number), db_text(p->note), db_int(p->entry)),
                  err);
}

bool allot_strike(struct db *db, uint32_t id, struct str note, int64_t entry, struct err *err)
{
    return db_run(db, SQL_PROJECT_ALLOT_STRIKE, DB_VALUES(db_int(id), db_int(entry), db_text(note)), err);
}
