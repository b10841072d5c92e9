/* SPDX-License-Identifier: Apache-2.0
 *
 * register_count: see register_count.h. One walk over the entries whose days fit; the rest is asked of each. Groups are
 * kept in a map by their values, so the memory is that of the groups.
 */
#include "register_count.h"

#include "buf.h"
#include "register_page.h"

#include <stdlib.h>

struct counting {
    struct arena *arena;
    const struct register_count_wish *wish;
    struct map units, groups;
    struct register_groups *out;
    struct buf key;
};

static struct register_group *group_of(struct counting *c, const struct register_entry *e)
{
    const struct word_list by = c->wish->by;
    buf_clear(&c->key);
    for (size_t i = 0; i < by.len; i++) {
        buf_put(&c->key, register_entry_value(e, by.at[i]));
        buf_char(&c->key, '\n');
    }
    const uint32_t *at = map_find(&c->groups, buf_str(&c->key));
    if (at) return &c->out->at[*at];
    struct str *values = arena_array(c->arena, struct str, by.len);
    for (size_t i = 0; i < by.len; i++) values[i] = str_copy(c->arena, register_entry_value(e, by.at[i]));
    map_put(&c->groups, c->arena, str_copy(c->arena, buf_str(&c->key)), (uint32_t)c->out->len);
    struct register_group *g = vec_push(c->arena, c->out);
    *g = (struct register_group){.values = values, .value_count = by.len};
    return g;
}

static bool take(void *self, const struct register_entry *e, struct err *err)
{
    struct counting *c = self;
    const struct register_count *count = c->wish->count;
    if (c->wish->by_units && !map_find(&c->units, e->unit)) return true;
    if (count && !register_entry_meets(e, count->where, count->where_count)) return true;
    struct register_group *g = group_of(c, e);
    g->n++;
    if (!count || !count->sum.len) return true;
    struct decimal d;
    struct str value = register_entry_value(e, count->sum);
    if (!decimal_read(&d, value)) {
        g->without++;
        return true;
    }
    return decimal_add(&g->sum, g->sum, d) || fail(err, ERR_REGISTER_SUM, c->wish->def->name, count->sum);
}

static int by_values(const void *x, const void *y)
{
    const struct register_group *a = x, *b = y;
    for (size_t i = 0; i < a->value_count; i++) {
        int c = str_cmp(a->values[i], b->values[i]);
        if (c) return c;
    }
    return 0;
}

bool register_count(struct register_groups *out, struct db *db, struct arena *a, const struct register_count_wish *w,
                    struct err *err)
{
    struct counting c = {.arena = a, .wish = w, .out = out, .key = buf_make(SIZE_MAX)};
    bool flow = w->count && w->count->time == REGISTER_FLOW;
    struct register_taker taker = {take, &c};
    *out = (struct register_groups){0};
    for (size_t i = 0; w->by_units && i < w->unit_count; i++) map_put(&c.units, a, w->units[i], 1);
    bool ok = register_scan(db, w->def->word, flow ? w->first : (struct date){0}, w->last,
                            flow ? (struct date){0} : w->last, &taker, err);
    buf_free(&c.key);
    if (!ok) return false;
    if (!out->len && !w->by.len) *vec_push(a, out) = (struct register_group){0};
    for (size_t i = 0; i < out->len; i++) out->at[i].summed = w->count && w->count->sum.len && !out->at[i].without;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_values);
    return true;
}

void register_public(bool *hidden, const struct register_groups *groups)
{
    size_t count = 0, next = SIZE_MAX;
    for (size_t i = 0; i < groups->len; i++) {
        uint64_t n = groups->at[i].n;
        hidden[i] = n > 0 && n < REGISTER_PUBLIC_LEAST;
        count += hidden[i];
        if (!hidden[i] && n && (next == SIZE_MAX || n < groups->at[next].n)) next = i;
    }
    if (count == 1 && groups->len > 1 && next != SIZE_MAX) hidden[next] = true;
}
