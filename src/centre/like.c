/* SPDX-License-Identifier: Apache-2.0
 *
 * like: see like.h. A family is made once for a unit: the lines by which it came about between the first day of last
 * year's period and the last of this one's, as nodes:
 *
 *     phường Gia Định   <- phường 1, 2, 7, 17 (whole)          first group: units of its own level
 *                       <- quận Bình Thạnh    (part, 0,2218)   second group: greater ones
 *
 * Each indicator then tries the groups in this order. Within one, a list of units is worked off: one with a figure of
 * last year is a part of the sum; one without is replaced by what it was made of itself, when it was not there yet, or
 * by the units below it, all of which must have one. When a unit of the first group is missing the second is tried,
 * and when both fail the reason is that of the group that came nearer.
 */
#include "like_private.h"

#include "buf.h"
#include "unit_look.h"

enum { NODES_MOST = 2000, STEPS_MOST = 5 };

struct node {
    struct looked_unit unit;
    struct unit_lines from;    /* what it was made of between the two times */
    struct looked_units below; /* units of government below it, last year */
    bool was_there;            /* when last year's period began, by this id */
};

struct like_family {
    struct str unit;
    struct period before, now;
    struct {
        VEC_FIELDS(struct node);
    } nodes;             /* the unit itself first */
    enum unit_kind kind; /* of the unit, where it changed */
    bool changed;
};

static struct node *node_of(const struct like_family *f, struct str id)
{
    for (size_t i = 0; i < f->nodes.len; i++)
        if (str_eq(f->nodes.at[i].unit.id, id)) return &f->nodes.at[i];
    return NULL;
}

static bool between(const struct like_family *f, struct date day)
{
    return date_cmp(day, f->before.from) > 0 && date_cmp(day, f->now.to) <= 0;
}

/* The units of government that were all of one last year (a school is no part of a sum), when the record speaks of
 * every one; else they cannot add up. */
static bool add_below(struct node *n, const struct like_family *f, struct db *db, struct arena *a, struct err *err)
{
    struct looked_units all;
    if (n->unit.kind >= UNIT_COMMUNE) return true;
    if (!unit_look_below(&all, db, a, n->unit.id, f->before.to, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        struct str name;
        if (all.at[i].kind == UNIT_OFFICE) continue;
        if (!unit_name_of(&name, db, a, all.at[i].id, err)) return false;
        if (!name.len) {
            n->below.len = 0;
            break;
        }
        *vec_push(a, &n->below) = all.at[i];
    }
    return true;
}

static bool add_node(struct like_family *f, struct db *db, struct arena *a, struct str id, struct err *err)
{
    struct node n = {0};
    struct unit_lines lines;
    if (node_of(f, id) || f->nodes.len >= NODES_MOST) return true;
    if (!unit_look_id(&n.unit, db, a, id, err)) return false;
    if (!n.unit.id.len) n.unit = (struct looked_unit){.id = id, .code = id, .name = id, .kind = UNIT_OFFICE};
    n.was_there = looked_valid_on(&n.unit, f->before.from);
    if (!unit_lines_before(&lines, db, a, id, err)) return false;
    for (size_t i = 0; i < lines.len; i++)
        if (between(f, lines.at[i].day)) *vec_push(a, &n.from) = lines.at[i];
    if (n.was_there && !n.from.len && !add_below(&n, f, db, a, err)) return false;
    *vec_push(a, &f->nodes) = n;
    return true;
}

bool like_family_make(struct like_family **out, struct db *db, struct arena *a, struct str unit, struct period before,
                      struct period now, struct err *err)
{
    struct like_family *f = arena_new(a, struct like_family);
    *f = (struct like_family){.unit = unit, .before = before, .now = now};
    *out = f;
    if (before.kind == PERIOD_NONE || now.kind == PERIOD_NONE) return true;
    if (!add_node(f, db, a, unit, err)) return false;
    const struct node *top = node_of(f, unit);
    f->changed = top && top->from.len > 0;
    if (!f->changed) return true;
    f->kind = top->unit.kind;
    size_t done = 0;
    for (int step = 0; step < STEPS_MOST && done < f->nodes.len; step++) {
        size_t end = f->nodes.len;
        for (; done < end; done++) {
            for (size_t k = 0; k < f->nodes.at[done].from.len; k++)
                if (!add_node(f, db, a, f->nodes.at[done].from.at[k].old, err)) return false;
            for (size_t k = 0; k < f->nodes.at[done].below.len; k++)
                if (!add_node(f, db, a, f->nodes.at[done].below.at[k].id, err)) return false;
        }
    }
    return true;
}

bool like_changed(const struct like_family *f)
{
    return f->changed;
}

enum unit_kind like_kind(const struct like_family *f)
{
    return f->kind;
}

size_t like_unit_count(const struct like_family *f)
{
    return f->nodes.len;
}

struct str like_unit(const struct like_family *f, size_t i)
{
    return f->nodes.at[i].unit.id;
}

/* --- one indicator */

struct item {
    struct str unit;
    struct decimal share; /* {1, 0}: all of it */
    struct str measure;
};

struct work {
    const struct like_family *f;
    const struct cube *cube;
    struct arena *arena;
    const struct question *q;
    struct like *out;
    struct {
        VEC_FIELDS(struct item);
    } items;
    struct str missing; /* why it failed */
};

static struct str text_of(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static bool lacks(struct work *w, struct str before, struct str name, struct str behind)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, before);
    buf_put(&b, name);
    buf_put(&b, behind);
    w->missing = text_of(w->arena, &b);
    return false;
}

/* "phường 7 (quận Bình Thạnh)": every district had one. */
static struct str full_name(struct work *w, const struct node *n)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, n->unit.name);
    if (n->unit.kind == UNIT_COMMUNE && n->unit.parent_name.len) {
        buf_put(&b, STR(" ("));
        buf_put(&b, n->unit.parent_name);
        buf_char(&b, ')');
    }
    return text_of(w->arena, &b);
}

static bool is_area(const struct indicator *i)
{
    return str_eq(i->canonical_unit, STR("ha")) || str_eq(i->canonical_unit, STR("m2")) ||
           str_eq(i->canonical_unit, STR("km2"));
}

/* The share that speaks for an indicator: its own, else by people, else by land; of land only by land. */
static const struct line_share *share_for(const struct unit_line *l, const struct indicator *i)
{
    const struct line_share *s = unit_line_share(l, i->code);
    if (!s && !is_area(i)) s = unit_line_share(l, STR("population"));
    return s ? s : unit_line_share(l, STR("area"));
}

static bool add_line_item(struct work *w, const struct unit_line *l, const struct item *of)
{
    struct item item = {.unit = l->old, .share = of->share, .measure = of->measure};
    const struct node *n = node_of(w->f, l->old);
    struct str name = n ? n->unit.name : l->old;
    if (l->part != UNIT_WHOLE) {
        const struct line_share *s = share_for(l, w->q->indicator);
        if (!s) return lacks(w, STR("chỉ một phần của "), name, STR(" chuyển sang và chưa biết tỷ lệ của phần đó"));
        if (!decimal_mul(&item.share, item.share, s->share)) return lacks(w, STR("số quá lớn: "), name, STR(""));
        item.measure = s->measure;
    }
    *vec_push(w->arena, &w->items) = item;
    return true;
}

static bool add_part(struct work *w, const struct item *item, const struct node *n, const struct cube_figure *figure)
{
    struct like_part p = {.unit = item->unit,
                          .name = n ? n->unit.name : item->unit,
                          .parent = n && n->unit.kind == UNIT_COMMUNE ? n->unit.parent_name : STR(""),
                          .figure = figure,
                          .share = item->share,
                          .measure = item->measure};
    if (figure->figure.has_max) return lacks(w, STR("số của "), p.name, STR(" là một khoảng"));
    *vec_push(w->arena, &w->out->parts) = p;
    return true;
}

/* One unit of the list: its figure, or what takes its place. */
static bool work_off(struct work *w, struct item item)
{
    const struct node *n = node_of(w->f, item.unit);
    struct question q = {item.unit, w->q->indicator, w->q->period};
    struct answer a = answer_value(w->cube, &q);
    bool self = str_eq(item.unit, w->f->unit);
    if (a.made_count && !self) return add_part(w, &item, n, a.made[0]);
    if (n && !n->was_there && n->from.len) {
        for (size_t i = 0; i < n->from.len; i++) {
            const struct node *old = node_of(w->f, n->from.at[i].old);
            if (old && old->unit.kind != n->unit.kind) continue; /* districts beside their wards */
            if (!add_line_item(w, &n->from.at[i], &item)) return false;
        }
        return true;
    }
    if (n && n->below.len && !item.measure.len) {
        for (size_t i = 0; i < n->below.len; i++)
            *vec_push(w->arena, &w->items) = (struct item){n->below.at[i].id, {1, 0}, STR("")};
        return true;
    }
    return lacks(w, STR("không có số cùng kỳ của "), n ? full_name(w, n) : item.unit, STR(""));
}

static bool add_value(struct measured *sum, const struct like_part *p)
{
    const struct figure *f = &p->figure->figure;
    struct decimal v = f->value;
    enum figure_bound bound = p->measure.len ? BOUND_ABOUT : f->bound;
    if (p->measure.len && !decimal_mul(&v, v, p->share)) return false;
    if (p->measure.len && v.scale > 0) v = decimal_trim(v); /* zeros of a share are no precision */
    if (!sum->known) {
        *sum = (struct measured){.known = true, .value = v, .bound = bound, .measure = f->measure};
        return true;
    }
    if (bound != sum->bound)
        sum->bound = sum->bound == BOUND_EXACT ? bound : bound == BOUND_EXACT ? sum->bound : BOUND_ABOUT;
    return str_eq(sum->measure, f->measure) && decimal_add(&sum->value, sum->value, v);
}

static bool add_up(struct work *w)
{
    struct like *out = w->out;
    bool adds = w->q->indicator->aggregation == AGGREGATE_SUM;
    if (!adds && (out->parts.len != 1 || out->parts.at[0].measure.len))
        return lacks(w, STR("chỉ tiêu tỷ lệ không cộng hay chia được giữa các đơn vị"), STR(""), STR(""));
    for (size_t i = 0; i < out->parts.len; i++) {
        if (!add_value(&out->value, &out->parts.at[i]))
            return lacks(w, STR("khác đơn vị tính hoặc số quá lớn: "), out->parts.at[i].name, STR(""));
    }
    return true;
}

/* The lines of the unit whose old units are of its level, or are not. */
static bool try_group(struct work *w, bool own_level)
{
    const struct node *top = &w->f->nodes.at[0];
    size_t lines = 0;
    w->items.len = 0;
    w->out->parts.len = 0;
    w->out->value = (struct measured){0};
    for (size_t i = 0; i < top->from.len; i++) {
        const struct node *old = node_of(w->f, top->from.at[i].old);
        if ((old && old->unit.kind == top->unit.kind) != own_level) continue;
        lines++;
        if (!add_line_item(w, &top->from.at[i], &(struct item){top->unit.id, {1, 0}, STR("")})) return false;
    }
    if (!lines) return false;
    if (top->was_there) { /* it was there and got more */
        struct question q = *w->q;
        struct answer a = answer_value(w->cube, &q);
        if (!a.made_count) return lacks(w, STR("không có số cùng kỳ của "), top->unit.name, STR(""));
        if (!add_part(w, &(struct item){top->unit.id, {1, 0}, STR("")}, top, a.made[0])) return false;
    }
    for (size_t i = 0; i < w->items.len; i++)
        if (i >= NODES_MOST || !work_off(w, w->items.at[i])) return false;
    return w->out->parts.len > 0 && add_up(w);
}

/* Why there is nothing to compare with. */
static struct str reason_of(struct work *w, struct str first, struct str second)
{
    struct buf b = buf_make(SIZE_MAX);
    const struct node *top = &w->f->nodes.at[0];
    buf_put(&b, STR("địa bàn đã thay đổi từ ngày "));
    struct date day = top->from.at[0].day;
    buf_format(&b, "%d/%d/%d", day.day, day.month, day.year);
    if (first.len || second.len) buf_put(&b, STR("; "));
    buf_put(&b, first.len ? first : second);
    if (first.len && second.len && !str_eq(first, second)) {
        buf_put(&b, STR("; "));
        buf_put(&b, second);
    }
    return text_of(w->arena, &b);
}

struct like like_base(const struct like_family *f, const struct cube *c, struct arena *a, const struct question *before)
{
    struct like out = {.rule = LIKE_SAME};
    struct work w = {.f = f, .cube = c, .arena = a, .q = before, .out = &out};
    if (!f->changed) return out;
    /* A figure that the new unit itself gave for the time before it was made is of its own ground. */
    if (!f->nodes.at[0].was_there && answer_value(c, before).made_count) return out;
    bool good = try_group(&w, true);
    struct str first = w.missing;
    w.missing = STR("");
    if (!good) good = try_group(&w, false);
    if (!good) {
        out.parts.len = 0;
        out.value = (struct measured){0};
        out.rule = LIKE_NOT;
        out.note = reason_of(&w, first, w.missing);
        return out;
    }
    out.rule = LIKE_RECOMPUTED;
    for (size_t i = 0; i < out.parts.len; i++)
        if (out.parts.at[i].measure.len) out.rule = LIKE_ESTIMATED;
    like_say(&out, a);
    return out;
}

struct answer like_growth(struct like *like, const struct like_family *f, const struct cube *c, struct arena *a,
                          const struct question *q)
{
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    struct answer plain = answer_growth(c, q);
    *like = like_base(f, c, a, &before);
    if (like->rule == LIKE_SAME) return plain;
    if (like->rule == LIKE_ESTIMATED && plain.rule == ANSWER_STATED) {
        like->rule = LIKE_SAME; /* the report knows better than a share */
        return plain;
    }
    if (like->rule != LIKE_NOT) return answer_growth_over(c, q, &like->value);
    if (plain.rule == ANSWER_STATED) {
        like->rule = LIKE_SAME;
        return plain;
    }
    return answer_growth_over(c, q, &(struct measured){0});
}
