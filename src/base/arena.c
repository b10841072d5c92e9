/* SPDX-License-Identifier: Apache-2.0
 *
 * arena: a list of blocks, each twice as large as the one before up to 1 MiB (or as large as one allocation asks).
 *
 *   struct arena -> newest block -> older block -> ... -> first block
 *                   [header | used ............ | free .... ]
 *
 * Invariants
 *  1. Bytes above `used` of a block are poisoned under ASan; an allocation is unpoisoned exactly over its size.
 *  2. arena_reset keeps the block of the mark and gives newer ones back, so a loop that marks and resets stays small.
 *     Of an arena that was empty at the mark it keeps the first block: such a loop does not ask for it each time.
 *  3. Memory handed out is zero: blocks come from calloc, and reset clears what was used.
 *  4. What was deferred lives in the arena too, so a reset runs what was deferred after the mark before the memory
 *     goes.
 *  5. `held` is the sum of the block sizes and never passes `limit`.
 */
#include "arena.h"

#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
enum { RED_ZONE = 16 };
#else
#define POISON(p, n) ((void)0)
#define UNPOISON(p, n) ((void)0)
enum { RED_ZONE = 0 };
#endif

enum { FIRST_BLOCK = 16 * 1024, LARGEST_GROWTH = 1024 * 1024 };

struct block {
    struct block *older;
    size_t size, used; /* of bytes[] */
    _Alignas(max_align_t) char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*fn)(void *);
    void *p;
};

struct arena {
    struct block *newest;
    struct deferred *deferred;
    size_t limit, held;
};

_Noreturn static void out_of_memory(const char *why, size_t size)
{
    fprintf(stderr, "dieuhanh: hết bộ nhớ / out of memory: %s (%zu)\n", why, size);
    abort();
}

static void block_add(struct arena *a, size_t size)
{
    if (size > a->limit || a->held > a->limit - size) out_of_memory("arena limit", a->limit);
    struct block *b = calloc(1, sizeof *b + size);
    if (!b) out_of_memory("calloc", size);
    b->older = a->newest;
    b->size = size;
    a->newest = b;
    a->held += size;
    POISON(b->bytes, size);
}

static void block_drop(struct arena *a)
{
    struct block *b = a->newest;
    a->newest = b->older;
    a->held -= b->size;
    UNPOISON(b->bytes, b->size);
    free(b);
}

struct arena *arena_make(size_t limit)
{
    struct arena *a = calloc(1, sizeof *a);
    if (!a) out_of_memory("calloc", sizeof *a);
    a->limit = limit;
    return a;
}

/* Newest first, down to `last`, which stays. What is deferred may defer again. */
static void run_deferred(struct arena *a, const struct deferred *last)
{
    while (a->deferred != last) {
        struct deferred *d = a->deferred;
        a->deferred = d->next;
        d->fn(d->p);
    }
}

void arena_close(struct arena *a)
{
    if (!a) return;
    run_deferred(a, NULL);
    while (a->newest) block_drop(a);
    free(a);
}

static bool block_fit(size_t *start, const struct block *b, size_t size, size_t align)
{
    if (!b) return false;
    uintptr_t first = (uintptr_t)b->bytes;
    size_t at = (size_t)(((first + b->used + RED_ZONE + align - 1) & ~(uintptr_t)(align - 1)) - first);
    if (at > b->size || size > b->size - at) return false;
    *start = at;
    return true;
}

void *arena_alloc(struct arena *a, size_t size, size_t align)
{
    size_t start;
    if (!block_fit(&start, a->newest, size, align)) {
        size_t want = a->newest ? a->newest->size * 2 : FIRST_BLOCK;
        if (want > LARGEST_GROWTH) want = LARGEST_GROWTH;
        if (size > SIZE_MAX / 2) out_of_memory("size", size);
        size_t least = size + align + 2 * RED_ZONE;
        block_add(a, want > least ? want : least);
        if (!block_fit(&start, a->newest, size, align)) out_of_memory("fit", size);
    }
    char *p = a->newest->bytes + start;
    a->newest->used = start + size;
    UNPOISON(p, size);
    return p;
}

void *arena_alloc_array(struct arena *a, size_t count, size_t size, size_t align)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) out_of_memory("array", count);
    return arena_alloc(a, bytes, align);
}

void arena_defer(struct arena *a, void (*fn)(void *), void *p)
{
    struct deferred *d = arena_new(a, struct deferred);
    *d = (struct deferred){a->deferred, fn, p};
    a->deferred = d;
}

struct arena_mark arena_mark(struct arena *a)
{
    return (struct arena_mark){a->newest, a->deferred, a->newest ? a->newest->used : 0};
}

void arena_reset(struct arena *a, struct arena_mark m)
{
    run_deferred(a, m.deferred);
    while (a->newest != m.block && (m.block || a->newest->older || a->newest->size > FIRST_BLOCK)) block_drop(a);
    struct block *b = a->newest;
    if (!b) return;
    UNPOISON(b->bytes + m.used, b->used - m.used);
    memset(b->bytes + m.used, 0, b->used - m.used);
    b->used = m.used;
    POISON(b->bytes + m.used, b->size - m.used);
}

size_t arena_held(const struct arena *a)
{
    return a->held;
}

void arena_forget(void *p, size_t size)
{
    POISON(p, size);
    if (size < LARGEST_GROWTH) return;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = ((uintptr_t)p + page - 1) & ~(page - 1), last = ((uintptr_t)p + size) & ~(page - 1);
    if (last > first) madvise((char *)p + (first - (uintptr_t)p), last - first, MADV_DONTNEED);
}

void *vec_grow(struct arena *a, void *old, size_t len, size_t *cap, size_t size, size_t align)
{
    size_t more = *cap ? *cap * 2 : 8;
    void *p = arena_alloc_array(a, more, size, align);
    if (len) memcpy(p, old, len * size);
    if (old) arena_forget(old, *cap * size);
    *cap = more;
    return p;
}
