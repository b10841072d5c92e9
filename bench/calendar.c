/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar: what days and deadlines cost, on one core:
 *
 *     calendar        prints   NAME <TAB> NUMBER   a line
 *
 *   make      ms to set up the calendar of 2015 to 2100
 *   is, add, count    millions of answers a second
 *   clocks    seconds for a million deadlines of six rules, every third with a time of waiting
 *
 * Each is the best of five runs. The sum of all answers is printed last, so that nothing can be left out.
 */
#include "arena.h"
#include "clock.h"

#include <stdio.h>
#include <time.h>

enum { RUNS = 5, ASKED = 5000000, CLOCKS = 1000000, DAYS = 3000 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int64_t sum;
static struct date days[DAYS];

static void ask_is(const struct workdays *w)
{
    for (int i = 0; i < ASKED; i++) sum += workdays_is(w, days[i % DAYS]);
}

static void ask_add(const struct workdays *w)
{
    for (int i = 0; i < ASKED; i++) sum += workdays_add(w, days[i % DAYS], i % 40).day;
}

static void ask_count(const struct workdays *w)
{
    for (int i = 0; i < ASKED; i++) sum += workdays_count(w, days[i % DAYS], days[i * 7 % DAYS]);
}

static void ask_clocks(const struct workdays *w)
{
    static const char *const TERMS[] = {"7 ngày làm việc", "30 ngày", "8 giờ làm việc",
                                        "1 tháng",         "KN-LAN1", "MC-GIAIQUYET"};
    struct clock_rule rules[6];
    struct office_hours office;
    struct err err;
    struct moment none = {.minute = MINUTE_UNKNOWN};
    if (!office_find(&office, office_catalogue().at[0].code, days[0])) return;
    for (int i = 0; i < 6; i++)
        if (clock_rule_find(&rules[i], str_of(TERMS[i]), (struct date){2026, 7, 2}) != CLOCK_RULE_FOUND) return;
    for (int i = 0; i < CLOCKS; i++) {
        int at = i % (DAYS - 20);
        struct clock_event e = {CLOCK_WAITING, {days[at + 3], 600}, {days[at + 9], 600}, {0}};
        struct clock_question q = {&rules[i % 6], &office, {days[at], (int16_t)(480 + i % 400)}, &e, i % 3 == 0, none};
        struct clock_answer a;
        if (clock_answer(&a, NULL, &q, w, &err)) sum += a.due.day.day;
    }
}

static double best(void (*ask)(const struct workdays *), const struct workdays *w)
{
    double least = 1e9;
    for (int run = 0; run < RUNS; run++) {
        double start = now();
        ask(w);
        double took = now() - start;
        if (took < least) least = took;
    }
    return least;
}

int main(void)
{
    struct workday_rules rules = workday_rules_catalogue();
    const struct workdays *w = NULL;
    double least = 1e9;
    for (int run = 0; run < RUNS; run++) {
        struct arena *a = arena_make(SIZE_MAX);
        double start = now();
        w = workdays_make(a, &rules);
        double took = now() - start;
        if (took < least) least = took;
        sum += workdays_count(w, (struct date){2015, 1, 1}, (struct date){2100, 12, 31});
        if (run + 1 < RUNS) arena_close(a);
    }
    for (int i = 0; i < DAYS; i++) days[i] = date_add_days((struct date){2020, 1, 1}, i);
    printf("make\t%.2f\n", least * 1e3);
    printf("is\t%.0f\n", ASKED / best(ask_is, w) / 1e6);
    printf("add\t%.0f\n", ASKED / best(ask_add, w) / 1e6);
    printf("count\t%.0f\n", ASKED / best(ask_count, w) / 1e6);
    printf("clocks\t%.2f\n", best(ask_clocks, w));
    printf("sum\t%lld\n", (long long)sum);
    return 0;
}
