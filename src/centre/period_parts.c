/* SPDX-License-Identifier: Apache-2.0
 *
 * period_parts: see period_parts.h.
 */
#include "period_parts.h"

#include "answer.h"
#include "buf.h"
#include "period_cover.h"
#include "reckon.h"

static bool lies_inside(struct period part, struct period whole)
{
    return !period_same_time(part, whole) && date_cmp(part.from, whole.from) >= 0 && date_cmp(part.to, whole.to) <= 0;
}

/* How many times inside the period have a figure. */
static size_t count_parts(const struct cube *cube, const struct question *q)
{
    struct cube_cell cell = cube_cell_find(cube, q->unit, q->indicator->code);
    size_t count = 0;
    for (enum figure_aspect aspect = 0; aspect < ASPECT_COUNT; aspect++) {
        struct cube_cell s = aspect == ASPECT_PLAN ? (struct cube_cell){0}
                                                   : cube_series(cube, cell, KIND_LEVEL, aspect);
        for (uint32_t i = s.first; i < s.end; i++) {
            const struct cube_figure *row = cube_row(cube, i);
            struct question part = {q->unit, q->indicator, row->figure.key.period};
            struct answer chosen = answer_value(cube, &part); /* one of several of the same time */
            count += lies_inside(part.period, q->period) && chosen.made_count && chosen.made[0] == row;
        }
    }
    return count;
}

/* Whether they make the period: then it has a value (reckon.h). */
static bool make_it(struct arena *a, const struct cube *cube, const struct question *q)
{
    struct figure_source from = {.cube = cube, .unit = q->unit};
    struct source_times times;
    struct period *parts;
    source_times(&times, a, &from, q->indicator, q->period);
    return period_cover(&parts, a, times.at, times.len, q->period) > 0;
}

struct str parts_words(struct arena *a, const struct cube *cube, struct str unit, struct period period)
{
    struct codes codes = cube_indicators(cube);
    struct buf b = buf_make(4000);
    for (size_t i = 0; i < codes.len; i++) {
        struct question q = {unit, indicator_find(codes.at[i]), period};
        if (!q.indicator || q.indicator->time != TIME_FLOW || answer_value(cube, &q).rule != ANSWER_NONE) continue;
        size_t count = count_parts(cube, &q);
        if (!count || make_it(a, cube, &q)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, codes.at[i]);
        buf_format(&b, " (%zu kỳ con)", count);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}
