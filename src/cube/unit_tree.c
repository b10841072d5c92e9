/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_tree: see unit_tree.h. Units are sorted by (parent, id), so the children of one are a run, and the tree is
 * walked with a stack of runs: no recursion, time of a sort.
 */
#include "unit_tree.h"

#include <stdlib.h>

static int by_parent(const void *a, const void *b)
{
    const struct tree_unit *x = a, *y = b;
    int c = str_cmp(x->parent, y->parent);
    return c ? c : str_cmp(x->id, y->id);
}

/* The first unit whose parent is not before `parent`. */
static uint32_t first_below(const struct tree_unit *units, uint32_t count, struct str parent)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (str_cmp(units[mid].parent, parent) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

struct walk {
    struct unit_tree *t;
    const struct tree_unit *sorted;
    bool *done;
    uint32_t count;
    struct level {
        uint32_t next;  /* place in sorted of the next child */
        uint32_t place; /* of the parent in the tree; TREE_NONE: the top */
    } * stack;
    uint32_t depth;
};

static uint32_t put(struct walk *w, uint32_t from)
{
    uint32_t place = w->t->count++;
    w->done[from] = true;
    w->t->units[place] = w->sorted[from];
    w->t->end[place] = place + 1;
    return place;
}

/* A unit and all that lies below it. */
static void descend(struct walk *w, uint32_t root)
{
    uint32_t place = put(w, root);
    w->depth = 0;
    w->stack[w->depth++] = (struct level){first_below(w->sorted, w->count, w->sorted[root].id), place};
    while (w->depth) {
        struct level *l = &w->stack[w->depth - 1];
        uint32_t child = l->next;
        if (child < w->count && str_eq(w->sorted[child].parent, w->t->units[l->place].id)) {
            l->next++;
            if (w->done[child]) continue;
            place = put(w, child);
            w->stack[w->depth++] = (struct level){first_below(w->sorted, w->count, w->sorted[child].id), place};
            continue;
        }
        w->t->end[l->place] = w->t->count;
        w->depth--;
    }
}

struct unit_tree *unit_tree_make(struct arena *a, const struct tree_unit *units, size_t count)
{
    struct unit_tree *t = arena_new(a, struct unit_tree);
    struct tree_unit *sorted = arena_array(a, struct tree_unit, count);
    struct map known = {0};
    uint32_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (map_find(&known, units[i].id)) continue;
        map_put(&known, a, units[i].id, n);
        sorted[n++] = units[i];
    }
    for (uint32_t i = 0; i < n; i++)
        if (!map_find(&known, sorted[i].parent)) sorted[i].parent = STR("");
    if (n) qsort(sorted, n, sizeof *sorted, by_parent);
    *t = (struct unit_tree){.units = arena_array(a, struct tree_unit, n), .end = arena_array(a, uint32_t, n)};
    struct walk w = {.t = t, .sorted = sorted, .count = n};
    w.done = arena_array(a, bool, n);
    w.stack = arena_array(a, struct level, n + 1);
    for (uint32_t i = 0; i < n; i++)
        if (!sorted[i].parent.len) descend(&w, i);
    for (uint32_t i = 0; i < n; i++) /* what is left lies below itself */
        if (!w.done[i]) put(&w, i);
    for (uint32_t i = 0; i < n; i++) map_put(&t->places, a, t->units[i].id, i);
    return t;
}

uint32_t unit_tree_find(const struct unit_tree *t, struct str id)
{
    const uint32_t *at = map_find(&t->places, id);
    return at ? *at : TREE_NONE;
}
