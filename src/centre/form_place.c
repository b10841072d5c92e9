/* SPDX-License-Identifier: Apache-2.0
 *
 * form_place: see form_place.h.
 *
 * The words above a table are those of its own region, and above the first table of a sheet all there are, since a
 * letterhead may stand apart. A heading often names the unit above as well ("UBND TỈNH ĐỒNG NAI" over "XÃ TÂN LẬP"):
 * the lowest kind is what the table is of, and the greater ones tell which of several it is. Which unit a name means
 * may change with time; that is for the resolver (resolve.h), by the period of each figure. Here only one of each name
 * is asked for.
 */
#include "form_place.h"

#include "buf.h"
#include "map.h"
#include "place_words.h"
#include "resolve.h"
#include "utf8.h"

/* --- the heading */

struct finding {
    struct db *db;
    struct arena *arena;
    struct str file;
    struct date day; /* of the table: its newest period */
    struct err *err;
};

static bool has_own_place(const struct form_table *t, const struct form_source *s)
{
    size_t values = 0, placed = 0;
    if (t->place.len) return true;
    for (size_t i = 0; i < t->columns.len; i++) {
        const struct form_column *c = &t->columns.at[i];
        if (c->role == FORM_PLACE || (c->column < s->columns && s->heads[c->column].places)) return true;
        values += c->role == FORM_VALUE;
        placed += c->role == FORM_VALUE && c->place.len;
    }
    return values && values == placed;
}

static void take_later(struct date *day, struct period p)
{
    if (p.kind != PERIOD_NONE && (!date_known(*day) || date_cmp(p.to, *day) > 0)) *day = p.to;
}

static struct date day_of(const struct form_source *s, struct date date)
{
    if (date_known(date)) return date;
    struct date day = {0};
    take_later(&day, s->period);
    for (uint32_t c = 0; c < s->columns; c++) take_later(&day, s->heads[c].period);
    return day;
}

/* "Kính gửi: UBND ...": to whom the table goes, not whose it is. */
static bool is_addressee(struct arena *a, struct str words)
{
    return str_starts(utf8_fold(a, words), STR("kinh gui"));
}

static bool words_above(struct said_places *out, struct finding *f, const struct form_source *s, uint32_t from)
{
    for (size_t i = 0; i < s->sheet->cell_count; i++) {
        const struct sheet_cell *c = &s->sheet->cells[i];
        if (c->row >= s->head) break;
        if (c->row < from || c->type != SHEET_TEXT || is_addressee(f->arena, str_trim(c->text))) continue;
        if (!place_words(out, f->db, f->arena, str_trim(c->text), f->err)) return false;
    }
    return true;
}

/* The units of a name that were there on the day; where none was, those of today, else all. */
static void keep_day(struct looked_units *list, struct date day)
{
    const struct date days[] = {day, {0}};
    for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
        size_t kept = 0;
        for (size_t i = 0; i < list->len; i++)
            if (looked_valid_on(&list->at[i], days[d])) list->at[kept++] = list->at[i];
        if (kept) {
            list->len = kept;
            return;
        }
    }
}

static enum unit_kind kind_of(const struct said_place *p)
{
    return p->units.at[0].kind;
}

static bool lies_in(const struct looked_unit *u, const struct said_place *above)
{
    for (size_t i = 0; i < above->units.len; i++) {
        const struct looked_unit *v = &above->units.at[i];
        if (str_eq(u->parent, v->id)) return true;
        struct date last = date_known(u->to) ? u->to : u->from;
        if (u->known.n && v->known.n && unit_lies_in(u->known, v->known, last)) return true;
        if (u->known.n && v->known.n && unit_lies_in(u->known, v->known, (struct date){0})) return true;
    }
    return false;
}

static void keep_below(struct looked_units *list, const struct said_place *above)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++)
        if (lies_in(&list->at[i], above)) list->at[kept++] = list->at[i];
    if (kept) list->len = kept;
}

static bool fail_places(struct finding *f, const struct said_places *all, enum unit_kind kind)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < all->len; i++) {
        if (kind_of(&all->at[i]) != kind) continue;
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, unit_tidy_name(f->arena, all->at[i].said));
    }
    bool ok = fail(f->err, ERR_FORM_PLACES, f->file, buf_str(&b));
    buf_free(&b);
    return ok;
}

/* The place of one heading; "" when it names none. */
static bool place_of(struct str *out, struct finding *f, struct said_places *all)
{
    struct said_place *lowest = NULL;
    *out = STR("");
    for (size_t i = 0; i < all->len; i++) keep_day(&all->at[i].units, f->day);
    for (size_t i = 0; i < all->len; i++)
        if (!lowest || kind_of(&all->at[i]) > kind_of(lowest)) lowest = &all->at[i];
    if (!lowest) return true;
    struct str key = unit_key(f->arena, lowest->said);
    for (size_t i = 0; i < all->len; i++) {
        if (kind_of(&all->at[i]) < kind_of(lowest))
            keep_below(&lowest->units, &all->at[i]);
        else if (!str_eq(unit_key(f->arena, all->at[i].said), key))
            return fail_places(f, all, kind_of(lowest));
    }
    const struct looked_units *units = &lowest->units;
    if (units->len > 1)
        return fail(f->err, ERR_FORM_PLACE_MANY, f->file, unit_tidy_name(f->arena, lowest->said),
                    looked_words(f->arena, units));
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, units->at[0].name);
    if (units->at[0].parent_name.len) {
        buf_put(&b, STR(", "));
        buf_put(&b, units->at[0].parent_name);
    }
    *out = str_copy(f->arena, buf_str(&b));
    buf_free(&b);
    return true;
}

bool form_places_find(struct str *common, struct form_source *sources, size_t count, const struct form *form,
                      struct db *db, struct arena *a, struct date date, struct str file, struct err *err)
{
    bool same = true;
    *common = STR("");
    for (size_t i = 0; i < count; i++) {
        struct form_source *s = &sources[i];
        struct finding f = {.db = db, .arena = a, .file = file, .day = day_of(s, date), .err = err};
        struct said_places all = {0};
        const struct form_table *t = form_find(form, s);
        bool first = i == 0 || sources[i - 1].sheet != s->sheet;
        if (!words_above(&all, &f, s, first ? 0 : s->first)) return false;
        bool own = !t || has_own_place(t, s);
        if (!place_of(&s->place, &f, &all) && !own) return false;
        if (!s->place.len && !first) s->place = sources[i - 1].place; /* the heading of the sheet */
        if (i == 0) *common = s->place;
        same = same && str_eq(*common, s->place);
    }
    if (!same) *common = STR("");
    return true;
}

/* --- what the figures came to */

static bool count_figure(struct placed_units *out, struct map *place_of_id, struct resolver *r, const struct said *s,
                         struct err *err)
{
    if (!s->unit.len) {
        out->nowhere++;
        return true;
    }
    const uint32_t *at = map_find(place_of_id, s->unit);
    if (!at) {
        struct placed_unit u = {.fresh = false};
        if (!unit_look_id(&u.is, r->db, r->arena, s->unit, err)) return false;
        const uint32_t *made = u.is.id.len ? NULL : map_find(&r->unit_at, s->unit);
        u.fresh = made != NULL;
        if (made) u.is = (struct looked_unit){.id = s->unit, .name = r->units.at[*made].name};
        map_put(place_of_id, r->arena, s->unit, (uint32_t)out->len);
        *vec_push(r->arena, out) = u;
        at = map_find(place_of_id, s->unit);
    }
    struct placed_unit *u = &out->at[*at];
    struct period p = s->statement.figure.period;
    u->figures++;
    u->before += p.kind != PERIOD_NONE && date_known(u->is.from) && date_cmp(p.to, u->is.from) < 0;
    u->after += p.kind != PERIOD_NONE && date_known(u->is.to) && date_cmp(p.from, u->is.to) > 0;
    return true;
}

/* Whether the place that was told can be several units. */
static bool check_told(struct resolver *r, struct str told, struct date day, struct err *err)
{
    struct looked_units list;
    if (!unit_look(&list, r->db, r->arena, told, day, err)) return false;
    if (!list.len && !unit_look(&list, r->db, r->arena, told, (struct date){0}, err)) return false;
    if (list.len > 1) keep_day(&list, day);
    return list.len < 2 || fail(err, ERR_PLACE_MANY, told, looked_words(r->arena, &list));
}

bool placed_units_find(struct placed_units *out, struct db *db, struct arena *a, const struct reading *reading,
                       struct str told, struct err *err)
{
    struct resolver r = resolver_make(db, a, reading->date, reading->place);
    struct map place_of_id = {0};
    struct date day = reading->date;
    *out = (struct placed_units){0};
    for (size_t i = 0; i < reading->len; i++) {
        struct said s = {.statement = reading->at[i]};
        if (s.statement.kind != STATEMENT_FIGURE) continue;
        if (!resolve_said(&s, &r, err) || !count_figure(out, &place_of_id, &r, &s, err)) return false;
        if (!date_known(reading->date)) take_later(&day, s.statement.figure.period);
    }
    return !out->nowhere || !told.len || check_told(&r, told, day, err);
}
