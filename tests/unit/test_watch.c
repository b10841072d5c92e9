/* SPDX-License-Identifier: Apache-2.0
 *
 * watch, grid_follow: a board that follows its record: what each commit changes, what it does not, and that a board
 * made on is the board made anew.
 */
#include "given.h"

#include "accept.h"
#include "watch.h"

static struct kept_unit ward(void)
{
    return (struct kept_unit){.code = STR("26944"), .name = STR("phường Gia Định")};
}

static bool step(struct watch *w, struct fixture *f)
{
    struct err err = {0};
    bool changed;
    if (!watch_step(&changed, w, f->db, &err)) fail_msg("%.*s", STR_ARG(err_name(err.code)));
    return changed;
}

static const struct stand_row *row_of(const struct stand *s, const char *code)
{
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i].question.indicator->code, str_of(code))) return &s->at[i];
    return NULL;
}

/* The news, one behind the other: "C01 H02". */
static void assert_news(const struct watch *w, const char *wanted)
{
    char line[200] = "";
    for (size_t i = 0; i < w->news.len; i++) {
        size_t len = strlen(line);
        snprintf(line + len, sizeof line - len, i ? " %.*s" : "%.*s", STR_ARG(w->news.at[i]));
    }
    assert_string_equal(line, wanted);
}

static void every_commit_is_seen(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct watch w = watch_open(ward(), period_year(2026));
    assert_true(step(&w, &f)); /* the record was made: an entry, no figure yet */
    assert_int_equal(w.stand.len, 0);
    assert_false(step(&w, &f));
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "600"});
    assert_true(step(&w, &f));
    assert_news(&w, "C01");
    assert_non_null(row_of(&w.stand, "C01"));
    assert_false(step(&w, &f));
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "700", .aspect = ASPECT_PLAN});
    assert_true(step(&w, &f)); /* a plan changes the row of its indicator */
    assert_news(&w, "C01");
    assert_int_equal(row_of(&w.stand, "C01")->ratio.rule, ANSWER_RATIO);
    give(&f, &(struct given){"quận Bình Tân", "2024", "1"});
    assert_true(step(&w, &f)); /* of another place: seen, and nothing here is news */
    assert_news(&w, "");
    watch_close(&w);
    fixture_close(&f);
}

/* A formula's result is a row as soon as its last figure comes. */
static void reckoned_rows_come_too(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct watch w = watch_open(ward(), period_year(2026));
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "90", "H02b", "hồ sơ"});
    assert_true(step(&w, &f));
    assert_null(row_of(&w.stand, "H02"));
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "100", "H01d", "hồ sơ"});
    assert_true(step(&w, &f));
    assert_news(&w, "H01d H02 H03a");
    assert_int_equal(row_of(&w.stand, "H02")->value.rule, ANSWER_FORMULA);
    watch_close(&w);
    fixture_close(&f);
}

/* Without a period the board goes on to the latest one, and then all of it is news. */
static void the_latest_period_is_followed(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct watch w = watch_open(ward(), (struct period){0});
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "600"});
    assert_true(step(&w, &f));
    assert_true(period_eq(w.stand.period, period_year(2026)));
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2027", "660"});
    assert_true(step(&w, &f));
    assert_true(period_eq(w.stand.period, period_year(2027)));
    assert_news(&w, "C01");
    assert_int_equal(row_of(&w.stand, "C01")->growth.rule, ANSWER_GROWTH);
    watch_close(&w);
    fixture_close(&f);
}

/* What is taken back is gone, and the board that followed is the one that is made at once. */
static void what_is_taken_back_is_news(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct watch w = watch_open(ward(), period_year(2026)), other = watch_open(ward(), period_year(2026));
    struct statement_id second = {2};
    size_t rejected;
    struct err err = {0};
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "600"});
    give(&f, &(struct given){"phường Gia Định, TPHCM", "2026", "500", "C03a"});
    assert_true(step(&w, &f));
    assert_news(&w, "C01 C03a");
    assert_true(reject_statements(&rejected, f.db, f.a, &officer, &second, 1, STR("nhầm"), &err));
    assert_true(step(&w, &f));
    assert_news(&w, "C03a");
    assert_null(row_of(&w.stand, "C03a"));
    assert_true(step(&other, &f));
    assert_int_equal(other.stand.len, w.stand.len);
    for (size_t i = 0; i < w.stand.len; i++) {
        assert_str(w.stand.at[i].question.indicator->code, other.stand.at[i].question.indicator->code);
        assert_true(decimal_eq(w.stand.at[i].value.value.value, other.stand.at[i].value.value.value));
    }
    assert_int_equal((int)w.last.seq, (int)other.last.seq);
    watch_close(&w);
    watch_close(&other);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_commit_is_seen),
        cmocka_unit_test(reckoned_rows_come_too),
        cmocka_unit_test(the_latest_period_is_followed),
        cmocka_unit_test(what_is_taken_back_is_news),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
