/* SPDX-License-Identifier: Apache-2.0
 *
 * plain: plain text and Markdown -> blocks.
 */
#ifndef PLAIN_H
#define PLAIN_H
#include "piece.h"

/* Cuts the whole text into blocks. */
void plain_blocks(struct pieces *p);
/* Cuts text[start..end), lines of a larger text; flags (piece.h) are those of every piece. */
void plain_lines(struct pieces *p, uint32_t start, uint32_t end, unsigned flags);
#endif
