/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_scan: figures whose value lies in a range (grid_ask.h). Each column is read as an array from end to end; a scope
 * cuts it into runs.
 */
#include "grid_ask.h"
#include "grid_private.h"

static bool lies_in(const struct grid_scan *q, struct period p)
{
    if (date_known(q->from) && (!date_known(p.from) || date_cmp(p.from, q->from) < 0)) return false;
    if (date_known(q->to) && (!date_known(p.to) || date_cmp(p.to, q->to) > 0)) return false;
    return true;
}

static bool is_asked(const struct grid *g, const struct grid_scan *q, uint64_t key)
{
    const struct grid_lane *l = grid_lane(g, (uint32_t)(key >> 32));
    if (l->kind != KIND_LEVEL || (q->has_aspect && l->aspect != q->aspect)) return false;
    return lies_in(q, grid_period(g, (uint32_t)key));
}

static void scan_run(struct grid_found *out, const struct grid_column *c, uint32_t first, uint32_t end,
                     const struct grid_scan *q)
{
    out->seen += end - first;
    out->found += grid_column_scan(&out->sum, c, first, end, &q->range);
}

struct grid_found grid_scan_one(const struct grid *g, uint32_t indicator, const struct grid_scan *q)
{
    const struct grid_family *f = family_of(g, indicator);
    struct grid_found out = {.sum = wide_zero()};
    for (uint32_t i = 0; f && i < f->count; i++) {
        const struct grid_column *c = f->columns[i];
        if (!is_asked(g, q, f->keys[i])) continue;
        if (!q->scope) scan_run(&out, c, 0, c->count, q);
        for (size_t r = 0; q->scope && r < q->scope->run_count; r++)
            scan_run(&out, c, grid_column_rank(c, q->scope->runs[r].first), grid_column_rank(c, q->scope->runs[r].end),
                     q);
    }
    return out;
}

void grid_scan_all(struct grid_found *out, const struct grid *g, const struct grid_scan *q)
{
    for (uint32_t i = 0; i < g->names->indicator_count; i++) out[i] = grid_scan_one(g, i, q);
}

/* The hits of one column in one run; false when there are enough. */
static bool list_run(struct grid_hits *out, struct arena *a, const struct grid *g, const struct grid_column *c,
                     uint64_t key, uint32_t first, uint32_t end, const struct grid_scan *q, size_t most)
{
    for (struct column_walk w = grid_column_walk(c, first); w.at < end; grid_column_step(&w)) {
        if (!range_holds(&q->range, grid_column_decimal(c, w.at))) continue;
        if (out->len >= most) return false;
        *vec_push(a, out) = (struct grid_hit){w.slot, column_cell(g, c, key, w.at)};
    }
    return true;
}

void grid_scan_list(struct grid_hits *out, struct arena *a, const struct grid *g, uint32_t indicator,
                    const struct grid_scan *q, size_t most)
{
    const struct grid_family *f = family_of(g, indicator);
    *out = (struct grid_hits){0};
    for (uint32_t i = 0; f && i < f->count; i++) {
        const struct grid_column *c = f->columns[i];
        if (!is_asked(g, q, f->keys[i])) continue;
        if (!q->scope && !list_run(out, a, g, c, f->keys[i], 0, c->count, q, most)) return;
        for (size_t r = 0; q->scope && r < q->scope->run_count; r++) {
            uint32_t first = grid_column_rank(c, q->scope->runs[r].first),
                     end = grid_column_rank(c, q->scope->runs[r].end);
            if (!list_run(out, a, g, c, f->keys[i], first, end, q, most)) return;
        }
    }
}
