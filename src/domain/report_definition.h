/* SPDX-License-Identifier: Apache-2.0
 *
 * report_definition: which report is owed by whom to whom, for which times, over which days and until when. It is what
 * NĐ 09/2019/NĐ-CP Điều 7, 8 wants every regime of reports to state, as a row: data/report_definitions.tsv holds those
 * of law, the record those that an office makes for itself.
 *
 *   window    calendar         the days of the period itself
 *             cut:14           from the 15th of the month before the period to the 14th of its last month
 *                              (NĐ 09/2019/NĐ-CP Điều 12: 15/12 to 14/6 is the first half of a year)
 *             budget           as calendar, but a year goes on to 31 January after it (Luật 58/2024/QH15 Điều 72)
 *   due       last_month:25    the 25th of the last month of the period; in a shorter month its last day
 *             next_month:10    the 10th of the month after the period
 *             next_year:02-20  20 February of the year after the one in which the period ends
 *             after:10         10 days after the last day of the window
 *             agency           the law leaves it to each agency: no day until somebody says one
 *
 * The essay of the table says what the other columns mean. A day that is none of work moves to the next working day
 * (workdays.h) only where the definition says next_working_day.
 */
#ifndef REPORT_DEFINITION_H
#define REPORT_DEFINITION_H
#include "period.h"
#include "unit.h"

/* For what periods a report is owed: flags. */
enum report_every {
    REPORT_MONTH = 1,
    REPORT_QUARTER = 2,
    REPORT_THREE_MONTHS = 4, /* the first quarter alone */
    REPORT_FIRST_HALF = 8,
    REPORT_SECOND_HALF = 16,
    REPORT_NINE_MONTHS = 32,
    REPORT_YEAR = 64
};

enum window_basis { WINDOW_CALENDAR, WINDOW_CUT, WINDOW_BUDGET };
enum { WINDOW_CUT_MOST = 27 }; /* every month has the day after it */

struct window_rule {
    enum window_basis basis;
    uint8_t cut; /* WINDOW_CUT: the last day of figures in the last month, 1..27 */
};

enum due_basis { DUE_AGENCY, DUE_LAST_MONTH, DUE_NEXT_MONTH, DUE_NEXT_YEAR, DUE_AFTER };

struct due_rule {
    enum due_basis basis;
    uint8_t month, day; /* day of a month, and the month of NEXT_YEAR */
    uint16_t days;      /* AFTER: 1..366 */
};

enum weekend_rule { WEEKEND_AS_IS, WEEKEND_NEXT_WORKING_DAY };
enum late_rule { LATE_FIRST, LATE_LAST }; /* which sending tells whether a report was late */

struct report_definition {
    struct str code;      /* "KTXH" */
    struct date from, to; /* it holds for periods whose last day of figures lies here; both included, or unknown */
    struct str name;
    struct str window; /* literals of the table above */
    uint32_t every;    /* enum report_every */
    enum unit_kind sender;
    struct str receiver;
    struct str due;
    enum weekend_rule weekend;
    enum late_rule late;
    struct str indicators, required; /* codes with commas */
    struct str citation, note;
};

struct report_definitions {
    const struct report_definition *at;
    size_t len;
};
struct report_definitions report_definition_catalogue(void); /* of data/report_definitions.tsv */

[[nodiscard]] bool window_rule_read(struct window_rule *out, struct str literal);
[[nodiscard]] bool due_rule_read(struct due_rule *out, struct str literal);
void due_rule_write_vi(struct buf *b, struct due_rule r); /* "ngày 25 tháng cuối kỳ" */
void window_rule_write_vi(struct buf *b, struct window_rule r); /* "từ ngày 15 tháng trước đến ngày 14 tháng cuối kỳ" */

/* Words with '|' or ',' between them: "month|year". False, or "", for none or an unknown one. */
[[nodiscard]] bool report_every_read(uint32_t *out, struct str words);
void report_every_write(struct buf *b, uint32_t every); /* with '|' */
struct str weekend_rule_word(enum weekend_rule r);      /* "as_is", "next_working_day" */
[[nodiscard]] bool weekend_rule_read(enum weekend_rule *out, struct str word);
struct str late_rule_word(enum late_rule r); /* "first", "last" */
[[nodiscard]] bool late_rule_read(enum late_rule *out, struct str word);

/* The next code of a list with commas; *list goes on behind it. "" at the end. */
struct str code_list_next(struct str *list);
bool code_list_has(struct str list, struct str code);
#endif
