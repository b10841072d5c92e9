/* SPDX-License-Identifier: Apache-2.0
 *
 * workdays: the days of tests/domain/workdays.tsv, the laws of counting against a plain walk over every day, calendars
 * that a test makes itself, and every day from 2015 to 2026 of the shared data where it is there.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "workdays.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static const struct workdays *w;

static struct str next_cell(struct str *line, char separator)
{
    struct str_cut c = str_cut(*line, (struct str){&separator, 1});
    *line = c.tail;
    return c.head;
}

static struct date day(const char *s)
{
    struct date d;
    if (!date_read(&d, str_of(s))) fail_msg("no day: %s", s);
    return d;
}

static struct date day_or_none(struct str s)
{
    struct date d = {0};
    if (s.len && !date_read(&d, s)) fail_msg("no day: %.*s", STR_ARG(s));
    return d;
}

static const struct str KINDS[] = {[DAY_WORK] = STR_INIT("work"),         [DAY_WEEKEND] = STR_INIT("weekend"),
                                   [DAY_HOLIDAY] = STR_INIT("holiday"),   [DAY_MAKE_UP] = STR_INIT("make_up"),
                                   [DAY_SWAP_OFF] = STR_INIT("swap_off"), [DAY_SWAP_WORK] = STR_INIT("swap_work")};

static void one_day(struct str line)
{
    struct str whole = line;
    struct date d = day_or_none(next_cell(&line, '\t'));
    struct workday is = workdays_look(w, d);
    bool ok = str_eq(next_cell(&line, '\t'), KINDS[is.kind]);
    struct str name = next_cell(&line, '\t');
    struct date with = day_or_none(next_cell(&line, '\t'));
    ok = ok && (next_cell(&line, '\t').len > 0) == is.provisional;
    struct str citation = next_cell(&line, '\t');
    if (is.entry)
        ok = ok && str_eq(name, is.entry->name) && date_cmp(with, is.entry->with) == 0 &&
             str_eq(citation, is.entry->citation);
    else
        ok = ok && !name.len && !citation.len;
    ok = ok && workdays_is(w, d) == (is.kind == DAY_WORK || is.kind == DAY_SWAP_WORK);
    if (!ok)
        fail_msg("%.*s: is %.*s %.*s %.*s", STR_ARG(whole), STR_ARG(KINDS[is.kind]),
                 STR_ARG(is.entry ? is.entry->name : STR("")), STR_ARG(is.entry ? is.entry->citation : STR("")));
}

static void days_of_the_table(void **state)
{
    (void)state;
    char path[1000], line[1000];
    int cases = 0;
    snprintf(path, sizeof path, "%s/tests/domain/workdays.tsv", getenv("SOURCE_ROOT"));
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0]) continue;
        one_day(str_of(line));
        cases++;
    }
    fclose(f);
    assert_true(cases >= 38);
}

/* Every day: the count goes up by what the day is, the next one is the next one, and back. */
static void counting(void **state)
{
    (void)state;
    struct date first = {WORKDAYS_FIRST, 1, 1}, last = {WORKDAYS_LAST, 12, 31};
    int32_t before = 0, days = 0;
    assert_int_equal(date_to_days(last) - date_to_days(first) + 1, WORKDAYS_DAYS);
    for (struct date d = first; date_cmp(d, last) <= 0; d = date_add_days(d, 1), days++) {
        bool works = workdays_is(w, d);
        assert_int_equal(workdays_count(w, first, d) + workdays_is(w, first), before + works);
        before += works;
        struct date on = workdays_add(w, d, 0), back = workdays_add(w, d, -1);
        if (works) assert_int_equal(date_cmp(on, d), 0);
        if (date_known(back)) {
            assert_true(workdays_is(w, back) && date_cmp(back, d) < 0);
            assert_int_equal(date_cmp(workdays_add(w, back, 1), on), 0);
        }
        struct date far = workdays_add(w, d, 17);
        if (date_known(far)) assert_int_equal(workdays_count(w, d, far), 17);
        far = workdays_add(w, d, -17);
        if (date_known(far)) assert_int_equal(workdays_count(w, d, far), works ? -17 : -16);
    }
    assert_int_equal(days, WORKDAYS_DAYS);
    assert_false(date_known(workdays_add(w, last, 1)));
    assert_false(date_known(workdays_add(w, first, -1)));
    assert_false(workdays_has((struct date){2014, 12, 31}));
    assert_false(workdays_has((struct date){2101, 1, 1}));
}

/* What law says of every year: how many days off, that each that falls on a weekend is made up for, that no swap is
 * lost. */
static void every_year(void **state)
{
    (void)state;
    size_t count;
    const struct day_entry *e = workdays_entries(w, &count);
    struct workday_rules rules = workday_rules_catalogue();
    for (int year = WORKDAYS_FIRST; year <= WORKDAYS_LAST; year++) {
        int holidays = 0, on_weekend = 0, made_up = 0;
        for (size_t i = 0; i < count; i++) {
            if (e[i].day.year != year) continue;
            if (i) assert_true(date_cmp(e[i - 1].day, e[i].day) < 0);
            holidays += e[i].kind == DAY_HOLIDAY;
            on_weekend += e[i].kind == DAY_HOLIDAY && date_weekday(e[i].day) > 5;
            made_up += e[i].kind == DAY_MAKE_UP;
        }
        assert_int_equal(holidays, year <= 2020 ? 10 : year <= 2025 ? 11 : 12);
        assert_int_equal(on_weekend, made_up);
        assert_true((workdays_announced(w, year) != NULL) == (year <= 2027));
    }
    for (size_t i = 0; i < rules.swap_count; i++) {
        const struct swap *s = &rules.swaps[i];
        assert_int_equal(workdays_look(w, s->off).kind, DAY_SWAP_OFF);
        if (workdays_has(s->work)) assert_int_equal(workdays_look(w, s->work).kind, DAY_SWAP_WORK);
        assert_int_equal(date_weekday(s->work), 6);
        assert_true(date_weekday(s->off) < 6);
    }
    for (size_t i = 0; i < rules.announcement_count; i++) {
        const struct announcement *a = &rules.announcements[i];
        assert_int_equal(date_to_days(a->tet_to) - date_to_days(a->tet_from), 4);
        assert_int_equal(date_to_days(a->national_to) - date_to_days(a->national_from), a->year > 2020 ? 1 : 0);
        assert_true(a->tet_from.year == a->year && a->national_from.year == a->year);
        assert_true(a->text.len || a->note.len);
    }
    assert_int_equal(workdays_provisional(w, day("2026-01-01"), day("2027-12-31")), 0);
    assert_int_equal(workdays_provisional(w, day("2027-12-31"), day("2029-01-01")), 2028);
}

/* The years announced so far all follow the custom that stands in for an announcement. */
static void custom_is_what_was_announced(void **state)
{
    (void)state;
    struct workday_rules rules = workday_rules_catalogue();
    rules.announcement_count = 0;
    rules.swap_count = 0;
    const struct workdays *by_custom = workdays_make(arena, &rules);
    for (struct date d = day("2015-01-01"); d.year < 2028; d = date_add_days(d, 1)) {
        struct workday a = workdays_look(w, d), b = workdays_look(by_custom, d);
        assert_true(b.provisional);
        if (a.kind == DAY_SWAP_OFF || a.kind == DAY_SWAP_WORK) continue;
        if (a.kind != b.kind) fail_msg("%d-%d-%d", d.year, d.month, d.day);
    }
}

/* A newer announcement moves the days of its year and nothing else, and they are no longer provisional. */
static void an_announcement_comes(void **state)
{
    (void)state;
    struct announcement told[] = {{2028, day("2028-01-25"), day("2028-01-29"), day("2028-09-02"), day("2028-09-03"),
                                   STR_INIT("1/TB-X"), STR_INIT("")}};
    struct swap swaps[] = {{day("2028-05-03"), day("2028-05-06"), STR_INIT("1/TB-X"), STR_INIT("")}};
    struct workday_rules rules = workday_rules_catalogue();
    rules.announcements = told;
    rules.announcement_count = 1;
    rules.swaps = swaps;
    rules.swap_count = 1;
    const struct workdays *then = workdays_make(arena, &rules);
    assert_true(workdays_is(w, day("2028-05-03")));
    assert_false(workdays_is(then, day("2028-05-03")));
    assert_true(workdays_is(then, day("2028-05-06")));
    assert_false(workdays_is(w, day("2028-01-24")));
    assert_true(workdays_is(then, day("2028-01-24")));
    assert_false(workdays_look(then, day("2028-01-25")).entry->provisional);
    assert_true(workdays_look(w, day("2028-01-25")).entry->provisional);
    assert_str(workdays_look(then, day("2028-01-25")).entry->citation, STR("1/TB-X"));
    /* 29/01 is a Saturday, 2 and 3/9 are a weekend: three days to make up for */
    assert_int_equal(workdays_look(then, day("2028-01-31")).kind, DAY_MAKE_UP);
    assert_int_equal(workdays_look(then, day("2028-09-04")).kind, DAY_MAKE_UP);
    assert_int_equal(workdays_look(then, day("2028-09-05")).kind, DAY_MAKE_UP);
    assert_true(workdays_is(then, day("2028-09-06")));
}

static bool in_list(char (*days)[16], int count, const char *d)
{
    for (int i = 0; i < count; i++)
        if (strcmp(days[i], d) == 0) return true;
    return false;
}

/* date,weekday,kind,name,for_or_with,source: what is in the list is that, what is not is as its weekday. */
static void shared_days(void **state)
{
    (void)state;
    static char days[300][16];
    char path[1000], line[500];
    int count = 0;
    const char *root = getenv("DIEUHANH_SHARED");
    if (root)
        snprintf(path, sizeof path, "%s/data/calendar/vn_days_off_2015_2026.csv", root);
    else
        snprintf(path, sizeof path, "%s/../shared/data/calendar/vn_days_off_2015_2026.csv", getenv("SOURCE_ROOT"));
    FILE *f = fopen(path, "r");
    if (!f) {
        print_message("# left out: the shared data is not here\n");
        return;
    }
    assert_non_null(fgets(line, sizeof line, f));
    while (fgets(line, sizeof line, f)) {
        struct str rest = str_of(line), at = next_cell(&rest, ',');
        struct date d = day_or_none(at);
        next_cell(&rest, ',');
        struct str kind = next_cell(&rest, ','), name = next_cell(&rest, ',');
        struct date with = day_or_none(next_cell(&rest, ','));
        snprintf(days[count++], 16, "%.*s", STR_ARG(at));
        if (!workdays_has(d)) continue; /* the Saturday of 2014 */
        struct workday is = workdays_look(w, d);
        if (!str_eq(kind, KINDS[is.kind])) fail_msg("%s", line);
        bool named = is.kind == DAY_HOLIDAY || is.kind == DAY_MAKE_UP;
        if (named && !str_starts(name, is.entry->name)) fail_msg("%s", line);
        if (named && str_has(name, STR("liền kề")) != (is.entry->adjacent && is.kind == DAY_HOLIDAY))
            fail_msg("%s", line);
        if (date_cmp(with, is.entry->with) != 0) fail_msg("%s", line);
    }
    fclose(f);
    assert_int_equal(count, 177);
    struct buf b = buf_make(100);
    for (struct date d = day("2015-01-01"); d.year < 2027; d = date_add_days(d, 1)) {
        buf_clear(&b);
        date_write(&b, d);
        buf_char(&b, 0);
        if (in_list(days, count, b.ptr)) continue;
        struct workday is = workdays_look(w, d);
        if (is.entry || workdays_is(w, d) != (date_weekday(d) < 6)) fail_msg("%s", b.ptr);
    }
    buf_free(&b);
}

static int set_up(void **state)
{
    (void)state;
    struct workday_rules rules = workday_rules_catalogue();
    arena = arena_make(SIZE_MAX);
    w = workdays_make(arena, &rules);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_of_the_table),
        cmocka_unit_test(counting),
        cmocka_unit_test(every_year),
        cmocka_unit_test(custom_is_what_was_announced),
        cmocka_unit_test(an_announcement_comes),
        cmocka_unit_test(shared_days),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
