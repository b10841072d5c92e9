/* SPDX-License-Identifier: Apache-2.0
 *
 * period: every literal, its days, its Vietnamese, and the operations on it. The tables are the tests.
 */
#include "unit_test.h"

#include "buf.h"
#include "period.h"
#include "period_cover.h"

static struct str literal(struct buf *b, struct period p)
{
    buf_clear(b);
    period_write(b, p);
    return buf_str(b);
}

static struct period p(const char *text)
{
    struct period out;
    if (!period_read(&out, str_of(text))) fail_msg("cannot read «%s»", text);
    return out;
}

static void assert_date(struct date d, const char *text)
{
    struct buf b = buf_make(100);
    date_write(&b, d);
    assert_str(buf_str(&b), str_of(text));
    buf_free(&b);
}

static const struct {
    const char *read, *written;
    enum period_kind kind;
    const char *from, *to, *vi;
} LITERALS[] = {
    {"", "", PERIOD_NONE, "", "", ""},
    {"2023-06-12", "2023-06-12", PERIOD_DAY, "2023-06-12", "2023-06-12", "ngày 12/6/2023"},
    {"2021-10-14..2021-10-21", "2021-10-14..2021-10-21", PERIOD_DAYS, "2021-10-14", "2021-10-21",
     "từ ngày 14/10/2021 đến ngày 21/10/2021"},
    {"2021-10-14..2021-10-14", "2021-10-14", PERIOD_DAY, "2021-10-14", "2021-10-14", "ngày 14/10/2021"},
    {"2021-10-01..2021-10-31", "2021-10-01..2021-10-31", PERIOD_DAYS, "2021-10-01", "2021-10-31",
     "từ ngày 1/10/2021 đến ngày 31/10/2021"},
    {"2023-06", "2023-06", PERIOD_MONTH, "2023-06-01", "2023-06-30", "tháng 6/2023"},
    {"2024-02", "2024-02", PERIOD_MONTH, "2024-02-01", "2024-02-29", "tháng 2/2024"},
    {"2023-Q1", "2023-Q1", PERIOD_QUARTER, "2023-01-01", "2023-03-31", "quý I/2023"},
    {"2023-Q2", "2023-Q2", PERIOD_QUARTER, "2023-04-01", "2023-06-30", "quý II/2023"},
    {"2023-Q3", "2023-Q3", PERIOD_QUARTER, "2023-07-01", "2023-09-30", "quý III/2023"},
    {"2023-Q4", "2023-Q4", PERIOD_QUARTER, "2023-10-01", "2023-12-31", "quý IV/2023"},
    {"2023-H1", "2023-H1", PERIOD_HALF, "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"},
    {"2023-H2", "2023-H2", PERIOD_HALF, "2023-07-01", "2023-12-31", "6 tháng cuối năm 2023"},
    {"2023-9M", "2023-9M", PERIOD_NINE_MONTHS, "2023-01-01", "2023-09-30", "9 tháng đầu năm 2023"},
    {"2023-01..2023-05", "2023-01..2023-05", PERIOD_MONTHS, "2023-01-01", "2023-05-31", "5 tháng đầu năm 2023"},
    {"2023-02..2023-04", "2023-02..2023-04", PERIOD_MONTHS, "2023-02-01", "2023-04-30", "từ tháng 2 đến tháng 4/2023"},
    {"2022-11..2023-02", "2022-11..2023-02", PERIOD_MONTHS, "2022-11-01", "2023-02-28",
     "từ tháng 11/2022 đến tháng 2/2023"},
    {"2023-01..2023-03", "2023-Q1", PERIOD_QUARTER, "2023-01-01", "2023-03-31", "quý I/2023"},
    {"2023-10..2023-12", "2023-Q4", PERIOD_QUARTER, "2023-10-01", "2023-12-31", "quý IV/2023"},
    {"2023-01..2023-06", "2023-H1", PERIOD_HALF, "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"},
    {"2023-07..2023-12", "2023-H2", PERIOD_HALF, "2023-07-01", "2023-12-31", "6 tháng cuối năm 2023"},
    {"2023-01..2023-09", "2023-9M", PERIOD_NINE_MONTHS, "2023-01-01", "2023-09-30", "9 tháng đầu năm 2023"},
    {"2023-04..2023-12", "2023-04..2023-12", PERIOD_MONTHS, "2023-04-01", "2023-12-31", "từ tháng 4 đến tháng 12/2023"},
    {"2023-01..2023-12", "2023", PERIOD_YEAR, "2023-01-01", "2023-12-31", "năm 2023"},
    {"2023-05..2023-05", "2023-05", PERIOD_MONTH, "2023-05-01", "2023-05-31", "tháng 5/2023"},
    {"2021-01..2022-12", "2021-2022", PERIOD_YEARS, "2021-01-01", "2022-12-31", "giai đoạn 2021-2022"},
    {"2023", "2023", PERIOD_YEAR, "2023-01-01", "2023-12-31", "năm 2023"},
    {"2020-2025", "2020-2025", PERIOD_YEARS, "2020-01-01", "2025-12-31", "giai đoạn 2020-2025"},
    {"2023-2023", "2023", PERIOD_YEAR, "2023-01-01", "2023-12-31", "năm 2023"},
    {"..2022-05-15", "..2022-05-15", PERIOD_TO_DATE, "2022-01-01", "2022-05-15", "đến ngày 15/5/2022"},
    {"..2022-12-31", "..2022-12-31", PERIOD_TO_DATE, "2022-01-01", "2022-12-31", "đến ngày 31/12/2022"},
};

static void literals_read_and_write(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < sizeof LITERALS / sizeof *LITERALS; i++) {
        struct period got = p(LITERALS[i].read);
        assert_str(literal(&b, got), str_of(LITERALS[i].written));
        assert_int_equal(got.kind, LITERALS[i].kind);
        assert_date(got.from, LITERALS[i].from);
        assert_date(got.to, LITERALS[i].to);
        buf_clear(&b);
        period_write_vi(&b, got);
        assert_str(buf_str(&b), str_of(LITERALS[i].vi));
        assert_true(period_eq(got, p(LITERALS[i].written)));
    }
    buf_free(&b);
}

static void other_texts_are_refused(void **state)
{
    (void)state;
    static const char *const WRONG[] = {
        "23",
        "20233",
        "2023-13",
        "2023-00",
        "2023-6",
        "2023-Q0",
        "2023-Q5",
        "2023-H3",
        "2023-H0",
        "2023-9",
        "2023-8M",
        "2023-02-29",
        "2023-06-31",
        "2025-2020",
        "..",
        "..2023",
        "2023..",
        "2023..2024",
        "..2023-06",
        "0000",
        "2023-Q1 ",
        " 2023",
        "2023/06",
        "2023-06..2023-05",
        "2023-06..2022-07",
        "2023-06-10..2023-06-09",
        "2023-06-10..",
        "2023-06..2023-06-30",
        "2023-06-10..2023-07",
        "..2023-06-31",
        "2023-q1",
        "năm 2023",
        "2023-",
        "2023-Q",
        "2023-Q12",
        "..2023-06-30..2023-07-01",
        "-2023",
        "2023--06",
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct period out = period_year(2000);
        if (period_read(&out, str_of(WRONG[i]))) fail_msg("«%s» was read", WRONG[i]);
        assert_int_equal(out.kind, PERIOD_NONE);
    }
}

static void makers_refuse_what_is_not_a_time(void **state)
{
    (void)state;
    struct date good = {2023, 6, 12}, bad = {2023, 2, 30}, unknown = {0};
    assert_int_equal(period_day(bad).kind, PERIOD_NONE);
    assert_int_equal(period_day(unknown).kind, PERIOD_NONE);
    assert_int_equal(period_days(good, bad).kind, PERIOD_NONE);
    assert_int_equal(period_days((struct date){2023, 6, 13}, good).kind, PERIOD_NONE);
    assert_int_equal(period_month(2023, 0).kind, PERIOD_NONE);
    assert_int_equal(period_month(2023, 13).kind, PERIOD_NONE);
    assert_int_equal(period_month(0, 1).kind, PERIOD_NONE);
    assert_int_equal(period_quarter(2023, 5).kind, PERIOD_NONE);
    assert_int_equal(period_quarter(2023, 0).kind, PERIOD_NONE);
    assert_int_equal(period_half(2023, 3).kind, PERIOD_NONE);
    assert_int_equal(period_months(2023, 5, 4).kind, PERIOD_NONE);
    assert_int_equal(period_months(2023, -1, 4).kind, PERIOD_NONE);
    assert_int_equal(period_months_between(2023, 1, 2022, 12).kind, PERIOD_NONE);
    assert_int_equal(period_year(10000).kind, PERIOD_NONE);
    assert_int_equal(period_years(2025, 2020).kind, PERIOD_NONE);
    assert_int_equal(period_to_date(unknown).kind, PERIOD_NONE);
}

static const struct {
    const char *from;
    int years;
    const char *to;
} BACK[] = {
    {"2023-06-12", 1, "2022-06-12"},
    {"2024-02-29", 1, "2023-02-28"},
    {"2024-02-29", 4, "2020-02-29"},
    {"2024-02", 1, "2023-02"},
    {"2025-02", 1, "2024-02"},
    {"2023-Q1", 1, "2022-Q1"},
    {"2023-H2", 2, "2021-H2"},
    {"2023-9M", 1, "2022-9M"},
    {"2024-01..2024-02", 1, "2023-01..2023-02"},
    {"2025-01..2025-02", 1, "2024-01..2024-02"},
    {"2022-11..2023-02", 1, "2021-11..2022-02"},
    {"2023", 1, "2022"},
    {"2020-2025", 5, "2015-2020"},
    {"..2022-05-15", 1, "..2021-05-15"},
    {"..2024-02-29", 1, "..2023-02-28"},
    {"2024-02-01..2024-02-29", 1, "2023-02-01..2023-02-28"},
    {"2022", -1, "2023"},
    {"2023-02", -1, "2024-02"},
    {"0001", 1, ""},
    {"9999", -1, ""},
    {"2023", 2147483647, ""},
    {"2023", -2147483647, ""},
    {"", 1, ""},
};

static void years_back_keeps_the_window(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < sizeof BACK / sizeof *BACK; i++)
        assert_str(literal(&b, period_years_back(p(BACK[i].from), BACK[i].years)), str_of(BACK[i].to));
    buf_free(&b);
}

static void before_is_the_window_just_before(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"2023-06", "2023-05"}, {"2023-01", "2022-12"},
        {"2023-Q3", "2023-Q2"}, {"2023-Q2", "2023-Q1"},
        {"2023-Q1", "2022-Q4"}, {"2023-H2", "2023-H1"},
        {"2023-H1", "2022-H2"}, {"2023", "2022"},
        {"2023-9M", ""},        {"2023-01..2023-05", ""},
        {"2020-2025", ""},      {"..2023-05-15", ""},
        {"2023-06-12", ""},     {"", ""},
        {"0001", ""},           {"2023-06-12..2023-06-18", ""},
        {"0001-01", ""},
    };
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_str(literal(&b, period_before(p(CASES[i][0]))), str_of(CASES[i][1]));
    buf_free(&b);
}

static void same_time_looks_through_the_literal(void **state)
{
    (void)state;
    assert_true(period_same_time(p("..2023-06-30"), p("2023-H1")));
    assert_true(period_same_time(p("..2023-12-31"), p("2023")));
    assert_true(period_same_time(p("2021-10-01..2021-10-31"), p("2021-10")));
    assert_true(period_same_time(p("..2023-01-31"), p("2023-01")));
    assert_false(period_same_time(p("..2023-06-29"), p("2023-H1")));
    assert_false(period_same_time(p("2023-06-30"), p("..2023-06-30")));
    assert_false(period_same_time(p(""), p("")));
    assert_false(period_eq(p("..2023-06-30"), p("2023-H1")));
    assert_true(period_eq(p(""), p("")));
}

static void order_is_first_day_last_day_kind(void **state)
{
    (void)state;
    static const char *const SORTED[] = {"",        "2022",      "2023-01-01",   "2023-01",
                                         "2023-Q1", "2023-H1",   "..2023-06-30", "2023-9M",
                                         "2023",    "2023-2025", "2023-02"};
    size_t count = sizeof SORTED / sizeof *SORTED;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            int c = period_cmp(p(SORTED[i]), p(SORTED[j]));
            if ((c > 0) - (c < 0) != (i > j) - (i < j)) fail_msg("order of «%s» and «%s»", SORTED[i], SORTED[j]);
        }
}

/* Whatever period_read accepts is written in a form that it reads as the same period; no day is lost. */
static void every_run_of_months_has_one_name(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    for (int first = 1; first <= 12; first++)
        for (int last = first; last <= 12; last++) {
            struct period made = period_months(2023, first, last), back;
            assert_true(period_read(&back, literal(&b, made)));
            assert_true(period_eq(made, back));
            assert_int_equal(back.from.month, first);
            assert_int_equal(back.to.month, last);
        }
    buf_free(&b);
}

/* Which times make a time: the whole, what is known, what it is made of ("": it is not). */
static const struct {
    const char *whole, *known, *parts;
} COVERS[] = {
    {"2026-Q1", "2026-01 2026-02 2026-03", "2026-01 2026-02 2026-03"},
    {"2026-Q1", "2026-03 2026-01 2026-02 2026-01", "2026-01 2026-02 2026-03"}, /* in any order, also twice */
    {"2026-Q1", "2026-01 2026-03", ""},                                        /* a month is missing */
    {"2026-Q1", "2026-Q1", ""},                                                /* not of itself */
    {"2026-Q1", "2026-01 2026-02 2026-03 2026-Q1 2026-H1", "2026-01 2026-02 2026-03"},
    {"2026-H1", "2026-Q1 2026-04 2026-05 2026-06", "2026-Q1 2026-04 2026-05 2026-06"},
    {"2026-H1", "2026-01..2026-05 2026-06 2026-Q1 2026-Q2", "2026-Q1 2026-Q2"},
    {"2026-H1", "2026-01..2026-05 2026-06 2026-Q1", "2026-01..2026-05 2026-06"},
    {"2026-9M", "2026-H1 2026-Q3 2026-Q1 2026-Q2", "2026-H1 2026-Q3"},
    {"2026", "2026-H1 2026-Q2 2026-Q3 2026-Q4", "2026-H1 2026-Q3 2026-Q4"}, /* no overlap */
    {"2026", "2026-9M 2026-Q4 2026-H1 2026-H2", "2026-H1 2026-H2"},
    {"2026-H1", "..2026-05-31 2026-06", "..2026-05-31 2026-06"}, /* since January is a run of months */
    {"2024-02", "2024-02-01..2024-02-28 2024-02-29", "2024-02-01..2024-02-28 2024-02-29"},
    {"2023-02", "2023-02-01..2023-02-27 2023-03-01", ""},
    {"2020-2025", "2020 2021 2022 2023 2024 2025", "2020 2021 2022 2023 2024 2025"},
    {"", "2026-01", ""},
};

static void times_are_made_of_times(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof COVERS / sizeof *COVERS; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct period known[16], *parts = NULL;
        struct buf b = buf_make(1000);
        struct str rest = str_of(COVERS[i].known);
        size_t count = 0;
        while (rest.len) {
            struct str_cut c = str_cut(rest, STR(" "));
            assert_true(period_read(&known[count++], c.head));
            rest = c.tail;
        }
        size_t len = period_cover(&parts, a, known, count, p(COVERS[i].whole));
        for (size_t k = 0; k < len; k++) {
            if (k) buf_char(&b, ' ');
            period_write(&b, parts[k]);
        }
        if (!str_eq(buf_str(&b), str_of(COVERS[i].parts)))
            fail_msg("%s of %s: «%.*s»", COVERS[i].whole, COVERS[i].known, STR_ARG(buf_str(&b)));
        buf_free(&b);
        arena_close(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(literals_read_and_write),          cmocka_unit_test(other_texts_are_refused),
        cmocka_unit_test(makers_refuse_what_is_not_a_time), cmocka_unit_test(years_back_keeps_the_window),
        cmocka_unit_test(before_is_the_window_just_before), cmocka_unit_test(same_time_looks_through_the_literal),
        cmocka_unit_test(order_is_first_day_last_day_kind), cmocka_unit_test(every_run_of_months_has_one_name),
        cmocka_unit_test(times_are_made_of_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
