/* SPDX-License-Identifier: Apache-2.0
 *
 * report_window: from which days a report of a period takes its figures, until when it is due, and how late it is. All
 * is reckoned in whole days; a report that comes on its due day is on time.
 */
#ifndef REPORT_WINDOW_H
#define REPORT_WINDOW_H
#include "report_definition.h"
#include "workdays.h"

struct report_window {
    struct date first, last; /* both included; no date when the period cannot be that of a report */
};

/* The days of a period (month, quarter, half, nine months, year). */
struct report_window report_window_of(struct window_rule rule, struct period p);
struct due_day {
    struct date day;   /* no date when each agency says so */
    struct date named; /* the day that the rule names, where that is none of work and `day` is another; else no date */
    bool provisional;  /* it goes by the calendar of a year that is not announced yet */
};
/* Until when. What is to move to the next working day moves by `days`, holidays, days made up for and swaps counted;
 * outside the years of the calendar by weekends alone. `days` may be NULL where nothing moves. */
struct due_day report_due(struct due_rule due, enum weekend_rule weekend, struct period p, struct report_window w,
                          const struct workdays *days);
/* Days from the due day to the day on which it came, or to now when it has not come; 0 when in time, or not known. */
int32_t report_days_late(struct date due, struct date day);

/* Whether a definition is made for that kind of period, and holds for it. */
bool report_is_every(uint32_t every, struct period p);
bool report_holds(const struct report_definition *d, struct report_window w);

enum { REPORT_PERIODS_MOST = 20 };
/* The periods of a year for which a report is owed, the months first; how many. */
size_t report_periods_of_year(struct period out[REPORT_PERIODS_MOST], uint32_t every, int year);

/* The literals of the times under which figures of a report stand, the nearest first: the window, the period by its
 * name, and where the report begins with the year "to date". Of a stock also the last day. */
enum { REPORT_TIMES_MOST = 6 };
size_t report_times(struct period out[REPORT_TIMES_MOST], struct period p, struct report_window w, bool stock);
#endif
