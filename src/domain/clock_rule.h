/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_rule: how long the law gives for something, and how that is counted. Rows of data/clock_rules.tsv; one code has
 * a row for each time of validity, and a matter keeps the row that was in force on the day it began.
 *
 *   term       literal of term.h
 *   way        after      the last day is so long after the beginning
 *              before     it is the latest day, so long before something (a meeting, a day of effect)
 *   receipt    (empty)    what comes in counts on its day, whatever the hour
 *              office     what comes in outside working hours counts as of the next working day
 *              at:15:00   as office, and after 15:00 too
 *              last:60    as office, and within the last 60 minutes of the office's day too
 *   last_day   roll       a last day that is not worked moves to the next working day (Bộ luật Dân sự 2015 Điều 148
 *                         khoản 5)
 *              stay       it does not
 *   waiting    pause      while papers are awaited the clock stands and goes on after it
 *              restart    it begins anew when they are there
 *              run        it goes on
 *   extension  (empty)    the text speaks of none
 *              1x         once, for how long is not said
 *              2x30 ngày  twice, each time up to 30 days
 */
#ifndef CLOCK_RULE_H
#define CLOCK_RULE_H
#include "date.h"
#include "term.h"

enum receipt_basis { RECEIPT_ANY, RECEIPT_OFFICE, RECEIPT_AT, RECEIPT_LAST };

struct receipt_rule {
    enum receipt_basis basis;
    int16_t minute; /* AT: of the day; LAST: before the office closes */
};

enum clock_way { CLOCK_AFTER, CLOCK_BEFORE };
enum last_day { LAST_DAY_ROLL, LAST_DAY_STAY };
enum waiting { WAITING_PAUSE, WAITING_RESTART, WAITING_RUN };

struct extension_rule {
    uint8_t times;    /* 0: the text speaks of none */
    bool limited;     /* `most` is said */
    struct term most; /* each time */
};

struct clock_rule_row {
    struct str code;
    struct date from, to;
    struct str name, term;
    enum clock_way way;
    struct str receipt;
    enum last_day last_day;
    enum waiting waiting;
    struct str extension, citation, note;
};

struct clock_rule {
    struct clock_rule_row row;
    struct term term;
    struct receipt_rule receipt;
    struct extension_rule extension;
};

struct clock_rule_rows {
    const struct clock_rule_row *at;
    size_t len;
};
struct clock_rule_rows clock_rule_catalogue(void);

[[nodiscard]] bool receipt_rule_read(struct receipt_rule *out, struct str literal);
void receipt_rule_write(struct buf *b, struct receipt_rule r);
[[nodiscard]] bool extension_rule_read(struct extension_rule *out, struct str literal);
void extension_rule_write(struct buf *b, struct extension_rule r);
/* All literals of a row; false names none: the test of the catalogue says which. */
[[nodiscard]] bool clock_rule_read(struct clock_rule *out, const struct clock_rule_row *row);

enum clock_rule_found { CLOCK_RULE_FOUND, CLOCK_RULE_UNKNOWN, CLOCK_RULE_NOT_THEN };
/* The row of a code in force on that day. A literal of a term ("7 ngày làm việc") is a rule too: that of the general
 * law. */
enum clock_rule_found clock_rule_find(struct clock_rule *out, struct str code, struct date on);
#endif
