/* SPDX-License-Identifier: Apache-2.0
 *
 * block_list: the blocks of one document while they are being made. It keeps the invariants of block.h, so that the
 * parsers need not: a block is added only behind the one before it, without the spaces around it, and empty ones are
 * left out.
 */
#ifndef BLOCK_LIST_H
#define BLOCK_LIST_H
#include "arena.h"
#include "block.h"
#include "buf.h"

struct block_list {
    struct block *at; /* good until the next block_add */
    size_t len;
    struct arena *arena;
    struct buf *store; /* grows in place where the system can: half of the memory of a list in the arena */
    struct str text;
    uint16_t tables; /* numbers given so far */
    bool too_many;   /* DOCUMENT_BLOCKS_MAX was reached: the rest was left out, the document must be refused */
};

struct block_list block_list_make(struct arena *a, struct str text);

/* Adds text[b.start..b.end) as a block, trimmed; spans of 0 become 1. Blocks that would be empty are not added. */
void block_add(struct block_list *l, struct block b);
#endif
