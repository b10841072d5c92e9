/* SPDX-License-Identifier: Apache-2.0
 *
 * change_judge: statements were accepted or rejected (change.h). Payloads:
 *
 *     {"items":[{"statement":345,"figure":12,"indicator":"C01","unit":"quan-an-hoa","period":"2023-H1"}],
 *      "rule":"resolved"}
 *     {"statements":[346,347],"reason":"nhầm đơn vị"}
 *
 * A figure that is accepted says under which key, because an officer may have completed what the reader could not tell;
 * its value, kind, aspect and the rest are the statement's and are not said twice. What a correction adds stands in
 * correction.h.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"

void accept_payload(struct buf *b, struct arena *a, const struct accept_change *c, const struct corrected *corrected)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("items"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->len; i++) {
        const struct accepted *item = &c->at[i];
        json_write_open(&j, '{');
        payload_put_int(&j, STR("statement"), item->statement.n);
        payload_put_int(&j, STR("figure"), item->figure.n);
        payload_put_text(&j, STR("indicator"), item->indicator);
        payload_put_text(&j, STR("unit"), item->unit);
        payload_put_text(&j, STR("period"), period_text(a, item->period));
        payload_put_text(&j, STR("layer"), item->layer);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    units_put(&j, a, c->units, c->unit_count);
    payload_put_text(&j, STR("rule"), c->rule);
    corrections_put(&j, a, corrected);
    json_write_close(&j, '}');
}

bool accept_watch(struct lock_watch *w, const struct accept_change *c, struct err *err)
{
    struct figure_id next;
    if (!figure_next(&next, w->db, err)) return false;
    for (size_t i = 0; w->any && i < c->len; i++) {
        struct kept_statement s;
        if (!statement_load(&s, w->db, w->arena, c->at[i].statement, err)) return false;
        struct kept_figure f = change_figure(&s, &c->at[i]);
        f.id = c->at[i].figure;
        if (!lock_watch_accept(w, &f, next, err)) return false;
    }
    return true;
}

void reject_payload(struct buf *b, struct arena *a, const struct reject_change *c, const struct corrected *corrected)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("statements"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->len; i++) json_write_int(&j, c->at[i].n);
    json_write_close(&j, ']');
    payload_put_text(&j, STR("reason"), c->reason);
    corrections_put(&j, a, corrected);
    json_write_close(&j, '}');
}

struct kept_figure change_figure(const struct kept_statement *s, const struct accepted *item)
{
    const struct figure_statement *f = &s->said.statement.figure;
    return (struct kept_figure){
        .statement = s->id,
        .document = s->document,
        .figure = {.key = {.indicator = item->indicator,
                           .unit = item->unit,
                           .period = item->period,
                           .kind = f->kind,
                           .aspect = f->aspect,
                           .against = f->against,
                           .against_period = f->against_period,
                           .layer = item->layer},
                   .value = f->value,
                   .value_max = f->value_max,
                   .of = f->of,
                   .has_max = f->has_max,
                   .has_of = f->has_of,
                   .bound = f->bound,
                   .measure = f->unit},
    };
}

/* The id of a statement or figure; other numbers are no ids. */
static uint32_t take_id(struct payload *p, int64_t n)
{
    if (n < 0 || n > UINT32_MAX) p->bad = true;
    return (uint32_t)n;
}

static bool apply_figure(const struct effect_place *at, struct lock_watch *w, struct arena *scratch,
                         const struct kept_statement *s, const struct accepted *item, struct err *err)
{
    struct figure_id next;
    struct kept_figure f = change_figure(s, item);
    f.id = item->figure;
    if (!figure_next(&next, at->tables, err)) return false;
    if (item->figure.n > next.n) return fail_entry(at, err);
    if (!lock_watch_accept(w, &f, next, err)) return false;
    if (item->figure.n < next.n) return true; /* confirms an earlier one */
    f.id = next;
    f.entry = at->entry;
    return figure_count_revisions(&f.revision, at->tables, scratch, &f.figure.key, err) &&
           figure_save(at->tables, scratch, &f, err);
}

static bool apply_item(const struct effect_place *at, struct lock_watch *w, struct arena *scratch, struct payload *p,
                       const json_t *object, struct err *err)
{
    struct kept_statement s;
    struct str period = payload_text(p, object, "period");
    struct accepted item = {
        .statement = {take_id(p, payload_int(p, object, "statement"))},
        .figure = {take_id(p, payload_int(p, object, "figure"))},
        .indicator = payload_text(p, object, "indicator"),
        .unit = payload_text(p, object, "unit"),
        .layer = payload_text(p, object, "layer"),
    };
    if (period.len && !period_read(&item.period, period)) p->bad = true;
    if (p->bad) return fail_entry(at, err);
    if (!statement_load(&s, at->tables, scratch, item.statement, err)) return false;
    bool is_figure = s.said.statement.kind == STATEMENT_FIGURE;
    if (is_figure != (item.figure.n > 0)) return fail_entry(at, err);
    if (is_figure && !apply_figure(at, w, scratch, &s, &item, err)) return false;
    return statement_decide(at->tables, item.statement, STATE_ACCEPTED, item.figure, at->entry, err);
}

bool accept_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *items = payload_array(p, p->root, "items");
    struct lock_watch w;
    bool ok = units_apply(at, p, err) && watch_entry(&w, at, p, err);
    struct arena *scratch = arena_make(SIZE_MAX);
    for (size_t i = 0; ok && i < json_array_size(items); i++) {
        struct arena_mark mark = arena_mark(scratch);
        ok = apply_item(at, &w, scratch, p, payload_object_at(p, items, i), err);
        arena_reset(scratch, mark);
    }
    arena_close(scratch);
    if (!ok || !lock_refuse(&w, err) || !corrections_apply(at->tables, at->arena, p, at->entry, err)) return false;
    return !p->bad || fail_entry(at, err);
}

bool reject_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct lock_watch w;
    const json_t *items = payload_array(p, p->root, "statements");
    size_t count = json_array_size(items);
    struct statement_id *ids = arena_array(at->arena, struct statement_id, count);
    for (size_t i = 0; i < count; i++) ids[i].n = take_id(p, payload_int_at(p, items, i));
    if (p->bad) return fail_entry(at, err);
    if (!watch_entry(&w, at, p, err) || !lock_watch_reject(&w, ids, count, err) || !lock_refuse(&w, err)) return false;
    for (size_t i = 0; i < count; i++)
        if (!statement_decide(at->tables, ids[i], STATE_REJECTED, (struct figure_id){0}, at->entry, err)) return false;
    if (!corrections_apply(at->tables, at->arena, p, at->entry, err)) return false;
    return !p->bad || fail_entry(at, err);
}
