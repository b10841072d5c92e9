/* SPDX-License-Identifier: Apache-2.0
 *
 * clock, clock_rule, clock_event, term, office_hours, lateness: the cases of tests/domain/clocks.tsv, the catalogue of
 * rules, literals that are none, events that cannot be, the rates by convention, and the clock of a matter as it is
 * kept.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "clock_event.h"
#include "lateness.h"
#include "matter_clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static const struct workdays *w;

static struct str next_cell(struct str *line)
{
    struct str_cut c = str_cut(*line, STR("\t"));
    *line = c.tail;
    return c.head;
}

static struct moment moment_of(struct str s)
{
    struct moment m = {.minute = MINUTE_UNKNOWN};
    if (s.len && !moment_read(&m, s)) fail_msg("no moment: %.*s", STR_ARG(s));
    return m;
}

static void flag(struct buf *b, bool on, const char *word)
{
    if (!on) return;
    if (b->len) buf_char(b, ' ');
    buf_put_z(b, word);
}

static void put_flags(struct buf *b, const struct clock_answer *a, const struct lateness_verdict *v)
{
    flag(b, a->provisional_year != 0, "provisional");
    flag(b, a->doubts & CLOCK_EXTENDED_LATE, "extended_late");
    flag(b, a->doubts & CLOCK_EXTENDED_OFTEN, "extended_often");
    flag(b, a->doubts & CLOCK_EXTENDED_LONG, "extended_long");
    flag(b, a->doubts & CLOCK_HOUR_UNKNOWN, "hour_unknown");
    flag(b, v->by_synchronisation, "by_synchronisation");
}

/* original, first, due (or "waiting N"), truth, told, flags: what a case says, with tabs. */
static void put_result(struct buf *b, const struct clock_answer *a, const struct lateness_verdict *v)
{
    moment_write(b, a->original);
    buf_char(b, '\t');
    moment_write(b, a->first);
    buf_char(b, '\t');
    if (a->waiting) {
        buf_put(b, STR("waiting "));
        buf_i64(b, a->left);
    } else {
        moment_write(b, a->due);
    }
    buf_char(b, '\t');
    buf_put(b, lateness_word(v->truth));
    buf_char(b, '\t');
    buf_put(b, lateness_word(v->told));
    buf_char(b, '\t');
    struct buf flags = buf_make(200);
    put_flags(&flags, a, v);
    buf_put(b, buf_str(&flags));
    buf_free(&flags);
}

static void one_case(struct str line)
{
    struct str whole = line, wrong;
    struct clock_rule rule;
    struct office_hours office;
    struct clock_events events;
    struct clock_answer a, again;
    struct err err = {0};
    enum clock_event_kind kind;
    struct clock_question q = {.rule = &rule, .office = &office};
    q.start = moment_of(next_cell(&line));
    if (clock_rule_find(&rule, next_cell(&line), q.start.day) != CLOCK_RULE_FOUND)
        fail_msg("%.*s: no rule", STR_ARG(whole));
    struct str code = next_cell(&line), waits = next_cell(&line), more = next_cell(&line);
    assert_true(office_find(&office, code.len ? code : office_catalogue().at[0].code, q.start.day));
    if (!clock_events_read(&events, waits, more, &wrong, &kind)) fail_msg("%.*s: %.*s", STR_ARG(whole), STR_ARG(wrong));
    q.events = events.at;
    q.event_count = events.len;
    q.printed = moment_of(next_cell(&line));
    struct lateness_facts f = {.done = moment_of(next_cell(&line)), .recorded = moment_of(next_cell(&line))};
    f.now = moment_of(next_cell(&line));
    struct buf is = buf_make(1000);
    if (!clock_answer(&a, arena, &q, w, &err) || !clock_answer(&again, NULL, &q, w, &err)) {
        buf_put(&is, err_name(err.code));
    } else {
        f.due = a.holds;
        struct lateness_verdict v = lateness_of(&f, w);
        put_result(&is, &a, &v);
        assert_int_equal(moment_cmp(a.due, again.due), 0);
        assert_int_equal(again.step_count, 0);
        assert_true(a.step_count > 0);
    }
    /* What comes after the expected cells is why. */
    struct str expected = str_part(line, 0, is.len);
    if (!str_eq(expected, buf_str(&is)) || (line.len > is.len && line.ptr[is.len] != '\t'))
        fail_msg("%.*s\nis: %.*s", STR_ARG(whole), STR_ARG(buf_str(&is)));
    buf_free(&is);
}

static void cases_of_the_table(void **state)
{
    (void)state;
    char path[1000], line[1000];
    int cases = 0;
    snprintf(path, sizeof path, "%s/tests/domain/clocks.tsv", getenv("SOURCE_ROOT"));
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0]) continue;
        one_case(str_of(line));
        cases++;
    }
    fclose(f);
    if (cases < 200) fail_msg("only %d cases", cases);
}

/* Every row can be read, one code has no two rows on one day, and what counts back is in days. */
static void the_catalogue_makes_sense(void **state)
{
    (void)state;
    struct clock_rule_rows rows = clock_rule_catalogue();
    struct office_rows offices = office_catalogue();
    assert_true(rows.len > 50);
    for (size_t i = 0; i < rows.len; i++) {
        const struct clock_rule_row *r = &rows.at[i];
        struct clock_rule rule;
        if (!clock_rule_read(&rule, r)) fail_msg("%.*s", STR_ARG(r->code));
        if (r->way == CLOCK_BEFORE && (term_is_hours(rule.term) || r->extension.len || r->receipt.len))
            fail_msg("%.*s", STR_ARG(r->code));
        assert_true(r->citation.len && r->name.len);
        for (size_t k = 0; k < i; k++) {
            const struct clock_rule_row *o = &rows.at[k];
            if (!str_eq(o->code, r->code)) continue;
            bool apart = date_known(o->to) && date_cmp(o->to, r->from) < 0;
            if (!apart) fail_msg("%.*s holds twice", STR_ARG(r->code));
        }
    }
    for (size_t i = 0; i < offices.len; i++) {
        struct office_hours o;
        if (!office_hours_read(&o, offices.at[i].hours)) fail_msg("%.*s", STR_ARG(offices.at[i].code));
        assert_true(o.minutes == 480 && offices.at[i].citation.len);
    }
}

static void literals_that_are_none(void **state)
{
    (void)state;
    static const char *const TERMS[] = {"",        "ngày",       "7",         "7 ",         "0 ngày",
                                        "-1 ngày", "7 ngày làm", "3001 ngày", "7  ngày",    "7,5 ngày",
                                        "7 days",  " 7 ngày",    "bảy ngày",  "trong ngày "};
    static const char *const RECEIPTS[] = {"Office", "at:",    "at:25:00", "at:15h",
                                           "last:",  "last:0", "last:481", "at:1500"};
    static const char *const EXTENSIONS[] = {"x", "0x", "1", "10x", "1x0 ngày", "1xtrong ngày", "1x30", "x30 ngày"};
    static const char *const HOURS[] = {"",
                                        "07:30",
                                        "11:30-07:30",
                                        "07:30-11:30,11:00-17:00",
                                        "07:30-11:30,",
                                        "24:30-25:00",
                                        "07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00,15:00-16:00",
                                        "07:30-07:30"};
    static const char *const WAITS[] = {"",
                                        "2026-11-23",
                                        "2026-11-23.",
                                        "2026-11-31..2026-12-01",
                                        "..2026-12-01",
                                        "2026-11-23..x",
                                        "2026-11-23T25:00.."};
    static const char *const MORE[] = {"", "30", "trong ngày", "30 ngày@", "2026-13-01", "30 ngày@mai"};
    static const char *const MOMENTS[] = {
        "", "2026-11-2", "2026-11-23T", "2026-11-23x09:00", "2026-11-23T9:00", "2026-11-23T09:60", "2026-11-23T24:01"};
    struct term t;
    struct receipt_rule r;
    struct extension_rule x;
    struct office_hours o;
    struct clock_event e;
    struct moment m;
#define NONE_OF(list, call)                                                                                            \
    for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)                                                         \
        if (call) fail_msg("%s", (list)[i])
    NONE_OF(TERMS, term_read(&t, str_of(TERMS[i])));
    NONE_OF(RECEIPTS, receipt_rule_read(&r, str_of(RECEIPTS[i])));
    NONE_OF(EXTENSIONS, extension_rule_read(&x, str_of(EXTENSIONS[i])));
    NONE_OF(HOURS, office_hours_read(&o, str_of(HOURS[i])) && o.count != 1);
    NONE_OF(WAITS, clock_waiting_read(&e, str_of(WAITS[i])));
    NONE_OF(MORE, clock_extension_read(&e, str_of(MORE[i])));
    NONE_OF(MOMENTS, moment_read(&m, str_of(MOMENTS[i])));
    assert_true(moment_read(&m, STR("2026-11-23 24:00")) && m.minute == MINUTES_OF_DAY);
    assert_true(term_read(&t, STR("07 Ngày làm việc")) && t.unit == TERM_WORKING_DAY && t.count == 7);
}

static enum err_code failure_of(const char *start, const char *code, const char *waits, const char *more)
{
    struct clock_rule rule;
    struct office_hours office;
    struct clock_events events;
    struct clock_answer a;
    struct err err = {0};
    struct str wrong;
    enum clock_event_kind kind;
    struct clock_question q = {.rule = &rule, .office = &office, .start = moment_of(str_of(start))};
    assert_int_equal(clock_rule_find(&rule, str_of(code), q.start.day), CLOCK_RULE_FOUND);
    assert_true(office_find(&office, STR("hanh-chinh"), q.start.day));
    assert_true(clock_events_read(&events, str_of(waits), str_of(more), &wrong, &kind));
    q.events = events.at;
    q.event_count = events.len;
    return clock_answer(&a, arena, &q, w, &err) ? ERR_NONE : err.code;
}

static void what_cannot_be(void **state)
{
    (void)state;
    struct clock_rule rule;
    struct office_hours office;
    assert_int_equal(failure_of("2014-12-31", "7 ngày", "", ""), ERR_CLOCK_BEYOND);
    assert_int_equal(failure_of("2100-12-31", "7 ngày", "", ""), ERR_CLOCK_BEYOND);
    assert_int_equal(failure_of("2100-12-31", "1 ngày làm việc", "", ""), ERR_CLOCK_BEYOND);
    assert_int_equal(failure_of("2100-12-31", "9 giờ làm việc", "", ""), ERR_CLOCK_BEYOND);
    assert_int_equal(failure_of("2095-01-01", "10 năm", "", ""), ERR_CLOCK_BEYOND);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "2101-01-01..", ""), ERR_CLOCK_BEYOND);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "2026-11-05..2026-11-04", ""), ERR_CLOCK_ORDER);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "2026-11-03..2026-11-05,2026-11-04..2026-11-06", ""),
                     ERR_CLOCK_ORDER);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "2026-10-30..2026-11-05", ""), ERR_CLOCK_ORDER);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "2026-11-03..", "7 ngày"), ERR_CLOCK_ORDER);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "", "2026-11-09"), ERR_CLOCK_EXTENSION);
    assert_int_equal(failure_of("2026-11-02", "7 ngày", "", "2026-11-05"), ERR_CLOCK_EXTENSION);
    assert_int_equal(failure_of("2026-11-02", "TCD-TRUCTUYEN", "2026-11-03..2026-11-04", ""), ERR_CLOCK_BEFORE);
    assert_int_equal(clock_rule_find(&rule, STR("KHONG-CO"), (struct date){2026, 1, 1}), CLOCK_RULE_UNKNOWN);
    assert_int_equal(clock_rule_find(&rule, STR("KN-DINHCHI"), (struct date){2026, 6, 30}), CLOCK_RULE_NOT_THEN);
    assert_false(office_find(&office, STR("khong-co"), (struct date){2026, 1, 1}));
}

/* Nothing is owed earlier for having waited, been extended, or been given more; and re-reckoning is the same. */
static void laws(void **state)
{
    (void)state;
    static const char *const UNITS[] = {"ngày làm việc", "ngày", "giờ làm việc", "giờ", "tháng", "tuần"};
    struct office_hours office;
    struct err err = {0};
    assert_true(office_find(&office, STR("hanh-chinh"), (struct date){2026, 1, 1}));
    for (int i = 0; i < 3000; i++) {
        struct clock_rule rule;
        struct clock_answer plain, waited, longer;
        char term[100];
        struct date start = date_add_days((struct date){2025, 1, 1}, i * 7 % 900);
        snprintf(term, sizeof term, "%d %s", i * 13 % 40 + 1, UNITS[i % 6]);
        assert_int_equal(clock_rule_find(&rule, str_of(term), start), CLOCK_RULE_FOUND);
        struct clock_question q = {.rule = &rule, .office = &office, .start = {start, (int16_t)(420 + i % 600)}};
        assert_true(clock_answer(&plain, NULL, &q, w, &err));
        struct moment from = {date_add_days(start, i % 5), (int16_t)(450 + i % 560)};
        if (moment_cmp(from, q.start) < 0) from = q.start;
        struct clock_event e = {CLOCK_WAITING, from, {date_add_days(from.day, i % 11), 1020}, {0}};
        q.events = &e;
        q.event_count = 1;
        assert_true(clock_answer(&waited, NULL, &q, w, &err));
        assert_true(moment_cmp(plain.due, waited.due) <= 0);
        assert_int_equal(moment_cmp(plain.due, waited.original), 0);
        q.event_count = 0;
        rule.term.count++;
        assert_true(clock_answer(&longer, NULL, &q, w, &err));
        assert_true(moment_cmp(plain.due, longer.due) <= 0);
        if (!term_is_hours(rule.term)) assert_true(workdays_is(w, plain.due.day));
    }
}

/* 100 things: 20 before, 50 on the day, 10 late, 15 running, 5 overdue. Worked by hand. */
static void rates_by_convention(void **state)
{
    (void)state;
    struct lateness_counts c = {.early = 20, .on_time = 50, .late = 10, .running = 15, .overdue = 5};
    static const struct {
        const char *convention, *code;
        uint64_t numerator, denominator;
    } WANT[] = {{"A", "on_time", 85, 100}, {"A", "late", 15, 100},  {"B", "early", 20, 80},    {"B", "on_time", 50, 80},
                {"B", "late", 10, 80},     {"C", "late", 15, 100},  {"C", "on_time", 85, 100}, {"D", "on_time", 70, 80},
                {"D", "late", 10, 80},     {"D", "running", 15, 20}};
    struct lateness_rates all = lateness_rate_catalogue();
    assert_int_equal(all.len, sizeof WANT / sizeof *WANT);
    for (size_t i = 0; i < all.len; i++) {
        assert_str(all.at[i].convention, str_of(WANT[i].convention));
        assert_str(all.at[i].code, str_of(WANT[i].code));
        assert_int_equal(lateness_sum(&c, all.at[i].numerator), WANT[i].numerator);
        assert_int_equal(lateness_sum(&c, all.at[i].denominator), WANT[i].denominator);
    }
    struct buf b = buf_make(200);
    lateness_parts_write(&b, all.at[0].numerator);
    assert_str(buf_str(&b), STR("trước hạn + đúng hạn + trong hạn"));
    buf_free(&b);
}

static struct str written(const struct matter_clock *c)
{
    struct buf b = buf_make(SIZE_MAX);
    matter_clock_write(&b, c);
    struct str s = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void assert_due(const struct matter_clock *c, const char *want)
{
    struct clock_answer a;
    struct err err;
    struct buf b = buf_make(40);
    assert_true(matter_clock_answer(&a, NULL, c, w, &err));
    moment_write(&b, a.due);
    assert_str(buf_str(&b), str_of(want));
    buf_free(&b);
}

/* A dossier of 7 working days from 23/11/2026 (24/11 is off): due on 3/12; waiting from 26/11 to 1/12 with five days
 * left, so 8/12; extended to Saturday 12/12, so 14/12. */
static void a_clock_as_it_is_kept(void **state)
{
    (void)state;
    struct matter_clock c, back;
    struct err err;
    struct moment from = {{2026, 11, 23}, 9 * 60 + 15}, no = {.minute = MINUTE_UNKNOWN};
    assert_true(matter_clock_begin(&c, STR("MC-GIAIQUYET"), STR("7 ngày làm việc"), STR("hanh-chinh"), from, &err));
    assert_str(written(&c),
               STR("rule=MC-GIAIQUYET@2025-07-01; term=7 ngày làm việc; office=hanh-chinh; from=2026-11-23T09:15"));
    assert_due(&c, "2026-12-03");
    matter_clock_go_on(&c, arena, from); /* it does not stand */
    assert_int_equal(c.wait.len, 0);
    matter_clock_wait(&c, arena, (struct moment){{2026, 11, 26}, 600});
    struct clock_answer a;
    assert_true(matter_clock_answer(&a, NULL, &c, w, &err));
    assert_true(a.waiting);
    assert_int_equal(a.left, 5);
    matter_clock_go_on(&c, arena, (struct moment){{2026, 12, 1}, MINUTE_UNKNOWN});
    assert_str(c.wait, STR("2026-11-26T10:00..2026-12-01"));
    assert_due(&c, "2026-12-08");
    matter_clock_extend(&c, arena, (struct moment){{2026, 12, 12}, MINUTE_UNKNOWN}, STR(""),
                        (struct moment){{2026, 12, 7}, MINUTE_UNKNOWN});
    assert_due(&c, "2026-12-14");
    matter_clock_extend(&c, arena, no, STR("2 ngày làm việc"), (struct moment){{2026, 12, 8}, MINUTE_UNKNOWN});
    assert_str(c.extend, STR("2026-12-12@2026-12-07,2 ngày làm việc@2026-12-08"));
    c.provisional = 2028;
    assert_true(matter_clock_read(&back, written(&c)));
    assert_true(matter_clock_same(&c, &back));
    assert_int_equal(back.provisional, 2028);
    assert_str(written(&back), written(&c));
    back.from.minute = MINUTE_UNKNOWN;
    assert_false(matter_clock_same(&c, &back));
    /* The version in force at the start; a term without a rule; what cannot begin. */
    struct moment before = {{2025, 6, 30}, MINUTE_UNKNOWN};
    assert_true(matter_clock_begin(&c, STR("MC-GIAIQUYET"), STR(""), STR("hanh-chinh"), before, &err));
    assert_str(written(&c),
               STR("rule=MC-GIAIQUYET@2018-06-21; term=15 ngày làm việc; office=hanh-chinh; from=2025-06-30"));
    assert_true(matter_clock_begin(&c, STR(""), STR("1 tháng"), STR("hanh-chinh"), before, &err));
    assert_str(written(&c), STR("term=1 tháng; office=hanh-chinh; from=2025-06-30"));
    assert_due(&c, "2025-07-30");
    assert_false(matter_clock_begin(&c, STR("MC-XINLOI"), STR(""), STR("hanh-chinh"), from, &err));
    assert_int_equal(err.code, ERR_CLOCK_BEFORE);
    assert_false(matter_clock_begin(&c, STR("KN-LAN1"), STR("mãi mãi"), STR("hanh-chinh"), from, &err));
    assert_int_equal(err.code, ERR_CLOCK_RULE_UNKNOWN);
    assert_false(matter_clock_begin(&c, STR("TCD-TUCHOI"), STR(""), STR("hanh-chinh"), before, &err));
    assert_int_equal(err.code, ERR_CLOCK_RULE_THEN);
    /* One after the other, each is asked as it would be alone. */
    static const char *const ROW[] = {
        "rule=KN-THULY@2012-07-01; term=10 ngày; office=hanh-chinh; from=2026-06-29",
        "rule=KN-THULY@2026-07-01; term=7 ngày làm việc; office=hanh-chinh; from=2026-07-02",
        "rule=KN-THULY@2026-07-01; term=7 ngày làm việc; office=nua-ngay-thu-bay; from=2026-07-02",
        "term=8 giờ làm việc; office=nua-ngay-thu-bay; from=2026-07-03T15:00",
        "term=8 giờ làm việc; office=hanh-chinh; from=2026-07-03T15:00",
        "rule=KN-LAN1; term=5 ngày; office=hanh-chinh; from=2020-01-02; wait=2020-01-03..2020-01-06",
    };
    struct matter_clock_parts parts = {0};
    for (size_t i = 0; i < 2 * (sizeof ROW / sizeof *ROW); i++) {
        struct clock_answer alone, next;
        assert_true(matter_clock_read(&c, str_of(ROW[i * 5 % (sizeof ROW / sizeof *ROW)])));
        assert_true(matter_clock_answer(&alone, NULL, &c, w, &err));
        assert_true(matter_clock_ask_next(&parts, &c, &err) && clock_answer(&next, NULL, &parts.question, w, &err));
        assert_int_equal(moment_cmp(alone.due, next.due), 0);
        assert_int_equal(alone.due.minute, next.due.minute);
        struct matter_clock_parts one;
        assert_true(matter_clock_ask(&one, &c, &err));
        assert_str(parts.rule.row.citation, one.rule.row.citation);
    }
    assert_true(matter_clock_read(&c, STR("term=1 ngày; office=khong; from=2026-01-05")));
    assert_false(matter_clock_answer(&a, NULL, &c, w, &err));
    assert_int_equal(err.code, ERR_OFFICE_UNKNOWN);
    static const char *const BAD[] = {"",
                                      "x",
                                      "term=1 ngày",
                                      "term=1 ngày; office=hanh-chinh",
                                      "office=hanh-chinh; term=1 ngày; from=2026-01-05",
                                      "term=1 ngày; office=hanh-chinh; from=2026-02-30",
                                      "term=; office=hanh-chinh; from=2026-01-05",
                                      "term=1 ngày; office=hanh-chinh; from=2026-01-05; wait=",
                                      "term=1 ngày; office=hanh-chinh; from=2026-01-05; provisional=1999",
                                      "rule=A@; term=1 ngày; office=hanh-chinh; from=2026-01-05",
                                      "term=1 ngày; term=1 ngày; office=hanh-chinh; from=2026-01-05"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (matter_clock_read(&c, str_of(BAD[i]))) fail_msg("read: %s", BAD[i]);
}

static void how_it_ended(void **state)
{
    (void)state;
    struct moment due = {{2026, 12, 3}, MINUTE_UNKNOWN}, at = {{2026, 12, 3}, 16 * 60}, no = {.minute = MINUTE_UNKNOWN};
    assert_int_equal(matter_outcome(due, (struct moment){{2026, 12, 2}, 900}), OUTCOME_EARLY);
    assert_int_equal(matter_outcome(due, (struct moment){{2026, 12, 3}, 1439}), OUTCOME_ON_TIME);
    assert_int_equal(matter_outcome(due, (struct moment){{2026, 12, 4}, 0}), OUTCOME_LATE);
    assert_int_equal(matter_outcome(at, (struct moment){{2026, 12, 3}, 16 * 60 + 1}), OUTCOME_LATE);
    assert_int_equal(matter_outcome(at, (struct moment){{2026, 12, 3}, 16 * 60 - 1}), OUTCOME_EARLY);
    assert_int_equal(matter_outcome(no, at), OUTCOME_NONE);
    assert_int_equal(matter_outcome(at, no), OUTCOME_NONE);
}

/* Tết 2028 begins on 26/1. */
static void announcements_that_can_be(void **state)
{
    (void)state;
    struct announcement n = {.year = 2028,
                             .tet_from = {2028, 1, 25},
                             .tet_to = {2028, 1, 29},
                             .national_from = {2028, 9, 1},
                             .national_to = {2028, 9, 2}};
    struct swap s = {.off = {2028, 1, 21}, .work = {2028, 1, 22}};
    assert_true(announcement_fits(&n));
    n.tet_to.day = 28;
    assert_false(announcement_fits(&n));
    n.tet_from.day = 27, n.tet_to.day = 31;
    assert_false(announcement_fits(&n));
    n.tet_from.day = 22, n.tet_to.day = 26;
    assert_true(announcement_fits(&n));
    n.national_to = (struct date){2028, 9, 3};
    assert_false(announcement_fits(&n));
    n.national_from = (struct date){2028, 9, 2};
    assert_true(announcement_fits(&n));
    n.year = 2027;
    assert_false(announcement_fits(&n));
    assert_true(swap_fits(&s));
    s.work.day = 24;
    assert_false(swap_fits(&s));
    s.off.day = 22, s.work.day = 29;
    assert_false(swap_fits(&s));
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
        cmocka_unit_test(cases_of_the_table),
        cmocka_unit_test(the_catalogue_makes_sense),
        cmocka_unit_test(literals_that_are_none),
        cmocka_unit_test(what_cannot_be),
        cmocka_unit_test(laws),
        cmocka_unit_test(rates_by_convention),
        cmocka_unit_test(a_clock_as_it_is_kept),
        cmocka_unit_test(how_it_ended),
        cmocka_unit_test(announcements_that_can_be),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
