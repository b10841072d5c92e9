/* SPDX-License-Identifier: Apache-2.0
 *
 * project_feed: figures of public investment of each unit out of its projects, so that nobody types them beside the
 * book: the plan of the year as it is (D01), what was disbursed of it (D02), how many projects are under way (D05a),
 * how many of them wait for their site (D06b), capital that was given and is not spread over projects (D04), projects
 * past the day by which they had to be settled (D08), advances past the day by which they had to be recovered (D09).
 * Written as register_feed writes counts: a document of JSON lines, each with the sum that made it. Projects are as
 * they were on the last day (matter_then.h). What is not known is no figure, or a range.
 */
#ifndef PROJECT_FEED_H
#define PROJECT_FEED_H
#include "import.h"
#include "project_book.h"

struct project_fed {
    struct str unit, unit_name, indicator;
    struct decimal value; /* đồng, or projects */
    size_t projects;      /* that are in it */
    bool has_most;        /* some nobody can say: from `value` to `most` */
    struct decimal most;
};
struct project_fed_list {
    VEC_FIELDS(struct project_fed); /* by unit */
};
/* The book is of the year of the period and as of its last day. Sums that do not fit are left out. */
[[nodiscard]] bool project_feed(struct project_fed_list *out, struct db *db, struct arena *a, struct project_book *b,
                                struct err *err);
bool project_fed_is_money(const struct project_fed *f); /* in đồng; else projects */
/* Write and accept them. Errors: those of figure_file.h. */
[[nodiscard]] bool project_feed_save(struct import_result *out, struct db *db, struct arena *a,
                                     const struct author *author, const struct project_fed_list *fed,
                                     struct period period, struct err *err);
#endif
