/* SPDX-License-Identifier: Apache-2.0
 *
 * load_read: the lines of a file of figures (load.h) as arrays. A file has millions of lines and few different words,
 * so each word is judged once: a field that is the one of the line before is known at once, others are found in a map.
 *
 * Nothing is guessed: the first line that does not fit ends the reading with its number. Only codes that nobody knows
 * are gathered, so that who brings a file of others sees all of them at once.
 */
#include "ahead.h"
#include "buf.h"
#include "indicator.h"
#include "load_private.h"
#include "plan.h"
#include "unit.h"
#include "unit_rows.h"

enum { LITERAL_MOST = 64, ROWS_MOST = 4096, YEAR_FIRST = 1900 };
#define NOBODY UINT32_MAX

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
    struct err *err;
    struct date today;
    struct str field[LOAD_FIELDS_MOST]; /* of the line */
    struct load_heads head;
    uint32_t line;
    struct memory last[LOAD_COLUMNS];
    struct memory *follows;                 /* what came behind an indicator */
    struct map periods, layers, unit_words; /* word -> place in the list beside it */
    struct map keys;                        /* of lines beyond the rows */
    struct map literals;                    /* of periods, as period_write writes them -> place */
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
    const struct load_map *map;
    struct map unknown_at[LOAD_CODE_KINDS]; /* word -> place in out->unknown */
    bool unknown, skipped;                  /* of the line: a code that nobody knows; that the map leaves out */
};

static bool fail_line(struct line_reading *r, enum err_code code, struct str what)
{
    char room[16];
    int len = snprintf(room, sizeof room, "%u", (unsigned)r->line);
    return fail(r->err, code, (struct str){room, (size_t)len}, what);
}

/* --- lines and fields */

struct str load_after_mark(struct str bytes)
{
    return str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_from(bytes, 3) : bytes;
}

struct str load_take_line(struct str *rest)
{
    const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;
    size_t len = end ? (size_t)(end - rest->ptr) : rest->len;
    struct str line = {rest->ptr, len};
    *rest = str_from(*rest, len + (end != NULL));
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

/* A field in quotes that begins at `start`: what stands between them, "" for a quote in it. Returns where the field
 * ends; 0: the quotes are not around the whole field, so they are part of it. */
static size_t take_quoted(struct str *out, struct arena *a, struct str line, size_t start, char mark)
{
    size_t i = start + 1, doubled = 0;
    for (; i < line.len; i++) {
        if (line.ptr[i] != '"') continue;
        if (i + 1 == line.len || line.ptr[i + 1] != '"') break;
        doubled++;
        i++;
    }
    if (i >= line.len || (i + 1 < line.len && line.ptr[i + 1] != mark)) return 0;
    *out = str_part(line, start + 1, i);
    if (!doubled) return i + 1;
    struct buf b = buf_make(SIZE_MAX);
    for (size_t k = 0; k < out->len; k++) {
        buf_char(&b, out->ptr[k]);
        k += out->ptr[k] == '"';
    }
    *out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return i + 1;
}

size_t load_split(struct str *out, struct arena *a, struct str line, char mark)
{
    size_t n = 0, end;
    for (size_t start = 0; start <= line.len; start = end + 1) {
        if (n == LOAD_FIELDS_MOST) return n + 1;
        bool quoted = start < line.len && line.ptr[start] == '"';
        end = quoted ? take_quoted(&out[n], a, line, start, mark) : 0;
        if (!end) {
            for (end = start; end < line.len && line.ptr[end] != mark; end++) {}
            out[n] = (struct str){line.ptr + start, end - start};
        }
        n++;
    }
    return n;
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

/* A line with a code that nobody knows. */
static bool note_unknown(struct line_reading *r, enum load_column of, struct str word)
{
    const uint32_t *at = map_find(&r->unknown_at[of], word);
    r->unknown = true;
    if (at) {
        r->out->unknown.at[*at].count++;
        return true;
    }
    map_put(&r->unknown_at[of], r->arena, word, (uint32_t)r->out->unknown.len);
    *vec_push(r->arena, &r->out->unknown) = (struct load_unknown){of, word, r->line, 1};
    return true;
}

/* What the map makes of a code; false: its lines are left out. */
static bool mapped(struct str *word, struct line_reading *r, enum load_column of)
{
    const struct load_code *c = r->map ? load_map_find(r->map, of, *word) : NULL;
    if (c) *word = c->meant;
    return !c || c->meant.len;
}

static bool skip_line(struct line_reading *r)
{
    r->skipped = true;
    r->out->skipped++;
    return true;
}

/* Lines run through the indicators in the same order again and again, so what came behind the last one before is tried
 * first. */
static bool read_indicator(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[LOAD_INDICATOR], *next = &r->follows[m->known ? m->found : 0];
    if (m->known && str_eq(m->text, field)) return true;
    if (next->known && str_eq(next->text, field)) {
        *m = *next;
        return true;
    }
    struct str code = field;
    if (!mapped(&code, r, LOAD_INDICATOR)) return skip_line(r);
    const struct indicator *i = indicator_typed(code);
    if (!i) return note_unknown(r, LOAD_INDICATOR, field);
    *m = *next = (struct memory){field, (uint32_t)(i - r->all), true};
    return true;
}

static bool read_period(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[LOAD_PERIOD];
    struct period p;
    if (is_last(m, field)) return true;
    const uint32_t *at = map_find(&r->periods, field);
    if (at) return remember(m, *at);
    if (!period_read(&p, field) || p.kind == PERIOD_NONE) return fail_line(r, ERR_LOAD_PERIOD, field);
    if (p.to.year < YEAR_FIRST) return fail_line(r, ERR_LOAD_YEAR, field);
    struct buf b = buf_make(LITERAL_MOST);
    period_write(&b, p);
    at = map_find(&r->literals, buf_str(&b));
    uint32_t place = at ? *at : (uint32_t)r->out->periods.len;
    if (!at) {
        *vec_push(r->arena, &r->out->periods) = p;
        map_put(&r->literals, r->arena, str_copy(r->arena, buf_str(&b)), place);
    }
    buf_free(&b);
    map_put(&r->periods, r->arena, field, place);
    return remember(m, place);
}

static bool read_aspect(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[LOAD_ASPECT];
    enum figure_aspect a = ASPECT_ACTUAL;
    if (is_last(m, field)) return true;
    if (field.len && !aspect_find(&a, field)) return fail_line(r, ERR_LOAD_ASPECT, field);
    return remember(m, a);
}

static bool read_layer(struct line_reading *r, struct str field)
{
    struct memory *m = &r->last[LOAD_LAYER];
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
 * record; "" when nobody knows it. One that was not there then is an error. */
static bool find_unit(struct str *id, struct line_reading *r, struct str word, struct period p)
{
    (void)mapped(&word, r, LOAD_UNIT);
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
    return true;
}

static bool read_unit(struct line_reading *r, struct str field, uint32_t period)
{
    struct memory *m = &r->last[LOAD_UNIT];
    if (!is_last(m, field)) {
        struct str meant = field;
        if (!mapped(&meant, r, LOAD_UNIT)) return skip_line(r);
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
    if (found && *found != NOBODY) {
        r->last_unit = *found;
        return true;
    }
    struct str id = STR("");
    r->has_unit = false;
    if (!found && !find_unit(&id, r, field, r->out->periods.at[period])) return false;
    if (!id.len) {
        if (!found) map_put(&r->valid, r->arena, pair_key(r->arena, pair[0], pair[1], 0, 0), NOBODY);
        return note_unknown(r, LOAD_UNIT, field);
    }
    r->has_unit = true;
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

/* Where 1 + the key of a line stands; 0 there: it has none yet. The keys of one period, aspect and layer stand in a
 * row, an indicator each; a file with more of these than any panel has gets a map, since a row has room for all
 * indicators. */
static uint32_t *key_place(struct line_reading *r, const uint32_t k[4], uint32_t indicator)
{
    if (r->key_row && memcmp(k, r->last_key, 3 * sizeof *k) == 0) return &r->key_row[indicator];
    const uint32_t *at = map_find(&r->key_rows, (struct str){(const char *)k, 3 * sizeof *k});
    if (!at && r->rows.len == ROWS_MOST) {
        const uint32_t whole[4] = {k[0], k[1], k[2], indicator};
        struct str key = {(const char *)whole, sizeof whole};
        if (!map_find(&r->keys, key)) map_put(&r->keys, r->arena, pair_key(r->arena, k[0], k[1], k[2], indicator), 0);
        r->key_row = NULL;
        return map_find(&r->keys, key);
    }
    uint32_t place = at ? *at : (uint32_t)r->rows.len;
    if (!at) {
        *vec_push(r->arena, &r->rows) = arena_array(r->arena, uint32_t, indicator_catalogue().len);
        struct str key = pair_key(r->arena, k[0], k[1], k[2], 0);
        map_put(&r->key_rows, r->arena, str_part(key, 0, 3 * sizeof *k), place);
    }
    memcpy(r->last_key, k, sizeof r->last_key);
    r->key_row = r->rows.at[place];
    return &r->key_row[indicator];
}

static bool read_key(struct line_reading *r)
{
    const uint32_t k[4] = {r->last[LOAD_PERIOD].found, r->last[LOAD_ASPECT].found, r->last[LOAD_LAYER].found, 0};
    uint32_t indicator = r->last[LOAD_INDICATOR].found, *place = key_place(r, k, indicator);
    if (*place) {
        r->key = *place - 1;
        return true;
    }
    struct load_key key = {&r->all[indicator], k[0], (enum figure_aspect)k[1], r->layer_list.at[k[2]]};
    if (key.layer.len && key.aspect != ASPECT_PLAN) return fail_line(r, ERR_LOAD_LAYER_OF, key.layer);
    if (key.aspect == ASPECT_ACTUAL && ahead_is(&r->out->periods.at[key.period], r->today))
        return fail_line(r, ERR_LOAD_AHEAD, r->last[LOAD_PERIOD].text);
    r->key = (uint32_t)r->out->keys.len;
    *vec_push(r->arena, &r->out->keys) = key;
    struct bounds b = {.scale = SCALE_NONE};
    range_for(&b.range, key.indicator, KIND_LEVEL, r->out->periods.at[key.period].to);
    *vec_push(r->arena, &r->bounds) = b;
    *place = r->key + 1;
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

/* "47.000" of what is counted one by one, or of đồng: 47, or 47 thousand as people write it? Nobody reports an amount
 * below a thousand đồng to the thousandth. */
static bool is_unclear(const struct bounds *b, struct str measure, struct str field)
{
    enum { GROUP = 3 };
    struct str digits = str_starts(field, STR("-")) ? str_from(field, 1) : field;
    size_t before = digits.len > GROUP + 1 ? digits.len - GROUP - 1 : 0;
    bool whole = str_eq(measure, STR("VND"));
    for (size_t i = 0; i < b->range.len; i++) whole |= b->range.at[i].whole;
    return whole && before && before <= GROUP && digits.ptr[before] == '.' && digits.ptr[0] != '0';
}

/* Of a value that lies outside, or is the first of its scale. */
static bool judge_value(struct line_reading *r, struct bounds *b, struct str field, const struct decimal *d)
{
    char room[16];
    int len = snprintf(room, sizeof room, "%u", (unsigned)r->line);
    struct grid_cell cell = {.value = *d, .measure = r->out->keys.at[r->key].indicator->canonical_unit};
    if (b->scale != d->scale) bounds_at(b, d->scale);
    if (d->scale == 3 && is_unclear(b, cell.measure, field)) return fail_line(r, ERR_LOAD_UNCLEAR, field);
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

/* x 10^-n where that has digits below the last that a decimal can have: without these. */
static struct decimal rounded(struct decimal d, int n)
{
    int excess = d.scale + n - DECIMAL_SCALE_MAX;
    struct decimal cut = {0, 0};
    bool any = excess < DECIMAL_SCALE_MAX && decimal_rescale(&cut, d, d.scale - excess, ROUND_HALF_UP);
    return (struct decimal){any ? cut.coefficient : 0, DECIMAL_SCALE_MAX};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A plain decimal with more digits than can be kept: the first of them, rounded; false: it is no such number. *cut:
 * something that is not 0 was left out. */
static bool read_long(struct decimal *d, bool *cut, struct str s)
{
    enum { DIGITS_MOST = 18 };
    int digits = 0;
    bool negative = str_starts(s, STR("-")), after = false, full = false, up = false;
    *d = (struct decimal){0};
    *cut = false;
    if (negative) s = str_from(s, 1);
    if (!s.len || !is_digit(s.ptr[0]) || !is_digit(s.ptr[s.len - 1])) return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '.' && !after) {
            after = true;
        } else if (!is_digit(c)) {
            return false;
        } else if (!full && digits < DIGITS_MOST && d->scale < DECIMAL_SCALE_MAX) {
            d->coefficient = d->coefficient * 10 + (c - '0');
            d->scale = (int8_t)(d->scale + after);
            digits += d->coefficient != 0;
        } else if (!after) {
            return false; /* too large, not too fine */
        } else {
            if (!full) up = c >= '5';
            full = true;
            *cut |= c != '0';
        }
    }
    d->coefficient += up;
    if (negative) d->coefficient = -d->coefficient;
    return true;
}

/* Digits with a point, of any number of decimals. *cut as above. */
static bool read_digits(struct decimal *d, bool *cut, struct str s)
{
    *cut = false;
    return decimal_read(d, s) || read_long(d, cut, s);
}

/* What was cut off is refused, or told. */
static bool take_cut(struct line_reading *r, struct str field)
{
    if (!r->map || !r->map->round) return fail_line(r, ERR_LOAD_FINE, field);
    r->out->rounded++;
    return true;
}

/* "9.987012e-05": digits and the place of the point, so it is exact. */
static bool read_exponent(struct decimal *d, struct line_reading *r, struct str field)
{
    enum { POWER_MOST = 99 };
    size_t at = 0;
    uint64_t n;
    while (at < field.len && field.ptr[at] != 'e' && field.ptr[at] != 'E') at++;
    struct str digits = str_part(field, 0, at), power = str_from(field, at + 1);
    bool cut, down = str_starts(power, STR("-"));
    if (down || str_starts(power, STR("+"))) power = str_from(power, 1);
    if (at == field.len || !read_digits(d, &cut, digits) || !str_to_u64(&n, power, POWER_MOST)) return false;
    if (cut && !take_cut(r, field)) return false;
    if (decimal_shift(d, *d, down ? -(int)n : (int)n)) return true;
    struct decimal short_one = decimal_trim(*d);
    if (!down) return decimal_shift(d, short_one, (int)n);
    if (decimal_shift(d, short_one, -(int)n)) return true;
    *d = rounded(short_one, (int)n);
    return cut || take_cut(r, field);
}

static bool read_value(struct line_reading *r, struct str field, struct decimal *d)
{
    bool cut;
    if (!read_digits(d, &cut, field)) {
        r->err->code = ERR_NONE;
        if (!read_exponent(d, r, field)) return r->err->code != ERR_NONE ? false : fail_line(r, ERR_LOAD_VALUE, field);
    } else if (cut && !take_cut(r, field)) {
        return false;
    }
    struct bounds *b = &r->bounds.at[r->key];
    if (b->scale == d->scale && d->coefficient >= b->low && d->coefficient <= b->high) return true;
    return judge_value(r, b, field, d);
}

static bool read_line(struct line_reading *r, struct str line)
{
    struct str *f = r->field;
    struct decimal d;
    size_t n = load_split(f, r->arena, line, r->head.mark);
    if (n != r->head.fields) return fail_line(r, ERR_LOAD_FIELDS, line);
    if (!f[r->head.at[LOAD_VALUE]].len) { /* of a list to be filled in: missing, which is not 0 */
        r->out->empty++;
        return true;
    }
    struct str aspect = r->head.at[LOAD_ASPECT] < 0 ? STR("") : f[r->head.at[LOAD_ASPECT]];
    struct str layer = r->head.at[LOAD_LAYER] < 0 ? STR("") : f[r->head.at[LOAD_LAYER]];
    r->unknown = r->skipped = false;
    if (!read_period(r, f[r->head.at[LOAD_PERIOD]]) || !read_aspect(r, aspect) || !read_layer(r, layer) ||
        !read_indicator(r, f[r->head.at[LOAD_INDICATOR]]))
        return false;
    if (r->skipped) return true;
    if (!read_unit(r, f[r->head.at[LOAD_UNIT]], r->last[LOAD_PERIOD].found)) return false;
    if (r->unknown || r->skipped) return true;
    if (!read_key(r) || !read_value(r, f[r->head.at[LOAD_VALUE]], &d)) return false;
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

static struct str missing_columns(struct arena *a, unsigned missing)
{
    struct buf b = buf_make(SIZE_MAX);
    for (int c = 0; c < LOAD_COLUMNS; c++) {
        if (!(missing >> c & 1)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, load_column_name((enum load_column)c));
    }
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

bool load_lines_read(struct load_lines *out, struct db *db, struct arena *a, struct str bytes,
                     const struct load_options *o, struct err *err)
{
    const struct load_map *map = o->map;
    struct str name = o->name;
    struct line_reading r = {
        .out = out, .db = db, .arena = a, .err = err, .map = map, .today = o->today, .all = indicator_catalogue().at};
    *out = (struct load_lines){0};
    r.follows = arena_array(a, struct memory, indicator_catalogue().len);
    struct str rest = load_after_mark(bytes);
    if (!load_heads_read(&r.head, a, bytes, name, map, err)) return false;
    struct str others = r.head.passed.len ? r.head.passed : STR("-");
    if (r.head.missing) return fail(err, ERR_LOAD_HEAD, name, missing_columns(a, r.head.missing), others);
    out->passed = r.head.passed;
    (void)load_take_line(&rest);
    size_t most = count_lines(rest);
    if (most >= UINT32_MAX) return fail(err, ERR_LOAD_LARGE, name);
    out->key = arena_array(a, uint32_t, most);
    out->unit = arena_array(a, uint32_t, most);
    out->line = arena_array(a, uint32_t, most);
    out->coefficient = arena_array(a, int64_t, most);
    out->scale = arena_array(a, int8_t, most);
    for (r.line = 2; rest.len; r.line++) {
        struct str line = load_take_line(&rest);
        if (line.len && !read_line(&r, line)) return false;
    }
    return out->count || out->unknown.len || fail(err, ERR_LOAD_EMPTY, name);
}
