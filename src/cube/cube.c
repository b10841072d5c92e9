/* SPDX-License-Identifier: Apache-2.0
 *
 * cube: see cube.h. Figures are sorted by (unit, indicator, kind, aspect, period, layer, id) and their parts are
 * kept in columns, one array a part, so that a question walks a few small arrays:
 *
 *   cells   start of each (unit, indicator) in the rows: units x indicators + 1 numbers
 *   rows    kind | aspect | from | to | source           one entry a figure
 *             0       0     19358  19722   17            days since 1970
 *
 * Invariants:
 *   1. cells[u * indicators + i] <= cells[u * indicators + i + 1]; the last is the number of rows.
 *   2. Rows of one cell, kind and aspect stand in the order of period_cmp.
 *   3. Nothing is written after cube_make: any number of threads may ask.
 */
#include "cube.h"

#include <assert.h>

struct cube {
    const struct cube_figure *figures;
    struct str *units, *indicators;
    size_t unit_count, indicator_count;
    uint32_t *cells;
    uint8_t *kind, *aspect;
    int32_t *from, *to;
    uint32_t *source; /* place in figures */
    uint32_t count;
};

static int compare_str(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* Sorts and drops what is there twice; the new length. */
static size_t sort_codes(struct str *codes, size_t count)
{
    size_t kept = 0;
    if (count) qsort(codes, count, sizeof *codes, compare_str);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !str_eq(codes[kept - 1], codes[i])) codes[kept++] = codes[i];
    return kept;
}

/* Place of a code; false when it is not there. */
static bool code_find(size_t *out, const struct str *codes, size_t count, struct str code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int c = str_cmp(codes[mid], code);
        if (c == 0) {
            *out = mid;
            return true;
        }
        if (c < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

/* A figure on its way to its row. */
struct place {
    const struct cube_figure *figure;
    uint32_t cell, source;
};

static int compare_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    const struct figure_key *k = &x->figure->figure.key, *l = &y->figure->figure.key;
    if (x->cell != y->cell) return x->cell < y->cell ? -1 : 1;
    if (k->kind != l->kind) return k->kind < l->kind ? -1 : 1;
    if (k->aspect != l->aspect) return k->aspect < l->aspect ? -1 : 1;
    int c = period_cmp(k->period, l->period);
    if (c == 0) c = str_cmp(k->layer, l->layer);
    return c ? c : (x->figure->id > y->figure->id) - (x->figure->id < y->figure->id);
}

static struct place *sort_places(struct cube *c, struct arena *a)
{
    struct place *places = arena_array(a, struct place, c->count);
    for (uint32_t i = 0; i < c->count; i++) {
        const struct figure_key *k = &c->figures[i].figure.key;
        size_t u = 0, n = 0;
        bool known = code_find(&u, c->units, c->unit_count, k->unit) &&
                     code_find(&n, c->indicators, c->indicator_count, k->indicator);
        assert(known);
        (void)known;
        places[i] = (struct place){&c->figures[i], (uint32_t)(u * c->indicator_count + n), i};
    }
    if (c->count) qsort(places, c->count, sizeof *places, compare_place);
    return places;
}

static void fill_columns(struct cube *c, struct arena *a, const struct place *places)
{
    size_t cells = c->unit_count * c->indicator_count;
    c->cells = arena_array(a, uint32_t, cells + 1);
    c->kind = arena_array(a, uint8_t, c->count);
    c->aspect = arena_array(a, uint8_t, c->count);
    c->from = arena_array(a, int32_t, c->count);
    c->to = arena_array(a, int32_t, c->count);
    c->source = arena_array(a, uint32_t, c->count);
    for (uint32_t i = 0; i < c->count; i++) {
        const struct figure_key *k = &places[i].figure->figure.key;
        c->cells[places[i].cell + 1]++;
        c->kind[i] = (uint8_t)k->kind;
        c->aspect[i] = (uint8_t)k->aspect;
        c->from[i] = date_known(k->period.from) ? date_to_days(k->period.from) : INT32_MIN;
        c->to[i] = date_known(k->period.to) ? date_to_days(k->period.to) : INT32_MIN;
        c->source[i] = places[i].source;
    }
    for (size_t i = 0; i < cells; i++) c->cells[i + 1] += c->cells[i];
}

struct cube *cube_make(struct arena *a, const struct cube_figure *figures, size_t count)
{
    struct cube *c = arena_new(a, struct cube);
    assert(count < UINT32_MAX);
    *c = (struct cube){.figures = figures, .count = (uint32_t)count};
    c->units = arena_array(a, struct str, count);
    c->indicators = arena_array(a, struct str, count);
    for (size_t i = 0; i < count; i++) {
        c->units[i] = figures[i].figure.key.unit;
        c->indicators[i] = figures[i].figure.key.indicator;
    }
    c->unit_count = sort_codes(c->units, count);
    c->indicator_count = sort_codes(c->indicators, count);
    fill_columns(c, a, sort_places(c, a));
    return c;
}

size_t cube_count(const struct cube *c)
{
    return c->count;
}

int cube_first_year(const struct cube *c)
{
    int first = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        int year = c->figures[c->source[i]].figure.key.period.from.year;
        if (year && (!first || year < first)) first = year;
    }
    return first;
}

struct codes cube_units(const struct cube *c)
{
    return (struct codes){c->units, c->unit_count};
}

struct codes cube_indicators(const struct cube *c)
{
    return (struct codes){c->indicators, c->indicator_count};
}

struct cube_cell cube_cell_find(const struct cube *c, struct str unit, struct str indicator)
{
    size_t u, n;
    if (!code_find(&u, c->units, c->unit_count, unit)) return (struct cube_cell){0};
    if (!code_find(&n, c->indicators, c->indicator_count, indicator)) return (struct cube_cell){0};
    size_t cell = u * c->indicator_count + n;
    return (struct cube_cell){c->cells[cell], c->cells[cell + 1]};
}

const struct cube_figure *cube_row(const struct cube *c, uint32_t row)
{
    assert(row < c->count);
    return &c->figures[c->source[row]];
}

struct cube_cell cube_series(const struct cube *c, struct cube_cell cell, enum figure_kind kind,
                             enum figure_aspect aspect)
{
    uint32_t first = cell.first, end;
    while (first < cell.end && (c->kind[first] < kind || (c->kind[first] == kind && c->aspect[first] < aspect)))
        first++;
    for (end = first; end < cell.end && c->kind[end] == kind && c->aspect[end] == aspect;) end++;
    return (struct cube_cell){first, end};
}

static int compare_latest(const void *a, const void *b)
{
    const struct period *x = a, *y = b;
    int c = date_cmp(y->to, x->to);
    return c ? c : -period_cmp(*x, *y);
}

struct cube_periods cube_periods(const struct cube *c, struct arena *a, struct str unit)
{
    size_t u, count = 0, kept = 0;
    if (!code_find(&u, c->units, c->unit_count, unit)) return (struct cube_periods){0};
    uint32_t first = c->cells[u * c->indicator_count], end = c->cells[(u + 1) * c->indicator_count];
    struct period *out = arena_array(a, struct period, end - first);
    for (uint32_t i = first; i < end; i++)
        if (c->kind[i] == KIND_LEVEL && c->aspect[i] != ASPECT_PLAN && c->from[i] != INT32_MIN)
            out[count++] = cube_row(c, i)->figure.key.period;
    if (count) qsort(out, count, sizeof *out, compare_latest);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !period_same_time(out[kept - 1], out[i])) out[kept++] = out[i];
    return (struct cube_periods){out, kept};
}
