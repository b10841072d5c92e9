/* SPDX-License-Identifier: Apache-2.0
 *
 * register_make: see register_make.h.
 */
#include "register_make.h"

#include "buf.h"
#include "indicator.h"
#include "said.h"
#include "secret_hash.h"

/* A unit of the country that the record does not speak of yet. */
bool register_need_unit(struct register_values_maker *m, const struct looked_unit *u, struct err *err)
{
    struct str name;
    for (size_t i = 0; i < m->units.len; i++)
        if (str_eq(m->units.at[i].code, u->id)) return true;
    if (!unit_name_of(&name, m->db, m->arena, u->id, err)) return false;
    if (!name.len && u->known.n)
        *vec_push(m->arena,
                  &m->units) = (struct new_unit){.code = u->id, .name = u->name, .key = unit_key(m->arena, u->name)};
    return true;
}

bool register_value_make(struct str *out, struct register_values_maker *m, const struct register_def *d,
                         const struct register_field *f, struct str typed, struct err *err)
{
    struct looked_unit unit;
    struct looked_units several;
    if (f->field.type == MATTER_FIELD_UNIT) {
        if (!unit_look_one(&unit, &several, m->db, m->arena, typed, m->day, m->today, err)) return false;
        *out = unit.id;
        return register_need_unit(m, &unit, err);
    }
    if (f->field.type == MATTER_FIELD_INDICATOR) {
        const struct indicator *indicator = indicator_typed(typed);
        *out = indicator ? indicator->code : typed;
        return indicator || fail(err, ERR_INDICATOR_UNKNOWN, typed);
    }
    struct buf b = buf_make(SIZE_MAX);
    bool fits = register_value_write(&b, f, typed) == REGISTER_FITS;
    *out = str_copy(m->arena, buf_str(&b));
    buf_free(&b);
    bool secret = f->shown == REGISTER_SECRET; /* what is wrong with one is told without it */
    if (!fits)
        return fail(err, ERR_REGISTER_VALUE, f->field.word, secret ? STR("…") : typed,
                    register_field_takes(m->arena, f, typed));
    if (!secret) return true;
    if (m->secret_key.len < SECRET_KEY_LEAST) return fail(err, ERR_REGISTER_SECRET_KEY, f->field.word);
    *out = secret_hash(m->arena, m->secret_key, d->word, f->field.word, *out);
    return true;
}

static void put_day(struct name_values *out, struct arena *a, const char *name, struct date day)
{
    if (date_known(day)) *vec_push(a, out) = (struct name_value){str_of(name), date_text(a, day)};
}

static bool values_of(struct name_values *out, struct register_values_maker *m, const struct register_wish *w,
                      const struct register_def *d, struct err *err)
{
    bool enters = w->event == REGISTER_EVENT_ENTER;
    *out = (struct name_values){0};
    if (w->unit) {
        *vec_push(m->arena, out) = (struct name_value){STR("unit"), w->unit->id};
        if (!register_need_unit(m, w->unit, err)) return false;
    }
    put_day(out, m->arena, "from", enters && !date_known(w->from) ? w->day : w->from);
    put_day(out, m->arena, "to", w->event == REGISTER_EVENT_CLOSE && !date_known(w->to) ? w->day : w->to);
    for (size_t i = 0; i < w->typed.len; i++) {
        struct name_value v = w->typed.at[i];
        const struct register_field *f = register_field_find(d, v.name);
        if (!f) return fail(err, ERR_REGISTER_NAME, v.name, d->word);
        if (v.value.len && !register_value_make(&v.value, m, d, f, v.value, err)) return false;
        *vec_push(m->arena, out) = v;
    }
    return true;
}

static bool told_of(struct register_told *t, struct register_values_maker *m, const struct register_wish *w,
                    const struct author *author, size_t i, struct err *err)
{
    struct known_register known;
    struct register_entry kept;
    bool enters = w->event == REGISTER_EVENT_ENTER;
    *t = (struct register_told){.kind = w->event, .day = w->day, .note = w->note};
    if (!enters) t->item = w->ids[i];
    if (!enters && !register_entry_load(&kept, m->db, m->arena, t->item, err)) return false;
    if (!register_begin(&known, m->db, m->arena, author, enters ? w->def : kept.def, err)) return false;
    if (enters) t->def = known.def.word;
    if (enters || w->event == REGISTER_EVENT_EDIT) t->version = known.version;
    return values_of(&t->set, m, w, &known.def, err);
}

static bool do_inside(struct register_entries *out, struct register_values_maker *m, const struct author *author,
                      const struct register_wish *w, struct err *err)
{
    size_t count = w->event == REGISTER_EVENT_ENTER ? 1 : w->id_count;
    struct register_told *told = arena_array(m->arena, struct register_told, count);
    for (size_t i = 0; i < count; i++)
        if (!told_of(&told[i], m, w, author, i, err)) return false;
    struct register_change c = {told, count, m->units.at, m->units.len};
    return change_registers(out, m->db, m->arena, author, &c, err);
}

bool register_do(struct register_entries *out, struct db *db, struct arena *a, const struct author *author,
                 const struct register_wish *w, struct err *err)
{
    struct register_values_maker m = {
        .db = db, .arena = a, .day = w->day, .today = w->today, .secret_key = w->secret_key};
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, do_inside(out, &m, author, w, err), err);
}
