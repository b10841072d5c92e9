/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_lineage: see unit_lineage.h. Edges are sorted by their old unit and, through a second list of places, by their
 * new one, so both directions are a binary search.
 */
#include "unit_lineage.h"

#include "unit_table.h"

static const struct str PART_WORDS[] = {STR_INIT(""), STR_INIT("whole"), STR_INIT("part")};
_Static_assert(sizeof PART_WORDS / sizeof *PART_WORDS == UNIT_PARTS, "a word for each");

struct str unit_part_word(enum unit_part p)
{
    return PART_WORDS[p];
}

bool unit_part_read(enum unit_part *out, struct str word)
{
    for (size_t i = 0; i < UNIT_PARTS; i++) {
        if (!str_eq(PART_WORDS[i], word)) continue;
        *out = (enum unit_part)i;
        return true;
    }
    return false;
}

static struct unit_edge edge_at(uint32_t i)
{
    const struct unit_edge_row *r = &unit_edges[i];
    return (struct unit_edge){
        .old = {r->old + 1u},
        .new = {r->new + 1u},
        .part = (enum unit_part)r->part,
        .day = unit_days[r->day],
        .area = {r->area, 4},
        .population = {r->population, 4},
        .source = str_of(unit_pool + unit_sources[r->source]),
    };
}

void unit_successors(struct unit_edges *out, struct arena *a, struct unit_id id)
{
    uint32_t low = 0, high = unit_edges_count;
    *out = (struct unit_edges){0};
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (unit_edges[mid].old + 1u < id.n)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < unit_edges_count && unit_edges[low].old + 1u == id.n; low++) *vec_push(a, out) = edge_at(low);
}

void unit_predecessors(struct unit_edges *out, struct arena *a, struct unit_id id)
{
    uint32_t low = 0, high = unit_edges_count;
    *out = (struct unit_edges){0};
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (unit_edges[unit_edges_by_new[mid]].new + 1u < id.n)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < unit_edges_count && unit_edges[unit_edges_by_new[low]].new + 1u == id.n; low++)
        *vec_push(a, out) = edge_at(unit_edges_by_new[low]);
}
