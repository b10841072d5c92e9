/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect_jumps: figures against those of earlier years for the same window of the year (jump.h). The columns of an
 * indicator are put by window; then each unit is a short series of years. A series whose steps are all small is passed
 * by multiplications; only the others are judged year by year.
 *
 * What was found to be in another unit of measure is no base for the years behind it. Where a unit has no earlier year,
 * its figure is held against its plan, for the unit of measure alone.
 */
#include "inspect_private.h"

#include <stdlib.h>

__extension__ typedef __int128 big;

/* A column of a window. */
struct step {
    uint32_t window; /* kind and the days without the year, as one number */
    int year;
    enum figure_aspect aspect;
    const struct grid_column *column;
    uint64_t key;
};

struct series {
    const struct indicator *indicator;
    struct jump_rule rule;
    bool has_plans;
    const struct step *steps; /* of one window, by year, actual before estimate */
    size_t count;
};

static bool window_of(struct step *out, struct period p)
{
    if (p.kind == PERIOD_NONE || p.kind == PERIOD_YEARS || p.from.year != p.to.year) return false;
    out->window = (uint32_t)p.kind << 20 | (uint32_t)p.from.month << 16 | (uint32_t)p.from.day << 10 |
                  (uint32_t)p.to.month << 6 | (uint32_t)p.to.day;
    if (p.to.month == 2 && p.to.day == 29) out->window--; /* the end of February */
    out->year = p.to.year;
    return true;
}

static int by_window(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    if (x->window != y->window) return x->window < y->window ? -1 : 1;
    if (x->year != y->year) return x->year < y->year ? -1 : 1;
    return (x->aspect > y->aspect) - (x->aspect < y->aspect);
}

/* --- one unit */

/* The years of a unit: at[i] is the step, value[i] its number. */
struct years {
    size_t len;
    const struct step *at[JUMP_YEARS];
    struct decimal value[JUMP_YEARS];
    uint32_t place[JUMP_YEARS];
};

/* One figure a year: the actual one, else the estimate. */
static void years_of(struct years *out, const struct series *s, uint32_t slot)
{
    out->len = 0;
    for (size_t i = 0; i < s->count && out->len < JUMP_YEARS; i++) {
        uint32_t at;
        if (out->len && out->at[out->len - 1]->year == s->steps[i].year) continue;
        if (!grid_column_has(&at, s->steps[i].column, slot)) continue;
        out->at[out->len] = &s->steps[i];
        out->place[out->len] = at;
        out->value[out->len++] = grid_column_decimal(s->steps[i].column, at);
    }
}

/* Whether a step between two years is too small to matter in any way: then so is every sum of a few of them. */
static bool is_small(const struct jump_rule *r, struct decimal a, struct decimal b)
{
    int64_t half = r->spread * r->floor / 2; /* two growths so far from 0 are not too far from each other */
    if (a.scale != b.scale || a.coefficient <= 0 || b.coefficient <= 0 || half > 90) return false;
    big x = a.coefficient, y = b.coefficient;
    return y * 100 <= x * (100 + half) && y * 100 >= x * (100 - half);
}

static bool all_small(const struct years *y, const struct jump_rule *r)
{
    for (size_t i = 1; i < y->len; i++)
        if (!is_small(r, y->value[i - 1], y->value[i])) return false;
    return true;
}

static struct inspect_cell cell_of(const struct inspecting *in, const struct series *s, uint32_t slot,
                                   const struct years *y, size_t i)
{
    return (struct inspect_cell){s->indicator, slot,
                                 column_cell(in->grid, y->at[i]->column, y->at[i]->key, y->place[i]), false};
}

static bool is_plain(const struct series *s, const struct inspect_cell *c)
{
    return !c->cell.has_max && !c->cell.has_of && inspect_fits(s->indicator, &c->cell);
}

static void put_jump(struct inspecting *in, struct inspected *f)
{
    f->rule = f->jump.kind == JUMP_SLIP ? INSPECT_MEASURE : INSPECT_JUMP;
    f->severity = SEVERITY_DOUBT;
    if (inspect_wants(in, f->rule)) inspect_put(in, f, 0);
}

static void judge_years(struct inspecting *in, const struct series *s, uint32_t slot, const struct years *y)
{
    struct jump_past past[JUMP_YEARS];
    struct inspect_cell before = {0};
    size_t n = 0;
    for (size_t i = 0; i < y->len; i++) {
        struct inspected f = {.at = cell_of(in, s, slot, y, i)};
        if (!is_plain(s, &f.at)) continue;
        f.jump = jump_judge(&s->rule, past, n, y->at[i]->year, y->value[i]);
        if (n) f.others[f.other_count++] = before;
        f.other_total = f.other_count;
        if (f.jump.kind != JUMP_NONE && inspect_wants_period(in, y->at[i]->key)) put_jump(in, &f);
        if (f.jump.kind == JUMP_SLIP) continue;
        past[n++] = (struct jump_past){y->at[i]->year, y->value[i]};
        before = f.at;
    }
}

/* The first year of a unit: against its plan. */
static void judge_plan(struct inspecting *in, const struct series *s, uint32_t slot, const struct years *y)
{
    struct inspected f = {.at = cell_of(in, s, slot, y, 0), .against_plan = true};
    struct question q = {grid_unit(in->grid, slot), s->indicator, grid_period(in->grid, (uint32_t)y->at[0]->key)};
    struct inspect_cell plan = {s->indicator, slot, grid_plan(in->grid, &q), false};
    if (!is_plain(s, &f.at) || !plan.cell.known || !is_plain(s, &plan)) return;
    int power = jump_slip(&s->rule, y->value[0], plan.cell.value);
    if (!power || !inspect_wants_period(in, y->at[0]->key)) return;
    f.jump = (struct jump){.kind = JUMP_SLIP, .base = plan.cell.value, .power = power};
    f.others[0] = plan;
    f.other_count = f.other_total = 1;
    put_jump(in, &f);
}

/* --- one indicator */

static void judge_window(struct inspecting *in, const struct series *s)
{
    uint32_t slots = in->grid->names->unit_count;
    for (uint32_t slot = 0; slot < slots; slot++) {
        struct years y;
        if (!inspect_wants_slot(in, slot)) continue;
        years_of(&y, s, slot);
        if (y.len && s->has_plans) judge_plan(in, s, slot, &y);
        if (y.len > 1 && !all_small(&y, &s->rule)) judge_years(in, s, slot, &y);
    }
}

static size_t collect(struct step *steps, bool *has_plans, const struct inspecting *in, const struct grid_family *f)
{
    size_t n = 0;
    *has_plans = false;
    for (uint32_t k = 0; k < f->count; k++) {
        const struct grid_lane *lane = inspect_lane(in, f->keys[k]);
        struct step s = {.aspect = lane->aspect, .column = f->columns[k], .key = f->keys[k]};
        if (lane->kind != KIND_LEVEL) continue;
        *has_plans = *has_plans || lane->aspect == ASPECT_PLAN;
        if (lane->aspect == ASPECT_PLAN || !window_of(&s, grid_period(in->grid, (uint32_t)s.key))) continue;
        steps[n++] = s;
    }
    if (n) qsort(steps, n, sizeof *steps, by_window);
    return n;
}

void inspect_jumps(struct inspecting *in)
{
    for (uint32_t n = 0; n < in->grid->names->indicator_count; n++) {
        struct series s = {.indicator = inspect_indicator(in->grid, n)};
        const struct grid_family *f = family_of(in->grid, n);
        if (!f || !inspect_wants_indicator(in, s.indicator) || !jump_rule_of(&s.rule, s.indicator)) continue;
        struct arena_mark mark = arena_mark(in->arena);
        size_t held = in->out->cap;
        struct step *steps = arena_array(in->arena, struct step, f->count);
        size_t count = collect(steps, &s.has_plans, in, f);
        for (size_t first = 0, end; first < count; first = end) {
            for (end = first + 1; end < count && steps[end].window == steps[first].window; end++) {}
            s.steps = steps + first;
            s.count = end - first;
            judge_window(in, &s);
        }
        if (in->out->cap == held) arena_reset(in->arena, mark); /* the findings did not grow behind the mark */
    }
}
