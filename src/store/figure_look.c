/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_look: see figure_look.h. A part is columns over its units, so what is wanted is brought into that form: for
 * units a mark a place, for keys the keys that belong to a column, found by its text, and a mark for the place of each.
 */
#include "figure_look.h"

#include "buf.h"
#include "load_rows.h"
#include "map.h"
#include "said.h"

struct looking {
    struct figure_list *out;
    struct arena *arena;
    const struct figure_wish *wish;
    struct arena *own;  /* as long as the looking */
    struct map columns; /* what a key has beside its unit -> the first of the keys that have it, from 1 */
    uint32_t *next;     /* the next key of that column, from 1; 0: none */
    struct buf text;    /* scratch */
    bool *marks;        /* a place of the part: is its unit wanted */
    size_t marks_room;
};

static struct str column_text_of(struct looking *l, const struct figure_key *k)
{
    buf_clear(&l->text);
    const struct str parts[] = {k->indicator,       period_text(l->own, k->period),
                                kind_name(k->kind), aspect_name(k->aspect),
                                k->layer,           against_text(l->own, k->against, k->against_period)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_put(&l->text, parts[i]);
        buf_char(&l->text, '\n');
    }
    return buf_str(&l->text);
}

static void sort_keys(struct looking *l)
{
    const struct figure_wish *w = l->wish;
    l->next = arena_array(l->own, uint32_t, w->key_count + 1);
    for (size_t i = 0; i < w->key_count; i++) {
        struct str text = column_text_of(l, &w->keys[i]);
        uint32_t *first = map_find(&l->columns, text);
        if (first) {
            l->next[i + 1] = *first;
            *first = (uint32_t)i + 1;
        } else {
            map_put(&l->columns, l->own, str_copy(l->own, text), (uint32_t)i + 1);
        }
    }
}

/* Whether one of the ids is `first` or one of the `count` after it. */
static bool holds_id(const struct figure_wish *w, uint32_t first, uint32_t count)
{
    size_t low = 0, high = w->id_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->ids[middle] < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < w->id_count && w->ids[low] - first < count;
}

static bool reaches(const struct load_reach *part, struct str indicator)
{
    return str_cmp(part->low, indicator) <= 0 && str_cmp(indicator, part->high) <= 0;
}

static bool wants(void *self, const struct load_reach *part)
{
    const struct looking *l = self;
    const struct figure_wish *w = l->wish;
    if (w->id_count) return holds_id(w, part->first, part->count);
    for (size_t i = 0; i < w->key_count; i++)
        if (reaches(part, w->keys[i].indicator)) return true;
    return !w->key_count && (!w->indicator.len || reaches(part, w->indicator));
}

static void take(struct looking *l, const struct load_part *part, const struct figure_column *c, size_t i, uint32_t id)
{
    struct arena *a = l->arena;
    *vec_push(a, l->out) = (struct kept_figure){
        .id = {id},
        .is_current = true, /* of the loads: what is newer comes later */
        .entry = part->load->entry,
        .figure = {.key = {.indicator = str_copy(a, c->key.indicator),
                           .unit = str_copy(a, part->figures.units[c->places[i]]),
                           .period = c->key.period,
                           .kind = c->key.kind,
                           .aspect = c->key.aspect,
                           .layer = str_copy(a, c->key.layer)},
                   .value = {c->coefficients[i], c->scales[i]},
                   .measure = str_copy(a, c->measure),
                   .by = str_copy(a, part->load->who)},
    };
}

/* Mark a unit among those of the part. False when it is not there. */
static bool mark(struct looking *l, const struct figure_part *p, const struct map *places, struct str unit)
{
    const uint32_t *place = map_find(places, unit);
    if (place && *place < p->unit_count) l->marks[*place] = true;
    return place != NULL;
}

/* Mark the units that are wanted in a column. False when there is none. */
static bool mark_keys(struct looking *l, const struct figure_part *p, const struct map *places,
                      const struct figure_column *c)
{
    const uint32_t *first = map_find(&l->columns, column_text_of(l, &c->key));
    bool some = false;
    if (!first) return false;
    memset(l->marks, 0, p->unit_count * sizeof *l->marks);
    for (uint32_t k = *first; k; k = l->next[k]) some |= mark(l, p, places, l->wish->keys[k - 1].unit);
    return some;
}

static void see_column(struct looking *l, const struct load_part *part, const struct figure_column *c, uint32_t first)
{
    const struct figure_wish *w = l->wish;
    for (size_t i = 0; i < c->count; i++) {
        uint32_t id = first + (uint32_t)i;
        bool wanted = w->id_count ? holds_id(w, id, 1) : l->marks[c->places[i]];
        if (wanted) take(l, part, c, i, id);
    }
}

/* The places of the units of a part; all marked when any unit is wanted, else those that are. */
static void begin_part(struct looking *l, const struct figure_part *p, struct map *places, struct arena *scratch)
{
    const struct figure_wish *w = l->wish;
    if (!l->marks || l->marks_room < p->unit_count) {
        l->marks_room = p->unit_count * 2 + 1;
        l->marks = arena_array(l->own, bool, l->marks_room);
    }
    memset(l->marks, !w->unit_count, p->unit_count * sizeof *l->marks);
    if (!w->unit_count && !w->key_count) return;
    for (size_t i = 0; i < p->unit_count; i++) map_put(places, scratch, p->units[i], (uint32_t)i);
    for (size_t i = 0; i < w->unit_count; i++) (void)mark(l, p, places, w->units[i]);
}

static void see(void *self, const struct load_part *part)
{
    struct looking *l = self;
    const struct figure_wish *w = l->wish;
    const struct figure_part *p = &part->figures;
    struct arena *scratch = arena_make(SIZE_MAX);
    struct map places = {0};
    uint32_t id = part->first;
    begin_part(l, p, &places, scratch);
    for (size_t k = 0; k < p->column_count; k++) {
        const struct figure_column *c = &p->columns[k];
        uint32_t first = id;
        id += (uint32_t)c->count;
        if (w->id_count && !holds_id(w, first, (uint32_t)c->count)) continue;
        if (w->indicator.len && !str_eq(w->indicator, c->key.indicator)) continue;
        if (w->key_count && !mark_keys(l, p, &places, c)) continue;
        see_column(l, part, c, first);
    }
    arena_close(scratch);
}

bool figure_look(struct figure_list *out, struct db *db, struct arena *a, const struct figure_wish *w, struct err *err)
{
    struct looking l = {.out = out, .arena = a, .wish = w, .own = arena_make(SIZE_MAX), .text = buf_make(SIZE_MAX)};
    struct load_visitor v = {.self = &l, .wants = wants, .see = see};
    sort_keys(&l);
    bool ok = load_each_part(db, &v, err);
    buf_free(&l.text);
    arena_close(l.own);
    return ok;
}
