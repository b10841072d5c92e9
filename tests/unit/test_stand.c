/* SPDX-License-Identifier: Apache-2.0
 *
 * stand, explain: from a record to the table of a place, and from each number of it back to the words.
 */
#include "record_fixture.h"

#include "accept.h"
#include "buf.h"
#include "explain.h"
#include "stand.h"
#include "unit_look.h"

#define TEXT                                                                                                           \
    "Thu ngân sách năm 2023 đạt 8.343 tỷ đồng, đạt 111,24% dự toán "                                  \
    "thành phố giao (7.500 tỷ đồng). TP. Bình An đã tổng kết. Năm 2022 "                               \
    "thu 7.703,6 tỷ đồng;\nngười dân\nphấn khởi. Đến 6 tháng đầu năm "                            \
    "giải ngân 40 tỷ đồng."
static const struct hand_figure FIGURES[] = {
    {"8.343 tỷ đồng", "8343000000000", "VND", "C01", "2023", .kind = KIND_LEVEL},
    {"111,24%", "111.24", "%", "C01", "2023", .kind = KIND_PLAN_RATIO, .plan = "dự toán thành phố giao"},
    {"7.500 tỷ đồng", "7500000000000", "VND", "C01", "2023", .kind = KIND_LEVEL, .aspect = ASPECT_PLAN,
     .plan = "dự toán thành phố giao"},
    {"7.703,6 tỷ đồng", "7703600000000", "VND", "C01", "2022", .kind = KIND_LEVEL},
    {"40 tỷ đồng", "40000000000", "VND", "D02", "2023-H1", .kind = KIND_LEVEL},
};
enum { FIGURE_COUNT = sizeof FIGURES / sizeof *FIGURES };

static struct fixture filled(struct snapshot *s)
{
    struct fixture f = fixture_open();
    struct import_options o = {.accept = true};
    struct import_result result;
    struct err err = {0};
    struct read_result r = hand_reading(f.a, "bao-cao.txt", TEXT, FIGURES, FIGURE_COUNT);
    assert_true(import_save(&result, f.db, f.a, &officer, STR(TEXT), &r, &o, &err));
    assert_int_equal(result.accepted, FIGURE_COUNT);
    assert_true(snapshot_load(s, f.db, f.a, STR(""), &err));
    return f;
}

static const struct stand_row *row_of(const struct stand *s, const char *code)
{
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i].question.indicator->code, str_of(code))) return &s->at[i];
    fail_msg("no row of %s", code);
    return NULL;
}

static void a_place_stands_by_two_verdicts(void **state)
{
    (void)state;
    struct snapshot s;
    struct fixture f = filled(&s);
    struct kept_unit unit;
    struct stand year, half;
    struct err err = {0};
    assert_true(unit_typed(&unit, f.db, f.a, STR("Q. Bình Tân"), (struct date){0}, &err));
    assert_str(unit.code, STR("777"));
    assert_true(period_eq(stand_latest(s.cube, f.a, unit.code), period_year(2023)));
    assert_true(stand_make(&year, &s, f.db, f.a, unit, period_year(2023), &err));
    assert_int_equal(year.len, 1);
    const struct stand_row *r = row_of(&year, "C01");
    assert_int_equal(r->plan_verdict, PLAN_EXCEEDED);
    assert_int_equal(r->year_verdict, YEAR_BETTER);
    assert_int_equal(r->pace, PACE_NO_VERDICT);
    assert_false(r->ratio.differs);
    assert_int_equal(year.exceeded, 1);
    assert_int_equal(year.better, 1);
    assert_true(stand_make(&half, &s, f.db, f.a, unit, period_half(2023, 1), &err));
    r = row_of(&half, "C01"); /* the plan of the year is known, nothing was reached yet */
    assert_int_equal(r->value.rule, ANSWER_NONE);
    assert_int_equal(r->plan.rule, ANSWER_FIGURE);
    r = row_of(&half, "D02");
    assert_int_equal(r->ratio.rule, ANSWER_NONE);
    assert_int_equal(r->plan_verdict, PLAN_NO_VERDICT);
    assert_true(stand_make(&half, &s, f.db, f.a, unit, period_year(2019), &err));
    assert_int_equal(half.len, 0);
    fixture_close(&f);
}

static void places_are_typed_by_name_or_code(void **state)
{
    (void)state;
    struct snapshot s;
    struct fixture f = filled(&s);
    struct kept_unit unit;
    struct err err = {0};
    assert_true(unit_typed(&unit, f.db, f.a, STR("777"), (struct date){0}, &err));
    assert_str(unit.name, STR("quận Bình Tân"));
    assert_true(unit_typed(&unit, f.db, f.a, STR("QUẬN BÌNH TÂN"), (struct date){0}, &err));
    assert_false(unit_typed(&unit, f.db, f.a, STR("quận Bình Thạnh"), (struct date){0}, &err));
    assert_int_equal(err.code, ERR_UNIT_SILENT);
    assert_null(snapshot_unit(&s, STR("x")));
    fixture_close(&f);
}

static struct explanation explained(struct fixture *f, const char *id)
{
    struct explanation e;
    struct err err = {0};
    if (!explain_make(&e, f->db, f->a, str_of(id), &err)) fail_msg("%s: %.*s", id, STR_ARG(err_name(err.code)));
    return e;
}

static void a_ratio_leads_back_to_its_words(void **state)
{
    (void)state;
    struct snapshot s;
    struct fixture f = filled(&s);
    struct explanation e = explained(&f, "C01/777/2023/plan_ratio");
    assert_str(e.title, STR("Thu ngân sách nhà nước trên địa bàn, quận Bình Tân, năm 2023"));
    assert_str(e.result, STR("111,24 %"));
    assert_str(e.formula, STR("8.343 / 7.500 × 100"));
    assert_str(e.why, STR(""));
    assert_str(e.remark, STR("báo cáo cũng nêu: đạt 111,24 %"));
    assert_int_equal(e.figures.len, 2);
    assert_int_equal(e.figures.at[0].quotes.len, 1);
    const struct explain_quote *q = &e.figures.at[0].quotes.at[0];
    assert_str(q->document_name, STR("bao-cao.txt"));
    assert_str(str_part(q->words, q->first, q->last), STR("8.343 tỷ đồng"));
    assert_str(q->words, STR("Thu ngân sách năm 2023 đạt 8.343 tỷ đồng, đạt 111,24% dự toán thành phố giao "
                             "(7.500 tỷ đồng)."));
    assert_str(q->who, officer.who);
    e = explained(&f, "C01/777/2023/growth");
    assert_str(e.result, STR("+8,30 %"));
    assert_str(e.formula, STR("8.343 / 7.703,6 × 100 − 100"));
    fixture_close(&f);
}

static void what_is_missing_is_named(void **state)
{
    (void)state;
    struct snapshot s;
    struct fixture f = filled(&s);
    struct explanation e = explained(&f, "D02/777/2023-H1/growth");
    assert_str(e.result, STR(""));
    assert_str(e.why, STR("không so sánh được: không có số cùng kỳ năm trước (6 tháng đầu năm 2022)"));
    e = explained(&f, "D02/777/2023-H1/plan_ratio");
    assert_str(e.why, STR("không so sánh được: không có kế hoạch"));
    e = explained(&f, "D02/777/2019/value");
    assert_str(e.why, STR("không có số liệu của năm 2019"));
    assert_int_equal(e.figures.len, 0);
    fixture_close(&f);
}

static void figures_and_statements_explain_themselves(void **state)
{
    (void)state;
    struct snapshot s;
    struct fixture f = filled(&s);
    struct buf b = buf_make(100000);
    struct explanation e = explained(&f, "s1");
    assert_str(e.result, STR("8.343 tỷ đồng"));
    assert_int_equal(e.figures.len, 1);
    assert_str(str_part(e.said.words, e.said.first, e.said.last), STR("8.343 tỷ đồng"));
    for (size_t i = 0; i < s.figures.len; i++) {
        char id[20];
        snprintf(id, sizeof id, "F%u", s.figures.at[i].id.n);
        e = explained(&f, id);
        assert_int_equal(e.figures.at[0].kept.id.n, s.figures.at[i].id.n);
        assert_true(e.result.len > 0);
        explain_write_json(&b, &e);
    }
    assert_true(str_has(buf_str(&b), STR("\"sentence\":\"Đến 6 tháng đầu năm giải ngân 40 tỷ đồng.\"")));
    buf_free(&b);
    fixture_close(&f);
}

static void other_ids_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        enum err_code code;
    } WRONG[] = {
        {"", ERR_ANSWER_UNKNOWN},
        {"C01", ERR_ANSWER_UNKNOWN},
        {"D1", ERR_ANSWER_UNKNOWN},
        {"F", ERR_ANSWER_UNKNOWN},
        {"F0", ERR_ANSWER_UNKNOWN},
        {"C01/777/2023", ERR_ANSWER_UNKNOWN},
        {"C01/777/2023/share", ERR_ANSWER_UNKNOWN},
        {"C01/777//value", ERR_ANSWER_UNKNOWN},
        {"Z99/777/2023/value", ERR_ANSWER_UNKNOWN},
        {"C01//2023/value", ERR_ANSWER_UNKNOWN},
        {"C01/quan-1/2023/value", ERR_UNIT_UNKNOWN},
        {"F999", ERR_FIGURE_MISSING},
        {"S999", ERR_STATEMENT_MISSING},
    };
    struct snapshot s;
    struct fixture f = filled(&s);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct explanation e;
        struct err err = {0};
        if (explain_make(&e, f.db, f.a, str_of(WRONG[i].id), &err)) fail_msg("«%s» was explained", WRONG[i].id);
        if (err.code != WRONG[i].code) fail_msg("«%s»: %.*s", WRONG[i].id, STR_ARG(err_name(err.code)));
    }
    fixture_close(&f);
}

static void sentences_around_a_quote(void **state)
{
    (void)state;
    static const struct {
        const char *text, *quote, *sentence;
    } CASES[] = {
        {"Một. Hai 5 hộ nữa. Ba.", "5 hộ", "Hai 5 hộ nữa."},
        {"Thu 1.234,5 tỷ đồng, tăng 8,3%. Hết", "8,3%", "Thu 1.234,5 tỷ đồng, tăng 8,3%."},
        {"Tại TP. Hồ Chí Minh có 5 hộ", "5 hộ", "Tại TP. Hồ Chí Minh có 5 hộ"},
        {"Đoạn trước\n\nCó 5\nhộ nghèo\n\nĐoạn sau", "5\nhộ", "Có 5 hộ nghèo"},
        {"5 hộ", "5 hộ", "5 hộ"},
        {"Ai vậy? Có 5 hộ! Thế à", "5 hộ", "Có 5 hộ!"},
    };
    struct arena *a = arena_make(1000000);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct str text = str_of(CASES[i].text), quote = str_of(CASES[i].quote);
        uint32_t first, last, at = (uint32_t)str_find(text, quote);
        struct span span = {0, at, at + (uint32_t)quote.len};
        struct str got = explain_sentence(&first, &last, a, text, span);
        assert_str(got, str_of(CASES[i].sentence));
        assert_int_equal(last - first, quote.len);
    }
    /* No end in sight: cut on both sides, between characters. */
    char *text = arena_alloc(a, 9000, 1);
    for (size_t i = 0; i < 9000; i += 3) memcpy(text + i, "ế", 3);
    uint32_t first, last;
    struct str got = explain_sentence(&first, &last, a, (struct str){text, 9000}, (struct span){0, 4500, 4503});
    assert_true(got.len <= 2 * EXPLAIN_SENTENCE + 8 && got.len % 3 == 0);
    got = explain_sentence(&first, &last, a, STR("ngắn"), (struct span){0, 900, 903});
    assert_int_equal(first, last);
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_stands_by_two_verdicts),
        cmocka_unit_test(places_are_typed_by_name_or_code),
        cmocka_unit_test(a_ratio_leads_back_to_its_words),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(figures_and_statements_explain_themselves),
        cmocka_unit_test(other_ids_are_refused),
        cmocka_unit_test(sentences_around_a_quote),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
