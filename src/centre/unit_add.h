/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_add: what people say of units comes into the record: own units below those of the country, and what became of
 * a unit.
 */
#ifndef UNIT_ADD_H
#define UNIT_ADD_H
#include "unit_lines.h"
#include "unit_look.h"

struct unit_wish {
    struct str name;
    struct str code;   /* "": made from the name, and from that of the unit above when the first is taken */
    struct str level;  /* word of unit_kind_word; "": as the name says */
    struct str parent; /* id, or "" */
    struct date from, to;
    struct str source;
};

/* One change. Errors: ERR_UNIT_EXISTS, ERR_UNIT_PARENT_KIND, ERR_UNIT_DAYS, ERR_UNIT_NAME, those of change.h. */
[[nodiscard]] bool unit_add(struct looked_unit *out, struct db *db, struct arena *a, const struct author *author,
                            const struct unit_wish *w, struct err *err);

struct lineage_wish {
    struct str old, *news; /* ids */
    size_t new_count;
    struct date from;
    struct str part;  /* "whole", "part"; "": whole for one new unit without a share, else part */
    struct str share; /* "population=0,43/0,57", several with ' ' between; "" */
    struct str source;
    bool existing;
};

/* One change. Errors: ERR_SHARE_FORM, ERR_LINEAGE_DAY, those of unit_lines_add. */
[[nodiscard]] bool lineage_add(struct db *db, struct arena *a, const struct author *author,
                               const struct lineage_wish *w, struct err *err);
#endif
