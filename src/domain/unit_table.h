/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_table: data/units/ as compiled by tools/units_compile.c; seen by the unit_*.c of this folder. Flat arrays of
 * numbers: texts are offsets into one pool, days places in one list, so the table lies in the program file as it is
 * used, nothing is set up at start, and only the pages that are asked for are read.
 *
 * Rows are in byte order of their ids; since '.' stands before the digits, all units that had one code stand together.
 */
#ifndef UNIT_TABLE_H
#define UNIT_TABLE_H
#include "date.h"

struct unit_row {
    uint32_t id, name, parent, key; /* in unit_pool; key: of the proper name, folded ("binh thanh") */
    uint32_t area, population;      /* area in hundredths of a km2; 0: not known */
    uint8_t kind, from, to;         /* enum unit_kind; in unit_days */
};

struct unit_edge_row {
    uint16_t old, new;         /* places in unit_rows */
    uint16_t area, population; /* shares of 10,000; 0: not known */
    uint16_t source;           /* in unit_sources */
    uint8_t part, day;         /* enum unit_part; in unit_days */
};

struct unit_alias_row {
    uint32_t said, meant; /* in unit_pool */
};

extern const char unit_pool[];
extern const struct date unit_days[]; /* the first is no date */
extern const struct unit_row unit_rows[];
extern const uint32_t unit_rows_count;
extern const uint16_t unit_by_key[]; /* rows in the order of their keys, then of their places */
extern const struct unit_edge_row unit_edges[];
extern const uint32_t unit_edges_count;            /* in the order of old, then new */
extern const uint16_t unit_edges_by_new[];         /* places in unit_edges, in the order of new, then old */
extern const uint32_t unit_sources[];              /* in unit_pool; the first is "" */
extern const struct unit_alias_row unit_aliases[]; /* in the order of said */
extern const uint32_t unit_aliases_count;
#endif
