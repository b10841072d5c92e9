/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_next: the next state of a grid from the one before and a batch (grid.h).
 *
 *   1. Names get places; values are sorted by column and slot.
 *   2. Each touched column is merged with the old one into a new layer. A layer is closed at LAYER_MOST and the next
 *      begun, so that no layer is large.
 *   3. All small layers are copied into the new one when there are more than SMALL_MOST, and so is what is still used
 * of
 *      the emptiest large ones until no more is wasted than used: a little at a time, so that no commit waits for the
 *      whole.
 *   4. The new grid refers to the layers that it uses and to no others.
 */
#include "grid_private.h"

#include <stdlib.h>

enum { LAYER_MOST = 4 << 20, LAYER_SMALL = 1 << 20, SMALL_MOST = 32 };

/* A family at work: the old one's columns, in an array that grows. */
struct draft {
    bool touched;
    uint32_t count, cap;
    uint64_t *keys;
    const struct grid_column **columns;
};

struct making {
    struct arena *scratch;
    const struct grid *old;
    struct names_maker names;
    struct draft *drafts; /* an indicator each */
    size_t draft_count;
    struct {
        VEC_FIELDS(struct grid_use);
    } uses;
    struct grid_layer *layer; /* the open one; NULL: none yet */
    bool *moved;              /* which of the first `known` uses are copied into the open layer */
    size_t known;
};

/* --- layers */

static struct grid_use *use_of(struct making *m, const struct grid_layer *layer)
{
    for (size_t i = m->uses.len; i-- > 0;)
        if (m->uses.at[i].layer == layer) return &m->uses.at[i];
    return NULL;
}

static struct grid_layer *open_layer(struct making *m)
{
    if (m->layer && m->layer->size < LAYER_MOST) return m->layer;
    struct arena *a = arena_make(SIZE_MAX);
    m->layer = arena_new(a, struct grid_layer);
    m->layer->arena = a;
    atomic_init(&m->layer->references, 0);
    *vec_push(m->scratch, &m->uses) = (struct grid_use){.layer = m->layer};
    return m->layer;
}

static void use(struct making *m, const struct grid_layer *layer, size_t size)
{
    use_of(m, layer)->live += size;
}

static void unuse(struct making *m, const struct grid_layer *layer, size_t size)
{
    struct grid_use *u = layer ? use_of(m, layer) : NULL;
    if (u) u->live -= size;
}

/* A column that was made in the open layer. */
static const struct grid_column *adopt(struct making *m, struct grid_column *c)
{
    c->layer = m->layer;
    m->layer->size += c->size;
    use(m, m->layer, c->size);
    return c;
}

/* --- families */

static void draft_grow(struct draft *d, struct arena *a, uint32_t cap)
{
    uint64_t *keys = arena_array(a, uint64_t, cap);
    const struct grid_column **columns = arena_array(a, const struct grid_column *, cap);
    if (d->count) memcpy(keys, d->keys, d->count * sizeof *keys);
    if (d->count) memcpy(columns, d->columns, d->count * sizeof(*columns));
    d->keys = keys;
    d->columns = columns;
    d->cap = cap;
}

static struct draft *draft_of(struct making *m, uint32_t indicator)
{
    if (indicator >= m->draft_count) { /* new indicators come one after the other */
        size_t count = indicator * 2 + 8;
        struct draft *more = arena_array(m->scratch, struct draft, count);
        if (m->draft_count) memcpy(more, m->drafts, m->draft_count * sizeof *more);
        m->drafts = more;
        m->draft_count = count;
    }
    struct draft *d = &m->drafts[indicator];
    if (d->touched) return d;
    d->touched = true;
    const struct grid_family *f = family_of(m->old, indicator);
    if (!f) return d;
    unuse(m, f->layer, f->size);
    draft_grow(d, m->scratch, f->count + 8);
    memcpy(d->keys, f->keys, f->count * sizeof *f->keys);
    memcpy(d->columns, f->columns, f->count * sizeof(*f->columns));
    d->count = f->count;
    return d;
}

/* The place of a key, or where it would be. */
static uint32_t draft_place(const struct draft *d, uint64_t key)
{
    uint32_t low = 0, high = d->count;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (d->keys[mid] < key)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Put a column (NULL: take it away) in the place of what is there. */
static void draft_put(struct making *m, struct draft *d, uint64_t key, const struct grid_column *c)
{
    uint32_t at = draft_place(d, key);
    bool there = at < d->count && d->keys[at] == key;
    if (there) unuse(m, d->columns[at]->layer, d->columns[at]->size);
    if (!there && !c) return;
    if (!there && d->count == d->cap) draft_grow(d, m->scratch, d->cap * 2 + 8);
    if (there != (c != NULL)) { /* one more or one less */
        uint32_t from = at + there, to = at + !there;
        memmove(&d->keys[to], &d->keys[from], (d->count - from) * sizeof *d->keys);
        memmove(&d->columns[to], &d->columns[from], (d->count - from) * sizeof(*d->columns));
        d->count = d->count + !there - there;
    }
    if (!c) return;
    d->keys[at] = key;
    d->columns[at] = c;
}

static void merge(struct making *m, uint32_t indicator, uint64_t key, const struct grid_value *values, size_t count,
                  uint32_t measure)
{
    struct draft *d = draft_of(m, indicator);
    uint32_t at = draft_place(d, key);
    const struct grid_column *old = at < d->count && d->keys[at] == key ? d->columns[at] : NULL;
    struct grid_column *c = grid_column_merge(open_layer(m)->arena, m->scratch, old, values, count, measure);
    draft_put(m, d, key, c ? adopt(m, c) : NULL);
}

/* --- what comes in */

static uint64_t key_of(struct making *m, const struct figure_key *k)
{
    struct grid_lane lane = {k->kind, k->aspect, k->against, k->against_period, k->layer};
    return column_key(names_lane(&m->names, &lane), names_period(&m->names, k->period));
}

static int by_slot(const void *a, const void *b)
{
    const struct grid_value *x = a, *y = b;
    if (x->slot != y->slot) return x->slot < y->slot ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static void add_block(struct making *m, const struct grid_block *b, const uint32_t *slots)
{
    uint32_t indicator = names_indicator(&m->names, b->key.indicator), measure = names_measure(&m->names, b->measure);
    uint64_t key = key_of(m, &b->key);
    struct draft *d = draft_of(m, indicator);
    if (d->count == d->cap) draft_grow(d, m->scratch, d->cap * 2 + 8);
    open_layer(m); /* what stays of this allocation stands before the mark */
    struct arena_mark mark = arena_mark(m->scratch);
    struct grid_value *values = arena_array(m->scratch, struct grid_value, b->count);
    bool sorted = true;
    for (size_t i = 0; i < b->count; i++) {
        values[i] = (struct grid_value){
            .slot = slots[b->places[i]],
            .id = b->first_id + (uint32_t)i,
            .value = {b->coefficients[i], b->scales[i]},
        };
        sorted &= i == 0 || values[i - 1].slot < values[i].slot;
    }
    if (!sorted) qsort(values, b->count, sizeof *values, by_slot);
    if (b->count) merge(m, indicator, key, values, b->count, measure);
    arena_reset(m->scratch, mark);
}

/* A figure on its way to its column. */
struct arrival {
    uint32_t indicator, measure;
    uint64_t key;
    struct grid_value value;
};

static int by_column(const void *a, const void *b)
{
    const struct arrival *x = a, *y = b;
    if (x->indicator != y->indicator) return x->indicator < y->indicator ? -1 : 1;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (x->value.slot != y->value.slot) return x->value.slot < y->value.slot ? -1 : 1;
    if (x->value.gone != y->value.gone) return x->value.gone ? -1 : 1;
    return (x->value.id > y->value.id) - (x->value.id < y->value.id);
}

static struct arrival arrival_of(struct making *m, const struct cube_figure *f, bool gone)
{
    const struct figure *v = &f->figure;
    struct arrival out = {
        .indicator = names_indicator(&m->names, v->key.indicator),
        .measure = names_measure(&m->names, v->measure),
        .key = key_of(m, &v->key),
        .value = {.slot = names_unit(&m->names, v->key.unit), .id = f->id, .value = v->value, .gone = gone},
    };
    if (v->bound == BOUND_EXACT && !v->has_max && !v->has_of) return out;
    struct grid_aside *aside = arena_new(m->scratch, struct grid_aside);
    *aside = (struct grid_aside){.measure = out.measure,
                                 .bound = v->bound,
                                 .has_max = v->has_max,
                                 .has_of = v->has_of,
                                 .max = v->value_max,
                                 .of = v->of};
    out.value.aside = aside;
    return out;
}

/* The measure of a column is that of its first value; others say theirs aside. */
static void add_figures(struct making *m, const struct grid_batch *b)
{
    size_t count = b->figure_count + b->gone_count, n = 0;
    struct arrival *all = arena_array(m->scratch, struct arrival, count);
    struct grid_value *values = arena_array(m->scratch, struct grid_value, count);
    for (size_t i = 0; i < b->gone_count; i++) all[n++] = arrival_of(m, &b->gone[i], true);
    for (size_t i = 0; i < b->figure_count; i++) all[n++] = arrival_of(m, &b->figures[i], false);
    if (count) qsort(all, count, sizeof *all, by_column);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first; end < count && all[end].indicator == all[first].indicator && all[end].key == all[first].key;
             end++) {
            values[end] = all[end].value;
            if (values[end].aside || all[end].measure == all[first].measure) continue;
            struct grid_aside *aside = arena_new(m->scratch, struct grid_aside);
            aside->measure = all[end].measure;
            values[end].aside = aside;
        }
        merge(m, all[first].indicator, all[first].key, values + first, end - first, all[first].measure);
    }
}

/* --- copying together */

static bool is_small(const struct grid_layer *l)
{
    return l->size < LAYER_SMALL;
}

/* The layer with the least of it in use that is not chosen yet; GRID_NONE: none is mostly outlived. */
static size_t worst_layer(const struct making *m)
{
    size_t worst = GRID_NONE;
    for (size_t i = 0; i < m->known; i++) {
        const struct grid_use *u = &m->uses.at[i];
        if (m->moved[i] || u->layer == m->layer || !u->live || u->live * 2 >= u->layer->size) continue;
        if (worst == GRID_NONE || u->live < m->uses.at[worst].live) worst = i;
    }
    return worst;
}

/* Which layers are copied together: all small ones when they are many; then the emptiest, until no more is wasted than
 * used. False: none. */
static bool choose_layers(struct making *m)
{
    size_t small = 0, live = 0, waste = 0, at;
    bool any;
    m->known = m->uses.len;
    m->moved = arena_array(m->scratch, bool, m->known);
    for (size_t i = 0; i < m->known; i++) {
        const struct grid_use *u = &m->uses.at[i];
        small += u->live && is_small(u->layer);
        live += u->live;
        waste += u->live ? u->layer->size - u->live : 0;
    }
    any = small > SMALL_MOST;
    for (size_t i = 0; any && i < m->known; i++)
        m->moved[i] = m->uses.at[i].layer != m->layer && is_small(m->uses.at[i].layer);
    while (waste > live && (at = worst_layer(m)) != GRID_NONE) {
        m->moved[at] = any = true;
        waste -= m->uses.at[at].layer->size - m->uses.at[at].live;
    }
    return any;
}

static bool is_moved(struct making *m, const struct grid_layer *layer)
{
    const struct grid_use *u = layer ? use_of(m, layer) : NULL;
    size_t at = u ? (size_t)(u - m->uses.at) : m->known;
    return at < m->known && m->moved[at];
}

static void move_family(struct making *m, uint32_t indicator)
{
    const struct draft *d = indicator < m->draft_count ? &m->drafts[indicator] : NULL;
    const struct grid_family *f = family_of(m->old, indicator);
    bool touched = d && d->touched;
    if (!touched && !f) return;
    uint32_t count = touched ? d->count : f->count;
    bool own = !touched && is_moved(m, f->layer);
    for (uint32_t k = 0; k < count; k++) {
        const struct grid_column *c = touched ? d->columns[k] : f->columns[k];
        if (!own && !is_moved(m, c->layer)) continue;
        struct draft *mine = draft_of(m, indicator);
        own = true;
        if (is_moved(m, c->layer)) {
            struct grid_column *copy = grid_column_copy(open_layer(m)->arena, c);
            draft_put(m, mine, mine->keys[k], adopt(m, copy));
        }
    }
}

/* --- the new grid */

static const struct grid_family *family_make(struct making *m, const struct draft *d)
{
    struct grid_layer *layer = open_layer(m);
    struct grid_family *f = arena_new(layer->arena, struct grid_family);
    uint64_t *keys = arena_array(layer->arena, uint64_t, d->count);
    const struct grid_column **columns = arena_array(layer->arena, const struct grid_column *, d->count);
    memcpy(keys, d->keys, d->count * sizeof *keys);
    memcpy(columns, d->columns, d->count * sizeof(*columns));
    *f = (struct grid_family){.layer = layer,
                              .size = sizeof *f + d->count * (sizeof *keys + sizeof(*columns)),
                              .count = d->count,
                              .keys = keys,
                              .columns = columns};
    layer->size += f->size;
    use(m, layer, f->size);
    return f;
}

static const struct grid_names *settle_names(struct making *m)
{
    const struct grid_names *old = m->old->names;
    if (!names_are_new(&m->names) && !is_moved(m, old->layer)) return old;
    struct grid_layer *layer = open_layer(m);
    unuse(m, old->layer, old->size);
    const struct grid_names *names = names_make(&m->names, layer);
    use(m, layer, names->size);
    return names;
}

static struct grid *assemble(struct making *m)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct grid *g = arena_new(a, struct grid);
    g->arena = a;
    atomic_init(&g->references, 1);
    g->names = settle_names(m);
    const struct grid_family **families = arena_array(a, const struct grid_family *, g->names->indicator_count);
    for (uint32_t i = 0; i < g->names->indicator_count; i++) {
        bool touched = i < m->draft_count && m->drafts[i].touched;
        families[i] = !touched ? family_of(m->old, i) : m->drafts[i].count ? family_make(m, &m->drafts[i]) : NULL;
    }
    g->families = families;
    struct grid_use *uses = arena_array(a, struct grid_use, m->uses.len);
    for (size_t i = 0; i < m->uses.len; i++) {
        if (m->uses.at[i].live) {
            atomic_fetch_add(&m->uses.at[i].layer->references, 1);
            uses[g->use_count++] = m->uses.at[i];
        } else if (atomic_load(&m->uses.at[i].layer->references) == 0) {
            arena_close(m->uses.at[i].layer->arena); /* made here, and nothing came of it */
        }
    }
    g->uses = uses;
    return g;
}

struct grid *grid_next(struct grid *g, const struct grid_batch *batch)
{
    struct making m = {.scratch = arena_make(SIZE_MAX), .old = g, .draft_count = g->names->indicator_count};
    m.names = (struct names_maker){.arena = m.scratch, .names = g->names};
    m.drafts = arena_array(m.scratch, struct draft, m.draft_count);
    for (size_t i = 0; i < g->use_count; i++) *vec_push(m.scratch, &m.uses) = g->uses[i];
    uint32_t *slots = arena_array(m.scratch, uint32_t, batch->unit_count);
    for (size_t i = 0; i < batch->unit_count; i++) slots[i] = names_unit(&m.names, batch->units[i]);
    for (size_t i = 0; i < batch->block_count; i++) add_block(&m, &batch->blocks[i], slots);
    add_figures(&m, batch);
    if (choose_layers(&m))
        for (uint32_t i = 0; i < g->names->indicator_count; i++) move_family(&m, i);
    struct grid *out = assemble(&m);
    arena_close(m.scratch);
    return out;
}
