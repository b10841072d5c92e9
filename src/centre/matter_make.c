/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_make: see matter_make.h.
 */
#include "matter_make.h"

#include "agency_code.h"
#include "buf.h"
#include "content.h"
#include "indicator.h"
#include "matter_clocks.h"
#include "matter_lookup.h"
#include "project_settlement.h"
#include "record_calendar.h"
#include "said.h"

struct new_units {
    VEC_FIELDS(struct new_unit);
};

struct making {
    struct db *db;
    struct arena *arena;
    const struct author *author;
    const struct matter_wish *wish;
    struct new_units units;
    struct matter_file file;
    struct word_list with, without;
    struct matter_chase chase;
    const struct workdays *workdays; /* made when it is asked for */
    struct err *err;
};

static struct str shown_id(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* A unit of the country that the record does not speak of yet. */
static bool need_unit(struct making *m, const struct looked_unit *u)
{
    struct str name;
    if (!unit_name_of(&name, m->db, m->arena, u->id, m->err)) return false;
    for (size_t i = 0; i < m->units.len; i++)
        if (str_eq(m->units.at[i].code, u->id)) return true;
    if (!name.len && u->known.n)
        *vec_push(m->arena,
                  &m->units) = (struct new_unit){.code = u->id, .name = u->name, .key = unit_key(m->arena, u->name)};
    return true;
}

static bool ids_of(struct word_list *out, struct making *m, const struct looked_units *units)
{
    struct str *at = arena_array(m->arena, struct str, units->len);
    for (size_t i = 0; i < units->len; i++) {
        if (!need_unit(m, &units->at[i])) return false;
        at[i] = units->at[i].id;
    }
    *out = (struct word_list){at, units->len};
    return true;
}

/* A value of a field of the kind, in the form in which it is kept. */
static bool field_of(struct str *out, struct making *m, const struct kind_field *f, struct str typed)
{
    struct looked_unit unit;
    struct looked_units several;
    const struct indicator *indicator;
    struct kept_matter other;
    struct matter_id id;
    struct buf b = buf_make(SIZE_MAX);
    switch (f->type) {
    case MATTER_FIELD_MATTER:
        if (!matter_typed(&id, m->db, m->arena, typed, m->err) || !matter_load(&other, m->db, m->arena, id, m->err))
            return false;
        *out = shown_id(m->arena, id);
        return true;
    case MATTER_FIELD_UNIT:
        if (!unit_look_one(&unit, &several, m->db, m->arena, typed, m->wish->day, m->wish->today, m->err)) return false;
        *out = unit.id;
        return need_unit(m, &unit);
    case MATTER_FIELD_INDICATOR:
        indicator = indicator_typed(typed);
        *out = indicator ? indicator->code : typed;
        return indicator || fail(m->err, ERR_INDICATOR_UNKNOWN, typed);
    case MATTER_FIELD_TEXT:
    case MATTER_FIELD_PERSON:
    case MATTER_FIELD_CHOICE:
    case MATTER_FIELD_NUMBER:
    case MATTER_FIELD_MONEY:
    case MATTER_FIELD_DAY:
    case MATTER_FIELD_MOMENT:
    case MATTER_FIELD_FLAG:
    case MATTER_FIELD_TYPES: break;
    }
    bool fits = field_value_write(&b, f, typed);
    *out = str_copy(m->arena, buf_str(&b));
    buf_free(&b);
    return fits || fail(m->err, ERR_MATTER_VALUE, f->word, typed, matter_field_takes(m->arena, f, typed));
}

/* Slots that a rule fills, or that only a due day is typed into where one may be. */
static bool reckoned(enum matter_event_kind event, struct str name)
{
    if (str_eq(name, STR("clock"))) return true;
    return str_eq(name, STR("due")) && (event == MATTER_EVENT_MOVE || event == MATTER_EVENT_EDIT);
}

/* What the event does to the clock. */
static bool join_clock(struct making *m, struct matter_told *t, const struct matter_kind *k,
                       const struct kept_matter *kept)
{
    const struct matter_wish *w = m->wish;
    bool asked = k->clock.has || w->rule.len || w->more.len || (kept && kept->clock.len);
    if (!asked) return true;
    if (!m->workdays && !record_workdays(&m->workdays, m->db, m->arena, m->err)) return false;
    struct clock_wish clock = {.arena = m->arena,
                               .workdays = m->workdays,
                               .kind = k,
                               .matter = kept,
                               .rule = w->rule,
                               .from = w->from,
                               .more = w->more,
                               .now = {w->day, w->minute},
                               .today = w->today};
    return matter_clock_join(t, &clock, m->err);
}

/* What has happened is not told ahead. */
static bool not_ahead(struct making *m, const struct matter_kind *k, const struct kind_field *f, struct str value)
{
    struct moment at;
    if (!kind_field_is_past(k, f) || !moment_read(&at, value) || date_cmp(at.day, m->wish->today) <= 0) return true;
    return fail(m->err, ERR_MATTER_TOLD_LATER, f->name, date_text(m->arena, at.day),
                date_text(m->arena, m->wish->today));
}

static bool values_of(struct name_values *out, struct making *m, const struct matter_kind *k)
{
    const struct matter_wish *w = m->wish;
    *out = (struct name_values){0};
    if (w->unit) *vec_push(m->arena, out) = (struct name_value){STR("unit"), w->unit->id};
    for (size_t i = 0; i < w->typed.len; i++) {
        struct name_value v = w->typed.at[i];
        if (reckoned(w->event, v.name)) return fail(m->err, ERR_MATTER_CLOCK_SLOT, v.name);
        const struct kind_field *f = kind_field_find(k, v.name);
        if (f && v.value.len && !(field_of(&v.value, m, f, v.value) && not_ahead(m, k, f, v.value))) return false;
        *vec_push(m->arena, out) = v;
    }
    return true;
}

static struct matter_told told_of(const struct making *m)
{
    const struct matter_wish *w = m->wish;
    return (struct matter_told){.kind = w->event,
                                .move = w->move,
                                .day = w->day,
                                .minute = MINUTE_UNKNOWN,
                                .said = w->said,
                                .note = w->note,
                                .with = m->with,
                                .without = m->without,
                                .file = m->file,
                                .chase = m->chase,
                                .topic = w->topic,
                                .statement = w->statement};
}

static bool prepare(struct making *m)
{
    const struct matter_wish *w = m->wish;
    if (date_cmp(w->day, w->today) > 0)
        return fail(m->err, ERR_MATTER_FUTURE, date_text(m->arena, w->day), date_text(m->arena, w->today));
    if ((w->unit && !need_unit(m, w->unit)) || (w->chased && !need_unit(m, w->chased))) return false;
    m->chase = w->chase;
    if (w->chased) m->chase.unit = w->chased->id;
    if (!ids_of(&m->with, m, &w->with) || !ids_of(&m->without, m, &w->without)) return false;
    if (!w->file_name.len) return true;
    m->file = (struct matter_file){.name = w->file_name, .size = w->file_bytes.len};
    return content_save(&m->file.sha256, m->db, w->file_bytes, m->err);
}

/* What a register says of it and nobody typed. */
static bool fill(struct matter_told *t, struct making *m, const struct matter_kind *k)
{
    struct name_values filled;
    struct str unit = m->wish->unit ? m->wish->unit->id : STR("");
    if (!matter_lookup(&filled, m->db, m->arena, k, &t->set, unit, m->wish->day, m->err)) return false;
    for (size_t i = 0; i < filled.len; i++) *vec_push(m->arena, &t->set) = filled.at[i];
    return true;
}

/* What one that begins is told to be. */
static bool begin(struct matter_told *t, struct making *m)
{
    struct known_kind kind;
    if (!prepare(m) || !kind_begin(&kind, m->db, m->arena, m->author, m->wish->kind, m->err)) return false;
    *t = told_of(m);
    t->word = kind.kind.word;
    t->version = kind.version;
    if (!values_of(&t->set, m, &kind.kind)) return false;
    /* Of one whose sender is kept apart nothing but the number leaves the office, unless somebody says otherwise. */
    if (kind.kind.petition.apart && !name_value_find(&t->set, STR("secrecy")))
        *vec_push(m->arena, &t->set) = (struct name_value){STR("secrecy"), STR("internal")};
    return fill(t, m, &kind.kind) && join_clock(m, t, &kind.kind, NULL);
}

static bool begin_all(struct matter_list *out, struct making *m, const struct matter_wish *wishes, size_t count)
{
    struct matter_told *told = arena_array(m->arena, struct matter_told, count);
    for (size_t i = 0; i < count; i++) {
        m->wish = &wishes[i];
        m->file = (struct matter_file){0};
        if (!begin(&told[i], m)) return false;
    }
    struct matter_change c = {told, count, m->units.at, m->units.len};
    return change_matters(out, m->db, m->arena, m->author, &c, m->err);
}

static bool go_on(struct matter_list *out, struct making *m)
{
    const struct matter_wish *w = m->wish;
    struct matter_told *told = arena_array(m->arena, struct matter_told, 2 * w->id_count + 1);
    size_t count = w->id_count;
    for (size_t i = 0; i < w->id_count; i++) {
        struct kept_matter kept;
        struct matter_kind kind;
        bool follows;
        told[i] = told_of(m);
        told[i].matter = w->ids[i];
        if (!matter_load(&kept, m->db, m->arena, w->ids[i], m->err) ||
            !kind_load(&kind, m->db, m->db, m->arena, kept.kind, kept.version, m->err) ||
            !values_of(&told[i].set, m, &kind) || !join_clock(m, &told[i], &kind, &kept) ||
            !settle_follow(&told[count], &follows, m->db, m->arena, &kept, &told[i], m->err))
            return false;
        count += follows;
    }
    if (w->also.n)
        told[count++] = (struct matter_told){.kind = MATTER_EVENT_NOTE,
                                             .matter = w->also,
                                             .day = w->day,
                                             .minute = MINUTE_UNKNOWN,
                                             .said = w->said,
                                             .note = w->also_note};
    struct matter_change c = {told, count, m->units.at, m->units.len};
    return change_matters(out, m->db, m->arena, m->author, &c, m->err);
}

bool matters_begin_within(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                          const struct matter_wish *wishes, size_t count, struct err *err)
{
    struct making m = {.db = db, .arena = a, .author = author, .err = err};
    return begin_all(out, &m, wishes, count);
}

bool matters_begin(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                   const struct matter_wish *wishes, size_t count, struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, matters_begin_within(out, db, a, author, wishes, count, err), err);
}

bool matter_do(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
               const struct matter_wish *w, struct err *err)
{
    struct making m = {.db = db, .arena = a, .author = author, .wish = w, .err = err};
    if (w->event == MATTER_EVENT_OPEN) return matters_begin(out, db, a, author, w, 1, err);
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, prepare(&m) && go_on(out, &m), err);
}

/* A dossier by its number in the other order of the code of its agency. */
static bool of_other_order(struct matter_list *out, struct db *db, struct arena *a, struct str typed, struct err *err)
{
    static bool (*const ORDERS[])(struct buf * b, struct str typed) = {dossier_code_write, dossier_code_old_write};
    for (size_t i = 0; i < 2 && !out->len; i++) {
        struct buf b = buf_make(100);
        bool has = ORDERS[i](&b, typed) && !str_eq(buf_str(&b), typed);
        struct str other = str_copy(a, buf_str(&b));
        buf_free(&b);
        if (has && !matter_of_number(out, db, a, other, err)) return false;
    }
    return true;
}

bool matter_typed(struct matter_id *out, struct db *db, struct arena *a, struct str typed, struct err *err)
{
    struct matter_list list;
    if (matter_id_read(out, typed)) return true;
    if (!matter_of_number(&list, db, a, typed, err)) return false;
    if (!list.len && !of_other_order(&list, db, a, typed, err)) return false;
    if (!list.len) return fail(err, ERR_MATTER_ID, typed);
    *out = list.at[0].id;
    return list.len == 1 ||
           fail(err, ERR_MATTER_ID_MANY, typed, shown_id(a, list.at[0].id), shown_id(a, list.at[1].id));
}
