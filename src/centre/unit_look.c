/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_look: see unit_look.h. A name leads to the union of two lists: the catalogue's, by unit_search, and the
 * record's, by the key of its first part; units of the record are kept when the other parts of the name are units
 * above them. Rows of the record that stand for units of the catalogue are left out of the second list.
 */
#include "unit_look.h"

#include "buf.h"
#include "unit_search.h"

enum { UP_MOST = 8, NEAR_MOST = 3, SHOWN_MOST = 4 };

struct looked_unit looked_known(struct unit_id id)
{
    struct unit u = unit_at(id);
    struct looked_unit l = {
        .id = u.id, .code = u.code, .name = u.name, .kind = u.kind, .from = u.from, .to = u.to, .known = id};
    struct unit_id up = unit_above(&u, (struct date){0});
    if (!up.n) return l;
    struct unit v = unit_at(up);
    l.parent = v.id;
    l.parent_name = v.name;
    return l;
}

/* A row of the record as it stands; a row that stands for a known unit is that. */
static bool looked_kept(struct looked_unit *out, struct db *db, struct arena *a, const struct kept_unit *k,
                        struct err *err)
{
    struct unit_id known = unit_of_id(k->code);
    if (known.n) {
        *out = looked_known(known);
        return true;
    }
    *out = (struct looked_unit){
        .id = k->code,
        .code = k->code,
        .name = k->name,
        .parent = k->parent,
        .source = k->source,
        .kind = unit_kind_of_name(k->name),
        .from = k->from,
        .to = k->to,
    };
    if (k->kind.len && !unit_kind_read(&out->kind, k->kind)) out->kind = UNIT_OFFICE;
    if (!k->parent.len) return true;
    struct unit_id up = unit_of_id(k->parent);
    if (up.n) {
        out->parent_name = unit_at(up).name;
        return true;
    }
    return unit_name_of(&out->parent_name, db, a, k->parent, err);
}

bool looked_valid_on(const struct looked_unit *u, struct date day)
{
    if (!date_known(day)) return !date_known(u->to);
    return (!date_known(u->from) || date_cmp(u->from, day) <= 0) && (!date_known(u->to) || date_cmp(day, u->to) <= 0);
}

bool unit_look_id(struct looked_unit *out, struct db *db, struct arena *a, struct str id, struct err *err)
{
    struct unit_id known = unit_of_id(id);
    struct kept_unit k = {.code = STR("")};
    *out = (struct looked_unit){.id = STR("")};
    if (known.n) {
        *out = looked_known(known);
        return true;
    }
    if (!db) return true;
    if (!unit_load(&k, db, a, id, err)) return false;
    return !k.code.len || looked_kept(out, db, a, &k, err);
}

/* Whether a key, its kind said or not, is that of a name. */
static bool key_names(struct str key, struct str name)
{
    char room[UNIT_KEY_SIZE];
    struct str full = unit_key_write(room, name);
    return str_eq(key, full) || str_eq(key, unit_key_proper(full));
}

/* Whether a unit of the record lies below units of all these names, the lowest first. */
static bool lies_below(bool *out, struct db *db, struct arena *a, const struct looked_unit *u, struct str names,
                       struct err *err)
{
    struct looked_unit up = *u;
    struct str part = unit_name_part(&names);
    for (int i = 0; i < UP_MOST && part.len && up.parent.len; i++) {
        if (!unit_look_id(&up, db, a, up.parent, err)) return false;
        if (up.id.len && key_names(unit_key(a, part), up.name)) part = unit_name_part(&names);
    }
    *out = part.len == 0;
    return true;
}

static bool add_kept(struct looked_units *out, struct db *db, struct arena *a, struct str key, struct str above,
                     struct date day, struct err *err)
{
    struct unit_list list;
    if (!key.len) return true;
    if (!unit_list_of_key(&list, db, a, key, err)) return false;
    for (size_t i = 0; i < list.len; i++) {
        struct looked_unit u;
        bool below;
        if (!looked_kept(&u, db, a, &list.at[i], err)) return false;
        if (u.known.n || (date_known(day) && !looked_valid_on(&u, day))) continue;
        if (!lies_below(&below, db, a, &u, above, err)) return false;
        for (size_t k = 0; k < out->len; k++) below = below && !str_eq(out->at[k].id, u.id);
        if (below) *vec_push(a, out) = u;
    }
    return true;
}

static struct str joined(struct arena *a, struct str left, struct str right)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, left);
    buf_char(&b, ' ');
    buf_put(&b, right);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool unit_look(struct looked_units *out, struct db *db, struct arena *a, struct str said, struct date day,
               struct err *err)
{
    struct unit_ids ids;
    struct kept_unit exact = {.code = STR("")};
    struct str rest = said, first = unit_name_part(&rest), next = rest;
    *out = (struct looked_units){0};
    if (db && !unit_load(&exact, db, a, str_trim(said), err)) return false;
    if (exact.code.len && !unit_of_id(exact.code).n) return looked_kept(vec_push(a, out), db, a, &exact, err);
    unit_search(&ids, a, said, day);
    for (size_t i = 0; i < ids.len; i++) *vec_push(a, out) = looked_known(ids.at[i]);
    if (!db) return true;
    struct str key = unit_key(a, first), above = unit_name_part(&next);
    if (!add_kept(out, db, a, key, rest, day, err)) return false;
    /* A ward with a mere number is kept under its name and that of its quận (resolve.h). */
    return !above.len || add_kept(out, db, a, joined(a, key, unit_key(a, above)), STR(""), day, err);
}

static void keep_valid(struct looked_units *list, struct date day)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++)
        if (looked_valid_on(&list->at[i], day)) list->at[kept++] = list->at[i];
    if (kept) list->len = kept;
}

/* Without one of today, those that ended last. */
static void keep_last(struct looked_units *list)
{
    struct date last = {0};
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++)
        if (!date_known(list->at[i].to) || date_cmp(list->at[i].to, last) > 0) last = list->at[i].to;
    for (size_t i = 0; i < list->len; i++)
        if (date_cmp(list->at[i].to, last) == 0) list->at[kept++] = list->at[i];
    list->len = kept;
}

static void put_unit(struct buf *b, const struct looked_unit *u)
{
    if (b->len) buf_put(b, STR("; "));
    buf_put(b, u->id);
    buf_char(b, ' ');
    buf_put(b, u->name);
    if (!u->parent_name.len) return;
    buf_put(b, STR(", "));
    buf_put(b, u->parent_name);
}

struct str looked_words(struct arena *a, const struct looked_units *list)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < list->len && i < SHOWN_MOST; i++) put_unit(&b, &list->at[i]);
    if (list->len > SHOWN_MOST) buf_put(&b, STR("; …"));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* There were units of the name, on other days. */
static bool fail_other_day(const struct looked_units *list, struct str said, struct date day, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX), on = buf_make(32);
    for (size_t i = 0; i < list->len && i < SHOWN_MOST; i++) put_unit(&b, &list->at[i]);
    if (list->len > SHOWN_MOST) buf_put(&b, STR("; …"));
    buf_format(&on, "%d/%d/%d", day.day, day.month, day.year);
    bool ok = fail(err, ERR_UNIT_OTHER_DAY, said, buf_str(&on), buf_str(&b));
    buf_free(&on);
    buf_free(&b);
    return ok;
}

static bool fail_none(struct db *db, struct arena *a, struct str said, struct date day, struct err *err)
{
    struct unit_ids near;
    struct looked_units ever = {0};
    if (date_known(day) && !unit_look(&ever, db, a, said, (struct date){0}, err)) return false;
    if (ever.len) return fail_other_day(&ever, said, day, err);
    struct buf b = buf_make(SIZE_MAX);
    unit_search_near(&near, a, said, day, NEAR_MOST);
    for (size_t i = 0; i < near.len; i++) {
        struct looked_unit u = looked_known(near.at[i]);
        put_unit(&b, &u);
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text.len ? fail(err, ERR_UNIT_NEAR, said, text) : fail(err, ERR_UNIT_NONE, said);
}

static bool fail_many(const struct looked_units *list, struct str said, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < list->len && i < SHOWN_MOST; i++) put_unit(&b, &list->at[i]);
    if (list->len > SHOWN_MOST) buf_put(&b, STR("; …"));
    char count[24];
    int len = snprintf(count, sizeof count, "%zu", list->len);
    bool ok = fail(err, ERR_UNIT_MANY, said, (struct str){count, (size_t)len}, buf_str(&b));
    buf_free(&b);
    return ok;
}

/* The districts of the name that are no more: who says "Bình Tân" may well mean the quận. */
static void add_ended_above(struct looked_units *out, struct arena *a, const struct looked_units *list, struct date day)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct looked_unit *u = &list->at[i];
        bool known = u->known.n && unit_at(u->known).kind == UNIT_DISTRICT;
        if (known && !looked_valid_on(u, day)) *vec_push(a, out) = *u;
    }
}

/* Added unless it is in the list. */
static void add_new(struct looked_units *list, struct arena *a, const struct looked_unit *u)
{
    for (size_t i = 0; i < list->len; i++)
        if (str_eq(list->at[i].id, u->id)) return;
    *vec_push(a, list) = *u;
}

bool unit_look_one(struct looked_unit *out, struct looked_units *several, struct db *db, struct arena *a,
                   struct str said, struct date day, struct date today, struct err *err)
{
    if (!unit_look(several, db, a, said, day, err)) return false;
    struct looked_units ended = {0};
    if (several->len > 1 && !date_known(day)) {
        add_ended_above(&ended, a, several, today);
        keep_valid(several, today);
        keep_last(several);
    }
    if (several->len == 0) return fail_none(db, a, said, day, err);
    if (several->len > 1) {
        for (size_t i = 0; i < ended.len; i++) add_new(several, a, &ended.at[i]);
        return fail_many(several, said, err);
    }
    *out = several->at[0];
    return true;
}

bool unit_look_below(struct looked_units *out, struct db *db, struct arena *a, struct str id, struct date day,
                     struct err *err)
{
    struct unit_id above = unit_of_id(id);
    struct unit_list own = {0};
    *out = (struct looked_units){0};
    for (uint32_t i = 1; i <= unit_count() && (above.n || !id.len); i++) {
        struct unit u = unit_at((struct unit_id){i});
        if (!unit_valid_on(&u, day)) continue;
        if (above.n ? unit_above(&u, day).n == above.n : u.kind == UNIT_PROVINCE)
            *vec_push(a, out) = looked_known((struct unit_id){i});
    }
    if (!db || !id.len) return true;
    if (!unit_list_below(&own, db, a, id, err)) return false;
    for (size_t i = 0; i < own.len; i++) {
        struct looked_unit u;
        if (!looked_kept(&u, db, a, &own.at[i], err)) return false;
        if (!u.known.n && looked_valid_on(&u, day)) *vec_push(a, out) = u;
    }
    return true;
}

/* Only the candidates of which the record speaks. */
static bool keep_recorded(struct looked_units *list, struct db *db, struct arena *a, struct err *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++) {
        struct str name;
        if (!unit_name_of(&name, db, a, list->at[i].id, err)) return false;
        if (name.len) list->at[kept++] = list->at[i];
    }
    list->len = kept;
    return true;
}

/* Which of the candidates to name: the one that was there on the day (unknown: that has not ended), else the first. */
static struct looked_unit one_of_day(const struct looked_units *list, struct date day)
{
    for (size_t i = 0; i < list->len; i++)
        if (looked_valid_on(&list->at[i], day)) return list->at[i];
    return list->at[0];
}

bool unit_typed(struct kept_unit *out, struct db *db, struct arena *a, struct str typed, struct date day,
                struct err *err)
{
    struct looked_units list;
    *out = (struct kept_unit){.code = STR("")};
    if (!unit_load(out, db, a, typed, err)) return false;
    if (out->code.len) return true;
    if (!unit_look(&list, db, a, typed, (struct date){0}, err)) return false;
    if (list.len == 0) return fail_none(db, a, typed, day, err);
    struct looked_unit any = one_of_day(&list, day);
    if (!keep_recorded(&list, db, a, err)) return false;
    if (list.len == 0 && date_known(day)) { /* a code is that of today first: 79 of 2024 was another city */
        if (!unit_look(&list, db, a, typed, day, err) || !keep_recorded(&list, db, a, err)) return false;
    }
    if (list.len > 1 && date_known(day)) keep_valid(&list, day);
    if (list.len > 1) keep_valid(&list, (struct date){0});
    if (list.len == 0) return fail(err, ERR_UNIT_SILENT, any.name, any.id);
    if (list.len > 1) return fail_many(&list, typed, err);
    *out = (struct kept_unit){.code = list.at[0].id, .name = list.at[0].name};
    return true;
}

bool looked_lies_under(bool *out, const struct looked_unit *u, const struct looked_unit *upper, struct db *db,
                       struct arena *a, struct err *err)
{
    enum { STEPS = 12 };
    struct looked_unit at = *u;
    *out = false;
    for (int i = 0; i < STEPS && at.id.len && !*out; i++) {
        *out = str_eq(at.id, upper->id) ||
               (at.known.n && upper->known.n && unit_lies_in(at.known, upper->known, (struct date){0}));
        if (!*out && !unit_look_id(&at, db, a, at.parent, err)) return false;
    }
    return true;
}
