/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_lookup: see matter_lookup.h. An entry is found by the index of words, and then its key is compared.
 */
#include "matter_lookup.h"

#include "agency_code.h"
#include "buf.h"
#include "register_page.h"
#include "registers.h"
#include "unit_look.h"

struct looking {
    struct db *db;
    struct arena *arena;
    const struct matter_kind *kind;
    struct str unit;
    struct date day;
    struct err *err;
};

/* The entry of the unit, else of one above it; NULL when there is none. */
static bool nearest(const struct register_entry **out, const struct looking *l, const struct register_entries *all)
{
    struct looked_unit own;
    *out = NULL;
    if (!all->len) return true;
    if (!unit_look_id(&own, l->db, l->arena, l->unit, l->err)) return false;
    for (size_t i = 0; i < all->len; i++) {
        struct looked_unit upper;
        bool above;
        if (str_eq(all->at[i].unit, l->unit)) {
            *out = &all->at[i];
            return true;
        }
        if (!unit_look_id(&upper, l->db, l->arena, all->at[i].unit, l->err) ||
            !looked_lies_under(&above, &own, &upper, l->db, l->arena, l->err))
            return false;
        if (above && !*out) *out = &all->at[i];
    }
    return true;
}

static bool find(const struct register_entry **out, const struct looking *l, struct str key)
{
    enum { FOUND_MOST = 200 };
    const struct kind_lookup *k = &l->kind->lookup;
    struct known_register known;
    struct register_entries *found = arena_new(l->arena, struct register_entries);
    bool more;
    *out = NULL;
    if (!known_register(&known, l->db, l->arena, k->registered, l->err)) return false;
    struct register_filter f = {.def = &known.def, .on = l->day, .words = key, .most = FOUND_MOST};
    *vec_push(l->arena, &f.equal) = (struct name_value){k->key, key};
    return register_page(found, &more, l->db, l->arena, &f, l->err) && nearest(out, l, found);
}

static struct str id_text(struct arena *a, struct register_id id)
{
    struct buf b = buf_make(16);
    register_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* "" where the value is none that the kind knows. */
static struct str meant_by(const struct kind_fill *f, struct str value)
{
    if (!f->said.len) return value;
    for (size_t i = 0; i < f->said.len; i++)
        if (str_eq(f->said.at[i], value)) return f->meant.at[i];
    return STR("");
}

bool matter_lookup(struct name_values *out, struct db *db, struct arena *a, const struct matter_kind *k,
                   const struct name_values *set, struct str unit, struct date day, struct err *err)
{
    struct looking l = {db, a, k, unit, day, err};
    const struct name_value *key = name_value_find(set, k->lookup.field);
    const struct register_entry *e;
    *out = (struct name_values){0};
    if (!k->lookup.field.len || !key || !key->value.len || !unit.len) return true;
    if (!find(&e, &l, key->value)) return false;
    struct str national = procedure_code_national(key->value);
    if (!e && national.len != key->value.len && !find(&e, &l, national)) return false;
    for (size_t i = 0; e && i < k->lookup.fill_count; i++) {
        const struct kind_fill *fill = &k->lookup.fills[i];
        const struct kind_field *f = kind_field_find(k, fill->field);
        const struct name_value *said = name_value_find(set, fill->field), *v = name_value_find(&e->fields, fill->from);
        struct str value = str_eq(fill->from, STR("id")) ? id_text(a, e->id) : v ? v->value : STR("");
        value = meant_by(fill, value);
        if (said || !value.len || !field_value_kept(f, value)) continue;
        *vec_push(a, out) = (struct name_value){fill->field, value};
    }
    return true;
}
