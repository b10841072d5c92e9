/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_scope: see grid_scope.h.
 */
#include "grid_scope.h"

#include <stdlib.h>

static int compare_slot(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Slots that stand side by side become one run. */
static void add_runs(struct grid_scope *s, struct arena *a)
{
    uint32_t *sorted = arena_array(a, uint32_t, s->units), count = 0;
    bool rising = true;
    for (uint32_t i = 0; i < s->units; i++) {
        if (s->slots[i] == GRID_NONE) continue;
        rising &= !count || sorted[count - 1] < s->slots[i];
        sorted[count++] = s->slots[i];
    }
    if (!rising) qsort(sorted, count, sizeof *sorted, compare_slot);
    struct slot_run *runs = arena_array(a, struct slot_run, count);
    for (uint32_t i = 0; i < count; i++) {
        if (s->run_count && runs[s->run_count - 1].end == sorted[i])
            runs[s->run_count - 1].end++;
        else
            runs[s->run_count++] = (struct slot_run){sorted[i], sorted[i] + 1};
    }
    s->runs = runs;
}

static struct grid_scope make(struct arena *a, const struct grid *g, const struct unit_tree *t, uint32_t first,
                              uint32_t end, enum unit_kind kind)
{
    struct grid_scope s = {.tree = t};
    for (uint32_t i = first; i < end; i++) s.units += t->units[i].kind == kind;
    uint32_t *places = arena_array(a, uint32_t, s.units), *slots = arena_array(a, uint32_t, s.units), n = 0;
    for (uint32_t i = first; i < end; i++) {
        if (t->units[i].kind != kind) continue;
        places[n] = i;
        slots[n++] = grid_unit_find(g, t->units[i].id);
    }
    s.places = places;
    s.slots = slots;
    add_runs(&s, a);
    return s;
}

struct grid_scope grid_scope_make(struct arena *a, const struct grid *g, const struct unit_tree *t, uint32_t place,
                                  enum unit_kind kind)
{
    return make(a, g, t, place, t->end[place], kind);
}

struct grid_scope grid_scope_all(struct arena *a, const struct grid *g, const struct unit_tree *t, enum unit_kind kind)
{
    return make(a, g, t, 0, t->count, kind);
}

struct str grid_scope_unit(const struct grid_scope *s, uint32_t i)
{
    return s->tree->units[s->places[i]].id;
}

enum unit_kind grid_scope_kind(const struct grid_scope *s)
{
    return s->units ? s->tree->units[s->places[0]].kind : UNIT_KINDS;
}
