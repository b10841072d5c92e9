/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_search: from a name, as somebody wrote it, to the units of the catalogue that it can mean.
 */
#ifndef UNIT_SEARCH_H
#define UNIT_SEARCH_H
#include "arena.h"
#include "unit.h"

struct unit_ids {
    VEC_FIELDS(struct unit_id);
};

/* All units that a name can mean on a day, or ever when the day is unknown, in the order of their ids. The name is a
 * code ("765", "26905"), an id ("26905.2025"), or words with or without the kind and the places that it lies in:
 * "Q. Bình Thạnh", "Q1", "TPHCM", "phường 1, quận Bình Thạnh", "P.1 Q.3", "phường Tân Định (TP. Hồ Chí Minh)". Marks
 * count when they tell two apart: "xã Tân Ân" is not "xã Tân An", "xa tan an" is both. Nothing: there is none. */
void unit_search(struct unit_ids *out, struct arena *a, struct str said, struct date day);

/* Whether the key of a name, its kind said or not, is that of a province of today. */
bool unit_is_province(struct str key);

/* Units whose names are the nearest to one that was not found (nearest.h), at most `most`, each name once, valid on the
 * day when it is known; of the kind that was said, when one was. */
void unit_search_near(struct unit_ids *out, struct arena *a, struct str said, struct date day, size_t most);
#endif
