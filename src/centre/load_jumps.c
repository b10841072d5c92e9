/* SPDX-License-Identifier: Apache-2.0
 *
 * load_jumps: whether the figures of a file jump away from those of earlier years, of the record and of the file
 * itself, by the rules and in the words of validate: jumps, and slips of the unit of measure. For this the whole record
 * goes into a grid and the figures of the file behind it, under the ids that they will get; that takes as long as a
 * question to the record, which a file of an office is worth. Where a file brings more than JUDGED_MOST figures it is
 * left to `dieuhanh validate`, and the result says so.
 */
#include "grid_record.h"
#include "load_private.h"
#include "validate_private.h"

enum { JUDGED_MOST = 200000 };

bool load_jumps_open(struct load_jumps *out, struct db *db, struct arena *a, const struct load_lines *l, uint32_t first,
                     struct err *err)
{
    struct grid *g;
    *out = (struct load_jumps){.first = first};
    if (l->count > JUDGED_MOST) return true;
    if (!grid_of_record(&g, db, a, err)) return false;
    out->grid = grid_hold(g);
    return true;
}

void load_jumps_part(struct load_jumps *j, const struct figure_part *p, uint32_t place)
{
    if (!j->grid) return;
    struct arena *scratch = arena_make(SIZE_MAX);
    struct grid_block *blocks = arena_array(scratch, struct grid_block, p->column_count);
    uint32_t id = j->first + place - 1;
    for (size_t i = 0; i < p->column_count; i++) {
        const struct figure_column *c = &p->columns[i];
        blocks[i] = (struct grid_block){c->key, c->measure, c->places, c->coefficients, c->scales, id, c->count};
        id += (uint32_t)c->count;
    }
    struct grid *next = grid_next(
        j->grid, &(struct grid_batch){
                     .units = p->units, .unit_count = p->unit_count, .blocks = blocks, .block_count = p->column_count});
    grid_drop(j->grid);
    j->grid = next;
    arena_close(scratch);
}

void load_jumps_drop(struct load_jumps *j)
{
    grid_drop(j->grid);
    j->grid = NULL;
}

/* The figure of the file that a finding is told at: its own, else the one that it was held against. */
static uint32_t id_in_file(const struct load_jumps *j, const struct inspected *f)
{
    uint32_t id = f->at.cell.id;
    for (size_t k = 0; id < j->first && k < f->other_count; k++) id = f->others[k].cell.id;
    return id;
}

bool load_jumps_end(struct validation *out, const struct load_jumps *j, struct db *db, struct arena *a,
                    const struct load_lines *l, const uint32_t *order, struct str name, struct err *err)
{
    struct inspection found;
    struct inspect_ask q = {.rules = 1u << INSPECT_JUMP | 1u << INSPECT_MEASURE, .first_id = j->first};
    struct speaker s = {.db = db, .arena = a, .grid = j->grid};
    if (!j->grid) return true;
    inspect_grid(&found, a, j->grid, &q);
    for (size_t i = 0; i < found.len; i++) {
        struct validated v;
        uint32_t id = id_in_file(j, &found.at[i]);
        if (id < j->first) continue;
        if (!speaker_say(&v, &s, &found.at[i], err)) return false;
        v.severity = SEVERITY_DOUBT;
        load_found_put(out, a, v, l->line[order[id - j->first]], name);
    }
    out->dropped += found.dropped;
    return true;
}
