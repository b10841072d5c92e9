/* SPDX-License-Identifier: Apache-2.0
 *
 * failure: whatever goes wrong in the middle of a change, the record is as it was before, or as it is after, and
 * verifies: every call to the database failing once, the disk full or broken at every write, the program killed at any
 * moment, two programs importing at once, a limit on the size of files.
 */
#include "record_fixture.h"

#include "buf.h"
#include "fault.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define TEXT "Thu ngân sách 6 tháng đạt 1.996,2 tỷ đồng, bằng 55,45% dự toán; năm 2022 là 3.812 tỷ đồng."
static const struct hand_figure figures[] = {
    {"1.996,2 tỷ đồng", "1996200000000", "VND", "C01", "2023-H1", .kind = KIND_LEVEL},
    {"55,45%", "55.45", "%", "C01", "2023-H1", .kind = KIND_PLAN_RATIO},
    {"3.812 tỷ đồng", "3812000000000", "VND", "C01", "2022", .kind = KIND_LEVEL},
};

/* Import document number n; each has other words at its end and another name. */
static bool import_document(struct db *db, struct arena *a, unsigned n, struct err *err)
{
    struct buf text = buf_make(1 << 20);
    struct import_result result;
    struct import_options o = {.accept = true};
    buf_format(&text, "%s Báo cáo số %u.", TEXT, n);
    const char *z = str_copy_z(a, buf_str(&text));
    buf_free(&text);
    struct read_result r = hand_reading(a, "bao-cao.txt", z, figures, sizeof figures / sizeof *figures);
    return import_save(&result, db, a, &officer, str_of(z), &r, &o, err);
}

/* Entries of the journal, and the digest of the tables, of a record that must verify. */
static uint64_t state_of(struct str path, struct digest *digest)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct db *db;
    struct err err;
    struct checkpoint head;
    assert_true(fixture_verifies(path, digest));
    assert_true(record_open(&db, a, path, DB_READ, &err));
    assert_true(journal_head(&head, db, &err));
    arena_close(a);
    return head.size;
}

static void every_call_may_fail(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct digest before, after;
    struct err err;
    unsigned long failures = 0;
    assert_true(import_document(f.db, f.a, 1, &err));
    uint64_t entries = state_of(f.path, &before);
    for (unsigned long n = 1;; n++) {
        struct arena *a = arena_make(SIZE_MAX);
        fault_engine(f.db, n);
        bool done = import_document(f.db, a, 2, &err);
        bool failed = fault_hit();
        fault_none();
        arena_close(a);
        assert_true(done != failed);
        if (done) break;
        assert_int_equal(err.code, ERR_RECORD_FULL);
        failures++;
        assert_int_equal(state_of(f.path, &after), entries);
        assert_true(digest_eq(before, after));
    }
    assert_true(failures > 50);
    assert_true(state_of(f.path, &after) > entries);
    fixture_close(&f);
}

static void fill_the_disk(enum fault_kind kind)
{
    fault_disk_install();
    struct fixture f = fixture_open();
    struct digest before, after;
    struct err err;
    unsigned long failures = 0;
    assert_true(import_document(f.db, f.a, 1, &err));
    db_close(f.db);
    uint64_t entries = state_of(f.path, &before);
    for (unsigned long n = 1;; n++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct db *db;
        assert_true(record_open(&db, a, f.path, DB_WRITE, &err));
        fault_disk(n, kind);
        bool done = import_document(db, a, 2, &err);
        bool failed = fault_hit();
        fault_none();
        arena_close(a);
        if (done && !failed) break;
        failures++;
        if (!done)
            assert_true(err.code == (kind == FAULT_FULL ? ERR_RECORD_FULL : ERR_RECORD_IO) ||
                        err.code == ERR_RECORD_IO);
        uint64_t now = state_of(f.path, &after);
        /* A failure after the commit (writing the WAL into the file) may leave the change done, and says so. */
        assert_int_equal(now, done ? entries + 2 : entries);
        if (done) break;
        assert_true(digest_eq(before, after));
    }
    assert_true(failures > 10);
    fixture_close(&f);
}

static void the_disk_may_be_full_at_every_write(void **state)
{
    (void)state;
    fill_the_disk(FAULT_FULL);
}

static void the_disk_may_break_at_every_write(void **state)
{
    (void)state;
    fill_the_disk(FAULT_ERROR);
}

/* In a child: import documents first..last, then leave with 0. */
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

static void killed_at_any_moment(void **state)
{
    (void)state;
    enum { ROUNDS = 40, DOCUMENTS = 6 };
    struct fixture f = fixture_open();
    db_close(f.db);
    uint32_t random = 12345;
    unsigned done = 0, killed = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        pid_t child = import_in_child(f.path, done + 1, done + DOCUMENTS);
        random = random * 1664525 + 1013904223;
        /* A server is reached before it is written; and the later ones get more and more time to do something. */
        usleep(random % ((scratch_on_server() ? 400000 : 60000) * (1 + round / 8)));
        kill(child, SIGKILL);
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        if (WIFSIGNALED(status)) killed++;
        /* Each import is two entries or none: what was imported, and what was accepted of it. */
        uint64_t entries = state_of(f.path, NULL);
        assert_int_equal(entries % 2, 1);
        assert_true(entries / 2 >= done && entries / 2 <= done + DOCUMENTS);
        done = (unsigned)(entries / 2);
    }
    assert_true(killed > 0 && done > 0);
    print_message("# killed %u of %d times, %u documents\n", killed, ROUNDS, done);
    fixture_close(&f);
}

static void two_programs_at_once(void **state)
{
    (void)state;
    enum { EACH = 8, BOTH = 4 };
    struct fixture f = fixture_open();
    db_close(f.db);
    pid_t one = import_in_child(f.path, 1, EACH), two = import_in_child(f.path, EACH + 1 - BOTH, 2 * EACH - BOTH);
    for (int i = 0; i < 2; i++) {
        int status;
        assert_int_equal(waitpid(i ? two : one, &status, 0), i ? two : one);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    assert_int_equal(state_of(f.path, NULL), 1 + 2 * (2 * EACH - BOTH));
    fixture_close(&f);
}

static void a_limit_on_the_size_of_files(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct digest before, after;
    struct err err;
    assert_true(import_document(f.db, f.a, 1, &err));
    db_close(f.db);
    uint64_t entries = state_of(f.path, &before);
    pid_t child = fork();
    if (child == 0) {
        struct rlimit limit = {.rlim_cur = 32 * 1024, .rlim_max = 32 * 1024};
        struct db *db;
        signal(SIGXFSZ, SIG_IGN);
        if (!record_open(&db, f.a, f.path, DB_WRITE, &err) || setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(2);
        _exit(import_document(db, f.a, 2, &err) ? 3 : err.code == ERR_RECORD_FULL ? 0 : 4);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(state_of(f.path, &after), entries);
    assert_true(digest_eq(before, after));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_may_fail),
        cmocka_unit_test(killed_at_any_moment),
        cmocka_unit_test(two_programs_at_once),
        unit_test_of_files(a_limit_on_the_size_of_files),
        unit_test_of_files(the_disk_may_be_full_at_every_write),
        unit_test_of_files(the_disk_may_break_at_every_write),
    };
    scratch_filter();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
