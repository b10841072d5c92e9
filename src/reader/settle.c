/* SPDX-License-Identifier: Apache-2.0
 *
 * settle: what is done with statements when there are some hundreds of them: the last of what they lack is repaired,
 * they are put in order of their spans, and while streaming they go to the sink and the memory that they borrow is used
 * again.
 *
 * Invariant: what is settled is in order and nothing in it changes any more; nothing made later comes before it, since
 * no statement reaches over the end of its block or row.
 */
#include "sentence.h"

enum { SETTLE_LEAST = 256 };

static int by_span(const void *a, const void *b)
{
    const struct statement *x = a, *y = b;
    if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* Sorted as they are, or nearly: then each is moved over the few before it. False, and only partly sorted, when that
 * would be much work. */
static bool nearly_sorted(struct statement *at, size_t count)
{
    size_t moves = 16 * count;
    for (size_t i = 1; i < count; i++) {
        size_t k = i;
        while (k > 0 && by_span(&at[k - 1], &at[i]) > 0) k--;
        if (k == i) continue;
        if (i - k > moves) return false;
        moves -= i - k;
        struct statement s = at[i];
        memmove(&at[k + 1], &at[k], (i - k) * sizeof *at);
        at[k] = s;
    }
    return true;
}

/* The reference of the statements from `first` on, sorted, that starts at a byte; -1. */
static int32_t reference_at(const struct reader *r, size_t first, uint32_t start)
{
    size_t low = first, high = r->out.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->out.at[middle].span.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < r->out.len && r->out.at[low].span.start == start; low++)
        if (r->out.at[low].kind == STATEMENT_REFERENCE) return (int32_t)low;
    return -1;
}

/* Sort those from `first` on by span and carry the links between references along. */
static void in_order(struct reader *r, size_t first)
{
    struct statement *at = r->out.at + first;
    size_t count = r->out.len - first;
    bool sorted = true;
    for (size_t i = 1; i < count && sorted; i++) sorted = by_span(&at[i - 1], &at[i]) <= 0;
    if (sorted) return;
    for (size_t i = 0; i < count; i++)
        if (at[i].kind == STATEMENT_REFERENCE && at[i].reference.implements >= 0)
            at[i].reference.implements = (int32_t)r->out.at[at[i].reference.implements].span.start;
    if (!nearly_sorted(at, count)) qsort(at, count, sizeof *at, by_span);
    for (size_t i = 0; i < count; i++)
        if (at[i].kind == STATEMENT_REFERENCE && at[i].reference.implements >= 0)
            at[i].reference.implements = reference_at(r, first, (uint32_t)at[i].reference.implements);
}

/* The statements go to the sink, and the memory that they borrow is used again; what is carried moves out of it. */
static void put_all(struct reader *r)
{
    static const struct arena_mark start = {NULL, NULL, 0};
    r->stopped = !r->sink->put(r->sink->to, r->out.at, r->out.len);
    struct arena *old = r->arena;
    r->arena = r->other;
    r->other = old;
    struct str *carried[] = {&r->carry.subject,  &r->carry.whole,      &r->carry.place,     &r->carry.row_whole,
                             &r->carry.row_unit, &r->carry.item_whole, &r->carry.item_unit, &r->carry.topic};
    for (size_t i = 0; i < sizeof carried / sizeof *carried; i++) *carried[i] = str_copy(r->arena, *carried[i]);
    for (size_t i = 0; i < r->carry.counted_len; i++) {
        r->carry.counted[i].unit = str_copy(r->arena, r->carry.counted[i].unit);
        r->carry.counted[i].rest = str_copy(r->arena, r->carry.counted[i].rest);
    }
    for (size_t i = 0; i < r->carry.head_count; i++) {
        r->carry.heads[i].unit = str_copy(r->arena, r->carry.heads[i].unit);
        r->carry.heads[i].whole = str_copy(r->arena, r->carry.heads[i].whole);
    }
    arena_reset(old, start);
    r->out.len = 0;
    r->settled = 0;
    r->batch++;
}

/* Whether a period may still have to be taken from statements that are not yet made. */
static bool repair_waits(const struct reader *r)
{
    return r->repaired < r->timeless.len && r->out.len < r->timeless.at[r->timeless.len - 1] + (size_t)PERIOD_BODY;
}

void statements_settle_all(struct reader *r)
{
    period_repair(r);
    r->early.len = 0; /* what a text tells so long before it names a time is of its day */
    references_join(r, r->settled);
    in_order(r, r->settled);
    r->settled = r->out.len;
    if (r->sink && r->out.len) put_all(r);
}

void statements_settle(struct reader *r)
{
    if (r->out.len - r->settled >= SETTLE_LEAST && !repair_waits(r)) statements_settle_all(r);
}
