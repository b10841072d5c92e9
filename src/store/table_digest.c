/* SPDX-License-Identifier: Apache-2.0
 *
 * table_digest: see table_digest.h.
 */
#include "table_digest.h"

#include "buf.h"

#include <assert.h>

static const struct digest_table {
    struct str name;
    enum sql rows;
    bool of_engine; /* not part of the whole */
} tables[] = {
    {STR_INIT("unit"), SQL_DIGEST_UNIT, false},
    {STR_INIT("unit_name"), SQL_DIGEST_UNIT_NAME, false},
    {STR_INIT("unit_lineage"), SQL_DIGEST_UNIT_LINEAGE, false},
    {STR_INIT("unit_share"), SQL_DIGEST_UNIT_SHARE, false},
    {STR_INIT("programme"), SQL_DIGEST_PROGRAMME, false},
    {STR_INIT("target"), SQL_DIGEST_TARGET, false},
    {STR_INIT("target_level"), SQL_DIGEST_TARGET_LEVEL, false},
    {STR_INIT("target_judgement"), SQL_DIGEST_TARGET_JUDGEMENT, false},
    {STR_INIT("target_note"), SQL_DIGEST_TARGET_NOTE, false},
    {STR_INIT("document"), SQL_DIGEST_DOCUMENT, false},
    {STR_INIT("reading"), SQL_DIGEST_READING, false},
    {STR_INIT("block"), SQL_DIGEST_BLOCK, false},
    {STR_INIT("statement"), SQL_DIGEST_STATEMENT, false},
    {STR_INIT("figure_statement"), SQL_DIGEST_FIGURE_STATEMENT, false},
    {STR_INIT("reference_statement"), SQL_DIGEST_REFERENCE_STATEMENT, false},
    {STR_INIT("directive_statement"), SQL_DIGEST_DIRECTIVE_STATEMENT, false},
    {STR_INIT("figure"), SQL_DIGEST_FIGURE, false},
    {STR_INIT("load"), SQL_DIGEST_LOAD, false},
    {STR_INIT("load_part"), SQL_DIGEST_LOAD_PART, false},
    {STR_INIT("report_definition"), SQL_DIGEST_REPORT_DEFINITION, false},
    {STR_INIT("filing_requirement"), SQL_DIGEST_FILING_REQUIREMENT, false},
    {STR_INIT("filing"), SQL_DIGEST_FILING, false},
    {STR_INIT("filing_cell"), SQL_DIGEST_FILING_CELL, false},
    {STR_INIT("filing_event"), SQL_DIGEST_FILING_EVENT, false},
    {STR_INIT("correction"), SQL_DIGEST_CORRECTION, false},
    {STR_INIT("locked_value"), SQL_DIGEST_LOCKED_VALUE, false},
    {STR_INIT("locked_part"), SQL_DIGEST_LOCKED_PART, false},
    {STR_INIT("indicator"), SQL_DIGEST_INDICATOR, false},
    {STR_INIT("formula"), SQL_DIGEST_FORMULA, false},
    {STR_INIT("register_def"), SQL_DIGEST_REGISTER_DEF, false},
    {STR_INIT("register_entry"), SQL_DIGEST_REGISTER_ENTRY, false},
    {STR_INIT("register_event"), SQL_DIGEST_REGISTER_EVENT, false},
    {STR_INIT("register_value"), SQL_DIGEST_REGISTER_VALUE, false},
    {STR_INIT("sealed_reader"), SQL_DIGEST_SEALED_READER, false},
    {STR_INIT("sealed_box"), SQL_DIGEST_SEALED_BOX, false},
    {STR_INIT("sealed_right"), SQL_DIGEST_SEALED_RIGHT, false},
    {STR_INIT("sealed_event"), SQL_DIGEST_SEALED_EVENT, false},
    {STR_INIT("person"), SQL_DIGEST_PERSON, false},
    {STR_INIT("person_grant"), SQL_DIGEST_PERSON_GRANT, false},
    {STR_INIT("person_event"), SQL_DIGEST_PERSON_EVENT, false},
    {STR_INIT("matter_kind"), SQL_DIGEST_MATTER_KIND, false},
    {STR_INIT("matter"), SQL_DIGEST_MATTER, false},
    {STR_INIT("matter_event"), SQL_DIGEST_MATTER_EVENT, false},
    {STR_INIT("matter_unit"), SQL_DIGEST_MATTER_UNIT, false},
    {STR_INIT("matter_deadline"), SQL_DIGEST_MATTER_DEADLINE, false},
    {STR_INIT("matter_statement"), SQL_DIGEST_MATTER_STATEMENT, false},
    {STR_INIT("origin_document"), SQL_DIGEST_ORIGIN_DOCUMENT, false},
    {STR_INIT("matter_filter"), SQL_DIGEST_MATTER_FILTER, false},
    {STR_INIT("project_line"), SQL_DIGEST_PROJECT_LINE, false},
    {STR_INIT("project_stage"), SQL_DIGEST_PROJECT_STAGE, false},
    {STR_INIT("project_obstacle"), SQL_DIGEST_PROJECT_OBSTACLE, false},
    {STR_INIT("project_contract"), SQL_DIGEST_PROJECT_CONTRACT, false},
    {STR_INIT("project_allot"), SQL_DIGEST_PROJECT_ALLOT, false},
    {STR_INIT("matter_list"), SQL_DIGEST_MATTER_LIST, false},
    {STR_INIT("matter_list_part"), SQL_DIGEST_MATTER_LIST_PART, false},
    {STR_INIT("matter_count"), SQL_DIGEST_MATTER_COUNT, false},
    {STR_INIT("calendar_notice"), SQL_DIGEST_CALENDAR_NOTICE, false},
    {STR_INIT("calendar_swap"), SQL_DIGEST_CALENDAR_SWAP, false},
    {STR_INIT("remind_rule"), SQL_DIGEST_REMIND_RULE, false},
    {STR_INIT("outlet"), SQL_DIGEST_OUTLET, false},
    {STR_INIT("contact"), SQL_DIGEST_CONTACT, false},
    {STR_INIT("delivery"), SQL_DIGEST_DELIVERY, false},
    {STR_INIT("delivery_item"), SQL_DIGEST_DELIVERY_ITEM, false},
    {STR_INIT("delivery_report"), SQL_DIGEST_DELIVERY_REPORT, false},
    {STR_INIT("delivery_attempt"), SQL_DIGEST_DELIVERY_ATTEMPT, false},
    {STR_INIT("register_words"), SQL_DIGEST_REGISTER_WORDS, true},
    {STR_INIT("matter_words"), SQL_DIGEST_MATTER_WORDS, true},
    {STR_INIT("passage_words"), SQL_DIGEST_PASSAGE_WORDS, true},
    {STR_INIT("statement_words"), SQL_DIGEST_STATEMENT_WORDS, true},
};
static_assert(sizeof tables / sizeof *tables == DIGEST_TABLES, "a digest for every table");

struct str table_digest_name(size_t i)
{
    return tables[i].name;
}

static void put_value(struct buf *b, char type, struct str value)
{
    buf_char(b, type);
    buf_u64(b, value.len);
    buf_char(b, ':');
    buf_put(b, value);
}

static void put_column(struct buf *b, const struct db_rows *row, size_t column)
{
    char digits[24];
    int len;
    switch (db_column_type(row, column)) {
    case DB_NULL: put_value(b, 'n', STR("")); return;
    case DB_INT:
        len = snprintf(digits, sizeof digits, "%lld", (long long)db_column_int(row, column));
        put_value(b, 'i', (struct str){digits, (size_t)len});
        return;
    case DB_TEXT: put_value(b, 't', db_column_text(row, column)); return;
    case DB_BYTES: put_value(b, 'b', db_column_text(row, column)); return;
    }
}

static bool digest_one(struct sha256 *whole, struct digest *out, struct db *db, const struct digest_table *t,
                       struct err *err)
{
    struct db_rows rows;
    struct sha256 one = sha256_start();
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, t->name);
    buf_char(&b, '\n');
    bool ok = db_query(&rows, db, t->rows, DB_NO_VALUES, err), more = ok;
    do {
        sha256_add(&one, buf_str(&b));
        if (!t->of_engine) sha256_add(whole, buf_str(&b));
        buf_clear(&b);
        more = more && db_next(&rows);
        for (size_t i = 0; more && i < db_column_count(&rows); i++) put_column(&b, &rows, i);
        if (more) buf_char(&b, '\n');
    } while (more);
    buf_free(&b);
    *out = sha256_end(&one);
    return ok && db_end(&rows, err);
}

bool table_digest(struct table_digest *out, struct db *db, struct err *err)
{
    struct sha256 whole = sha256_start();
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_one(&whole, &out->one[i], db, &tables[i], err)) return false;
    out->all = sha256_end(&whole);
    return true;
}
