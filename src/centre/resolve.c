/* SPDX-License-Identifier: Apache-2.0
 *
 * resolve: see resolve.h. A place is resolved by its key (unit_key), in this order:
 *
 *   1. the provinces that the program knows, on the day of the document: one name may be two units in time
 *   2. the names of the record; a name of two units resolves nothing
 *   3. a name that begins with the kind of a unit of government and has a name after it: a new unit, whose code is its
 *      key with '-' between the words ("quan-binh-tan")
 *
 * A phường or xã with a mere number is one in every quận, so its key gets the key of the place of the document behind
 * it ("phuong 12 quan binh thanh"); when that is not known it resolves nothing.
 */
#include "resolve.h"

#include "buf.h"
#include "indicator.h"
#include "plan.h"
#include "unit.h"

struct resolver resolver_make(struct db *db, struct arena *a, struct date date, struct str place)
{
    return (struct resolver){.db = db, .arena = a, .date = date, .place = place};
}

static bool only_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return false;
    return s.len > 0;
}

/* What stands after the words of the kind: "binh tan" of "quan binh tan"; "" when there is nothing. */
static struct str proper_part(struct str key)
{
    static const struct str kinds[] = {
        STR_INIT("tinh"),   STR_INIT("thanh pho"), STR_INIT("quan"),     STR_INIT("huyen"),   STR_INIT("thi xa"),
        STR_INIT("phuong"), STR_INIT("xa"),        STR_INIT("thi tran"), STR_INIT("dac khu"),
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_starts(key, kinds[i]) && (key.len == kinds[i].len || key.ptr[kinds[i].len] == ' '))
            return str_trim(str_from(key, kinds[i].len));
    return key;
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

/* The key under which the record keeps a place; "" when the place names nothing that could be kept. */
static struct str key_of_place(struct resolver *r, struct str place)
{
    struct str key = unit_key(r->arena, place);
    if (unit_kind_of_name(place) != UNIT_COMMUNE || !only_digits(proper_part(key))) return key;
    struct str parent = unit_key(r->arena, r->place);
    if (!parent.len || unit_kind_of_name(r->place) == UNIT_COMMUNE) return STR("");
    return join(r->arena, key, ' ', parent);
}

static struct str pending_of_key(const struct resolver *r, struct str key)
{
    for (size_t i = 0; i < r->units.len; i++)
        if (str_eq(r->units.at[i].key, key)) return r->units.at[i].code;
    return STR("");
}

/* A province that the program knows; it joins the record when it is first spoken of. */
static bool need_known(struct resolver *r, const struct unit *known, struct str key, struct err *err)
{
    struct str name;
    if (!unit_name_of(&name, r->db, r->arena, known->code, err)) return false;
    for (size_t i = 0; i < r->units.len && !name.len; i++)
        if (str_eq(r->units.at[i].code, known->code)) name = known->name;
    if (!name.len) *vec_push(r->arena, &r->units) = (struct new_unit){known->code, known->name, key};
    return true;
}

static bool find_code(struct str *code, struct resolver *r, struct str place, bool anything, struct err *err)
{
    struct str key = key_of_place(r, place);
    const struct unit *known = unit_of_name(place, r->date);
    bool ambiguous;
    if (!key.len) return true;
    if (known) {
        *code = known->code;
        return need_known(r, known, key, err);
    }
    if (!unit_of_key(code, &ambiguous, r->db, r->arena, key, err)) return false;
    if (code->len || ambiguous) return true;
    *code = pending_of_key(r, key);
    bool plain = unit_kind_of_name(place) != UNIT_OFFICE && proper_part(key).len > 0;
    if (code->len || (!plain && !anything)) return true;
    *code = code_of_key(r->arena, key);
    *vec_push(r->arena, &r->units) = (struct new_unit){*code, unit_tidy_name(r->arena, place), key};
    return true;
}

bool resolve_place(struct str *code, struct resolver *r, struct str place, bool anything, struct err *err)
{
    place = str_trim(place);
    *code = STR("");
    for (size_t i = 0; i < r->places.len; i++) {
        if (!str_eq(r->places.at[i].place, place)) continue;
        *code = r->places.at[i].code;
        return true;
    }
    if (!find_code(code, r, place, anything, err)) return false;
    *vec_push(r->arena, &r->places) = (struct place_code){place, *code};
    return true;
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
    return resolve_place(&s->unit, r, f->place.len ? f->place : r->place, false, err);
}
