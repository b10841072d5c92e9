/* SPDX-License-Identifier: Apache-2.0
 *
 * snapshot: see snapshot.h. The strings of a figure live in the arena of the snapshot, and so does the cube.
 */
#include "snapshot.h"

#include "unit.h"

bool snapshot_load(struct snapshot *out, struct db *db, struct arena *a, struct str unit, struct err *err)
{
    return snapshot_load_units(out, db, a, &unit, unit.len > 0, err);
}

bool snapshot_load_units(struct snapshot *out, struct db *db, struct arena *a, const struct str *units, size_t count,
                         struct err *err)
{
    *out = (struct snapshot){0};
    if (!figure_list_current(&out->figures, db, a, units, count, STR(""), err)) return false;
    if (!unit_list(&out->units, db, a, err)) return false;
    struct cube_figure *figures = arena_array(a, struct cube_figure, out->figures.len);
    for (size_t i = 0; i < out->figures.len; i++)
        figures[i] = (struct cube_figure){out->figures.at[i].id.n, out->figures.at[i].figure};
    out->cube = cube_make(a, figures, out->figures.len);
    return true;
}

bool snapshot_locks(struct snapshot *out, struct db *db, struct arena *a, struct str unit, struct err *err)
{
    struct locked_list *locked = arena_new(a, struct locked_list);
    struct correction_list *corrections = arena_new(a, struct correction_list);
    if (!locked_list(locked, db, a, (struct filing_id){0}, unit, err)) return false;
    *corrections = (struct correction_list){0};
    if (locked->len && !correction_list(corrections, db, a, (struct filing_id){0}, STR(""), unit, err)) return false;
    out->locked = locked;
    out->corrections = corrections;
    return true;
}

const struct kept_unit *snapshot_unit(const struct snapshot *s, struct str code)
{
    for (size_t i = 0; i < s->units.len; i++)
        if (str_eq(s->units.at[i].code, code)) return &s->units.at[i];
    return NULL;
}
