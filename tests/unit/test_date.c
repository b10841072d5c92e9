/* SPDX-License-Identifier: Apache-2.0
 *
 * date: days that are known from history and calendars, and that counting days forwards over 1900..2100 agrees with a
 * plain walk through the months.
 */
#include "unit_test.h"

#include "buf.h"
#include "date.h"

struct known {
    const char *day;
    int32_t number; /* since 1970-01-01 */
    int weekday;    /* 1 Monday */
};

static const struct known KNOWN[] = {
    {"1970-01-01", 0, 4},     {"1969-12-31", -1, 3},      {"1900-01-01", -25567, 1},  {"1945-09-02", -8887, 7},
    {"1954-05-07", -5718, 5}, {"1975-04-30", 1945, 3},    {"2000-02-29", 11016, 2},   {"2000-03-01", 11017, 3},
    {"2024-02-29", 19782, 4}, {"2025-07-01", 20270, 2},   {"2038-01-19", 24855, 2},   {"2100-02-28", 47540, 7},
    {"2100-03-01", 47541, 1}, {"1582-10-15", -141427, 5}, {"0001-01-01", -719162, 1}, {"9999-12-31", 2932896, 5},
};

static void known_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        struct date d;
        assert_true(date_read(&d, str_of(KNOWN[i].day)));
        assert_int_equal(date_to_days(d), KNOWN[i].number);
        assert_int_equal(date_weekday(d), KNOWN[i].weekday);
        struct buf b = buf_make(20);
        date_write(&b, date_from_days(KNOWN[i].number));
        assert_str(buf_str(&b), str_of(KNOWN[i].day));
        buf_free(&b);
    }
}

static void every_day_from_1900_to_2100(void **state)
{
    (void)state;
    int32_t number = -25567;
    int weekday = 1;
    struct date before = {0};
    for (int y = 1900; y <= 2100; y++)
        for (int m = 1; m <= 12; m++) {
            int days = m == 2                                  ? 28 + (y % 4 == 0 && y != 1900 && y != 2100)
                       : m == 4 || m == 6 || m == 9 || m == 11 ? 30
                                                               : 31;
            assert_int_equal(date_days_in_month(y, m), days);
            for (int d = 1; d <= days; d++) {
                struct date day = {(int16_t)y, (uint8_t)m, (uint8_t)d};
                assert_int_equal(date_to_days(day), number);
                assert_int_equal(date_cmp(date_from_days(number), day), 0);
                assert_int_equal(date_weekday(day), weekday);
                assert_true(date_cmp(before, day) < 0);
                before = day;
                number++;
                weekday = weekday % 7 + 1;
            }
            assert_false(date_valid(y, m, days + 1));
        }
    assert_int_equal(number, 47847);
}

static void adding_days_crosses_months_and_years(void **state)
{
    (void)state;
    struct date d = {2023, 12, 31};
    assert_int_equal(date_cmp(date_add_days(d, 1), (struct date){2024, 1, 1}), 0);
    assert_int_equal(date_cmp(date_add_days(d, 60), (struct date){2024, 2, 29}), 0);
    assert_int_equal(date_cmp(date_add_days((struct date){2024, 3, 1}, -1), (struct date){2024, 2, 29}), 0);
    assert_int_equal(date_cmp(date_add_days((struct date){2023, 3, 1}, -1), (struct date){2023, 2, 28}), 0);
}

static void only_real_days_are_read(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",           "2023-02-29",  "1900-02-29", "2023-13-01", "2023-00-10",
                                        "2023-04-31", "2023-1-01",   "2023/01/01", "0000-01-01", "2023-01-00",
                                        "2023-01-32", "2023-01-011", "+023-01-01", "2023-01-0a", " 2023-01-1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct date d = {1, 2, 3};
        assert_false(date_read(&d, str_of(wrong[i])));
        assert_int_equal(date_cmp(d, (struct date){1, 2, 3}), 0);
    }
    assert_false(date_valid(10000, 1, 1));
    assert_int_equal(date_days_in_month(2023, 0), 0);
    assert_int_equal(date_days_in_month(2023, 13), 0);
}

static void no_date_is_known_as_such(void **state)
{
    (void)state;
    struct date none = {0};
    assert_false(date_known(none));
    assert_true(date_known((struct date){2023, 1, 1}));
    struct buf b = buf_make(20);
    date_write(&b, none);
    assert_str(buf_str(&b), STR(""));
    buf_free(&b);
}

/* What a person types, the day, the last day that a month or year alone means; "" where it is none. */
static void days_as_people_write_them(void **state)
{
    static const struct {
        const char *typed, *day, *last;
    } CASES[] = {
        {"27/11/2026", "2026-11-27", "2026-11-27"},
        {"7/1/2026", "2026-01-07", "2026-01-07"},
        {"07-01-2026", "2026-01-07", "2026-01-07"},
        {"7.1.2026", "2026-01-07", "2026-01-07"},
        {"2026-11-27", "2026-11-27", "2026-11-27"},
        {"2026-1-7", "2026-01-07", "2026-01-07"},
        {"2026/01/07", "2026-01-07", "2026-01-07"},
        {"29/2/2028", "2028-02-29", "2028-02-29"},
        {"2026-02", "", "2026-02-28"},
        {"2/2028", "", "2028-02-29"},
        {"2026", "", "2026-12-31"},
        {"29/2/2026", "", ""},
        {"31/4/2026", "", ""},
        {"27/11/26", "", ""},
        {"11/27/2026", "", ""},
        {"27/11-2026", "", ""},
        {"27/11", "", ""},
        {"27/11/2026 ", "", ""},
        {"13/2026", "", ""},
        {"0/2026", "", ""},
        {"027/11/2026", "", ""},
        {"27/11/20266", "", ""},
        {"ngày mai", "", ""},
        {"/", "", ""},
        {"", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct date d = {0}, last = {0};
        struct buf day = buf_make(20), end = buf_make(20);
        if (date_typed(&d, str_of(CASES[i].typed))) date_write(&day, d);
        if (date_typed_last(&last, str_of(CASES[i].typed))) date_write(&end, last);
        assert_str(buf_str(&day), str_of(CASES[i].day));
        assert_str(buf_str(&end), str_of(CASES[i].last));
        buf_free(&day);
        buf_free(&end);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(every_day_from_1900_to_2100),
        cmocka_unit_test(adding_days_crosses_months_and_years),
        cmocka_unit_test(only_real_days_are_read),
        cmocka_unit_test(no_date_is_known_as_such),
        cmocka_unit_test(days_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
