/* SPDX-License-Identifier: Apache-2.0
 *
 * form_place: of which unit the tables of a file are, where neither the user nor a column says it: by the words above
 * them ("UBND phường Sài Gòn", "Đơn vị: xã Tân Lập, tỉnh Đồng Nai"); and which units the figures of a file came to.
 */
#ifndef FORM_PLACE_H
#define FORM_PLACE_H
#include "form.h"
#include "unit_look.h"

/* Sets the place of every table that needs one. *common: that of all of them, or "". A name of the country or of the
 * record alone is one (place_words.h); of several places that lie in one another the lowest is meant. Errors, where the
 * table has no other place: ERR_FORM_PLACES (file, the places), ERR_FORM_PLACE_MANY (file, place, the units). */
[[nodiscard]] bool form_places_find(struct str *common, struct form_source *sources, size_t count, const struct form *f,
                                    struct db *db, struct arena *a, struct date date, struct str file, struct err *err);

/* A unit that figures of a file came to. */
struct placed_unit {
    struct looked_unit is; /* id, name, the unit above, when it was there */
    bool fresh;            /* neither the country nor the record has it: it would be made */
    size_t figures;
    size_t before; /* of these, of periods that ended before it began */
    size_t after;  /* of periods that began after it ended */
};

struct placed_units {
    VEC_FIELDS(struct placed_unit);
    size_t nowhere; /* figures of which the unit is not known */
};

/* As an import would resolve them. Error: ERR_PLACE_MANY (place, the units) when the place that was told for the file
 * can be several. */
[[nodiscard]] bool placed_units_find(struct placed_units *out, struct db *db, struct arena *a, const struct reading *r,
                                     struct str told, struct err *err);
#endif
