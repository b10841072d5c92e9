/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_seen: how one matter stands at the end of a period and which windows take it in, counted by hand; codes of
 * agencies, dossiers and procedures in both orders; steps as procedures write them.
 */
#include "scratch.h"

#include "agency_code.h"
#include "buf.h"
#include "matter_feed.h"
#include "matter_steps.h"
#include "record_calendar.h"

static struct date day(const char *s)
{
    struct date d = {0};
    assert_true(!*s || date_read(&d, str_of(s)));
    return d;
}

static const struct matter_kind PLAIN = {0};
static const struct matter_kind DESK = {
    .clock = {.has = true, .state = STR_INIT("received"), .recorded = STR_INIT("synced_at")}};

/* June 2026 of matters: opened, clock, due, ended, group, outcome -> stand, letters of its windows: o r e c h l. */
static void june_by_hand(void **state)
{
    (void)state;
    static const struct {
        const char *opened, *clock, *due, *ended;
        enum matter_group group;
        enum matter_outcome truth;
        enum figure_stand stand;
        const char *windows;
    } CASES[] = {
        /* without a clock by rule it begins when it is opened */
        {"2026-06-01", "", "2026-06-10", "2026-06-09", MATTER_DONE, OUTCOME_EARLY, STAND_EARLY, "oreh"},
        {"2026-05-31", "", "2026-06-10", "2026-06-10", MATTER_DONE, OUTCOME_ON_TIME, STAND_ON_TIME, "ech"},
        {"2026-05-20", "", "2026-05-29", "2026-05-31", MATTER_DONE, OUTCOME_LATE, STAND_LATE, ""},
        {"2026-05-20", "", "2026-05-29", "2026-06-01", MATTER_DONE, OUTCOME_LATE, STAND_LATE, "ech"},
        /* what ended in July was under way at the end of June */
        {"2026-06-20", "", "2026-06-29", "2026-07-01", MATTER_DONE, OUTCOME_LATE, STAND_OVERDUE, "orhl"},
        {"2026-06-20", "", "2026-06-30", "2026-07-01", MATTER_DONE, OUTCOME_LATE, STAND_RUNNING, "orhl"},
        {"2026-07-01", "", "2026-07-09", "", MATTER_OPEN, OUTCOME_NONE, STAND_RUNNING, ""},
        {"2026-06-15", "", "", "", MATTER_OPEN, OUTCOME_NONE, STAND_FREE, "orhl"},
        /* dropped: opened, and in no rate; dropped in July: under way in June */
        {"2026-06-15", "", "2026-06-20", "2026-06-16", MATTER_DROPPED, OUTCOME_NONE, STAND_FREE, "or"},
        {"2026-05-15", "", "2026-05-20", "2026-06-16", MATTER_DROPPED, OUTCOME_NONE, STAND_FREE, "c"},
        {"2026-06-15", "", "2026-06-20", "2026-07-01", MATTER_DROPPED, OUTCOME_NONE, STAND_OVERDUE, "orhl"},
        /* the clock began in May, and stood from 25 June to 3 July; to 28 June it went on again */
        {"2026-06-01", "term=30 ngày; office=hanh-chinh; from=2026-05-28; wait=2026-06-25..2026-07-03", "2026-07-10",
         "", MATTER_OPEN, OUTCOME_NONE, STAND_WAITING, "ochl"},
        {"2026-06-01", "term=7 ngày; office=hanh-chinh; from=2026-05-28; wait=2026-06-01..2026-06-28", "2026-06-29", "",
         MATTER_OPEN, OUTCOME_NONE, STAND_OVERDUE, "ochl"},
        {"2026-06-01", "term=30 ngày; office=hanh-chinh; from=2026-06-01; wait=2026-06-30..", "2026-07-10", "",
         MATTER_PAUSED, OUTCOME_NONE, STAND_WAITING, "orhl"},
    };
    static const char LETTERS[] = "orechl";
    struct period june = period_month(2026, 6);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct kept_matter m = {.opened = day(CASES[i].opened),
                                .clock = str_of(CASES[i].clock),
                                .due_day = day(CASES[i].due),
                                .ended = day(CASES[i].ended),
                                .group = CASES[i].group,
                                .truth = CASES[i].truth};
        struct matter_seen s = matter_see(&m, &PLAIN, false, june.to);
        if (s.stand != CASES[i].stand) print_message("case %zu\n", i);
        assert_int_equal(s.stand, CASES[i].stand);
        for (unsigned w = 0; w < FIGURE_WINDOWS; w++) {
            bool want = strchr(CASES[i].windows, LETTERS[w]) != NULL;
            if (matter_within(&m, &s, (enum figure_window)w, june) != want)
                print_message("case %zu, %c\n", i, LETTERS[w]);
            assert_int_equal(matter_within(&m, &s, (enum figure_window)w, june), want);
        }
    }
}

/* A dossier that was never received never began; the portal hears of an end later, or never. */
static void a_desk(void **state)
{
    (void)state;
    struct period june = period_month(2026, 6);
    struct name_value told = {STR_INIT("synced_at"), STR_INIT("2026-07-02T08:00")};
    struct kept_matter m = {.opened = day("2026-06-02"), .group = MATTER_WAITING};
    struct matter_seen s = matter_see(&m, &DESK, false, june.to);
    assert_true(matter_within(&m, &s, WINDOW_OPENED, june));
    assert_false(matter_within(&m, &s, WINDOW_RECEIVED, june) || matter_within(&m, &s, WINDOW_LIVING, june));
    m = (struct kept_matter){.opened = day("2026-06-02"),
                             .clock = STR("term=7 ngày; office=hanh-chinh; from=2026-06-02"),
                             .due_day = day("2026-06-11"),
                             .ended = day("2026-06-11"),
                             .group = MATTER_DONE,
                             .truth = OUTCOME_ON_TIME,
                             .told = OUTCOME_LATE,
                             .fields = {.at = &told, .len = 1}};
    assert_int_equal(matter_see(&m, &DESK, false, june.to).stand, STAND_ON_TIME);
    assert_int_equal(matter_see(&m, &DESK, true, june.to).stand, STAND_OVERDUE);
    assert_int_equal(matter_see(&m, &DESK, true, day("2026-07-31")).stand, STAND_LATE);
    /* never told: late in the month in which it ended, and of no month after it */
    m.fields.len = 0;
    s = matter_see(&m, &DESK, true, june.to);
    assert_true(s.stand == STAND_OVERDUE && matter_within(&m, &s, WINDOW_HANDLED, june));
    s = matter_see(&m, &DESK, true, day("2026-07-31"));
    assert_false(matter_within(&m, &s, WINDOW_HANDLED, period_month(2026, 7)));
    assert_false(matter_within(&m, &s, WINDOW_CARRIED, period_month(2026, 7)));
}

/* Tuesday 2/6/2026 09:00 to Wednesday 10:00: 2,5 + 4 + 2,5 hours; it waited from Tuesday 15:00 to Wednesday 08:00. */
static void hours_of_work(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    const struct workdays *days;
    struct err err;
    uint64_t minutes;
    assert_true(record_workdays(&days, NULL, a, &err));
    struct kept_matter m = {.clock = STR("term=3 ngày làm việc; office=hanh-chinh; from=2026-06-02T09:00"),
                            .end = {day("2026-06-03"), 600}};
    assert_true(matter_worked(&minutes, &m, &DESK, days) && minutes == 540);
    m.clock = STR(
        "term=3 ngày làm việc; office=hanh-chinh; from=2026-06-02T09:00; wait=2026-06-02T15:00..2026-06-03T08:00");
    assert_true(matter_worked(&minutes, &m, &DESK, days) && minutes == 540 - 120 - 30);
    m.end = (struct moment){day("2026-06-02"), MINUTE_UNKNOWN};
    m.clock = STR("term=3 ngày làm việc; office=hanh-chinh; from=2026-06-02");
    assert_true(matter_worked(&minutes, &m, &DESK, days) && minutes == 480);
    m.clock = STR("");
    assert_false(matter_worked(&minutes, &m, &DESK, days));
    arena_close(a);
}

static void orders_of_codes(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *canonical, *old; /* NULL: none */
        bool dossier;
    } CASES[] = {
        {"H29", "H29", "000.00.00.H29", false},
        {"000.00.00.H29", "H29", "000.00.00.H29", false},
        {"000.00.01.H29", "H29.01", "000.00.01.H29", false},
        {"H29.18.05", "H29.18.05", "000.05.18.H29", false},
        {"000.05.18.H29", "H29.18.05", "000.05.18.H29", false},
        {"H15.50.05.133", "H15.50.05.133", "133.05.50.H15", false},
        {"H29.113", "H29.113", NULL, false}, /* a level of three digits does not fit in the old order */
        {"H15.50.05.13", "H15.50.05.13", NULL, false},
        {"Z29.01", NULL, NULL, false},
        {"H29.00.05", NULL, NULL, false},
        {"h29.01", NULL, NULL, false},
        {"01.02.03", NULL, NULL, false},
        {"", NULL, NULL, false},
        {"000.00.01.H29-210915-0001", "H29.01-210915-0001", "000.00.01.H29-210915-0001", true},
        {"H15.50.05.13-261008-0975", "H15.50.05.13-261008-0975", NULL, true},
        {"H29.01-210915-0001", "H29.01-210915-0001", "000.00.01.H29-210915-0001", true},
        {"H29.01-210931-0001", NULL, NULL, true}, /* no 31 September */
        {"H29.01-211315-0001", NULL, NULL, true},
        {"H29.01-210915-001", NULL, NULL, true},
        {"H29.01-2109150001", NULL, NULL, true},
        {"HS-2026-1", NULL, NULL, true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct buf b = buf_make(100);
        bool (*const canonical)(struct buf * b, struct str s) = CASES[i].dossier ? dossier_code_write
                                                                                 : agency_code_write;
        bool (*const old)(struct buf * b, struct str s) = CASES[i].dossier ? dossier_code_old_write
                                                                           : agency_code_old_write;
        if (canonical(&b, str_of(CASES[i].typed)) != (CASES[i].canonical != NULL)) fail_msg("%s", CASES[i].typed);
        if (CASES[i].canonical) assert_true(str_eq(buf_str(&b), str_of(CASES[i].canonical)));
        buf_clear(&b);
        if (old(&b, str_of(CASES[i].typed)) != (CASES[i].old != NULL)) fail_msg("%s", CASES[i].typed);
        if (CASES[i].old) assert_true(str_eq(buf_str(&b), str_of(CASES[i].old)));
        buf_free(&b);
    }
    assert_true(str_eq(procedure_code_national(STR("1.008377.000.00.00.H13")), STR("1.008377")));
    assert_true(str_eq(procedure_code_national(STR("1.008377")), STR("1.008377")));
    assert_true(str_eq(procedure_code_national(STR("MH-XD01")), STR("MH-XD01")));
    assert_true(str_eq(procedure_code_national(STR("1.8377.000")), STR("1.8377.000")));
}

static void steps_as_written(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct matter_steps s;
    struct err err;
    assert_true(matter_steps_read(&s, a, STR("Tiếp nhận: 4 giờ; Thẩm định: 2 ngày làm việc ;"), &err));
    assert_int_equal(s.len, 2);
    assert_true(str_eq(s.at[0].name, STR("Tiếp nhận")));
    assert_int_equal(s.at[0].term.unit, TERM_WORKING_HOUR); /* hours of a step are hours of work */
    assert_int_equal(s.at[1].term.unit, TERM_WORKING_DAY);
    assert_int_equal(s.at[1].term.count, 2);
    assert_true(matter_steps_read(&s, a, STR(""), &err) && !s.len);
    static const char *const WRONG[] = {"Tiếp nhận", "Tiếp nhận: mai", ": 4 giờ", "A: 4 giờ; B"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        assert_false(matter_steps_read(&s, a, str_of(WRONG[i]), &err));
        assert_int_equal(err.code, ERR_MATTER_STEPS_TEXT);
    }
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(june_by_hand),    cmocka_unit_test(a_desk),           cmocka_unit_test(hours_of_work),
        cmocka_unit_test(orders_of_codes), cmocka_unit_test(steps_as_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
