/* SPDX-License-Identifier: Apache-2.0
 *
 * register_rank: see register_rank.h. One walk over the register for each weight; who has an entry that any weight
 * counts is ranked.
 */
#include "register_rank.h"

#include "buf.h"

#include <stdlib.h>

struct ranking {
    struct arena *arena;
    const struct register_ranking *rule;
    struct register_standings *out;
    struct map at; /* values, each with an end of line behind it -> place in out */
};

static struct register_standing *standing_of(struct ranking *r, const struct register_group *g)
{
    struct buf key = buf_make(SIZE_MAX);
    for (size_t i = 0; i < g->value_count; i++) {
        buf_put(&key, g->values[i]);
        buf_char(&key, '\n');
    }
    const uint32_t *at = map_find(&r->at, buf_str(&key));
    uint32_t place = at ? *at : (uint32_t)r->out->len;
    if (!at) {
        struct register_standing *s = vec_push(r->arena, r->out);
        *s = (struct register_standing){.values = g->values, .known = true};
        s->shares = arena_array(r->arena, struct register_share, r->rule->weight_count);
        for (size_t i = 0; i < r->rule->weight_count; i++) s->shares[i].known = true;
        map_put(&r->at, r->arena, str_copy(r->arena, buf_str(&key)), place);
    }
    buf_free(&key);
    return &r->out->at[place];
}

static bool add_share(struct ranking *r, size_t weight, const struct register_group *g)
{
    const struct register_weight *w = &r->rule->weights[weight];
    struct register_standing *s = standing_of(r, g);
    struct register_share *share = &s->shares[weight];
    bool sums = w->count.sum.len > 0;
    *share = (struct register_share){.n = g->n, .known = !sums || g->summed};
    share->sum = sums ? g->sum : (struct decimal){(int64_t)g->n, 0};
    s->known &= share->known;
    return !share->known ||
           (decimal_mul(&share->points, share->sum, w->points) && decimal_add(&s->points, s->points, share->points));
}

static int by_points(const void *x, const void *y, void *self)
{
    const struct register_standing *a = x, *b = y;
    const struct ranking *r = self;
    if (a->known != b->known) return a->known ? -1 : 1;
    int c = a->known ? decimal_cmp(b->points, a->points) : 0;
    for (size_t i = 0; !c && i < r->rule->by.len; i++) c = str_cmp(a->values[i], b->values[i]);
    return c;
}

static void give_places(struct register_standings *all)
{
    for (size_t i = 0; i < all->len && all->at[i].known; i++) {
        bool same = i && decimal_cmp(all->at[i].points, all->at[i - 1].points) == 0;
        all->at[i].place = same ? all->at[i - 1].place : (uint32_t)i + 1;
    }
}

bool register_rank(struct register_standings *out, struct db *db, struct arena *a, const struct register_ranking *k,
                   const struct register_count_wish *w, struct err *err)
{
    struct ranking r = {.arena = a, .rule = k, .out = out};
    *out = (struct register_standings){0};
    for (size_t i = 0; i < k->weight_count; i++) {
        struct register_groups groups;
        struct register_count_wish one = *w;
        one.count = &k->weights[i].count;
        one.by = k->by;
        if (!register_count(&groups, db, a, &one, err)) return false;
        for (size_t g = 0; g < groups.len; g++)
            if (!add_share(&r, i, &groups.at[g])) return fail(err, ERR_REGISTER_SUM, w->def->name, k->name);
    }
    if (out->len) qsort_r(out->at, out->len, sizeof *out->at, by_points, &r);
    give_places(out);
    return true;
}
