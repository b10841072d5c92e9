/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_column: see grid_column.h: finding and packing. Adding up is column_sum.c.
 */
#include "grid_column.h"

#include <assert.h>

static uint32_t list_rank(const struct grid_column *c, uint32_t slot)
{
    uint32_t low = 0, high = c->count;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (c->list[mid] < slot)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

uint32_t column_rank(const struct grid_column *c, uint32_t slot)
{
    if (c->list) return list_rank(c, slot);
    if (slot >= c->slots) return c->count;
    uint64_t below = c->bits[slot >> 6] & ((UINT64_C(1) << (slot & 63)) - 1);
    return c->ranks[slot >> 6] + (uint32_t)__builtin_popcountll(below);
}

bool column_has(uint32_t *at, const struct grid_column *c, uint32_t slot)
{
    if (c->list) {
        *at = list_rank(c, slot);
        return *at < c->count && c->list[*at] == slot;
    }
    if (slot >= c->slots || !(c->bits[slot >> 6] >> (slot & 63) & 1)) return false;
    *at = column_rank(c, slot);
    return true;
}

struct decimal column_decimal(const struct grid_column *c, uint32_t at)
{
    return (struct decimal){
        c->is_wide ? ((const int64_t *)c->values)[at] : ((const int32_t *)c->values)[at],
        c->scales ? c->scales[at] : c->scale,
    };
}

uint32_t column_id(const struct grid_column *c, uint32_t at)
{
    return c->ids ? c->ids[at] : c->first_id + at;
}

const struct grid_aside *column_aside(const struct grid_column *c, uint32_t at)
{
    uint32_t low = 0, high = c->aside_count;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (c->asides[mid].at < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low < c->aside_count && c->asides[low].at == at ? &c->asides[low] : NULL;
}

/* The next set bit at or behind the one of the walk. */
static void walk_to_bit(struct column_walk *w)
{
    uint32_t word = w->slot >> 6, words = (w->column->slots + 63) / 64;
    while (!w->rest && ++word < words) w->rest = w->column->bits[word];
    if (w->rest) w->slot = word * 64 + (uint32_t)__builtin_ctzll(w->rest);
}

struct column_walk column_walk(const struct grid_column *c, uint32_t first)
{
    struct column_walk w = {.column = c, .at = first};
    if (first >= c->count) return w;
    if (c->list) {
        w.slot = c->list[first];
        return w;
    }
    uint32_t low = 0, high = (c->slots + 63) / 64; /* the last word with ranks[word] <= first */
    while (high - low > 1) {
        uint32_t mid = (low + high) / 2;
        if (c->ranks[mid] <= first)
            low = mid;
        else
            high = mid;
    }
    w.slot = low * 64;
    w.rest = c->bits[low];
    for (uint32_t skip = first - c->ranks[low]; skip; skip--) w.rest &= w.rest - 1;
    walk_to_bit(&w);
    return w;
}

void column_step(struct column_walk *w)
{
    if (++w->at >= w->column->count) return;
    if (w->column->list) {
        w->slot = w->column->list[w->at];
        return;
    }
    w->rest &= w->rest - 1;
    walk_to_bit(w);
}

/* --- packing */

static void pack_slots(struct grid_column *c, struct arena *a, const struct grid_value *v)
{
    c->slots = v[c->count - 1].slot + 1;
    size_t words = (c->slots + 63) / 64;
    if (c->count * sizeof *c->list < words * (sizeof *c->bits + sizeof *c->ranks)) {
        uint32_t *list = arena_array(a, uint32_t, c->count);
        for (uint32_t i = 0; i < c->count; i++) list[i] = v[i].slot;
        c->list = list;
        c->size += c->count * sizeof *list;
        return;
    }
    uint64_t *bits = arena_array(a, uint64_t, words);
    uint32_t *ranks = arena_array(a, uint32_t, words), before = 0;
    for (uint32_t i = 0; i < c->count; i++) bits[v[i].slot >> 6] |= UINT64_C(1) << (v[i].slot & 63);
    for (size_t i = 0; i < words; i++) {
        ranks[i] = before;
        before += (uint32_t)__builtin_popcountll(bits[i]);
    }
    c->bits = bits;
    c->ranks = ranks;
    c->size += words * (sizeof *bits + sizeof *ranks);
}

static void pack_values(struct grid_column *c, struct arena *a, const struct grid_value *v)
{
    bool scaled = false;
    for (uint32_t i = 0; i < c->count; i++) {
        int64_t n = v[i].value.coefficient;
        c->is_wide |= n < INT32_MIN || n > INT32_MAX;
        scaled |= v[i].value.scale != v[0].value.scale;
    }
    c->scale = v[0].value.scale;
    if (c->is_wide) {
        int64_t *values = arena_array(a, int64_t, c->count);
        for (uint32_t i = 0; i < c->count; i++) values[i] = v[i].value.coefficient;
        c->values = values;
    } else {
        int32_t *values = arena_array(a, int32_t, c->count);
        for (uint32_t i = 0; i < c->count; i++) values[i] = (int32_t)v[i].value.coefficient;
        c->values = values;
    }
    c->size += c->count * (c->is_wide ? sizeof(int64_t) : sizeof(int32_t));
    if (!scaled) return;
    int8_t *scales = arena_array(a, int8_t, c->count);
    for (uint32_t i = 0; i < c->count; i++) scales[i] = v[i].value.scale;
    c->scales = scales;
    c->size += c->count * sizeof *scales;
}

static void pack_ids(struct grid_column *c, struct arena *a, const struct grid_value *v)
{
    bool running = true;
    for (uint32_t i = 0; i < c->count; i++) running &= v[i].id == v[0].id + i;
    c->first_id = v[0].id;
    if (running) return;
    uint32_t *ids = arena_array(a, uint32_t, c->count);
    for (uint32_t i = 0; i < c->count; i++) ids[i] = v[i].id;
    c->ids = ids;
    c->size += c->count * sizeof *ids;
}

static void pack_asides(struct grid_column *c, struct arena *a, const struct grid_value *v)
{
    for (uint32_t i = 0; i < c->count; i++) c->aside_count += v[i].aside != NULL;
    if (!c->aside_count) return;
    struct grid_aside *asides = arena_array(a, struct grid_aside, c->aside_count), *next = asides;
    for (uint32_t i = 0; i < c->count; i++) {
        if (!v[i].aside) continue;
        *next = *v[i].aside;
        next++->at = i;
    }
    c->asides = asides;
    c->size += c->aside_count * sizeof *asides;
}

struct grid_column *column_pack(struct arena *a, const struct grid_value *values, uint32_t count, uint32_t measure)
{
    assert(count > 0);
    struct grid_column *c = arena_new(a, struct grid_column);
    *c = (struct grid_column){.size = sizeof *c, .count = count, .measure = measure};
    pack_slots(c, a, values);
    pack_values(c, a, values);
    pack_ids(c, a, values);
    pack_asides(c, a, values);
    return c;
}

static const void *copy_of(struct arena *a, const void *p, size_t count, size_t size)
{
    if (!p) return NULL;
    void *copy = arena_alloc_array(a, count, size, _Alignof(max_align_t));
    if (count) memcpy(copy, p, count * size);
    return copy;
}

struct grid_column *column_copy(struct arena *a, const struct grid_column *c)
{
    struct grid_column *out = arena_new(a, struct grid_column);
    size_t words = (c->slots + 63) / 64;
    *out = *c;
    out->bits = copy_of(a, c->bits, words, sizeof *c->bits);
    out->ranks = copy_of(a, c->ranks, words, sizeof *c->ranks);
    out->list = copy_of(a, c->list, c->count, sizeof *c->list);
    out->values = copy_of(a, c->values, c->count, c->is_wide ? sizeof(int64_t) : sizeof(int32_t));
    out->scales = copy_of(a, c->scales, c->count, sizeof *c->scales);
    out->ids = copy_of(a, c->ids, c->count, sizeof *c->ids);
    out->asides = copy_of(a, c->asides, c->aside_count, sizeof *c->asides);
    return out;
}

/* --- merging */

static struct grid_value value_at(const struct grid_column *c, const struct column_walk *w)
{
    return (struct grid_value){.slot = w->slot,
                               .id = column_id(c, w->at),
                               .value = column_decimal(c, w->at),
                               .aside = c->aside_count ? column_aside(c, w->at) : NULL};
}

/* What is kept of one slot: values[i ..) of that slot over `kept` (when has). The place behind them; *fresh: what is
 * kept is one of them. */
static size_t settle(struct grid_value *kept, bool *has, bool *fresh, const struct grid_value *values, size_t i,
                     size_t count)
{
    uint32_t slot = values[i].slot;
    for (; i < count && values[i].slot == slot; i++) {
        if (values[i].gone) {
            if (*has && kept->id == values[i].id) *has = false;
        } else if (!*has || values[i].id >= kept->id) {
            *kept = values[i];
            *has = *fresh = true;
        }
    }
    return i;
}

/* A value whose unit of measure is not that of the column says it aside. */
static void fit_measure(struct grid_value *v, struct arena *a, uint32_t from, uint32_t to)
{
    if (v->aside || from == to) return;
    struct grid_aside *aside = arena_new(a, struct grid_aside);
    aside->measure = from;
    v->aside = aside;
}

static bool is_sorted(const struct grid_value *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (values[i].gone || (i && values[i - 1].slot >= values[i].slot)) return false;
    return count > 0;
}

struct grid_column *column_merge(struct arena *a, struct arena *scratch, const struct grid_column *old,
                                 const struct grid_value *values, size_t count, uint32_t measure)
{
    if (!old && is_sorted(values, count)) return column_pack(a, values, (uint32_t)count, measure);
    struct arena_mark mark = arena_mark(scratch);
    uint32_t have = old ? old->count : 0, kept = 0, to = old ? old->measure : measure;
    struct grid_value *all = arena_array(scratch, struct grid_value, have + count);
    struct column_walk w = {0};
    if (old) w = column_walk(old, 0);
    for (size_t i = 0; w.at < have || i < count;) {
        struct grid_value v = {0};
        bool has = w.at < have && (i == count || w.slot <= values[i].slot);
        uint32_t slot = has ? w.slot : values[i].slot;
        if (has) v = value_at(old, &w);
        if (has) column_step(&w);
        bool fresh = false;
        if (i < count && values[i].slot == slot) i = settle(&v, &has, &fresh, values, i, count);
        if (has && fresh) fit_measure(&v, scratch, measure, to);
        if (has) all[kept++] = v;
    }
    struct grid_column *out = kept ? column_pack(a, all, kept, to) : NULL;
    arena_reset(scratch, mark);
    return out;
}
