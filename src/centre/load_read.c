/* SPDX-License-Identifier: Apache-2.0
 *
 * load_read: the lines of a file of figures (load.h) as arrays. A file has millions of lines and few different words,
 * so each word is judged once: a field that is the one of the line before is known at once, others are found in a map.
 *
 * Nothing is guessed: the first line that does not fit ends the reading with its number.
 */
#include "buf.h"
#include "indicator.h"
#include "load_private.h"
#include "plan.h"
#include "unit.h"
#include "unit_rows.h"

enum column { COLUMN_INDICATOR, COLUMN_UNIT, COLUMN_PERIOD, COLUMN_VALUE, COLUMN_ASPECT, COLUMN_LAYER, COLUMNS };
enum { FIELDS_MOST = 32 };

static const struct {
    struct str english, vietnamese;
    bool needed;
} HEADS[COLUMNS] = {
    [COLUMN_INDICATOR] = {STR_INIT("indicator"), STR_INIT("chỉ tiêu"), true},
    [COLUMN_UNIT] = {STR_INIT("unit"), STR_INIT("đơn vị"), true},
    [COLUMN_PERIOD] = {STR_INIT("period"), STR_INIT("kỳ"), true},
    [COLUMN_VALUE] = {STR_INIT("value"), STR_INIT("giá trị"), true},
    [COLUMN_ASPECT] = {STR_INIT("aspect"), STR_INIT("loại số"), false},
    [COLUMN_LAYER] = {STR_INIT("layer"), STR_INIT("cấp giao"), false},
};

/* The last field of a column and what it was found to be. */
struct memory {
    struct str text;
    uint32_t found;
    bool known;
};

/* What values of a key can be, for numbers of one scale: those from low to high keep every limit. */
struct bounds {
    struct range range;
    int64_t low, high;
    int8_t scale;
};
enum { SCALE_NONE = 127 }; /* of no number */

struct line_reading {
    struct load_lines *out;
    struct {
        VEC_FIELDS(struct bounds); /* of each key */
    } bounds;
    struct db *db;
    struct arena *arena;
    struct str name;
    struct err *err;
    char mark;
    struct str field[FIELDS_MOST]; /* of the line */
    size_t fields;                 /* of the first line */
    int at[COLUMNS];               /* field of a column; -1: there is none */
    uint32_t line;
    struct memory last[COLUMNS];
    struct memory *follows;                 /* what came behind an indicator */
    struct map periods, layers, unit_words; /* word -> place in the list beside it */
    struct map key_rows, valid, ids;        /* (period, aspect, layer) -> rows; (unit word, period); unit id */
    struct {
        VEC_FIELDS(uint32_t *);
    } rows; /* of each (period, aspect, layer): for each indicator its key and 1 */
    struct {
        VEC_FIELDS(struct str);
    } layer_list;
    const struct indicator *all;
    uint32_t last_key[4], key; /* of the line before */
    uint32_t *key_row;
    uint32_t last_word, last_period, last_unit;
    bool has_unit;
};

static bool fail_line(struct line_reading *r, enum err_code code, struct str what)
{
    char room[16];
    int len = snprintf(room, sizeof room, "%u", (unsigned)r->line);
    return fail(r->err, code, (struct str){room, (size_t)len}, what);
}

/* --- lines and fields */

static struct str take_line(struct str *rest)
{
    const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;
    size_t len = end ? (size_t)(end - rest->ptr) : rest->len;
    struct str line = {rest->ptr, len};
    *rest = str_from(*rest, len + (end != NULL));
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

static struct str unquoted(struct str field)
{
    bool quoted = field.len >= 2 && field.ptr[0] == '"' && field.ptr[field.len - 1] == '"';
    return quoted ? str_part(field, 1, field.len - 1) : field;
}

/* The fields of a line; how many there are, FIELDS_MOST + 1 for more. */
static size_t split(struct str *out, struct str line, char mark)
{
    size_t n = 0, start = 0;
    for (size_t i = 0; i <= line.len; i++) {
        if (i < line.len && line.ptr[i] != mark) continue;
        if (n == FIELDS_MOST) return n + 1;
        out[n++] = unquoted((struct str){line.ptr + start, i - start});
        start = i + 1;
    }
    return n;
}

static bool read_head(struct line_reading *r, struct str line)
{
    static const char MARKS[] = {'\t', ';', ','};
    struct str fields[FIELDS_MOST];
    r->mark = ',';
    for (size_t i = 0; i < sizeof MARKS; i++)
        if (str_find_char(line, MARKS[i]) >= 0) {
            r->mark = MARKS[i];
            break;
        }
    r->fields = split(fields, line, r->mark);
    for (int c = 0; c < COLUMNS; c++) {
        r->at[c] = -1;
        for (size_t i = 0; i < r->fields && i < FIELDS_MOST; i++) {
            struct str name = str_trim(fields[i]);
            if (str_eq(name, HEADS[c].english) || str_eq(name, HEADS[c].vietnamese)) r->at[c] = (int)i;
        }
        if (r->at[c] < 0 && HEADS[c].needed) return fail(r->err, ERR_LOAD_HEAD, r->name, HEADS[c].english);
    }
    return true;
}

/* --- words */

/* Whether a field is the one of the line before; else it becomes that, with what is found next. */
static bool is_last(struct memory *m, struct str field)
{
    if (m->known && str_eq(m->text, field)) return true;
    *m = (struct memory){.text = field};
    return false;
}

static bool remember(struct memory *m, uint32_t found)
{
    m->found = found;
    m->known = true;
    return true;
}

/* Lines run through the indicators in the same order again and again, so what came behind the last one before is tried
 * first. */
static bool read_indicator(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[COLUMN_INDICATOR], *next = &r->follows[m->known ? m->found : 0];
    if (m->known && str_eq(m->text, field)) return true;
    if (next->known && str_eq(next->text, field)) {
        *m = *next;
        return true;
    }
    const struct indicator *i = indicator_find(field);
    if (!i) return fail_line(r, ERR_LOAD_INDICATOR, field);
    *m = *next = (struct memory){field, (uint32_t)(i - r->all), true};
    return true;
}

static bool read_period(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[COLUMN_PERIOD];
    struct period p;
    if (is_last(m, field)) return true;
    const uint32_t *at = map_find(&r->periods, field);
    if (at) return remember(m, *at);
    if (!period_read(&p, field) || p.kind == PERIOD_NONE) return fail_line(r, ERR_LOAD_PERIOD, field);
    uint32_t place = 0;
    while (place < r->out->periods.len && !period_eq(r->out->periods.at[place], p)) place++;
    if (place == r->out->periods.len) *vec_push(r->arena, &r->out->periods) = p;
    map_put(&r->periods, r->arena, field, place);
    return remember(m, place);
}

static bool read_aspect(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[COLUMN_ASPECT];
    enum figure_aspect a = ASPECT_ACTUAL;
    if (is_last(m, field)) return true;
    if (field.len && !aspect_find(&a, field)) return fail_line(r, ERR_LOAD_ASPECT, field);
    return remember(m, a);
}

static bool read_layer(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[COLUMN_LAYER];
    enum plan_layer layer;
    if (is_last(m, field)) return true;
    const uint32_t *at = map_find(&r->layers, field);
    if (at) return remember(m, *at);
    if (!plan_layer_find(&layer, field)) return fail_line(r, ERR_LOAD_LAYER, field);
    uint32_t place = (uint32_t)r->layer_list.len;
    *vec_push(r->arena, &r->layer_list) = field;
    map_put(&r->layers, r->arena, field, place);
    return remember(m, place);
}

/* --- units */

static struct str pair_key(struct arena *a, uint32_t x, uint32_t y, uint32_t z, uint32_t w)
{
    uint32_t *n = arena_array(a, uint32_t, 4);
    n[0] = x;
    n[1] = y;
    n[2] = z;
    n[3] = w;
    return (struct str){(const char *)n, 4 * sizeof *n};
}

/* The id of the unit that a word means for a period: the official code on its last day, else an id, else a unit of the
 * record; one that was not there then is none. */
static bool find_unit(struct str *id, struct line_reading *r, struct str word, struct period p)
{
    struct unit_id known = unit_of_code(word, p.to);
    *id = STR("");
    if (!known.n) known = unit_of_id(word);
    if (known.n) {
        struct unit u = unit_at(known);
        if (unit_valid_on(&u, p.to) || unit_valid_on(&u, p.from)) *id = u.id;
        return id->len || fail_line(r, ERR_LOAD_UNIT_THEN, word);
    }
    struct kept_unit kept;
    if (!unit_load(&kept, r->db, r->arena, word, r->err)) return false;
    *id = kept.code;
    return id->len || fail_line(r, ERR_LOAD_UNIT, word);
}

static bool read_unit(struct line_reading *r, struct str field, uint32_t period)
{
    struct memory *m = &r->last[COLUMN_UNIT];
    if (!is_last(m, field)) {
        const uint32_t *at = map_find(&r->unit_words, field);
        uint32_t word = at ? *at : (uint32_t)r->unit_words.count;
        if (!at) map_put(&r->unit_words, r->arena, field, word);
        remember(m, word);
    }
    if (r->has_unit && r->last_word == m->found && r->last_period == period) return true;
    uint32_t pair[4] = {m->found, period, 0, 0};
    const uint32_t *found = map_find(&r->valid, (struct str){(const char *)pair, sizeof pair});
    r->last_word = m->found;
    r->last_period = period;
    r->has_unit = true;
    if (found) {
        r->last_unit = *found;
        return true;
    }
    struct str id;
    if (!find_unit(&id, r, field, r->out->periods.at[period])) return false;
    const uint32_t *place = map_find(&r->ids, id);
    r->last_unit = place ? *place : (uint32_t)r->out->units.len;
    if (!place) {
        *vec_push(r->arena, &r->out->units) = id;
        map_put(&r->ids, r->arena, id, r->last_unit);
    }
    map_put(&r->valid, r->arena, pair_key(r->arena, pair[0], pair[1], 0, 0), r->last_unit);
    return true;
}

/* --- a line */

/* The keys of one period, aspect and layer stand in a row, an indicator each. */
static bool read_key(struct line_reading *r)
{
    uint32_t k[4] = {r->last[COLUMN_PERIOD].found, r->last[COLUMN_ASPECT].found, r->last[COLUMN_LAYER].found, 0};
    uint32_t indicator = r->last[COLUMN_INDICATOR].found;
    if (!r->key_row || memcmp(k, r->last_key, sizeof k) != 0) {
        const uint32_t *at = map_find(&r->key_rows, (struct str){(const char *)k, sizeof k});
        uint32_t place = at ? *at : (uint32_t)r->rows.len;
        if (!at) {
            *vec_push(r->arena, &r->rows) = arena_array(r->arena, uint32_t, indicator_catalogue().len);
            map_put(&r->key_rows, r->arena, pair_key(r->arena, k[0], k[1], k[2], 0), place);
        }
        memcpy(r->last_key, k, sizeof k);
        r->key_row = r->rows.at[place];
    }
    r->key = r->key_row[indicator] - 1; /* 0: not yet */
    if (r->key_row[indicator]) return true;
    struct load_key key = {&r->all[indicator], k[0], (enum figure_aspect)k[1], r->layer_list.at[k[2]]};
    if (key.layer.len && key.aspect != ASPECT_PLAN) return fail_line(r, ERR_LOAD_LAYER_OF, key.layer);
    r->key = (uint32_t)r->out->keys.len;
    *vec_push(r->arena, &r->out->keys) = key;
    struct bounds b = {.scale = SCALE_NONE};
    range_for(&b.range, key.indicator, KIND_LEVEL, r->out->periods.at[key.period].to);
    *vec_push(r->arena, &r->bounds) = b;
    r->key_row[indicator] = r->key + 1;
    return true;
}

/* The limits of a key at the scale that its values have. */
static void bounds_at(struct bounds *b, int8_t scale)
{
    struct decimal d;
    b->scale = scale;
    b->low = INT64_MIN;
    b->high = INT64_MAX;
    for (size_t i = 0; i < b->range.len; i++) {
        const struct range_limit *l = &b->range.at[i];
        if (l->whole && scale > 0) { /* each is looked at */
            b->low = INT64_MAX;
            b->high = INT64_MIN;
            return;
        }
        /* A limit that does not fit at this scale is passed by all of its numbers or by none. */
        if (l->has_low) {
            int64_t low = decimal_sign(l->low) > 0 ? INT64_MAX : INT64_MIN;
            if (decimal_rescale(&d, l->low, scale, ROUND_UP)) low = d.coefficient;
            if (low > b->low) b->low = low;
        }
        if (l->has_high) {
            int64_t high = decimal_sign(l->high) < 0 ? INT64_MIN : INT64_MAX;
            if (decimal_rescale(&d, l->high, scale, ROUND_DOWN)) high = d.coefficient;
            if (high < b->high) b->high = high;
        }
    }
}

/* Of a value that lies outside, or is the first of its scale. */
static bool judge_value(struct line_reading *r, struct bounds *b, struct str field, const struct decimal *d)
{
    char room[16];
    int len = snprintf(room, sizeof room, "%u", (unsigned)r->line);
    struct grid_cell cell = {.value = *d, .measure = r->out->keys.at[r->key].indicator->canonical_unit};
    if (b->scale != d->scale) bounds_at(b, d->scale);
    if (!range_broken_by(&b->range, *d)) return true;
    const struct range_limit *l = range_broken(&b->range, inspect_interval(KIND_LEVEL, &cell, PRINTED_ROUND_NUMBER));
    if (!l) return true;
    if (l->strength == STRENGTH_HARD)
        return fail(r->err, ERR_LOAD_IMPOSSIBLE, (struct str){room, (size_t)len}, field, l->reason);
    if (r->out->doubts.len < INSPECT_MOST)
        *vec_push(r->arena, &r->out->doubts) = (struct load_doubt){(uint32_t)r->out->count, *l};
    else
        r->out->doubts_dropped++;
    return true;
}

static bool read_value(struct line_reading *r, struct str field, struct decimal *d)
{
    if (!decimal_read(d, field)) return fail_line(r, ERR_LOAD_VALUE, field);
    struct bounds *b = &r->bounds.at[r->key];
    if (b->scale == d->scale && d->coefficient >= b->low && d->coefficient <= b->high) return true;
    return judge_value(r, b, field, d);
}

static bool read_line(struct line_reading *r, struct str line)
{
    struct str *f = r->field;
    struct decimal d;
    size_t n = split(f, line, r->mark);
    if (n != r->fields) return fail_line(r, ERR_LOAD_FIELDS, line);
    struct str aspect = r->at[COLUMN_ASPECT] < 0 ? STR("") : f[r->at[COLUMN_ASPECT]];
    struct str layer = r->at[COLUMN_LAYER] < 0 ? STR("") : f[r->at[COLUMN_LAYER]];
    if (!read_indicator(r, f[r->at[COLUMN_INDICATOR]]) || !read_period(r, f[r->at[COLUMN_PERIOD]]) ||
        !read_aspect(r, aspect) || !read_layer(r, layer) ||
        !read_unit(r, f[r->at[COLUMN_UNIT]], r->last[COLUMN_PERIOD].found) || !read_key(r) ||
        !read_value(r, f[r->at[COLUMN_VALUE]], &d))
        return false;
    size_t at = r->out->count++;
    r->out->key[at] = r->key;
    r->out->unit[at] = r->last_unit;
    r->out->line[at] = r->line;
    r->out->coefficient[at] = d.coefficient;
    r->out->scale[at] = d.scale;
    return true;
}

static size_t count_lines(struct str s)
{
    size_t n = 1;
    for (const char *p = s.ptr, *end = s.ptr + s.len; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++) n++;
    return n;
}

bool load_lines_read(struct load_lines *out, struct db *db, struct arena *a, struct str bytes, struct str name,
                     struct err *err)
{
    struct line_reading r = {
        .out = out, .db = db, .arena = a, .name = name, .err = err, .all = indicator_catalogue().at};
    *out = (struct load_lines){0};
    r.follows = arena_array(a, struct memory, indicator_catalogue().len);
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) bytes = str_from(bytes, 3);
    struct str rest = bytes, head = take_line(&rest);
    size_t most = count_lines(rest);
    if (most >= UINT32_MAX) return fail(err, ERR_LOAD_LARGE, name);
    out->key = arena_array(a, uint32_t, most);
    out->unit = arena_array(a, uint32_t, most);
    out->line = arena_array(a, uint32_t, most);
    out->coefficient = arena_array(a, int64_t, most);
    out->scale = arena_array(a, int8_t, most);
    if (!read_head(&r, head)) return false;
    for (r.line = 2; rest.len; r.line++) {
        struct str line = take_line(&rest);
        if (line.len && !read_line(&r, line)) return false;
    }
    return out->count || fail(err, ERR_LOAD_EMPTY, name);
}
