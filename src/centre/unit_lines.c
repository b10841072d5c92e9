/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_lines: see unit_lines.h.
 */
#include "unit_lines.h"

#include "buf.h"
#include "indicator.h"
#include "unit_look.h"

static void add_known_share(struct unit_line *l, struct arena *a, struct str measure, struct decimal share)
{
    if (share.coefficient)
        *vec_push(a, &l->shares) = (struct line_share){measure, share,
                                                       STR("theo diện tích, dân số năm 2025 của các "
                                                           "đơn vị mới")};
}

static struct unit_line known_line(struct arena *a, const struct unit_edge *e)
{
    struct unit_line l = {
        .old = unit_at(e->old).id, .new = unit_at(e->new).id, .part = e->part, .day = e->day, .source = e->source};
    add_known_share(&l, a, STR("area"), e->area);
    add_known_share(&l, a, STR("population"), e->population);
    return l;
}

static void add_share(struct unit_line *l, struct arena *a, const struct kept_share *s)
{
    for (size_t i = 0; i < l->shares.len; i++) {
        if (!str_eq(l->shares.at[i].measure, s->measure)) continue;
        l->shares.at[i] = (struct line_share){s->measure, s->share, s->source};
        return;
    }
    *vec_push(a, &l->shares) = (struct line_share){s->measure, s->share, s->source};
}

static bool add_kept(struct unit_lines *out, struct db *db, struct arena *a, const struct lineage_list *list,
                     struct err *err)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct kept_lineage *k = &list->at[i];
        struct share_list shares;
        size_t at = 0;
        while (at < out->len && !(str_eq(out->at[at].old, k->old) && str_eq(out->at[at].new, k->new))) at++;
        if (at == out->len) *vec_push(a, out) = (struct unit_line){.old = k->old, .new = k->new};
        struct unit_line *l = &out->at[at];
        if (!unit_part_read(&l->part, k->part)) l->part = UNIT_PART_UNKNOWN;
        l->day = k->day;
        l->source = k->source;
        l->by_hand = true;
        if (!share_list_of_old(&shares, db, a, k->old, err)) return false;
        for (size_t s = 0; s < shares.len; s++)
            if (str_eq(shares.at[s].new, k->new)) add_share(l, a, &shares.at[s]);
    }
    return true;
}

bool unit_lines_after(struct unit_lines *out, struct db *db, struct arena *a, struct str id, struct err *err)
{
    struct unit_id known = unit_of_id(id);
    struct unit_edges edges = {0};
    struct lineage_list list;
    *out = (struct unit_lines){0};
    if (known.n) unit_successors(&edges, a, known);
    for (size_t i = 0; i < edges.len; i++) *vec_push(a, out) = known_line(a, &edges.at[i]);
    return !db || (lineage_list_of_old(&list, db, a, id, err) && add_kept(out, db, a, &list, err));
}

bool unit_lines_before(struct unit_lines *out, struct db *db, struct arena *a, struct str id, struct err *err)
{
    struct unit_id known = unit_of_id(id);
    struct unit_edges edges = {0};
    struct lineage_list list;
    *out = (struct unit_lines){0};
    if (known.n) unit_predecessors(&edges, a, known);
    for (size_t i = 0; i < edges.len; i++) *vec_push(a, out) = known_line(a, &edges.at[i]);
    return !db || (lineage_list_of_new(&list, db, a, id, err) && add_kept(out, db, a, &list, err));
}

/* --- over several changes */

enum { STEPS_MOST = 16, LINES_MOST = 20000 };

struct walk {
    struct unit_lines *out;
    struct db *db;
    struct arena *arena;
    struct str start;
    struct date day;
    bool after;
};

static struct str far_end(const struct walk *w, const struct unit_line *l)
{
    return w->after ? l->new : l->old;
}

static bool step(struct unit_lines *out, const struct walk *w, struct str id, struct err *err)
{
    return w->after ? unit_lines_after(out, w->db, w->arena, id, err)
                    : unit_lines_before(out, w->db, w->arena, id, err);
}

/* A whole passed on is the rest; a share passed on is the product. */
static void join_shares(struct unit_line *out, struct arena *a, const struct unit_line *one,
                        const struct unit_line *two)
{
    for (size_t i = 0; i < one->shares.len; i++) {
        const struct line_share *s = &one->shares.at[i], *t = unit_line_share(two, s->measure);
        struct line_share product = *s;
        if (two->part != UNIT_WHOLE && (!t || !decimal_mul(&product.share, s->share, t->share))) continue;
        *vec_push(a, &out->shares) = product;
    }
    for (size_t i = 0; one->part == UNIT_WHOLE && !one->shares.len && i < two->shares.len; i++)
        *vec_push(a, &out->shares) = two->shares.at[i];
}

static struct unit_line join_lines(const struct walk *w, const struct unit_line *way, const struct unit_line *next)
{
    const struct unit_line *first = w->after ? way : next, *last = w->after ? next : way;
    struct unit_line l = {.old = first->old, .new = last->new, .day = first->day, .source = first->source};
    l.by_hand = first->by_hand || last->by_hand;
    l.part = first->part == UNIT_WHOLE && last->part == UNIT_WHOLE                 ? UNIT_WHOLE
             : first->part == UNIT_PART_UNKNOWN || last->part == UNIT_PART_UNKNOWN ? UNIT_PART_UNKNOWN
                                                                                   : UNIT_PART;
    join_shares(&l, w->arena, first, last);
    return l;
}

/* Two ways between the same two units: what went by either. */
static void merge_line(struct unit_line *into, struct arena *a, const struct unit_line *l)
{
    struct unit_line sum = {0};
    for (size_t i = 0; i < into->shares.len; i++) {
        const struct line_share *t = unit_line_share(l, into->shares.at[i].measure);
        struct line_share s = into->shares.at[i];
        if (t && decimal_add(&s.share, s.share, t->share)) *vec_push(a, &sum.shares) = s;
    }
    into->shares = sum.shares;
    if (into->part == UNIT_PART_UNKNOWN || l->part == UNIT_PART_UNKNOWN) into->part = UNIT_PART_UNKNOWN;
}

static void add_line(const struct walk *w, const struct unit_line *l)
{
    for (size_t i = 0; i < w->out->len; i++)
        if (str_eq(w->out->at[i].old, l->old) && str_eq(w->out->at[i].new, l->new)) {
            merge_line(&w->out->at[i], w->arena, l);
            return;
        }
    *vec_push(w->arena, w->out) = *l;
}

static struct str official(struct str id)
{
    return str_cut(id, STR(".")).head;
}

/* Whether the walk goes on behind a line. `next`: the lines behind it. */
static bool goes_on(bool *on, const struct walk *w, const struct unit_line *l, const struct unit_lines *next,
                    bool alone, struct err *err)
{
    struct looked_unit u;
    *on = false;
    if (!next->len) return true;
    if (!date_known(w->day)) {
        *on = alone && l->part == UNIT_WHOLE && str_eq(official(l->old), official(l->new));
        return true;
    }
    if (!unit_look_id(&u, w->db, w->arena, far_end(w, l), err)) return false;
    *on = u.id.len && !looked_valid_on(&u, w->day);
    return true;
}

static bool only_line_between(bool *alone, const struct walk *w, const struct unit_line *l, size_t from_near,
                              struct err *err)
{
    struct unit_lines back;
    struct walk turned = *w;
    turned.after = !w->after;
    if (!step(&back, &turned, far_end(w, l), err)) return false;
    *alone = from_near == 1 && back.len == 1;
    return true;
}

bool unit_lines_through(struct unit_lines *out, struct db *db, struct arena *a, struct str id, bool after,
                        struct date day, struct err *err)
{
    struct walk w = {out, db, a, id, day, after};
    struct unit_lines now;
    *out = (struct unit_lines){0};
    if (!step(&now, &w, id, err)) return false;
    for (int steps = 0; now.len; steps++) {
        struct unit_lines later = {0};
        for (size_t i = 0; i < now.len; i++) {
            struct unit_lines next;
            bool alone, on;
            if (!step(&next, &w, far_end(&w, &now.at[i]), err) ||
                !only_line_between(&alone, &w, &now.at[i], now.len, err) ||
                !goes_on(&on, &w, &now.at[i], &next, alone, err))
                return false;
            if (!on || steps >= STEPS_MOST || later.len > LINES_MOST) {
                add_line(&w, &now.at[i]);
                continue;
            }
            for (size_t k = 0; k < next.len; k++) *vec_push(a, &later) = join_lines(&w, &now.at[i], &next.at[k]);
        }
        now = later;
    }
    return true;
}

const struct line_share *unit_line_share(const struct unit_line *l, struct str measure)
{
    for (size_t i = 0; i < l->shares.len; i++)
        if (str_eq(l->shares.at[i].measure, measure)) return &l->shares.at[i];
    return NULL;
}

struct str share_measure_name(struct str measure)
{
    const struct indicator *i = indicator_find(measure);
    if (str_eq(measure, STR("area"))) return STR("diện tích");
    if (str_eq(measure, STR("population"))) return STR("dân số");
    return i ? i->name : measure;
}

/* --- given by hand */

static bool fail_sum(enum err_code code, struct arena *a, const struct lineage_change *c, struct str measure,
                     struct decimal sum, struct err *err)
{
    struct buf b = buf_make(64);
    decimal_write_vi(&b, sum);
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return fail(err, code, share_measure_name(measure), c->old, text);
}

static const struct lineage_share *given(const struct lineage_change *c, struct str new, struct str measure)
{
    for (size_t i = 0; i < c->len; i++)
        for (size_t k = 0; str_eq(c->parts[i].new, new) && k < c->parts[i].share_count; k++)
            if (str_eq(c->parts[i].shares[k].measure, measure)) return &c->parts[i].shares[k];
    return NULL;
}

static bool is_given(const struct lineage_change *c, struct str new)
{
    for (size_t i = 0; i < c->len; i++)
        if (str_eq(c->parts[i].new, new)) return true;
    return false;
}

/* The shares of one measure with the new ones in place: their sum, and whether every part has one. */
static bool check_measure(const struct unit_lines *before, struct arena *a, const struct lineage_change *c,
                          struct str measure, struct err *err)
{
    struct decimal sum = {0, 0};
    bool all = true, fits = true;
    for (size_t i = 0; i < before->len; i++) {
        const struct line_share *s = unit_line_share(&before->at[i], measure);
        if (is_given(c, before->at[i].new)) continue;
        all = all && s;
        if (s) fits = fits && decimal_add(&sum, sum, s->share);
    }
    for (size_t i = 0; i < c->len; i++) {
        const struct lineage_share *s = given(c, c->parts[i].new, measure);
        all = all && s;
        if (s) fits = fits && decimal_add(&sum, sum, s->share);
    }
    int over = fits ? decimal_cmp(sum, DECIMAL_INT(1)) : 1;
    if (over > 0) return fail_sum(ERR_SHARE_OVER, a, c, measure, sum, err);
    bool complete = all && (c->len > 1 || unit_of_id(c->old).n);
    return !complete || over == 0 || fail_sum(ERR_SHARE_SUM, a, c, measure, sum, err);
}

static bool check_lineage(struct db *db, struct arena *a, const struct lineage_change *c, struct err *err)
{
    struct unit_lines before;
    if (!unit_lines_after(&before, db, a, c->old, err)) return false;
    for (size_t i = 0; i < c->len; i++) {
        const struct lineage_part *p = &c->parts[i];
        if (str_eq(p->new, c->old)) return fail(err, ERR_LINEAGE_SELF, c->old);
        for (size_t k = 0; k < p->share_count; k++) {
            if (decimal_sign(p->shares[k].share) <= 0 || decimal_cmp(p->shares[k].share, DECIMAL_INT(1)) > 0) {
                struct buf b = buf_make(64);
                decimal_write_vi(&b, p->shares[k].share);
                fail(err, ERR_SHARE_RANGE, buf_str(&b));
                buf_free(&b);
                return false;
            }
            if (!check_measure(&before, a, c, p->shares[k].measure, err)) return false;
        }
    }
    return true;
}

bool unit_lines_add(struct db *db, struct arena *a, const struct author *author, const struct lineage_change *c,
                    struct err *err)
{
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, check_lineage(db, a, c, err) && change_lineage(db, a, author, c, err), err);
}
