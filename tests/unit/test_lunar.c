/* SPDX-License-Identifier: Apache-2.0
 *
 * lunar, new_moon: the days of tests/domain/lunar.tsv both ways, what every year must be like, and the tables of the
 * shared data where they are there.
 */
#include "unit_test.h"

#include "buf.h"
#include "lunar.h"
#include "new_moon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct str next_cell(struct str *line, char separator)
{
    struct str_cut c = str_cut(*line, (struct str){&separator, 1});
    *line = c.tail;
    return c.head;
}

static int number(struct str s)
{
    uint64_t n = 0;
    assert_true(str_to_u64(&n, s, 9999));
    return (int)n;
}

static struct date day(struct str s)
{
    struct date d;
    if (!date_read(&d, s)) fail_msg("no day: %.*s", STR_ARG(s));
    return d;
}

static void both_ways(struct date d, struct lunar_date l, struct str whole)
{
    struct lunar_date is;
    struct date back;
    if (!lunar_from_date(&is, d) || is.year != l.year || is.month != l.month || is.day != l.day || is.leap != l.leap)
        fail_msg("%.*s: is %d-%d%s-%d", STR_ARG(whole), is.year, is.month, is.leap ? "L" : "", is.day);
    if (!lunar_to_date(&back, l) || date_cmp(back, d) != 0) fail_msg("%.*s: and back", STR_ARG(whole));
}

static void days_of_the_table(void **state)
{
    (void)state;
    char path[1000], line[500];
    int cases = 0;
    snprintf(path, sizeof path, "%s/tests/domain/lunar.tsv", getenv("SOURCE_ROOT"));
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0]) continue;
        struct str rest = str_of(line), whole = rest, written;
        struct date d = day(next_cell(&rest, '\t'));
        struct lunar_date l;
        struct buf b = buf_make(100);
        written = next_cell(&rest, '\t');
        assert_true(lunar_read(&l, written));
        both_ways(d, l, whole);
        lunar_write(&b, l);
        assert_str(buf_str(&b), written);
        buf_free(&b);
        cases++;
    }
    fclose(f);
    assert_true(cases >= 40);
}

/* Months follow each other without gap through two hundred years, have 29 or 30 days, and a leap one repeats the number
 * of the one before it; a year has twelve or thirteen. */
static void years_fit_together(void **state)
{
    (void)state;
    int32_t next = 0;
    int leaps = 0;
    for (int year = LUNAR_FIRST; year <= LUNAR_LAST; year++) {
        struct lunar_year y;
        assert_true(lunar_year_make(&y, year));
        assert_true(y.count == 12 || y.count == 13);
        assert_int_equal(y.months[0].month, 1);
        assert_int_equal(y.months[y.count - 1].month, 12);
        for (int i = 0; i < y.count; i++) {
            const struct lunar_month *m = &y.months[i];
            if (next) assert_int_equal(m->start, next);
            assert_true(m->days == 29 || m->days == 30);
            if (i) assert_int_equal(m->month, y.months[i - 1].month + !m->leap);
            leaps += m->leap;
            next = m->start + m->days;
        }
        struct date tet = date_from_days(y.months[0].start);
        assert_int_equal(tet.year, year);
        assert_true(tet.month <= 2);
    }
    assert_int_equal(leaps, 74); /* seven in nineteen years */
}

static void what_is_not_there(void **state)
{
    (void)state;
    struct lunar_year y;
    struct lunar_date l;
    struct date d;
    assert_false(lunar_year_make(&y, 1899));
    assert_false(lunar_year_make(&y, 2101));
    assert_false(lunar_from_date(&l, (struct date){1900, 1, 30}));
    assert_true(lunar_from_date(&l, (struct date){1900, 1, 31}));
    assert_false(lunar_from_date(&l, (struct date){2101, 2, 1}));
    assert_false(lunar_to_date(&d, (struct lunar_date){2025, 5, 1, true}));  /* the sixth is leap */
    assert_false(lunar_to_date(&d, (struct lunar_date){2020, 4, 30, true})); /* it has 29 days */
    assert_false(lunar_to_date(&d, (struct lunar_date){2025, 13, 1, false}));
    static const char *const NONE[] = {"",           "2025-06",    "2025-06l-01", "2025-6-1",  "2025-06L01",
                                       "2025-06-31", "2025-00-01", "2025-06-001", "x025-06-01"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (lunar_read(&l, str_of(NONE[i]))) fail_msg("%s", NONE[i]);
}

static void names_of_years(void **state)
{
    (void)state;
    static const struct {
        int year;
        const char *name;
    } NAMES[] = {{1954, "Giáp Ngọ"}, {1968, "Mậu Thân"}, {1984, "Giáp Tý"}, {2000, "Canh Thìn"},
                 {2025, "Ất Tỵ"},    {2026, "Bính Ngọ"}, {2027, "Đinh Mùi"}};
    struct buf b = buf_make(100);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        buf_clear(&b);
        lunar_year_name(&b, NAMES[i].year);
        assert_str(buf_str(&b), str_of(NAMES[i].name));
    }
    buf_free(&b);
}

/* The sun enters each twelfth once a year, about the days that everybody knows: 20-21/3, 21-22/6, 22-23/9, 21-22/12. */
static void the_sun_goes_round(void **state)
{
    (void)state;
    static const struct date ABOUT[] = {{0, 3, 20}, {0, 6, 21}, {0, 9, 22}, {0, 12, 21}};
    for (int year = 1900; year <= 2100; year++) {
        int changes = 0;
        int32_t first = date_to_days((struct date){(int16_t)year, 1, 1});
        for (int32_t d = first; d < first + 365; d++) {
            int a = sun_twelfth(d), b = sun_twelfth(d + 1);
            if (a == b) continue;
            assert_int_equal(b, (a + 1) % 12);
            changes++;
        }
        assert_true(changes == 12 || changes == 11);
        for (int i = 0; i < 4; i++) {
            struct date about = {(int16_t)year, ABOUT[i].month, ABOUT[i].day};
            assert_int_equal(sun_twelfth(date_to_days(about) - 2), (i * 3 + 11) % 12);
            assert_int_equal(sun_twelfth(date_to_days(about) + 4), i * 3);
        }
    }
    assert_int_equal(new_moon_before(new_moon_at(1200).day), 1200);
    assert_int_equal(new_moon_before(new_moon_at(1200).day - 1), 1199);
}

static FILE *shared(const char *name)
{
    char path[1000];
    const char *root = getenv("DIEUHANH_SHARED");
    if (root)
        snprintf(path, sizeof path, "%s/data/calendar/%s", root, name);
    else
        snprintf(path, sizeof path, "%s/../shared/data/calendar/%s", getenv("SOURCE_ROOT"), name);
    return fopen(path, "r");
}

/* With a word where it is not. */
static bool shared_is_here(void)
{
    FILE *f = shared("tet_1900_2100.csv");
    if (f) fclose(f);
    if (!f) print_message("# left out: the shared data is not here\n");
    return f;
}

/* solar,lunar_day,lunar_month,lunar_year,leap */
static int days_of(const char *name)
{
    char line[500];
    int rows = 0;
    FILE *f = shared(name);
    if (!fgets(line, sizeof line, f)) fail_msg("%s is empty", name);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\r\n")] = 0;
        struct str rest = str_of(line), whole = rest;
        struct date d = day(next_cell(&rest, ','));
        struct lunar_date l = {0};
        l.day = (uint8_t)number(next_cell(&rest, ','));
        l.month = (uint8_t)number(next_cell(&rest, ','));
        l.year = (int16_t)number(next_cell(&rest, ','));
        l.leap = number(next_cell(&rest, ',')) == 1;
        both_ways(d, l, whole);
        rows++;
    }
    fclose(f);
    return rows;
}

static void shared_samples(void **state)
{
    (void)state;
    if (!shared_is_here()) return;
    assert_int_equal(days_of("solar_lunar_sample_2000.csv"), 2000);
}

static void shared_notices(void **state)
{
    (void)state;
    if (!shared_is_here()) return;
    assert_int_equal(days_of("lunar_state_vectors.csv"), 7);
}

static void shared_months(void **state)
{
    (void)state;
    if (!shared_is_here()) return;
    char line[500];
    struct lunar_year y = {0};
    int rows = 0, i = 0;
    FILE *f = shared("lunar_months_1900_2100.csv");
    assert_non_null(fgets(line, sizeof line, f));
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\r\n")] = 0;
        struct str rest = str_of(line);
        int year = number(next_cell(&rest, ','));
        if (year != y.year) {
            assert_int_equal(i, y.count);
            assert_true(lunar_year_make(&y, year));
            i = 0;
        }
        assert_true(i < y.count);
        const struct lunar_month *m = &y.months[i++];
        bool same = m->month == number(next_cell(&rest, ','));
        same = m->leap == (number(next_cell(&rest, ',')) == 1) && same;
        same = m->start == date_to_days(day(next_cell(&rest, ','))) && same;
        same = m->days == number(next_cell(&rest, ',')) && same;
        if (!same) fail_msg("%s", line);
        rows++;
    }
    fclose(f);
    assert_int_equal(i, y.count);
    assert_int_equal(rows, 2486);
}

/* year,tet_utc7,can_chi,leap_month,n_months,days,... */
static void shared_new_years(void **state)
{
    (void)state;
    if (!shared_is_here()) return;
    char line[500];
    int rows = 0;
    FILE *f = shared("tet_1900_2100.csv");
    assert_non_null(fgets(line, sizeof line, f));
    while (fgets(line, sizeof line, f)) {
        struct str rest = str_of(line);
        struct lunar_year y;
        struct buf name = buf_make(100);
        int leap = 0, days = 0;
        assert_true(lunar_year_make(&y, number(next_cell(&rest, ','))));
        assert_int_equal(y.months[0].start, date_to_days(day(next_cell(&rest, ','))));
        lunar_year_name(&name, y.year);
        assert_str(next_cell(&rest, ','), buf_str(&name));
        for (int i = 0; i < y.count; i++) {
            days += y.months[i].days;
            if (y.months[i].leap) leap = y.months[i].month;
        }
        struct str leap_cell = next_cell(&rest, ',');
        assert_int_equal(leap, leap_cell.len ? number(leap_cell) : 0);
        assert_int_equal(y.count, number(next_cell(&rest, ',')));
        assert_int_equal(days, number(next_cell(&rest, ',')));
        buf_free(&name);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 201);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_of_the_table), cmocka_unit_test(years_fit_together), cmocka_unit_test(what_is_not_there),
        cmocka_unit_test(names_of_years),    cmocka_unit_test(the_sun_goes_round), cmocka_unit_test(shared_samples),
        cmocka_unit_test(shared_notices),    cmocka_unit_test(shared_months),      cmocka_unit_test(shared_new_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
