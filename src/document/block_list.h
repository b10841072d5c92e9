/* SPDX-License-Identifier: Apache-2.0
 *
 * block_list: the blocks of one document while they are being made. It keeps the invariants of block.h, so that the parsers
 * need not: a block is added only behind the one before it, without the spaces around it, and empty ones are left out.
 */
#ifndef BLOCK_LIST_H
#define BLOCK_LIST_H
#include "arena.h"
#include "block.h"

struct block_list {
    VEC_FIELDS(struct block);
    struct arena *arena;
    struct str text;
    uint16_t tables; /* numbers given so far */
    bool too_many;   /* DOCUMENT_BLOCKS_MAX was reached: the rest was left out, the document must be refused */
};

/* Adds text[b.start..b.end) as a block, trimmed; spans of 0 become 1. Blocks that would be empty are not added. */
void block_add(struct block_list *l, struct block b);
#endif
