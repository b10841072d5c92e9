/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_names: the places of units, indicators, periods, lanes and units of measure in a grid. Places are given in the
 * order in which the names come and never change; new names make a new struct, with all strings in its own layer.
 */
#include "grid_private.h"

uint32_t names_unit(struct names_maker *m, struct str unit)
{
    const uint32_t *at = map_find(&m->names->unit_of, unit);
    if (!at) at = map_find(&m->unit_of, unit);
    if (at) return *at;
    uint32_t place = m->names->unit_count + (uint32_t)m->units.len;
    *vec_push(m->arena, &m->units) = unit;
    map_put(&m->unit_of, m->arena, unit, place);
    return place;
}

uint32_t names_indicator(struct names_maker *m, struct str code)
{
    const uint32_t *at = map_find(&m->names->indicator_of, code);
    if (!at) at = map_find(&m->indicator_of, code);
    if (at) return *at;
    uint32_t place = m->names->indicator_count + (uint32_t)m->indicators.len;
    *vec_push(m->arena, &m->indicators) = code;
    map_put(&m->indicator_of, m->arena, code, place);
    return place;
}

uint32_t names_measure(struct names_maker *m, struct str measure)
{
    for (uint32_t i = 0; i < m->names->measure_count; i++)
        if (str_eq(m->names->measures[i], measure)) return i;
    for (uint32_t i = 0; i < m->measures.len; i++)
        if (str_eq(m->measures.at[i], measure)) return m->names->measure_count + i;
    *vec_push(m->arena, &m->measures) = measure;
    return m->names->measure_count + (uint32_t)m->measures.len - 1;
}

uint32_t names_period(struct names_maker *m, struct period p)
{
    for (uint32_t i = 0; i < m->names->period_count; i++)
        if (period_eq(m->names->periods[i], p)) return i;
    for (uint32_t i = 0; i < m->periods.len; i++)
        if (period_eq(m->periods.at[i], p)) return m->names->period_count + i;
    *vec_push(m->arena, &m->periods) = p;
    return m->names->period_count + (uint32_t)m->periods.len - 1;
}

static bool lane_eq(const struct grid_lane *a, const struct grid_lane *b)
{
    return a->kind == b->kind && a->aspect == b->aspect && a->against == b->against &&
           period_eq(a->against_period, b->against_period) && str_eq(a->layer, b->layer);
}

uint32_t names_lane(struct names_maker *m, const struct grid_lane *l)
{
    for (uint32_t i = 0; i < m->names->lane_count; i++)
        if (lane_eq(&m->names->lanes[i], l)) return i;
    for (uint32_t i = 0; i < m->lanes.len; i++)
        if (lane_eq(&m->lanes.at[i], l)) return m->names->lane_count + i;
    *vec_push(m->arena, &m->lanes) = *l;
    return m->names->lane_count + (uint32_t)m->lanes.len - 1;
}

bool names_are_new(const struct names_maker *m)
{
    return m->units.len || m->indicators.len || m->measures.len || m->periods.len || m->lanes.len;
}

static const struct str *join(struct grid_names *n, const struct str *old, size_t old_count, const struct str *new,
                              size_t new_count)
{
    struct arena *a = n->layer->arena;
    struct str *all = arena_array(a, struct str, old_count + new_count);
    for (size_t i = 0; i < old_count + new_count; i++) {
        all[i] = str_copy(a, i < old_count ? old[i] : new[i - old_count]);
        n->size += sizeof *all + all[i].len;
    }
    return all;
}

static void index_names(struct grid_names *n, struct map *m, const struct str *names, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) map_put(m, n->layer->arena, names[i], i);
    n->size += m->size * sizeof *m->slots;
}

const struct grid_names *names_make(const struct names_maker *m, struct grid_layer *layer)
{
    const struct grid_names *old = m->names;
    struct arena *a = layer->arena;
    struct grid_names *n = arena_new(a, struct grid_names);
    *n = (struct grid_names){.layer = layer, .size = sizeof *n};
    n->units = join(n, old->units, old->unit_count, m->units.at, m->units.len);
    n->indicators = join(n, old->indicators, old->indicator_count, m->indicators.at, m->indicators.len);
    n->measures = join(n, old->measures, old->measure_count, m->measures.at, m->measures.len);
    n->unit_count = old->unit_count + (uint32_t)m->units.len;
    n->indicator_count = old->indicator_count + (uint32_t)m->indicators.len;
    n->measure_count = old->measure_count + (uint32_t)m->measures.len;
    n->period_count = old->period_count + (uint32_t)m->periods.len;
    n->lane_count = old->lane_count + (uint32_t)m->lanes.len;
    struct period *periods = arena_array(a, struct period, n->period_count);
    for (uint32_t i = 0; i < n->period_count; i++)
        periods[i] = i < old->period_count ? old->periods[i] : m->periods.at[i - old->period_count];
    struct grid_lane *lanes = arena_array(a, struct grid_lane, n->lane_count);
    for (uint32_t i = 0; i < n->lane_count; i++) {
        lanes[i] = i < old->lane_count ? old->lanes[i] : m->lanes.at[i - old->lane_count];
        lanes[i].layer = str_copy(a, lanes[i].layer);
    }
    n->periods = periods;
    n->lanes = lanes;
    n->size += n->period_count * sizeof *periods + n->lane_count * sizeof *lanes;
    index_names(n, &n->unit_of, n->units, n->unit_count);
    index_names(n, &n->indicator_of, n->indicators, n->indicator_count);
    layer->size += n->size;
    return n;
}
