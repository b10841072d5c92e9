/* SPDX-License-Identifier: Apache-2.0
 *
 * server: what there is to say of a record on a server and of no file. The same questions find the same in the same
 * order as in a file; many write at once and nothing is lost; a server that goes away at any moment leaves a record
 * that verifies; a password is never told; a change is heard of.
 */
#include "record_fixture.h"

#include "buf.h"
#include "fault.h"
#include "rebuild.h"
#include "search_rows.h"
#include "utf8.h"

#include <sys/wait.h>

#define TEXT "Thu ngân sách 6 tháng đạt 1.996,2 tỷ đồng, bằng 55,45% dự toán; năm 2022 là 3.812 tỷ đồng."
static const struct hand_figure figures[] = {
    {"1.996,2 tỷ đồng", "1996200000000", "VND", "C01", "2023-H1", .kind = KIND_LEVEL},
    {"55,45%", "55.45", "%", "C01", "2023-H1", .kind = KIND_PLAN_RATIO},
    {"3.812 tỷ đồng", "3812000000000", "VND", "C01", "2022", .kind = KIND_LEVEL},
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

/* Words that meet each other often, with marks and signs between them. */
static void put_words(struct buf *b, uint32_t *random)
{
    static const char *const words[] = {"đường", "Đường", "thu",  "ngân",  "sách",    "8.343", "hoà",     "hòa",
                                        "tỷ",    "đồng",  "A-B",  "(năm)", "2023/24", "ước",   "ƯỚC",     "a",
                                        "ß",     "Ω",     "日本", "x_y",   "50%",     "12,5",  "e\u0301", "đ"};
    static const char *const signs[] = {" ", " ", " ", ", ", "; ", "\n", " – ", "…"};
    for (unsigned n = next_random(random) % 30 + 1; n; n--) {
        buf_put_z(b, words[next_random(random) % (sizeof words / sizeof *words)]);
        buf_put_z(b, signs[next_random(random) % (sizeof signs / sizeof *signs)]);
    }
}

/* Import document number n. */
static bool import_document(struct db *db, struct arena *a, unsigned n, struct err *err)
{
    struct buf text = buf_make(1 << 20);
    struct import_result result;
    struct import_options o = {.accept = true};
    uint32_t random = n;
    buf_format(&text, "%s Báo cáo số %u. ", TEXT, n);
    put_words(&text, &random);
    const char *z = str_copy_z(a, buf_str(&text));
    buf_free(&text);
    struct read_result r = hand_reading(a, "bao-cao.txt", z, figures, sizeof figures / sizeof *figures);
    return import_save(&result, db, a, &officer, str_of(z), &r, &o, err);
}

static uint64_t entries_of(struct str path)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct db *db;
    struct err err;
    struct checkpoint head;
    assert_true(record_open(&db, a, path, DB_READ, &err));
    assert_true(journal_head(&head, db, &err));
    arena_close(a);
    return head.size;
}

/* --- words --- */

static void fill(struct db *db, struct arena *a)
{
    struct err err;
    for (unsigned n = 1; n <= 60; n++) assert_true(import_document(db, a, n, &err));
}

/* How many answers there were. */
static size_t compare_answers(struct db *one, struct db *two, struct arena *a, const char *typed)
{
    struct passage_list p, q;
    struct id_list s, t;
    struct str words;
    struct err err;
    if (!search_words(&words, a, str_of(typed))) return 0; /* not one word in it */
    assert_true(search_passages(&p, one, a, words, 1000, &err) && search_passages(&q, two, a, words, 1000, &err));
    assert_true(search_statements(&s, one, a, words, 1000, &err) && search_statements(&t, two, a, words, 1000, &err));
    if (p.len != q.len || s.len != t.len) fail_msg("%s: %zu %zu, %zu %zu", typed, p.len, q.len, s.len, t.len);
    for (size_t i = 0; i < p.len; i++)
        if (p.at[i].reading != q.at[i].reading || p.at[i].start != q.at[i].start) fail_msg("%s: passage %zu", typed, i);
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != t.at[i]) fail_msg("%s: statement %zu", typed, i);
    return p.len + s.len;
}

static void the_same_words_are_found_in_the_same_order(void **state)
{
    (void)state;
    static const char *const typed[] = {
        "duong",
        "Đường",
        "ĐƯỜNG",
        "đ",
        "thu ngan sach",
        "\"thu ngan\"",
        "\"ngan sach\" thu",
        "8.343",
        "343",
        "8 343",
        "\"8 343\"",
        "hoa",
        "hòa tỷ",
        "tỷ tỷ",
        "a-b",
        "\"a b\"",
        "nam 2023/24",
        "ß",
        "Ω",
        "ω",
        "日本",
        "x_y",
        "x",
        "12,5",
        "é",
        "không-có",
        "bao cao so 7",
        "uoc a",
        "\"dong duong\"",
        "C01",
        "c01 binh tan",
        "\"binh tan\" thu",
        "\"ngan sach quan\"",
        "a a a",
        "1.996,2 ty dong",
        "()a",
        "\"()\" a",
    };
    struct fixture f = fixture_open();
    struct arena *a = arena_make(SIZE_MAX);
    struct str file = scratch_path(&f.scratch, "kho.sqlite");
    struct db *db;
    struct err err;
    size_t found = 0;
    assert_true(record_init(a, file, &officer, &err));
    assert_true(record_open(&db, a, file, DB_WRITE, &err));
    fill(db, a);
    fill(f.db, a);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) found += compare_answers(db, f.db, a, typed[i]);
    struct buf b = buf_make(1 << 16);
    uint32_t random = 4711;
    for (int i = 0; i < 200; i++) {
        buf_clear(&b);
        put_words(&b, &random);
        const char *z = str_copy_z(a, str_part(buf_str(&b), 0, 5 + next_random(&random) % 12));
        size_t bad;
        if (utf8_valid(str_of(z), &bad)) found += compare_answers(db, f.db, a, z);
    }
    assert_true(found > 1000);
    buf_free(&b);
    struct digest one, two;
    assert_true(fixture_verifies(file, &one));
    assert_true(fixture_verifies(f.path, &two));
    assert_true(digest_eq(one, two));
    arena_close(a);
    fixture_close(&f);
}

/* A word as long as no index of the server holds, and one longer than any index does. */
static void words_without_end(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct err err;
    struct buf text = buf_make(1 << 20);
    struct passage_list p;
    struct str words;
    buf_put(&text, STR(TEXT " "));
    buf_fill(&text, 'x', 5000);
    buf_char(&text, ' ');
    buf_fill(&text, 'y', 100000);
    buf_char(&text, 0);
    struct read_result r = hand_reading(f.a, "dai.txt", text.ptr, figures, sizeof figures / sizeof *figures);
    struct import_result result;
    assert_true(import_save(&result, f.db, f.a, &officer, str_of(text.ptr), &r, &(struct import_options){0}, &err));
    buf_clear(&text);
    buf_put(&text, STR("thu "));
    buf_fill(&text, 'x', 5000);
    assert_true(search_words(&words, f.a, buf_str(&text)));
    assert_true(search_passages(&p, f.db, f.a, words, 10, &err));
    assert_int_equal(p.len, 1);
    assert_true(search_words(&words, f.a, str_part(buf_str(&text), 0, buf_str(&text).len - 1)));
    assert_true(search_passages(&p, f.db, f.a, words, 10, &err));
    assert_int_equal(p.len, 0);
    buf_free(&text);
    assert_true(fixture_verifies(f.path, NULL));
    fixture_close(&f);
}

/* --- values --- */

static void every_byte_comes_back(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct err err;
    struct db_rows rows;
    char bytes[256];
    for (int i = 0; i < 256; i++) bytes[i] = (char)i;
    struct str all = {bytes, sizeof bytes};
    struct str text = STR("'\"\\ $1 đường\n\t{} \x01 𝛑"), big = {arena_alloc(f.a, 3 << 20, 1), 3 << 20};
    assert_true(db_begin(f.db, DB_TRANSACTION_WRITE, &err));
    assert_true(db_run(f.db, SQL_CONTENT_INSERT, DB_VALUES(db_text(text), db_bytes(all)), &err));
    assert_true(db_run(f.db, SQL_CONTENT_INSERT, DB_VALUES(db_text(STR("")), db_bytes(big)), &err));
    assert_true(db_run(f.db, SQL_CONTENT_INSERT, DB_VALUES(db_text(STR("trống")), db_bytes(STR(""))), &err));
    assert_true(db_run(f.db, SQL_JOURNAL_INSERT,
                       DB_VALUES(db_int(INT64_MIN), db_text(text), db_text(text), db_text(STR("")), db_text(STR("{}"))),
                       &err));
    db_bulk_begin(f.db);
    assert_true(db_run(f.db, SQL_JOURNAL_INSERT,
                       DB_VALUES(db_int(INT64_MAX), db_text(text), db_text(text), db_text(STR("")), db_text(STR("{}"))),
                       &err));
    assert_true(db_bulk_end(f.db, &err));
    assert_true(db_commit(f.db, &err));
    const int64_t keys[] = {INT64_MIN, INT64_MAX};
    for (int i = 0; i < 2; i++) {
        assert_true(db_query(&rows, f.db, SQL_JOURNAL_FIND, DB_VALUES(db_int(keys[i])), &err));
        assert_true(db_next(&rows));
        assert_true(db_column_int(&rows, 0) == keys[i]);
        assert_str(db_column_text(&rows, 1), text);
        assert_str(db_column_text(&rows, 3), STR(""));
        assert_true(db_end(&rows, &err));
    }
    /* Outside of a transaction all at once, inside in portions. */
    for (int inside = 0; inside < 2; inside++) {
        int count = 0;
        if (inside) assert_true(db_begin(f.db, DB_TRANSACTION_READ, &err));
        assert_true(db_query(&rows, f.db, SQL_CONTENT_ALL, DB_NO_VALUES, &err));
        for (; db_next(&rows); count++) {
            struct str key = db_column_text(&rows, 0);
            struct str want = str_eq(key, text) ? all : key.len ? STR("") : big;
            assert_int_equal(db_column_type(&rows, 1), DB_BYTES);
            assert_str(db_column_text(&rows, 1), want);
        }
        assert_true(db_end(&rows, &err));
        assert_int_equal(count, 3);
        db_rollback(f.db);
    }
    fixture_close(&f);
}

/* The figures of a five-year plan stand in a part of their own. */
static void figures_stand_in_the_part_of_their_plan(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct err err;
    assert_true(import_document(f.db, f.a, 1, &err));
    db_close(f.db);
    scratch_sql(
        &f.scratch, f.path,
        "DO $$ BEGIN "
        "ASSERT (SELECT count(*) FROM figure_2021_2025) = 3; ASSERT (SELECT count(*) FROM figure_2016_2020) = 0; "
        "ASSERT (SELECT count(*) FROM figure) = 3; ASSERT (SELECT count(*) FROM figure_other) = 0; END $$");
    /* One that begins in no such year has its place too. */
    scratch_sql(&f.scratch, f.path, "UPDATE figure SET period = '..2022-05-15' WHERE id = 1");
    scratch_sql(&f.scratch, f.path, "DO $$ BEGIN ASSERT (SELECT id FROM figure_other) = 1; END $$");
    scratch_sql(&f.scratch, f.path, "UPDATE figure SET period = '2026-Q1' WHERE id = 2");
    scratch_sql(&f.scratch, f.path, "DO $$ BEGIN ASSERT (SELECT id FROM figure_2026_2030) = 2; END $$");
    fixture_close(&f);
}

/* --- many at once --- */

static pid_t import_in_child(struct str path, unsigned first, unsigned last)
{
    pid_t child = fork();
    if (child != 0) return child;
    struct arena *a = arena_make(SIZE_MAX);
    struct db *db;
    struct err err;
    if (!record_open(&db, a, path, DB_WRITE, &err)) _exit(2);
    for (unsigned n = first; n <= last; n++)
        if (!import_document(db, a, n, &err)) _exit(3);
    arena_close(a);
    _exit(0);
}

static void eight_programs_at_once(void **state)
{
    (void)state;
    enum { PROGRAMS = 8, EACH = 20, SHARED = 5 };
    struct fixture f = fixture_open();
    pid_t children[PROGRAMS];
    db_close(f.db);
    for (unsigned i = 0; i < PROGRAMS; i++)
        children[i] = import_in_child(f.path, i * (EACH - SHARED) + 1, i * (EACH - SHARED) + EACH);
    for (int i = 0; i < PROGRAMS; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    /* Documents that two brought are there once: an entry for the import, one for what was accepted. */
    assert_true(fixture_verifies(f.path, NULL));
    assert_int_equal(entries_of(f.path), 1 + 2 * (PROGRAMS * (EACH - SHARED) + SHARED));
    fixture_close(&f);
}

/* --- the server goes away --- */

/* End the connection of the program as an administrator would, and see it gone. */
static void end_connection(void *self)
{
    static const char *const ours = "FROM pg_stat_activity WHERE application_name = 'dieuhanh'";
    char sql[160];
    PGconn *connection = PQconnectdb(getenv("TEST_POSTGRES"));
    (void)self;
    snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(pid) %s", ours);
    PQclear(PQexec(connection, sql));
    snprintf(sql, sizeof sql, "SELECT 1 %s", ours);
    for (int rows = 1; rows; usleep(1000)) {
        PGresult *result = PQexec(connection, sql);
        assert_int_equal(PQresultStatus(result), PGRES_TUPLES_OK);
        rows = PQntuples(result);
        PQclear(result);
    }
    PQfinish(connection);
}

static void the_connection_may_end_at_every_call(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct digest before, after;
    struct err err;
    unsigned long failures = 0, unknown = 0;
    assert_true(import_document(f.db, f.a, 1, &err));
    db_close(f.db);
    assert_true(fixture_verifies(f.path, &before));
    uint64_t entries = entries_of(f.path);
    for (unsigned long n = 1;; n += 3) { /* the last three calls are the same to us: nobody asks before the commit */
        struct arena *a = arena_make(SIZE_MAX);
        struct db *db;
        assert_true(record_open(&db, a, f.path, DB_WRITE, &err));
        fault_engine_do(db, n, end_connection, NULL);
        bool done = import_document(db, a, 2, &err);
        bool met = fault_hit();
        fault_none();
        arena_close(a);
        if (done) {
            assert_false(met);
            break;
        }
        failures++;
        unknown += err.code == ERR_RECORD_UNKNOWN;
        if (err.code != ERR_RECORD_UNKNOWN) assert_int_equal(err.code, ERR_RECORD_GONE);
        assert_int_equal(entries_of(f.path), entries);
        if (n % 10 == 0) {
            assert_true(fixture_verifies(f.path, &after));
            assert_true(digest_eq(before, after));
        }
    }
    assert_true(failures > 30);
    assert_true(unknown >= 1 && unknown < 5); /* met at the commit or right before it */
    assert_true(fixture_verifies(f.path, NULL));
    assert_int_equal(entries_of(f.path), entries + 2);
    fixture_close(&f);
}

/* --- passwords --- */

static void a_password_is_not_shown(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"postgresql://an@may/kho", "postgresql://an@may/kho"},
        {"postgresql://an:bi-mat@may:5433/kho", "postgresql://an:***@may:5433/kho"},
        {"postgres://an:bi:m@t/?@may/kho", "postgres://an:***@may/kho"},
        {"postgresql://an:@may/kho", "postgresql://an:***@may/kho"},
        {"postgresql://may1:1,may2:2/kho?password=bi-mat&user=an",
         "postgresql://may1:1,may2:2/kho?password=***&user=an"},
        {"postgresql://an@may/kho?sslpassword=x&password=y", "postgresql://an@may/kho?sslpassword=***&password=***"},
        {"postgresql://an@may/kho?p%61ssword=bi-mat", "postgresql://an@may/kho?p%61ssword=***"},
        {"postgresql://an:bi-mat-dai-va-bi-cat", "postgresql://an:***"},
        {"postgresql://may:5432/kho", "postgresql://may:5432/kho"},
        {"postgresql://[::1]:5432/kho", "postgresql://[::1]:5432/kho"},
        {"postgresql://", "postgresql://"},
        {"kho:x@y.db", "kho:x@y.db"},
    };
    struct arena *a = arena_make(SIZE_MAX);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(db_shown(a, str_of(cases[i][0])), str_of(cases[i][1]));
    arena_close(a);
}

/* Whatever is wrong with an address, nothing that is said holds the password. */
static void a_password_is_in_no_message(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        enum err_code code;
    } cases[] = {
        {"postgresql://an:bimat@127.0.0.1:1/kho", ERR_RECORD_SERVER},
        {"postgresql://an:bimat@khong-co.invalid/kho", ERR_RECORD_SERVER},
        {"postgresql://an:bi%6Dat@127.0.0.1:1/kho", ERR_RECORD_SERVER},
        {"postgresql://an:bimat/x@127.0.0.1/kho", ERR_RECORD_SERVER},
        {"postgresql://an:bimat@127.0.0.1:1/kho?nonsense=1", ERR_RECORD_ADDRESS},
        {"postgresql://an:%zzbimat@127.0.0.1:1/kho", ERR_RECORD_ADDRESS},
        {"postgresql://127.0.0.1:1/kho?password=bimat&nonsense", ERR_RECORD_ADDRESS},
        {"postgresql://[::1/kho?password=bimat", ERR_RECORD_ADDRESS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct buf b = buf_make(1 << 16);
        struct db *db;
        struct err err;
        assert_false(db_open(&db, a, str_of(cases[i].address), DB_WRITE, 50, &err));
        err_write(&b, &err, LANG_VI);
        err_write_hint(&b, &err, LANG_VI);
        if (str_has(buf_str(&b), STR("bimat"))) fail_msg("%s: %.*s", cases[i].address, STR_ARG(buf_str(&b)));
        if (err.code != cases[i].code) fail_msg("%s: %.*s", cases[i].address, STR_ARG(buf_str(&b)));
        buf_free(&b);
        arena_close(a);
    }
}

/* --- being told --- */

static void a_change_is_heard_of(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct str other = scratch_path(&f.scratch, "khac.db"), file = scratch_path(&f.scratch, "kho.sqlite");
    struct str places[] = {f.path, file};
    struct err err;
    struct arena *a = arena_make(SIZE_MAX);
    struct db *strange;
    assert_true(record_init(a, other, &officer, &err));
    assert_true(record_open(&strange, a, other, DB_WRITE, &err));
    assert_true(record_init(a, file, &officer, &err));
    for (int i = 0; i < 2; i++) {
        struct db *writer, *reader;
        bool changed;
        assert_true(record_open(&writer, a, places[i], DB_WRITE, &err));
        assert_true(record_open(&reader, a, places[i], DB_READ, &err));
        assert_true(db_wait(&changed, reader, 0, &err));
        assert_true(changed); /* the first time, so that what is read after it misses nothing */
        assert_true(db_wait(&changed, reader, 20, &err));
        assert_false(changed);
        assert_true(import_document(strange, a, 100 + (unsigned)i, &err)); /* in another record: nobody's concern */
        assert_true(db_wait(&changed, reader, 20, &err));
        assert_false(changed);
        assert_true(import_document(writer, a, 1, &err));
        assert_true(db_wait(&changed, reader, 5000, &err));
        assert_true(changed);
        assert_true(db_wait(&changed, reader, 20, &err));
        assert_false(changed);
        assert_true(db_begin(writer, DB_TRANSACTION_WRITE, &err));
        assert_true(db_notify(writer, &err));
        db_rollback(writer); /* nothing has changed */
        assert_true(db_wait(&changed, reader, 20, &err));
        assert_false(changed);
    }
    arena_close(a);
    fixture_close(&f);
}

/* A reader whose state is older than a rebuild sees all or waits, and never empty tables. */
static void a_rebuild_takes_nothing_from_a_reader(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct db *reader, *writer;
    struct err err;
    int64_t n;
    assert_true(import_document(f.db, f.a, 1, &err));
    assert_true(db_open(&reader, f.a, f.path, DB_READ, 50, &err));
    assert_true(db_open(&writer, f.a, f.path, DB_WRITE, 50, &err));
    assert_true(db_begin(reader, DB_TRANSACTION_READ, &err));
    assert_true(db_get_int(&n, reader, SQL_MIGRATION_VERSION, DB_NO_VALUES, &err));
    struct rebuild_result r;
    assert_false(rebuild_record(&r, writer, NULL, &err));
    assert_int_equal(err.code, ERR_RECORD_LOCKED);
    assert_true(db_get_int(&n, reader, SQL_FIGURE_LAST, DB_NO_VALUES, &err));
    assert_true(n > 0);
    db_rollback(reader);
    assert_true(rebuild_record(&r, writer, NULL, &err));
    assert_true(r.same);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_words_are_found_in_the_same_order),
        cmocka_unit_test(words_without_end),
        cmocka_unit_test(every_byte_comes_back),
        cmocka_unit_test(figures_stand_in_the_part_of_their_plan),
        cmocka_unit_test(eight_programs_at_once),
        cmocka_unit_test(the_connection_may_end_at_every_call),
        cmocka_unit_test(a_password_is_not_shown),
        cmocka_unit_test(a_password_is_in_no_message),
        cmocka_unit_test(a_change_is_heard_of),
        cmocka_unit_test(a_rebuild_takes_nothing_from_a_reader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
