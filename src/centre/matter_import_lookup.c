/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import_lookup: what a register says of a row that has no term (matter_lookup.h): a list of dossiers that names
 * only the procedure. Each procedure of a unit on a day is looked up once; rows that have a term ask nothing, since
 * lists are long.
 */
#include "buf.h"
#include "matter_import_private.h"
#include "matter_lookup.h"

static size_t cell_of(const struct importing *i, struct str field)
{
    const struct matter_kind *k = &i->kind.kind;
    size_t f = 0;
    while (f < k->field_count && !str_eq(k->fields[f].word, field)) f++;
    return MATTER_CELLS + f;
}

static struct str key_of(struct importing *i, const struct import_row *row, struct str procedure, struct str day)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, row->cells[CELL_UNIT]);
    buf_char(&b, ' ');
    buf_put(&b, day);
    buf_char(&b, ' ');
    buf_put(&b, procedure);
    struct str s = str_copy(i->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

bool import_look_up(struct importing *i, struct import_row *row)
{
    const struct matter_kind *k = &i->kind.kind;
    if (!k->lookup.field.len || !k->clock.term.len || row->wrong) return true;
    struct str procedure = row->cells[cell_of(i, k->lookup.field)];
    struct moment opened;
    if (row->cells[cell_of(i, k->clock.term)].len || !procedure.len || !moment_read(&opened, row->cells[CELL_OPENED]))
        return true;
    struct str key = key_of(i, row, procedure, str_part(row->cells[CELL_OPENED], 0, 10));
    const uint32_t *at = map_find(&i->looked_up, key);
    if (!at) {
        struct name_values set = {0};
        *vec_push(i->arena, &set) = (struct name_value){k->lookup.field, procedure};
        map_put(&i->looked_up, i->arena, key, (uint32_t)i->filled.len);
        struct name_values *out = vec_push(i->arena, &i->filled);
        if (!matter_lookup(out, i->db, i->arena, k, &set, row->cells[CELL_UNIT], opened.day, i->err)) return false;
        at = map_find(&i->looked_up, key);
    }
    const struct name_values *filled = &i->filled.at[*at];
    for (size_t f = 0; f < filled->len; f++) {
        struct str *cell = &row->cells[cell_of(i, filled->at[f].name)];
        if (!cell->len) *cell = filled->at[f].value;
    }
    return true;
}
