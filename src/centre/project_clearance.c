/* SPDX-License-Identifier: Apache-2.0
 *
 * project_clearance: see project_clearance.h.
 */
#include "project_clearance.h"

static uint64_t count_of(const struct register_groups *groups, struct str number, struct str status)
{
    uint64_t n = 0;
    for (size_t i = 0; i < groups->len; i++)
        if (str_eq(groups->at[i].values[0], number) && str_eq(groups->at[i].values[1], status)) n += groups->at[i].n;
    return n;
}

bool project_clearance(struct clearance *out, struct db *db, struct arena *a, struct str number, struct date on,
                       struct err *err)
{
    static const struct str BY[] = {STR_INIT("project"), STR_INIT("status")};
    struct known_register k;
    struct register_groups groups;
    *out = (struct clearance){0};
    if (!known_register(&k, db, a, STR("site_clearance"), err)) return false;
    struct register_count_wish w = {.def = &k.def, .first = on, .last = on, .by = {BY, 2}};
    if (!register_count(&groups, db, a, &w, err)) return false;
    const struct register_field *status = register_field_find(&k.def, BY[1]);
    for (size_t i = 0; status && i < status->field.choices.len; i++) {
        uint64_t n = count_of(&groups, number, status->field.choices.at[i]);
        out->all += n;
        if (n) *vec_push(a, &out->states) = (struct clearance_state){status->field.choices.at[i], n};
    }
    return true;
}
