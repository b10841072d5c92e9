/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_reports: reports that are owed (filing_board.h) as rows of lists of matters. Nothing is stored for it: what is
 * owed follows from the definitions, and what became of it is in the filings; here the two engines meet for the eyes of
 * who has to do both. Such a row has the kind `report_due`, no id, the code of the definition as its number, and the id
 * of the filing, where one was begun, as its document.
 */
#ifndef MATTER_REPORTS_H
#define MATTER_REPORTS_H
#include "matter_board.h"

#define REPORT_KIND STR("report_due")

enum { REPORTS_SOON = 7 }; /* days before a report is due from which it is near; a custom */

struct report_wish {
    const struct looked_unit *unit, *under; /* NULL: any */
    struct date on;
    uint32_t ahead; /* days after `on` in which figures may still be closed */
};
/* Those that were not sent, or came back; by due day. */
[[nodiscard]] bool matter_reports(struct matter_board *out, struct db *db, struct arena *a, const struct report_wish *w,
                                  struct err *err);
/* The same among what waits for a unit. */
[[nodiscard]] bool matter_mine_reports(struct mine_board *mine, struct db *db, struct arena *a,
                                       const struct report_wish *w, struct err *err);
#endif
