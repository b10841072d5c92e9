/* SPDX-License-Identifier: Apache-2.0
 *
 * register_twins: see register_twins.h.
 */
#include "register_twins.h"

#include "buf.h"
#include "register_page.h"
#include "utf8.h"

struct looking {
    struct arena *arena;
    const struct register_def *def;
    struct map seen; /* what may be the same -> id */
    struct register_twins *out;
};

static void look(struct looking *l, const struct register_entry *e, struct str why, struct str what)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, why);
    buf_char(&b, '\n');
    buf_put(&b, what);
    const uint32_t *first = map_find(&l->seen, buf_str(&b));
    if (first)
        *vec_push(l->arena, l->out) = (struct register_twin){why, e->id, {*first}, str_copy(l->arena, e->unit)};
    else
        map_put(&l->seen, l->arena, str_copy(l->arena, buf_str(&b)), e->id.n);
    buf_free(&b);
}

static bool take(void *self, const struct register_entry *e, struct err *err)
{
    struct looking *l = self;
    (void)err;
    if (e->state != REGISTER_ENTRY_OPEN) return true;
    for (size_t i = 0; i < l->def->field_count; i++) {
        const struct register_field *f = &l->def->fields[i];
        struct str value = register_entry_value(e, f->field.word);
        if (f->shown == REGISTER_SECRET && value.len) look(l, e, f->field.word, value);
    }
    struct buf folded = buf_make(SIZE_MAX);
    utf8_fold_put(&folded, e->key);
    if (e->key.len) look(l, e, STR("key"), buf_str(&folded));
    buf_free(&folded);
    return true;
}

bool register_twins(struct register_twins *out, struct db *db, struct arena *a, const struct register_def *d,
                    struct err *err)
{
    struct looking l = {.arena = a, .def = d, .out = out};
    struct register_taker taker = {take, &l};
    *out = (struct register_twins){0};
    return register_scan(db, d->word, (struct date){0}, (struct date){0}, (struct date){0}, &taker, err);
}
