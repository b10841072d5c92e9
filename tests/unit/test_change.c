/* SPDX-License-Identifier: Apache-2.0
 *
 * change: what import, accept and reject leave in the tables, what a second reading of the same document keeps, and
 * that the journal alone makes the same tables again.
 */
#include "scratch.h"

#include "buf.h"
#include "change.h"
#include "content.h"
#include "schema.h"
#include "search_rows.h"
#include "table_digest.h"

#define TEXT "Thu ngân sách quận 6 tháng đạt 1.996,2 tỷ đồng, bằng 55,45% chỉ tiêu.\nXem thêm tin khác\n"
#define BLOCKS "{\"block\":\"paragraph\",\"end\":87}\n{\"block\":\"furniture\",\"start\":88,\"end\":107}\n"
#define MONEY                                                                                                          \
    "{\"statement\":\"figure\",\"start\":39,\"end\":59,\"quote\":\"1.996,2 tỷ "                                      \
    "đồng\",\"rule\":\"money\",\"value\":[19962,-8],\"kind\":"                                                      \
    "\"level\",\"period\":\"2023-H1\",\"measure\":\"VND\",\"subject\":\"thu ngân "                                    \
    "sách\",\"indicator\":\"C01\",\"place\":\"quận\",\"unit\":"                                                     \
    "\"quan-binh-tan\"}\n"
#define RATIO                                                                                                          \
    "{\"statement\":\"figure\",\"start\":68,\"end\":74,\"quote\":\"55,45%\",\"rule\":\"ratio\",\"value\":[5545,2],"    \
    "\"kind\":\"plan_ratio\","                                                                                         \
    "\"against\":\"plan\",\"period\":\"2023-H1\",\"measure\":\"%\",\"subject\":\"thu ngân "                           \
    "sách\",\"indicator\":\"C01\",\"unit\":"                                                                          \
    "\"quan-binh-tan\"}\n"
#define RATIO_BETTER                                                                                                   \
    "{\"statement\":\"figure\",\"start\":68,\"end\":74,\"quote\":\"55,45%\",\"rule\":\"ratio\",\"value\":[5545,2],"    \
    "\"kind\":\"plan_ratio\","                                                                                         \
    "\"against\":\"plan\",\"period\":\"2023-H1\",\"measure\":\"%\",\"subject\":\"thu ngân "                           \
    "sách\",\"indicator\":\"C01\",\"plan\":\"chỉ "                                                                  \
    "tiêu\",\"unit\":\"quan-binh-tan\"}\n"
#define ORDER "{\"statement\":\"directive\",\"end\":3,\"quote\":\"Thu\",\"who\":\"UBND\",\"what\":\"đường sá\"}\n"

static const struct author officer = {STR_INIT("an"), 1707966000, NULL};
static const struct new_unit district = {STR_INIT("quan-binh-tan"), STR_INIT("quận Bình Tân"),
                                         STR_INIT("quan binh tan")};

struct record {
    struct scratch scratch;
    struct db *db;
    struct arena *a;
};

static struct record open_record(void)
{
    struct record r = {.scratch = scratch_open()};
    struct err err;
    r.a = r.scratch.arena;
    assert_true(db_open(&r.db, r.a, scratch_path(&r.scratch, "kho.db"), DB_CREATE, 50, &err));
    assert_true(db_begin(r.db, DB_TRANSACTION_WRITE, &err));
    assert_true(schema_create(r.db, &err));
    assert_true(change_init(r.db, r.a, &officer, &err));
    return r;
}

static bool import(struct import_effect *out, struct record *r, const char *bytes, const char *reader, const char *said,
                   struct err *err)
{
    struct import_change c = {
        .document = {.name = STR("báo cáo.txt"), .size = strlen(bytes)},
        .reading = {.reader = str_of(reader),
                    .format = STR("text"),
                    .date = {2023, 7, 13},
                    .place = STR("quận Bình Tân")},
        .units = &district,
        .unit_count = 1,
    };
    return content_save(&c.document.sha256, r->db, str_of(bytes), err) &&
           content_save(&c.reading.text, r->db, str_of(TEXT), err) &&
           content_save(&c.reading.said, r->db, str_of(said), err) &&
           change_import(out, r->db, r->a, &officer, &c, err);
}

static struct accepted accepted_as(uint32_t statement, uint32_t figure)
{
    return (struct accepted){{statement}, {figure}, STR("C01"), STR("quan-binh-tan"), STR(""), period_half(2023, 1)};
}

static bool accept(struct record *r, const struct accepted *items, size_t count, struct err *err)
{
    return change_accept(r->db, r->a, &officer, &(struct accept_change){.at = items, .len = count}, err);
}

static struct table_digest digest_of(struct db *db)
{
    struct table_digest d;
    struct err err;
    assert_true(table_digest(&d, db, &err));
    return d;
}

/* The journal, replayed into an empty record, must give the same tables. */
static void assert_replays(struct record *r)
{
    struct db *again;
    struct db_rows rows;
    struct err err;
    assert_true(db_open(&again, r->a, STR(""), DB_SCRATCH, 50, &err));
    assert_true(db_begin(again, DB_TRANSACTION_WRITE, &err));
    assert_true(schema_create(again, &err));
    assert_true(db_query(&rows, r->db, SQL_JOURNAL_ALL, DB_NO_VALUES, &err));
    while (db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        assert_true(change_replay(again, r->db, r->a, &e, &err));
    }
    assert_true(db_end(&rows, &err));
    struct table_digest was = digest_of(r->db), is = digest_of(again);
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_eq(was.one[i], is.one[i])) fail_msg("table %.*s", STR_ARG(table_digest_name(i)));
    assert_true(digest_eq(was.all, is.all));
}

static enum statement_state state_of(struct record *r, uint32_t id)
{
    struct kept_statement s;
    struct err err;
    assert_true(statement_load(&s, r->db, r->a, (struct statement_id){id}, &err));
    return s.state;
}

static void an_import_fills_the_tables(void **state)
{
    (void)state;
    struct record r = open_record();
    struct import_effect e;
    struct kept_statement s;
    struct listed_document d;
    struct str unit;
    bool ambiguous;
    struct err err;
    assert_true(import(&e, &r, "tệp 1", "1", BLOCKS MONEY RATIO ORDER, &err));
    assert_int_equal(e.document.n, 1);
    assert_int_equal(e.statements.len, 3);
    assert_int_equal(e.fresh, 3);
    assert_int_equal(e.withdrawn, 0);
    assert_true(statement_load(&s, r.db, r.a, (struct statement_id){1}, &err));
    assert_int_equal(s.said.statement.figure.value.coefficient, 19962);
    assert_int_equal(s.said.statement.figure.value.scale, -8);
    assert_true(document_load(&d, r.db, r.a, e.document, &err));
    assert_str(d.document.name, STR("báo cáo.txt"));
    assert_str(d.time, STR("2024-02-15T03:00:00Z"));
    assert_int_equal(d.proposed, 3);
    assert_true(unit_of_key(&unit, &ambiguous, r.db, r.a, STR("quan binh tan"), &err));
    assert_str(unit, STR("quan-binh-tan"));
    assert_false(statement_load(&s, r.db, r.a, (struct statement_id){9}, &err));
    assert_int_equal(err.code, ERR_STATEMENT_MISSING);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

static void a_name_of_two_units_leads_to_none(void **state)
{
    (void)state;
    struct record r = open_record();
    struct str unit;
    bool ambiguous;
    struct err err;
    struct kept_unit one = {STR("xa-tan-lap-1"), STR("xã Tân Lập")}, two = {STR("xa-tan-lap-2"), STR("xã Tân Lập")};
    assert_true(unit_save(r.db, r.a, &one, STR("xa tan lap"), 1, &err));
    assert_true(unit_of_key(&unit, &ambiguous, r.db, r.a, STR("xa tan lap"), &err));
    assert_str(unit, one.code);
    assert_true(unit_save(r.db, r.a, &two, STR("xa tan lap"), 1, &err));
    assert_true(unit_of_key(&unit, &ambiguous, r.db, r.a, STR("xa tan lap"), &err));
    assert_str(unit, STR(""));
    assert_true(ambiguous);
    scratch_close(&r.scratch);
}

static void figures_are_made_confirmed_and_revised(void **state)
{
    (void)state;
    struct record r = open_record();
    struct import_effect e;
    struct kept_figure f;
    struct figure_list revisions, current;
    struct statement_list sources;
    struct err err;
    assert_true(import(&e, &r, "tệp 1", "1", BLOCKS MONEY RATIO, &err));
    assert_true(import(&e, &r, "tệp 2", "1", BLOCKS MONEY, &err));
    assert_true(import(&e, &r, "tệp 3", "1", BLOCKS MONEY, &err));
    assert_int_equal(e.statements.at[0], 4);
    struct accepted first[] = {accepted_as(1, 1), accepted_as(2, 2)}, second = accepted_as(3, 1),
                    third = accepted_as(4, 3);
    assert_true(accept(&r, first, 2, &err));
    assert_true(accept(&r, &second, 1, &err));
    assert_true(accept(&r, &third, 1, &err));
    assert_true(figure_load(&f, r.db, r.a, (struct figure_id){1}, &err));
    assert_false(f.is_current);
    assert_str(f.figure.quote, STR("1.996,2 tỷ đồng"));
    assert_str(f.figure.by, STR("an"));
    assert_int_equal(f.figure.document.len, SHA256_HEX);
    assert_true(figure_revisions(&revisions, r.db, r.a, &f.figure.key, &err));
    assert_int_equal(revisions.len, 2);
    assert_int_equal(revisions.at[0].id.n, 3);
    assert_int_equal(revisions.at[0].revision, 1);
    assert_true(revisions.at[0].is_current);
    assert_true(figure_list_current(&current, r.db, r.a, &STR("quan-binh-tan"), 1, STR("C01"), &err));
    assert_int_equal(current.len, 2);
    assert_true(figure_list_current(&current, r.db, r.a, &STR("quan-1"), 1, STR(""), &err));
    assert_int_equal(current.len, 0);
    assert_true(statement_list_of_figure(&sources, r.db, r.a, (struct figure_id){1}, &err));
    assert_int_equal(sources.len, 2);
    assert_false(figure_load(&f, r.db, r.a, (struct figure_id){4}, &err));
    assert_int_equal(err.code, ERR_FIGURE_MISSING);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

static void another_reading_keeps_what_was_decided(void **state)
{
    (void)state;
    struct record r = open_record();
    struct import_effect e;
    struct err err;
    assert_true(import(&e, &r, "tệp 1", "1", BLOCKS MONEY RATIO ORDER, &err));
    struct accepted money = accepted_as(1, 1);
    assert_true(accept(&r, &money, 1, &err));
    assert_true(import(&e, &r, "tệp 1", "2", BLOCKS MONEY RATIO_BETTER, &err));
    assert_int_equal(e.document.n, 1);
    assert_int_equal(e.reading, 2);
    assert_int_equal(e.statements.len, 2);
    assert_int_equal(e.statements.at[0], 1);
    assert_int_equal(e.statements.at[1], 4);
    assert_int_equal(e.fresh, 1);
    assert_int_equal(e.withdrawn, 2);
    assert_int_equal(state_of(&r, 1), STATE_ACCEPTED);
    assert_int_equal(state_of(&r, 2), STATE_WITHDRAWN);
    assert_int_equal(state_of(&r, 3), STATE_WITHDRAWN);
    assert_int_equal(state_of(&r, 4), STATE_PROPOSED);
    /* A third says again what the second did not: it was withdrawn, so it is said for the first time. */
    assert_true(import(&e, &r, "tệp 1", "3", BLOCKS MONEY RATIO, &err));
    assert_int_equal(e.statements.at[1], 5);
    assert_int_equal(e.withdrawn, 1);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

static void rejected_with_a_reason(void **state)
{
    (void)state;
    struct record r = open_record();
    struct import_effect e;
    struct journal_entry entry;
    struct err err;
    struct statement_id ids[] = {{2}, {3}};
    assert_true(import(&e, &r, "tệp 1", "1", BLOCKS MONEY RATIO ORDER, &err));
    assert_true(change_reject(r.db, r.a, &officer, &(struct reject_change){ids, 2, STR("nhầm đơn vị")}, &err));
    assert_int_equal(state_of(&r, 1), STATE_PROPOSED);
    assert_int_equal(state_of(&r, 2), STATE_REJECTED);
    assert_int_equal(state_of(&r, 3), STATE_REJECTED);
    assert_true(journal_load(&entry, r.db, r.a, 3, &err));
    assert_str(entry.payload, STR("{\"statements\":[2,3],\"reason\":\"nhầm đơn vị\"}"));
    assert_replays(&r);
    scratch_close(&r.scratch);
}

/* A change that fails is taken back, as its transaction would be. */
static enum err_code import_refused(struct record *r, const char *said)
{
    struct import_effect e;
    struct err err, other;
    assert_true(db_savepoint(r->db, &other));
    assert_false(import(&e, r, "tệp 1", "1", said, &err));
    assert_true(db_restore(r->db, &other));
    return err.code;
}

static enum err_code accept_refused(struct record *r, const struct accepted *item)
{
    struct err err, other;
    assert_true(db_savepoint(r->db, &other));
    assert_false(accept(r, item, 1, &err));
    assert_true(db_restore(r->db, &other));
    return err.code;
}

static void changes_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    struct record r = open_record();
    struct import_effect e;
    struct err err;
    assert_int_equal(import_refused(&r, "{\"block\":\"paragraph\",\"end\":4711}\n"), ERR_RECORD_BROKEN); /* beyond */
    assert_int_equal(import_refused(&r, "xin chào\n"), ERR_RECORD_BROKEN);
    assert_true(import(&e, &r, "tệp 2", "1", BLOCKS MONEY RATIO ORDER, &err));
    uint32_t money = e.statements.at[0], order = e.statements.at[2];
    struct accepted none = accepted_as(99, 1), far = accepted_as(money, 5), no_figure = accepted_as(money, 0),
                    is_order = accepted_as(order, 1);
    struct accepted unknown_unit = accepted_as(money, 1), ratio = accepted_as(money, 1),
                    as_other = accepted_as(e.statements.at[1], 1);
    unknown_unit.unit = STR("quan-1");
    assert_int_equal(accept_refused(&r, &none), ERR_STATEMENT_MISSING);
    assert_int_equal(accept_refused(&r, &far), ERR_RECORD_BROKEN);
    assert_int_not_equal(accept_refused(&r, &no_figure), ERR_NONE);
    assert_int_not_equal(accept_refused(&r, &is_order), ERR_NONE);
    assert_int_not_equal(accept_refused(&r, &unknown_unit), ERR_NONE);
    assert_true(accept(&r, &ratio, 1, &err));
    assert_int_equal(accept_refused(&r, &as_other), ERR_RECORD_READ_BACK); /* a ratio cannot confirm an amount */
    scratch_close(&r.scratch);
}

static void words_are_found_without_marks(void **state)
{
    (void)state;
    struct record r = open_record();
    struct import_effect e;
    struct passage_list passages;
    struct id_list ids;
    struct str words;
    struct err err;
    static const struct {
        const char *typed;
        size_t passages, statements;
    } cases[] = {
        {"ngân sách", 1, 2},
        {"NGAN SACH", 1, 2},
        {"sách ngân", 1, 2},
        {"\"sách ngân\"", 0, 0},
        {"\"ngân sách quận\"", 1, 0},
        {"đường", 0, 1},
        {"duong", 0, 1},
        {"1.996,2", 1, 1},
        {"quận C01", 0, 1},
        {"tin khác", 0, 0},
        {"thu OR xyz", 0, 0},
        {"thu* AND", 0, 0},
        {"\"thu", 1, 3},
        {"thu -", 1, 3},
        {"NEAR(thu", 0, 0},
    };
    assert_true(import(&e, &r, "tệp 1", "1", BLOCKS MONEY RATIO ORDER, &err));
    assert_true(
        import(&e, &r, "tệp 1", "2", BLOCKS MONEY RATIO ORDER, &err)); /* the passages of the last reading only */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(search_words(&words, r.a, str_of(cases[i].typed)));
        assert_true(search_passages(&passages, r.db, r.a, words, 10, &err));
        assert_true(search_statements(&ids, r.db, r.a, words, 10, &err));
        if (passages.len != cases[i].passages || ids.len != cases[i].statements)
            fail_msg("%s: %zu passages, %zu statements", cases[i].typed, passages.len, ids.len);
    }
    assert_false(search_words(&words, r.a, STR("\"\" - * ()")));
    assert_false(search_words(&words, r.a, STR("")));
    scratch_close(&r.scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_import_fills_the_tables),
        cmocka_unit_test(a_name_of_two_units_leads_to_none),
        cmocka_unit_test(figures_are_made_confirmed_and_revised),
        cmocka_unit_test(another_reading_keeps_what_was_decided),
        cmocka_unit_test(rejected_with_a_reason),
        cmocka_unit_test(changes_that_make_no_sense_are_refused),
        cmocka_unit_test(words_are_found_without_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
