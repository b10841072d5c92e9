/* SPDX-License-Identifier: Apache-2.0
 *
 * validate: see validate.h. A record becomes a grid, the grid is inspected, and each finding is said with its cell and
 * the place where its figure came from.
 */
#include "validate.h"

#include "buf.h"
#include "grid_record.h"
#include "validate_private.h"

#include <stdlib.h>

size_t validation_count(const struct validation *v, enum severity s)
{
    size_t n = 0;
    for (size_t i = 0; i < v->len; i++) n += v->at[i].severity == s;
    return n;
}

/* --- what is asked */

bool validate_days(const struct inspect_day **out, size_t *count, struct db *db, struct arena *a, const struct grid *g,
                   struct period only, struct err *err)
{
    size_t periods = grid_size(g).periods, n = 0;
    struct inspect_day *days = arena_array(a, struct inspect_day, periods);
    for (uint32_t i = 0; i < periods; i++) {
        struct period p = grid_period(g, i);
        size_t k = 0;
        struct unit_tree *tree;
        if (p.kind == PERIOD_NONE || (only.kind != PERIOD_NONE && !period_same_time(only, p))) continue;
        while (k < n && date_cmp(days[k].day, p.to) != 0) k++;
        if (k < n) continue;
        if (!tree_of_day(&tree, db, a, p.to, err)) return false;
        days[n++] = (struct inspect_day){p.to, tree};
    }
    *out = days;
    *count = n;
    return true;
}

static void want(bool *slots, const struct grid *g, struct str unit)
{
    uint32_t slot = grid_unit_find(g, unit);
    if (slot != GRID_NONE) slots[slot] = true;
}

static const bool *slots_of(struct arena *a, const struct grid *g, const struct validate_ask *ask,
                            const struct inspect_day *days, size_t count)
{
    if (!ask->unit.len && !ask->under.len) return NULL;
    bool *slots = arena_array(a, bool, grid_size(g).units);
    if (ask->unit.len) want(slots, g, ask->unit);
    if (ask->under.len) want(slots, g, ask->under);
    for (size_t i = 0; ask->under.len && i < count; i++) {
        const struct unit_tree *t = days[i].tree;
        uint32_t place = unit_tree_find(t, ask->under);
        for (uint32_t k = place; place != TREE_NONE && k < t->end[place]; k++) want(slots, g, t->units[k].id);
    }
    return slots;
}

/* --- from findings to what is said */

static bool is_sum(const struct inspected *f)
{
    return f->rule == INSPECT_PARTS || f->rule == INSPECT_UNITS;
}

/* The sources of a sum, each once, the one of the total first. */
enum { SOURCES_SHOWN = 3 };
struct sources {
    VEC_FIELDS(uint64_t);
    struct str names[SOURCES_SHOWN];
};

static bool add_source(struct sources *s, struct figure_places *p, uint32_t figure, struct err *err)
{
    struct figure_place place;
    if (!figure_place_find(&place, p, figure, false, err)) return false;
    for (size_t i = 0; i < s->len; i++)
        if (s->at[i] == place.source) return true;
    if (s->len < SOURCES_SHOWN) {
        if (!figure_place_find(&place, p, figure, true, err)) return false;
        s->names[s->len] = place.file;
    }
    *vec_push(p->arena, s) = place.source;
    return true;
}

/* "; số mới nhất của từng đơn vị, từ 3 văn bản (a.xlsx, b.xlsx, c.xlsx)" */
static struct str with_sources(struct arena *a, struct str message, const struct inspected *f, const struct sources *s)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, message);
    buf_put(&b,
            f->rule == INSPECT_UNITS ? STR("; đây là số mới nhất của từng đơn vị") : STR("; các số là số mới nhất"));
    buf_format(&b, ", từ %zu nguồn (", s->len);
    for (size_t i = 0; i < s->len && i < SOURCES_SHOWN; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, s->names[i]);
    }
    buf_put(&b, s->len > SOURCES_SHOWN ? STR(", …") : STR(""));
    buf_put(&b, STR("), nên có thể chốt vào những ngày khác nhau"));
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

/* A sum over several documents is no contradiction: each may have been right on its day. All of its figures are asked,
 * however many there are. */
static bool weaken(struct validated *v, struct figure_places *p, const struct inspected *f, struct err *err)
{
    struct sources s = {0};
    if (!is_sum(f) || f->severity != SEVERITY_CONTRADICTION) return true;
    if (!add_source(&s, p, f->at.cell.id, err)) return false;
    for (size_t i = 0; i < f->other_total; i++)
        if (!add_source(&s, p, f->ids[i], err)) return false;
    if (s.len < 2) return true;
    v->severity = SEVERITY_DOUBT;
    v->message = with_sources(p->arena, v->message, f, &s);
    return true;
}

static bool say(struct validated *out, struct speaker *s, struct figure_places *p, const struct inspected *f,
                struct err *err)
{
    struct figure_place place;
    if (!speaker_say(out, s, f, err) || !weaken(out, p, f, err)) return false;
    if (!figure_place_find(&place, p, f->at.cell.id, true, err)) return false;
    out->file = place.file;
    out->place = place.place;
    return true;
}

static int by_weight(const void *a, const void *b)
{
    const struct validated *x = a, *y = b;
    if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
    int c = str_cmp(x->indicator->code, y->indicator->code);
    if (c == 0) c = str_cmp(x->unit, y->unit);
    if (c == 0) c = period_cmp(x->period, y->period);
    if (c == 0) c = str_cmp(x->rule, y->rule);
    return c ? c : (x->figure.n > y->figure.n) - (x->figure.n < y->figure.n);
}

bool validate_record(struct validation *out, struct db *db, struct arena *a, const struct validate_ask *ask,
                     struct err *err)
{
    struct grid *g;
    struct inspection found;
    struct figure_places places;
    struct sum_rules sums = sum_rules_make(a);
    struct inspect_ask q = {.rules = INSPECT_ALL, .sums = &sums, .indicator = ask->indicator, .period = ask->period};
    *out = (struct validation){0};
    if (!grid_of_record(&g, db, a, err)) return false;
    if (!validate_days(&q.days, &q.day_count, db, a, g, ask->period, err)) return false;
    q.slots = slots_of(a, g, ask, q.days, q.day_count);
    inspect_grid(&found, a, g, &q);
    if (!figure_places_open(&places, db, a, err)) return false;
    struct speaker s = {.db = db, .arena = a, .grid = g};
    for (size_t i = 0; i < found.len; i++) {
        struct validated v;
        if (!say(&v, &s, &places, &found.at[i], err)) return false;
        *vec_push(a, out) = v;
    }
    out->dropped = found.dropped;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_weight);
    return true;
}
