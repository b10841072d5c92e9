/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_column: see grid_column.h: finding and packing. Adding up is grid_column_sum.c.
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

static uint32_t rank_in(const struct grid_word *w, uint32_t slot)
{
    return w->before + (uint32_t)__builtin_popcountll(w->bits & ((UINT64_C(1) << (slot & 63)) - 1));
}

uint32_t grid_column_rank(const struct grid_column *c, uint32_t slot)
{
    if (c->is_list) return list_rank(c, slot);
    if (slot >= c->slots) return c->count;
    return c->is_full ? slot : rank_in(&c->words[slot >> 6], slot);
}

bool grid_column_has(uint32_t *at, const struct grid_column *c, uint32_t slot)
{
    if (c->is_list) {
        *at = list_rank(c, slot);
        return *at < c->count && c->list[*at] == slot;
    }
    *at = slot;
    if (slot >= c->slots) return false;
    if (c->is_full) return true;
    const struct grid_word *w = &c->words[slot >> 6];
    if (!(w->bits >> (slot & 63) & 1)) return false;
    *at = rank_in(w, slot);
    return true;
}

void grid_column_expect(const struct grid_column *c, uint32_t slot)
{
    if (c->is_list || slot >= c->slots) return;
    if (c->is_full)
        __builtin_prefetch((const char *)c->values + (size_t)slot * (c->is_wide ? sizeof(int64_t) : sizeof(int32_t)));
    else
        __builtin_prefetch(&c->words[slot >> 6]);
}

struct decimal grid_column_decimal(const struct grid_column *c, uint32_t at)
{
    return (struct decimal){
        c->is_wide ? ((const int64_t *)c->values)[at] : ((const int32_t *)c->values)[at],
        c->scales ? c->scales[at] : c->scale,
    };
}

uint32_t grid_column_id(const struct grid_column *c, uint32_t at)
{
    return c->ids ? c->ids[at] : c->first_id + at;
}

const struct grid_aside *grid_column_aside(const struct grid_column *c, uint32_t at)
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
    while (!w->rest && ++word < words) w->rest = w->column->words[word].bits;
    if (w->rest) w->slot = word * 64 + (uint32_t)__builtin_ctzll(w->rest);
}

struct column_walk grid_column_walk(const struct grid_column *c, uint32_t first)
{
    struct column_walk w = {.column = c, .at = first};
    if (first >= c->count) return w;
    if (c->is_list) {
        w.slot = c->list[first];
        return w;
    }
    if (c->is_full) {
        w.slot = first;
        return w;
    }
    uint32_t low = 0, high = (c->slots + 63) / 64; /* the last word with words[word].before <= first */
    while (high - low > 1) {
        uint32_t mid = (low + high) / 2;
        if (c->words[mid].before <= first)
            low = mid;
        else
            high = mid;
    }
    w.slot = low * 64;
    w.rest = c->words[low].bits;
    for (uint32_t skip = first - c->words[low].before; skip; skip--) w.rest &= w.rest - 1;
    walk_to_bit(&w);
    return w;
}

void grid_column_step(struct column_walk *w)
{
    if (++w->at >= w->column->count) return;
    if (w->column->is_list) {
        w->slot = w->column->list[w->at];
        return;
    }
    if (w->column->is_full) {
        w->slot = w->at;
        return;
    }
    w->rest &= w->rest - 1;
    walk_to_bit(w);
}

/* --- packing */

static void pack_slots(struct grid_column *c, struct arena *a, const struct grid_value *v)
{
    c->slots = v[c->count - 1].slot + 1;
    c->is_full = c->slots == c->count;
    size_t count = (c->slots + 63) / 64;
    if (c->is_full) return;
    if (c->count * sizeof *c->list < count * sizeof *c->words) {
        uint32_t *list = arena_array(a, uint32_t, c->count);
        for (uint32_t i = 0; i < c->count; i++) list[i] = v[i].slot;
        c->list = list;
        c->is_list = true;
        c->size += c->count * sizeof *list;
        return;
    }
    struct grid_word *words = arena_array(a, struct grid_word, count);
    uint32_t before = 0;
    for (uint32_t i = 0; i < c->count; i++) words[v[i].slot >> 6].bits |= UINT64_C(1) << (v[i].slot & 63);
    for (size_t i = 0; i < count; i++) {
        words[i].before = before;
        before += (uint32_t)__builtin_popcountll(words[i].bits);
    }
    c->words = words;
    c->size += count * sizeof *words;
}

static void pack_values(struct grid_column *c, struct arena *a, const struct grid_value *v)
{
    bool scaled = false;
    for (uint32_t i = 0; i < c->count; i++) {
        int64_t n = v[i].value.coefficient;
        uint64_t size = n < 0 ? -(uint64_t)n : (uint64_t)n;
        if (size > c->largest) c->largest = size;
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

struct grid_column *grid_column_pack(struct arena *a, const struct grid_value *values, uint32_t count, uint32_t measure)
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

struct grid_column *grid_column_copy(struct arena *a, const struct grid_column *c)
{
    struct grid_column *out = arena_new(a, struct grid_column);
    *out = *c;
    out->words = copy_of(a, c->words, (c->slots + 63) / 64, sizeof *c->words);
    out->list = copy_of(a, c->list, c->count, sizeof *c->list);
    out->values = copy_of(a, c->values, c->count, c->is_wide ? sizeof(int64_t) : sizeof(int32_t));
    out->scales = copy_of(a, c->scales, c->count, sizeof *c->scales);
    out->ids = copy_of(a, c->ids, c->count, sizeof *c->ids);
    out->asides = copy_of(a, c->asides, c->aside_count, sizeof *c->asides);
    return out;
}

/* --- merging */

/* All values of a column, as they would come in. */
static void unpack(struct grid_value *out, const struct grid_column *c)
{
    uint32_t n = 0, words = (c->slots + 63) / 64;
    if (c->is_list || c->is_full)
        for (; n < c->count; n++) out[n].slot = c->is_list ? c->list[n] : n;
    for (uint32_t w = 0; n < c->count && w < words; w++)
        for (uint64_t bits = c->words[w].bits; bits; bits &= bits - 1)
            out[n++].slot = w * 64 + (uint32_t)__builtin_ctzll(bits);
    for (uint32_t i = 0; i < n; i++) {
        out[i].value = grid_column_decimal(c, i);
        out[i].id = grid_column_id(c, i);
    }
    for (uint32_t i = 0; i < c->aside_count; i++) out[c->asides[i].at].aside = &c->asides[i];
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

/* Whether a column can take values by only changing numbers where there are some. */
static bool can_patch(const struct grid_column *c, const struct grid_value *values, size_t count, uint32_t measure)
{
    uint32_t at;
    if (c->aside_count || c->scales || c->measure != measure) return false;
    for (size_t i = 0; i < count; i++) {
        int64_t n = values[i].value.coefficient;
        if (values[i].gone || values[i].aside || values[i].value.scale != c->scale) return false;
        if (!c->is_wide && (n < INT32_MIN || n > INT32_MAX)) return false;
        if (!grid_column_has(&at, c, values[i].slot)) return false;
    }
    return true;
}

/* A copy with new numbers: the common case of a revision, at the price of copying the arrays. */
static struct grid_column *patch(struct arena *a, const struct grid_column *c, const struct grid_value *values,
                                 size_t count)
{
    struct grid_column *out = grid_column_copy(a, c);
    uint32_t *ids = c->ids ? (uint32_t *)(uintptr_t)out->ids : arena_array(a, uint32_t, c->count), at;
    for (uint32_t i = 0; !c->ids && i < c->count; i++) ids[i] = c->first_id + i;
    if (!c->ids) out->size += c->count * sizeof *ids;
    out->ids = ids;
    for (size_t i = 0; i < count; i++) {
        if (!grid_column_has(&at, c, values[i].slot) || values[i].id < ids[at]) continue;
        ids[at] = values[i].id;
        int64_t n = values[i].value.coefficient;
        uint64_t size = n < 0 ? -(uint64_t)n : (uint64_t)n;
        if (size > out->largest) out->largest = size;
        if (c->is_wide)
            ((int64_t *)(uintptr_t)out->values)[at] = n;
        else
            ((int32_t *)(uintptr_t)out->values)[at] = (int32_t)n;
    }
    return out;
}

struct grid_column *grid_column_merge(struct arena *a, struct arena *scratch, const struct grid_column *old,
                                      const struct grid_value *values, size_t count, uint32_t measure)
{
    if (!old && is_sorted(values, count)) return grid_column_pack(a, values, (uint32_t)count, measure);
    if (old && can_patch(old, values, count, measure)) return patch(a, old, values, count);
    struct arena_mark mark = arena_mark(scratch);
    uint32_t have = old ? old->count : 0, kept = 0, next = 0, to = old ? old->measure : measure;
    struct grid_value *before = arena_array(scratch, struct grid_value, have);
    struct grid_value *all = arena_array(scratch, struct grid_value, have + count);
    if (old) unpack(before, old);
    for (size_t i = 0; i < count;) {
        struct grid_value v = {0};
        uint32_t slot = values[i].slot;
        while (next < have && before[next].slot < slot) all[kept++] = before[next++];
        bool has = next < have && before[next].slot == slot, fresh = false;
        if (has) v = before[next++];
        i = settle(&v, &has, &fresh, values, i, count);
        if (has && fresh) fit_measure(&v, scratch, measure, to);
        if (has) all[kept++] = v;
    }
    while (next < have) all[kept++] = before[next++];
    struct grid_column *out = kept ? grid_column_pack(a, all, kept, to) : NULL;
    arena_reset(scratch, mark);
    return out;
}
