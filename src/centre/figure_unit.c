/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_unit: the units of a file of figures. A package names them by ids and brings a table of its own units; JSON
 * names them by code or name, on the last day of the period (else on its first), and what is not known there is
 * refused: a program's spelling mistake must not make a unit.
 *
 * Invariant: what joins the record has a code, a key and a parent that is known, and leads up in at most CHAIN_MOST
 * steps within the file, so there is no circle.
 */
#include "buf.h"
#include "figure_private.h"
#include "unit_look.h"

enum { CHAIN_MOST = 16, UNIT_TEXT_MOST = 400, SOURCE_MOST = 4000 };

static bool in_record(bool *is, struct kept_unit *kept, struct figure_units *u, struct str code, struct err *err)
{
    if (!unit_load(kept, u->db, u->arena, code, err)) return false;
    *is = kept->code.len > 0;
    return true;
}

static void join(struct figure_units *u, struct new_unit unit)
{
    if (map_find(&u->fresh_codes, unit.code)) return;
    map_put(&u->fresh_codes, u->arena, unit.code, (uint32_t)u->fresh.len);
    *vec_push(u->arena, &u->fresh) = unit;
}

/* --- the units of figures */

/* By its id: of the file, of the record, of the country; code "" when it is none. */
static bool find_id(struct kept_unit *out, struct figure_units *u, struct str id, struct err *err)
{
    bool is;
    const uint32_t *told = map_find(&u->told, id);
    if (!in_record(&is, out, u, id, err)) return false;
    if (is) return true;
    *out = (struct kept_unit){.code = STR("")};
    struct unit_id known = unit_of_id(id);
    if (told) {
        out->code = u->rows.at[*told].code;
        out->name = u->rows.at[*told].name;
    } else if (known.n) {
        struct unit unit = unit_at(known);
        out->code = unit.id;
        out->name = unit.name;
        join(u, (struct new_unit){.code = unit.id, .name = unit.name, .key = unit_key(u->arena, unit.name)});
    }
    return true;
}

/* By code or name on the last day of a period; a unit that ended in it is known by its first day: the plan of 2025 of a
 * district that was there until 30 June. */
static bool find_said(struct kept_unit *out, struct figure_units *u, struct str said, struct period period,
                      struct err *err)
{
    struct looked_unit one;
    struct looked_units several;
    struct err why;
    *out = (struct kept_unit){.code = STR("")};
    bool found = unit_look_one(&one, &several, u->db, u->arena, said, period.to, period.to, &why);
    if (!found && why.code == ERR_UNIT_OTHER_DAY && date_known(period.from))
        found = unit_look_one(&one, &several, u->db, u->arena, said, period.from, period.from, &why);
    if (!found) {
        *err = why;
        return why.code == ERR_UNIT_NONE || why.code == ERR_UNIT_NEAR || why.code == ERR_UNIT_OTHER_DAY ||
               why.code == ERR_UNIT_MANY;
    }
    return find_id(out, u, one.id, err);
}

static struct str typed_key(struct arena *a, struct str typed, struct period period)
{
    struct buf b = buf_make(SIZE_MAX);
    date_write(&b, period.from);
    date_write(&b, period.to);
    buf_put(&b, typed);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* The checker tells places apart by their words; where two units of the file have one name, the later is called by its
 * code. */
static void name_apart(struct figure_units *u, struct kept_unit *k)
{
    const uint32_t *other = map_find(&u->by_name, k->name);
    if (other && !str_eq(u->found.at[*other].code, k->code)) k->name = k->code;
    if (!other) map_put(&u->by_name, u->arena, k->name, (uint32_t)u->found.len);
}

bool figure_unit_find(struct kept_unit *out, struct figure_units *u, struct str typed, struct period period, bool exact,
                      const struct figure_row *row, struct err *err)
{
    struct str key = typed_key(u->arena, typed, exact ? (struct period){0} : period);
    const uint32_t *place = map_find(&u->typed, key);
    if (place) {
        *out = u->found.at[*place];
        return true;
    }
    if (typed.len > UNIT_TEXT_MOST)
        *out = (struct kept_unit){.code = STR("")};
    else if (exact ? !find_id(out, u, typed, err) : !find_said(out, u, typed, period, err))
        return false;
    if (!out->code.len) {
        struct buf b = buf_make(64);
        period_write(&b, period);
        fail(err, ERR_FIGURES_UNIT, row->file, flat_line_text(u->arena, row->line), typed, buf_str(&b));
        buf_free(&b);
        return false;
    }
    name_apart(u, out);
    map_put(&u->typed, u->arena, key, (uint32_t)u->found.len);
    *vec_push(u->arena, &u->found) = *out;
    return true;
}

/* --- the table of units of a package */

static struct str cell(const struct flat_record *r, struct str name)
{
    for (size_t i = 0; i < r->len; i++)
        if (str_eq(r->at[i].name, name)) return str_trim(r->at[i].value);
    return STR("");
}

static bool fail_unit(struct figure_units *u, const struct flat_record *r, struct str file, struct str field,
                      struct err *err)
{
    return fail(err, ERR_PACKAGE_UNIT, file, flat_line_text(u->arena, r->line), field, cell(r, field));
}

/* The key under which the record keeps a unit of its own: its code says more than its name where every quận has such a
 * one ("phuong-12-quan-an-hoa"). */
static struct str key_of(struct arena *a, struct str code, struct str name)
{
    struct str key = unit_key(a, name);
    char *p = str_copy_z(a, code);
    for (size_t i = 0; i < code.len; i++)
        if (p[i] == '-') p[i] = ' ';
    struct str spaced = {p, code.len};
    bool longer = spaced.len > key.len && str_starts(spaced, key) && p[key.len] == ' ';
    return longer ? spaced : key;
}

static bool code_is_plain(struct str code)
{
    for (size_t i = 0; i < code.len; i++)
        if ((unsigned char)code.ptr[i] <= ' ' || code.ptr[i] == 0x7F) return false;
    return code.len > 0 && code.len <= UNIT_KEY_SIZE;
}

static bool day(struct date *out, struct str s)
{
    return !s.len || date_read(out, s);
}

static bool read_unit(struct figure_units *u, const struct flat_record *r, struct str file, struct err *err)
{
    enum unit_kind kind;
    struct kept_unit kept;
    bool is;
    struct new_unit n = {.code = cell(r, STR("code")),
                         .name = cell(r, STR("name")),
                         .kind = cell(r, STR("kind")),
                         .parent = cell(r, STR("parent")),
                         .source = cell(r, STR("source"))};
    if (!code_is_plain(n.code) || map_find(&u->told, n.code)) return fail_unit(u, r, file, STR("code"), err);
    n.key = key_of(u->arena, n.code, n.name);
    if (!n.key.len || !figure_text_is_plain(n.name, UNIT_TEXT_MOST)) return fail_unit(u, r, file, STR("name"), err);
    if (!figure_text_is_plain(n.source, SOURCE_MOST)) return fail_unit(u, r, file, STR("source"), err);
    if (n.kind.len && !unit_kind_read(&kind, n.kind)) return fail_unit(u, r, file, STR("kind"), err);
    if (!day(&n.from, cell(r, STR("from")))) return fail_unit(u, r, file, STR("from"), err);
    if (!day(&n.to, cell(r, STR("to")))) return fail_unit(u, r, file, STR("to"), err);
    if (!in_record(&is, &kept, u, n.code, err)) return false;
    if (is && !str_eq(kept.name, n.name)) return fail_unit(u, r, file, STR("name"), err);
    struct unit_id known = unit_of_id(n.code);
    if (known.n && !str_eq(unit_at(known).name, n.name)) return fail_unit(u, r, file, STR("name"), err);
    map_put(&u->told, u->arena, n.code, (uint32_t)u->rows.len);
    *vec_push(u->arena, &u->rows) = n;
    if (!is) join(u, n);
    return true;
}

/* Whether what is above a row is known and ends. */
static bool parents_end(bool *is, struct figure_units *u, const struct new_unit *n, struct err *err)
{
    struct kept_unit kept;
    struct str parent = n->parent;
    *is = true;
    for (int step = 0; parent.len; step++) {
        const uint32_t *place = map_find(&u->told, parent);
        if (!place) return unit_of_id(parent).n || in_record(is, &kept, u, parent, err);
        *is = step < CHAIN_MOST;
        if (!*is) return true;
        parent = u->rows.at[*place].parent;
    }
    return true;
}

bool figure_units_read(struct figure_units *u, struct str text, struct str file, struct err *err)
{
    struct flat_reader r = flat_open(u->arena, text, file);
    struct flat_record record;
    struct {
        VEC_FIELDS(struct flat_record);
    } records = {0};
    do {
        if (!flat_csv_next(&record, &r, err)) return false;
        if (record.at && !read_unit(u, &record, file, err)) return false;
        if (record.at) *vec_push(u->arena, &records) = record;
    } while (record.at);
    for (size_t i = 0; i < records.len; i++) {
        bool ends;
        if (!parents_end(&ends, u, &u->rows.at[i], err)) return false;
        if (!ends) return fail_unit(u, &records.at[i], file, STR("parent"), err);
    }
    return true;
}
