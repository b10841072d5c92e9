/* SPDX-License-Identifier: Apache-2.0
 *
 * load: a file with one figure a line comes into the record at once, whole or not at all:
 *
 *     indicator,unit,period,aspect,layer,value
 *     A02,26740,2025-Q4,actual,,51234
 *     C01,79,2025,plan,giao,520000000000000
 *
 * The first line names the columns (aspect and layer may be missing; Vietnamese names do as well); the mark between
 * them is a comma, a semicolon or a tab. Indicators are codes of the catalogue; units are official codes, taken for
 * the last day of the period, or ids; values are in the unit of measure in which the catalogue keeps the indicator
 * ("VND", not "tỷ đồng"), with a point before the decimals.
 *
 * A value that its indicator cannot have (range.h) ends the reading with its line; sums and implausible values are
 * found and told, and hinder nothing.
 *
 * Hundreds of figures a report says have a document and a sentence each; millions of figures of a panel have a file and
 * a line. They do not become rows of the database but parts (figure_part.h): see change.h, load.
 */
#ifndef LOAD_H
#define LOAD_H
#include "change.h"
#include "validate.h"

struct load_result {
    uint32_t id;    /* of the load; of the one that was there when `unchanged` */
    bool unchanged; /* the same bytes were loaded before and stand */
    uint32_t first; /* id of the first figure */
    size_t figures, columns, units, periods, indicators;
    struct validation found; /* sums that do not add up, implausible values; by line */
};

/* Read and judge a file, and bring it in (`dry`: do not). Errors: ERR_LOAD_x with the line, and those of db.h. */
[[nodiscard]] bool load_bytes(struct load_result *out, struct db *db, struct arena *a, const struct author *author,
                              struct str bytes, struct str name, bool dry, struct err *err);
/* Take a load back. Errors: ERR_LOAD_MISSING, ERR_LOAD_UNDONE. */
[[nodiscard]] bool load_undo(struct db *db, struct arena *a, const struct author *author, uint32_t id,
                             struct str reason, struct err *err);
#endif
