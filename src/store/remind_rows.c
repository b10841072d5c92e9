/* SPDX-License-Identifier: Apache-2.0
 *
 * remind_rows: see remind_rows.h.
 */
#include "remind_rows.h"

#include "buf.h"
#include "columns.h"
#include "value_list.h"

static bool fail_row(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

static const struct str STATES[DELIVERY_STATES] = {
    STR_INIT("waiting"), STR_INIT("sending"), STR_INIT("sent"),    STR_INIT("failed"),
    STR_INIT("refused"), STR_INIT("unknown"), STR_INIT("dropped"),
};

struct str delivery_state_word(enum delivery_state s)
{
    return STATES[s];
}

bool delivery_state_read(enum delivery_state *out, struct str word)
{
    for (unsigned i = 0; i < DELIVERY_STATES; i++) {
        if (!str_eq(STATES[i], word)) continue;
        *out = (enum delivery_state)i;
        return true;
    }
    return false;
}

bool delivery_may_go(enum delivery_state from, enum delivery_state to)
{
#define MAY(state) (1u << DELIVERY_##state)
    static const unsigned NEXT[DELIVERY_STATES] = {
        [DELIVERY_WAITING] = MAY(SENDING) | MAY(DROPPED),
        [DELIVERY_SENDING] = MAY(SENT) | MAY(FAILED) | MAY(REFUSED) | MAY(UNKNOWN),
        [DELIVERY_SENT] = 0,
        [DELIVERY_FAILED] = MAY(SENDING) | MAY(DROPPED) | MAY(REFUSED),
        [DELIVERY_REFUSED] = MAY(WAITING) | MAY(DROPPED),
        [DELIVERY_UNKNOWN] = MAY(WAITING) | MAY(SENT) | MAY(DROPPED),
        [DELIVERY_DROPPED] = 0,
    };
#undef MAY
    return NEXT[from] >> to & 1;
}

bool remind_rule_rows(struct kept_remind_rules *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_remind_rules){0};
    if (!db_query(&rows, db, SQL_REMIND_RULE_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) {
        struct kept_remind_rule *r = vec_push(a, out);
        r->rule = (struct remind_rule){
            .code = column_text(&rows, a, 0),
            .name = column_text(&rows, a, 1),
            .kind = column_text(&rows, a, 2),
            .at = column_text(&rows, a, 3),
            .every = (uint16_t)db_column_int(&rows, 4),
            .source = column_text(&rows, a, 6),
        };
        r->used = db_column_int(&rows, 7) != 0;
        right = remind_to_read(&r->rule.to, db_column_text(&rows, 5));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "remind_rule", err);
}

bool remind_rule_save(struct db *db, const struct kept_remind_rule *r, int64_t entry, struct err *err)
{
    struct buf to = buf_make(100);
    remind_to_write(&to, r->rule.to);
    bool ok = db_run(db, SQL_REMIND_RULE_PUT,
                     DB_VALUES(db_text(r->rule.code), db_text(r->rule.name), db_text(r->rule.kind), db_text(r->rule.at),
                               db_int(r->rule.every), db_text(buf_str(&to)), db_text(r->rule.source), db_int(r->used),
                               db_int(entry)),
                     err);
    buf_free(&to);
    return ok;
}

bool outlet_rows(struct kept_outlets *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    *out = (struct kept_outlets){0};
    if (!db_query(&rows, db, SQL_OUTLET_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        struct kept_outlet *o = vec_push(a, out);
        struct str *const texts[] = {&o->name, &o->type, &o->place, &o->sender, &o->login, &o->secret};
        for (size_t i = 0; i < 6; i++) *texts[i] = column_text(&rows, a, i);
        o->used = db_column_int(&rows, 6) != 0;
    }
    return db_end(&rows, err);
}

bool outlet_save(struct db *db, const struct kept_outlet *o, int64_t entry, struct err *err)
{
    return db_run(db, SQL_OUTLET_PUT,
                  DB_VALUES(db_text(o->name), db_text(o->type), db_text(o->place), db_text(o->sender),
                            db_text(o->login), db_text(o->secret), db_int(o->used), db_int(entry)),
                  err);
}

bool contact_rows(struct kept_contacts *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    *out = (struct kept_contacts){0};
    if (!db_query(&rows, db, SQL_CONTACT_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        struct kept_contact *c = vec_push(a, out);
        struct str *const texts[] = {&c->side, &c->who, &c->outlet, &c->address};
        for (size_t i = 0; i < 4; i++) *texts[i] = column_text(&rows, a, i);
    }
    return db_end(&rows, err);
}

bool contact_save(struct db *db, const struct kept_contact *c, int64_t entry, struct err *err)
{
    return db_run(db, SQL_CONTACT_PUT,
                  DB_VALUES(db_text(c->side), db_text(c->who), db_text(c->outlet), db_text(c->address), db_int(entry)),
                  err);
}

static bool delivery_of(struct kept_delivery *d, struct arena *a, const struct db_rows *row)
{
    struct str *const texts[] = {&d->outlet, &d->side, &d->who, &d->address};
    *d = (struct kept_delivery){.id = {(uint32_t)db_column_int(row, 0)}};
    for (size_t i = 0; i < 4; i++) *texts[i] = column_text(row, a, 2 + i);
    d->items = (uint32_t)db_column_int(row, 6);
    d->tries = (uint32_t)db_column_int(row, 9);
    d->next_at = db_column_int(row, 10);
    d->entry = db_column_int(row, 11);
    d->changed = db_column_int(row, 12);
    return date_read(&d->day, db_column_text(row, 1)) && digest_read(&d->sha256, db_column_text(row, 7)) &&
           delivery_state_read(&d->state, db_column_text(row, 8));
}

bool delivery_load(struct kept_delivery *out, struct db *db, struct arena *a, struct delivery_id id, struct err *err)
{
    struct db_rows rows;
    bool found = false, right = true;
    char text[16];
    if (!db_query(&rows, db, SQL_DELIVERY_FIND, DB_VALUES(db_int(id.n)), err)) return false;
    if (db_next(&rows)) {
        found = true;
        right = delivery_of(out, a, &rows);
    }
    if (!db_end(&rows, err)) return false;
    if (!right) return fail_row(db, "delivery", err);
    int len = snprintf(text, sizeof text, "N%u", (unsigned)id.n);
    return found || fail(err, ERR_DELIVERY_MISSING, (struct str){text, (size_t)len});
}

bool delivery_rows(struct delivery_list *out, struct db *db, struct arena *a, struct delivery_id after,
                   enum delivery_state state, uint32_t most, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct delivery_list){0};
    struct db_value of = state == DELIVERY_STATES ? db_null() : db_text(delivery_state_word(state));
    if (!db_query(&rows, db, SQL_DELIVERY_LIST, DB_VALUES(db_int(after.n), of, db_int(most)), err)) return false;
    while (right && db_next(&rows)) {
        struct kept_delivery *d = vec_push(a, out);
        right = delivery_of(d, a, &rows);
        d->time = column_text(&rows, a, 13);
        d->things = (uint32_t)db_column_int(&rows, 14);
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "delivery", err);
}

bool delivery_item_rows(struct delivery_items *out, struct db *db, struct arena *a, struct delivery_id id,
                        struct err *err)
{
    struct db_rows rows;
    *out = (struct delivery_items){0};
    if (!db_query(&rows, db, SQL_DELIVERY_ITEMS, DB_VALUES(db_int(id.n)), err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct delivery_item){.matter = {(uint32_t)db_column_int(&rows, 0)},
                                                   .due = column_text(&rows, a, 1),
                                                   .rule = column_text(&rows, a, 2),
                                                   .step = (int32_t)db_column_int(&rows, 3)};
    if (!db_end(&rows, err) || !db_query(&rows, db, SQL_DELIVERY_REPORTS, DB_VALUES(db_int(id.n)), err)) return false;
    while (db_next(&rows))
        *vec_push(a, out) = (struct delivery_item){.report = column_text(&rows, a, 0),
                                                   .due = column_text(&rows, a, 1),
                                                   .rule = column_text(&rows, a, 2),
                                                   .step = (int32_t)db_column_int(&rows, 3)};
    return db_end(&rows, err);
}

bool delivery_attempt_rows(struct delivery_attempts *out, struct db *db, struct arena *a, struct delivery_id id,
                           struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct delivery_attempts){0};
    if (!db_query(&rows, db, SQL_DELIVERY_ATTEMPTS, DB_VALUES(db_int(id.n)), err)) return false;
    while (right && db_next(&rows)) {
        struct delivery_attempt *t = vec_push(a, out);
        *t = (struct delivery_attempt){.note = column_text(&rows, a, 1),
                                       .entry = db_column_int(&rows, 2),
                                       .who = column_text(&rows, a, 3),
                                       .time = column_text(&rows, a, 4)};
        right = delivery_state_read(&t->state, db_column_text(&rows, 0));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "delivery_attempt", err);
}

static bool told(struct told_steps *out, struct db *db, struct arena *a, enum sql sql, struct value_list *list,
                 struct err *err)
{
    struct db_rows rows;
    bool reports = sql == SQL_DELIVERY_REPORTS_TOLD;
    bool ok = db_query(&rows, db, sql, DB_VALUES(value_list_end(list)), err);
    while (ok && db_next(&rows)) {
        struct told_step *t = vec_push(a, out);
        struct str *const texts[] = {&t->due, &t->rule, &t->side, &t->who, &t->outlet};
        *t = (struct told_step){0};
        if (reports)
            t->report = column_text(&rows, a, 0);
        else
            t->matter = (struct matter_id){(uint32_t)db_column_int(&rows, 0)};
        for (size_t i = 0; i < 5; i++) *texts[i] = column_text(&rows, a, 1 + i);
        t->step = (int32_t)db_column_int(&rows, 6);
    }
    ok = ok && db_end(&rows, err);
    value_list_free(list);
    return ok;
}

bool told_step_rows(struct told_steps *out, struct db *db, struct arena *a, const struct matter_id *ids, size_t count,
                    struct err *err)
{
    struct value_list list = {0};
    *out = (struct told_steps){0};
    if (!count) return true;
    for (size_t i = 0; i < count; i++) {
        value_list_row(&list);
        value_list_int(&list, ids[i].n);
    }
    return told(out, db, a, SQL_DELIVERY_ITEMS_OF_MATTERS, &list, err);
}

bool told_report_rows(struct told_steps *out, struct db *db, struct arena *a, const struct str *reports, size_t count,
                      struct err *err)
{
    struct value_list list = {0};
    *out = (struct told_steps){0};
    if (!count) return true;
    for (size_t i = 0; i < count; i++) {
        value_list_row(&list);
        value_list_text(&list, reports[i]);
    }
    return told(out, db, a, SQL_DELIVERY_REPORTS_TOLD, &list, err);
}

bool matter_delivery_rows(struct matter_deliveries *out, struct db *db, struct arena *a, struct matter_id id,
                          struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct matter_deliveries){0};
    if (!db_query(&rows, db, SQL_DELIVERY_OF_MATTER, DB_VALUES(db_int(id.n)), err)) return false;
    while (right && db_next(&rows)) {
        struct matter_delivery *d = vec_push(a, out);
        struct str *const texts[] = {&d->side, &d->who, &d->outlet};
        d->due = column_text(&rows, a, 0);
        d->rule = column_text(&rows, a, 1);
        d->step = (int32_t)db_column_int(&rows, 2);
        for (size_t i = 0; i < 3; i++) *texts[i] = column_text(&rows, a, 3 + i);
        d->id = (struct delivery_id){(uint32_t)db_column_int(&rows, 6)};
        d->changed = db_column_int(&rows, 9);
        d->by = column_text(&rows, a, 10);
        right = date_read(&d->day, db_column_text(&rows, 7)) &&
                delivery_state_read(&d->state, db_column_text(&rows, 8));
    }
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "delivery_item", err);
}
