/* SPDX-License-Identifier: Apache-2.0
 *
 * register_event: see register_event.h.
 *
 * Invariants: an entry has a unit, a first day and every field that its register requires; its last day is not before
 * the first; what was never true stays as it is; who closes an entry, or says that it was never true, says why.
 */
#include "register_event.h"

#include "buf.h"
#include "json_write.h"
#include "matter_event.h"
#include "nearest.h"
#include "said.h"

enum { VALUE_MOST = 2000, NOTE_MOST = 10000 };

static struct str copied(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

struct str register_field_takes(struct arena *a, const struct register_field *f, struct str typed)
{
    struct buf b = buf_make(SIZE_MAX);
    if (f->digits) {
        buf_u64(&b, f->digits);
        buf_put(&b, STR(" × 0-9"));
    } else if (f->field.type == MATTER_FIELD_CHOICE) {
        for (size_t i = 0; i < f->field.choices.len; i++) {
            if (i) buf_put(&b, STR(" | "));
            buf_put(&b, f->field.choices.at[i]);
        }
    } else {
        buf_put(&b, matter_field_takes(a, &f->field, typed));
    }
    if (typed.len) {
        struct str told = nearest_joined(a, typed, copied(a, &b), STR(" | "));
        b = buf_make(SIZE_MAX);
        buf_put(&b, told);
    }
    if (f->has_min || f->has_max) buf_char(&b, ' ');
    if (f->has_min) decimal_write_vi(&b, f->min);
    if (f->has_min || f->has_max) buf_put(&b, STR("…"));
    if (f->has_max) decimal_write_vi(&b, f->max);
    return copied(a, &b);
}

struct str register_key_of(struct arena *a, const struct register_def *d, const struct register_entry *e)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < d->key.len; i++) {
        struct str value = register_entry_value(e, d->key.at[i]);
        if (!value.len) {
            buf_clear(&b);
            break;
        }
        if (i) buf_char(&b, '\t');
        buf_put(&b, value);
    }
    return copied(a, &b);
}

static bool text_fits(struct str s, size_t most, bool lines)
{
    if (s.len > most) return false;
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ' && !(lines && s.ptr[i] == '\n')) return false;
    return true;
}

struct happening {
    struct register_entry *e;
    struct arena *arena;
    const struct register_def *def;
    const struct register_told *told;
    struct json_writer *json; /* the list of what was set */
    size_t changes;
    struct err *err;
};

/* Among the others in the order of the register, so that the same values are one row whatever came first. */
static void put_field(struct happening *h, struct str word, struct str value)
{
    struct name_values next = {0};
    struct register_entry *e = h->e;
    for (size_t i = 0; i < h->def->field_count; i++) {
        struct str name = h->def->fields[i].field.word;
        struct str v = str_eq(name, word) ? value : register_entry_value(e, name);
        if (v.len) *vec_push(h->arena, &next) = (struct name_value){name, v};
    }
    for (size_t i = 0; i < e->fields.len; i++) /* of an earlier version of the register */
        if (!register_field_find(h->def, e->fields.at[i].name)) *vec_push(h->arena, &next) = e->fields.at[i];
    e->fields = next;
}

static bool take_day(struct date *out, struct happening *h, struct name_value v)
{
    *out = (struct date){0};
    return !v.value.len || date_read(out, v.value) ||
           fail(h->err, ERR_REGISTER_VALUE, v.name, v.value, STR("YYYY-MM-DD"));
}

static bool set_slot(struct str *old, struct happening *h, struct name_value v)
{
    struct register_entry *e = h->e;
    bool entering = h->told->kind == REGISTER_EVENT_ENTER;
    if (str_eq(v.name, STR("unit"))) {
        *old = e->unit;
        e->unit = v.value;
        return v.value.len > 0 || fail(h->err, ERR_REGISTER_LACKS, STR("unit"));
    }
    struct date *day = str_eq(v.name, STR("from")) ? &e->from : &e->to;
    *old = date_text(h->arena, *day);
    /* The last day of an entry comes by closing it, with the reason. */
    if (day == &e->to && !entering && h->told->kind != REGISTER_EVENT_CLOSE)
        return fail(h->err, ERR_REGISTER_NAME, v.name, h->def->word);
    return take_day(day, h, v);
}

static bool set(struct happening *h, struct name_value v)
{
    struct str old = STR("");
    const struct register_field *f = register_field_find(h->def, v.name);
    bool slot = str_eq(v.name, STR("unit")) || str_eq(v.name, STR("from")) || str_eq(v.name, STR("to"));
    bool may = slot ? h->told->kind != REGISTER_EVENT_CLOSE || str_eq(v.name, STR("to"))
                    : f && h->told->kind != REGISTER_EVENT_CLOSE;
    if (!may) return fail(h->err, ERR_REGISTER_NAME, v.name, h->def->word);
    if (slot && !set_slot(&old, h, v)) return false;
    if (!slot) {
        old = register_entry_value(h->e, v.name);
        if (v.value.len && !(text_fits(v.value, VALUE_MOST, false) && register_value_kept(f, v.value)))
            return fail(h->err, ERR_REGISTER_VALUE, v.name, v.value, register_field_takes(h->arena, f, v.value));
        put_field(h, v.name, v.value);
    }
    if (str_eq(old, v.value)) return true;
    json_write_open(h->json, '[');
    json_write_text(h->json, v.name);
    json_write_text(h->json, old);
    json_write_text(h->json, v.value);
    json_write_close(h->json, ']');
    h->changes++;
    return true;
}

static bool is_whole(const struct happening *h)
{
    const struct register_entry *e = h->e;
    if (!e->unit.len) return fail(h->err, ERR_REGISTER_LACKS, STR("unit"));
    if (!date_known(e->from)) return fail(h->err, ERR_REGISTER_LACKS, STR("from"));
    for (size_t i = 0; i < h->def->field_count; i++) {
        const struct kind_field *f = &h->def->fields[i].field;
        if (f->required && !register_entry_value(e, f->word).len)
            return fail(h->err, ERR_REGISTER_LACKS, f->word, f->name);
    }
    return true;
}

static bool may_happen(const struct happening *h)
{
    const struct register_told *t = h->told;
    bool ends = t->kind == REGISTER_EVENT_CLOSE || t->kind == REGISTER_EVENT_VOID;
    struct buf b = buf_make(16);
    register_id_write(&b, h->e->id);
    struct str id = copied(h->arena, &b);
    if (t->kind != REGISTER_EVENT_ENTER && t->kind != REGISTER_EVENT_SEEN && h->e->state == REGISTER_ENTRY_VOID)
        return fail(h->err, ERR_REGISTER_VOID, id);
    if (!text_fits(t->note, NOTE_MOST, true)) return fail(h->err, ERR_REGISTER_VALUE, STR("note"), STR("…"), STR(""));
    return !(ends || t->kind == REGISTER_EVENT_SEEN) || t->note.len || fail(h->err, ERR_REGISTER_REASON, id);
}

bool register_happen(struct register_entry *e, struct register_event *happened, struct arena *a,
                     const struct register_def *d, const struct register_told *t, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct happening h = {.e = e, .arena = a, .def = d, .told = t, .json = &j, .err = err};
    json_write_open(&j, '{');
    json_write_key(&j, STR("set"));
    json_write_open(&j, '[');
    bool ok = may_happen(&h);
    for (size_t i = 0; ok && i < t->set.len; i++) ok = set(&h, t->set.at[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
    *happened = (struct register_event){
        .kind = t->kind, .day = t->day, .note = t->note, .data = h.changes ? str_copy(a, buf_str(&b)) : STR("")};
    buf_free(&b);
    if (!ok) return false;
    bool changes = t->kind == REGISTER_EVENT_EDIT || t->kind == REGISTER_EVENT_CLOSE;
    if (changes && !h.changes) return fail(err, ERR_REGISTER_NOTHING);
    if (t->kind == REGISTER_EVENT_SEEN) return true;
    if (t->kind == REGISTER_EVENT_CLOSE && !date_known(e->to)) return fail(err, ERR_REGISTER_LACKS, STR("to"));
    /* What had ended when it was entered, as an earlier version in a list, is closed from the beginning. */
    bool over = t->kind == REGISTER_EVENT_ENTER && date_known(e->to) && date_cmp(e->to, t->day) < 0;
    if (t->kind == REGISTER_EVENT_CLOSE || over) e->state = REGISTER_ENTRY_CLOSED;
    if (t->kind == REGISTER_EVENT_VOID) e->state = REGISTER_ENTRY_VOID;
    if (t->version) e->version = t->version;
    e->key = register_key_of(a, d, e);
    if (date_known(e->to) && date_cmp(e->to, e->from) < 0)
        return fail(err, ERR_REGISTER_DAYS, date_text(a, e->from), date_text(a, e->to));
    return t->kind == REGISTER_EVENT_VOID || is_whole(&h);
}
