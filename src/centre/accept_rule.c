/* SPDX-License-Identifier: Apache-2.0
 *
 * accept_rule: what may be accepted without a person (accept.h). The rule is on the safe side: whatever is doubtful
 * stays proposed and waits for an officer.
 *
 *   1. Figures that nobody has judged, with indicator, unit and period, in a measure that the indicator takes, and
 *      within what the indicator can be (range.h).
 *   2. Not one that a contradiction within the document touches.
 *   3. All that the document says under one key must be possible at once, as printed and rounded to the nearest,
 *      together with what the record holds under it; else none of them is accepted. Only where a locked report holds
 *      it, and the document is brought in to be accepted, what it says otherwise is not passed over: it changes the
 *      figure, which is refused (filing_lock.h) or is the correction that was asked for.
 *      Of what the document contradicts itself no correction can be made; those statements are named.
 *   4. The most precise of them makes the figure, unless the record holds one at least as precise; the rest confirm it.
 *      The body is preferred to headings and leads, which round.
 */
#include "accept_private.h"
#include "check.h"
#include "content.h"
#include "filing_lock.h"
#include "indicator.h"
#include "interval.h"
#include "range.h"

/* Statements of one document under one key. */
struct group {
    struct figure_key key;
    struct interval range; /* what all of them allow */
    bool conflict;
    bool differs; /* from what the record holds, and that alone */
    struct {
        VEC_FIELDS(uint32_t); /* places in the list of statements */
    } members;
};

struct rule {
    struct accept_batch batch;
    struct statement_list statements;
    bool *spoiled; /* a contradiction touches it */
    struct map keys;
    struct {
        VEC_FIELDS(struct group);
    } groups;
};

/* A count of whole things, or money to the đồng, was not rounded. */
static bool is_exact(enum figure_kind kind, struct decimal value, struct str measure)
{
    return kind != KIND_GROWTH && kind != KIND_PLAN_RATIO && kind != KIND_SHARE && value.scale == 0 &&
           !str_starts(measure, STR("%"));
}

static struct interval range_of(const struct figure *f)
{
    bool exact = is_exact(f->key.kind, f->value, f->measure);
    struct interval i = interval_printed(f->value, exact, PRINTED_ROUNDED);
    if (f->has_max) i = interval_hull(i, interval_printed(f->value_max, exact, PRINTED_ROUNDED));
    return interval_bound(i, f->value, f->bound);
}

/* Whether a says more exactly than b what the number is. */
static bool more_precise(const struct figure *a, const struct figure *b)
{
    bool a_plain = a->bound == BOUND_EXACT && !a->has_max, b_plain = b->bound == BOUND_EXACT && !b->has_max;
    return a_plain != b_plain ? a_plain : a->value.scale > b->value.scale;
}

static struct accepted item_of(const struct kept_statement *s)
{
    const struct figure_statement *f = &s->said.statement.figure;
    return (struct accepted){.statement = s->id,
                             .indicator = f->indicator,
                             .unit = s->said.unit,
                             .layer = s->said.layer,
                             .period = f->period};
}

/* Outside a hard limit: the reader mistook something, or the report did. */
static bool is_impossible(const struct indicator *i, const struct kept_statement *s)
{
    const struct figure_statement *f = &s->said.statement.figure;
    struct accepted item = item_of(s);
    struct kept_figure kept = change_figure(s, &item);
    struct range r;
    if (f->kind == KIND_LEVEL && !str_eq(f->unit, i->canonical_unit)) return false;
    range_for(&r, i, f->kind, f->period.to);
    const struct range_limit *l = range_broken(&r, range_of(&kept.figure));
    return l && l->strength == STRENGTH_HARD;
}

static bool is_complete(const struct kept_statement *s)
{
    const struct figure_statement *f = &s->said.statement.figure;
    if (s->said.statement.kind != STATEMENT_FIGURE || s->state != STATE_PROPOSED) return false;
    const struct indicator *i = indicator_find(f->indicator);
    if (!i || !s->said.unit.len || f->period.kind == PERIOD_NONE || is_impossible(i, s)) return false;
    return (f->kind != KIND_LEVEL && f->kind != KIND_CHANGE) || indicator_takes_unit(i, f->unit);
}

static int by_place(const void *a, const void *b)
{
    const struct kept_statement *x = a, *y = b;
    struct span p = x->said.statement.span, q = y->said.statement.span;
    if (p.start != q.start) return p.start < q.start ? -1 : 1;
    if (p.end != q.end) return p.end < q.end ? -1 : 1;
    return x->id.n < y->id.n ? -1 : 1;
}

/* Mark the statements that a span is the quote of. They are in order of place. */
static void spoil(struct rule *r, struct span span)
{
    size_t low = 0, high = r->statements.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->statements.at[middle].said.statement.span.start < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < r->statements.len && r->statements.at[low].said.statement.span.start == span.start; low++)
        if (r->statements.at[low].said.statement.span.end == span.end) r->spoiled[low] = true;
}

/* Ask the checker which statements contradict each other. */
static bool find_spoiled(struct rule *r, const struct listed_document *d, struct err *err)
{
    struct arena *a = r->batch.arena;
    struct check_document document = {.date = d->reading.date, .count = r->statements.len};
    struct statement *said = arena_array(a, struct statement, r->statements.len);
    struct findings findings = {0};
    if (!content_load(&document.text, r->batch.db, a, d->reading.text, err)) return false;
    for (size_t i = 0; i < r->statements.len; i++) said[i] = r->statements.at[i].said.statement;
    document.statements = said;
    check_run(&findings, a, &(struct check_input){.documents = &document, .document_count = 1, .lang = LANG_VI});
    r->spoiled = arena_array(a, bool, r->statements.len);
    for (size_t f = 0; f < findings.len; f++) {
        if (findings.at[f].severity != SEVERITY_CONTRADICTION) continue;
        for (size_t k = 0; k < findings.at[f].span_count; k++) spoil(r, findings.at[f].spans[k].span);
    }
    return true;
}

static bool of_differs(const struct figure *a, const struct figure *b)
{
    return a->has_of != b->has_of || (a->has_of && !decimal_eq(a->of, b->of)) || !str_eq(a->measure, b->measure);
}

/* Put a statement to those of its key. */
static void add_to_group(struct rule *r, uint32_t place)
{
    struct arena *a = r->batch.arena;
    struct accepted item = item_of(&r->statements.at[place]);
    struct kept_figure f = change_figure(&r->statements.at[place], &item);
    struct str text = accept_key_text(a, &f.figure.key);
    const uint32_t *known = map_find(&r->keys, text);
    if (!known) {
        struct group g = {.key = f.figure.key, .range = range_of(&f.figure)};
        const struct key_holder *h = batch_holder(&r->batch, &f.figure.key);
        struct interval both;
        if (h->found) {
            g.differs = of_differs(&h->figure.figure, &f.figure) ||
                        !interval_meet(&both, g.range, range_of(&h->figure.figure));
            if (!g.differs) g.range = both;
        }
        map_put(&r->keys, a, text, (uint32_t)r->groups.len);
        *vec_push(a, &r->groups) = g;
        known = map_find(&r->keys, text);
    }
    struct group *g = &r->groups.at[*known];
    if (g->members.len) {
        struct accepted first = item_of(&r->statements.at[g->members.at[0]]);
        struct kept_figure other = change_figure(&r->statements.at[g->members.at[0]], &first);
        if (of_differs(&other.figure, &f.figure)) g->conflict = true;
    }
    if (!g->conflict && !interval_meet(&g->range, g->range, range_of(&f.figure))) g->conflict = true;
    *vec_push(a, &g->members) = place;
}

/* The statements that may be accepted, by their keys. */
static bool make_groups(struct rule *r, struct err *err)
{
    struct arena *a = r->batch.arena;
    struct figure_key *keys = arena_array(a, struct figure_key, r->statements.len);
    uint32_t *places = arena_array(a, uint32_t, r->statements.len);
    size_t n = 0;
    for (size_t i = 0; i < r->statements.len; i++) {
        const struct kept_statement *s = &r->statements.at[i];
        if (!is_complete(s)) continue;
        struct accepted item = item_of(s);
        keys[n] = change_figure(s, &item).figure.key;
        places[n++] = (uint32_t)i;
    }
    if (!batch_look(&r->batch, keys, n, err)) return false;
    for (size_t i = 0; i < n; i++)
        if (!r->spoiled[places[i]]) add_to_group(r, places[i]);
    return true;
}

/* The member that makes the figure. */
static uint32_t best_of(const struct rule *r, const struct group *g)
{
    uint32_t best = g->members.at[0];
    for (size_t i = 1; i < g->members.len; i++) {
        const struct kept_statement *s = &r->statements.at[g->members.at[i]], *b = &r->statements.at[best];
        struct accepted s_item = item_of(s), b_item = item_of(b);
        struct kept_figure fs = change_figure(s, &s_item), fb = change_figure(b, &b_item);
        bool s_heading = s->said.statement.figure.heading, b_heading = b->said.statement.figure.heading;
        if (more_precise(&fs.figure, &fb.figure) || (b_heading && !s_heading && !more_precise(&fb.figure, &fs.figure)))
            best = g->members.at[i];
    }
    return best;
}

static void accept_group(struct rule *r, const struct group *g)
{
    uint32_t best = best_of(r, g);
    struct accepted item = item_of(&r->statements.at[best]);
    struct kept_figure f = change_figure(&r->statements.at[best], &item);
    const struct key_holder *h = batch_holder(&r->batch, &g->key);
    bool makes = !h->found || g->differs || more_precise(&f.figure, &h->figure.figure);
    if (makes) batch_make(&r->batch, &r->statements.at[best], item);
    for (size_t i = 0; i < g->members.len; i++) {
        const struct kept_statement *s = &r->statements.at[g->members.at[i]];
        if (makes && g->members.at[i] == best) continue;
        batch_confirm(&r->batch, s, item_of(s));
    }
}

/* Whether the figure of a group lies in a locked report. */
static bool is_locked(bool *locked, struct rule *r, const struct group *g, struct err *err)
{
    struct lock_watch w;
    struct kept_figure f = {.id = {r->batch.next}, .figure = {.key = g->key}};
    *locked = false;
    if (!lock_watch_start(&w, r->batch.db, r->batch.arena, err) || !lock_watch_accept(&w, &f, f.id, err)) return false;
    *locked = w.touched.len > 0;
    return true;
}

/* Whether what a statement says contradicts something else of its document. */
static bool is_contradicted(struct rule *r, uint32_t place, const struct figure *f)
{
    if (r->spoiled[place]) return true;
    const uint32_t *at = map_find(&r->keys, accept_key_text(r->batch.arena, &f->key));
    return at && r->groups.at[*at].conflict;
}

/* What a correction leaves: figures of locked reports that the document says in ways that cannot both be. */
static bool find_left(struct left_list *left, struct rule *r, struct err *err)
{
    for (size_t i = 0; i < r->statements.len; i++) {
        const struct kept_statement *s = &r->statements.at[i];
        struct interval both;
        bool locked;
        if (!is_complete(s)) continue;
        struct accepted item = item_of(s);
        struct figure f = change_figure(s, &item).figure;
        if (!is_contradicted(r, (uint32_t)i, &f)) continue;
        const struct key_holder *h = batch_holder(&r->batch, &f.key);
        bool same = h->found && !of_differs(&h->figure.figure, &f) &&
                    interval_meet(&both, range_of(&f), range_of(&h->figure.figure));
        if (same) continue;
        if (!is_locked(&locked, r, &(struct group){.key = f.key}, err)) return false;
        if (locked) *vec_push(r->batch.arena, left) = (struct left_statement){s->id, f};
    }
    return true;
}

static bool accept_groups(struct rule *r, enum accept_locked locked, struct err *err)
{
    for (size_t i = 0; i < r->groups.len; i++) {
        const struct group *g = &r->groups.at[i];
        bool takes = !g->conflict && !g->differs;
        if (g->differs && !g->conflict && locked == ACCEPT_LOCKED_TOO && !is_locked(&takes, r, g, err)) return false;
        if (takes) accept_group(r, g);
    }
    return true;
}

bool accept_resolved(size_t *accepted, struct left_list *left, struct db *db, struct arena *a,
                     const struct author *author, struct document_id document, enum accept_locked locked,
                     struct err *err)
{
    struct rule r = {0};
    struct listed_document d;
    *accepted = 0;
    *left = (struct left_list){0};
    if (!document_load(&d, db, a, document, err) || !batch_start(&r.batch, db, a, err)) return false;
    if (!statement_list_of_text(&r.statements, db, a, document, d.reading.text, err)) return false;
    if (r.statements.len) qsort(r.statements.at, r.statements.len, sizeof *r.statements.at, by_place);
    if (!find_spoiled(&r, &d, err)) return false;
    if (!make_groups(&r, err) || !accept_groups(&r, locked, err)) return false;
    if (locked == ACCEPT_LOCKED_TOO && author->correction.len && !find_left(left, &r, err)) return false;
    *accepted = r.batch.items.len;
    if (*accepted == 0) return true;
    return change_accept(
        db, a, author, &(struct accept_change){.at = r.batch.items.at, .len = *accepted, .rule = STR("resolved")}, err);
}

bool accept_document(size_t *accepted, struct left_list *left, struct db *db, struct arena *a,
                     const struct author *author, struct document_id document, enum accept_locked locked,
                     struct err *err)
{
    *accepted = 0;
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, accept_resolved(accepted, left, db, a, author, document, locked, err), err);
}
