/* SPDX-License-Identifier: Apache-2.0
 *
 * change_remind: how people are reminded, and what was sent to whom (change.h). Payloads; what is empty is left out:
 *
 *     {"rule":"late","name":"Quá hạn","kind":"task","at":"1,3","every":5,"to":"person|unit","source":"...","used":true}
 *     {"outlet":"thu","type":"mail","place":"smtp://...","sender":"...","login":"...","secret":"NAME","used":true}
 *     {"side":"person","who":"lan.tran","outlet":"thu","address":"..."}
 *     {"day":"2026-03-20","deliveries":[{"outlet":"thu","side":"person","who":"lan.tran","address":"...",
 *         "sha256":"...","items":[[12,"2026-03-20","due",0],["KTXH/26740/2026-Q1","2026-03-17","late",1]]}]}
 *     {"delivery":7,"state":"failed","next_at":1773993600,"note":"..."}
 */
#include "buf.h"
#include "change_private.h"
#include "columns.h"
#include "json_write.h"
#include "said.h"

/* Append what was written, and let the effect of the kind happen. */
static bool append(struct db *db, struct arena *a, const struct author *author, struct str kind, struct buf *b,
                   bool (*apply)(const struct effect_place *at, struct payload *p, struct err *err), struct err *err)
{
    struct effect_place at;
    struct payload p;
    if (!change_append(&at, &p, db, a, author, kind, b, err)) return false;
    bool ok = apply(&at, &p, err);
    payload_close(&p);
    return ok;
}

static void put_used(struct json_writer *j, bool used)
{
    if (!used) return; /* what is false is left out */
    json_write_key(j, STR("used"));
    json_write_bool(j, true);
}

/* --- rules */

bool remind_rule_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    int32_t steps[REMIND_STEPS_MOST];
    size_t count;
    int64_t every = payload_int(p, p->root, "every");
    struct kept_remind_rule r = {.rule = {.code = payload_text(p, p->root, "rule"),
                                          .name = payload_text(p, p->root, "name"),
                                          .kind = payload_text(p, p->root, "kind"),
                                          .at = payload_text(p, p->root, "at"),
                                          .every = (uint16_t)every,
                                          .source = payload_text(p, p->root, "source")},
                                 .used = payload_bool(p, p->root, "used")};
    if (p->bad || !r.rule.code.len || every < 0 || every > REMIND_DAYS_MOST ||
        !remind_steps_read(steps, &count, r.rule.at) || !remind_to_read(&r.rule.to, payload_text(p, p->root, "to")))
        return fail_entry(at, err);
    return remind_rule_save(at->tables, &r, at->entry, err);
}

bool change_remind_rule(struct db *db, struct arena *a, const struct author *author, const struct kept_remind_rule *r,
                        struct err *err)
{
    struct buf b = buf_make(SIZE_MAX), to = buf_make(100);
    struct json_writer j = json_to(&b);
    struct kept_remind_rules all;
    remind_to_write(&to, r->rule.to);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("rule"), r->rule.code);
    payload_put_text(&j, STR("name"), r->rule.name);
    payload_put_text(&j, STR("kind"), r->rule.kind);
    payload_put_text(&j, STR("at"), r->rule.at);
    payload_put_int(&j, STR("every"), r->rule.every);
    payload_put_text(&j, STR("to"), buf_str(&to));
    payload_put_text(&j, STR("source"), r->rule.source);
    put_used(&j, r->used);
    json_write_close(&j, '}');
    buf_free(&to);
    if (!append(db, a, author, STR("remind_rule"), &b, remind_rule_apply, err) || !remind_rule_rows(&all, db, a, err))
        return false;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].rule.code, r->rule.code) && str_eq(all.at[i].rule.at, r->rule.at) &&
            all.at[i].rule.to == r->rule.to && all.at[i].used == r->used)
            return true;
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("remind_rule"));
}

/* --- outlets */

bool outlet_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_outlet o = {.name = payload_text(p, p->root, "outlet"),
                            .type = payload_text(p, p->root, "type"),
                            .place = payload_text(p, p->root, "place"),
                            .sender = payload_text(p, p->root, "sender"),
                            .login = payload_text(p, p->root, "login"),
                            .secret = payload_text(p, p->root, "secret"),
                            .used = payload_bool(p, p->root, "used")};
    if (p->bad || !o.name.len || !o.type.len) return fail_entry(at, err);
    return outlet_save(at->tables, &o, at->entry, err);
}

bool change_outlet(struct db *db, struct arena *a, const struct author *author, const struct kept_outlet *o,
                   struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct kept_outlets all;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("outlet"), o->name);
    payload_put_text(&j, STR("type"), o->type);
    payload_put_text(&j, STR("place"), o->place);
    payload_put_text(&j, STR("sender"), o->sender);
    payload_put_text(&j, STR("login"), o->login);
    payload_put_text(&j, STR("secret"), o->secret);
    put_used(&j, o->used);
    json_write_close(&j, '}');
    if (!append(db, a, author, STR("outlet"), &b, outlet_apply, err) || !outlet_rows(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].name, o->name) && str_eq(all.at[i].type, o->type) && str_eq(all.at[i].place, o->place) &&
            all.at[i].used == o->used)
            return true;
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("outlet"));
}

/* --- contacts */

static bool is_side(struct str s)
{
    return str_eq(s, STR("person")) || str_eq(s, STR("unit"));
}

bool contact_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_contact c = {.side = payload_text(p, p->root, "side"),
                             .who = payload_text(p, p->root, "who"),
                             .outlet = payload_text(p, p->root, "outlet"),
                             .address = payload_text(p, p->root, "address")};
    if (p->bad || !is_side(c.side) || !c.who.len || !c.outlet.len) return fail_entry(at, err);
    return contact_save(at->tables, &c, at->entry, err);
}

bool change_contact(struct db *db, struct arena *a, const struct author *author, const struct kept_contact *c,
                    struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct kept_contacts all;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("side"), c->side);
    payload_put_text(&j, STR("who"), c->who);
    payload_put_text(&j, STR("outlet"), c->outlet);
    payload_put_text(&j, STR("address"), c->address);
    json_write_close(&j, '}');
    if (!append(db, a, author, STR("contact"), &b, contact_apply, err) || !contact_rows(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].side, c->side) && str_eq(all.at[i].who, c->who) && str_eq(all.at[i].outlet, c->outlet) &&
            str_eq(all.at[i].address, c->address))
            return true;
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("contact"));
}

/* --- deliveries */

static bool item_apply(const struct effect_place *at, struct payload *p, const json_t *item, uint32_t delivery,
                       const json_t *of, struct err *err)
{
    bool report = json_is_string(json_array_get(item, 0));
    struct str of_report = report ? payload_text_at(p, item, 0) : STR("");
    int64_t matter = report ? 0 : payload_int_at(p, item, 0), step = payload_int_at(p, item, 3);
    struct str due = payload_text_at(p, item, 1), rule = payload_text_at(p, item, 2);
    bool thing = report ? of_report.len > 0 : matter >= 1 && matter <= UINT32_MAX;
    if (p->bad || !thing || !due.len || !rule.len) return fail_entry(at, err);
    return db_run(at->tables, report ? SQL_DELIVERY_REPORT_INSERT : SQL_DELIVERY_ITEM_INSERT,
                  DB_VALUES(report ? db_text(of_report) : db_int(matter), db_text(due), db_text(rule),
                            db_text(payload_text(p, of, "side")), db_text(payload_text(p, of, "who")),
                            db_text(payload_text(p, of, "outlet")), db_int(step), db_int(delivery)),
                  err);
}

static bool delivery_apply(const struct effect_place *at, struct payload *p, const json_t *of, struct str day,
                           struct err *err)
{
    struct digest sha256;
    uint32_t id;
    json_t *items = payload_array(p, of, "items");
    struct str side = payload_text(p, of, "side"), who = payload_text(p, of, "who"),
               outlet = payload_text(p, of, "outlet"), hex = payload_text(p, of, "sha256");
    if (p->bad || !is_side(side) || !who.len || !outlet.len || !digest_read(&sha256, hex)) return fail_entry(at, err);
    if (!column_next_id(&id, at->tables, SQL_DELIVERY_LAST, err)) return false;
    if (!db_run(at->tables, SQL_DELIVERY_INSERT,
                DB_VALUES(db_int(id), db_text(day), db_text(outlet), db_text(side), db_text(who),
                          db_text(payload_text(p, of, "address")), db_int((int64_t)json_array_size(items)),
                          db_text(hex), db_int(at->entry)),
                err))
        return false;
    for (size_t i = 0; i < json_array_size(items); i++)
        if (!item_apply(at, p, json_array_get(items, i), id, of, err)) return false;
    return true;
}

bool deliveries_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    json_t *list = payload_array(p, p->root, "deliveries");
    struct date day = payload_date(p, p->root, "day");
    if (p->bad || !date_known(day)) return fail_entry(at, err);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *of = payload_object_at(p, list, i);
        if (p->bad) return fail_entry(at, err);
        if (!delivery_apply(at, p, of, date_text(at->arena, day), err)) return false;
    }
    return true;
}

static void put_delivery(struct json_writer *j, const struct new_delivery *d)
{
    struct digest_text hex = digest_text(d->sha256);
    json_write_open(j, '{');
    payload_put_text(j, STR("outlet"), d->outlet);
    payload_put_text(j, STR("side"), d->side);
    payload_put_text(j, STR("who"), d->who);
    payload_put_text(j, STR("address"), d->address);
    payload_put_text(j, STR("sha256"), digest_str(&hex));
    json_write_key(j, STR("items"));
    json_write_open(j, '[');
    for (size_t i = 0; i < d->item_count; i++) {
        json_write_open(j, '[');
        if (d->items[i].matter.n)
            json_write_int(j, d->items[i].matter.n);
        else
            json_write_text(j, d->items[i].report);
        json_write_text(j, d->items[i].due);
        json_write_text(j, d->items[i].rule);
        json_write_int(j, d->items[i].step);
        json_write_close(j, ']');
    }
    json_write_close(j, ']');
    json_write_close(j, '}');
}

bool change_deliveries(struct delivery_id *first, struct db *db, struct arena *a, const struct author *author,
                       const struct deliveries_change *c, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct delivery_list made;
    if (!column_next_id(&first->n, db, SQL_DELIVERY_LAST, err)) return false;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("day"), date_text(a, c->day));
    json_write_key(&j, STR("deliveries"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->len; i++) put_delivery(&j, &c->at[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
    if (!append(db, a, author, STR("deliveries"), &b, deliveries_apply, err) ||
        !delivery_rows(&made, db, a, (struct delivery_id){first->n - 1}, DELIVERY_STATES, UINT32_MAX >> 1, err))
        return false;
    bool same = made.len == c->len;
    for (size_t i = 0; same && i < c->len; i++)
        same = made.at[i].items == c->at[i].item_count && str_eq(made.at[i].who, c->at[i].who) &&
               digest_eq(made.at[i].sha256, c->at[i].sha256);
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("delivery"));
}

/* --- attempts */

bool delivery_attempt_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct kept_delivery d;
    enum delivery_state to;
    int64_t id = payload_int(p, p->root, "delivery"), next_at = payload_int(p, p->root, "next_at"), place;
    if (p->bad || id < 1 || id > UINT32_MAX || !delivery_state_read(&to, payload_text(p, p->root, "state")))
        return fail_entry(at, err);
    if (!delivery_load(&d, at->tables, at->arena, (struct delivery_id){(uint32_t)id}, err)) return false;
    if (!delivery_may_go(d.state, to)) return fail_entry(at, err);
    return db_get_int(&place, at->tables, SQL_DELIVERY_ATTEMPT_COUNT, DB_VALUES(db_int(id)), err) &&
           db_run(at->tables, SQL_DELIVERY_ATTEMPT_INSERT,
                  DB_VALUES(db_int(id), db_int(place), db_text(delivery_state_word(to)),
                            db_text(payload_text(p, p->root, "note")), db_int(at->entry)),
                  err) &&
           db_run(at->tables, SQL_DELIVERY_UPDATE,
                  DB_VALUES(db_int(id), db_text(delivery_state_word(to)), db_int(d.tries + (to == DELIVERY_SENDING)),
                            db_int(next_at), db_int(at->entry)),
                  err);
}

bool change_delivery_attempt(struct db *db, struct arena *a, const struct author *author, struct delivery_id id,
                             enum delivery_state to, int64_t next_at, struct str note, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct kept_delivery d;
    json_write_open(&j, '{');
    payload_put_int(&j, STR("delivery"), id.n);
    payload_put_text(&j, STR("state"), delivery_state_word(to));
    payload_put_int(&j, STR("next_at"), next_at);
    payload_put_text(&j, STR("note"), note);
    json_write_close(&j, '}');
    if (!append(db, a, author, STR("delivery_attempt"), &b, delivery_attempt_apply, err) ||
        !delivery_load(&d, db, a, id, err))
        return false;
    return d.state == to || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("delivery"));
}
