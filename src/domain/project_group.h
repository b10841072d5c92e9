/* SPDX-License-Identifier: Apache-2.0
 *
 * project_group: of which group an investment project is (quan trọng quốc gia, A, B, C) by its total investment, its
 * field and the law in force on the day of its decision (Luật Đầu tư công 58/2024/QH15 Điều 8 to 11;
 * data/project/groups.tsv, sectors.tsv). The answer names the row that made it, so it explains itself.
 */
#ifndef PROJECT_GROUP_H
#define PROJECT_GROUP_H
#include "date.h"
#include "decimal.h"

enum project_group { PROJECT_NO_GROUP, PROJECT_NATIONAL, PROJECT_A, PROJECT_B, PROJECT_C, PROJECT_GROUPS };
struct str project_group_word(enum project_group g); /* "", "national", "a", "b", "c" */

struct project_grouped {
    enum project_group group; /* NO_GROUP: `total` is not known, or no rule is in force on that day */
    bool by_total;            /* else by a criterion that asks for no total */
    struct decimal least;     /* tỷ đồng: from there on it is of this group */
    struct decimal below;     /* the next group begins here; 0: none does */
    struct str citation;
};
/* sector, criterion: choices of the kind `project`, "" when nobody said. total: đồng; NULL when it is not known. */
struct project_grouped project_group_of(struct str sector, struct str criterion, const struct decimal *total,
                                        struct date day);
#endif
