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
 * A file that was made elsewhere comes with a map (load_map.h): its columns have other heads, its codes mean others.
 * Nothing is guessed: codes that nobody knows are listed, with their first line and how many lines have them, and
 * nothing is loaded. The file may be packed by gzip.
 *
 * A value that its indicator cannot have (range.h) ends the reading with its line; sums and implausible values are
 * found and told, and hinder nothing; so are jumps away from earlier years, where the file is not too large for it.
 *
 * Hundreds of figures a report says have a document and a sentence each; millions of figures of a panel have a file and
 * a line. They do not become rows of the database but parts (figure_part.h): see change.h, load.
 */
#ifndef LOAD_H
#define LOAD_H
#include "change.h"
#include "load_map.h"
#include "validate.h"

/* A code of a file that is neither in the record nor in the map. */
struct load_unknown {
    enum load_column of; /* LOAD_INDICATOR, LOAD_UNIT */
    struct str word;
    uint32_t line; /* the first that has it */
    uint32_t count;
};

struct load_result {
    uint32_t id;    /* of the load; of the one that was there when `unchanged` */
    bool unchanged; /* the same bytes were loaded before and stand */
    uint32_t first; /* id of the first figure */
    size_t figures, columns, units, periods, indicators;
    uint64_t skipped;                   /* lines that the map leaves out */
    uint64_t empty;                     /* lines without a value, of a list that is not filled in yet */
    uint64_t rounded;                   /* numbers that were finer than the record can hold (load_map.h, round) */
    struct str passed;                  /* heads of columns that hold nothing of ours; "" */
    const struct load_unknown *unknown; /* with ERR_LOAD_UNKNOWN: those of indicators, then those of units */
    size_t unknown_count;
    struct validation found; /* sums that do not add up, implausible values, jumps; by line */
    bool jumps_left;         /* the file is too large: jumps were not looked for */
};

struct load_options {
    struct str name;            /* of the file */
    const struct load_map *map; /* NULL: none */
    bool dry;                   /* read and judge, change nothing */
    struct date today;          /* an actual figure of a period that begins later is refused; unknown: none is */
};

/* Read and judge a file, and bring it in. The same bytes by the same map change nothing. Errors: ERR_LOAD_x with the
 * line; ERR_LOAD_UNKNOWN, with all such codes in *out; those of load_unpack and db.h. */
[[nodiscard]] bool load_bytes(struct load_result *out, struct db *db, struct arena *a, const struct author *author,
                              struct str bytes, const struct load_options *o, struct err *err);
/* Take a load back. Errors: ERR_LOAD_MISSING, ERR_LOAD_UNDONE. */
[[nodiscard]] bool load_undo(struct db *db, struct arena *a, const struct author *author, uint32_t id,
                             struct str reason, struct err *err);
/* A map for a file, to be completed by a person: the columns that could be told, '?' for what could not, and every code
 * that nobody knows. With what `map` (or NULL) says already. Errors: as load_bytes. */
[[nodiscard]] bool load_propose(struct buf *out, struct db *db, struct arena *a, struct str bytes,
                                const struct load_options *o, struct err *err);
#endif
