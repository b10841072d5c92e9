/* SPDX-License-Identifier: Apache-2.0
 *
 * resolve: see resolve.h. A place can be a unit of the country or of the record (unit_look.h). One name is many units:
 * there are many xã Tân Lập, and TP. Hồ Chí Minh of 2024 is not that of 2026. Which is meant is told by the day and by
 * what the document is about:
 *
 *   day     What a document says of other places is of the units of the period of the figure ("quận Bình Thạnh" in
 *           2023), else of those of its own day. What it says of its own place is of the unit that wrote it: first its
 *           own day, then the period. Where neither day has a unit of this name, any other day: a table of 2024 and
 *           2025 that "phường Sài Gòn" made is of the ward that began in July 2025, and no second one of its name is
 *           made beside it.
 *   nearness  3  it is what the document is about, or lies in it
 *             2  the document's place lies in it
 *             1  both lie in one province
 *             0  neither, or it cannot be told
 *
 * The nearest on the first of these days on which there is one is meant; of equally near ones that of the record before
 * those of the country; when there are several, none.
 *
 * A document about a place that is made up or unknown (a school, an example) speaks of wards of its own: "phường Bình
 * Minh" of "thành phố Lạc Hồng" is not the one in Vĩnh Long. So there only provinces and districts of the country are
 * looked for.
 *
 * What nothing has becomes a unit of the record when its name begins with the kind of a unit of government and has a
 * name after it: its code is its key with '-' between the words ("quan-an-hoa"); its parent is what the text says
 * behind the comma, else the place of the document when that is greater. A phường or xã with a mere number is one in
 * every quận, so its key gets the key of the place of the document behind it ("phuong 12 quan an hoa"); when that is
 * not known it resolves to nothing.
 */
#include "resolve.h"

#include "buf.h"
#include "indicator.h"
#include "plan.h"

struct resolver resolver_make(struct db *db, struct arena *a, struct date date, struct str place)
{
    return (struct resolver){.db = db, .arena = a, .date = date, .place = place};
}

void resolver_move(struct resolver *r, struct date date, struct str place)
{
    r->date = date;
    r->place = place;
    r->codes.len = 0;
    r->asked = (struct map){0};
}

static bool only_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return false;
    return s.len > 0;
}

static struct str join(struct arena *a, struct str left, char between, struct str right)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, left);
    buf_char(&b, between);
    buf_put(&b, right);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str code_of_key(struct arena *a, struct str key)
{
    char *code = str_copy_z(a, key);
    for (size_t i = 0; i < key.len; i++)
        if (code[i] == ' ') code[i] = '-';
    return (struct str){code, key.len};
}

/* --- units that are there */

/* What is being resolved. */
struct asked {
    struct str place, key;
    struct date day;
    bool own; /* the place that the document is about */
};

/* What the document is about, on the day of a candidate. */
static bool about(struct looked_unit *out, struct resolver *r, const struct asked *q, struct err *err)
{
    struct str id = STR("");
    *out = (struct looked_unit){.id = STR("")};
    if (q->own || r->at_home || !r->place.len) return true;
    if (!resolve_place(&id, r, r->place, q->day, false, err)) return false;
    if (!id.len) return true;
    if (!unit_look_id(out, r->db, r->arena, id, err)) return false;
    const uint32_t *at = out->id.len ? NULL : map_find(&r->unit_at, id);
    if (at) *out = (struct looked_unit){.id = id, .name = r->units.at[*at].name, .parent = r->units.at[*at].parent};
    return true;
}

static struct unit_id province_of(struct unit_id id, struct date day)
{
    struct unit u = unit_at(id);
    for (struct unit_id up; (up = unit_above(&u, day)).n;) {
        id = up;
        u = unit_at(up);
    }
    return id;
}

static int nearness(const struct looked_unit *u, const struct looked_unit *about, struct date day)
{
    if (!about->id.len) return 0;
    if (str_eq(u->id, about->id) || str_eq(u->parent, about->id)) return 3;
    if (str_eq(about->parent, u->id)) return 2;
    if (!u->known.n || !about->known.n) return 0;
    if (unit_lies_in(u->known, about->known, day)) return 3;
    if (unit_lies_in(about->known, u->known, day)) return 2;
    return province_of(u->known, day).n == province_of(about->known, day).n;
}

/* The one candidate of a day that is nearest; *many: there are several. */
static bool nearest(struct looked_unit *out, bool *many, struct resolver *r, const struct asked *q, struct date day,
                    struct err *err)
{
    struct looked_units list;
    struct looked_unit home;
    int best = -1;
    size_t count = 0;
    if (!unit_look(&list, r->db, r->arena, q->place, day, err) || !about(&home, r, q, err)) return false;
    bool foreign = home.id.len && !home.known.n, open = false;
    for (size_t i = 0; i < list.len; i++) open |= !date_known(list.at[i].to);
    for (size_t i = 0; i < list.len; i++) {
        const struct looked_unit *u = &list.at[i];
        if (foreign && u->known.n && u->kind == UNIT_COMMUNE) continue;
        if (!date_known(day) && date_known(u->to) && open) continue;
        /* Who made a unit of this name means it, where nothing else tells. */
        int near = 2 * nearness(u, &home, day) + !u->known.n;
        if (near < 6 && !q->own && u->kind == UNIT_COMMUNE && only_digits(unit_key_proper(q->key)) &&
            str_find_char(q->place, ',') < 0)
            continue; /* every quận has a phường 1 */
        if (near < best) continue;
        count = near == best ? count + 1 : 1;
        best = near;
        *out = *u;
    }
    *many |= count > 1;
    if (count != 1) *out = (struct looked_unit){.id = STR("")};
    return true;
}

static bool find_there(struct looked_unit *out, bool *many, struct resolver *r, const struct asked *q, struct err *err)
{
    struct date period = q->day;
    if (date_known(r->date) && (!date_known(period) || date_cmp(period, r->date) > 0)) period = r->date;
    const struct date days[3] = {q->own && date_known(r->date) ? r->date : period,
                                 q->own || !date_known(r->date) ? period : r->date};
    *out = (struct looked_unit){.id = STR("")};
    for (int i = 0; i < 3 && !out->id.len; i++) {
        if (i == 1 && date_cmp(days[0], days[1]) == 0) continue;
        if (i == 2 && *many) break;
        if (!nearest(out, many, r, q, days[i], err)) return false;
    }
    return true;
}

static void need(struct resolver *r, struct new_unit u)
{
    uint32_t at = (uint32_t)r->units.len;
    *vec_push(r->arena, &r->units) = u;
    map_put(&r->unit_at, r->arena, u.code, at);
    if (!unit_of_id(u.code).n && !map_find(&r->key_at, u.key)) map_put(&r->key_at, r->arena, u.key, at);
}

/* A unit of the country joins the record when it is first spoken of. */
static bool need_known(struct resolver *r, const struct looked_unit *u, struct err *err)
{
    struct str name;
    if (!u->known.n || map_find(&r->unit_at, u->id)) return true;
    if (!unit_name_of(&name, r->db, r->arena, u->id, err)) return false;
    if (!name.len) need(r, (struct new_unit){.code = u->id, .name = u->name, .key = unit_key(r->arena, u->name)});
    return true;
}

/* --- units that are made */

/* The key under which the record keeps a place; "" when the place names nothing that could be kept. */
static struct str key_to_keep(struct resolver *r, const struct asked *q)
{
    struct str rest = q->place, above = (unit_name_part(&rest), unit_name_part(&rest));
    if (unit_kind_of_name(q->place) != UNIT_COMMUNE || !only_digits(unit_key_proper(q->key))) return q->key;
    if (!above.len && !q->own) above = r->place;
    struct str parent = unit_key(r->arena, above);
    if (!parent.len || unit_kind_of_name(above) == UNIT_COMMUNE) return STR("");
    return join(r->arena, q->key, ' ', parent);
}

/* The unit above one that is to be made; "" when nobody says it. */
static bool parent_of(struct str *out, struct resolver *r, const struct asked *q, struct err *err)
{
    struct str rest = q->place, above = (unit_name_part(&rest), str_trim(rest));
    enum unit_kind kind = unit_kind_of_name(q->place);
    *out = STR("");
    if (!above.len && !q->own) above = r->place;
    if (!above.len || unit_kind_of_name(above) >= kind || unit_kind_of_name(above) == UNIT_COUNTRY) return true;
    return resolve_place(out, r, above, q->day, false, err);
}

static bool make_unit(struct str *code, struct resolver *r, const struct asked *q, bool anything, struct err *err)
{
    struct str key = key_to_keep(r, q), parent, rest = q->place;
    bool plain = unit_kind_of_name(q->place) != UNIT_OFFICE && unit_key_kind(q->key).len > 0;
    bool ambiguous;
    if (!key.len) return true;
    if (!unit_of_key(code, &ambiguous, r->db, r->arena, key, err)) return false;
    if (unit_of_id(*code).n) *code = STR("");
    if (code->len) return true;
    const uint32_t *made = map_find(&r->key_at, key);
    if (made) *code = r->units.at[*made].code;
    if (code->len || (!plain && !anything)) return true;
    if (!parent_of(&parent, r, q, err)) return false;
    *code = code_of_key(r->arena, key);
    need(r, (struct new_unit){
                .code = *code, .name = unit_tidy_name(r->arena, unit_name_part(&rest)), .key = key, .parent = parent});
    return true;
}

static bool find_code(struct str *code, struct resolver *r, const struct asked *q, bool anything, struct err *err)
{
    struct looked_unit u;
    bool many = false;
    if (!q->key.len) return true;
    if (!find_there(&u, &many, r, q, err)) return false;
    if (u.id.len) {
        *code = u.id;
        return need_known(r, &u, err);
    }
    return many || make_unit(code, r, q, anything, err);
}

bool resolve_place(struct str *code, struct resolver *r, struct str place, struct date day, bool anything,
                   struct err *err)
{
    place = str_trim(place);
    *code = STR("");
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, place);
    buf_format(&b, "\n%d-%d-%d", (int)day.year, (int)day.month, (int)day.day);
    const uint32_t *at = map_find(&r->asked, buf_str(&b));
    struct str key = at ? STR("") : str_copy(r->arena, buf_str(&b));
    buf_free(&b);
    if (at) {
        *code = r->codes.at[*at];
        return true;
    }
    struct asked q = {.place = place, .key = unit_key(r->arena, place), .day = day};
    q.own = r->place.len == 0 || str_eq(q.key, unit_key(r->arena, r->place));
    if (q.own && r->place.len) q.place = r->place; /* which may say where it lies */
    bool home = r->at_home;
    r->at_home |= q.own;
    bool ok = find_code(code, r, &q, anything, err);
    r->at_home = home;
    if (!ok) return false;
    map_put(&r->asked, r->arena, key, (uint32_t)r->codes.len);
    *vec_push(r->arena, &r->codes) = *code;
    return true;
}

/* The place of a figure, on the last day of its period. */
static bool resolve_figure_place(struct str *code, struct resolver *r, const struct figure_statement *f,
                                 struct err *err)
{
    return resolve_place(code, r, f->place.len ? f->place : r->place, f->period.to, false, err);
}

bool resolve_said(struct said *s, struct resolver *r, struct err *err)
{
    if (s->statement.kind != STATEMENT_FIGURE) return true;
    struct figure_statement *f = &s->statement.figure;
    if (!f->indicator.len) {
        const struct indicator *i = indicator_of_phrase(f->subject, f->unit, f->kind);
        if (i) f->indicator = i->code;
    }
    if (f->aspect == ASPECT_PLAN || f->kind == KIND_PLAN_RATIO)
        s->layer = plan_layer_literal(plan_layer_of_words(f->plan.len ? f->plan : f->subject));
    return resolve_figure_place(&s->unit, r, f, err);
}
