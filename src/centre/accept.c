/* SPDX-License-Identifier: Apache-2.0
 *
 * accept: see accept.h. This file is the decision of a person; accept_rule.c is the rule. Both put a change together as
 * a batch, which knows the figures that the change itself will make, so that two statements of one change that say the
 * same become one figure.
 */
#include "accept.h"

#include "accept_private.h"
#include "buf.h"
#include "dimension.h"
#include "indicator.h"
#include "plan.h"
#include "resolve.h"

#include <assert.h>

bool batch_start(struct accept_batch *b, struct db *db, struct arena *a, struct err *err)
{
    struct figure_id next;
    *b = (struct accept_batch){.db = db, .arena = a};
    if (!figure_next(&next, db, err)) return false;
    b->next = next.n;
    return true;
}

struct str accept_key_text(struct arena *a, const struct figure_key *k)
{
    struct buf b = buf_make(SIZE_MAX);
    const struct str parts[] = {k->indicator,          k->unit,  period_text(a, k->period),
                                kind_name(k->kind),    k->layer, against_text(a, k->against, k->against_period),
                                aspect_name(k->aspect)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_put(&b, parts[i]);
        buf_char(&b, '\n');
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

bool batch_look(struct accept_batch *b, const struct figure_key *keys, size_t count, struct err *err)
{
    struct figure_key *fresh = arena_array(b->arena, struct figure_key, count);
    struct figure_list found;
    size_t fresh_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct str text = accept_key_text(b->arena, &keys[i]);
        if (map_find(&b->keys, text)) continue;
        map_put(&b->keys, b->arena, text, (uint32_t)b->holders.len);
        *vec_push(b->arena, &b->holders) = (struct key_holder){0};
        fresh[fresh_count++] = keys[i];
    }
    if (!fresh_count) return true;
    if (!figure_list_of_keys(&found, b->db, b->arena, fresh, fresh_count, err)) return false;
    for (size_t i = 0; i < found.len; i++)
        *batch_holder(b, &found.at[i].figure.key) = (struct key_holder){true, found.at[i]};
    return true;
}

struct key_holder *batch_holder(struct accept_batch *b, const struct figure_key *key)
{
    const uint32_t *place = map_find(&b->keys, accept_key_text(b->arena, key));
    assert(place);
    return &b->holders.at[*place];
}

void batch_make(struct accept_batch *b, const struct kept_statement *s, struct accepted item)
{
    struct kept_figure f = change_figure(s, &item);
    struct key_holder *h = batch_holder(b, &f.figure.key);
    if (h->found)
        b->result.revised++;
    else
        b->result.made++;
    f.id.n = b->next++;
    *h = (struct key_holder){true, f};
    item.figure = f.id;
    *vec_push(b->arena, &b->items) = item;
}

void batch_confirm(struct accept_batch *b, const struct kept_statement *s, struct accepted item)
{
    struct kept_figure f = change_figure(s, &item);
    item.figure = batch_holder(b, &f.figure.key)->figure.id;
    b->result.confirmed++;
    *vec_push(b->arena, &b->items) = item;
}

/* Whether two figures of one key say the same, digit for digit in value. */
static bool says_the_same(const struct figure *a, const struct figure *b)
{
    return decimal_eq(a->value, b->value) && a->bound == b->bound && str_eq(a->measure, b->measure) &&
           a->has_max == b->has_max && a->has_of == b->has_of &&
           (!a->has_max || decimal_eq(a->value_max, b->value_max)) && (!a->has_of || decimal_eq(a->of, b->of));
}

static bool fail_of(struct err *err, enum err_code code, struct statement_id id)
{
    char room[16];
    int len = snprintf(room, sizeof room, "S%u", (unsigned)id.n);
    return fail(err, code, (struct str){room, (size_t)len});
}

static bool check_measure(struct statement_id id, const struct figure_statement *f, const struct indicator *i,
                          struct err *err)
{
    if (f->kind != KIND_LEVEL && f->kind != KIND_CHANGE) return true;
    if (indicator_takes_unit(i, f->unit)) return true;
    char room[16];
    int len = snprintf(room, sizeof room, "S%u", (unsigned)id.n);
    struct buf said = buf_make(400);
    measure_write_vi(&said, f->unit);
    fail(err, ERR_ACCEPT_MEASURE, (struct str){room, (size_t)len}, i->code, i->unit, buf_str(&said));
    buf_free(&said);
    return false;
}

/* Id of the unit that an officer named: an id of the record, or a name, which means a unit near the place of the
 * document that says it. */
static bool chosen_unit(struct str *code, struct resolver *r, struct document_id document, struct str typed,
                        struct date day, struct err *err)
{
    struct str name;
    struct listed_document d;
    struct looked_unit none;
    struct looked_units several;
    if (!unit_name_of(&name, r->db, r->arena, typed, err)) return false;
    if (name.len) {
        *code = typed;
        return true;
    }
    if (!document_load(&d, r->db, r->arena, document, err)) return false;
    resolver_move(r, d.reading.date, d.reading.place);
    if (!resolve_place(code, r, typed, day, true, err)) return false;
    return code->len || unit_look_one(&none, &several, r->db, r->arena, typed, day, day, err);
}

/* The key under which a person accepts a figure statement. */
static bool complete(struct accepted *item, struct resolver *r, const struct kept_statement *s,
                     const struct accept_choice *choice, struct err *err)
{
    const struct figure_statement *f = &s->said.statement.figure;
    *item = (struct accepted){
        .statement = s->id,
        .indicator = choice->indicator.len ? choice->indicator : f->indicator,
        .unit = s->said.unit,
        .layer = choice->has_layer ? choice->layer : s->said.layer,
        .period = choice->period.kind != PERIOD_NONE ? choice->period : f->period,
    };
    if (choice->unit.len && !chosen_unit(&item->unit, r, s->document, choice->unit, item->period.to, err)) return false;
    const struct indicator *i = indicator_typed(item->indicator);
    if (i) item->indicator = i->code;
    if (!item->indicator.len) return fail_of(err, ERR_ACCEPT_INDICATOR, s->id);
    if (!i) return fail(err, ERR_INDICATOR_UNKNOWN, item->indicator);
    if (!item->unit.len) return fail_of(err, ERR_ACCEPT_UNIT, s->id);
    if (item->period.kind == PERIOD_NONE) return fail_of(err, ERR_ACCEPT_PERIOD, s->id);
    return check_measure(s->id, f, i, err);
}

/* What a person accepts: the statements, and the keys of those that are figures. */
struct chosen {
    struct statement_list statements;
    struct accepted *items; /* of each statement */
    bool *figures;          /* it is one that makes or confirms a figure */
    struct figure_key *keys;
    size_t key_count;
};

static bool choose(struct chosen *out, struct accept_batch *b, const struct statement_id *ids, size_t count,
                   const struct accept_choice *choice, struct err *err)
{
    struct resolver r = resolver_make(b->db, b->arena, (struct date){0}, STR(""));
    *out = (struct chosen){.items = arena_array(b->arena, struct accepted, count),
                           .figures = arena_array(b->arena, bool, count),
                           .keys = arena_array(b->arena, struct figure_key, count)};
    if (!statement_load_all(&out->statements, b->db, b->arena, ids, count, err)) return false;
    for (size_t i = 0; i < count; i++) {
        const struct kept_statement *s = &out->statements.at[i];
        if (s->state == STATE_WITHDRAWN) return fail_of(err, ERR_ACCEPT_WITHDRAWN, s->id);
        if (s->state == STATE_ACCEPTED || s->said.statement.kind != STATEMENT_FIGURE) continue;
        if (!complete(&out->items[i], &r, s, choice, err)) return false;
        out->figures[i] = true;
        out->keys[out->key_count++] = change_figure(s, &out->items[i]).figure.key;
    }
    b->units = r.units.at;
    b->unit_count = r.units.len;
    return true;
}

static void add_one(struct accept_batch *b, const struct chosen *c, size_t i)
{
    const struct kept_statement *s = &c->statements.at[i];
    if (s->state == STATE_ACCEPTED) {
        b->result.already++;
        return;
    }
    if (!c->figures[i]) {
        *vec_push(b->arena, &b->items) = (struct accepted){.statement = s->id};
        b->result.others++;
        return;
    }
    struct kept_figure f = change_figure(s, &c->items[i]);
    const struct key_holder *h = batch_holder(b, &f.figure.key);
    if (h->found && says_the_same(&h->figure.figure, &f.figure))
        batch_confirm(b, s, c->items[i]);
    else
        batch_make(b, s, c->items[i]);
}

static bool accept_all(struct accept_result *out, struct db *db, struct arena *a, const struct author *author,
                       const struct statement_id *ids, size_t count, const struct accept_choice *choice,
                       struct err *err)
{
    struct accept_batch b;
    struct chosen chosen;
    if (!batch_start(&b, db, a, err) || !choose(&chosen, &b, ids, count, choice, err) ||
        !batch_look(&b, chosen.keys, chosen.key_count, err))
        return false;
    for (size_t i = 0; i < count; i++) add_one(&b, &chosen, i);
    *out = b.result;
    struct accept_change c = {b.items.at, b.items.len, b.units, b.unit_count, STR("")};
    return b.items.len == 0 || change_accept(db, a, author, &c, err);
}

bool accept_statements(struct accept_result *out, struct db *db, struct arena *a, const struct author *author,
                       const struct statement_id *ids, size_t count, const struct accept_choice *choice,
                       struct err *err)
{
    enum plan_layer layer;
    *out = (struct accept_result){0};
    if (choice->has_layer && !plan_layer_find(&layer, choice->layer))
        return fail(err, ERR_PLAN_LAYER_UNKNOWN, choice->layer);
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, accept_all(out, db, a, author, ids, count, choice, err), err);
}

static bool reject_all(size_t *rejected, struct db *db, struct arena *a, const struct author *author,
                       const struct statement_id *ids, size_t count, struct str reason, struct err *err)
{
    struct statement_id *those = arena_array(a, struct statement_id, count);
    struct statement_list list;
    size_t n = 0;
    if (!statement_load_all(&list, db, a, ids, count, err)) return false;
    for (size_t i = 0; i < count; i++)
        if (list.at[i].state != STATE_REJECTED) those[n++] = ids[i];
    *rejected = n;
    return n == 0 || change_reject(db, a, author, &(struct reject_change){those, n, reason}, err);
}

bool reject_statements(size_t *rejected, struct db *db, struct arena *a, const struct author *author,
                       const struct statement_id *ids, size_t count, struct str reason, struct err *err)
{
    *rejected = 0;
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, reject_all(rejected, db, a, author, ids, count, reason, err), err);
}
