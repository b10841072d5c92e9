/* SPDX-License-Identifier: Apache-2.0
 *
 * chart: see chart.h. All values are brought to one scale as whole numbers; a place is their share of the height,
 * rounded down.
 */
#include "chart.h"

#include "buf.h"
#include "rows.h"

enum {
    PLOT_WIDTH = CHART_WIDTH - CHART_LEFT - CHART_RIGHT,
    PLOT_HEIGHT = CHART_HEIGHT - CHART_TOP - CHART_BOTTOM,
    STEPS_MOST = 5,
    NAME_ROOM = 46, /* pixels that the name of a position needs */
    LINE_ROOM = 17  /* ... and of a line, downwards */
};

/* So that a distance of two values times the height fits. */
static const int64_t VALUE_MOST = INT64_MAX / (8 * CHART_HEIGHT);

/* What is in common to all values: whole numbers of 10^-scale, from `low` to `high` in steps of `step`. */
struct axis {
    int scale;
    int64_t low, high, step;
};

static bool whole(int64_t *out, const struct axis *x, struct decimal d)
{
    struct decimal r;
    if (!decimal_rescale(&r, d, x->scale, ROUND_HALF_UP)) return false;
    *out = r.coefficient;
    return r.coefficient < VALUE_MOST && r.coefficient > -VALUE_MOST;
}

/* The lowest and highest value; false when they do not fit, or there are fewer than two. */
static bool span(int64_t *low, int64_t *high, const struct axis *x, const struct chart_series *s, size_t series,
                 size_t count)
{
    size_t known = 0;
    for (size_t k = 0; k < series; k++)
        for (size_t i = 0; i < count; i++) {
            int64_t n;
            if (!s[k].at[i].known) continue;
            if (!whole(&n, x, s[k].at[i].value)) return false;
            if (!known || n < *low) *low = n;
            if (!known || n > *high) *high = n;
            known++;
        }
    return known >= 2;
}

/* The smallest of 1, 2, 5 x 10^n that needs no more than STEPS_MOST steps. */
static int64_t step_of(int64_t range)
{
    for (int64_t ten = 1; ten <= INT64_MAX / 100; ten *= 10)
        for (int k = 0; k < 3; k++) {
            int64_t step = ten * (k == 0 ? 1 : k == 1 ? 2 : 5);
            if (range / step < STEPS_MOST) return step;
        }
    return range;
}

static int64_t floor_to(int64_t n, int64_t step)
{
    int64_t rest = n % step;
    return n - rest - (rest < 0 ? step : 0);
}

/* The finest scale of the values at which all fit; two digits more, so that steps can be round. */
static bool axis_make(struct axis *x, bool *cut, const struct chart_series *s, size_t series, size_t count)
{
    int64_t low = 0, high = 0;
    x->scale = DECIMAL_SCALE_MIN;
    for (size_t k = 0; k < series; k++)
        for (size_t i = 0; i < count; i++)
            if (s[k].at[i].known && s[k].at[i].value.scale > x->scale) x->scale = s[k].at[i].value.scale;
    if (x->scale > DECIMAL_SCALE_MAX - 2) x->scale = DECIMAL_SCALE_MAX - 2;
    for (x->scale += 2; !span(&low, &high, x, s, series, count); x->scale--)
        if (x->scale == DECIMAL_SCALE_MIN) return false;
    *cut = low > 0 && low / 3 > high / 4;
    if (low > 0 && !*cut) low = 0;
    if (high < 0) high = 0;
    if (high == low) high = low + 1;
    x->step = step_of(high - low);
    x->low = floor_to(low, x->step);
    x->high = floor_to(high + x->step - 1, x->step);
    return true;
}

static uint32_t y_of(const struct axis *x, int64_t n)
{
    return CHART_TOP + (uint32_t)((x->high - n) * PLOT_HEIGHT / (x->high - x->low));
}

/* Positions stand in the middle of their columns. */
static uint32_t x_of(size_t i, size_t count)
{
    return CHART_LEFT + (uint32_t)((2 * i + 1) * PLOT_WIDTH / (2 * count));
}

static struct str kept(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static void add_numbers(struct chart *out, struct arena *a, const struct axis *x, enum lang lang)
{
    for (int64_t n = x->low; n <= x->high; n += x->step) {
        struct buf b = buf_make(100);
        number_write(&b, decimal_trim((struct decimal){n, (int8_t)x->scale}), lang);
        *vec_push(a, &out->numbers) = (struct chart_mark){y_of(x, n), kept(a, &b)};
    }
}

static void add_positions(struct chart *out, struct arena *a, const struct str *names, size_t count)
{
    size_t every = 1;
    while (PLOT_WIDTH * every / count < NAME_ROOM) every++;
    for (size_t i = 0; i < count; i++) {
        bool shown = (count - 1 - i) % every == 0;
        *vec_push(a, &out->positions) = (struct chart_mark){x_of(i, count), shown ? names[i] : STR("")};
    }
}

static void end_run(struct chart_line *line, struct arena *a, struct buf *path, size_t points)
{
    if (points > 1) (*vec_push(a, &line->runs)).path = str_copy(a, buf_str(path));
    buf_clear(path);
}

static struct chart_line line_of(struct arena *a, const struct axis *x, const struct chart_series *s, size_t count)
{
    struct chart_line line = {.style = s->style, .name = s->name};
    struct buf path = buf_make(SIZE_MAX);
    size_t points = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t n;
        if (!s->at[i].known || !whole(&n, x, s->at[i].value)) {
            end_run(&line, a, &path, points);
            points = 0;
            continue;
        }
        uint32_t px = x_of(i, count), py = y_of(x, n);
        buf_format(&path, "%c%u %u", points++ ? 'L' : 'M', px, py);
        *vec_push(a, &line.dots) = (struct chart_dot){px, py, s->at[i].said};
        line.name_x = px + 10;
        line.name_y = py + 5;
    }
    end_run(&line, a, &path, points);
    buf_free(&path);
    return line;
}

/* Names stand at the right edge, so far apart that each can be read: from the highest down. */
static void part_names(struct chart *out)
{
    uint32_t last = 0;
    for (size_t done = 0; done < out->lines.len; done++) {
        struct chart_line *next = NULL;
        for (size_t i = 0; i < out->lines.len; i++) {
            struct chart_line *l = &out->lines.at[i];
            bool waits = l->name.len && l->name_x < CHART_WIDTH;
            if (waits && (!next || l->name_y < next->name_y)) next = l;
        }
        if (!next) break;
        if (done && next->name_y < last + LINE_ROOM) next->name_y = last + LINE_ROOM;
        last = next->name_y;
        next->name_x += CHART_WIDTH; /* placed */
    }
    for (size_t i = 0; i < out->lines.len; i++)
        if (out->lines.at[i].name_x >= CHART_WIDTH) out->lines.at[i].name_x -= CHART_WIDTH;
}

static const struct chart_line *styled(const struct chart *c, enum chart_style style)
{
    for (size_t i = 0; i < c->lines.len; i++)
        if (c->lines.at[i].style == style) return &c->lines.at[i];
    return NULL;
}

/* From left to right along the low end, and back along the high one. */
static void add_band(struct chart *out, struct arena *a)
{
    const struct chart_line *low = styled(out, CHART_LOW), *high = styled(out, CHART_HIGH);
    out->band = STR("");
    if (!low || !high || low->dots.len < 2 || high->dots.len < 2) return;
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < low->dots.len; i++)
        buf_format(&b, "%c%u %u", i ? 'L' : 'M', low->dots.at[i].x, low->dots.at[i].y);
    for (size_t i = high->dots.len; i-- > 0;) buf_format(&b, "L%u %u", high->dots.at[i].x, high->dots.at[i].y);
    buf_char(&b, 'Z');
    out->band = kept(a, &b);
}

bool chart_make(struct chart *out, struct arena *a, const struct str *positions, size_t count,
                const struct chart_series *series, size_t series_count, enum lang lang)
{
    struct axis x;
    *out = (struct chart){.band = STR("")};
    if (!count || !axis_make(&x, &out->cut, series, series_count, count)) return false;
    add_numbers(out, a, &x, lang);
    add_positions(out, a, positions, count);
    for (size_t k = 0; k < series_count; k++) {
        struct chart_line line = line_of(a, &x, &series[k], count);
        if (line.dots.len) *vec_push(a, &out->lines) = line;
    }
    part_names(out);
    add_band(out, a);
    return true;
}
