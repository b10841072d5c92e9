/* SPDX-License-Identifier: Apache-2.0
 *
 * import, accept, resolve, search, rebuild, verify: what a person does with a record, on statements made by hand; and
 * once with the whole way from bytes.
 */
#include "record_fixture.h"

#include "accept.h"
#include "content.h"
#include "search.h"

#define TEXT                                                                                                           \
    "Thu ngân sách 6 tháng đạt 1.996,2 tỷ đồng, bằng 55,45% dự toán "                                  \
    "thành phố giao, tăng 6,97%; năm 2022 là 3.812 tỷ đồng."
static const struct hand_figure money = {"1.996,2 tỷ đồng", "1996200000000",   "VND", "C01",
                                         "2023-H1",         .kind = KIND_LEVEL};
static const struct hand_figure last_year = {"3.812 tỷ đồng", "3812000000000", "VND",
                                             "C01",           "2022",          .kind = KIND_LEVEL};
static const struct hand_figure ratio = {
    "55,45%", "55.45", "%", "C01", "2023-H1", .kind = KIND_PLAN_RATIO, .plan = "dự toán thành phố giao"};

static struct import_result import_hand(struct fixture *f, const char *text, const struct hand_figure *figures,
                                        size_t count, bool accept)
{
    struct import_options o = {.accept = accept};
    struct import_result result;
    struct err err = {0};
    struct read_result r = hand_reading(f->a, "bao-cao.txt", text, figures, count);
    if (!import_save(&result, f->db, f->a, &officer, str_of(text), &r, &o, &err))
        fail_msg("%.*s", STR_ARG(err_name(err.code)));
    return result;
}

static struct figure_list current(struct fixture *f)
{
    struct figure_list list;
    struct err err;
    assert_true(figure_list_current(&list, f->db, f->a, NULL, 0, STR(""), &err));
    return list;
}

static struct kept_statement statement(struct fixture *f, uint32_t id)
{
    struct kept_statement s;
    struct err err;
    assert_true(statement_load(&s, f->db, f->a, (struct statement_id){id}, &err));
    return s;
}

static void the_second_time_changes_nothing(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    const struct hand_figure figures[] = {money, ratio, last_year};
    struct import_result first = import_hand(&f, TEXT, figures, 3, false), second;
    struct digest before, after;
    struct checkpoint one, two;
    struct err err;
    assert_int_equal(first.outcome, IMPORT_NEW);
    assert_int_equal(first.figures, 3);
    assert_int_equal(first.fresh, 3);
    assert_int_equal(first.resolved, 3);
    assert_int_equal(first.accepted, 0);
    assert_true(journal_head(&one, f.db, &err));
    assert_true(fixture_verifies(f.path, &before));
    second = import_hand(&f, TEXT, figures, 3, false);
    assert_int_equal(second.outcome, IMPORT_UNCHANGED);
    assert_int_equal(second.document.n, first.document.n);
    assert_true(journal_head(&two, f.db, &err));
    assert_int_equal(one.size, two.size);
    assert_true(fixture_verifies(f.path, &after));
    assert_true(digest_eq(before, after));
    fixture_close(&f);
}

static void told_another_date_it_is_read_again(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct import_options o = {.read = {.date = {2023, 8, 1}}};
    struct import_result result;
    struct err err;
    import_hand(&f, TEXT, &money, 1, false);
    struct hand_figure later = money;
    later.period = "2023-01..2023-07";
    struct read_result r = hand_reading(f.a, "khác.txt", TEXT, &later, 1);
    assert_true(import_save(&result, f.db, f.a, &officer, STR(TEXT), &r, &o, &err));
    assert_int_equal(result.outcome, IMPORT_AGAIN);
    assert_int_equal(result.document.n, 1);
    assert_int_equal(result.fresh, 1);
    assert_int_equal(result.withdrawn, 1);
    assert_true(fixture_verifies(f.path, NULL));
    fixture_close(&f);
}

static void accepted_by_rule_when_it_resolves(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    const struct hand_figure figures[] = {money, ratio, last_year};
    struct import_result result = import_hand(&f, TEXT, figures, 3, true);
    assert_int_equal(result.accepted, 3);
    struct figure_list list = current(&f);
    assert_int_equal(list.len, 3);
    assert_str(list.at[0].figure.key.indicator, STR("C01"));
    assert_str(list.at[0].figure.key.unit, STR("777"));
    for (size_t i = 0; i < list.len; i++)
        if (list.at[i].figure.key.kind == KIND_PLAN_RATIO) assert_str(list.at[i].figure.key.layer, STR("giao"));
    assert_true(fixture_verifies(f.path, NULL));
    /* Again: there is nothing left to accept, and no entry is written. */
    result = import_hand(&f, TEXT, figures, 3, true);
    assert_int_equal(result.outcome, IMPORT_UNCHANGED);
    assert_int_equal(result.accepted, 0);
    fixture_close(&f);
}

/* Two documents about one key: what the second may do to the figure of the first. */
static void what_agrees_confirms_and_what_contradicts_waits(void **state)
{
    (void)state;
    static const struct {
        const char *what, *first, *second;
        enum figure_bound first_bound, second_bound;
        size_t accepted, revision;
        const char *value; /* of the current figure */
    } cases[] = {
        {"the same", "3812000000000", "3812000000000", BOUND_EXACT, BOUND_EXACT, 1, 0, "3812000000000"},
        {"another", "3812000000000", "3900000000000", BOUND_EXACT, BOUND_EXACT, 0, 0, "3812000000000"},
        {"a bound that holds", "3812000000000", "3800000000000", BOUND_EXACT, BOUND_OVER, 1, 0, "3812000000000"},
        {"a bound that does not hold", "3812000000000", "3900000000000", BOUND_EXACT, BOUND_OVER, 0, 0,
         "3812000000000"},
        {"more precise than a bound", "3800000000000", "3812000000000", BOUND_OVER, BOUND_EXACT, 1, 1, "3812000000000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open();
        struct hand_figure one = last_year, two = last_year;
        one.value = cases[i].first;
        one.bound = cases[i].first_bound;
        two.value = cases[i].second;
        two.bound = cases[i].second_bound;
        assert_int_equal(import_hand(&f, TEXT, &one, 1, true).accepted, 1);
        size_t accepted = import_hand(&f, TEXT " Báo cáo khác.", &two, 1, true).accepted;
        if (accepted != cases[i].accepted) fail_msg("%s: %zu accepted", cases[i].what, accepted);
        struct figure_list list = current(&f);
        struct decimal wanted;
        assert_int_equal(list.len, 1);
        assert_true(decimal_read(&wanted, str_of(cases[i].value)));
        if (!decimal_eq(list.at[0].figure.value, wanted) || list.at[0].revision != cases[i].revision)
            fail_msg("%s: value", cases[i].what);
        assert_true(fixture_verifies(f.path, NULL));
        fixture_close(&f);
    }
}

static void one_document_that_contradicts_itself_waits(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct hand_figure other = money;
    other.quote = "6,97%";
    other.value = "2000000000000";
    const struct hand_figure figures[] = {money, other, last_year};
    assert_int_equal(import_hand(&f, TEXT, figures, 3, true).accepted, 1);
    assert_int_equal(statement(&f, 1).state, STATE_PROPOSED);
    assert_int_equal(statement(&f, 2).state, STATE_PROPOSED);
    assert_int_equal(statement(&f, 3).state, STATE_ACCEPTED);
    fixture_close(&f);
}

static void the_body_makes_the_figure_and_the_heading_confirms_it(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct hand_figure lead = money, body = money;
    lead.quote = "6,97%";
    lead.value = "1900000000000";
    lead.bound = BOUND_OVER;
    lead.heading = true;
    const struct hand_figure figures[] = {lead, body};
    assert_int_equal(import_hand(&f, TEXT, figures, 2, true).accepted, 2);
    struct figure_list list = current(&f);
    assert_int_equal(list.len, 1);
    assert_str(list.at[0].figure.quote, STR("1.996,2 tỷ đồng"));
    fixture_close(&f);
}

static void an_officer_completes_and_revises(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct hand_figure unknown = money, other = money;
    struct accept_result result;
    struct err err;
    struct statement_id first = {1}, second = {2};
    struct accept_choice nothing = {0},
                         all = {.indicator = STR("C01"), .unit = STR("phường An Lạc"), .period = period_half(2023, 1)};
    unknown.indicator = "";
    unknown.subject = "việc kia việc nọ";
    unknown.period = "";
    unknown.place = "Ủy ban";
    import_hand(&f, TEXT, &unknown, 1, true);
    assert_int_equal(statement(&f, 1).state, STATE_PROPOSED);
    assert_false(accept_statements(&result, f.db, f.a, &officer, &first, 1, &nothing, &err));
    assert_int_equal(err.code, ERR_ACCEPT_INDICATOR);
    assert_str(err_arg(&err, 0), STR("S1"));
    assert_false(accept_statements(&result, f.db, f.a, &officer, &first, 1,
                                   &(struct accept_choice){.indicator = STR("C01")}, &err));
    assert_int_equal(err.code, ERR_ACCEPT_UNIT);
    assert_false(accept_statements(&result, f.db, f.a, &officer, &first, 1,
                                   &(struct accept_choice){.indicator = STR("C01"), .unit = STR("phường An Lạc")},
                                   &err));
    assert_int_equal(err.code, ERR_ACCEPT_PERIOD);
    assert_false(accept_statements(&result, f.db, f.a, &officer, &first, 1,
                                   &(struct accept_choice){.indicator = STR("ZZ9")}, &err));
    assert_int_equal(err.code, ERR_INDICATOR_UNKNOWN);
    assert_true(accept_statements(&result, f.db, f.a, &officer, &first, 1, &all, &err));
    assert_int_equal(result.made, 1);
    assert_str(current(&f).at[0].figure.key.unit, STR("27460.2025"));
    other.value = "2000000000000";
    import_hand(&f, TEXT " Sửa lại.", &other, 1, false);
    all.unit = STR("phuong-an-lac"); /* its code this time */
    assert_true(accept_statements(&result, f.db, f.a, &officer, &second, 1, &all, &err));
    assert_int_equal(result.revised, 1);
    assert_true(accept_statements(&result, f.db, f.a, &officer, &second, 1, &all, &err));
    assert_int_equal(result.already, 1);
    struct figure_list list = current(&f);
    assert_int_equal(list.len, 1);
    assert_int_equal(list.at[0].revision, 1);
    assert_true(fixture_verifies(f.path, NULL));
    fixture_close(&f);
}

static void a_measure_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct hand_figure households = money;
    struct accept_result result;
    struct statement_id id = {1};
    struct err err;
    households.measure = "hộ";
    assert_int_equal(import_hand(&f, TEXT, &households, 1, true).accepted, 0);
    assert_false(accept_statements(&result, f.db, f.a, &officer, &id, 1, &(struct accept_choice){0}, &err));
    assert_int_equal(err.code, ERR_ACCEPT_MEASURE);
    fixture_close(&f);
}

static void what_is_rejected_does_not_stand(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    size_t n;
    struct err err;
    struct statement_id ids[] = {{1}, {2}};
    assert_int_equal(import_hand(&f, TEXT, &last_year, 1, true).accepted, 1);
    assert_int_equal(import_hand(&f, TEXT " Nhắc lại.", &last_year, 1, true).accepted, 1);
    assert_true(reject_statements(&n, f.db, f.a, &officer, ids, 1, STR("nhầm"), &err));
    assert_int_equal(current(&f).len, 1); /* the second document still says it */
    assert_true(reject_statements(&n, f.db, f.a, &officer, ids, 2, STR("nhầm"), &err));
    assert_int_equal(n, 1);
    assert_int_equal(current(&f).len, 0);
    assert_false(reject_statements(&n, f.db, f.a, &officer, &(struct statement_id){9}, 1, STR(""), &err));
    assert_int_equal(err.code, ERR_STATEMENT_MISSING);
    assert_true(fixture_verifies(f.path, NULL));
    fixture_close(&f);
}

static void places_become_units(void **state)
{
    (void)state;
    static const struct {
        const char *place, *unit;
    } cases[] = {
        {"", "777"}, /* of the document */
        {"quận Bình Tân", "777"},
        {"Q. Bình Tân", "777"},
        {"UBND quận Bình Tân", "777"},
        {"phường 12", "phuong-12-quan-binh-tan"},
        {"phường An Lạc", "27460.2025"},
        {"phường Bến Nghé", "26740.2025"},
        {"phường 1, quận Bình Thạnh", "26944.2025"},
        {"xã Tân Lập", ""}, /* of the many none is near */
        {"quận An Hòa", "quan-an-hoa"},
        {"phường Bình Minh, quận An Hòa", "phuong-binh-minh"},
        {"TPHCM", "79.2025"}, /* as it was on the day of the document */
        {"thành phố Hồ Chí Minh", "79.2025"},
        {"quận", ""},
        {"thành phố", ""},
        {"cơ quan", ""},
    };
    struct fixture f = fixture_open();
    enum { COUNT = sizeof cases / sizeof *cases };
    struct hand_figure figures[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        figures[i] = money;
        figures[i].place = cases[i].place;
    }
    import_hand(&f, TEXT, figures, COUNT, false);
    for (size_t i = 0; i < COUNT; i++) {
        struct kept_statement s = statement(&f, (uint32_t)i + 1);
        if (!str_eq(s.said.unit, str_of(cases[i].unit))) fail_msg("%s: %.*s", cases[i].place, STR_ARG(s.said.unit));
    }
    fixture_close(&f);
}

/* The place of a document may say where it lies; what nobody knows is made, with what is above it. */
static void a_made_up_ward_lies_in_its_made_up_city(void **state)
{
    (void)state;
    static const struct {
        const char *place, *unit, *parent;
    } cases[] = {
        {"phường Bình Minh, thành phố Lạc Hồng", "phuong-binh-minh", "thanh-pho-lac-hong"},
        {"phường Bình Minh", "phuong-binh-minh", "thanh-pho-lac-hong"}, /* who made it means it */
        {"phường Bình Minh, tỉnh Vĩnh Long", "29771", ""},
    };
    struct fixture f = fixture_open();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct import_options o = {0};
        struct import_result result;
        struct kept_unit unit;
        struct err err = {0};
        struct read_result r = hand_reading(f.a, "a.txt", TEXT, &money, 1);
        r.reading.place = str_of(cases[i].place);
        r.reading.date = (struct date){2026, 7, 1};
        o.read.place = r.reading.place;
        assert_true(import_save(&result, f.db, f.a, &officer, STR(TEXT), &r, &o, &err));
        assert_str(result.unclear, STR(""));
        struct kept_statement s = statement(&f, (uint32_t)(i == 2 ? 2 : 1));
        assert_str(s.said.unit, str_of(cases[i].unit));
        assert_true(unit_load(&unit, f.db, f.a, s.said.unit, &err));
        assert_str(unit.parent, str_of(cases[i].parent));
    }
    fixture_close(&f);
    f = fixture_open();
    struct import_options o = {0};
    struct import_result result;
    struct err err = {0};
    struct read_result r = hand_reading(f.a, "a.txt", TEXT, &money, 1);
    r.reading.place = STR("phường Bình Minh");
    r.reading.date = (struct date){2026, 7, 1};
    assert_true(import_save(&result, f.db, f.a, &officer, STR(TEXT), &r, &o, &err));
    assert_str(result.unclear, STR("phường Bình Minh"));
    assert_str(statement(&f, 1).said.unit, STR(""));
    fixture_close(&f);
}

static void search_shows_the_words(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct search_result r;
    struct err err;
    import_hand(&f, TEXT, &money, 1, false);
    assert_true(search_record(&r, f.db, f.a, STR("du toan thanh pho"), 10, &err));
    assert_int_equal(r.len, 1);
    assert_int_equal(r.at[0].statement.n, 0);
    assert_str(r.at[0].document_name, STR("bao-cao.txt"));
    assert_str(str_part(r.at[0].words, r.at[0].first, r.at[0].last), STR("dự"));
    assert_true(search_record(&r, f.db, f.a, STR("\"thành phố giao\""), 10, &err));
    assert_str(str_part(r.at[0].words, r.at[0].first, r.at[0].last), STR("thành phố giao"));
    assert_true(search_record(&r, f.db, f.a, STR("1.996,2"), 10, &err));
    assert_int_equal(r.len, 1); /* the statement, and not its passage once more */
    assert_int_equal(r.at[0].statement.n, 1);
    assert_str(str_part(r.at[0].words, r.at[0].first, r.at[0].last), STR("1.996,2 tỷ đồng"));
    assert_false(search_record(&r, f.db, f.a, STR("..."), 10, &err));
    assert_int_equal(err.code, ERR_SEARCH_EMPTY);
    fixture_close(&f);
}

/* Whether the table of this name, and no other, was found wrong; "": none was. */
static bool wrong_is(const struct verify_result *v, const char *name)
{
    bool same = true;
    for (size_t i = 0; i < DIGEST_TABLES; i++) same &= v->tables_wrong[i] == str_eq(table_digest_name(i), str_of(name));
    return same;
}

/* What somebody does to the tables or to the content of a record, and what verify says. */
static void damage_is_found_and_tables_are_mended(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        unsigned faults;
        const char *table; /* the one that is wrong; "": none can be named */
        bool mended;       /* by a rebuild */
    } cases[] = {
        {"UPDATE figure SET value_coefficient = value_coefficient + 1 WHERE id = 1", VERIFY_TABLES, "figure", true},
        {"DELETE FROM figure", VERIFY_TABLES, "figure", true},
        {"UPDATE statement SET state = 'rejected' WHERE id = 2", VERIFY_TABLES, "statement", true},
        {"UPDATE figure_statement SET subject = 'chi ngân sách'", VERIFY_TABLES, "figure_statement", true},
        {"UPDATE unit SET name = 'quận Tân Bình'", VERIFY_TABLES, "unit", true},
        {"INSERT INTO passage_search (rowid, words) VALUES (9, 'lạ')", VERIFY_TABLES, "passage_words", true},
        {"INSERT INTO formula VALUES (1, 'H02', 'H02b / H01a', '', '', 2, '', '', '', 'thử', 0, 1)", VERIFY_TABLES,
         "formula", true},
        {"INSERT INTO person VALUES ('ai-do', 'Ai Đó', '', '', 1, 1)", VERIFY_TABLES, "person", true},
        {"INSERT INTO person_event VALUES (1, 'new', 'ai-do', '')", VERIFY_TABLES, "person_event", true},
        {"INSERT INTO matter_kind VALUES ('task', 1, 'Nhiệm vụ', '', 1)", VERIFY_TABLES | VERIFY_CONTENT_MISSING,
         "matter_kind", true},
        {"DROP TABLE passage_words; DROP TABLE figure_statement", 0, "", true},
        {"UPDATE content SET bytes = CAST('khác' AS BLOB) WHERE sha256 IN (SELECT sha256 FROM document)",
         VERIFY_CONTENT | VERIFY_REPLAY, "", false},
        {"UPDATE content SET bytes = CAST('{}' AS BLOB) WHERE sha256 IN (SELECT said FROM reading)",
         VERIFY_CONTENT | VERIFY_REPLAY, "", false},
        {"DELETE FROM content WHERE sha256 IN (SELECT said FROM reading)", VERIFY_CONTENT_MISSING | VERIFY_REPLAY, "",
         false},
        {"INSERT INTO content VALUES ('00', x'00')", VERIFY_CONTENT | VERIFY_CONTENT_FOREIGN, "", false},
        {"UPDATE journal SET who = 'ai đó' WHERE seq = 2", VERIFY_JOURNAL, "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = fixture_open();
        const struct hand_figure figures[] = {money, last_year};
        struct verify_result v;
        struct rebuild_result r;
        struct err err;
        import_hand(&f, TEXT, figures, 2, true);
        db_close(f.db);
        scratch_sql(&f.scratch, f.path, cases[i].sql);
        assert_true(record_open(&f.db, f.a, f.path, DB_WRITE, &err));
        bool readable = verify_record(&v, f.db, f.a, NULL, NULL, &err);
        if (readable != (cases[i].faults != 0) || v.faults != cases[i].faults || !wrong_is(&v, cases[i].table))
            fail_msg("%s: faults %u", cases[i].sql, v.faults);
        bool rebuilt = rebuild_record(&r, f.db, NULL, &err);
        if (cases[i].mended) {
            assert_true(rebuilt && !r.same);
            assert_true(fixture_verifies(f.path, NULL));
            assert_true(rebuild_record(&r, f.db, NULL, &err) && r.same);
        } else {
            assert_false(fixture_verifies(f.path, NULL));
        }
        fixture_close(&f);
    }
}

static void from_bytes_to_figures(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct import_options o = {.read = {.date = {2023, 7, 13}, .place = STR("quận Bình Tân")}, .accept = true};
    struct import_result first, second;
    struct str bytes = STR("Thu ngân sách nhà nước 6 tháng đầu năm đạt 1.996,2 tỷ đồng, đạt 55,45% dự toán.\r\n"), back;
    struct listed_document d;
    struct err err;
    assert_true(import_bytes(&first, f.db, f.a, &officer, bytes, STR("thư mục/báo cáo.txt"), &o, &err));
    assert_int_equal(first.outcome, IMPORT_NEW);
    assert_int_equal(first.accepted, 2);
    assert_true(import_bytes(&second, f.db, f.a, &officer, bytes, STR("bản sao.txt"), &o, &err));
    assert_int_equal(second.outcome, IMPORT_UNCHANGED);
    assert_true(document_load(&d, f.db, f.a, first.document, &err));
    assert_str(d.document.name, STR("báo cáo.txt"));
    assert_true(content_load(&back, f.db, f.a, d.document.sha256, &err));
    assert_str(back, bytes); /* as they came, CR and all */
    assert_false(import_bytes(&first, f.db, f.a, &officer,
                              STR("thu \xff\xfe ng\xe2n s\xe1"
                                  "ch\n"),
                              STR("x.txt"), &o, &err));
    assert_true(str_has(err_name(err.code), STR("not_utf8")));
    assert_false(import_bytes(&first, f.db, f.a, &officer, STR(""), STR("x.txt"), &o, &err));
    assert_int_equal(err.code, ERR_FILE_EMPTY);
    assert_true(import_bytes(&first, f.db, f.a, &officer, STR("Không có số nào.\n"), STR("t\xc3.txt"), &o, &err));
    assert_true(fixture_verifies(f.path, NULL));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_second_time_changes_nothing),
        cmocka_unit_test(told_another_date_it_is_read_again),
        cmocka_unit_test(accepted_by_rule_when_it_resolves),
        cmocka_unit_test(what_agrees_confirms_and_what_contradicts_waits),
        cmocka_unit_test(one_document_that_contradicts_itself_waits),
        cmocka_unit_test(the_body_makes_the_figure_and_the_heading_confirms_it),
        cmocka_unit_test(an_officer_completes_and_revises),
        cmocka_unit_test(a_measure_that_does_not_fit_is_refused),
        cmocka_unit_test(what_is_rejected_does_not_stand),
        cmocka_unit_test(places_become_units),
        cmocka_unit_test(a_made_up_ward_lies_in_its_made_up_city),
        cmocka_unit_test(search_shows_the_words),
        cmocka_unit_test(damage_is_found_and_tables_are_mended),
        cmocka_unit_test(from_bytes_to_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
