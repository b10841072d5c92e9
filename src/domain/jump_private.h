/* SPDX-License-Identifier: Apache-2.0
 *
 * jump_private: data/jumps.tsv as compiled; seen by jump.c alone.
 */
#ifndef JUMP_PRIVATE_H
#define JUMP_PRIVATE_H
#include "jump.h"

struct jump_row {
    struct str who;
    int64_t ratio, least, points, spread, floor;
    struct str source;
};
extern const struct jump_row jump_rows[];
extern const size_t jump_rows_count;
#endif
