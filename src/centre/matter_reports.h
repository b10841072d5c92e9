/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_reports: reports that are owed (filing_board.h) as rows of lists of matters, of counts and of reminders: an
 * office has one place where all that it owes is seen. Nothing is stored for it: what is owed follows from the
 * definitions and from who must send, and what became of it is in the filings; a second copy as matters could only come
 * to differ. Such a row has the kind `report_due`, no id, the code of the definition as its number and, as its
 * document, what it is found by: the id of the filing (B7), or, where nobody has begun one, DEFINITION/UNIT/PERIOD.
 *
 * In a list reports stand before the matters of the same due day.
 */
#ifndef MATTER_REPORTS_H
#define MATTER_REPORTS_H
#include "matter_board.h"

#define REPORT_KIND STR("report_due")

enum {
    REPORTS_SOON = 7,   /* days before a report is due from which it is near; a custom */
    REPORTS_AHEAD = 31, /* days from the day of a list in which the figures of a report may still be closed */
    REPORTS_AHEAD_MOST = 400
};

/* The reports that a wish asks for, by due day: of its units, days, words, groups, verdict and state; without any of
 * these those that were not sent or came back. No page: most and after are not looked at. */
[[nodiscard]] bool matter_reports(struct matter_board *out, struct db *db, struct arena *a, const struct board_wish *w,
                                  struct err *err);
/* Whether a wish asks for reports at all: not where a kind, a person or a target is named. */
bool matter_reports_asked(const struct board_wish *w);
/* A page of matters and reports together. `after`: what a report is found by, behind which the page begins; else "",
 * and the filter of the wish may have a matter. ERR_MATTER_ID when there is no such report. */
[[nodiscard]] bool matter_board_all(struct matter_board *out, struct db *db, struct arena *a,
                                    const struct board_wish *w, struct str after, struct err *err);
/* Counts of matters, and of reports with those that were sent. */
[[nodiscard]] bool matter_sums_all(struct matter_sums *out, struct db *db, struct arena *a, const struct board_wish *w,
                                   struct err *err);
/* Reports among what waits for a unit. */
[[nodiscard]] bool matter_mine_reports(struct mine_board *mine, struct db *db, struct arena *a,
                                       const struct board_wish *w, struct err *err);
/* Whether some text is what a report is found by. */
bool matter_report_code(struct str s);
#endif
