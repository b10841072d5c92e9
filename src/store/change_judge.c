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
#include "value_list.h"

#include <stdlib.h>

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

/* --- accepting

   What an entry accepts is looked up, made and decided some hundreds at a time: a server is asked a few questions for
   all of them. Figures of one key that are made together are counted here, for the record does not know them yet. */

struct judging {
    const struct effect_place *at;
    struct lock_watch *watch;
    struct arena *scratch;        /* of one portion */
    const struct accepted *items; /* of the portion */
    size_t len;
    uint32_t next;                    /* the id of the next new figure */
    struct statement_list statements; /* of the items */
    struct kept_figure *fresh;
    struct figure_key *keys;
    size_t fresh_count;
};

static bool take_item(struct accepted *out, struct payload *p, const json_t *object)
{
    struct str period = payload_text(p, object, "period");
    *out = (struct accepted){
        .statement = {take_id(p, payload_int(p, object, "statement"))},
        .figure = {take_id(p, payload_int(p, object, "figure"))},
        .indicator = payload_text(p, object, "indicator"),
        .unit = payload_text(p, object, "unit"),
        .layer = payload_text(p, object, "layer"),
    };
    if (period.len && !period_read(&out->period, period)) p->bad = true;
    return !p->bad;
}

/* The figures that the portion makes: ids follow each other, an earlier one is confirmed, and no other may be said. */
static bool gather_fresh(struct judging *j, struct err *err)
{
    j->fresh = arena_array(j->scratch, struct kept_figure, j->len);
    j->keys = arena_array(j->scratch, struct figure_key, j->len);
    for (size_t i = 0; i < j->len; i++) {
        const struct kept_statement *s = &j->statements.at[i];
        const struct accepted *item = &j->items[i];
        bool is_figure = s->said.statement.kind == STATEMENT_FIGURE;
        if (is_figure != (item->figure.n > 0) || item->figure.n > j->next) return fail_entry(j->at, err);
        if (!is_figure) continue;
        struct kept_figure *f = &j->fresh[j->fresh_count];
        *f = change_figure(s, item);
        f->id = item->figure;
        if (!lock_watch_accept(j->watch, f, (struct figure_id){j->next}, err)) return false;
        if (item->figure.n < j->next) continue; /* confirms an earlier one */
        j->next++;
        f->entry = j->at->entry;
        j->keys[j->fresh_count++] = f->figure.key;
    }
    return true;
}

static int by_key_then_id(const void *a, const void *b)
{
    const struct kept_figure *const *x = a, *const *y = b;
    int c = figure_key_cmp(&(*x)->figure.key, &(*y)->figure.key);
    return c ? c : ((*x)->id.n > (*y)->id.n) - ((*x)->id.n < (*y)->id.n);
}

static bool number_revisions(struct judging *j, struct err *err)
{
    uint32_t *counts = arena_array(j->scratch, uint32_t, j->fresh_count);
    struct kept_figure **sorted = arena_array(j->scratch, struct kept_figure *, j->fresh_count);
    if (!figure_count_revisions(counts, j->at->tables, j->scratch, j->keys, j->fresh_count, err)) return false;
    for (size_t i = 0; i < j->fresh_count; i++) {
        j->fresh[i].revision = counts[i];
        sorted[i] = &j->fresh[i];
    }
    qsort(sorted, j->fresh_count, sizeof *sorted, by_key_then_id);
    for (size_t i = 1; i < j->fresh_count; i++)
        if (figure_key_eq(&sorted[i - 1]->figure.key, &sorted[i]->figure.key))
            sorted[i]->revision = sorted[i - 1]->revision + 1;
    return true;
}

static bool decide_all(struct judging *j, struct err *err)
{
    struct statement_id *ids = arena_array(j->scratch, struct statement_id, j->len);
    struct figure_id *figures = arena_array(j->scratch, struct figure_id, j->len);
    for (size_t i = 0; i < j->len; i++) {
        ids[i] = j->items[i].statement;
        figures[i] = j->items[i].figure;
    }
    return statement_decide(j->at->tables, ids, figures, j->len, STATE_ACCEPTED, j->at->entry, err);
}

static bool apply_portion(struct judging *j, struct err *err)
{
    struct db *db = j->at->tables;
    struct statement_id *ids = arena_array(j->scratch, struct statement_id, j->len);
    for (size_t i = 0; i < j->len; i++) ids[i] = j->items[i].statement;
    if (!statement_load_all(&j->statements, db, j->scratch, ids, j->len, err)) return false;
    j->fresh_count = 0;
    if (!gather_fresh(j, err)) return false;
    if (j->fresh_count && !number_revisions(j, err)) return false;
    db_bulk_begin(db);
    for (size_t i = 0; i < j->fresh_count; i++)
        if (!figure_save(db, j->scratch, &j->fresh[i], err)) return false;
    return db_bulk_end(db, err) && decide_all(j, err);
}

/* The items from `from` on, at most a portion. */
static bool take_portion(struct judging *j, struct payload *p, const json_t *items, size_t from, struct err *err)
{
    size_t left = json_array_size(items) - from;
    j->len = left < VALUE_LIST_ROWS ? left : VALUE_LIST_ROWS;
    struct accepted *taken = arena_array(j->scratch, struct accepted, j->len);
    j->items = taken;
    for (size_t i = 0; i < j->len; i++)
        if (!take_item(&taken[i], p, payload_object_at(p, items, from + i))) return fail_entry(j->at, err);
    return apply_portion(j, err);
}

bool accept_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *items = payload_array(p, p->root, "items");
    struct figure_id next;
    struct lock_watch w;
    if (!units_apply(at, p, err) || !watch_entry(&w, at, p, err) || !figure_next(&next, at->tables, err)) return false;
    struct judging j = {.at = at, .watch = &w, .scratch = arena_make(SIZE_MAX), .next = next.n};
    bool ok = true;
    for (size_t from = 0; ok && from < json_array_size(items); from += j.len) {
        struct arena_mark mark = arena_mark(j.scratch);
        ok = take_portion(&j, p, items, from, err);
        arena_reset(j.scratch, mark);
    }
    arena_close(j.scratch);
    if (!ok || !lock_refuse(&w, err) || !corrections_apply(at->tables, at->arena, p, at->entry, err)) return false;
    return !p->bad || fail_entry(at, err);
}

bool reject_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct lock_watch w;
    const json_t *array = payload_array(p, p->root, "statements");
    struct arena *scratch = arena_make(SIZE_MAX);
    size_t count = json_array_size(array);
    struct statement_id *ids = arena_array(scratch, struct statement_id, count);
    for (size_t i = 0; i < count; i++) ids[i].n = take_id(p, payload_int_at(p, array, i));
    bool ok = (!p->bad || fail_entry(at, err)) && watch_entry(&w, at, p, err) &&
              lock_watch_reject(&w, ids, count, err) && lock_refuse(&w, err) &&
              statement_decide(at->tables, ids, NULL, count, STATE_REJECTED, at->entry, err);
    arena_close(scratch);
    if (!ok || !corrections_apply(at->tables, at->arena, p, at->entry, err)) return false;
    return !p->bad || fail_entry(at, err);
}

/* --- reading back */

static bool same_key(const struct figure_key *k, const struct figure_key *w)
{
    return str_eq(k->indicator, w->indicator) && str_eq(k->unit, w->unit) && str_eq(k->layer, w->layer) &&
           period_eq(k->period, w->period) && k->kind == w->kind && k->aspect == w->aspect &&
           k->against == w->against && period_eq(k->against_period, w->against_period);
}

/* What is read back must be what was accepted. */
static bool same_item(const struct kept_statement *s, const struct kept_figure *f, const struct accepted *item)
{
    if (s->state != STATE_ACCEPTED || s->figure.n != item->figure.n) return false;
    if (!f) return true;
    struct kept_figure wanted = change_figure(s, item);
    if (!same_key(&f->figure.key, &wanted.figure.key)) return false;
    return f->statement.n != s->id.n ||
           (decimal_eq(f->figure.value, wanted.figure.value) && f->figure.value.scale == wanted.figure.value.scale &&
            f->figure.bound == wanted.figure.bound && str_eq(f->figure.measure, wanted.figure.measure));
}

static bool compare_portion(struct db *db, struct arena *a, const struct accepted *items, size_t count, struct err *err)
{
    struct statement_list statements;
    struct figure_list figures;
    struct statement_id *ids = arena_array(a, struct statement_id, count);
    struct figure_asked *places = arena_array(a, struct figure_asked, count);
    size_t figure_count = 0;
    for (size_t i = 0; i < count; i++) {
        ids[i] = items[i].statement;
        if (items[i].figure.n) places[figure_count++] = (struct figure_asked){items[i].figure, items[i].period};
    }
    if (!statement_load_all(&statements, db, a, ids, count, err) ||
        !figure_load_all(&figures, db, a, places, figure_count, err))
        return false;
    bool same = true;
    for (size_t i = 0, f = 0; same && i < count; i++)
        same = same_item(&statements.at[i], items[i].figure.n ? &figures.at[f++] : NULL, &items[i]);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("statement"));
}

bool accept_compare(struct db *db, struct arena *a, const struct accept_change *c, struct err *err)
{
    bool ok = true;
    for (size_t from = 0, n; ok && from < c->len; from += n) {
        struct arena_mark mark = arena_mark(a);
        n = c->len - from < VALUE_LIST_ROWS ? c->len - from : VALUE_LIST_ROWS;
        ok = compare_portion(db, a, c->at + from, n, err);
        arena_reset(a, mark);
    }
    return ok;
}

bool reject_compare(struct db *db, struct arena *a, const struct reject_change *c, struct err *err)
{
    struct statement_list list;
    if (!statement_load_all(&list, db, a, c->at, c->len, err)) return false;
    for (size_t i = 0; i < c->len; i++)
        if (list.at[i].state != STATE_REJECTED) return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("statement"));
    return true;
}
