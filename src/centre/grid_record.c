/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_record: see grid_record.h. Slots are given kind by kind, and in each in pre-order by the last day of each
 * unit, so that the communes of a province, and those of a district of before, are runs; then the rows of figures
 * come in, then the parts of loads, one at a time.
 */
#include "grid_record.h"

#include "load_rows.h"
#include "unit_look.h"
#include "unit_rows.h"

static enum unit_kind kind_of(const struct kept_unit *u)
{
    enum unit_kind kind;
    return unit_kind_read(&kind, u->kind) ? kind : unit_kind_of_name(u->name);
}

static bool is_there(struct date from, struct date to, struct date day)
{
    return (!date_known(from) || date_cmp(from, day) <= 0) && (!date_known(to) || date_cmp(day, to) <= 0);
}

bool tree_of_day(struct unit_tree **out, struct db *db, struct arena *a, struct date day, struct err *err)
{
    struct unit_list own;
    if (!unit_list(&own, db, a, err)) return false;
    struct tree_unit *all = arena_array(a, struct tree_unit, unit_count() + own.len);
    size_t n = 0;
    for (uint32_t i = 1; i <= unit_count(); i++) {
        struct unit u = unit_at((struct unit_id){i});
        if (!unit_valid_on(&u, day)) continue;
        struct unit_id up = unit_above(&u, day);
        all[n++] = (struct tree_unit){u.id, up.n ? unit_at(up).id : STR(""), u.kind};
    }
    for (size_t i = 0; i < own.len; i++) {
        const struct kept_unit *u = &own.at[i];
        if (unit_of_id(u->code).n || !is_there(u->from, u->to, day)) continue;
        all[n++] = (struct tree_unit){u->code, u->parent, kind_of(u)};
    }
    *out = unit_tree_make(a, all, n);
    return true;
}

bool scope_typed(struct grid_scope *out, struct db *db, struct arena *a, const struct grid *g, struct str under,
                 enum unit_kind kind, struct date day, struct err *err)
{
    struct unit_tree *tree;
    struct looked_unit top;
    struct looked_units several;
    if (!tree_of_day(&tree, db, a, day, err)) return false;
    if (!under.len) {
        *out = grid_scope_all(a, g, tree, kind);
        return true;
    }
    if (!unit_look_one(&top, &several, db, a, under, day, day, err)) return false;
    uint32_t place = unit_tree_find(tree, top.id);
    if (place == TREE_NONE) return fail(err, ERR_UNIT_UNKNOWN, under);
    *out = grid_scope_make(a, g, tree, place, kind);
    return true;
}

bool grid_unit_name(struct str *out, struct db *db, struct arena *a, struct str id, struct err *err)
{
    struct unit_id known = unit_of_id(id);
    if (!known.n) return unit_name_of(out, db, a, id, err);
    *out = unit_at(known).name;
    return true;
}

/* --- all that stands */

struct names {
    VEC_FIELDS(struct str);
};

/* The units of the record in the order of their slots. */
static bool order_units(struct names *out, struct db *db, struct arena *a, struct err *err)
{
    struct unit_list list;
    if (!unit_list(&list, db, a, err)) return false;
    struct tree_unit *all = arena_array(a, struct tree_unit, list.len);
    for (size_t i = 0; i < list.len; i++) {
        struct unit_id known = unit_of_id(list.at[i].code);
        all[i] = (struct tree_unit){list.at[i].code, list.at[i].parent, kind_of(&list.at[i])};
        if (known.n) all[i].kind = unit_at(known).kind;
        if (known.n) all[i].parent = looked_known(known).parent;
    }
    const struct unit_tree *t = unit_tree_make(a, all, list.len);
    for (enum unit_kind kind = 0; kind < UNIT_KINDS; kind++)
        for (uint32_t i = 0; i < t->count; i++)
            if (t->units[i].kind == kind) *vec_push(a, out) = t->units[i].id;
    return true;
}

static struct grid *step(struct grid *g, const struct grid_batch *batch)
{
    struct grid *next = grid_next(g, batch);
    grid_drop(g);
    return next;
}

static void add_figures(struct grid **g, struct arena *a, const struct figure_list *list)
{
    struct cube_figure *figures = arena_array(a, struct cube_figure, list->len);
    for (size_t i = 0; i < list->len; i++) figures[i] = (struct cube_figure){list->at[i].id.n, list->at[i].figure};
    *g = step(*g, &(struct grid_batch){.figures = figures, .figure_count = list->len});
}

static bool add_rows(struct grid **g, struct db *db, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct figure_list list;
    bool ok = figure_list_rows(&list, db, a, err);
    if (ok) add_figures(g, a, &list);
    arena_close(a);
    return ok;
}

/* A grid that parts of loads are added to. */
struct adding {
    struct grid *grid;
    uint32_t after; /* only parts with greater ids */
};

static bool is_after(void *self, const struct load_reach *part)
{
    const struct adding *w = self;
    return part->first > w->after;
}

static void add_part(void *self, const struct load_part *part)
{
    struct adding *w = self;
    const struct figure_part *p = &part->figures;
    struct arena *a = arena_make(SIZE_MAX);
    struct grid_block *blocks = arena_array(a, struct grid_block, p->column_count);
    uint32_t id = part->first;
    for (size_t i = 0; i < p->column_count; i++) {
        const struct figure_column *c = &p->columns[i];
        blocks[i] = (struct grid_block){c->key, c->measure, c->places, c->coefficients, c->scales, id, c->count};
        id += (uint32_t)c->count;
    }
    w->grid = step(
        w->grid, &(struct grid_batch){
                     .units = p->units, .unit_count = p->unit_count, .blocks = blocks, .block_count = p->column_count});
    arena_close(a);
}

static void drop(void *g)
{
    grid_drop(g);
}

bool grid_of_record(struct grid **out, struct db *db, struct arena *a, struct err *err)
{
    struct names units = {0};
    struct arena *scratch = arena_make(SIZE_MAX);
    struct grid *g = grid_open();
    bool ok = order_units(&units, db, scratch, err);
    if (ok) g = step(g, &(struct grid_batch){.units = units.at, .unit_count = units.len});
    arena_close(scratch);
    ok = ok && add_rows(&g, db, err);
    struct adding w = {.grid = g};
    struct load_visitor v = {.self = &w, .see = add_part};
    ok = ok && load_each_part(db, &v, err);
    arena_defer(a, drop, w.grid);
    *out = w.grid;
    return ok;
}

bool grid_add_after(struct grid **out, struct grid *before, struct db *db, struct figure_id after, struct err *err)
{
    struct adding w = {.grid = grid_hold(before), .after = after.n};
    struct load_visitor v = {.self = &w, .wants = is_after, .see = add_part};
    struct figure_list list;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = figure_list_after(&list, db, a, after, err);
    if (ok && list.len) add_figures(&w.grid, a, &list);
    arena_close(a);
    ok = ok && load_each_part(db, &v, err);
    if (!ok) grid_drop(w.grid);
    *out = w.grid;
    return ok;
}
