/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_search: see unit_search.h. A name is cut into parts at its commas; the first is what is looked for, the others
 * are places that it must lie in:
 *
 *   "P.1, Q. Bình Thạnh, TPHCM"   -> "phuong 1" | "quan binh thanh" | "thanh pho ho chi minh"
 *
 *   1. Units whose proper name has the key of the first part ("1"), by binary search.
 *   2. Of them those of its kind, when one is named, valid on the day, and below units of all other names.
 *   3. When some have the name with all its marks, only these.
 *
 * A first part that begins like a kind may be a name all the same ("Quan Hóa" is a huyện), so both are tried. A name
 * without a comma in which nothing is found is parted before a word that opens another name ("P1 Q3").
 */
#include "unit_search.h"

#include "nearest.h"
#include "unit_table.h"

enum { PARTS_MOST = 6 };

struct wanted {
    struct str said, key; /* of the first part */
    struct str above[PARTS_MOST];
    size_t above_count;
    struct date day;
};

static struct str key_at(size_t i)
{
    return str_of(unit_pool + unit_rows[unit_by_key[i]].key);
}

/* The first place in the order of keys that is not below. */
static size_t lower_bound(struct str key)
{
    size_t low = 0, high = unit_rows_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (str_cmp(key_at(mid), key) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static bool key_at_is(struct unit_id id, struct str key)
{
    return str_eq(str_of(unit_pool + unit_rows[id.n - 1].key), key);
}

static struct str meant(struct str key)
{
    size_t low = 0, high = unit_aliases_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int c = str_cmp(str_of(unit_pool + unit_aliases[mid].said), key);
        if (c == 0) return str_of(unit_pool + unit_aliases[mid].meant);
        if (c < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return key;
}

/* Whether a key, its kind said or not, is that of a unit. */
static bool names(struct str key, struct unit_id id)
{
    const struct unit_row *r = &unit_rows[id.n - 1];
    struct str proper = str_of(unit_pool + r->key);
    if (str_eq(key, proper)) return true;
    if (key.len <= proper.len + 1 || !str_ends(key, proper) || key.ptr[key.len - proper.len - 1] != ' ') return false;
    char full[UNIT_KEY_SIZE];
    return str_eq(key, unit_key_write(full, str_of(unit_pool + r->name)));
}

static bool lies_below(const struct wanted *w, struct unit_id id)
{
    struct unit u = unit_at(id);
    size_t found = 0;
    for (struct unit_id up = unit_above(&u, w->day); up.n && found < w->above_count;) {
        struct unit v = unit_at(up);
        if (names(w->above[found], up)) found++;
        up = unit_above(&v, w->day);
    }
    return found == w->above_count;
}

/* Add the units of a proper name that fit. */
static void add_named(struct unit_ids *out, struct arena *a, const struct wanted *w, struct str proper)
{
    for (size_t i = lower_bound(proper); i < unit_rows_count && str_eq(key_at(i), proper); i++) {
        struct unit_id id = {unit_by_key[i] + 1u};
        struct unit u = unit_at(id);
        if (date_known(w->day) && !unit_valid_on(&u, w->day)) continue;
        if (names(w->key, id) && lies_below(w, id)) *vec_push(a, out) = id;
    }
}

static bool has_marks(struct str said)
{
    for (size_t i = 0; i < said.len; i++)
        if ((unsigned char)said.ptr[i] >= 0x80) return true;
    return false;
}

/* Only the units with all marks of the name, when there are some; a name that was typed without marks means all. */
static void keep_marked(struct unit_ids *ids, const struct wanted *w)
{
    size_t kept = 0;
    if (!has_marks(w->said)) return;
    for (int keep = 0; keep < 2; keep++) {
        for (size_t i = 0; i < ids->len; i++) {
            struct unit u = unit_at(ids->at[i]);
            struct str kind = unit_name_kind(u.name);
            if (!unit_name_marks_fit(w->said, str_from(u.name, kind.len + 1))) continue;
            if (keep) ids->at[kept] = ids->at[i];
            kept++;
        }
        if (!kept) return;
        if (!keep) kept = 0;
    }
    ids->len = kept;
}

static int by_place(const void *a, const void *b)
{
    const struct unit_id *x = a, *y = b;
    return (x->n > y->n) - (x->n < y->n);
}

static void search(struct unit_ids *out, struct arena *a, const struct wanted *w)
{
    struct str proper = unit_key_proper(w->key);
    out->len = 0;
    add_named(out, a, w, proper);
    if (proper.len != w->key.len) add_named(out, a, w, w->key);
    keep_marked(out, w);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_place);
}

/* "phuong 1 quan 3": from the right, until something is found. */
static void search_parted(struct unit_ids *out, struct arena *a, struct wanted *w)
{
    struct str key = w->key;
    for (size_t seam = unit_key_seam(key, SIZE_MAX); seam && !out->len && w->above_count < PARTS_MOST;
         seam = unit_key_seam(key, seam)) {
        struct wanted v = *w;
        v.key = str_part(key, 0, seam - 1);
        v.said = v.key; /* its marks are not known any more */
        v.above[0] = meant(unit_key(a, str_from(key, seam)));
        memcpy(v.above + 1, w->above, (PARTS_MOST - 1) * sizeof *w->above);
        v.above_count = w->above_count + 1;
        search(out, a, &v);
    }
}

static bool looks_like_code(struct str said)
{
    for (size_t i = 0; i < said.len; i++)
        if ((said.ptr[i] < '0' || said.ptr[i] > '9') && said.ptr[i] != '.' && said.ptr[i] != '-') return false;
    return said.len > 1;
}

/* An id is one unit whatever the day; a code is the unit that had it. */
static void search_code(struct unit_ids *out, struct arena *a, struct str said, struct date day)
{
    struct unit_id id = str_has(said, STR(".")) || !date_known(day) ? unit_of_id(said) : unit_of_code(said, day);
    if (id.n) *vec_push(a, out) = id;
}

void unit_search(struct unit_ids *out, struct arena *a, struct str said, struct date day)
{
    struct str rest = said, first = unit_name_part(&rest), part;
    struct wanted w = {.said = first, .key = meant(unit_key(a, first)), .day = day};
    *out = (struct unit_ids){0};
    if (looks_like_code(str_trim(said))) search_code(out, a, str_trim(said), day);
    if (out->len || !w.key.len) return;
    while (w.above_count < PARTS_MOST && (part = unit_name_part(&rest)).len) {
        struct str key = meant(unit_key(a, part));
        if (key.len) w.above[w.above_count++] = key;
    }
    search(out, a, &w);
    if (!out->len) search_parted(out, a, &w);
}

bool unit_is_province(struct str key)
{
    struct str proper = unit_key_proper(key);
    for (size_t i = lower_bound(proper); i < unit_rows_count && str_eq(key_at(i), proper); i++) {
        struct unit u = unit_at((struct unit_id){unit_by_key[i] + 1u});
        if (u.kind == UNIT_PROVINCE && !date_known(u.to) && names(key, (struct unit_id){unit_by_key[i] + 1u}))
            return true;
    }
    return false;
}

void unit_search_near(struct unit_ids *out, struct arena *a, struct str said, struct date day, size_t most)
{
    struct str rest = said, key = unit_key(a, unit_name_part(&rest)), proper = unit_key_proper(key);
    unsigned limit = (unsigned)(proper.len > 3 ? proper.len / 3 : 1);
    *out = (struct unit_ids){0};
    for (unsigned d = 0; d <= limit && out->len < most && proper.len; d++) {
        for (size_t i = 0; i < unit_rows_count && out->len < most; i++) {
            struct unit_id id = {unit_by_key[i] + 1u};
            struct str name = key_at(i), kind = unit_key_kind(key);
            if (i && str_eq(name, key_at(i - 1)) && out->len && key_at_is(out->at[out->len - 1], name)) continue;
            if ((name.len > proper.len ? name.len - proper.len : proper.len - name.len) > d) continue;
            struct unit u = unit_at(id);
            char full[UNIT_KEY_SIZE];
            if (date_known(day) && !unit_valid_on(&u, day)) continue;
            if (kind.len && !str_eq(unit_key_kind(unit_key_write(full, u.name)), kind)) continue;
            if (edit_distance(proper, name) == d) *vec_push(a, out) = id;
        }
    }
}
