/* SPDX-License-Identifier: Apache-2.0
 *
 * known: a record as it was known at an earlier moment is, table for table, what it was then.
 */
#include "record_fixture.h"

#include "accept.h"
#include "buf.h"
#include "content.h"
#include "known.h"
#include "table_digest.h"

static const struct date today = {2024, 3, 1};

/* --- moments */

static const struct {
    const char *typed;
    enum known_kind kind;
    const char *day;
    int64_t second; /* of an entry: its number */
} MOMENTS[] = {
    {"2024-02-15", KNOWN_DAY, "2024-02-15", 1708016399}, /* 16:59:59Z: the last second of that day in Việt Nam */
    {"2024-02", KNOWN_DAY, "2024-02-29", 1709225999},
    {"2023", KNOWN_DAY, "2023-12-31", 1704041999},
    {"2024-02-15T03:00:00Z", KNOWN_TIME, "2024-02-15", 1707966000},
    {"2024-02-15T03:00Z", KNOWN_TIME, "2024-02-15", 1707966000},
    {"2024-02-15T10:00", KNOWN_TIME, "2024-02-15", 1707966000},
    {"2024-02-15 10:00:00", KNOWN_TIME, "2024-02-15", 1707966000},
    {"2024-02-15T10:00:00+07:00", KNOWN_TIME, "2024-02-15", 1707966000},
    {"2024-02-15T20:00Z", KNOWN_TIME, "2024-02-16", 1708027200},
    {"2024-03-01", KNOWN_DAY, "2024-03-01", 1709312399},
    {"1960-05-05", KNOWN_DAY, "1960-05-05", -304758001},
    {"J1", KNOWN_ENTRY, "", 1},
    {"j42", KNOWN_ENTRY, "", 42},
};

static void moments_are_read(void **state)
{
    (void)state;
    struct err err;
    struct buf b = buf_make(100);
    for (size_t i = 0; i < sizeof MOMENTS / sizeof *MOMENTS; i++) {
        struct known_moment m;
        if (!known_moment_read(&m, str_of(MOMENTS[i].typed), today, &err)) fail_msg("%s", MOMENTS[i].typed);
        assert_int_equal(m.kind, MOMENTS[i].kind);
        int64_t got = m.kind == KNOWN_ENTRY ? m.entry : m.second;
        if (got != MOMENTS[i].second) fail_msg("%s: %lld", MOMENTS[i].typed, (long long)got);
        date_write(&b, m.day);
        assert_str(buf_str(&b), str_of(MOMENTS[i].day));
        buf_clear(&b);
    }
    buf_free(&b);
}

static void what_is_no_moment_is_refused(void **state)
{
    (void)state;
    static const char *const NOT[] = {"",
                                      "hôm qua",
                                      "2024-02-30",
                                      "30/2/2024",
                                      "2024-02-15T",
                                      "2024-02-15T24:00",
                                      "2024-02-15T10:60",
                                      "2024-02-15T10:00+08:00",
                                      "J0",
                                      "J",
                                      "J1x",
                                      "12",
                                      "2024-13",
                                      "2024-02-15T1:00",
                                      "2024-02-15T10:00:00Zx",
                                      "2024-02-15x"};
    static const char *const LATER[] = {"2024-03-02", "2024-03", "2025", "2024-03-01T17:00Z"};
    struct known_moment m;
    struct err err;
    for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++) {
        if (known_moment_read(&m, str_of(NOT[i]), today, &err)) fail_msg("«%s» was read", NOT[i]);
        assert_int_equal(err.code, ERR_KNOWN_MOMENT);
    }
    for (size_t i = 0; i < sizeof LATER / sizeof *LATER; i++) {
        if (known_moment_read(&m, str_of(LATER[i]), today, &err)) fail_msg("«%s» was read", LATER[i]);
        assert_int_equal(err.code, ERR_KNOWN_FUTURE);
    }
}

/* --- records */

enum { STEPS = 6, DAY = 86400 };

#define TEXT_ONE "Thu ngân sách năm 2023 đạt 8.343 tỷ đồng."
#define TEXT_TWO "Thu ngân sách năm 2023 đạt 8.350 tỷ đồng. Giải ngân 40 tỷ đồng."
static const struct hand_figure ONE[] = {{"8.343 tỷ đồng", "8343000000000", "VND", "C01", "2023", .kind = KIND_LEVEL}};
static const struct hand_figure TWO[] = {{"8.350 tỷ đồng", "8350000000000", "VND", "C01", "2023", .kind = KIND_LEVEL},
                                         {"40 tỷ đồng", "40000000000", "VND", "D02", "2023", .kind = KIND_LEVEL}};

static struct author on_day(int day)
{
    struct author a = officer;
    a.now += (int64_t)day * DAY;
    return a;
}

static void bring(struct fixture *f, int day, const char *name, const char *text, const struct hand_figure *figures,
                  size_t count, bool accept)
{
    struct import_options o = {.accept = accept};
    struct import_result result;
    struct author author = on_day(day);
    struct err err = {0};
    struct read_result r = hand_reading(f->a, name, text, figures, count);
    assert_true(import_save(&result, f->db, f->a, &author, str_of(text), &r, &o, &err));
}

static void reject(struct fixture *f, int day, uint32_t statement)
{
    struct author author = on_day(day);
    struct statement_id id = {statement};
    struct reject_change no = {.at = &id, .len = 1, .reason = STR("nhầm")};
    struct err err = {0};
    assert_true(db_begin(f->db, DB_TRANSACTION_WRITE, &err));
    assert_true(db_finish(f->db, change_reject(f->db, f->a, &author, &no, &err), &err));
}

struct moment_of_test {
    struct checkpoint head;
    struct table_digest tables;
};

static struct moment_of_test remember(struct fixture *f)
{
    struct moment_of_test m;
    struct err err;
    assert_true(journal_head(&m.head, f->db, &err));
    assert_true(table_digest(&m.tables, f->db, &err));
    return m;
}

/* A record that grows on days 0, 1, 2, 3 and 5; [n]: as it was at the end of day n. */
static struct fixture grown(struct moment_of_test at[STEPS])
{
    struct fixture f = fixture_open(); /* day 0 */
    at[0] = remember(&f);
    bring(&f, 1, "mot.txt", TEXT_ONE, ONE, 1, true);
    at[1] = remember(&f);
    bring(&f, 2, "hai.txt", TEXT_TWO, TWO, 2, false);
    at[2] = remember(&f);
    bring(&f, 3, "hai.txt", TEXT_TWO, TWO, 2, true);
    at[3] = at[4] = remember(&f);
    reject(&f, 5, 1);
    at[5] = remember(&f);
    return f;
}

static struct known_moment moment_of_day(int day)
{
    char text[40];
    struct known_moment m;
    struct err err;
    snprintf(text, sizeof text, "2024-02-%02d", 15 + day);
    assert_true(known_moment_read(&m, str_of(text), today, &err));
    return m;
}

static void assert_same(const struct moment_of_test *want, struct db *db, const struct known_record *known)
{
    struct table_digest tables;
    struct checkpoint head;
    struct err err;
    assert_int_equal(known->head.size, want->head.size);
    assert_true(digest_eq(known->head.root, want->head.root));
    assert_true(journal_head(&head, db, &err));
    assert_true(digest_eq(head.root, want->head.root));
    assert_true(table_digest(&tables, db, &err));
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_eq(tables.one[i], want->tables.one[i]))
            fail_msg("table %.*s differs", STR_ARG(table_digest_name(i)));
}

static void every_day_is_what_it_was(void **state)
{
    (void)state;
    struct moment_of_test at[STEPS];
    struct fixture f = grown(at);
    struct err err;
    for (int day = 0; day < STEPS; day++) {
        struct known_moment m = moment_of_day(day);
        struct known_record known;
        struct journal_check check;
        struct db *db;
        assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
        assert_same(&at[day], db, &known);
        assert_true(journal_verify(&check, db, f.a, NULL, &err));
        assert_int_equal(check.fault, JOURNAL_SOUND);
        db_close(db);
    }
    assert_true(at[5].head.size > at[4].head.size);
    assert_true(fixture_verifies(f.path, NULL)); /* and the record itself was not touched */
    fixture_close(&f);
}

static void entries_and_seconds_are_moments_too(void **state)
{
    (void)state;
    struct moment_of_test at[STEPS];
    struct fixture f = grown(at);
    struct known_record known;
    struct db *db;
    struct err err;
    struct known_moment m = {.kind = KNOWN_ENTRY, .entry = (int64_t)at[2].head.size};
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_same(&at[2], db, &known);
    assert_int_equal(known.moment.second, officer.now + 2 * DAY);
    assert_int_equal(known.moment.day.day, 17);
    m.entry = (int64_t)at[5].head.size + 1;
    assert_false(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_int_equal(err.code, ERR_ENTRY_MISSING);
    m = (struct known_moment){.kind = KNOWN_TIME, .second = officer.now + DAY};
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_same(&at[1], db, &known);
    m.second--;
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_same(&at[0], db, &known);
    fixture_close(&f);
}

static void before_the_first_entry_there_is_nothing(void **state)
{
    (void)state;
    struct moment_of_test at[STEPS];
    struct fixture f = grown(at);
    struct known_record known;
    struct figure_list list = {0};
    struct db *db;
    struct err err;
    struct known_moment m = {.kind = KNOWN_TIME, .second = officer.now - 1};
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_int_equal(known.head.size, 0);
    assert_true(figure_list_current(&list, db, f.a, NULL, 0, STR(""), &err));
    assert_int_equal(list.len, 0);
    fixture_close(&f);
}

static void content_is_read_from_the_record(void **state)
{
    (void)state;
    struct moment_of_test at[STEPS];
    struct fixture f = grown(at);
    struct known_moment m = moment_of_day(1);
    struct known_record known;
    struct str bytes;
    struct db *db;
    struct err err;
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_true(content_load(&bytes, db, f.a, sha256_of(STR(TEXT_ONE)), &err));
    assert_str(bytes, STR(TEXT_ONE));
    fixture_close(&f);
}

/* A clock that was set back: the order of the journal counts. */
static void an_entry_astray_is_left_out_and_counted(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct known_record known;
    struct db *db;
    struct err err;
    bring(&f, 4, "mot.txt", TEXT_ONE, ONE, 1, false);
    bring(&f, 1, "hai.txt", TEXT_TWO, TWO, 2, false);
    struct known_moment m = moment_of_day(2);
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_int_equal(known.head.size, 1);
    assert_int_equal(known.astray, 1);
    m = moment_of_day(4);
    assert_true(known_open(&db, &known, f.db, f.a, &m, NULL, &err));
    assert_int_equal(known.head.size, 3);
    assert_int_equal(known.astray, 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_are_read),
        cmocka_unit_test(what_is_no_moment_is_refused),
        cmocka_unit_test(every_day_is_what_it_was),
        cmocka_unit_test(entries_and_seconds_are_moments_too),
        cmocka_unit_test(before_the_first_entry_there_is_nothing),
        cmocka_unit_test(content_is_read_from_the_record),
        cmocka_unit_test(an_entry_astray_is_left_out_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
