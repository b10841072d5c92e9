/* SPDX-License-Identifier: Apache-2.0
 *
 * remind: when which step is reached, over weekends and Tết; what a rule takes.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "remind.h"

static struct arena *arena;
static const struct workdays *calendar;

static int open_all(void **state)
{
    (void)state;
    struct workday_rules rules = workday_rules_catalogue();
    arena = arena_make(SIZE_MAX);
    calendar = workdays_make(arena, &rules);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct date day(const char *text)
{
    struct date d;
    if (!date_read(&d, str_of(text))) fail_msg("no day: %s", text);
    return d;
}

static void steps_of_a_rule(void **state)
{
    (void)state;
    static const struct remind_rule RULE = {.code = STR_INIT("x"), .at = STR_INIT("-3,-1,0,1"), .every = 5};
    static const struct {
        const char *due, *on;
        int32_t step;
    } CASES[] = {
        {"2026-03-20", "2026-03-16", REMIND_NOT_YET}, /* four working days before */
        {"2026-03-20", "2026-03-17", -3},
        {"2026-03-20", "2026-03-18", -3},
        {"2026-03-20", "2026-03-19", -1},
        {"2026-03-20", "2026-03-20", 0},
        {"2026-03-20", "2026-03-21", 0}, /* a Saturday and a Sunday count nothing */
        {"2026-03-20", "2026-03-22", 0},
        {"2026-03-20", "2026-03-23", 1},
        {"2026-03-20", "2026-03-27", 1}, /* five after: the next is six */
        {"2026-03-20", "2026-03-30", 6},
        {"2026-03-20", "2026-04-03", 6},
        {"2026-03-20", "2026-04-06", 11},
        {"2026-02-13", "2026-02-22", 0}, /* Tết 2026: 14 to 22 February off */
        {"2026-02-13", "2026-02-23", 1},
        {"2014-01-02", "2026-02-23", REMIND_NOT_YET}, /* outside the calendar */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        int32_t is = remind_step(&RULE, calendar, day(CASES[i].due), day(CASES[i].on));
        if (is != CASES[i].step) fail_msg("due %s on %s: is %d", CASES[i].due, CASES[i].on, (int)is);
    }
    assert_int_equal(remind_first(&RULE), -3);
}

static void what_steps_can_be(void **state)
{
    (void)state;
    int32_t steps[REMIND_STEPS_MOST];
    size_t count;
    static const char *const RIGHT[] = {"0", "-3,-1,0", " -3 , 5 ", "1,2,3,4,5,6,7,8,9,10,11,12"};
    static const char *const WRONG[] = {"",  ",",   "1,",  ",1",  "1,1", "2,1",
                                        "x", "1.5", "366", "--1", "-",   "1,2,3,4,5,6,7,8,9,10,11,12,13"};
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++)
        if (!remind_steps_read(steps, &count, str_of(RIGHT[i]))) fail_msg("refused: «%s»", RIGHT[i]);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        if (remind_steps_read(steps, &count, str_of(WRONG[i]))) fail_msg("taken: «%s»", WRONG[i]);
}

static void rules_of_the_program(void **state)
{
    (void)state;
    struct remind_rules all = remind_rule_catalogue();
    int32_t steps[REMIND_STEPS_MOST];
    size_t count;
    assert_true(all.len >= 4);
    for (size_t i = 0; i < all.len; i++) {
        assert_true(remind_steps_read(steps, &count, all.at[i].at));
        assert_true(all.at[i].to && all.at[i].source.len);
    }
}

static void recipients(void **state)
{
    (void)state;
    uint32_t to;
    struct buf b = buf_make(100);
    assert_true(remind_to_read(&to, STR("above|person")));
    assert_int_equal(to, REMIND_ABOVE | REMIND_PERSON);
    remind_to_write(&b, to);
    assert_true(str_eq(buf_str(&b), STR("person|above")));
    assert_false(remind_to_read(&to, STR("")));
    assert_false(remind_to_read(&to, STR("nobody")));
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_of_a_rule),
        cmocka_unit_test(what_steps_can_be),
        cmocka_unit_test(rules_of_the_program),
        cmocka_unit_test(recipients),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
