/* SPDX-License-Identifier: Apache-2.0
 *
 * load: see load.h. Lines are put in the order of keys and units by two passes of a counting sort (by unit, then by
 * key), so what stands twice stands side by side; then they are cut into parts of at most PART_MOST figures, which
 * begin with a new key, and each part becomes content.
 */
#include "load.h"

#include "buf.h"
#include "content.h"
#include "filing_lock.h"
#include "indicator.h"
#include "load_private.h"
#include "unit.h"

#include <stdlib.h>

enum { PART_MOST = 1 << 18 };

/* --- order */

static int by_text(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct key_place {
    const struct load_lines *lines;
    uint32_t old;
};

static int by_key(const void *a, const void *b)
{
    const struct key_place *p = a, *q = b;
    const struct load_key *x = &p->lines->keys.at[p->old], *y = &q->lines->keys.at[q->old];
    int c = str_cmp(x->indicator->code, y->indicator->code);
    if (c == 0) c = period_cmp(p->lines->periods.at[x->period], p->lines->periods.at[y->period]);
    if (c == 0) c = (x->aspect > y->aspect) - (x->aspect < y->aspect);
    return c ? c : str_cmp(x->layer, y->layer);
}

/* Units and keys get the places of their order. */
static void sort_names(struct load_lines *l, struct arena *a)
{
    struct map place = {0};
    struct str *sorted = arena_array(a, struct str, l->units.len);
    uint32_t *unit_to = arena_array(a, uint32_t, l->units.len), *key_to = arena_array(a, uint32_t, l->keys.len);
    struct key_place *keys = arena_array(a, struct key_place, l->keys.len);
    struct load_key *new_keys = arena_array(a, struct load_key, l->keys.len);
    memcpy(sorted, l->units.at, l->units.len * sizeof *sorted);
    qsort(sorted, l->units.len, sizeof *sorted, by_text);
    for (uint32_t i = 0; i < l->units.len; i++) map_put(&place, a, sorted[i], i);
    for (uint32_t i = 0; i < l->units.len; i++) unit_to[i] = *map_find(&place, l->units.at[i]);
    for (uint32_t i = 0; i < l->keys.len; i++) keys[i] = (struct key_place){l, i};
    qsort(keys, l->keys.len, sizeof *keys, by_key);
    for (uint32_t i = 0; i < l->keys.len; i++) {
        key_to[keys[i].old] = i;
        new_keys[i] = l->keys.at[keys[i].old];
    }
    l->units.at = sorted;
    l->keys.at = new_keys;
    for (size_t i = 0; i < l->count; i++) {
        l->unit[i] = unit_to[l->unit[i]];
        l->key[i] = key_to[l->key[i]];
    }
}

/* Places of the lines in the order of `of`, stable; starts[k]: the first with k. */
static uint32_t *counted(struct arena *a, const uint32_t *of, size_t kinds, const uint32_t *order, size_t count,
                         uint32_t **starts)
{
    uint32_t *start = arena_array(a, uint32_t, kinds + 1), *next = arena_array(a, uint32_t, kinds);
    uint32_t *out = arena_array(a, uint32_t, count);
    for (size_t i = 0; i < count; i++) start[of[i] + 1]++;
    for (size_t k = 0; k < kinds; k++) start[k + 1] += start[k];
    memcpy(next, start, kinds * sizeof *next);
    for (size_t i = 0; i < count; i++) {
        uint32_t at = order ? order[i] : (uint32_t)i;
        out[next[of[at]]++] = at;
    }
    *starts = start;
    return out;
}

static bool fail_twice(const struct load_lines *l, uint32_t x, uint32_t y, struct err *err)
{
    char room[2][16];
    uint32_t first = l->line[x] < l->line[y] ? x : y, second = first == x ? y : x;
    int len[2] = {snprintf(room[0], 16, "%u", (unsigned)l->line[second]),
                  snprintf(room[1], 16, "%u", (unsigned)l->line[first])};
    return fail(err, ERR_LOAD_TWICE, (struct str){room[0], (size_t)len[0]}, (struct str){room[1], (size_t)len[1]},
                l->keys.at[l->key[x]].indicator->code, l->units.at[l->unit[x]]);
}

/* --- parts */

static bool fill_column(struct figure_column *c, const struct load_lines *l, const uint32_t *order, uint32_t first,
                        uint32_t end, struct arena *a, struct err *err)
{
    const struct load_key *k = &l->keys.at[l->key[order[first]]];
    uint32_t *places = arena_array(a, uint32_t, end - first);
    int64_t *coefficients = arena_array(a, int64_t, end - first);
    int8_t *scales = arena_array(a, int8_t, end - first);
    for (uint32_t i = first; i < end; i++) {
        uint32_t at = order[i];
        places[i - first] = l->unit[at];
        coefficients[i - first] = l->coefficient[at];
        scales[i - first] = l->scale[at];
        if (i > first && l->unit[at] == l->unit[order[i - 1]]) return fail_twice(l, order[i - 1], at, err);
    }
    *c = (struct figure_column){
        .key = {.indicator = k->indicator->code,
                .period = l->periods.at[k->period],
                .kind = KIND_LEVEL,
                .aspect = k->aspect,
                .layer = k->layer},
        .measure = k->indicator->canonical_unit,
        .places = places,
        .coefficients = coefficients,
        .scales = scales,
        .count = end - first,
    };
    return true;
}

static bool save_part(struct loaded_part *out, struct db *db, const struct figure_part *p, bool dry, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    bool ok = true;
    figure_part_write(&b, p);
    out->count = (uint32_t)p->count;
    if (!dry) ok = content_save(&out->content, db, buf_str(&b), err);
    buf_free(&b);
    return ok;
}

struct loaded_parts {
    VEC_FIELDS(struct loaded_part);
};

/* Where the parts of a file go, and what looks at them on their way. */
struct saving {
    struct db *db;
    struct arena *arena;
    const struct author *author;
    bool dry;
    struct load_check check;
    struct loaded_parts parts;
    uint32_t *order; /* of the lines, as they stand in the parts */
};

/* A preview says what bringing it in would say: that it changes what is locked. */
static bool look_at_locks(const struct figure_part *p, struct saving *to, struct err *err)
{
    struct lock_watch w;
    if (!to->dry || to->author->correction.len) return true;
    return lock_watch_start(&w, to->db, to->arena, err) && lock_watch_part(&w, p, 1, false, err) &&
           lock_refuse(&w, err);
}

static bool save_parts(struct saving *to, struct load_lines *l, struct err *err)
{
    struct arena *a = to->arena;
    uint32_t *starts, *unused;
    sort_names(l, a);
    uint32_t *order = counted(a, l->unit, l->units.len, NULL, l->count, &unused);
    to->order = order = counted(a, l->key, l->keys.len, order, l->count, &starts);
    struct figure_column *columns = arena_array(a, struct figure_column, l->keys.len);
    for (size_t first = 0, end; first < l->keys.len; first = end) {
        struct arena_mark mark = arena_mark(a);
        struct figure_part p = {.units = l->units.at, .unit_count = l->units.len, .columns = columns + first};
        for (end = first; end < l->keys.len && (end == first || starts[end + 1] - starts[first] <= PART_MOST); end++)
            if (!fill_column(&columns[end], l, order, starts[end], starts[end + 1], a, err)) return false;
        p.column_count = end - first;
        p.count = starts[end] - starts[first];
        struct loaded_part saved = {0};
        load_check_part(&to->check, &p, starts[first] + 1);
        bool ok = look_at_locks(&p, to, err) && save_part(&saved, to->db, &p, to->dry, err);
        arena_reset(a, mark);
        if (!ok) return false;
        *vec_push(a, &to->parts) = saved;
    }
    return true;
}

/* --- the change */

struct new_units {
    VEC_FIELDS(struct new_unit);
};

/* Units of the country that the record does not speak of yet. */
static bool need_units(struct new_units *out, const struct load_lines *l, struct db *db, struct arena *a,
                       struct err *err)
{
    for (size_t i = 0; i < l->units.len; i++) {
        struct str name;
        struct unit_id known = unit_of_id(l->units.at[i]);
        if (!unit_name_of(&name, db, a, l->units.at[i], err)) return false;
        if (name.len || !known.n) continue;
        struct unit u = unit_at(known);
        *vec_push(a, out) = (struct new_unit){.code = u.id, .name = u.name, .key = unit_key(a, u.name)};
    }
    return true;
}

static void count_names(struct load_result *out, const struct load_lines *l)
{
    out->figures = l->count;
    out->columns = l->keys.len;
    out->units = l->units.len;
    out->periods = l->periods.len;
    for (size_t i = 0; i < l->keys.len; i++)
        out->indicators += i == 0 || l->keys.at[i].indicator != l->keys.at[i - 1].indicator;
}

static bool find_same(struct load_result *out, struct db *db, struct arena *a, const struct load_change *c,
                      struct err *err)
{
    struct load_list all;
    if (!load_list(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (all.at[i].undone || !digest_eq(all.at[i].file, c->file) || !str_eq(all.at[i].map, c->map)) continue;
        *out = (struct load_result){.id = all.at[i].id, .unchanged = true, .first = all.at[i].first};
        out->figures = all.at[i].count;
    }
    return true;
}

/* The digest of what the map says; "" of one that says nothing. */
static struct str map_digest(struct arena *a, const struct load_map *map)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str out = STR("");
    if (map) load_map_write(&b, map);
    if (b.len) {
        struct digest_text hex = digest_text(sha256_of(buf_str(&b)));
        out = str_copy(a, digest_str(&hex));
    }
    buf_free(&b);
    return out;
}

/* All codes that nobody knows, those of indicators first, each in the order of the file. */
static bool fail_unknown(struct load_result *out, const struct load_lines *l, struct arena *a, struct str name,
                         struct err *err)
{
    struct load_unknown *sorted = arena_array(a, struct load_unknown, l->unknown.len);
    struct buf n[LOAD_CODE_KINDS] = {buf_make(24), buf_make(24)};
    for (int of = LOAD_INDICATOR; of < LOAD_CODE_KINDS; of++) {
        size_t first = out->unknown_count;
        for (size_t i = 0; i < l->unknown.len; i++)
            if (l->unknown.at[i].of == (enum load_column)of) sorted[out->unknown_count++] = l->unknown.at[i];
        buf_u64(&n[of], out->unknown_count - first);
    }
    out->unknown = sorted;
    fail(err, ERR_LOAD_UNKNOWN, name, buf_str(&n[LOAD_INDICATOR]), buf_str(&n[LOAD_UNIT]));
    buf_free(&n[LOAD_INDICATOR]);
    buf_free(&n[LOAD_UNIT]);
    return false;
}

static bool load_inside(struct load_result *out, struct db *db, struct arena *a, const struct author *author,
                        struct str bytes, const struct load_options *o, struct err *err)
{
    struct load_lines lines;
    struct saving to = {.db = db, .arena = a, .author = author, .dry = o->dry};
    struct new_units units = {0};
    struct load_change c = {.name = o->name, .file = sha256_of(bytes), .map = map_digest(a, o->map), .size = bytes.len};
    struct figure_id first;
    *out = (struct load_result){0};
    if (!find_same(out, db, a, &c, err) || out->unchanged) return out->unchanged;
    if (!load_unpack(&bytes, a, o->name, err)) return false;
    if (!load_lines_read(&lines, db, a, bytes, o, err) || !figure_next(&first, db, err)) return false;
    out->skipped = lines.skipped;
    out->empty = lines.empty;
    out->rounded = lines.rounded;
    out->passed = lines.passed;
    if (lines.unknown.len) return fail_unknown(out, &lines, a, o->name, err);
    if (lines.count > UINT32_MAX - first.n) return fail(err, ERR_LOAD_LARGE, o->name);
    bool opened = load_check_open(&to.check, db, a, &lines, first.n, err);
    out->jumps_left = !to.check.jumps.grid;
    bool saved = opened && save_parts(&to, &lines, err) &&
                 load_check_end(&out->found, &to.check, db, &lines, to.order, o->name, err);
    load_check_drop(&to.check);
    if (!saved) return false;
    count_names(out, &lines);
    out->first = first.n;
    if (o->dry) return true;
    if (!need_units(&units, &lines, db, a, err)) return false;
    c.parts = to.parts.at;
    c.part_count = to.parts.len;
    c.units = units.at;
    c.unit_count = units.len;
    return change_load(&out->id, db, a, author, &c, err);
}

bool load_bytes(struct load_result *out, struct db *db, struct arena *a, const struct author *author, struct str bytes,
                const struct load_options *o, struct err *err)
{
    if (!db_begin(db, o->dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, load_inside(out, db, a, author, bytes, o, err), err);
}

static bool undo_inside(struct db *db, struct arena *a, const struct author *author, uint32_t id, struct str reason,
                        struct err *err)
{
    struct load_list all;
    char room[16];
    int len = snprintf(room, sizeof room, "N%u", (unsigned)id);
    struct str shown = {room, (size_t)len};
    if (!load_list(&all, db, a, err)) return false;
    if (id < 1 || id > all.len) return fail(err, ERR_LOAD_MISSING, shown);
    if (all.at[id - 1].undone) return fail(err, ERR_LOAD_UNDONE, shown);
    return change_unload(db, a, author, id, reason, err);
}

bool load_undo(struct db *db, struct arena *a, const struct author *author, uint32_t id, struct str reason,
               struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, undo_inside(db, a, author, id, reason, err), err);
}
