/* SPDX-License-Identifier: Apache-2.0
 *
 * boundary_table: data/map as compiled by tools/map_compile.c; seen by boundary.c alone.
 *
 *   lines   numbers as varints, signed ones folded: the first point, then the way to each next one
 *   rings   of each area: how many lines, the lines from 1 (negative: backwards), ...; ended by 0
 */
#ifndef BOUNDARY_TABLE_H
#define BOUNDARY_TABLE_H
#include <stdint.h>

struct boundary_row {
    int kind;
    char code[8];
    uint32_t rings; /* place in boundary_rings */
};

extern const uint8_t boundary_lines[], boundary_rings[];
extern const uint32_t boundary_line_at[];         /* of each line, and of what stands behind the last */
extern const struct boundary_row boundary_rows[]; /* by kind and code */
extern const uint32_t boundary_row_count;
#endif
