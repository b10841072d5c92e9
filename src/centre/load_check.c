/* SPDX-License-Identifier: Apache-2.0
 *
 * load_check: the sums of a file of figures (load_private.h), by the rules and in the words of validate; jumps are
 * load_jumps. Only columns
 * of indicators that are a total or a part of something go into the grid; where the file has units of government above
 * others, so do all that add up over units. Ids in the grid are places in the sorted order, so a finding leads back to
 * its line.
 */
#include "buf.h"
#include "grid_record.h"
#include "load_private.h"
#include "validate_private.h"

#include <stdlib.h>

static bool has_parents(const struct load_lines *l)
{
    for (size_t i = 0; i < l->units.len; i++) {
        struct unit_id known = unit_of_id(l->units.at[i]);
        if (!known.n || unit_at(known).kind < UNIT_COMMUNE) return true;
    }
    return false;
}

bool load_check_open(struct load_check *out, struct db *db, struct arena *a, const struct load_lines *l, uint32_t first,
                     struct err *err)
{
    struct indicators all = indicator_catalogue();
    bool parents = has_parents(l);
    *out = (struct load_check){.arena = a, .sums = sum_rules_make(a), .grid = grid_open()};
    out->takes_part = arena_array(a, bool, all.len);
    for (size_t i = 0; i < all.len; i++) out->takes_part[i] = parents && all.at[i].aggregation == AGGREGATE_SUM;
    for (size_t i = 0; i < out->sums.len; i++) {
        const struct sum_rule *r = &out->sums.at[i];
        if (r->over_units) continue;
        if (r->total) out->takes_part[r->total - all.at] = true;
        for (size_t k = 0; k < r->len; k++) out->takes_part[r->parts[k].indicator - all.at] = true;
    }
    return load_jumps_open(&out->jumps, db, a, l, first, err);
}

void load_check_part(struct load_check *c, const struct figure_part *p, uint32_t first)
{
    struct arena *scratch = arena_make(SIZE_MAX);
    struct grid_block *blocks = arena_array(scratch, struct grid_block, p->column_count);
    const struct indicator *all = indicator_catalogue().at;
    size_t n = 0;
    load_jumps_part(&c->jumps, p, first);
    for (size_t i = 0; i < p->column_count; i++) {
        const struct figure_column *f = &p->columns[i];
        if (c->takes_part[indicator_find(f->key.indicator) - all])
            blocks[n++] = (struct grid_block){f->key,    f->measure, f->places, f->coefficients,
                                              f->scales, first,      f->count};
        first += (uint32_t)f->count;
    }
    struct grid *next = n ? grid_next(c->grid, &(struct grid_batch){.units = p->units,
                                                                    .unit_count = p->unit_count,
                                                                    .blocks = blocks,
                                                                    .block_count = n})
                          : grid_hold(c->grid);
    grid_drop(c->grid);
    c->grid = next;
    arena_close(scratch);
}

void load_check_drop(struct load_check *c)
{
    grid_drop(c->grid);
    c->grid = NULL;
    load_jumps_drop(&c->jumps);
}

static struct str line_text(struct arena *a, uint32_t line)
{
    struct buf b = buf_make(40);
    buf_put(&b, STR("dòng "));
    decimal_write(&b, DECIMAL_INT(line));
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

void load_found_put(struct validation *out, struct arena *a, struct validated v, uint32_t line, struct str name)
{
    v.unit = str_copy(a, v.unit); /* the grid goes */
    v.measure = str_copy(a, v.measure);
    v.layer = str_copy(a, v.layer);
    v.file = name;
    v.place = line_text(a, line);
    v.statement = line;
    v.figure = (struct figure_id){0};
    *vec_push(a, out) = v;
}

static bool put_doubts(struct validation *out, struct speaker *s, const struct load_lines *l, struct str name,
                       struct err *err)
{
    for (size_t i = 0; i < l->doubts.len; i++) {
        const struct load_doubt *d = &l->doubts.at[i];
        const struct load_key *k = &l->keys.at[l->key[d->at]];
        struct validated v = {.severity = SEVERITY_DOUBT,
                              .rule = inspect_rule_name(INSPECT_IMPLAUSIBLE),
                              .indicator = k->indicator,
                              .unit = l->units.at[l->unit[d->at]],
                              .period = l->periods.at[k->period],
                              .aspect = k->aspect,
                              .layer = k->layer,
                              .value = {l->coefficient[d->at], l->scale[d->at]},
                              .measure = k->indicator->canonical_unit};
        struct buf b = buf_make(400);
        if (!speaker_unit(&v.unit_name, s, v.unit, err)) return false;
        validate_put_number(&b, v.value, BOUND_EXACT, v.measure, k->indicator);
        v.message = validate_say_range(s->arena, &d->limit, k->indicator, buf_str(&b));
        buf_free(&b);
        load_found_put(out, s->arena, v, l->line[d->at], name);
    }
    return true;
}

static int by_line(const void *a, const void *b)
{
    const struct validated *x = a, *y = b;
    if (x->statement != y->statement) return x->statement < y->statement ? -1 : 1;
    return str_cmp(x->rule, y->rule);
}

bool load_check_end(struct validation *out, struct load_check *c, struct db *db, const struct load_lines *l,
                    const uint32_t *order, struct str name, struct err *err)
{
    struct arena *a = c->arena;
    struct inspection found;
    struct inspect_ask q = {.rules = 1u << INSPECT_PARTS | 1u << INSPECT_UNITS, .sums = &c->sums};
    struct speaker s = {.db = db, .arena = a, .grid = c->grid};
    *out = (struct validation){0};
    if (has_parents(l) && !validate_days(&q.days, &q.day_count, db, a, c->grid, (struct period){0}, err)) return false;
    inspect_grid(&found, a, c->grid, &q);
    for (size_t i = 0; i < found.len; i++) {
        struct validated v;
        if (!speaker_say(&v, &s, &found.at[i], err)) return false;
        load_found_put(out, a, v, l->line[order[found.at[i].at.cell.id - 1]], name);
    }
    if (!put_doubts(out, &s, l, name, err)) return false;
    if (!load_jumps_end(out, &c->jumps, db, a, l, order, name, err)) return false;
    out->dropped += found.dropped + l->doubts_dropped;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_line);
    return true;
}
