/* SPDX-License-Identifier: Apache-2.0
 *
 * arena: one lifetime of memory. A function allocates if and only if it takes a struct arena *; what it returns lives
 * until that arena is closed or set back to a mark. Nothing is freed one by one.
 *
 * Five lifetimes are enough: process, snapshot, job (one import), request, scratch (a mark taken and set back inside a
 * function). An arena fed by a stranger gets a limit from its creator. Passing the limit, or running out of memory,
 * ends the process with a message: code that reads strangers' bytes bounds its input first (file.h, document.h), so
 * that the limit of an arena is the last fence, not the first.
 *
 * Under AddressSanitizer every allocation stands between 16-byte red zones and what is set back is poisoned, so an
 * overflow from one allocation into the next is reported as it would be with malloc.
 */
#ifndef ARENA_H
#define ARENA_H
#include <stddef.h>
#include <stdint.h>

struct arena;

/* limit: most bytes that may be held from the system; SIZE_MAX for a trusted lifetime. Never returns NULL. */
struct arena *arena_make(size_t limit);
void arena_close(struct arena *a); /* NULL is allowed; runs what was deferred, last first */

/* Zeroed memory, aligned; size 0 gives a valid pointer to nothing. */
void *arena_alloc(struct arena *a, size_t size, size_t align);
/* count * size with overflow check. */
void *arena_alloc_array(struct arena *a, size_t count, size_t size, size_t align);
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type), _Alignof(type)))
#define arena_array(a, type, count) ((type *)arena_alloc_array((a), (count), sizeof(type), _Alignof(type)))

/* Close handles with the lifetime: fn(p) is called when the arena is closed or set back to a mark from before this
 * call. */
void arena_defer(struct arena *a, void (*fn)(void *), void *p);

struct arena_mark {
    void *block, *deferred;
    size_t used;
};
struct arena_mark arena_mark(struct arena *a);
void arena_reset(struct arena *a, struct arena_mark m); /* all that was allocated or deferred after the mark is gone */

size_t arena_held(const struct arena *a); /* bytes held from the system now */

/* What stands at p, an allocation of `size` bytes, is needed no more: the memory of its whole pages goes back to the
 * system, the address stays the arena's. For what grows by being copied, so that it costs its own size and not that of
 * all smaller ones before it. A pointer into it is a mistake from here on. */
void arena_forget(void *p, size_t size);

/* A growing array in an arena: struct { VEC_FIELDS(struct token); } v; *vec_push(a, &v) = token; */
#define VEC_FIELDS(type)                                                                                               \
    type *at;                                                                                                          \
    size_t len, cap
void *vec_grow(struct arena *a, void *old, size_t len, size_t *cap, size_t size, size_t align);
#define vec_push(a, v)                                                                                                 \
    (((v)->len == (v)->cap                                                                                             \
          ? (void)((v)->at = vec_grow((a), (v)->at, (v)->len, &(v)->cap, sizeof *(v)->at, _Alignof(max_align_t)))      \
          : (void)0),                                                                                                  \
     &(v)->at[(v)->len++])
#endif
