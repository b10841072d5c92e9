/* SPDX-License-Identifier: Apache-2.0
 *
 * truth: see truth.h. Each table is read row by row and written row by row, columns in the order of the statement that
 * reads; a server gets them in bulk.
 */
#include "truth.h"

enum { COLUMNS_MOST = 5 };

static const struct truth_table {
    enum sql read, write;
} tables[] = {
    {SQL_CONTENT_ALL, SQL_CONTENT_COPY},
    {SQL_JOURNAL_ALL, SQL_JOURNAL_INSERT},
    {SQL_JOURNAL_NODE_ALL, SQL_JOURNAL_NODE_PUT},
    {SQL_CHECKPOINT_GET, SQL_CHECKPOINT_PUT},
};
enum { TABLES = sizeof tables / sizeof *tables };

static struct db_value value_of(const struct db_rows *rows, size_t column)
{
    return (struct db_value){
        .type = db_column_type(rows, column),
        .number = db_column_type(rows, column) == DB_INT ? db_column_int(rows, column) : 0,
        .text = db_column_type(rows, column) == DB_INT ? STR("") : db_column_text(rows, column),
    };
}

static bool copy_table(uint64_t *count, struct db *to, struct db *from, const struct truth_table *t,
                       const struct truth_progress *progress, struct err *err)
{
    struct db_rows rows;
    bool ok = true;
    *count = 0;
    if (!db_query(&rows, from, t->read, DB_NO_VALUES, err)) return false;
    db_bulk_begin(to);
    while (ok && db_next(&rows)) {
        struct db_value values[COLUMNS_MOST];
        size_t len = db_column_count(&rows);
        for (size_t i = 0; i < len; i++) values[i] = value_of(&rows, i);
        ok = db_run(to, t->write, (struct db_values){values, len}, err);
        if (++*count % 256 == 0 && progress) progress->tell(progress->self, *count);
    }
    struct err ended;
    if (!db_end(&rows, &ended) && ok) {
        *err = ended;
        return false;
    }
    return ok && db_bulk_end(to, err);
}

bool truth_copy(struct truth_copied *out, struct db *to, struct db *from, const struct truth_progress *progress,
                struct err *err)
{
    uint64_t counts[TABLES];
    for (int i = 0; i < TABLES; i++)
        if (!copy_table(&counts[i], to, from, &tables[i], i == 0 ? progress : NULL, err)) return false;
    *out = (struct truth_copied){.contents = counts[0], .entries = counts[1]};
    return true;
}
