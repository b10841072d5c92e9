/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_clock: each line of the text is tried as every literal of clocks (term, receipt, extension, moment, hours of an
 * office, lunar day) and as events of one: what is read is written back and read the same, and whatever the events
 * are, a clock ends, never before it would have ended without them.
 */
#include "must.h"

#include "arena.h"
#include "buf.h"
#include "clock_event.h"
#include "lunar.h"
#include "matter_clock.h"

#define COMES_BACK(type, read, write, same)                                                                            \
    {                                                                                                                  \
        type x, y;                                                                                                     \
        if (read(&x, s)) {                                                                                             \
            struct buf b = buf_make(200);                                                                              \
            write(&b, x);                                                                                              \
            must(buf_ok(&b) && read(&y, buf_str(&b)));                                                                 \
            must(same);                                                                                                \
            buf_free(&b);                                                                                              \
        }                                                                                                              \
    }

static void literals(struct str s)
{
    struct office_hours o;
    COMES_BACK(struct term, term_read, term_write, x.unit == y.unit && x.count == y.count)
    COMES_BACK(struct moment, moment_read, moment_write, moment_cmp(x, y) == 0 && x.minute == y.minute)
    COMES_BACK(struct receipt_rule, receipt_rule_read, receipt_rule_write, x.basis == y.basis && x.minute == y.minute)
    COMES_BACK(struct extension_rule, extension_rule_read, extension_rule_write,
               x.times == y.times && x.limited == y.limited && x.most.count == y.most.count)
    COMES_BACK(struct lunar_date, lunar_read, lunar_write,
               x.year == y.year && x.month == y.month && x.day == y.day && x.leap == y.leap)
    struct matter_clock x, y;
    if (matter_clock_read(&x, s)) {
        struct buf b = buf_make(SIZE_MAX), again = buf_make(SIZE_MAX);
        matter_clock_write(&b, &x);
        must(matter_clock_read(&y, buf_str(&b)) && matter_clock_same(&x, &y) && x.provisional == y.provisional);
        matter_clock_write(&again, &y);
        must(str_eq(buf_str(&b), buf_str(&again)));
        buf_free(&b);
        buf_free(&again);
    }
    if (office_hours_read(&o, s)) must(o.count > 0 && o.minutes > 0 && o.minutes <= MINUTES_OF_DAY);
}

/* Waits on one line, extensions on the next, a term before both. */
static void clock_of(const struct workdays *w, struct str term, struct str waits, struct str more)
{
    struct clock_rule rule;
    struct office_hours office;
    struct clock_events events;
    struct clock_answer plain, a;
    struct err err = {0};
    struct str wrong;
    enum clock_event_kind kind;
    struct clock_question q = {.rule = &rule, .office = &office, .start = {{2026, 11, 2}, 540}};
    if (clock_rule_find(&rule, term, q.start.day) != CLOCK_RULE_FOUND) return;
    if (!office_find(&office, STR("hanh-chinh"), q.start.day) || !clock_answer(&plain, NULL, &q, w, &err)) return;
    if (!clock_events_read(&events, waits, more, &wrong, &kind)) return;
    q.events = events.at;
    q.event_count = events.len;
    if (!clock_answer(&a, NULL, &q, w, &err)) {
        must(err.code != ERR_NONE);
        return;
    }
    must(moment_cmp(a.original, plain.due) == 0);
    must(a.waiting ? a.left >= 0 : moment_cmp(plain.due, a.due) <= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct workdays *w;
    static struct workday_rules rules;
    if (!w) {
        static struct arena *for_ever;
        for_ever = arena_make(SIZE_MAX);
        rules = workday_rules_catalogue();
        w = workdays_make(for_ever, &rules);
    }
    struct str text = {(const char *)data, size};
    if (size > 1000) return 0;
    struct str_cut first = str_cut(text, STR("\n")), second = str_cut(first.tail, STR("\n"));
    literals(first.head);
    literals(second.head);
    clock_of(w, first.head, second.head, second.tail);
    return 0;
}
