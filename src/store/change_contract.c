/* SPDX-License-Identifier: Apache-2.0
 *
 * change_contract: contracts and allotments join the record (change.h), as parts of an entry `project`:
 *
 *     {"contracts":[{"project":7,"number":"12/HĐ-XD","package":"Xây lắp","contractor":"Công ty A","value":5000000000,
 *                    "signed_on":"2026-03-01","finish":"2026-12-01","recover_by":"2026-10-01","day":"2026-03-02"},
 *                   {"id":3,"value":5400000000,"day":"2026-08-01","note":"phụ lục 01"}],
 *      "allots":[{"unit":"26740","year":2026,"source":"commune","amount":9000000000,"day":"2026-01-10"}],
 *      "allot_strikes":[{"allot":2,"note":"..."}],"units":[...]}
 *
 * Of a contract that is there only what is new is said; what was there is looked up.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "project_table.h"
#include "said.h"

static void put_day(struct json_writer *j, struct arena *a, struct str key, struct date d)
{
    payload_put_text(j, key, date_text(a, d));
}

static void put_contract(struct json_writer *j, struct arena *a, const struct kept_contract *g)
{
    json_write_open(j, '{');
    payload_put_int(j, STR("id"), g->id);
    payload_put_int(j, STR("project"), g->id ? 0 : g->project.n);
    payload_put_text(j, STR("number"), g->number);
    payload_put_text(j, STR("package"), g->package);
    payload_put_text(j, STR("contractor"), g->contractor);
    if (g->has_value) payload_put_decimal(j, STR("value"), g->value);
    put_day(j, a, STR("signed_on"), g->signed_on);
    put_day(j, a, STR("finish"), g->finish);
    put_day(j, a, STR("guarantee_to"), g->guarantee_to);
    put_day(j, a, STR("recover_by"), g->recover_by);
    put_day(j, a, STR("ended"), g->ended);
    put_day(j, a, STR("day"), g->day);
    payload_put_text(j, STR("note"), g->note);
    json_write_close(j, '}');
}

static void put_allot(struct json_writer *j, struct arena *a, const struct kept_allot *p)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("unit"), p->unit);
    payload_put_int(j, STR("year"), p->year);
    payload_put_text(j, STR("source"), p->source);
    payload_put_decimal(j, STR("amount"), p->amount);
    put_day(j, a, STR("day"), p->day);
    payload_put_text(j, STR("number"), p->number);
    payload_put_text(j, STR("note"), p->note);
    json_write_close(j, '}');
}

static void open_list(struct json_writer *j, struct str key)
{
    json_write_key(j, key);
    json_write_open(j, '[');
}

void contract_payload(struct json_writer *j, struct arena *a, const struct project_change *c)
{
    if (c->contract_count) open_list(j, STR("contracts"));
    for (size_t i = 0; i < c->contract_count; i++) put_contract(j, a, &c->contracts[i]);
    if (c->contract_count) json_write_close(j, ']');
    if (c->allot_count) open_list(j, STR("allots"));
    for (size_t i = 0; i < c->allot_count; i++) put_allot(j, a, &c->allots[i]);
    if (c->allot_count) json_write_close(j, ']');
    if (c->allot_strike_count) open_list(j, STR("allot_strikes"));
    for (size_t i = 0; i < c->allot_strike_count; i++) {
        json_write_open(j, '{');
        payload_put_int(j, STR("allot"), c->allot_strikes[i]);
        payload_put_text(j, STR("note"), c->strike_note);
        json_write_close(j, '}');
    }
    if (c->allot_strike_count) json_write_close(j, ']');
    units_put(j, a, c->units, c->unit_count);
}

/* --- contracts */

static bool lacks(struct str *what, const struct kept_contract *g)
{
    *what = !g->number.len              ? STR("number")
            : !g->contractor.len        ? STR("contractor")
            : !g->has_value             ? STR("value")
            : !date_known(g->signed_on) ? STR("signed")
                                        : STR("");
    return what->len > 0;
}

static struct date later(struct date new, struct date old)
{
    return date_known(new) ? new : old;
}

/* What another word says, over what was there. */
static void join(struct kept_contract *g, const struct kept_contract *old)
{
    g->step = old->step + 1;
    g->project = old->project;
    if (!g->number.len) g->number = old->number;
    if (!g->package.len) g->package = old->package;
    if (!g->contractor.len) g->contractor = old->contractor;
    if (!g->has_value) g->value = old->value;
    g->signed_on = later(g->signed_on, old->signed_on);
    g->finish = later(g->finish, old->finish);
    g->guarantee_to = later(g->guarantee_to, old->guarantee_to);
    g->recover_by = later(g->recover_by, old->recover_by);
    g->ended = later(g->ended, old->ended);
}

static bool in_order(const struct effect_place *at, struct date from, struct date to, struct err *err)
{
    return !date_known(from) || !date_known(to) || date_cmp(from, to) <= 0 ||
           fail(err, ERR_PROJECT_DAYS, date_text(at->arena, to), date_text(at->arena, from));
}

static bool begin(struct kept_contract *g, const struct effect_place *at, int64_t project, struct err *err)
{
    struct kept_matter m;
    struct str what;
    if (project <= 0 || project > UINT32_MAX) return fail_entry(at, err);
    g->project = (struct matter_id){(uint32_t)project};
    if (!matter_load(&m, at->tables, at->arena, g->project, err)) return false;
    if (!str_eq(m.kind, STR("project"))) return fail(err, ERR_PROJECT_KIND, m.number, m.kind);
    if (lacks(&what, g)) return fail(err, ERR_PROJECT_CONTRACT_LACKS, what);
    return contract_next(&g->id, at->tables, err);
}

static bool apply_contract(const struct effect_place *at, struct payload *p, const json_t *o, struct err *err)
{
    bool found;
    int64_t id = payload_int(p, o, "id");
    struct kept_contract old, g = {.id = (uint32_t)id,
                                   .number = payload_text(p, o, "number"),
                                   .package = payload_text(p, o, "package"),
                                   .contractor = payload_text(p, o, "contractor"),
                                   .signed_on = payload_date(p, o, "signed_on"),
                                   .finish = payload_date(p, o, "finish"),
                                   .guarantee_to = payload_date(p, o, "guarantee_to"),
                                   .recover_by = payload_date(p, o, "recover_by"),
                                   .ended = payload_date(p, o, "ended"),
                                   .day = payload_date(p, o, "day"),
                                   .note = payload_text(p, o, "note"),
                                   .entry = at->entry};
    g.value = payload_decimal(p, o, "value", &g.has_value);
    if (p->bad || id < 0 || id > UINT32_MAX || !date_known(g.day)) return fail_entry(at, err);
    if (g.has_value && decimal_sign(g.value) <= 0) return fail_entry(at, err);
    if (!id && !begin(&g, at, payload_int(p, o, "project"), err)) return false;
    if (id) {
        if (!contract_find(&old, &found, at->tables, at->arena, g.id, err)) return false;
        if (!found) return fail(err, ERR_PROJECT_CONTRACT, contract_shown(at->arena, g.id));
        if (!g.note.len) return fail(err, ERR_PROJECT_REASON, contract_shown(at->arena, g.id));
        join(&g, &old);
    }
    return in_order(at, g.signed_on, g.finish, err) && in_order(at, g.signed_on, g.guarantee_to, err) &&
           in_order(at, g.signed_on, g.recover_by, err) && in_order(at, g.signed_on, g.ended, err) &&
           contract_insert(at->tables, at->arena, &g, err);
}

/* --- allotments */

static bool apply_allot(const struct effect_place *at, struct payload *p, const json_t *o, struct err *err)
{
    bool has;
    int64_t year = payload_int(p, o, "year");
    struct kept_allot l = {.unit = payload_text(p, o, "unit"),
                           .year = (int16_t)year,
                           .source = payload_text(p, o, "source"),
                           .day = payload_date(p, o, "day"),
                           .number = payload_text(p, o, "number"),
                           .note = payload_text(p, o, "note"),
                           .entry = at->entry};
    l.amount = payload_decimal(p, o, "amount", &has);
    if (p->bad || !has || !l.unit.len || !l.source.len || !date_known(l.day) || year < 1 || year > 9999)
        return fail_entry(at, err);
    return allot_next(&l.id, at->tables, err) && allot_insert(at->tables, at->arena, &l, err);
}

static bool apply_allot_strike(const struct effect_place *at, struct payload *p, const json_t *o, struct err *err)
{
    struct kept_allots all;
    int64_t id = payload_int(p, o, "allot");
    struct str note = payload_text(p, o, "note");
    if (p->bad || id <= 0 || id > UINT32_MAX) return fail_entry(at, err);
    struct str shown = allot_shown(at->arena, (uint32_t)id);
    if (!note.len) return fail(err, ERR_PROJECT_REASON, shown);
    if (!allot_rows(&all, at->tables, at->arena, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (all.at[i].id != id) continue;
        return !all.at[i].struck ? allot_strike(at->tables, (uint32_t)id, note, at->entry, err)
                                 : fail(err, ERR_PROJECT_ALLOT_STRUCK, shown);
    }
    return fail(err, ERR_PROJECT_ALLOT_LIST, shown);
}

bool contract_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    static const struct {
        const char *list;
        bool (*apply)(const struct effect_place *at, struct payload *p, const json_t *o, struct err *err);
    } LISTS[] = {{"contracts", apply_contract}, {"allots", apply_allot}, {"allot_strikes", apply_allot_strike}};
    if (!units_apply(at, p, err)) return false;
    for (size_t n = 0; n < sizeof LISTS / sizeof *LISTS; n++) {
        const json_t *list = payload_array(p, p->root, LISTS[n].list);
        for (size_t i = 0; i < json_array_size(list); i++)
            if (!LISTS[n].apply(at, p, payload_object_at(p, list, i), err)) return false;
    }
    return true;
}
