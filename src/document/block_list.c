/* SPDX-License-Identifier: Apache-2.0
 *
 * block_list: see block_list.h.
 */
#include "block_list.h"

#include "document.h"
#include "line.h"

#include <assert.h>

void block_add(struct block_list *l, struct block b)
{
    line_trim(l->text, &b.start, &b.end);
    if (b.start >= b.end) return;
    assert(l->len == 0 || b.start >= l->at[l->len - 1].end);
    if (l->len == DOCUMENT_BLOCKS_MAX) {
        l->too_many = true;
        return;
    }
    if (b.row_span == 0) b.row_span = 1;
    if (b.column_span == 0) b.column_span = 1;
    *vec_push(l->arena, l) = b;
}
