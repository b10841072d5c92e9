/* SPDX-License-Identifier: Apache-2.0
 *
 * block_list: see block_list.h.
 */
#include "block_list.h"

#include "document.h"
#include "line.h"

#include <assert.h>

static void free_store(void *p)
{
    buf_free(p);
}

struct block_list block_list_make(struct arena *a, struct str text)
{
    struct buf *store = arena_new(a, struct buf);
    *store = buf_make((size_t)DOCUMENT_BLOCKS_MAX * sizeof(struct block));
    arena_defer(a, free_store, store);
    return (struct block_list){.arena = a, .text = text, .store = store};
}

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
    buf_put(l->store, (struct str){(const char *)&b, sizeof b});
    l->at = (struct block *)(void *)l->store->ptr;
    l->len++;
}
