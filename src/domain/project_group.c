/* SPDX-License-Identifier: Apache-2.0
 *
 * project_group: see project_group.h. The rows of a class stand from the highest group down, so the first that the
 * total reaches is the answer, and the one before it says where the next group would begin.
 */
#include "project_group.h"

#include "project_private.h"

enum { BILLION = 9 };

struct str project_group_word(enum project_group g)
{
    static const struct str WORDS[PROJECT_GROUPS] = {STR_INIT(""), STR_INIT("national"), STR_INIT("a"), STR_INIT("b"),
                                                     STR_INIT("c")};
    return WORDS[g];
}

static struct str class_of(struct str word)
{
    for (size_t i = 0; word.len && i < project_sectors_count; i++)
        if (str_eq(project_sectors[i].sector, word)) return project_sectors[i].class;
    return STR("");
}

static bool holds(const struct project_group_row *r, struct date day)
{
    return date_cmp(r->from, day) <= 0 && (!date_known(r->to) || date_cmp(day, r->to) <= 0);
}

struct project_grouped project_group_of(struct str sector, struct str criterion, const struct decimal *total,
                                        struct date day)
{
    struct str by_field = class_of(sector), special = class_of(criterion);
    struct project_grouped out = {0};
    for (size_t i = 0; i < project_group_rows_count; i++) {
        const struct project_group_row *r = &project_group_rows[i];
        bool of_special = special.len && str_eq(r->class, special);
        bool of_field = by_field.len && (str_eq(r->class, by_field) || str_eq(r->class, STR("*")));
        struct decimal least = {r->least, -BILLION};
        if (!holds(r, day) || !(of_special || of_field)) continue;
        if (of_field && !of_special && !total) continue;
        if (of_special || decimal_cmp(*total, least) >= 0) {
            out.group = r->group;
            out.by_total = !of_special;
            out.least = DECIMAL_INT(r->least);
            out.citation = r->citation;
            return out;
        }
        out.below = DECIMAL_INT(r->least);
    }
    return (struct project_grouped){0};
}
