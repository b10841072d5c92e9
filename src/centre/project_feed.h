/* SPDX-License-Identifier: Apache-2.0
 *
 * project_feed: figures of public investment of each unit out of its projects, so that nobody types them beside the
 * book: the plan of the year as it is (D01), what was disbursed of it (D02), how many projects are under way (D05a),
 * how many of them wait for their site (D06b). Written as register_feed writes counts: a document of JSON lines, each
 * with the sum that made it. What is not known is no figure.
 */
#ifndef PROJECT_FEED_H
#define PROJECT_FEED_H
#include "import.h"
#include "project_book.h"

struct project_fed {
    struct str unit, unit_name, indicator;
    struct decimal value; /* đồng, or projects */
    size_t projects;      /* that are in it */
};
struct project_fed_list {
    VEC_FIELDS(struct project_fed); /* by unit */
};
/* The book is of the year of the period and as of its last day. Sums that do not fit are left out. */
void project_feed(struct project_fed_list *out, struct arena *a, const struct project_book *b);
/* Write and accept them. Errors: those of figure_file.h. */
[[nodiscard]] bool project_feed_save(struct import_result *out, struct db *db, struct arena *a,
                                     const struct author *author, const struct project_fed_list *fed,
                                     struct period period, struct err *err);
#endif
