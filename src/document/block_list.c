/* SPDX-License-Identifier: Apache-2.0
 *
 * block_list: see block_list.h. The reader works on one block at a time, so the longest block decides how much memory
 * it needs: what is longer than any real paragraph is cut into several, between words.
 */
#include "block_list.h"

#include "document.h"
#include "line.h"
#include "utf8.h"

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

enum { BLOCK_LONG = 64 * 1024, BLOCK_MOST = 8 * BLOCK_LONG };

static bool between_words(struct str s, uint32_t at)
{
    const unsigned char a = (unsigned char)s.ptr[at - 1], b = (unsigned char)s.ptr[at];
    if (b == ' ' || b == '\n' || b == '\t') return true;
    bool mark_a = a < 0x80 && utf8_base_letter(a) == 0 && !(a >= '0' && a <= '9');
    bool mark_b = b < 0x80 && utf8_base_letter(b) == 0 && !(b >= '0' && b <= '9');
    return mark_a && mark_b;
}

/* Between a digit and a letter of ASCII: "1a1a1a" has as many words as bytes. */
static bool beside_letter(struct str s, uint32_t at)
{
    const unsigned char a = (unsigned char)s.ptr[at - 1], b = (unsigned char)s.ptr[at];
    bool digit_a = a >= '0' && a <= '9', digit_b = b >= '0' && b <= '9';
    return a < 0x80 && b < 0x80 && digit_a != digit_b && utf8_base_letter(digit_a ? b : a) != 0;
}

static bool between_sentences(struct str s, uint32_t at)
{
    char a = s.ptr[at - 1];
    return s.ptr[at] == '\n' || (s.ptr[at] == ' ' && (a == '.' || a == ';' || a == '!' || a == '?'));
}

/* Where to cut a piece off the front of [start, end): the last place between two sentences, else between two words, of
 * its first BLOCK_LONG bytes, or the first one after them; after BLOCK_MOST bytes also within a word that is none. */
static uint32_t cut_of(struct str text, uint32_t start, uint32_t end)
{
    if (end - start <= BLOCK_LONG) return end;
    uint32_t middle = start + BLOCK_LONG;
    for (uint32_t at = middle; at > middle - BLOCK_LONG / 2; at--)
        if (between_sentences(text, at)) return at;
    for (uint32_t at = middle; at > middle - BLOCK_LONG / 2; at--)
        if (between_words(text, at)) return at;
    for (uint32_t at = middle; at < end; at++)
        if (between_words(text, at) || (at - start > BLOCK_MOST && beside_letter(text, at))) return at;
    return end;
}

static void add_one(struct block_list *l, struct block b)
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

void block_add(struct block_list *l, struct block b)
{
    uint32_t end = b.end;
    while (b.start < end) {
        b.end = b.kind == BLOCK_CELL ? end : cut_of(l->text, b.start, end);
        add_one(l, b);
        b.start = b.end;
    }
}
