/* SPDX-License-Identifier: Apache-2.0
 *
 * db: every statement of sql/ is one that the schema understands; opening what is not a record says what it is; a
 * transaction that is not committed leaves nothing.
 */
#include "scratch.h"

#include "content.h"
#include "db.h"
#include "schema.h"

#include <fcntl.h>
#include <sys/wait.h>

enum { WAIT_MS = 50 };

static struct str make_record(struct scratch *s)
{
    struct str path = scratch_path(s, "kho.db");
    struct db *db;
    struct err err;
    assert_true(db_open(&db, s->arena, path, DB_CREATE, WAIT_MS, &err));
    assert_true(db_begin(db, DB_TRANSACTION_WRITE, &err));
    assert_true(db_finish(db, schema_create(db, &err), &err));
    assert_true(db_publish(db, &err));
    return path;
}

static void write_file(struct scratch *s, struct str path, const char *bytes)
{
    FILE *f = fopen(str_copy_z(s->arena, path), "w");
    assert_non_null(f);
    fputs(bytes, f);
    fclose(f);
}

static enum err_code open_code(struct scratch *s, struct str path, enum db_mode mode)
{
    struct db *db;
    struct err err = {0};
    if (!db_open(&db, s->arena, path, mode, WAIT_MS, &err)) return err.code;
    bool ok = schema_check(db, SCHEMA_TABLES, &err);
    db_close(db);
    return ok ? ERR_NONE : err.code;
}

/* A server looks at a statement when it is prepared, a file too. */
static void prepare_on_server(const char *address)
{
    PGconn *connection = PQconnectdb(address);
    for (int sql = 0; sql < SQL_COUNT; sql++) {
        PGresult *result = PQprepare(connection, "", sql_rows[sql].text[SQL_POSTGRES], 0, NULL);
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            fail_msg("%s: %s", sql_rows[sql].name, PQerrorMessage(connection));
        PQclear(result);
        if (!sql_rows[sql].copy) continue;
        result = PQexec(connection, sql_rows[sql].copy);
        if (PQresultStatus(result) != PGRES_COPY_IN) fail_msg("%s: %s", sql_rows[sql].copy, PQerrorMessage(connection));
        PQclear(result);
        assert_int_equal(PQputCopyEnd(connection, "enough"), 1);
        while ((result = PQgetResult(connection))) PQclear(result);
    }
    PQfinish(connection);
}

static void every_statement_fits_the_schema(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct db *db;
    struct err err;
    if (scratch_on_server()) {
        prepare_on_server(str_copy_z(s.arena, make_record(&s)));
        scratch_close(&s);
        return;
    }
    assert_true(db_open(&db, s.arena, STR(""), DB_SCRATCH, WAIT_MS, &err));
    assert_true(schema_create(db, &err));
    for (int sql = 0; sql < SQL_COUNT; sql++) {
        struct db_value nothing[64] = {0};
        struct db_rows rows;
        if (!db_query(&rows, db, (enum sql)sql, (struct db_values){nothing, (size_t)sql_rows[sql].parameters}, &err))
            fail_msg("%s: %.*s", sql_rows[sql].name, STR_ARG(err_arg(&err, 0)));
        assert_true(db_end(&rows, &err));
    }
    scratch_close(&s);
}

static void a_record_opens_and_others_do_not(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct str record = make_record(&s), text = scratch_path(&s, "bao-cao.txt"), empty = scratch_path(&s, "rong");
    struct str other = scratch_path(&s, "khac.db"), newer = scratch_path(&s, "moi.db");
    assert_int_equal(open_code(&s, record, DB_READ), ERR_NONE);
    assert_int_equal(open_code(&s, record, DB_WRITE), ERR_NONE);
    assert_int_equal(open_code(&s, scratch_path(&s, "khong-co.db"), DB_READ), ERR_RECORD_MISSING);
    if (!scratch_on_server())
        assert_int_equal(open_code(&s, scratch_path(&s, "khong-co/kho.db"), DB_WRITE), ERR_RECORD_MISSING);
    assert_int_equal(open_code(&s, str_of(s.folder), DB_READ), ERR_RECORD_NOT);
    write_file(&s, text, "Ước 6 tháng đầu năm thu ngân sách đạt 1.996,2 tỷ đồng, bằng 55,45% chỉ tiêu pháp lệnh.\n");
    assert_int_equal(open_code(&s, text, DB_READ), ERR_RECORD_NOT);
    assert_int_equal(open_code(&s, text, DB_WRITE), ERR_RECORD_NOT);
    write_file(&s, empty, "");
    assert_int_equal(open_code(&s, empty, DB_READ), ERR_RECORD_NOT);
    scratch_sql(&s, other, "CREATE TABLE t (a INTEGER)");
    assert_int_equal(open_code(&s, other, DB_WRITE), scratch_on_server() ? ERR_RECORD_MISSING : ERR_RECORD_NOT);
    assert_int_equal(open_code(&s, other, DB_CREATE), scratch_on_server() ? ERR_RECORD_OCCUPIED : ERR_RECORD_EXISTS);
    scratch_sql(&s, newer,
                "CREATE TABLE migration (version BIGINT PRIMARY KEY); INSERT INTO migration VALUES (1), (7)");
    assert_int_equal(open_code(&s, newer, DB_READ), ERR_RECORD_NEWER);
    assert_int_equal(open_code(&s, newer, DB_WRITE), ERR_RECORD_NEWER);
    scratch_close(&s);
}

/* While ours is being made, the name is taken. */
static void somebody_is_faster(struct scratch *s, struct str where, struct db *db)
{
    struct err err;
    if (scratch_on_server()) {
        struct db *faster;
        assert_true(db_open(&faster, s->arena, where, DB_CREATE, WAIT_MS, &err));
        assert_true(db_begin(faster, DB_TRANSACTION_WRITE, &err));
        assert_true(db_finish(faster, schema_create(faster, &err), &err));
        assert_true(db_publish(faster, &err));
        assert_true(db_begin(db, DB_TRANSACTION_WRITE, &err));
        assert_false(db_finish(db, schema_create(db, &err), &err));
        assert_int_equal(err.code, ERR_RECORD_EXISTS);
        assert_int_equal(open_code(s, where, DB_READ), ERR_NONE);
        return;
    }
    write_file(s, where, "ai đó vừa ghi");
    assert_false(db_publish(db, &err));
    assert_int_equal(err.code, ERR_RECORD_EXISTS);
    assert_int_equal(open_code(s, where, DB_READ), ERR_RECORD_NOT);
}

static void creating_replaces_nothing(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct str record = make_record(&s), other = scratch_path(&s, "thu-hai.db");
    struct db *db;
    struct err err;
    assert_int_equal(open_code(&s, record, DB_CREATE), ERR_RECORD_EXISTS);
    assert_true(db_open(&db, s.arena, other, DB_CREATE, WAIT_MS, &err));
    somebody_is_faster(&s, other, db);
    assert_true(db_open(&db, s.arena, scratch_path(&s, "bo-do.db"), DB_CREATE, WAIT_MS, &err));
    db_close(db);
    assert_int_equal(open_code(&s, scratch_path(&s, "bo-do.db"), DB_READ), ERR_RECORD_MISSING);
    scratch_close(&s);
}

static void what_is_not_committed_is_gone(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct str record = make_record(&s), bytes = STR("một tài liệu"), back;
    struct db *db;
    struct err err;
    struct digest name;
    assert_true(db_open(&db, s.arena, record, DB_WRITE, WAIT_MS, &err));
    assert_true(db_begin(db, DB_TRANSACTION_WRITE, &err));
    assert_true(content_save(&name, db, bytes, &err));
    db_rollback(db);
    assert_false(content_load(&back, db, s.arena, name, &err));
    assert_int_equal(err.code, ERR_RECORD_BROKEN);
    assert_true(db_begin(db, DB_TRANSACTION_WRITE, &err));
    assert_true(content_save(&name, db, bytes, &err) && content_save(&name, db, bytes, &err));
    assert_true(db_commit(db, &err));
    assert_true(content_load(&back, db, s.arena, name, &err));
    assert_str(back, bytes);
    db_close(db);
    scratch_sql(&s, record,
                scratch_on_server() ? "UPDATE content SET bytes = '\\x00'" : "UPDATE content SET bytes = x'00'");
    assert_true(db_open(&db, s.arena, record, DB_READ, WAIT_MS, &err));
    assert_false(content_load(&back, db, s.arena, name, &err));
    assert_int_equal(err.code, ERR_RECORD_BROKEN);
    scratch_close(&s);
}

static void one_writer_at_a_time(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct str record = make_record(&s);
    struct db *one, *two, *reader;
    struct err err = {0};
    int64_t n;
    assert_true(db_open(&one, s.arena, record, DB_WRITE, WAIT_MS, &err));
    assert_true(db_open(&two, s.arena, record, DB_WRITE, WAIT_MS, &err));
    assert_true(db_open(&reader, s.arena, record, DB_READ, WAIT_MS, &err));
    assert_true(db_begin(one, DB_TRANSACTION_WRITE, &err));
    assert_false(db_begin(two, DB_TRANSACTION_WRITE, &err));
    assert_int_equal(err.code, ERR_RECORD_LOCKED);
    assert_true(db_get_int(&n, reader, SQL_MIGRATION_VERSION, DB_NO_VALUES, &err));
    assert_true(db_commit(one, &err));
    assert_true(db_begin(two, DB_TRANSACTION_WRITE, &err));
    assert_true(db_commit(two, &err));
    scratch_close(&s);
}

static void reading_cannot_write(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct str record = make_record(&s);
    struct db *db;
    struct err err = {0};
    struct digest name;
    assert_true(db_open(&db, s.arena, record, DB_READ, WAIT_MS, &err));
    assert_false(content_save(&name, db, STR("x"), &err));
    assert_int_equal(err.code, ERR_RECORD_READ_ONLY);
    scratch_close(&s);
}

/* As a user without rights: root may write everywhere, so a child becomes somebody else first. */
static void a_protected_record_is_read_and_not_written(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct str record = make_record(&s);
    assert_int_equal(chmod(str_copy_z(s.arena, record), 0444), 0);
    assert_int_equal(chmod(s.folder, 0555), 0);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) _exit(9);
        if (open_code(&s, record, DB_WRITE) != ERR_RECORD_READ_ONLY) _exit(1);
        if (open_code(&s, record, DB_READ) != ERR_NONE) _exit(2);
        if (open_code(&s, scratch_path(&s, "moi.db"), DB_CREATE) != ERR_RECORD_OPEN) _exit(3);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(chmod(s.folder, 0755), 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    scratch_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_statement_fits_the_schema),
        cmocka_unit_test(a_record_opens_and_others_do_not),
        cmocka_unit_test(creating_replaces_nothing),
        cmocka_unit_test(what_is_not_committed_is_gone),
        cmocka_unit_test(one_writer_at_a_time),
        cmocka_unit_test(reading_cannot_write),
        unit_test_of_files(a_protected_record_is_read_and_not_written),
    };
    scratch_filter();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
