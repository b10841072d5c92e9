/* SPDX-License-Identifier: Apache-2.0
 *
 * change_filing: definitions of reports, who must send them, and the life of a report (change.h). Payloads; what is
 * empty is left out:
 *
 *     {"code":"BC-TUAN","name":"...","window":"cut:14","every":"month","sender":"commune","receiver":"...",
 *      "due":"last_month:17","weekend":"as_is","late":"first","indicators":"C01,C03a","required":"C01",
 *      "from":"2025-07-01"}
 *     {"definition":"KTXH","unit":"79","below":true,"due":"last_month:17","from":"2025-07-01","source":"..."}
 *     {"definition":"KTXH","name":"...","unit":"26740","period":"2025-H1","first":"2024-12-15","last":"2025-06-14",
 *      "due":"2025-06-17","late":"first","times":"2024-12-15..2025-06-14 2025-H1","stock_times":"...",
 *      "cells":[{"indicator":"C01","required":true}],"units":[...],"day":"2025-06-10","note":"..."}
 *     {"filing":7,"state":"submitted","day":"2025-06-16","said":true,"note":"..."}
 *     {"filing":7,"state":"locked","day":"2025-06-20","reckoned":[{"indicator":"C50","period":"2025-H1",
 *      "formula":"C01 / A02","since":"2025-07-01","own":3,"value":[106382979,0],"bound":"exact","measure":"VND",
 *      "estimate":true,"parts":[{"indicator":"A02","role":"value","period":"2025-H1","of":"2024","aspect":"actual",
 *      "layer":"...","figure":2,"value":[47000,0],"bound":"exact","measure":"người"}]}]}
 *
 * Everything by which a report is judged stands in the entry that opened it, so later rules do not move it.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "said.h"

static void put_flag(struct json_writer *j, struct str key, bool on)
{
    if (!on) return;
    json_write_key(j, key);
    json_write_bool(j, true);
}

/* --- definitions */

void definition_payload(struct buf *b, struct arena *a, const struct report_definition *d)
{
    struct json_writer j = json_to(b);
    struct buf every = buf_make(200);
    report_every_write(&every, d->every);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("code"), d->code);
    payload_put_text(&j, STR("name"), d->name);
    payload_put_text(&j, STR("window"), d->window);
    payload_put_text(&j, STR("every"), buf_str(&every));
    payload_put_text(&j, STR("sender"), unit_kind_word(d->sender));
    payload_put_text(&j, STR("receiver"), d->receiver);
    payload_put_text(&j, STR("due"), d->due);
    payload_put_text(&j, STR("weekend"), weekend_rule_word(d->weekend));
    payload_put_text(&j, STR("late"), late_rule_word(d->late));
    payload_put_text(&j, STR("indicators"), d->indicators);
    payload_put_text(&j, STR("required"), d->required);
    payload_put_text(&j, STR("from"), date_text(a, d->from));
    payload_put_text(&j, STR("to"), date_text(a, d->to));
    payload_put_text(&j, STR("citation"), d->citation);
    payload_put_text(&j, STR("note"), d->note);
    json_write_close(&j, '}');
    buf_free(&every);
}

bool definition_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct window_rule window;
    struct due_rule due;
    struct report_definition d = {
        .code = payload_text(p, p->root, "code"),
        .name = payload_text(p, p->root, "name"),
        .window = payload_text(p, p->root, "window"),
        .receiver = payload_text(p, p->root, "receiver"),
        .due = payload_text(p, p->root, "due"),
        .indicators = payload_text(p, p->root, "indicators"),
        .required = payload_text(p, p->root, "required"),
        .from = payload_date(p, p->root, "from"),
        .to = payload_date(p, p->root, "to"),
        .citation = payload_text(p, p->root, "citation"),
        .note = payload_text(p, p->root, "note"),
    };
    bool right = report_every_read(&d.every, payload_text(p, p->root, "every")) &&
                 unit_kind_read(&d.sender, payload_text(p, p->root, "sender")) &&
                 weekend_rule_read(&d.weekend, payload_text(p, p->root, "weekend")) &&
                 late_rule_read(&d.late, payload_text(p, p->root, "late")) && window_rule_read(&window, d.window) &&
                 due_rule_read(&due, d.due) && d.code.len;
    if (!right || p->bad) return fail_entry(at, err);
    return definition_save(at->tables, at->arena, &d, at->entry, err);
}

/* --- who must send */

void requirement_payload(struct buf *b, struct arena *a, const struct kept_requirement *r)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("definition"), r->definition);
    payload_put_text(&j, STR("unit"), r->unit);
    put_flag(&j, STR("below"), r->below);
    payload_put_text(&j, STR("due"), r->due);
    payload_put_text(&j, STR("from"), date_text(a, r->from));
    payload_put_text(&j, STR("to"), date_text(a, r->to));
    payload_put_text(&j, STR("source"), r->source);
    json_write_close(&j, '}');
}

bool requirement_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct due_rule due;
    struct kept_requirement r = {
        .definition = payload_text(p, p->root, "definition"),
        .unit = payload_text(p, p->root, "unit"),
        .below = payload_bool(p, p->root, "below"),
        .due = payload_text(p, p->root, "due"),
        .from = payload_date(p, p->root, "from"),
        .to = payload_date(p, p->root, "to"),
        .source = payload_text(p, p->root, "source"),
    };
    if (p->bad || !r.definition.len || !r.unit.len || (r.due.len && !due_rule_read(&due, r.due)))
        return fail_entry(at, err);
    return requirement_save(at->tables, at->arena, &r, at->entry, err);
}

/* --- reports */

void filing_open_payload(struct buf *b, struct arena *a, const struct filing_open_change *c)
{
    struct json_writer j = json_to(b);
    const struct kept_filing *f = &c->filing;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("definition"), f->definition);
    payload_put_text(&j, STR("name"), f->name);
    payload_put_text(&j, STR("unit"), f->unit);
    payload_put_text(&j, STR("period"), period_text(a, f->period));
    payload_put_text(&j, STR("first"), date_text(a, f->first));
    payload_put_text(&j, STR("last"), date_text(a, f->last));
    payload_put_text(&j, STR("due"), date_text(a, f->due));
    payload_put_text(&j, STR("late"), late_rule_word(f->late));
    payload_put_text(&j, STR("times"), f->times);
    payload_put_text(&j, STR("stock_times"), f->stock_times);
    json_write_key(&j, STR("cells"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->cell_count; i++) {
        json_write_open(&j, '{');
        payload_put_text(&j, STR("indicator"), c->cells[i].indicator);
        put_flag(&j, STR("required"), c->cells[i].required);
        put_flag(&j, STR("stock"), c->cells[i].stock);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    units_put(&j, a, c->units, c->unit_count);
    payload_put_text(&j, STR("day"), date_text(a, c->day));
    payload_put_text(&j, STR("note"), c->note);
    json_write_close(&j, '}');
}

static struct filing_cell *cells_read(struct payload *p, const json_t *cells, struct arena *a)
{
    struct filing_cell *out = arena_array(a, struct filing_cell, json_array_size(cells));
    for (size_t i = 0; i < json_array_size(cells); i++) {
        const json_t *cell = payload_object_at(p, cells, i);
        out[i] = (struct filing_cell){payload_text(p, cell, "indicator"), payload_bool(p, cell, "required"),
                                      payload_bool(p, cell, "stock")};
        if (!out[i].indicator.len) p->bad = true;
    }
    return out;
}

bool filing_open_apply(struct filing_id *id, const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *cells = payload_array(p, p->root, "cells");
    struct kept_filing f = {
        .definition = payload_text(p, p->root, "definition"),
        .name = payload_text(p, p->root, "name"),
        .unit = payload_text(p, p->root, "unit"),
        .first = payload_date(p, p->root, "first"),
        .last = payload_date(p, p->root, "last"),
        .due = payload_date(p, p->root, "due"),
        .times = payload_text(p, p->root, "times"),
        .stock_times = payload_text(p, p->root, "stock_times"),
        .entry = at->entry,
    };
    struct filing_event e = {
        .day = payload_date(p, p->root, "day"), .note = payload_text(p, p->root, "note"), .entry = at->entry};
    struct filing_cell *list = cells_read(p, cells, at->arena);
    bool right = period_read(&f.period, payload_text(p, p->root, "period")) && f.period.kind != PERIOD_NONE &&
                 late_rule_read(&f.late, payload_text(p, p->root, "late")) && f.definition.len && f.unit.len &&
                 date_known(e.day);
    if (!right || p->bad) return fail_entry(at, err);
    if (!units_apply(at, p, err) || !filing_next(id, at->tables, err)) return false;
    f.id = e.filing = *id;
    return filing_save(at->tables, at->arena, &f, list, json_array_size(cells), err) &&
           filing_event_save(at->tables, at->arena, &e, err);
}

static void put_measured(struct json_writer *j, const struct measured *m)
{
    payload_put_decimal(j, STR("value"), m->value);
    payload_put_text(j, STR("bound"), bound_name(m->bound));
    payload_put_text(j, STR("measure"), m->measure);
}

static void put_part(struct json_writer *j, struct arena *a, const struct locked_part *p)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("indicator"), p->indicator);
    payload_put_text(j, STR("role"), formula_role_word(p->role));
    payload_put_text(j, STR("period"), period_text(a, p->period));
    payload_put_text(j, STR("of"), period_text(a, p->of));
    payload_put_text(j, STR("aspect"), aspect_name(p->aspect));
    payload_put_text(j, STR("layer"), p->layer);
    payload_put_int(j, STR("figure"), p->figure.n);
    put_measured(j, &p->value);
    json_write_close(j, '}');
}

static void put_locked(struct json_writer *j, struct arena *a, const struct locked_list *locked)
{
    if (!locked->len) return;
    json_write_key(j, STR("reckoned"));
    json_write_open(j, '[');
    for (size_t i = 0; i < locked->len; i++) {
        const struct locked_value *v = &locked->at[i];
        json_write_open(j, '{');
        payload_put_text(j, STR("indicator"), v->indicator);
        payload_put_text(j, STR("period"), period_text(a, v->period));
        payload_put_text(j, STR("formula"), v->formula);
        payload_put_text(j, STR("since"), date_text(a, v->since));
        payload_put_int(j, STR("own"), v->own);
        put_measured(j, &v->value);
        put_flag(j, STR("estimate"), v->estimate);
        json_write_key(j, STR("parts"));
        json_write_open(j, '[');
        for (size_t k = 0; k < v->parts.len; k++) put_part(j, a, &v->parts.at[k]);
        json_write_close(j, ']');
        json_write_close(j, '}');
    }
    json_write_close(j, ']');
}

static struct measured read_measured(struct payload *p, const json_t *object)
{
    bool has;
    struct measured m = {.known = true, .measure = payload_text(p, object, "measure")};
    m.value = payload_decimal(p, object, "value", &has);
    if (!has || !bound_find(&m.bound, payload_text(p, object, "bound"))) p->bad = true;
    return m;
}

static struct locked_part read_part(struct payload *p, const json_t *object)
{
    int64_t figure = payload_int(p, object, "figure");
    struct locked_part part = {.indicator = payload_text(p, object, "indicator"),
                               .layer = payload_text(p, object, "layer"),
                               .figure = {(uint32_t)figure},
                               .value = read_measured(p, object)};
    bool right = formula_role_read(&part.role, payload_text(p, object, "role")) &&
                 period_read(&part.period, payload_text(p, object, "period")) &&
                 period_read(&part.of, payload_text(p, object, "of")) &&
                 aspect_find(&part.aspect, payload_text(p, object, "aspect")) && part.indicator.len;
    if (!right || figure < 0 || figure > UINT32_MAX) p->bad = true;
    return part;
}

static struct locked_value read_locked(struct payload *p, const json_t *object, const struct effect_place *at)
{
    int64_t own = payload_int(p, object, "own");
    struct locked_value v = {.indicator = payload_text(p, object, "indicator"),
                             .formula = payload_text(p, object, "formula"),
                             .since = payload_date(p, object, "since"),
                             .own = (uint32_t)own,
                             .value = read_measured(p, object),
                             .estimate = payload_bool(p, object, "estimate"),
                             .entry = at->entry};
    const json_t *parts = payload_array(p, object, "parts");
    if (!period_read(&v.period, payload_text(p, object, "period")) || !v.indicator.len || own < 0 || own > UINT32_MAX)
        p->bad = true;
    for (size_t i = 0; i < json_array_size(parts); i++)
        *vec_push(at->arena, &v.parts) = read_part(p, payload_object_at(p, parts, i));
    return v;
}

static bool locked_apply(const struct effect_place *at, struct payload *p, const struct filing_event *e,
                         struct err *err)
{
    const json_t *list = payload_array(p, p->root, "reckoned");
    if (json_array_size(list) && e->state != FILING_LOCKED) return fail_entry(at, err);
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct locked_value v = read_locked(p, payload_object_at(p, list, i), at);
        v.filing = e->filing;
        v.place = i;
        if (p->bad) return fail_entry(at, err);
        if (!locked_save(at->tables, at->arena, &v, err)) return false;
    }
    return true;
}

void filing_move_payload(struct buf *b, struct arena *a, const struct filing_event *e, const struct locked_list *locked)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_int(&j, STR("filing"), e->filing.n);
    payload_put_text(&j, STR("state"), filing_state_word(e->state));
    payload_put_text(&j, STR("day"), date_text(a, e->day));
    put_flag(&j, STR("said"), e->said);
    payload_put_text(&j, STR("note"), e->note);
    put_locked(&j, a, locked);
    json_write_close(&j, '}');
}

bool filing_move_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_filing f;
    int64_t id = payload_int(p, p->root, "filing");
    struct filing_event e = {
        .filing = {(uint32_t)id},
        .day = payload_date(p, p->root, "day"),
        .said = payload_bool(p, p->root, "said"),
        .note = payload_text(p, p->root, "note"),
        .entry = at->entry,
    };
    bool right = filing_state_read(&e.state, payload_text(p, p->root, "state")) && date_known(e.day);
    if (!right || p->bad || id < 1 || id > UINT32_MAX) return fail_entry(at, err);
    if (!filing_load(&f, at->tables, at->arena, e.filing, err)) return false;
    if (!filing_may_go(f.state, e.state)) return fail_entry(at, err);
    return locked_apply(at, p, &e, err) && filing_event_save(at->tables, at->arena, &e, err);
}

/* --- the changes */

bool change_definition(struct db *db, struct arena *a, const struct author *author, const struct report_definition *d,
                       struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    definition_payload(&b, a, d);
    if (!change_append(&at, &p, db, a, author, STR("report_definition"), &b, err)) return false;
    bool ok = definition_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_requirement(struct db *db, struct arena *a, const struct author *author, const struct kept_requirement *r,
                        struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    requirement_payload(&b, a, r);
    if (!change_append(&at, &p, db, a, author, STR("filing_require"), &b, err)) return false;
    bool ok = requirement_apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

bool change_filing_open(struct filing_id *id, struct db *db, struct arena *a, const struct author *author,
                        const struct filing_open_change *c, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct kept_filing f;
    struct buf b = buf_make(SIZE_MAX);
    filing_open_payload(&b, a, c);
    if (!change_append(&at, &p, db, a, author, STR("filing_open"), &b, err)) return false;
    bool ok = filing_open_apply(id, &at, &p, err);
    payload_close(&p);
    if (!ok || !filing_load(&f, db, a, *id, err)) return false;
    bool same = str_eq(f.unit, c->filing.unit) && period_eq(f.period, c->filing.period) &&
                date_cmp(f.first, c->filing.first) == 0 && date_cmp(f.last, c->filing.last) == 0 &&
                date_cmp(f.due, c->filing.due) == 0 && str_eq(f.times, c->filing.times);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("filing"));
}

bool change_filing_move(struct db *db, struct arena *a, const struct author *author, const struct filing_event *e,
                        const struct locked_list *locked, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct kept_filing f;
    struct locked_list kept;
    struct buf b = buf_make(SIZE_MAX);
    filing_move_payload(&b, a, e, locked);
    if (!change_append(&at, &p, db, a, author, STR("filing_move"), &b, err)) return false;
    bool ok = filing_move_apply(&at, &p, err);
    payload_close(&p);
    if (!ok || !filing_load(&f, db, a, e->filing, err) || !locked_list(&kept, db, a, e->filing, STR(""), err))
        return false;
    return (f.state == e->state && kept.len == locked->len) ||
           fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("filing"));
}
