/* SPDX-License-Identifier: Apache-2.0
 *
 * change_target: programmes and targets join the record or are adjusted, and what people say of them (change.h).
 * Payloads; what is empty is left out:
 *
 *     {"file":"chi-tieu.xlsx","sha256":"...","units":[...],
 *      "programmes":[{"code":"CT1","kind":"programme","name":"...","parent":"NQ12","unit":"765","symbol":"12-NQ/QU",
 *                     "issued":"2020-08-14","issuer":"...","term":"2020-2025"}],
 *      "targets":[{"code":"CT1.3","revision":1,"programme":"CT1","name":"...","indicator":"C01","kind":"plan_ratio",
 *                  "measure":"%","comparator":">=","base":[125,1],"base_period":"2020","weight":[5,0],"clause":"...",
 *                  "since":"2023-07-12","source":"...","levels":[{"period":"2023","value":[100,0]}]}]}
 *     {"target":"CT1.4","period":"2023","reached":true,"evidence":"..."}
 *     {"target":"CT1.3","period":"2023","cause":"...","remedy":"...","owner":"...","due":"2024-06-30"}
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "said.h"

static void put_period(struct json_writer *j, struct arena *a, struct str key, struct period p)
{
    payload_put_text(j, key, period_text(a, p));
}

static void put_number(struct json_writer *j, struct str key, bool has, struct decimal d)
{
    if (has) payload_put_decimal(j, key, d);
}

static struct period payload_period(struct payload *p, const json_t *object, const char *key)
{
    struct period out;
    if (!period_read(&out, payload_text(p, object, key))) p->bad = true;
    return out;
}

/* --- programmes and targets */

static void put_programme(struct json_writer *j, struct arena *a, const struct programme *p)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("code"), p->code);
    payload_put_text(j, STR("kind"), p->kind);
    payload_put_text(j, STR("name"), p->name);
    payload_put_text(j, STR("parent"), p->parent);
    payload_put_text(j, STR("unit"), p->unit);
    payload_put_text(j, STR("symbol"), p->symbol);
    payload_put_text(j, STR("issued"), date_text(a, p->issued));
    payload_put_text(j, STR("issuer"), p->issuer);
    put_period(j, a, STR("term"), p->term);
    json_write_close(j, '}');
}

static void put_level(struct json_writer *j, struct arena *a, const struct target_level *l)
{
    json_write_open(j, '{');
    put_period(j, a, STR("period"), l->period);
    put_number(j, STR("value"), l->has_value, l->value);
    put_number(j, STR("max"), l->has_max, l->max);
    json_write_close(j, '}');
}

static void put_target(struct json_writer *j, struct arena *a, const struct kept_target *kept)
{
    const struct target *t = &kept->target;
    json_write_open(j, '{');
    payload_put_text(j, STR("code"), t->code);
    payload_put_int(j, STR("revision"), kept->revision);
    payload_put_text(j, STR("programme"), t->programme);
    payload_put_text(j, STR("name"), t->name);
    payload_put_text(j, STR("indicator"), t->indicator);
    payload_put_text(j, STR("kind"), kind_name(t->kind));
    payload_put_text(j, STR("measure"), t->measure);
    payload_put_text(j, STR("comparator"), target_comparator_word(t->comparator));
    put_number(j, STR("base"), t->has_base, t->base);
    put_period(j, a, STR("base_period"), t->base_period);
    put_number(j, STR("weight"), t->has_weight, t->weight);
    payload_put_text(j, STR("clause"), t->clause);
    payload_put_text(j, STR("since"), date_text(a, t->since));
    payload_put_text(j, STR("source"), t->source);
    json_write_key(j, STR("levels"));
    json_write_open(j, '[');
    for (size_t i = 0; i < t->levels.len; i++) put_level(j, a, &t->levels.at[i]);
    json_write_close(j, ']');
    json_write_close(j, '}');
}

void programme_payload(struct buf *b, struct arena *a, const struct programme_change *c)
{
    struct json_writer j = json_to(b);
    struct digest_text hex = digest_text(c->sha256);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("file"), c->file);
    if (c->file.len) payload_put_text(&j, STR("sha256"), digest_str(&hex));
    units_put(&j, a, c->units, c->unit_count);
    json_write_key(&j, STR("programmes"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->programme_count; i++) put_programme(&j, a, &c->programmes[i]);
    json_write_close(&j, ']');
    json_write_key(&j, STR("targets"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->target_count; i++) put_target(&j, a, &c->targets[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
}

static bool apply_programmes(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "programmes");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *o = payload_object_at(p, list, i);
        struct programme g = {.code = payload_text(p, o, "code"),
                              .kind = payload_text(p, o, "kind"),
                              .name = payload_text(p, o, "name"),
                              .parent = payload_text(p, o, "parent"),
                              .unit = payload_text(p, o, "unit"),
                              .symbol = payload_text(p, o, "symbol"),
                              .issued = payload_date(p, o, "issued"),
                              .issuer = payload_text(p, o, "issuer"),
                              .term = payload_period(p, o, "term")};
        if (p->bad || !g.code.len || !g.kind.len || !g.unit.len) return fail_entry(at, err);
        if (!programme_save(at->tables, at->arena, &g, at->entry, err)) return false;
    }
    return true;
}

static void levels_of(struct target *t, struct arena *a, struct payload *p, const json_t *o)
{
    const json_t *list = payload_array(p, o, "levels");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = payload_object_at(p, list, i);
        struct target_level *l = vec_push(a, &t->levels);
        *l = (struct target_level){.period = payload_period(p, one, "period")};
        l->value = payload_decimal(p, one, "value", &l->has_value);
        l->max = payload_decimal(p, one, "max", &l->has_max);
        p->bad |= l->period.kind == PERIOD_NONE;
    }
}

static struct kept_target target_of(const struct effect_place *at, struct payload *p, const json_t *o)
{
    int64_t revision = payload_int(p, o, "revision");
    struct kept_target kept = {.revision = (uint32_t)revision, .entry = at->entry};
    struct target *t = &kept.target;
    t->code = payload_text(p, o, "code");
    t->programme = payload_text(p, o, "programme");
    t->name = payload_text(p, o, "name");
    t->indicator = payload_text(p, o, "indicator");
    t->measure = payload_text(p, o, "measure");
    t->base = payload_decimal(p, o, "base", &t->has_base);
    t->base_period = payload_period(p, o, "base_period");
    t->weight = payload_decimal(p, o, "weight", &t->has_weight);
    t->clause = payload_text(p, o, "clause");
    t->since = payload_date(p, o, "since");
    t->source = payload_text(p, o, "source");
    p->bad |= !kind_find(&t->kind, payload_text(p, o, "kind")) || revision < 0 || revision > UINT32_MAX ||
              !target_comparator_find(&t->comparator, payload_text(p, o, "comparator"));
    levels_of(t, at->arena, p, o);
    return kept;
}

bool programme_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "targets");
    if (!units_apply(at, p, err) || !apply_programmes(at, p, err)) return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct kept_target kept = target_of(at, p, payload_object_at(p, list, i));
        if (p->bad || !kept.target.code.len || !kept.target.programme.len) return fail_entry(at, err);
        if (!target_save(at->tables, at->arena, &kept, err)) return false;
    }
    return !p->bad || fail_entry(at, err);
}

static bool programme_eq(const struct programme *a, const struct programme *b)
{
    return str_eq(a->code, b->code) && str_eq(a->kind, b->kind) && str_eq(a->name, b->name) &&
           str_eq(a->parent, b->parent) && str_eq(a->unit, b->unit) && str_eq(a->symbol, b->symbol) &&
           date_cmp(a->issued, b->issued) == 0 && str_eq(a->issuer, b->issuer) && period_eq(a->term, b->term);
}

bool programme_compare(struct db *db, struct arena *a, const struct programme_change *c, struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, db, a, err)) return false;
    for (size_t i = 0; i < c->programme_count; i++) {
        const struct programme *g = programme_find(&rows, c->programmes[i].code);
        if (!g || !programme_eq(g, &c->programmes[i]))
            return fail(err, ERR_RECORD_READ_BACK, db_where(db), c->programmes[i].code);
    }
    for (size_t i = 0; i < c->target_count; i++) {
        const struct kept_target *t = target_on(&rows, c->targets[i].target.code, (struct date){0});
        if (!t || t->revision != c->targets[i].revision || !target_eq(&t->target, &c->targets[i].target))
            return fail(err, ERR_RECORD_READ_BACK, db_where(db), c->targets[i].target.code);
    }
    return true;
}

/* --- judgements and notes */

void judgement_payload(struct buf *b, struct arena *a, const struct kept_judgement *g)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("target"), g->target);
    put_period(&j, a, STR("period"), g->period);
    if (g->reached) {
        json_write_key(&j, STR("reached"));
        json_write_bool(&j, true);
    }
    payload_put_text(&j, STR("evidence"), g->evidence);
    json_write_close(&j, '}');
}

bool judgement_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_judgement g = {.target = payload_text(p, p->root, "target"),
                               .period = payload_period(p, p->root, "period"),
                               .reached = payload_bool(p, p->root, "reached"),
                               .evidence = payload_text(p, p->root, "evidence")};
    if (p->bad || !g.target.len || g.period.kind == PERIOD_NONE) return fail_entry(at, err);
    return judgement_save(at->tables, at->arena, &g, at->entry, err);
}

bool judgement_compare(struct db *db, struct arena *a, const struct kept_judgement *g, struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, db, a, err)) return false;
    for (size_t i = 0; i < rows.judgements.len; i++) {
        const struct kept_judgement *r = &rows.judgements.at[i];
        if (str_eq(r->target, g->target) && period_eq(r->period, g->period) && r->reached == g->reached &&
            str_eq(r->evidence, g->evidence))
            return true;
    }
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), g->target);
}

void note_payload(struct buf *b, struct arena *a, const struct kept_note *n)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("target"), n->target);
    put_period(&j, a, STR("period"), n->period);
    payload_put_text(&j, STR("cause"), n->cause);
    payload_put_text(&j, STR("remedy"), n->remedy);
    payload_put_text(&j, STR("owner"), n->owner);
    payload_put_text(&j, STR("due"), date_text(a, n->due));
    json_write_close(&j, '}');
}

bool note_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_note n = {.target = payload_text(p, p->root, "target"),
                          .period = payload_period(p, p->root, "period"),
                          .cause = payload_text(p, p->root, "cause"),
                          .remedy = payload_text(p, p->root, "remedy"),
                          .owner = payload_text(p, p->root, "owner"),
                          .due = payload_date(p, p->root, "due")};
    if (p->bad || !n.target.len || n.period.kind == PERIOD_NONE) return fail_entry(at, err);
    return note_save(at->tables, at->arena, &n, at->entry, err);
}

bool note_compare(struct db *db, struct arena *a, const struct kept_note *n, struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, db, a, err)) return false;
    const struct kept_note *r = note_find(&rows, n->target, n->period);
    bool same = r && str_eq(r->cause, n->cause) && str_eq(r->remedy, n->remedy) && str_eq(r->owner, n->owner) &&
                date_cmp(r->due, n->due) == 0;
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), n->target);
}

/* --- the changes */

bool change_programmes(struct db *db, struct arena *a, const struct author *author, const struct programme_change *c,
                       struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    programme_payload(&b, a, c);
    if (!change_append(&at, &p, db, a, author, STR("programme"), &b, err)) return false;
    bool ok = programme_apply(&at, &p, err);
    payload_close(&p);
    return ok && units_compare(db, a, c->units, c->unit_count, err) && programme_compare(db, a, c, err);
}

bool change_judgement(struct db *db, struct arena *a, const struct author *author, const struct kept_judgement *g,
                      struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    judgement_payload(&b, a, g);
    if (!change_append(&at, &p, db, a, author, STR("target_judge"), &b, err)) return false;
    bool ok = judgement_apply(&at, &p, err);
    payload_close(&p);
    return ok && judgement_compare(db, a, g, err);
}

bool change_note(struct db *db, struct arena *a, const struct author *author, const struct kept_note *n,
                 struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    note_payload(&b, a, n);
    if (!change_append(&at, &p, db, a, author, STR("target_note"), &b, err)) return false;
    bool ok = note_apply(&at, &p, err);
    payload_close(&p);
    return ok && note_compare(db, a, n, err);
}
