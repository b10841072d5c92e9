/* SPDX-License-Identifier: Apache-2.0
 *
 * target_status: see target_status.h. A tree of programmes is walked by a stack of its own, children in the order in
 * which they came.
 */
#include "target_number.h"

#include "buf.h"

struct maker {
    struct programme_status *out;
    const struct target_rows *rows;
    struct target_asker ask;
    struct arena *arena;
};

static struct str kept(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

/* --- one target */

/* The last word on a target without an indicator, of the time of the level as far as it has gone by. */
static const struct kept_judgement *judgement_of(struct maker *m, struct str code, struct period level,
                                                 enum target_axis axis)
{
    const struct kept_judgement *last = NULL;
    const uint32_t *first = map_find(&m->rows->judged, code);
    for (size_t i = first ? *first : m->rows->judgements.len; i < m->rows->judgements.len; i++) {
        const struct kept_judgement *g = &m->rows->judgements.at[i];
        if (!str_eq(g->target, code)) break;
        if (date_cmp(g->period.to, m->out->period.to) > 0) continue;
        if (axis == AXIS_YEAR && date_cmp(g->period.from, level.from) < 0) continue;
        if (!last || date_cmp(g->period.to, last->period.to) >= 0) last = g;
    }
    return last;
}

static void judge_by_word(struct maker *m, struct target_result *r, const struct target *t, enum target_axis axis,
                          bool over)
{
    r->judgement = judgement_of(m, t->code, r->level->period, axis);
    r->verdict = !r->judgement           ? TARGET_NOT_JUDGED
                 : r->judgement->reached ? TARGET_REACHED
                 : over                  ? TARGET_MISSED
                                         : TARGET_UNDER_WAY;
}

/* The measure of a difference. */
static void write_difference(struct buf *b, const struct target *t, const struct indicator *i, struct decimal d)
{
    bool rate = i && t->kind == KIND_LEVEL && str_eq(i->canonical_unit, STR("%"));
    if (t->kind != KIND_LEVEL || rate) {
        decimal_write_vi(b, d);
        buf_put(b, STR(" điểm %"));
        return;
    }
    decimal_write_vi(b, shown_value(d, i->canonical_unit, i));
    buf_char(b, ' ');
    buf_put(b, i->unit);
}

/* A number of an interval that came of exact ones: their digits, or where rounding outwards has made it wider. */
static struct decimal shown_end(struct interval i, bool high)
{
    struct decimal d = high ? i.hi : i.lo;
    return decimal_eq(i.lo, i.hi) ? decimal_trim(d) : interval_round(d, i, 2);
}

static void write_goal(struct maker *m, struct target_result *r, const struct target *t, const struct indicator *i,
                       const struct target_goal *goal)
{
    struct buf b = buf_make(1000);
    struct target plain = *t;
    if (!target_needs_base(t->comparator)) return;
    if (target_is_relative(t, i)) plain.measure = i->canonical_unit;
    buf_put(&b, goal->has_low ? STR("≥ ") : STR("≤ "));
    target_value_write(&b, &plain, i, shown_end(goal->has_low ? goal->low : goal->high, goal->has_low));
    r->goal = kept(m->arena, &b);
}

static void judge_by_figure(struct maker *m, struct target_result *r, const struct target *t, const struct indicator *i,
                            bool over)
{
    struct target_goal said, rounded;
    struct interval lacking;
    bool relative = target_is_relative(t, i);
    int years = m->out->period.to.year - t->base_period.to.year;
    r->number = target_number_of(&m->ask, t, i, r->level);
    r->verdict = TARGET_NO_FIGURE;
    if (!target_goal(&said, t, r->level, relative, years, true) ||
        !target_goal(&rounded, t, r->level, relative, years, false)) {
        r->number.why = STR("chưa qua năm nào kể từ năm gốc");
        return;
    }
    write_goal(m, r, t, i, &said);
    if (!r->number.known) return;
    enum target_reach reach = target_judge(&said, &rounded, r->level, &r->number.actual);
    r->verdict = target_verdict_of(reach, t->comparator, over, t->kind == KIND_LEVEL && i->time == TIME_FLOW);
    struct interval digits = interval_point(r->number.value);
    if (reach != TARGET_NO || !target_lacking(&lacking, &said, digits)) return;
    struct buf b = buf_make(400);
    r->lacking_value = shown_end(lacking, false);
    write_difference(&b, t, i, r->lacking_value);
    r->lacking = kept(m->arena, &b);
}

static struct target_result result_of(struct maker *m, const struct target *t, const struct indicator *i,
                                      enum target_axis axis, struct period term)
{
    struct target_result r = {.verdict = TARGET_NOT_SET};
    r.level = axis == AXIS_YEAR ? target_level_of_year(t, m->out->period)
                                : target_level_of_term(t, term, m->out->period);
    if (!r.level) return r;
    bool over = date_cmp(r.level->period.to, m->out->period.to) <= 0;
    r.wanted = target_wanted(m->arena, t, i, r.level);
    if (i)
        judge_by_figure(m, &r, t, i, over);
    else
        judge_by_word(m, &r, t, axis, over);
    return r;
}

/* What was said in the year of the period, the last. */
static const struct kept_note *note_of(struct maker *m, struct str code)
{
    const struct kept_note *last = NULL;
    const uint32_t *first = map_find(&m->rows->noted, code);
    for (size_t i = first ? *first : m->rows->notes.len; i < m->rows->notes.len; i++) {
        const struct kept_note *n = &m->rows->notes.at[i];
        if (!str_eq(n->target, code)) break;
        if (n->period.to.year == m->out->period.to.year && date_cmp(n->period.to, m->out->period.to) <= 0 &&
            (!last || date_cmp(n->period.to, last->period.to) >= 0))
            last = n;
    }
    return last;
}

static const struct kept_target *revision_before(struct maker *m, const struct kept_target *t)
{
    return t->before ? &m->rows->targets.at[t->before - 1] : NULL;
}

static void count(struct target_sum *s, const struct target_result *r)
{
    s->of += r->verdict != TARGET_NOT_SET;
    switch (r->verdict) {
    case TARGET_REACHED:
        s->reached += !r->number.estimate;
        s->by_estimate += r->number.estimate;
        break;
    case TARGET_MISSED: s->missed++; break;
    case TARGET_UNDER_WAY: s->under_way++; break;
    case TARGET_UNCLEAR: s->unclear++; break;
    case TARGET_NO_FIGURE: s->no_figure++; break;
    case TARGET_NOT_JUDGED: s->not_judged++; break;
    case TARGET_NOT_SET:
    case TARGET_VERDICTS: break;
    }
}

static void add_sum(struct target_sum *to, const struct target_sum *s)
{
    to->of += s->of;
    to->reached += s->reached;
    to->by_estimate += s->by_estimate;
    to->missed += s->missed;
    to->under_way += s->under_way;
    to->unclear += s->unclear;
    to->no_figure += s->no_figure;
    to->not_judged += s->not_judged;
}

/* The targets of a programme that are in force; each code once, where its first revision stands. */
static void add_targets(struct maker *m, struct programme_state *p)
{
    p->first = m->out->targets.len;
    for (size_t k = 0; k < m->rows->targets.len; k++) {
        const struct kept_target *first = &m->rows->targets.at[k];
        if (first->revision) continue;
        const struct kept_target *now = target_on(m->rows, first->target.code, m->out->period.to);
        if (!now || !str_eq(now->target.programme, p->programme->code) || now->target.comparator == TARGET_DROPPED)
            continue;
        struct target_state t = {.kept = now, .before = revision_before(m, now), .note = note_of(m, now->target.code)};
        if (now->target.indicator.len) t.indicator = indicator_find(now->target.indicator);
        for (enum target_axis axis = 0; axis < AXES; axis++) {
            t.on[axis] = result_of(m, &now->target, t.indicator, axis, p->programme->term);
            count(&p->sum[axis], &t.on[axis]);
        }
        *vec_push(m->arena, &m->out->targets) = t;
    }
    p->end = m->out->targets.len;
}

/* --- the tree */

static bool in_force(const struct programme *p, struct period at)
{
    return p->term.kind == PERIOD_NONE || (date_cmp(p->term.from, at.to) <= 0 && date_cmp(at.from, p->term.to) <= 0);
}

static bool is_root(struct maker *m, const struct programme *p, struct str asked)
{
    if (asked.len) return str_eq(p->code, asked);
    const struct programme *above = programme_find(m->rows, p->parent);
    return str_eq(p->unit, m->out->unit) && (!above || !str_eq(above->unit, p->unit));
}

struct awaited {
    const struct programme *programme;
    size_t depth;
};

static void walk(struct maker *m, struct str asked)
{
    size_t count = m->rows->programmes.len, top = 0;
    struct awaited *stack = arena_array(m->arena, struct awaited, count);
    for (size_t i = count; i-- > 0;)
        if (is_root(m, &m->rows->programmes.at[i], asked))
            stack[top++] = (struct awaited){&m->rows->programmes.at[i], 0};
    while (top) {
        struct awaited w = stack[--top];
        struct programme_state p = {.programme = w.programme, .depth = w.depth};
        if (in_force(w.programme, m->out->period)) {
            add_targets(m, &p);
            *vec_push(m->arena, &m->out->programmes) = p;
        }
        for (size_t i = w.depth < count ? count : 0; i-- > 0;) {
            const struct programme *below = &m->rows->programmes.at[i];
            if (str_eq(below->parent, w.programme->code) && str_eq(below->unit, m->out->unit))
                stack[top++] = (struct awaited){below, w.depth + 1};
        }
    }
}

/* What is below a programme follows it with a greater depth; from the last back each is complete when it is added. */
static void add_up(struct programme_status *s)
{
    for (enum target_axis axis = 0; axis < AXES; axis++) {
        for (size_t i = s->programmes.len; i-- > 0;) {
            struct programme_state *p = &s->programmes.at[i];
            for (size_t k = i + 1; k < s->programmes.len && s->programmes.at[k].depth > p->depth; k++)
                if (s->programmes.at[k].depth == p->depth + 1) add_sum(&p->sum[axis], &s->programmes.at[k].sum[axis]);
        }
        for (size_t i = 0; i < s->programmes.len; i++)
            if (s->programmes.at[i].depth == 0) add_sum(&s->sum[axis], &s->programmes.at[i].sum[axis]);
    }
}

/* --- what reports state */

static bool claim_fits(struct target_claim *c, const struct target_sum *s, enum target_axis axis,
                       const struct programme *p)
{
    struct decimal reached = DECIMAL_INT((int64_t)s->reached), of = DECIMAL_INT((int64_t)s->of),
                   all = DECIMAL_INT((int64_t)(s->reached + s->by_estimate));
    const struct figure *f = &c->figure->figure;
    bool same_of = s->of && decimal_eq(of, f->of);
    bool agrees = same_of && (decimal_eq(reached, f->value) || decimal_eq(all, f->value));
    if (!agrees && !(same_of && c->sum.of == 0)) return false;
    c->sum = *s;
    c->comparable = true;
    c->axis = axis;
    c->programme = p;
    c->agrees = agrees;
    c->with_estimates = agrees && !decimal_eq(reached, f->value);
    return agrees;
}

static void add_claim(struct maker *m, const struct cube_figure *f)
{
    struct programme_status *s = m->out;
    struct target_claim c = {.figure = f};
    for (enum target_axis axis = 0; axis < AXES && !c.agrees; axis++)
        if (claim_fits(&c, &s->sum[axis], axis, NULL)) break;
    for (size_t i = 0; i < s->programmes.len && !c.agrees; i++)
        for (enum target_axis axis = 0; axis < AXES && !c.agrees; axis++)
            claim_fits(&c, &s->programmes.at[i].sum[axis], axis, s->programmes.at[i].programme);
    if (!c.comparable) { /* none has so many targets: all of the year, or of the term */
        c.axis = s->sum[AXIS_YEAR].of ? AXIS_YEAR : AXIS_TERM;
        c.sum = s->sum[c.axis];
    }
    *vec_push(m->arena, &s->claims) = c;
}

static void add_claims(struct maker *m)
{
    struct cube_cell cell = cube_cell_find(m->ask.cube, m->out->unit, STR("I02a"));
    struct period p = m->out->period;
    if (!m->out->targets.len) return;
    for (uint32_t row = cell.first; row < cell.end; row++) {
        const struct cube_figure *f = cube_row(m->ask.cube, row);
        const struct figure_key *k = &f->figure.key;
        bool term = k->period.kind == PERIOD_YEARS && date_cmp(k->period.from, p.to) <= 0 &&
                    date_cmp(p.from, k->period.to) <= 0;
        bool fraction = k->kind == KIND_FRACTION && f->figure.has_of && k->aspect != ASPECT_PLAN;
        if (fraction && (period_same_time(k->period, p) || term)) add_claim(m, f);
    }
}

bool programme_status_make(struct programme_status *out, const struct target_rows *rows, const struct snapshot *s,
                           struct db *db, struct arena *a, const struct kept_unit *unit, struct str programme,
                           struct period period, struct err *err)
{
    struct like_family *family;
    struct maker m = {.out = out, .rows = rows, .arena = a};
    *out = (struct programme_status){.unit = unit->code, .unit_name = unit->name, .period = period};
    if (!like_family_make(&family, db, a, unit->code, period_years_back(period, 1), period, err)) return false;
    m.ask = (struct target_asker){.cube = s->cube,
                                  .snapshot = s,
                                  .kind = kept_unit_kind(unit),
                                  .family = family,
                                  .arena = a,
                                  .unit = unit->code,
                                  .period = period};
    walk(&m, programme);
    add_up(out);
    if (!programme.len) add_claims(&m);
    return true;
}
