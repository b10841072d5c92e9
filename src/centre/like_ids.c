/* SPDX-License-Identifier: Apache-2.0
 *
 * like_ids: whose figures can be asked for when a unit is compared with what it was: the unit, those that it came from,
 * however many changes ago, and the units of the record that lie below these.
 */
#include "like.h"

#include "unit_look.h"

enum { UNITS_MOST = 2000 };

static void add_id(struct like_ids *out, struct arena *a, struct str id)
{
    for (size_t i = 0; i < out->len; i++)
        if (str_eq(out->at[i], id)) return;
    *vec_push(a, out) = id;
}

/* Whether a unit of the record lies below one of the list. */
static bool lies_below_one(bool *out, const struct like_ids *ids, struct db *db, struct arena *a, struct str id,
                           struct err *err)
{
    struct looked_unit u;
    *out = false;
    for (int up = 0; up < 8 && id.len && !*out; up++) {
        for (size_t i = 0; i < ids->len; i++) *out |= str_eq(ids->at[i], id);
        if (!unit_look_id(&u, db, a, id, err)) return false;
        id = u.parent;
    }
    return true;
}

bool like_ids(struct like_ids *out, struct db *db, struct arena *a, struct str unit, struct err *err)
{
    struct unit_list all;
    *out = (struct like_ids){0};
    *vec_push(a, out) = unit;
    for (size_t i = 0; i < out->len && i < UNITS_MOST; i++) {
        struct unit_lines lines;
        if (!unit_lines_before(&lines, db, a, out->at[i], err)) return false;
        for (size_t k = 0; k < lines.len; k++) add_id(out, a, lines.at[k].old);
    }
    if (out->len == 1) return true;
    if (!unit_list(&all, db, a, err)) return false;
    struct like_ids lower = {0};
    for (size_t i = 0; i < all.len; i++) {
        bool below;
        if (!lies_below_one(&below, out, db, a, all.at[i].code, err)) return false;
        if (below) *vec_push(a, &lower) = all.at[i].code;
    }
    for (size_t i = 0; i < lower.len; i++) add_id(out, a, lower.at[i]);
    return true;
}
