/* SPDX-License-Identifier: Apache-2.0
 *
 * load_map: how a file of figures that was made elsewhere (load.h) says things: which column holds what, and which
 * indicators and units of the record its codes mean. It is a small text that is made once, proposed by the program and
 * completed by a person, and used for every later file of the same kind:
 *
 *     load-map  1
 *     column  unit  country
 *     column  period  year
 *     indicator  ny.gdp.mktp.cd  GDP_USD
 *     unit  VNM  VN
 *     skip  unit  EAS  # a group: its countries are there as well
 *     round  18
 *
 * One thing a line, fields separated by tabs, remarks from '#' on. A code that has no line means itself; lines of a
 * file with a code under `skip` are left out, and counted. A code that nobody has decided yet is proposed as '?', and a
 * map with a '?' is not used. `round 18` allows numbers that are finer than the record can hold to be rounded.
 */
#ifndef LOAD_MAP_H
#define LOAD_MAP_H
#include "arena.h"
#include "buf.h"
#include "err.h"
#include "map.h"

enum load_column { LOAD_INDICATOR, LOAD_UNIT, LOAD_PERIOD, LOAD_VALUE, LOAD_ASPECT, LOAD_LAYER, LOAD_COLUMNS };
struct str load_column_name(enum load_column c); /* "indicator", "unit", ... */

enum { LOAD_CODE_KINDS = LOAD_UNIT + 1 }; /* what has codes: indicators and units */

struct load_code {
    enum load_column of; /* LOAD_INDICATOR, LOAD_UNIT */
    struct str word;     /* in the file */
    struct str meant;    /* of the record; "": lines with it are skipped */
};

struct load_map {
    struct str head[LOAD_COLUMNS]; /* of each column in the file; "": its usual names */
    bool round;                    /* numbers with digits below 10^-18 are rounded there, and counted */
    struct {
        VEC_FIELDS(struct load_code);
    } codes;
    struct map place_of[LOAD_CODE_KINDS]; /* word -> place in codes */
};

/* text: UTF-8. Errors: ERR_LOAD_MAP (file, line, what), ERR_LOAD_MAP_OPEN (file, line, word). */
[[nodiscard]] bool load_map_read(struct load_map *out, struct arena *a, struct str text, struct str name,
                                 struct err *err);
/* "unit=country,period=year". Errors: ERR_LIST_FIELD (no such column), ERR_LIST_PAIR (no head) */
[[nodiscard]] bool load_map_columns(struct load_map *m, struct str told, struct err *err);
/* What is said of a code; NULL: nothing. */
const struct load_code *load_map_find(const struct load_map *m, enum load_column of, struct str word);
/* Without remarks: two maps that say the same are the same bytes. Nothing for a map that says nothing. */
void load_map_write(struct buf *b, const struct load_map *m);
#endif
