/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_import: see unit_import.h. What a unit must be is what unit_add asks of one; here the line is said as well.
 */
#include "unit_import.h"

#include "buf.h"
#include "map.h"
#include "unit_look.h"

enum field { FIELD_CODE, FIELD_NAME, FIELD_LEVEL, FIELD_PARENT, FIELD_FROM, FIELD_TO, FIELD_SOURCE, FIELDS };

static const struct named_field LIST[FIELDS] = {
    [FIELD_CODE] = {STR_INIT("code"), STR_INIT("code|mã|mã đơn vị|mã số|unit|country"), true},
    [FIELD_NAME] = {STR_INIT("name"), STR_INIT("name|tên|tên đơn vị|đơn vị"), true},
    [FIELD_LEVEL] = {STR_INIT("level"), STR_INIT("level|cấp"), false},
    [FIELD_PARENT] = {STR_INIT("parent"), STR_INIT("parent|thuộc|đơn vị cấp trên"), false},
    [FIELD_FROM] = {STR_INIT("from"), STR_INIT("from|từ ngày"), false},
    [FIELD_TO] = {STR_INIT("to"), STR_INIT("to|đến ngày"), false},
    [FIELD_SOURCE] = {STR_INIT("source"), STR_INIT("source|nguồn|căn cứ"), false},
};

struct importing {
    struct units_imported *out;
    struct db *db;
    struct arena *arena;
    const struct unit_defaults *defaults;
    struct map fresh; /* code -> place among the new ones */
    struct err *err;
};

static bool refuse(struct importing *i, const struct named_row *r, enum err_code code, struct str x, struct str y)
{
    fail(i->err, code, x, y);
    i->err->line = r->line;
    return false;
}

static struct str either(struct str said, struct str fallback)
{
    return said.len ? said : fallback;
}

static bool read_day(struct date *out, struct importing *i, const struct named_row *r, enum field f,
                     struct date fallback)
{
    *out = fallback;
    return !r->of[f].len || date_read(out, r->of[f]) || refuse(i, r, ERR_LIST_DAY, r->of[f], STR(""));
}

/* A unit of the record, of the country or of an earlier row. */
static bool judge_parent(struct importing *i, const struct named_row *r, const struct new_unit *u, enum unit_kind kind)
{
    struct looked_unit above;
    const uint32_t *place = map_find(&i->fresh, u->parent);
    if (!u->parent.len) return true;
    if (place) {
        enum unit_kind of = unit_kind_of_name(i->out->fresh.at[*place].name);
        (void)unit_kind_read(&of, i->out->fresh.at[*place].kind);
        return kind == UNIT_OFFICE || of < kind || refuse(i, r, ERR_UNIT_PARENT_KIND, u->name, u->parent);
    }
    if (!unit_look_id(&above, i->db, i->arena, u->parent, i->err)) return false;
    if (!above.id.len) return refuse(i, r, ERR_UNIT_NONE, u->parent, STR(""));
    return kind == UNIT_OFFICE || above.kind < kind || refuse(i, r, ERR_UNIT_PARENT_KIND, u->name, above.name);
}

static bool is_same(const struct kept_unit *k, const struct new_unit *u)
{
    return str_eq(k->name, u->name) && str_eq(k->kind, u->kind) && str_eq(k->parent, u->parent) &&
           date_cmp(k->from, u->from) == 0 && date_cmp(k->to, u->to) == 0;
}

static bool take(struct importing *i, const struct named_row *r)
{
    const struct unit_defaults *d = i->defaults;
    struct new_unit u = {
        .code = r->of[FIELD_CODE],
        .name = unit_tidy_name(i->arena, r->of[FIELD_NAME]),
        .key = unit_key(i->arena, r->of[FIELD_NAME]),
        .kind = either(r->of[FIELD_LEVEL], d->level),
        .parent = either(r->of[FIELD_PARENT], d->parent),
        .source = either(r->of[FIELD_SOURCE], d->source),
    };
    enum unit_kind kind = unit_kind_of_name(u.name);
    struct kept_unit kept;
    if (!u.code.len || !u.key.len) return refuse(i, r, ERR_UNIT_NAME, u.name, STR(""));
    if (u.kind.len && !unit_kind_read(&kind, u.kind)) return refuse(i, r, ERR_UNIT_LEVEL, u.kind, STR(""));
    if (!read_day(&u.from, i, r, FIELD_FROM, d->from) || !read_day(&u.to, i, r, FIELD_TO, d->to)) return false;
    if (date_known(u.from) && date_known(u.to) && date_cmp(u.from, u.to) > 0)
        return refuse(i, r, ERR_UNIT_DAYS, r->of[FIELD_FROM], r->of[FIELD_TO]);
    if (!judge_parent(i, r, &u, kind)) return false;
    if (unit_of_id(u.code).n || unit_of_code(u.code, (struct date){0}).n || map_find(&i->fresh, u.code))
        return refuse(i, r, ERR_UNIT_EXISTS, u.code, u.name);
    if (!unit_load(&kept, i->db, i->arena, u.code, i->err)) return false;
    if (kept.code.len && !is_same(&kept, &u)) return refuse(i, r, ERR_UNIT_EXISTS, u.code, kept.name);
    if (kept.code.len) {
        i->out->same++;
        return true;
    }
    map_put(&i->fresh, i->arena, u.code, (uint32_t)i->out->fresh.len);
    *vec_push(i->arena, &i->out->fresh) = u;
    return true;
}

bool units_import(struct units_imported *out, struct db *db, struct arena *a, const struct author *author,
                  const struct workbook *w, struct str file, struct str told, const struct unit_defaults *d, bool dry,
                  struct err *err)
{
    struct importing i = {.out = out, .db = db, .arena = a, .defaults = d, .err = err};
    struct named_rows rows;
    *out = (struct units_imported){0};
    if (!named_rows_read(&rows, a, w, file, LIST, FIELDS, told, err)) return false;
    out->passed = rows.passed;
    if (!db_begin(db, dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE, err)) return false;
    bool ok = true;
    for (size_t k = 0; ok && k < rows.len; k++) ok = take(&i, &rows.at[k]);
    if (ok && !dry && out->fresh.len) ok = change_units(db, a, author, out->fresh.at, out->fresh.len, err);
    return db_finish(db, ok, err);
}
