/* SPDX-License-Identifier: Apache-2.0
 *
 * report_window, report_definition, filing: the windows and due days of tests/domain/report_windows.tsv, the catalogue
 * of law, lateness, the times of a report, and which step may follow which.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "filing.h"
#include "indicator.h"
#include "report_window.h"

#include <stdio.h>

static struct str split_tab(struct str *line)
{
    struct str_cut c = str_cut(*line, STR("\t"));
    *line = c.tail;
    return c.head;
}

static struct date day(struct str s)
{
    struct date d = {0};
    if (s.len) assert_true(date_read(&d, s));
    return d;
}

static struct arena *arena;
static const struct workdays *days_of_law;

static int setup(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    struct workday_rules *rules = arena_new(arena, struct workday_rules);
    *rules = workday_rules_catalogue();
    days_of_law = workdays_make(arena, rules);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static void one_case(struct str line)
{
    struct window_rule window;
    struct due_rule due;
    enum weekend_rule weekend;
    struct period period;
    struct str whole = line;
    assert_true(window_rule_read(&window, split_tab(&line)));
    assert_true(due_rule_read(&due, split_tab(&line)));
    assert_true(weekend_rule_read(&weekend, split_tab(&line)));
    assert_true(period_read(&period, split_tab(&line)));
    struct report_window w = report_window_of(window, period);
    struct date first = day(split_tab(&line)), last = day(split_tab(&line)), until = day(split_tab(&line));
    struct date is = report_due(due, weekend, period, w, days_of_law).day;
    if (date_cmp(w.first, first) != 0 || date_cmp(w.last, last) != 0 || date_cmp(is, until) != 0)
        fail_msg("%.*s: %d-%d-%d..%d-%d-%d, due %d-%d-%d", STR_ARG(whole), w.first.year, w.first.month, w.first.day,
                 w.last.year, w.last.month, w.last.day, is.year, is.month, is.day);
}

static void windows_and_due_days(void **state)
{
    (void)state;
    char path[1000], line[1000];
    int cases = 0;
    snprintf(path, sizeof path, "%s/tests/domain/report_windows.tsv", getenv("SOURCE_ROOT"));
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0]) continue;
        one_case(str_of(line));
        cases++;
    }
    fclose(f);
    assert_true(cases > 30);
}

/* Four quarters and twelve months lie side by side without gap or overlap, and the year begins and ends with them. */
static void windows_fit_together(void **state)
{
    (void)state;
    for (int cut = 1; cut <= WINDOW_CUT_MOST; cut++) {
        struct window_rule rule = {WINDOW_CUT, (uint8_t)cut};
        for (int year = 2024; year <= 2027; year++) {
            struct report_window whole = report_window_of(rule, period_year(year)), before = {0};
            for (int m = 1; m <= 12; m++) {
                struct report_window w = report_window_of(rule, period_month(year, m));
                if (m == 1) assert_int_equal(date_cmp(w.first, whole.first), 0);
                if (m > 1) assert_int_equal(date_cmp(date_add_days(before.last, 1), w.first), 0);
                before = w;
            }
            assert_int_equal(date_cmp(before.last, whole.last), 0);
            struct report_window h1 = report_window_of(rule, period_half(year, 1));
            struct report_window h2 = report_window_of(rule, period_half(year, 2));
            struct report_window q3 = report_window_of(rule, period_quarter(year, 3));
            assert_int_equal(date_cmp(date_add_days(h1.last, 1), h2.first), 0);
            assert_int_equal(date_cmp(h2.first, q3.first), 0);
        }
    }
}

/* What the catalogue says can be reckoned with, and no report is owed before its figures are there. */
static void the_catalogue_makes_sense(void **state)
{
    (void)state;
    struct report_definitions all = report_definition_catalogue();
    assert_true(all.len >= 8);
    for (size_t i = 0; i < all.len; i++) {
        const struct report_definition *d = &all.at[i];
        struct window_rule window;
        struct due_rule due;
        struct str list = d->indicators, required = d->required, code;
        assert_true(window_rule_read(&window, d->window));
        assert_true(due_rule_read(&due, d->due));
        assert_true(d->every && d->citation.len && d->name.len && d->receiver.len);
        while ((code = code_list_next(&list)).len)
            if (!indicator_find(code)) fail_msg("%.*s: %.*s", STR_ARG(d->code), STR_ARG(code));
        while ((code = code_list_next(&required)).len) assert_true(code_list_has(d->indicators, code));
        for (int year = 2024; year <= 2027; year++) {
            struct period periods[REPORT_PERIODS_MOST];
            size_t n = report_periods_of_year(periods, d->every, year);
            assert_true(n > 0);
            for (size_t k = 0; k < n; k++) {
                struct report_window w = report_window_of(window, periods[k]);
                struct date until = report_due(due, d->weekend, periods[k], w, days_of_law).day;
                assert_true(due.basis == DUE_AGENCY || date_cmp(w.last, until) < 0);
            }
        }
    }
}

/* What moves says from where, and by a calendar that is announced or not. */
static void due_days_that_move(void **state)
{
    (void)state;
    const struct workdays *days = days_of_law;
    struct due_rule tenth = {.basis = DUE_AFTER, .days = 10};
    struct period p = period_months(2026, 1, 9);
    struct report_window w = report_window_of((struct window_rule){.basis = WINDOW_CALENDAR}, p);
    struct due_day moved = report_due(tenth, WEEKEND_NEXT_WORKING_DAY, p, w, days);
    assert_int_equal(date_cmp(moved.day, day(STR("2026-10-12"))), 0);
    assert_int_equal(date_cmp(moved.named, day(STR("2026-10-10"))), 0);
    assert_false(moved.provisional);
    struct due_day stays = report_due(tenth, WEEKEND_AS_IS, p, w, days);
    assert_int_equal(date_cmp(stays.day, day(STR("2026-10-10"))), 0);
    assert_false(date_known(stays.named));
    for (int year = 2060; year <= 2101; year += 41) { /* not announced; behind the calendar */
        p = period_month(year, 5);
        w = report_window_of((struct window_rule){.basis = WINDOW_CALENDAR}, p);
        struct due_day far = report_due(tenth, WEEKEND_NEXT_WORKING_DAY, p, w, days);
        assert_true(date_known(far.day) && date_weekday(far.day) <= 5);
        assert_int_equal(far.provisional, year == 2060);
    }
}

static void literals_that_are_none(void **state)
{
    (void)state;
    static const char *const WINDOWS[] = {"", "cut", "cut:", "cut:0", "cut:28", "cut:x", "Calendar", "budget "};
    static const char *const DUES[] = {
        "",          "agency:",         "last_month:0",    "last_month:32", "next_month:",    "after:0",
        "after:367", "next_year:02-29", "next_year:13-01", "next_year",     "next_year:0220", "last_month:-1"};
    struct window_rule w;
    struct due_rule d;
    uint32_t every;
    for (size_t i = 0; i < sizeof WINDOWS / sizeof *WINDOWS; i++)
        assert_false(window_rule_read(&w, str_of(WINDOWS[i])));
    for (size_t i = 0; i < sizeof DUES / sizeof *DUES; i++)
        if (due_rule_read(&d, str_of(DUES[i]))) fail_msg("%s", DUES[i]);
    assert_false(report_every_read(&every, STR("")));
    assert_false(report_every_read(&every, STR("month|weekly")));
    assert_true(report_every_read(&every, STR("month, year")));
    assert_int_equal(every, REPORT_MONTH | REPORT_YEAR);
}

static void lateness(void **state)
{
    (void)state;
    struct date due = {2026, 6, 17}, none = {0};
    assert_int_equal(report_days_late(due, (struct date){2026, 6, 16}), 0);
    assert_int_equal(report_days_late(due, due), 0);
    assert_int_equal(report_days_late(due, (struct date){2026, 6, 18}), 1);
    assert_int_equal(report_days_late(due, (struct date){2026, 7, 1}), 14);
    assert_int_equal(report_days_late((struct date){2027, 12, 25}, (struct date){2028, 3, 1}), 67);
    assert_int_equal(report_days_late(none, due), 0);
    assert_int_equal(filing_judge(due, due, (struct date){2026, 7, 1}), FILING_ON_TIME);
    assert_int_equal(filing_judge(due, (struct date){2026, 6, 18}, (struct date){2026, 7, 1}), FILING_LATE);
    assert_int_equal(filing_judge(due, none, due), FILING_AWAITED);
    assert_int_equal(filing_judge(due, none, (struct date){2026, 6, 18}), FILING_MISSING);
    assert_int_equal(filing_judge(none, none, due), FILING_NO_DUE);
    assert_int_equal(filing_judge(none, due, due), FILING_SENT);
}

static void assert_times(struct period p, struct window_rule rule, bool stock, const char *wanted)
{
    struct period times[REPORT_TIMES_MOST];
    size_t n = report_times(times, p, report_window_of(rule, p), stock);
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < n; i++) {
        if (i) buf_char(&b, ' ');
        period_write(&b, times[i]);
    }
    assert_str(buf_str(&b), str_of(wanted));
    buf_free(&b);
}

static void times_of_a_report(void **state)
{
    (void)state;
    struct window_rule decree = {WINDOW_CUT, 14}, calendar = {0}, budget = {WINDOW_BUDGET, 0};
    assert_times(period_half(2026, 1), decree, false, "2025-12-15..2026-06-14 2026-H1 ..2026-06-14 ..2026-06-30");
    assert_times(period_half(2026, 1), decree, true,
                 "2025-12-15..2026-06-14 2026-H1 ..2026-06-14 ..2026-06-30 2026-06-14 2026-06-30");
    assert_times(period_half(2026, 2), decree, false, "2026-06-15..2026-12-14 2026-H2");
    assert_times(period_month(2026, 1), decree, false, "2025-12-15..2026-01-14 2026-01");
    assert_times(period_quarter(2026, 2), calendar, true, "2026-Q2 2026-06-30");
    assert_times(period_year(2025), budget, false, "2025-01-01..2026-01-31 2025 ..2025-12-31");
}

static void steps(void **state)
{
    (void)state;
    static const bool may[FILING_STATES][FILING_STATES] = {
        /* to:       draft  submitted returned accepted locked */
        /* draft */ {false, true, false, false, false},
        /* submitted */ {false, false, true, true, false},
        /* returned */ {false, true, false, false, false},
        /* accepted */ {false, false, false, false, true},
        /* locked */ {false, false, false, false, false},
    };
    for (int from = 0; from < FILING_STATES; from++) {
        enum filing_state read;
        assert_true(filing_state_read(&read, filing_state_word((enum filing_state)from)));
        assert_int_equal(read, from);
        for (int to = 0; to < FILING_STATES; to++)
            assert_int_equal(filing_may_go((enum filing_state)from, (enum filing_state)to), may[from][to]);
    }
    struct filing_id id;
    assert_true(filing_id_read(&id, STR("B7")) && id.n == 7);
    assert_true(filing_id_read(&id, STR("b12")) && id.n == 12);
    assert_false(filing_id_read(&id, STR("B0")));
    assert_false(filing_id_read(&id, STR("7")));
    assert_false(filing_id_read(&id, STR("B")));
    assert_false(filing_id_read(&id, STR("BCCP")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_and_due_days),      cmocka_unit_test(windows_fit_together),
        cmocka_unit_test(the_catalogue_makes_sense), cmocka_unit_test(due_days_that_move),
        cmocka_unit_test(literals_that_are_none),    cmocka_unit_test(lateness),
        cmocka_unit_test(times_of_a_report),         cmocka_unit_test(steps),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
